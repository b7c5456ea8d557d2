//! Links that staff hand out, with the real answers: prepared, opened, replayed, forged, expired, raced for; and the whole
//! way over HTTP.

mod support;

use std::sync::{Arc, LazyLock};

use chrono::{DateTime, TimeDelta, Utc};
use popas::assistant::{Assistant, LinkDesk, Mind};
use popas::channels::telegram::Telegram;
use popas::channels::terminal::shown;
use popas::channels::typed;
use popas::commands::run::{Args, Service};
use popas::dialogue::reply::Choice;
use popas::engine::Engine;
use popas::faq::{EntryId, Faq, Source};
use popas::language::Language;
use popas::message::{Address, Incoming, Said, Speaker, StaffId};
use popas::stay::Holidays;
use popas::store::deliveries::{self, Outcome};
use popas::store::{Channel, Store, conversations};
use popas::workers::retention;
use support::bot_api::{BotApi, TOKEN};
use support::{Database, no_desk};
use tokio::sync::watch;

static ENGINE: LazyLock<Arc<Engine>> =
    LazyLock::new(|| Arc::new(Engine::new(Faq::load(&Source::BuiltIn).unwrap(), None).unwrap()));

const OLGA: i64 = 50;
const ANNA: i64 = 7;
const BORIS: i64 = 8;

/// Popas without Telegram: what is said to it, and what it says to whom.
struct Room {
    _database: Database,
    store: Store,
    assistant: Assistant,
    now: DateTime<Utc>,
    last: i64,
}

/// What somebody received: words with buttons, and the addresses behind codes.
#[derive(Debug)]
struct Received {
    by: i64,
    text: String,
    codes: Vec<String>,
}

impl Room {
    async fn new() -> Room {
        let database = Database::new();
        let store = database.open().await;
        let links = LinkDesk { bot: "our_bot".into(), valid: TimeDelta::days(7), language: Language::En };
        let assistant = Assistant::new(ENGINE.clone(), store.clone(), None).with_links(Some(links));
        let now = "2025-11-22T10:00:00Z".parse().unwrap();
        Room { _database: database, store, assistant, now, last: 0 }
    }

    fn incoming(&mut self, from: i64, said: Said) -> Incoming {
        self.last += 1;
        let staff = (from == OLGA).then_some(StaffId(OLGA));
        let speaker = Speaker { app_language: Some(Language::En), staff };
        Incoming { id: self.last, from: Address::Telegram(from), speaker, said, replied_to: None, at: self.now }
    }

    async fn hear(&mut self, said: Vec<(i64, Said)>) -> Vec<Received> {
        let batch: Vec<Incoming> = said.into_iter().map(|(from, said)| self.incoming(from, said)).collect();
        self.assistant.hear(&batch, self.now).await.unwrap();
        let (mind, mut received): (&dyn Mind, _) = (&**ENGINE, Vec::new());
        loop {
            let now = self.now.timestamp();
            let due = deliveries::lease(&self.store, Channel::Telegram, now, i64::MAX, 1).await.unwrap();
            let Some(delivery) = due.first() else { return received };
            let spoken = mind.speak(&delivery.reply, delivery.language, delivery.day);
            let Address::Telegram(by) = delivery.to else { panic!("another channel") };
            let codes = spoken.codes.iter().map(|code| code.url.clone()).collect();
            received.push(Received { by, text: shown(&spoken), codes });
            deliveries::settle(&self.store, &[delivery.settled(Outcome::Sent)], now).await.unwrap();
        }
    }

    /// One says something, and it alone is answered.
    async fn says(&mut self, from: i64, text: &str) -> Received {
        self.does(from, typed(text)).await
    }

    async fn does(&mut self, from: i64, said: Said) -> Received {
        let mut received = self.hear(vec![(from, said)]).await;
        let place = received.iter().position(|received| received.by == from).expect("an answer");
        received.swap_remove(place)
    }

    /// Olga prepares a link; its payload.
    async fn prepares(&mut self, line: &str) -> String {
        let ready = self.says(OLGA, line).await;
        payload(&ready)
    }
}

fn payload(ready: &Received) -> String {
    let url = ready.codes.first().unwrap_or_else(|| panic!("no link: {ready:?}"));
    assert!(ready.text.contains(url.as_str()));
    let payload = url.strip_prefix("https://t.me/our_bot?start=").unwrap();
    assert!(payload.starts_with("h_") && payload.len() == 34, "{payload}");
    payload.into()
}

