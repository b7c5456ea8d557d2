//! Fixtures of what Telegram tells, among them what does not exist yet.

use serde_json::json;

use super::*;
use crate::faq::EntryId;

const NOW: i64 = 1_764_000_000;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(NOW, 0).unwrap()
}

fn me() -> Me {
    Me { id: 99, username: Some("our_bot".into()) }
}

/// The call centre's group is -50; the member 8 may act from her private chat.
fn desk() -> Desk {
    Desk { chat: Some(-50), staff: vec![StaffId(8)] }
}

fn incoming(update: &Value) -> Option<Incoming> {
    to_incoming(&read(&update.to_string()).unwrap(), &me(), &desk(), now())
}

fn said(update: &Value) -> Option<Said> {
    incoming(update).map(|incoming| incoming.said)
}

/// A private message with these parts.
fn message(parts: Value) -> Value {
    json!({ "update_id": 1, "message": with_around(parts, json!({ "id": 7, "type": "private", "first_name": "A" })) })
}

fn group_message(parts: Value) -> Value {
    json!({ "update_id": 1, "message": with_around(parts, json!({ "id": -7, "type": "supergroup", "title": "B" })) })
}

fn with_around(parts: Value, chat: Value) -> Value {
    let from = json!({ "id": 7, "is_bot": false, "first_name": "A", "language_code": "ru-MD" });
    let mut message = json!({ "message_id": 5, "date": NOW, "chat": chat, "from": from });
    message.as_object_mut().unwrap().extend(parts.as_object().unwrap().clone());
    message
}

fn text(text: &str) -> Option<Said> {
    Some(Said::Text(text.into()))
}

fn unreadable(kind: Unreadable) -> Option<Said> {
    Some(Said::Unreadable(kind))
}

#[test]
fn what_is_newer_than_this_program_never_costs_the_text() {
    let entity = json!([{ "type": "date_time", "offset": 0, "length": 5, "unix_time": 1, "format": { "x": [] } }]);
    let button = json!({ "inline_keyboard": [[{ "text": "x", "hologram": { "size": 3 } }]] });
    let origin = json!({ "type": "galaxy", "date": "soon" });
    let cases = [
        ("an entity", message(json!({ "text": "3 мая", "entities": entity })), text("3 мая")),
        ("entities of another shape", message(json!({ "text": "3 мая", "entities": "many" })), text("3 мая")),
        ("a button", message(json!({ "text": "3 мая", "reply_markup": button })), text("3 мая")),
        ("a quote", message(json!({ "text": "3 мая", "quote": { "text": 1, "entities": entity } })), text("3 мая")),
        (
            "a reply of another shape",
            message(json!({ "text": "3 мая", "reply_to_message": [], "external_reply": { "origin": origin } })),
            text("3 мая"),
        ),
        (
            "an origin",
            message(json!({ "text": "3 мая", "forward_origin": origin })),
            Some(Said::Forwarded("3 мая".into())),
        ),
        ("a language code of another shape", message(json!({ "text": "3 мая", "from": { "id": "7" } })), text("3 мая")),
        ("a date of another shape", message(json!({ "text": "3 мая", "date": "today" })), text("3 мая")),
        (
            "a kind of update beside the message",
            {
                let mut update = message(json!({ "text": "3 мая" }));
                update["teleported"] = json!({ "chat": 5 });
                update
            },
            text("3 мая"),
        ),
        (
            "a kind of update that carries a message",
            json!({ "update_id": 1, "whispered_message": message(json!({ "text": "3 мая" }))["message"] }),
            text("3 мая"),
        ),
    ];
    for (name, update, expected) in cases {
        assert_eq!(said(&update), expected, "{name}");
    }
}

#[test]
fn what_is_not_written_to_us_is_not_heard() {
    let in_channel = json!({ "message_id": 5, "date": NOW, "chat": { "id": -5, "type": "channel" }, "text": "a" });
    let for_business = with_around(
        json!({ "text": "a", "business_connection_id": "b" }),
        json!({ "id": 7, "type": "private", "first_name": "A" }),
    );
    let cases = [
        json!({ "update_id": 1 }),
        json!({ "update_id": 1, "poll": { "id": "1" } }),
        json!({ "update_id": 1, "my_chat_member": { "chat": { "id": 7, "type": "private" }, "date": NOW } }),
        json!({ "update_id": 1, "channel_post": in_channel }),
        json!({ "update_id": 1, "business_message": for_business }),
        json!({ "update_id": 1, "message": { "text": "no chat" } }),
        message(json!({ "pinned_message": { "message_id": 4 } })),
        message(json!({ "text": "a", "from": { "id": 8, "is_bot": true, "first_name": "B" } })),
        group_message(json!({ "text": "a" })),
        group_message(json!({ "text": "/help@other_bot" })),
        group_message(json!({ "text": "mail me@our_bot_shop" })),
        group_message(json!({ "text": "a", "reply_to_message": { "message_id": 1, "from": { "id": 98 } } })),
        group_message(json!({ "new_chat_members": [{ "id": 99, "is_bot": true, "first_name": "P" }] })),
    ];
    for update in cases {
        assert_eq!(incoming(&update), None, "{update}");
    }
}

