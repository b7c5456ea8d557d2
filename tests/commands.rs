//! The commands as scripts use them: through the built program.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Runs the program on its built-in content, whatever the environment says.
fn popas(arguments: &[&str], input: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_popas"));
    for variable in ["POPAS_FAQ", "POPAS_OPERATOR", "DATABASE_URL", "TELOXIDE_TOKEN", "TELOXIDE_API_URL", "RUST_LOG"] {
        program.env_remove(variable);
    }
    program.args(arguments).current_dir(env!("CARGO_TARGET_TMPDIR"));
    let mut running =
        program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the built program");
    let mut stdin = running.stdin.take().expect("its stdin");
    let input = input.to_string();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = running.wait_with_output().expect("its end");
    // A program that reads no stdin may have ended before all was written.
    let _ = writer.join();
    output
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Each line answered with its id and exactly the fields that its case expects.
fn batch(command: &str, cases: &str, carried: &[&str]) {
    let output = popas(&[command, "--jsonl"], cases);
    assert_eq!(output.status.code(), Some(0));
    let answers: Vec<Value> = stdout(&output).lines().map(json).collect();
    assert_eq!(answers.len(), cases.lines().count());
    for (case, mut answer) in cases.lines().map(json).zip(answers) {
        let mut expected = case["expected"].clone();
        for name in carried {
            expected[*name] = case[*name].clone();
        }
        if expected["error"].is_string() {
            let message = answer.as_object_mut().and_then(|fields| fields.remove("message"));
            assert!(message.is_some_and(|message| message.is_string()), "{case}");
        }
        if expected["error"].is_string() && command == "deadline" {
            expected.as_object_mut().unwrap().remove("kind");
        }
        assert_eq!(answer, expected, "{case}");
    }
}

#[test]
fn every_stay_case_in_a_batch() {
    batch("stay", include_str!("data/stay/cases.dev.jsonl"), &["id"]);
}

#[test]
fn every_deadline_case_in_a_batch() {
    batch("deadline", include_str!("data/stay/deadlines.dev.jsonl"), &["id", "kind"]);
}

#[test]
fn fields_come_in_the_order_of_the_contract() {
    let output = popas(&["stay", "--jsonl"], "{\"id\":\"a\",\"stays\":[],\"as_of\":\"2025-11-22\"}\n");
    let beginning =
        r#"{"id":"a","status":"outside","rule":"90/180","window_start":"2025-05-27","used":0,"entry":null,"#;
    assert!(stdout(&output).starts_with(beginning), "{}", stdout(&output));
    let output = popas(&["deadline", "--jsonl"], "{\"id\":7,\"kind\":\"permit-lost\",\"event\":\"2025-12-24\"}\n");
    let expected = r#"{"id":7,"kind":"permit-lost","due":"2026-01-08","office_day":"2026-01-06"}"#;
    assert_eq!(stdout(&output).trim_end(), expected);
}

#[test]
fn a_batch_answers_each_bad_line_and_goes_on() {
    let lines = [
        (r#"{"id":"good","stays":[["2025-09-01",null]],"as_of":"2025-11-22"}"#, "good", ""),
        ("nonsense", "", "invalid-json"),
        ("", "", "invalid-json"),
        (r#"["id"]"#, "", "invalid-json"),
        (r#"{"id":"date","stays":[["2025-02-30",null]]}"#, "date", "invalid-date"),
        (r#"{"id":"order","stays":[["2025-02-03","2025-02-02"]]}"#, "order", "exit-before-entry"),
        (r#"{"id":"open","stays":[["2025-02-03",null],["2025-03-03",null]]}"#, "open", "missing-exit"),
        (r#"{"id":"form","stays":3}"#, "form", "invalid-input"),
        (r#"{"id":"old","stays":[],"as_of":"1999-01-01"}"#, "old", "before-law"),
        (r#"{"id":"last","stays":[],"as_of":"9999-12-31"}"#, "last", ""),
    ];
    let input: Vec<&str> = lines.iter().map(|(line, ..)| *line).collect();
    // Without a newline at the end, and with those of Windows.
    let output = popas(&["stay", "--jsonl"], &input.join("\r\n"));
    assert_eq!(output.status.code(), Some(0));
    let answers: Vec<Value> = stdout(&output).lines().map(json).collect();
    let found: Vec<(&str, &str)> = answers
        .iter()
        .map(|answer| (answer["id"].as_str().unwrap_or(""), answer["error"].as_str().unwrap_or("")))
        .collect();
    assert_eq!(found, lines.map(|(_, id, error)| (id, error)));
    assert!(answers.iter().all(|answer| answer["error"].is_string() == answer["message"].is_string()));
}

#[test]
fn exit_codes_tell_failed_work_from_a_wrong_command_line() {
    for (arguments, code) in [
        (&["--help"][..], 0),
        (&["run", "--help"], 0),
        (&["stay", "--as-of", "2025-11-22", "2025-01-10..2025-03-01", "2025-09-01.."], 0),
        (&["stay", "--jsonl"], 0),
        (&["deadline", "permit-lost", "2025-11-03"], 0),
        (&["deadline", "filing-limit", "2025-09-01..", "--as-of", "2025-11-22"], 0),
        (&["deadline", "return-decision", "2025-11-03", "--exit", "2025-11-09"], 0),
        (&["stay", "2025-02-30.."], 2),
        (&["stay", "--as-of", "2025-02-30", "2025-01-10.."], 2),
        (&["stay", "--nationality", "Azerbaijan", "2025-01-10.."], 2),
        (&["ask", "--as-of", "yesterday", "fine"], 2),
        (&["chat", "--on", "31-12-2025"], 2),
        (&["stay", "2025-03-01..2025-01-10"], 1),
        (&["stay", "--as-of", "1999-01-01", "1998-12-01.."], 1),
        (&["deadline", "permit-lost", "3.11.2025"], 2),
        (&["stay", "--faq", "/nowhere", "2025-01-10.."], 1),
        (&["faq", "check", "/nowhere"], 1),
        (&[], 2),
        (&["fly"], 2),
        (&["stay"], 2),
        (&["stay", "2025-01-10"], 2),
        (&["stay", "--colour", "2025-01-10.."], 2),
        (&["stay", "--jsonl", "2025-01-10.."], 2),
        (&["deadline", "permit-found", "2025-11-03"], 2),
        (&["deadline", "permit-lost"], 2),
        (&["deadline", "permit-lost", "2025-11-03", "2025-11-04"], 2),
        (&["deadline", "permit-lost", "2025-11-03.."], 2),
        (&["deadline", "filing-limit", "2025-11-03"], 2),
        (&["faq", "check", "--format", "xml"], 2),
        (&["eval", "--train", "a.csv"], 2),
    ] {
        let output = popas(arguments, "");
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        assert_eq!(output.stderr.is_empty(), code == 0, "{arguments:?}");
    }
}

#[test]
fn a_wrong_day_is_told_in_the_same_words_everywhere() {
    for arguments in [
        &["stay", "--as-of", "22.11.2025", "2025-09-01.."][..],
        &["stay", "22.11.2025.."],
        &["deadline", "permit-lost", "22.11.2025"],
        &["ask", "--as-of", "22.11.2025", "fine"],
        &["chat", "--on", "22.11.2025"],
    ] {
        let told = String::from_utf8(popas(arguments, "").stderr).unwrap();
        assert!(
            told.contains("`22.11.2025` is no day of the calendar; write it as YYYY-MM-DD"),
            "{arguments:?}: {told}"
        );
    }
}

#[test]
fn a_message_that_expects_an_unknown_entry_is_refused_with_its_line() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("messages.jsonl");
    let good = r#"{"id":"a","lang":"en","text":"what is the fine","ok":["overstay-fine"]}"#;
    fs::write(&file, format!("{good}\n{}\n", good.replace("overstay-fine", "overstay-fin"))).unwrap();
    let output = popas(&["eval", file.to_str().unwrap()], "");
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(told.contains("messages.jsonl:2:") && told.contains("did you mean `overstay-fine`"), "{told}");
}

#[test]
fn arguments_give_what_a_batch_gives() {
    let one = popas(&["stay", "--json", "--nationality", "AZ", "--as-of", "2025-11-22", "2025-09-01.."], "");
    let line = r#"{"stays":[["2025-09-01",null]],"nationality":"AZ","as_of":"2025-11-22"}"#;
    let batch = popas(&["stay", "--jsonl"], line);
    assert_eq!(stdout(&batch).replace("{\"id\":null,", "{"), stdout(&one));
    let refused = popas(&["stay", "--json", "2025-02-30.."], "");
    assert_eq!(json(stdout(&refused))["error"], "invalid-date");
}

#[test]
fn a_table_shows_the_days_the_law_of_the_content_and_the_window() {
    let output = popas(&["stay", "--as-of", "2025-11-22", "2025-01-10..2025-03-01", "2025-09-01.."], "");
    for words in ["2025-11-22 (Saturday)", "83 of 90", "2025-11-29 (Saturday), 7 days left", "09########"] {
        assert!(stdout(&output).contains(words), "{words}:\n{}", stdout(&output));
    }
}

#[test]
fn a_reader_that_stops_early_is_no_failure() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_popas"));
    let mut running = program.args(["stay", "--jsonl"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    drop(running.stdout.take());
    let mut stdin = running.stdin.take().unwrap();
    let _ = stdin.write_all(b"{\"stays\":[]}\n");
    drop(stdin);
    assert_eq!(running.wait().unwrap().code(), Some(0));
}

/// A copy of the content in a git repository of its own, as it stands in the last commit.
fn published() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("faq"), &folder.path().join("faq"));
    git(folder.path(), &["init", "-q"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "content"]);
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &target) } else { fs::copy(&path, target).map(|_| ()).unwrap() }
    }
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).args(arguments).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    assert!(git.status().expect("git").success(), "{arguments:?}");
}

/// Other words in a file of the content.
fn change(folder: &TempDir, file: &str, from: &str, to: &str) {
    let path = folder.path().join("faq").join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file}: {from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

/// Checks the copy against its last commit: the exit code, the findings and the warnings, each `file rule`.
fn checked(folder: &TempDir) -> (Option<i32>, Vec<String>, Vec<String>) {
    let dir = folder.path().join("faq");
    let output = popas(&["faq", "check", "--base", "HEAD", "--format", "json", dir.to_str().unwrap()], "");
    let report = json(stdout(&output));
    let rules = |kind: &str| {
        let one = |problem: &Value| {
            let file =
                Path::new(problem["file"].as_str().unwrap()).strip_prefix(&dir).expect("below the folder").display();
            assert!(problem["line"].is_u64() && problem["column"].is_u64() && problem["way_out"].is_string());
            format!("{file} {}", problem["rule"].as_str().unwrap())
        };
        report[kind].as_array().unwrap().iter().map(one).collect::<Vec<_>>()
    };
    (output.status.code(), rules("findings"), rules("warnings"))
}

#[test]
fn the_content_is_fit_to_publish() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("faq");
    for arguments in [&["faq", "check"][..], &["faq", "check", dir.to_str().unwrap()]] {
        let output = popas(arguments, "");
        assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    }
}

#[test]
fn unchanged_content_keeps_its_promises() {
    assert_eq!(checked(&published()), (Some(0), vec![], vec![]));
}

#[test]
fn a_changed_answer_needs_a_new_revision_and_its_translations_a_look() {
    let folder = published();
    let entry = "entries/permit-lost-or-stolen/entry.toml";
    change(&folder, "entries/permit-lost-or-stolen/ro.md", "\n\n## Asked as", " Urgent.\n\n## Asked as");
    let (code, findings, warnings) = checked(&folder);
    assert_eq!(code, Some(1));
    assert_eq!(findings, [format!("{entry} revision-not-raised")]);
    assert_eq!(warnings, [format!("{entry} stale-translation"), format!("{entry} stale-translation")]);
    change(&folder, entry, "revision = 2", "revision = 3");
    assert_eq!(checked(&folder).0, Some(0));
    change(&folder, entry, "ru = { ro = 1 }\nuk = { ro = 1 }", "ru = { ro = 3 }\nuk = { ro = 3 }");
    assert_eq!(checked(&folder), (Some(0), vec![], vec![]));
}

#[test]
fn a_vanished_id_needs_a_successor() {
    let folder = published();
    fs::remove_dir_all(folder.path().join("faq/entries/left-bank-exemption")).unwrap();
    change(&folder, "menu.toml", "    \"left-bank-exemption\",\n", "");
    assert!(checked(&folder).1.contains(&"menu.toml id-vanished".to_string()));
    let menu = folder.path().join("faq/menu.toml");
    let retired = fs::read_to_string(&menu).unwrap() + "[retired]\nleft-bank-exemption = \"overstay-fine\"\n";
    fs::write(menu, retired).unwrap();
    assert!(!checked(&folder).1.contains(&"menu.toml id-vanished".to_string()));
}

#[test]
fn findings_are_told_to_people_and_to_pull_requests() {
    let folder = published();
    change(&folder, "law.toml", "from = 2011-01-01", "from = 2011-01-01T00:00:00");
    let dir = folder.path().join("faq");
    let dir = dir.to_str().unwrap();
    for (arguments, expected) in [
        (&["faq", "check", dir][..], format!("{dir}/law.toml:13:8: not-a-day: ")),
        (
            &["faq", "check", "--format", "github", dir],
            format!("::error file={dir}/law.toml,line=13,col=8,title=not-a-day::"),
        ),
    ] {
        let output = popas(arguments, "");
        assert_eq!(output.status.code(), Some(1));
        assert!(stdout(&output).starts_with(&expected), "{}", stdout(&output));
    }
}

#[test]
fn a_file_that_cannot_be_read_hides_no_other_fault_and_makes_none() {
    let folder = published();
    fs::write(folder.path().join("faq/entries/overstay-fine/ru.md"), b"# \xff").unwrap();
    fs::write(folder.path().join("faq/places.toml"), b"\xfe").unwrap();
    change(&folder, "menu.toml", "stay = [", "stay = ");
    change(&folder, "law.toml", "from = 2011-01-01", "from = 2011-01-01T00:00:00");
    change(&folder, "entries/permit-lost-or-stolen/entry.toml", "revision = 2", "revision = one");
    change(&folder, "lexicon/tr.toml", "[concepts]", "[concepts");
    let dir = folder.path().join("faq");
    let output = popas(&["faq", "check", "--format", "json", dir.to_str().unwrap()], "");
    let report = json(stdout(&output));
    let found = report["findings"].as_array().unwrap().iter().map(|finding| {
        let file = Path::new(finding["file"].as_str().unwrap()).strip_prefix(&dir).unwrap().display().to_string();
        format!("{file} {}", finding["rule"].as_str().unwrap())
    });
    let expected = [
        "entries/overstay-fine/ru.md unreadable",
        "entries/permit-lost-or-stolen/entry.toml toml",
        "law.toml not-a-day",
        "lexicon/tr.toml toml",
        "menu.toml toml",
        "places.toml unreadable",
    ];
    assert_eq!(found.collect::<Vec<_>>(), expected);
}

#[test]
fn a_revision_that_does_not_exist_is_told() {
    let folder = published();
    for base in ["no-such-branch", "--all"] {
        let base = format!("--base={base}");
        let output = popas(&["faq", "check", &base, folder.path().join("faq").to_str().unwrap()], "");
        assert_eq!(output.status.code(), Some(1));
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn a_sheet_for_a_notice_board_is_written_for_each_language() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("sheets");
    let out = out.to_str().unwrap();
    let written = popas(&["links", "--bot", "@our_bot", "--out", out], "");
    assert_eq!(written.status.code(), Some(0));
    assert_eq!(stdout(&written).lines().count(), 6);
    let page = fs::read_to_string(format!("{out}/popas-ru.html")).unwrap();
    assert!(page.contains("<html lang=\"ru\">") && page.contains("https://t.me/our_bot?start=overstay-fine_ru"));
    for (arguments, code) in [
        (&["links", "--out", out][..], 2),
        (&["links", "--out", out, "--bot", "our bot"], 2),
        (&["links", "--out", out, "--bot", "our_bot", "--lang", "fr"], 2),
        (&["links", "--out", "/dev/null/sheets", "--bot", "our_bot"], 1),
    ] {
        assert_eq!(popas(arguments, "").status.code(), Some(code), "{arguments:?}");
    }
}
