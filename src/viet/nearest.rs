//! The nearest of some known names.

use super::fold;

/// The known name that a misspelt one most likely meant, if one is near enough.
///
/// Names are compared without marks and case; a name that is the same but for those is always near,
/// otherwise at most a third of the letters may be off. Of equally near names the first wins.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Names longer than any real one are not worth a comparison of every pair of letters.
    const LONGEST: usize = 80;
    let wrong: Vec<char> = fold(wrong).chars().take(LONGEST + 1).collect();
    if wrong.len() > LONGEST {
        return None;
    }
    let allowed = (wrong.len() / 3).max(1);
    known
        .into_iter()
        .filter(|name| name.len() <= 4 * LONGEST)
        .filter_map(|name| {
            let letters: Vec<char> = fold(name).chars().collect();
            if letters.len().abs_diff(wrong.len()) > allowed {
                return None;
            }
            let distance = distance(&wrong, &letters);
            (distance <= allowed).then_some((distance, name))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, to) in b.iter().enumerate() {
            let mut least = (last[j] + usize::from(from != to)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *from == b[j - 1] && a[i - 1] == *to {
                least = least.min(before_last[j - 1] + 1);
            }
            row.push(least);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
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
