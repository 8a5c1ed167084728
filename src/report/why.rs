//! The explanations of deadlines and statuses: the sentence first, then the steps.

use super::wording::{self, place};
use crate::answer::{ExplainedAssignment, WhyAnswer};
use crate::document::{Block, Document, NumberedStep};
use crate::language::Message;
use crate::message;
use crate::span::Sources;

/// The explanations of the work items of an id. A single one is explained step by step; each of several has its sentence, and
/// its steps only if `at_length`.
pub fn why(answer: &WhyAnswer<'_>, sources: &Sources, at_length: bool) -> Document {
    let title = match answer.groups.as_slice() {
        [group] => match group.items.as_slice() {
            [only] => format!("{}: {}", only.found.item.key(group.plan), group.assignment.title),
            _ => title_of(group),
        },
        _ => answer.id.to_owned(),
    };
    let mut document = wording::as_of(Document::new(Message::same(&title)), answer.as_of);
    if answer.total > 1 && !at_length {
        sentences(&mut document, answer, sources);
        return document;
    }
    for explained in answer.items() {
        if answer.total > 1 {
            document
                .blocks
                .push(Block::Heading(Message::same(explained.found.item.key(explained.found.plan))));
        }
        document.blocks.push(Block::Paragraph(explained.explanation.sentence.clone()));
        let steps = explained.explanation.steps.iter().map(|step| NumberedStep {
            text: step.text.clone(),
            place: step.place.map(|span| place(sources, span)),
        });
        document.blocks.push(Block::Steps(steps.collect()));
    }
    document
}

/// The sentence of each work item, under the headings of their tasks and rows.
fn sentences(document: &mut Document, answer: &WhyAnswer<'_>, sources: &Sources) {
    for group in &answer.groups {
        if answer.groups.len() > 1 {
            document.blocks.push(Block::Heading(Message::same(title_of(group))));
        }
        let at = place(sources, group.assignment.place);
        let sentences = group.items.iter();
        let sentences = sentences
            .map(|explained| NumberedStep::new(explained.explanation.sentence.clone()).at(at.clone()));
        document.blocks.push(Block::Steps(sentences.collect()));
    }
    document.blocks.extend(wording::unannounced(&answer.unannounced));
    let count = answer.total;
    document.blocks.push(Block::Note(message!(
        "{count} việc; thu hẹp bằng --unit và --period, hoặc -v, để xem từng bước",
        "{count} work items; narrow them down with --unit and --period, or give -v, to see the steps"
    )));
}

fn title_of(group: &ExplainedAssignment<'_>) -> String {
    format!("{}/{}: {}", group.plan.id, group.assignment.id, group.assignment.title)
}
