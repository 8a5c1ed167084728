//! Entries of many reporters at once: those that would make a plan wrong are left out, the others are kept.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::adding::{OpenedPlan, counted};
use super::composition::{ComposedFile, FileDraft};
use super::destination::{Destination, PlanFolder};
use super::entries::entries;
use super::file_change::FileChange;
use super::obstacle::obstacle;
use super::refusal::EditRefusal;
use super::request::{EntryRequest, Given, PlacedEntry, ResultRequest};
use super::results::{place_of, placed};
use super::review::{EarlierDiagnostics, ReviewedFile};
use super::scope::ItemScope;
use crate::date::{AsOf, Day};
use crate::diagnostic::{Diagnostic, Severity};
use crate::language::Message;
use crate::message;
use crate::model::{EntityIx, PlanIx, WorkItemIndex};
use crate::parse::Key;
use crate::parse::emit::{ListPlace, NewValue};
use crate::span::Span;
use crate::workspace::Workspace;

/// An entry of a batch; it is named by its place in the batch.
#[derive(Debug, Clone, PartialEq)]
pub struct BatchEntry {
    /// The whole key of the work item, or `PLAN/ID` of the target.
    pub item: String,
    /// True for a result of a target.
    pub is_result: bool,
    /// The id of the reporting unit.
    pub unit: String,
    /// The occurrence of a target that recurs.
    pub period: Option<String>,
    /// The day of the report or of the figure.
    pub date: Day,
    /// The other values by key.
    pub values: Vec<(Key, NewValue)>,
    /// The values in the plan's own columns by key.
    pub own: Vec<(String, NewValue)>,
}

/// A finding on an entry of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchFinding {
    /// The place of the entry in the batch.
    pub entry: usize,
    /// The name of the key whose value it is about, if it is about one.
    pub key: Option<String>,
    /// The sentence.
    pub message: Message,
    /// The remedy.
    pub help: Option<Message>,
}

/// The changes that a batch makes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BatchProposal {
    /// The files that change, in the order of their paths.
    pub files: Vec<FileChange>,
    /// The findings on entries that are left out.
    pub refused: Vec<BatchFinding>,
    /// The findings on entries that are kept.
    pub warnings: Vec<BatchFinding>,
}

/// Puts the entries of a batch into the files of a workspace, each where a person would have typed it, and checks the
/// plans as they would be. An entry that would make a plan wrong is left out. The workspace has the new texts
/// afterwards; nothing is written.
pub fn propose_batch(workspace: &mut Workspace, batch: &[BatchEntry], as_of: AsOf) -> BatchProposal {
    let earlier = EarlierDiagnostics::of(workspace);
    let mut open: BTreeSet<usize> = (0..batch.len()).collect();
    let mut refused = Vec::new();
    loop {
        let attempt = BatchAttempt { batch, open: &open, as_of };
        match attempt.make(workspace, &earlier) {
            Ok((files, warnings)) => return BatchProposal { files, refused, warnings },
            Err(found) => {
                for finding in &found {
                    open.remove(&finding.entry);
                }
                refused.extend(found);
            }
        }
    }
}

/// One attempt with the entries that are not left out yet.
struct BatchAttempt<'b> {
    batch: &'b [BatchEntry],
    open: &'b BTreeSet<usize>,
    as_of: AsOf,
}

/// An entry with its file and its list.
struct BatchPlace {
    destination: Destination,
    list: ListPlace,
    entry: PlacedEntry,
}

