//! Suggestions for misspelt names.

use crate::language::Message;
use crate::message;
use crate::vietnamese::{fold, nearest};

/// The greatest number of suggestions.
const MOST: usize = 3;

/// The known names that are near to a misspelt one, at most three: first those one slip away, then those
/// that contain it.
pub fn suggest<'n>(wrong: &str, known: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let mut known: Vec<&str> = known.into_iter().collect();
    let mut near = Vec::new();
    while near.len() < MOST
        && let Some(name) = nearest(wrong, known.iter().copied())
    {
        near.push(name);
        known.retain(|other| *other != name);
    }
    let wrong = fold(wrong);
    // Two letters are in too many names.
    if wrong.chars().count() > 2 {
        for name in known {
            if near.len() < MOST && !near.contains(&name) && fold(name).contains(&wrong) {
                near.push(name);
            }
        }
    }
    near
}

/// The suggestions as a help: `status:overdue`, or several with commas.
pub(super) fn one_of(near: impl Iterator<Item = String>) -> Message {
    let near = near.collect::<Vec<_>>().join(", ");
    message!("{near}", "{near}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_come_first_then_what_contains_the_words() {
        let known = ["phuong-ha-dinh", "phuong-ha-din", "ha-dang", "phong-gddt", "ubnd-ha-dinh"];
        assert_eq!(suggest("ha-dinh", known), ["ha-dang", "phuong-ha-dinh", "ubnd-ha-dinh"]);
        assert_eq!(suggest("phuong-ha-dinhh", known), ["phuong-ha-dinh", "phuong-ha-din", "ubnd-ha-dinh"]);
        assert_eq!(suggest("x", known), [""; 0]);
        assert_eq!(suggest("", known), [""; 0]);
        // Two letters are in too many names, three are not; and three names are enough, each once.
        let long =
            ["an-toan-thuc-pham", "van-hoa-the-thao", "an-toan-giao-thong", "lan-dau-tien", "ban-toan-tin"];
        assert_eq!(suggest("to", long), [""; 0]);
        assert_eq!(suggest("toa", long), ["an-toan-thuc-pham", "an-toan-giao-thong", "ban-toan-tin"]);
        assert_eq!(suggest("an-", long), ["an-toan-thuc-pham", "van-hoa-the-thao", "an-toan-giao-thong"]);
        assert_eq!(suggest("toa", [long[0], long[0]]), [long[0]]);
    }
}
