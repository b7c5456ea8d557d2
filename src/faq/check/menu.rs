//! Checks of `menu.toml`: which entries there are, in which order, and what became of those that are no more.

use std::collections::BTreeMap;

use super::Checker;
use crate::faq::draft::MenuDraft;
use crate::faq::problem::File;
use crate::faq::{EntryId, Theme};
use crate::links::Target;

/// The entries in the order of the menu, and the retired ones with their successors.
pub(super) fn check(checker: &mut Checker<'_>) -> (Vec<(Theme, EntryId)>, BTreeMap<EntryId, EntryId>) {
    let file = checker.file("menu.toml");
    let menu = file.and_then(|file| Some((file, file.toml::<MenuDraft>(&mut checker.problems)?)));
    let Some((file, menu)) = menu else { return (by_folders(checker), BTreeMap::new()) };
    let ids = entries(checker, file, &menu);
    folders_outside(checker, &ids);
    let retired = retired(checker, file, &menu, &ids);
    (ids, retired)
}

/// Where the menu cannot be read, the folders tell which entries there are: a fault of the one hides none of the others.
fn by_folders(checker: &Checker<'_>) -> Vec<(Theme, EntryId)> {
    let folders =
        checker.files.iter().filter_map(|file| file.path.strip_prefix("entries/")?.strip_suffix("/entry.toml"));
    folders.map(|folder| (Theme::Stay, EntryId::new(folder))).collect()
}

fn entries(checker: &mut Checker<'_>, file: &File, menu: &MenuDraft) -> Vec<(Theme, EntryId)> {
    let mut ids: Vec<(Theme, EntryId)> = Vec::new();
    for (theme, names) in [(Theme::Stay, &menu.stay), (Theme::Family, &menu.family), (Theme::Offices, &menu.offices)] {
        for name in names {
            if ids.iter().any(|(_, id)| id.as_str() == name.get_ref()) {
                let message = format!("`{}` stands in the menu twice", name.get_ref());
                checker.problems.push(file.problem(name.span(), "twice-in-menu", message, "take one of the two out"));
                continue;
            }
            checker.can_be_linked(file, name, &Target::Entry(EntryId::new(name.get_ref())));
            ids.push((theme, EntryId::new(name.get_ref())));
        }
    }
    ids
}

/// An entry's folder that the menu does not name would never be found.
fn folders_outside(checker: &mut Checker<'_>, ids: &[(Theme, EntryId)]) {
    for file in checker.files {
        let folder = file.path.strip_prefix("entries/").and_then(|rest| rest.strip_suffix("/entry.toml"));
        if let Some(folder) = folder.filter(|folder| !ids.iter().any(|(_, id)| id.as_str() == *folder)) {
            let message = format!("the entry `{folder}` is not in the menu");
            let way_out = "name it in menu.toml, or move the folder away";
            checker.problems.push(file.problem(0..0, "not-in-menu", message, way_out));
        }
    }
}

fn retired(
    checker: &mut Checker<'_>,
    file: &File,
    menu: &MenuDraft,
    ids: &[(Theme, EntryId)],
) -> BTreeMap<EntryId, EntryId> {
    let mut retired = BTreeMap::new();
    for (old, successor) in &menu.retired {
        checker.known(file, successor, ids.iter().map(|(_, id)| id.as_str()));
        if ids.iter().any(|(_, id)| id.as_str() == old.get_ref()) {
            let message = format!("`{}` is retired and in the menu", old.get_ref());
            let way_out = "take it out of one of the two; an id is never used again";
            checker.problems.push(file.problem(old.span(), "retired-in-menu", message, way_out));
        }
        retired.insert(EntryId::new(old.get_ref()), EntryId::new(successor.get_ref()));
    }
    retired
}
