//! The database: what is kept, in which order it leaves, what a broken row does.

mod support;

use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use popas::assistant::Assistant;
use popas::call_centre::{HandOver, HandOverId, HandOverState};
use popas::dialogue::phrase::Phrase;
use popas::dialogue::reply::{Choice, Part};
use popas::dialogue::{Memory, Stage};
use popas::faq::EntryId;
use popas::follow_ups::{FollowUp, FollowUpId, Reach, State, Subject, What};
use popas::language::Language;
use popas::links::Opened;
use popas::message::{Address, Incoming, Said, Speaker, StaffId};
use popas::stay::Visit;
use popas::store::deliveries::{self, Delivery, New, Outcome};
use popas::store::{Channel, OpenError, Store, conversations, desk_messages, follow_ups, hand_overs, heard, openings};
use popas::workers::retention;
use support::{Database, desk_in, echo, say};

const NOW: i64 = 1_764_000_000;
const ANNA: Address = Address::Telegram(1);
const BORIS: Address = Address::Telegram(2);

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 11, 22).unwrap()
}

async fn add(store: &Store, to: Address, text: &str) {
    let mut tx = store.begin().await.unwrap();
    let new = New { reply: &say(text), language: Language::En, day: day(), about: None };
    deliveries::add(&mut tx, to, &new, NOW).await.unwrap();
    tx.commit().await.unwrap();
}

/// Leases what is due: the texts, sorted, and what is needed to settle them.
async fn lease(store: &Store, now: i64) -> (Vec<String>, Vec<Delivery>) {
    let mut leased = deliveries::lease(store, Channel::Telegram, now, now + 60, 10).await.unwrap();
    leased.sort_by_key(|delivery| delivery.id);
    let text = |part: &Part| match part {
        Part::Say(Phrase::InGroup { link }) => link.clone(),
        other => format!("{other:?}"),
    };
    (leased.iter().map(|delivery| text(&delivery.reply.parts[0])).collect(), leased)
}

async fn settle(store: &Store, leased: &Delivery, outcome: Outcome) {
    deliveries::settle(store, &[leased.settled(outcome)], NOW).await.unwrap();
}

fn text(id: i64, from: Address, text: &str) -> Incoming {
    said(id, from, Said::Text(text.into()))
}

fn said(id: i64, from: Address, said: Said) -> Incoming {
    Incoming { id, from, speaker: Speaker::default(), said, replied_to: None, at: now() }
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(NOW, 0).unwrap()
}

async fn hear(store: &Store, batch: &[Incoming]) {
    Assistant::new(echo(), store.clone(), None).hear(batch, now()).await.unwrap();
}

async fn sql(database: &Database, statement: &'static str) {
    let pool = sqlx::SqlitePool::connect(&database.url).await.unwrap();
    sqlx::query(statement).execute(&pool).await.unwrap();
    pool.close().await;
}

#[tokio::test]
async fn of_each_chat_only_the_earliest_delivery_leaves() {
    let database = Database::new();
    let store = database.open().await;
    for (to, text) in [(ANNA, "a1"), (ANNA, "a2"), (BORIS, "b1"), (BORIS, "b2")] {
        add(&store, to, text).await;
    }
    let (texts, first) = lease(&store, NOW).await;
    assert_eq!(texts, ["a1", "b1"]);
    assert_eq!(lease(&store, NOW).await.0, [""; 0], "what is leased blocks its chat");
    settle(&store, &first[0], Outcome::Sent).await;
    assert_eq!(lease(&store, NOW).await.0, ["a2"]);
}

#[tokio::test]
async fn a_chat_that_waits_holds_up_nobody_else_and_keeps_its_order() {
    let database = Database::new();
    let store = database.open().await;
    for (to, text) in [(ANNA, "a1"), (ANNA, "a2"), (BORIS, "b1")] {
        add(&store, to, text).await;
    }
    let (_, leased) = lease(&store, NOW).await;
    settle(&store, &leased[0], Outcome::Postponed { until: NOW + 30 }).await;
    settle(&store, &leased[1], Outcome::Sent).await;
    add(&store, BORIS, "b2").await;
    assert_eq!(lease(&store, NOW + 29).await.0, ["b2"]);
    assert_eq!(deliveries::next_due(&store, Channel::Telegram, NOW).await.unwrap(), Some(NOW + 30));
    assert_eq!(lease(&store, NOW + 30).await.0, ["a1"]);
}

