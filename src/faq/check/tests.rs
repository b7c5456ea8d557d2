//! Every rule has a case: a small faultless content with one thing broken, and what is then reported where.
//!
//! The rules of `law.toml` among its figures have their cases beside the code, in `law.rs`.

use std::collections::BTreeMap;

use super::check;
use crate::faq::problem::File;
use crate::faq::{EntryId, Talk};
use crate::language::Language;

const LAW: [&str; 9] = [
    "stay-days",
    "stay-window",
    "fine-free-days",
    "regime-months",
    "return-days",
    "employment-notice-days",
    "reunification-exam-days",
    "permit-reapply-days",
    "passport-months",
];

const OFFICES: &str = r#"
[[office]]
id = "oss-balti"
kind = "one-stop-shop"
country = "MD"
contacts = ["green-line"]
source = "s"
reviewed = 2026-01-01
town = { en = "B", ro = "B", ru = "B", uk = "B", tr = "B", az = "B" }
address = { en = "B 9", ro = "B 9", ru = "B 9", uk = "B 9", tr = "B 9", az = "B 9" }
hours = [{ days = ["mon"], open = [["08:00", "12:00"], ["13:00", "16:00"]] }]
place = "balti"
[[contact]]
id = "green-line"
value = "080001527"
source = "s"
[[source]]
id = "s"
text = { en = "S", ro = "S", ru = "S", uk = "S", tr = "S", az = "S" }
"#;

/// The real file: its own checks have their cases in `faq/places`.
const PLACES: &str = include_str!("../../../faq/places.toml");

const HOLIDAYS: &str = r#"
[[holiday]]
id = "new-year"
date = { month = 1, day = 1 }
source = "s"
name = { en = "N", ro = "N", ru = "N", uk = "N", tr = "N", az = "N" }
"#;

const ENTRY: &str = r#"revision = 2
reviewed = 2026-01-01
meaning = 1
country = "MD"
official = ["en", "ro"]
related = ["permit"]
offices = ["oss-balti"]
contacts = ["green-line"]
deadline = { kind = "permit-lost", after = "loss" }
sources = [{ title = { en = "Page" }, url = "https://igm.gov.md/en/?p=1" }]
[translated-from]
ru = { ro = 1 }
uk = { ro = 2 }
tr = { en = 1 }
az = { en = 1 }
"#;

const CALENDAR: &str = r#"[months]
january = ["x"]
[weekdays]
[numbers]
1 = ["x"]
[units]
[words]
[countries]
AZ = ["x"]
"#;

const LANGUAGES: &str =
    "not = []\nnot-after = []\n[names]\nen = [\"e\"]\nro = []\nru = []\nuk = []\ntr = []\naz = []\n";

fn figure(name: &str) -> String {
    let period = |value: &str| {
        format!("[[{name}.period]]\nfrom = 2011-01-01\n{value}\nsource = \"s\"\nreview-by = 2030-01-01\n")
    };
    let value = if name == "last-entry-nationalities" { "countries = [\"AZ\"]" } else { "value = 9" };
    format!("[{name}]\nunit = \"x\"\n{}", period(value))
}

fn text(id: &str, language: Language) -> String {
    let ways: String = (0..25).map(|way| format!("- {id} {language} {}\n", "x".repeat(way + 1))).collect();
    format!(
        "# Title\n\nAt most {{stay-days}} days.\n\n## Details\n\n1. Call {{green-line}}.\n\n## Law\n\nArt. 333\n\n## Asked as\n{ways}"
    )
}

fn talk(language: Language, outside: bool) -> String {
    let sections = Talk::ALL.into_iter().filter(|talk| talk.is_outside() == outside).map(Talk::section);
    let sections = sections.map(|section| format!("## {section}\n- say {section} {language}\n"));
    format!("# Talk\n\n{}", sections.collect::<String>())
}

/// Everything that the checks want, and no more.
fn faultless() -> BTreeMap<String, String> {
    let mut files = BTreeMap::from([
        ("law.toml".to_string(), LAW.map(figure).concat() + &figure("last-entry-nationalities")),
        (
            "menu.toml".to_string(),
            "stay = [\"fine\", \"permit\"]\nfamily = []\noffices = []\n[retired]\nold = \"fine\"\n".to_string(),
        ),
        ("offices.toml".to_string(), OFFICES.to_string()),
        ("holidays.toml".to_string(), HOLIDAYS.to_string()),
        ("places.toml".to_string(), PLACES.to_string()),
        ("lexicon/languages.toml".to_string(), LANGUAGES.to_string()),
        ("lexicon/promises.toml".to_string(), include_str!("../../../faq/lexicon/promises.toml").to_string()),
        ("entries/fine/entry.toml".to_string(), ENTRY.to_string()),
        ("entries/permit/entry.toml".to_string(), ENTRY.replace("\"permit\"", "\"fine\"")),
    ]);
    for language in Language::ALL {
        files.insert(format!("entries/fine/{language}.md"), text("fine", language));
        files.insert(format!("entries/permit/{language}.md"), text("permit", language));
        files.insert(format!("lexicon/{language}.toml"), "[concepts]\nfine = [\"fin\"]\n".to_string());
        files.insert(format!("calendar/{language}.toml"), CALENDAR.to_string());
        files.insert(format!("talk/{language}.md"), talk(language, false));
        files.insert(format!("talk/{language}.outside.md"), talk(language, true));
    }
    files
}

