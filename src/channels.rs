//! Where people talk to Popas, and paper, where they only read: each channel reads what reached it (pure), renders what is said (pure) and
//! sends. None decides anything.

pub mod paper;
pub mod telegram;
pub mod terminal;

use crate::message::{Said, Unreadable};

/// What a typed line is: a link that was opened (`/start`, with what stood after `start=`), or text.
pub fn typed(text: &str) -> Said {
    let mut words = text.split_whitespace();
    let Some(first) = words.next() else { return Said::Unreadable(Unreadable::Empty) };
    let command = first.split('@').next().unwrap_or(first);
    if command == "/start" { Said::Start(words.next().unwrap_or_default().into()) } else { Said::Text(text.into()) }
}

/// The one place where text becomes HTML.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_line_is_text_or_a_link_that_was_opened() {
        let start = |payload: &str| Said::Start(payload.into());
        let text = |text: &str| Said::Text(text.into());
        let cases = [
            ("/start", start("")),
            ("/start fine", start("fine")),
            ("/start@our_bot fine", start("fine")),
            ("/starting", text("/starting")),
            (" salut ", text(" salut ")),
            ("/help@our_bot", text("/help@our_bot")),
            (" \n", Said::Unreadable(Unreadable::Empty)),
        ];
        for (typed_text, expected) in cases {
            assert_eq!(typed(typed_text), expected, "{typed_text:?}");
        }
    }
}
