//! The service in this process, with answers that can be foreseen.

use std::sync::Arc;

use popas::assistant::Mind;
use popas::channels::telegram::Telegram;
use popas::commands::run::{Args, Service};
use popas::stay::Holidays;
use serde_json::json;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::bot_api::{BotApi, Fault, TOKEN};
use super::{Database, echo, no_desk};

/// A service that runs in this process.
pub struct Bot {
    stop: watch::Sender<bool>,
    pub served: JoinHandle<anyhow::Result<()>>,
}

pub fn args() -> Args {
    Args {
        drop_webhook: false,
        poll_timeout: 30,
        messages_per_second: 0,
        chat_pause: 0,
        latest_reminder: 24,
        desk: no_desk(),
    }
}

impl Bot {
    pub async fn start(api: &BotApi, database: &Database) -> Bot {
        Bot::start_with(api, database, args(), echo()).await
    }

    pub async fn start_with(api: &BotApi, database: &Database, args: Args, mind: Arc<dyn Mind>) -> Bot {
        let telegram = Telegram::new(Some(&TOKEN.into()), Some(&api.url.parse().unwrap())).unwrap();
        let (stop, told) = watch::channel(false);
        let (store, holidays) = (database.open().await, Holidays::new(vec![]).unwrap());
        let service = Service { mind, store, telegram, holidays, args };
        Bot { stop, served: tokio::spawn(service.serve(told)) }
    }

    /// Tells it to stop and waits until it has.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        self.served.await.unwrap().unwrap();
    }
}

/// A server and a bot that serves there.
pub async fn serving() -> (BotApi, Database, Bot) {
    let (api, database) = (BotApi::start().await, Database::new());
    let bot = Bot::start(&api, &database).await;
    (api, database, bot)
}

pub fn too_many(seconds: u64) -> Fault {
    let description = format!("Too Many Requests: retry after {seconds}");
    let parameters = json!({ "retry_after": seconds });
    Fault::Answer(429, json!({ "ok": false, "error_code": 429, "description": description, "parameters": parameters }))
}

pub fn refused(code: u16, description: &str) -> Fault {
    Fault::Answer(code, json!({ "ok": false, "error_code": code, "description": description }))
}
