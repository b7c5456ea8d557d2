//! The built program: signals, exit codes, error lines, what is in the log, and whole conversations with
//! the real answers, over HTTP and in the terminal.

mod support;

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use support::bot_api::{BotApi, Fault, TOKEN};
use support::{Database, until_logged};

/// The built program, told where the server is.
fn program(api: &str, database: &str) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_popas"));
    program.arg("run").env_clear().env("TELOXIDE_TOKEN", TOKEN).env("TELOXIDE_API_URL", api);
    program.env("DATABASE_URL", database).stdout(Stdio::piped()).stderr(Stdio::piped());
    program
}

async fn output(program: Child) -> Output {
    // The server answers meanwhile. The limit is there for a program that hangs: the test then fails.
    let ended = tokio::task::spawn_blocking(|| program.wait_with_output());
    tokio::time::timeout(Duration::from_secs(180), ended).await.expect("it ends").unwrap().unwrap()
}

fn signal(program: &Child, name: &str) {
    let id = program.id().to_string();
    assert!(std::process::Command::new("kill").args([name, &id]).status().unwrap().success());
}

#[tokio::test]
async fn both_signals_end_the_program_well() {
    for name in ["-TERM", "-INT"] {
        let (api, database) = (BotApi::start().await, Database::new());
        let program = program(&api.url, &database.url).spawn().unwrap();
        api.until("it polls", |api| !api.calls("getUpdates").is_empty()).await;
        signal(&program, name);
        let output = output(program).await;
        assert_eq!(output.status.code(), Some(0), "{name} {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[tokio::test]
async fn a_program_that_cannot_reach_the_server_says_so_once_and_ends_well_when_told() {
    let database = Database::new();
    // Nothing listens there: the port was free a moment ago and is given back.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut program = program(&format!("http://127.0.0.1:{port}"), &database.url).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(program.stderr.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.contains("no connection") && line.contains("trying on"), "{line}");
    signal(&program, "-TERM");
    assert_eq!(output(program).await.status.code(), Some(0));
}

#[tokio::test]
async fn what_waiting_mends_is_waited_for_and_said() {
    let (api, database) = (BotApi::start().await, Database::new());
    let conflict = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
    api.fail(
        "getUpdates",
        None,
        Fault::Answer(409, json!({ "ok": false, "error_code": 409, "description": conflict })),
    );
    let mut program = program(&api.url, &database.url).spawn().unwrap();
    let log = BufReader::new(program.stderr.take().unwrap());
    let log = until_logged(log, "another program polls this bot").await;
    let log = until_logged(log, "the Bot API answers again").await;
    // Another program holds the database.
    let pool = sqlx::SqlitePool::connect(&database.url).await.unwrap();
    let lock = pool.begin_with("begin immediate").await.unwrap();
    api.says(1, "/help");
    let log = until_logged(log, "no new messages are taken").await;
    assert_eq!(api.unconfirmed(), 1);
    lock.rollback().await.unwrap();
    until_logged(log, "the database takes changes again").await;
    api.until("it is answered", |api| !api.received(1).is_empty()).await;
    signal(&program, "-TERM");
    assert_eq!(output(program).await.status.code(), Some(0));
}

#[tokio::test]
async fn what_waiting_does_not_mend_ends_with_one_line_that_says_what_to_do() {
    let (api, database) = (BotApi::start().await, Database::new());
    let hooked = BotApi::start().await;
    hooked.set_webhook("https://example.org/hook");
    let cases = [
        ("no token", program(&api.url, &database.url), "TELOXIDE_TOKEN", "TELOXIDE_TOKEN"),
        ("a wrong token", program(&api.url, &database.url), "wrong", "@BotFather"),
        ("a webhook", program(&hooked.url, &database.url), "", "--drop-webhook"),
        ("no database", program(&api.url, "sqlite:///nowhere/popas.db"), "", "DATABASE_URL"),
        ("another kind of database", program(&api.url, "mysql://secret@host/db"), "", "DATABASE_URL"),
        ("no address", program("localhost:80", &database.url), "", "TELOXIDE_API_URL"),
        ("no content", program(&api.url, &database.url), "no content", "POPAS_FAQ"),
    ];
    for (name, mut program, change, expected) in cases {
        match change {
            "wrong" => program.env("TELOXIDE_TOKEN", "12345:wrong"),
            "TELOXIDE_TOKEN" => program.env_remove("TELOXIDE_TOKEN"),
            "no content" => program.env("POPAS_FAQ", "/nowhere"),
            _ => &mut program,
        };
        let output = output(program.spawn().unwrap()).await;
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{name}: {error}");
        assert!(error.contains(expected) && !error.contains("panicked"), "{name}: {error}");
        assert!(error.lines().count() == 1 || name == "no content", "{name}: {error}");
        assert!(!error.contains("wrong") && !error.contains("secret"), "{name}: {error}");
    }
}

/// The codes of the buttons under the last message of a chat.
fn buttons(api: &BotApi, chat: i64) -> Vec<String> {
    let keyboard = api.last_message(chat)["reply_markup"]["inline_keyboard"].clone();
    let rows = keyboard.as_array().cloned().unwrap_or_default();
    rows.iter().flat_map(|row| row.as_array().unwrap()).map(|button| code(button).to_string()).collect()
}

fn code(button: &Value) -> &str {
    button["callback_data"].as_str().unwrap()
}

/// Tells the bot something and gives its answer to it.
async fn answer(api: &BotApi, chat: i64, tell: impl FnOnce(&BotApi)) -> String {
    let before = api.received(chat).len();
    tell(api);
    api.until("an answer", |api| api.received(chat).len() > before).await;
    api.received(chat)[before].clone()
}

#[tokio::test]
async fn a_person_asks_presses_changes_the_language_and_is_forgotten() {
    let (api, database) = (BotApi::start().await, Database::new());
    let program = program(&api.url, &database.url).spawn().unwrap();
    let fine = answer(&api, 1, |api| api.says(1, "what is the fine for overstaying my 90 days?")).await;
    assert!(fine.contains("600") && fine.contains("<i>"), "{fine}");
    let card = answer(&api, 1, |api| api.presses(1, "q1", "f:overstay-fine")).await;
    assert_ne!(card, fine);
    assert!(!buttons(&api, 1).is_empty());
    answer(&api, 1, |api| api.presses(1, "q2", "l:ru")).await;
    let russian = answer(&api, 1, |api| api.presses(1, "q3", "e:overstay-fine")).await;
    assert!(russian.contains("штраф") || russian.contains("Штраф"), "{russian}");
    let menu = answer(&api, 1, |api| api.says(1, "/topics")).await;
    let typed = answer(&api, 1, |api| api.says(1, "1")).await;
    assert_ne!(menu, typed, "a typed number is the button of that number");
    answer(&api, 1, |api| api.says(1, "/forget")).await;
    let yes = buttons(&api, 1)[0].clone();
    answer(&api, 1, |api| api.presses(1, "q4", &yes)).await;
    api.until("all queries are answered", |api| api.calls("answerCallbackQuery").len() == 4).await;
    signal(&program, "-TERM");
    assert_eq!(output(program).await.status.code(), Some(0));
    let pool = sqlx::SqlitePool::connect(&database.url).await.unwrap();
    let kept: i64 =
        sqlx::query_scalar("select (select count(*) from conversations) + (select count(*) from deliveries)")
            .fetch_one(&pool)
            .await
            .unwrap();
    assert_eq!(kept, 0);
}

#[tokio::test]
async fn a_program_that_is_killed_loses_no_message_and_no_promise() {
    let (api, database) = (BotApi::start().await, Database::new());
    // The replies are committed and on their way when the program dies.
    for chat in 1..=3 {
        api.fail("sendMessage", Some(chat), Fault::Hang);
        api.says(chat, "/help");
    }
    let mut killed = program(&api.url, &database.url).spawn().unwrap();
    api.until("all are on their way", |api| api.calls("sendMessage").len() == 3).await;
    api.says(4, "/help");
    killed.kill().unwrap();
    killed.wait().unwrap();
    let program = program(&api.url, &database.url).spawn().unwrap();
    for chat in 1..=4 {
        api.until("each is answered", |api| !api.received(chat).is_empty()).await;
    }
    signal(&program, "-TERM");
    assert_eq!(output(program).await.status.code(), Some(0));
    assert!((1..=4).all(|chat| api.received(chat).len() == 1));
    assert_eq!(api.unconfirmed(), 0);
}

#[tokio::test]
async fn an_end_waits_for_what_is_in_hand_but_not_for_ever() {
    let (api, database) = (BotApi::start().await, Database::new());
    let program = program(&api.url, &database.url).spawn().unwrap();
    api.fail("sendMessage", Some(1), Fault::Hang);
    api.says(1, "/help");
    api.until("it is on its way", |api| api.calls("sendMessage").len() == 1).await;
    signal(&program, "-TERM");
    assert_eq!(output(program).await.status.code(), Some(0));
    let again = self::program(&api.url, &database.url).spawn().unwrap();
    api.until("it is answered", |api| !api.received(1).is_empty()).await;
    signal(&again, "-TERM");
    output(again).await;
}

#[tokio::test]
async fn neither_words_nor_names_nor_chats_nor_the_token_are_in_the_log() {
    let (api, database) = (BotApi::start().await, Database::new());
    let (chat, secret) = (77_700_011, "zebrasecret");
    let mut program = program(&api.url, &database.url);
    let program = program.env("RUST_LOG", "trace").spawn().unwrap();
    api.fail("sendMessage", Some(chat), Fault::Text(502, "<html>"));
    api.fail("getUpdates", None, Fault::ResetBefore);
    api.tell(json!({ "message": { "chat": chat, "text": secret } }));
    api.block(chat + 1, true);
    api.says(chat + 1, secret);
    api.says(chat, &format!("what does {secret} cost"));
    api.until("it is answered", |api| !api.received(chat).is_empty()).await;
    signal(&program, "-TERM");
    let log = String::from_utf8(output(program).await.stderr).unwrap();
    assert!(log.contains("TRACE"));
    for hidden in [secret, "7770001", TOKEN, "test-token"] {
        let line = log.lines().find(|line| line.contains(hidden));
        assert_eq!(line, None, "{hidden}");
    }
}

/// `popas chat` with these lines on stdin.
fn chat(database: &str, arguments: &[&str], lines: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_popas"));
    program.arg("chat").args(arguments).env_clear().env("DATABASE_URL", database);
    program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut program = program.spawn().unwrap();
    // A program that ends at once does not read its lines.
    let _ = program.stdin.take().unwrap().write_all(lines.as_bytes());
    program.wait_with_output().unwrap()
}

#[test]
fn the_terminal_remembers_numbers_its_buttons_and_lives_on_another_day() {
    let database = Database::new();
    let said = |output: Output| {
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let first = said(chat(&database.url, &[], "/language\n3\n"));
    assert!(first.contains("[3] Русский"), "{first}");
    let trips = "въехал 3 сентября, ещё здесь\n\n\u{fffd}\n/start overstay-fine";
    let second = said(chat(&database.url, &["--on", "2025-11-22"], trips));
    assert!(second.contains("81") && second.contains("600"), "{second}");
}

#[test]
fn the_terminal_says_when_it_has_no_database() {
    let output = chat("sqlite:///nowhere/popas.db", &[], "salut\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("DATABASE_URL"));
}