#[test]
fn every_kind_of_message_is_told_from_the_others() {
    let cases = [
        (json!({ "text": "salut" }), text("salut")),
        (json!({ "text": "/start fine" }), Some(Said::Start("fine".into()))),
        (json!({ "text": "/start" }), Some(Said::Start(String::new()))),
        (json!({ "text": " \n" }), unreadable(Unreadable::Empty)),
        (json!({}), unreadable(Unreadable::Empty)),
        (json!({ "photo": [{ "file_id": "x" }] }), unreadable(Unreadable::Photo)),
        (json!({ "photo": [], "caption": "what is this" }), text("what is this")),
        (json!({ "voice": {} }), unreadable(Unreadable::Voice)),
        (json!({ "audio": {} }), unreadable(Unreadable::Voice)),
        (json!({ "video": {} }), unreadable(Unreadable::Video)),
        (json!({ "video_note": {} }), unreadable(Unreadable::Video)),
        (json!({ "animation": {}, "document": {} }), unreadable(Unreadable::Video)),
        (json!({ "sticker": { "emoji": "x" } }), unreadable(Unreadable::Sticker)),
        (json!({ "document": {} }), unreadable(Unreadable::Document)),
        (json!({ "contact": {} }), unreadable(Unreadable::Contact)),
        (json!({ "dice": { "value": 3 } }), unreadable(Unreadable::Other)),
        (json!({ "hologram": {} }), unreadable(Unreadable::Other)),
        (
            json!({ "location": { "latitude": 47.0, "longitude": 28.5 } }),
            Some(Said::Location { latitude: 47.0, longitude: 28.5 }),
        ),
        (json!({ "text": "a", "forward_origin": { "type": "user" } }), Some(Said::Forwarded("a".into()))),
        (json!({ "text": "a", "forward_date": NOW }), Some(Said::Forwarded("a".into()))),
        (json!({ "photo": [], "forward_origin": { "type": "user" } }), unreadable(Unreadable::Photo)),
    ];
    for (parts, expected) in cases {
        assert_eq!(said(&message(parts.clone())), expected, "{parts}");
    }
}

#[test]
fn a_new_wording_is_heard_and_other_changes_are_not() {
    let edited = |parts| json!({ "update_id": 1, "edited_message": message(parts)["message"] });
    assert_eq!(said(&edited(json!({ "text": "new" }))), Some(Said::Edited("new".into())));
    assert_eq!(said(&edited(json!({ "location": { "latitude": 1.0, "longitude": 1.0 } }))), None);
    assert_eq!(said(&edited(json!({ "photo": [] }))), None);
}

#[test]
fn in_a_group_only_those_who_address_us_get_the_link() {
    let link = Some(Said::InGroup { private_link: "https://t.me/our_bot".into() });
    let cases = [
        json!({ "text": "/help@our_bot" }),
        json!({ "text": "/help" }),
        json!({ "text": "hey @Our_Bot, how long" }),
        json!({ "photo": [], "caption": "@our_bot" }),
        json!({ "text": "and?", "reply_to_message": { "message_id": 1, "from": { "id": 99, "is_bot": true } } }),
    ];
    for parts in cases {
        assert_eq!(said(&group_message(parts.clone())), link, "{parts}");
        assert_eq!(incoming(&group_message(parts)).unwrap().from, Address::Telegram(-7));
    }
}

#[test]
fn a_pressed_button_is_what_it_means_and_its_query_is_known_in_any_case() {
    let pressed = |data: Value, chat: Value| {
        let message = json!({ "message_id": 5, "date": 0, "chat": chat });
        json!({ "update_id": 1, "callback_query":
            { "id": "q", "from": { "id": 7, "is_bot": false }, "message": message, "data": data } })
    };
    let private = json!({ "id": 7, "type": "private" });
    let entry = Choice::Entry(EntryId::new("overstay-fine"));
    let cases = [
        (pressed(json!(entry.code()), private.clone()), Some(Said::Choice(entry))),
        (pressed(json!("from:another:age"), private.clone()), unreadable(Unreadable::OldButton)),
        (pressed(json!(5), private.clone()), unreadable(Unreadable::OldButton)),
        (pressed(json!("help"), json!("nowhere")), Some(Said::Choice(Choice::Help))),
        (pressed(json!("help"), json!({ "id": -7, "type": "group" })), None),
    ];
    for (update, expected) in cases {
        assert_eq!(said(&update), expected, "{update}");
        assert_eq!(read(&update.to_string()).unwrap().query(), Some("q"));
    }
}

#[test]
fn the_person_is_known_by_chat_and_language_alone() {
    let heard = incoming(&message(json!({ "text": "a", "date": NOW - 60 }))).unwrap();
    let at = DateTime::from_timestamp(NOW - 60, 0).unwrap();
    let speaker = Speaker { app_language: Some(Language::Ru), staff: None };
    let said = Said::Text("a".into());
    assert_eq!(heard, Incoming { id: 1, from: Address::Telegram(7), speaker, said, replied_to: None, at });
}

