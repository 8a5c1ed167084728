//! Main files of plans below a location, and the files that look like such and are not read.

use std::collections::BTreeSet;
use std::io;

use super::{FOLDERS, Loader};
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::parse::{includes, rules};
use crate::span::{Source, SourceId, Span};
use crate::workspace::file_system::FileKind;
use crate::workspace::path::{is_folder_main, is_main_name, is_yaml, join, parent, resolve};
use crate::workspace::unread::UnreadFile;

impl Loader<'_> {
    /// The main files of the plans at a path that were not found before; without any plan that is reported.
    pub(super) fn new_mains(&mut self, asked: &str) -> Vec<String> {
        let before = self.loaded.diagnostics.len();
        let mut mains = self.mains(asked);
        if mains.is_empty() {
            self.no_plan(asked, before);
        }
        mains.retain(|main| {
            let full = self.full(main);
            self.loaded.mains.insert(full)
        });
        mains
    }

    /// The main files of the plans at a path.
    pub(super) fn mains(&mut self, asked: &str) -> Vec<String> {
        let kind = self.files.kind(asked);
        if kind == FileKind::Missing {
            return Vec::new();
        }
        let is_folder = kind == FileKind::Folder;
        // A file inside a plan's folder is a part of that plan, unless it is a plan of its own.
        let above = if asked.is_empty() { None } else { self.plan_above(parent(asked)) };
        match above {
            Some(main) if !(is_folder && self.main_in(asked).is_some()) => vec![main],
            _ if is_folder => self.below(asked),
            _ if is_main_name(asked) => vec![asked.to_owned()],
            _ => self.including(asked),
        }
    }

    /// Reports that there is no plan at a path; `before` diagnostics were there when it was searched.
    pub(super) fn no_plan(&mut self, asked: &str, before: usize) {
        let shown = self.files.shown_path(asked);
        let name = quoted(&shown);
        let source = self.loaded.sources.add(Source::unread(asked).below(self.files.base(), shown));
        let diagnostic = Diagnostic::new(
            &rules::NO_PLAN,
            Span::new(source, 0, 0),
            message!("không có kế hoạch nào ở {name}", "there is no plan at {name}"),
        );
        // A main file that is not read is the reason, not a second fault.
        let unread = self.loaded.diagnostics.split_off(before);
        let help = unread.first().and_then(|unread| unread.help.clone()).unwrap_or(Message::fixed(
            "kế hoạch là thư mục có plan.yaml, hoặc tệp TÊN.plan.yaml; plan init tạo một kế hoạch",
            "a plan is a folder with a plan.yaml, or a file NAME.plan.yaml; plan init writes one",
        ));
        let add =
            |diagnostic: Diagnostic, unread: Diagnostic| diagnostic.related(unread.span, unread.message);
        let diagnostic = unread.into_iter().fold(diagnostic.help(help), add);
        self.loaded.diagnostics.push(diagnostic);
    }

    /// The plans that name a file which lies in none of them.
    pub(super) fn including(&mut self, asked: &str) -> Vec<String> {
        let mains = self.below("");
        let includes_it = |main: &String| {
            let Ok((text, None)) = self.read(main) else { return false };
            let named = includes(&text, SourceId::default());
            named.iter().any(|name| resolve(parent(main), &name.value).is_some_and(|path| path == asked))
        };
        mains.into_iter().filter(includes_it).collect()
    }

    /// Returns the main file of a folder that is a plan.
    pub(super) fn main_in(&mut self, folder: &str) -> Option<String> {
        if let Some(known) = self.folders.get(folder) {
            return known.clone();
        }
        let is_file = |path: &String| self.files.kind(path) == FileKind::File;
        let main = Some(join(folder, "plan.yaml")).filter(is_file).or_else(|| {
            let names = self.files.names(folder).unwrap_or_default();
            let mains = names.iter().filter(|name| is_folder_main(name)).map(|name| join(folder, name));
            mains.filter(is_file).min()
        });
        self.folders.insert(folder.to_owned(), main.clone());
        main
    }

    /// The main files of all plans in a folder and below it, by path.
    pub(super) fn below(&mut self, folder: &str) -> Vec<String> {
        let mut mains = BTreeSet::new();
        let mut open = vec![(folder.to_owned(), 0)];
        while let Some((folder, depth)) = open.pop() {
            mains.extend(self.main_in(&folder));
            let is_in_plan = self.plan_above(&folder).is_some();
            for name in self.names(&folder) {
                let path = join(&folder, &name);
                match self.files.kind(&path) {
                    FileKind::Folder if depth == FOLDERS => self.too_deep(&path),
                    FileKind::Folder => open.push((path, depth + 1)),
                    FileKind::Closed => {
                        self.closed(&folder, &path);
                        break;
                    }
                    _ if is_in_plan => {}
                    FileKind::File if is_main_name(&name) => {
                        mains.insert(path);
                    }
                    FileKind::FolderLink if self.leads_to_plan(&path) => {
                        self.unread_outside(&path, &UnreadFile::FolderLink);
                    }
                    kind => {
                        if let Some(why) = UnreadFile::outside(&name, kind) {
                            self.unread_outside(&path, &why);
                        }
                    }
                }
            }
        }
        mains.into_iter().collect()
    }

    /// Returns true if a link leads to a plan that is not reached otherwise.
    pub(super) fn leads_to_plan(&mut self, link: &str) -> bool {
        !self.files.is_inside(link) && self.main_in(link).is_some()
    }

    /// Reports, once, a file or folder that looks like a plan and is none.
    pub(super) fn unread_outside(&mut self, path: &str, why: &UnreadFile) {
        if self.loaded.unread.insert(self.full(path)) {
            let unread = self.unread(path, why);
            self.loaded.diagnostics.push(unread);
        }
    }

    pub(super) fn unread(&mut self, path: &str, why: &UnreadFile) -> Diagnostic {
        let (base, shown) = (self.files.base(), self.files.shown_path(path));
        let source = self.loaded.sources.add(Source::unread(path).below(base, shown));
        why.at(source, path)
    }

    /// Returns the main file of the nearest folder at or above this one that is a plan.
    pub(super) fn plan_above(&mut self, folder: &str) -> Option<String> {
        let mut folder = folder;
        loop {
            if let Some(main) = self.main_in(folder) {
                return Some(main);
            }
            if folder.is_empty() {
                return None;
            }
            folder = parent(folder);
        }
    }

    /// Returns true if a name can be that of a file; a name that is not Unicode is reported.
    pub(super) fn can_be_asked_for(&mut self, folder: &str, name: &str) -> bool {
        let path = join(folder, name);
        let is_lost =
            name.contains(char::REPLACEMENT_CHARACTER) && self.files.kind(&path) == FileKind::Missing;
        if is_lost && is_yaml(name) {
            self.fail(&path, io::Error::new(io::ErrorKind::InvalidData, "the name is not Unicode"));
        }
        !is_lost
    }
}
