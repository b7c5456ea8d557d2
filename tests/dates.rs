//! Dates in messages against labelled files: one table by language, every miss printed.

use chrono::NaiveDate;
use popas::understanding::dates::{Ask, AskKind, DatesRead, DayTold, Lines, Vocabulary, read};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const LANGUAGES: [&str; 6] = ["en", "ro", "ru", "uk", "tr", "az"];

fn vocabulary() -> Vocabulary {
    let files: Vec<(String, String)> = LANGUAGES
        .iter()
        .map(|language| {
            let path = format!("faq/calendar/{language}.toml");
            let text = std::fs::read_to_string(&path).expect("the calendar is there");
            (path, text)
        })
        .collect();
    match Vocabulary::from_toml(files.iter().map(|(path, text)| (path.as_str(), text.as_str()))) {
        Ok(vocabulary) => vocabulary.with_rule_lengths(vec![90, 180]),
        Err(bad) => panic!("{bad}"),
    }
}

fn expected_form(read: &DatesRead) -> Value {
    if let Some(problem) = read.errors.first() {
        return json!({ "error": problem.code() });
    }
    let mut form = serde_json::Map::new();
    if !read.stays.is_empty() {
        form.insert("stays".into(), read.stays.iter().map(|r| json!([r.value.entry, r.value.exit])).collect());
    }
    if !read.dates.is_empty() {
        form.insert("dates".into(), read.dates.iter().map(|r| json!(r.value.date)).collect());
    }
    if form.is_empty() { json!({"none": true}) } else { Value::Object(form) }
}

fn nationality(read: &DatesRead) -> Value {
    match &read.nationality {
        None => Value::Null,
        Some(reading) if reading.value.code() == "AZ" => json!("AZ"),
        Some(_) => json!("other"),
    }
}

#[derive(Default)]
struct Score {
    all: usize,
    exact: usize,
    dates: usize,
    nationality: usize,
    silently_wrong: usize,
}

fn judge(file: &str, floor: f64) {
    let vocabulary = vocabulary();
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let text = std::fs::read_to_string(file).expect("the messages are there");
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let case: Value = serde_json::from_str(line).unwrap_or_else(|e| panic!("{line}: {e}"));
        let message = case["text"].as_str().expect("a text");
        let today: NaiveDate = case["as_of"].as_str().unwrap_or("2025-11-22").parse().expect("a day");
        let read = read(&Lines::new(message, &vocabulary), today);
        let score = scores.entry(case["lang"].as_str().expect("a language").to_string()).or_default();
        let (got, wanted) = (expected_form(&read), &case["expected"]);
        score.all += 1;
        score.exact += usize::from(got == *wanted);
        if case.get("all_dates").is_some() {
            let all = json!(read.all_dates);
            score.dates += usize::from(all == case["all_dates"]);
            if all != case["all_dates"] {
                println!("  {} all_dates {} for {}", case["id"], all, case["all_dates"])
            }
        }
        let silent = read.stays.iter().all(|r| r.certain)
            && read.dates.iter().all(|r| r.certain)
            && got != json!({"none": true});
        if got != *wanted {
            score.silently_wrong += usize::from(silent);
            println!(
                "  {} [{}] {message}\n      {got}\n    ≠ {wanted}{}",
                case["id"],
                case["cat"],
                if silent { "  SILENT" } else { "" }
            );
        } else if !silent && got != json!({"none": true}) {
            println!("  unsure {} {message}", case["id"]);
        }
        let wanted = case.get("nationality").cloned().unwrap_or(Value::Null);
        score.nationality += usize::from(nationality(&read) == wanted);
        if nationality(&read) != wanted {
            println!("  {} {message}\n      nationality {} ≠ {wanted}", case["id"], nationality(&read));
        }
    }
    println!("\n{file}\nlang   all exact dates nationality silently-wrong");
    for (language, s) in &scores {
        println!(
            "{language}    {:4}  {:4}  {:4}  {:4}  {:4}",
            s.all, s.exact, s.dates, s.nationality, s.silently_wrong
        );
    }
    for (language, score) in &scores {
        let share = score.exact as f64 / score.all as f64;
        assert!(share >= floor, "{language}: {share:.3} exact, the gate is {floor}");
        let silent = score.silently_wrong as f64 / score.all as f64;
        assert!(silent <= 0.01, "{language}: {silent:.3} silently wrong");
    }
}