#[test]
fn a_time_at_which_nothing_can_have_been_written_is_taken_for_now() {
    for date in [0, NOW - 100_000, NOW + 100_000, i64::MAX] {
        assert_eq!(incoming(&message(json!({ "text": "a", "date": date }))).unwrap().at, now());
    }
}

#[test]
fn of_what_is_no_update_at_most_the_number_is_known() {
    for (json, id) in [
        (r#"{"update_id":5,"message":1,"message":2}"#, Some(5)),
        (r#"{"update_id":5,"update_id":5}"#, None),
        (r#"{"update_id":"x"}"#, None),
        ("[]", None),
    ] {
        assert_eq!((read(json).map(drop), number(json)), (None, id), "{json}");
    }
}

#[test]
fn the_parts_of_an_album_are_known_for_one_thing() {
    let album = |parts| read(&message(parts).to_string()).unwrap().album().map(String::from);
    assert_eq!(album(json!({ "photo": [], "media_group_id": "5" })), Some("5".into()));
    assert_eq!(album(json!({ "photo": [], "media_group_id": "5", "caption": "question" })), None);
    assert_eq!(album(json!({ "photo": [] })), None);
}

/// A message from that person in that chat, with these parts.
fn message_of(from: i64, chat: Value, parts: Value) -> Value {
    let mut message = json!({ "message_id": 5, "date": NOW, "chat": chat, "from": { "id": from } });
    message.as_object_mut().unwrap().extend(parts.as_object().unwrap().clone());
    json!({ "update_id": 1, "message": message })
}

#[test]
fn at_the_call_centres_chat_answers_to_us_and_commands_are_heard_and_their_writer_is_staff() {
    let group = json!({ "id": -50, "type": "supergroup" });
    let to_us = json!({ "text": "yes", "reply_to_message": { "message_id": 77, "from": { "id": 99 } } });
    let heard = incoming(&message_of(4, group.clone(), to_us)).unwrap();
    assert_eq!(heard.said, Said::Text("yes".into()));
    assert_eq!((heard.speaker.staff, heard.replied_to), (Some(StaffId(4)), Some(77)));
    let command = incoming(&message_of(4, group.clone(), json!({ "text": "/help@our_bot" }))).unwrap();
    assert_eq!(command.said, Said::Text("/help@our_bot".into()));
    assert_eq!(incoming(&message_of(4, group.clone(), json!({ "text": "lunch?" }))), None);
    let press = json!({ "update_id": 1, "callback_query": {
        "id": "q", "from": { "id": 4 }, "data": "help", "message": { "chat": group } } });
    assert_eq!(incoming(&press).unwrap().from, Address::Telegram(-50));
}

#[test]
fn staff_are_known_by_number_and_nobody_by_words() {
    let private = |id: i64| json!({ "id": id, "type": "private" });
    let staff = |from: i64| incoming(&message_of(from, private(from), json!({ "text": "I am staff" }))).unwrap();
    assert_eq!(staff(8).speaker.staff, Some(StaffId(8)));
    assert_eq!(staff(7).speaker.staff, None);
}

#[test]
fn only_ones_own_phone_number_is_taken_for_it() {
    let contact = |owner: Value| json!({ "contact": { "phone_number": "37369123456", "user_id": owner } });
    assert_eq!(said(&message(contact(json!(7)))), Some(Said::Phone("37369123456".into())));
    assert_eq!(said(&message(contact(json!(8)))), unreadable(Unreadable::Contact));
    assert_eq!(said(&message(contact(Value::Null))), unreadable(Unreadable::Contact));
}

#[test]
fn new_words_are_of_the_day_on_which_they_were_written() {
    let (written, edited) = (NOW - 10 * 3600, NOW - 3600);
    let private = json!({ "id": 7, "type": "private", "first_name": "A" });
    let message = with_around(json!({ "text": "I entered today", "date": written, "edit_date": edited }), private);
    let update = incoming(&json!({ "update_id": 1, "edited_message": message })).unwrap();
    assert_eq!(update.at.timestamp(), edited);
}

#[test]
fn who_administers_the_desk_without_a_name_is_heard_there_and_no_other_bot_is() {
    let bot = json!({ "id": 1_087_968_824, "is_bot": true, "first_name": "Group" });
    let at = |chat: i64, sender: i64| {
        let chat = json!({ "id": chat, "type": "supergroup", "title": "B" });
        let sender = json!({ "id": sender, "type": "supergroup" });
        let replied = json!({ "message_id": 1, "from": { "id": 99, "is_bot": true } });
        let parts = json!({ "text": "yes", "from": bot, "sender_chat": sender, "reply_to_message": replied });
        said(&json!({ "update_id": 1, "message": with_around(parts, chat) }))
    };
    assert_eq!(at(-50, -50), text("yes"));
    assert_eq!((at(-50, -51), at(-7, -7)), (None, None));
}