#[tokio::test]
async fn a_lease_that_ran_out_or_was_given_back_is_taken_again() {
    let database = Database::new();
    let store = database.open().await;
    add(&store, ANNA, "a").await;
    assert_eq!(lease(&store, NOW).await.0, ["a"]);
    assert_eq!(lease(&store, NOW + 59).await.0, [""; 0]);
    assert_eq!(lease(&store, NOW + 60).await.0, ["a"]);
    deliveries::release(&store, Channel::Telegram).await.unwrap();
    assert_eq!(lease(&store, NOW + 61).await.0, ["a"]);
}

#[tokio::test]
async fn a_late_result_settles_no_other_delivery() {
    let database = Database::new();
    let store = database.open().await;
    add(&store, ANNA, "a").await;
    let (_, leased) = lease(&store, NOW).await;
    settle(&store, &leased[0], Outcome::Sent).await;
    add(&store, BORIS, "b").await;
    settle(&store, &leased[0], Outcome::Sent).await;
    assert_eq!(lease(&store, NOW).await.0, ["b"]);
}

#[tokio::test]
async fn what_a_person_blocked_goes_out_in_order_when_she_writes_again() {
    let database = Database::new();
    let store = database.open().await;
    for text in ["a1", "a2"] {
        add(&store, ANNA, text).await;
    }
    let (_, leased) = lease(&store, NOW).await;
    settle(&store, &leased[0], Outcome::Blocked).await;
    assert_eq!(lease(&store, NOW + 1000).await.0, [""; 0]);
    hear(&store, &[text(1, ANNA, "a3")]).await;
    for expected in ["a1", "a2", "a3"] {
        let (texts, leased) = lease(&store, NOW).await;
        assert_eq!(texts, [expected]);
        settle(&store, &leased[0], Outcome::Sent).await;
    }
}

#[tokio::test]
async fn what_the_call_centres_group_did_not_take_goes_out_when_the_staff_write_there() {
    let database = Database::new();
    let store = database.open().await;
    let group = Address::Telegram(-5);
    for text in ["g1", "g2"] {
        add(&store, group, text).await;
    }
    let (_, leased) = lease(&store, NOW).await;
    settle(&store, &leased[0], Outcome::Blocked).await;
    assert_eq!(lease(&store, NOW).await.0, [""; 0]);
    let speaker = Speaker { staff: Some(StaffId(71)), ..Speaker::default() };
    let centre = desk_in(-5).call_centre().map(Arc::new);
    let assistant = Assistant::new(echo(), store.clone(), centre);
    assistant.hear(&[Incoming { speaker, ..text(1, group, "/queue") }], now()).await.unwrap();
    for expected in ["g1", "g2", "/queue"] {
        let (texts, leased) = lease(&store, NOW).await;
        assert_eq!(texts, [expected]);
        settle(&store, &leased[0], Outcome::Sent).await;
    }
}

#[tokio::test]
async fn who_writes_while_it_turns_out_that_she_had_blocked_us_gets_everything() {
    let database = Database::new();
    let store = database.open().await;
    add(&store, ANNA, "a1").await;
    let (_, leased) = lease(&store, NOW).await;
    hear(&store, &[text(1, ANNA, "a2")]).await;
    settle(&store, &leased[0], Outcome::Blocked).await;
    let (texts, leased) = lease(&store, NOW).await;
    assert_eq!(texts, ["a1"]);
    settle(&store, &leased[0], Outcome::Blocked).await;
    assert_eq!(lease(&store, NOW).await.0, [""; 0], "this time she wrote nothing in between");
}

