//! People who want the same half hour at the same moment, each heard by a process of her own: as many get it as are
//! called at once, and the others are told that it is taken.

mod support;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use popas::assistant::Assistant;
use popas::call_centre::{CallCentre, Slots};
use popas::dialogue::reply::Choice;
use popas::dialogue::{CallWish, Memory, Stage};
use popas::faq::{Faq, Source};
use popas::follow_ups::{FollowUp, FollowUpId, Reach, What};
use popas::language::Language;
use popas::message::{Address, Incoming, Said, Speaker};
use popas::store::{Store, conversations, follow_ups};
use sqlx::SqlitePool;
use support::content::Content;
use support::{Database, desk_settings};

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_764_000_000, 0).unwrap()
}

fn centre(at_once: u32) -> Arc<CallCentre> {
    let at_once = at_once.to_string();
    let hours = ["--desk", "-500", "--call-hours", "mon-sun 00:00-23:30", "--calls-at-once", &at_once];
    Arc::new(desk_settings(&hours).call_centre().unwrap())
}

/// The next half hours in which somebody may be called.
fn half_hours(centre: &CallCentre, faq: &Faq) -> Vec<DateTime<Utc>> {
    let slots = Slots { centre, holidays: &faq.holidays, full: &[], now: now() };
    slots.days().flat_map(|day| slots.on(day)).collect()
}

/// Somebody who was asked how she wants to be reached in that half hour.
async fn asked(store: &Store, chat: i64, at: DateTime<Utc>) {
    let stage = Stage::Call(CallWish { at: Some(at), ..CallWish::default() });
    let memory = Memory { stage, language: Some(Language::En), ..Memory::default() };
    let mut tx = store.begin().await.unwrap();
    conversations::save(&mut tx, Address::Telegram(chat), &memory, now().timestamp()).await.unwrap();
    tx.commit().await.unwrap();
}

/// She says: in this chat; heard then.
async fn press(assistant: Assistant, chat: i64, heard: DateTime<Utc>) {
    let said = Said::Choice(Choice::CallByChat);
    let from = Address::Telegram(chat);
    let incoming = Incoming { id: chat, from, speaker: Speaker::default(), said, replied_to: None, at: now() };
    assistant.hear(&[incoming], heard).await.unwrap();
}

/// So many people race for each half hour; each of them has a connection of her own, as processes do.
async fn race(races: usize, people: usize, at_once: u32) {
    let (content, database, centre) = (Content::small(), Database::new(), centre(at_once));
    let faq = Faq::load(&Source::BuiltIn).unwrap_or_else(|problems| panic!("{problems}"));
    let mut stores = vec![];
    for _ in 0..people {
        stores.push(database.open().await);
    }
    let half_hours: Vec<_> = half_hours(&centre, &faq).into_iter().take(races).collect();
    assert_eq!(half_hours.len(), races);
    for (race, at) in (0..).zip(&half_hours) {
        let mut racing = vec![];
        for (person, store) in (1..).zip(&stores) {
            let chat = race * 10 + person;
            asked(store, chat, *at).await;
            let assistant = Assistant::new(content.mind.clone(), store.clone(), Some(centre.clone()));
            racing.push(tokio::spawn(press(assistant, chat, now())));
        }
        for one in racing {
            one.await.unwrap();
        }
    }
    let pool = SqlitePool::connect(&database.url).await.unwrap();
    let count = |select: &'static str| sqlx::query_scalar::<_, i64>(select).fetch_one(&pool);
    let places = i64::try_from(races).unwrap() * i64::from(at_once);
    let all = i64::try_from(races * people).unwrap();
    assert_eq!(count("select count(*) from follow_ups where state = 'pending'").await.unwrap(), places);
    assert_eq!(
        count("select count(distinct due_at || ' ' || seat) from follow_ups").await.unwrap(),
        places,
        "each has a seat of her own"
    );
    assert_eq!(count("select max(seat) from follow_ups").await.unwrap(), i64::from(at_once) - 1);
    assert_eq!(count("select count(*) from deliveries where reply like '%call-booked%'").await.unwrap(), places);
    assert_eq!(count("select count(*) from deliveries where reply like '%call-taken%'").await.unwrap(), all - places);
    assert_eq!(count("select count(*) from hand_overs").await.unwrap(), places);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_people_who_race_for_a_half_hour_one_gets_it_a_thousand_times() {
    race(1000, 2, 1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_four_people_who_race_for_two_calls_at_once_two_get_them() {
    race(100, 4, 2).await;
}

#[tokio::test]
async fn a_half_hour_that_passed_while_we_were_away_is_booked_for_nobody() {
    let (content, database, centre) = (Content::small(), Database::new(), centre(1));
    let faq = Faq::load(&Source::BuiltIn).unwrap_or_else(|problems| panic!("{problems}"));
    let (store, first) = (database.open().await, half_hours(&centre, &faq)[0]);
    for (chat, heard, booked) in [(1, first + chrono::TimeDelta::hours(3), 0), (2, now(), 1)] {
        asked(&store, chat, first).await;
        press(Assistant::new(content.mind.clone(), store.clone(), Some(centre.clone())), chat, heard).await;
        let mut tx = store.begin().await.unwrap();
        assert_eq!(follow_ups::of(&mut tx, Address::Telegram(chat)).await.unwrap().len(), booked, "heard {heard}");
    }
}

#[tokio::test]
async fn the_database_itself_refuses_a_second_call_in_the_same_seat() {
    let database = Database::new();
    let store = database.open().await;
    let mut tx = store.begin().await.unwrap();
    let call = |id| FollowUp::new(FollowUpId(id), What::CallBack(Reach::Chat), now(), now());
    follow_ups::put(&mut tx, Address::Telegram(1), &call(1), 0).await.unwrap();
    follow_ups::put(&mut tx, Address::Telegram(2), &call(2), 0).await.unwrap();
    let error = sqlx::query("update follow_ups set seat = 0").execute(&mut *tx).await.unwrap_err();
    assert!(error.as_database_error().unwrap().is_unique_violation(), "{error}");
    let another = follow_ups::put(&mut tx, Address::Telegram(1), &call(3), 0).await;
    assert!(another.is_err(), "a person has one open call");
}

#[tokio::test]
async fn a_promise_that_this_version_cannot_read_keeps_nobody_else_waiting() {
    let database = Database::new();
    let store = database.open().await;
    let mut tx = store.begin().await.unwrap();
    let call = |id, at| FollowUp::new(FollowUpId(id), What::CallBack(Reach::Chat), at, now());
    let later = now() + chrono::TimeDelta::hours(1);
    follow_ups::put(&mut tx, Address::Telegram(1), &call(1, now()), 0).await.unwrap();
    follow_ups::put(&mut tx, Address::Telegram(2), &call(2, later), 0).await.unwrap();
    sqlx::query("update follow_ups set what = '{\"hologram\":1}' where id = 1").execute(&mut *tx).await.unwrap();
    assert_eq!(follow_ups::due(&mut tx, now().timestamp(), 9).await.unwrap(), []);
    follow_ups::put(&mut tx, Address::Telegram(3), &call(3, now()), 0).await.unwrap();
    let due = follow_ups::due(&mut tx, now().timestamp(), 1).await.unwrap();
    assert_eq!(due.iter().map(|(_, call)| call.id.0).collect::<Vec<_>>(), [3], "it takes no place in a batch");
    tx.commit().await.unwrap();
    // Otherwise the worker would look for what is due without pause.
    let next = follow_ups::next_due(&store, now().timestamp()).await.unwrap();
    assert_eq!(next, Some(later.timestamp()));
}
