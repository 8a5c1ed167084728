//! How the deadlines and statuses of work items came about: the sentence first, then what it rests on.

use super::wording::{self, place};
use crate::answer::{ExplainedWorkItem, WhyAnswer};
use crate::document::{Block, Document, NumberedStep, same};
use crate::message;
use crate::span::Sources;
use crate::status::PlanWorkItem;

/// The explanations of some work items of one id. One is told step by step; of several each has its sentence,
/// and its steps only if `at_length`.
pub fn why(answer: &WhyAnswer<'_>, sources: &Sources, at_length: bool) -> Document {
    let groups: Vec<&[ExplainedWorkItem<'_>]> = answer.by_assignment().collect();
    let title = match (answer.items.as_slice(), groups.as_slice()) {
        ([one], _) => {
            let PlanWorkItem { plan, item } = one.item;
            same(&format!("{}: {}", item.key(plan), item.title(plan)))
        }
        ([first, ..], [_]) => same(&heading(first)),
        _ => same(&answer.id),
    };
    let mut document = wording::as_of(Document::new(title), answer.as_of);
    if answer.items.len() > 1 && !at_length {
        for group in &groups {
            if let [first, ..] = group
                && groups.len() > 1
            {
                document.blocks.push(Block::Heading(same(&heading(first))));
            }
            let sentences = group.iter().map(|one| {
                let PlanWorkItem { plan, item } = one.item;
                NumberedStep::new(one.explanation.sentence.clone())
                    .at(place(sources, item.assignment(plan).place))
            });
            document.blocks.push(Block::Steps(sentences.collect()));
        }
        let count = answer.items.len();
        document.blocks.push(Block::Note(message!(
            "{count} việc; thu hẹp bằng --unit và --period, hoặc -v, để xem từng bước",
            "{count} work items; narrow them down with --unit and --period, or give -v, to see the steps"
        )));
        return document;
    }
    for ExplainedWorkItem { item, explanation } in &answer.items {
        if answer.items.len() > 1 {
            document.blocks.push(Block::Heading(same(&item.item.key(item.plan))));
        }
        document.blocks.push(Block::Paragraph(explanation.sentence.clone()));
        let steps = explanation.steps.iter().map(|step| NumberedStep {
            text: step.text.clone(),
            place: step.place.map(|span| place(sources, span)),
        });
        document.blocks.push(Block::Steps(steps.collect()));
    }
    document
}

/// `thanh-xuan-2024/PL2-07: Phê duyệt các khoản thu`
fn heading(one: &ExplainedWorkItem<'_>) -> String {
    let PlanWorkItem { plan, item } = one.item;
    format!("{}/{}: {}", plan.id, item.id(plan), item.title(plan))
}