#[tokio::test]
async fn a_chat_that_is_gone_gives_up_all_and_a_refused_message_only_itself() {
    let database = Database::new();
    let store = database.open().await;
    for (to, text) in [(ANNA, "a1"), (ANNA, "a2"), (BORIS, "b1"), (BORIS, "b2")] {
        add(&store, to, text).await;
    }
    let (_, leased) = lease(&store, NOW).await;
    settle(&store, &leased[0], Outcome::Gone("chat-not-found")).await;
    settle(&store, &leased[1], Outcome::Refused("message-refused")).await;
    assert_eq!(lease(&store, NOW).await.0, ["b2"]);
}

#[tokio::test]
async fn a_split_reply_goes_on_where_it_stopped() {
    let database = Database::new();
    let store = database.open().await;
    add(&store, ANNA, "a").await;
    let leased = deliveries::lease(&store, Channel::Telegram, NOW, NOW, 1).await.unwrap();
    deliveries::note_parts(&store, leased[0].id, 2).await.unwrap();
    let again = deliveries::lease(&store, Channel::Telegram, NOW, NOW, 1).await.unwrap();
    assert_eq!((again[0].parts_sent, again[0].attempts), (2, 2));
}

#[tokio::test]
async fn a_delivery_keeps_the_matter_that_it_is_about() {
    let database = Database::new();
    let store = database.open().await;
    let mut tx = store.begin().await.unwrap();
    for (to, about) in [(ANNA, Some(7)), (BORIS, None)] {
        let new = New { reply: &say("a"), language: Language::En, day: day(), about };
        deliveries::add(&mut tx, to, &new, NOW).await.unwrap();
    }
    tx.commit().await.unwrap();
    let (_, leased) = lease(&store, NOW).await;
    assert_eq!(leased.iter().map(|delivery| delivery.hand_over).collect::<Vec<_>>(), [Some(7), None]);
}

/// The matters of the first messages of two chats.
async fn matters(store: &Store) -> Vec<Option<i64>> {
    let mut tx = store.begin().await.unwrap();
    let mut matters = vec![];
    for (chat, message) in [(-5, 1), (-5, 2), (-5, 3), (-6, 1)] {
        matters.push(desk_messages::hand_over_of(&mut tx, chat, message).await.unwrap());
    }
    matters
}

#[tokio::test]
async fn a_message_at_the_call_centre_leads_back_to_its_matter() {
    let database = Database::new();
    let store = database.open().await;
    for (chat, message, matter) in [(-5, 1, 7), (-5, 2, 8), (-6, 1, 7), (-5, 2, 9)] {
        desk_messages::note(&store, chat, message, matter).await.unwrap();
    }
    assert_eq!(matters(&store).await, [Some(7), Some(9), None, Some(7)], "a number given anew is what it is now");
    let mut tx = store.begin().await.unwrap();
    desk_messages::forget(&mut tx, 7).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(matters(&store).await, [None, Some(9), None, None]);
}

#[tokio::test]
async fn messages_about_a_matter_are_kept_as_long_as_it_is() {
    let database = Database::new();
    let store = database.open().await;
    hear(&store, &[text(1, ANNA, "a")]).await;
    sql(
        &database,
        "insert into hand_overs (id, channel, chat, language, state, state_since)
            values (7, 'telegram', 1, 'en', 'waiting', 0)",
    )
    .await;
    for (message, matter) in [(1, 7), (2, 8)] {
        desk_messages::note(&store, -5, message, matter).await.unwrap();
    }
    retention::step(&store, 1).await.unwrap();
    assert_eq!(matters(&store).await, [Some(7), None, None, None]);
}

/// A matter of Anna's that a staff member took and has not closed; of a call, if one is given, whose time has come.
async fn taken(store: &Store, call: Option<What>) {
    hear(store, &[text(1, ANNA, "a")]).await;
    let call = call.map(|what| FollowUp { state: State::Told, ..FollowUp::new(FollowUpId(3), what, now(), now()) });
    let matter = HandOver {
        id: HandOverId(7),
        call,
        language: Language::En,
        state: HandOverState::Human,
        holder: Some(StaffId(71)),
        since: now(),
    };
    let mut tx = store.begin().await.unwrap();
    if let Some(call) = &matter.call {
        follow_ups::put(&mut tx, ANNA, call, NOW).await.unwrap();
    }
    hand_overs::put(&mut tx, ANNA, &matter, matter.holder, NOW).await.unwrap();
    tx.commit().await.unwrap();
}

