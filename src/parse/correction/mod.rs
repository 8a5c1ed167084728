//! Mistakes of typing that have one obvious correction: signs of a word processor where YAML's own are meant, texts
//! that need quotation marks.
//!
//! A file with an error is read again with all corrections that can be thought of. Those without which there are
//! more errors are reported, each with its edit; everything else is what the corrected text says. A correction that
//! changes nothing for the better is dropped, so that text that only looks like a mistake stays as it is.

mod control;
mod flow;
mod line;
mod lines;
mod quote;
mod sign;
mod text;

use super::draft::{Draft, DraftValue, Entry};
use super::format::LISTS;
use super::key::Key;
use super::rules;
use crate::diagnostic::{Diagnostic, Severity};
use crate::span::SourceId;

use line::is_foreign_sign;
use lines::structural_lines;
pub(super) use text::{CorrectedText, Correction};

/// The number of bytes that are read again to find out which corrections are needed; those that are not decided by
/// then are kept.
const COST: usize = 16 * 1024 * 1024;

/// The entries of a text and its diagnostics.
pub(super) type Reading<'s> = (Draft<'s>, Vec<Diagnostic>);

/// Returns the reading of a text, or a better one if that has errors.
///
/// `read` reads a text. The entries and diagnostics of the result have the places of the original.
pub(super) fn corrected<'s>(
    text: &'s str,
    source: SourceId,
    read: impl Fn(&str) -> Reading<'_>,
    first: Reading<'s>,
) -> Reading<'s> {
    let worst = badness(&first);
    if worst == Badness::default() {
        return first;
    }
    let all = corrections(text, source);
    let badness = |chosen: &[&Correction]| badness(&read(CorrectedText::new(text, chosen).text()));
    let best = if all.is_empty() { worst } else { badness(&all.iter().collect::<Vec<_>>()) };
    if best >= worst {
        return first;
    }
    let needed = needed(&all, text.len(), |chosen| badness(chosen) <= best);
    let corrected = CorrectedText::new(text, &needed);
    let (draft, mut found) = read(corrected.text());
    let mut draft = draft.relocated(&|span| corrected.original(span));
    for diagnostic in &mut found {
        corrected.relocate(diagnostic);
    }
    draft.corrected.extend(needed.iter().map(|correction| correction.diagnostic.span));
    let (controls, others): (Vec<_>, Vec<_>) =
        needed.into_iter().partition(|correction| control::is_control(text, correction));
    found.extend(others.into_iter().map(|correction| correction.diagnostic.clone()));
    found.extend(control::faults(text, source, &draft, &controls));
    found.sort_by_key(|diagnostic| diagnostic.span);
    (draft, found)
}

/// Returns the corrections without which a text of a length is no longer as good: groups of them are left out, and
/// those that are missed are divided.
fn needed(
    all: &[Correction],
    length: usize,
    is_as_good: impl Fn(&[&Correction]) -> bool,
) -> Vec<&Correction> {
    let mut is_needed = vec![true; all.len()];
    let whole = 0..all.len();
    let mut groups = vec![whole];
    let mut cost = 0;
    while let Some(group) = groups.pop() {
        cost += length;
        if cost > COST {
            break;
        }
        let others: Vec<&Correction> =
            (0..all.len()).filter(|at| is_needed[*at] && !group.contains(at)).map(|at| &all[at]).collect();
        if is_as_good(&others) {
            is_needed[group].fill(false);
        } else if group.len() > 1 {
            let middle = group.start + group.len() / 2;
            groups.extend([group.start..middle, middle..group.end]);
        }
    }
    all.iter().zip(is_needed).filter(|(_, is_needed)| *is_needed).map(|(correction, _)| correction).collect()
}

/// The faults of a reading. Syntax errors weigh most, as other errors can hide behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Badness {
    syntax_errors: usize,
    errors: usize,
    /// The references with signs that no id has, and that divide, begin or quote values elsewhere.
    odd_references: usize,
}

fn badness((draft, found): &Reading<'_>) -> Badness {
    let errors = || found.iter().filter(|found| found.severity == Severity::Error);
    Badness {
        syntax_errors: errors().filter(|found| found.rule == &rules::SYNTAX).count(),
        errors: errors().count(),
        odd_references: odd_references(draft),
    }
}

fn odd_references(draft: &Draft<'_>) -> usize {
    let is_reference = |key: Key| {
        matches!(
            key,
            Key::Lead
                | Key::With
                | Key::To
                | Key::Unit
                | Key::Item
                | Key::Goals
                | Key::Tasks
                | Key::Members
                | Key::Successors
                | Key::Parent
                | Key::Section
                | Key::Goal
                | Key::Task
                | Key::SameAs
                | Key::Standing
                | Key::Issuer
        )
    };
    let is_odd = |id: &str| id.contains(is_foreign_sign);
    let entries =
        std::iter::once(&draft.header).chain(LISTS.keys.iter().flat_map(|list| draft.list(list.key)));
    let references = entries.flat_map(Entry::values).filter(|(key, _)| is_reference(*key));
    references
        .map(|(_, value)| match value.value {
            DraftValue::Text(id) => usize::from(is_odd(id)),
            DraftValue::Many(all) => all.iter().filter(|id| is_odd(&id.value)).count(),
            _ => 0,
        })
        .sum()
}

/// Returns all corrections that can be thought of, in the order of the text; none overlap.
fn corrections(text: &str, source: SourceId) -> Vec<Correction> {
    let mut all: Vec<Correction> = Vec::new();
    for line in structural_lines(text) {
        let mut found = Vec::new();
        sign::signs(&line, source, &mut found);
        quote::quotes(&line, source, &mut found);
        for correction in found {
            let is_free = all.iter().rev().take_while(|other| other.range.end > line.start).all(|other| {
                correction.range.end <= other.range.start || other.range.end <= correction.range.start
            });
            if is_free {
                all.push(correction);
            }
        }
    }
    let controls = control::controls(text, source);
    let is_free = |correction: &Correction| {
        let at = controls.partition_point(|control| control.range.end <= correction.range.start);
        controls.get(at).is_none_or(|control| correction.range.end <= control.range.start)
    };
    all.retain(is_free);
    all.extend(controls);
    all.sort_by_key(|correction| correction.range.start);
    all
}
