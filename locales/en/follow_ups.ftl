# Reminders, calls by the call centre, talking to its staff; and what the staff read.
# `$at` is a moment with its weekday and the city of its time; `$at_short` is the same for a list.

moment = { $day } at { $time } (Chișinău time)
moment-short = { $weekday } { $day } { $month }, { $time }
weekday-and-day = { $weekday } { $day } { $month }

# ---- reminders

remind-when = When shall I remind you? Write a day and a time, for example: 5 December at 9:00. Without a time I write at 9 in the morning.
remind-when-moving = When shall it be instead? Write a day, a time or both. What you leave out stays as it is.
remind-time-ask = At what time shall I remind you on { $day }?
time-unclear = “{ $quote }”: in the morning or in the afternoon? Please write the time with hours and minutes, for example 15:00.
time-which = “{ $quote }”: which time do you mean? Please write it with hours and minutes, for example 15:00.
time-impossible = There is no such time as “{ $quote }”. Please write the time with hours and minutes, for example 15:00.
time-passed = { $at } has already passed. Please choose a later time.
booking-ask = I would remind you like this. Is it right?
booking-not = All right, I have not booked anything.
repeats-not = I cannot repeat a reminder. I can book only the next one.
one-at-a-time = I book one reminder at a time. This is the first; then write me the next one.
booked = Done. I will write to you:
moment-passed = { $at } has already passed, so I will not write then.
no-moment-left = All days on which I would have reminded you have passed. I have not booked anything.
no-last-day = From your trips there is no last allowed day ahead, so there is nothing to remind you of.
too-many-follow-ups =
    { $most ->
        [one] You already have { $most } reminder. Please cancel one first.
       *[other] You already have { $most } reminders. Please cancel one first.
    }
follow-ups-head = What I have promised you. Choose one to change it:
no-follow-ups = I have promised you nothing yet. I can remind you of your last allowed day, of a visit to an office, or of anything you write.
follow-up-gone = That one is over or cancelled.
moved = Changed. The new time:
which-to-move = Which one shall I move?
which-to-cancel = Which one shall I cancel?
cancel-ask = Shall I cancel this?
cancel-all-ask = Shall I cancel all of these?
nothing-changed = All right, everything stays as it is.
cancelled = Cancelled:
done-noted = Good. I will not remind you of this again.
reminders-moved = Your last allowed day has changed, so your reminders change, too.
reminders-dropped = I have cancelled the reminders of your last allowed day: from what I know now, there is none ahead.
reminder = You asked me to remind you:
reminder-late = I am sorry, this comes late: I had promised it for { $at }.
reminder-no-trips = Your last allowed day is near. I no longer have the dates of your trips; write them to me and I will count again.
reminders-missed = I am sorry: I could not send you this in time.
answer-changed = An answer that you read here has changed. This is what it says now:
watching = I will write to you when the meaning of this answer changes.
my-data = This file has everything that I keep about you.

# ---- calls by the call centre

call-day-ask = On which day may the call centre call you?
call-time-ask = At what time on { $day }? All times are Chișinău time.
day-full = On { $day } nobody is free.
call-taken = At { $at } nobody is free. Please choose another time.
none-free = There is no free time for a call in the next 30 days. Please call yourself:
no-calls-here = I cannot book calls here. You can reach the call centre yourself:
call-reach-ask = { $at }. How shall the call centre reach you?
phone-ask = Please write your phone number with the country code, for example +373 69 123 456, or share it with the button. I give it only to the call centre and delete it 30 days after the call.
phone-unclear = I cannot read a valid phone number there. Please write it with the country code, for example +373 69 123 456.
call-booked = Done. The call centre will contact you:
call-already = You already have a call:
no-call-booked = No call is booked: the call centre calls only those who ask for it.
call-not-reached = The call centre tried to reach you and could not. They will try again; you can also choose another time.
call-moved-by-staff = The call centre had to move your call. The new time:
call-late = The call centre has not called you yet. I am sorry. They know about it; you can also call them:

# ---- talking to the call centre here

handed-over = I have told the call centre. Write your question here: they will read what you write from now on. Until somebody joins, I go on answering.
handed-over-closed = I have told the call centre. It is closed now; somebody will look at it from { $at }. What you write until then, they will read.
handed-over-already = The call centre already knows. What you write here, they will read.
passed-on = I have passed this on to the call centre.
staff-joined = The call centre has joined. From now on a person answers you; I am silent.
staff-says = **Call centre:**
staff-left = The call centre has left the conversation. I, the bot, answer again.
nobody-yet = Nobody at the call centre has answered yet. I am sorry. They know that you are waiting; you can also call:
back-to-bot = Back to the bot. The call centre no longer reads what you write.

# ---- what the staff read

desk-new = **No. { $number }** · new · { $language }
desk-relayed = **No. { $number }** · { $language } · writes:
desk-call-now = **No. { $number }** · { $language } · it is time for this call:
desk-still-waiting = **No. { $number }** · { $language } · nobody has taken this yet:
desk-call-cancelled = No. { $number }: the person cancelled the call.
desk-call-moved = No. { $number }: the call has a new time.
desk-forgotten = No. { $number }: the person had all her data deleted. The matter is closed.
desk-returned = No. { $number }: the person went back to the bot. The matter is closed.
desk-queue =
    { $count ->
        [one] { $count } open matter, oldest first:
       *[other] { $count } open matters, oldest first:
    }
desk-queue-empty = No open matters.
desk-queue-waiting = No. { $number } · { $language } · waiting since { $since_short }
desk-queue-taken = No. { $number } · { $language } · taken { $since_short }
desk-taken = No. { $number } is yours. To answer, reply to one of its messages.
desk-taken-already = No. { $number } is already taken.
desk-closed-already = No. { $number } is closed.
desk-not-known = I do not know which matter this message is about. /queue shows the open ones.
desk-answer-how = No. { $number }: reply to this message. The person will read your words as they are.
desk-sent = No. { $number }: sent.
desk-done = No. { $number } is closed.
desk-not-reached = No. { $number }: the person was told that you tried to reach her.
desk-no-call = No. { $number } is a conversation, not a call.
desk-move-to = No. { $number }: when shall the call be?

desk-take = Take { $number }
desk-answer = Answer { $number }
desk-close = Close { $number }
desk-tried = Not reached { $number }
desk-move = Move { $number }

# ---- buttons

button-remind = Remind me
button-other-time = Another time
button-follow-ups = My reminders
button-cancel = Cancel it
button-done = Done
button-snooze = Again tomorrow
button-call-back = Book a call
button-later = Later times
button-call-by-chat = In this chat
button-call-by-phone = By phone
button-hand-over = Write to staff
button-back-to-bot = Back to bot
button-watch = Tell me changes
button-my-data = My data

# ---- what was promised, one a line

follow-up-reminder = { $at } · reminder: { $about }
follow-up-call-chat = { $at } · the call centre writes in this chat
follow-up-call-phone = { $at } · the call centre calls { $phone }
about-last-day = your last allowed day in Moldova
about-deadline-employment = report the end of your job
about-deadline-exam = the answer about your family's papers is expected
about-deadline-permit = apply for a new permit
about-deadline-fine = the last day to leave without a fine
about-deadline-regime = the last day before the stricter rules
about-deadline-return = the first day on which you may come back
about-deadline-other = a last day
about-office = visit the office: { $address }
about-note = “{ $text }”
calendar-reminder = Popas: { $about }
calendar-call = Popas: call from the call centre

command-follow-ups = My reminders and calls
command-call-back = Book a call by the call centre
command-my-data = A file with what is kept about me
