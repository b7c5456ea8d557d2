//! Cards of offices, and the ways to reach the authority.

use chrono::{DateTime, NaiveTime, Utc};
use url::Url;

use super::label::Label;
use super::speak::Speaking;
use super::spoken::{Block, Link, words};
use crate::faq::{Contact, Hours, Office, OfficeId, OfficeKind, Opening, Place};
use crate::language::Language;

impl Speaking<'_> {
    /// An office: what it is, where, when, how to call, and who says so; at a moment, also whether it is open.
    pub(super) fn office(&self, office: &Office, at: Option<DateTime<Utc>>) -> Vec<Block> {
        let heading = format!("**{}**", self.label(&kind_label(office.kind)));
        let door = copied(&office.address[Language::Ro]);
        let mut lines = if self.language == Language::Ro {
            vec![self.label(&Label::OfficeAddress { address: door })]
        } else {
            let address = office.address[self.language].clone();
            vec![self.label(&Label::OfficeAddress { address }), self.label(&Label::OfficeDoor { address: door })]
        };
        lines.extend(at.and_then(|at| self.open_now(office, at)).map(|open| format!("**{open}**")));
        match &office.hours {
            Some(hours) => lines.extend(
                self.hours(hours).into_iter().map(|(days, hours)| self.label(&Label::OfficeHours { days, hours })),
            ),
            None => lines.push(self.label(&Label::OfficeHoursUnknown)),
        }
        lines.extend(office.contacts.iter().filter_map(|id| self.faq.contact(id)).map(|contact| self.contact(contact)));
        let mut blocks = vec![Block::Paragraph(words(&heading))];
        blocks.push(Block::Bullets(lines.iter().map(|line| words(line)).collect()));
        if let Some(other) = office.disputed_with.as_ref().and_then(|id| self.faq.office(id)) {
            blocks.push(self.disputed(other));
        }
        blocks.push(
            self.small(&Label::OfficeSource {
                source: office.source[self.language].clone(),
                reviewed: office.reviewed,
            }),
        );
        blocks
    }

    /// Offices in short, one a line; where sources disagree on one, both addresses.
    pub(super) fn office_list(&self, ids: &[OfficeId], with_hours: bool) -> Vec<Block> {
        let offices: Vec<&Office> = ids.iter().filter_map(|id| self.faq.office(id)).collect();
        let line = |office: &&Office| {
            let hours = office.hours.iter().filter(|_| with_hours).flat_map(|hours| self.hours(hours));
            let hours = hours.map(|(days, hours)| format!(" ({days} {hours})")).collect::<String>();
            let address = office.address[self.language].clone() + &hours;
            words(&match office.disputed_with.as_ref().and_then(|id| self.faq.office(id)) {
                Some(other) => {
                    let other = other.address[self.language].clone();
                    self.label(&Label::OfficeDisputedShort { address, other })
                }
                None => address,
            })
        };
        let mut sources: Vec<&str> = offices.iter().map(|office| office.source[self.language].as_str()).collect();
        sources.sort_unstable();
        sources.dedup();
        let mut blocks = vec![Block::Bullets(offices.iter().map(line).collect())];
        blocks
            .extend((!sources.is_empty()).then(|| self.small(&Label::OfficeSources { sources: sources.join(" · ") })));
        blocks
    }

    fn disputed(&self, other: &Office) -> Block {
        self.paragraph(&Label::OfficeDisputed { address: other.address[self.language].clone() })
    }

    /// Whether it is open at a moment, by its usual hours and the holidays that are known.
    fn open_now(&self, office: &Office, at: DateTime<Utc>) -> Option<String> {
        let today = at.with_timezone(&office.country.zone()).date_naive();
        let time = |time: NaiveTime| time.format("%H:%M").to_string();
        Some(match self.faq.opening(office, at)? {
            Opening::Open { until } => self.label(&Label::OfficeOpenNow { time: time(until) }),
            Opening::Break { until } => self.label(&Label::OfficeBreakNow { time: time(until) }),
            Opening::Closed { opens } => {
                let opens = opens?;
                let (day, time) = (opens.date(), time(opens.time()));
                let opens = match day == today {
                    true => Label::OfficeOpensToday { time },
                    false => Label::OfficeOpensOn { day, time },
                };
                let holiday = self.faq.holiday_name(today, self.language).map(str::to_string);
                let holiday = holiday.filter(|_| self.faq.is_holiday(office.country, today));
                let holiday = holiday.map(|holiday| self.label(&Label::OfficeHoliday { holiday }) + " ");
                holiday.unwrap_or_default() + &self.label(&opens)
            }
        })
    }

    /// Map searches of its addresses: a building has no coordinates in our files, so none are made up.
    pub(super) fn maps(&self, office: &Office) -> Vec<Link> {
        let other = office.disputed_with.as_ref().and_then(|id| self.faq.office(id));
        let links = [(Label::ButtonMap, Some(office)), (Label::ButtonMapOther, other)];
        let link = |(label, office): (Label, Option<&Office>)| {
            Some(Link { label: self.label(&label), url: map_search(office?)? })
        };
        links.into_iter().filter_map(link).collect()
    }

    /// A place's name with what it lies in: names that several places bear are told apart by that.
    pub(super) fn place_apart(&self, place: &Place) -> String {
        let name = place.name(self.language);
        match place.district.as_ref().and_then(|id| self.faq.place(id)) {
            Some(around) => format!("{name} ({})", around.name(self.language)),
            None => name.to_string(),
        }
    }

    /// Phones and e-mail addresses, one a line.
    pub(super) fn contacts(&self, ids: &[String]) -> Vec<Block> {
        let lines = ids.iter().filter_map(|id| self.faq.contact(id)).map(|contact| words(&self.contact(contact)));
        vec![Block::Bullets(lines.collect())]
    }

    fn contact(&self, contact: &Contact) -> String {
        let value = contact.value.clone();
        let line = if value.contains('@') {
            self.label(&Label::ContactEmail { value })
        } else if contact.free {
            self.label(&Label::ContactFree { value })
        } else {
            self.label(&Label::ContactPhone { value })
        };
        match contact.hours.as_ref().map(|hours| self.hours(hours)).as_deref() {
            Some([(days, hours)]) => {
                self.label(&Label::ContactHours { contact: line, days: days.clone(), hours: hours.clone() })
            }
            _ => line,
        }
    }

    /// Days with the same hours together: `Mon–Fri`, `08:00–12:00, 13:00–16:00`.
    fn hours(&self, hours: &Hours) -> Vec<(String, String)> {
        let mut groups: Vec<(Vec<usize>, String)> = Vec::new();
        for (day, spans) in hours.week.iter().enumerate().filter(|(_, spans)| !spans.is_empty()) {
            let spans: Vec<String> =
                spans.iter().map(|(from, to)| format!("{}–{}", from.format("%H:%M"), to.format("%H:%M"))).collect();
            let spans = spans.join(", ");
            match groups.iter_mut().find(|(_, known)| *known == spans) {
                Some((days, _)) => days.push(day),
                None => groups.push((vec![day], spans)),
            }
        }
        groups.into_iter().map(|(days, spans)| (self.weekdays(&days), spans)).collect()
    }

    fn weekdays(&self, days: &[usize]) -> String {
        let name = |day: &usize| self.label(&Label::WeekdayShort { weekday: *day as i64 + 1 });
        match days {
            [first, .., last] if days.len() > 2 && last - first + 1 == days.len() => {
                format!("{}–{}", name(first), name(last))
            }
            _ => days.iter().map(name).collect::<Vec<_>>().join(", "),
        }
    }
}

/// Marked so that a tap copies it.
fn copied(text: &str) -> String {
    format!("`{text}`")
}

/// A search in the spelling on the door; phones open it in the app for maps.
fn map_search(office: &Office) -> Option<Url> {
    let query = format!("{}, {}", office.address[Language::Ro], office.country.romanian_name());
    Url::parse_with_params("https://www.google.com/maps/search/?api=1", [("query", query)]).ok()
}

pub(super) fn kind_label(kind: OfficeKind) -> Label {
    match kind {
        OfficeKind::OneStopShop => Label::OfficeOneStopShop,
        OfficeKind::IntegrationCentre => Label::OfficeIntegrationCentre,
        OfficeKind::BorderPolice => Label::OfficeBorderPolice,
        OfficeKind::Chancery => Label::OfficeChancery,
        OfficeKind::RomanianOffice => Label::OfficeRomanian,
    }
}
