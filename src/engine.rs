//! The pure half of the assistant: content, understanding and wording together, without memory.
//!
//! [`Engine::decide`] turns one message into a turn; [`Engine::speak`] turns its reply into words. The
//! assistant adds the database around it; `popas ask` uses it as it is.

use chrono::NaiveDate;

use crate::dialogue::reply::Reply;
use crate::dialogue::{Situation, Turn};
use crate::faq::Faq;
use crate::language::Language;
use crate::message::Incoming;
use crate::wording::spoken::Spoken;

/// Everything an answer is made from.
pub struct Engine {
    pub faq: Faq,
}

impl Engine {
    /// Decides what follows from a message.
    pub fn decide(&self, _situation: &Situation, _incoming: &Incoming) -> Turn {
        Turn::default()
    }

    /// The words of a reply.
    pub fn speak(&self, _reply: &Reply, _language: Language, _today: NaiveDate) -> Spoken {
        Spoken::default()
    }
}
