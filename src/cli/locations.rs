//! The locations at which plans are looked for. Source: docs/format.md, Locations of plans.

use std::path::PathBuf;

use super::env::Env;
use crate::workspace::{DiskFileSystem, Location};

/// The paths at which plans are looked for.
#[derive(Debug)]
pub(super) struct PlanPaths<'e> {
    env: &'e Env,
    paths: Vec<PathBuf>,
    /// The paths that the user named and that do not exist.
    pub(super) missing: Vec<PathBuf>,
}

impl<'e> PlanPaths<'e> {
    /// Takes the paths that the arguments name, else `PLAN_PATH`, else the nearest folder `plans`.
    pub(super) fn new(named: &[PathBuf], env: &'e Env) -> Self {
        let named = match &env.plan_path {
            Some(path) if named.is_empty() => vec![PathBuf::from(path)],
            _ => named.to_vec(),
        };
        if named.is_empty() {
            let mut folders = env.folder.ancestors().map(|folder| folder.join("plans"));
            let nearest = folders.find(|folder| folder.is_dir());
            let paths = vec![nearest.unwrap_or_else(|| PathBuf::from("plans"))];
            return Self { env, paths, missing: Vec::new() };
        }
        let is_missing = |path: &PathBuf| matches!(env.folder.join(path).try_exists(), Ok(false));
        let (missing, paths) = named.into_iter().partition(is_missing);
        Self { env, paths, missing }
    }

    /// Returns true if there is something at one of the paths.
    pub(super) fn exist(&self) -> bool {
        self.paths.iter().any(|path| self.env.folder.join(path).exists())
    }

    /// Returns the paths as locations of a workspace.
    pub(super) fn locations(&self) -> Vec<Location> {
        let location = |path: &PathBuf| {
            let (files, below) = DiskFileSystem::of(path, &self.env.folder);
            Location::new(files, below)
        };
        self.paths.iter().map(location).collect()
    }
}
