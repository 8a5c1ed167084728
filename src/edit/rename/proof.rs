//! The facts of a plan without one of its ids, for the proof that nothing but this id changes.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write;

use super::uses::{IdUses, all_entries, unit_columns};
use crate::edit::refusal::{ChangedMeaning, EditRefusal};
use crate::model::{Plan, PlanIx, SectionIx};
use crate::parse::format::IdSpace;
use crate::parse::{Draft, DraftValue, Entry};
use crate::span::{SourceId, Span};
use crate::workspace::Workspace;

/// The facts of a plan, with one id left out and without places.
pub(super) struct PlanFacts {
    /// The values of all entries, by the path of their file.
    values: BTreeMap<String, String>,
    /// The section above each section.
    parents: Vec<(String, Option<SectionIx>)>,
    /// The entries that count for each work item, in their order: file and place in the file.
    entries: Vec<(String, Vec<(String, usize)>)>,
}

/// The sign in place of the id; no text of a plan has it.
const ID: &str = "\u{0}id\u{0}";

impl PlanFacts {
    /// The facts of some plans, by the path of the main file; `path` is the path to note for that of a file.
    pub(super) fn of_all(
        workspace: &Workspace,
        plans: &[PlanIx],
        space: IdSpace,
        id: &str,
        path: &dyn Fn(&str) -> String,
    ) -> BTreeMap<String, Self> {
        let sources = workspace.sources();
        let path_of = |source: SourceId| path(&sources.get(source).full_path());
        let of_plan = |ix: &PlanIx| {
            let entry = workspace.entry(*ix);
            let (draft, _) = workspace.draft(*ix);
            let names = Names { id, uses: IdUses { space, id }.of(&draft).into_iter().collect() };
            let values = values(&draft, &names, &path_of);
            let (parents, entries) =
                entry.plan().map(|plan| (parents(plan), counted(plan, &path_of))).unwrap_or_default();
            (path_of(entry.main()), Self { values, parents, entries })
        };
        plans.iter().map(of_plan).collect()
    }
}

/// Compares the facts of a plan before and after its id has changed.
///
/// # Errors
/// [`EditRefusal::OtherMeaning`] where facts that follow from ids are others, [`EditRefusal::Fault`] where others are.
pub(super) fn changed(before: &PlanFacts, after: &PlanFacts, main: &str) -> Result<(), EditRefusal> {
    if before.values != after.values
        || before.parents.len() != after.parents.len()
        || before.entries.len() != after.entries.len()
    {
        return Err(EditRefusal::Fault { path: main.to_owned() });
    }
    let parents = before.parents.iter().zip(&after.parents).filter(|(before, after)| before.1 != after.1);
    let parents: Vec<String> = parents.map(|(before, _)| before.0.clone()).collect();
    if !parents.is_empty() {
        return Err(EditRefusal::OtherMeaning(ChangedMeaning::Parents, parents));
    }
    let entries = before.entries.iter().zip(&after.entries).filter(|(before, after)| before.1 != after.1);
    let entries: Vec<String> = entries.map(|(before, _)| before.0.clone()).collect();
    if !entries.is_empty() {
        return Err(EditRefusal::OtherMeaning(ChangedMeaning::Order, entries));
    }
    Ok(())
}

/// The places of an id.
struct Names<'i> {
    id: &'i str,
    uses: HashSet<Span>,
}

/// The values of all entries as text, by file.
fn values(
    draft: &Draft<'_>,
    names: &Names<'_>,
    path_of: &dyn Fn(SourceId) -> String,
) -> BTreeMap<String, String> {
    let mut values: BTreeMap<SourceId, String> = BTreeMap::new();
    for entry in all_entries(draft) {
        write_entry(entry, names, values.entry(entry.span().source).or_default());
    }
    for reporter in &draft.reporters {
        let text = values.entry(reporter.span.source).or_default();
        let _ = writeln!(text, "unit {}", names.of(&reporter.value, reporter.span));
    }
    let columns = unit_columns(draft).join(" ");
    values.entry(draft.main).or_default().push_str(&columns);
    values.into_iter().map(|(source, text)| (path_of(source), text)).collect()
}

impl Names<'_> {
    /// A text, or the sign in its place.
    fn of<'t>(&self, text: &'t str, span: Span) -> &'t str {
        if text == self.id && self.uses.contains(&span) { ID } else { text }
    }
}

fn write_entry(entry: &Entry<'_>, names: &Names<'_>, out: &mut String) {
    let _ = write!(out, "{}{{", entry.format().name());
    for (key, value) in entry.values() {
        let _ = write!(out, "{key}=");
        match value.value {
            DraftValue::Text(words) => {
                let _ = write!(out, "{:?}", names.of(words, value.span));
            }
            DraftValue::Many(all) => {
                for one in all {
                    let _ = write!(out, "{:?},", names.of(&one.value, one.span));
                }
            }
            DraftValue::Map(inner) => write_entry(inner, names, out),
            DraftValue::List(entries) => entries.iter().for_each(|entry| write_entry(entry, names, out)),
            DraftValue::Day(day) => {
                let _ = write!(out, "{day:?}");
            }
            DraftValue::YearlessDay(day) => {
                let _ = write!(out, "{day}");
            }
            DraftValue::Bool(flag) => {
                let _ = write!(out, "{flag}");
            }
            DraftValue::Count(count) => {
                let _ = write!(out, "{count}");
            }
            DraftValue::Number(number) => {
                let _ = write!(out, "{number}");
            }
            DraftValue::Pairs(pairs) => {
                for (first, second) in pairs {
                    let _ = write!(out, "{:?}:{:?},", &*first.value, &*second.value);
                }
            }
            DraftValue::Wrong => out.push('!'),
        }
        out.push(';');
    }
    for own in entry.own() {
        let words = own.value.as_deref().map(|words| names.of(words, own.span));
        let _ = write!(out, "{}={words:?};", &*own.key.value);
    }
    out.push_str("}\n");
}

/// The section above each section, by the id of the latter.
fn parents(plan: &Plan) -> Vec<(String, Option<SectionIx>)> {
    plan.sections.iter().map(|section| (section.id.clone(), section.parent)).collect()
}

/// The reports and changes of each work item, in the order in which they count.
fn counted(plan: &Plan, path_of: &dyn Fn(SourceId) -> String) -> Vec<(String, Vec<(String, usize)>)> {
    let places = |all: &[Span]| {
        let mut sorted = all.to_vec();
        sorted.sort_unstable();
        let mut in_file: HashMap<SourceId, usize> = HashMap::new();
        let numbers: HashMap<Span, usize> = sorted
            .into_iter()
            .map(|place| {
                let number = in_file.entry(place.source).or_default();
                *number += 1;
                (place, *number)
            })
            .collect();
        let named = all.iter().map(|place| (path_of(place.source), numbers.get(place).copied().unwrap_or(0)));
        named.collect::<Vec<_>>()
    };
    let reports = places(&plan.reports.iter().map(|report| report.place).collect::<Vec<_>>());
    let changes = places(&plan.changes.iter().map(|change| change.place).collect::<Vec<_>>());
    let of_item = |item: &crate::model::WorkItem| {
        let reports = item.reports.iter().filter_map(|at| reports.get(*at as usize));
        let changes = item.changes.iter().filter_map(|at| changes.get(*at as usize));
        (plan.key(item), reports.chain(changes).cloned().collect())
    };
    let with_entries = plan.work_items.iter().filter(|item| item.reports.len() + item.changes.len() > 1);
    with_entries.map(of_item).collect()
}
