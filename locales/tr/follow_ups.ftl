# Hatırlatmalar, çağrı merkezinin aramaları, görevlilerle yazışma ve görevlilerin okudukları.
# `$at` günü, saati ve hangi şehrin saati olduğunu söyler: “5 Aralık 2025 Cuma, saat 09:00 (Kişinev saatiyle)”. Değerlere ek getirilmez.

moment = { $day }, saat { $time } (Kişinev saatiyle)
moment-short = { $day } { $month } { $weekday }, { $time }
weekday-and-day = { $day } { $month } { $weekday }

# ---- hatırlatmalar

remind-when = Size ne zaman hatırlatayım? Günü ve saati yazın, örneğin: 5 Aralık saat 9:00. Saat yazmazsanız sabah 9'da yazarım.
remind-when-moving = Ne zamana alayım? Günü, saati veya ikisini birden yazın. Yazmadığınız aynı kalır.
remind-time-ask = { $day } günü saat kaçta hatırlatayım?
time-unclear = “{ $quote }”: sabah mı, öğleden sonra mı? Lütfen saati dakikasıyla yazın, örneğin 15:00.
time-which = “{ $quote }”: hangi saati kastediyorsunuz? Lütfen saati dakikasıyla yazın, örneğin 15:00.
time-impossible = “{ $quote }” diye bir saat yok. Lütfen saati dakikasıyla yazın, örneğin 15:00.
time-passed = Bu zaman artık geçti: { $at }. Lütfen daha ileri bir zaman seçin.
booking-ask = Hatırlatma şöyle olacak. Doğru mu?
booking-not = Tamam, hiçbir şey ayarlamadım.
repeats-not = Hatırlatmaları tekrarlayamıyorum; yalnızca bir sonrakini ayarlayabilirim.
one-at-a-time = Hatırlatmaları tek tek ayarlıyorum. Bu birincisi; sonrakini ardından yazın.
booked = Tamam, ayarladım. Size yazacağım:
moment-passed = Şu zaman geçtiği için hatırlatma göndermeyeceğim: { $at }.
no-moment-left = Hatırlatma gönderebileceğim günlerin hepsi geçti. Hiçbir şey ayarlamadım.
no-last-day = Yolculuklarınıza göre önünüzde izinli son gün yok; bu yüzden hatırlatacak bir şey de yok.
too-many-follow-ups = Zaten { $most } hatırlatmanız var. Lütfen önce birini iptal edin.
follow-ups-head = Sizin için ayarladıklarım. Değiştirmek için birini seçin:
no-follow-ups = Henüz ayarlanmış bir hatırlatma veya arama yok. İzinli son gününüzü, bir ofise gideceğinizi veya yazdığınız herhangi bir şeyi hatırlatabilirim.
follow-up-gone = Bu artık bitti veya iptal edildi.
moved = Değiştirildi. Yeni zaman:
which-to-move = Hangisinin zamanını değiştireyim?
which-to-cancel = Hangisini iptal edeyim?
cancel-ask = Bunu iptal edeyim mi?
cancel-all-ask = Bunların hepsini iptal edeyim mi?
nothing-changed = Tamam, her şey olduğu gibi kalıyor.
cancelled = İptal edildi:
done-noted = Güzel. Bunu size bir daha hatırlatmayacağım.
reminders-moved = İzinli son gününüz değişti; hatırlatmalarınızı da buna göre değiştirdim.
reminders-dropped = İzinli son gününüzle ilgili hatırlatmaları iptal ettim: şu an bildiklerime göre önünüzde böyle bir gün yok.
reminder = Hatırlatmamı istemiştiniz:
reminder-late = Üzgünüm, bu hatırlatma geç geldi. Söz verdiğim zaman: { $at }.
reminder-no-trips = İzinli son gününüz yaklaştı. Yolculuk tarihleriniz artık bende yok; yeniden yazarsanız tekrar sayarım.
reminders-missed = Üzgünüm, bunu size zamanında gönderemedim:
answer-changed = Burada okuduğunuz bir yanıt değişti. Şimdi şöyle:
watching = Bu yanıtın anlamı değişince size yazacağım.
my-data = Hakkınızda sakladığım her şey bu dosyada.

# ---- çağrı merkezinin aramaları

call-day-ask = Çağrı merkezi sizi hangi gün arasın?
call-time-ask = { $day } günü saat kaçta? Bütün saatler Kişinev saatidir.
day-full = { $day } günü müsait görevli yok.
call-taken = Bu saatte müsait görevli yok: { $at }. Lütfen başka bir saat seçin.
none-free = Önümüzdeki 30 gün içinde arama için boş saat yok. Lütfen siz arayın:
no-calls-here = Buradan arama ayarlayamıyorum. Çağrı merkezine kendiniz ulaşabilirsiniz:
call-reach-ask = { $at }. Çağrı merkezi size nasıl ulaşsın?
phone-ask = Lütfen telefon numaranızı ülke koduyla yazın, örneğin +373 69 123 456, veya düğmeyle paylaşın. Numaranızı yalnızca çağrı merkezine veririm ve aramadan 30 gün sonra silerim.
phone-unclear = Yazdığınızda geçerli bir telefon numarası göremiyorum. Lütfen ülke koduyla yazın, örneğin +373 69 123 456.
call-booked = Tamam. Çağrı merkezi sizinle iletişime geçecek:
call-already = Ayarlanmış bir aramanız zaten var:
no-call-booked = Ayarlanmış bir arama yok: çağrı merkezi yalnızca isteyenleri arar.
call-not-reached = Çağrı merkezi size ulaşmaya çalıştı ama ulaşamadı. Yeniden deneyecekler; isterseniz başka bir zaman da seçebilirsiniz.
call-moved-by-staff = Çağrı merkezi aramanızı başka bir zamana almak zorunda kaldı. Yeni zaman:
call-late = Çağrı merkezi sizi henüz aramadı. Üzgünüm. Bundan haberleri var; siz de arayabilirsiniz:

