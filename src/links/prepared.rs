//! Links that a staff member prepares for one person: used once, for some days, by whoever opens them first.
//!
//! What such a link says stands in the database; the link itself is 128 bits from the system's generator and tells
//! nothing. Pure: where the bits come from, and what becomes of them, is decided elsewhere.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::faq::EntryId;
use crate::language::Language;
use crate::stay::Visit;

/// The name of a prepared link. It opens what was prepared, so it is shown only in the link itself.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token([u8; 16]);

impl Token {
    pub fn new(bits: [u8; 16]) -> Token {
        Token(bits)
    }

    /// Thirty-two hexadecimal digits; capitals count as small ones.
    pub fn read(text: &str) -> Option<Token> {
        let digits = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        digits.then(|| u128::from_str_radix(text, 16).ok()).flatten().map(|bits| Token(bits.to_be_bytes()))
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// What a prepared link says to the person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contents {
    pub entry: EntryId,
    pub language: Language,
    pub dates: Dates,
    /// Words of the staff member, as she wrote them.
    pub note: Option<String>,
}

/// The dates that the person told on the phone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dates {
    #[default]
    None,
    /// A day that the answer counts from: a loss, the end of a contract.
    Day(NaiveDate),
    Trips(Vec<Visit>),
}

/// How it stands with a link that somebody opens.
#[derive(Clone, Debug, PartialEq)]
pub enum Prepared {
    /// Nobody opened it before.
    Ready(Contents),
    Used,
    Expired,
}

/// A link as the staff see it in their list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Made {
    pub number: i64,
    pub entry: EntryId,
    pub language: Language,
    pub until: DateTime<Utc>,
    pub opened: Option<DateTime<Utc>>,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_token_is_no_secret_of_a_log_line() {
        let token = Token::new([7; 16]);
        assert_eq!(format!("{token:?}"), "Token(…)");
        assert_eq!(token.to_string(), "07070707070707070707070707070707");
    }

    proptest! {
        #[test]
        fn tokens_are_read_back_and_nothing_else_is_one(bits: [u8; 16], other in "\\PC{0,40}|[0-9a-f]{30,34}|\\+[0-9a-f]{31}") {
            let token = Token::new(bits);
            prop_assert_eq!(Token::read(&token.to_string()), Some(token));
            prop_assert_eq!(Token::read(&token.to_string().to_ascii_uppercase()), Some(token));
            if let Some(read) = Token::read(&other) {
                prop_assert_eq!(read.to_string(), other.to_ascii_lowercase());
            }
        }
    }
}
