//! Whether an office is open at a moment, and when it opens next.
//!
//! Pure arithmetic over wall-clock times: the caller brings the local time of the office's own zone
//! ([`Country::zone`](super::Country::zone)) and says which days are holidays there. It knows the usual week only: a day
//! moved by the government or a closed counter is in no file, which is why a card also names a phone.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Tz;

use super::{Country, Faq, Hours, Office};

/// How it is with an office at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    Open {
        until: NaiveTime,
    },
    /// Between two spans of one day.
    Break {
        until: NaiveTime,
    },
    Closed {
        /// When it opens next; `None` when the hours name no time at all.
        opens: Option<NaiveDateTime>,
    },
}

/// No row of holidays and days off is as long as this.
const LOOK_AHEAD_DAYS: u64 = 60;

impl Hours {
    /// How it is at a local time; `closed` tells the days on which nobody is served. A span begins with its first
    /// minute and ends before its last: at 16:00 sharp an office that closes at 16:00 is closed.
    pub fn at(&self, now: NaiveDateTime, closed: impl Fn(NaiveDate) -> bool) -> Opening {
        let (today, time) = (now.date(), now.time());
        let spans = |day: NaiveDate| if closed(day) { &[] } else { self.on(chrono::Datelike::weekday(&day)) };
        if let Some((_, until)) = spans(today).iter().find(|(from, until)| (*from..*until).contains(&time)) {
            return Opening::Open { until: *until };
        }
        let next = spans(today).iter().map(|(from, _)| *from).find(|from| *from > time);
        let begun = spans(today).first().is_some_and(|(from, _)| *from < time);
        if let Some(until) = next.filter(|_| begun) {
            return Opening::Break { until };
        }
        let later = || {
            let days = (1..=LOOK_AHEAD_DAYS).filter_map(|days| today.checked_add_days(Days::new(days)));
            days.filter_map(|day| Some(day.and_time(spans(day).first()?.0))).next()
        };
        Opening::Closed { opens: next.map(|from| today.and_time(from)).or_else(later) }
    }
}

impl Country {
    /// As it stands in an address.
    pub fn romanian_name(self) -> &'static str {
        match self {
            Country::Moldova => "Moldova",
            Country::Romania => "România",
        }
    }

    /// The time zone of its offices.
    pub fn zone(self) -> Tz {
        match self {
            Country::Moldova => chrono_tz::Europe::Chisinau,
            Country::Romania => chrono_tz::Europe::Bucharest,
        }
    }
}

impl Faq {
    /// Whether nobody is served in that country on that day. Romania's holidays are not in our files: nothing is
    /// said of them.
    pub fn is_holiday(&self, country: Country, day: NaiveDate) -> bool {
        country == Country::Moldova && self.holidays.on(day).is_some()
    }

    /// How it is with an office at a moment; `None` where no source tells its hours.
    pub fn opening(&self, office: &Office, at: DateTime<Utc>) -> Option<Opening> {
        let local = at.with_timezone(&office.country.zone()).naive_local();
        Some(office.hours.as_ref()?.at(local, |day| self.is_holiday(office.country, day)))
    }
}

#[cfg(test)]
#[path = "opening/tests.rs"]
mod tests;
