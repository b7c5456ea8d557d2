//! Popas.
pub mod dialogue;
pub mod faq;
pub mod language;
pub mod message;
pub mod understanding;
pub mod wording;
