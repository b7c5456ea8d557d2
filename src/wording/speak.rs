//! A reply, part by part, into blocks and buttons.

use chrono::NaiveDate;

use super::Wording;
use super::label::Label;
use super::spoken::{AskButton, Attachment, Block, Button, Link, Picture, Run, Spoken, words};
use crate::dialogue::phrase::Phrase;
use crate::dialogue::reply::{Choice, Part, Reply};
use crate::faq::text::{self, Block as Written};
use crate::faq::{Entry, Faq, Theme};
use crate::language::Language;

/// What speaking depends on besides the reply.
#[derive(Clone, Copy)]
pub struct Speaking<'a> {
    pub wording: &'a Wording,
    pub faq: &'a Faq,
    pub language: Language,
    /// The day in Chișinău: the figures of the law are those of this day.
    pub today: NaiveDate,
    /// Who runs Popas, when the settings name somebody.
    pub operator: Option<&'a str>,
}

impl Speaking<'_> {
    /// The words of a whole reply.
    pub fn speak(&self, reply: &Reply) -> Spoken {
        let blocks = reply.parts.iter().flat_map(|part| self.part(part)).collect();
        let buttons = reply.choices.iter().map(|choice| self.button(choice)).collect();
        let pictures = reply.parts.iter().filter_map(|part| self.picture_of(part)).collect();
        let links = reply.parts.iter().flat_map(|part| self.links(part)).collect();
        let keyboard = reply.parts.iter().rev().find_map(|part| self.ask_button(part));
        let files = reply.parts.iter().filter_map(|part| self.file(part)).collect();
        let codes = reply.parts.iter().filter_map(|part| self.code(part)).collect();
        Spoken { pictures, codes, blocks, buttons, links, files, keyboard }
    }

    fn part(&self, part: &Part) -> Vec<Block> {
        match part {
            Part::Say(phrase) => self.say(phrase),
            Part::Operator => vec![self.operator()],
            Part::Answer(id) => {
                self.faq.entry(id).map_or_else(|| self.say(&Phrase::BrokenLink), |entry| self.answer(entry))
            }
            Part::AnswerPart(id, place) => self
                .faq
                .entry(id)
                .and_then(|entry| self.answer_part(entry, *place))
                .unwrap_or_else(|| self.say(&Phrase::OldButton)),
            Part::Office { id, at } => self.faq.office(id).map_or_else(Vec::new, |office| self.office(office, *at)),
            Part::LocationButton | Part::PhoneButton | Part::NoLocationButton => Vec::new(),
            Part::OfficeList(ids) => self.office_list(ids, true),
            Part::OtherOffices(ids) => self.office_list(ids, false),
            Part::Contacts(ids) => self.contacts(ids),
            Part::Trips { trips, on } => self.trips(trips, *on),
            Part::Stay(question) => self.stay(question),
            Part::Deadline { kind, event, exit, on } => self.deadline(*kind, *event, *exit, *on),
            Part::FollowUps(follow_ups) => self.follow_ups(follow_ups),
            Part::Quote(text) => quoted(text),
            Part::Addresses(links) => self.addresses(links),
            Part::HandOut { entry, language, url, bot, for_all } => {
                self.hand_out(entry, *language, url, for_all.then_some(bot.as_str()))
            }
            Part::Made { made, at } => self.made(made, *at),
            Part::Openings(opened) => self.openings(opened),
            Part::Calendar { .. } | Part::Data(_) => Vec::new(),
        }
    }

    fn links(&self, part: &Part) -> Vec<Link> {
        match part {
            Part::Office { id, .. } => self.faq.office(id).map_or_else(Vec::new, |office| self.maps(office)),
            _ => Vec::new(),
        }
    }

    fn ask_button(&self, part: &Part) -> Option<AskButton> {
        match part {
            Part::LocationButton => Some(AskButton::Location(self.label(&Label::ButtonLocation))),
            Part::PhoneButton => Some(AskButton::Phone(self.label(&Label::ButtonSharePhone))),
            Part::NoLocationButton => Some(AskButton::Gone),
            _ => None,
        }
    }

    fn file(&self, part: &Part) -> Option<Attachment> {
        match part {
            Part::Calendar { follow_ups, at } => Some(self.calendar(follow_ups, *at)),
            Part::Data(json) => Some(Attachment {
                label: self.label(&Label::File),
                name: "popas.json".to_string(),
                mime: "application/json",
                bytes: json.clone().into_bytes(),
            }),
            _ => None,
        }
    }

    fn picture_of(&self, part: &Part) -> Option<Picture> {
        if let Part::Stay(question) = part { self.picture(question) } else { None }
    }

    pub(super) fn say(&self, phrase: &Phrase) -> Vec<Block> {
        self.written(&text::blocks(&self.wording.phrase(phrase, self.language)))
    }

    pub(super) fn label(&self, label: &Label) -> String {
        self.wording.label(label, self.language)
    }

    pub(super) fn paragraph(&self, label: &Label) -> Block {
        Block::Paragraph(words(&self.label(label)))
    }

    pub(super) fn small(&self, label: &Label) -> Block {
        Block::Small(words(&self.label(label)))
    }

    pub(super) fn operator(&self) -> Block {
        match self.operator {
            Some(operator) => self.paragraph(&Label::AboutOperator { operator: operator.to_string() }),
            None => self.paragraph(&Label::AboutNobody),
        }
    }

    pub(super) fn answer(&self, entry: &Entry) -> Vec<Block> {
        let read = &entry.texts[self.language];
        let mut blocks = vec![Block::Paragraph(words(&format!("**{}**", read.title)))];
        blocks.extend(self.written(&read.answer));
        blocks.push(self.source_line(entry));
        blocks
    }

    fn answer_part(&self, entry: &Entry, place: usize) -> Option<Vec<Block>> {
        let (heading, written) = entry.texts[self.language].parts.get(place)?;
        let mut blocks = vec![Block::Paragraph(words(&format!("**{heading}**")))];
        blocks.extend(self.written(written));
        blocks.push(self.source_line(entry));
        Some(blocks)
    }

    /// Law · source · revision and review · what kind of text it is.
    fn source_line(&self, entry: &Entry) -> Block {
        let mut pieces: Vec<String> = entry.texts[self.language].law.iter().cloned().collect();
        for source in entry.sources_for(self.language) {
            let title = source.title(self.language);
            let title = source.url.as_ref().map_or(title.to_string(), |url| format!("{title}, {url}"));
            pieces.push(self.label(&Label::AnswerSource { title }));
        }
        pieces
            .push(self.label(&Label::AnswerRevision { revision: i64::from(entry.revision), reviewed: entry.reviewed }));
        if !entry.official.contains(&self.language) {
            pieces.push(self.label(&Label::AnswerUnofficial));
        }
        if entry.is_stale(self.language) {
            pieces.push(self.label(&Label::AnswerStale));
        }
        Block::Small(words(&pieces.join(" · ")))
    }

    fn written(&self, blocks: &[Written]) -> Vec<Block> {
        let fill = |text: &String| words(&self.faq.fill(text, self.language, self.today));
        blocks
            .iter()
            .map(|block| match block {
                Written::Paragraph(text) => Block::Paragraph(fill(text)),
                Written::Bullets(items) => Block::Bullets(items.iter().map(fill).collect()),
                Written::Numbered(items) => Block::Numbered(items.iter().map(fill).collect()),
            })
            .collect()
    }

    fn button(&self, choice: &Choice) -> Button {
        Button { label: self.button_words(choice), choice: choice.clone() }
    }

    /// What a button says.
    pub fn button_words(&self, choice: &Choice) -> String {
        match choice {
            Choice::Entry(id) => {
                self.faq.entry(id).map_or_else(String::new, |entry| entry.texts[self.language].title.clone())
            }
            Choice::EntryPart(id, place) => self
                .faq
                .entry(id)
                .and_then(|entry| entry.texts[self.language].parts.get(*place))
                .map_or_else(String::new, |(heading, _)| heading.clone()),
            Choice::Language(language) => self.wording.label(&Label::LanguageName, *language),
            Choice::Office(id) => {
                self.faq.office(id).map_or_else(String::new, |office| office.town[self.language].clone())
            }
            Choice::Place(id) => self.faq.place(id).map_or_else(String::new, |place| self.place_apart(place)),
            Choice::Theme(theme) => self.label(&theme_label(*theme)),
            Choice::HandOut(link) => self.link_words(link),
            Choice::At(at) | Choice::FollowUp(_, at) => self.wording.moment_short(*at, self.language),
            Choice::CallDay(day) => self.wording.weekday_and_day(*day, self.language),
            Choice::Desk(act, id) => self.desk_button(*act, id.0),
            other => self.label(&fixed_label(other)),
        }
    }
}

