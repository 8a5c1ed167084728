//! Which files are a plan, and reading them all.
//!
//! Paths here are relative to a *root* and written with `/`; a [`Disk`] turns them into files. So the
//! rules about roots, includes and hidden files are the same on every system, and testable on none.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::io;

use super::decode::{LARGEST_FILE, decode};
use super::draft::Draft;
use super::path::{is_yaml, join, parent, resolve};
use super::reader::{self, Role};
use super::rules;
use crate::diagnostic::{Diagnostic, quoted};
use crate::lang::Text;
use crate::span::{Source, SourceId, Sources, Span, Spanned};
use crate::text;

/// How many files one plan may have.
const FILES: usize = 20_000;
/// How deep folders may lie in one another.
const FOLDERS: usize = 64;

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, a device, a pipe: nothing that a walk follows.
    Other,
    /// Nothing.
    Missing,
}

/// The files below one root.
pub trait Disk {
    /// The way from the current folder to the root: empty, or ending in `/`.
    #[allow(clippy::unnecessary_literal_bound, reason = "other disks keep theirs")]
    fn base(&self) -> &str {
        ""
    }
    /// What a path leads to; a symbolic link is [`Kind::Other`].
    fn kind(&self, path: &str) -> Kind;
    /// The names in a folder.
    fn names(&self, folder: &str) -> io::Result<Vec<String>>;
    /// The bytes of a file, at most `limit` and one.
    fn read(&self, path: &str, limit: u64) -> io::Result<Vec<u8>>;
    /// Whether a path, symbolic links followed, lies below the root.
    fn is_inside(&self, path: &str) -> bool;
}

/// A file or folder that could not be read: the machine's fault, not the plan's.
#[derive(Debug)]
pub struct Failure {
    /// The path, relative to the root.
    pub path: String,
    /// Why.
    pub error: io::Error,
}

/// Everything that was read.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The files.
    pub sources: Sources,
    /// What they say, one draft for each plan.
    pub drafts: Vec<Draft>,
    /// What is wrong with them so far.
    pub diagnostics: Vec<Diagnostic>,
    /// What could not be read at all.
    pub failures: Vec<Failure>,
    /// The files that were opened, by their whole paths.
    opened: HashMap<String, Option<SourceId>>,
    /// The main files of the plans that were read, likewise.
    plans: HashSet<String>,
}

/// Reads the plans at `asked` (relative to the root of `disk`; empty for the root itself) into `loaded`.
///
/// `asked` is a folder of plans, a plan's folder, or any file of a plan. Plans that are there already
/// are not read again, so one loader can be given every path of a command line.
pub fn load(disk: &dyn Disk, asked: &str, loaded: &mut Loaded) {
    let mut loader = Loader { disk, loaded };
    let mains = loader.mains(asked);
    if mains.is_empty() {
        let shown = match (asked, disk.base().trim_end_matches('/')) {
            ("", "") => ".",
            ("", base) => base,
            (asked, _) => asked,
        };
        let source = loader.loaded.sources.add(Source::new(shown, "").below(disk.base()));
        let name = quoted(shown);
        loader.loaded.diagnostics.push(
            Diagnostic::new(
                &rules::NO_PLAN,
                Span::new(source, 0, 0),
                text!("không có kế hoạch nào ở {name}", "there is no plan at {name}"),
            )
            .help(Text::fixed(
                "kế hoạch là thư mục có plan.yaml, hoặc tệp TÊN.plan.yaml; plan init tạo một kế hoạch",
                "a plan is a folder with a plan.yaml, or a file NAME.plan.yaml; plan init writes one",
            )),
        );
    }
    for main in mains {
        loader.plan(&main);
    }
}

struct Loader<'l> {
    disk: &'l dyn Disk,
    loaded: &'l mut Loaded,
}

