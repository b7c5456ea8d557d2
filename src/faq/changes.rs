//! What became of the content since an earlier version of it: promises that one version alone cannot show broken.
//!
//! Ids stay or have a successor, revisions rise when readers see something new, reviews do not go back.
//! Both versions are read leniently: what is wrong within one of them is the checks' matter.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use super::problem::{File, Problem};
use super::text::{Block, blocks, sections};
use crate::language::Language;

/// Facts about an entry that no reader sees.
const UNSEEN: [&str; 4] = ["revision", "reviewed", "meaning", "translated-from"];
const ASKED_AS: &str = "Asked as";

/// What compares two versions of the content.
#[derive(Debug, Default)]
pub struct Changes {
    /// Broken promises.
    pub findings: Vec<Problem>,
    /// Translations that a changed source left behind.
    pub stale: Vec<Problem>,
}

/// Compares an earlier version of the files with today's.
pub fn changes(before: &[File], now: &[File]) -> Changes {
    let (before, now) = (Version::of(before), Version::of(now));
    let mut changes = Changes::default();
    ids(&before, &now, &mut changes.findings);
    for (id, entry) in &now.entries {
        if let Some(old) = before.entries.get(id) {
            changes.findings.extend([revision(old, entry), reviewed(old, entry)].into_iter().flatten());
            changes.stale.extend(stale(old, entry));
        }
    }
    changes.findings.sort();
    changes.stale.sort();
    changes
}

/// The files of one version, as far as promises hang on them.
struct Version<'a> {
    menu: Option<&'a File>,
    /// Retired ids with their successors.
    retired: Table,
    entries: BTreeMap<&'a str, Entry<'a>>,
}

/// One entry: its facts, and what readers see in each language.
struct Entry<'a> {
    file: &'a File,
    facts: Table,
    words: BTreeMap<Language, Vec<(String, Vec<Block>)>>,
}

