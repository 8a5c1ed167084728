//! `plan.import/1`: the report of an import.

use serde::Serialize;

use crate::import::Imported;
use crate::language::Lang;

/// The report of an import.
#[derive(Debug, Serialize)]
pub struct ImportJson {
    schema: &'static str,
    plan: String,
    title: String,
    files: Vec<String>,
    there: usize,
    found: FoundJson,
    doubts: Vec<ImportDoubtJson>,
    differences: Vec<EntryDifferenceJson>,
    left: Vec<LeftWordsJson>,
}

#[derive(Debug, Serialize)]
struct FoundJson {
    bases: usize,
    goals: usize,
    sections: usize,
    tasks: usize,
    rows: usize,
    led: usize,
    dated: usize,
    targets: usize,
    units: usize,
    groups: usize,
}

#[derive(Debug, Serialize)]
struct ImportDoubtJson {
    file: String,
    line: usize,
    entry: String,
    place: String,
    reason: String,
}

#[derive(Debug, Serialize)]
struct EntryDifferenceJson {
    entry: String,
    key: &'static str,
    plan: String,
    document: String,
    place: String,
}

#[derive(Debug, Serialize)]
struct LeftWordsJson {
    place: String,
    words: String,
}

impl ImportJson {
    /// The report of an import into a folder; the folder is empty where the files have whole paths.
    pub fn new(imported: &Imported, folder: &str) -> Self {
        let found = &imported.figures;
        let place = |path: &str| if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") };
        let doubts = imported.notes().map(|(file, note)| ImportDoubtJson {
            file: place(&file.path),
            line: note.line,
            entry: note.entry.clone(),
            place: note.place.to_string(),
            reason: note.reason.get(Lang::En).to_owned(),
        });
        let left = imported.left.iter();
        let mut files: Vec<String> = imported.files.iter().map(|file| place(&file.path)).collect();
        files.dedup();
        Self {
            schema: "plan.import/1",
            plan: imported.id.clone(),
            title: imported.title.clone(),
            files,
            there: imported.there,
            found: FoundJson {
                bases: found.bases,
                goals: found.goals,
                sections: found.sections,
                tasks: found.tasks,
                rows: found.rows,
                led: found.led,
                dated: found.dated,
                targets: found.targets,
                units: found.units,
                groups: found.groups,
            },
            doubts: doubts.collect(),
            differences: imported
                .differences
                .iter()
                .map(|found| EntryDifferenceJson {
                    entry: found.entry.clone(),
                    key: found.key,
                    plan: found.known.clone(),
                    document: found.found.clone(),
                    place: found.place.to_string(),
                })
                .collect(),
            left: left
                .map(|(place, words)| LeftWordsJson { place: place.to_string(), words: words.clone() })
                .collect(),
        }
    }
}
