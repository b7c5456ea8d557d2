//! What staff read of links to hand over: the lines for the person in her language, the rest in theirs.

use chrono::{DateTime, Utc};

use super::label::Label;
use super::speak::Speaking;
use super::spoken::{Block, Code, Run, Words, words};
use crate::dialogue::reply::{Choice, Part};
use crate::faq::EntryId;
use crate::language::Language;
use crate::links::prepared::Made;
use crate::links::{self, Link, Opened, Target};
use crate::local_time::local;

impl Speaking<'_> {
    /// The same in another language.
    fn speaking(&self, language: Language) -> Speaking<'_> {
        Speaking { language, ..*self }
    }

    pub(super) fn title(&self, id: &EntryId) -> String {
        self.faq.entry(id).map_or_else(|| id.to_string(), |entry| entry.texts[self.language].title.clone())
    }

    fn own_name(&self, language: Language) -> String {
        self.speaking(language).label(&Label::LanguageName)
    }

    /// What the button of a link says: its language, or what it opens when it names none.
    pub(super) fn link_words(&self, link: &Link) -> String {
        match (link.language, &link.to) {
            (Some(language), _) => self.own_name(language),
            (None, Target::Entry(id)) => self.title(id),
            (None, other) => other.to_string(),
        }
    }

    pub(super) fn addresses(&self, links: &[(Language, String)]) -> Vec<Block> {
        let line = |(language, url): &(Language, String)| {
            let mut line = words(&format!("{}: ", self.own_name(*language)));
            line.extend(copied(url));
            line
        };
        vec![Block::Bullets(links.iter().map(line).collect())]
    }

    /// The line to send; when everybody may open it by the bot's name and a few words, also a line to read out, and the
    /// answer first.
    pub(super) fn hand_out(&self, entry: &EntryId, language: Language, url: &str, bot: Option<&str>) -> Vec<Block> {
        let hers = self.speaking(language);
        let title = hers.title(entry);
        let line = hers.label(&Label::HandLine { title: title.clone(), link: url.to_string() });
        let mut blocks = vec![self.paragraph(&Label::HandSend), Block::Paragraph(copied(&line))];
        if let Some(bot) = bot {
            let answer = self.faq.entry(entry).map_or_else(Vec::new, |entry| hers.answer(entry));
            blocks.splice(0..0, answer);
            blocks.push(self.paragraph(&Label::HandRead));
            let line = hers.label(&Label::HandSpoken { title, bot: bot.to_string() });
            blocks.push(Block::Paragraph(copied(&line)));
        }
        blocks
    }

    pub(super) fn code(&self, part: &Part) -> Option<Code> {
        let Part::HandOut { entry, language, url, .. } = part else { return None };
        Some(Code { url: url.clone(), alt: self.speaking(*language).title(entry) })
    }

    pub(super) fn made(&self, made: &[Made], at: DateTime<Utc>) -> Vec<Block> {
        let line = |made: &Made| words(&self.label(&self.made_line(made, at)));
        vec![Block::Bullets(made.iter().map(line).collect())]
    }

    fn made_line(&self, made: &Made, at: DateTime<Utc>) -> Label {
        let (number, title, language) = (made.number, self.title(&made.entry), self.own_name(made.language));
        let local = local(made.opened.unwrap_or(made.until));
        let (day, time) = (local.date(), local.format("%H:%M").to_string());
        match made.opened {
            Some(_) => Label::MadeOpened { number, title, language, day, time },
            None if made.until > at => Label::MadeWaiting { number, title, language, day },
            None => Label::MadeExpired { number, title, language, day },
        }
    }

    /// A line for each link, the most opened first, with its languages.
    pub(super) fn openings(&self, opened: &[Opened]) -> Vec<Block> {
        let mut names: Vec<&str> = opened.iter().map(|opened| opened.link.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        let mut lines: Vec<(i64, Words)> = names.into_iter().map(|name| self.opening(name, opened)).collect();
        lines.sort_by_key(|(times, _)| std::cmp::Reverse(*times));
        vec![Block::Bullets(lines.into_iter().map(|(_, line)| line).collect())]
    }

    fn opening(&self, name: &str, opened: &[Opened]) -> (i64, Words) {
        let of_name = opened.iter().filter(|opened| opened.link == name);
        let times = of_name.clone().map(|opened| opened.times).sum();
        let languages: Vec<String> = of_name.map(|opened| format!("{} {}", opened.language, opened.times)).collect();
        let title = self.target_words(name);
        (times, words(&self.label(&Label::NumbersLine { title, times, languages: languages.join(", ") })))
    }

    fn target_words(&self, name: &str) -> String {
        match Link::read(name).map(|link| link.to) {
            _ if name == links::PREPARED => self.label(&Label::NumbersPrepared),
            Some(Target::Entry(id)) => self.title(&id),
            Some(Target::Office(id)) => {
                self.faq.office(&id).map_or_else(|| id.to_string(), |office| office.address[self.language].clone())
            }
            Some(Target::Days) => self.button_words(&Choice::Days),
            Some(Target::Topics) => self.button_words(&Choice::Topics),
            Some(Target::NearestOffice) => self.button_words(&Choice::NearestOffice),
            Some(Target::Booking | Target::Prepared(_)) => name.to_string(),
            None => self.label(&Label::NumbersBroken),
        }
    }
}

/// Words that a tap copies, whatever marks are in them.
fn copied(text: &str) -> Words {
    vec![Run { text: text.to_string(), bold: false, copy: true }]
}
