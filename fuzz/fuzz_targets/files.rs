//! Files in memory for the fuzz targets.

use std::collections::BTreeMap;
use std::io;

use plan::parse::{Disk, Kind};

/// Files by path.
pub struct Files(pub BTreeMap<String, Vec<u8>>);

impl Disk for Files {
    fn kind(&self, path: &str) -> Kind {
        if self.0.contains_key(path) {
            Kind::File
        } else if path.is_empty() || self.0.keys().any(|file| file.starts_with(&format!("{path}/"))) {
            Kind::Folder
        } else {
            Kind::Missing
        }
    }

    fn names(&self, folder: &str) -> io::Result<Vec<String>> {
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let names = self.0.keys().filter_map(|file| file.strip_prefix(&prefix)?.split('/').next());
        let mut names: Vec<String> = names.map(str::to_owned).collect();
        names.dedup();
        Ok(names)
    }

    fn read(&self, path: &str, _: u64) -> io::Result<Vec<u8>> {
        self.0.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn is_inside(&self, _: &str) -> bool {
        true
    }
}
