//! A Bot API server on loopback that costs little: it makes up updates by their number, and counts what is sent.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::routing::post;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::Notify;

pub const TOKEN: &str = "12345:bench";

/// Counters that are looked at from outside.
pub struct Loopback {
    pub url: String,
    pub sent: AtomicI64,
    /// Told with each message that is sent.
    pub changed: Notify,
    /// There are updates of the numbers up to this one.
    last: i64,
    text: fn(i64) -> &'static str,
    people: i64,
}

impl Loopback {
    /// A server that has so many updates to tell, from so many people in turn.
    pub async fn start(updates: i64, people: i64, text: fn(i64) -> &'static str) -> Arc<Loopback> {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let (sent, changed) = (AtomicI64::new(0), Notify::new());
        let server = Arc::new(Loopback { url, sent, changed, last: updates, text, people });
        let routes = Router::new().route("/{bot}/{method}", post(answer)).with_state(server.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        server
    }

    /// Waits until so many messages are sent.
    pub async fn until_sent(&self, count: i64) {
        while self.sent.load(Ordering::Relaxed) < count {
            // A notice that comes between the look and the wait is made up for by the next, or by this time.
            let _ = tokio::time::timeout(Duration::from_millis(50), self.changed.notified()).await;
        }
    }

    fn update(&self, id: i64) -> Value {
        let chat = 1 + id % self.people;
        let from = json!({ "id": chat, "is_bot": false, "first_name": "A", "language_code": "en" });
        let message = json!({ "message_id": 1, "chat": { "id": chat, "type": "private" }, "from": from,
            "text": (self.text)(id) });
        json!({ "update_id": id, "message": message })
    }

    async fn updates(&self, body: &Value) -> Value {
        let first = body["offset"].as_i64().unwrap_or_default().max(1);
        let end = (first + body["limit"].as_i64().unwrap_or(100)).min(self.last + 1);
        if first >= end {
            tokio::time::sleep(Duration::from_secs(body["timeout"].as_u64().unwrap_or_default())).await;
        }
        (first..end).map(|id| self.update(id)).collect()
    }
}

async fn answer(
    State(server): State<Arc<Loopback>>,
    Path((_, method)): Path<(String, String)>,
    body: Bytes,
) -> axum::Json<Value> {
    let result = match method.as_str() {
        "getMe" => json!({ "id": 99, "is_bot": true, "first_name": "Popas", "username": "our_bot" }),
        "getWebhookInfo" => json!({ "url": "" }),
        "getUpdates" => server.updates(&serde_json::from_slice(&body).unwrap_or_default()).await,
        "sendMessage" | "sendPhoto" | "sendDocument" => {
            server.sent.fetch_add(1, Ordering::Relaxed);
            server.changed.notify_one();
            json!({ "message_id": 1, "date": 0, "chat": { "id": 1, "type": "private" }, "text": "a" })
        }
        _ => json!(true),
    };
    axum::Json(json!({ "ok": true, "result": result }))
}
