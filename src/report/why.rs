//! How the deadlines and statuses of work items came about: the sentence first, then what it rests on.

use super::wording::{self, place};
use crate::date::AsOf;
use crate::document::{Block, Document, ExplanationStep, same};
use crate::message;
use crate::model::Plan;
use crate::span::Sources;
use crate::status::{self, WorkItemStatus};

/// The accounts of some work items of one id. One is told step by step; of several each has its sentence, and
/// its steps only if `at_length`.
pub fn why(
    id: &str,
    items: &[(&Plan, &WorkItemStatus)],
    sources: &Sources,
    as_of: AsOf,
    at_length: bool,
) -> Document {
    let title = match items {
        [(plan, item)] => same(&format!("{}: {}", item.key(plan), item.title(plan))),
        [(plan, item), ..] if items.iter().all(|other| is_of((*plan, *item), *other)) => {
            same(&format!("{}/{}: {}", plan.id, item.id(plan), item.title(plan)))
        }
        _ => same(id),
    };
    let mut document = wording::as_of(Document::new(title), as_of);
    if items.len() > 1 && !at_length {
        let groups: Vec<_> = items.chunk_by(|a, b| is_of(*a, *b)).collect();
        for group in &groups {
            if let [(plan, item), ..] = group
                && groups.len() > 1
            {
                let title = format!("{}/{}: {}", plan.id, item.id(plan), item.title(plan));
                document.blocks.push(Block::Heading(same(&title)));
            }
            let sentences = group.iter().map(|(plan, item)| {
                let sentence = status::why(plan, item).sentence;
                ExplanationStep::new(sentence).at(place(sources, item.assignment(plan).place))
            });
            document.blocks.push(Block::Steps(sentences.collect()));
        }
        let count = items.len();
        document.blocks.push(Block::Note(message!(
            "{count} việc; thu hẹp bằng --unit và --period, hoặc -v, để xem từng bước",
            "{count} work items; narrow them down with --unit and --period, or give -v, to see the steps"
        )));
        return document;
    }
    for (plan, item) in items {
        let why = status::why(plan, item);
        if items.len() > 1 {
            document.blocks.push(Block::Heading(same(&item.key(plan))));
        }
        document.blocks.push(Block::Paragraph(why.sentence));
        let steps = why.steps.into_iter().map(|step| ExplanationStep {
            text: step.text,
            place: step.place.map(|span| place(sources, span)),
        });
        document.blocks.push(Block::Steps(steps.collect()));
    }
    document
}

/// Whether two work items are of one task or row of one plan.
fn is_of(a: (&Plan, &WorkItemStatus), b: (&Plan, &WorkItemStatus)) -> bool {
    std::ptr::eq(a.0, b.0) && a.1.work_item(a.0).assignment == b.1.work_item(b.0).assignment
}
