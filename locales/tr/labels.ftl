# Düğmeler (en fazla üç sözcük), adlar ve yanıtın altındaki küçük satır.

button-topics = Tüm konular
button-help = Popas neler yapar
button-about = Hizmeti kim yürütür
button-privacy = Saklanan bilgiler
button-language = Dili değiştir
button-call-centre = Çağrı merkezi
button-offices = Adresler
button-nearest = En yakın ofis
button-nearest-centre = En yakın merkez
button-map = Haritayı aç
button-map-other = Harita: öteki adres
button-location = Konumu paylaş
button-share-phone = Numaramı paylaş
button-days = Günlerimi say
button-more = Daha fazla
button-yes = Evet
button-no = Hayır
button-yes-count = Evet, say
button-correct = Değiştir
button-add-trip = Yolculuk ekle
button-entered = Giriş
button-left = Çıkış
button-forget-trips = Tarihleri sil

theme-stay = Kalış ve cezalar
theme-family = Aileyi getirmek
theme-offices = Ofisler ve iletişim
language-name = Türkçe
file = Dosya

day-long = { $day } { $month } { $year } { $weekday }
day-short = { $day } { $month } { $year }
month =
    { $month ->
        [1] Ocak
        [2] Şubat
        [3] Mart
        [4] Nisan
        [5] Mayıs
        [6] Haziran
        [7] Temmuz
        [8] Ağustos
        [9] Eylül
        [10] Ekim
        [11] Kasım
       *[12] Aralık
    }
weekday =
    { $weekday ->
        [1] Pazartesi
        [2] Salı
        [3] Çarşamba
        [4] Perşembe
        [5] Cuma
        [6] Cumartesi
       *[7] Pazar
    }
weekday-short =
    { $weekday ->
        [1] Pzt
        [2] Sal
        [3] Çar
        [4] Per
        [5] Cum
        [6] Cmt
       *[7] Paz
    }

# `title` resmî sayfanın adı ve internet adresidir.
answer-source = Kaynak: { $title }
answer-revision = sürüm { $revision }, kontrol tarihi: { $reviewed_short }
answer-unofficial = resmî olmayan çeviri
answer-stale = bu çeviriden sonra asıl metin değişti

# Eğik çizgili komutların menüsü.
command-topics = Tüm konular
command-days = Günlerimi say
command-office = En yakın ofisi bul
command-language = Dili değiştir
command-help = Popas neler yapar
command-about = Hizmeti kim yürütür
command-privacy = Hakkımda saklanan bilgiler
command-forget = Hakkımda saklananları sil
command-stop = Durdur

# Günlerin resmi: başlığı, işaretleri, işaretlenen günler. Kısa sözcükler: yer az.
picture-title = Moldova'daki günleriniz
picture-away = Moldova dışında
picture-here = Moldova'da
picture-over = süre aşımı
picture-allowed = kalabilirsiniz
picture-ahead = gelecek günler
picture-today = bugün, { $day_short }
picture-last-day = izinli son gün: { $day_short }
picture-exit = çıkış: { $day_short }
picture-return = girebileceğiniz ilk gün: { $day_short }
month-short =
    { $month ->
        [1] Oca
        [2] Şub
        [3] Mar
        [4] Nis
        [5] May
        [6] Haz
        [7] Tem
        [8] Ağu
        [9] Eyl
        [10] Eki
        [11] Kas
       *[12] Ara
    }
