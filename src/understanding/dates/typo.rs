//! How many slips of the finger lie between two words: a letter left out, added, changed, or two neighbours swapped.

/// The distance of `name` from the best beginning of `word` that is no more than the suffix of a case form away; `None` above `allowed`.
///
/// A month name may carry a case ending behind it (`eylülde`, `сентябрём`), so a longer word is compared by its beginning,
/// but only when no slip falls on the cut: the ending must be short.
pub fn within(name: &str, word: &str, allowed: usize) -> Option<usize> {
    let name: Vec<char> = name.chars().collect();
    let word: Vec<char> = word.chars().collect();
    if word.len() + allowed < name.len() || word.len() > name.len() + LONGEST_ENDING + allowed {
        return None;
    }
    let last_row = last_row(&name, &word);
    let distance = (name.len().saturating_sub(allowed)..=word.len()).map(|end| last_row[end]).min()?;
    (distance <= allowed).then_some(distance)
}

const LONGEST_ENDING: usize = 4;

/// Damerau's distance (neighbours swapped once) of `name` from every beginning of `word`.
fn last_row(name: &[char], word: &[char]) -> Vec<usize> {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=word.len()).collect();
    for (i, a) in name.iter().enumerate() {
        let mut row = vec![i + 1; word.len() + 1];
        for (j, b) in word.iter().enumerate() {
            let change = above[j] + usize::from(a != b);
            row[j + 1] = change.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == word[j - 1] && name[i - 1] == *b {
                row[j + 1] = row[j + 1].min(before[j - 1] + 1);
            }
        }
        before = std::mem::replace(&mut above, row);
    }
    above
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn slips_are_counted() {
        assert_eq!(within("october", "ocotber", 1), Some(1));
        assert_eq!(within("сентябр", "синтября", 1), Some(1));
        assert_eq!(within("october", "october", 1), Some(0));
        assert_eq!(within("march", "people", 1), None);
    }
}
