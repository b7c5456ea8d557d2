//! Wording.
pub mod spoken;
