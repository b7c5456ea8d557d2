//! Popas.
pub mod assistant;
pub mod channels;
pub mod commands;
pub mod dialogue;
pub mod engine;
pub mod faq;
pub mod language;
pub mod message;
pub mod settings;
pub mod stay;
pub mod store;
pub mod understanding;
pub mod wording;
pub mod workers;
