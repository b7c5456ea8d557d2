//! Popas: a deterministic assistant for foreigners in the Republic of Moldova.
//!
//! It answers from reviewed FAQ files, counts days from the dates in a message, and names the office to go
//! to, in six languages, on Telegram and in the terminal. Nothing it says is generated.
//!
//! # The way of a message
//!
//! ```text
//! an update of Telegram ─► channels/telegram: to_incoming        pure; own lenient types
//! a line typed          ─► channels/terminal
//!   ─► assistant.hear(batch of message::Incoming)
//!        ── begin immediate ──
//!        heard before? → nothing to do                           store/heard
//!        situation = what is remembered                          store/conversations
//!        engine.decide:
//!          meaning = understanding.understand(text, today)       pure: topics, language, dates, places
//!          turn    = dialogue::respond(situation, meaning, faq)  pure: what is said and remembered
//!        the turn is recorded, its reply as a delivery           store/conversations, store/deliveries
//!        ── commit ──                                            one for the whole batch
//!   ─► the batch is confirmed to Telegram: never before the commit
//! workers/follow_ups: what is promised and due ─► a delivery, counted again from what is remembered then
//! workers/deliveries: lease what is due ─► engine.speak (wording) ─► the channel renders and sends ─► settle
//! ```
//!
//! Telegram's own queue is the inbox and the table `deliveries` is the outbox: a process killed anywhere
//! loses no message and no reply; at worst one reply is sent twice.
//!
//! # The rooms, in that order
//!
//! | room | what it is for |
//! |---|---|
//! | [`message`] | what reaches us: from where, by whom, when |
//! | [`channels`] | Telegram and the terminal: in, rendering, out; paper: a sheet for a notice board |
//! | [`assistant`] | the one place where the steps meet, around one transaction |
//! | [`links`] | links that open Popas on one answer, office or question, for ever; those prepared for one person, once |
//! | [`engine`] | the pure half of that: decide and speak |
//! | [`understanding`] | a text's language, topic, dates, places |
//! | [`stay`] | days counted, last days, working days and holidays |
//! | [`dialogue`] | what to answer, as values: parts, choices, what is remembered |
//! | [`follow_ups`] | what is promised for later: reminders, calls; the calendar file |
//! | [`call_centre`] | its staff, hours and free half hours |
//! | [`faq`] | the content, checked: entries, offices, law, vocabulary |
//! | [`wording`] | from values to words: `locales/` and the content's own texts |
//! | [`picture`], [`qr`] | the days of a count as a PNG for a phone; lines over two axes; an address as a QR code |
//! | [`store`] | SQLite: conversations, promises, matters of the call centre, deliveries, prepared links, openings of links |
//! | [`workers`] | deliveries sent, promises kept, old things deleted |
//! | [`review`] | the sheet that a native reviewer corrects, there and back |
//! | [`judging`] | how well messages were understood: tables, curves, two versions compared |
//! | [`commands`], [`settings`] | what the program can do, and what it is told from outside |
//! | [`language`], [`local_time`] | the six languages, and tables over them; the clock of Chișinău |
//!
//! # Invariants
//!
//! `tests/architecture.rs` reads the first four off the source.
//!
//! 1. `understanding`, `stay`, `dialogue`, `follow_ups`, `call_centre`, `links` and `local_time` are pure: no async, database,
//!    network, file system or clock.
//! 2. Only `channels/telegram` knows teloxide. Only `store` knows SQL.
//! 3. Only `main`, `commands`, `channels` and `workers` ask what time it is; everywhere else it is an argument.
//! 4. Rust code holds no prose for people and no legal figure: sentences of ours are in `locales/`, facts in `faq/`.
//! 5. An answer is text that a person reviewed; its figures are those of the day on which it was asked for.
//! 6. What a turn changes is committed in one transaction; nothing is sent before, and none stays open while
//!    anything is sent.
//! 7. A faulty `faq/` is refused whole, with every problem and its place.
//! 8. Message texts, names, chat ids and tokens are in no log line.
//!
//! To change an answer, read `faq/README.md`; no Rust is needed for it.

pub mod assistant;
pub mod call_centre;
pub mod channels;
pub mod commands;
pub mod dialogue;
pub mod engine;
pub mod faq;
pub mod follow_ups;
pub mod judging;
pub mod language;
pub mod links;
pub mod local_time;
pub mod message;
pub mod picture;
pub mod qr;
pub mod review;
pub mod settings;
pub mod stay;
pub mod store;
pub mod understanding;
pub mod wording;
pub mod workers;
