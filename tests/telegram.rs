//! The whole bot over HTTP, against a Bot API server on loopback.
//!
//! Inside this process, with answers that can be foreseen; `tests/program.rs` has the built program.

mod support;

use popas::assistant::Assistant;
use popas::commands::run::Args;
use popas::dialogue::reply::Choice;
use popas::language::Language;
use popas::message::{Address, Incoming, Said, Speaker};
use popas::store::deliveries::{self, New};
use popas::store::{conversations, desk_messages};
use serde_json::{Value, json};
use support::bot::{Bot, args, refused, serving, too_many};
use support::bot_api::{BotApi, Fault, private_message};
use support::{Database, desk_in, desk_settings, echo, say};

#[tokio::test]
async fn a_question_is_answered_with_buttons_as_html_without_a_preview() {
    let (api, _database, bot) = serving().await;
    api.says(1, "is 1 < 2 & \"so\"?");
    api.until_received(1, &["is 1 &lt; 2 &amp; &quot;so&quot;?"]).await;
    let message = api.last_message(1);
    assert_eq!(message["parse_mode"], "HTML");
    assert_eq!(message["link_preview_options"]["is_disabled"], true);
    let button = &message["reply_markup"]["inline_keyboard"][0][0];
    assert_eq!(button["callback_data"], "help");
    bot.stop().await;
}

#[tokio::test]
async fn a_pressed_button_changes_the_language_and_its_query_is_answered() {
    let (api, _database, bot) = serving().await;
    api.presses(1, "q1", &Choice::Language(Language::Uk).code());
    api.presses(1, "q2", "a button of another age");
    api.presses(-5, "q3", "help");
    api.says(1, "a");
    api.until_received(1, &["language uk", "Unreadable(OldButton)", "a"]).await;
    assert_eq!(api.last_message(1)["reply_markup"]["inline_keyboard"][0][0]["text"], "help uk");
    api.until("all queries are answered", |api| api.calls("answerCallbackQuery").len() == 3).await;
    bot.stop().await;
}

#[tokio::test]
async fn the_menu_of_commands_is_set_in_every_language() {
    let (api, _database, bot) = serving().await;
    api.until("all menus are set", |api| api.calls("setMyCommands").len() == 7).await;
    let menus = api.calls("setMyCommands");
    let languages: Vec<_> = menus.iter().map(|menu| menu["language_code"].as_str()).collect();
    assert_eq!(languages, [Some("en"), Some("ro"), Some("ru"), Some("uk"), Some("tr"), Some("az"), None]);
    assert_eq!(menus[1]["commands"], json!([{ "command": "help", "description": "help in ro" }]));
    assert_eq!(menus[1]["scope"], json!({ "type": "all_private_chats" }));
    bot.stop().await;
}

#[tokio::test]
async fn the_staff_have_their_own_menu_where_they_write() {
    let (api, database) = (BotApi::start().await, Database::new());
    let desk = desk_settings(&["--desk", "-500", "--staff", "71", "--desk-language", "ru"]);
    let bot = Bot::start_with(&api, &database, Args { desk, ..args() }, echo()).await;
    api.until("all menus are set", |api| api.calls("setMyCommands").len() == 9).await;
    let menus = api.calls("setMyCommands");
    let queue = json!({ "command": "queue", "description": "queue in ru" });
    assert_eq!(menus[7]["scope"], json!({ "type": "chat", "chat_id": -500 }));
    assert_eq!(menus[7]["commands"], json!([queue]));
    assert_eq!(menus[8]["scope"], json!({ "type": "chat", "chat_id": 71 }));
    assert_eq!(menus[8]["commands"], json!([queue, { "command": "help", "description": "help in ru" }]));
    bot.stop().await;
}

#[tokio::test]
async fn every_call_for_updates_names_the_kinds() {
    let (api, _database, bot) = serving().await;
    api.fail("getUpdates", None, Fault::Text(502, "<html>"));
    api.says(1, "a");
    api.until_received(1, &["a"]).await;
    bot.stop().await;
    let kinds = json!(["message", "edited_message", "callback_query", "inline_query"]);
    assert!(api.calls("getUpdates").iter().all(|call| call["allowed_updates"] == kinds));
}

