//! How long a start takes before the first message can be answered: content read and checked, then learnt from.
//!
//! - `reading_and_checking`: `Faq::load` of a folder, at today's size, with 10 and with 100 times the entries (some
//!   16,800 files). The files were just written, so they come from memory and not from the disk.
//! - `reading_what_was_built_in`: the same as the program starts without `POPAS_FAQ`.
//! - `learning`: `Understanding::learn`, at today's size and with 10 times the entries. Not with 100 times: training one
//!   against the rest grows with texts × classes, and the duals and weights of 975,000 texts and 2,400 classes alone
//!   would be some 12 GB.

mod support;

use std::fs;
use std::path::Path;

use divan::{Bencher, black_box};
use popas::faq::{Faq, Source};
use popas::understanding::Understanding;

fn main() {
    divan::main();
}

#[divan::bench(args = [1, 10, 100], sample_count = 5, sample_size = 1, max_time = 20)]
fn reading_and_checking(bencher: Bencher<'_, '_>, times: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), times);
    let source = Source::Folder(folder.path().to_path_buf());
    bencher.bench(|| Faq::load(black_box(&source)).expect("faultless content"));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn reading_what_was_built_in() -> Faq {
    Faq::load(&Source::BuiltIn).expect("faultless content")
}

#[divan::bench(args = [1, 10], sample_count = 3, sample_size = 1, max_time = 5)]
fn learning(bencher: Bencher<'_, '_>, times: usize) {
    let faq = support::faq(times);
    bencher.bench(|| Understanding::learn(black_box(&faq)));
}

fn write(folder: &Path, times: usize) {
    for file in support::content(times) {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        fs::write(path, file.text).expect("a file is written");
    }
}