/// How many matters there are, and whether Anna's words go to the staff.
async fn matters_and_talk(store: &Store) -> (i64, bool) {
    let mut tx = store.begin().await.unwrap();
    let all = sqlx::query_scalar("select count(*) from hand_overs").fetch_one(&mut *tx).await.unwrap();
    (all, hand_overs::conversation_of(&mut tx, ANNA).await.unwrap().is_some())
}

#[tokio::test]
async fn a_matter_that_nobody_closes_ends_with_its_call_or_its_conversation() {
    let by_phone = What::CallBack(Reach::Phone("+37369123456".into()));
    for (call, days, talks) in
        [(Some(by_phone), 30, false), (Some(What::CallBack(Reach::Chat)), 30, true), (None, 365, true)]
    {
        let database = Database::new();
        let store = database.open().await;
        taken(&store, call).await;
        for (days, expected) in [(days, (1, talks)), (days + 1, (0, false))] {
            retention::step(&store, NOW + TimeDelta::days(days).num_seconds()).await.unwrap();
            assert_eq!(matters_and_talk(&store).await, expected, "after {days} days");
        }
    }
}

#[tokio::test]
async fn a_call_that_another_version_wrote_is_no_conversation_and_is_forgotten_with_its_person() {
    let database = Database::new();
    let store = database.open().await;
    taken(&store, Some(What::CallBack(Reach::Chat))).await;
    sql(&database, "update follow_ups set what = '{\"hologram\":1}'").await;
    assert_eq!(matters_and_talk(&store).await, (1, false));
    hear(&store, &[text(2, ANNA, "forget me")]).await;
    assert_eq!(matters_and_talk(&store).await, (0, false));
}

#[tokio::test]
async fn a_conversation_is_remembered_as_it_was() {
    let database = Database::new();
    let store = database.open().await;
    let memory = Memory {
        language: Some(Language::Uk),
        language_chosen: true,
        stage: Stage::Forgetting,
        offered: vec![Choice::Help, Choice::Language(Language::Az)],
        trips: vec![Visit { entry: day(), exit: None }],
        nationality: Some("AZ".into()),
        left_bank: Some(false),
        about: Some(EntryId::new("overstay-fine")),
    };
    let mut tx = store.begin().await.unwrap();
    assert_eq!(conversations::load(&mut tx, ANNA).await.unwrap(), None);
    for memory in [&Memory::default(), &memory] {
        conversations::save(&mut tx, ANNA, memory, NOW).await.unwrap();
        assert_eq!(conversations::load(&mut tx, ANNA).await.unwrap().as_ref(), Some(memory));
    }
    assert_eq!(conversations::load(&mut tx, BORIS).await.unwrap(), None);
}

#[tokio::test]
async fn what_another_version_wrote_is_nothing_known_and_an_unreadable_reply_an_apology() {
    let database = Database::new();
    let store = database.open().await;
    hear(&store, &[text(1, ANNA, "a")]).await;
    sql(
        &database,
        "update conversations set stage = '{\"stage\":\"dreaming\"}', offered = '[{\"Hologram\":1}]', trips = 'x'",
    )
    .await;
    sql(&database, "update deliveries set reply = '{\"parts\":[{\"sing\":1}]}', day = 'never', language = 'xx'").await;
    let mut tx = store.begin().await.unwrap();
    assert_eq!(conversations::load(&mut tx, ANNA).await.unwrap(), Some(Memory::default()));
    drop(tx);
    assert_eq!(lease(&store, NOW).await.0, ["Say(WentWrong)"]);
}

