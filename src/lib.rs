//! Popas.
pub mod commands;
pub mod dialogue;
pub mod engine;
pub mod faq;
pub mod language;
pub mod message;
pub mod stay;
pub mod understanding;
pub mod wording;
