//! The facts of a page, and their values.

use std::borrow::Cow;

use crate::document::{Block, Cell, Fact};
use crate::language::Message;
use crate::message;
use crate::model::{ColumnIx, DefaultsSource, OwnValues, Party, Plan};
use crate::report::own::own_cell;
use crate::report::wording::place;
use crate::span::{Sources, Span};

/// Facts, those without a value left out.
pub(super) struct Facts<'s> {
    sources: &'s Sources,
    all: Vec<Fact>,
}

impl<'s> Facts<'s> {
    /// Starts with the kind of the entity and its location.
    pub(super) fn of(kind: Message, at: Span, sources: &'s Sources) -> Self {
        let fact =
            Fact::new(Message::fixed("Loại", "Kind"), "type", Cell::Message(kind)).at(place(sources, at));
        Self { sources, all: vec![fact] }
    }

    /// Adds the values in the columns of the plan's own, in their order.
    pub(super) fn add_own(&mut self, plan: &Plan, values: &OwnValues) {
        for (at, column) in plan.columns.iter().enumerate() {
            let value = own_cell(plan, values.get(ColumnIx::new(at)));
            self.add(column.header(), column.key.clone(), value);
        }
    }

    pub(super) fn add(&mut self, label: Message, key: impl Into<Cow<'static, str>>, value: Cell) {
        if !matches!(&value, Cell::Empty)
            && !matches!(&value, Cell::List(texts) if texts.is_empty())
            && !matches!(&value, Cell::Text(text) if text.is_empty())
        {
            self.all.push(Fact::new(label, key, value));
        }
    }

    pub(super) fn add_at(&mut self, label: Message, key: &'static str, value: Cell, at: Option<Span>) {
        let before = self.all.len();
        self.add(label, key, value);
        if let (Some(fact), Some(at)) = (self.all.get_mut(before), at) {
            fact.place = Some(place(self.sources, at));
        }
    }

    pub(super) fn block(self) -> Block {
        Block::Facts(self.all)
    }
}

/// `Phòng Giáo dục và Đào tạo (phong-gddt)`, one a line.
pub(super) fn parties(plan: &Plan, parties: &[Party]) -> Cell {
    let registry = &plan.registry;
    let one = |party: &Party| format!("{} ({})", registry.name(*party), registry.id(*party));
    Cell::List(parties.iter().map(one).collect())
}

/// A value that says whose default it is, if it is one.
pub(super) fn inherited(plan: &Plan, from: Option<DefaultsSource>, value: &Cell) -> Cell {
    let words = match value {
        Cell::Text(text) => text.clone(),
        Cell::List(texts) if !texts.is_empty() => texts.join("\n"),
        _ => return value.clone(),
    };
    match from {
        Some(DefaultsSource::Plan) => {
            Cell::Message(message!("{words} – mặc định của kế hoạch", "{words} – the plan's default"))
        }
        Some(DefaultsSource::Section(section)) => {
            let id = &plan.section(section).id;
            Cell::Message(message!("{words} – mặc định của phần {id}", "{words} – default of section {id}"))
        }
        None => value.clone(),
    }
}

/// `II.1-2b: Giao ban với chủ các nhóm lớp`, one a line.
pub(super) fn titled<'t, T: AsRef<str> + 't>(all: impl Iterator<Item = (&'t String, &'t T)>) -> Cell {
    Cell::List(all.map(|(id, title)| format!("{id}: {}", title.as_ref())).collect())
}
