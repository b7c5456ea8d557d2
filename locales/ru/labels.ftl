# Кнопки (не больше трёх слов), названия и мелкая строка под ответом.

button-topics = Все темы
button-help = Что я умею
button-about = Кто ведёт сервис
button-privacy = Что я храню
button-language = Язык
button-call-centre = Колл-центр
button-offices = Адреса
button-nearest = Ближайшее окно
button-nearest-centre = Ближайший центр
button-map = Открыть карту
button-map-other = Карта: другой адрес
button-location = Отправить геопозицию
button-share-phone = Отправить мой номер
button-days = Посчитать дни
button-more = Показать ещё
button-yes = Да
button-no = Нет
button-yes-count = Да, считать
button-correct = Изменить
button-add-trip = Добавить поездку
button-entered = Въезд
button-left = Выезд
button-forget-trips = Удалить даты

theme-stay = Пребывание и штрафы
theme-family = Пригласить семью
theme-offices = Адреса и контакты
language-name = Русский
file = Файл

# День недели стоит в скобках, чтобы его не склонять.
day-long = { $day } { $month } { $year } года ({ $weekday })
day-short = { $day } { $month } { $year } года
month =
    { $month ->
        [1] января
        [2] февраля
        [3] марта
        [4] апреля
        [5] мая
        [6] июня
        [7] июля
        [8] августа
        [9] сентября
        [10] октября
        [11] ноября
       *[12] декабря
    }
weekday =
    { $weekday ->
        [1] понедельник
        [2] вторник
        [3] среда
        [4] четверг
        [5] пятница
        [6] суббота
       *[7] воскресенье
    }
weekday-short =
    { $weekday ->
        [1] пн
        [2] вт
        [3] ср
        [4] чт
        [5] пт
        [6] сб
       *[7] вс
    }

# `title` — название официальной страницы с её адресом.
answer-source = Источник: { $title }
answer-revision = редакция { $revision }, проверено { $reviewed_short }
answer-unofficial = неофициальный перевод
answer-stale = после этого перевода оригинал изменился

# Меню команд.
command-topics = Все темы
command-days = Посчитать мои дни
command-office = Найти ближайшее окно
command-language = Сменить язык
command-help = Что я умею
command-about = Кто ведёт сервис
command-privacy = Что обо мне хранится
command-forget = Удалить всё, что обо мне хранится
command-stop = Стоп

# Картинка с днями: заголовок, знаки, отмеченные дни. Слова короткие: места мало.
picture-title = Ваши дни в Молдове
picture-away = вне Молдовы
picture-here = в Молдове
picture-over = сверх срока
picture-allowed = можно оставаться
picture-ahead = будущие дни
picture-today = сегодня, { $day_short }
picture-last-day = последний разрешённый день: { $day_short }
picture-exit = выезд: { $day_short }
picture-return = въезд возможен с { $day_short }
month-short =
    { $month ->
        [1] янв.
        [2] февр.
        [3] март
        [4] апр.
        [5] май
        [6] июнь
        [7] июль
        [8] авг.
        [9] сент.
        [10] окт.
        [11] нояб.
       *[12] дек.
    }
