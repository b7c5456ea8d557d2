//! The call centre and the promises of Popas over HTTP: the real engine against a Bot API server on loopback.

mod support;

use std::sync::Arc;

use popas::channels::telegram::Telegram;
use popas::commands::run::{Args, Service};
use popas::dialogue::reply::Choice;
use popas::engine::Engine;
use popas::faq::{Faq, Source};
use popas::language::Language;
use serde_json::{Value, json};
use support::bot_api::{BotApi, TOKEN};
use support::{Database, desk_settings};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// The call centre's group, two people who work there, and two persons.
const GROUP: i64 = -500;
const VERA: i64 = 71;
const ION: i64 = 72;
const ANNA: i64 = 1;
const BORIS: i64 = 2;

/// A service with a call centre that is always open, and what is around it.
struct House {
    api: BotApi,
    database: Database,
    engine: Arc<Engine>,
    stop: watch::Sender<bool>,
    served: JoinHandle<anyhow::Result<()>>,
}

impl House {
    async fn open() -> House {
        let faq = Faq::load(&Source::BuiltIn).unwrap();
        let engine = Arc::new(Engine::new(faq, None).unwrap());
        House::open_with(BotApi::start().await, Database::new(), engine).await
    }

    async fn open_with(api: BotApi, database: Database, engine: Arc<Engine>) -> House {
        let telegram = Telegram::new(Some(&TOKEN.into()), Some(&api.url.parse().unwrap())).unwrap();
        let flags =
            ["--desk", "-500", "--desk-language", "en", "--calls-at-once", "1", "--call-hours", "mon-sun 00:00-23:59"];
        let args = Args {
            drop_webhook: false,
            poll_timeout: 30,
            messages_per_second: 0,
            chat_pause: 0,
            latest_reminder: 24,
            desk: desk_settings(&flags),
        };
        let (store, holidays) = (database.open().await, engine.faq.holidays.clone());
        let service = Service { mind: engine.clone(), store, telegram, holidays, args };
        let (stop, told) = watch::channel(false);
        let served = tokio::spawn(service.serve(told));
        House { api, database, engine, stop, served }
    }

    async fn close(self) -> (BotApi, Database, Arc<Engine>) {
        self.stop.send_replace(true);
        self.served.await.unwrap().unwrap();
        (self.api, self.database, self.engine)
    }

    /// Waits until the last message to a chat has that in it, and gives that message.
    async fn until_last(&self, chat: i64, part: &str) -> Value {
        let is_last = |api: &BotApi| api.received(chat).last().is_some_and(|text| text.contains(part));
        self.api.until(&format!("chat {chat} reads at last: {part}"), is_last).await;
        self.api.last_message(chat)
    }

    /// Waits until a chat has received something with that in it.
    async fn until_read(&self, chat: i64, part: &str) {
        let has = |api: &BotApi| api.received(chat).iter().any(|text| text.contains(part));
        self.api.until(&format!("chat {chat} reads: {part}"), has).await;
    }
}

/// The code of a message's button.
fn code(message: &Value, label: &str) -> String {
    let rows = message["reply_markup"]["inline_keyboard"].as_array().into_iter().flatten();
    let mut buttons = rows.flat_map(|row| row.as_array().into_iter().flatten());
    let button = buttons.find(|button| button["text"].as_str().is_some_and(|text| text.starts_with(label)));
    button.unwrap_or_else(|| panic!("no button {label} in {message}"))["callback_data"].as_str().unwrap().to_string()
}

