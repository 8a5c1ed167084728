//! Temporary folders with plans.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

/// Returns a folder with one plan, in `p.plan.yaml`.
pub(crate) fn folder(text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("p.plan.yaml"), text).unwrap();
    folder
}

/// Returns a folder with files.
pub(crate) fn folder_of(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Writes the plan of 2024 with an id and further lines into `plans/` of a folder.
pub(crate) fn write_plan(folder: &Path, id: &str, lines: &str) {
    let text = format!("format: 1\nplan: {id}\ntitle: Kế hoạch {id}\nperiod: 2024\n{lines}");
    fs::create_dir_all(folder.join("plans").join(id)).unwrap();
    fs::write(folder.join("plans").join(id).join("plan.yaml"), text).unwrap();
}

/// Returns the sorted names in a folder.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}
