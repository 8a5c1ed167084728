//! The letters to units that are late (công văn đôn đốc).

use std::collections::HashMap;

use super::folded::FoldedItem;
use super::letterhead::signing_unit;
use crate::date::{AsOf, Day};
use crate::model::{Plan, UnitIx};
use crate::status::{PlanWorkItem, Status};
use crate::workspace::Selection;

/// The letters to the units that are late.
#[derive(Debug, Clone)]
pub struct LettersAnswer<'s> {
    /// The day.
    pub as_of: AsOf,
    /// The last day of the work that is due soon, if that is named as well.
    pub until: Option<Day>,
    /// The plans that the filter asks for.
    pub plans: Vec<&'s Plan>,
    /// A letter for each unit that answers for overdue work, or work that is due soon, in the order of the registries.
    pub letters: Vec<UnitLetter<'s>>,
    /// The work of the office that signs the letters, if some is overdue or due soon: that office gets no letter.
    pub own: Option<UnitLetter<'s>>,
    /// The number of work items of the selection, without those for which the office that signs answers alone.
    pub total: usize,
    /// The overdue work items among them.
    pub overdue: usize,
    /// The greatest number of days that one is overdue.
    pub longest: i64,
}

/// The letter to one unit.
#[derive(Debug, Clone)]
pub struct UnitLetter<'s> {
    /// The id of the unit.
    pub id: &'s str,
    /// Its name.
    pub name: &'s str,
    /// The number of work items that it answers for.
    pub total: usize,
    /// The overdue work that it answers for, the longest overdue first, recurring work folded.
    pub overdue: Vec<FoldedItem<'s>>,
    /// The work that is due soon, the nearest deadline first, recurring work folded.
    pub due: Vec<FoldedItem<'s>>,
}

impl<'s> LettersAnswer<'s> {
    /// The letters on a selection; with the work that is due up to a day, if one is given.
    pub fn new(selection: &'s Selection<'_>, until: Option<Day>) -> Self {
        let mut letters = LetterBook::default();
        for selected in &selection.plans {
            for item in &selected.items {
                for unit in item.answers.iter() {
                    letters.of(selected.plan, *unit).total += 1;
                }
            }
        }
        let overdue = FoldedItem::overdue(selection);
        let day = selection.as_of.day;
        let due = until.map(|until| {
            let is_due = |found: &PlanWorkItem<'_>| found.is_due_within(day, until);
            FoldedItem::fold(selection, is_due, |found| found.item.deadline)
        });
        for folded in &overdue {
            letters.add(folded, |letter| &mut letter.overdue);
        }
        for folded in due.iter().flatten() {
            letters.add(folded, |letter| &mut letter.due);
        }
        let plans: Vec<&Plan> = selection.asked().map(|plan| plan.plan).collect();
        let signing = signing_unit(&plans).map(|unit| (unit.id.as_str(), unit.name.as_str()));
        let (own, letters): (Vec<_>, Vec<_>) =
            letters.in_order().into_iter().partition(|letter| Some((letter.id, letter.name)) == signing);
        let is_of_others = |found: &PlanWorkItem<'_>| {
            let is_other = |unit: &UnitIx| Some(identity(found.plan, *unit)) != signing;
            found.item.answers.is_empty() || found.item.answers.iter().any(is_other)
        };
        let of_others = || selection.items().filter(is_of_others);
        let overdue = || of_others().filter(|found| found.item.status == Status::Overdue);
        Self {
            as_of: selection.as_of,
            until,
            letters,
            own: own.into_iter().next(),
            total: of_others().count(),
            overdue: overdue().count(),
            longest: overdue().map(|found| found.item.days_late).max().unwrap_or(0),
            plans,
        }
    }

    /// Returns true if a letter names work that is due soon.
    pub fn has_due(&self) -> bool {
        self.letters.iter().any(|letter| !letter.due.is_empty())
    }
}

impl UnitLetter<'_> {
    /// Returns the number of its overdue work items.
    pub fn overdue_count(&self) -> usize {
        self.overdue.iter().map(|folded| folded.listed).sum()
    }

    /// Returns the number of its work items that are due soon.
    pub fn due_count(&self) -> usize {
        self.due.iter().map(|folded| folded.listed).sum()
    }

    /// Returns the greatest number of days that one of its work items is overdue; 0 if none is.
    pub fn longest(&self) -> i64 {
        self.overdue.iter().map(|folded| folded.found.item.days_late).max().unwrap_or(0)
    }
}

/// The id and the name of a unit.
fn identity(plan: &Plan, unit: UnitIx) -> (&str, &str) {
    let unit = plan.registry.unit(unit);
    (&unit.id, &unit.name)
}

/// The letters so far, by unit: units of several plans with the same id and name are one.
#[derive(Default)]
struct LetterBook<'s> {
    places: HashMap<(&'s str, &'s str), usize>,
    letters: Vec<(usize, UnitLetter<'s>)>,
}

impl<'s> LetterBook<'s> {
    fn of(&mut self, plan: &'s Plan, unit: UnitIx) -> &mut UnitLetter<'s> {
        let (id, name) = identity(plan, unit);
        let place = *self.places.entry((id, name)).or_insert_with(|| {
            let letter = UnitLetter { id, name, total: 0, overdue: Vec::new(), due: Vec::new() };
            self.letters.push((unit.at(), letter));
            self.letters.len() - 1
        });
        &mut self.letters[place].1
    }

    fn add(
        &mut self,
        folded: &FoldedItem<'s>,
        list: impl for<'l> Fn(&'l mut UnitLetter<'s>) -> &'l mut Vec<FoldedItem<'s>>,
    ) {
        for unit in folded.found.item.answers.iter() {
            list(self.of(folded.found.plan, *unit)).push(*folded);
        }
    }

    /// The letters that name work.
    fn in_order(mut self) -> Vec<UnitLetter<'s>> {
        self.letters.sort_by_key(|(place, _)| *place);
        let letters = self.letters.into_iter().map(|(_, letter)| letter);
        letters.filter(|letter| !letter.overdue.is_empty() || !letter.due.is_empty()).collect()
    }
}
