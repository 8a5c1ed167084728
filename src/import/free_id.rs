//! Ids that no entry has yet.

use std::collections::BTreeSet;

/// Returns an id that no entry has, which is then taken: the id itself, else with a number from 2 on behind a sign.
pub(super) fn free_id(ids: &mut BTreeSet<String>, id: &str, sign: char) -> String {
    let mut free = id.to_owned();
    let mut number = 2;
    while !ids.insert(free.clone()) {
        free = format!("{id}{sign}{number}");
        number += 1;
    }
    free
}

/// Returns the first of some numbered ids that no entry has, which is then taken.
pub(super) fn next_id(ids: &mut BTreeSet<String>, first: usize, id: impl Fn(usize) -> String) -> String {
    (first..usize::MAX).map(id).find(|id| ids.insert(id.clone())).unwrap_or_default()
}
