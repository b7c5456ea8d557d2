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
