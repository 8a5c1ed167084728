//! The plan of a document: sections, tasks, goals, with who and when.

use super::roles::when;
use super::state::{BodyPath, BodyTable, PlanBuilder, doubt};
use crate::import::block::SourcePlace;
use crate::import::clause::{WorkPiece, pieces};
use crate::import::marker::Marker;
use crate::import::node::OutlineNode;
use crate::import::plan::{Doubt, ImportedGoal, ImportedSection, ImportedTask};
use crate::import::role::{is_person, roles};
use crate::import::table::{ColumnRole, due_words, role_of_label, unit_cell};
use crate::import::title::title_of;
use crate::import::token::tokens;
use crate::import::units::{is_unit, whole_names};
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

    fn nodes(&mut self, nodes: &[OutlineNode], path: &BodyPath) {
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
                Some(marker) if is_section(node, marker) && !has_labels(node) => {
                    self.section(node, marker, path);
                }
                Some(marker) => {
                    let id = match &path.section {
                        Some(section) => format!("{section}-{}", marker.id()),
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

    fn section(&mut self, node: &OutlineNode, marker: &Marker, path: &BodyPath) {
        let own = marker.id();
        let id = match (&path.section, marker) {
            // `1.1.` names the path from the part on.
            (Some(section), Marker::Number(numbers))
                if numbers.len() > 1 && section.ends_with(&above(numbers)) =>
            {
                format!("{}{own}", &section[..section.len() - above(numbers).len()])
            }
            (Some(section), _) => format!("{section}.{own}"),
            (None, _) => own,
        };
        let id = self.free(&id);
        let title = node.text.strip_suffix("./.").unwrap_or(&node.text);
        let mut title = title.trim_end_matches([':', '.']).to_owned();
        let mut doubts = Vec::new();
        if title.is_empty() {
            "…".clone_into(&mut title);
            doubts.push(doubt("title", "mục không có tên", "the section has no title"));
        }
        let lead = self.lead_of_title(&title, node.place);
        if lead.is_empty() && path.is_duty && !node.children.is_empty() && is_person(&tokens(&title)) {
            let reason =
                crate::message!("“{title}” có phải là đơn vị chủ trì không?", "is “{title}” the lead?");
            doubts.push(Doubt { key: "lead", reason });
        }
        if id.contains('_') {
            doubts.push(doubt(
                "id",
                "số mục lặp lại trong văn bản",
                "the number stands twice in the document",
            ));
        }
        self.notes_of(node, &id);
        self.plan.sections.push(ImportedSection {
            id: id.clone(),
            title: title.clone(),
            doubts,
            place: node.place,
            ..ImportedSection::default()
        });
        let folded = fold(&title);
        let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
        let is_work = says(&["nhiem vu", "giai phap", "thuc hien", "noi dung"]);
        let is_duty = path.is_duty || says(&["to chuc thuc hien", "trach nhiem", "phan cong"]);
        let is_target = folded.starts_with("chi tieu") || (path.is_target && !says(&["muc tieu"]));
        let begins_goal =
            ["muc tieu", "muc dich", "yeu cau", "quan diem"].iter().any(|word| folded.starts_with(word));
        let mut places = path.places.clone();
        places.push(marker.place());
        let below = BodyPath {
            section: Some(id),
            places,
            lead: if lead.is_empty() { path.lead.clone() } else { lead },
            is_goal: !is_work && !is_target && (begins_goal || path.is_goal),
            is_target,
            is_duty,
        };
        self.nodes(&node.children, &below);
    }

    /// The units that a heading names: `3. Phòng Nội vụ quận`.
    fn lead_of_title(&mut self, title: &str, place: SourcePlace) -> Vec<String> {
        let asked = ["Đề nghị ", "Giao ", "Yêu cầu ", "Trách nhiệm của ", "Đối với "];
        let title = asked.iter().find_map(|words| title.strip_prefix(words)).unwrap_or(title);
        if let Some((head, _)) = title.split_once(": ")
            && !is_unit(head)
        {
            return roles(title).lead.iter().map(|name| self.units.id(name, place)).collect();
        }
        if !is_unit(title) || title.chars().count() > 200 {
            return Vec::new();
        }
        whole_names(title).iter().map(|name| self.units.id(name, place)).collect()
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
    fn notes_of(&mut self, node: &OutlineNode, _: &str) {
        if let Some(note) = self.note_text(node) {
            self.plan.left.push((node.place, note));
        }
    }
}

/// Returns true if all that stands below a node says who does it and by when.
fn has_labels(node: &OutlineNode) -> bool {
    !node.children.is_empty() && node.children.iter().all(|child| role_of_label(&child.text).is_some())
}

fn path_leads(lead: &[String], path: &BodyPath) -> bool {
    lead == path.lead
}

/// The number above one of several levels, with its dot: `1.` of `1.2`.
fn above(numbers: &[u32]) -> String {
    let numbers: Vec<String> =
        numbers.iter().take(numbers.len().saturating_sub(1)).map(u32::to_string).collect();
    numbers.join(".")
}

/// Returns true if a numbered paragraph is a heading: something stands below it, or it is short and orders nothing.
fn is_section(node: &OutlineNode, marker: &Marker) -> bool {
    let all = tokens(&node.text);
    let is_short = node.text.chars().count() <= 90;
    let is_order = begins_order(&all, 0);
    let is_top =
        matches!(marker, Marker::Part(_) | Marker::Roman(_) | Marker::Article(..) | Marker::Heading(_));
    let has_below = !node.children.is_empty();
    // A sentence with nothing below it is work, whatever its number.
    let is_sentence = !has_below && node.text.ends_with('.') && (!is_short || all.len() > 9);
    !is_sentence && is_top
        || (has_below && (!node.text.ends_with(['.', ';']) || node.text.chars().count() <= 160))
        || (is_short
            && !is_sentence
            && !is_order
            && !node.text.ends_with(';')
            && !has_deadline_words(&node.text))
}

fn has_deadline_words(text: &str) -> bool {
    text.contains(": ") && is_unit(text)
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