impl<'a> Version<'a> {
    fn of(files: &'a [File]) -> Version<'a> {
        let menu = files.iter().find(|file| file.path == "menu.toml");
        let retired = menu.and_then(|menu| table(menu).remove("retired"));
        let retired = retired.and_then(|retired| retired.as_table().cloned()).unwrap_or_default();
        let entries = files.iter().filter_map(|file| {
            let id = file.path.strip_prefix("entries/")?.strip_suffix("/entry.toml")?;
            Some((id, Entry { file, facts: table(file), words: words(id, files) }))
        });
        Version { menu, retired, entries: entries.collect() }
    }

    /// Every id that a link may have been made with.
    fn ids(&self) -> BTreeSet<&str> {
        self.entries.keys().copied().chain(self.retired.keys().map(String::as_str)).collect()
    }
}

fn table(file: &File) -> Table {
    file.text.parse().unwrap_or_default()
}

fn words(id: &str, files: &[File]) -> BTreeMap<Language, Vec<(String, Vec<Block>)>> {
    let words = Language::ALL.into_iter().filter_map(|language| {
        let path = format!("entries/{id}/{language}.md");
        let file = files.iter().find(|file| file.path == path)?;
        let read = sections(&file.text).into_iter().filter(|section| section.heading != ASKED_AS);
        Some((language, read.map(|section| (section.heading.to_string(), blocks(section.body))).collect()))
    });
    words.collect()
}

/// An id is in links that people keep: it stays, or says where to go instead, and never means something else.
fn ids(before: &Version<'_>, now: &Version<'_>, findings: &mut Vec<Problem>) {
    let Some(menu) = now.menu else { return };
    for id in before.ids().difference(&now.ids()) {
        let message = format!("the entry `{id}` is gone, and links to it lead nowhere");
        let way_out = format!("add `{id} = \"…\"` under `[retired]`: the entry that answers its question now");
        findings.push(menu.problem(menu.line_of("[retired]"), "id-vanished", message, way_out));
    }
    for id in before.retired.keys().filter(|id| now.entries.contains_key(id.as_str())) {
        let message = format!("`{id}` was retired and is used again");
        let way_out = "give the new entry an id of its own: old links must not change what they mean";
        findings.push(now.entries[id.as_str()].file.problem(0..0, "id-reused", message, way_out));
    }
}

fn revision(before: &Entry<'_>, now: &Entry<'_>) -> Option<Problem> {
    let (old, new) = (before.number("revision"), now.number("revision"));
    let changed = now.changed_since(before);
    if new > old || (new == old && changed.is_empty()) {
        return None;
    }
    let message = match changed.as_slice() {
        [] => format!("the revision went back from {old} to {new}"),
        changed => format!("{} changed, but the revision is still {new}", changed.join(", ")),
    };
    let way_out = format!("write `revision = {}`; when the meaning changed, the same number as `meaning`", old + 1);
    Some(now.file.problem(now.file.line_of("revision"), "revision-not-raised", message, way_out))
}

fn reviewed(before: &Entry<'_>, now: &Entry<'_>) -> Option<Problem> {
    let day = |entry: &Entry<'_>| entry.facts.get("reviewed").and_then(Value::as_datetime).map(ToString::to_string);
    let (old, new) = (day(before)?, day(now)?);
    // Both are written year, month, day: the order of the letters is that of the days.
    (new < old).then(|| {
        let message = format!("`reviewed` went back from {old} to {new}");
        let way_out = "write the day on which somebody last compared the answer with its sources";
        now.file.problem(now.file.line_of("reviewed"), "reviewed-went-back", message, way_out)
    })
}

/// Translations that stayed as they were while the words they were made from changed.
fn stale(before: &Entry<'_>, now: &Entry<'_>) -> Vec<Problem> {
    let changed = |language: &Language| before.words.get(language) != now.words.get(language);
    let left_behind = Language::ALL.into_iter().filter(|language| {
        let sources = now.sources(*language);
        !changed(language)
            && !sources.is_empty()
            && sources == before.sources(*language)
            && sources.iter().any(|(source, _)| changed(source))
    });
    let problem = |language: Language| {
        let file = now.file;
        let message = format!("{language}.md still says what its changed source said before");
        let way_out = format!(
            "translate the change, or find that it needs none; then raise the number of `{language}` under `[translated-from]`"
        );
        file.problem(file.line_of(&format!("{language} = ")), "stale-translation", message, way_out)
    };
    left_behind.map(problem).collect()
}

impl Entry<'_> {
    fn number(&self, name: &str) -> i64 {
        self.facts.get(name).and_then(Value::as_integer).unwrap_or(0)
    }

    /// The languages that a translation was made from, each with its revision.
    fn sources(&self, language: Language) -> Vec<(Language, i64)> {
        let sources = self.facts.get("translated-from").and_then(|translations| translations.get(language.code()));
        let sources = sources.and_then(Value::as_table).into_iter().flatten();
        sources.filter_map(|(source, revision)| Some((source.parse().ok()?, revision.as_integer()?))).collect()
    }

