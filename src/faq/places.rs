//! The places that people name: what `places.toml` says of them once it is faultless.
//!
//! The types cannot be made elsewhere than from a checked file ([`Places::read`]). How names are found
//! in a message is decided in `understanding::places`, and which office is near in its `routing`.

mod check;
mod draft;

use std::collections::HashSet;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::language::{Language, PerLanguage};
pub use draft::PlacesDraft;

/// The name of a place in our files: `orhei`, `riscani-sector`, `soroca-district`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PlaceId(Arc<str>);

impl PlaceId {
    pub fn new(id: &str) -> PlaceId {
        PlaceId(id.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PlaceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A place where people live.
#[derive(Clone, Debug)]
pub struct Place {
    pub id: PlaceId,
    pub kind: PlaceKind,
    pub region: Region,
    /// The district, the city of a sector, or the region it lies in.
    pub district: Option<PlaceId>,
    /// Of a district: its chief town, under whose name people speak of it.
    pub seat: Option<PlaceId>,
    /// The usual name first, then other spellings and names of older times.
    pub names: PerLanguage<Vec<String>>,
    pub at: Point,
    /// The one-stop-shop town that is nearer by road than another that is nearer as the crow flies.
    pub by_road: Option<PlaceId>,
    /// The name is a common word or a person's name: it counts only beside a word for a place.
    pub ordinary: bool,
    /// Spellings, folded, that are common words: they count only where a place may stand.
    pub ordinary_words: Vec<String>,
    /// A village as well known as a town of the same name.
    pub well_known: bool,
    pub source: String,
}

impl Place {
    /// The usual name in a language.
    pub fn name(&self, language: Language) -> &str {
        self.names[language].first().map_or(self.id.as_str(), String::as_str)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceKind {
    Municipality,
    Town,
    Village,
    /// One of the five sectors of Chișinău.
    Sector,
    /// A part of a city that people name and that is no sector.
    Neighbourhood,
    District,
    Region,
}

/// The part of the country that decides which office is offered first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    North,
    Centre,
    South,
    Gagauzia,
    /// The left bank of the Dniester.
    LeftBank,
    Bender,
    Romania,
}

/// Latitude and longitude in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub lat: f64,
    pub lon: f64,
}

impl Point {
    /// The distance on a sphere of the earth's mean radius (haversine); within 0.5 % of the truth.
    pub fn km_to(self, other: Point) -> f64 {
        const EARTH_KM: f64 = 6371.0;
        let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
        let across = self.lat.to_radians().cos() * other.lat.to_radians().cos();
        let chord = half(other.lat - self.lat) + across * half(other.lon - self.lon);
        2.0 * EARTH_KM * chord.clamp(0.0, 1.0).sqrt().asin()
    }
}

/// A town outside Moldova: it tells where a shared location lies and is not looked for in messages.
#[derive(Clone, Debug)]
pub struct AbroadTown {
    pub name: String,
    pub country: Neighbour,
    pub at: Point,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Neighbour {
    Romania,
    Ukraine,
}

/// Words around a name that tell how it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Around {
    Before,
    Settlement,
    District,
    Sector,
    Street,
    Capital,
    North,
    Not,
    /// In the languages that deny after the name.
    NotAfter,
    Earlier,
    Here,
    Going,
    But,
    Counted,
}

impl Around {
    pub const ALL: [Around; 14] = [
        Around::Before,
        Around::Settlement,
        Around::District,
        Around::Sector,
        Around::Street,
        Around::Capital,
        Around::North,
        Around::Not,
        Around::NotAfter,
        Around::Earlier,
        Around::Here,
        Around::Going,
        Around::But,
        Around::Counted,
    ];
}

/// Everything that `places.toml` says, faultless.
#[derive(Clone, Debug, Default)]
pub struct Places {
    pub places: Vec<Place>,
    pub abroad: Vec<AbroadTown>,
    /// What may follow the stem of a name.
    pub endings: Vec<String>,
    /// What may follow a Turkic ending: "I am", "we are".
    pub person_endings: Vec<String>,
    pub words: Vec<(Around, String)>,
    /// Common words, folded, that are so near to a name that they would be read as one.
    pub not_places: HashSet<String>,
}

impl Places {
    /// Reads the text of `places.toml`, or tells everything that is wrong with it.
    pub fn read(text: &str) -> Result<Places, Vec<Finding>> {
        let draft: PlacesDraft = toml::from_str(text).map_err(|error| vec![Finding::of_toml(&error)])?;
        draft.check()
    }

    pub fn get(&self, id: &PlaceId) -> Option<&Place> {
        self.places.iter().find(|place| place.id == *id)
    }
}

/// What is wrong with the file: bytes of the text, the rule, what, and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub at: Range<usize>,
    pub rule: &'static str,
    pub message: String,
    pub way_out: String,
}

impl Finding {
    fn of_toml(error: &toml::de::Error) -> Finding {
        let message = error.message().replace('\n', " ");
        Finding {
            at: error.span().unwrap_or(0..0),
            rule: if message.starts_with("unknown field") { "unknown-key" } else { "toml" },
            message,
            way_out: "write it as the other places of the file".to_string(),
        }
    }
}
