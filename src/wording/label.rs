//! The words around sentences: buttons, names of things, lines of cards. By name, like phrases.

use chrono::{DateTime, NaiveDate, Utc};

use crate::dialogue::phrase::phrases;
use crate::dialogue::reply::Arg;

phrases! { Label:
    // ---- buttons
    ButtonTopics => "button-topics",
    ButtonHelp => "button-help",
    ButtonAbout => "button-about",
    ButtonPrivacy => "button-privacy",
    ButtonLanguage => "button-language",
    ButtonCallCentre => "button-call-centre",
    ButtonOffices => "button-offices",
    ButtonNearest => "button-nearest",
    ButtonNearestCentre => "button-nearest-centre",
    /// Opens a map search of an address; the other one where sources disagree.
    ButtonMap => "button-map",
    ButtonMapOther => "button-map-other",
    /// Sends the person's location.
    ButtonLocation => "button-location",
    /// Sends her phone number.
    ButtonSharePhone => "button-share-phone",
    ButtonDays => "button-days",
    ButtonMore => "button-more",
    ButtonYes => "button-yes",
    ButtonNo => "button-no",
    ButtonYesCount => "button-yes-count",
    ButtonCorrect => "button-correct",
    ButtonAddTrip => "button-add-trip",
    ButtonEntered => "button-entered",
    ButtonLeft => "button-left",
    ButtonForgetTrips => "button-forget-trips",
    ButtonRemind => "button-remind",
    ButtonOtherTime => "button-other-time",
    ButtonFollowUps => "button-follow-ups",
    ButtonCancel => "button-cancel",
    ButtonDone => "button-done",
    /// A reminder is to come again a day later.
    ButtonSnooze => "button-snooze",
    ButtonCallBack => "button-call-back",
    /// Later half hours of the same day.
    ButtonLater => "button-later",
    ButtonCallByChat => "button-call-by-chat",
    ButtonCallByPhone => "button-call-by-phone",
    ButtonHandOver => "button-hand-over",
    ButtonBackToBot => "button-back-to-bot",
    /// “Tell me when this answer changes”.
    ButtonWatch => "button-watch",
    ButtonMyData => "button-my-data",
    // ---- buttons of the call centre's staff
    DeskTake { number: i64 } => "desk-take",
    DeskAnswer { number: i64 } => "desk-answer",
    DeskClose { number: i64 } => "desk-close",
    DeskTried { number: i64 } => "desk-tried",
    DeskMove { number: i64 } => "desk-move",
    // ---- what was promised
    /// A day and a time of the day, which is that of Chișinău.
    Moment { day: String, time: String } => "moment",
    MomentShort { weekday: String, day: i64, month: String, time: String } => "moment-short",
    WeekdayAndDay { weekday: String, day: i64, month: String } => "weekday-and-day",
    FollowUpReminder { at: DateTime<Utc>, about: String } => "follow-up-reminder",
    FollowUpCallChat { at: DateTime<Utc> } => "follow-up-call-chat",
    FollowUpCallPhone { at: DateTime<Utc>, phone: String } => "follow-up-call-phone",
    AboutLastDay => "about-last-day",
    AboutDeadlineEmployment => "about-deadline-employment",
    AboutDeadlineExam => "about-deadline-exam",
    AboutDeadlinePermit => "about-deadline-permit",
    AboutDeadlineFine => "about-deadline-fine",
    AboutDeadlineRegime => "about-deadline-regime",
    AboutDeadlineReturn => "about-deadline-return",
    AboutDeadlineOther => "about-deadline-other",
    AboutOffice { address: String } => "about-office",
    AboutNote { text: String } => "about-note",
    /// What a calendar shows.
    CalendarReminder { about: String } => "calendar-reminder",
    CalendarCall => "calendar-call",
    ThemeStay => "theme-stay",
    ThemeFamily => "theme-family",
    ThemeOffices => "theme-offices",
    /// The language's own name for itself.
    LanguageName => "language-name",
    /// What a file is called where its name follows.
    File => "file",
    // ---- the menu of commands
    CommandTopics => "command-topics",
    CommandDays => "command-days",
    CommandOffice => "command-office",
    CommandLanguage => "command-language",
    CommandHelp => "command-help",
    CommandAbout => "command-about",
    CommandPrivacy => "command-privacy",
    CommandForget => "command-forget",
    CommandFollowUps => "command-follow-ups",
    CommandCallBack => "command-call-back",
    CommandMyData => "command-my-data",
    CommandStop => "command-stop",
    // ---- the same for the call centre's staff
    CommandQueue => "command-queue",
    CommandLink => "command-link",
    CommandHandOver => "command-handover",
    CommandHandOvers => "command-handovers",
    CommandNumbers => "command-numbers",
    // ---- who runs Popas
    /// When the settings name somebody.
    AboutOperator { operator: String } => "about-operator",
    /// When they name nobody: no service of the authority.
    AboutNobody => "about-nobody",
    // ---- days
    DayLong { weekday: String, day: i64, month: String, year: i64 } => "day-long",
    DayShort { day: i64, month: String, year: i64 } => "day-short",
    /// A month as it stands in a date.
    Month { month: i64 } => "month",
    Weekday { weekday: i64 } => "weekday",
    /// A month where there is little room.
    MonthShort { month: i64 } => "month-short",
    // ---- the small line under an answer
    AnswerSource { title: String } => "answer-source",
    AnswerRevision { revision: i64, reviewed: NaiveDate } => "answer-revision",
    AnswerUnofficial => "answer-unofficial",
    AnswerStale => "answer-stale",
    // ---- offices and contacts
    OfficeOneStopShop => "office-one-stop-shop",
    OfficeIntegrationCentre => "office-integration-centre",
    OfficeBorderPolice => "office-border-police",
    OfficeChancery => "office-chancery",
    OfficeRomanian => "office-romanian",
    OfficeAddress { address: String } => "office-address",
    /// The Romanian spelling, as on the door.
    OfficeDoor { address: String } => "office-door",
    OfficeDisputed { address: String } => "office-disputed",
    /// The same in one line of a list.
    OfficeDisputedShort { address: String, other: String } => "office-disputed-short",
    OfficeHoursUnknown => "office-hours-unknown",
    /// `days` is a span or a row of weekdays, `hours` the open spans.
    OfficeHours { days: String, hours: String } => "office-hours",
    // Whether it is open, by its usual hours; `time` is of the same day unless a day is named.
    OfficeOpenNow { time: String } => "office-open-now",
    OfficeBreakNow { time: String } => "office-break-now",
    OfficeOpensToday { time: String } => "office-opens-today",
    OfficeOpensOn { day: NaiveDate, time: String } => "office-opens-on",
    /// Before the next opening, when it is closed for a holiday.
    OfficeHoliday { holiday: String } => "office-holiday",
    /// Of several offices together.
    OfficeSources { sources: String } => "office-sources",
    OfficeSource { source: String, reviewed: NaiveDate } => "office-source",
    WeekdayShort { weekday: i64 } => "weekday-short",
    ContactFree { value: String } => "contact-free",
    ContactPhone { value: String } => "contact-phone",
    ContactEmail { value: String } => "contact-email",
    ContactHours { contact: String, days: String, hours: String } => "contact-hours",
    // ---- trips
    TripPast { entry: NaiveDate, exit: NaiveDate, days: i64 } => "trip-past",
    TripOpen { entry: NaiveDate, days: i64 } => "trip-open",
    TripLeaving { entry: NaiveDate, exit: NaiveDate } => "trip-leaving",
    TripPlanned { entry: NaiveDate, exit: NaiveDate } => "trip-planned",
    TripPlannedOpen { entry: NaiveDate } => "trip-planned-open",
    // ---- the days counted
    StayUntil { until: NaiveDate, left: i64 } => "stay-until",
    StayLastDay { until: NaiveDate } => "stay-last-day",
    StayOver { until: NaiveDate, over: i64 } => "stay-over",
    StayNoDay { entry: NaiveDate, over: i64 } => "stay-no-day",
    StayUsed { used: i64, limit: i64, window: i64 } => "stay-used",
    StayUsedLastEntry { used: i64, limit: i64 } => "stay-used-last-entry",
    StayThen { until: NaiveDate } => "stay-then",
    StayAvoidable { until: NaiveDate } => "stay-avoidable",
    StayFineDue { min: String, max: String, lei: i64 } => "stay-fine-due",
    StayFineExempt => "stay-fine-exempt",
    StayUnder { until: NaiveDate, months: i64 } => "stay-under",
    StayOverMonths { until: NaiveDate, months: i64 } => "stay-over-months",
    StayLeavingLate { exit: NaiveDate, over: i64 } => "stay-leaving-late",
    StayLeavingInTime { exit: NaiveDate } => "stay-leaving-in-time",
    StayReturn { exit: NaiveDate, from: NaiveDate, days: i64, full: NaiveDate } => "stay-return",
    StayReturnFull { exit: NaiveDate, from: NaiveDate, days: i64 } => "stay-return-full",
    StayOutside { from: NaiveDate, days: i64, full: NaiveDate } => "stay-outside",
    StayOutsideFull { from: NaiveDate, days: i64 } => "stay-outside-full",
    StayPastOver { entry: NaiveDate, exit: NaiveDate, over: i64 } => "stay-past-over",
    StayPlanned { entry: NaiveDate, until: NaiveDate, days: i64 } => "stay-planned",
    StayPlannedOver { entry: NaiveDate, exit: NaiveDate, over: i64 } => "stay-planned-over",
    StayPlannedNone { entry: NaiveDate } => "stay-planned-none",
    StayOverlap => "stay-overlap",
    StayRuleWindow { limit: i64, window: i64 } => "stay-rule-window",
    StayRuleLastEntry { limit: i64 } => "stay-rule-last-entry",
    StayCaution => "stay-caution",
    // ---- the picture of the days counted
    PictureTitle => "picture-title",
    PictureAway => "picture-away",
    PictureHere => "picture-here",
    PictureOver => "picture-over",
    /// A day to come on which the person may stay.
    PictureAllowed => "picture-allowed",
    PictureAhead => "picture-ahead",
    PictureToday { day: NaiveDate } => "picture-today",
    PictureLastDay { day: NaiveDate } => "picture-last-day",
    PictureExit { day: NaiveDate } => "picture-exit",
    PictureReturn { day: NaiveDate } => "picture-return",
    // ---- the sheet for a notice board
    SheetTitle => "sheet-title",
    SheetLead => "sheet-lead",
    /// Under the code that opens the menu.
    SheetAsk => "sheet-ask",
    SheetOffices => "sheet-offices",
    SheetCall => "sheet-call",
    SheetPrinted { day: NaiveDate, version: String } => "sheet-printed",
    // ---- a link to hand over
    /// Before the line to send.
    HandSend => "hand-send",
    /// Before the line to read out.
    HandRead => "hand-read",
    /// The line to send, in the language of the person it is for.
    HandLine { title: String, link: String } => "hand-line",
    /// The line to read out, in her language.
    HandSpoken { title: String, bot: String } => "hand-spoken",
    MadeOpened { number: i64, title: String, language: String, day: NaiveDate, time: String } => "made-opened",
    MadeWaiting { number: i64, title: String, language: String, day: NaiveDate } => "made-waiting",
    MadeExpired { number: i64, title: String, language: String, day: NaiveDate } => "made-expired",
    /// `languages`: `ru 8, en 4`.
    NumbersLine { title: String, times: i64, languages: String } => "numbers-line",
    NumbersBroken => "numbers-broken",
    NumbersPrepared => "numbers-prepared",
    // ---- an answer sent into another chat
    SharedLink { link: String } => "shared-link",
    SharedPrivate => "shared-private",
    // ---- last days for something
    DueEmployment { event: NaiveDate, due: NaiveDate, days: i64 } => "due-employment",
    DueExam { event: NaiveDate, due: NaiveDate, days: i64 } => "due-exam",
    DuePermit { event: NaiveDate, due: NaiveDate, days: i64 } => "due-permit",
    DueFineFree { event: NaiveDate, due: NaiveDate, days: i64 } => "due-fine-free",
    DueRegime { event: NaiveDate, due: NaiveDate, months: i64 } => "due-regime",
    DueReturn { event: NaiveDate, due: NaiveDate, days: i64 } => "due-return",
    DueOfficeDay { day: NaiveDate } => "due-office-day",
    /// The first day back, counted from the day of leaving because it was later than the decision.
    DueReturnLeft { exit: NaiveDate, due: NaiveDate } => "due-return-left",
    DuePassed => "due-passed",
    DueOver => "due-over",
    // ---- for those who correct our words
    /// How to read and correct the sheet of a language.
    ReviewHow => "review-how",
}