#[tokio::test]
async fn what_is_heard_twice_is_answered_once() {
    let database = Database::new();
    let store = database.open().await;
    let batch = [text(1, ANNA, "a"), text(2, BORIS, "b"), text(1, ANNA, "a")];
    hear(&store, &batch).await;
    hear(&store, &batch).await;
    let (texts, leased) = lease(&store, NOW).await;
    assert_eq!(texts, ["a", "b"]);
    for leased in &leased {
        settle(&store, leased, Outcome::Sent).await;
    }
    assert_eq!(lease(&store, NOW).await.0, [""; 0]);
    hear(&store, &[text(1, Address::Terminal, "another channel counts for itself")]).await;
    let leased = deliveries::lease(&store, Channel::Terminal, NOW, NOW, 9).await.unwrap();
    assert_eq!(leased.len(), 1);
}

#[tokio::test]
async fn a_message_that_makes_us_panic_costs_itself_alone() {
    let database = Database::new();
    let store = database.open().await;
    hear(&store, &[text(1, ANNA, "panic"), text(2, BORIS, "b")]).await;
    assert_eq!(lease(&store, NOW).await.0, ["Say(WentWrong)", "b"]);
}

#[tokio::test]
async fn who_asks_to_be_forgotten_leaves_nothing_but_the_reply_about_it() {
    let database = Database::new();
    let store = database.open().await;
    hear(&store, &[text(1, ANNA, "a"), text(2, BORIS, "b"), text(3, ANNA, "forget me")]).await;
    assert_eq!(lease(&store, NOW).await.0, ["b", "forgotten"]);
    let mut tx = store.begin().await.unwrap();
    assert_eq!(conversations::load(&mut tx, ANNA).await.unwrap(), None);
    assert!(conversations::load(&mut tx, BORIS).await.unwrap().is_some());
}

#[tokio::test]
async fn a_group_is_not_remembered_and_silence_sends_nothing() {
    let database = Database::new();
    let store = database.open().await;
    let group = Address::Telegram(-5);
    let in_group = Said::InGroup { private_link: "https://t.me/our_bot".into() };
    hear(&store, &[said(1, group, in_group), text(2, ANNA, "nothing")]).await;
    assert_eq!(lease(&store, NOW).await.0.len(), 1);
    let mut tx = store.begin().await.unwrap();
    assert_eq!(conversations::load(&mut tx, group).await.unwrap(), None);
}

#[tokio::test]
async fn old_numbers_and_undeliverable_replies_are_deleted_and_waiting_ones_are_not() {
    let database = Database::new();
    let store = database.open().await;
    hear(&store, &[text(1, ANNA, "a"), text(2, BORIS, "b")]).await;
    let (_, leased) = lease(&store, NOW).await;
    settle(&store, &leased[0], Outcome::Refused("message-refused")).await;
    let days = |days| NOW + TimeDelta::days(days).num_seconds();
    for (at, new, kept) in [(days(7), false, 2), (days(8), true, 2), (days(31), true, 1)] {
        retention::step(&store, at).await.unwrap();
        let mut tx = store.begin().await.unwrap();
        assert_eq!(heard::is_new(&mut tx, ANNA, 1, NOW).await.unwrap(), new);
        let all: i64 = sqlx::query_scalar("select count(*) from deliveries").fetch_one(&mut *tx).await.unwrap();
        assert_eq!(all, kept);
    }
}

#[tokio::test]
async fn a_missed_reminder_and_the_trips_it_rests_on_are_deleted_after_thirty_days() {
    let database = Database::new();
    let store = database.open().await;
    let memory = Memory { trips: vec![Visit { entry: day(), exit: None }], ..Memory::default() };
    let reminder = FollowUp::new(FollowUpId(3), What::Reminder(Subject::LastDay), now(), now());
    let mut tx = store.begin().await.unwrap();
    conversations::save(&mut tx, ANNA, &memory, NOW).await.unwrap();
    follow_ups::put(&mut tx, ANNA, &FollowUp { state: State::Missed, ..reminder }, NOW).await.unwrap();
    tx.commit().await.unwrap();
    for (days, kept) in [(30, 1), (31, 0)] {
        retention::step(&store, NOW + TimeDelta::days(days).num_seconds()).await.unwrap();
        let mut tx = store.begin().await.unwrap();
        let trips = conversations::load(&mut tx, ANNA).await.unwrap().unwrap().trips;
        let promises = follow_ups::of(&mut tx, ANNA).await.unwrap();
        assert_eq!((trips.len(), promises.len()), (kept, kept), "after {days} days");
    }
}

