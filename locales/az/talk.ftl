# Popasın özü haqqında dedikləri və insana yol göstərməsi.

welcome =
    Salam. Mən Popasam, Moldova Respublikasında əcnəbilərə kömək edirəm. Xidmət pulsuzdur, mesajlarınızı saxlamıram.

    - Qalma hüququ, cərimələr, itmiş yaşayış icazəsi və ailəni gətirmək barədə suallara cavab verirəm.
    - Səfərlərinizin tarixlərinə görə günlərinizi sayıram.
    - Hansı idarəyə getmək lazım olduğunu deyirəm.

    Sualınızı öz sözlərinizlə yazın və ya aşağıdan seçin.
first-line = Mən Popasam, Moldovada əcnəbilərin pulsuz köməkçisi. Cavablarım rəsmi səhifələrə əsaslanır; mən dövlət orqanı deyiləm.
greeting = Salam. Nə bilmək istəyirsiniz? Öz sözlərinizlə yazın və ya aşağıdan seçin.
you-are-welcome = Dəyməz. Nə vaxt lazım olsa, yenə yazın.
help =
    Moldova Respublikasında qalmaqla bağlı suallara cavab verirəm. Məsələn, belə yaza bilərsiniz:

    - “10 gün artıq qalmışam, cərimə nə qədərdir?”
    - “Sentyabrın 3-də girmişəm, nə vaxta qədər qala bilərəm?”
    - “Yaşayış icazəmi itirmişəm”
    - “Sorokada yaşayıram, hansı idarəyə gedim?”

    Cavabları özüm yazmıram: hər birini insanlar yoxlayıb və hər birində mənbə göstərilir.
about-what = Mən Popasam, yoxlanmış mətnlər əsasında cavab verən proqram. Kodum və mətnlərim hamıya açıqdır. Pulsuzam, mesajlarınızı saxlamıram.
about-operator = Bu xidməti idarə edən: { $operator }.
about-nobody = Mən nə Miqrasiya üzrə Baş Müfəttişliyin, nə də başqa bir orqanın xidmətiyəm. Rəsmi qüvvəsi olan cavab üçün səlahiyyətli orqandan soruşun.
privacy =
    Haqqınızda saxladıqlarım: diliniz, sizə verdiyim sonuncu sual, oxuduğunuz sonuncu cavab və təsdiq etmisinizsə, səfərlərinizin tarixləri, lazım olanda vətəndaşlığınızla birlikdə. Həmçinin sonra üçün məndən istədikləriniz: xatırlatmalar (öz sözlərinizi yazmısınızsa, onlarla birlikdə), zənglər (vermisinizsə, telefon nömrənizlə birlikdə) və dəyişəndə sizə xəbər verəcəyim cavablar. Mesajlarınızı və adınızı saxlamıram. Mənim vasitəmlə zəng mərkəzi ilə yazışanda sözləriniz Telegramda onun əməkdaşlarına gedir.

    Səfərlər sonuncu mesajınızdan 30 gün sonra silinir; yalnız qarşıda xatırlatma varsa, daha gec. Xatırlatmalar və zənglər bitəndən 30 gün sonra, qalan hər şey sonuncu mesajınızdan bir il sonra silinir. /mydata hər şeyi sizə fayl kimi göndərir; /forget hamısını dərhal silir.
stopped = Yaxşı. Mən yalnız siz yazanda və məndən istədiyiniz şeylər üçün yazıram. Onları görmək və ya ləğv etmək üçün /followups yazın.
forget-ask = Haqqınızda saxladığım hər şeyi silim: dilinizi, səfərlərinizi, xatırlatmalarınızı və zənglərinizi? Zənglər edilməyəcək, xatırlatmalar gəlməyəcək. Bunu geri qaytarmaq olmur.
forgotten = Oldu. Haqqınızda saxladığım hər şeyi sildim. Xatırlatmalarınız və zəngləriniz ləğv olundu.
forget-not = Yaxşı, heç nə silinmədi.
topics-ask = Sualınız nə barədədir?
theme-ask = Sualı seçin:
language-ask = Hansı dili istəyirsiniz?
language-set = Bundan sonra Azərbaycan dilində cavab verəcəyəm.

which-of-these = Bunlardan hansını soruşduğunuza əmin deyiləm. Zəhmət olmasa, seçin:
unknown =
    Təəssüf ki, buna cavab verə bilmirəm. Bildiyim mövzular: Moldovada qalma hüququ, artıq qalmağa görə cərimələr, itmiş yaşayış icazəsi, ailəni gətirmək və əcnəbilərlə işləyən idarələr.

    Başqa sözlərlə yazın, mövzu seçin və ya zəng mərkəzindən soruşun.
other-country = Təəssüf ki, buna cavab verə bilmirəm. Mən yalnız Moldova Respublikasının qaydalarını bilirəm; başqa ölkə barədə həmin ölkənin orqanlarından soruşun.
language-not-served = Mən bu dillərdə cavab verirəm. Zəhmət olmasa, birini seçin və sualınızı həmin dildə yazın.
also-asked = Deyəsən, bunu da soruşursunuz:
call-centre = Moldovanın Miqrasiya üzrə Baş Müfəttişliyinin əməkdaşı ilə danışa bilərsiniz:

cannot-read-photo = Şəkilləri oxuya bilmirəm. Zəhmət olmasa, sualınızı yazın.
cannot-read-voice = Səsli mesajları dinləyə bilmirəm. Zəhmət olmasa, sualınızı yazın; bir neçə söz bəs edir.
cannot-read-video = Videolara baxa bilmirəm. Zəhmət olmasa, sualınızı yazın.
cannot-read-sticker = Mən yalnız yazını anlayıram. Zəhmət olmasa, sualınızı bir neçə sözlə yazın.
cannot-read-document = Faylları aça bilmirəm. Zəhmət olmasa, sualınızı mesajda yazın.
cannot-read-contact = Bunun üçün telefon nömrəsi lazım deyil. Zəhmət olmasa, sualınızı yazın.
cannot-read-empty = Mesajınızda oxuya biləcəyim yazı yoxdur. Zəhmət olmasa, sualınızı bir neçə sözlə yazın.
cannot-read-other = Bu mesajı oxuya bilmədim. Zəhmət olmasa, sualınızı yazın.
old-button = Bu düymə artıq işləmir. Zəhmət olmasa, yenidən seçin və ya sualınızı yazın.
edited-noticed = Mesajınızı dəyişdiyinizi gördüm. Yeni mətnə cavabım:
forwarded-noticed = Bir mesaj yönləndirmisiniz. Özünüz soruşmusunuz kimi cavab verirəm:
in-group = Suallarınızı başqaları oxumasın deyə yalnız şəxsi söhbətdə cavab verirəm: { $link }
no-such-number =
    { $most ->
        [one] Burada yalnız bir seçim var. Zəhmət olmasa, 1 yazın və ya sualınızı sözlə yazın.
       *[other] Zəhmət olmasa, 1 ilə { $most } arasında bir nömrə yazın və ya sualınızı sözlə yazın.
    }
nothing-to-confirm = Mən sizdən heç nə soruşmamışdım. Nə bilmək istəyirsiniz?
broken-link = Bu keçidi tanımıram. Aşağıdan seçin və ya sualınızı yazın.
went-wrong = Məndə nəsə alınmadı. Zəhmət olmasa, sualınızı yenidən yazın.
