//! Places people name.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The name of a place: `riscani-district`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PlaceId(Arc<str>);

impl PlaceId {
    pub fn new(id: &str) -> PlaceId {
        PlaceId(id.into())
    }
}

impl fmt::Display for PlaceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

pub struct Place;
impl Place {
    pub fn name(&self, _: crate::language::Language) -> &str {
        ""
    }
}