impl Loader<'_> {
    /// The main files of the plans at a path.
    fn mains(&mut self, asked: &str) -> Vec<String> {
        let kind = self.disk.kind(asked);
        if kind == Kind::Missing {
            return Vec::new();
        }
        let is_folder = kind == Kind::Folder;
        // What lies inside a plan's folder is a part of that plan, unless it is a plan of its own.
        let above = (!asked.is_empty()).then(|| self.plan_folder(parent(asked))).flatten();
        match above {
            Some(folder) if !(is_folder && self.is_plan(asked)) => vec![join(&folder, "plan.yaml")],
            _ if is_folder => self.below(asked),
            _ if asked.ends_with(".plan.yaml") => vec![asked.to_owned()],
            _ => self.including(asked),
        }
    }

    /// The plans that name a file which lies in none of them.
    fn including(&mut self, asked: &str) -> Vec<String> {
        let mut scratch = Loaded::default();
        let mut mains = Vec::new();
        for main in self.below("") {
            let mut loader = Loader { disk: self.disk, loaded: &mut scratch };
            if let Some(draft) = loader.main(&main)
                && draft
                    .header
                    .many("include")
                    .iter()
                    .any(|include| resolve(parent(&main), &include.value).is_some_and(|path| path == asked))
            {
                mains.push(main);
            }
        }
        mains
    }

    fn is_plan(&self, folder: &str) -> bool {
        self.disk.kind(&join(folder, "plan.yaml")) == Kind::File
    }

    /// The main files of all plans in a folder and below it, by path.
    fn below(&mut self, folder: &str) -> Vec<String> {
        let mut mains = BTreeSet::new();
        let mut open = vec![(folder.to_owned(), 0)];
        while let Some((folder, depth)) = open.pop() {
            let is_plan = self.is_plan(&folder);
            if is_plan {
                mains.insert(join(&folder, "plan.yaml"));
            }
            for name in self.names(&folder) {
                let path = join(&folder, &name);
                match self.disk.kind(&path) {
                    Kind::Folder if depth == FOLDERS => self.too_deep(path),
                    Kind::Folder => open.push((path, depth + 1)),
                    Kind::File if name.ends_with(".plan.yaml") && self.plan_folder(&folder).is_none() => {
                        mains.insert(path);
                    }
                    _ => {}
                }
            }
        }
        mains.into_iter().collect()
    }

    /// The nearest folder at or above this one that is a plan.
    fn plan_folder(&self, folder: &str) -> Option<String> {
        let mut folder = folder;
        loop {
            if self.is_plan(folder) {
                return Some(folder.to_owned());
            }
            if folder.is_empty() {
                return None;
            }
            folder = parent(folder);
        }
    }

    /// A folder that is not looked into, because it lies too deep in others.
    fn too_deep(&mut self, path: String) {
        let error = io::Error::new(io::ErrorKind::InvalidFilename, "too many folders in one another");
        if self.loaded.failures.iter().all(|failure| failure.path != path) {
            self.loaded.failures.push(Failure { path, error });
        }
    }

    /// The visible names in a folder; one that cannot be listed is a failure.
    fn names(&mut self, folder: &str) -> Vec<String> {
        match self.disk.names(folder) {
            Ok(mut names) => {
                names.retain(|name| !name.starts_with('.'));
                names.sort_unstable();
                names
            }
            Err(error) => {
                self.loaded.failures.push(Failure { path: folder.to_owned(), error });
                Vec::new()
            }
        }
    }

    fn plan(&mut self, main: &str) {
        let full = self.full(main);
        if !self.loaded.plans.insert(full) {
            return;
        }
        let Some(mut draft) = self.main(main) else { return };
        let newer = self
            .loaded
            .diagnostics
            .iter()
            .any(|d| d.rule == &rules::FORMAT_VERSION && d.span.source == draft.main);
        if newer {
            // Of a version that this program does not know, nothing else can be judged.
            self.loaded
                .diagnostics
                .retain(|d| d.span.source != draft.main || d.rule == &rules::FORMAT_VERSION);
            self.loaded.drafts.push(draft);
            return;
        }
        for path in self.parts(main, &mut draft) {
            self.part(&path, main, &mut draft);
        }
        for include in draft.header.many("include").to_vec() {
            self.include(&include, main, &mut draft);
        }
        self.loaded.drafts.push(draft);
    }

    fn main(&mut self, main: &str) -> Option<Draft> {
        let source = self.open(main, None)?;
        let mut draft = Draft::new(source);
        draft.files.push(source);
        self.read(source, Role::Main, &mut draft);
        Some(draft)
    }

    fn read(&mut self, source: SourceId, role: Role, draft: &mut Draft) {
        let Loaded { sources, diagnostics, .. } = &mut *self.loaded;
        let text = sources.get(source).text();
        let has_no_text = |d: &Diagnostic| {
            (d.rule == &rules::ENCODING || d.rule == &rules::LIMIT) && d.span.source == source
        };
        if diagnostics.iter().any(has_no_text) {
            draft.lose_file();
            return;
        }
        reader::read(text, source, role, draft, diagnostics);
    }

    /// The other files of a plan's folder.
    fn parts(&mut self, main: &str, draft: &mut Draft) -> Vec<String> {
        let mut files = Vec::new();
        if main.rsplit('/').next() != Some("plan.yaml") {
            return files;
        }
        let mut open = vec![(parent(main).to_owned(), 0)];
        while let Some((folder, depth)) = open.pop() {
            for name in self.names(&folder) {
                let path = join(&folder, &name);
                match self.disk.kind(&path) {
                    Kind::Folder if self.is_plan(&path) => {}
                    Kind::Folder if depth == FOLDERS => {
                        self.too_deep(path);
                        draft.lose_file();
                    }
                    Kind::Folder => open.push((path, depth + 1)),
                    Kind::File if is_yaml(&name) && path != main => files.push(path),
                    _ => {}
                }
            }
        }
        files.sort_unstable();
        if files.len() > FILES {
            files.truncate(FILES);
            draft.lose_file();
            let message = text!("kế hoạch có quá {FILES} tệp", "the plan has more than {FILES} files");
            self.loaded.diagnostics.push(Diagnostic::new(
                &rules::LIMIT,
                Span::new(draft.main, 0, 0),
                message,
            ));
        }
        files
    }

    fn part(&mut self, path: &str, main: &str, draft: &mut Draft) {
        let Some(source) = self.open(path, Some(draft)) else { return };
        let below = path.strip_prefix(parent(main)).unwrap_or(path).trim_start_matches('/');
        let role = if below.starts_with("progress/") { Role::Progress } else { Role::Lists };
        draft.files.push(source);
        self.read(source, role, draft);
    }

    fn include(&mut self, include: &Spanned<String>, main: &str, draft: &mut Draft) {
        let name = quoted(&include.value);
        let Some(path) = resolve(parent(main), &include.value)
            .filter(|path| self.disk.kind(path) == Kind::Missing || self.disk.is_inside(path))
        else {
            draft.lose_file();
            self.loaded.diagnostics.push(
                Diagnostic::new(
                    &rules::INCLUDE_OUTSIDE,
                    include.span,
                    text!("{name} nằm ngoài thư mục gốc", "{name} lies outside the root"),
                )
                .help(Text::fixed(
                    "chỉ nêu tệp dưới thư mục plans",
                    "name only files below the folder plans",
                )),
            );
            return;
        };
        // A file of the folder is a part of the plan already.
        if draft.files.iter().any(|file| self.loaded.sources.get(*file).path() == path) {
            return;
        }
        if self.disk.kind(&path) == Kind::File
            && let Some(source) = self.open(&path, None)
        {
            draft.files.push(source);
            self.read(source, Role::Lists, draft);
            return;
        }
        draft.lose_file();
        self.loaded.diagnostics.push(
            Diagnostic::new(
                &rules::INCLUDE_NOT_FOUND,
                include.span,
                text!("không đọc được tệp {name}", "the file {name} cannot be read"),
            )
            .help(Text::fixed(
                "đường dẫn tính từ tệp này, dùng dấu /",
                "the path is relative to this file, with /",
            )),
        );
    }

    /// Reads a file's text once. Without a draft to blame, a failure is left to the caller's diagnostic.
    fn open(&mut self, path: &str, draft: Option<&mut Draft>) -> Option<SourceId> {
        let full = self.full(path);
        if let Some(known) = self.loaded.opened.get(&full) {
            return *known;
        }
        let source = match self.disk.read(path, LARGEST_FILE) {
            Ok(bytes) => {
                let Loaded { sources, diagnostics, .. } = &mut *self.loaded;
                let (text, fault) = decode(bytes);
                let source = sources.add(Source::new(path, text).below(self.disk.base()));
                diagnostics.extend(fault.map(|fault| fault.at(source)));
                Some(source)
            }
            Err(error) => {
                self.loaded.failures.push(Failure { path: path.to_owned(), error });
                None
            }
        };
        if source.is_none()
            && let Some(draft) = draft
        {
            draft.lose_file();
        }
        self.loaded.opened.insert(full, source);
        source
    }

    fn full(&self, path: &str) -> String {
        format!("{}{path}", self.disk.base())
    }
}
