//! The texts of a plan with their classes.

use super::draft::{Draft, DraftValue, Entry};
use super::format::LISTS;
use super::key::{Key, TextClass};
use crate::span::Span;

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
    owners(draft).for_each(|owner| texts_of(owner, show));
}

/// The entries of a plan that are in no other entry, in the order of [`texts`].
pub(crate) fn owners<'d>(draft: &'d Draft) -> impl Iterator<Item = &'d Entry<'d>> {
    let lists = LISTS.keys.iter().flat_map(|key| draft.list(key.key));
    let maps = draft.settings.iter().chain(&draft.calendars).chain(&draft.areas);
    std::iter::once(&draft.header).chain(maps).chain(lists)
}

/// Calls a function with every text of an entry and of the entries in it.
pub(crate) fn texts_of<'d>(owner: &'d Entry<'d>, show: &mut dyn FnMut(PlanText<'d>)) {
    let mut open = vec![owner];
    while let Some(entry) = open.pop() {
        for (key, value) in entry.values() {
            let class = key.class(entry.format().mapping);
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
