//! The merging itself: the layout is that of ours, the changes of theirs are put into it.

use std::fmt::Write;

use super::block::{MergeBlock, MergeItem};
use super::pairing::Pairing;
use super::proof::MergeProof;
use super::results::with_results;
use crate::parse::{Key, TextContent};

/// A merged file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergedFile {
    /// The text, with marks around each conflict.
    pub text: String,
    /// The number of conflicts.
    pub conflicts: usize,
}

/// Merges two texts that come from one, entry by entry: new entries of both stay, and an entry that both have changed
/// is a conflict. `None` if this cannot be done, or cannot be proved to lose nothing.
pub fn merge_files(base: &str, ours: &str, theirs: &str) -> Option<MergedFile> {
    merged(base, ours, theirs, false)
}

/// Adds the entries of a text to those of a file, with empty lines between them as the file has them. `None` as in
/// [`merge_files`].
pub(in crate::edit) fn join_files(there: &str, added: &str) -> Option<MergedFile> {
    merged("", there, added, true)
}

fn merged(base: &str, ours: &str, theirs: &str, spaces: bool) -> Option<MergedFile> {
    let is_crlf = ours.contains("\r\n");
    let alike = |text: &str| {
        let lines = text.replace("\r\n", "\n");
        let lines = lines.trim_start_matches('\u{feff}').to_owned();
        if lines.is_empty() || lines.ends_with('\n') { lines } else { lines + "\n" }
    };
    let (base, ours_text, theirs) = (alike(base), alike(ours), alike(theirs));
    let [base, own, other] = [&base, &ours_text, &theirs].map(|text| MergeBlock::of(text));
    let (base, own, other) = (base?, own?, other?);
    let mut merger = Merger { proof: MergeProof::default(), gives_up: false, spaces };
    let pieces = merger.blocks(&base, &own, &other)?;
    let plain = written(&pieces, false);
    if !merger.proof.holds(&base, &own, &other, &plain) {
        return None;
    }
    let conflicts = pieces.iter().filter(|piece| matches!(piece, MergePiece::Conflict { .. })).count();
    let mut text = written(&pieces, true);
    if !ours.is_empty() && !ours.ends_with('\n') && conflicts == 0 {
        let without_break = text.trim_end_matches('\n');
        let said = |text| TextContent::of(text).map(|content| content.parts);
        // The line breaks at the end may belong to a block scalar.
        if said(without_break) == said(&text) {
            text.truncate(without_break.len());
        }
    }
    if is_crlf {
        text = text.replace('\n', "\r\n");
    }
    if ours.starts_with('\u{feff}') {
        text.insert(0, '\u{feff}');
    }
    Some(MergedFile { text, conflicts })
}

/// A part of a merged text.
pub(super) enum MergePiece {
    Text(String),
    /// Two versions, each of whole lines; empty where a side has removed it.
    Conflict {
        ours: String,
        theirs: String,
    },
}

/// The text of some pieces, with the marks of git around conflicts, or with ours in their place.
fn written(pieces: &[MergePiece], has_marks: bool) -> String {
    let mut text = String::new();
    for piece in pieces {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        match piece {
            MergePiece::Text(part) => text.push_str(part),
            MergePiece::Conflict { ours, theirs } if has_marks => {
                let _ = writeln!(text, "<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs");
            }
            MergePiece::Conflict { ours, .. } => text.push_str(ours),
        }
    }
    text
}

/// The versions of one item on the three sides.
#[derive(Clone, Copy)]
struct ItemVersions<'v, 't> {
    base: Option<&'v MergeItem<'t>>,
    ours: Option<&'v MergeItem<'t>>,
    theirs: Option<&'v MergeItem<'t>>,
    /// The number of columns by which the lines of theirs are moved to stand among ours.
    shift: isize,
}

struct Merger {
    proof: MergeProof,
    /// True if the files cannot be merged by their entries.
    gives_up: bool,
    /// True if new items stand apart as those of ours do, not as those of theirs.
    spaces: bool,
}

