//! Clock times, days to come, notice and telephone numbers in messages of six languages, and in messages that have none.

use chrono::NaiveDate;
use popas::understanding::dates::{self, Lines, Reading, Vocabulary};
use popas::understanding::wishes::{self, PromiseWords, Wishes};
use std::path::Path;
use std::sync::LazyLock;

/// A Saturday.
const TODAY: &str = "2025-11-22";

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let files = ["en", "ro", "ru", "uk", "tr", "az"].map(|language| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("faq/calendar/{language}.toml"));
        (language, std::fs::read_to_string(path).expect("the calendar is there"))
    });
    Vocabulary::from_toml(files.iter().map(|(name, text)| (*name, text.as_str()))).expect("the calendars are sound")
});

static PROMISE_WORDS: LazyLock<PromiseWords> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("faq/lexicon/promises.toml");
    let text = std::fs::read_to_string(path).expect("the words are there");
    PromiseWords::of(&toml::from_str(&text).expect("the words are sound"))
});

fn heard(text: &str, turkish: bool) -> Wishes {
    let today: NaiveDate = TODAY.parse().expect("a day");
    let lines = Lines::new(text, &VOCABULARY);
    let wishes = wishes::read(&lines, &dates::read(&lines, today), today, turkish);
    let particulars = wishes::particulars_of(&lines, &PROMISE_WORDS, &wishes);
    wishes.beside(&lines, &particulars)
}

/// `@09:00 >2025-12-05 -3 +37369123456 +120min 09:00-11:00 ~afternoon !time`; what is not certain has a `?`.
fn short(wishes: &Wishes) -> String {
    let doubt = |certain: bool| if certain { "" } else { "?" };
    let mut said: Vec<String> = Vec::new();
    said.extend(wishes.times.iter().map(|time| format!("@{}{}", time.value.format("%H:%M"), doubt(time.certain))));
    said.extend(wishes.ahead.iter().map(|day| format!(">{}{}", day.value, doubt(day.certain))));
    said.extend(wishes.lead.iter().map(|lead| format!("-{}{}", lead.value, doubt(lead.certain))));
    said.extend(wishes.phone.iter().map(|phone| format!("{}{}", phone.value, doubt(phone.certain))));
    said.extend(wishes.from_now.iter().map(|length| format!("+{}min", length.value)));
    said.extend(
        wishes.between.iter().map(|span| format!("{}-{}", span.value.0.format("%H:%M"), span.value.1.format("%H:%M"))),
    );
    said.extend(wishes.part.iter().map(|part| format!("~{:?}", part.value).to_lowercase()));
    said.extend(wishes.impossible.iter().map(|_| "!time".to_string()));
    said.join(" ")
}

fn wrong(language: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/wishes/{language}.txt"));
    let text = std::fs::read_to_string(path).expect("the messages are there");
    let cases: Vec<&str> = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert!(cases.len() >= 40, "{language}: {} messages", cases.len());
    let judged = cases.iter().map(|case| case.split_once('|').map_or((case.trim(), ""), |(m, w)| (m.trim(), w.trim())));
    judged
        .map(|(message, wanted)| (message, wanted, short(&heard(message, language == "tr"))))
        .filter(|(_, wanted, got)| wanted != got)
        .map(|(message, wanted, got)| format!("{language}: {message}\n      {got}\n    ≠ {wanted}"))
        .collect()
}

#[test]
fn wishes_are_read_in_six_languages() {
    let wrong: Vec<String> = ["en", "ro", "ru", "uk", "tr", "az"].into_iter().flat_map(wrong).collect();
    assert!(wrong.is_empty(), "{} messages\n{}", wrong.len(), wrong.join("\n"));
}

fn quotes(wishes: &Wishes) -> Vec<std::ops::Range<usize>> {
    fn of<T>(reading: &Reading<T>) -> std::ops::Range<usize> {
        reading.quote.clone()
    }
    let (times, ahead) = (wishes.times.iter().map(of), wishes.ahead.iter().map(of));
    times.chain(ahead).chain(wishes.lead.iter().map(of)).chain(wishes.phone.iter().map(of)).collect()
}

/// Words that mean something to the readers, and marks that stand between them, in any order.
const PIECES: [&str; 70] = [
    "later",
    "раньше",
    "на",
    "hour",
    "every",
    "second",
    "and",
    "cancel",
    "at",
    "half past",
    "nine",
    "9",
    "9:30",
    "9.30",
    "05.12",
    "24",
    "00",
    "am",
    "pm",
    "noon",
    "la",
    "ora",
    "jumate",
    "fără un sfert",
    "nouă",
    "în",
    "пів на",
    "десяту",
    "в",
    "полдевятого",
    "без четверти",
    "утра",
    "вечера",
    "saat",
    "dokuz",
    "buçukta",
    "'da",
    "-də",
    "doqquzun",
    "yarısı",
    "sabah",
    "səhər",
    "за",
    "неделю",
    "до",
    "3",
    "days",
    "before",
    "gün",
    "önce",
    "кала",
    "tomorrow",
    "luni",
    "5 December",
    "31",
    "числа",
    "+",
    "373",
    "069",
    "12-34-56",
    "(",
    ")",
    ".",
    ",",
    ":",
    "/",
    "%",
    "\u{301}",
    "\u{200b}",
    "🙂",
];

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_text_makes_the_readers_panic(text in "\\PC{0,80}", turkish: bool) {
        let wishes = heard(&text, turkish);
        proptest::prop_assert!(quotes(&wishes).into_iter().all(|quote| text.get(quote).is_some()));
    }

    #[test]
    fn no_row_of_known_words_makes_them_panic(places in proptest::collection::vec((0..PIECES.len(), proptest::bool::ANY), 0..14)) {
        let text: String = places.iter().map(|(place, glued)| format!("{}{}", PIECES[*place], if *glued { "" } else { " " })).collect();
        let wishes = heard(&text, false);
        let quotes = quotes(&wishes);
        proptest::prop_assert!(quotes.iter().all(|quote| text.get(quote.clone()).is_some_and(|words| !words.is_empty())));
    }
}

#[test]
fn a_day_or_a_time_alone_is_told_from_a_message_that_says_more() {
    for (text, all) in [
        ("poimâine la 7", true),
        ("завтра в 10", true),
        ("tomorrow at 9?", true),
        ("yarın saat 10'da", true),
        ("завтра в 10 зателефонуйте", false),
        ("mâine expiră permisul", false),
        ("hello", false),
        ("da", false),
    ] {
        assert_eq!(heard(text, false).are_all_of(text), all, "{text}");
    }
}
