//! The dialogue.
pub mod phrase;
pub mod reply;
