//! Cards of offices, and the ways to reach the authority.

use super::label::Label;
use super::speak::Speaking;
use super::spoken::{Block, words};
use crate::faq::{Contact, Hours, Office, OfficeId, OfficeKind};
use crate::language::Language;

impl Speaking<'_> {
    /// An office: what it is, where, when, how to call, and who says so.
    pub(super) fn office(&self, office: &Office) -> Vec<Block> {
        let heading = format!("**{}**", self.label(&kind_label(office.kind)));
        let mut lines = vec![self.label(&Label::OfficeAddress { address: office.address[self.language].clone() })];
        if self.language != Language::Ro && office.address[self.language] != office.address[Language::Ro] {
            lines.push(self.label(&Label::OfficeDoor { address: office.address[Language::Ro].clone() }));
        }
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
            blocks.push(self.paragraph(&Label::OfficeDisputed { address: other.address[self.language].clone() }));
        }
        blocks.push(self.small(&Label::OfficeSource { source: office.source.clone(), reviewed: office.reviewed }));
        blocks
    }

    /// Offices in short; where sources disagree on one, both addresses.
    pub(super) fn office_list(&self, ids: &[OfficeId]) -> Vec<Block> {
        let offices: Vec<&Office> = ids.iter().filter_map(|id| self.faq.office(id)).collect();
        let lines = offices.iter().map(|office| {
            let hours = office.hours.iter().flat_map(|hours| self.hours(hours));
            let hours = hours.map(|(days, hours)| format!(" ({days} {hours})")).collect::<String>();
            words(&format!("{}{hours}", office.address[self.language]))
        });
        let mut blocks = vec![Block::Bullets(lines.collect())];
        for other in offices.iter().filter_map(|office| self.faq.office(office.disputed_with.as_ref()?)) {
            blocks.push(self.paragraph(&Label::OfficeDisputed { address: other.address[self.language].clone() }));
        }
        blocks
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

fn kind_label(kind: OfficeKind) -> Label {
    match kind {
        OfficeKind::OneStopShop => Label::OfficeOneStopShop,
        OfficeKind::IntegrationCentre => Label::OfficeIntegrationCentre,
        OfficeKind::BorderPolice => Label::OfficeBorderPolice,
        OfficeKind::Chancery => Label::OfficeChancery,
        OfficeKind::RomanianOffice => Label::OfficeRomanian,
    }
}