#[tokio::test]
async fn a_person_and_the_call_centre_talk_through_the_bot_and_nobody_else_reads_it() {
    let house = House::open().await;
    let api = &house.api;
    api.presses(ANNA, "q0", &Choice::Language(Language::En).code());
    house.until_read(ANNA, "English").await;
    api.presses(ANNA, "q1", &Choice::HandOver.code());
    let arrived = house.until_last(GROUP, "No. 1").await;
    house.until_read(ANNA, "told the call centre").await;
    api.presses_in(GROUP, VERA, "q2", &code(&arrived, "Take"));
    house.until_read(ANNA, "has joined").await;
    house.until_last(GROUP, "is yours").await;
    // Somebody else of the staff presses the same button.
    api.presses_in(GROUP, ION, "q3", &code(&arrived, "Take"));
    house.until_last(GROUP, "already taken").await;

    // The button with the answer that she read last shows it to the staff.
    let answer = Choice::Entry(popas::faq::EntryId::new("overstay-fine"));
    api.presses_in(GROUP, VERA, "q6", &answer.code());
    house.until_read(GROUP, "overstay").await;

    api.says(ANNA, "my <b>papers</b> are ready?");
    house.until_last(GROUP, "my &lt;b&gt;papers&lt;/b&gt; are ready?").await;
    let relayed = api.number_of(GROUP, "papers");
    house.database.until_noted(GROUP, relayed).await;
    api.replies(GROUP, VERA, relayed, "Yes: {green-line} <tomorrow>");
    house.until_last(ANNA, "Yes: {green-line} &lt;tomorrow&gt;").await;

    // A person's own button reaches no matter, even with a staff member's code.
    api.presses(BORIS, "q4", &code(&arrived, "Close"));
    house.until_last(BORIS, "").await;
    api.says(ANNA, "thanks");
    house.until_last(GROUP, "thanks").await;
    let last = api.last_message(GROUP);
    api.presses_in(GROUP, VERA, "q5", &code(&last, "Close"));
    house.until_last(ANNA, "has left").await;
    assert!(api.received(BORIS).iter().all(|text| !text.contains("papers") && !text.contains("tomorrow")));
    house.close().await;
}

#[tokio::test]
async fn in_their_group_the_staff_prepare_a_link_by_answering_the_bots_questions() {
    let house = House::open().await;
    let api = &house.api;
    api.writes(GROUP, VERA, "/handover");
    house.until_last(GROUP, "Which answer?").await;
    // What colleagues say to each other is none of the bot's business.
    api.writes(GROUP, ION, "lost permit");
    for (question, answer, then) in [
        ("Which answer?", "overstay-fine", "In which language?"),
        ("In which language?", "ro", "Which dates"),
        ("Which dates", "-", "A note"),
        ("A note", "Bring your passport", "The link is ready"),
    ] {
        api.replies(GROUP, VERA, api.number_of(GROUP, question), answer);
        house.until_read(GROUP, then).await;
    }
    let ready = house.api.received(GROUP).concat();
    let payload = ready.split("?start=").nth(1).and_then(|rest| rest.split(['"', '\n', ' ', '<']).next()).unwrap();
    api.says(ANNA, &format!("/start {payload}"));
    house.until_read(ANNA, "Bring your passport").await;
    house.until_read(GROUP, "Prepared link 1 was opened").await;
    api.writes(GROUP, ION, "/queue");
    house.until_last(GROUP, "No open matters").await;
    house.close().await;
}

#[tokio::test]
async fn a_call_is_booked_by_a_shared_number_and_outlives_a_restart() {
    let house = House::open().await;
    house.api.presses(ANNA, "q0", &Choice::Language(Language::En).code());
    house.until_read(ANNA, "English").await;
    house.api.presses(ANNA, "q1", &Choice::CallBack.code());
    let days = house.until_last(ANNA, "On which day").await;
    let tomorrow = days["reply_markup"]["inline_keyboard"].as_array().unwrap().last().unwrap()[0].clone();
    house.api.presses(ANNA, "q2", tomorrow["callback_data"].as_str().unwrap());
    let times = house.until_last(ANNA, "At what time").await;
    let first = times["reply_markup"]["inline_keyboard"][0][0].clone();
    let slot = first["callback_data"].as_str().unwrap().to_string();
    house.api.presses(ANNA, "q3", &slot);
    let reach = house.until_last(ANNA, "reach you").await;
    house.api.presses(ANNA, "q4", &code(&reach, "By phone"));
    let ask = house.until_last(ANNA, "phone number").await;
    assert_eq!(ask["reply_markup"]["keyboard"][0][0]["request_contact"], json!(true));
    house.api.shares_phone(ANNA, "37369123456");
    house.until_read(ANNA, "popas-1.ics").await;
    house.until_read(GROUP, "+37369123456").await;

    let (api, database, engine) = house.close().await;
    let house = House::open_with(api, database, engine).await;
    house.api.says(ANNA, "/followups");
    house.until_last(ANNA, "+37369123456").await;
    // The half hour is hers: nobody else gets it.
    house.api.presses(BORIS, "q5", &Choice::Language(Language::En).code());
    house.until_read(BORIS, "English").await;
    house.api.presses(BORIS, "q6", &Choice::CallBack.code());
    house.until_last(BORIS, "On which day").await;
    house.api.presses(BORIS, "q7", &slot);
    house.until_read(BORIS, "nobody is free").await;
    house.close().await;
}
