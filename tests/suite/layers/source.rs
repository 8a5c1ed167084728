//! The modules of `src/`, read as tokens: type definitions, imports and paths, without the tests inside the files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;

use super::tokens::read;
use crate::support::program::root;

/// A path of names, relative to the crate or to a module.
pub(super) type Names = Vec<String>;

/// A module; a module inside a file has the file of the module around it.
#[derive(Default)]
pub(super) struct Module {
    /// The names from the crate to the module; empty for the root of the crate.
    pub(super) path: Names,
    /// The file, relative to `src/`.
    pub(super) file: PathBuf,
    /// The structs, enums, unions, traits and type aliases.
    pub(super) types: Vec<String>,
    /// Everything else with a name that a path can end in, macros included.
    pub(super) items: BTreeSet<String>,
    pub(super) children: BTreeSet<String>,
    /// The names bound by `use`, with their paths.
    pub(super) bindings: BTreeMap<String, Names>,
    /// The paths behind `use …::*`.
    pub(super) globs: Vec<Names>,
    /// The paths behind `pub use …::*`.
    pub(super) exported_globs: Vec<Names>,
    /// The paths of the code, and of imports that are not exported again.
    pub(super) paths: BTreeSet<Names>,
    /// The names of `#[macro_export]` macros, which stand in the root of the crate.
    pub(super) exported_macros: Vec<String>,
}

/// All modules of the crate.
pub(super) struct Crate {
    pub(super) modules: BTreeMap<Names, Module>,
}

impl Crate {
    /// Reads `src/`.
    pub(super) fn read() -> Self {
        let src = root().join("src");
        let texts = files(&src).into_iter().map(|file| {
            let text = fs::read_to_string(&file).unwrap();
            (file.strip_prefix(&src).unwrap().to_owned(), text)
        });
        Self::of(texts)
    }

    /// The crate of some files, each with its path below `src/`.
    fn of(texts: impl IntoIterator<Item = (PathBuf, String)>) -> Self {
        let mut all = Self { modules: BTreeMap::new() };
        for (file, text) in texts {
            let mut path: Names =
                file.with_extension("").iter().map(|name| name.to_str().unwrap().to_owned()).collect();
            match path.last().map(String::as_str) {
                Some("main") => continue,
                Some("lib" | "mod") => drop(path.pop()),
                _ => {}
            }
            all.module(path, &file, text.parse().unwrap());
        }
        // The files of `#[cfg(test)] mod tests;` are declared by no module that was read.
        let modules = std::mem::take(&mut all.modules);
        let declared: BTreeSet<Names> = modules
            .values()
            .flat_map(|module| {
                module.children.iter().map(|child| [module.path.clone(), vec![child.clone()]].concat())
            })
            .collect();
        all.modules =
            modules.into_iter().filter(|(path, _)| path.is_empty() || declared.contains(path)).collect();
        let exported: Vec<(String, Names)> = all
            .modules
            .values()
            .flat_map(|module| module.exported_macros.iter().map(|name| (name.clone(), module.path.clone())))
            .collect();
        let crate_root = all.modules.get_mut(&Names::new()).unwrap();
        for (name, mut path) in exported {
            path.push(name.clone());
            crate_root.bindings.insert(name, path);
        }
        all
    }

    fn module(&mut self, path: Names, file: &Path, tokens: TokenStream) {
        let module = Module { path: path.clone(), file: file.to_owned(), ..Module::default() };
        let (module, inner) = read(module, tokens);
        for (name, tokens) in inner {
            self.module([path.clone(), vec![name]].concat(), file, tokens);
        }
        self.modules.insert(path, module);
    }

    /// Returns true for the name of a module directly in the crate.
    pub(super) fn is_floor(&self, name: &str) -> bool {
        self.modules[&Names::new()].children.contains(name)
    }

    /// The paths of a module that lead nowhere in the crate: an error of this reader.
    pub(super) fn unresolved<'c>(&'c self, module: &'c Module) -> impl Iterator<Item = &'c Names> {
        module
            .paths
            .iter()
            .filter(|path| module.absolute(path).is_some_and(|path| self.resolve(&path, 0).is_none()))
    }