    /// What readers see otherwise than before, by the name of its file or fact.
    fn changed_since(&self, before: &Entry<'_>) -> Vec<String> {
        let texts = Language::ALL.into_iter().filter(|language| self.words.get(language) != before.words.get(language));
        let texts = texts.map(|language| format!("{language}.md"));
        let names: BTreeSet<&String> = self.facts.keys().chain(before.facts.keys()).collect();
        let seen = names.into_iter().filter(|name| !UNSEEN.contains(&name.as_str()));
        let facts = seen.filter(|name| self.facts.get(*name) != before.facts.get(*name));
        texts.chain(facts.map(|name| format!("`{name}`"))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTRY: &str = "\
revision = 3
reviewed = 2026-05-01
meaning = 2
offices = [\"oss-balti\"]
[translated-from]
ru = { ro = 3 }
";

    fn file(path: &str, text: &str) -> File {
        File { path: path.into(), text: text.into() }
    }

    fn version() -> Vec<File> {
        vec![
            file("menu.toml", "stay = [\"fine\"]\n[retired]\nold = \"fine\"\n"),
            file("entries/fine/entry.toml", ENTRY),
            file("entries/fine/ro.md", "# Amenda\n\nEste {fine-lei-min} lei.\n\n## Asked as\n- amenda\n"),
            file("entries/fine/ru.md", "# Штраф\n\nШтраф {fine-lei-min} леев.\n\n## Asked as\n- штраф\n"),
        ]
    }

    /// Changes words of one file, and compares.
    fn after(changed: &[Changed]) -> Vec<String> {
        let mut now = version();
        for (path, from, to) in changed {
            let file = now.iter_mut().find(|file| file.path.ends_with(path)).unwrap();
            assert!(file.text.contains(from), "{from}");
            file.text = file.text.replace(from, to);
        }
        found(&version(), &now)
    }

    fn found(before: &[File], now: &[File]) -> Vec<String> {
        let Changes { findings, stale } = changes(before, now);
        let place = |problem: Problem| format!("{} {}:{}", problem.rule, problem.line, problem.column);
        findings.into_iter().chain(stale).map(place).collect()
    }

    /// (file, words, what stands there instead)
    type Changed = (&'static str, &'static str, &'static str);

    #[test]
    fn what_readers_see_anew_has_a_new_revision() {
        let raised = ("entry.toml", "revision = 3", "revision = 4");
        let word = ("ro.md", "Este", "E");
        let both = ("ru.md", "леев", "лей");
        let cases: &[(&[Changed], &[&str])] = &[
            (&[], &[]),
            (&[word, both], &["revision-not-raised 1:1"]),
            (&[word, both, raised], &[]),
            (&[("ro.md", "# Amenda", "# O amendă"), both], &["revision-not-raised 1:1"]),
            (&[("entry.toml", "oss-balti", "oss-cahul")], &["revision-not-raised 1:1"]),
            (&[("entry.toml", "revision = 3", "revision = 2")], &["revision-not-raised 1:1"]),
            (&[("ro.md", "- amenda", "- ce amenda iau")], &[]),
            (&[("ro.md", "Este {fine-lei-min} lei.", "Este\n{fine-lei-min} lei.\n")], &[]),
            (&[("entry.toml", "meaning = 2", "meaning = 3"), ("entry.toml", "ro = 3", "ro = 2")], &[]),
        ];
        for (changed, rules) in cases {
            assert_eq!(after(changed), *rules, "{changed:?}");
        }
    }

    #[test]
    fn a_review_does_not_go_back() {
        assert_eq!(after(&[("entry.toml", "2026-05-01", "2026-04-30")]), ["reviewed-went-back 2:1"]);
        assert_eq!(after(&[("entry.toml", "2026-05-01", "2026-05-02")]), [""; 0]);
    }

    #[test]
    fn a_translation_whose_source_changed_is_named_until_somebody_has_looked() {
        let source = [("ro.md", "Este", "E"), ("entry.toml", "revision = 3", "revision = 4")];
        assert_eq!(after(&source), ["stale-translation 6:1"]);
        let looked_at = [source[0], source[1], ("entry.toml", "ro = 3", "ro = 4")];
        assert_eq!(after(&looked_at), [""; 0]);
        let translated = [source[0], source[1], ("ru.md", "Штраф {", "Это {")];
        assert_eq!(after(&translated), [""; 0]);
    }

    #[test]
    fn an_id_stays_or_has_a_successor() {
        let menu = |text: &str| vec![file("menu.toml", text)];
        assert_eq!(found(&version(), &menu("\n[retired]\nold = \"x\"\nfine = \"x\"\n")), [""; 0]);
        assert_eq!(found(&version(), &menu("\n[retired]\nold = \"x\"\n")), ["id-vanished 2:1"]);
        assert_eq!(found(&version(), &menu("")), ["id-vanished 1:1"; 2]);
        let mut reused = version();
        reused.push(file("entries/old/entry.toml", ENTRY));
        assert_eq!(found(&version(), &reused), ["id-reused 1:1"]);
    }
}
