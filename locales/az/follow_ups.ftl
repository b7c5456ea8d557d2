# Xatırlatmalar, zəng mərkəzinin zəngləri, əməkdaşlarla yazışma və əməkdaşların oxuduqları.
# `$at` günü, saatı və hansı şəhərin vaxtı olduğunu göstərir: “5 dekabr 2025, cümə, saat 09:00 (Kişinyov vaxtı ilə)”. Dəyərlərə şəkilçi qoşulmur.

moment = { $day }, saat { $time } (Kişinyov vaxtı ilə)
moment-short = { $day } { $month }, { $weekday }, { $time }
weekday-and-day = { $day } { $month }, { $weekday }

# ---- xatırlatmalar

remind-when = Xatırlatmanı nə vaxt göndərim? Günü və saatı yazın, məsələn: 5 dekabr saat 9:00. Saatı yazmasanız, səhər 9-da yazacağam.
remind-when-moving = Hansı vaxta keçirim? Günü, saatı və ya hər ikisini yazın. Yazmadığınız olduğu kimi qalacaq.
remind-time-ask = Xatırlatmanı { $day } günü saat neçədə göndərim?
time-unclear = “{ $quote }”: səhər, yoxsa günortadan sonra? Zəhmət olmasa, saatı dəqiqəsi ilə yazın, məsələn, 15:00.
time-which = “{ $quote }”: hansı saatı nəzərdə tutursunuz? Zəhmət olmasa, saatı dəqiqəsi ilə yazın, məsələn, 15:00.
time-impossible = Belə saat yoxdur: “{ $quote }”. Zəhmət olmasa, saatı dəqiqəsi ilə yazın, məsələn, 15:00.
time-passed = Bu vaxt artıq keçib: { $at }. Zəhmət olmasa, daha sonrakı vaxtı seçin.
booking-ask = Xatırlatma belə olacaq. Düzdür?
booking-not = Yaxşı, heç nə təyin etmədim.
repeats-not = Xatırlatmanı təkrarlaya bilmirəm; yalnız növbətisini təyin edə bilərəm.
one-at-a-time = Xatırlatmaları bir-bir təyin edirəm. Bu birincisidir; növbətisini sonra yazın.
booked = Oldu. Sizə yazacağam:
moment-passed = Bu vaxt keçib, ona görə xatırlatma göndərməyəcəyəm: { $at }.
no-moment-left = Xatırlatma göndərə biləcəyim günlərin hamısı keçib. Heç nə təyin etmədim.
no-last-day = Səfərlərinizə görə qarşıda icazəli son gün yoxdur, ona görə xatırladılacaq bir şey də yoxdur.
too-many-follow-ups = Artıq { $most } xatırlatmanız var. Zəhmət olmasa, əvvəlcə birini ləğv edin.
follow-ups-head = Sizin üçün təyin etdiklərim. Dəyişmək üçün birini seçin:
no-follow-ups = Hələ nə xatırlatma, nə də zəng təyin olunub. İcazəli son gününüzü, idarəyə getməyinizi və ya yazdığınız istənilən şeyi xatırlada bilərəm.
follow-up-gone = Bu artıq başa çatıb və ya ləğv olunub.
moved = Dəyişdirildi. Yeni vaxt:
which-to-move = Hansının vaxtını dəyişim?
which-to-cancel = Hansını ləğv edim?
cancel-ask = Bunu ləğv edim?
cancel-all-ask = Bunların hamısını ləğv edim?
nothing-changed = Yaxşı, hər şey olduğu kimi qalır.
cancelled = Ləğv olundu:
done-noted = Yaxşı. Bunu sizə bir daha xatırlatmayacağam.
reminders-moved = İcazəli son gününüz dəyişib, xatırlatmalarınız da buna uyğun dəyişdi.
reminders-dropped = İcazəli son gününüzlə bağlı xatırlatmaları ləğv etdim: indi bildiklərimə görə, qarşıda belə gün yoxdur.
reminder = Xatırlatmağımı istəmişdiniz:
reminder-late = Üzr istəyirəm, bu xatırlatma gecikib. Söz verdiyim vaxt: { $at }.
reminder-no-trips = İcazəli son gününüz yaxınlaşır. Səfərlərinizin tarixləri artıq məndə yoxdur; onları yazın, yenidən sayım.
reminders-missed = Üzr istəyirəm, bunu sizə vaxtında göndərə bilmədim:
answer-changed = Burada oxuduğunuz bir cavab dəyişib. İndi belədir:
watching = Bu cavabın mənası dəyişəndə sizə yazacağam.
my-data = Haqqınızda saxladığım hər şey bu fayldadır.

