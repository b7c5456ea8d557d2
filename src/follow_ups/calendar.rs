//! A promise as a calendar file (iCalendar, RFC 5545), so that a phone's own calendar reminds, too.

use chrono::{DateTime, TimeDelta, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, EventStatus};

use super::{FollowUp, State, What};

/// A visit or a call takes about so long in a calendar.
const EVENT_MINUTES: i64 = 30;
/// A calendar's own alarm for a call: time enough to find a quiet place. A reminder rings at its moment.
const ALARM_MINUTES_BEFORE_CALL: i64 = 10;

/// One promise with the words a calendar shows for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    pub follow_up: &'a FollowUp,
    pub title: String,
    /// The address, of a visit.
    pub place: Option<String>,
}

/// The file. An entry that was moved has the UID of the earlier file and a higher SEQUENCE, so that a calendar
/// replaces it; one that was cancelled says so.
pub fn file(entries: &[Entry<'_>], now: DateTime<Utc>) -> String {
    let mut calendar = Calendar::empty();
    for property in [("VERSION", "2.0"), ("PRODID", "-//Popas//Follow-ups//EN"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(property);
    }
    for entry in entries {
        calendar.push(event(entry, now));
    }
    let cancelled = entries.iter().all(|entry| entry.follow_up.state == State::Cancelled);
    calendar.append_property(("METHOD", if cancelled { "CANCEL" } else { "PUBLISH" }));
    calendar.done().to_string()
}

fn event(entry: &Entry<'_>, now: DateTime<Utc>) -> Event {
    let follow_up = entry.follow_up;
    let before = match follow_up.what {
        What::CallBack(_) => ALARM_MINUTES_BEFORE_CALL,
        What::Reminder(_) => 0,
    };
    let cancelled = follow_up.state == State::Cancelled;
    // The crate would give the alarm a name by chance and the time of its own clock.
    let mut alarm = Alarm::display(&entry.title, -TimeDelta::minutes(before));
    alarm.uid(&format!("alarm-{}", uid(follow_up))).timestamp(now);
    let mut event = Event::new();
    event
        .uid(&uid(follow_up))
        .sequence(follow_up.changes)
        .timestamp(now)
        .starts(follow_up.due)
        .ends(follow_up.due + TimeDelta::minutes(EVENT_MINUTES))
        .summary(&entry.title)
        .status(if cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed })
        .alarm(alarm);
    if let Some(place) = &entry.place {
        event.location(place);
    }
    event.done()
}

/// The same for all versions of one promise, and no other's: also of another database whose numbers began anew.
fn uid(follow_up: &FollowUp) -> String {
    format!("{}-{}@popas", follow_up.id.0, follow_up.booked.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_ups::{FollowUpId, Reach, Subject};

    fn at(written: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(written).unwrap().to_utc()
    }

    fn written(follow_up: &FollowUp) -> String {
        let title = "Последний день; 5, \\ «ä»".repeat(4);
        file(&[Entry { follow_up, title, place: None }], at("2025-11-22T10:00:00Z"))
    }

    fn reminder() -> FollowUp {
        let what = What::Reminder(Subject::LastDay);
        FollowUp::new(FollowUpId(7), what, at("2025-12-05T07:00:00Z"), at("2025-11-22T10:00:00Z"))
    }

    #[test]
    fn a_file_has_what_calendars_ask_for_and_is_the_same_each_time() {
        let file = written(&reminder());
        for line in [
            "BEGIN:VCALENDAR",
            "METHOD:PUBLISH",
            "UID:7-1763805600@popas",
            "SEQUENCE:0",
            "DTSTAMP:20251122T100000Z",
            "DTSTART:20251205T070000Z",
            "DTEND:20251205T073000Z",
            "STATUS:CONFIRMED",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "END:VCALENDAR",
        ] {
            assert!(file.lines().any(|found| found == line), "{line} is missing in\n{file}");
        }
        assert!(file.lines().all(|line| line.len() <= 75), "a line is longer than the 75 bytes of RFC 5545");
        assert!(file.split_inclusive('\n').all(|line| line.ends_with("\r\n")));
        assert_eq!(file, written(&reminder()));
    }

    #[test]
    fn what_was_moved_replaces_the_earlier_entry_and_what_was_cancelled_says_so() {
        let moved = FollowUp { changes: 2, due: at("2025-12-06T07:00:00Z"), ..reminder() };
        let file = written(&moved);
        assert!(file.contains("UID:7-1763805600@popas\r\n") && file.contains("SEQUENCE:2\r\n"));
        let cancelled = written(&FollowUp { state: State::Cancelled, ..moved });
        assert!(cancelled.contains("STATUS:CANCELLED\r\n") && cancelled.contains("METHOD:CANCEL\r\n"));
    }

    #[test]
    fn the_alarm_of_a_call_rings_before_it() {
        let call = FollowUp { what: What::CallBack(Reach::Chat), ..reminder() };
        assert!(written(&call).contains("TRIGGER:-PT600S") || written(&call).contains("TRIGGER:-PT10M"));
    }
}