#[tokio::test]
async fn what_cannot_be_read_or_makes_us_panic_costs_that_update_alone() {
    let (api, database) = (BotApi::start().await, Database::new());
    api.tell(json!({ "message": "of another shape" }));
    api.tell(json!({ "teleported": { "to": 5 } }));
    api.says(1, "panic");
    api.says(2, "b");
    let bot = Bot::start(&api, &database).await;
    api.until_received(1, &["went-wrong"]).await;
    api.until_received(2, &["b"]).await;
    bot.stop().await;
    assert_eq!(api.unconfirmed(), 0);
}

#[tokio::test]
async fn a_message_that_the_database_refuses_costs_itself_alone() {
    let (api, database) = (BotApi::start().await, Database::new());
    database.open().await.close().await;
    let pool = sqlx::SqlitePool::connect(&database.url).await.unwrap();
    for statement in [
        "insert into deliveries (channel, chat, reply, language, day, state, state_since, due_at, reason)
            values ('telegram', 2, '', '', '', 'given-up', 9000000000, 0, '')",
        "create unique index one_for_boris on deliveries (chat) where chat = 2",
    ] {
        sqlx::query(statement).execute(&pool).await.unwrap();
    }
    for chat in [1, 2, 3] {
        api.says(chat, "a");
    }
    let bot = Bot::start(&api, &database).await;
    for chat in [1, 3] {
        api.until_received(chat, &["a"]).await;
    }
    bot.stop().await;
    assert_eq!((api.received(2).len(), api.unconfirmed()), (0, 0));
}

#[tokio::test]
async fn of_an_album_one_line_is_enough() {
    let (api, _database, bot) = serving().await;
    for _ in 0..3 {
        let mut update = private_message(1, "");
        update["message"]["photo"] = json!([]);
        update["message"]["media_group_id"] = json!("m");
        api.tell(update);
    }
    api.says(1, "a");
    api.until_received(1, &["Unreadable(Photo)", "a"]).await;
    bot.stop().await;
}

#[tokio::test]
async fn a_batch_that_was_not_confirmed_is_told_again_and_answered_once() {
    let (api, database) = (BotApi::start().await, Database::new());
    // As after a kill between commit and confirmation: heard and answered, and the server does not know.
    let store = database.open().await;
    let said = Said::Text("heard before".into());
    let incoming = Incoming {
        id: 101,
        from: Address::Telegram(1),
        speaker: Speaker::default(),
        said,
        replied_to: None,
        at: chrono::Utc::now(),
    };
    Assistant::new(echo(), store.clone(), None).hear(&[incoming], chrono::Utc::now()).await.unwrap();
    store.close().await;
    api.says(1, "heard before");
    api.says(1, "new");
    let bot = Bot::start(&api, &database).await;
    // The first reply was committed and not sent: it leaves now, and before the second.
    api.until_received(1, &["heard before", "new"]).await;
    bot.stop().await;
    assert_eq!(api.unconfirmed(), 0);
}

#[tokio::test]
async fn a_bot_that_stops_confirms_what_it_heard_and_starts_again_where_it_was() {
    let (api, database, bot) = serving().await;
    api.says(1, "a");
    api.until_received(1, &["a"]).await;
    bot.stop().await;
    assert_eq!(api.unconfirmed(), 0);
    api.says(1, "b");
    let bot = Bot::start(&api, &database).await;
    api.until_received(1, &["a", "b"]).await;
    bot.stop().await;
}

#[tokio::test]
async fn what_fails_is_sent_again_and_in_order() {
    let faults = [
        ("429", too_many(1)),
        ("502", Fault::Text(502, "<html>Bad Gateway</html>")),
        ("500", refused(500, "Internal Server Error")),
        ("no JSON", Fault::Text(200, "{\"ok\":tr")),
        ("reset", Fault::ResetBefore),
    ];
    let (api, _database, bot) = serving().await;
    for (chat, (_, fault)) in (1..).zip(&faults) {
        api.fail("sendMessage", Some(chat), fault.clone());
        api.says(chat, "first");
        api.says(chat, "second");
    }
    for (chat, (name, _)) in (1..).zip(&faults) {
        api.until(name, |api| api.received(chat) == ["first", "second"]).await;
    }
    bot.stop().await;
}

