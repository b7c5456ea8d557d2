//! A Bot API server on loopback: updates with Telegram's offsets, long polls, faults on demand.
//!
//! Promises what the tests need of Telegram and checks what Telegram would refuse. Waits for conditions,
//! never for time.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::panic::resume_unwind;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use futures::stream;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::{Notify, watch};
use tokio::time::timeout;

pub const TOKEN: &str = "12345:test-token";
/// Long enough for a loaded machine: only a test that fails waits for its end.
pub const TOO_LONG: Duration = Duration::from_secs(180);

/// What goes wrong with one call.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Another answer, and nothing done.
    Answer(u16, Value),
    /// An answer that is no JSON, and nothing done.
    Text(u16, &'static str),
    /// The connection breaks before anything is done.
    ResetBefore,
    /// It is done, and then the connection breaks.
    ResetAfter,
    /// Nothing is done and nothing answered.
    Hang,
    /// It is done once this turns true, and then answered.
    Slow(watch::Receiver<bool>),
    /// It is done, and the answer breaks off.
    TruncatedAfter,
}

/// One call as it came in.
#[derive(Clone, Debug)]
pub struct Call {
    pub method: String,
    pub body: Value,
}

#[derive(Default)]
struct Server {
    updates: VecDeque<(i64, Value)>,
    last_id: i64,
    /// All updates before this one are confirmed.
    confirmed: i64,
    /// Confirmations are not taken.
    forgetful: bool,
    calls: Vec<Call>,
    /// What was really sent, in order.
    sent: Vec<Value>,
    faults: Vec<(&'static str, Option<i64>, Fault)>,
    blocked_by: Vec<i64>,
    webhook: String,
    token: String,
}

/// A running server.
#[derive(Clone)]
pub struct BotApi {
    server: Arc<Mutex<Server>>,
    changed: Arc<Notify>,
    pub url: String,
}

impl BotApi {
    pub async fn start() -> BotApi {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let server = Server { last_id: 100, token: TOKEN.into(), ..Server::default() };
        let api = BotApi { server: Arc::new(Mutex::new(server)), changed: Arc::new(Notify::new()), url };
        let routes = Router::new().route("/{bot}/{method}", post(answer)).with_state(api.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        api
    }

    fn with<T>(&self, act: impl FnOnce(&mut Server) -> T) -> T {
        let result = act(&mut self.server.lock().unwrap_or_else(|poisoned| poisoned.into_inner()));
        self.changed.notify_waiters();
        result
    }

    /// Looks without waking who waits for a change.
    fn look<T>(&self, at: impl FnOnce(&Server) -> T) -> T {
        at(&self.server.lock().unwrap_or_else(|poisoned| poisoned.into_inner()))
    }

    /// Tells the bot something.
    pub fn tell(&self, mut update: Value) {
        self.with(|server| {
            server.last_id += 1;
            update["update_id"] = json!(server.last_id);
            server.updates.push_back((server.last_id, update));
        });
    }

    pub fn says(&self, chat: i64, text: &str) {
        self.tell(private_message(chat, text));
    }

    /// Somebody writes: in a group, whose number is negative, or in her own chat.
    pub fn writes(&self, chat: i64, from: i64, text: &str) {
        self.tell(json!({ "message": message(chat, from, json!({ "text": text })) }));
    }

    /// Somebody answers a message of the bot's.
    pub fn replies(&self, chat: i64, from: i64, to_message: i64, text: &str) {
        let to = json!({ "message_id": to_message, "date": 0, "chat": chat_of(chat), "from": ourselves() });
        self.tell(json!({ "message": message(chat, from, json!({ "text": text, "reply_to_message": to })) }));
    }

    /// The person presses the button that sends her phone number.
    pub fn shares_phone(&self, chat: i64, number: &str) {
        let contact = json!({ "phone_number": number, "first_name": "A", "user_id": chat });
        self.tell(json!({ "message": message(chat, chat, json!({ "contact": contact })) }));
    }

    pub fn presses(&self, chat: i64, query: &str, data: &str) {
        self.presses_in(chat, chat.abs(), query, data);
    }

    /// Somebody presses a button in a group or in her own chat.
    pub fn presses_in(&self, chat: i64, from: i64, query: &str, data: &str) {
        let message = json!({ "message_id": 1, "date": 0, "chat": chat_of(chat), "from": ourselves() });
        let query = json!({ "id": query, "from": person(from), "message": message, "data": data });
        self.tell(json!({ "callback_query": query }));
    }

    /// Somebody types after the bot's name in another chat.
    pub fn types(&self, person_id: i64, query: &str, text: &str) {
        let query =
            json!({ "id": query, "from": person(person_id), "query": text, "offset": "", "chat_type": "group" });
        self.tell(json!({ "inline_query": query }));
    }

    /// The next call of that method (to that chat, if one is named) goes wrong.
    pub fn fail(&self, method: &'static str, chat: Option<i64>, fault: Fault) {
        self.with(|server| server.faults.push((method, chat, fault)));
    }

    pub fn block(&self, chat: i64, blocked: bool) {
        self.with(|server| {
            server.blocked_by.retain(|other| *other != chat);
            server.blocked_by.extend(blocked.then_some(chat));
        });
    }

    pub fn set_webhook(&self, url: &str) {
        self.with(|server| server.webhook = url.into());
    }

    /// From now on no confirmation arrives, or again: whoever polls anew is told again what was heard.
    pub fn forget_confirmations(&self, forgetful: bool) {
        self.with(|server| server.forgetful = forgetful);
    }

    pub fn change_token(&self) {
        self.with(|server| server.token = "12345:another".into());
    }

    /// All that a chat received, in order; of a photo its caption, of a file its name.
    pub fn received(&self, chat: i64) -> Vec<String> {
        let of_chat = |message: &&Value| message["chat_id"] == chat;
        self.look(|server| server.sent.iter().filter(of_chat).map(shown).collect())
    }

    /// The number of the last message to a chat in which that stands.
    pub fn number_of(&self, chat: i64, part: &str) -> i64 {
        let meant = |message: &&Value| message["chat_id"] == chat && shown(message).contains(part);
        self.look(|server| server.sent.iter().rfind(meant).unwrap()["message_id"].as_i64().unwrap())
    }

    pub fn last_message(&self, chat: i64) -> Value {
        self.look(|server| server.sent.iter().rfind(|message| message["chat_id"] == chat).cloned().unwrap())
    }

    pub fn calls(&self, method: &str) -> Vec<Value> {
        let of_method = |call: &&Call| call.method == method;
        self.look(|server| server.calls.iter().filter(of_method).map(|call| call.body.clone()).collect())
    }

    /// How many updates are not confirmed.
    pub fn unconfirmed(&self) -> usize {
        self.look(|server| server.updates.iter().filter(|(id, _)| *id >= server.confirmed).count())
    }

    /// Waits until that holds.
    pub async fn until(&self, what: &str, holds: impl Fn(&BotApi) -> bool) {
        let wait = async {
            loop {
                let changed = self.changed.notified();
                tokio::pin!(changed);
                changed.as_mut().enable();
                if holds(self) {
                    return;
                }
                changed.await;
            }
        };
        timeout(TOO_LONG, wait).await.unwrap_or_else(|_| panic!("never: {what}"));
    }

    /// Waits until a chat has received exactly that.
    pub async fn until_received(&self, chat: i64, texts: &[&str]) {
        self.until(&format!("chat {chat} receives {texts:?}"), |api| api.received(chat) == texts).await;
    }
}

fn shown(message: &Value) -> String {
    match (message["caption"].as_str(), message["document"]["name"].as_str()) {
        (Some(caption), _) => format!("[photo: {caption}]"),
        (None, Some(name)) => format!("[file: {name}]"),
        _ => message["text"].as_str().unwrap().into(),
    }
}

/// The bot.
fn ourselves() -> Value {
    json!({ "id": 99, "is_bot": true, "first_name": "Popas", "username": "our_bot" })
}

pub fn person(chat: i64) -> Value {
    json!({ "id": chat, "is_bot": false, "first_name": "A", "language_code": "en" })
}

/// A group has a negative number.
fn chat_of(chat: i64) -> Value {
    match chat {
        ..0 => json!({ "id": chat, "type": "supergroup", "title": "G" }),
        _ => json!({ "id": chat, "type": "private", "first_name": "A" }),
    }
}

fn message(chat: i64, from: i64, content: Value) -> Value {
    let mut message = json!({ "message_id": 1, "date": 0, "chat": chat_of(chat), "from": person(from) });
    let (Value::Object(whole), Value::Object(content)) = (&mut message, content) else { unreachable!() };
    whole.extend(content);
    message
}

pub fn private_message(chat: i64, text: &str) -> Value {
    json!({ "message": message(chat, chat, json!({ "text": text })) })
}

async fn answer(State(api): State<BotApi>, Path((bot, method)): Path<(String, String)>, body: Bytes) -> Response {
    let body: Value = serde_json::from_slice(&body).unwrap_or_else(|_| form(&body));
    let (known, fault) = api.with(|server| {
        server.calls.push(Call { method: method.clone(), body: body.clone() });
        (bot == format!("bot{}", server.token), server.take_fault(&method, &body))
    });
    if !known {
        return refusal(401, "Unauthorized");
    }
    match fault {
        None => api.perform(&method, &body).await,
        Some(Fault::Answer(status, answer)) => respond(status, answer.to_string()),
        Some(Fault::Text(status, text)) => respond(status, text.into()),
        Some(Fault::ResetBefore) => reset(),
        Some(Fault::Hang) => std::future::pending().await,
        Some(Fault::Slow(mut released)) => {
            // Whoever would release it is gone: then it is never answered.
            if released.wait_for(|released| *released).await.is_err() {
                std::future::pending::<()>().await;
            }
            api.perform(&method, &body).await
        }
        Some(Fault::ResetAfter) => {
            api.perform(&method, &body).await;
            reset()
        }
        Some(Fault::TruncatedAfter) => {
            api.perform(&method, &body).await;
            respond(200, r#"{"ok":true,"result":{"mess"#.into())
        }
    }
}

/// The fields of a multipart form: text as text, numbers as numbers, of a file its name, kind and text, how many bytes
/// it has and which begin it.
fn form(body: &[u8]) -> Value {
    let find = |text: &[u8], sought: &[u8]| text.windows(sought.len()).position(|window| window == sought);
    let Some(end) = find(body, b"\r\n") else { return Value::Null };
    let boundary = [b"\r\n", &body[..end]].concat();
    let (mut fields, mut rest) = (serde_json::Map::new(), &body[end..]);
    while let (Some(head), Some(next)) = (find(rest, b"\r\n\r\n"), find(&rest[1..], &boundary)) {
        let (description, content) = (String::from_utf8_lossy(&rest[..head]), &rest[head + 4..next + 1]);
        let after = |mark, end| description.split(mark).nth(1).and_then(|rest| rest.split(end).next());
        let text = std::str::from_utf8(content).ok();
        let value = match (text, after("filename=\"", '"')) {
            (Some(text), None) => text.parse().map_or_else(|_| json!(text), |n: i64| json!(n)),
            (_, file) => json!({
                "name": file,
                "kind": after("Content-Type: ", '\r'),
                "text": text,
                "bytes": content.len(),
                "begin": content[..content.len().min(8)],
            }),
        };
        fields.insert(after(" name=\"", '"').unwrap_or_default().into(), value);
        rest = &rest[next + 1 + boundary.len()..];
    }
    Value::Object(fields)
}

/// Drops the connection without an answer. (A panic, without its message.)
fn reset() -> ! {
    resume_unwind(Box::new(()))
}

/// An answer in two pieces, as they come over a real network.
fn respond(status: u16, text: String) -> Response {
    let (first, second) = text.split_at(text.floor_char_boundary(text.len() / 2));
    let pieces = [first, second].map(|piece| Ok::<_, Infallible>(Bytes::copy_from_slice(piece.as_bytes())));
    (StatusCode::from_u16(status).unwrap(), Body::from_stream(stream::iter(pieces))).into_response()
}

fn result(value: Value) -> Response {
    respond(200, json!({ "ok": true, "result": value }).to_string())
}

fn refusal(code: u16, description: &str) -> Response {
    respond(code, json!({ "ok": false, "error_code": code, "description": description }).to_string())
}

impl Server {
    fn take_fault(&mut self, method: &str, body: &Value) -> Option<Fault> {
        let meant = |(of, chat, _): &(&str, Option<i64>, Fault)| {
            *of == method && chat.is_none_or(|chat| body["chat_id"] == chat)
        };
        let place = self.faults.iter().position(meant)?;
        Some(self.faults.remove(place).2)
    }

    fn send(&mut self, body: &Value) -> Response {
        let text = body["text"].as_str().unwrap_or_default();
        let chat = body["chat_id"].as_i64().unwrap_or_default();
        if self.blocked_by.contains(&chat) {
            return refusal(403, "Forbidden: bot was blocked by the user");
        }
        if text.trim().is_empty() || text.encode_utf16().count() > 4096 {
            return refusal(400, "Bad Request: message is too long");
        }
        self.deliver(chat, body, json!({ "text": text }))
    }

    /// Gives the message its number and describes it as Telegram does.
    fn deliver(&mut self, chat: i64, body: &Value, content: Value) -> Response {
        let mut sent = body.clone();
        sent["message_id"] = json!(self.sent.len() + 1);
        let mut described = message(chat, 99, content);
        described["message_id"] = sent["message_id"].clone();
        (described["from"], described["novelty"]) = (ourselves(), json!({}));
        self.sent.push(sent);
        result(described)
    }

    fn send_photo(&mut self, body: &Value) -> Response {
        let chat = body["chat_id"].as_i64().unwrap_or_default();
        let caption = body["caption"].as_str().unwrap_or_default();
        let is_png = body["photo"]["begin"] == json!(b"\x89PNG\r\n\x1a\n");
        if self.blocked_by.contains(&chat) {
            return refusal(403, "Forbidden: bot was blocked by the user");
        }
        if !is_png || caption.encode_utf16().count() > 1024 {
            return refusal(400, "Bad Request: IMAGE_PROCESS_FAILED");
        }
        self.deliver(chat, body, json!({ "photo": [], "caption": caption }))
    }

    fn send_document(&mut self, body: &Value) -> Response {
        let chat = body["chat_id"].as_i64().unwrap_or_default();
        if self.blocked_by.contains(&chat) {
            return refusal(403, "Forbidden: bot was blocked by the user");
        }
        let file = &body["document"];
        if file["name"].as_str().is_none_or(str::is_empty) || file["bytes"].as_u64().is_none_or(|bytes| bytes == 0) {
            return refusal(400, "Bad Request: file must be non-empty");
        }
        self.deliver(chat, body, json!({ "document": { "file_name": file["name"] } }))
    }
}

/// Takes what Telegram takes: at most 50 results, each with an id of its own of at most 64 bytes and a text.
fn inline(body: &Value) -> Response {
    let results = body["results"].as_array().cloned().unwrap_or_default();
    let mut ids: Vec<&str> = results.iter().filter_map(|result| result["id"].as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let text = |result: &Value| result["input_message_content"]["message_text"].as_str().map_or(0, str::len);
    let right = |result: &Value| result["title"].is_string() && (1..=4096).contains(&text(result));
    let fits = ids.iter().all(|id| (1..=64).contains(&id.len())) && ids.len() == results.len() && results.len() <= 50;
    if fits && results.iter().all(right) { result(json!(true)) } else { refusal(400, "Bad Request: RESULT_ID_INVALID") }
}

impl BotApi {
    async fn perform(&self, method: &str, body: &Value) -> Response {
        match method {
            "getMe" => result(ourselves()),
            "getUpdates" => self.updates(body).await,
            "sendPhoto" => self.with(|server| server.send_photo(body)),
            "sendDocument" => self.with(|server| server.send_document(body)),
            "sendMessage" => self.with(|server| server.send(body)),
            "getWebhookInfo" => result(json!({ "url": self.look(|server| server.webhook.clone()) })),
            "deleteWebhook" => {
                self.set_webhook("");
                result(json!(true))
            }
            "answerCallbackQuery" | "setMyCommands" => result(json!(true)),
            "answerInlineQuery" => inline(body),
            _ => refusal(404, "Not Found"),
        }
    }

    async fn updates(&self, body: &Value) -> Response {
        let offset = body["offset"].as_i64().unwrap_or_default();
        if self.look(|server| !server.webhook.is_empty()) {
            return refusal(409, "Conflict: can't use getUpdates method while webhook is active");
        }
        let wait = Duration::from_secs(body["timeout"].as_u64().unwrap_or_default());
        let limit = usize::try_from(body["limit"].as_u64().unwrap_or(100)).unwrap();
        self.with(|server| {
            if !server.forgetful {
                server.confirmed = server.confirmed.max(offset);
                server.updates.retain(|(id, _)| *id >= offset);
            }
        });
        let news = |api: &BotApi| {
            api.look(|server| server.updates.iter().any(|(id, _)| *id >= offset) || !server.webhook.is_empty())
        };
        let waiting = async {
            while !news(self) {
                let changed = self.changed.notified();
                tokio::pin!(changed);
                changed.as_mut().enable();
                if !news(self) {
                    changed.await;
                }
            }
        };
        let _ = timeout(wait, waiting).await;
        self.look(|server| {
            let updates = server.updates.iter().filter(|(id, _)| *id >= offset).take(limit);
            result(updates.map(|(_, update)| update.clone()).collect())
        })
    }
}
