//! Days in the country: how many are used, until when a person may stay, when they may come back, and by
//! which day something must be done.
//!
//! Promises:
//! - Pure: dates and figures in, values out; no clock, no files, no words for persons. Never panics, whatever
//!   the dates: arithmetic saturates at the ends of chrono's calendar.
//! - The figures of the law arrive in [`Law`], the days off in [`Holidays`]; none stands in this code.
//! - Every figure can be checked by counting days on a calendar, and the tests do (`stay/tests/oracle.rs`).
//! - What scripts see (`popas stay`, `popas deadline`) is what [`Count`] and [`Deadline`] serialise to.
//!
//! It does not read text ([`iso_date`] is the strict form of scripts only), does not know amounts of fines,
//! and does not advise: where the law is unclear the person leaves or files too early rather than too late.
//!
//! ```text
//! visits ─► History (sorted, merged, days summed once) ─┬─► count ─► Count ─► deadline (filing-limit)
//! Law, Traveller, as_of ────────────────────────────────┴─► timeline ─► characters
//! an event, Law, Holidays ─► deadline ─► Deadline
//! ```

mod calendar;
mod count;
mod deadlines;
mod easter;
mod history;
mod law;
mod overstay;
mod presence;
mod timeline;
mod window;
mod working_days;

#[cfg(test)]
mod tests;

pub use calendar::iso_date;
pub use count::{Count, PastStay, PlannedStay, Status, count};
pub use deadlines::{Deadline, DeadlineError, DeadlineInput, DeadlineKind, UnknownDeadline, deadline};
pub use easter::orthodox_easter;
pub use history::{History, HistoryError, Visit, Warning};
pub use law::{Law, Rule, Traveller};
pub use overstay::{Fine, Regime};
pub use timeline::{Mark, Timeline, characters, timeline};
pub use working_days::{Holiday, HolidayDay, Holidays, ImpossibleHoliday};
