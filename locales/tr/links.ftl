# İlan panosu için sayfa (basılır) ve başka sohbetlere gönderilen yanıtlar.

sheet-title = Moldova'da kalış: yanıtlar telefonunuzda
sheet-lead = Telefonunuzun kamerasını bir koda tutun: Telegram, yanıtla birlikte açılır; hizmet Türkçe ve ücretsizdir. Kimse adınızı sormaz, mesajlarınız saklanmaz.
# Menüyü açan en büyük kodun altında.
sheet-ask = Her sorunuzu kendi sözlerinizle yazın
sheet-offices = Nereye gidilir
sheet-call = Bir görevliyle konuşun
sheet-printed = Basım tarihi: { $day_short }; metin sürümü: { $version }. Kodların açtığı yanıtlar her zaman günceldir.

# Başka bir sohbete gönderilen yanıtın altında.
shared-link = Öteki yanıtlar ve kendi sorularınız: { $link }
shared-private = Özel sohbette sorun

# Çağrı merkezinin hazırladığı bağlantıyı açan kişiye.
prepared-for-you = Çağrı merkezi bunu sizin için hazırladı.
# Görevlinin sözlerinden önce.
prepared-note = Size yazdıkları:
prepared-used = Bu bağlantı daha önce açıldı; yalnızca bir kez çalışır. Siz açtıysanız yanıt yukarıdadır. Açmadıysanız çağrı merkezinden yenisini isteyin.
prepared-expired = Bu bağlantının süresi doldu. Çağrı merkezinden yenisini isteyin veya aşağıdan seçin.

# Görevlilere: kısa.
hand-which = Hangi yanıt? Birkaç sözcük ya da bağlantılardaki adını yazın.
hand-not-found = Buna uyan bir yanıt bulamadım. Başka sözcüklerle deneyin.
hand-language = Hangi dilde?
hand-dates = Kişi hangi tarihleri söyledi? Yolculukları (2025-01-10..2025-03-01 2025-09-01..) veya tek bir günü (2025-11-03) yazın. Yoksa “Hayır”a basın veya - yazın
hand-dates-unread = Burada okuyabildiğim bir tarih yok. 2025-11-03 ya da yolculukları 2025-01-10..2025-03-01 diye yazın; yoksa: “Hayır” veya -
hand-date-unused = Bu yanıt tek bir günden bir şey hesaplamaz. Yolculukları 2025-01-10..2025-03-01 diye yazın; yoksa: “Hayır” veya -
hand-note = Kişi için bir not var mı? Yazdığınız gibi gösterilir, en çok { $most } karakter. Yoksa “Hayır”a basın veya - yazın
hand-note-long = Not çok uzun: en çok { $most } karakter. Daha kısa yazın.
hand-ready = Bağlantı hazır. Bir kez, onu ilk açan kişi için çalışır; son gün: { $until_short }.
hand-opened = Hazırlanmış bağlantı No. { $number } açıldı.
hand-made = Hazırlanmış bağlantılar, en yenisi önce:
hand-none-made = Burada hiç bağlantı hazırlanmadı.
hand-send = Göndermek için:
hand-read = Okumak için:
# Kişi için iki satır.
hand-line = “{ $title }”: yanıt telefonunuzda, ücretsiz: { $link }
hand-spoken = Telegram'da @{ $bot } hesabını bulun, “Başlat” (Start) düğmesine basın ve şunu yazın: “{ $title }”.
made-opened = { $number }. { $title } ({ $language }): açıldı: { $day_short }, saat { $time }
made-waiting = { $number }. { $title } ({ $language }): henüz açılmadı, son gün { $day_short }
made-expired = { $number }. { $title } ({ $language }): hiç açılmadı, süresinin dolduğu gün { $day_short }
numbers =
    { $days ->
        [one] Bugün açılan bağlantılar: { $times }
       *[other] Son { $days } günde açılan bağlantılar: { $times }
    }
numbers-line = { $title }: { $times } ({ $languages })
numbers-broken = hiçbir yere gitmeyen bağlantılar
numbers-prepared = tekrar veya çok geç açılan hazırlanmış bağlantılar

# Çalışanların komut menüsünde.
command-queue = Açık talepler, en eskisi önce
command-link = Bir yanıtı ve bağlantılarını bulun
command-handover = Bir kişi için bağlantı hazırlayın
command-handovers = Hazırlanan bağlantılar
command-numbers = Bağlantılar kaç kez açıldı
