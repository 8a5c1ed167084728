//! A file as the sequence of its keys, a list as the sequence of its entries: each with its lines, and the lines
//! between them.

use super::names::name_of;
use crate::parse::{ContentPart, Key, ListOutline, ListStyle, Outline, TextContent};
use crate::span::{SourceId, line_end, line_start};

/// A sequence of keys or entries, in lines.
#[derive(Debug, Clone, Default)]
pub(super) struct MergeBlock<'t> {
    /// The text before the first item.
    pub(super) lead: &'t str,
    pub(super) items: Vec<MergeItem<'t>>,
    /// The column in which the items begin.
    pub(super) column: usize,
}

/// A key with its value, or an entry of a list.
#[derive(Debug, Clone)]
pub(super) struct MergeItem<'t> {
    /// The key; of an entry, the keys by which it is known.
    pub(super) name: String,
    /// The lines, with the comments that belong to it.
    pub(super) core: &'t str,
    /// The blank lines and comments that follow.
    pub(super) gap: &'t str,
    pub(super) content: TextContent<'t>,
    /// The list that it is in; none for a key at the top.
    pub(super) list: Option<Key>,
    /// The entries, if it is a key with a list in lines.
    pub(super) entries: Option<MergeBlock<'t>>,
}

impl MergeItem<'_> {
    /// Returns true if the other item says the same.
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        self.content.parts == other.content.parts
    }

    /// Returns true if it has all comments of the other item.
    pub(super) fn has_comments_of(&self, other: &Self) -> bool {
        other.content.comments.iter().all(|comment| self.content.comments.contains(comment))
    }

    /// Returns true if it is a key without a value, or with an empty list.
    pub(super) fn is_empty(&self) -> bool {
        let pairs = self.content.pairs();
        let [(_, value)] = pairs.as_slice() else { return false };
        match value {
            [ContentPart::Words(words)] => matches!(words.as_ref(), "" | "~" | "null" | "Null" | "NULL"),
            value => *value == [ContentPart::List, ContentPart::End],
        }
    }
}

impl<'t> MergeBlock<'t> {
    /// The blank lines and comments above an item, or behind the last one.
    pub(super) fn gap_above(&self, at: usize) -> &'t str {
        at.checked_sub(1).and_then(|above| self.items.get(above)).map_or("", |item| item.gap)
    }

    /// The space above an item that is added, as the items of the block have it; `None` if there are none.
    pub(super) fn space_above(&self, added: &MergeItem<'_>) -> Option<&'static str> {
        let is_blank = |item: &MergeItem<'_>| item.gap.lines().any(|line| line.trim().is_empty());
        let is_long = |item: &MergeItem<'_>| item.core.trim_end().contains('\n');
        let (last, others) = self.items.split_last()?;
        let is_apart = match others {
            // Entries of several lines stand apart.
            [] => is_long(last) && is_long(added),
            // Among keys, lists do.
            _ if added.list.is_none() => {
                let lists = others.iter().zip(&self.items[1..]).filter(|(_, below)| is_long(below));
                let gaps: Vec<bool> = lists.map(|(above, _)| is_blank(above)).collect();
                gaps.is_empty() || gaps.contains(&true)
            }
            others => others.iter().any(is_blank),
        };
        Some(if is_apart { "\n" } else { "" })
    }

    /// The keys of a file; `None` if it is no mapping in lines, or cannot be merged by its entries.
    pub(super) fn of(text: &'t str) -> Option<Self> {
        let outline = Outline::of(text, SourceId::default())?;
        outline.end?;
        if TextContent::of(text)?.parts.contains(&ContentPart::Alias) {
            return None;
        }
        let mut places = Vec::new();
        for key in &outline.keys {
            let start = line_start(text, key.key_span.start as usize);
            let before = text.get(start..key.key_span.start as usize)?;
            if !before.trim_start_matches('\u{feff}').is_empty() {
                return None;
            }
            places.push((start, key.lines(text).end));
        }
        let (lead, lines) = lines(text, 0..text.len(), &places)?;
        let mut items = Vec::new();
        for (key, (core, gap)) in outline.keys.iter().zip(lines) {
            let name = text.get(key.key_span.start as usize..key.key_span.end as usize)?;
            let name = name.trim_matches(['"', '\'']).to_owned();
            let content = TextContent::of(core)?;
            let start = line_start(text, key.key_span.start as usize);
            let list = key.list.as_ref().zip(key.key);
            let entries = match list {
                Some((list, key)) => Self::entries(text, start..start + core.len(), list, key),
                None => None,
            };
            items.push(MergeItem { name, core, gap, content, list: None, entries });
        }
        let mut names: Vec<&str> = items.iter().map(|item| item.name.as_str()).collect();
        names.sort_unstable();
        if names.windows(2).any(|pair| pair[0] == pair[1]) {
            return None;
        }
        Some(Self { lead, items, column: 0 })
    }

    /// The entries of a list that stands at some bytes, with its key.
    fn entries(text: &'t str, bytes: std::ops::Range<usize>, list: &ListOutline, key: Key) -> Option<Self> {
        let ListStyle::Block { dash: column } = list.style else { return None };
        let places: Vec<(usize, usize)> = list
            .entries
            .iter()
            .map(|entry| {
                let whole = entry.whole();
                let (start, end) = (whole.start as usize, whole.end as usize);
                (line_start(text, start), line_end(text, end))
            })
            .collect();
        let (lead, lines) = lines(text, bytes, &places)?;
        let mut items = Vec::new();
        for (core, gap) in lines {
            let content = TextContent::of(core)?;
            let name = name_of(key, &content);
            items.push(MergeItem { name, core, gap, content, list: Some(key), entries: None });
        }
        Some(Self { lead, items, column })
    }
}

/// The lines before the first of some places, and of each place those of itself and those behind it.
fn lines<'t>(
    text: &'t str,
    bytes: std::ops::Range<usize>,
    places: &[(usize, usize)],
) -> Option<(&'t str, Vec<(&'t str, &'t str)>)> {
    let first = places.first().map_or(bytes.end, |(start, _)| *start);
    let lead = text.get(bytes.start..first)?;
    let mut all = Vec::new();
    for (at, (start, end)) in places.iter().enumerate() {
        let next = places.get(at + 1).map_or(bytes.end, |(start, _)| *start);
        let (core, gap) = (text.get(*start..*end)?, text.get(*end..next)?);
        let end = end + said_in_gap(core, gap, text.get(*start..next)?);
        all.push((text.get(*start..end)?, text.get(end..next)?));
    }
    Some((lead, all))
}

/// The length of the blank lines behind an item that belong to its content: those at the end of a block scalar that
/// keeps them, or that have more spaces than its text. `whole` is the item with the gap behind it.
fn said_in_gap(core: &str, gap: &str, whole: &str) -> usize {
    let blank = gap.split_inclusive('\n').take_while(|line| line.trim().is_empty());
    let length = blank.map(str::len).sum();
    if length == 0 || !core.contains(['|', '>']) {
        return 0;
    }
    let said = |end: usize| TextContent::of(whole.get(..end)?).map(|content| content.parts);
    if said(core.len() + length) == said(core.len()) { 0 } else { length }
}
