# Ofisler, saatler, telefonlar, yerler.

offices-of-answer = Nereye gidilir:
place-ask = Moldova'nın neresindesiniz? Şehrinizin, köyünüzün veya ilçenizin (rayon) adını yazın.
place-which = Bu adda birkaç yer var. Hangisini kastediyorsunuz?
place-unknown = Bu yeri bilmiyorum. Lütfen en yakın şehrin veya ilçenin (rayon) adını yazın.
office-nearest = { $place } için en yakın ofis:
office-nearest-km = Size en yakın yerleşim yeri: { $place }. En yakın ofis kuş uçuşu yaklaşık { $km } km uzakta:
place-abroad = Moldova dışında görünüyorsunuz. Bunlar Moldova'daki ofislerdir; yurt dışındaysanız önce yazın veya arayın.
place-romania = Sorunuz Moldova ile ilgiliyse: yurt dışından önce yazın veya arayın.
place-left-bank = { $place } için özel kurallar var: bunlar Dinyester'in sol yakasında veya Bender'de yaşayanlar içindir.
offices-other = Öteki ofisler:

office-one-stop-shop = Yabancılar için tek durak ofisi (Moldova Göç Genel Müfettişliği)
office-integration-centre = Yabancılar için entegrasyon merkezi (Moldova Göç Genel Müfettişliği)
office-border-police = Moldova Sınır Polisi merkezi
office-chancery = Moldova Göç Genel Müfettişliği yazı işleri (Cancelaria): dilekçeler
office-romanian = Bükreş Göç Bürosu: Moldova'nın değil, Romanya'nın makamı
office-address = Adres: { $address }
# Kapıda yazdığı gibi, Rumence adres.
office-door = Kapıda yazan: { $address }
office-disputed = Resmî sayfalar birbirini tutmuyor; bir başka sayfadaki adres: { $address }. İki bina da müfettişliğe aittir. Gitmeden önce lütfen arayın.
office-disputed-short = { $address } veya { $other }: resmî sayfalar farklı, önce arayın
office-hours = Açık: { $days } { $hours }
office-hours-unknown = Çalışma saatleri: bu konuda kaynağım yok. Gitmeden önce lütfen arayın.
office-open-now = Şu an açık, kapanış: { $time }.
office-break-now = Şu an mola var, yeniden açılış: { $time }.
office-opens-today = Şu an kapalı, bugün açılış: { $time }.
office-opens-on = Şu an kapalı, açılış: { $day }, { $time }.
office-holiday = Bugün resmî tatil ({ $holiday }).
office-source = Kaynak: { $source }; kontrol tarihi: { $reviewed_short }
office-sources = Kaynaklar: { $sources }
contact-free = Telefon, ücretsiz: `{ $value }`
contact-phone = Telefon: { $value }
contact-email = E-posta: { $value }
contact-hours = { $contact } ({ $days } { $hours })
