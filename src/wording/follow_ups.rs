//! What was promised, in words and as a calendar file.

use chrono::{DateTime, Utc};

use super::label::Label;
use super::speak::Speaking;
use super::spoken::{Attachment, Block, Words, words};
use crate::dialogue::reply::DeskAct;
use crate::follow_ups::calendar::{self, Entry};
use crate::follow_ups::{FollowUp, Reach, Subject, What};
use crate::language::Language;
use crate::stay::DeadlineKind;

impl Speaking<'_> {
    /// Promises, one a line; where there are several, with the numbers of the buttons under them.
    pub(super) fn follow_ups(&self, follow_ups: &[FollowUp]) -> Vec<Block> {
        let lines: Vec<Words> = follow_ups.iter().map(|follow_up| words(&self.follow_up(follow_up))).collect();
        vec![if lines.len() == 1 { Block::Bullets(lines) } else { Block::Numbered(lines) }]
    }

    fn follow_up(&self, follow_up: &FollowUp) -> String {
        let at = follow_up.due;
        self.label(&match &follow_up.what {
            What::Reminder(subject) => Label::FollowUpReminder { at, about: self.about(subject) },
            What::CallBack(Reach::Chat) => Label::FollowUpCallChat { at },
            What::CallBack(Reach::Phone(phone)) => Label::FollowUpCallPhone { at, phone: phone.clone() },
        })
    }

    fn about(&self, subject: &Subject) -> String {
        self.label(&match subject {
            Subject::LastDay => Label::AboutLastDay,
            Subject::Deadline { kind, .. } => match kind {
                DeadlineKind::EmploymentEnded => Label::AboutDeadlineEmployment,
                DeadlineKind::ReunificationExam => Label::AboutDeadlineExam,
                DeadlineKind::PermitLost => Label::AboutDeadlinePermit,
                DeadlineKind::FineFree => Label::AboutDeadlineFine,
                DeadlineKind::RegimeLimit => Label::AboutDeadlineRegime,
                DeadlineKind::ReturnDecision => Label::AboutDeadlineReturn,
                DeadlineKind::PassportValidity | DeadlineKind::FilingLimit => Label::AboutDeadlineOther,
            },
            Subject::Office { id, .. } => {
                let office = self.faq.office(id);
                let address = office.map_or_else(String::new, |office| office.address[self.language].clone());
                Label::AboutOffice { address }
            }
            // On one line: it stands in a list.
            Subject::Note { text } => Label::AboutNote { text: text.split_whitespace().collect::<Vec<_>>().join(" ") },
        })
    }

    /// Promises as a file for the phone's calendar.
    pub(super) fn calendar(&self, follow_ups: &[FollowUp], at: DateTime<Utc>) -> Attachment {
        let entry = |follow_up| Entry {
            follow_up,
            title: self.calendar_title(follow_up),
            place: match &follow_up.what {
                What::Reminder(Subject::Office { id, .. }) => {
                    // As it stands on the door, for maps and taxi drivers.
                    self.faq.office(id).map(|office| office.address[Language::Ro].clone())
                }
                _ => None,
            },
        };
        let entries: Vec<Entry<'_>> = follow_ups.iter().map(entry).collect();
        let number = follow_ups.first().map_or(0, |follow_up| follow_up.id.0);
        Attachment {
            label: self.label(&Label::File),
            name: format!("popas-{number}.ics"),
            mime: "text/calendar",
            bytes: calendar::file(&entries, at).into_bytes(),
        }
    }

    fn calendar_title(&self, follow_up: &FollowUp) -> String {
        self.label(&match &follow_up.what {
            What::Reminder(subject) => Label::CalendarReminder { about: self.about(subject) },
            What::CallBack(_) => Label::CalendarCall,
        })
    }

    pub(super) fn desk_button(&self, act: DeskAct, number: i64) -> String {
        self.label(&match act {
            DeskAct::Take => Label::DeskTake { number },
            DeskAct::Answer => Label::DeskAnswer { number },
            DeskAct::Done => Label::DeskClose { number },
            DeskAct::NotReached => Label::DeskTried { number },
            DeskAct::Move => Label::DeskMove { number },
            DeskAct::MoveTo(at) => return self.wording.moment_short(at, self.language),
        })
    }
}
