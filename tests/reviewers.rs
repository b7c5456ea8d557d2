//! The tools of reviewers and maintainers, through the built program: the sheet there and back, two versions judged.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// A repository's content in a folder of its own, and the program run in it.
struct Repository(TempDir);

impl Repository {
    fn new() -> Repository {
        let folder = TempDir::new().unwrap();
        for name in ["faq", "locales"] {
            copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(name), &folder.path().join(name));
        }
        Repository(folder)
    }

    fn popas(&self, arguments: &[&str]) -> Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_popas"));
        for variable in ["POPAS_FAQ", "POPAS_OPERATOR", "DATABASE_URL", "TELOXIDE_TOKEN", "RUST_LOG"] {
            program.env_remove(variable);
        }
        program.args(arguments).current_dir(self.0.path()).output().expect("the built program")
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.path().join(path)).unwrap()
    }

    /// Changes words of a file.
    fn change(&self, path: &str, before: &str, after: &str) {
        let text = self.read(path);
        assert!(text.contains(before), "{path}: {before}");
        fs::write(self.0.path().join(path), text.replacen(before, after, 1)).unwrap();
    }

    /// Everything in the two folders.
    fn content(&self) -> Vec<(String, String)> {
        let mut files = Vec::new();
        ["faq", "locales"].into_iter().for_each(|name| walk(&self.0.path().join(name), &mut files));
        files.sort();
        files
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).unwrap();
        }
    }
}

fn walk(folder: &Path, files: &mut Vec<(String, String)>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            walk(&path, files);
        } else {
            files.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_sheet_is_corrected_and_taken_over() {
    let repository = Repository::new();
    let before = repository.content();
    assert!(repository.popas(&["faq", "export", "--lang", "az", "--out", "az.md"]).status.success());
    let printed = repository.popas(&["faq", "export", "--lang", "az"]);
    assert_eq!(words(&printed.stdout), repository.read("az.md"));
    let unchanged = repository.popas(&["faq", "import", "az.md"]);
    assert_eq!(words(&unchanged.stdout), "0 pieces corrected in 0 files of `az`\n");
    assert_eq!(repository.content(), before);

    repository.change("az.md", "Şikayət və ərizə vermək", "Şikayət və müraciət etmək");
    repository.change("az.md", "button-topics = Bütün mövzular", "button-topics = Mövzular");
    assert!(repository.popas(&["faq", "import", "az.md", "--dry-run"]).status.success());
    assert_eq!(repository.content(), before);
    let corrected = repository.popas(&["faq", "import", "az.md"]);
    assert_eq!(corrected.status.code(), Some(0), "{}", words(&corrected.stderr));
    assert!(words(&corrected.stdout).contains("entry.toml: revision 2 is now 3"));
    let now = repository.content();
    let changed = before.iter().zip(&now).filter(|(before, now)| before != now).map(|(_, (path, _))| path);
    let changed: Vec<&str> = changed.map(|path| path.rsplit('/').next().unwrap()).collect();
    assert_eq!(changed, ["az.md", "entry.toml", "labels.ftl"]);
    assert!(repository.popas(&["faq", "check", "faq"]).status.success());
}

#[test]
fn a_sheet_with_a_fault_changes_nothing_and_says_where() {
    let repository = Repository::new();
    let before = repository.content();
    repository.popas(&["faq", "export", "--lang", "az", "--out", "az.md"]);
    repository.change("az.md", "button-topics = Bütün mövzular", "button-topics = Mövzular");
    let good = repository.read("az.md");
    for (words_before, words_after, told) in [
        ("{gim-chancery}", "", "placeholder-lost"),
        // Fit for its place in the sheet, and too long for a button.
        ("Şikayət və ərizə vermək", &"ə".repeat(41), "title-too-long"),
        ("<!-- popas end 7 -->\n", "", "mark-lost"),
    ] {
        fs::write(repository.0.path().join("az.md"), &good).unwrap();
        repository.change("az.md", words_before, words_after);
        let refused = repository.popas(&["faq", "import", "az.md"]);
        assert_eq!(refused.status.code(), Some(1));
        assert!(words(&refused.stdout).contains(told), "{}", words(&refused.stdout));
        assert!(words(&refused.stderr).starts_with("popas: 1 finding: "));
        assert_eq!(repository.content(), before, "{told}");
    }
}

#[test]
fn two_versions_of_the_content_are_judged_on_the_same_messages() {
    let repository = Repository::new();
    copy(&repository.0.path().join("faq"), &repository.0.path().join("old"));
    let message = "zorb frumple quibnax";
    repository.change("faq/entries/petitions/en.md", "- complaint\n", &format!("- complaint\n- {message}\n"));
    let line = format!(
        "{{\"id\":\"x\",\"lang\":\"en\",\"text\":\"{message}\",\"ok\":[\"petitions\"],\"tags\":[\"words\"]}}\n"
    );
    fs::write(repository.0.path().join("messages.jsonl"), line).unwrap();
    let arguments = ["eval", "--faq", "faq", "--base", "old", "messages.jsonl", "--curve", "c.csv", "--curve", "c.png"];
    let judged = repository.popas(&arguments);
    assert_eq!(judged.status.code(), Some(0), "{}", words(&judged.stderr));
    let printed = words(&judged.stdout);
    for expected in ["words (1)\n", "compared with old\n", "\nbetter: 1\n  x (right: petitions): ", "\nworse: 0\n"] {
        assert!(printed.contains(expected), "{expected}: {printed}");
    }
    assert!(repository.read("c.csv").starts_with("score,coverage,risk\n"));
    assert_eq!(fs::read(repository.0.path().join("c.png")).unwrap()[1..4], *b"PNG");
    let wrong = repository.popas(&["eval", "messages.jsonl", "--curve", "c.svg"]);
    assert_eq!(wrong.status.code(), Some(2));
}
