//! Words: which answer, which of a few, small talk, or an honest “I cannot answer that”.

use chrono::NaiveDate;

use super::menu::{self, MOST_BUTTONS};
use super::phrase::Phrase;
use super::reply::{Asked, Choice, Part};
use super::{Effect, Room, Stage, Turn};
use crate::faq::{DeadlineKind, Entry, EntryId, Talk, Theme};
use crate::message::Unreadable;
use crate::understanding::Quoted;
use crate::understanding::dates::{NamedDate, Role};
use crate::understanding::language::Guess;
use crate::understanding::topics::{Judgement, Verdict};

/// Entries that a count of the person's own days answers better than the text alone.
const ABOUT_DAYS: [&str; 7] = [
    "stay-90-180",
    "overstay-consequences",
    "overstay-fine",
    "re-entry-after-90-days",
    "azerbaijan-stay",
    "family-reunification-deadline",
    "left-bank-exemption",
];

/// Who says where she is from, and nothing else, needs no more words.
const WORDS_OF_WHO_I_AM: usize = 5;

/// Whether a count of the person's own days answers it better than the text alone.
pub(super) fn is_about_days(entry: &EntryId) -> bool {
    ABOUT_DAYS.contains(&entry.as_str())
}

impl Room<'_> {
    pub(super) fn words(&self, turn: &mut Turn) {
        let Some(judgement) = &self.meaning.judgement else { return self.not_understood(turn) };
        match self.without_refused_call(judgement) {
            Some(rest) => {
                self.settle(turn, &rest);
                turn.offer(self.open_call().map(|call| Choice::Cancel(call.id)));
            }
            None => self.settle(turn, judgement),
        }
        if !matches!(judgement.verdict, Verdict::Talk(Talk::Stop | Talk::No | Talk::Yes | Talk::Back)) {
            self.keep_question(turn, judgement.verdict == Verdict::Talk(Talk::Human));
        }
    }

    /// “I left on 5 October, don't call me”: what she tells is about her trips.
    fn without_refused_call(&self, judgement: &Judgement) -> Option<Judgement> {
        let about_calls = matches!(judgement.verdict, Verdict::Talk(Talk::CallBack | Talk::Human));
        let tells = self.meaning.refuses_call && self.tells_of_trips() && about_calls;
        tells.then(|| Judgement { verdict: Verdict::Unknown { outside: None }, ..judgement.clone() })
    }

    /// What was asked stays asked when something else is said in between: trips that were told are not lost, nor is a
    /// reminder that was read back. What a count hangs on is asked again at once, unless she would rather talk to a person.
    fn keep_question(&self, turn: &mut Turn, wants_a_person: bool) {
        let promised = |effect: &Effect| matches!(effect, Effect::Promise(_));
        let counted = turn.reply.parts.iter().any(|part| matches!(part, Part::Stay(_)));
        if turn.memory.stage != Stage::Open || counted || turn.effects.contains(&Effect::Forget) {
            return;
        }
        let again = match &self.stage {
            Stage::Citizenship { .. } => Some((Phrase::CitizenshipAsk, Asked::Citizenship)),
            Stage::LeftBank { .. } => Some((Phrase::LeftBankAsk, Asked::LeftBank)),
            Stage::Confirming { .. } | Stage::Entered { .. } | Stage::Direction { .. } => None,
            Stage::Adding { trips, missing } if !trips.is_empty() || !missing.is_empty() => None,
            Stage::Booking { .. } if !turn.effects.iter().any(promised) => None,
            _ => return,
        };
        turn.memory.stage = self.stage.clone();
        if let Some((question, asked)) = again.filter(|_| !wants_a_person) {
            turn.say(question);
            turn.reply.choices.splice(0..0, [Choice::YesTo(asked), Choice::NoTo(asked)]);
            turn.reply.choices.truncate(MOST_BUTTONS);
        }
    }

    fn settle(&self, turn: &mut Turn, judgement: &Judgement) {
        if self.takes_back_read(turn, &judgement.verdict)
            || self.booking_settles(turn, judgement)
            || self.takes_back(turn, &judgement.verdict)
            || self.citizenship_settles(turn, judgement)
            || self.talk_settles(turn, judgement)
            || self.dates_settle(turn, judgement)
        {
            return;
        }
        if self.place_settles(turn, judgement) {
            return self.second(turn, judgement);
        }
        if self.meaning.language == Guess::NoneOfOurs && !matches!(judgement.verdict, Verdict::Answer(_)) {
            return self.language_not_served(turn);
        }
        match &judgement.verdict {
            Verdict::Answer(id) => {
                self.answer(turn, id);
                self.office_near(turn, id, judgement.also_office);
                self.second(turn, judgement);
                self.also_office(turn, judgement);
                self.doubtful_trips(turn, &judgement.verdict);
            }
            Verdict::Choices(ids) => match self.settled_by_last_day(ids) {
                Some(id) => self.answer(turn, id),
                None => {
                    self.which(turn, ids);
                    self.also_office(turn, judgement);
                }
            },
            Verdict::Talk(talk) => {
                self.talk(turn, *talk);
                self.second(turn, judgement);
            }
            // “I am from Turkey”: she only says who she is.
            Verdict::Unknown { outside: Some(Talk::Elsewhere) } if self.only_says_where_from() => self.help(turn),
            Verdict::Unknown { outside } => self.unknown(turn, *outside),
        }
    }

    fn only_says_where_from(&self) -> bool {
        self.meaning.nationality.is_some() && self.meaning.text.split_whitespace().count() <= WORDS_OF_WHO_I_AM
    }

    /// Short words that answer what was asked, before anything else is made of them.
    fn talk_settles(&self, turn: &mut Turn, judgement: &Judgement) -> bool {
        match (&judgement.verdict, &self.stage) {
            (_, Stage::Place { kind }) if !self.meaning.places.is_empty() => self.at_named_place(turn, *kind),
            (Verdict::Unknown { .. }, Stage::Place { kind }) => self.place_unknown(turn, *kind),
            (Verdict::Talk(Talk::Yes), _) => self.yes(turn),
            (Verdict::Talk(Talk::No), _) if self.meaning.stays.is_empty() && self.meaning.dates.is_empty() => {
                self.no(turn)
            }
            _ => return false,
        }
        true
    }

    pub(super) fn answer(&self, turn: &mut Turn, id: &EntryId) {
        let Some(entry) = self.faq.entry(id) else {
            return self.unreadable(turn, Unreadable::OldButton);
        };
        // Her own date is what she came for; the general answer explains it.
        if let Some(part) = self.deadline(entry).or_else(|| self.fine_free(entry)) {
            self.offer_to_remind(turn, &part);
            turn.add(part);
        }
        turn.add(Part::Answer(entry.id.clone()));
        turn.memory.about = Some(entry.id.clone());
        turn.offer(choices_under(entry));
        turn.offer(
            [Choice::Watch(entry.id.clone())].into_iter().filter(|_| !self.situation.watches.contains(&entry.id)),
        );
        turn.reply.choices.truncate(MOST_BUTTONS);
    }

    /// Of a last day that is still to come.
    pub(super) fn offer_to_remind(&self, turn: &mut Turn, part: &Part) {
        if let Part::Deadline { kind, event, exit, .. } = *part
            && self.due(kind, event, exit).is_some_and(|day| day >= self.situation.today)
        {
            turn.offer([Choice::RemindDeadline(kind, event, exit)]);
        }
    }

    pub(super) fn answer_part(&self, turn: &mut Turn, id: &EntryId, place: usize) {
        let Some(entry) = self.faq.entry(id).filter(|entry| place < entry.texts[turn.language].parts.len()) else {
            return self.unreadable(turn, Unreadable::OldButton);
        };
        turn.add(Part::AnswerPart(entry.id.clone(), place));
        let others = (0..entry.texts[turn.language].parts.len()).filter(|other| *other != place);
        turn.offer(others.map(|other| Choice::EntryPart(entry.id.clone(), other)));
        turn.offer([Choice::Entry(entry.id.clone())]);
        if !entry.offices.is_empty() {
            turn.offer([Choice::OfficesOf(entry.id.clone())]);
        }
        turn.reply.choices.truncate(MOST_BUTTONS);
    }

    /// The last day for what the entry is about, counted from a date in the message.
    fn deadline(&self, entry: &Entry) -> Option<Part> {
        let deadline = entry.deadline?;
        let fits = |role: Role| {
            role == Role::Unknown
                || match deadline.kind {
                    DeadlineKind::EmploymentEnded => role == Role::ContractEnded,
                    DeadlineKind::PermitLost => role == Role::Loss,
                    DeadlineKind::FineFree | DeadlineKind::RegimeLimit => {
                        matches!(role, Role::StayEnded | Role::PermitExpired)
                    }
                    DeadlineKind::ReturnDecision => role == Role::Decision,
                    DeadlineKind::ReunificationExam => role == Role::Filing,
                    DeadlineKind::PassportValidity | DeadlineKind::FilingLimit => false,
                }
        };
        let mut dates = self.meaning.dates.iter().filter(|date| date.certain && fits(date.value.role));
        let date = dates.next().filter(|_| dates.next().is_none())?;
        Some(self.counted_from(deadline.kind, date.value.date))
    }

    /// The last day to leave without a fine, under any answer about days: the last lawful day was told.
    fn fine_free(&self, entry: &Entry) -> Option<Part> {
        let ended = |date: &&Quoted<NamedDate>| date.certain && date.value.role == Role::StayEnded;
        let mut dates = self.meaning.dates.iter().filter(ended);
        let date = dates.next().filter(|_| is_about_days(&entry.id) && dates.next().is_none())?;
        Some(self.counted_from(DeadlineKind::FineFree, date.value.date))
    }

    /// The entry among those that may be meant which tells the day that follows from the last lawful one.
    fn settled_by_last_day<'i>(&self, ids: &'i [EntryId]) -> Option<&'i EntryId> {
        let tells = |id: &&EntryId| {
            let entry = self.faq.entry(id);
            entry.is_some_and(|entry| entry.deadline.is_some_and(|deadline| deadline.kind == DeadlineKind::FineFree))
        };
        ids.iter().find(tells).filter(|id| self.faq.entry(id).is_some_and(|entry| self.fine_free(entry).is_some()))
    }

    /// The last day for what the last answer was about, counted from the one day that was told after it.
    pub(super) fn deadline_of_told_day(&self, entry: &Entry) -> Option<Part> {
        let day = match (self.meaning.dates.as_slice(), self.meaning.stays.as_slice()) {
            ([day], []) if day.value.role == Role::Unknown => day.value.date,
            ([], [stay]) => stay.value.entry,
            _ => return None,
        };
        let kind = entry.deadline?.kind;
        (day <= self.situation.today).then(|| self.counted_from(kind, day))
    }

    fn counted_from(&self, kind: DeadlineKind, event: NaiveDate) -> Part {
        let left = |date: &&Quoted<NamedDate>| date.certain && date.value.role == Role::Exit;
        let exit = self.meaning.dates.iter().find(left).map(|date| date.value.date);
        Part::Deadline { kind, event, exit, on: self.situation.today }
    }

    fn second(&self, turn: &mut Turn, judgement: &Judgement) {
        if let Some(second) = &judgement.second {
            turn.say(Phrase::AlsoAsked);
            turn.reply.choices.retain(|choice| *choice != Choice::Entry(second.clone()));
            turn.reply.choices.insert(0, Choice::Entry(second.clone()));
            turn.reply.choices.truncate(MOST_BUTTONS);
        }
    }

    pub(super) fn which(&self, turn: &mut Turn, ids: &[EntryId]) {
        turn.say(Phrase::WhichOfThese);
        turn.offer(ids.iter().cloned().map(Choice::Entry));
        turn.offer([Choice::Topics, Choice::CallCentre]);
    }

    pub(super) fn unknown(&self, turn: &mut Turn, outside: Option<Talk>) {
        turn.say(if outside == Some(Talk::Elsewhere) { Phrase::OtherCountry } else { Phrase::Unknown });
        turn.offer([Choice::Topics, Choice::CallCentre, Choice::Languages]);
    }

    pub(super) fn not_understood(&self, turn: &mut Turn) {
        turn.memory.stage = self.stage.clone();
        self.unknown(turn, None);
    }

    fn language_not_served(&self, turn: &mut Turn) {
        menu::languages(turn);
        turn.reply.parts = vec![Part::Say(Phrase::LanguageNotServed)];
    }

    fn talk(&self, turn: &mut Turn, talk: Talk) {
        match talk {
            Talk::Greeting if self.situation.first_contact => self.welcome(turn),
            Talk::Greeting => {
                turn.say(Phrase::Greeting);
                turn.offer(menu::main());
            }
            Talk::Thanks => {
                turn.say(Phrase::YouAreWelcome);
                turn.offer([Choice::Topics]);
            }
            Talk::Help => self.help(turn),
            Talk::Human => menu::call_centre(turn, self.situation.centre.is_some()),
            Talk::Stop => turn.say(Phrase::Stopped),
            Talk::Language => match self.meaning.named_language {
                Some(language) => menu::set_language(turn, language),
                None => menu::languages(turn),
            },
            Talk::Privacy => menu::privacy(turn),
            Talk::Forget => self.forget_ask(turn),
            Talk::Yes => self.yes(turn),
            Talk::No => self.no(turn),
            Talk::Back => menu::topics(turn),
            Talk::Office => self.where_to_go(turn),
            Talk::Days => self.days_asked(turn),
            Talk::Remind | Talk::CallBack => self.not_understood(turn),
            Talk::FollowUps => self.follow_ups(turn),
            Talk::MyData => self.my_data(turn),
            outside => self.unknown(turn, Some(outside)),
        }
    }

    /// Whether the person's own trips answer what she asks.
    pub(super) fn is_about_days(&self, verdict: &Verdict) -> bool {
        match verdict {
            Verdict::Answer(id) => is_about_days(id),
            Verdict::Choices(ids) => ids.iter().any(is_about_days),
            Verdict::Talk(talk) => !talk.is_outside() && *talk != Talk::Office,
            // What looks like a matter of another kind is none of her days, whatever dates it names.
            Verdict::Unknown { outside } => outside.is_none(),
        }
    }
}

/// The buttons under an answer: its parts, what can be done, related answers, a person.
fn choices_under(entry: &Entry) -> Vec<Choice> {
    let parts = entry.texts.iter().map(|(_, text)| text.parts.len()).min().unwrap_or_default();
    let mut choices: Vec<Choice> = (0..parts).map(|place| Choice::EntryPart(entry.id.clone(), place)).collect();
    if is_about_days(&entry.id) {
        choices.push(Choice::Days);
    }
    if !entry.offices.is_empty() {
        choices.push(Choice::OfficesOf(entry.id.clone()));
    }
    let free = MOST_BUTTONS.saturating_sub(choices.len() + 1);
    choices.extend(entry.related.iter().take(free.min(2)).cloned().map(Choice::Entry));
    if entry.theme != Theme::Offices {
        choices.push(Choice::CallCentre);
    }
    choices.truncate(MOST_BUTTONS);
    choices
}