# ---- zəng mərkəzinin zəngləri

call-day-ask = Zəng mərkəzi sizə hansı gün zəng etsin?
call-time-ask = { $day } günü saat neçədə? Bütün saatlar Kişinyov vaxtı ilədir.
day-full = { $day } günü boş əməkdaş yoxdur.
call-taken = Bu vaxt boş əməkdaş yoxdur: { $at }. Zəhmət olmasa, başqa vaxt seçin.
none-free = Yaxın 30 gündə zəng üçün boş vaxt yoxdur. Zəhmət olmasa, özünüz zəng edin:
no-calls-here = Buradan zəng təyin edə bilmirəm. Zəng mərkəzi ilə özünüz əlaqə saxlaya bilərsiniz:
call-reach-ask = { $at }. Zəng mərkəzi sizinlə necə əlaqə saxlasın?
phone-ask = Zəhmət olmasa, telefon nömrənizi ölkə kodu ilə yazın, məsələn, +373 69 123 456, yaxud düymə ilə göndərin. Nömrənizi yalnız zəng mərkəzinə verirəm və zəngdən 30 gün sonra silirəm.
phone-unclear = Yazdığınızda düzgün telefon nömrəsi görmürəm. Zəhmət olmasa, onu ölkə kodu ilə yazın, məsələn, +373 69 123 456.
call-booked = Oldu. Zəng mərkəzi sizinlə əlaqə saxlayacaq:
call-already = Artıq təyin olunmuş zənginiz var:
no-call-booked = Təyin edilmiş zəng yoxdur: zəng mərkəzi yalnız xahiş edənlərə zəng edir.
call-not-reached = Zəng mərkəzi sizinlə əlaqə saxlamaq istədi, amma alınmadı. Yenə cəhd edəcəklər; başqa vaxt da seçə bilərsiniz.
call-moved-by-staff = Zəng mərkəzi zənginizin vaxtını dəyişməli oldu. Yeni vaxt:
call-late = Zəng mərkəzi sizə hələ zəng etməyib. Üzr istəyirəm. Onların bundan xəbəri var; özünüz də zəng edə bilərsiniz:

# ---- zəng mərkəzi ilə burada yazışma

handed-over = Zəng mərkəzinə xəbər verdim. Sualınızı bura yazın: bundan sonra yazdıqlarınızı oxuyacaqlar. Əməkdaş qoşulanadək mən cavab verməyə davam edirəm.
handed-over-closed = Zəng mərkəzinə xəbər verdim. İndi bağlıdır. Sualınıza bu vaxtdan sonra baxacaqlar: { $at }. O vaxta qədər yazdıqlarınızı da oxuyacaqlar.
handed-over-already = Zəng mərkəzinin artıq xəbəri var. Bura yazdıqlarınızı oxuyacaqlar.
passed-on = Bunu zəng mərkəzinə ötürdüm.
staff-joined = Zəng mərkəzinin əməkdaşı söhbətə qoşuldu. Bundan sonra sizə insan cavab verir, mən susuram.
staff-says = **Zəng mərkəzi:**
staff-left = Zəng mərkəzi söhbətdən çıxdı. Yenə mən, yəni bot, cavab verirəm.
nobody-yet = Zəng mərkəzindən hələ heç kim cavab verməyib. Üzr istəyirəm. Gözlədiyinizi bilirlər; zəng də edə bilərsiniz:
back-to-bot = Yenə bot cavab verir. Zəng mərkəzi yazdıqlarınızı daha oxumur.

