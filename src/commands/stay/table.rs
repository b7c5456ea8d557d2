//! A count as a table for who reads it at a terminal.

use super::Case;
use crate::commands::lines::{dated, rows, word};
use crate::stay::{Count, PastStay, PlannedStay, Rule, Status};

const LEGEND: &str = "· away   # in the country   ! over   (a number opens each month)";

/// The count in words and the window drawn.
pub fn table(count: &Count, case: &Case) -> String {
    let mut lines = vec![
        ("On", dated(case.as_of)),
        ("Rule", word(count.rule)),
        ("Days used", format!("{} of {}, counted from {}", count.used, case.law.stay_days, counted_from(count))),
    ];
    match count.status {
        Status::Inside => inside(count, &mut lines),
        Status::Outside => lines.push(("Status", "outside the country".to_string())),
    }
    lines.push(("Return", back(count)));
    lines.push(("Full stay from", dated(count.full_stay_from)));
    lines.extend(count.past.iter().map(|stay| ("Past", past(stay))));
    lines.extend(count.planned.iter().map(|stay| ("Planned", planned(stay))));
    lines.extend(count.warnings.iter().map(|warning| ("Warning", format!("{}: stays were merged", word(warning)))));
    format!("{}\n\n{}\n{LEGEND}", rows(&lines), case.drawing())
}

fn counted_from(count: &Count) -> String {
    match (count.rule, count.entry) {
        (Rule::LastEntry, Some(entry)) => dated(entry),
        _ => dated(count.window_start),
    }
}

fn inside(count: &Count, lines: &mut Vec<(&str, String)>) {
    if let Some(entry) = count.entry {
        lines.push(("In the country", format!("since {}", dated(entry))));
    }
    lines.push(("Last lawful day", last_lawful_day(count)));
    if let Some(from) = count.overstay_from {
        lines.push(("Over", format!("{} days, from {}", count.overstay_days, dated(from))));
    }
    if let (Some(regime), Some(until)) = (count.regime, count.regime_under_until) {
        lines.push(("Regime today", format!("{}; the lesser one until {}", word(regime), dated(until))));
    }
    if let Some(fine) = count.fine {
        let until =
            count.fine_free_until.map_or_else(String::new, |until| format!("; leave by {} to pay none", dated(until)));
        lines.push(("Fine today", format!("{}{until}", word(fine))));
    }
    if let (Some(exit), Some(over)) = (count.planned_exit, count.planned_exit_overstay) {
        lines.push(("Planned exit", format!("{}, {over} days over", dated(exit))));
    }
}

fn last_lawful_day(count: &Count) -> String {
    match (count.last_lawful_day, count.days_left) {
        (Some(last), Some(left)) => format!("{}, {left} days left", dated(last)),
        _ => "none on this entry".to_string(),
    }
}

fn back(count: &Count) -> String {
    let leaving = count.return_assumes_exit_on.map_or_else(String::new, |exit| format!(", leaving on {}", dated(exit)));
    format!("from {} for {} days{leaving}", dated(count.earliest_return), count.max_stay_from_return)
}

fn past(stay: &PastStay) -> String {
    let PastStay { entry, exit, days, overstay_days, regime, fine, .. } = stay;
    format!("{entry}..{exit}, {days} days, {overstay_days} over; regime {}, fine {}", word(regime), word(fine))
}

fn planned(stay: &PlannedStay) -> String {
    let exit = stay.exit.map_or_else(String::new, |exit| exit.to_string());
    let until = stay.last_lawful_day.map_or_else(|| "never".to_string(), dated);
    let over = stay.overstay_days.map_or_else(String::new, |over| format!(", {over} over"));
    format!("{}..{exit}, lawful until {until} ({} days){over}", stay.entry, stay.max_stay)
}
