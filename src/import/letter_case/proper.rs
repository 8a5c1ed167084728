//! Proper names as a document has them outside of its capitals.

use std::collections::BTreeMap;

use crate::import::token::tokens;

/// Names of places, in small letters and as the document writes them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct ProperNames {
    names: BTreeMap<String, String>,
}

impl ProperNames {
    /// The names behind kinds of places and levels of schools, and the one before the day of issue.
    pub(in crate::import) fn of(whole: &str) -> Self {
        const KINDS: [&str; 9] = ["quận", "huyện", "phường", "xã", "tỉnh", "phố", "trấn", "thcs", "thpt"];
        let mut names: Vec<String> = names_behind(whole, &KINDS).into_keys().collect();
        let dated = whole.lines().filter_map(|line| line.split_once(", ngày "));
        let is_name = |words: &str| {
            words.split(' ').count() <= 4 && words.split(' ').all(|word| word.starts_with(char::is_uppercase))
        };
        names.extend(dated.map(|(words, _)| words.trim()).filter(|words| is_name(words)).map(str::to_owned));
        names.retain(|name| name.chars().any(char::is_lowercase));
        Self { names: names.into_iter().map(|name| (name.to_lowercase(), name)).collect() }
    }

    /// The longest name that some words begin with, and the number of its words.
    pub(super) fn at<'w>(&self, words: impl Iterator<Item = &'w str>) -> Option<(usize, &str)> {
        const LONGEST: usize = 4;
        let words: Vec<&str> = words.take(LONGEST).collect();
        let lengths = (1..=words.len()).rev();
        let mut known = lengths.map(|length| (length, words.get(..length).unwrap_or_default().join(" ")));
        known.find_map(|(length, key)| self.names.get(&key).map(|name| (length, name.as_str())))
    }
}

/// The names in capitals behind some words, with their counts.
pub(in crate::import) fn names_behind(whole: &str, kinds: &[&str]) -> BTreeMap<String, usize> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for line in whole.lines() {
        let all = tokens(line);
        for at in 0..all.len() {
            if !kinds.contains(&all[at].word.as_str()) || all[at].sign.is_some() {
                continue;
            }
            let mut end = at + 1;
            while end < all.len()
                && end - at <= 3
                && all[end].is_capital
                && all[end].word.chars().count() > 1
                && !all[end].opens
            {
                end += 1;
                if all[end - 1].sign.is_some() {
                    break;
                }
            }
            if end > at + 1 {
                let name = &line[all[at + 1].range.start..all[end - 1].range.end];
                *counts.entry(name.to_owned()).or_default() += 1;
            }
        }
    }
    counts
}
