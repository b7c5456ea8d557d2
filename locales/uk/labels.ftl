# Кнопки (не більше трьох слів), назви й дрібний рядок під відповіддю.

button-topics = Усі теми
button-help = Що я вмію
button-about = Хто веде сервіс
button-privacy = Що я зберігаю
button-language = Мова
button-call-centre = Кол-центр
button-offices = Адреси
button-nearest = Найближчий офіс
button-nearest-centre = Найближчий центр
button-map = Відкрити карту
button-map-other = Карта: інша адреса
button-location = Надіслати геопозицію
button-share-phone = Надіслати мій номер
button-days = Порахувати дні
button-more = Показати ще
button-yes = Так
button-no = Ні
button-yes-count = Так, рахувати
button-correct = Змінити
button-add-trip = Додати поїздку
button-entered = В'їзд
button-left = Виїзд
button-forget-trips = Видалити дати

theme-stay = Перебування і штрафи
theme-family = Запросити сім'ю
theme-offices = Адреси та контакти
language-name = Українська
file = Файл

# День тижня стоїть у дужках, щоб його не відмінювати.
day-long = { $day } { $month } { $year } року ({ $weekday })
day-short = { $day } { $month } { $year } року
month =
    { $month ->
        [1] січня
        [2] лютого
        [3] березня
        [4] квітня
        [5] травня
        [6] червня
        [7] липня
        [8] серпня
        [9] вересня
        [10] жовтня
        [11] листопада
       *[12] грудня
    }
weekday =
    { $weekday ->
        [1] понеділок
        [2] вівторок
        [3] середа
        [4] четвер
        [5] п'ятниця
        [6] субота
       *[7] неділя
    }
weekday-short =
    { $weekday ->
        [1] пн
        [2] вт
        [3] ср
        [4] чт
        [5] пт
        [6] сб
       *[7] нд
    }

# `title` — назва офіційної сторінки з її адресою.
answer-source = Джерело: { $title }
answer-revision = редакція { $revision }, перевірено { $reviewed_short }
answer-unofficial = неофіційний переклад
answer-stale = після цього перекладу оригінал змінився

# Меню команд.
command-topics = Усі теми
command-days = Порахувати мої дні
command-office = Знайти найближчий офіс
command-language = Змінити мову
command-help = Що я вмію
command-about = Хто веде сервіс
command-privacy = Що про мене зберігається
command-forget = Видалити все, що про мене зберігається
command-stop = Стоп

# Картинка з днями: заголовок, знаки, позначені дні. Слова короткі: місця мало.
picture-title = Ваші дні в Молдові
picture-away = поза Молдовою
picture-here = у Молдові
picture-over = понад строк
picture-allowed = можна залишатися
picture-ahead = майбутні дні
picture-today = сьогодні, { $day_short }
picture-last-day = останній дозволений день: { $day_short }
picture-exit = виїзд: { $day_short }
picture-return = в'їзд можливий з { $day_short }
month-short =
    { $month ->
        [1] січ.
        [2] лют.
        [3] бер.
        [4] квіт.
        [5] трав.
        [6] черв.
        [7] лип.
        [8] серп.
        [9] вер.
        [10] жовт.
        [11] лист.
       *[12] груд.
    }
