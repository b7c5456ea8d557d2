//! What holds for every text: no panic, quotes that can be cut out, written dates read back.

use chrono::{Datelike, NaiveDate};
use popas::understanding::dates::{DatesRead, Lines, Vocabulary, read};
use proptest::prelude::*;
use std::sync::LazyLock;

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let files = [
        ("en.toml", include_str!("../faq/calendar/en.toml")),
        ("ro.toml", include_str!("../faq/calendar/ro.toml")),
        ("ru.toml", include_str!("../faq/calendar/ru.toml")),
        ("uk.toml", include_str!("../faq/calendar/uk.toml")),
        ("tr.toml", include_str!("../faq/calendar/tr.toml")),
        ("az.toml", include_str!("../faq/calendar/az.toml")),
    ];
    Vocabulary::from_toml(files).unwrap_or_else(|bad| panic!("{bad}"))
});

/// Words that make the readers work hardest, glued and spaced at random.
const SOUP: [&str; 48] = [
    "5",
    "05",
    "31",
    "2025",
    "90",
    "180",
    ".",
    "/",
    "-",
    "–",
    ":",
    ",",
    "'",
    "’",
    "th",
    "de",
    "dən",
    "-ci",
    "may",
    "May",
    "мая",
    "octombrie",
    "Ekim'in",
    "sentyabrdan",
    "from",
    "с",
    "до",
    "to",
    "по",
    "and",
    "və",
    "ago",
    "назад",
    "önce",
    "acum",
    "three",
    "on",
    "beş",
    "week",
    "luni",
    "last",
    "entered",
    "left",
    "çıxmışam",
    "permit",
    "not",
    "İ",
    "e\u{301}",
];

fn soup() -> impl Strategy<Value = String> {
    let piece = (prop::sample::select(SOUP.to_vec()), prop::bool::ANY);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| {
        pieces.into_iter().map(|(word, spaced)| if spaced { format!("{word} ") } else { word.to_string() }).collect()
    })
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (2015i32..2035, 1u32..=12, 1u32..=31)
        .prop_filter_map("a day of the calendar", |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day))
}

fn quotes(read: &DatesRead) -> Vec<std::ops::Range<usize>> {
    let mut quotes: Vec<_> = read.stays.iter().map(|r| r.quote.clone()).collect();
    quotes.extend(read.dates.iter().map(|r| r.quote.clone()));
    quotes.extend(read.errors.iter().map(|problem| problem.quote()));
    quotes.extend(read.asks.iter().map(|ask| ask.quote.clone()));
    quotes.extend(read.nationality.iter().map(|r| r.quote.clone()));
    quotes
}

fn holds(text: &str, today: NaiveDate) {
    let first = read(&Lines::new(text, &VOCABULARY), today);
    for quote in quotes(&first) {
        assert!(text.get(quote.clone()).is_some_and(|quoted| !quoted.is_empty()), "{text:?} quoted at {quote:?}");
    }
    assert_eq!(first, read(&Lines::new(text, &VOCABULARY), today), "the same text is read the same");
}

const MONTHS: [(&str, &str, [&str; 12]); 6] = [
    (
        "I entered on ",
        "",
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    ),
    (
        "am intrat pe ",
        "",
        [
            "ianuarie",
            "februarie",
            "martie",
            "aprilie",
            "mai",
            "iunie",
            "iulie",
            "august",
            "septembrie",
            "octombrie",
            "noiembrie",
            "decembrie",
        ],
    ),
    (
        "въехал ",
        "",
        [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
    ),
    (
        "в'їхав ",
        "",
        [
            "січня",
            "лютого",
            "березня",
            "квітня",
            "травня",
            "червня",
            "липня",
            "серпня",
            "вересня",
            "жовтня",
            "листопада",
            "грудня",
        ],
    ),
    (
        "",
        "'te girdim",
        ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"],
    ),
    (
        "",
        "-də girmişəm",
        [
            "yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avqust", "sentyabr", "oktyabr", "noyabr",
            "dekabr",
        ],
    ),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_is_survived(text in "\\PC*", today in day()) {
        holds(&text, today);
    }

    #[test]
    fn any_soup_of_our_words_is_survived(text in soup(), today in day()) {
        holds(&text, today);
    }

    #[test]
    fn figures_are_read_back(date in day(), today in day()) {
        for format in ["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d %m %Y", "%d.%m.%y", "%-d.%-m.%Y", "%-d/%-m/%y", "%Y.%m.%d"] {
            let text = format!("entered {}, still here", date.format(format));
            let read = read(&Lines::new(&text, &VOCABULARY), today);
            prop_assert_eq!(read.all_dates, vec![date], "{}", text);
        }
    }

    #[test]
    fn months_are_read_back_in_every_language(date in day(), today in day()) {
        for (before, after, months) in MONTHS {
            let name = months[date.month0() as usize];
            for name in [name.to_string(), name.to_uppercase(), name.to_lowercase()] {
                let text = format!("{before}{} {name} {}{after}", date.day(), date.year());
                let read = read(&Lines::new(&text, &VOCABULARY), today);
                prop_assert_eq!(read.all_dates, vec![date], "{}", text);
            }
        }
    }

    #[test]
    fn ranges_are_read_back(from in day(), days in 1u64..200) {
        let to = from + chrono::Days::new(days);
        for dash in ["-", " - ", "–", " — ", " to ", " по ", " до "] {
            let text = format!("{}{dash}{}", from.format("%d.%m.%Y"), to.format("%d.%m.%Y"));
            let read = read(&Lines::new(&text, &VOCABULARY), from);
            prop_assert_eq!(read.stays.len(), 1, "{}", text);
            prop_assert_eq!((read.stays[0].value.entry, read.stays[0].value.exit), (from, Some(to)), "{}", text);
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused(month in prop::sample::select(vec![2u32, 4, 6, 9, 11]), year in 2020i32..2030) {
        for text in [format!("entered 31.{month:02}.{year}"), format!("was here {year}-{month:02}-31"), format!("въехал 31/{month}/{year}")] {
            let read = read(&Lines::new(&text, &VOCABULARY), NaiveDate::from_ymd_opt(2025, 11, 22).expect("a day"));
            prop_assert_eq!(read.errors.len(), 1, "{}", text);
            prop_assert!(read.stays.is_empty() && read.all_dates.is_empty(), "{}", text);
        }
    }
}
