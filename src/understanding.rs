//! Understanding.
pub mod spelling;
pub mod topics;
