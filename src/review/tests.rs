use std::sync::LazyLock;

use proptest::prelude::*;

use super::marks::plain;
use super::pieces::{Piece, Shape, pieces};
use super::{Content, Corrections, Raised, export, import, raise};
use crate::faq::{Faq, File, Problems, Source};
use crate::language::Language;
use crate::wording::Wording;

/// The real content: what a sheet must carry unharmed.
static REAL: LazyLock<(Content, Faq, Wording)> = LazyLock::new(|| {
    let content = Content::new(Source::BuiltIn.read().unwrap(), Source::BuiltInLocales.read().unwrap());
    let (faq, wording) = content.check().unwrap();
    (content, faq, wording)
});

fn sheet(content: &Content, language: Language) -> String {
    export(content, &REAL.1, &REAL.2, language, false)
}

fn read(content: &Content, sheet: &str) -> Result<Corrections, Problems> {
    import(content, &REAL.1, &File { path: "sheet.md".into(), text: sheet.into() })
}

/// The sheet with other words in a piece.
fn with(sheet: &str, id: &str, before: &str, after: &str) -> String {
    let start = sheet.find(&format!(" {id} ")).unwrap_or_else(|| panic!("{id}"));
    let at = start + sheet[start..].find(before).unwrap_or_else(|| panic!("{id}: {before}"));
    format!("{}{after}{}", &sheet[..at], &sheet[at + before.len()..])
}

fn texts(content: &Content) -> Vec<(&str, &str)> {
    content.files.iter().map(|file| (file.path.as_str(), file.text.as_str())).collect()
}

#[test]
fn a_sheet_that_comes_back_as_it_went_changes_nothing() {
    let content = &REAL.0;
    for language in Language::ALL {
        let sheet = sheet(content, language);
        for (how, sheet) in [
            ("as it was", sheet.clone()),
            ("with other line ends", sheet.replace('\n', "\r\n")),
            ("with a mark at its beginning", format!("\u{feff}{sheet}")),
            ("with white space at the ends of lines", sheet.replace('\n', "  \n")),
            ("with more empty lines", sheet.replace("\n\n", "\n\n\n")),
            ("without the fences", sheet.replace("```ftl\n", "").replace("```\n", "")),
        ] {
            // More empty lines are more paragraphs to nobody, but in a list they are seen.
            let read = read(content, &sheet).unwrap_or_else(|problems| panic!("{language}, {how}: {problems}"));
            let changed: Vec<&str> = read.changes.iter().map(|change| change.id.as_str()).collect();
            if how != "with more empty lines" {
                assert_eq!((changed, read.files.len()), (vec![], 0), "{language}, {how}");
            }
            assert_eq!(read.language, language);
            assert!(read.remarks.is_empty() || how == "without the fences", "{language}, {how}: {:?}", read.remarks);
        }
    }
}

#[test]
fn a_sheet_holds_all_that_is_read_in_a_language() {
    let (content, faq, _) = &*REAL;
    for language in Language::ALL {
        let pieces = pieces(content, faq, language);
        let of = |folder: &str| pieces.iter().filter(|piece| piece.id.starts_with(folder)).count();
        assert!(of("faq/entries/") >= 4 * faq.entries().len(), "{language}");
        assert_eq!(of("faq/offices.toml"), 2 * faq.offices.len());
        assert_eq!(of("faq/places.toml"), faq.places.places.len());
        let (phrases, labels) = (crate::dialogue::phrase::Phrase::KEYS.len(), crate::wording::label::Label::KEYS.len());
        assert_eq!(of("locales/"), phrases + labels);
        let alone = pieces.iter().filter(|piece| piece.beside.is_none() && piece.shape != Shape::Ways);
        // Parts and pages are the languages' own: one may tell in two what another tells in one.
        let of_one = |name: &&str| !name.starts_with("part-") && !name.starts_with("page-");
        let alone: Vec<&str> = alone.map(Piece::name).filter(of_one).collect();
        assert_eq!(alone, [""; 0], "{language}");
    }
}

