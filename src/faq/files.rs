//! Where content comes from: a folder, or what the binary was built with.

use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::problem::{File, Problem};

static BUILT_IN_FAQ: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/faq");
static BUILT_IN_LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// Where to read files from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// `faq/` as it was when the binary was built.
    BuiltIn,
    /// `locales/` as it was when the binary was built.
    BuiltInLocales,
    Folder(PathBuf),
}

impl Source {
    /// All `.toml`, `.md` and `.ftl` files, sorted by path.
    pub fn read(&self) -> Result<Vec<File>, Problem> {
        let Read { files, unreadable } = self.read_what_can_be();
        unreadable.into_iter().next().map_or(Ok(files), Err)
    }

    /// The same as far as they can be read, with what is wrong with the others.
    pub fn read_what_can_be(&self) -> Read {
        let mut read = Read::default();
        match self {
            Source::BuiltIn => built_in(&BUILT_IN_FAQ, &mut read.files),
            Source::BuiltInLocales => built_in(&BUILT_IN_LOCALES, &mut read.files),
            Source::Folder(folder) => walk(folder, folder, &mut read),
        }
        read.files.retain(|file| is_content(&file.path));
        read.files.sort_by(|one, other| one.path.cmp(&other.path));
        read.unreadable.sort();
        read
    }
}

/// The files that could be read, and those that could not.
#[derive(Clone, Debug, Default)]
pub struct Read {
    pub files: Vec<File>,
    pub unreadable: Vec<Problem>,
}

impl Read {
    /// Whether that path could not be read, or lies in a folder that could not.
    pub fn is_unreadable(&self, path: &str) -> bool {
        self.unreadable.iter().any(|problem| Path::new(path).starts_with(&problem.file))
    }
}

/// Whether a file of that path is read as content. The README is for those who write it.
pub fn is_content(path: &str) -> bool {
    [".toml", ".md", ".ftl"].iter().any(|ending| path.ends_with(ending)) && !path.ends_with("README.md")
}

fn built_in(dir: &Dir<'_>, files: &mut Vec<File>) {
    for file in dir.files() {
        if let Some(text) = file.contents_utf8() {
            files.push(File { path: file.path().to_string_lossy().into_owned(), text: text.to_string() });
        }
    }
    dir.dirs().for_each(|dir| built_in(dir, files));
}

fn walk(root: &Path, folder: &Path, read: &mut Read) {
    let entries = std::fs::read_dir(folder).and_then(|entries| entries.collect::<Result<Vec<_>, _>>());
    let entries = match entries {
        Ok(entries) => entries,
        Err(error) => return read.unreadable.push(unreadable(root, folder, &error)),
    };
    for path in entries.into_iter().map(|entry| entry.path()) {
        if path.is_dir() {
            walk(root, &path, read);
        } else if is_content(&path.to_string_lossy()) {
            match std::fs::read_to_string(&path) {
                Ok(text) => read.files.push(File { path: relative(root, &path), text }),
                Err(error) => read.unreadable.push(unreadable(root, &path, &error)),
            }
        }
    }
}

fn relative(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

fn unreadable(root: &Path, path: &Path, error: &std::io::Error) -> Problem {
    Problem {
        file: if path == root { path.display().to_string() } else { relative(root, path) },
        line: 1,
        column: 1,
        rule: "unreadable",
        message: format!("cannot be read: {error}"),
        way_out: if path == root {
            "name a folder with the content, or leave --faq and POPAS_FAQ out to use what the program was built with"
                .into()
        } else {
            "make it readable text in UTF-8".into()
        },
    }
}
