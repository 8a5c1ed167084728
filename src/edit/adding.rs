//! Entries that a command line asks for, put into the files of a workspace and checked there.

use std::collections::BTreeMap;

use super::choice::OpenParts;
use super::command_line::CommandLine;
use super::composition::{ComposedFile, FileDraft};
use super::destination::PlanFolder;
use super::entries::{RequestedEntry, entries};
use super::known::is_known;
use super::proposal::Proposal;
use super::refusal::EditRefusal;
use super::request::EntryRequest;
use super::review::{EarlierDiagnostics, ReviewedFile, review};
use super::scope::ItemScope;
use crate::model::{EntityIx, Plan, PlanIx, WorkItemIndex};
use crate::parse::Key;
use crate::parse::emit::ListPlace;
use crate::span::Span;
use crate::workspace::Workspace;

/// Puts the entries of a request into the files of a workspace, each where a person would have typed it, and checks
/// the plans as they would be. The workspace has the new texts afterwards; nothing is written.
///
/// # Errors
/// [`EditRefusal`] if the command line leaves a choice open, the plan would be wrong, or nothing can be written.
pub fn propose_entries(
    workspace: &mut Workspace,
    line: &CommandLine,
    request: &EntryRequest,
) -> Result<Proposal, EditRefusal> {
    let earlier = EarlierDiagnostics::of(workspace);
    let requested = RequestedEntries::read(workspace, line, request)?;
    let drafts = requested.drafts(workspace, ListPlace::Top(request.list));
    let composed: Vec<ComposedFile<'_>> =
        drafts.into_iter().map(FileDraft::compose).collect::<Result<_, _>>()?;
    let reviewed: Vec<ReviewedFile<'_>> = composed.iter().map(|file| file.reviewed(line)).collect();
    let warnings = review(workspace, line, &earlier, &reviewed)
        .map_err(|refusal| refusal.with(requested.commands.clone()))?;
    for file in &composed {
        for entry in file.entries.iter().filter(|entry| !entry.entry.meant.is_empty()) {
            let counted = counted(workspace, request.list, &file.change.path, entry.span);
            if counted != entry.entry.meant {
                return Err(EditRefusal::OtherItems(counted));
            }
        }
    }
    let files = composed.into_iter().map(|file| file.change).collect();
    Ok(Proposal { files, unchanged: requested.unchanged, warnings })
}

/// The entries of a request that the plans do not have yet.
struct RequestedEntries {
    entries: Vec<RequestedEntry>,
    /// The number of those that they have.
    unchanged: usize,
    /// The commands that leave no choice open, and the number of those that are not listed.
    commands: (Vec<String>, usize),
}

/// A plan that entries go into.
pub(super) struct OpenedPlan<'w> {
    pub(super) folder: PlanFolder<'w>,
    pub(super) index: WorkItemIndex,
}

impl RequestedEntries {
    fn read(workspace: &Workspace, line: &CommandLine, request: &EntryRequest) -> Result<Self, EditRefusal> {
        let mut requested = Self { entries: Vec::new(), unchanged: 0, commands: (Vec::new(), 0) };
        let mut plans: BTreeMap<PlanIx, OpenedPlan<'_>> = BTreeMap::new();
        let is_tracked = |entity| matches!(entity, EntityIx::Assignment(_));
        for item in &request.items {
            let command = |id: &str| line.with(item.word, id).text();
            let scope = ItemScope::find(workspace, item, is_tracked, command)?;
            let opened = plans.entry(scope.ix).or_insert_with(|| OpenedPlan {
                folder: PlanFolder::new(workspace, scope.ix),
                index: WorkItemIndex::of(scope.plan),
            });
            for entry in entries(&scope, &opened.folder, &opened.index, request, item) {
                let is_there = is_known(scope.plan, request.list, &entry.meant, &entry.entry.values)
                    || requested.entries.iter().any(|other| other.entry.is_alike(&entry.entry));
                if is_there {
                    requested.unchanged += 1;
                    continue;
                }
                let named = [entry.named[0].as_deref(), entry.named[1].as_deref()];
                let is_open = entry.meant.is_empty() && requested.commands.0.is_empty();
                let open = is_open.then(|| OpenParts::of(&scope, &opened.index, request, named)).flatten();
                if let Some(open) = open {
                    requested.commands = open.commands(&scope, request, line, item.word, named);
                }
                requested.entries.push(entry);
            }
        }
        Ok(requested)
    }

    /// The files with the entries that go into each, in the order of their paths.
    fn drafts(&self, workspace: &Workspace, place: ListPlace) -> Vec<FileDraft<'_>> {
        let mut drafts: BTreeMap<String, FileDraft<'_>> = BTreeMap::new();
        for requested in &self.entries {
            let path = requested.destination.path(workspace);
            let draft = drafts.entry(path.clone()).or_insert_with(|| {
                let (old, head) = requested.destination.text(workspace);
                FileDraft { path, old, head, lists: vec![(place, Vec::new())] }
            });
            draft.lists.iter_mut().for_each(|(_, entries)| entries.push(&requested.entry));
        }
        drafts.into_values().collect()
    }
}

/// The keys of the work items for which the entry at a place counts.
pub(super) fn counted(workspace: &Workspace, list: Key, path: &str, entry: Span) -> Vec<String> {
    let is_there = |place: Span| {
        entry.start <= place.start
            && place.end <= entry.end
            && workspace.sources().get(place.source).full_path() == path
    };
    let keys = |plan: &Plan| {
        let report = plan.reports.iter().find(|report| list == Key::Progress && is_there(report.place));
        let change = plan.changes.iter().find(|change| list == Key::Changes && is_there(change.place));
        let counted = report.map(|report| &report.work_items).or(change.map(|change| &change.work_items))?;
        Some(counted.iter().map(|work_item| plan.key(plan.work_item(*work_item))).collect())
    };
    workspace.valid().find_map(|(_, plan)| keys(plan)).unwrap_or_default()
}
