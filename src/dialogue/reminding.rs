//! The message of a reminder: everything in it is counted on the day it goes out, from what is remembered then.

use chrono::{DateTime, TimeDelta, Utc};

use super::Memory;
use super::phrase::Phrase;
use super::reply::{Choice, Part, Reply, StayQuestion};
use crate::faq::Faq;
use crate::follow_ups::{FollowUp, Subject, What};
use crate::local_time::day_of;

/// Nobody notices that a reminder comes so much later than promised.
const UNNOTICED: TimeDelta = TimeDelta::minutes(10);

/// What a person is told when the time of a reminder has come; `None` for a call: the call centre is told.
pub fn remind(follow_up: &FollowUp, memory: &Memory, faq: &Faq, now: DateTime<Utc>) -> Option<Reply> {
    let What::Reminder(subject) = &follow_up.what else { return None };
    let mut parts = vec![Part::Say(Phrase::Reminder)];
    if now - follow_up.due > UNNOTICED {
        parts.push(Part::Say(Phrase::ReminderLate { at: follow_up.due }));
    }
    let mut choices = vec![Choice::Done(follow_up.id), Choice::Snooze(follow_up.id)];
    match subject {
        Subject::LastDay => {
            parts.push(last_day(memory, now));
            choices.extend([Choice::CorrectTrips, Choice::NearestOffice]);
        }
        Subject::Deadline { kind, event, exit } => {
            let on = day_of(now);
            parts.push(Part::Deadline { kind: *kind, event: *event, exit: *exit, on });
            choices.push(Choice::NearestOffice);
        }
        Subject::Office { id, entry } => {
            parts.push(Part::Office { id: id.clone(), at: Some(now) });
            // What to take along stands in the answer that sent her there.
            parts.extend(entry.iter().filter(|id| faq.entry(id).is_some()).cloned().map(Part::Answer));
        }
        Subject::Note { text } => parts.push(Part::Quote(text.clone())),
    }
    choices.push(Choice::FollowUps);
    Some(Reply { parts, choices })
}

fn last_day(memory: &Memory, now: DateTime<Utc>) -> Part {
    if memory.trips.is_empty() {
        return Part::Say(Phrase::ReminderNoTrips);
    }
    Part::Stay(StayQuestion {
        trips: memory.trips.clone(),
        on: day_of(now),
        nationality: memory.nationality.clone(),
        left_bank: memory.left_bank.unwrap_or(false),
    })
}