    /// The modules that define the items that a module names, each with the path as written from the crate.
    pub(super) fn uses<'c>(&'c self, module: &'c Module) -> impl Iterator<Item = (Names, &'c Module)> {
        let paths = module.paths.iter().filter_map(|path| {
            let path = module.absolute(path)?;
            let (found, is_item) = self.resolve(&path, 0)?;
            is_item.then_some((path, found))
        });
        let globs = module.globs.iter().filter_map(|path| {
            let path = module.absolute(path)?;
            let (found, _) = self.resolve(&path, 0)?;
            Some((path, found))
        });
        paths.chain(globs)
    }

    /// The module that a path ends in, and whether it ends in an item of the module.
    fn resolve(&self, path: &[String], depth: usize) -> Option<(&Module, bool)> {
        assert!(depth < 20, "imports in a circle: {path:?}");
        let mut at = self.modules.get(&Names::new())?;
        for (index, name) in path.iter().enumerate() {
            let rest = &path[index + 1..];
            let child = if at.children.contains(name) { self.modules.get(&path[..=index]) } else { None };
            if let Some(child) = child.filter(|_| !rest.is_empty()) {
                at = child;
                continue;
            }
            if at.defines(name) {
                return Some((at, true));
            }
            if let Some(bound) = at.bindings.get(name) {
                let path = [at.absolute(bound)?.as_slice(), rest].concat();
                return self.resolve(&path, depth + 1);
            }
            let mut globs = at.globs.iter().chain(&at.exported_globs);
            let found = globs.find_map(|glob| {
                let path = [at.absolute(glob)?.as_slice(), &path[index..]].concat();
                self.resolve(&path, depth + 1)
            });
            // A name may be a module and a function: the function is the one imported.
            if found.is_some() {
                return found;
            }
            at = child?;
        }
        Some((at, false))
    }
}

impl Module {
    /// A path from the root of the crate; nothing for a path into another crate, or to a local name.
    fn absolute(&self, path: &[String]) -> Option<Names> {
        let mut base = self.path.clone();
        let mut rest = path;
        match rest.first()?.as_str() {
            "crate" => {
                rest = &rest[1..];
                base.clear();
            }
            "self" => rest = &rest[1..],
            "super" => {
                while rest.first().is_some_and(|name| name == "super") {
                    rest = &rest[1..];
                    base.pop();
                }
            }
            first if self.children.contains(first) && rest.len() > 1 => {}
            first => match self.bindings.get(first) {
                Some(bound) if bound[0] != first || self.children.contains(first) => {
                    return self.absolute(&[bound, &rest[1..]].concat());
                }
                None if self.children.contains(first) || self.defines(first) => {}
                _ => return None,
            },
        }
        Some([base.as_slice(), rest].concat())
    }

    fn defines(&self, name: &str) -> bool {
        self.items.contains(name) || self.types.iter().any(|own| own == name)
    }
}

/// The Rust files below a folder.
pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            all.push(path);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The files that a file uses, of a crate of some files.
    fn uses(files: &[(&str, &str)], file: &str) -> Vec<String> {
        let texts = files.iter().map(|(path, text)| (PathBuf::from(path), (*text).to_owned()));
        let source = Crate::of(texts);
        let module = source.modules.values().find(|module| module.file == Path::new(file)).unwrap();
        let used: BTreeSet<String> =
            source.uses(module).map(|(_, other)| other.file.display().to_string()).collect();
        used.into_iter().filter(|other| other != file).collect()
    }

    #[test]
    fn a_path_counts_for_the_file_that_defines_its_item() {
        let files = [
            ("lib.rs", "pub mod a; pub mod b;"),
            ("a/mod.rs", "mod c; mod d; pub use c::{C, Other as Renamed}; pub use d::*; pub struct A;"),
            ("a/c.rs", "pub struct C; pub enum Other { One } use super::A;"),
            ("a/d.rs", "pub fn d() -> super::Renamed { super::Renamed::One }"),
            ("b.rs", "use crate::a::{self, C}; fn b() { a::d(); }"),
        ];
        assert_eq!(uses(&files, "a/mod.rs"), [""; 0]);
        assert_eq!(uses(&files, "a/c.rs"), ["a/mod.rs"]);
        assert_eq!(uses(&files, "a/d.rs"), ["a/c.rs"]);
        assert_eq!(uses(&files, "b.rs"), ["a/c.rs", "a/d.rs"]);
    }

    #[test]
    fn tests_inside_a_file_and_names_of_other_crates_do_not_count() {
        let files = [
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "pub struct A; #[cfg(test)] mod tests { use crate::b::B; }"),
            ("b.rs", "pub struct B; use std::a::A; fn b(x: A) { x.a(); }"),
        ];
        assert_eq!((uses(&files, "a.rs"), uses(&files, "b.rs")), (Vec::new(), Vec::new()));
    }

    #[test]
    fn an_associated_type_is_no_type_of_the_crate() {
        let text = "struct A { type_: u8 } impl I for A { type Item = u8; } trait T { type Out; } fn f() { enum E {} }";
        let source = Crate::of([(PathBuf::from("lib.rs"), text.to_owned())]);
        assert_eq!(source.modules[&Names::new()].types, ["A", "T", "E"]);
    }
}