const TITLE: &str = "faq/entries/petitions/az.md#title";
const ANSWER: &str = "faq/entries/petitions/az.md#answer";
const WAYS: &str = "faq/entries/petitions/az.md#asked-as";
const HOLIDAY: &str = "faq/holidays.toml#new-year.name";
const MESSAGE: &str = "locales/az/days.ftl#trip-open";
const FORMS: &str = "locales/en/days.ftl#stay-until";

#[test]
fn what_she_corrected_is_taken_over_and_nothing_else() {
    let content = &REAL.0;
    for (id, before, after, file) in [
        (TITLE, "ərizə", "müraciət", "# Şikayət və müraciət vermək\n"),
        (ANSWER, "- adınızı,", "- öz adınızı,", "\n- öz adınızı, ünvanınızı"),
        (WAYS, "- petisiya harda verilir\n", "", "- sikayet hara yazim\n- petiție"),
        (WAYS, "- petisiya harda verilir", "- petisiya harda verilir\n- petisiya nədir", "verilir\n- petisiya nədir\n"),
        (HOLIDAY, "Yeni il", "Yeni \"il\"", "az = \"Yeni \\\"il\\\"\"\n"),
        (MESSAGE, "hələ", "indi də", "trip-open = "),
    ] {
        let read = read(content, &with(&sheet(content, Language::Az), id, before, after)).unwrap();
        let ids: Vec<&str> = read.changes.iter().map(|change| change.id.as_str()).collect();
        assert_eq!((ids, read.files.len(), read.remarks.len()), (vec![id], 1, 0));
        let old = content.file(&read.files[0].path).unwrap();
        assert!(read.files[0].text.contains(file), "{id}");
        let same = old.text.lines().filter(|line| read.files[0].text.contains(line)).count();
        assert!(old.text.lines().count() - same <= 1, "{id}: other lines changed");
    }
}

#[test]
fn what_cannot_be_placed_is_told_with_its_line_and_nothing_is_taken_over() {
    let content = &REAL.0;
    let good = with(&sheet(content, Language::Az), TITLE, "ərizə", "müraciət");
    let english = sheet(content, Language::En);
    let line = |id: &str, sheet: &str| sheet[..sheet.find(&format!(" {id} ")).unwrap()].matches('\n').count() + 1;
    let begin = good.lines().find(|line| line.contains(&format!(" {ANSWER} "))).unwrap();
    let number = begin.split(' ').nth(2).unwrap();
    let end = format!("<!-- popas end {number} -->\n");
    let piece = &good[good.find(begin).unwrap()..good.find(&end).unwrap() + end.len()];
    let first = good.lines().next().unwrap();
    let at = line(ANSWER, &good);
    let cases = [
        (good.replace(begin, ""), "mark-lost", None),
        (good.replace(begin, &begin.replace("-->", "")), "mark-damaged", Some(at)),
        (good.replace(begin, &begin.replace(ANSWER, "")), "mark-damaged", Some(at)),
        (good.replace(&end, ""), "mark-lost", Some(at)),
        (good.replace(piece, ""), "piece-lost", None),
        (good.replace(piece, &piece.repeat(2)), "piece-twice", None),
        (good.replace(first, ""), "no-sheet", Some(1)),
        (good[..good.find("\n## locales/").unwrap()].to_string(), "piece-lost", None),
        (good[..good.find(&end).unwrap()].to_string(), "mark-lost", Some(at)),
        (with(&good, ANSWER, "{gim-chancery}", ""), "placeholder-lost", Some(at + 2)),
        (with(&good, ANSWER, "{gim-chancery}", "{gim-kansler}"), "placeholder-changed", Some(at + 2)),
        (with(&good, ANSWER, "{gim-chancery}", "{gim-chancery} {green-line}"), "placeholder-added", Some(at + 2)),
        (with(&good, ANSWER, "İndi nə", "## İndi nə"), "heading-in-piece", Some(at + 2)),
        (with(&good, ANSWER, "- adınızı", "• adınızı"), "list-sign", Some(at + 2)),
        (with(&good, WAYS, "- petisiya harda", "petisiya harda"), "not-a-way", None),
        (with(&good, TITLE, "Şikayət", "Şikayət\n\n"), "one-line", Some(line(TITLE, &good) + 2)),
        (with(&good, HOLIDAY, "Yeni il", ""), "piece-empty", None),
        (with(&good, MESSAGE, "{ $days }", "{ $gün }"), "fluent-syntax", None),
        (with(&good, MESSAGE, "{ $days }", "{ $day }"), "placeholder-changed", None),
        (with(&good, MESSAGE, "trip-open =", "trip-opened ="), "key-changed", None),
        (with(&english, FORMS, "{ $left } more", "more"), "placeholder-lost", Some(line(FORMS, &english) + 2)),
        (with(&english, FORMS, "[one]", "[few]"), "form-lost", Some(line(FORMS, &english) + 2)),
    ];
    for (sheet, rule, line) in cases {
        let problems = read(content, &sheet).map(|read| read.changes).expect_err(rule);
        let found: Vec<_> = problems.0.iter().map(|problem| (problem.rule, problem.line)).collect();
        assert_eq!((found.len(), found[0].0), (1, rule), "{problems}");
        assert!(line.is_none_or(|line| line == found[0].1), "{rule}: line {line:?}: {problems}");
        assert!(!problems.0[0].way_out.is_empty());
    }
}

