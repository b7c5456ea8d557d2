//! Understanding.
pub mod language;
pub mod spelling;
pub mod topics;
