//! The marks between which a piece stands: HTML comments, so that nobody who reads the sheet on a page sees them.

use unicode_normalization::UnicodeNormalization;

use crate::language::Language;

/// How every mark begins; a line that begins so and is no mark was damaged.
const BEGINNING: &str = "<!-- popas";

/// A line of the sheet that says what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// At the head: the language, and how many pieces there are.
    Sheet {
        language: Language,
        pieces: usize,
    },
    /// A piece begins; `was` is the fingerprint of its words when they were exported, `above` that of the lines
    /// since the piece before, which are for reading only.
    Begin {
        number: usize,
        id: String,
        was: String,
        above: String,
    },
    End {
        number: usize,
    },
    /// At the foot: the fingerprint of the lines since the last piece.
    Last {
        above: String,
    },
}

impl std::fmt::Display for Mark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Mark::Sheet { language, pieces } => write!(f, "{BEGINNING} sheet {language} {pieces} -->"),
            Mark::Begin { number, id, was, above } => write!(f, "{BEGINNING} {number} {id} {was} {above} -->"),
            Mark::End { number } => write!(f, "{BEGINNING} end {number} -->"),
            Mark::Last { above } => write!(f, "{BEGINNING} last {above} -->"),
        }
    }
}

impl Mark {
    /// The mark that a line is: nothing when it is none, an error when it was one once.
    pub(super) fn read(line: &str) -> Option<Result<Mark, ()>> {
        let words = line.trim().strip_prefix(BEGINNING)?;
        let words = words.strip_suffix("-->").map(|words| words.split_whitespace().collect::<Vec<_>>());
        Some(words.and_then(|words| Mark::of(&words)).ok_or(()))
    }

    fn of(words: &[&str]) -> Option<Mark> {
        Some(match words {
            ["sheet", language, pieces] => {
                Mark::Sheet { language: language.parse().ok()?, pieces: pieces.parse().ok()? }
            }
            ["end", number] => Mark::End { number: number.parse().ok()? },
            ["last", above] => Mark::Last { above: above.to_string() },
            [number, id, was, above] => Mark::Begin {
                number: number.parse().ok()?,
                id: id.to_string(),
                was: was.to_string(),
                above: above.to_string(),
            },
            _ => return None,
        })
    }
}

/// The words as they count: an editor may change line ends, white space at their ends, empty lines around, and how a
/// letter with its accent is stored, without anybody having changed a word.
pub(super) fn plain(words: &str) -> String {
    let lines: Vec<String> = words.lines().map(plain_line).collect();
    lines.join("\n").trim().to_string()
}

/// One line of that.
pub(super) fn plain_line(line: &str) -> String {
    line.trim_end().trim_start_matches('\u{feff}').nfc().collect()
}

/// A short name for words: FNV-1a over their plain form.
pub(super) fn fingerprint(words: &str) -> String {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = plain(words).bytes().fold(0xcbf2_9ce4_8422_2325u64, step);
    format!("{hash:016x}")[..10].to_string()
}

/// The same for lines that are for reading only: empty ones among them do not count.
pub(super) fn frame(lines: &str) -> String {
    let lines: Vec<&str> = lines.lines().filter(|line| !line.trim().is_empty()).collect();
    fingerprint(&lines.join("\n"))
}
