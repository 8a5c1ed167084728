//! Discovery of the files of plans, and reading them.
//!
//! Paths here are relative to a *root* and written with `/`; a [`FileSystem`] turns them into files. So the
//! rules about roots, includes and hidden files are the same on every system, and testable on none.

mod find;

use std::collections::{HashMap, HashSet};
use std::io;
use std::mem;
use std::slice;

use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::parse::{EncodingFault, LARGEST_FILE, PlanFiles, Role, decode, includes, rules};
use crate::span::{Source, SourceId, Sources, Span, Spanned};
use crate::threads::Threads;
use crate::workspace::file_system::{FileKind, FileSystem};
use crate::workspace::options::Location;
use crate::workspace::path::{is_folder_main, is_yaml, join, parent, resolve};
use crate::workspace::unread::UnreadFile;

/// Largest number of files of one plan.
const FILES: usize = 20_000;
/// Largest depth of nested folders.
const FOLDERS: usize = 64;
/// Fewer files are read before another thread would have begun.
const FEW_FILES: usize = 8;

/// A file or folder that could not be read: the machine's fault, not the plan's.
#[derive(Debug)]
pub struct Failure {
    /// The path from the current folder.
    pub path: String,
    /// The reason.
    pub error: io::Error,
}

/// The plans that were found, and the texts of their files.
#[derive(Debug, Default)]
pub(super) struct Loaded {
    /// The files.
    pub(super) sources: Sources,
    /// The files of each plan.
    pub(super) plans: Vec<PlanFiles>,
    /// Diagnostics found before anything is read as YAML.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Files and folders that could not be read at all.
    pub(super) failures: Vec<Failure>,
    /// The files that were opened, by their whole paths.
    pub(super) opened: HashMap<String, Option<SourceId>>,
    /// The main files of the plans that were found, likewise.
    mains: HashSet<String>,
    /// The files outside of plans that were reported as unread, likewise.
    unread: HashSet<String>,
}

impl Loaded {
    /// The files that hold no text.
    pub(super) fn unreadable(&self) -> Vec<SourceId> {
        let has_no_text = |found: &&Diagnostic| {
            // A file that is too large is not there at all.
            let is_empty = || self.sources.get(found.span.source).text().is_empty();
            found.rule == &rules::ENCODING || found.rule == &rules::LIMIT && is_empty()
        };
        self.diagnostics.iter().filter(has_no_text).map(|found| found.span.source).collect()
    }
}

/// Finds the plans at a location, over the files that stand for its own, and reads the texts of their files into
/// `loaded`.
///
/// Plans that are there already are not read again, so one loader can be given every path of a command line.
pub(super) fn load(files: &dyn FileSystem, location: &Location, loaded: &mut Loaded) {
    let asked = location.path.as_str();
    let mut loader = Loader::new(files, loaded);
    if location.is_whole_plan {
        let plan = FoundPlan { main: asked.to_owned(), parts: Vec::new(), unread: Vec::new() };
        return loader.plan(&plan);
    }
    let mains = loader.new_mains(asked);
    let found: Vec<FoundPlan> = mains.into_iter().map(|main| loader.parts(main)).collect();
    loader.read_all(&found);
    for plan in found {
        loader.plan(&plan);
    }
}

/// Finds the plans at `asked`, as [`load`] does, and shows the files of each, which are read one plan after the other
/// and not kept.
pub(super) fn survey(
    files: &dyn FileSystem,
    location: &Location,
    loaded: &mut Loaded,
    show: &mut dyn FnMut(&str, &PlanFiles, &Loaded),
) {
    let mut loader = Loader::new(files, loaded);
    for main in loader.new_mains(&location.path) {
        let mut of_plan = Loaded::default();
        let mut reader =
            Loader { folders: mem::take(&mut loader.folders), ..Loader::new(files, &mut of_plan) };
        let found = reader.parts(main);
        reader.read_all(slice::from_ref(&found));
        reader.plan(&found);
        loader.folders = reader.folders;
        if let Some(plan) = of_plan.plans.first() {
            show(&found.main, plan, &of_plan);
        }
    }
}

