//! The proof that a merged text says what both sides say, no more and no less.

use std::collections::HashSet;

use super::block::{MergeBlock, MergeItem};
use crate::parse::{ContentPart, TextContent};

/// The items that a merged text has for others, or lacks because they are in conflict.
#[derive(Debug, Default)]
pub(super) struct MergeProof {
    /// The items of theirs in conflicts, in whose place ours stands.
    left: Vec<String>,
    /// The comments of these.
    left_comments: HashSet<String>,
    /// The items of ours in conflicts.
    kept: Vec<String>,
    /// The items that are composed of two, and these two.
    composed: Vec<(String, [String; 2])>,
}

impl MergeProof {
    /// Notes that an item of theirs is in conflict.
    pub(super) fn leave(&mut self, theirs: &MergeItem<'_>) {
        self.left.push(key(&theirs.content.parts));
        let entries = theirs.entries.iter().flat_map(|block| &block.items);
        self.left.extend(entries.map(|entry| key(&entry.content.parts)));
        let comments = theirs.content.comments.iter();
        self.left_comments.extend(comments.map(|comment| (*comment).to_owned()));
    }

    /// Notes that an item of ours stands for a conflict.
    pub(super) fn keep(&mut self, ours: &MergeItem<'_>) {
        self.kept.push(key(&ours.content.parts));
        let entries = ours.entries.iter().flat_map(|block| &block.items);
        self.kept.extend(entries.map(|entry| key(&entry.content.parts)));
    }

    /// Notes that an item is composed of those of both sides.
    pub(super) fn compose(&mut self, ours: &MergeItem<'_>, theirs: &MergeItem<'_>, merged: &str) {
        let merged = TextContent::of(merged).map(|content| key(&content.parts)).unwrap_or_default();
        self.composed.push((merged, [ours, theirs].map(|item| key(&item.content.parts))));
    }

    /// Returns true if a merged text has, list by list, the items that both sides have and those that one of them has
    /// and the base has not, and the comments likewise.
    pub(super) fn holds(
        &self,
        base: &MergeBlock<'_>,
        ours: &MergeBlock<'_>,
        theirs: &MergeBlock<'_>,
        merged: &str,
    ) -> bool {
        let Some(result) = MergeBlock::of(merged) else { return false };
        let [base_said, ours_said, theirs_said, said] = [base, ours, theirs, &result].map(said);
        let mut expected: HashSet<String> = ours_said.intersection(&theirs_said).cloned().collect();
        expected.extend(ours_said.difference(&base_said).cloned());
        expected.extend(theirs_said.difference(&base_said).cloned());
        // Ours stands in the place of a conflict, also where theirs has removed it.
        let is_left = |item: &String| self.left.iter().any(|left| item.ends_with(left.as_str()));
        let composed: HashSet<&str> =
            self.composed.iter().flat_map(|(_, both)| both.iter().map(String::as_str)).collect();
        let is_composed = |item: &String| composed.iter().any(|one| item.ends_with(one));
        expected.retain(|item| !is_composed(item) && (!is_left(item) || said.contains(item)));
        let is_composition =
            |item: &String| self.composed.iter().any(|(merged, _)| item.ends_with(merged.as_str()));
        let is_kept = |item: &String| self.kept.iter().any(|kept| item.ends_with(kept.as_str()));
        expected.is_subset(&said)
            && said.difference(&expected).all(|item| is_composition(item) || is_kept(item))
            && self.has_comments(base, ours, theirs, merged)
    }

    /// Returns true if a text has the comments that both sides have, and those that one has and the base has not.
    fn has_comments(
        &self,
        base: &MergeBlock<'_>,
        ours: &MergeBlock<'_>,
        theirs: &MergeBlock<'_>,
        merged: &str,
    ) -> bool {
        let Some(merged) = TextContent::of(merged) else { return false };
        let merged: HashSet<&str> = merged.comments.into_iter().collect();
        let [base, ours, theirs] = [base, ours, theirs].map(comments);
        let both = ours.intersection(&theirs);
        let new = ours.union(&theirs).filter(|comment| !base.contains(*comment));
        let mut wanted = both.chain(new).filter(|comment| !self.left_comments.contains(*comment));
        wanted.all(|comment| merged.contains(comment.as_str()))
    }
}

/// The items of a file: its keys without lists, and the entries of its lists behind the names of these.
fn said(block: &MergeBlock<'_>) -> HashSet<String> {
    let mut said = HashSet::new();
    for item in &block.items {
        match &item.entries {
            Some(entries) => {
                let of_list = entries.items.iter();
                said.extend(of_list.map(|entry| format!("{} {}", item.name, key(&entry.content.parts))));
            }
            None if item.is_empty() => {}
            None => {
                said.insert(key(&item.content.parts));
            }
        }
    }
    said
}

fn key(parts: &[ContentPart<'_>]) -> String {
    format!("{parts:?}")
}

/// The comments of a file.
fn comments(block: &MergeBlock<'_>) -> HashSet<String> {
    let of_text = |text: &str| {
        let lines = text.lines().map(str::trim).filter(|line| line.starts_with('#'));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let mut all: HashSet<String> = of_text(block.lead).into_iter().collect();
    for item in &block.items {
        all.extend(item.content.comments.iter().map(|comment| (*comment).to_owned()));
        all.extend(of_text(item.gap));
    }
    all
}
