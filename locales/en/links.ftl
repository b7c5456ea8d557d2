# The sheet for a notice board (it is printed: short sentences, no button to press), and answers shown in other chats.

sheet-title = Staying in Moldova: answers on your phone
sheet-lead = Point your phone's camera at a code: Telegram opens with the answer, in English and free of charge. Nobody asks your name, and no messages are kept.
# Under the largest code, which opens the menu.
sheet-ask = Any question, in your own words
sheet-offices = Where to go
sheet-call = Talk to a person
sheet-printed = Printed on { $day_short }, content version { $version }. The answers behind the codes are always the current ones.

# Under an answer that somebody sends into another chat; the link opens the same answer.
shared-link = More answers, and your own questions: { $link }
shared-private = Ask in a private chat

# To a person who opens a link that the call centre prepared for her.
prepared-for-you = The call centre prepared this for you.
# Before the words of the staff member.
prepared-note = They wrote:
prepared-used = That link has been opened already; it works only once. If you opened it, the answer stands above. Otherwise ask the call centre for a new one.
prepared-expired = The time of that link is over. Ask the call centre for a new one, or choose below.

# To the staff: short.
hand-which = Which answer? Write a few words, or its name as in the links.
hand-not-found = I found no answer to that. Please try other words.
hand-language = In which language?
hand-dates = Which dates did the person tell? Write trips (2025-01-10..2025-03-01 2025-09-01..) or one day (2025-11-03). If there are none, press “No” or write -
hand-dates-unread = I read no date in that. Write 2025-11-03, or trips as 2025-01-10..2025-03-01; none: “No” or -
hand-date-unused = This answer counts nothing from a single day. Write trips as 2025-01-10..2025-03-01; none: “No” or -
hand-note = A note for the person? It is shown as you write it, up to { $most } characters. If there is none, press “No” or write -
hand-note-long = That note is too long: at most { $most } characters. Please write a shorter one.
hand-ready = The link is ready. It works once, for whoever opens it first, until { $until_short }.
hand-opened = Prepared link { $number } was opened.
hand-made = Prepared links, the newest first:
hand-none-made = No link has been prepared here.
hand-send = To send:
hand-read = To read out:
# The two lines for the person.
hand-line = “{ $title }”: the answer on your phone, free of charge: { $link }
hand-spoken = Look for @{ $bot } in Telegram, press Start and write: “{ $title }”.
made-opened = { $number }. { $title } ({ $language }): opened on { $day_short }, { $time }
made-waiting = { $number }. { $title } ({ $language }): not opened yet, works until { $day_short }
made-expired = { $number }. { $title } ({ $language }): never opened, over since { $day_short }
numbers =
    { $days ->
        [one] Links opened today: { $times }
       *[other] Links opened in the last { $days } days: { $times }
    }
numbers-line = { $title }: { $times } ({ $languages })
numbers-broken = links that lead nowhere
numbers-prepared = prepared links, opened again or too late

# In the staff's menu of commands.
command-queue = What is open, oldest first
command-link = Find an answer and its links
command-handover = Prepare a link for one person
command-handovers = The links I prepared
command-numbers = How often links were opened
