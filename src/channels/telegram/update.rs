//! What Telegram tells, read leniently: only what Popas needs, everything else ignored.
//!
//! A part that is newer than this program (an entity, a button, an origin, a kind of update) never costs
//! the message its text: parts that are not used are not read, and a used part that cannot be read is as
//! if it were missing. Pure: JSON in, [`Incoming`] out.

use chrono::{DateTime, TimeDelta, Utc};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::commands;
use crate::channels::typed;
use crate::dialogue::reply::Choice;
use crate::language::Language;
use crate::message::{Address, Incoming, Said, Speaker, StaffId, Unreadable};

/// The bot itself.
#[derive(Clone, Debug, Deserialize)]
pub struct Me {
    pub id: i64,
    pub username: Option<String>,
}

/// Who is staff of the call centre: whoever writes in its chat, and those the settings name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    pub chat: Option<i64>,
    pub staff: Vec<StaffId>,
}

impl Desk {
    fn is_at(&self, chat: &Chat) -> bool {
        self.chat == Some(chat.id)
    }

    fn member(&self, user: &User, chat: &Chat) -> Option<StaffId> {
        let id = StaffId(user.id);
        (self.is_at(chat) || self.staff.contains(&id)).then_some(id)
    }
}

/// One update.
#[derive(Debug, Deserialize)]
pub struct Update {
    pub update_id: i64,
    #[serde(default, deserialize_with = "if_readable")]
    message: Option<Message>,
    #[serde(default, deserialize_with = "if_readable")]
    edited_message: Option<Message>,
    #[serde(default, deserialize_with = "if_readable")]
    callback_query: Option<CallbackQuery>,
    #[serde(default, deserialize_with = "if_readable")]
    inline_query: Option<InlineQuery>,
    /// Kinds that this program does not know.
    #[serde(flatten)]
    others: Map<String, Value>,
}

#[derive(Debug, Deserialize)]
struct CallbackQuery {
    id: String,
    from: User,
    #[serde(default, deserialize_with = "if_readable")]
    message: Option<Pressed>,
    #[serde(default, deserialize_with = "if_readable")]
    data: Option<String>,
}

#[derive(Debug, Deserialize)]
struct InlineQuery {
    id: String,
    from: User,
    #[serde(default, deserialize_with = "if_readable")]
    query: Option<String>,
}

/// What somebody types after the bot's name, in any chat.
#[derive(Debug, PartialEq, Eq)]
pub struct Inline {
    /// The number of the query, for the answer.
    pub id: String,
    pub text: String,
    pub app_language: Option<Language>,
}

/// The message under which a button was pressed; of an old one Telegram tells no more than this.
#[derive(Debug, Deserialize)]
struct Pressed {
    chat: Chat,
}

#[derive(Debug, Deserialize)]
struct User {
    id: i64,
    #[serde(default, deserialize_with = "if_readable")]
    is_bot: Option<bool>,
    #[serde(default, deserialize_with = "if_readable")]
    language_code: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Chat {
    id: i64,
    #[serde(rename = "type")]
    kind: String,
}

#[derive(Debug, Deserialize)]
struct Message {
    chat: Chat,
    #[serde(default, deserialize_with = "if_readable")]
    from: Option<User>,
    #[serde(default, deserialize_with = "if_readable")]
    date: Option<i64>,
    /// When it got its present wording.
    #[serde(default, deserialize_with = "if_readable")]
    edit_date: Option<i64>,
    #[serde(default, deserialize_with = "if_readable")]
    text: Option<String>,
    #[serde(default, deserialize_with = "if_readable")]
    caption: Option<String>,
    #[serde(default, deserialize_with = "if_readable")]
    location: Option<Location>,
    #[serde(default, deserialize_with = "if_readable")]
    contact: Option<Contact>,
    #[serde(default, deserialize_with = "if_readable")]
    reply_to_message: Option<RepliedTo>,
    forward_origin: Option<IgnoredAny>,
    /// As Bot API servers before 7.0 tell it.
    forward_date: Option<IgnoredAny>,
    business_connection_id: Option<IgnoredAny>,
    /// Everything else; of it only the names are looked at.
    #[serde(flatten)]
    rest: Map<String, Value>,
}

#[derive(Debug, Deserialize)]
struct Location {
    latitude: f64,
    longitude: f64,
}

#[derive(Debug, Deserialize)]
struct RepliedTo {
    message_id: i64,
    from: User,
}

#[derive(Debug, Deserialize)]
struct Contact {
    #[serde(default, deserialize_with = "if_readable")]
    phone_number: Option<String>,
    #[serde(default, deserialize_with = "if_readable")]
    user_id: Option<i64>,
}

/// A part that cannot be read is as if it were missing.
fn if_readable<'de, D: Deserializer<'de>, T: DeserializeOwned>(part: D) -> Result<Option<T>, D::Error> {
    Ok(serde_json::from_value(Value::deserialize(part)?).ok())
}

/// Reads an update.
pub fn read(json: &str) -> Option<Update> {
    serde_json::from_str(json).ok()
}

/// The number of an update, of one that cannot be read too.
pub fn number(json: &str) -> Option<i64> {
    #[derive(Deserialize)]
    struct Number {
        update_id: i64,
    }
    serde_json::from_str(json).ok().map(|Number { update_id }| update_id)
}

impl Update {
    /// The number of the pressed button's query, which must be answered whatever it means.
    pub fn query(&self) -> Option<&str> {
        self.callback_query.as_ref().map(|query| query.id.as_str())
    }