fn found(files: BTreeMap<String, String>) -> Vec<String> {
    let files: Vec<File> = files.into_iter().map(|(path, text)| File { path, text }).collect();
    let problems = check(&files).map_or_else(|problems| problems.0, |_| Vec::new());
    problems
        .iter()
        .map(|problem| format!("{}:{}:{} {}", problem.file, problem.line, problem.column, problem.rule))
        .collect()
}

/// What is found when those words of a file are replaced.
fn broken(path: &str, from: &str, to: &str) -> Vec<String> {
    let mut files = faultless();
    let text = files.get_mut(path).unwrap_or_else(|| panic!("no {path}"));
    assert!(text.contains(from), "{path}: {from}");
    *text = text.replacen(from, to, 1);
    found(files)
}

/// (file, words, what stands there instead, expected)
fn expect(cases: &[(&str, &str, &str, &[&str])]) {
    for (path, from, to, expected) in cases {
        assert_eq!(broken(path, from, to), *expected, "{path}: {from} → {to}");
    }
}

#[test]
fn the_small_content_is_faultless() {
    assert_eq!(found(faultless()), [""; 0]);
}

#[test]
fn a_file_that_cannot_be_read_as_its_kind() {
    expect(&[
        ("menu.toml", "stay =", "stay", &["menu.toml:1:6 toml"]),
        ("entries/fine/entry.toml", "reviewed", "reviwed", &["entries/fine/entry.toml:2:1 unknown-key"]),
        ("offices.toml", "\nkind", "\nkin", &["offices.toml:4:1 unknown-key"]),
        ("holidays.toml", "source", "sauce", &["holidays.toml:5:1 unknown-key"]),
        ("entries/fine/entry.toml", "permit-lost", "permit-found", &["entries/fine/entry.toml:9:21 toml"]),
    ]);
}

#[test]
fn a_missing_file_is_named_and_the_others_are_still_checked() {
    for path in faultless().into_keys() {
        let mut files = faultless();
        files.remove(&path);
        assert!(found(files).contains(&format!("{path}:1:1 missing-file")), "{path}");
    }
    let mut files = faultless();
    files.remove("entries/fine/ru.md");
    files.remove("entries/fine/tr.md");
    assert_eq!(found(files), ["entries/fine/ru.md:1:1 missing-file", "entries/fine/tr.md:1:1 missing-file"]);
}

#[test]
fn a_file_with_a_mistyped_name() {
    let mut files = faultless();
    files.insert("entries/fine/fr.md".into(), String::new());
    files.insert("entries/fine/RO.md".into(), String::new());
    assert_eq!(found(files), ["entries/fine/RO.md:1:1 unknown-file", "entries/fine/fr.md:1:1 unknown-file"]);
}

#[test]
fn the_menu() {
    expect(&[
        ("menu.toml", "family = []", "family = [\"fine\"]", &["menu.toml:2:11 twice-in-menu"]),
        ("menu.toml", "old = \"fine\"", "old = \"fin\"", &["menu.toml:5:7 unknown-id"]),
        ("menu.toml", "old =", "permit =", &["menu.toml:5:1 retired-in-menu"]),
    ]);
    let reserved = broken("menu.toml", "stay = [", "stay = [\"days\", ");
    assert!(reserved.contains(&"menu.toml:1:9 id-not-for-links".to_string()), "{reserved:?}");
    let mut files = faultless();
    files.insert("entries/new/entry.toml".into(), ENTRY.into());
    assert_eq!(found(files), ["entries/new/entry.toml:1:1 not-in-menu"]);
}

