//! A part of the content, for tests that start the program or an engine often: what is learnt from less is learnt sooner.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use popas::assistant::Mind;
use popas::engine::Engine;
use popas::faq::{Faq, Source};
use tempfile::TempDir;

/// The content in its folder, and what was learnt from it.
pub struct Content {
    pub folder: TempDir,
    pub mind: Arc<dyn Mind>,
}

const KEPT: [&str; 4] = ["stay-90-180", "overstay-fine", "family-reunification", "one-stop-shops"];

impl Content {
    /// Four entries, with all that is said around them.
    pub fn small() -> Content {
        let folder = tempfile::tempdir().unwrap();
        for file in Source::BuiltIn.read().unwrap() {
            let entry = file.path.strip_prefix("entries/").and_then(|path| path.split('/').next());
            if entry.is_none_or(|entry| KEPT.contains(&entry)) {
                write(&folder.path().join(&file.path), &without_others(&file.path, &file.text));
            }
        }
        let faq = Faq::load(&Source::Folder(folder.path().into())).unwrap_or_else(|problems| panic!("{problems}"));
        Content { folder, mind: Arc::new(Engine::new(faq, None).unwrap()) }
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// The text of a file without its mentions of entries that are left out.
fn without_others(path: &str, text: &str) -> String {
    let kept = |line: &&str| {
        let id = line.trim().strip_prefix('"').and_then(|rest| rest.strip_suffix("\","));
        path != "menu.toml" || id.is_none_or(|id| KEPT.contains(&id))
    };
    let related = |line: &str| if line.starts_with("related = ") { "related = []".into() } else { line.to_string() };
    let in_entry = path.ends_with("entry.toml");
    text.lines().filter(kept).map(|line| if in_entry { related(line) } else { line.into() } + "\n").collect()
}