    /// What is typed after our name in some chat; it is answered, not heard.
    pub fn inline(&self) -> Option<Inline> {
        let query = self.inline_query.as_ref()?;
        let (id, text) = (query.id.clone(), query.query.clone().unwrap_or_default());
        Some(Inline { id, text, app_language: query.from.app_language() })
    }

    /// The album that the message is a part of, when it says nothing by itself: the parts of an album are
    /// told one by one, and one line about them is enough.
    pub fn album(&self) -> Option<&str> {
        let message = self.message.as_ref().filter(|message| message.words().is_none())?;
        message.rest.get("media_group_id")?.as_str()
    }
}

/// What a person did; `None` when nothing was done that is said to us.
pub fn to_incoming(update: &Update, me: &Me, desk: &Desk, now: DateTime<Utc>) -> Option<Incoming> {
    if let Some(query) = &update.callback_query {
        return pressed(update.update_id, query, desk, now);
    }
    let incoming = |message: &Message, said: Said| Some(message.incoming(update.update_id, said, me, desk, now));
    if let Some(message) = &update.edited_message {
        return incoming(message, message.edited()?);
    }
    let unknown = || update.others.values().find_map(message_of_unknown_kind);
    match &update.message {
        Some(message) => incoming(message, message.said(me, desk)?),
        None => unknown().and_then(|message| incoming(&message, message.said(me, desk)?)),
    }
}

/// A kind of update that did not exist when this was written may carry what a person wrote to us. What is
/// written in somebody's name (a business account) is not written to us.
fn message_of_unknown_kind(body: &Value) -> Option<Message> {
    let message = Message::deserialize(body).ok()?;
    (message.chat.is_private() && message.text.is_some() && message.business_connection_id.is_none()).then_some(message)
}

fn pressed(id: i64, query: &CallbackQuery, desk: &Desk, now: DateTime<Utc>) -> Option<Incoming> {
    let chat = query.message.as_ref().map(|message| &message.chat);
    let to_us = |chat: &&Chat| chat.is_private() || desk.is_at(chat);
    let speaker = query.from.speaker(desk, chat);
    let chat = chat.map_or(Some(query.from.id), |chat| Some(chat).filter(to_us).map(|chat| chat.id))?;
    let choice = query.data.as_deref().and_then(Choice::of_code);
    let said = choice.map_or(Said::Unreadable(Unreadable::OldButton), Said::Choice);
    Some(Incoming { id, from: Address::Telegram(chat), speaker, said, replied_to: None, at: now })
}

impl Message {
    fn incoming(&self, id: i64, said: Said, me: &Me, desk: &Desk, now: DateTime<Utc>) -> Incoming {
        let speaker = self.from.as_ref().map(|from| from.speaker(desk, Some(&self.chat))).unwrap_or_default();
        let of_ours = self.reply_to_message.as_ref().filter(|message| message.from.id == me.id);
        let replied_to = of_ours.map(|message| message.message_id);
        Incoming { id, from: Address::Telegram(self.chat.id), speaker, said, replied_to, at: self.written_at(now) }
    }

    /// Telegram keeps an update for a day: a time further away than that is no time of writing.
    fn written_at(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let written =
            self.edit_date.or(self.date).and_then(|seconds| DateTime::from_timestamp(seconds, 0)).unwrap_or(now);
        if (now - written).abs() <= TimeDelta::days(1) { written } else { now }
    }

    fn said(&self, me: &Me, desk: &Desk) -> Option<Said> {
        if self.is_by_bot(desk) {
            return None;
        }
        if desk.is_at(&self.chat) && !self.chat.is_private() {
            return self.said_at_desk(me);
        }
        if !self.chat.is_private() {
            return self.said_in_group(me);
        }
        if self.forward_origin.is_some() || self.forward_date.is_some() {
            return self.words().map(|words| Said::Forwarded(words.into())).or_else(|| self.wordless());
        }
        self.words().map(typed).or_else(|| self.wordless())
    }

    /// Written by another bot. Who administers the call centre's group and writes there without a name seems to be one,
    /// too, but for what the message says of its sender.
    fn is_by_bot(&self, desk: &Desk) -> bool {
        let sender = self.rest.get("sender_chat").and_then(|chat| chat.get("id")).and_then(Value::as_i64);
        let nameless = desk.is_at(&self.chat) && sender == Some(self.chat.id);
        self.from.as_ref().is_some_and(|from| from.is_bot == Some(true)) && !nameless
    }

