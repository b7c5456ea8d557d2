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
        let mut files = Vec::new();
        match self {
            Source::BuiltIn => built_in(&BUILT_IN_FAQ, &mut files),
            Source::BuiltInLocales => built_in(&BUILT_IN_LOCALES, &mut files),
            Source::Folder(folder) => walk(folder, folder, &mut files)?,
        }
        files.retain(|file| is_content(&file.path));
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(files)
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

fn walk(root: &Path, folder: &Path, files: &mut Vec<File>) -> Result<(), Problem> {
    let entries = std::fs::read_dir(folder).map_err(|error| unreadable(root, folder, &error))?;
    for entry in entries {
        let path = entry.map_err(|error| unreadable(root, folder, &error))?.path();
        if path.is_dir() {
            walk(root, &path, files)?;
        } else if is_content(&path.to_string_lossy()) {
            let text = std::fs::read_to_string(&path).map_err(|error| unreadable(root, &path, &error))?;
            files.push(File { path: relative(root, &path), text });
        }
    }
    Ok(())
}

fn relative(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

fn unreadable(root: &Path, path: &Path, error: &std::io::Error) -> Problem {
    Problem {
        file: path.display().to_string(),
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
