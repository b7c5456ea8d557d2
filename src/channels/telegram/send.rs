//! Sends a message and says what became of it: teloxide's typed errors, never their text.

use std::time::Duration;

use serde::Deserialize;
use serde::de::IgnoredAny;
use teloxide::ApiError;
use teloxide::payloads::{AnswerCallbackQuery, SendDocument, SendMessage, SendMessageSetters, SendPhoto};
use teloxide::requests::Payload;
use teloxide::types::{
    ButtonRequest, CallbackQueryId, ChatId, InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, KeyboardMarkup,
    LinkPreviewOptions, ParseMode, ReplyMarkup,
};
use tokio::task::spawn_blocking;

use super::Telegram;
use super::call::{CallError, Upload};
use super::render::{Key, Keyboard, OutMessage, OutText, Press};
use crate::{picture, qr};

/// Why a message was not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSent {
    /// Not now: waiting helps. Maybe it was sent all the same, and only the answer was lost.
    Later { after: Option<Duration> },
    /// The person blocked the bot; she may come back.
    Blocked,
    /// The group has another number now, and is there.
    Moved { to: i64 },
    /// There is nobody there any more.
    Gone(&'static str),
    /// This message will never be taken.
    Refused(&'static str),
}

/// What we need of the description of a message that was sent.
#[derive(Deserialize)]
struct Taken {
    message_id: i64,
}

impl Telegram {
    /// Sends one message and gives its number: none, when it was taken and the description of it cannot be read.
    pub async fn send(&self, chat: i64, message: &OutMessage) -> Result<Option<i64>, NotSent> {
        let answer = match message {
            OutMessage::Text(text) => self.send_text(chat, text).await,
            OutMessage::Code { url, caption } => {
                let drawn = qr::Code::of(url).ok_or(NotSent::Refused("code-not-drawn"))?;
                self.send_photo(chat, drawn.png(), caption).await
            }
            OutMessage::Photo { scene, caption } => {
                let scene = scene.clone();
                // Drawing takes longer than a task may hold up the others.
                let drawn = spawn_blocking(move || picture::timeline(&scene)).await;
                self.send_photo(chat, drawn.map_err(|_| NotSent::Refused("picture-not-drawn"))?, caption).await
            }
            OutMessage::Document { name, mime, bytes } => {
                let file = Upload { field: "document", name: name.clone(), mime, bytes: bytes.clone() };
                self.call_with_file(SendDocument::NAME, [("chat_id", chat.to_string())], file).await
            }
        };
        match answer {
            Ok(taken) => Ok(Some(taken.message_id)),
            // It was taken; only the description of it broke off. A second try would say it twice.
            Err(CallError::Malformed { taken: true, .. }) => Ok(None),
            Err(error) => Err(verdict(&error)),
        }
    }

    async fn send_text(&self, chat: i64, text: &OutText) -> Result<Taken, CallError> {
        let no_preview = LinkPreviewOptions {
            is_disabled: true,
            url: None,
            prefer_small_media: false,
            prefer_large_media: false,
            show_above_text: false,
        };
        let mut payload = SendMessage::new(ChatId(chat), text.html.as_str())
            .parse_mode(ParseMode::Html)
            .link_preview_options(no_preview);
        if let Some(markup) = markup(&text.keyboard) {
            payload = payload.reply_markup(markup);
        }
        self.call(&payload).await
    }

    async fn send_photo(&self, chat: i64, png: Vec<u8>, caption: &str) -> Result<Taken, CallError> {
        let fields = [("chat_id", chat.to_string()), ("caption", caption.to_string())];
        let file = Upload { field: "photo", name: "photo.png".into(), mime: "image/png", bytes: png };
        self.call_with_file(SendPhoto::NAME, fields, file).await
    }

    /// Ends the waiting sign on a pressed button.
    pub async fn answer_query(&self, query: &str) -> Result<(), CallError> {
        let payload = AnswerCallbackQuery::new(CallbackQueryId(query.into()));
        self.call::<_, IgnoredAny>(&payload).await.map(drop)
    }
}

fn markup(keyboard: &Keyboard) -> Option<ReplyMarkup> {
    Some(match keyboard {
        Keyboard::None => return None,
        Keyboard::Buttons(rows) => {
            let rows = rows.iter().map(|row| row.iter().map(button).collect::<Vec<_>>());
            ReplyMarkup::InlineKeyboard(InlineKeyboardMarkup::new(rows))
        }
        Keyboard::AskLocation(label) => asking(label, ButtonRequest::Location),
        Keyboard::AskPhone(label) => asking(label, ButtonRequest::Contact),
        Keyboard::Remove => ReplyMarkup::kb_remove(),
    })
}

/// Once pressed it is folded away; the answer to it takes it away altogether.
fn asking(label: &str, request: ButtonRequest) -> ReplyMarkup {
    let button = KeyboardButton::new(label).request(request);
    ReplyMarkup::Keyboard(KeyboardMarkup::new([[button]]).resize_keyboard().one_time_keyboard())
}

fn button(key: &Key) -> InlineKeyboardButton {
    match &key.press {
        Press::Code(code) => InlineKeyboardButton::callback(&key.label, code),
        Press::Open(url) => InlineKeyboardButton::url(&key.label, url.clone()),
    }
}

/// What an error means for the message.
fn verdict(error: &CallError) -> NotSent {
    let (code, error) = match error {
        CallError::Api { code, error } => (code, error),
        CallError::RetryAfter(pause) => return NotSent::Later { after: Some(*pause) },
        CallError::Moved { to } => return NotSent::Moved { to: *to },
        CallError::Network(_) | CallError::Malformed { .. } => return NotSent::Later { after: None },
    };
    match (code, error) {
        (_, ApiError::BotBlocked) => NotSent::Blocked,
        (_, ApiError::UserDeactivated) => NotSent::Gone("user-deactivated"),
        (_, ApiError::ChatNotFound) => NotSent::Gone("chat-not-found"),
        (_, ApiError::BotKicked | ApiError::BotKickedFromSupergroup | ApiError::GroupDeactivated) => {
            NotSent::Gone("group-left")
        }
        (_, ApiError::CantTalkWithBots) => NotSent::Gone("is-a-bot"),
        // Whatever else forbids us to write to somebody ends when she writes to us.
        (403, _) | (_, ApiError::CantInitiateConversation) => NotSent::Blocked,
        (400, ApiError::CantParseEntities(_)) => NotSent::Refused("html-refused"),
        (400, _) => NotSent::Refused("message-refused"),
        (413, _) => NotSent::Refused("too-large"),
        // 401 and 404: the token was taken away; polling says so and ends the program. 5xx: passes.
        _ => NotSent::Later { after: None },
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_stands_under_a_message_is_as_the_bot_api_wants_it() {
        let shown = |keyboard: Keyboard| serde_json::to_value(markup(&keyboard)).unwrap();
        let key = |press| Keyboard::Buttons(vec![vec![Key { label: "a".into(), press }]]);
        let cases = [
            (Keyboard::None, json!(null)),
            (key(Press::Code("e:x".into())), json!({"inline_keyboard": [[{"text": "a", "callback_data": "e:x"}]]})),
            (
                key(Press::Open("https://example.org/?q=a".parse().unwrap())),
                json!({"inline_keyboard": [[{"text": "a", "url": "https://example.org/?q=a"}]]}),
            ),
            (Keyboard::Remove, json!({"remove_keyboard": true})),
        ];
        for (keyboard, expected) in cases {
            assert_eq!(shown(keyboard), expected);
        }
        for (keyboard, request) in [
            (Keyboard::AskLocation("a".into()), "request_location"),
            (Keyboard::AskPhone("a".into()), "request_contact"),
        ] {
            let asking = shown(keyboard);
            assert_eq!(asking["keyboard"], json!([[{"text": "a", request: true}]]));
            assert_eq!(asking["one_time_keyboard"], json!(true));
            assert_eq!(asking["resize_keyboard"], json!(true));
        }
    }

    #[test]
    fn every_error_is_waited_for_parked_or_given_up() {
        let api = |code, description: &str| CallError::Api {
            code,
            error: serde_json::from_value(description.into()).unwrap(),
        };
        let later = NotSent::Later { after: None };
        let cases = [
            (api(403, "Forbidden: bot was blocked by the user"), NotSent::Blocked),
            (api(403, "Forbidden: bot can't initiate conversation with a user"), NotSent::Blocked),
            (api(403, "Forbidden: user is deactivated"), NotSent::Gone("user-deactivated")),
            (api(400, "Bad Request: chat not found"), NotSent::Gone("chat-not-found")),
            (api(403, "Forbidden: bot was kicked from the supergroup chat"), NotSent::Gone("group-left")),
            (api(400, "Bad Request: can't parse entities: x"), NotSent::Refused("html-refused")),
            (api(400, "Bad Request: something new"), NotSent::Refused("message-refused")),
            (api(413, "Request Entity Too Large"), NotSent::Refused("too-large")),
            (api(401, "Unauthorized"), later),
            (api(500, "Internal Server Error"), later),
            (CallError::RetryAfter(Duration::from_secs(7)), NotSent::Later { after: Some(Duration::from_secs(7)) }),
            (CallError::Malformed { status: 502, taken: false }, later),
            (CallError::Moved { to: -1001 }, NotSent::Moved { to: -1001 }),
        ];
        for (error, expected) in cases {
            assert_eq!(verdict(&error), expected, "{error}");
        }
    }
}
