//! Writing the sheet: how to read it, then piece after piece, each with what it is to be compared with.
//!
//! Headings and marks are for everybody and stay English; the explanation is in the reviewer's language and in
//! English, and comes from `locales/`.

use std::fmt::Write;

use super::marks::{Mark, fingerprint, frame, plain};
use super::pieces::{PLACES, Piece, Shape, pieces};
use super::{Content, replacing};
use crate::dialogue::phrase::Phrase;
use crate::faq::Faq;
use crate::language::Language;
use crate::wording::Wording;
use crate::wording::label::Label;

/// The sheet of a language; with the names of places only when they are asked for: they are as many as all the rest.
pub fn export(content: &Content, faq: &Faq, wording: &Wording, language: Language, places: bool) -> String {
    let mut pieces = pieces(content, faq, language);
    pieces.retain(|piece| places || piece.file.path != PLACES);
    let mut sheet = Sheet { text: String::new(), frame_from: 0 };
    let _ = writeln!(sheet.text, "{}", Mark::Sheet { language, pieces: pieces.len() });
    sheet.frame_from = sheet.text.len();
    sheet.explanation(wording, language);
    let mut file = "";
    for (number, piece) in pieces.iter().enumerate() {
        if piece.file.path != file {
            file = &piece.file.path;
            let _ = writeln!(sheet.text, "\n## {file}");
        }
        sheet.piece(number + 1, piece);
    }
    let above = frame(&sheet.text[sheet.frame_from..]);
    let _ = writeln!(sheet.text, "\n{}", Mark::Last { above });
    sheet.text
}

/// A sheet on its way.
struct Sheet {
    text: String,
    /// Where the lines begin that stand above the next piece.
    frame_from: usize,
}

impl Sheet {
    fn explanation(&mut self, wording: &Wording, language: Language) {
        let name = wording.label(&Label::LanguageName, language);
        let _ = writeln!(self.text, "\n# Popas · {name} · {language}");
        let languages = [Some(language), Some(Language::En).filter(|english| *english != language)];
        for language in languages.into_iter().flatten() {
            let _ = writeln!(self.text, "\n{}", wording.label(&Label::ReviewHow, language));
        }
    }

    fn piece(&mut self, number: usize, piece: &Piece<'_>) {
        let _ = writeln!(self.text, "\n### {}", piece.name());
        self.about(piece);
        let words = plain(&piece.words());
        let above = frame(&self.text[self.frame_from..]);
        let begin = Mark::Begin { number, id: piece.id.clone(), was: fingerprint(&words), above };
        let _ = write!(self.text, "\n{begin}\n\n{}\n\n{}\n", shown(piece.shape, &words), Mark::End { number });
        self.frame_from = self.text.len();
        if let Some((language, words)) = &piece.beside {
            let quoted = format!("**{language}**\n\n{}", shown(piece.shape, words.trim()));
            let quoted: Vec<String> = quoted.lines().map(|line| format!("> {line}").trim_end().to_string()).collect();
            let _ = writeln!(self.text, "\n{}", quoted.join("\n"));
        }
    }

    /// What to know about a message: its values, and the remark beside it in its file.
    fn about(&mut self, piece: &Piece<'_>) {
        if piece.shape != Shape::Message {
            return;
        }
        let remark = replacing::remark(&piece.file.text, piece.at.start);
        if !remark.is_empty() {
            let _ = writeln!(self.text, "\n_{}_", remark.replace('_', "\\_"));
        }
        let known = Phrase::KEYS.iter().chain(Label::KEYS).find(|(key, _)| *key == piece.name());
        let values: Vec<String> =
            known.iter().flat_map(|(_, values)| *values).map(|name| format!("`${name}`")).collect();
        if !values.is_empty() {
            let _ = writeln!(self.text, "\n{}", values.join(" "));
        }
    }
}

/// The words as a page shows them without taking them for anything else.
fn shown(shape: Shape, words: &str) -> String {
    match shape {
        Shape::Message => format!("```ftl\n{words}\n```"),
        _ => words.to_string(),
    }
}