#[tokio::test]
async fn a_prepared_link_opens_answer_note_and_dates_once_and_its_maker_learns_of_it() {
    let mut room = Room::new().await;
    let link = room.prepares("/handover permit-lost-or-stolen ru 2025-11-03 Возьмите **паспорт** и {oss-balti}").await;
    assert!(room.says(OLGA, "/handovers").await.text.contains("not opened yet, works until 29 November 2025"));
    let received = room.hear(vec![(ANNA, Said::Start(link.clone()))]).await;
    let anna = &received.iter().find(|received| received.by == ANNA).unwrap().text;
    // Her first message, the staff member's own words untouched, her last day, the answer: in Russian.
    for part in ["Я — Popas", "Возьмите **паспорт** и {oss-balti}", "18 ноября 2025", "вид на жительство"]
    {
        assert!(anna.contains(part), "{part}\n{anna}");
    }
    let olga = &received.iter().find(|received| received.by == OLGA).unwrap().text;
    assert!(olga.contains("Prepared link 1 was opened"), "{olga}");
    assert!(room.says(OLGA, "/handovers").await.text.contains("opened on 22 November 2025, 12:00"));
    for chat in [ANNA, BORIS] {
        let again = room.does(chat, Said::Start(link.clone())).await.text;
        assert!(
            !again.contains("паспорт") && again.contains(if chat == ANNA { "один раз" } else { "only once" }),
            "{again}"
        );
    }
    assert!(room.says(OLGA, "/numbers").await.text.contains("My residence permit was lost or stolen: 1 (ru 1)"));
}

#[tokio::test]
async fn trips_told_on_the_phone_are_counted_at_once() {
    let mut room = Room::new().await;
    let link = room.prepares("/handover overstay-consequences en 2025-09-03..2025-10-20 2025-11-02..").await;
    let opened = room.does(ANNA, Said::Start(link)).await.text;
    assert!(opened.contains("in on 2 November 2025, still in Moldova (day 21)"), "{opened}");
    // What changes the result is asked, and only its buttons stand there.
    assert!(opened.trim_end().ends_with("[1] Yes\n[2] No"), "{opened}");
    let counted = room.says(ANNA, "no").await.text;
    assert!(counted.contains("13 December 2025"), "{counted}");
}

#[tokio::test]
async fn of_two_chats_that_open_a_link_at_once_one_gets_it() {
    let mut room = Room::new().await;
    let link = room.prepares("/handover overstay-fine en - call 080001527").await;
    let open = |chat| (chat, Said::Start(link.clone()));
    let received = room.hear(vec![open(BORIS), open(ANNA)]).await;
    let with_note = |received: &&Received| received.text.contains("call 080001527");
    let got: Vec<i64> = received.iter().filter(with_note).map(|received| received.by).collect();
    assert_eq!(got, [BORIS]);
    // The same against another process of the program, each with a connection of its own.
    let link = room.prepares("/handover overstay-fine en - hurry").await;
    let other = Assistant::new(ENGINE.clone(), room._database.open().await, None);
    let (first, second) = (room.incoming(ANNA, Said::Start(link.clone())), room.incoming(BORIS, Said::Start(link)));
    let (one, two) = tokio::join!(
        room.assistant.hear(std::slice::from_ref(&first), room.now),
        other.hear(std::slice::from_ref(&second), room.now)
    );
    one.and(two).unwrap();
    let received = room.hear(vec![]).await;
    assert_eq!(received.iter().filter(|received| received.text.contains("hurry")).count(), 1);
    assert_eq!(received.iter().filter(|received| received.text.contains("only once")).count(), 1);
}

#[tokio::test]
async fn a_link_that_is_forged_foreign_oversized_or_of_another_service_opens_nothing() {
    let mut room = Room::new().await;
    room.prepares("/handover overstay-fine en").await;
    let zeros = format!("h_{}", "0".repeat(32));
    let long = format!("h_{}", "a".repeat(63));
    for forged in
        [&zeros, &long, "h_", "h_1", "handover_1", "h_%00", "ref_12345", "h_0123456789abcdef0123456789abcdef_ru"]
    {
        let answer = room.does(ANNA, Said::Start(forged.into())).await.text;
        assert!(answer.contains("leads to nothing") || answer.contains("ни к чему"), "{forged}: {answer}");
    }
    assert!(room.says(OLGA, "/handovers").await.text.contains("not opened yet"));
}