#[test]
fn an_entrys_facts() {
    let file = "entries/fine/entry.toml";
    expect(&[
        (file, "\"permit\"", "\"permits\"", &["entries/fine/entry.toml:6:12 unknown-id"]),
        (file, "\"permit\"", "\"fine\"", &["entries/fine/entry.toml:6:12 related-to-itself"]),
        (file, "\"oss-balti\"", "\"oss-blati\"", &["entries/fine/entry.toml:7:12 unknown-id"]),
        (file, "\"green-line\"", "\"red-line\"", &["entries/fine/entry.toml:8:13 unknown-id"]),
        (file, "2026-01-01", "2026-01-01T10:00:00", &["entries/fine/entry.toml:2:12 not-a-day"]),
        (file, "meaning = 1", "meaning = 3", &["entries/fine/entry.toml:3:11 meaning-ahead"]),
        (file, "ro = 2", "ro = 3", &["entries/fine/entry.toml:13:6 translation-ahead"]),
        (file, "uk = { ro = 2 }", "", &["entries/fine/entry.toml:5:1 translation-without-source"]),
        (file, "[\"en\", \"ro\"]", "[\"en\", \"ro\", \"ru\"]", &["entries/fine/entry.toml:5:1 official-translation"]),
        (file, "{ en = \"Page\" }", "{}", &["entries/fine/entry.toml:10:22 source-without-title"]),
        (file, "https://", "", &["entries/fine/entry.toml:10:45 bad-url"]),
    ]);
}

#[test]
fn an_entrys_words() {
    let file = "entries/fine/ru.md";
    let long = format!("# {}", "ж".repeat(41));
    let heading = format!("## {}", "ж".repeat(25));
    let answer = format!("At most {}", "ж ".repeat(450));
    expect(&[
        (file, "# Title", "Title", &["entries/fine/ru.md:1:1 missing-title"]),
        (file, "# Title", &long, &["entries/fine/ru.md:1:3 title-too-long"]),
        (file, "# Title", "# {stay-days}", &["entries/fine/ru.md:1:3 heading-words"]),
        (file, "## Details", &heading, &["entries/fine/ru.md:5:4 heading-too-long"]),
        (file, "At most", &answer, &["entries/fine/ru.md:1:3 answer-length"]),
        (
            file,
            "1. Call {green-line}.",
            "",
            &["entries/fine/ru.md:1:1 figures-differ", "entries/fine/ru.md:5:4 answer-length"],
        ),
        (
            file,
            "{stay-days}",
            "{stey-days}",
            &["entries/fine/ru.md:1:1 figures-differ", "entries/fine/ru.md:3:9 unknown-placeholder"],
        ),
        (
            file,
            "Art. 333",
            "Art. 333, {x}",
            &["entries/fine/ru.md:1:1 figures-differ", "entries/fine/ru.md:11:11 unknown-placeholder"],
        ),
        (file, "{stay-days}", "90", &["entries/fine/ru.md:1:1 figures-differ"]),
        (file, "- fine ru x\n", "", &["entries/fine/ru.md:1:1 too-few-ways"]),
        (file, "- fine ru x\n", "- Fine ru XX!\n", &["entries/fine/ru.md:15:3 way-twice"]),
        (file, "- fine ru x\n", "- permit ru x\n", &["entries/permit/ru.md:14:3 way-in-two-places"]),
        (file, "- fine ru x\n", "- say greeting ru\n", &["entries/fine/ru.md:14:3 way-in-two-places"]),
    ]);
}

#[test]
fn offices() {
    let file = "offices.toml";
    expect(&[
        (file, "az = \"B\"", "az = \" \"", &["offices.toml:9:8 missing-language"]),
        (file, ", az = \"B 9\"", "", &["offices.toml:10:11 missing-language"]),
        (file, "[\"green-line\"]", "[\"green-lane\"]", &["offices.toml:6:13 unknown-id"]),
        (file, "source = \"s\"", "source = \"s\"\ndisputed-with = \"ic\"", &["offices.toml:8:17 unknown-id"]),
        (file, "2026-01-01", "10:00:00", &["offices.toml:8:12 not-a-day"]),
        (file, "\"16:00\"", "\"12:30\"", &["offices.toml:11:10 hours"]),
        (file, "\"08:00\"", "\"8 h\"", &["offices.toml:11:10 hours"]),
        (
            file,
            "[[contact]]",
            "[[contact]]\nid = \"green-line\"\nvalue = \"1\"\nsource = \"s\"\n[[contact]]",
            &["offices.toml:18:6 id-twice"],
        ),
        (file, "source = \"s\"\nreviewed", "source = \"t\"\nreviewed", &["offices.toml:7:10 unknown-id"]),
        (file, ", az = \"S\"", "", &["offices.toml:19:8 missing-language"]),
    ]);
}

#[test]
fn holidays() {
    let file = "holidays.toml";
    expect(&[
        (file, "day = 1", "day = 32", &["holidays.toml:4:8 impossible-day"]),
        (file, "date = { month = 1, day = 1 }", "easter = 300", &["holidays.toml:4:10 impossible-day"]),
        (file, "date = { month = 1, day = 1 }", "", &["holidays.toml:3:6 holiday-day"]),
        (file, "source", "easter = 1\nsource", &["holidays.toml:3:6 holiday-day"]),
        (file, "ro = \"N\", ", "", &["holidays.toml:6:8 missing-language"]),
    ]);
    let mut files = faultless();
    files.insert(file.into(), HOLIDAYS.repeat(2));
    assert_eq!(found(files), ["holidays.toml:9:6 id-twice"]);
}