# ---- çağrı merkeziyle burada yazışma

handed-over = Çağrı merkezine haber verdim. Sorunuzu buraya yazın: bundan sonra yazdıklarınızı okuyacaklar. Bir görevli katılana kadar ben yanıt vermeye devam ederim.
handed-over-closed = Çağrı merkezine haber verdim. Şu an kapalı. Sorunuza şu zamandan sonra bakacaklar: { $at }. O zamana kadar yazdıklarınızı da okuyacaklar.
handed-over-already = Çağrı merkezinin haberi var. Buraya yazdıklarınızı okuyacaklar.
passed-on = Bunu çağrı merkezine ilettim.
staff-joined = Çağrı merkezinden bir görevli katıldı. Bundan sonra size bir insan yanıt verecek; ben susuyorum.
staff-says = **Çağrı merkezi:**
staff-left = Çağrı merkezi sohbetten ayrıldı. Yeniden ben, yani bot, yanıt veriyorum.
nobody-yet = Çağrı merkezinden henüz kimse yanıt vermedi. Üzgünüm. Beklediğinizi biliyorlar; isterseniz arayabilirsiniz:
back-to-bot = Yeniden bot yanıt veriyor. Çağrı merkezi artık yazdıklarınızı okumuyor.

# ---- görevlilerin okudukları

desk-new = **No. { $number }** · yeni · { $language }
desk-relayed = **No. { $number }** · { $language } · yazıyor:
desk-call-now = **No. { $number }** · { $language } · bu aramanın zamanı geldi:
desk-still-waiting = **No. { $number }** · { $language } · bunu henüz kimse üstlenmedi:
desk-call-cancelled = No. { $number }: kişi aramayı iptal etti.
desk-call-moved = No. { $number }: aramanın zamanı değişti.
desk-forgotten = No. { $number }: kişi bütün verilerini sildirdi. Talep kapatıldı.
desk-returned = No. { $number }: kişi bota döndü. Talep kapatıldı.
desk-queue = { $count } açık talep, en eskisi önce:
desk-queue-empty = Açık talep yok.
desk-queue-waiting = No. { $number } · { $language } · şu zamandan beri bekliyor: { $since_short }
desk-queue-taken = No. { $number } · { $language } · üstlenildi: { $since_short }
desk-taken = No. { $number } sizde. Yanıt yazmak için bu talebin bir mesajını yanıtlayın.
desk-taken-already = No. { $number } zaten üstlenilmiş.
desk-closed-already = No. { $number } kapalı.
desk-not-known = Bu mesajın hangi taleple ilgili olduğunu bilmiyorum. Açık talepleri /queue gösterir.
desk-answer-how = No. { $number }: bu mesajı yanıtlayın. Kişi yazdıklarınızı olduğu gibi okur.
desk-sent = No. { $number }: gönderildi.
desk-done = No. { $number } kapatıldı.
desk-not-reached = No. { $number }: kişiye, ona ulaşmaya çalıştığınız bildirildi.
desk-no-call = No. { $number } arama değil, yazışma.
desk-move-to = No. { $number }: arama ne zaman olsun?

desk-take = Üstlen: { $number }
desk-answer = Yanıtla: { $number }
desk-close = Kapat: { $number }
desk-tried = Ulaşılamadı: { $number }
desk-move = Zamanı değiştir: { $number }

# ---- düğmeler

button-remind = Bana hatırlat
button-other-time = Başka zaman
button-follow-ups = Hatırlatmalarım
button-cancel = İptal et
button-done = Tamamlandı
button-snooze = Yarın yine hatırlat
button-call-back = Beni arasınlar
button-later = Daha geç saatler
button-call-by-chat = Bu sohbette
button-call-by-phone = Telefonla
button-hand-over = Görevliye yaz
button-back-to-bot = Bota dön
button-watch = Değişince haber ver
button-my-data = Verilerim

# ---- söz verilenler, her biri bir satır

follow-up-reminder = { $at } · hatırlatma: { $about }
follow-up-call-chat = { $at } · çağrı merkezi bu sohbette yazacak
follow-up-call-phone = { $at } · çağrı merkezi şu numarayı arayacak: { $phone }
about-last-day = Moldova'daki izinli son gününüz
about-deadline-employment = iş sözleşmesinin bittiğini bildirmek
about-deadline-exam = ailenizin belgeleri için beklenen yanıt
about-deadline-permit = yeni oturma izni için başvurmak
about-deadline-fine = cezasız çıkış için son gün
about-deadline-regime = daha sıkı kurallardan önceki son gün
about-deadline-return = geri gelebileceğiniz ilk gün
about-deadline-other = bir son gün
about-office = ofise gitmek: { $address }
about-note = “{ $text }”
calendar-reminder = Popas: { $about }
calendar-call = Popas: çağrı merkezinden arama

command-follow-ups = Hatırlatmalar ve aramalar
command-call-back = Çağrı merkezi beni arasın
command-my-data = Hakkımda saklananlar, dosya olarak
