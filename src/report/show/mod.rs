//! Everything known of one thing: a task or row occurrence by occurrence, a target result by result, and what
//! hangs on a unit, a group, a section or a goal.

mod duty;
mod item;
mod others;

pub use item::{Told, changes, occurrences, reports};

use super::named::{Name, Thing};
use super::wording::{self, place};
use crate::date::AsOf;
use crate::document::{Block, Cell, Document, Fact, same};
use crate::language::Message;
use crate::message;
use crate::model::{Party, Plan};
use crate::span::{Sources, Span};

/// The page of all that a name means: one after the other where it means several.
pub fn show(name: &Name<'_>, things: &[(&Plan, Thing)], sources: &Sources, as_of: AsOf) -> Document {
    let title = match things {
        [(plan, thing)] => same(&called(plan, *thing)),
        _ => same(name.id),
    };
    let mut document = wording::as_of(Document::new(title), as_of);
    for (plan, thing) in things {
        if things.len() > 1 {
            document.blocks.push(Block::Heading(same(&called(plan, *thing))));
        }
        let page = Page { plan, sources, as_of, name: *name };
        document.blocks.extend(page.blocks(*thing));
    }
    document
}

/// What a page is about.
struct Page<'p> {
    plan: &'p Plan,
    sources: &'p Sources,
    as_of: AsOf,
    /// The name that led here: a whole key narrows the page down.
    name: Name<'p>,
}

impl Page<'_> {
    fn blocks(&self, thing: Thing) -> Vec<Block> {
        match thing {
            Thing::Assignment(item) => self.item(item),
            Thing::Task(task) => self.task(task),
            Thing::Target(target) => self.target(target),
            Thing::Unit(unit) => self.unit(unit),
            Thing::Group(group) => self.group(group),
            Thing::Section(section) => self.section(section),
            Thing::Goal(goal) => self.goal(goal),
            Thing::Plan => self.plan(),
        }
    }
}

/// `thanh-xuan-2024/PL2-07: Phê duyệt các khoản thu`
fn called(plan: &Plan, thing: Thing) -> String {
    let (id, name) = (thing.id(plan), thing.name(plan));
    if thing == Thing::Plan { format!("{id}: {name}") } else { format!("{}/{id}: {name}", plan.id) }
}

/// Facts, those without a value left out.
struct Facts<'s> {
    sources: &'s Sources,
    all: Vec<Fact>,
}

impl<'s> Facts<'s> {
    /// The first fact: what kind of thing it is, and where it is written.
    fn of(kind: Message, at: Span, sources: &'s Sources) -> Self {
        let fact =
            Fact::new(Message::fixed("Loại", "Kind"), "type", Cell::Message(kind)).at(place(sources, at));
        Self { sources, all: vec![fact] }
    }

    fn add(&mut self, label: Message, key: &'static str, value: Cell) {
        if !matches!(&value, Cell::Empty)
            && !matches!(&value, Cell::List(texts) if texts.is_empty())
            && !matches!(&value, Cell::Text(text) if text.is_empty())
        {
            self.all.push(Fact::new(label, key, value));
        }
    }

    fn add_at(&mut self, label: Message, key: &'static str, value: Cell, at: Option<Span>) {
        let before = self.all.len();
        self.add(label, key, value);
        if let (Some(fact), Some(at)) = (self.all.get_mut(before), at) {
            fact.place = Some(place(self.sources, at));
        }
    }

    fn block(self) -> Block {
        Block::Facts(self.all)
    }
}

/// `Phòng Giáo dục và Đào tạo (phong-gddt)`, one a line.
fn parties(plan: &Plan, parties: &[Party]) -> Cell {
    let registry = &plan.registry;
    let one = |party: &Party| format!("{} ({})", registry.name(*party), registry.id(*party));
    Cell::List(parties.iter().map(one).collect())
}

/// A value that says whether it is the plan's default.
fn inherited(is: bool, value: &Cell) -> Cell {
    let words = match value {
        Cell::Text(text) => text.clone(),
        Cell::List(texts) if !texts.is_empty() => texts.join("\n"),
        _ => return value.clone(),
    };
    if is {
        Cell::Message(message!("{words} – mặc định của kế hoạch", "{words} – the plan's default"))
    } else {
        value.clone()
    }
}

/// `II.1-2b: Giao ban với chủ các nhóm lớp`, one a line.
fn titled<'t, T: AsRef<str> + 't>(all: impl Iterator<Item = (&'t String, &'t T)>) -> Cell {
    Cell::List(all.map(|(id, title)| format!("{id}: {}", title.as_ref())).collect())
}
