# Buttons (at most three words), names of things, and the small line under an answer.

button-topics = All topics
button-help = What I can do
button-about = Who runs this
button-privacy = What I keep
button-language = Language
button-call-centre = Call centre
button-offices = Addresses
button-nearest = Nearest office
button-nearest-centre = Nearest centre
button-map = Open map
button-map-other = Map: other address
button-location = Share location
button-share-phone = Share my number
button-days = Count my days
button-more = More
button-yes = Yes
button-no = No
button-yes-count = Yes, count
button-correct = Change
button-add-trip = Add a trip
button-entered = I entered
button-left = I left
button-forget-trips = Forget the dates

theme-stay = Staying and fines
theme-family = Bringing family
theme-offices = Offices and contacts
language-name = English
file = File

day-long = { $weekday } { $day } { $month } { $year }
day-short = { $day } { $month } { $year }
month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
weekday =
    { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }
weekday-short =
    { $weekday ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    }

# `title` is the name of the official page, with its web address.
answer-source = Source: { $title }
answer-revision = revision { $revision }, reviewed on { $reviewed_short }
answer-unofficial = unofficial translation
answer-stale = the original has changed since this translation was made

# The menu of slash commands.
command-topics = All topics
command-days = Count my days
command-office = Find the nearest office
command-language = Change the language
command-help = What I can do
command-about = Who runs this
command-privacy = What is kept about me
command-forget = Delete what is kept about me
command-stop = Stop

# The picture of the days: its title, its signs, its marked days. Short words: there is little room.
picture-title = Your days in Moldova
picture-away = not in Moldova
picture-here = in Moldova
picture-over = over the limit
picture-allowed = you may stay
picture-ahead = days to come
picture-today = today, { $day_short }
picture-last-day = last allowed day: { $day_short }
picture-exit = you leave: { $day_short }
picture-return = you may enter from { $day_short }
month-short =
    { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
