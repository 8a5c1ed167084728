//! The search for the nearest of some known names.

use super::matching::fold;

/// Returns the known name nearest to a misspelt one, if one is near enough.
///
/// Names are compared without marks and case. A name is near enough if at most a third of its letters, or one,
/// differ. Of equally near names the first wins.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // The comparison is quadratic in the length; real names are shorter.
    const LONGEST: usize = 80;
    let wrong: Vec<char> = fold(wrong).chars().take(LONGEST + 1).collect();
    if wrong.len() > LONGEST {
        return None;
    }
    let allowed = (wrong.len() / 3).max(1);
    let mut letters = Vec::with_capacity(LONGEST);
    let mut rows = Rows::default();
    let mut best = None;
    for name in known {
        // The length of an ASCII name is known without decoding, which rules out most names.
        if name.is_ascii() {
            if name.len().abs_diff(wrong.len()) > allowed {
                continue;
            }
            letters.clear();
            letters.extend(name.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
        } else if name.len() <= 4 * LONGEST {
            letters.clear();
            letters.extend(fold(name).chars());
        } else {
            continue;
        }
        if letters.len().abs_diff(wrong.len()) > allowed {
            continue;
        }
        let distance = rows.distance(&wrong, &letters);
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

/// The last three rows of a table of distances, reused from one pair of words to the next.
#[derive(Default)]
struct Rows {
    before_last: Vec<usize>,
    last: Vec<usize>,
    row: Vec<usize>,
}

impl Rows {
    /// Returns the number of insertions, deletions, replacements and swaps that turn one word into the other.
    fn distance(&mut self, a: &[char], b: &[char]) -> usize {
        let Self { before_last, last, row } = self;
        last.clear();
        last.extend(0..=b.len());
        for (i, from) in a.iter().enumerate() {
            row.clear();
            row.push(i + 1);
            for (j, to) in b.iter().enumerate() {
                let mut least = (last[j] + usize::from(from != to)).min(last[j + 1] + 1).min(row[j] + 1);
                if i > 0 && j > 0 && *from == b[j - 1] && a[i - 1] == *to {
                    least = least.min(before_last[j - 1] + 1);
                }
                row.push(least);
            }
            std::mem::swap(before_last, last);
            std::mem::swap(last, row);
        }
        last.last().copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_name_and_a_stranger_none() {
        let units = ["phong-gddt", "phuong-ha-dinh", "phuong-khuong-dinh"];
        assert_eq!(nearest("phuong-ha-din", units), Some("phuong-ha-dinh"));
        assert_eq!(nearest("phogn-gddt", units), Some("phong-gddt"));
        assert_eq!(nearest("Phòng-GDĐT", units), Some("phong-gddt"));
        assert_eq!(nearest("so-xay-dung", units), None);
        assert_eq!(nearest("", units), None);
    }
}
