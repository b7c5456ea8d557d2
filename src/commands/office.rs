//! `popas office`: the offices near a place, the nearest first, as the dialogue would name them.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::lines::{Refusal, print, refused, rows};
use crate::dialogue::routing;
use crate::faq::{Faq, OfficeId, OfficeKind, Opening, PlaceId};
use crate::language::Language;
use crate::settings::Settings;
use crate::understanding::Understanding;
use crate::understanding::places::routing::{Standpoint, Whereabouts};

/// Near which place, and of what kind.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// A town, village, sector or district of Moldova, in any of the languages; several words are joined by spaces
    #[arg(required = true)]
    pub place: Vec<String>,
    /// one-stop-shop, integration-centre, border-police, chancery or romanian-office
    #[arg(long, value_name = "KIND", default_value = "one-stop-shop", value_parser = kind)]
    pub kind: OfficeKind,
    /// Print one JSON object
    #[arg(long)]
    pub json: bool,
}

fn kind(name: &str) -> Result<OfficeKind, String> {
    let kinds = OfficeKind::ALL.map(OfficeKind::code);
    let found = OfficeKind::ALL.into_iter().find(|kind| kind.code() == name);
    found.ok_or_else(|| format!("`{name}` is no kind of office; the kinds are {}", kinds.join(", ")))
}

/// What there is to say of a name: for each place that bears it, its offices.
#[derive(Debug, Serialize)]
pub struct Found {
    /// Null when several places are meant whose offices differ.
    pub place: Option<PlaceId>,
    pub places: Vec<At>,
}

/// A place and the offices near it.
#[derive(Debug, Serialize)]
pub struct At {
    pub id: PlaceId,
    pub name: String,
    /// `served`, or why no directorate is known: `left-bank`, `bender`, `abroad`.
    pub whereabouts: &'static str,
    pub offices: Vec<Near>,
}

/// An office and how far its town is, in a straight line.
#[derive(Debug, Serialize)]
pub struct Near {
    pub id: OfficeId,
    pub km: i64,
    pub address: String,
    /// `open`, `break` or `closed` now; null where no source tells the hours.
    pub now: Option<&'static str>,
    pub source: String,
}

pub fn run(args: &Args, settings: &Settings) -> anyhow::Result<()> {
    let faq = settings.load_faq()?;
    let understanding = Understanding::learn(&faq);
    let name = args.place.join(" ");
    let found = find(&faq, &understanding.places(&name), args.kind, Utc::now());
    let found = found.ok_or_else(|| refused(args.json, unknown(&name)))?;
    print(args.json, &found, || table(&found))
}

fn unknown(name: &str) -> Refusal {
    let message = format!("`{name}` names no place that is in places.toml; try the nearest town or district");
    Refusal::new("unknown-place", message)
}

fn find(faq: &Faq, places: &[PlaceId], kind: OfficeKind, now: DateTime<Utc>) -> Option<Found> {
    let places: Vec<At> = places.iter().filter_map(|id| at(faq, id, kind, now)).collect();
    let likeliest = places.first()?;
    let first = |at: &At| at.offices.first().map(|office| office.id.clone());
    let alike = places.iter().all(|other| first(other) == first(likeliest));
    Some(Found { place: alike.then(|| likeliest.id.clone()), places })
}

fn at(faq: &Faq, id: &PlaceId, kind: OfficeKind, now: DateTime<Utc>) -> Option<At> {
    let place = faq.place(id)?;
    let from = Standpoint::of(place);
    let offices = routing::nearest(faq, &from, kind).into_iter().map(|(office, km)| Near {
        id: office.id.clone(),
        km: km.round() as i64,
        address: office.address[Language::Ro].clone(),
        now: faq.opening(office, now).map(word),
        source: office.source[Language::Ro].clone(),
    });
    let whereabouts = match from.whereabouts {
        Whereabouts::Served(_) => "served",
        Whereabouts::LeftBank => "left-bank",
        Whereabouts::Bender => "bender",
        Whereabouts::Abroad(_) | Whereabouts::Elsewhere => "abroad",
    };
    Some(At { id: id.clone(), name: place.name(Language::Ro).to_string(), whereabouts, offices: offices.collect() })
}

fn word(opening: Opening) -> &'static str {
    match opening {
        Opening::Open { .. } => "open",
        Opening::Break { .. } => "break",
        Opening::Closed { .. } => "closed",
    }
}

fn table(found: &Found) -> String {
    let places = found.places.iter().map(|at| {
        let offices = at.offices.iter().map(|office| {
            let now = office.now.unwrap_or("hours unknown");
            (office.id.as_str(), format!("{:>3} km  {} ({now})", office.km, office.address))
        });
        let offices: Vec<(&str, String)> = offices.collect();
        format!("{} ({}, {})\n{}", at.name, at.id, at.whereabouts, rows(&offices))
    });
    places.collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faq::Source;

    #[test]
    fn a_name_leads_to_its_offices_or_to_those_of_each_place_that_bears_it() {
        let faq = Faq::load(&Source::BuiltIn).unwrap();
        let told = |places: &[&str]| {
            let places: Vec<PlaceId> = places.iter().map(|id| PlaceId::new(id)).collect();
            let found = find(&faq, &places, OfficeKind::OneStopShop, Utc::now())?;
            let firsts = found.places.iter().map(|at| format!("{} {}", at.whereabouts, at.offices[0].id));
            Some((found.place.is_some(), firsts.collect::<Vec<_>>().join(", ")))
        };
        for (places, expected) in [
            (&["soroca"][..], Some((true, "served oss-balti"))),
            (&["cantemir"], Some((true, "served oss-cahul"))),
            (&["riscani", "riscani-sector"], Some((false, "served oss-balti, served oss-chisinau"))),
            (&["tiraspol"], Some((true, "left-bank oss-chisinau"))),
            (&["nowhere"], None),
            (&[], None),
        ] {
            let expected = expected.map(|(one, firsts)| (one, firsts.to_string()));
            assert_eq!(told(places), expected, "{places:?}");
        }
    }
}
