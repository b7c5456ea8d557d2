# Düymələr (ən çoxu üç söz), adlar və cavabın altındakı kiçik sətir.

button-topics = Bütün mövzular
button-help = Popas nə bacarır
button-about = Xidmət kimindir
button-privacy = Nələr saxlanılır
button-language = Dili dəyiş
button-call-centre = Zəng mərkəzi
button-offices = Ünvanlar
button-nearest = Ən yaxın idarə
button-nearest-centre = Ən yaxın mərkəz
button-map = Xəritəni aç
button-map-other = Xəritə: digər ünvan
button-location = Məkanı göndər
button-share-phone = Nömrəmi göndər
button-days = Günlərimi say
button-more = Daha çox
button-yes = Bəli
button-no = Xeyr
button-yes-count = Bəli, say
button-correct = Dəyişdir
button-add-trip = Səfər əlavə et
button-entered = Giriş
button-left = Çıxış
button-forget-trips = Tarixləri sil

theme-stay = Qalma və cərimələr
theme-family = Ailəni gətirmək
theme-offices = İdarələr və əlaqə
language-name = Azərbaycanca
file = Fayl

day-long = { $day } { $month } { $year }, { $weekday }
day-short = { $day } { $month } { $year }
month =
    { $month ->
        [1] yanvar
        [2] fevral
        [3] mart
        [4] aprel
        [5] may
        [6] iyun
        [7] iyul
        [8] avqust
        [9] sentyabr
        [10] oktyabr
        [11] noyabr
       *[12] dekabr
    }
weekday =
    { $weekday ->
        [1] bazar ertəsi
        [2] çərşənbə axşamı
        [3] çərşənbə
        [4] cümə axşamı
        [5] cümə
        [6] şənbə
       *[7] bazar
    }
weekday-short =
    { $weekday ->
        [1] b.e.
        [2] ç.a.
        [3] çərş.
        [4] c.a.
        [5] cümə
        [6] şənbə
       *[7] bazar
    }

# `title` rəsmi səhifənin adı və internet ünvanıdır.
answer-source = Mənbə: { $title }
answer-revision = redaksiya { $revision }, yoxlanma tarixi: { $reviewed_short }
answer-unofficial = qeyri-rəsmi tərcümə
answer-stale = bu tərcümədən sonra əsl mətn dəyişib

# Çəp xətlə başlayan əmrlərin menyusu.
command-topics = Bütün mövzular
command-days = Günlərimi say
command-office = Ən yaxın idarəni tap
command-language = Dili dəyiş
command-help = Popas nə bacarır
command-about = Xidmət kimindir
command-privacy = Haqqımda nələr saxlanılır
command-forget = Haqqımda saxlananları sil
command-stop = Dayandır

# Günlərin şəkli: başlıq, işarələr, işarələnən günlər. Qısa sözlər: yer azdır.
picture-title = Moldovada günləriniz
picture-away = Moldovadan kənarda
picture-here = Moldovada
picture-over = icazəli müddətdən artıq
picture-allowed = qala bilərsiniz
picture-ahead = gələcək günlər
picture-today = bu gün, { $day_short }
picture-last-day = icazəli son gün: { $day_short }
picture-exit = çıxış: { $day_short }
picture-return = girə biləcəyiniz ilk gün: { $day_short }
month-short =
    { $month ->
        [1] yan.
        [2] fev.
        [3] mart
        [4] apr.
        [5] may
        [6] iyun
        [7] iyul
        [8] avq.
        [9] sen.
        [10] okt.
        [11] noy.
       *[12] dek.
    }