impl BatchAttempt<'_> {
    /// The changed files and the warnings, or the findings on at least one entry that is to be left out.
    fn make(
        &self,
        workspace: &mut Workspace,
        earlier: &EarlierDiagnostics,
    ) -> Result<(Vec<FileChange>, Vec<BatchFinding>), Vec<BatchFinding>> {
        let places = self.places(workspace)?;
        let composed = compose(workspace, &places)?;
        let texts = composed.iter().map(|file| (file.change.path.clone(), file.change.new.clone()));
        workspace.update_all(texts.collect::<Vec<_>>());
        let reviewed: Vec<ReviewedFile<'_>> = composed
            .iter()
            .map(|file| ReviewedFile { change: &file.change, edits: &file.edits, parts: Vec::new() })
            .collect();
        let added = earlier.added(workspace, &reviewed);
        let (errors, warnings): (Vec<Diagnostic>, Vec<Diagnostic>) =
            added.into_iter().partition(|found| found.severity == Severity::Error);
        let mut found: Vec<BatchFinding> =
            errors.iter().flat_map(|error| self.findings(workspace, &composed, error)).collect();
        if found.is_empty() {
            found = self.other_items(workspace, &composed);
        }
        if !found.is_empty() {
            let old = composed.iter().map(|file| (file.change.path.clone(), file.change.old.clone()));
            workspace.update_all(old.collect::<Vec<_>>());
            return Err(found);
        }
        let of_entries = |warning| {
            let mut found = self.findings(workspace, &composed, warning);
            // A warning elsewhere is about no single entry.
            found.truncate(1);
            found
        };
        let warnings = warnings.iter().flat_map(of_entries).collect();
        Ok((composed.into_iter().map(|file| file.change).collect(), warnings))
    }

    fn places(&self, workspace: &Workspace) -> Result<Vec<BatchPlace>, Vec<BatchFinding>> {
        let (mut places, mut found) = (Vec::new(), Vec::new());
        let mut plans: BTreeMap<PlanIx, OpenedPlan<'_>> = BTreeMap::new();
        for (at, entry) in self.open.iter().filter_map(|at| Some((*at, self.batch.get(*at)?))) {
            let placed = if entry.is_result {
                result(workspace, entry, at).map(|place| vec![place])
            } else {
                self.reports(workspace, &mut plans, entry, at)
            };
            match placed {
                Ok(placed) => places.extend(placed),
                Err(refusal) => found.push(of_refusal(workspace, at, &refusal)),
            }
        }
        if found.is_empty() { Ok(places) } else { Err(found) }
    }

    fn reports<'w>(
        &self,
        workspace: &'w Workspace,
        plans: &mut BTreeMap<PlanIx, OpenedPlan<'w>>,
        entry: &BatchEntry,
        at: usize,
    ) -> Result<Vec<BatchPlace>, EditRefusal> {
        let item = Given::new(entry.item.clone(), at);
        let is_tracked = |entity| matches!(entity, EntityIx::Assignment(_));
        let scope = ItemScope::find(workspace, &item, is_tracked, str::to_owned)?;
        let opened = plans.entry(scope.ix).or_insert_with(|| OpenedPlan {
            folder: PlanFolder::new(workspace, scope.ix),
            index: WorkItemIndex::of(scope.plan),
        });
        let given = |value: &NewValue| Given::new(value.clone(), at);
        let request = EntryRequest {
            list: Key::Progress,
            items: Vec::new(),
            units: vec![Given::new(entry.unit.clone(), at)],
            periods: Vec::new(),
            date: entry.date,
            date_word: None,
            lead: None,
            values: entry.values.iter().map(|(key, value)| (*key, given(value))).collect(),
            as_of: self.as_of,
        };
        let requested = entries(&scope, &opened.folder, &opened.index, &request, &item).into_iter();
        let place = requested.map(|requested| BatchPlace {
            destination: requested.destination,
            list: ListPlace::Top(Key::Progress),
            entry: PlacedEntry { own: entry.own.clone(), ..requested.entry },
        });
        Ok(place.collect())
    }

    /// The findings that a diagnostic amounts to: on the entry in which it stands or to which it relates, else on all.
    fn findings(
        &self,
        workspace: &Workspace,
        composed: &[ComposedFile<'_>],
        found: &Diagnostic,
    ) -> Vec<BatchFinding> {
        let finding = |(entry, key)| BatchFinding {
            entry,
            key,
            message: found.message.clone(),
            help: found.help.clone(),
        };
        let mut spans = std::iter::once(found.span).chain(found.related.iter().map(|related| related.span));
        match spans.find_map(|span| entry_at(workspace, composed, span)) {
            Some(place) => vec![finding(place)],
            None => self.open.iter().map(|entry| finding((*entry, None))).collect(),
        }
    }

    /// The findings on entries that would count for other work items than those meant.
    fn other_items(&self, workspace: &Workspace, composed: &[ComposedFile<'_>]) -> Vec<BatchFinding> {
        let mut found = Vec::new();
        for file in composed {
            for entry in file.entries.iter().filter(|entry| !entry.entry.meant.is_empty()) {
                let is_counted =
                    counted(workspace, Key::Progress, &file.change.path, entry.span) == entry.entry.meant;
                let is_result = self.batch.get(entry.entry.item).is_some_and(|entry| entry.is_result);
                if !is_counted && !is_result {
                    found.push(of_refusal(workspace, entry.entry.item, &EditRefusal::OtherItems(Vec::new())));
                }
            }
        }
        found
    }
}

/// The place of a result of a target.
fn result(workspace: &Workspace, entry: &BatchEntry, at: usize) -> Result<BatchPlace, EditRefusal> {
    let is_target = |entity| matches!(entity, EntityIx::Target(_));
    let target = Given::new(entry.item.clone(), at);
    let scope = ItemScope::find(workspace, &target, is_target, str::to_owned)?;
    let Some(EntityIx::Target(found)) = scope.entity else {
        return Err(EditRefusal::NoTarget { id: entry.item.clone(), near: None });
    };
    let given = |words: &String| Given::new(words.clone(), at);
    let request = ResultRequest {
        target,
        unit: Some(given(&entry.unit)),
        period: entry.period.as_ref().map(given),
        date: entry.date,
        date_word: None,
        values: entry.values.iter().map(|(key, value)| (*key, Given::new(value.clone(), at))).collect(),
    };
    let target = scope.plan.target(found);
    let source = workspace.sources().get(target.place.source);
    let list =
        place_of(source.text(), target).ok_or_else(|| EditRefusal::NoPlace { path: source.full_path() })?;
    Ok(BatchPlace {
        destination: Destination::File(target.place.source),
        list,
        entry: placed(scope.plan, target, &request),
    })
}

/// The files with their new entries; the findings on all entries of the files that cannot take them.
fn compose<'p>(
    workspace: &Workspace,
    places: &'p [BatchPlace],
) -> Result<Vec<ComposedFile<'p>>, Vec<BatchFinding>> {
    let mut drafts: BTreeMap<String, FileDraft<'p>> = BTreeMap::new();
    let mut lists: HashMap<(String, ListPlace), usize> = HashMap::new();
    for place in places {
        let path = place.destination.path(workspace);
        let draft = drafts.entry(path.clone()).or_insert_with(|| {
            let (old, head) = place.destination.text(workspace);
            FileDraft { path: path.clone(), old, head, lists: Vec::new() }
        });
        let at = *lists.entry((path, place.list)).or_insert(draft.lists.len());
        if at == draft.lists.len() {
            draft.lists.push((place.list, Vec::new()));
        }
        draft.lists[at].1.push(&place.entry);
    }
    let (mut composed, mut found) = (Vec::new(), Vec::new());
    for draft in drafts.into_values() {
        let entries: Vec<usize> =
            draft.lists.iter().flat_map(|(_, entries)| entries.iter().map(|entry| entry.item)).collect();
        match draft.compose() {
            Ok(file) => composed.push(file),
            Err(refusal) => {
                found.extend(entries.into_iter().map(|entry| of_refusal(workspace, entry, &refusal)));
            }
        }
    }
    if found.is_empty() { Ok(composed) } else { Err(found) }
}