#[test]
fn names_of_places_are_in_the_sheet_when_they_are_asked_for() {
    let (content, faq, wording) = &*REAL;
    let sheet = export(content, faq, wording, Language::Az, true);
    let read = read(content, &with(&sheet, "faq/places.toml#soroca.names", "Soroka", "Soroca")).unwrap();
    assert_eq!(
        (read.changes.len(), read.changes[0].before.as_str(), read.changes[0].after.as_str()),
        (1, "Soroka", "Soroca")
    );
}

#[test]
fn words_that_somebody_else_changed_meanwhile_are_left_or_told() {
    let content = &REAL.0;
    let old = sheet(content, Language::Az);
    let theirs = read(content, &with(&old, TITLE, "ərizə", "müraciət")).unwrap();
    let now = content.with(&theirs.files);
    assert!(read(&now, &old).unwrap().changes.is_empty(), "an old sheet takes nothing back");
    assert!(read(&now, &with(&old, TITLE, "ərizə", "müraciət")).unwrap().changes.is_empty(), "taken over already");
    let problems = read(&now, &with(&old, TITLE, "ərizə", "məktub")).map(|read| read.changes).unwrap_err();
    assert_eq!(problems.0[0].rule, "changed-since");
}

#[test]
fn what_she_wrote_between_pieces_is_shown_to_people() {
    let content = &REAL.0;
    let sheet = sheet(content, Language::Az);
    let end = sheet.find("<!-- popas end 1 -->\n").unwrap() + "<!-- popas end 1 -->\n".len();
    let noted = format!("{}\nBu nə deməkdir?\n{}", &sheet[..end], &sheet[end..]);
    let read = read(content, &noted).unwrap();
    assert_eq!((read.changes.len(), read.remarks.len()), (0, 1));
    let (from, to) = read.remarks[0];
    let place = noted.lines().position(|line| line.contains("deməkdir?")).unwrap() + 1;
    assert!(from <= place && place <= to);
}

#[test]
fn the_revision_rises_where_readers_see_something_new() {
    let content = &REAL.0;
    let sheet = sheet(content, Language::Ro);
    let (title, ways) = ("faq/entries/petitions/ro.md#title", "faq/entries/petitions/ro.md#asked-as");
    let raised = |sheet: &str| {
        let read = read(content, sheet).unwrap();
        raise(&content.with(&read.files), read.language, &read.changes)
    };
    assert!(raised(&with(&sheet, ways, "- petitie\n", "")).1.is_empty());
    let (files, entries) = raised(&with(&sheet, title, "unui", "a unui"));
    let translations = vec![Language::Ru, Language::Uk];
    let from = entries[0].from;
    assert_eq!(entries, [Raised { entry: "petitions".into(), from, to: from + 1, translations }]);
    let raised = format!("revision = {}\n", from + 1);
    assert!(files[0].text.contains(&raised) && files[0].text.contains("meaning = 1\n"));
}

