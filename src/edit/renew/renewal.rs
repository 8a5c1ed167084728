//! The files of the new plan, and the list of what a person must look at.

use super::carry::{OpenWork, carry, open_work};
use super::doubt::{DoubtReason, DoubtfulLine, RenewedLine};
use super::entries::EntryRenewal;
use super::file::{FinishedFile, RenewedFile, line_at, line_text};
use super::paths::RenewedPlace;
use super::units::EndedUnits;
use super::years::YearShift;
use crate::date::Day;
use crate::deadline::Period;
use crate::diagnostic::TextEdit;
use crate::edit::file_change::FileChange;
use crate::edit::reference::plan_of_id;
use crate::edit::refusal::EditRefusal;
use crate::model::PlanIx;
use crate::parse::emit::{ScalarContext, scalar};
use crate::parse::format::LISTS;
use crate::parse::scalar::is_id;
use crate::parse::{Draft, Key};
use crate::workspace::Workspace;

/// The plan of the next period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenewRequest {
    /// The id of the old plan.
    pub plan: String,
    /// The words of the new period.
    pub period: String,
    /// The id of the new plan; by default the old one with its years moved, or with the new year.
    pub id: Option<String>,
    /// The folder to write to, from the current one; by default beside the old plan.
    pub folder: Option<String>,
    /// True if work that is open becomes tasks of the new plan.
    pub carry: bool,
}

/// A new plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Renewal {
    /// The id of the new plan.
    pub id: String,
    /// The files.
    pub files: Vec<FileChange>,
    /// The folder of the plan, or its one file, from the current folder.
    pub place: String,
    /// True if the place is a folder.
    pub is_folder: bool,
    /// The folder of the old plan from the current one, empty or with `/` at its end.
    pub old_folder: String,
    /// The lines that are changed.
    pub changed: Vec<RenewedLine>,
    /// The lines that a person should look at.
    pub doubts: Vec<DoubtfulLine>,
    /// The work that is open on the last day of the old period.
    pub open: Vec<OpenWork>,
}

/// Makes the plan of the next period. Nothing is written.
///
/// # Errors
/// [`EditRefusal`] if the plan is not known or has errors, the period has no year, or a file cannot be taken over.
pub fn propose_renewal(workspace: &Workspace, request: &RenewRequest) -> Result<Renewal, EditRefusal> {
    let (ix, plan) = plan_of_id(workspace, &request.plan)?;
    let no_year = || EditRefusal::NoYear { words: request.period.clone() };
    let shift = YearShift::new(&plan.period, &request.period).ok_or_else(no_year)?;
    let new_first = match Period::parse(&request.period, &plan.calendar) {
        Ok(period) => Some(period.range.first),
        // A school year whose days nobody has announced begins at about the same day.
        Err(_) => Day::new(shift.to, plan.period.range.first.month(), 1),
    };
    let new_first = new_first.ok_or_else(no_year)?;
    let moved = shift.moved(&plan.id);
    let id = request
        .id
        .clone()
        .unwrap_or_else(|| if moved == plan.id { format!("{}-{}", plan.id, shift.to) } else { moved });
    // The id becomes the name of a folder or a file.
    if !is_id(&id) {
        return Err(EditRefusal::WrongPlanId { id });
    }
    if workspace.plans().iter().any(|entry| entry.id() == Some(id.as_str())) {
        return Err(EditRefusal::TakenPlanId { id });
    }
    let main = workspace.sources().get(workspace.entry(ix).main()).full_path();
    let place = RenewedPlace::new(&main, &id, request.folder.as_deref());
    let ended = EndedUnits::new(plan, new_first);
    let (mut files, mut doubts) =
        renewed(workspace, ix, &place, request, &EntryRenewal { shift, ended: &ended }, &id)?;
    let open = open_work(plan);
    if request.carry {
        carry(plan, &open, new_first, &mut files)?;
    }
    let mut renewal = Renewal { id, open, ..Renewal::default() };
    renewal.is_folder = place.folder().is_some();
    place.old_folder().clone_into(&mut renewal.old_folder);
    renewal.place = match place.folder() {
        Some(folder) => folder.to_owned(),
        None => files.first().map(|file| file.path.clone()).unwrap_or_default(),
    };
    for file in files {
        renewal.changed.extend(file.changed);
        doubts.extend(file.doubts);
        let change = FileChange { path: file.path, moved_from: None, old: None, new: Some(file.text) };
        renewal.files.push(change);
    }
    renewal.doubts = doubts;
    Ok(renewal)
}

