//! A folder as it was in a git revision. Reads only: objects, never the working tree.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, bail, ensure};

use crate::faq::{File, is_content};

/// The files of content that the folder had in that revision, their paths inside the folder.
pub(super) fn files(folder: &Path, revision: &str) -> anyhow::Result<Vec<File>> {
    let commit = ask(folder, &["rev-parse", "--verify", "--end-of-options", &format!("{revision}^{{commit}}")])
        .with_context(|| format!("`{revision}` cannot be compared with; name a commit, branch or tag"))?;
    let commit = commit.trim();
    // Both count from the folder: `ls-tree` names paths below it, `./` finds them again.
    let listed = ask(folder, &["ls-tree", "-r", "-z", "--name-only", commit, "."])?;
    let paths: Vec<&str> = listed.split('\0').filter(|path| is_content(path)).collect();
    contents(folder, commit, &paths)
}

/// What git answers.
fn ask(folder: &Path, arguments: &[&str]) -> anyhow::Result<String> {
    let output = git(folder).args(arguments).output().context("git could not be started; --base needs it")?;
    ensure!(output.status.success(), "git: {}", String::from_utf8_lossy(&output.stderr).trim());
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn git(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).stdin(Stdio::null());
    git
}

/// One process for all files: asked for one object after the other, so neither side waits for a full pipe.
fn contents(folder: &Path, commit: &str, paths: &[&str]) -> anyhow::Result<Vec<File>> {
    let mut git = git(folder);
    let mut running = git.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let (Some(mut questions), Some(answers)) = (running.stdin.take(), running.stdout.take()) else {
        bail!("git gave no pipes");
    };
    let mut answers = BufReader::new(answers);
    let mut files = Vec::new();
    for path in paths {
        writeln!(questions, "{commit}:./{path}")?;
        let text = object(&mut answers).with_context(|| format!("git does not show {path}"))?;
        files.push(File { path: path.to_string(), text });
    }
    drop(questions);
    running.wait()?;
    Ok(files)
}

/// Reads `<name> blob <size>`, the bytes, and the newline after them.
fn object(answers: &mut impl BufRead) -> anyhow::Result<String> {
    let mut header = String::new();
    answers.read_line(&mut header)?;
    let size: usize =
        header.trim().rsplit(' ').next().unwrap_or_default().parse().context(header.trim().to_string())?;
    let mut bytes = vec![0; size + 1];
    answers.read_exact(&mut bytes)?;
    bytes.pop();
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
