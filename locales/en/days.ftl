# Dates that were read, trips, and days that were counted.
# Every date has two forms: $until is “Saturday 29 November 2025”, $until_short is “29 November 2025”.

days-ask =
    I can count your days. Write when you entered Moldova and when you left, for every trip of the last 6 months. For example: “entered 3 September, left 20 October, entered again 2 November, still here”.
trips-read = I understood:
trips-right = Is that right?
trips-correct = Please write your trips again: the day of each entry and each exit.
trips-which = I am not sure which day to change. Please write the wrong day and the right one, for example: “not 5 September but 15 September”.
trips-add = Please write the other trip: the day you entered and the day you left.
trips-forgotten = I have forgotten your dates.
trips-of-another = I count the days of one person at a time. These dates seem to be somebody else's, so I have left your trips as they were. To count for another person, forget these trips first and then write all of hers or his.
trips-whose = I am not sure whose days these are, so I have changed nothing. If they belong to the trips I counted, write them with “I”, for example: “I left on 5 October”. To count for another person, forget these trips first and then write all of hers or his.
date-impossible = “{ $quote }” is not a day in the calendar. Please check it and write all the dates again.
date-unclear = I am not sure which day you mean by “{ $quote }”. Please write it with day, month and year, for example 3 September 2025.
length-no-date = You wrote “{ $quote }”. To count exactly I need the day itself: on which day did you enter Moldova?
dates-what = I read the date “{ $quote }”. Did you enter Moldova or leave it on that day? If it is about something else, write what happened on that day.
missing-exit = You entered on { $entry_short } and entered again later. On which day did you leave in between?
exit-no-entry = You left on { $exit_short }. On which day did you enter Moldova before that?
exit-before-entry = The exit on { $exit_short } is before the entry on { $entry_short }. Please check the two dates and write them again.
before-the-law = I can only count days from { $since_short } on.
citizenship-ask = The days are counted differently for citizens of Azerbaijan. Are you a citizen of Azerbaijan?
left-bank-ask = There is an exception for people who hold a travel document and whose registered home is on the left bank of the Dniester (the Transnistrian region). Are both true for you?

trip-past =
    { $days ->
        [one] in on { $entry_short }, out on { $exit_short } (1 day)
       *[other] in on { $entry_short }, out on { $exit_short } ({ $days } days)
    }
trip-open = in on { $entry_short }, still in Moldova (day { $days })
trip-leaving = in on { $entry_short }, still in Moldova, leaving on { $exit_short }
trip-planned = planned: in on { $entry_short }, out on { $exit_short }
trip-planned-open = planned: in on { $entry_short }

stay-until =
    { $left ->
        [one] You may stay until { $until }, that day included: 1 more day.
       *[other] You may stay until { $until }, that day included: { $left } more days.
    }
stay-last-day = Today, { $until }, is the last day you may stay.
stay-over =
    { $over ->
        [one] The last day you were allowed to stay was { $until }. You are 1 day over.
       *[other] The last day you were allowed to stay was { $until }. You are { $over } days over.
    }
stay-no-day =
    { $over ->
        [one] When you entered on { $entry }, you had no allowed days left. You are 1 day over.
       *[other] When you entered on { $entry }, you had no allowed days left. You are { $over } days over.
    }
stay-used = In the last { $window } days you have used { $used } of { $limit } days.
stay-used-last-entry = Since your last entry you have used { $used } of { $limit } days.
stay-then = If you stay longer: there is no fine if you leave by yourself by { $until } at the latest. After that a fine may be imposed, and a return decision (the paper that tells you to leave).
stay-avoidable = There is no fine if you leave by yourself by { $until } at the latest.
stay-fine-due = A fine of { $min } to { $max } lei may be imposed, and a return decision (the paper that tells you to leave) may be issued.
stay-fine-exempt = The fine does not apply to people who hold a travel document and whose registered home is on the left bank of the Dniester. The stay itself is still over.
stay-under =
    { $months ->
        [one] Until { $until } this counts as an overstay of less than { $months } month; after that stricter rules apply.
       *[other] Until { $until } this counts as an overstay of less than { $months } months; after that stricter rules apply.
    }
