//! The entry that gets another id, and the plans that have it.

use crate::edit::command_line::CommandLine;
use crate::edit::entry_kind::EntryKind;
use crate::edit::refusal::EditRefusal;
use crate::edit::request::RenameRequest;
use crate::model::{EntityIx, Plan, PlanIx};
use crate::parse::format::IdSpace;
use crate::span::Span;
use crate::workspace::{EntityName, FoundEntity, NumberedPlan, PlanEntry, Workspace};

/// An entry that gets another id.
pub(super) struct RenameSubject {
    /// The id as the plans spell it.
    pub(super) id: String,
    pub(super) space: IdSpace,
    pub(super) is_unit: bool,
    /// The plans that have the entry: several where they share its file.
    pub(super) plans: Vec<PlanIx>,
}

/// An entry that a name may mean.
struct NamedEntry<'w> {
    plan: &'w Plan,
    kind: EntryKind,
    id: &'w str,
    place: Span,
}

impl RenameSubject {
    /// Finds the entry that a request names.
    ///
    /// # Errors
    /// [`EditRefusal`] if there is none, if there are several, or if a plan with errors may have it.
    pub(super) fn find(
        workspace: &Workspace,
        line: &CommandLine,
        request: &RenameRequest,
    ) -> Result<Self, EditRefusal> {
        let plans: Vec<NumberedPlan<'_>> = workspace.valid().collect();
        let name = EntityName::new(&request.entry.value);
        let found = name.find(&plans);
        let is_plan = found.iter().any(|found| found.entity == EntityIx::Plan);
        let candidates = found.into_iter().filter_map(|FoundEntity { plan, entity, .. }| {
            let kind = EntryKind::of(entity, plan)?;
            let is_asked = request.kind.is_none_or(|asked| asked == kind);
            let (id, place) = (entity.id(plan), entity.place(plan));
            is_asked.then_some(NamedEntry { plan, kind, id, place })
        });
        let candidates: Vec<NamedEntry<'_>> = candidates.collect();
        let Some(first) = candidates.first() else {
            return Err(not_found(workspace, &name, &plans, request, is_plan));
        };
        only_one(&candidates, line, request)?;
        let has_file = |entry: &&PlanEntry| entry.sources().any(|source| source == first.place.source);
        let sharing: Vec<&PlanEntry> = workspace.plans().iter().filter(has_file).collect();
        let invalid: Vec<PlanIx> =
            sharing.iter().filter(|entry| entry.plan().is_none()).map(|entry| entry.ix()).collect();
        if !invalid.is_empty() {
            return Err(EditRefusal::InvalidPlans(invalid));
        }
        Ok(Self {
            id: first.id.to_owned(),
            space: first.kind.space(),
            is_unit: first.kind == EntryKind::Unit,
            plans: sharing.iter().map(|entry| entry.ix()).collect(),
        })
    }
}

/// Refuses a name of several entries: of one plan, or of several.
fn only_one(
    candidates: &[NamedEntry<'_>],
    line: &CommandLine,
    request: &RenameRequest,
) -> Result<(), EditRefusal> {
    let id = request.entry.value.clone();
    let mut places: Vec<Span> = candidates.iter().map(|candidate| candidate.place).collect();
    places.sort_unstable();
    places.dedup();
    if places.len() < 2 {
        return Ok(());
    }
    let mut commands: Vec<String> = Vec::new();
    let is_one_plan = candidates.windows(2).all(|pair| pair[0].plan.id == pair[1].plan.id);
    for candidate in candidates {
        let name = format!("{}/{}", candidate.plan.id, candidate.id);
        let line = line.with(request.entry.word, &name);
        let command =
            if is_one_plan { line.with_option("--kind", candidate.kind.name()).text() } else { line.text() };
        if !commands.contains(&command) {
            commands.push(command);
        }
    }
    Err(if is_one_plan {
        EditRefusal::SeveralEntries { id, commands }
    } else {
        EditRefusal::SeveralPlans { id, commands }
    })
}

fn not_found(
    workspace: &Workspace,
    name: &EntityName<'_>,
    plans: &[NumberedPlan<'_>],
    request: &RenameRequest,
    is_plan: bool,
) -> EditRefusal {
    let id = request.entry.value.clone();
    if is_plan {
        return EditRefusal::PlanId { id };
    }
    let has_name = |entry: &&PlanEntry| name.plan.is_none_or(|plan| entry.id() == Some(plan));
    let invalid = workspace.plans().iter().filter(|entry| entry.plan().is_none()).filter(has_name);
    let invalid: Vec<PlanIx> = invalid.map(PlanEntry::ix).collect();
    if !invalid.is_empty() {
        return EditRefusal::InvalidPlans(invalid);
    }
    EditRefusal::UnknownId { id, near: name.near(plans) }
}
