//! The places at which a plan has an id.

use crate::parse::format::{IdSpace, LISTS, OWN_TYPES};
use crate::parse::{Draft, DraftValue, Entry, Key};
use crate::span::Span;

/// An id of one space.
pub(super) struct IdUses<'i> {
    pub(super) space: IdSpace,
    pub(super) id: &'i str,
}

impl IdUses<'_> {
    /// The places in the order of the lists; a place that counts for several entries comes several times.
    pub(super) fn of(&self, draft: &Draft<'_>) -> Vec<Span> {
        let mut found = Vec::new();
        let columns = unit_columns(draft);
        for entry in all_entries(draft) {
            self.search(entry, &columns, &mut found);
        }
        if self.space == IdSpace::Parties {
            let reporters = draft.reporters.iter().filter(|unit| &*unit.value == self.id);
            found.extend(reporters.map(|unit| unit.span));
        }
        found
    }

    fn search(&self, entry: &Entry<'_>, columns: &[&str], found: &mut Vec<Span>) {
        for (key, value) in entry.values() {
            let is_of_space = IdSpace::of(entry.format().mapping, key) == Some(self.space);
            match value.value {
                DraftValue::Text(words) if is_of_space && **words == *self.id => found.push(value.span),
                DraftValue::Many(all) if is_of_space => {
                    found.extend(all.iter().filter(|one| *one.value == *self.id).map(|one| one.span));
                }
                DraftValue::Map(inner) => self.search(inner, columns, found),
                DraftValue::List(entries) => {
                    entries.iter().for_each(|entry| self.search(entry, columns, found));
                }
                _ => {}
            }
        }
        if self.space == IdSpace::Parties {
            let of_units = entry.own().iter().filter(|own| columns.contains(&&*own.key.value));
            let named = of_units.filter(|own| own.value.as_deref() == Some(self.id));
            found.extend(named.map(|own| own.span));
        }
    }
}

/// The entries of a plan with their own entries not counted: its header, those of its lists, its calendars.
pub(super) fn all_entries<'d, 's>(draft: &'d Draft<'s>) -> impl Iterator<Item = &'d Entry<'s>> {
    let lists = LISTS.keys.iter().flat_map(|list| draft.list(list.key));
    std::iter::once(&draft.header).chain(lists).chain(&draft.settings).chain(&draft.calendars)
}

/// The keys of the plan's own columns that hold units.
pub(super) fn unit_columns<'d>(draft: &'d Draft<'_>) -> Vec<&'d str> {
    let unit = OWN_TYPES.last().copied();
    let is_of_units = |column: &&Entry<'_>| column.text(Key::Type).map(|word| word.value) == unit;
    let columns = draft.list(Key::Columns).iter().filter(is_of_units);
    columns.filter_map(|column| column.text(Key::Key)).map(|key| key.value).collect()
}