impl Merger {
    /// Merges the items of a block.
    fn blocks<'t>(
        &mut self,
        base: &MergeBlock<'t>,
        ours: &MergeBlock<'t>,
        theirs: &MergeBlock<'t>,
    ) -> Option<Vec<MergePiece>> {
        let sides = BlockSides::new(base, ours, theirs);
        if !sides.of_theirs.keeps_order() {
            self.gives_up = true;
            return None;
        }
        let mut placed = PlacedItems::new(&sides);
        let mut pieces = vec![MergePiece::Text(gap(base.lead, ours.lead, theirs.lead).to_owned())];
        for (at, item) in ours.items.iter().enumerate() {
            let (in_base, in_theirs) = (sides.of_ours.of(at), sides.in_theirs(at));
            if in_base.is_some() {
                self.add(placed.take(), &sides, &mut pieces)?;
            }
            let versions = ItemVersions {
                base: in_base.map(|base_at| &base.items[base_at]),
                ours: Some(item),
                theirs: in_theirs.map(|at| &theirs.items[at]),
                shift: sides.shift,
            };
            let merged = self.item(versions)?;
            placed.pass(at);
            if at > 0 {
                let own = ours.items[at - 1].gap;
                let above = match (in_base, in_theirs) {
                    (Some(from), Some(to)) => gap(base.gap_above(from), own, theirs.gap_above(to)),
                    _ => own,
                };
                if !merged.is_empty() || above.contains('#') {
                    pieces.push(MergePiece::Text(above.to_owned()));
                }
            }
            pieces.extend(merged);
        }
        self.add(placed.take(), &sides, &mut pieces)?;
        let (base_len, theirs_len) = (base.items.len(), theirs.items.len());
        let end = match ours.items.last() {
            Some(last) => gap(base.gap_above(base_len), last.gap, theirs.gap_above(theirs_len)),
            None => theirs.gap_above(theirs_len),
        };
        pieces.push(MergePiece::Text(end.to_owned()));
        Some(pieces)
    }

    /// Adds entries that only theirs has; those that ours has removed are conflicts if theirs has changed them.
    fn add(
        &mut self,
        items: Vec<usize>,
        sides: &BlockSides<'_, '_>,
        pieces: &mut Vec<MergePiece>,
    ) -> Option<()> {
        for at in items {
            let from = sides.of_theirs.of(at).map(|base_at| &sides.base.items[base_at]);
            let theirs = &sides.theirs.items[at];
            let versions = ItemVersions { base: from, ours: None, theirs: Some(theirs), shift: sides.shift };
            let merged = self.item(versions)?;
            let mut above = sides.theirs.gap_above(at);
            if self.spaces && !above.contains('#') {
                above = sides.ours.space_above(theirs).unwrap_or(above);
            }
            // Comments between two entries of the base stand in ours already.
            let is_new = above.trim().is_empty() || sides.base.items.iter().all(|item| item.gap != above);
            if from.is_none() && is_new {
                pieces.push(MergePiece::Text(above.to_owned()));
            }
            pieces.extend(merged);
        }
        Some(())
    }

    /// Merges the versions of one item.
    fn item(&mut self, versions: ItemVersions<'_, '_>) -> Option<Vec<MergePiece>> {
        let ItemVersions { base, ours, theirs, shift } = versions;
        let keep = |item: &MergeItem<'_>| Some(vec![MergePiece::Text(item.core.to_owned())]);
        let take = |item: &MergeItem<'_>| Some(vec![MergePiece::Text(shifted(item.core, shift)?)]);
        match (base, ours, theirs) {
            (None, Some(ours), None) => keep(ours),
            (None, None, Some(theirs)) => take(theirs),
            (Some(base), Some(side), None) | (Some(base), None, Some(side))
                if side.is_alike(base) && base.has_comments_of(side) =>
            {
                Some(Vec::new())
            }
            (base, Some(ours), Some(theirs)) => {
                let is_of_base = |side: &MergeItem<'_>| base.is_some_and(|base| side.core == base.core);
                let says_base = |side: &MergeItem<'_>| base.is_some_and(|base| side.is_alike(base));
                let is_same = ours.is_alike(theirs);
                if is_of_base(theirs) || (is_same || says_base(theirs)) && ours.has_comments_of(theirs) {
                    keep(ours)
                } else if is_of_base(ours) || (is_same || says_base(ours)) && theirs.has_comments_of(ours) {
                    take(theirs)
                } else {
                    self.inside(versions).or_else(|| self.conflict(versions))
                }
            }
            _ => self.conflict(versions),
        }
    }

    /// Merges a list by its entries, and a target by its results.
    fn inside<'t>(&mut self, versions: ItemVersions<'_, 't>) -> Option<Vec<MergePiece>> {
        let (ours, theirs) = (versions.ours?, versions.theirs?);
        if let Some(like) = theirs.entries.as_ref().or(ours.entries.as_ref()) {
            // A list without entries has no lines of its own.
            let none = MergeBlock { lead: like.lead, items: Vec::new(), column: like.column };
            let block = |item: &MergeItem<'t>| match &item.entries {
                Some(block) => Some(block.clone()),
                None => item.is_empty().then(|| none.clone()),
            };
            let base = versions.base.map_or(Some(none.clone()), block)?;
            return self.blocks(&base, &block(ours)?, &block(theirs)?);
        }
        let base = versions.base.filter(|base| base.list == Some(Key::Targets))?;
        let theirs_core = shifted(theirs.core, versions.shift)?;
        let merged = with_results(base.core, ours.core, &theirs_core)?;
        self.proof.compose(ours, theirs, &merged);
        Some(vec![MergePiece::Text(merged)])
    }

    fn conflict(&mut self, versions: ItemVersions<'_, '_>) -> Option<Vec<MergePiece>> {
        if self.gives_up {
            return None;
        }
        if let Some(ours) = versions.ours {
            self.proof.keep(ours);
        }
        let ours = versions.ours.map_or(String::new(), |ours| ours.core.to_owned());
        let theirs = match versions.theirs {
            Some(theirs) => {
                self.proof.leave(theirs);
                shifted(theirs.core, versions.shift)?
            }
            None => String::new(),
        };
        Some(vec![MergePiece::Conflict { ours, theirs }])
    }
}

