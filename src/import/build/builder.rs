//! The plan of a document: sections, tasks, goals, with who and when.

use super::roles::when;
use super::sections::{has_labels, inner_id, is_section};
use super::state::{BodyPath, BodyTable, PlanBuilder};
use crate::import::block::SourcePlace;
use crate::import::clause::{WorkPiece, pieces};
use crate::import::node::OutlineNode;
use crate::import::plan::{Doubt, ImportedGoal, ImportedTask};
use crate::import::table::{ColumnRole, due_words, role_of_label, unit_cell};
use crate::import::title::title_of;
use crate::import::token::tokens;
use crate::import::units::is_unit;
use crate::import::verb::begins_order;
use crate::vietnamese::fold;

impl PlanBuilder<'_> {
    /// Reads the body.
    pub(in crate::import) fn body(&mut self, nodes: &[OutlineNode]) {
        self.nodes(nodes, &BodyPath::default());
        self.listed_groups();
    }

    /// Reads the numbered paragraphs of an annex into a section.
    pub(in crate::import) fn annex(&mut self, nodes: &[OutlineNode], section: &str, source: &str) {
        let places = vec![source.to_owned()];
        self.nodes(nodes, &BodyPath { section: Some(section.to_owned()), places, ..BodyPath::default() });
    }

    pub(super) fn nodes(&mut self, nodes: &[OutlineNode], path: &BodyPath) {
        let (mut bullets, mut paragraphs) = (0, 0);
        let has_more = nodes.iter().any(|node| node.marker.is_some());
        for node in nodes {
            match &node.marker {
                _ if node.grid.is_some() => {
                    self.body_table(node, path.section.as_ref(), path.places.join(", "));
                }
                Some(marker) if marker.is_bullet() => {
                    bullets += 1;
                    let place = format!("{} {bullets}", marker.place());
                    let id = format!("{}-{bullets}", path.section.as_deref().unwrap_or("N"));
                    self.bullet(node, &id, &place, path);
                }
                // A target with nothing below it is one, however short.
                Some(marker)
                    if is_section(node, marker)
                        && !has_labels(node)
                        && !(path.is_target && node.children.is_empty()) =>
                {
                    self.section(node, marker, path);
                }
                Some(marker) => {
                    let id = match &path.section {
                        Some(section) => format!("{section}-{}", inner_id(section, marker)),
                        None => marker.id(),
                    };
                    self.bullet(node, &id, &marker.place(), path);
                }
                None => {
                    paragraphs += 1;
                    self.paragraph(node, paragraphs, has_more, path);
                }
            }
        }
    }

    /// Keeps a table of the body, which is read when the body is.
    fn body_table(&mut self, node: &OutlineNode, section: Option<&String>, source: String) {
        let section = section.cloned();
        self.tables.extend(node.grid.clone().map(|grid| BodyTable { section, source, grid }));
    }

    /// A paragraph without a number: the opening of a section, or all of it.
    fn paragraph(&mut self, node: &OutlineNode, number: usize, has_more: bool, path: &BodyPath) {
        let Some(section) = &path.section else {
            self.plan.left.push((node.place, node.text.clone()));
            return;
        };
        let (id, place) = match (has_more, number) {
            (true, 1) => (format!("{section}-0"), "đoạn mở đầu".to_owned()),
            (true, number) => (format!("{section}-0{}", letter(number)), format!("đoạn {number}")),
            (false, 1) => (format!("{section}-1"), String::new()),
            (false, number) => (format!("{section}-{number}"), format!("đoạn {number}")),
        };
        self.bullet(node, &id, &place, path);
    }

    fn bullet(&mut self, node: &OutlineNode, id: &str, place: &str, path: &BodyPath) {
        let id = self.free(id);
        let mut places = path.places.clone();
        places.extend((!place.is_empty()).then(|| place.to_owned()));
        let source = places.join(", ");
        if !node.text.contains(char::is_alphanumeric) {
            self.below(node, &id, &places, path);
            return;
        }
        if path.is_goal {
            self.goal(node, &source);
            return;
        }
        let all = tokens(&node.text);
        let has_children = node.children.iter().any(|child| child.marker.is_some());
        let is_open = node.text.ends_with(':') && !begins_order(&all, 0) && !is_unit(&node.text);
        if is_open || (has_children && !begins_order(&all, 0) && node.text.chars().count() < 60) {
            let is_short = node.text.chars().count() <= 90;
            self.notes_of(node, &id);
            self.plan.tasks.push(ImportedTask {
                id: id.clone(),
                section: path.section.clone(),
                title: if is_short { node.text.clone() } else { title_of(&node.text) },
                text: (!is_short).then(|| node.text.clone()),
                is_heading: true,
                source: source.clone(),
                place: node.place,
                ..ImportedTask::default()
            });
        } else {
            self.work(&node.text, &id, &source, node, path);
        }
        self.below(node, &id, &places, path);
    }

    /// The nodes below a bullet: `+` and paragraphs, as a, b, c.
    fn below(&mut self, node: &OutlineNode, id: &str, places: &[String], path: &BodyPath) {
        let letters = self
            .plan
            .tasks
            .iter()
            .filter(|task| task.id.strip_prefix(id).is_some_and(|rest| rest.len() == 1))
            .count();
        let mut number = letters.max(usize::from(node.children.iter().any(|child| child.marker.is_none())));
        let (mut pluses, mut paragraphs) = (0, 0);
        let lead = match self.plan.tasks.iter().rev().find(|task| task.id == *id) {
            Some(task) if !task.work.lead.is_empty() && !path_leads(&task.work.lead, path) => {
                task.work.lead.clone()
            }
            _ => path.lead.clone(),
        };
        let below = BodyPath { lead, ..path.clone() };
        for child in &node.children {
            if child.grid.is_some() {
                self.body_table(child, path.section.as_ref(), places.join(", "));
                continue;
            }
            if self.label(child, id) {
                continue;
            }
            number += 1;
            let place = if let Some(marker) = &child.marker {
                pluses += 1;
                format!("{} {pluses}", marker.place())
            } else {
                paragraphs += 1;
                format!("đoạn {}", paragraphs + 1)
            };
            let below = BodyPath { places: places.to_vec(), ..below.clone() };
            self.bullet(child, &format!("{id}{}", letter(number)), &place, &below);
        }
    }

    /// Takes `Đơn vị chủ trì: …` below a task for the task; returns false for anything else.
    fn label(&mut self, node: &OutlineNode, id: &str) -> bool {
        let Some((role, value)) = role_of_label(&node.text).filter(|_| node.children.is_empty()) else {
            return false;
        };
        if self.plan.tasks.last().is_none_or(|task| task.id != id || task.is_heading) {
            return false;
        }
        let names = unit_cell(value).lead;
        let units: Vec<String> = names.iter().map(|name| self.units.id(name, node.place)).collect();
        let Some(task) = self.plan.tasks.last_mut() else { return false };
        match role {
            ColumnRole::Lead => task.work.lead = units,
            ColumnRole::With => task.work.with = units,
            ColumnRole::Due => {
                let words = due_words(value);
                match self.due.refusal(&words) {
                    None => task.work.due = Some(words),
                    Some(reason) => task.doubts.push(Doubt { key: "due", reason }),
                }
            }
            _ => task.work.output = Some(value.trim_end_matches(['.', ';']).to_owned()),
        }
        // Whoever reads the file finds the words of the document.
        let note = task.note.take().map(|note| format!("{note}; ")).unwrap_or_default();
        task.note = Some(format!("{note}{}", node.text.trim_end_matches(['.', ';'])));
        true
    }

    fn goal(&mut self, node: &OutlineNode, source: &str) {
        if !node.text.contains(char::is_alphanumeric) {
            return;
        }
        let id = format!("MT{}", self.plan.goals.len() + 1);
        self.notes_of(node, &id);
        self.plan.goals.push(ImportedGoal { id, title: node.text.clone(), source: source.to_owned() });
        self.targets_of_goal(node, source);
        let mut number = 0;
        for child in &node.children {
            if child.grid.is_some() {
                self.body_table(child, None, source.to_owned());
            } else {
                number += 1;
                self.goal(child, &format!("{source}, ý {number}"));
            }
        }
    }

    /// The tasks of a bullet.
    fn work(&mut self, text: &str, id: &str, source: &str, node: &OutlineNode, path: &BodyPath) {
        let parts = pieces(text, &self.plan.header.period);
        let note = self.note_text(node);
        self.groups_of(node, id);
        if self.splits && parts.len() > 1 {
            for (at, part) in parts.iter().enumerate() {
                let id = self.free(&format!("{id}{}", letter(at + 1)));
                let last = at + 1 == parts.len();
                let mut task = self.task(
                    text,
                    std::slice::from_ref(part),
                    &id,
                    &format!("{source}, ý {}", at + 1),
                    path,
                    node.place,
                );
                task.note = note.clone().filter(|_| last);
                self.push(task, path);
            }
            return;
        }
        let mut task = self.task(text, &parts, id, source, path, node.place);
        task.text = Some(text.to_owned()).filter(|text| *text != task.title);
        task.note = note;
        self.push(task, path);
    }

    fn push(&mut self, mut task: ImportedTask, path: &BodyPath) {
        let words = task.text.clone().unwrap_or_else(|| task.title.clone());
        let folded = fold(&words);
        if folded.contains("don vi thuong truc") || folded.contains("co quan thuong truc") {
            self.standing = self.standing.take().or_else(|| task.work.lead.first().cloned());
        }
        let doubts = self.targets_of(&words, &task, path);
        task.doubts.extend(doubts);
        self.plan.tasks.push(task);
    }

    /// A task of some parts of a bullet.
    fn task(
        &mut self,
        text: &str,
        parts: &[WorkPiece],
        id: &str,
        source: &str,
        path: &BodyPath,
        place: SourcePlace,
    ) -> ImportedTask {
        let range = parts.first().map_or(0, |part| part.range.start)
            ..parts.last().map_or(text.len(), |part| part.range.end);
        let words = &text[range];
        let title = title_of(words);
        let mut task = ImportedTask {
            id: id.to_owned(),
            section: path.section.clone(),
            place,
            text: Some(words.to_owned()).filter(|words| *words != title),
            title,
            source: source.to_owned(),
            ..ImportedTask::default()
        };
        self.who(&mut task, parts, path);
        when(&mut task, text, parts);
        task
    }

    /// The footnotes of a node as a note.
    fn note_text(&self, node: &OutlineNode) -> Option<String> {
        let notes = node.marks.iter().filter_map(|mark| self.footnotes.get(mark.as_str()));
        let notes: Vec<String> =
            notes.map(|note| format!("Chú thích {}: {}", note.mark, note.text)).collect();
        (!notes.is_empty()).then(|| notes.join(" "))
    }

    /// The footnotes of a node without a task, as words placed nowhere.
    pub(super) fn notes_of(&mut self, node: &OutlineNode, _: &str) {
        if let Some(note) = self.note_text(node) {
            self.plan.left.push((node.place, note));
        }
    }
}

fn path_leads(lead: &[String], path: &BodyPath) -> bool {
    lead == path.lead
}

/// The letters of parts: a, b, … z, aa, ab.
pub(super) fn letter(number: usize) -> String {
    let mut rest = number;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'a' + digit));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}
