//! The file of an annex, and the text of one whose entries join a file that is there.

use super::lines::{ImportedFile, YamlLines};
use super::plan_file::{columns, goals};
use super::work::{section, target, task};
use crate::import::plan::ImportedAnnex;
use crate::language::Lang;

/// The file of an annex; none if it has no words.
pub(in crate::import) fn annex_file(annex: &ImportedAnnex, path: &str, lang: Lang) -> Option<ImportedFile> {
    if !has_entries(annex) && annex.opening.is_empty() && annex.closing.is_empty() {
        return None;
    }
    let mut lines = YamlLines::new(lang);
    annex.opening.iter().for_each(|words| lines.comment(0, words));
    entries(&mut lines, annex);
    if !annex.closing.is_empty() {
        lines.gap();
        annex.closing.iter().for_each(|words| lines.comment(0, words));
    }
    Some(lines.finish(path))
}

/// The entries of an annex as a text that joins a file: its other words stand in the first entry, as comments.
pub(in crate::import) fn joining_file(annex: &ImportedAnnex, path: &str, lang: Lang) -> Option<ImportedFile> {
    if !has_entries(annex) {
        return None;
    }
    let mut lines = YamlLines::new(lang);
    entries(&mut lines, annex);
    let mut file = lines.finish(path);
    let mut words = YamlLines::new(lang);
    annex.opening.iter().chain(&annex.closing).for_each(|line| words.comment(4, line));
    let words = words.finish(path).text;
    if let Some(at) = file.text.find("  - id: ").filter(|_| !words.trim().is_empty()) {
        let end = file.text[at..].find('\n').map_or(file.text.len(), |end| at + end + 1);
        let (above, added) = (file.text[..end].matches('\n').count(), words.matches('\n').count());
        file.text.insert_str(end, &words);
        file.notes.iter_mut().filter(|note| note.line > above).for_each(|note| note.line += added);
    }
    Some(file)
}

/// Returns true if an annex has entries other than sections.
fn has_entries(annex: &ImportedAnnex) -> bool {
    !annex.rows.is_empty() || !annex.targets.is_empty() || !annex.goals.is_empty() || !annex.tasks.is_empty()
}

fn entries(lines: &mut YamlLines, annex: &ImportedAnnex) {
    columns(lines, &annex.columns);
    goals(lines, &annex.goals);
    if !annex.sections.is_empty() {
        begin(lines, "sections:");
        annex.sections.iter().for_each(|known| section(lines, known));
    }
    if !annex.targets.is_empty() {
        begin(lines, "targets:");
        for (at, known) in annex.targets.iter().enumerate() {
            if at > 0 {
                lines.gap();
            }
            target(lines, known);
        }
    }
    // The format has no row of a schedule without a lead; a task may wait for one.
    let (led, waiting): (Vec<_>, Vec<_>) = annex.rows.iter().partition(|row| row.is_led);
    let tasks = annex.tasks.iter().chain(waiting).collect();
    for (list, rows) in [("schedule:", led), ("tasks:", tasks)] {
        if !rows.is_empty() {
            begin(lines, list);
        }
        for (at, row) in rows.into_iter().enumerate() {
            if at > 0 {
                lines.gap();
            }
            task(lines, row);
        }
    }
}

/// The key of a list, behind an empty line unless only comments stand above it.
fn begin(lines: &mut YamlLines, key: &str) {
    if lines.has_entries() {
        lines.gap();
    }
    lines.raw(key);
}