/// Three versions of a block, and the items of each that are versions of one another.
struct BlockSides<'b, 't> {
    base: &'b MergeBlock<'t>,
    ours: &'b MergeBlock<'t>,
    theirs: &'b MergeBlock<'t>,
    of_ours: Pairing,
    of_theirs: Pairing,
    /// The items that ours and theirs have added, and the pairs of those that both have.
    new_ours: Vec<usize>,
    new_theirs: Vec<usize>,
    both: Pairing,
    /// The number of columns by which the lines of theirs are moved to stand among ours.
    shift: isize,
}

impl<'b, 't> BlockSides<'b, 't> {
    fn new(base: &'b MergeBlock<'t>, ours: &'b MergeBlock<'t>, theirs: &'b MergeBlock<'t>) -> Self {
        let of_ours = Pairing::new(&base.items, &ours.items);
        let of_theirs = Pairing::new(&base.items, &theirs.items);
        let new = |pairing: &Pairing, items: &[MergeItem<'t>]| -> Vec<usize> {
            (0..items.len()).filter(|at| pairing.of(*at).is_none()).collect()
        };
        let (new_ours, new_theirs) = (new(&of_ours, &ours.items), new(&of_theirs, &theirs.items));
        let only = |all: &[usize], items: &[MergeItem<'t>]| -> Vec<MergeItem<'t>> {
            all.iter().map(|at| items[*at].clone()).collect()
        };
        let both = Pairing::new(&only(&new_ours, &ours.items), &only(&new_theirs, &theirs.items));
        let shift = ours.column.cast_signed() - theirs.column.cast_signed();
        Self { base, ours, theirs, of_ours, of_theirs, new_ours, new_theirs, both, shift }
    }

    /// The number in ours of an item of theirs.
    fn in_ours(&self, theirs: usize) -> Option<usize> {
        if let Some(base) = self.of_theirs.of(theirs) {
            return self.of_ours.back[base];
        }
        let new = self.new_theirs.binary_search(&theirs).ok()?;
        self.new_ours.get(self.both.of(new)?).copied()
    }

    /// The number in theirs of an item of ours.
    fn in_theirs(&self, ours: usize) -> Option<usize> {
        if let Some(base) = self.of_ours.of(ours) {
            return self.of_theirs.back[base];
        }
        let new = self.new_ours.binary_search(&ours).ok()?;
        self.new_theirs.get(self.both.back[new]?).copied()
    }
}

/// The items of theirs that ours has not, each behind the item of ours that stands above it in theirs.
struct PlacedItems {
    /// The number of an item of ours, or none for the beginning, with those that come behind it.
    behind: Vec<(Option<usize>, Vec<usize>)>,
    waiting: Vec<usize>,
}

impl PlacedItems {
    fn new(sides: &BlockSides<'_, '_>) -> Self {
        let mut behind = vec![(None, Vec::new())];
        for at in 0..sides.theirs.items.len() {
            match sides.in_ours(at) {
                Some(ours) => behind.push((Some(ours), Vec::new())),
                None => {
                    if let Some((_, items)) = behind.last_mut() {
                        items.push(at);
                    }
                }
            }
        }
        let waiting = std::mem::take(&mut behind[0].1);
        Self { behind, waiting }
    }

    /// Passes an item of ours.
    fn pass(&mut self, ours: usize) {
        for (above, items) in &mut self.behind {
            if *above == Some(ours) {
                self.waiting.append(items);
            }
        }
    }

    /// Takes those that stand behind the items that were passed.
    fn take(&mut self) -> Vec<usize> {
        std::mem::take(&mut self.waiting)
    }
}

/// The blank lines and comments between two items: those of the side that has changed them, ours if both have.
fn gap<'t>(base: &'t str, ours: &'t str, theirs: &'t str) -> &'t str {
    if ours == base { theirs } else { ours }
}

/// The lines moved by some columns; `None` if a line has not as many spaces.
fn shifted(lines: &str, by: isize) -> Option<String> {
    let mut text = String::with_capacity(lines.len());
    for line in lines.split_inclusive('\n') {
        if line.trim().is_empty() || by == 0 {
            text.push_str(line);
        } else if by > 0 {
            text.push_str(&" ".repeat(by.unsigned_abs()));
            text.push_str(line);
        } else {
            text.push_str(line.strip_prefix(&" ".repeat(by.unsigned_abs()))?);
        }
    }
    Some(text)
}
