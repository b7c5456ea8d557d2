//! The files of a reply, written where the person at this terminal can open them.
//!
//! Promises: each is in a new folder under the system's folder for temporary files, which nobody else may
//! read; its name cannot lead out of that folder. Deletes nothing: the system clears that folder itself.

use std::fs::{self, DirBuilder};
use std::io::{self, ErrorKind};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process;

use url::Url;

use crate::wording::spoken::{Attachment, Link, Spoken};

/// So many folders of one run are looked past before it gives up.
const MOST_FOLDERS: u32 = 10_000;
const LONGEST_NAME: usize = 64;

/// Writes the files of a reply into that folder; each becomes a page to open. One that cannot be written stays a
/// file: then only its name is shown.
pub fn saved(mut spoken: Spoken, folder: &Path) -> Spoken {
    let files = std::mem::take(&mut spoken.files);
    for file in files {
        match save(&file, folder) {
            Ok(url) => spoken.links.push(Link { label: file.label, url }),
            Err(error) => {
                eprintln!("a file could not be written into {}: {error}", folder.display());
                spoken.files.push(file);
            }
        }
    }
    spoken
}

fn save(file: &Attachment, folder: &Path) -> io::Result<Url> {
    let path = new_folder(folder)?.join(safe(&file.name));
    fs::write(&path, &file.bytes)?;
    let path = path.canonicalize()?;
    Url::from_file_path(path).map_err(|()| ErrorKind::InvalidFilename.into())
}

/// Makes a folder that did not exist, so that nothing can lie in wait there.
fn new_folder(parent: &Path) -> io::Result<PathBuf> {
    let paths = (0..MOST_FOLDERS).map(|number| parent.join(format!("popas-{}-{number}", process::id())));
    for path in paths {
        match DirBuilder::new().mode(0o700).create(&path) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// The name without what means something in a path.
fn safe(name: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '-' };
    let name: String = name.chars().map(plain).take(LONGEST_NAME).collect();
    let name = name.trim_start_matches(['.', '-']);
    if name.is_empty() { "file".into() } else { name.into() }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn file(name: &str, bytes: &[u8]) -> Attachment {
        Attachment { label: "File".into(), name: name.into(), mime: "text/plain", bytes: bytes.into() }
    }

    #[test]
    fn a_name_cannot_lead_out_of_its_folder() {
        let cases = [
            ("popas.ics", "popas.ics"),
            ("../../etc/passwd", "etc-passwd"),
            (".profile", "profile"),
            ("мои дни.ics", "мои-дни.ics"),
            ("a\0\n\"b", "a---b"),
            ("..", "file"),
            ("", "file"),
        ];
        for (name, expected) in cases {
            assert_eq!(safe(name), expected);
        }
    }

    #[test]
    fn every_file_becomes_a_page_to_open_that_only_its_owner_can_read() {
        let folder = tempfile::tempdir().unwrap();
        let files = vec![file("a.ics", b"one"), file("a.ics", b"two")];
        let spoken = saved(Spoken { files, ..Spoken::default() }, folder.path());
        assert_eq!(spoken.files, []);
        let paths: Vec<PathBuf> = spoken.links.iter().map(|link| link.url.to_file_path().unwrap()).collect();
        assert_eq!(paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect::<Vec<_>>(), ["one", "two"]);
        let mode = fs::metadata(paths[0].parent().unwrap()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }

    #[test]
    fn a_file_that_cannot_be_written_stays_a_file() {
        let folder = tempfile::tempdir().unwrap().path().join("missing");
        let files = vec![file("a.ics", b"one")];
        let spoken = saved(Spoken { files: files.clone(), ..Spoken::default() }, &folder);
        assert_eq!((spoken.files, spoken.links), (files, vec![]));
    }
}
