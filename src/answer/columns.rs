//! The columns of lists of work items.

use crate::attribute::{Attribute, FieldName};
use crate::model::OwnColumn;

use Attribute as A;
use ColumnAudience::{All, Readers, Spreadsheets};
use ItemColumn::DaysLeft;

/// A column of a list of work items.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ItemColumn<'a> {
    /// An attribute.
    Attribute(Attribute),
    /// The days from the day asked about to the deadline.
    DaysLeft,
    /// A column of the plans' own.
    Own(&'a OwnColumn),
}

/// The readers for whom a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ColumnAudience {
    /// Everybody.
    All,
    /// Those who read a page or a screen.
    Readers,
    /// Spreadsheets and programs, for sorting and counting.
    Spreadsheets,
}

/// The columns of a list, in their order, each with its audience.
#[derive(Debug, Clone)]
pub struct ItemColumns<'a> {
    /// The columns.
    pub columns: Vec<(ItemColumn<'a>, ColumnAudience)>,
    /// True if they were asked for by name: nothing else is added to them.
    pub is_exact: bool,
}

impl<'a> ItemColumns<'a> {
    /// The columns of `list`.
    pub(super) fn of_list(own: &[&'a OwnColumn]) -> Self {
        Self::with_all(&attributes(&[A::Id, A::Title, A::Period, A::Unit, A::Deadline, A::Status]), own)
    }

    /// The columns of `overdue`.
    pub(super) fn of_overdue(own: &[&'a OwnColumn]) -> Self {
        let shown = [A::Id, A::Title, A::Period, A::Unit, A::Deadline, A::DaysLate, A::Percent, A::Reported];
        Self::with_all(&attributes(&shown), own)
    }

    /// The columns of `overdue` in one table of several units, each above its rows.
    pub(super) fn of_overdue_by_unit(own: &[&'a OwnColumn], plans: usize) -> Self {
        let mut columns = Self::of_overdue(own);
        columns.leave_out(A::Unit);
        let audience = if plans > 1 { All } else { Spreadsheets };
        columns.columns.insert(0, (ItemColumn::Attribute(A::Plan), audience));
        columns
    }

    /// Leaves out an attribute for readers; false if the columns were asked for by name, or do not have it.
    pub(super) fn leave_out(&mut self, attribute: Attribute) -> bool {
        let is_meant = |column: &&mut (ItemColumn<'_>, ColumnAudience)| {
            **column == (ItemColumn::Attribute(attribute), All)
        };
        let column = self.columns.iter_mut().find(is_meant).filter(|_| !self.is_exact);
        column.map(|(_, audience)| *audience = Spreadsheets).is_some()
    }

    /// The columns of `upcoming`.
    pub(super) fn of_upcoming(own: &[&'a OwnColumn]) -> Self {
        let mut shown = attributes(&[A::Id, A::Title, A::Period, A::Unit, A::Deadline]);
        shown.push((DaysLeft, Readers));
        shown.extend(attributes(&[A::Percent]));
        Self::with_all(&shown, own)
    }

    /// The columns that were asked for by name; `own` are those that the plans declare.
    pub(super) fn exactly(fields: &[FieldName], own: &[&'a OwnColumn]) -> Self {
        let column = |field: &FieldName| match field {
            FieldName::Attribute(attribute) => Some(ItemColumn::Attribute(*attribute)),
            FieldName::Own(key) => {
                own.iter().find(|column| column.key == *key).map(|own| ItemColumn::Own(own))
            }
        };
        let columns = fields.iter().filter_map(column).map(|column| (column, All)).collect();
        Self { columns, is_exact: true }
    }

    /// Some columns, then for spreadsheets all other attributes, then the plans' own columns.
    fn with_all(shown: &[(ItemColumn<'a>, ColumnAudience)], own: &[&'a OwnColumn]) -> Self {
        let is_shown =
            |attribute| shown.iter().any(|(column, _)| *column == ItemColumn::Attribute(attribute));
        // The plan is a constant of its table; the column of the unit stands for its id and name.
        let is_contained = |attribute| matches!(attribute, A::Plan | A::Unit | A::UnitId | A::UnitName);
        let others = A::listed().filter(|attribute| !is_shown(*attribute) && !is_contained(*attribute));
        let others = others.map(|attribute| (ItemColumn::Attribute(attribute), Spreadsheets));
        let own = own.iter().map(|column| (ItemColumn::Own(column), All));
        Self { columns: shown.iter().copied().chain(others).chain(own).collect(), is_exact: false }
    }
}

/// Attributes for everybody.
fn attributes<'a>(attributes: &[Attribute]) -> Vec<(ItemColumn<'a>, ColumnAudience)> {
    attributes.iter().map(|attribute| (ItemColumn::Attribute(*attribute), All)).collect()
}
