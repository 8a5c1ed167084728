//! The files of a plan into which entries go, as the plans of the repository have them: annexes in files of their own,
//! units in `units.yaml`; in a plan of one file that file.

use crate::model::PlanIx;
use crate::span::SourceId;
use crate::workspace::Workspace;

/// The files of a plan.
pub(super) struct PlanPlaces<'w> {
    workspace: &'w Workspace,
    /// The path of the main file.
    main: String,
    /// The folder with a `/` at its end; none for a plan in one file.
    folder: Option<String>,
    files: Vec<SourceId>,
}

impl<'w> PlanPlaces<'w> {
    pub(super) fn new(workspace: &'w Workspace, ix: PlanIx) -> Self {
        let entry = workspace.entry(ix);
        let main = workspace.sources().get(entry.main()).full_path();
        let folder = match main.rsplit_once('/') {
            Some((folder, "plan.yaml")) => Some(format!("{folder}/")),
            None if main == "plan.yaml" => Some(String::new()),
            _ => None,
        };
        Self { workspace, main, folder, files: entry.sources().collect() }
    }

    /// The file of the entries of a part: the one of a related entry, else a new one, and whether it is there.
    pub(super) fn of_part(
        &self,
        related: Option<SourceId>,
        name: &str,
        is_free: &dyn Fn(&str) -> bool,
    ) -> (String, bool) {
        let Some(folder) = &self.folder else { return (self.main.clone(), true) };
        let own = related.map(|source| self.path(source)).filter(|path| path.starts_with(folder.as_str()));
        if let Some(path) = own {
            return (path, true);
        }
        (self.free(folder, name, is_free), false)
    }

    /// Returns true if the plan has no file of a name: `phu-luc-01.yaml`, `phu-luc-01-2.yaml`.
    pub(super) fn is_free_name(&self, name: &str) -> bool {
        let is_named = |path: &str| {
            let file = path.rsplit('/').next().unwrap_or(path);
            file.strip_prefix(name).is_some_and(|rest| rest.starts_with(['.', '-']))
        };
        !self.files.iter().any(|source| is_named(&self.path(*source)))
    }

    /// The file of the units: the plan's own one that has some, else a new one, and whether it is there.
    pub(super) fn of_units(&self, is_free: &dyn Fn(&str) -> bool) -> (String, bool) {
        let Some(folder) = &self.folder else { return (self.main.clone(), true) };
        let has_units = |source: &&SourceId| {
            let text = self.workspace.sources().get(**source).text();
            self.path(**source).starts_with(folder.as_str())
                && text.lines().any(|line| line.starts_with("units:"))
        };
        match self.files.iter().find(has_units) {
            Some(source) => (self.path(*source), true),
            None => (self.free(folder, "units", is_free), false),
        }
    }

    fn path(&self, source: SourceId) -> String {
        self.workspace.sources().get(source).full_path()
    }

    /// A path that no file has: `NAME.yaml`, `NAME-2.yaml`.
    fn free(&self, folder: &str, name: &str, is_free: &dyn Fn(&str) -> bool) -> String {
        let paths: Vec<String> = self.files.iter().map(|source| self.path(*source)).collect();
        let path = |number: usize| match number {
            1 => format!("{folder}{name}.yaml"),
            number => format!("{folder}{name}-{number}.yaml"),
        };
        (1..usize::MAX).map(path).find(|path| !paths.contains(path) && is_free(path)).unwrap_or_default()
    }
}
