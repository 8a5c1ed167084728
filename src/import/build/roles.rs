//! The roles of units in a task, and its deadline.

use std::collections::BTreeSet;
use std::ops::Range;

use super::state::{BodyPath, PlanBuilder};
use crate::import::clause::WorkPiece;
use crate::import::plan::{Doubt, ImportedTask};
use crate::import::units::is_kind_alone;
use crate::import::when::bare_days;

impl PlanBuilder<'_> {
    /// Gives a task of some parts of a bullet the units of their roles.
    pub(super) fn who(&mut self, task: &mut ImportedTask, parts: &[WorkPiece], path: &BodyPath) {
        let place = task.place;
        let mut first = parts.first().map(|part| part.roles.clone()).unwrap_or_default();
        // `Trung tâm` is the one that the heading names; without one, it may be any.
        let heads: Vec<(String, String)> = path
            .lead
            .iter()
            .filter_map(|id| self.units.name_of(id).map(|name| (id.clone(), name.to_lowercase())))
            .collect();
        let of_heading = |name: &str| {
            let found = heads.iter().find(|(_, head)| head.starts_with(&name.to_lowercase()));
            found.filter(|_| is_kind_alone(name)).map(|(id, _)| id.clone())
        };
        let is_open = |name: &String| is_kind_alone(name) && of_heading(name).is_none();
        let alone = first.lead.iter().position(is_open).map(|at| first.lead.remove(at));
        let mut ids = |names: &[String]| -> Vec<String> {
            names.iter().map(|name| of_heading(name).unwrap_or_else(|| self.units.id(name, place))).collect()
        };
        let others: Vec<&str> =
            parts.iter().skip(1).flat_map(|part| part.roles.lead.iter().map(String::as_str)).collect();
        // A unit that the heading names leads; whoever a sentence directs carries out.
        let is_directed = !path.lead.is_empty() && first.directs && !first.lead.is_empty();
        let (lead, to) = if is_directed {
            (Vec::new(), first.lead.clone())
        } else {
            (first.lead.clone(), first.to.clone())
        };
        if others.is_empty() {
            task.work.lead = ids(&lead);
        } else {
            let mut names: Vec<&str> = lead.iter().map(String::as_str).collect();
            names.extend(others.iter().copied().filter(|name| !lead.iter().any(|lead| lead == name)));
            let names = names.join("; ");
            task.doubts.push(Doubt {
                key: "lead",
                reason: crate::message!(
                    "nhiều việc, người làm khác nhau ({names}): tách hay chọn",
                    "several pieces of work with leads of their own ({names}): split or choose"
                ),
            });
        }
        task.work.to = ids(&to);
        let mut with: Vec<String> = Vec::new();
        for part in parts.iter().filter(|part| parts.len() == 1 || part.range == parts[0].range) {
            with.extend(
                part.roles.with.iter().filter(|name| !with.contains(name)).cloned().collect::<Vec<_>>(),
            );
        }
        task.work.with = ids(&with);
        if task.work.lead.is_empty() && others.is_empty() {
            task.work.lead.clone_from(&path.lead);
        }
        let unsure = parts.iter().flat_map(|part| part.roles.unsure.clone());
        let unsure: Vec<String> = alone.into_iter().chain(unsure).collect();
        if let Some(name) = unsure.first()
            && task.work.lead.is_empty()
        {
            task.doubts.push(Doubt {
                key: "lead",
                reason: crate::message!("“{name}” có phải là đơn vị chủ trì không?", "is “{name}” the lead?"),
            });
        }
        let leads = task.work.lead.clone();
        task.work.with.retain(|unit| !leads.contains(unit));
        let with = task.work.with.clone();
        task.work.to.retain(|unit| !leads.contains(unit) && !with.contains(unit));
        dedup(&mut task.work.lead);
        dedup(&mut task.work.with);
        dedup(&mut task.work.to);
    }
}

/// Gives a task the deadline of its parts, if there is one for all.
pub(super) fn when(task: &mut ImportedTask, text: &str, parts: &[WorkPiece]) {
    let sure: Vec<&str> = parts
        .iter()
        .flat_map(|part| part.due.iter().filter(|due| due.is_sure).map(|due| &text[due.range.clone()]))
        .collect();
    let words = |due: &[&str]| due.iter().map(|words| format!("“{words}”")).collect::<Vec<_>>().join("; ");
    match (sure.as_slice(), parts.len()) {
        ([due], 1) => task.work.due = Some((*due).to_owned()),
        ([], _) => {
            let open: Vec<&str> = parts
                .iter()
                .flat_map(|part| {
                    part.due.iter().filter(|due| due.is_readable).map(|due| &text[due.range.clone()])
                })
                .collect();
            let open = if open.is_empty() { bare_days(&text[range_of(parts, text)]) } else { open };
            if !open.is_empty() {
                let words = words(&open);
                task.doubts.push(Doubt {
                    key: "due",
                    reason: crate::message!("{words} có phải thời hạn không?", "is {words} the deadline?"),
                });
            }
        }
        (several, _) => {
            let words = words(several);
            task.doubts.push(Doubt {
                key: "due",
                reason: crate::message!(
                    "{words} là thời hạn của một phần việc",
                    "{words} is the deadline of a part of the work"
                ),
            });
        }
    }
}

/// The place of some parts in their text.
fn range_of(parts: &[WorkPiece], text: &str) -> Range<usize> {
    parts.first().map_or(0, |part| part.range.start)..parts.last().map_or(text.len(), |part| part.range.end)
}

/// Removes all but the first of equal values.
pub(super) fn dedup(values: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    values.retain(|value| seen.insert(value.clone()));
}
