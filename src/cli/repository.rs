//! Paths from the root of a repository: the paths to which CI servers attach findings, wherever the program is started.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::env::Env;
use crate::diagnostic::render::RepositoryPaths;
use crate::span::Sources;
use crate::workspace::{normal, slashed};

/// The roots of repositories, found from the folders in them.
pub(super) struct Repositories<'e> {
    env: &'e Env,
    known: HashMap<PathBuf, Option<PathBuf>>,
}

impl<'e> Repositories<'e> {
    pub(super) fn new(env: &'e Env) -> Self {
        Self { env, known: HashMap::new() }
    }

    /// Returns the paths of all sources that lie in a repository.
    pub(super) fn paths(&mut self, sources: &Sources) -> RepositoryPaths {
        let path = |(id, source): (_, &crate::span::Source)| Some((id, self.path(source.shown_path())?));
        sources.iter().filter_map(path).collect()
    }

    /// Returns the path of a file or folder from the root of its repository; nothing outside of repositories.
    pub(super) fn path(&mut self, path: &str) -> Option<String> {
        let whole = normal(&self.env.folder.join(path));
        let folder = if whole.is_dir() { whole.as_path() } else { whole.parent()? };
        let root = if let Some(root) = self.known.get(folder) {
            root.clone()
        } else {
            let root = self.root(folder);
            self.known.insert(folder.to_path_buf(), root.clone());
            root
        };
        let below = slashed(whole.strip_prefix(root?).ok()?);
        Some(if below.is_empty() { ".".to_owned() } else { below })
    }

    /// Returns the nearest folder with `.git` at or above this one, else the folder of the CI server that it is in.
    fn root(&self, folder: &Path) -> Option<PathBuf> {
        let with_git = folder.ancestors().find(|above| above.join(".git").exists());
        let of_server =
            || self.env.ci_folders.iter().map(PathBuf::as_path).find(|root| folder.starts_with(root));
        with_git.or_else(of_server).map(Path::to_path_buf)
    }
}