/// The paths of a plan's files, before any of them is read.
struct FoundPlan {
    main: String,
    /// The other files of its folder.
    parts: Vec<String>,
    /// Other files that look like those of the plan, with the reasons for which they are not read.
    unread: Vec<(String, UnreadFile)>,
}

/// Returns true if a file lies under the `progress/` of a plan's folder.
fn is_progress(path: &str, home: &str) -> bool {
    path.strip_prefix(home).unwrap_or(path).trim_start_matches('/').starts_with("progress/")
}

/// Result of reading a file.
type FileRead = io::Result<(String, Option<EncodingFault>)>;

struct Loader<'l> {
    files: &'l dyn FileSystem,
    loaded: &'l mut Loaded,
    /// Files that were read and have no number yet.
    fresh: HashMap<String, FileRead>,
    /// The main files of the folders that were looked into.
    folders: HashMap<String, Option<String>>,
}

impl<'l> Loader<'l> {
    fn new(files: &'l dyn FileSystem, loaded: &'l mut Loaded) -> Self {
        Self { files, loaded, fresh: HashMap::new(), folders: HashMap::new() }
    }

    /// A folder whose names are known and nothing else: what is in it is not passed over in silence.
    fn closed(&mut self, folder: &str, path: &str) {
        let error = self.files.read(path, 0).err();
        let error = error.unwrap_or_else(|| io::ErrorKind::PermissionDenied.into());
        self.fail(folder, error);
    }

    /// A folder that is not looked into, because it lies too deep in others.
    fn too_deep(&mut self, path: &str) {
        let error = io::Error::new(io::ErrorKind::InvalidFilename, "too many folders in one another");
        self.fail(path, error);
    }

    /// A folder that cannot be read; it is reported once, even if several walks reach it.
    fn fail(&mut self, path: &str, error: io::Error) {
        let path = self.files.shown_path(path);
        if self.loaded.failures.iter().all(|failure| failure.path != path) {
            self.loaded.failures.push(Failure { path, error });
        }
    }

    /// The visible names in a folder; one that cannot be listed is a failure.
    fn names(&mut self, folder: &str) -> Vec<String> {
        match self.files.names(folder) {
            Ok(mut names) => {
                names.retain(|name| !name.starts_with('.') && self.can_be_asked_for(folder, name));
                names.sort_unstable();
                names
            }
            Err(error) => {
                self.fail(folder, error);
                Vec::new()
            }
        }
    }

    /// Reads what all these plans consist of, so far as it is known before their main files are read.
    fn read_all(&mut self, plans: &[FoundPlan]) {
        let paths: Vec<&String> =
            plans.iter().flat_map(|plan| [&plan.main].into_iter().chain(&plan.parts)).collect();
        let threads = if paths.len() < FEW_FILES { Threads::ONE } else { Threads::all() };
        let read = threads.each(&paths, |path| self.read(path));
        self.fresh = paths.into_iter().cloned().zip(read).collect();
    }

    fn read(&self, path: &str) -> FileRead {
        self.files.read_text(path, LARGEST_FILE).map(decode)
    }

    fn plan(&mut self, found: &FoundPlan) {
        let (main, parts) = (found.main.as_str(), &found.parts);
        let Some(source) = self.open(main) else { return };
        let mut plan = PlanFiles::new(source);
        if parts.len() > FILES {
            plan.lose_file();
            let message = message!("kế hoạch có quá {FILES} tệp", "the plan has more than {FILES} files");
            self.loaded.diagnostics.push(Diagnostic::new(&rules::LIMIT, Span::new(source, 0, 0), message));
        }
        for path in parts.iter().take(FILES) {
            let role = if is_progress(path, parent(main)) { Role::Progress } else { Role::Lists };
            match self.open(path) {
                Some(part) => plan.add(part, role),
                // The failure is reported; without the reports of one unit the plan still stands.
                None if role == Role::Progress => {}
                None => plan.lose_file(),
            }
        }
        let includes = includes(self.loaded.sources.get(source).text(), source);
        if !includes.is_empty() {
            plan.note_includes();
        }
        for include in includes {
            match self.include(&include, main, &plan) {
                Ok(included) => included.into_iter().for_each(|file| plan.add(file, Role::Lists)),
                Err(diagnostic) => {
                    plan.lose_file();
                    plan.report(*diagnostic);
                }
            }
        }
        for (path, why) in &found.unread {
            // An included file is read.
            if plan.sources().all(|file| self.loaded.sources.get(file).path() != path) {
                plan.report_unread(self.unread(path, why));
            }
        }
        self.loaded.plans.push(plan);
    }

