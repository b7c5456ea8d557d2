//! From a reply to words in a language.
//!
//! The sentences are in `locales/<lang>/*.ftl` (Fluent), the facts in `faq/`. [`Wording::load`] finds
//! every faulty, missing or unknown message at once; after it, nothing can be missing. Pure but for
//! that: [`Wording::speak`] depends on its arguments alone.

mod check;
mod days;
mod follow_ups;
mod handing;
pub mod label;
mod offices;
mod pictures;
pub mod sheet;
pub mod speak;
pub mod spoken;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};

use crate::dialogue::desk::StaffCommand;
use crate::dialogue::phrase::Phrase;
use crate::dialogue::reply::Arg;
use crate::faq::{File, Problems, Source};
use crate::language::{Language, PerLanguage};
use crate::local_time::local;
use crate::understanding::Command;
pub(crate) use check::values_of;
use label::Label;

/// The words of all languages.
pub struct Wording {
    bundles: PerLanguage<FluentBundle<FluentResource>>,
}

impl Wording {
    /// Reads `locales/`; all problems at once when there are any.
    pub fn load(source: &Source) -> Result<Wording, Problems> {
        Wording::check(&source.read().map_err(|problem| Problems(vec![problem]))?)
    }

    /// The wording that these files give, or every problem of them.
    pub fn check(files: &[File]) -> Result<Wording, Problems> {
        let resources = check::check(files)?;
        Ok(Wording { bundles: PerLanguage::new(|language| bundle(language, &resources[language])) })
    }

    /// The words of a phrase.
    pub fn phrase(&self, phrase: &Phrase, language: Language) -> String {
        self.format(phrase.key(), phrase.args(), language)
    }

    /// The words of a label.
    pub fn label(&self, label: &Label, language: Language) -> String {
        self.format(label.key(), label.args(), language)
    }

    /// What a slash command does, in a few words.
    pub fn command(&self, command: Command, language: Language) -> String {
        let label = match command {
            Command::Help => Label::CommandHelp,
            Command::Topics => Label::CommandTopics,
            Command::Language => Label::CommandLanguage,
            Command::Privacy => Label::CommandPrivacy,
            Command::About => Label::CommandAbout,
            Command::Office => Label::CommandOffice,
            Command::Days => Label::CommandDays,
            Command::Forget => Label::CommandForget,
            Command::Stop => Label::CommandStop,
            Command::FollowUps => Label::CommandFollowUps,
            Command::CallBack => Label::CommandCallBack,
            Command::MyData => Label::CommandMyData,
        };
        self.label(&label, language)
    }

    /// The same of a command of the staff.
    pub fn staff_command(&self, command: StaffCommand, language: Language) -> String {
        let label = match command {
            StaffCommand::Queue => Label::CommandQueue,
            StaffCommand::Link => Label::CommandLink,
            StaffCommand::HandOver => Label::CommandHandOver,
            StaffCommand::HandOvers => Label::CommandHandOvers,
            StaffCommand::Numbers => Label::CommandNumbers,
        };
        self.label(&label, language)
    }

    /// A day with its weekday: Saturday 29 November 2025.
    pub fn day(&self, day: NaiveDate, language: Language) -> String {
        let weekday = Label::Weekday { weekday: i64::from(day.weekday().number_from_monday()) };
        let weekday = self.label(&weekday, language);
        let (month, year) = (self.month(day, language), i64::from(day.year()));
        self.label(&Label::DayLong { weekday, day: i64::from(day.day()), month, year }, language)
    }

    /// A day without its weekday, for lists: 29 November 2025.
    fn day_short(&self, day: NaiveDate, language: Language) -> String {
        let (month, year) = (self.month(day, language), i64::from(day.year()));
        self.label(&Label::DayShort { day: i64::from(day.day()), month, year }, language)
    }