#[test]
fn the_lexicon() {
    expect(&[
        (
            "lexicon/ru.toml",
            "fine",
            "fined",
            &["lexicon/ru.toml:1:1 missing-concept", "lexicon/ru.toml:2:1 unknown-id"],
        ),
        ("lexicon/ru.toml", "fine", "pay = [\"x\"]\nfine", &["lexicon/ru.toml:2:1 unknown-id"]),
    ]);
}

#[test]
fn words_for_days_and_languages() {
    expect(&[
        ("calendar/ru.toml", "1 =", "one =", &["calendar/ru.toml:5:1 calendar"]),
        ("calendar/ru.toml", "AZ", "AZE", &["calendar/ru.toml:9:1 calendar"]),
        ("calendar/ru.toml", "january", "januar", &["calendar/ru.toml:2:1 toml"]),
        ("lexicon/languages.toml", "tr = []\n", "", &["lexicon/languages.toml:1:1 missing-language"]),
        ("lexicon/languages.toml", "tr", "fr", &["lexicon/languages.toml:8:1 toml"]),
        ("lexicon/promises.toml", "later =", "latter =", &["lexicon/promises.toml:5:1 unknown-key"]),
    ]);
}

#[test]
fn talk_of_other_things() {
    expect(&[
        (
            "talk/ru.md",
            "## greeting",
            "## greetings",
            &["talk/ru.md:1:1 missing-section", "talk/ru.md:3:4 unknown-section"],
        ),
        ("talk/ru.md", "- say thanks ru", "- say greeting ru", &["talk/ru.md:6:3 way-in-two-places"]),
        (
            "talk/ru.outside.md",
            "## near",
            "## nearer",
            &["talk/ru.outside.md:1:1 missing-section", "talk/ru.outside.md:5:4 unknown-section"],
        ),
    ]);
}

#[test]
fn the_law() {
    expect(&[
        (
            "law.toml",
            "[[stay-window.period]]\nfrom = 2011-01-01\nvalue = 9",
            "[[stay-window.period]]\nfrom = 2011-01-01\nvalue = 8",
            &["law.toml:1:1 stay-outside-window"],
        ),
        (
            "law.toml",
            "[passport-months]\nunit = \"x\"\n[[passport-months",
            "[months]\nunit = \"x\"\n[[months",
            &["law.toml:1:1 missing-figure"],
        ),
        ("law.toml", "unit = \"x\"", "", &["law.toml:1:1 toml"]),
    ]);
}

#[test]
fn all_problems_are_found_at_once_in_the_order_of_their_places() {
    let mut files = faultless();
    for (path, from, to) in [
        ("entries/fine/entry.toml", "\"permit\"", "\"permits\""),
        ("entries/fine/ru.md", "{green-line}", "{line}"),
        ("entries/permit/en.md", "# Title", "Title"),
        ("holidays.toml", "day = 1", "day = 32"),
        ("menu.toml", "old = \"fine\"", "old = \"fin\""),
        ("offices.toml", "\"08:00\"", "\"8 h\""),
    ] {
        let text = files.get_mut(path).unwrap();
        *text = text.replacen(from, to, 1);
    }
    files.remove("lexicon/tr.toml");
    assert_eq!(
        found(files),
        [
            "entries/fine/entry.toml:6:12 unknown-id",
            "entries/fine/ru.md:1:1 figures-differ",
            "entries/fine/ru.md:7:9 unknown-placeholder",
            "entries/permit/en.md:1:1 missing-title",
            "holidays.toml:4:8 impossible-day",
            "lexicon/tr.toml:1:1 missing-file",
            "menu.toml:5:7 unknown-id",
            "offices.toml:11:10 hours",
        ]
    );
}

#[test]
fn a_retired_id_leads_to_its_successor() {
    let files: Vec<File> = faultless().into_iter().map(|(path, text)| File { path, text }).collect();
    let faq = check(&files).unwrap();
    let successor = faq.entry(&EntryId::new("old")).map(|entry| entry.id.as_str());
    assert_eq!(successor, Some("fine"));
}

#[test]
fn the_version_changes_with_every_file() {
    let version = |files: BTreeMap<String, String>| {
        let files: Vec<File> = files.into_iter().map(|(path, text)| File { path, text }).collect();
        check(&files).unwrap().version().to_string()
    };
    let mut changed = faultless();
    changed.get_mut("talk/az.md").unwrap().push_str("- bir söz\n");
    assert_eq!(version(faultless()), version(faultless()));
    assert_ne!(version(faultless()), version(changed));
}
