//! Links that were given out go on leading to what they led to.
//!
//! `tests/data/links.txt` holds every link there ever was: they hang printed on walls. `POPAS_BLESS=1 cargo test
//! --test links` adds the links of today's content; it never takes one away.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use popas::faq::{Faq, Source};
use popas::language::Language;
use popas::links::{self, Link, Target};

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/links.txt")
}

/// `overstay-fine_ru = entry overstay-fine in ru`
fn line(link: &Link) -> String {
    let opened = match &link.to {
        Target::Entry(id) => format!("entry {id}"),
        Target::Office(id) => format!("office {id}"),
        Target::Days => "day counter".into(),
        Target::Topics => "menu".into(),
        Target::NearestOffice => "nearest office".into(),
        Target::Booking => "appointment".into(),
        Target::Prepared(_) => "prepared".into(),
    };
    let language = link.language.map_or_else(String::new, |language| format!(" in {language}"));
    format!("{} = {opened}{language}", link.payload())
}

/// The links of today's content, each without a language and in every language.
fn todays(faq: &Faq) -> Vec<Link> {
    let languages = || [None].into_iter().chain(Language::ALL.into_iter().map(Some));
    let of = |to: Target| languages().map(move |language| Link::new(to.clone(), language));
    links::targets(faq).into_iter().flat_map(of).collect()
}

#[test]
fn printed_links_lead_where_they_led() {
    let faq = Faq::load(&Source::BuiltIn).unwrap();
    let written = fs::read_to_string(path()).unwrap_or_default();
    let known: BTreeSet<&str> = written.lines().collect();
    let new: Vec<String> = todays(&faq).iter().map(line).filter(|line| !known.contains(line.as_str())).collect();
    if std::env::var_os("POPAS_BLESS").is_some() {
        let lines: Vec<&str> = written.lines().chain(new.iter().map(String::as_str)).collect();
        return fs::write(path(), lines.join("\n") + "\n").unwrap();
    }
    for printed in written.lines() {
        let (payload, _) = printed.split_once(" = ").unwrap();
        let link = Link::read(payload);
        let reads = link.as_ref().map(line);
        assert_eq!(
            reads.as_deref(),
            Some(printed),
            "sheets with the link `{payload}` hang on walls: it must open what it opened when it was printed"
        );
        assert!(
            link.is_some_and(|link| links::opens(&link.to, &faq)),
            "sheets with the link `{payload}` hang on walls, and it leads to nothing any more: \
             name the answer that takes its place under [retired] in faq/menu.toml; an office keeps its id"
        );
    }
    assert_eq!(new, [""; 0], "new links: add them with POPAS_BLESS=1 cargo test --test links");
}