/// The entry in which a span of the new texts stands, and the key whose value it is.
fn entry_at(
    workspace: &Workspace,
    composed: &[ComposedFile<'_>],
    span: Span,
) -> Option<(usize, Option<String>)> {
    let path = workspace.sources().get(span.source).full_path();
    let file = composed.iter().find(|file| file.change.path == path)?;
    let has = |place: &Span| place.start <= span.start && span.end <= place.end;
    let entry = file.entries.iter().find(|entry| has(&entry.span))?;
    let value = entry.values.iter().find(|(_, value)| has(value));
    let own = || entry.own.iter().find(|(_, value)| has(value)).map(|(key, _)| key.clone());
    Some((entry.entry.item, value.map(|(key, _)| key.name().to_owned()).or_else(own)))
}

fn of_refusal(workspace: &Workspace, entry: usize, refusal: &EditRefusal) -> BatchFinding {
    let message = match refusal {
        EditRefusal::InvalidPlans(_) => Message::fixed(
            "kế hoạch đang có lỗi; chạy plan validate",
            "the plan has errors; run plan validate",
        ),
        EditRefusal::NoPlace { path } => obstacle(workspace, path).0,
        EditRefusal::Fault { path } => message!(
            "nội dung soạn cho {path} không đúng như ý; đây là lỗi của chương trình",
            "the text made for {path} is not as intended; this is a fault of the program"
        ),
        EditRefusal::OtherItems(_) => {
            Message::fixed("báo cáo sẽ tính cho việc khác", "the report would count for other work")
        }
        _ => Message::fixed("kế hoạch không có việc này", "the plan has no such work"),
    };
    BatchFinding { entry, key: None, message, help: None }
}
