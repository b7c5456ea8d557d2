//! One slip of the finger: a letter changed, left out, added, or two neighbours swapped.

/// What one slip of the finger does.
#[derive(Debug, PartialEq)]
pub(super) enum Slip {
    Changed,
    LeftOut,
    Added,
    Swapped,
}

/// The slip that makes one word of the other; `None` when it takes more than one, or none. A distance would say how
/// far they are apart, but not by which slip.
pub(super) fn slip(meant: &[u8], typed: &[u8]) -> Option<Slip> {
    if meant.len().abs_diff(typed.len()) > 1 {
        return None;
    }
    let begin = meant.iter().zip(typed).take_while(|(one, other)| one == other).count();
    let (meant, typed) = (&meant[begin..], &typed[begin..]);
    let end = meant.iter().rev().zip(typed.iter().rev()).take_while(|(one, other)| one == other).count();
    match (&meant[..meant.len() - end], &typed[..typed.len() - end]) {
        ([_], []) => Some(Slip::LeftOut),
        ([], [_]) => Some(Slip::Added),
        ([_], [_]) => Some(Slip::Changed),
        ([one, other], [third, last]) if one == last && other == third => Some(Slip::Swapped),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_told_apart() {
        for (meant, typed, expected) in [
            ("permit", "permt", Some(Slip::LeftOut)),
            ("permit", "permiit", Some(Slip::Added)),
            ("permit", "permat", Some(Slip::Changed)),
            ("permit", "pemrit", Some(Slip::Swapped)),
            ("permit", "permit", None),
            ("permit", "premitt", None),
            ("permit", "pomrit", None),
        ] {
            assert_eq!(slip(meant.as_bytes(), typed.as_bytes()), expected, "{typed}");
        }
    }
}