#[tokio::test]
async fn after_a_lost_answer_a_reply_is_sent_twice_at_worst_and_once_when_it_can_be_told() {
    let (api, _database, bot) = serving().await;
    api.fail("sendMessage", Some(1), Fault::ResetAfter);
    api.fail("sendMessage", Some(2), Fault::TruncatedAfter);
    for chat in [1, 2] {
        api.says(chat, "first");
        api.says(chat, "second");
    }
    api.until_received(1, &["first", "first", "second"]).await;
    api.until_received(2, &["first", "second"]).await;
    bot.stop().await;
}

#[tokio::test]
async fn trouble_with_fetching_loses_nothing() {
    let faults = [
        too_many(1),
        Fault::Text(502, "<html>Bad Gateway</html>"),
        Fault::Text(200, "[]"),
        Fault::ResetBefore,
        Fault::ResetAfter,
        Fault::TruncatedAfter,
        refused(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        ),
    ];
    for fault in faults {
        let (api, database) = (BotApi::start().await, Database::new());
        api.says(1, "a");
        api.fail("getUpdates", None, fault.clone());
        let bot = Bot::start(&api, &database).await;
        api.until(&format!("{fault:?}"), |api| api.received(1) == ["a"]).await;
        bot.stop().await;
    }
}

#[tokio::test]
async fn in_a_storm_of_faults_nothing_is_lost_and_nothing_comes_more_than_twice() {
    let (api, database) = (BotApi::start().await, Database::new());
    let faults = [
        too_many(1),
        refused(500, "Internal Server Error"),
        Fault::Text(502, "<html>Bad Gateway</html>"),
        Fault::Text(200, "<html>"),
        Fault::ResetBefore,
        Fault::ResetAfter,
        Fault::TruncatedAfter,
    ];
    let chats = 1..=300_i64;
    for chat in chats.clone() {
        // A fault for seven chats of twenty, and two for the first calls for updates.
        let fault = usize::try_from(chat % 20).ok().and_then(|place| faults.get(place)).cloned();
        fault.iter().for_each(|fault| api.fail("sendMessage", Some(chat), fault.clone()));
        fault.filter(|_| chat < 3).into_iter().for_each(|fault| api.fail("getUpdates", None, fault));
        ["first", "second"].iter().for_each(|text| api.says(chat, text));
    }
    let bot = Bot::start(&api, &database).await;
    for chat in chats {
        api.until(&format!("chat {chat} is answered"), |api| {
            let mut received = api.received(chat);
            let all = received.len();
            received.dedup();
            received == ["first", "second"] && all <= 3
        })
        .await;
    }
    bot.stop().await;
    assert_eq!(api.unconfirmed(), 0);
}

#[tokio::test]
async fn a_chat_in_trouble_holds_up_nobody_else() {
    let (api, _database, bot) = serving().await;
    api.fail("sendMessage", Some(1), too_many(3600));
    api.says(1, "waits");
    api.says(1, "waits behind");
    for text in ["b1", "b2", "b3"] {
        api.says(2, text);
    }
    api.until_received(2, &["b1", "b2", "b3"]).await;
    assert_eq!(api.received(1), [""; 0]);
    bot.stop().await;
}

#[tokio::test]
async fn who_blocked_the_bot_gets_what_waited_when_she_writes_again() {
    let (api, _database, bot) = serving().await;
    api.block(1, true);
    api.says(1, "a1");
    api.until("it was tried", |api| api.calls("sendMessage").len() == 1).await;
    api.says(1, "a2");
    api.until("it was tried again", |api| api.calls("sendMessage").len() >= 2).await;
    api.block(1, false);
    api.says(1, "a3");
    api.until_received(1, &["a1", "a2", "a3"]).await;
    bot.stop().await;
}

