# Oxunan tarixlər, səfərlər və sayılan günlər.
# Hər tarixin iki şəkli var: $until “29 noyabr 2025, şənbə”, $until_short “29 noyabr 2025”. Dəyərlərə şəkilçi qoşulmur.

days-ask =
    Günlərinizi saya bilərəm. Son 6 ayın hər səfəri üçün Moldovaya nə vaxt girdiyinizi və nə vaxt çıxdığınızı yazın. Məsələn: “sentyabrın 3-də girmişəm, oktyabrın 20-də çıxmışam, noyabrın 2-də yenə girmişəm, hələ buradayam”.
trips-read = Belə başa düşdüm:
trips-right = Düzdür?
trips-correct = Zəhmət olmasa, səfərlərinizi yenidən yazın: hər girişin və hər çıxışın gününü.
trips-which = Hansı günün dəyişəcəyinə əmin deyiləm. Zəhmət olmasa, səhv günü və doğrusunu yazın, məsələn: “5 sentyabr deyil, 15 sentyabr”.
trips-add = Zəhmət olmasa, o biri səfəri yazın: girdiyiniz günü və çıxdığınız günü.
trips-forgotten = Tarixlərinizi sildim.
trips-of-another = Günləri hər dəfə yalnız bir nəfər üçün sayıram. Bu tarixlər başqasına aid görünür, ona görə sizin səfərlərinizi dəyişmədim. Başqası üçün saymağım lazımdırsa, əvvəlcə bu tarixləri silin, sonra onun bütün səfərlərini yazın.
trips-whose = Bu günlərin kimə aid olduğuna əmin deyiləm, ona görə heç nəyi dəyişmədim. Saydığım səfərlərə aiddirsə, öz dilinizdən yazın, məsələn: “5 oktyabrda çıxdım”. Başqası üçün saymağım lazımdırsa, əvvəlcə bu tarixləri silin, sonra onun bütün səfərlərini yazın.
date-impossible = Təqvimdə belə gün yoxdur: “{ $quote }”. Zəhmət olmasa, tarixi yoxlayıb bütün tarixləri yenidən yazın.
date-unclear = “{ $quote }” yazanda hansı günü nəzərdə tutduğunuza əmin deyiləm. Zəhmət olmasa, günü, ayı və ili yazın, məsələn, 3 sentyabr 2025.
length-no-date = “{ $quote }” yazmısınız. Dəqiq saymaq üçün günün özü lazımdır: Moldovaya hansı gün girmisiniz?
dates-what = “{ $quote }” yazmısınız. Həmin gün Moldovaya girmisiniz, yoxsa çıxmısınız? Başqa bir şeydirsə, həmin gün nə olduğunu yazın.
missing-exit = { $entry_short } tarixində girmisiniz, sonra bir də girmisiniz. Arada hansı gün çıxmısınız?
exit-no-entry = Çıxış günü: { $exit_short }. Ondan əvvəl Moldovaya hansı gün girmisiniz?
exit-before-entry = { $exit_short } tarixli çıxış { $entry_short } tarixli girişdən əvvələ düşür. Zəhmət olmasa, hər iki tarixi yoxlayıb yenidən yazın.
before-the-law = Günləri yalnız { $since_short } tarixindən başlayaraq saya bilirəm.
citizenship-ask = Azərbaycan vətəndaşlarının günləri başqa cür sayılır. Siz Azərbaycan vətəndaşısınız?
left-bank-ask = Səyahət sənədi olan və Dnestrin sol sahilində (Dnestryanı bölgədə) qeydiyyatda olanlar üçün istisna var. Bu şərtlərin hər ikisi sizə aiddirmi?

trip-past = giriş: { $entry_short }, çıxış: { $exit_short } ({ $days } gün)
trip-open = giriş: { $entry_short }, hələ Moldovadasınız (bu günədək { $days } gün)
trip-leaving = giriş: { $entry_short }, hələ Moldovadasınız, çıxacağınız gün: { $exit_short }
trip-planned = planlaşdırılan səfər: giriş { $entry_short }, çıxış { $exit_short }
trip-planned-open = planlaşdırılan səfər: giriş { $entry_short }

