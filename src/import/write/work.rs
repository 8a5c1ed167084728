//! Tasks, rows and targets as entries of lists.

use super::lines::{WrittenEntry, YamlLines, flow, scalar_of};
use crate::import::plan::{ImportedSection, ImportedTarget, ImportedTask, ImportedWork};

/// A task, or a row of a schedule.
pub(super) fn task(lines: &mut YamlLines, task: &ImportedTask) {
    let entry = WrittenEntry { name: &task.id, place: task.place, doubts: &task.doubts };
    lines.pair(4, true, "id", &task.id, entry);
    if let Some(section) = &task.section {
        lines.pair(4, false, "section", section, entry);
    }
    lines.pair(4, false, "title", &task.title, entry);
    if let Some(text) = &task.text {
        lines.folded(4, false, "text", text, entry);
    }
    let mut keys = vec!["id", "section", "title"];
    keys.extend(task.text.as_ref().map(|_| "text"));
    keys.extend(work(lines, 4, &task.work, entry));
    for (key, value) in &task.own {
        lines.pair(4, false, key, value, entry);
    }
    if task.is_heading {
        lines.raw("    heading: true");
    }
    lines.open_doubts(4, &keys, entry);
    lines.pair(4, false, "source", &task.source, entry);
    if let Some(note) = &task.note {
        lines.pair(4, false, "note", note, entry);
    }
}

/// The keys of who and when; returns those that are there.
fn work(
    lines: &mut YamlLines,
    indent: usize,
    work: &ImportedWork,
    entry: WrittenEntry<'_>,
) -> Vec<&'static str> {
    let mut keys = Vec::new();
    for (key, units) in [("lead", &work.lead), ("with", &work.with), ("to", &work.to)] {
        if !units.is_empty() {
            lines.many(indent, false, key, units, entry);
            keys.push(key);
        }
    }
    for (key, words) in [("due", &work.due), ("output", &work.output)] {
        if let Some(words) = words {
            lines.pair(indent, false, key, words, entry);
            keys.push(key);
        }
    }
    keys
}

/// A section.
pub(super) fn section(lines: &mut YamlLines, section: &ImportedSection) {
    let entry = WrittenEntry { name: &section.id, place: section.place, doubts: &section.doubts };
    // The format has no section without a title.
    let title = if section.title.trim().is_empty() { &section.id } else { &section.title };
    let pairs = [("id", section.id.clone()), ("title", title.clone())];
    match super::lines::in_braces(2, &pairs) {
        Some(line) if section.defaults.is_empty() && section.doubts.is_empty() => lines.raw(&line),
        _ => {
            lines.pair(4, true, "id", &section.id, entry);
            lines.pair(4, false, "title", title, entry);
            let mut keys = vec!["id", "title"];
            if !section.defaults.is_empty() {
                lines.raw("    defaults:");
                keys.extend(work(lines, 6, &section.defaults, entry));
            }
            lines.open_doubts(4, &keys, entry);
        }
    }
}

/// A target.
pub(super) fn target(lines: &mut YamlLines, target: &ImportedTarget) {
    let entry = WrittenEntry { name: &target.id, place: target.place, doubts: &target.doubts };
    lines.pair(4, true, "id", &target.id, entry);
    lines.pair(4, false, "title", &target.title, entry);
    let mut keys = vec!["id", "title"];
    if let Some(value) = &target.value {
        lines.pair(4, false, "value", value, entry);
        keys.push("value");
    }
    if !target.horizons.is_empty() {
        lines.raw("    horizons:");
        for (due, value) in &target.horizons {
            lines.raw(&format!("      - due: {}", scalar_of(due)));
            lines.raw(&format!("        value: {}", scalar_of(value)));
        }
        keys.push("horizons");
    }
    if let Some(due) = &target.due {
        lines.pair(4, false, "due", due, entry);
        keys.push("due");
    }
    if !target.lead.is_empty() {
        lines.many(4, false, "lead", &target.lead, entry);
        keys.push("lead");
    }
    if !target.tasks.is_empty() {
        lines.raw(&format!("    tasks: {}", flow(&target.tasks)));
    }
    for (key, value) in &target.own {
        lines.pair(4, false, key, value, entry);
    }
    lines.open_doubts(4, &keys, entry);
    lines.pair(4, false, "source", &target.source, entry);
    if let Some(note) = &target.note {
        lines.pair(4, false, "note", note, entry);
    }
}
