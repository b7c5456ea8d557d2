//! Places (stand-in until the gazetteer is merged).
use crate::faq::{Faq, PlaceId};
pub struct Gazetteer;
impl Gazetteer {
    pub fn learn(_: &Faq) -> Gazetteer {
        Gazetteer
    }
    pub fn places(&self, _: &str) -> Vec<PlaceId> {
        vec![]
    }
}