/// Somebody's words, line by line, with nothing read into them.
fn quoted(text: &str) -> Vec<Block> {
    let line = |line: &str| Block::Paragraph(vec![Run { text: line.to_string(), ..Run::default() }]);
    text.lines().filter(|line| !line.trim().is_empty()).map(line).collect()
}

pub(super) fn theme_label(theme: Theme) -> Label {
    match theme {
        Theme::Stay => Label::ThemeStay,
        Theme::Family => Label::ThemeFamily,
        Theme::Offices => Label::ThemeOffices,
    }
}

/// The words of a button that says the same everywhere.
fn fixed_label(choice: &Choice) -> Label {
    match choice {
        Choice::Help => Label::ButtonHelp,
        Choice::About => Label::ButtonAbout,
        Choice::Privacy => Label::ButtonPrivacy,
        Choice::Languages => Label::ButtonLanguage,
        Choice::OfficesOf(_) => Label::ButtonOffices,
        Choice::CallCentre => Label::ButtonCallCentre,
        Choice::Yes | Choice::YesTo(_) => Label::ButtonYes,
        Choice::No | Choice::NoTo(_) => Label::ButtonNo,
        Choice::More(_, _) => Label::ButtonMore,
        Choice::CountTrips => Label::ButtonYesCount,
        Choice::Days => Label::ButtonDays,
        Choice::CorrectTrips => Label::ButtonCorrect,
        Choice::AddTrip => Label::ButtonAddTrip,
        Choice::EnteredOn(_) => Label::ButtonEntered,
        Choice::LeftOn(_) => Label::ButtonLeft,
        Choice::ForgetTrips => Label::ButtonForgetTrips,
        Choice::NearestOffice => Label::ButtonNearest,
        Choice::NearestOf(_) => Label::ButtonNearestCentre,
        Choice::RemindLastDay | Choice::RemindDeadline(..) | Choice::RemindOffice(_) => Label::ButtonRemind,
        Choice::OtherTime | Choice::Move(_) => Label::ButtonOtherTime,
        Choice::FollowUps => Label::ButtonFollowUps,
        Choice::Cancel(_) => Label::ButtonCancel,
        Choice::Done(_) => Label::ButtonDone,
        Choice::Snooze(_) => Label::ButtonSnooze,
        Choice::CallBack => Label::ButtonCallBack,
        Choice::CallTimes(..) => Label::ButtonLater,
        Choice::CallByChat => Label::ButtonCallByChat,
        Choice::CallByPhone => Label::ButtonCallByPhone,
        Choice::HandOver => Label::ButtonHandOver,
        Choice::BackToBot => Label::ButtonBackToBot,
        Choice::Watch(_) => Label::ButtonWatch,
        Choice::MyData => Label::ButtonMyData,
        _ => Label::ButtonTopics,
    }
}
