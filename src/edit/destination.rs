//! The file of a plan into which an entry goes. Source: docs/edit.md.

use crate::model::PlanIx;
use crate::parse::{Key, Outline};
use crate::span::SourceId;
use crate::workspace::Workspace;

/// A file into which an entry goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Destination {
    /// A file that is there.
    File(SourceId),
    /// A file that is not there yet, by its path from the current folder, and the text that it begins with.
    New { path: String, head: String },
}

impl Destination {
    /// The path of the file from the current folder.
    pub(super) fn path(&self, workspace: &Workspace) -> String {
        match self {
            Self::File(source) => workspace.sources().get(*source).full_path(),
            Self::New { path, .. } => path.clone(),
        }
    }

    /// The text of the file if it is there, and the text that it begins with if not.
    pub(super) fn text(&self, workspace: &Workspace) -> (Option<String>, String) {
        match self {
            Self::File(source) => (Some(workspace.sources().get(*source).text().to_owned()), String::new()),
            Self::New { head, .. } => (None, head.clone()),
        }
    }
}

/// The files of a plan, as far as new entries go into them.
pub(super) struct PlanFolder<'w> {
    workspace: &'w Workspace,
    files: Vec<PlanFile>,
    /// The path of the folder from the current one, with a `/` at its end; none for a plan in one file.
    folder: Option<String>,
}

/// A file of a plan.
struct PlanFile {
    source: SourceId,
    /// The unit at the head of the file.
    unit: Option<String>,
    has_progress: bool,
    has_changes: bool,
}

impl<'w> PlanFolder<'w> {
    pub(super) fn new(workspace: &'w Workspace, plan: PlanIx) -> Self {
        let entry = workspace.entry(plan);
        let sources = workspace.sources();
        let main = sources.get(entry.main()).full_path();
        let folder = match main.rsplit_once('/') {
            Some((folder, "plan.yaml")) => Some(format!("{folder}/")),
            None if main == "plan.yaml" => Some(String::new()),
            _ => None,
        };
        let files = entry.sources().map(|source| PlanFile::new(source, sources.get(source).text()));
        Self { workspace, files: files.collect(), folder }
    }

    /// The file of the reports of a unit, and whether it begins with that unit: that file, else in a folder a new
    /// one, else the main file.
    pub(super) fn of_unit(&self, unit: &str) -> (Destination, bool) {
        if let Some(file) = self.files.iter().find(|file| file.unit.as_deref() == Some(unit)) {
            return (Destination::File(file.source), true);
        }
        let Some(folder) = &self.folder else { return (self.main(), false) };
        let path = format!("{folder}progress/{unit}.yaml");
        match self.known(&path) {
            Some(file) if file.unit.is_none() => (Destination::File(file.source), false),
            // The file has the name of one unit and is that of another.
            Some(_) => (self.common_progress(), false),
            None => (Destination::New { path, head: format!("unit: {unit}\n") }, true),
        }
    }

    /// The file of reports that are not those of one unit.
    pub(super) fn common_progress(&self) -> Destination {
        let last = self.files.iter().rfind(|file| file.has_progress && file.unit.is_none());
        last.map_or_else(|| self.new_file("progress.yaml"), |file| Destination::File(file.source))
    }

    /// The file of changes for all units, or for one.
    pub(super) fn changes(&self, unit: Option<&str>) -> Destination {
        let is_fit =
            |file: &&PlanFile| file.has_changes && file.unit.as_deref().is_none_or(|own| Some(own) == unit);
        let last = self.files.iter().rfind(is_fit);
        last.map_or_else(|| self.new_file("changes.yaml"), |file| Destination::File(file.source))
    }

    /// The main file.
    pub(super) fn main(&self) -> Destination {
        Destination::File(self.files.first().map(|file| file.source).unwrap_or_default())
    }

    /// A file of the plan's folder, in a plan of one file that file.
    fn new_file(&self, name: &str) -> Destination {
        let Some(folder) = &self.folder else { return self.main() };
        let path = format!("{folder}{name}");
        match self.known(&path) {
            Some(file) if file.unit.is_none() => Destination::File(file.source),
            Some(_) => self.main(),
            None => Destination::New { path, head: String::new() },
        }
    }

    fn known(&self, path: &str) -> Option<&PlanFile> {
        let sources = self.workspace.sources();
        self.files.iter().find(|file| sources.get(file.source).full_path() == path)
    }
}

impl PlanFile {
    fn new(source: SourceId, text: &str) -> Self {
        // Long files mostly begin with no unit: only the others are read for it.
        let unit =
            has_key(text, Key::Unit).then(|| Outline::of(text, source)).flatten().and_then(|outline| {
                let span = outline.key(Key::Unit)?.value_span;
                let words = text.get(span.start as usize..span.end as usize)?;
                Some(words.trim_matches(['"', '\'']).to_owned())
            });
        let (has_progress, has_changes) = (has_key(text, Key::Progress), has_key(text, Key::Changes));
        Self { source, unit, has_progress, has_changes }
    }
}

/// Returns true if a text has a key at its top.
fn has_key(text: &str, key: Key) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    let is_key = |line: &str| {
        let line = line.strip_prefix(['"', '\'']).unwrap_or(line);
        let rest = line.strip_prefix(key.name()).map(|rest| rest.strip_prefix(['"', '\'']).unwrap_or(rest));
        rest.is_some_and(|rest| rest.trim_start().starts_with(':'))
    };
    text.starts_with('{') && text.contains(key.name()) || text.lines().any(is_key)
}
