# Elanlar lövhəsi üçün vərəq (çap olunur) və başqa söhbətlərə göndərilən cavablar.

sheet-title = Moldovada qalmaq: cavablar telefonunuzda
sheet-lead = Telefonunuzun kamerasını koda tutun: Telegram cavabla birlikdə açılır; Azərbaycan dilində və pulsuz. Heç kim adınızı soruşmur, mesajlarınız saxlanmır.
# Menyunu açan ən böyük kodun altında.
sheet-ask = İstənilən sualı öz sözlərinizlə yazın
sheet-offices = Hara müraciət etməli
sheet-call = Əməkdaşla danışın
sheet-printed = Çap tarixi: { $day_short }; mətnlərin versiyası: { $version }. Kodların açdığı cavablar həmişə aktualdır.

# Başqa söhbətə göndərilən cavabın altında.
shared-link = Digər cavablar və öz suallarınız: { $link }
shared-private = Şəxsi söhbətdə soruşun

# Zəng mərkəzinin hazırladığı keçidi açan adama.
prepared-for-you = Zəng mərkəzi bunu sizin üçün hazırlayıb.
# Əməkdaşın sözlərindən əvvəl.
prepared-note = Sizə yazıblar:
prepared-used = Bu keçid artıq açılıb, o, yalnız bir dəfə işləyir. Onu siz açmısınızsa, cavab yuxarıdadır. Açmamısınızsa, zəng mərkəzindən yenisini istəyin.
prepared-expired = Bu keçidin vaxtı bitib. Zəng mərkəzindən yenisini istəyin və ya aşağıdan seçin.

# Əməkdaşlara: qısa.
hand-which = Hansı cavab? Bir neçə söz və ya keçidlərdəki adını yazın.
hand-not-found = Buna uyğun cavab tapmadım. Başqa sözlərlə yazın.
hand-language = Hansı dildə?
hand-dates = Adam hansı tarixləri dedi? Səfərləri (2025-01-10..2025-03-01 2025-09-01..) və ya bir günü (2025-11-03) yazın. Yoxdursa, “Xeyr” düyməsini basın və ya - yazın
hand-dates-unread = Burada oxuya bildiyim tarix yoxdur. 2025-11-03 və ya səfərləri 2025-01-10..2025-03-01 kimi yazın; yoxdursa: “Xeyr” və ya -
hand-date-unused = Bu cavab bir gündən heç nə hesablamır. Səfərləri 2025-01-10..2025-03-01 kimi yazın; yoxdursa: “Xeyr” və ya -
hand-note = Adam üçün qeyd varmı? Yazdığınız kimi göstərilir, ən çoxu { $most } işarə. Yoxdursa, “Xeyr” düyməsini basın və ya - yazın
hand-note-long = Qeyd çox uzundur: ən çoxu { $most } işarə. Daha qısa yazın.
hand-ready = Keçid hazırdır. O, bir dəfə, ilk açan adam üçün işləyir; son gün: { $until_short }.
hand-opened = { $number } nömrəli hazırlanmış keçid açıldı.
hand-made = Hazırlanmış keçidlər, əvvəlcə yeniləri:
hand-none-made = Burada hələ keçid hazırlanmayıb.
hand-send = Göndərmək üçün:
hand-read = Oxumaq üçün:
# Adam üçün iki sətir.
hand-line = “{ $title }”: cavab telefonunuzda, pulsuz: { $link }
hand-spoken = Telegram-da @{ $bot } tapın, Start düyməsini basın və yazın: “{ $title }”.
made-opened = { $number }. { $title } ({ $language }): açılıb, { $day_short }, { $time }
made-waiting = { $number }. { $title } ({ $language }): hələ açılmayıb, son gün { $day_short }
made-expired = { $number }. { $title } ({ $language }): açılmayıb, vaxtı bitib: { $day_short }
numbers = Son { $days } gündə açılan keçidlər: { $times }
numbers-line = { $title }: { $times } ({ $languages })
numbers-broken = heç yerə aparmayan keçidlər
numbers-prepared = təkrar və ya çox gec açılan hazırlanmış keçidlər

# Əməkdaşların əmr menyusunda.
command-queue = Açıq müraciətlər, əvvəlcə ən köhnəsi
command-link = Cavabı və keçidlərini tap
command-handover = Bir nəfər üçün keçid hazırla
command-handovers = Hazırlanmış keçidlər
command-numbers = Keçidlər neçə dəfə açılıb