    /// The other files of a plan's folder.
    fn parts(&mut self, main: String) -> FoundPlan {
        let (mut files, mut unread) = (Vec::new(), Vec::new());
        let home = parent(&main).to_owned();
        let is_folder = is_folder_main(main.rsplit('/').next().unwrap_or_default());
        let mut open = if is_folder { vec![(home.clone(), 0)] } else { Vec::new() };
        while let Some((folder, depth)) = open.pop() {
            let names = self.names(&folder);
            // A system that takes `plan.YAML` for `plan.yaml` lists the main file by its own name.
            let is_main = |name: &str, path: &str| {
                path == main
                    || folder == home
                        && is_folder_main(name)
                        && !names.iter().any(|name| join(&folder, name) == main)
            };
            for name in &names {
                let path = join(&folder, name);
                match self.files.kind(&path) {
                    FileKind::Folder if self.main_in(&path).is_some() => {}
                    FileKind::Folder if depth == FOLDERS => self.too_deep(&path),
                    FileKind::Folder => open.push((path, depth + 1)),
                    FileKind::Closed => {
                        self.closed(&folder, &path);
                        break;
                    }
                    FileKind::File if is_main(name, &path) => {}
                    FileKind::File if is_yaml(name) => files.push(path),
                    kind => {
                        let why = UnreadFile::in_plan(name, kind, is_progress(&path, &home));
                        unread.extend(why.map(|why| (path, why)));
                    }
                }
            }
        }
        files.sort_unstable();
        unread.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        FoundPlan { main, parts: files, unread }
    }

    /// The file that a plan includes; nothing if it is a part of the plan already.
    fn include(
        &mut self,
        include: &Spanned<String>,
        main: &str,
        plan: &PlanFiles,
    ) -> Result<Option<SourceId>, Box<Diagnostic>> {
        let name = quoted(&include.value);
        let Some(path) = resolve(parent(main), &include.value)
            .filter(|path| self.files.kind(path) == FileKind::Missing || self.files.is_inside(path))
        else {
            return Err(Box::new(
                Diagnostic::new(
                    &rules::INCLUDE_OUTSIDE,
                    include.span,
                    message!("{name} nằm ngoài thư mục gốc", "{name} lies outside the root"),
                )
                .help(Message::fixed(
                    "chỉ nêu tệp dưới thư mục plans",
                    "name only files below the folder plans",
                )),
            ));
        };
        if plan.sources().any(|file| self.loaded.sources.get(file).path() == path) {
            return Ok(None);
        }
        if self.files.kind(&path) == FileKind::File
            && let Some(source) = self.open(&path)
        {
            return Ok(Some(source));
        }
        Err(Box::new(
            Diagnostic::new(
                &rules::INCLUDE_NOT_FOUND,
                include.span,
                message!("không đọc được tệp {name}", "the file {name} cannot be read"),
            )
            .help(Message::fixed(
                "đường dẫn tính từ tệp này, dùng dấu /",
                "the path is relative to this file, with /",
            )),
        ))
    }

    /// Gives a file its number, once.
    fn open(&mut self, path: &str) -> Option<SourceId> {
        let full = self.full(path);
        if let Some(known) = self.loaded.opened.get(&full) {
            return *known;
        }
        let read = self.fresh.remove(path).unwrap_or_else(|| self.read(path));
        let source = match read {
            Ok((text, fault)) => {
                let Loaded { sources, diagnostics, .. } = &mut *self.loaded;
                let (base, shown) = (self.files.base(), self.files.shown_path(path));
                let source = sources.add(Source::new(path, text).below(base, shown));
                diagnostics.extend(fault.map(|fault| fault.at(source)));
                Some(source)
            }
            Err(error) => {
                self.loaded.failures.push(Failure { path: self.files.shown_path(path), error });
                None
            }
        };
        self.loaded.opened.insert(full, source);
        source
    }

    fn full(&self, path: &str) -> String {
        format!("{}{path}", self.files.base())
    }
}
