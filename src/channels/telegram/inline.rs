//! Inline mode: answers offered while somebody types `@bot …` in any chat.
//!
//! Nothing is heard, kept or counted here; a query that fails is asked again by the app at the next letter.

use serde::de::IgnoredAny;
use serde_json::{Value, json};

use super::Telegram;
use super::call::CallError;
use super::render::{OutMessage, render};
use crate::engine::sharing::{Shared, Shelf};

/// How long Telegram may give the same list to the same words, in seconds: an answer that was changed is seen
/// after this.
const CACHE: u32 = 300;

impl Telegram {
    /// Answers an inline query.
    pub async fn answer_inline(&self, query: &str, shelf: &Shelf) -> Result<(), CallError> {
        self.call_raw::<IgnoredAny>("answerInlineQuery", &answer(query, shelf), None).await.map(drop)
    }
}

/// The call. Telegram keeps a list for all who type the same words, unless it is “personal”: one whose language
/// comes from the writer's app must not be shown to a writer with another.
fn answer(query: &str, shelf: &Shelf) -> Value {
    let (label, link) = &shelf.private;
    json!({
        "inline_query_id": query,
        "results": shelf.answers.iter().filter_map(article).collect::<Vec<_>>(),
        "cache_time": CACHE,
        "is_personal": !shelf.same_for_all,
        "button": { "text": label, "start_parameter": link.payload() },
    })
}

/// An answer as a result: `None` if there are no words to send.
fn article(shared: &Shared) -> Option<Value> {
    let html = render(&shared.words).into_iter().find_map(|message| match message {
        OutMessage::Text(text) => Some(text.html),
        _ => None,
    })?;
    Some(json!({
        "type": "article",
        "id": shared.link.payload(),
        "title": shared.title,
        "description": shared.first_line,
        "input_message_content": {
            "message_text": html,
            "parse_mode": "HTML",
            "link_preview_options": { "is_disabled": true },
        },
    }))
}