# ---- əməkdaşların oxuduqları

desk-new = **№ { $number }** · yeni · { $language }
desk-relayed = **№ { $number }** · { $language } · yazır:
desk-call-now = **№ { $number }** · { $language } · bu zəngin vaxtı çatıb:
desk-still-waiting = **№ { $number }** · { $language } · bunu hələ heç kim götürməyib:
desk-call-cancelled = № { $number }: istifadəçi zəngi ləğv etdi.
desk-call-moved = № { $number }: zəngin vaxtı dəyişdi.
desk-forgotten = № { $number }: istifadəçi bütün məlumatlarını sildirdi. Müraciət bağlandı.
desk-returned = № { $number }: istifadəçi bota qayıtdı. Müraciət bağlandı.
desk-queue = { $count } açıq müraciət, əvvəlcə ən köhnəsi:
desk-queue-empty = Açıq müraciət yoxdur.
desk-queue-waiting = № { $number } · { $language } · bu vaxtdan gözləyir: { $since_short }
desk-queue-taken = № { $number } · { $language } · götürülüb: { $since_short }
desk-taken = № { $number } sizdədir. Cavab vermək üçün bu müraciətin mesajlarından birinə cavab yazın.
desk-taken-already = № { $number } artıq götürülüb.
desk-closed-already = № { $number } bağlıdır.
desk-not-known = Bu mesajın hansı müraciətə aid olduğunu bilmirəm. Açıq müraciətləri /queue göstərir.
desk-answer-how = № { $number }: bu mesaja cavab yazın. İstifadəçi sözlərinizi olduğu kimi oxuyacaq.
desk-sent = № { $number }: göndərildi.
desk-done = № { $number } bağlandı.
desk-not-reached = № { $number }: istifadəçiyə onunla əlaqə saxlamağa çalışdığınız bildirildi.
desk-no-call = № { $number } zəng deyil, yazışmadır.
desk-move-to = № { $number }: zəng nə vaxt olsun?

desk-take = Götür: { $number }
desk-answer = Cavab ver: { $number }
desk-close = Bağla: { $number }
desk-tried = Əlaqə alınmadı: { $number }
desk-move = Vaxtı dəyiş: { $number }

# ---- düymələr

button-remind = Mənə xatırlat
button-other-time = Başqa vaxt
button-follow-ups = Xatırlatmalarım
button-cancel = Ləğv et
button-done = Tamamlandı
button-snooze = Sabah yenə xatırlat
button-call-back = Zəng sifariş et
button-later = Daha gec saatlar
button-call-by-chat = Bu söhbətdə
button-call-by-phone = Telefonla
button-hand-over = Əməkdaşa yaz
button-back-to-bot = Bota qayıt
button-watch = Dəyişəndə xəbər ver
button-my-data = Məlumatlarım

# ---- söz verilənlər, hər biri bir sətirdə

follow-up-reminder = { $at } · xatırlatma: { $about }
follow-up-call-chat = { $at } · zəng mərkəzi bu söhbətdə yazacaq
follow-up-call-phone = { $at } · zəng mərkəzi bu nömrəyə zəng edəcək: { $phone }
about-last-day = Moldovada icazəli son gününüz
about-deadline-employment = əmək müqaviləsinin bitdiyini bildirmək
about-deadline-exam = ailənizin sənədləri üzrə gözlənilən cavab
about-deadline-permit = yeni yaşayış icazəsi üçün müraciət etmək
about-deadline-fine = cəriməsiz çıxmaq üçün son gün
about-deadline-regime = daha sərt qaydalardan əvvəlki son gün
about-deadline-return = qayıda biləcəyiniz ilk gün
about-deadline-other = müddətin son günü
about-office = idarəyə getmək ({ $address })
about-note = “{ $text }”
calendar-reminder = Popas: { $about }
calendar-call = Popas: zəng mərkəzindən zəng

command-follow-ups = Xatırlatmalarım və zənglər
command-call-back = Zəng mərkəzindən zəng sifariş et
command-my-data = Haqqımda saxlananlar, fayl şəklində