#[tokio::test]
async fn a_deleted_chat_is_given_up() {
    let (api, _database, bot) = serving().await;
    api.fail("sendMessage", Some(1), refused(400, "Bad Request: chat not found"));
    api.says(1, "a1");
    api.until("it was tried", |api| api.calls("sendMessage").len() == 1).await;
    api.says(2, "b1");
    api.until_received(2, &["b1"]).await;
    bot.stop().await;
    assert_eq!(api.received(1), [""; 0]);
}

#[tokio::test]
async fn what_waits_for_a_group_goes_after_it_when_its_number_changes() {
    let (api, database) = (BotApi::start().await, Database::new());
    let (store, day) = (database.open().await, chrono::NaiveDate::default());
    let parameters = json!({ "migrate_to_chat_id": -1005 });
    let moved = Fault::Answer(400, json!({ "ok": false, "error_code": 400, "parameters": parameters }));
    api.fail("sendMessage", Some(-5), moved);
    let mut tx = store.begin().await.unwrap();
    for (text, matter) in [("a", 7), ("b", 8)] {
        let new = New { reply: &say(text), language: Language::En, day, about: Some(matter) };
        deliveries::add(&mut tx, Address::Telegram(-5), &new, 0).await.unwrap();
    }
    tx.commit().await.unwrap();
    let bot = Bot::start(&api, &database).await;
    api.until_received(-1005, &["a", "b"]).await;
    assert_eq!(database.until_noted(-1005, api.number_of(-1005, "b")).await, 8);
    bot.stop().await;
}

#[tokio::test]
async fn a_split_reply_goes_on_after_the_part_that_was_sent() {
    let (api, _database, bot) = serving().await;
    let parts = ["a".repeat(4000), "b".repeat(4000), "c".repeat(4000)];
    api.says(1, &parts.join("\n"));
    api.until("the first part is there", |api| !api.received(1).is_empty()).await;
    api.says(2, &parts.join("\n"));
    api.fail("sendMessage", Some(2), Fault::ResetBefore);
    for chat in [1, 2] {
        api.until_received(chat, &parts.each_ref().map(String::as_str)).await;
    }
    let with_buttons = |call: &Value| call["reply_markup"].is_object();
    let calls = api.calls("sendMessage");
    assert!(calls.iter().all(|call| with_buttons(call) == call["text"].as_str().unwrap().starts_with('c')));
    bot.stop().await;
}

#[tokio::test]
async fn a_picture_is_a_photo_before_the_words_which_have_the_buttons() {
    let (api, _database, bot) = serving().await;
    api.says(1, "a picture");
    api.until_received(1, &["[photo: 1 day < 2 days]", "a picture"]).await;
    let (photo, text) = (&api.calls("sendPhoto")[0], &api.calls("sendMessage")[0]);
    assert!(photo["reply_markup"].is_null() && photo["photo"]["bytes"].as_u64() > Some(1000), "{photo}");
    assert!(text["reply_markup"].is_object(), "{text}");
    bot.stop().await;
}

