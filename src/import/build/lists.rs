//! Targets in sentences, and groups of units that a document lists.

use super::roles::dedup;
use super::state::{BodyPath, PlanBuilder, doubt};
use crate::import::block::SourcePlace;
use crate::import::figure::{SentenceFigure, figures, unread_figures};
use crate::import::free_id::next_id;
use crate::import::node::OutlineNode;
use crate::import::plan::{Doubt, ImportedGroup, ImportedTarget, ImportedTask};
use crate::import::role::is_collective;
use crate::import::title::capital;
use crate::import::token::tokens;
use crate::import::units::{is_unit, whole_names};
use crate::message;

impl PlanBuilder<'_> {
    /// The figures of a sentence, and of its footnotes, as targets; the doubts about those that are none.
    pub(super) fn targets_of(&mut self, words: &str, task: &ImportedTask, path: &BodyPath) -> Vec<Doubt> {
        let mut all = figures(words);
        let mut doubts: Vec<Doubt> = unread_figures(words, &all)
            .into_iter()
            .map(|figure| Doubt {
                key: "value",
                reason: message!("“{figure}” chưa thành chỉ tiêu", "“{figure}” became no target"),
            })
            .collect();
        if path.is_target && !task.is_heading && all.is_empty() && doubts.is_empty() {
            doubts.push(doubt(
                "value",
                "chỉ tiêu không thấy số: chưa có trong chi-tieu.yaml",
                "a target without a figure: it is not in chi-tieu.yaml",
            ));
        }
        for note in task.note.iter().flat_map(|note| note.split(". Chú thích ")) {
            let note = note.split_once(": ").map_or(note, |(_, words)| words);
            // The note explains a figure of the sentence, or has one of its own.
            let own = note.split(';').flat_map(|part| figures(part.trim()));
            all.extend(own.filter(|figure| !words.contains(&figure.value)).collect::<Vec<_>>());
        }
        for figure in all {
            // `12/12 tổ dân phố` is the value `12 tổ dân phố`.
            let written = words.get(figure.range.clone()).unwrap_or_default();
            let reworded = written.ends_with(&figure.value) && written != figure.value;
            let reason = if path.is_target && !reworded {
                None
            } else if path.is_target {
                Some(doubt(
                    "value",
                    "văn bản ghi cả tổng số: tất cả",
                    "the document has the whole number: all of them",
                ))
            } else {
                Some(doubt(
                    "value",
                    "số nêu trong lời văn: có phải chỉ tiêu không?",
                    "a figure of the sentence: is it a target?",
                ))
            };
            let target = ImportedTarget {
                lead: task.work.lead.clone(),
                tasks: vec![task.id.clone()],
                doubts: reason.into_iter().collect(),
                ..self.target_of(figure, &task.source, task.place)
            };
            self.plan.targets.push(target);
        }
        doubts
    }

    /// The percentages of a goal as targets: many plans have theirs below *Mục tiêu*.
    pub(super) fn targets_of_goal(&mut self, node: &OutlineNode, source: &str) {
        for figure in figures(&node.text).into_iter().filter(|figure| figure.value.contains('%')) {
            let reason = doubt(
                "value",
                "số nêu trong mục tiêu: có phải chỉ tiêu không?",
                "a figure of a goal: is it a target?",
            );
            let target =
                ImportedTarget { doubts: vec![reason], ..self.target_of(figure, source, node.place) };
            self.plan.targets.push(target);
        }
    }

    /// The target that a figure states.
    fn target_of(&mut self, figure: SentenceFigure, source: &str, place: SourcePlace) -> ImportedTarget {
        ImportedTarget {
            id: self.target_id(),
            title: capital(&figure.title),
            value: Some(figure.value),
            due: figure.due.filter(|due| self.due.refusal(due).is_none()),
            source: source.to_owned(),
            place,
            ..ImportedTarget::default()
        }
    }

    /// The first number of a target that no other entry has: the rows of a table may have the numbers already.
    fn target_id(&mut self) -> String {
        next_id(&mut self.ids, self.plan.targets.len() + 1, |number| format!("CT-{number:02}"))
    }

    /// The groups that a node and its footnotes list: `05 trường: A, B, …`.
    pub(super) fn groups_of(&mut self, node: &OutlineNode, id: &str) {
        let mut texts = vec![(node.text.clone(), id.to_owned())];
        for mark in &node.marks {
            if let Some(note) = self.footnotes.get(mark.as_str()) {
                texts.push((note.text.clone(), format!("chú thích {mark} ({id})")));
            }
        }
        for (text, source) in texts {
            for part in text.split(';') {
                self.group(part.trim(), &source, node.place);
            }
        }
    }

    fn group(&mut self, text: &str, source: &str, place: SourcePlace) {
        let Some((head, list)) = text.split_once(": ") else { return };
        let all = tokens(head);
        let Some(at) =
            all.iter().rposition(|token| token.word.len() <= 3 && token.word.parse::<u64>().is_ok())
        else {
            return;
        };
        let Ok(count) = all[at].word.parse::<u64>() else { return };
        let names = whole_names(list);
        let is_list = names.len() > 1 && names.iter().all(|name| is_unit(name) && !is_collective(name));
        if !is_list || names.len() as u64 != count || all.len() - at > 8 {
            return;
        }
        let mut members: Vec<String> = names.iter().map(|name| self.units.id(name, place)).collect();
        dedup(&mut members);
        let mut sorted = members.clone();
        sorted.sort();
        let is_there = self.plan.groups.iter().any(|group| {
            let mut known = group.members.clone();
            known.sort();
            known == sorted
        });
        if is_there {
            return;
        }
        let number = self.plan.groups.len() + 1;
        self.plan.groups.push(ImportedGroup {
            id: format!("nhom-{number}"),
            name: head[all[at].range.start..].to_owned(),
            members,
            count,
            source: source.to_owned(),
            place,
        });
    }

    /// Groups of one name get their source into it.
    pub(super) fn listed_groups(&mut self) {
        let names: Vec<String> = self.plan.groups.iter().map(|group| group.name.clone()).collect();
        for group in &mut self.plan.groups {
            if names.iter().filter(|name| **name == group.name).count() > 1 {
                group.name = format!("{} ({})", group.name, group.source);
            }
        }
    }
}
