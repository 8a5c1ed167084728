//! The files of a workspace with another id of an entry.

use std::collections::BTreeMap;
use std::ops::Range;

use super::proof::{PlanFacts, changed};
use super::subject::RenameSubject;
use super::uses::IdUses;
use crate::diagnostic::EditSet;
use crate::edit::command_line::CommandLine;
use crate::edit::file_change::FileChange;
use crate::edit::proposal::Proposal;
use crate::edit::refusal::EditRefusal;
use crate::edit::request::RenameRequest;
use crate::edit::review::{EarlierDiagnostics, RequestedPart, ReviewedFile, review};
use crate::parse::Key;
use crate::parse::emit::renaming;
use crate::parse::scalar::is_id;
use crate::span::{SourceId, Span};
use crate::workspace::{PlanEntry, Workspace};

/// Gives an entry another id in all files that name it, and checks the plans as they would be. A file `progress/ID.yaml`
/// of a unit is moved. The workspace has the new texts afterwards; nothing is written.
///
/// # Errors
/// [`EditRefusal`] if the entry is not known, the plans would be wrong, or say more than another id.
pub fn propose_renaming(
    workspace: &mut Workspace,
    line: &CommandLine,
    request: &RenameRequest,
) -> Result<Proposal, EditRefusal> {
    let subject = RenameSubject::find(workspace, line, request)?;
    let new = request.new.value.trim();
    if subject.id == new {
        return Ok(Proposal { unchanged: 1, ..Proposal::default() });
    }
    let earlier = EarlierDiagnostics::of(workspace).renamed(&subject.id, new);
    let (files, taken) = renamed_files(workspace, &subject, new)?;
    let facts =
        PlanFacts::of_all(workspace, &subject.plans, subject.space, &subject.id, &|path| path.to_owned());
    let words = line.range(request.new.word);
    let reviewed: Vec<ReviewedFile<'_>> = files.iter().map(|file| file.reviewed(&words)).collect();
    let warnings = review(workspace, line, &earlier, &reviewed)?;
    if let Some(path) = taken {
        return Err(EditRefusal::FileExists { path });
    }
    let old_path = |path: &str| {
        let moved = files.iter().find(|file| file.change.path == path);
        moved.and_then(|file| file.change.moved_from.clone()).unwrap_or_else(|| path.to_owned())
    };
    let plans: Vec<_> = workspace.plans().iter().map(PlanEntry::ix).collect();
    let later = PlanFacts::of_all(workspace, &plans, subject.space, new, &old_path);
    for (main, before) in &facts {
        let path = || EditRefusal::Fault { path: main.clone() };
        changed(before, later.get(main).ok_or_else(path)?, main)?;
    }
    let files = files.into_iter().map(|file| file.change).collect();
    Ok(Proposal { files, unchanged: 0, warnings })
}

/// A file with the new id.
struct RenamedFile {
    change: FileChange,
    edits: Vec<EditSet>,
    /// The places of the new id.
    places: Vec<(u32, u32)>,
}

impl RenamedFile {
    fn reviewed(&self, words: &Range<usize>) -> ReviewedFile<'_> {
        let part = |(start, end): &(u32, u32)| RequestedPart {
            part: *start..*end,
            words: words.clone(),
            values: Vec::new(),
        };
        let parts = self.places.iter().map(part).collect();
        ReviewedFile { change: &self.change, edits: &self.edits, parts }
    }
}

/// The files that change, in the order of their paths, and a file that one of them would replace.
fn renamed_files(
    workspace: &Workspace,
    subject: &RenameSubject,
    new: &str,
) -> Result<(Vec<RenamedFile>, Option<String>), EditRefusal> {
    let mut uses: BTreeMap<SourceId, Vec<Span>> = BTreeMap::new();
    for plan in &subject.plans {
        let (draft, _) = workspace.draft(*plan);
        let uses_of = IdUses { space: subject.space, id: &subject.id };
        for span in uses_of.of(&draft) {
            uses.entry(span.source).or_default().push(span);
        }
    }
    let moved = if subject.is_unit && is_id(new) { moved_files(workspace, subject) } else { Vec::new() };
    for source in &moved {
        uses.entry(*source).or_default();
    }
    let (mut files, mut taken) = (Vec::new(), None);
    for (source, spans) in uses {
        let file = workspace.sources().get(source);
        let path = file.full_path();
        let unusual =
            |at: Span| EditRefusal::UnusualId { path: path.clone(), line: file.line_at(at.start as usize) };
        let (edits, text) = renaming(file.text(), &spans, &subject.id, new).map_err(unusual)?;
        let places = new_places(&edits);
        let (new_path, moved_from) = if moved.contains(&source) {
            (renamed_path(&path, &subject.id, new), Some(path))
        } else {
            (path, None)
        };
        let is_taken = workspace.sources().iter().any(|(_, other)| other.full_path() == new_path);
        // An id that is taken is told as such, and only then a file that would be replaced.
        let (new_path, moved_from) = match moved_from {
            Some(path) if is_taken => {
                taken = Some(new_path);
                (path, None)
            }
            moved_from => (new_path, moved_from),
        };
        let change =
            FileChange { path: new_path, moved_from, old: Some(file.text().to_owned()), new: Some(text) };
        files.push(RenamedFile { change, edits: vec![edits], places });
    }
    files.sort_by(|a, b| a.change.path.cmp(&b.change.path));
    Ok((files, taken))
}

/// The places of the replacements in the new text.
fn new_places(edits: &EditSet) -> Vec<(u32, u32)> {
    let mut moved = 0_i64;
    let mut places = Vec::new();
    for edit in edits.edits() {
        let length = i64::try_from(edit.text.len()).unwrap_or(i64::MAX);
        let start = i64::from(edit.span.start) + moved;
        let at = |offset: i64| u32::try_from(offset).unwrap_or(u32::MAX);
        places.push((at(start), at(start + length)));
        moved += length - i64::from(edit.span.end - edit.span.start);
    }
    places
}

/// The files `progress/ID.yaml` in the folders of the plans, unless a plan includes them by name.
fn moved_files(workspace: &Workspace, subject: &RenameSubject) -> Vec<SourceId> {
    let sources = workspace.sources();
    let mut moved = Vec::new();
    for plan in &subject.plans {
        let entry = workspace.entry(*plan);
        let main = sources.get(entry.main()).full_path();
        let Some(folder) = main.strip_suffix("plan.yaml") else { continue };
        let names = [".yaml", ".yml"].map(|ending| format!("{folder}progress/{}{ending}", subject.id));
        let of_name = entry.sources().filter(|source| names.contains(&sources.get(*source).full_path()));
        moved.extend(of_name);
    }
    let is_included = |source: &SourceId| {
        let path = sources.get(*source).full_path();
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        workspace.plans().iter().any(|entry| {
            let (draft, _) = workspace.draft(entry.ix());
            draft.header.many(Key::Include).any(|include| include.value.ends_with(&name))
        })
    };
    moved.sort_unstable();
    moved.dedup();
    moved.retain(|source| !is_included(source));
    moved
}

/// The path of `progress/OLD.yaml` with the new id.
fn renamed_path(path: &str, old: &str, new: &str) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let ending = name.strip_prefix(old).unwrap_or_default();
    format!("{folder}/{new}{ending}")
}
