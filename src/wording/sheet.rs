//! The words of the sheet for a notice board: what each code opens, where the offices are, whom to call.
//!
//! Words and links alone; `channels/paper` makes a page of them.

use super::label::Label;
use super::offices::kind_label;
use super::speak::{Speaking, theme_label};
use super::spoken::Block;
use crate::dialogue::reply::Choice;
use crate::faq::{Country, Faq, OfficeId, OfficeKind, Theme};
use crate::language::Language;
use crate::links::{Link, Target};

/// A sheet in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub language: Language,
    pub title: String,
    pub lead: String,
    /// Opens the menu: for whoever finds no question of hers.
    pub any: Code,
    pub groups: Vec<Group>,
    pub offices_heading: String,
    /// Offices by kind, each kind with its name.
    pub offices: Vec<(String, Vec<Block>)>,
    pub call_heading: String,
    pub call: Vec<Block>,
    /// Who runs Popas; when it was printed, from which content.
    pub foot: Vec<String>,
}

/// Codes that stand together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub heading: String,
    pub codes: Vec<Code>,
}

/// What stands beside a code, and what it opens.
#[derive(Clone, Debug, PartialEq)]
pub struct Code {
    pub words: String,
    pub link: Link,
}

impl Speaking<'_> {
    /// The sheet in the language spoken, printed on the day spoken on.
    pub fn sheet(&self) -> Sheet {
        let printed = Label::SheetPrinted { day: self.today, version: self.faq.version().to_string() };
        Sheet {
            language: self.language,
            title: self.label(&Label::SheetTitle),
            lead: self.label(&Label::SheetLead),
            any: self.sheet_code(self.label(&Label::SheetAsk), Target::Topics),
            groups: Theme::ALL.map(|theme| self.group(theme)).into(),
            offices_heading: self.label(&Label::SheetOffices),
            offices: [OfficeKind::OneStopShop, OfficeKind::IntegrationCentre].map(|kind| self.offices(kind)).into(),
            call_heading: self.label(&Label::SheetCall),
            call: self.contacts(&crate::dialogue::contact_ids()),
            foot: vec![self.operator().plain(), self.label(&printed)],
        }
    }

    /// The entries of a theme, and after them what is worked out for the person herself.
    fn group(&self, theme: Theme) -> Group {
        let title = |entry: &crate::faq::Entry| entry.texts[self.language].title.clone();
        let entries =
            self.faq.entries_of(theme).map(|entry| self.sheet_code(title(entry), Target::Entry(entry.id.clone())));
        let own = match theme {
            Theme::Stay => Some((Choice::Days, Target::Days)),
            Theme::Offices => Some((Choice::NearestOffice, Target::NearestOffice)),
            Theme::Family => None,
        };
        let own = own.map(|(choice, target)| self.sheet_code(self.button_words(&choice), target));
        Group { heading: self.label(&theme_label(theme)), codes: own.into_iter().chain(entries).collect() }
    }

    fn sheet_code(&self, words: String, to: Target) -> Code {
        Code { words, link: Link::new(to, Some(self.language)) }
    }

    fn offices(&self, kind: OfficeKind) -> (String, Vec<Block>) {
        (self.label(&kind_label(kind)), self.office_list(&in_moldova(self.faq, kind), true))
    }
}

/// The offices of a kind that a person in Moldova can walk to.
fn in_moldova(faq: &Faq, kind: OfficeKind) -> Vec<OfficeId> {
    let offices = faq.offices.iter().filter(|office| office.kind == kind && office.country == Country::Moldova);
    offices.map(|office| office.id.clone()).collect()
}
