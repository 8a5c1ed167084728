//! The pages of entities.

mod assignment;
mod duties;
mod facts;
mod party;
mod plan;
mod section;
mod target;

use super::wording;
use crate::answer::{Entity, EntityPage, PageDetails, ShowAnswer};
use crate::date::AsOf;
use crate::document::{Block, Document, same};
use crate::model::Plan;
use crate::span::Sources;

/// The pages of all that a name means, one after the other.
pub fn show(answer: &ShowAnswer<'_>, sources: &Sources) -> Document {
    let title = match answer.pages.as_slice() {
        [page] => same(&called(page.plan, page.entity)),
        _ => same(&answer.id),
    };
    let mut document = wording::as_of(Document::new(title), answer.as_of);
    for page in &answer.pages {
        if answer.pages.len() > 1 {
            document.blocks.push(Block::Heading(same(&called(page.plan, page.entity))));
        }
        document.blocks.extend(blocks(page, answer.as_of, sources));
    }
    document
}

fn blocks(page: &EntityPage<'_>, as_of: AsOf, sources: &Sources) -> Vec<Block> {
    let plan = page.plan;
    match &page.details {
        PageDetails::Plan(figures) => plan::plan(plan, figures, sources),
        PageDetails::Assignment(page) => assignment::assignment(page, plan, sources),
        PageDetails::Task(page) => section::task(page, plan, sources),
        PageDetails::Target(page) => target::target(page, plan, sources),
        PageDetails::Unit(page) => party::unit(page, plan, as_of.day, sources),
        PageDetails::Group(page) => party::group(page, plan, sources),
        PageDetails::Section(ix, duties) => section::section(duties, plan, *ix, sources),
        PageDetails::Goal(ix, duties) => section::goal(duties, plan, *ix, sources),
    }
}

/// `thanh-xuan-2024/PL2-07: Phê duyệt các khoản thu`
fn called(plan: &Plan, entity: Entity) -> String {
    let (id, name) = (entity.id(plan), entity.name(plan));
    if entity == Entity::Plan { format!("{id}: {name}") } else { format!("{}/{id}: {name}", plan.id) }
}