/// The files of the new plan, and what to look at in those that it shares with the old one.
fn renewed(
    workspace: &Workspace,
    ix: PlanIx,
    place: &RenewedPlace,
    request: &RenewRequest,
    entries: &EntryRenewal<'_>,
    id: &str,
) -> Result<(Vec<FinishedFile>, Vec<DoubtfulLine>), EditRefusal> {
    let (draft, _) = workspace.draft(ix);
    let sources = workspace.sources();
    let main = sources.get(draft.main).full_path();
    let (mut files, mut doubts) = (Vec::new(), Vec::new());
    for source in workspace.entry(ix).sources() {
        let file = sources.get(source);
        let old_path = file.full_path();
        let Some(path) = place.path(&old_path, &main) else {
            doubts.extend(shared(&draft, file.text(), &old_path, source, entries.ended));
            continue;
        };
        if draft.report_files.contains(&source) {
            continue;
        }
        let Some(mut renewed) = RenewedFile::new(old_path, path, file.text(), source)? else { continue };
        if source == draft.main {
            header(&draft, place, request, entries, id, &mut renewed);
        }
        let of_file = |entry: &&crate::parse::Entry<'_>| entry.span().source == source;
        for list in LISTS
            .keys
            .iter()
            .map(|format| format.key)
            .filter(|key| !matches!(key, Key::Progress | Key::Changes))
        {
            draft.list(list).iter().filter(of_file).for_each(|entry| entries.renew(entry, &mut renewed));
        }
        files.push(renewed.finish()?);
    }
    Ok((files, doubts))
}

/// The keys of the header: id, period, title, and the paths of shared files.
fn header(
    draft: &Draft<'_>,
    place: &RenewedPlace,
    request: &RenewRequest,
    entries: &EntryRenewal<'_>,
    id: &str,
    file: &mut RenewedFile<'_>,
) {
    let header = &draft.header;
    // A year alone is a number to no reader of plans.
    let is_year = |words: &str| words.len() == 4 && words.bytes().all(|byte| byte.is_ascii_digit());
    let value = |words: &str| {
        if is_year(words) { words.to_owned() } else { scalar(words, ScalarContext::Block) }
    };
    file.edit([
        TextEdit::replacement(header.value_span(Key::Plan), value(id)),
        TextEdit::replacement(header.value_span(Key::Period), value(request.period.trim())),
    ]);
    entries.years(header.value_span(Key::Title), file);
    for include in header.many(Key::Include) {
        if let Some(path) = place.include(include.value) {
            file.edit([TextEdit::replacement(include.span, scalar(&path, ScalarContext::Flow))]);
        }
    }
    entries.renew(header, file);
}

/// The groups of a file that other plans share, as far as units in them have ended.
fn shared(
    draft: &Draft<'_>,
    text: &str,
    path: &str,
    source: crate::span::SourceId,
    ended: &EndedUnits,
) -> Vec<DoubtfulLine> {
    let groups = draft.list(Key::Groups).iter().filter(|group| group.span().source == source);
    let doubtful = groups.filter(|group| ended.is_named(group, Key::Members));
    let line = |group: &crate::parse::Entry<'_>| {
        let at = group.place().start as usize;
        let reason = DoubtReason::SharedGroup;
        DoubtfulLine { file: path.to_owned(), line: line_at(text, at), reason, text: line_text(text, at) }
    };
    doubtful.map(line).collect()
}