#[tokio::test]
async fn an_expired_link_says_so_and_what_it_held_is_deleted() {
    let mut room = Room::new().await;
    let link = room.prepares("/handover overstay-fine en 2025-11-03 a note to delete").await;
    room.now += TimeDelta::days(7);
    let late = room.does(ANNA, Said::Start(link.clone())).await.text;
    assert!(late.contains("time of that link is over") && !late.contains("a note to delete"), "{late}");
    assert!(room.says(OLGA, "/handovers").await.text.contains("never opened"));
    let held = "select count(*) from prepared_links where contents is not null";
    let count = |url: String| async move {
        let pool = sqlx::SqlitePool::connect(&url).await.unwrap();
        let count: i64 = sqlx::query_scalar(held).fetch_one(&pool).await.unwrap();
        pool.close().await;
        count
    };
    assert_eq!(count(room._database.url.clone()).await, 1);
    retention::step(&room.store, room.now.timestamp()).await.unwrap();
    assert_eq!(count(room._database.url.clone()).await, 0);
    room.now += TimeDelta::days(31);
    retention::step(&room.store, room.now.timestamp()).await.unwrap();
    assert!(room.does(ANNA, Said::Start(link)).await.text.contains("leads to nothing"));
    assert!(room.says(OLGA, "/handovers").await.text.contains("No link has been prepared"));
}

#[tokio::test]
async fn what_is_missing_is_asked_one_question_a_message() {
    let mut room = Room::new().await;
    let steps = [
        (typed("/handover"), "Which answer?"),
        (typed("qqqq zzzz"), "no answer"),
        (typed("permit"), "I am not sure which of these"),
        (Said::Choice(Choice::Entry(EntryId::new("permit-lost-or-stolen"))), "In which language?"),
        (Said::Choice(Choice::Language(Language::Az)), "Which dates"),
        (typed("some day"), "no date"),
        (typed("I lost it on 3 November"), "A note"),
        (typed(&"long ".repeat(100)), "too long"),
        (typed("-"), "The link is ready. It works once"),
    ];
    for (said, expected) in steps {
        let answer = room.does(OLGA, said.clone()).await;
        assert!(answer.text.contains(expected), "{said:?}: {}", answer.text);
        if expected.starts_with("The link") {
            assert!(
                answer.text.contains("18 November 2025") && answer.text.contains("telefonunuzda"),
                "{}",
                answer.text
            );
            let opened = room.does(ANNA, Said::Start(payload(&answer))).await.text;
            assert!(opened.contains("18 noyabr 2025"), "{opened}");
        }
    }
    // Afterwards she talks to the bot like anybody.
    assert!(room.says(OLGA, "how much is the fine for overstaying?").await.text.contains("Fine for overstaying"));
}

#[tokio::test]
async fn dates_of_a_line_are_read_or_refused() {
    let mut room = Room::new().await;
    let cases = [
        ("/handover overstay-fine en 2025-11-03", "3 November 2025"),
        ("/handover stay-90-180 en 2025-11-03", "in on 3 November 2025, still in Moldova"),
        ("/handover@our_bot stay-90-180 EN 2025-01-10..2025-03-01 2025-09-01..", "in on 10 January 2025"),
        ("/handover stay-90-180 en 2025-03-01..2025-01-10", "no date in that"),
        ("/handover stay-90-180 en 2025-02-30", "no date in that"),
        ("/handover stay-90-180", "In which language?"),
        ("/handover zzzz qqqq", "no answer"),
    ];
    for (line, expected) in cases {
        let answer = room.says(OLGA, line).await.text;
        assert!(answer.contains(expected), "{line}: {answer}");
    }
}

