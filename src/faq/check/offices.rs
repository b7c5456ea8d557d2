//! Checks of `offices.toml`.

use std::collections::HashMap;

use chrono::NaiveTime;
use toml::Spanned;

use super::{Checker, Names};
use crate::faq::PlaceId;
use crate::faq::draft::{ContactDraft, HoursDraft, OfficeDraft, OfficeSourceDraft, OfficesDraft};
use crate::faq::offices::{Contact, Hours, Office, OfficeId};
use crate::faq::places::Places;
use crate::faq::problem::File;
use crate::language::PerLanguage;
use crate::links::Target;

type Sources = HashMap<String, PerLanguage<String>>;

pub(super) fn check(checker: &mut Checker<'_>, places: &Places) -> (Vec<Office>, Vec<Contact>, Names) {
    let mut names = Names { figures: None, offices: None, contacts: None };
    let Some(file) = checker.file("offices.toml") else { return (Vec::new(), Vec::new(), names) };
    let Some(draft) = file.toml::<OfficesDraft>(&mut checker.problems) else { return (Vec::new(), Vec::new(), names) };
    ids(checker, file, &draft);
    for office in &draft.office {
        checker.can_be_linked(file, &office.id, &Target::Office(OfficeId::new(office.id.get_ref())));
    }
    // Where the places could not be read, nothing is said about their names.
    for office in draft.office.iter().filter(|_| !places.places.is_empty()) {
        checker.known(file, &office.place, places.places.iter().map(|place| place.id.as_str()));
    }
    names.offices = Some(draft.office.iter().map(|office| office.id.get_ref().clone()).collect());
    names.contacts = Some(draft.contact.iter().map(|contact| contact.id.get_ref().clone()).collect());
    let sources = sources(checker, file, &draft);
    let offices = draft.office.into_iter().filter_map(|draft| office(checker, file, draft, &sources)).collect();
    let contacts = draft.contact.into_iter().map(|draft| contact(checker, file, draft)).collect();
    (offices, contacts, names)
}

fn ids(checker: &mut Checker<'_>, file: &File, draft: &OfficesDraft) {
    let (offices, contacts) =
        (draft.office.iter().map(|office| &office.id), draft.contact.iter().map(|contact| &contact.id));
    for office in &draft.office {
        let known = contacts.clone().map(|id| id.get_ref().as_str());
        office.contacts.iter().for_each(|contact| checker.known(file, contact, known.clone()));
        let known = offices.clone().map(|id| id.get_ref().as_str());
        office.disputed_with.iter().for_each(|other| checker.known(file, other, known.clone()));
    }
    // Offices and contacts share one name space: both are placeholders in answers.
    checker.unique(file, offices.chain(contacts));
}

/// The words of each source; an office must name one of them.
fn sources(checker: &mut Checker<'_>, file: &File, draft: &OfficesDraft) -> Sources {
    checker.unique(file, draft.source.iter().map(|source| &source.id));
    let known = draft.source.iter().map(|source| source.id.get_ref().as_str());
    draft.office.iter().for_each(|office| checker.known(file, &office.source, known.clone()));
    let read =
        |source: &OfficeSourceDraft| Some((source.id.get_ref().clone(), checker.all_languages(file, &source.text)?));
    draft.source.iter().filter_map(read).collect()
}

fn office(checker: &mut Checker<'_>, file: &File, draft: OfficeDraft, sources: &Sources) -> Option<Office> {
    let hours = hours(checker, file, &draft.hours);
    let town = checker.all_languages(file, &draft.town);
    let address = checker.all_languages(file, &draft.address);
    let reviewed = checker.day(file, &draft.reviewed);
    Some(Office {
        id: OfficeId::new(draft.id.get_ref()),
        kind: draft.kind,
        place: PlaceId::new(draft.place.get_ref()),
        country: draft.country,
        directorate: draft.directorate,
        disputed_with: draft.disputed_with.map(|id| OfficeId::new(id.get_ref())),
        contacts: draft.contacts.into_iter().map(Spanned::into_inner).collect(),
        town: town?,
        address: address?,
        hours,
        source: sources.get(draft.source.get_ref())?.clone(),
        reviewed: reviewed?,
    })
}

fn contact(checker: &mut Checker<'_>, file: &File, draft: ContactDraft) -> Contact {
    let hours = hours(checker, file, &draft.hours);
    Contact { id: draft.id.into_inner(), value: draft.value, free: draft.free, hours }
}

fn hours(checker: &mut Checker<'_>, file: &File, drafts: &[Spanned<HoursDraft>]) -> Option<Hours> {
    let mut hours = Hours::default();
    for draft in drafts {
        let time = |text: &String| NaiveTime::parse_from_str(text, "%H:%M").ok();
        let spans: Option<Vec<_>> =
            draft.get_ref().open.iter().map(|[from, to]| Some((time(from)?, time(to)?))).collect();
        let spans = spans.filter(|spans| {
            let times: Vec<_> = spans.iter().flat_map(|(from, to)| [*from, *to]).collect();
            times.is_sorted_by(|one, next| one < next)
        });
        let Some(spans) = spans else {
            let message = "the opening times are no rising row of times".to_string();
            let way_out = "write them as open = [[\"08:00\", \"12:00\"], [\"13:00\", \"16:00\"]]";
            checker.problems.push(file.problem(draft.span(), "hours", message, way_out));
            continue;
        };
        for weekday in &draft.get_ref().days {
            hours.week[*weekday as usize] = spans.clone();
        }
    }
    (!drafts.is_empty()).then_some(hours)
}