stay-over-months =
    { $months ->
        [one] The overstay has lasted more than { $months } month (the limit was { $until_short }): articles 9 and 10 of Law 200/2010 apply.
       *[other] The overstay has lasted more than { $months } months (the limit was { $until_short }): articles 9 and 10 of Law 200/2010 apply.
    }
stay-leaving-late =
    { $over ->
        [one] If you leave on { $exit }, that is 1 day too late.
       *[other] If you leave on { $exit }, that is { $over } days too late.
    }
stay-leaving-in-time = If you leave on { $exit }, you are in time.
stay-return =
    { $days ->
        [one] If you leave on { $exit_short }, you may come back from { $from }, for 1 day; for the full time from { $full }.
       *[other] If you leave on { $exit_short }, you may come back from { $from }, for up to { $days } days; for the full time from { $full }.
    }
stay-return-full = If you leave on { $exit_short }, you may come back from { $from } and stay for { $days } days.
stay-outside =
    { $days ->
        [one] You are outside Moldova. You may enter from { $from }, for 1 day; for the full time from { $full }.
       *[other] You are outside Moldova. You may enter from { $from }, for up to { $days } days; for the full time from { $full }.
    }
stay-outside-full = You are outside Moldova. You may enter from { $from } and stay for { $days } days.
stay-past-over =
    { $over ->
        [one] Your stay from { $entry_short } to { $exit_short } was 1 day too long.
       *[other] Your stay from { $entry_short } to { $exit_short } was { $over } days too long.
    }
stay-planned =
    { $days ->
        [one] The trip planned from { $entry_short } may last until { $until } (1 day).
       *[other] The trip planned from { $entry_short } may last until { $until } ({ $days } days).
    }
stay-planned-over =
    { $over ->
        [one] The trip planned from { $entry_short } to { $exit_short } would be 1 day too long.
       *[other] The trip planned from { $entry_short } to { $exit_short } would be { $over } days too long.
    }
stay-planned-none = On { $entry } you would have no allowed days: that trip is too early.
stay-overlap = Some of your trips overlap. I have joined them; please check the dates.
stay-rule-window = Rule: at most { $limit } days in any { $window } days; the days of entry and exit both count. Law 200/2010.
stay-rule-last-entry = Rule for citizens of Azerbaijan: { $limit } days from the last entry; the day of entry counts. Law 200/2010.
stay-caution = Counted from your own dates. Days under a residence permit or a long-stay visa may count differently. The Border Police decide.

due-employment =
    { $days ->
        [one] The contract ended on { $event_short }. The authority must be told by { $due } (1 working day).
       *[other] The contract ended on { $event_short }. The authority must be told by { $due } ({ $days } working days).
    }
due-exam =
    { $days ->
        [one] For an application filed on { $event_short }, the answer can be expected by { $due } (1 working day).
       *[other] For an application filed on { $event_short }, the answer can be expected by { $due } ({ $days } working days).
    }
due-permit =
    { $days ->
        [one] The permit was lost or stolen on { $event_short }. Apply for a new one by { $due } (1 day).
       *[other] The permit was lost or stolen on { $event_short }. Apply for a new one by { $due } ({ $days } days).
    }
due-fine-free =
    { $days ->
        [one] If your last allowed day was { $event_short }, there is no fine if you leave by yourself by { $due } (1 day).
       *[other] If your last allowed day was { $event_short }, there is no fine if you leave by yourself by { $due } ({ $days } days).
    }
due-regime =
    { $months ->
        [one] If your last allowed day was { $event_short }, the overstay counts as less than { $months } month until { $due }.
       *[other] If your last allowed day was { $event_short }, the overstay counts as less than { $months } months until { $due }.
    }
due-return =
    { $days ->
        [one] With a decision of { $event_short } and no entry ban, you may come back from { $due } at the earliest ({ $days } full day); if you left later, count from the day you left.
       *[other] With a decision of { $event_short } and no entry ban, you may come back from { $due } at the earliest ({ $days } full days); if you left later, count from the day you left.
    }
due-office-day = That day is not a working day: the office is closed. Go by { $day }.
due-passed = That day has passed. Go as soon as you can.
due-return-left = You left on { $exit_short }. If the decision holds no entry ban, you may come back from { $due } at the earliest.
due-over = That day has passed.
