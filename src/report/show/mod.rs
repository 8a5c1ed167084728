//! The pages of entities: a task or row occurrence by occurrence, a target result by result, and the work of a unit,
//! a group, a section or a goal.

mod assignment;
mod facts;
mod others;
mod target;
mod work;

use super::wording;
use crate::answer::{EntityDetails, EntityPage, ShowAnswer};
use crate::document::{Block, Document};
use crate::language::Message;
use crate::model::EntityIx;
use crate::span::Sources;

/// The pages of all entities of a name, one after the other.
pub fn show(answer: &ShowAnswer<'_>, sources: &Sources) -> Document {
    let title = match answer.pages.as_slice() {
        [page] => title_of(page),
        _ => answer.id.to_owned(),
    };
    let mut document = wording::as_of(Document::new(Message::same(&title)), answer.as_of);
    for page in &answer.pages {
        if answer.pages.len() > 1 {
            document.blocks.push(Block::Heading(Message::same(title_of(page))));
        }
        document.blocks.extend(blocks(page, answer, sources));
    }
    document
}

fn blocks(page: &EntityPage<'_>, answer: &ShowAnswer<'_>, sources: &Sources) -> Vec<Block> {
    let plan = page.plan;
    match &page.details {
        EntityDetails::Assignment(page) => assignment::blocks(plan, page, sources),
        EntityDetails::Task(page) => others::task(plan, page, sources),
        EntityDetails::Target(page) => target::target(plan, page, sources),
        EntityDetails::Unit(page) => others::unit(plan, page, answer.as_of.day, sources),
        EntityDetails::Group(page) => others::group(plan, page, sources),
        EntityDetails::Section(page) => others::section(page, sources),
        EntityDetails::Goal(page) => others::goal(page, sources),
        EntityDetails::Plan(page) => others::plan(plan, page, sources),
    }
}

/// `thanh-xuan-2024/PL2-07: Phê duyệt các khoản thu`
fn title_of(page: &EntityPage<'_>) -> String {
    let EntityPage { plan, entity, .. } = page;
    let (id, name) = (entity.id(plan), entity.name(plan));
    if *entity == EntityIx::Plan { format!("{id}: {name}") } else { format!("{}/{id}: {name}", plan.id) }
}