#[tokio::test]
async fn a_conversation_is_forgotten_a_year_after_the_last_message() {
    let database = Database::new();
    let store = database.open().await;
    hear(&store, &[text(1, ANNA, "a")]).await;
    for (days, known) in [(365, true), (366, false)] {
        retention::step(&store, NOW + TimeDelta::days(days).num_seconds()).await.unwrap();
        let mut tx = store.begin().await.unwrap();
        assert_eq!(conversations::load(&mut tx, ANNA).await.unwrap().is_some(), known);
    }
}

#[tokio::test]
async fn a_new_database_is_for_its_owner_only() {
    let database = Database::new();
    let store = database.open().await;
    hear(&store, &[text(1, ANNA, "a")]).await;
    for file in ["popas.db", "popas.db-wal", "popas.db-shm"] {
        let mode = std::fs::metadata(database.folder.path().join(file)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
}

#[tokio::test]
async fn a_database_that_cannot_be_used_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let is_folder = format!("sqlite://{}", folder.path().display());
    let no_folder = format!("sqlite://{}/missing/popas.db", folder.path().display());
    std::fs::write(folder.path().join("text.db"), "this is no database, however long one reads it").unwrap();
    let no_database = format!("sqlite://{}/text.db", folder.path().display());
    for url in [is_folder, no_folder, no_database] {
        let error = Store::open(&url).await.unwrap_err();
        assert!(matches!(error, OpenError::Unusable(_)), "{error}");
        assert!(error.to_string().contains("DATABASE_URL"));
    }
    assert!(matches!(Store::open("postgres://user:secret@host/db").await, Err(OpenError::NoAddress)));
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_left_alone() {
    let database = Database::new();
    database.open().await.close().await;
    sql(&database, "update _sqlx_migrations set version = version + 999").await;
    assert!(matches!(Store::open(&database.url).await, Err(OpenError::Outdated(_))));
}

#[tokio::test]
async fn openings_of_links_are_counted_by_link_language_and_day_without_persons() {
    let database = Database::new();
    let store = database.open().await;
    let days = |days: u64| day() - chrono::Days::new(days);
    let mut tx = store.begin().await.unwrap();
    let openings =
        [("fine", Language::En, 0), ("fine", Language::En, 0), ("fine", Language::Ru, 1), ("days", Language::En, 40)];
    for (link, language, ago) in openings {
        openings::count(&mut tx, link, language, days(ago)).await.unwrap();
    }
    let mut counted = openings::between(&mut tx, days(30), days(0)).await.unwrap();
    let line = |opened: Opened| (opened.link, opened.language, opened.times);
    let lines: Vec<_> = counted.drain(..).map(line).collect();
    assert_eq!(lines, [("fine".into(), "en".into(), 2), ("fine".into(), "ru".into(), 1)]);
    tx.commit().await.unwrap();
    // Two years after the last of them.
    retention::step(&store, NOW + 732 * 24 * 60 * 60).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    assert_eq!(openings::between(&mut tx, days(1000), days(0)).await.unwrap(), []);
}

#[tokio::test]
async fn an_opened_link_is_counted_once_even_when_it_is_told_twice() {
    let database = Database::new();
    let store = database.open().await;
    let opened = said(7, ANNA, Said::Start("fine_ru".into()));
    hear(&store, std::slice::from_ref(&opened)).await;
    hear(&store, &[opened, said(8, BORIS, Said::Start("nothing of ours".into()))]).await;
    let mut tx = store.begin().await.unwrap();
    let counted = openings::between(&mut tx, day() - chrono::Days::new(9), day() + chrono::Days::new(9)).await.unwrap();
    let counted: Vec<_> = counted.iter().map(|opened| (opened.link.as_str(), opened.times)).collect();
    assert_eq!(counted, [("broken", 1), ("fine", 1)]);
}
