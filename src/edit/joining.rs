//! Whole texts that join a plan: each becomes a new file, or its entries join those of a file that is there.

use std::collections::BTreeMap;

use super::command_line::CommandLine;
use super::file_change::FileChange;
use super::merge::join_files;
use super::proposal::Proposal;
use super::refusal::EditRefusal;
use super::review::{EarlierDiagnostics, ReviewedFile, review};
use crate::diagnostic::EditSet;
use crate::diagnostic::diff::line_edits;
use crate::span::SourceId;
use crate::workspace::Workspace;

/// A text of the format that joins the files of a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoiningText {
    /// The path of its file from the current folder.
    pub path: String,
    /// The text; its entries have ids that no entry of the file has.
    pub text: String,
}

/// Puts texts into the files of a workspace, and checks the plans as they would be: the entries of a text go behind those
/// of its file, list by list, or the text is a new file. The workspace has the new texts afterwards; nothing is written.
///
/// # Errors
/// [`EditRefusal`] if the entries cannot stand in a file, or the plans would be wrong.
pub fn propose_texts(
    workspace: &mut Workspace,
    line: &CommandLine,
    texts: &[JoiningText],
) -> Result<Proposal, EditRefusal> {
    let earlier = EarlierDiagnostics::of(workspace);
    let mut by_path: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for text in texts {
        by_path.entry(&text.path).or_default().push(&text.text);
    }
    let changes =
        by_path.iter().map(|(path, texts)| joined(workspace, path, texts)).collect::<Result<Vec<_>, _>>()?;
    let reviewed: Vec<ReviewedFile<'_>> = changes
        .iter()
        .map(|(change, edits)| ReviewedFile { change, edits: std::slice::from_ref(edits), parts: Vec::new() })
        .collect();
    let warnings = review(workspace, line, &earlier, &reviewed)?;
    let files = changes.into_iter().map(|(change, _)| change).collect();
    Ok(Proposal { files, unchanged: 0, warnings })
}

/// The file with the texts in it, and the edits that put them there.
fn joined(workspace: &Workspace, path: &str, texts: &[&str]) -> Result<(FileChange, EditSet), EditRefusal> {
    let known = workspace.sources().iter().find(|(_, source)| source.full_path() == path);
    let old = known.map(|(_, source)| source.text().to_owned());
    let mut new = old.clone();
    for text in texts {
        new = Some(match &new {
            None => (*text).to_owned(),
            // The merging of files proves that the result says what both say, and no more.
            Some(there) => {
                let merged = join_files(there, text).filter(|merged| merged.conflicts == 0);
                merged.ok_or_else(|| EditRefusal::NoPlace { path: path.to_owned() })?.text
            }
        });
    }
    let edits = line_edits(
        SourceId::default(),
        old.as_deref().unwrap_or_default(),
        new.as_deref().unwrap_or_default(),
    );
    let edits = EditSet::new(edits).map_err(|_| EditRefusal::Fault { path: path.to_owned() })?;
    Ok((FileChange { path: path.to_owned(), moved_from: None, old, new }, edits))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Day;
    use crate::workspace::{CheckOptions, Location, MemoryFileSystem};

    const MAIN: &str = "format: 1\nplan: p\ntitle: P\nperiod: 2026\n\nunits:\n  - {id: a, name: A, kind: b}\n\n\
                        tasks: # việc\n  - id: T1\n    title: Một\n    lead: a\n\n# hết\n";

    fn workspace(main: &str) -> Workspace {
        let files: MemoryFileSystem = [("p.plan.yaml", main)].into_iter().collect();
        let today = Day::new(2026, 11, 21).unwrap();
        Workspace::open(&[Location::new(files, "")], CheckOptions::new(today))
    }

    fn proposed(main: &str, text: &str) -> Result<Proposal, EditRefusal> {
        let text = JoiningText { path: "p.plan.yaml".to_owned(), text: text.to_owned() };
        propose_texts(&mut workspace(main), &CommandLine::new("plan import"), &[text])
    }

    #[test]
    fn entries_go_behind_those_of_their_lists() {
        let text = "sections:\n- {id: S, title: Phần}\n\ntasks:\n- id: T2\n  section: S\n  title: Hai\n  lead: a # ? đoán\n  # ? due: mấy giờ\n";
        let proposal = proposed(MAIN, text).unwrap();
        let new = proposal.files[0].new.as_deref().unwrap();
        let added =
            "  - id: T2\n    section: S\n    title: Hai\n    lead: a # ? đoán\n    # ? due: mấy giờ\n";
        assert!(new.contains(&format!("    title: Một\n    lead: a\n\n{added}")), "{new}");
        assert!(new.contains("\n\nsections:\n- {id: S, title: Phần}\n\n# hết\n"), "{new}");
        let mut rest = new.lines();
        assert!(MAIN.lines().all(|line| rest.any(|other| other == line)), "{new}");
    }

    /// Empty lines stand where the file has them: between keys, between long entries, not between short ones.
    #[test]
    fn entries_stand_apart_as_those_of_the_file_do() {
        let text = "units:\n  - {id: b, name: B, kind: b}\n\ntasks:\n  - id: T2\n    title: Hai\n    lead: a\n\n  - id: T3\n    \
                    title: Ba\n    lead: a\n\ncolumns:\n  - {key: x-k, title: K}\n";
        let new = |main: &str| proposed(main, text).unwrap().files[0].new.clone().unwrap();
        let entry = |id: &str, title: &str| format!("  - id: {id}\n    title: {title}\n    lead: a\n");
        let [two, three] = [entry("T2", "Hai"), entry("T3", "Ba")];
        let apart = new(MAIN);
        assert!(apart.contains("kind: b}\n  - {id: b, name: B, kind: b}\n\ntasks"), "{apart}");
        assert!(
            apart.contains(&format!(
                "lead: a\n\n{two}\n{three}\ncolumns:\n  - {{key: x-k, title: K}}\n\n# hết"
            )),
            "{apart}"
        );
        let close = MAIN.replace("\n\n", "\n").replace("# hết", "  - id: T0\n    title: Không\n    lead: a");
        let close = new(&close);
        assert!(
            close.ends_with(&format!("lead: a\n{two}{three}columns:\n  - {{key: x-k, title: K}}\n")),
            "{close}"
        );
    }

    #[test]
    fn what_would_be_wrong_is_refused() {
        let taken = "tasks:\n  - {id: T1, title: Khác, lead: a}\n";
        assert!(matches!(proposed(MAIN, taken), Err(EditRefusal::NoPlace { .. })));
        let unknown = "tasks:\n  - {id: T2, title: Hai, lead: b}\n";
        assert!(matches!(proposed(MAIN, unknown), Err(EditRefusal::Wrong(_))));
        let braces = MAIN.replace("  - {id: a, name: A, kind: b}\n", "  - *x\n");
        assert!(matches!(
            proposed(&braces, "units:\n  - {id: c, name: C, kind: b}\n"),
            Err(EditRefusal::NoPlace { .. })
        ));
    }
}