    /// A moment with its weekday, the time of the day in Chișinău, and that it is that.
    pub fn moment(&self, at: DateTime<Utc>, language: Language) -> String {
        let local = local(at);
        let (day, time) = (self.day(local.date(), language), local.format("%H:%M").to_string());
        self.label(&Label::Moment { day, time }, language)
    }

    /// A day for a button: Mon 24 November.
    pub fn weekday_and_day(&self, day: NaiveDate, language: Language) -> String {
        let weekday = Label::WeekdayShort { weekday: i64::from(day.weekday().number_from_monday()) };
        let (weekday, month) = (self.label(&weekday, language), self.month(day, language));
        self.label(&Label::WeekdayAndDay { weekday, day: i64::from(day.day()), month }, language)
    }

    /// A moment for a button or a list.
    pub fn moment_short(&self, at: DateTime<Utc>, language: Language) -> String {
        let local = local(at);
        let weekday = Label::WeekdayShort { weekday: i64::from(local.weekday().number_from_monday()) };
        let weekday = self.label(&weekday, language);
        let (month, time) = (self.month(local.date(), language), local.format("%H:%M").to_string());
        self.label(&Label::MomentShort { weekday, day: i64::from(local.day()), month, time }, language)
    }

    fn month(&self, day: NaiveDate, language: Language) -> String {
        self.label(&Label::Month { month: i64::from(day.month()) }, language)
    }

    fn format(&self, key: &str, values: Vec<(&'static str, Arg)>, language: Language) -> String {
        let bundle = &self.bundles[language];
        let mut args = FluentArgs::new();
        for (name, value) in values {
            match value {
                Arg::Number(number) => args.set(name, number),
                Arg::Text(text) => args.set(name, text),
                // A day has two forms: the words choose `$entry` with its weekday or `$entry_short` without.
                Arg::Day(day) => {
                    args.set(format!("{name}_short"), self.day_short(day, language));
                    args.set(name, self.day(day, language));
                }
                Arg::Moment(at) => {
                    args.set(format!("{name}_short"), self.moment_short(at, language));
                    args.set(name, self.moment(at, language));
                }
                Arg::Language(named) => args.set(name, self.label(&Label::LanguageName, named)),
            }
        }
        let mut errors = Vec::new();
        // The check at load has seen every key with a value in every language.
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else { return key.to_string() };
        let words = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{key} in {language}: {errors:?}");
        words
    }
}

fn bundle(language: Language, resources: &[String]) -> FluentBundle<FluentResource> {
    let tag = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Marks around values help mixed directions, which our languages do not have, and show as boxes on old phones.
    bundle.set_use_isolating(false);
    // Neither can fail after the check: no name is taken twice, no resource is faulty.
    let _ = bundle.add_function("ROMANIAN", |values, _| match values.first() {
        Some(FluentValue::Number(number)) => romanian_plural(number.value).into(),
        _ => FluentValue::Error,
    });
    for text in resources {
        let resource = FluentResource::try_new(text.clone()).unwrap_or_else(|(resource, _)| resource);
        let _ = bundle.add_resource(resource);
    }
    bundle
}

/// The plural form in Romanian: `112 zile` but `120 de zile`. Fluent's own rule is wrong from 101 to 119
/// of every hundred (intl_pluralrules 7.0.2), so the Romanian files select by `ROMANIAN($n)`.
fn romanian_plural(number: f64) -> &'static str {
    let rest = number.abs() % 100.0;
    match number {
        1.0 => "one",
        _ if number == 0.0 || (1.0..20.0).contains(&rest) || number.fract() != 0.0 => "few",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn romanian_counts_by_the_last_two_digits() {
        for (number, form) in [
            (0, "few"),
            (1, "one"),
            (2, "few"),
            (19, "few"),
            (20, "other"),
            (100, "other"),
            (101, "few"),
            (112, "few"),
            (119, "few"),
            (120, "other"),
            (201, "few"),
            (1001, "few"),
        ] {
            assert_eq!(romanian_plural(f64::from(number)), form, "{number}");
        }
    }
}