stay-until = { $until } gününədək qala bilərsiniz, həmin gün də daxil olmaqla: daha { $left } gün.
stay-last-day = Qala biləcəyiniz son gün bu gündür: { $until }.
stay-over = Qalmağınıza icazə verilən son gün: { $until }. İcazəli müddətdən { $over } gün artıq qalmısınız.
stay-no-day = { $entry } günü girəndə istifadə edə biləcəyiniz gün qalmamışdı. İcazəli müddətdən { $over } gün artıq qalmısınız.
stay-used = Son { $window } gündə { $used } gün qalmısınız (hədd: { $limit } gün).
stay-used-last-entry = Sonuncu girişdən bəri { $used } gün qalmısınız (hədd: { $limit } gün).
stay-then = Bundan artıq qalsanız, amma ən geci { $until } günü könüllü çıxsanız, cərimə tətbiq edilmir. Ondan sonra cərimə təyin oluna və qaytarma qərarı (ölkədən çıxmalı olduğunuzu bildirən sənəd) verilə bilər.
stay-avoidable = Ən geci { $until } günü könüllü çıxsanız, cərimə tətbiq edilmir.
stay-fine-due = { $min } ilə { $max } ley arasında cərimə təyin oluna və qaytarma qərarı (ölkədən çıxmalı olduğunuzu bildirən sənəd) verilə bilər.
stay-fine-exempt = Səyahət sənədi olan və Dnestrin sol sahilində qeydiyyatda olanlara bu cərimə tətbiq edilmir. Qalma müddəti isə yenə də bitib.
stay-under = { $until } gününədək bu, { $months } aydan az artıq qalma sayılır; sonra daha sərt qaydalar tətbiq edilir.
stay-over-months = Artıq qalma { $months } aydan çox çəkib ({ $months } aylıq hədd: { $until_short }): 200/2010 saylı Qanunun 9-cu və 10-cu maddələri tətbiq edilir.
stay-leaving-late = { $exit } günü çıxsanız, { $over } gün gecikmiş olarsınız.
stay-leaving-in-time = { $exit } günü çıxsanız, vaxtında çıxmış olarsınız.
stay-return = { $exit_short } tarixində çıxsanız, ən tezi { $from } günü qayıdıb ən çoxu { $days } gün qala bilərsiniz; tam müddətə qalmaq üçün ən tezi { $full } günü qayıdın.
stay-return-full = { $exit_short } tarixində çıxsanız, ən tezi { $from } günü qayıdıb { $days } gün qala bilərsiniz.
stay-outside = Siz Moldovadan kənardasınız. Ən tezi { $from } günü girib ən çoxu { $days } gün qala bilərsiniz; tam müddətə qalmaq üçün ən tezi { $full } günü girin.
stay-outside-full = Siz Moldovadan kənardasınız. Ən tezi { $from } günü girib { $days } gün qala bilərsiniz.
stay-past-over = { $entry_short } – { $exit_short } səfərində icazəli müddətdən { $over } gün artıq qalmısınız.
stay-planned = { $entry_short } tarixinə planlaşdırılan səfər { $until } gününədək çəkə bilər ({ $days } gün).
stay-planned-over = Planlaşdırılan səfər ({ $entry_short } – { $exit_short }) icazəli müddətdən { $over } gün artıq olar.
stay-planned-none = { $entry } günü istifadə edə biləcəyiniz gün olmayacaq: bu səfər üçün hələ tezdir.
stay-overlap = Bəzi səfərlərinizin tarixləri üst-üstə düşür. Onları birləşdirdim; zəhmət olmasa, tarixləri yoxlayın.
stay-rule-window = Qayda: istənilən { $window } gündə ən çoxu { $limit } gün; giriş günü də, çıxış günü də sayılır. 200/2010 saylı Qanun.
stay-rule-last-entry = Azərbaycan vətəndaşları üçün qayda: sonuncu girişdən { $limit } gün; giriş günü sayılır. 200/2010 saylı Qanun.
stay-caution = Günləri yazdığınız tarixlərə görə saydım. Yaşayış icazəsi və ya uzunmüddətli viza ilə keçən günlər başqa cür sayıla bilər. Qərarı Sərhəd Polisi verir.

due-employment = Müqavilənin bitdiyi gün: { $event_short }. Bunu miqrasiya orqanına ən geci { $due } günü bildirmək lazımdır ({ $days } iş günü).
due-exam = { $event_short } tarixində verilən ərizənin cavabı { $due } gününədək gözlənilir ({ $days } iş günü).
due-permit = Yaşayış icazəsinin itdiyi və ya oğurlandığı gün: { $event_short }. Yenisi üçün ən geci { $due } günü müraciət edin ({ $days } gün).
due-fine-free = İcazəli son gününüz { $event_short } idisə, ən geci { $due } günü könüllü çıxsanız, cərimə tətbiq edilmir ({ $days } gün).
due-regime = İcazəli son gününüz { $event_short } idisə, artıq qalma { $due } gününədək { $months } aydan az sayılır.
due-return = Qərar { $event_short } tarixlidirsə və giriş qadağası yoxdursa, ən tezi { $due } günü qayıda bilərsiniz (tam { $days } gün); daha gec çıxmısınızsa, çıxdığınız gündən sayın.
due-office-day = Həmin gün iş günü deyil, idarə bağlıdır. Ən geci { $day } günü gedin.
due-passed = Həmin gün keçib. Mümkün qədər tez gedin.
due-return-left = { $exit_short } tarixində çıxmısınız. Qərarda giriş qadağası yoxdursa, ən tezi { $due } günü qayıda bilərsiniz.
due-over = Həmin gün artıq keçib.