    /// A new wording. What else may change in a message (a live location moves, a picture is replaced) says
    /// nothing new.
    fn edited(&self) -> Option<Said> {
        let by_person = self.chat.is_private() && self.from.as_ref().is_none_or(|from| from.is_bot != Some(true));
        self.words().filter(|_| by_person).map(|words| Said::Edited(words.into()))
    }

    /// In the call centre's group only answers to our messages and commands are said to us.
    fn said_at_desk(&self, me: &Me) -> Option<Said> {
        let replied = self.reply_to_message.as_ref().is_some_and(|message| message.from.id == me.id);
        let words = self.words()?;
        let ours = || me.username.as_deref().is_some_and(|username| commands::is_for(words, username, true));
        (replied || ours()).then(|| typed(words))
    }

    fn said_in_group(&self, me: &Me) -> Option<Said> {
        let username = me.username.as_deref().filter(|_| self.chat.is_group())?;
        let replied = self.reply_to_message.as_ref().is_some_and(|message| message.from.id == me.id);
        let named =
            self.words().is_some_and(|words| commands::is_for(words, username, false) || mentions(words, username));
        let private_link = format!("https://t.me/{username}");
        (replied || named).then_some(Said::InGroup { private_link })
    }

    /// The text, or the line under a picture.
    fn words(&self) -> Option<&str> {
        [&self.text, &self.caption].into_iter().flatten().map(String::as_str).find(|words| !words.trim().is_empty())
    }

    /// What a message without words is; `None` when Telegram wrote it itself.
    fn wordless(&self) -> Option<Said> {
        if let Some(Location { latitude, longitude }) = self.location {
            return Some(Said::Location { latitude, longitude });
        }
        if let Some(contact) = &self.contact {
            let own = self.from.as_ref().is_some_and(|from| contact.user_id == Some(from.id));
            let number = contact.phone_number.clone().filter(|_| own);
            return Some(number.map_or(Said::Unreadable(Unreadable::Contact), Said::Phone));
        }
        let has = |name: &&str| self.rest.contains_key(*name);
        if SERVICE.iter().any(has) {
            return None;
        }
        let known = CONTENTS.iter().find(|(name, _)| has(name)).map(|(_, kind)| *kind);
        let strange = self.rest.keys().any(|name| !AROUND.contains(&name.as_str()));
        Some(Said::Unreadable(known.unwrap_or(if strange { Unreadable::Other } else { Unreadable::Empty })))
    }
}

/// Whether `@username` stands in the text as a word.
fn mentions(text: &str, username: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let mention = format!("@{}", username.to_ascii_lowercase());
    let word = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(&mention).any(|(place, _)| !text[place + mention.len()..].starts_with(word))
}

impl User {
    fn app_language(&self) -> Option<Language> {
        self.language_code.as_deref().and_then(Language::of_tag)
    }

    fn speaker(&self, desk: &Desk, chat: Option<&Chat>) -> Speaker {
        Speaker { app_language: self.app_language(), staff: chat.and_then(|chat| desk.member(self, chat)) }
    }
}

impl Chat {
    fn is_private(&self) -> bool {
        self.kind == "private"
    }

    fn is_group(&self) -> bool {
        matches!(self.kind.as_str(), "group" | "supergroup")
    }
}

/// What a message may carry instead of words. An animation comes with a `document`, so it stands before it.
const CONTENTS: [(&str, Unreadable); 9] = [
    ("photo", Unreadable::Photo),
    ("voice", Unreadable::Voice),
    ("audio", Unreadable::Voice),
    ("video", Unreadable::Video),
    ("video_note", Unreadable::Video),
    ("animation", Unreadable::Video),
    ("sticker", Unreadable::Sticker),
    ("contact", Unreadable::Contact),
    ("document", Unreadable::Document),
];

/// Notes that Telegram writes into a chat by itself.
const SERVICE: [&str; 17] = [
    "pinned_message",
    "message_auto_delete_timer_changed",
    "write_access_allowed",
    "connected_website",
    "chat_background_set",
    "proximity_alert_triggered",
    "users_shared",
    "chat_shared",
    "boost_added",
    "successful_payment",
    "refunded_payment",
    "gift",
    "unique_gift",
    "new_chat_members",
    "left_chat_member",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
];

/// What stands around a message's content and is none itself.
const AROUND: [&str; 16] = [
    "message_id",
    "message_thread_id",
    "sender_chat",
    "sender_boost_count",
    "sender_business_bot",
    "is_topic_message",
    "is_automatic_forward",
    "is_from_offline",
    "external_reply",
    "quote",
    "reply_to_story",
    "via_bot",
    "has_protected_content",
    "author_signature",
    "entities",
    "effect_id",
];

#[cfg(test)]
#[path = "update/tests.rs"]
mod tests;
