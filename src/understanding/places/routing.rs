//! Which office is near: by the part of the country, then by distance.
//!
//! No source tells which district belongs to which office, so this speaks of the nearest, never of the
//! competent one. The offices of the regional directorate for the person's part of the country come
//! first, in the South the nearer of the two; the others follow, nearest first. For the left bank,
//! Bender and places abroad no directorate is known: the nearest of all comes first, and the answer
//! says where the person is.

use crate::faq::Directorate;
use crate::faq::places::{Neighbour, Place, PlaceId, PlaceKind, Places, Point, Region};

/// Where a person is, as far as it matters here.
#[derive(Clone, Debug, PartialEq)]
pub struct Standpoint {
    pub whereabouts: Whereabouts,
    pub at: Point,
    /// The place that was named, or the one nearest to a shared location; none far from all of them.
    pub place: Option<PlaceId>,
    by_road: Option<PlaceId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// In the part of the country that a directorate serves.
    Served(Directorate),
    LeftBank,
    Bender,
    /// In a neighbouring country.
    Abroad(Neighbour),
    /// Farther away.
    Elsewhere,
}

/// An office as a point on the map: the town it stands in.
#[derive(Clone, Debug)]
pub struct OfficeAt<'o> {
    pub id: &'o str,
    pub town: &'o PlaceId,
    pub directorate: Option<Directorate>,
    pub at: Point,
}

/// An office and its distance.
#[derive(Clone, Debug, PartialEq)]
pub struct Near<'o> {
    pub id: &'o str,
    pub km: f64,
}

/// A shared location belongs to the nearest place that is no farther than this.
const INSIDE_KM: f64 = 15.0;
/// Farther from every town of the neighbours that we know, nothing is said of the country.
const ABROAD_KM: f64 = 60.0;

impl Standpoint {
    /// Of a place that a person named.
    pub fn of(place: &Place) -> Standpoint {
        Standpoint {
            whereabouts: Whereabouts::of(place.region),
            at: place.at,
            place: Some(place.id.clone()),
            by_road: place.by_road.clone(),
        }
    }

    /// Of a location that a person shared.
    pub fn at(places: &Places, at: Point) -> Standpoint {
        let towns = places.places.iter().filter(|place| !matches!(place.kind, PlaceKind::District | PlaceKind::Region));
        let nearest = towns.map(|place| (place.at.km_to(at), place)).min_by(|one, other| one.0.total_cmp(&other.0));
        let abroad =
            places.abroad.iter().map(|town| (town.at.km_to(at), town)).min_by(|one, other| one.0.total_cmp(&other.0));
        let abroad_km = abroad.map_or(f64::INFINITY, |(km, _)| km);
        match (nearest, abroad) {
            (Some((km, place)), _) if km <= INSIDE_KM && km <= abroad_km => Standpoint { at, ..Standpoint::of(place) },
            (_, Some((km, town))) if km <= ABROAD_KM => Standpoint::outside(Whereabouts::Abroad(town.country), at),
            _ => Standpoint::outside(Whereabouts::Elsewhere, at),
        }
    }

    fn outside(whereabouts: Whereabouts, at: Point) -> Standpoint {
        Standpoint { whereabouts, at, place: None, by_road: None }
    }
}

impl Whereabouts {
    fn of(region: Region) -> Whereabouts {
        match region {
            Region::North => Whereabouts::Served(Directorate::North),
            Region::Centre => Whereabouts::Served(Directorate::Centre),
            Region::South | Region::Gagauzia => Whereabouts::Served(Directorate::South),
            Region::LeftBank => Whereabouts::LeftBank,
            Region::Bender => Whereabouts::Bender,
            Region::Romania => Whereabouts::Abroad(Neighbour::Romania),
        }
    }
}

/// All offices, the one to name first at the head.
pub fn route<'o>(from: &Standpoint, offices: &[OfficeAt<'o>]) -> Vec<Near<'o>> {
    let served = |office: &OfficeAt<'_>| match from.whereabouts {
        Whereabouts::Served(directorate) => office.directorate == Some(directorate),
        _ => false,
    };
    let by_road = |office: &OfficeAt<'_>| from.by_road.as_ref() == Some(office.town);
    let mut ranked: Vec<_> = offices
        .iter()
        .map(|office| (!served(office), !by_road(office), Near { id: office.id, km: from.at.km_to(office.at) }))
        .collect();
    ranked.sort_by(|one, other| (one.0, one.1).cmp(&(other.0, other.1)).then(one.2.km.total_cmp(&other.2.km)));
    ranked.into_iter().map(|(_, _, near)| near).collect()
}
