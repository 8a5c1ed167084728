//! Entries of `progress` and `changes` that a command line asks for, each with its place in a file.

use super::destination::{Destination, PlanFolder};
use super::reference::unit;
use super::request::{EntryRequest, EntryValue, Given, Origin, PlacedEntry};
use super::scope::{ItemScope, Named};
use crate::model::{WorkItemIndex, WorkItemIx};
use crate::parse::Key;
use crate::parse::emit::{DayForm, NewValue};

/// An entry with its file.
pub(super) struct RequestedEntry {
    pub(super) destination: Destination,
    pub(super) entry: PlacedEntry,
    /// The work items that it is to count for; none if the plan has none such, or leaves a choice.
    pub(super) meant: Vec<WorkItemIx>,
    /// The unit and the period that the command line names.
    pub(super) named: [Option<String>; 2],
}

/// The unit and period that an entry may name.
struct Choice {
    unit: Option<Named>,
    period: Option<Named>,
    /// The work items of the whole key that was typed, if one was.
    key: Option<Vec<WorkItemIx>>,
}

impl Choice {
    /// The unit and the period without the words that name them.
    fn names(&self) -> [Option<String>; 2] {
        [&self.unit, &self.period].map(|named| named.as_ref().map(|(name, _)| name.clone()))
    }

    /// The work items of the whole key, or else those that match unit and period.
    fn meant(&self, matching: impl FnOnce() -> Vec<WorkItemIx>) -> Vec<WorkItemIx> {
        self.key.clone().filter(|key| !key.is_empty()).unwrap_or_else(matching)
    }
}

/// Makes the entries of one item: one for each unit and period.
pub(super) fn entries(
    scope: &ItemScope<'_>,
    folder: &PlanFolder<'_>,
    index: &WorkItemIndex,
    request: &EntryRequest,
    item: &Given<String>,
) -> Vec<RequestedEntry> {
    let units = match request.units.as_slice() {
        [] => scope.unit_of_key().into_iter().collect(),
        given => scope.units(given),
    };
    let units = or_none(match request.list {
        Key::Progress => scope.members(units, request),
        _ => units,
    });
    let periods = or_none(match request.periods.as_slice() {
        [] => scope.period_of_key().into_iter().collect(),
        given => scope.periods(given),
    });
    let mut entries = Vec::new();
    for unit in &units {
        for period in &periods {
            let key = scope.meant_by_key(item);
            let choice = Choice { unit: unit.clone(), period: period.clone(), key };
            entries.push(match request.list {
                Key::Progress => report(scope, folder, index, request, item, choice),
                _ => change(scope, folder, index, request, item, choice),
            });
        }
    }
    entries
}

/// The values, or none once.
fn or_none(named: Vec<Named>) -> Vec<Option<Named>> {
    if named.is_empty() { vec![None] } else { named.into_iter().map(Some).collect() }
}

/// A report in the file of the unit that answers on its day.
fn report(
    scope: &ItemScope<'_>,
    folder: &PlanFolder<'_>,
    index: &WorkItemIndex,
    request: &EntryRequest,
    item: &Given<String>,
    choice: Choice,
) -> RequestedEntry {
    let [given, period] = choice.names();
    let matching = |unit: Option<&str>| scope.matching(index, request, unit, period.as_deref());
    let meant = choice.meant(|| matching(given.as_deref()));
    let answering = scope.answering(index, &meant, request);
    // The unit that answers comes first; the one of the key may still be named where its successor would count for
    // more.
    let is_given = |unit: &String| given.as_ref() == Some(unit);
    let sole = match answering.as_slice() {
        [unit] => Some(unit.clone()),
        units => units.iter().find(|unit| is_given(unit)).cloned(),
    };
    let mut candidates: Vec<String> = sole.into_iter().chain(given.clone()).collect();
    candidates.dedup();
    if candidates.is_empty() && meant.is_empty() {
        candidates.extend(scope.sole_lead(request));
    }
    let counts_for_meant = |unit: &&String| meant.is_empty() || matching(Some(unit)) == meant;
    let reporter = candidates.iter().find(counts_for_meant).or(candidates.last()).cloned();
    let is_needed = !request.units.is_empty() || matching(None) != meant;
    let (destination, is_of_unit) = match &reporter {
        Some(id) if unit(scope.plan, id).is_some() => folder.of_unit(id),
        _ if meant.is_empty() => (folder.main(), false),
        _ => (folder.common_progress(), false),
    };
    let named = reporter.filter(|_| is_needed && !is_of_unit).map(|id| {
        let origin = choice.unit.as_ref().map_or(Origin::word(item.word), |(_, origin)| origin.clone());
        (id, origin)
    });
    let entry = placed(scope, request, item, &meant, named, choice.period);
    RequestedEntry { destination, entry, meant, named: [given, period] }
}

/// A change in the plan's file of changes.
fn change(
    scope: &ItemScope<'_>,
    folder: &PlanFolder<'_>,
    index: &WorkItemIndex,
    request: &EntryRequest,
    item: &Given<String>,
    choice: Choice,
) -> RequestedEntry {
    let [given, period] = choice.names();
    let matching = |unit: Option<&str>| scope.matching(index, request, unit, period.as_deref());
    let meant = choice.meant(|| matching(given.as_deref()));
    // A key names its unit also where the item has no other.
    let is_needed = !request.units.is_empty() || matching(None) != meant;
    let named = choice.unit.filter(|_| is_needed);
    let destination = folder.changes(given.as_deref().filter(|_| named.is_some()));
    let entry = placed(scope, request, item, &meant, named, choice.period);
    RequestedEntry { destination, entry, meant, named: [given, period] }
}

fn placed(
    scope: &ItemScope<'_>,
    request: &EntryRequest,
    item: &Given<String>,
    meant: &[WorkItemIx],
    unit_named: Option<Named>,
    period: Option<Named>,
) -> PlacedEntry {
    let value = |key, value, origin| EntryValue { key, value, origin };
    let text = |key, (words, origin): Named| value(key, NewValue::Text(words), origin);
    let whole = Origin::word(item.word);
    let mut values = vec![value(Key::Item, NewValue::Text(scope.id.clone()), whole.clone())];
    values.extend(unit_named.map(|named| text(Key::Unit, named)));
    values.extend(period.map(|named| text(Key::Period, named)));
    let day = request.date_word.map_or(whole, Origin::word);
    values.push(value(Key::Date, NewValue::Day(request.date, DayForm::default()), day));
    values.extend(request.lead.as_ref().map(|lead| {
        let id = unit(scope.plan, &lead.value).map(|unit| scope.plan.registry.unit(unit).id.clone());
        let id = id.unwrap_or_else(|| lead.value.trim().to_owned());
        value(Key::Lead, NewValue::Text(id), Origin::word(lead.word))
    }));
    for (key, given) in &request.values {
        values.push(value(*key, given.value.clone(), Origin::word(given.word)));
    }
    let meant = meant.iter().map(|work_item| scope.plan.key(scope.plan.work_item(*work_item))).collect();
    PlacedEntry { item: item.word, values, own: Vec::new(), meant }
}
