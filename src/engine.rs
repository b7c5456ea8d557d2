//! The pure half of the assistant: content, understanding and wording together, without memory.
//!
//! [`Engine::decide`] turns one message into a turn; [`Engine::speak`] turns its reply into words. The
//! assistant adds the database around it; `popas ask` uses it as it is.

pub mod sharing;

use chrono::{DateTime, NaiveDate, Utc};

use crate::assistant::Mind;
use crate::dialogue::desk::{self, DeskSituation, StaffCommand};
use crate::dialogue::handing::{self, Handed, Handing};
use crate::dialogue::reminding::remind;
use crate::dialogue::reply::{Choice, Reply};
use crate::dialogue::{self, Memory, Situation, Turn};
use crate::faq::{EntryId, Faq, Problems, Source};
use crate::follow_ups::FollowUp;
use crate::language::Language;
use crate::local_time::day_of;
use crate::message::Said;
use crate::understanding::spelling::fold;
use crate::understanding::{Command, Understanding};
use crate::wording::Wording;
use crate::wording::speak::Speaking;
use crate::wording::spoken::Spoken;

use sharing::{Reading, Shelf, Sought};

/// Fewer letters than these may begin a question as well as a button.
const LEAST_TYPED: usize = 4;

/// Everything an answer is made from.
pub struct Engine {
    pub faq: Faq,
    pub understanding: Understanding,
    pub wording: Wording,
    /// Who runs Popas, when the settings name somebody.
    pub operator: Option<String>,
}

impl Engine {
    /// Learns from the content and reads the wording the program was built with; a faulty file of
    /// either gives all problems at once.
    pub fn new(faq: Faq, operator: Option<String>) -> Result<Engine, Problems> {
        let wording = Wording::load(&Source::BuiltInLocales)?;
        Ok(Engine { understanding: Understanding::learn(&faq), faq, wording, operator })
    }

    /// The button whose words were typed: all of them, or enough of their beginning to be no other's.
    fn typed_button(&self, situation: &Situation, said: &Said) -> Option<Choice> {
        let (Said::Text(text), Some(language)) = (said, situation.memory.language) else { return None };
        let typed = fold(text);
        let speaking = self.speaking(language, situation.today);
        let begins = |choice: &&Choice| {
            let label = fold(&speaking.button_words(choice));
            label == typed || (typed.chars().count() >= LEAST_TYPED && label.starts_with(&format!("{typed} ")))
        };
        let mut begun = situation.memory.offered.iter().filter(begins);
        let shown = begun.next().filter(|_| begun.next().is_none());
        // The way back from the call centre stands under an earlier message than the last.
        let back = situation.hand_over.as_ref().map(|_| &Choice::BackToBot);
        shown.or(back.filter(begins)).cloned()
    }

    fn speaking(&self, language: Language, today: NaiveDate) -> Speaking<'_> {
        let operator = self.operator.as_deref();
        Speaking { wording: &self.wording, faq: &self.faq, language, today, operator }
    }
}

impl Mind for Engine {
    fn decide(&self, situation: &Situation, said: &Said) -> Turn {
        let pressed = self.typed_button(situation, said).map(Said::Choice);
        let said = pressed.as_ref().unwrap_or(said);
        let meaning = self.understanding.understand(said, situation.app_language, situation.today);
        dialogue::respond(situation, &meaning, &self.faq)
    }

    fn at_desk(&self, situation: &DeskSituation, said: &Said) -> Option<Turn> {
        desk::at_desk(situation, said, &self.faq)
    }

    fn remind(&self, follow_up: &FollowUp, memory: &Memory, now: DateTime<Utc>) -> Option<Reply> {
        remind(follow_up, memory, &self.faq, now)
    }

    fn meanings(&self) -> Vec<(EntryId, u32)> {
        self.faq.entries().iter().map(|entry| (entry.id.clone(), entry.meaning)).collect()
    }

    fn speak(&self, reply: &Reply, language: Language, today: NaiveDate) -> Spoken {
        self.speaking(language, today).speak(reply)
    }

    fn hand_out(&self, handing: &Handing, said: &Said) -> Option<Handed> {
        let today = day_of(handing.now);
        let reader = Reading { engine: self, language: handing.language, today };
        handing::respond(handing, said, &self.faq, &reader)
    }

    fn shelf(&self, sought: &Sought<'_>) -> Shelf {
        self.find_answers(sought)
    }

    fn command_descriptions(&self, language: Language) -> Vec<(&'static str, String)> {
        let describe = |(command, name): (Command, &'static str)| (name, self.wording.command(command, language));
        Command::ALL.into_iter().map(describe).collect()
    }

    fn staff_command_descriptions(&self, language: Language) -> Vec<(&'static str, String)> {
        let describe = |(command, name)| (name, self.wording.staff_command(command, language));
        StaffCommand::ALL.into_iter().map(describe).collect()
    }
}
