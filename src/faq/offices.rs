//! Offices, phones and e-mail addresses.

use std::fmt;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use super::{Country, PlaceId};
use crate::language::PerLanguage;

/// The name of an office: `oss-balti`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OfficeId(Arc<str>);

impl OfficeId {
    pub fn new(id: &str) -> OfficeId {
        OfficeId(id.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OfficeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An office where people are served.
#[derive(Debug)]
pub struct Office {
    pub id: OfficeId,
    pub kind: OfficeKind,
    /// Its town, for distances.
    pub place: PlaceId,
    pub country: Country,
    /// The regional directorate it belongs to; `None` abroad.
    pub directorate: Option<Directorate>,
    /// Another office whose address some source gives for this one.
    pub disputed_with: Option<OfficeId>,
    pub contacts: Vec<String>,
    pub town: PerLanguage<String>,
    /// Street and town; the Romanian one is the spelling on the door.
    pub address: PerLanguage<String>,
    /// `None` where no source tells the hours.
    pub hours: Option<Hours>,
    /// Where address and hours are from.
    pub source: PerLanguage<String>,
    pub reviewed: NaiveDate,
}

/// What an office is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OfficeKind {
    /// The one that people mean unless they say another.
    #[default]
    OneStopShop,
    IntegrationCentre,
    BorderPolice,
    Chancery,
    RomanianOffice,
}

impl OfficeKind {
    pub const ALL: [OfficeKind; 5] = [
        OfficeKind::OneStopShop,
        OfficeKind::IntegrationCentre,
        OfficeKind::BorderPolice,
        OfficeKind::Chancery,
        OfficeKind::RomanianOffice,
    ];

    /// Its name in files and buttons.
    pub fn code(self) -> &'static str {
        match self {
            OfficeKind::OneStopShop => "one-stop-shop",
            OfficeKind::IntegrationCentre => "integration-centre",
            OfficeKind::BorderPolice => "border-police",
            OfficeKind::Chancery => "chancery",
            OfficeKind::RomanianOffice => "romanian-office",
        }
    }
}

/// A regional directorate of the General Inspectorate for Migration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Directorate {
    North,
    Centre,
    South,
}

/// Opening hours by day of the week, in the office's own time zone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// Per weekday from Monday, the spans in which it is open, in order.
    pub week: [Vec<(NaiveTime, NaiveTime)>; 7],
}

impl Hours {
    pub fn on(&self, day: Weekday) -> &[(NaiveTime, NaiveTime)] {
        &self.week[day.num_days_from_monday() as usize]
    }
}

/// A phone number or an e-mail address.
#[derive(Debug)]
pub struct Contact {
    pub id: String,
    pub value: String,
    /// A call costs nothing.
    pub free: bool,
    pub hours: Option<Hours>,
}