#[test]
fn the_labelled_messages_are_read() {
    judge("tests/data/dates/messages.dev.jsonl", 1.0);
}

#[test]
fn our_own_messages_are_read() {
    judge("tests/data/dates/own.jsonl", 1.0);
}

#[test]
fn messages_written_to_mislead_are_read() {
    judge("tests/data/dates/hostile.jsonl", 1.0);
}

/// Everything that was read, in one line: `2025-09-01..2025-10-01 2025-11-01..? Exit=2025-11-03 ask-month-alone:August AZ`;
/// what is not certain has a `?`, what tells of an entry or an exit without its day a `!`. `-5.9>15` is a day taken back and
/// what it is instead.
fn short(message: &str, read: &DatesRead) -> String {
    let doubt = |certain: bool| if certain { "" } else { "?" };
    let exit = |exit: Option<NaiveDate>| exit.map(|day| day.to_string()).unwrap_or_default();
    let stays = read.stays.iter().map(|r| format!("{}..{}{}", r.value.entry, exit(r.value.exit), doubt(r.certain)));
    let dates = read.dates.iter().map(|r| format!("{:?}={}{}", r.value.role, r.value.date, doubt(r.certain)));
    let errors = read.errors.iter().map(|problem| format!("{}:{}", problem.code(), &message[problem.quote()]));
    let asks = read.asks.iter().filter(|ask| ask.kind != AskKind::Unsure);
    let dayless =
        |ask: &Ask| read.dayless.iter().any(|quote| quote.start < ask.quote.end && ask.quote.start < quote.end);
    let of_trip = |ask: &Ask| if dayless(ask) { "!" } else { "" };
    let asks = asks.map(|ask| format!("ask-{}:{}{}", ask.kind.code(), &message[ask.quote.clone()], of_trip(ask)));
    let nationality = read.nationality.iter().map(|nationality| nationality.value.code().to_string());
    let told = |day: DayTold| {
        let parts = [day.day.map(i64::from), day.month.map(i64::from), day.year.map(i64::from)];
        parts
            .into_iter()
            .map(|part| part.map_or_else(|| "_".to_string(), |part| part.to_string()))
            .collect::<Vec<_>>()
            .join(".")
    };
    let day = |day: Option<DayTold>| day.map(told).unwrap_or_default().trim_end_matches("._").to_string();
    let taken = read.taken_back.iter().map(|taken| format!("-{}>{}", day(taken.wrong), day(taken.right)));
    stays.chain(dates).chain(taken).chain(errors).chain(asks).chain(nationality).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_strangers_found_misread_stays_mended() {
    let vocabulary = vocabulary();
    let today = NaiveDate::from_ymd_opt(2025, 11, 22).expect("a day");
    let text = std::fs::read_to_string("tests/data/dates/mended.txt").expect("the messages are there");
    let mut wrong = Vec::new();
    for case in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (message, wanted) = case.split_once('|').map_or((case, ""), |(message, wanted)| (message, wanted));
        let (message, wanted) = (message.trim(), wanted.trim());
        let got = short(message, &read(&Lines::new(message, &vocabulary), today));
        if got != wanted {
            wrong.push(format!("{message}\n      {got}\n    ≠ {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{} messages\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn numbers_that_are_no_dates_are_left_alone() {
    let vocabulary = vocabulary();
    let today = NaiveDate::from_ymd_opt(2025, 11, 22).expect("a day");
    let text = std::fs::read_to_string("tests/data/dates/none.txt").expect("the messages are there");
    let messages = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let wrong: Vec<String> = messages
        .map(|message| (message, read(&Lines::new(message, &vocabulary), today)))
        .filter(|(_, read)| !read.all_dates.is_empty() || !read.errors.is_empty())
        .map(|(message, read)| format!("{message}: {:?} {:?}", read.all_dates, read.errors))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn dates_that_are_no_stay_say_what_they_are_of() {
    use popas::understanding::dates::Role::*;
    let vocabulary = vocabulary();
    let today = NaiveDate::from_ymd_opt(2025, 11, 22).expect("a day");
    for (message, role) in [
        ("My residence permit expired on 15.10.2025", PermitExpired),
        ("посвідка закінчилась 15.10.2025", PermitExpired),
        ("contractul de muncă a fost reziliat pe 14 noiembrie", ContractEnded),
        ("1 Ekim'de işten çıkarıldım", ContractEnded),
        ("потерял карточку 3 ноября", Loss),
        ("kartımı 3 noyabrda itirmişəm", Loss),
        ("am primit decizie de returnare pe 10.10.2025", Decision),
        ("my passport is valid until 15.03.2026", PassportValidity),
        ("подала документы 12 ноября", Filing),
        ("9 Kasım'da Moldova'dan çıktım", Exit),
        ("my flight home is on 5 December", PlannedExit),
        ("5 September", Unknown),
    ] {
        let roles: Vec<_> =
            read(&Lines::new(message, &vocabulary), today).dates.iter().map(|reading| reading.value.role).collect();
        assert_eq!(roles, [role], "{message}");
    }
}

#[test]
fn what_names_no_day_is_asked_about() {
    let vocabulary = vocabulary();
    let today = NaiveDate::from_ymd_opt(2025, 11, 22).expect("a day");
    for (message, asks) in [
        ("I have been here 40 days", vec![("length", "40 days")]),
        ("40 gündür buradayım", vec![("length", "40 gündür")]),
        ("с марта живу тут", vec![("month-alone", "марта")]),
        ("am venit săptămâna trecută", vec![("vague-time", "săptămâna trecută")]),
        ("oktyabrın sonunda gəldim", vec![("month-alone", "oktyabrın sonunda")]),
        ("приехал 5-го", vec![("day-alone", "5-го")]),
        ("I entered on May 30 I think", vec![("unsure", "May 30")]),
        ("do the 90/180 days start today?", vec![]),
    ] {
        let read = read(&Lines::new(message, &vocabulary), today);
        let got: Vec<_> = read.asks.iter().map(|ask| (ask.kind.code(), &message[ask.quote.clone()])).collect();
        assert_eq!(got, asks, "{message}");
    }
}

#[test]
fn a_correction_gives_the_corrected_date() {
    let vocabulary = vocabulary();
    let today = NaiveDate::from_ymd_opt(2025, 11, 22).expect("a day");
    for message in [
        "not 3 but 5 September",
        "no, 5 Sept",
        "нет, не 3, а 5 сентября",
        "ні, не 3, а 5 вересня",
        "nu pe 3 septembrie, pe 5 septembrie",
        "3 değil 5 Eylül",
        "3 Eylül değil, 5 Eylül",
        "3 yox, 5 sentyabr",
        "3 sentyabr deyil, 5 sentyabr",
        "not 03.09.2025 but 05.09.2025",
    ] {
        let all = read(&Lines::new(message, &vocabulary), today).all_dates;
        assert_eq!(all, [NaiveDate::from_ymd_opt(2025, 9, 5).expect("a day")], "{message}");
    }
}

#[test]
fn impossible_dates_are_quoted() {
    let vocabulary = vocabulary();
    let today = NaiveDate::from_ymd_opt(2025, 11, 22).expect("a day");
    for (message, quote) in [
        ("entered 31.02.2025", "31.02.2025"),
        ("приехала 31 июня", "31 июня"),
        ("noyabrın 31-də çıxıram", "noyabrın 31-də"),
    ] {
        let errors = read(&Lines::new(message, &vocabulary), today).errors;
        let quotes: Vec<_> = errors.iter().map(|problem| &message[problem.quote()]).collect();
        assert_eq!(quotes, [quote], "{message}");
    }
}
