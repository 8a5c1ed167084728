//! The texts of a plan and their classes.

use super::draft::{Draft, DraftValue, Entry};
use super::format::LISTS;
use super::key::{Key, Mapping};
use crate::span::Span;

/// The class of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextClass {
    /// Prose: titles, texts, notes, names.
    Prose,
    /// Words of a language of the program: deadlines, amounts, periods. Their reader accepts every Unicode form
    /// and reports all other faults.
    Words,
    /// Ids, labels and paths.
    Reference,
}

/// A text of a plan.
#[derive(Clone, Copy)]
pub(crate) struct PlanText<'d> {
    /// The entry of a list, or the header, that contains the text.
    pub(crate) owner: &'d Entry<'d>,
    /// The mapping that contains the text: the owner, or a mapping in it.
    pub(crate) entry: &'d Entry<'d>,
    /// The key of the text; none for one of the plan's own.
    pub(crate) key: Option<Key>,
    /// The spelling of the key.
    pub(crate) name: &'d str,
    /// The class.
    pub(crate) class: TextClass,
    /// The words.
    pub(crate) value: &'d str,
    /// The place of the words.
    pub(crate) span: Span,
}

/// Calls a function with every text of a plan, each list in the order of the files.
pub(crate) fn texts<'d>(draft: &'d Draft, show: &mut dyn FnMut(PlanText<'d>)) {
    let lists = LISTS.keys.iter().flat_map(|key| draft.list(key.key));
    let maps = draft.settings.iter().chain(&draft.calendars).chain(&draft.areas);
    let entries = std::iter::once(&draft.header).chain(maps).chain(lists);
    for owner in entries {
        let mut open = vec![owner];
        while let Some(entry) = open.pop() {
            for (key, value) in entry.values() {
                let class = class(entry.format().mapping, key);
                let (name, key) = (key.name(), Some(key));
                let mut show =
                    |value: &'d str, span| show(PlanText { owner, entry, key, name, class, value, span });
                match value.value {
                    DraftValue::Text(text) => show(text, value.span),
                    DraftValue::Many(all) => all.iter().for_each(|text| show(&text.value, text.span)),
                    DraftValue::Map(inner) => open.push(inner),
                    DraftValue::List(inner) => open.extend(inner.iter().rev()),
                    _ => {}
                }
            }
            for own in entry.own() {
                let Some(value) = own.value.as_deref() else { continue };
                let (name, class) = (&*own.key.value, TextClass::Prose);
                show(PlanText { owner, entry, key: None, name, class, value, span: own.span });
            }
        }
    }
}

/// Returns the class of the text under a key.
pub(super) fn class(mapping: Mapping, key: Key) -> TextClass {
    match key {
        Key::Due | Key::Means | Key::Value | Key::Year => TextClass::Words,
        Key::Period if mapping == Mapping::Header => TextClass::Words,
        Key::Date if mapping == Mapping::Events => TextClass::Words,
        Key::Kind | Key::Issuer if mapping == Mapping::Bases => TextClass::Prose,
        Key::Id
        | Key::Plan
        | Key::Kind
        | Key::Issuer
        | Key::Standing
        | Key::Include
        | Key::Parent
        | Key::Successors
        | Key::Members
        | Key::Lead
        | Key::With
        | Key::To
        | Key::Unit
        | Key::Goal
        | Key::Goals
        | Key::Section
        | Key::Task
        | Key::Tasks
        | Key::SameAs
        | Key::Item
        | Key::Period
        | Key::Mode
        | Key::State
        | Key::Roll
        | Key::Before => TextClass::Reference,
        _ => TextClass::Prose,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::format::{HEADER, MappingFormat, ValueShape};

    #[test]
    fn every_text_of_the_format_is_known() {
        // A new key needs a class; then this list grows.
        fn walk(format: &'static MappingFormat, prose: &mut Vec<String>) {
            for key in format.keys {
                match key.shape {
                    ValueShape::Text | ValueShape::Many
                        if class(format.mapping, key.key) == TextClass::Prose =>
                    {
                        prose.push(format!("{}.{}", format.name(), key.name()));
                    }
                    ValueShape::Map(inner) | ValueShape::List(inner) => walk(inner, prose),
                    _ => {}
                }
            }
        }
        let mut prose = Vec::new();
        for format in [&HEADER, &LISTS] {
            walk(format, &mut prose);
        }
        prose.retain(|key| key.split('.').all(|part| !matches!(part, "source" | "note")));
        assert_eq!(
            prose.join(" "),
            "header.title header.number signer.name signer.title signer.capacity header.recipients defaults.output bases.kind \
             bases.number bases.issuer bases.title letterhead.superior letterhead.office letterhead.place letterhead.number \
             letterhead.authority letterhead.title letterhead.name lists.area units.name units.aliases groups.name holidays.name workdays.name \
             events.name events.aliases goals.title targets.title results.evidence columns.title columns.title_en sections.title defaults.output tasks.title \
             tasks.text tasks.output tasks.tags schedule.title schedule.text schedule.output schedule.tags progress.evidence progress.difficulty \
             progress.proposal changes.by changes.reason"
        );
    }
}