#[tokio::test]
async fn links_are_found_by_words_and_given_as_code_line_and_speech() {
    let mut room = Room::new().await;
    let links = room.says(OLGA, "/link fine for overstaying").await;
    assert!(links.text.starts_with("Fine for overstaying"), "{}", links.text);
    for language in Language::ALL {
        assert!(links.text.contains(&format!("https://t.me/our_bot?start=overstay-fine_{language}\n")));
    }
    let button = Choice::HandOut(popas::links::Link::read("overstay-fine_ru").unwrap());
    for handed in [room.does(OLGA, Said::Choice(button)).await, room.says(OLGA, "/link fine for overstaying ru").await]
    {
        assert_eq!(handed.codes, ["https://t.me/our_bot?start=overstay-fine_ru"]);
        assert!(handed.text.contains("«Штраф за просрочку пребывания»: ответ в телефоне"), "{}", handed.text);
        assert!(handed.text.contains("Найдите в Telegram @our_bot"));
    }
    assert!(room.says(OLGA, "/link").await.text.contains("Which answer?"));
    assert!(room.says(OLGA, "/link overstay-fine az").await.codes[0].ends_with("overstay-fine_az"));
    assert!(room.says(OLGA, "/numbers").await.text.contains("30 days: 0"));
    room.does(ANNA, Said::Start("days_tr".into())).await;
    room.does(ANNA, Said::Start("no_such_thing".into())).await;
    let numbers = room.says(OLGA, "/numbers 7").await.text;
    assert!(numbers.contains("7 days: 2") && numbers.contains("Count my days: 1 (tr 1)"), "{numbers}");
    assert!(numbers.contains("links that lead nowhere: 1"), "{numbers}");
}

#[tokio::test]
async fn who_is_no_staff_gets_no_links_and_sees_no_numbers() {
    let mut room = Room::new().await;
    for line in ["/handover overstay-fine en", "/link overstay-fine", "/handovers", "/numbers"] {
        let answer = room.says(ANNA, line).await;
        assert!(answer.codes.is_empty() && !answer.text.contains("t.me/our_bot"), "{line}: {}", answer.text);
        assert!(!answer.text.contains("opened"), "{line}: {}", answer.text);
    }
}

#[tokio::test]
async fn the_whole_way_over_http() {
    let (api, database) = (BotApi::start().await, Database::new());
    let telegram = Telegram::new(Some(&TOKEN.into()), Some(&api.url.parse().unwrap())).unwrap();
    let (stop, told) = watch::channel(false);
    let mut desk = no_desk();
    desk.staff = vec![OLGA];
    let args = Args {
        drop_webhook: false,
        poll_timeout: 30,
        messages_per_second: 0,
        chat_pause: 0,
        latest_reminder: 24,
        desk,
    };
    let (store, holidays) = (database.open().await, Holidays::new(vec![]).unwrap());
    let service = Service { mind: ENGINE.clone(), store, telegram, holidays, args };
    let served = tokio::spawn(service.serve(told));
    api.says(OLGA, "/handover permit-lost-or-stolen en 2025-11-03 bring your passport");
    api.until("the link is ready", |api| api.received(OLGA).len() == 2).await;
    let ready = api.received(OLGA);
    assert_eq!(ready[0], "[photo: My residence permit was lost or stolen]");
    let payload = ready[1].split("start=").nth(1).unwrap().split(['<', ' ']).next().unwrap().to_string();
    api.says(ANNA, &format!("/start {payload}"));
    api.says(BORIS, &format!("/start {payload}"));
    api.until("both are answered", |api| !api.received(ANNA).is_empty() && !api.received(BORIS).is_empty()).await;
    assert!(api.received(ANNA)[0].contains("bring your passport"));
    assert!(api.received(BORIS)[0].contains("only once"));
    api.until("Olga learns of it", |api| api.received(OLGA).len() == 3).await;
    api.types(9, "q1", "lost permit");
    api.until("answers are offered", |api| api.calls("answerInlineQuery").len() == 1).await;
    let first = &api.calls("answerInlineQuery")[0]["results"][0];
    assert_eq!(first["id"], "permit-lost-or-stolen_en");
    let sent = first["input_message_content"]["message_text"].as_str().unwrap();
    assert!(sent.contains("igm.gov.md") && sent.ends_with("https://t.me/our_bot?start=permit-lost-or-stolen_en"));
    stop.send_replace(true);
    served.await.unwrap().unwrap();
    let mut tx = database.open().await.begin().await.unwrap();
    assert!(conversations::load(&mut tx, Address::Telegram(9)).await.unwrap().is_none());
}