/// Words with others put in before some of their letters, none inside braces, marks of lists, or Fluent's signs.
fn edited(piece: &Piece<'_>, seed: &[u8]) -> String {
    let words = plain(&piece.words());
    if piece.shape == Shape::Message {
        return in_message(&words, seed[0]);
    }
    let outside = |at: &usize| words[..*at].matches('{').count() == words[..*at].matches('}').count();
    let letters = words.char_indices().filter(|(_, letter)| letter.is_alphabetic()).map(|(at, _)| at);
    let places: Vec<usize> = letters.filter(outside).collect();
    let chosen = seed.iter().filter_map(|seed| places.get(places.len() * usize::from(*seed) / 256));
    let mut edited = words.clone();
    for at in chosen.collect::<std::collections::BTreeSet<_>>().into_iter().rev() {
        edited.insert_str(*at, ["ə", "ș ", "\"щ\\", "x", "«і» "][at % 5]);
    }
    edited
}

/// A message with a word put at the end of one of its lines of words.
fn in_message(words: &str, seed: u8) -> String {
    let mut lines: Vec<String> = words.lines().map(str::to_string).collect();
    let is_words = |line: &String| !line.trim().is_empty() && !line.ends_with(['{', '}', '=']) && !line.ends_with("->");
    let places: Vec<usize> = (0..lines.len()).filter(|at| is_words(&lines[*at])).collect();
    if let Some(place) = places.get(usize::from(seed) % places.len().max(1)) {
        lines[*place] += " ещё ə";
    }
    lines.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Corrected there and back again gives the same bytes; in between, a new sheet shows exactly the corrections.
    #[test]
    fn corrections_go_in_and_can_be_taken_back(
        language in 0..Language::ALL.len(),
        chosen in proptest::collection::vec((any::<proptest::sample::Index>(), any::<[u8; 4]>()), 1..12),
    ) {
        let (content, faq, _) = &*REAL;
        let language = Language::ALL[language];
        let read_by_her = |piece: &Piece<'_>| piece.file.path != super::pieces::PLACES;
        let before: Vec<Piece<'_>> = pieces(content, faq, language).into_iter().filter(read_by_her).collect();
        let mut wanted: Vec<String> = before.iter().map(|piece| plain(&piece.words())).collect();
        let mut there = sheet(content, language);
        for (index, seed) in &chosen {
            let place = index.index(before.len());
            let new = edited(&before[place], seed);
            if wanted[place] == plain(&before[place].words()) && !wanted[place].is_empty() {
                there = with(&there, &before[place].id, &wanted[place], &new);
                wanted[place] = plain(&new);
            }
        }
        let corrections = read(content, &there).map_err(|problems| TestCaseError::fail(problems.to_string()))?;
        let corrected = content.with(&corrections.files);
        let after: Vec<Piece<'_>> = pieces(&corrected, faq, language).into_iter().filter(read_by_her).collect();
        let shown: Vec<String> = after.iter().map(|piece| plain(&piece.words())).collect();
        prop_assert_eq!(&shown, &wanted);
        let mut back = sheet(&corrected, language);
        for (old, new) in before.iter().zip(&after).filter(|(old, new)| old.words() != new.words()) {
            back = with(&back, &new.id, &plain(&new.words()), &plain(&old.words()));
        }
        let undone = read(&corrected, &back).map_err(|problems| TestCaseError::fail(problems.to_string()))?;
        let undone = corrected.with(&undone.files);
        prop_assert_eq!(texts(&undone), texts(content));
    }
    /// Whatever line of a sheet is lost: it is told, it was for reading only, or it is a correction of its own piece.
    #[test]
    fn a_line_that_is_lost_changes_no_other_piece(language in 0..Language::ALL.len(), place in any::<proptest::sample::Index>()) {
        let content = &REAL.0;
        let sheet = sheet(content, Language::ALL[language]);
        let place = place.index(sheet.lines().count());
        let kept = sheet.lines().enumerate().filter(|(number, _)| *number != place).map(|(_, line)| line);
        let lost = kept.collect::<Vec<_>>().join("\n") + "\n";
        let above: Vec<&str> = sheet.lines().take(place).filter(|line| line.starts_with("<!-- popas ")).collect();
        if let Ok(read) = read(content, &lost) {
            prop_assert!(!sheet.lines().nth(place).unwrap().starts_with("<!-- popas "));
            prop_assert!(read.changes.len() <= 1);
            for change in &read.changes {
                prop_assert!(above.last().unwrap().contains(&change.id), "line {}", place);
            }
        }
    }
}