#[tokio::test]
async fn a_picture_that_is_refused_or_always_fails_does_not_keep_the_words_back() {
    let refusals = [refused(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"), refused(413, "Request Entity Too Large")];
    let (api, _database, bot) = serving().await;
    for (chat, fault) in (1..).zip(refusals) {
        api.fail("sendPhoto", Some(chat), fault);
        api.says(chat, "a picture");
        api.until_received(chat, &["a picture"]).await;
    }
    (0..3).for_each(|_| api.fail("sendPhoto", None, refused(500, "Internal Server Error")));
    api.says(3, "a picture");
    api.until_received(3, &["a picture"]).await;
    bot.stop().await;
}

#[tokio::test]
async fn what_fails_after_a_picture_goes_on_after_it() {
    let (api, _database, bot) = serving().await;
    api.fail("sendPhoto", Some(1), too_many(1));
    api.fail("sendMessage", Some(1), Fault::ResetBefore);
    api.fail("sendPhoto", Some(2), Fault::TruncatedAfter);
    for chat in [1, 2] {
        api.says(chat, "a picture");
    }
    for chat in [1, 2] {
        api.until_received(chat, &["[photo: 1 day < 2 days]", "a picture"]).await;
    }
    bot.stop().await;
}

#[tokio::test]
async fn every_message_about_a_matter_is_noted_with_its_number() {
    let (api, database) = (BotApi::start().await, Database::new());
    let (group, store, day) = (-5, database.open().await, chrono::NaiveDate::default());
    api.fail("sendMessage", Some(group), Fault::ResetBefore);
    let long = ["a", "b"].map(|letter| letter.repeat(4000));
    let mut tx = store.begin().await.unwrap();
    for (text, about) in [(long.join("\n"), Some(7)), ("about nothing".into(), None), ("c".into(), Some(8))] {
        let new = New { reply: &say(&text), language: Language::En, day, about };
        deliveries::add(&mut tx, Address::Telegram(group), &new, 0).await.unwrap();
    }
    tx.commit().await.unwrap();
    let bot = Bot::start(&api, &database).await;
    api.until_received(group, &[&long[0], &long[1], "about nothing", "c"]).await;
    bot.stop().await;
    let mut tx = store.begin().await.unwrap();
    for (message, matter) in [(1, Some(7)), (2, Some(7)), (3, None), (4, Some(8))] {
        assert_eq!(desk_messages::hand_over_of(&mut tx, group, message).await.unwrap(), matter, "{message}");
    }
}

#[tokio::test]
async fn files_come_after_the_words_and_keep_their_names() {
    let (api, _database, bot) = serving().await;
    api.says(1, "two files");
    api.until_received(1, &["two files", "[file: a.ics]", "[file: b.ics]"]).await;
    let sent = api.calls("sendDocument");
    assert_eq!(sent[0]["document"]["text"], "BEGIN:VCALENDAR a.ics");
    assert_eq!(sent[0]["document"]["kind"], "text/calendar");
    assert!(sent.iter().all(|call| call["caption"].is_null() && call["reply_markup"].is_null()), "{sent:?}");
    bot.stop().await;
}

#[tokio::test]
async fn a_file_that_is_refused_does_not_keep_back_what_comes_after_it() {
    let (api, _database, bot) = serving().await;
    api.fail("sendDocument", Some(1), refused(413, "Request Entity Too Large"));
    api.fail("sendDocument", Some(2), Fault::TruncatedAfter);
    api.fail("sendDocument", Some(3), Fault::ResetBefore);
    for chat in [1, 2, 3] {
        api.says(chat, "two files");
        api.says(chat, "more");
    }
    api.until_received(1, &["two files", "[file: b.ics]", "more"]).await;
    for chat in [2, 3] {
        api.until_received(chat, &["two files", "[file: a.ics]", "[file: b.ics]", "more"]).await;
    }
    bot.stop().await;
}

#[tokio::test]
async fn a_person_is_asked_for_her_number_with_a_button_and_it_reaches_us() {
    let (api, _database, bot) = serving().await;
    api.says(1, "call back?\nyour number?");
    api.until_received(1, &["call back?", "your number?"]).await;
    let keyboard = &api.last_message(1)["reply_markup"]["keyboard"];
    assert_eq!(*keyboard, json!([[{ "text": "My number", "request_contact": true }]]));
    api.shares_phone(1, "37360000000");
    api.until("the number is heard", |api| api.received(1).len() == 3).await;
    assert_eq!(api.received(1)[2], "Phone(&quot;37360000000&quot;)");
    bot.stop().await;
}

#[tokio::test]
async fn an_answer_in_the_call_centres_group_names_the_message_that_it_answers() {
    let (api, database, group, day) = (BotApi::start().await, Database::new(), -5, chrono::NaiveDate::default());
    let store = database.open().await;
    let mut tx = store.begin().await.unwrap();
    let new = New { reply: &say("somebody asks"), language: Language::En, day, about: Some(7) };
    deliveries::add(&mut tx, Address::Telegram(group), &new, 0).await.unwrap();
    tx.commit().await.unwrap();
    let with_desk = Args { desk: desk_in(group), ..args() };
    let bot = Bot::start_with(&api, &database, with_desk, echo()).await;
    api.until("the group is told", |api| !api.received(group).is_empty()).await;
    let number = api.number_of(group, "asks");
    assert_eq!(database.until_noted(group, number).await, 7);
    api.writes(group, 77, "said among themselves");
    api.replies(group, 77, number, "an answer");
    api.presses_in(group, 77, "q1", &Choice::Help.code());
    api.until_received(group, &["somebody asks", "an answer", "Choice(Help)"]).await;
    bot.stop().await;
}

#[tokio::test]
async fn many_chats_are_answered_each_once_and_in_order() {
    let (api, database) = (BotApi::start().await, Database::new());
    for text in ["first", "second"] {
        (1..=150).for_each(|chat| api.says(chat, text));
    }
    let bot = Bot::start(&api, &database).await;
    for chat in 1..=150 {
        api.until_received(chat, &["first", "second"]).await;
    }
    bot.stop().await;
}

#[tokio::test]
async fn a_webhook_is_removed_only_when_told_so() {
    let (api, database) = (BotApi::start().await, Database::new());
    api.set_webhook("https://example.org/hook");
    api.says(1, "a");
    let bot = Bot::start(&api, &database).await;
    let error = bot.served.await.unwrap().unwrap_err().to_string();
    assert!(error.contains("--drop-webhook"), "{error}");
    let bot = Bot::start_with(&api, &database, Args { drop_webhook: true, ..args() }, echo()).await;
    api.until_received(1, &["a"]).await;
    api.set_webhook("https://example.org/hook");
    let error = bot.served.await.unwrap().unwrap_err().to_string();
    assert!(error.contains("--drop-webhook"), "{error}");
}

#[tokio::test]
async fn a_token_that_is_taken_away_ends_the_service() {
    let (api, _database, bot) = serving().await;
    api.says(1, "a");
    api.until_received(1, &["a"]).await;
    api.change_token();
    api.says(1, "b");
    let error = bot.served.await.unwrap().unwrap_err().to_string();
    assert!(error.contains("@BotFather"), "{error}");
}

#[tokio::test]
async fn answers_are_offered_in_other_chats_and_nothing_is_kept_of_who_types() {
    let (api, database, bot) = serving().await;
    api.says(1, "/start fine");
    api.until("the link was opened", |api| !api.received(1).is_empty()).await;
    api.types(7, "q1", "fi");
    api.types(7, "q2", "");
    api.tell(json!({ "inline_query": { "id": "q3", "from": { "id": 8, "language_code": "tr" }, "novelty": {} } }));
    api.until("all are answered", |api| api.calls("answerInlineQuery").len() == 3).await;
    let answer = |query: &str| {
        let calls = api.calls("answerInlineQuery");
        calls.into_iter().find(|call| call["inline_query_id"] == query).unwrap()
    };
    let first = &answer("q1")["results"][0];
    assert_eq!((first["type"].as_str(), first["id"].as_str()), (Some("article"), Some("any_en")));
    assert_eq!((first["title"].as_str(), first["description"].as_str()), (Some("any fi"), Some("for @our_bot")));
    let content = json!({
        "message_text": "1 &lt; 2", "parse_mode": "HTML", "link_preview_options": { "is_disabled": true },
    });
    assert_eq!(first["input_message_content"], content);
    assert_eq!((&answer("q1")["is_personal"], &answer("q2")["is_personal"]), (&json!(false), &json!(true)));
    assert!(answer("q1")["cache_time"].as_u64().unwrap() >= 60);
    assert_eq!(answer("q3")["button"], json!({ "text": "private", "start_parameter": "topics_tr" }));
    bot.stop().await;
    let mut tx = database.open().await.begin().await.unwrap();
    for writer in [7, 8] {
        assert_eq!(conversations::load(&mut tx, Address::Telegram(writer)).await.unwrap(), None);
    }
}
