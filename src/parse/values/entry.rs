//! Mappings → entries, pair by pair.

use std::collections::HashMap;

use super::keys::{cut_by_comment, given_twice, key_of, no_colon, unknown_key};
use super::scalar::{expected, many, scalar, wrong};
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::parse::draft::{DraftValue, Entry, OwnField, Pair, Text};
use crate::parse::format::{KeyFormat, LEVELS, MappingFormat, OWN, OwnKeys, ValueShape};
use crate::parse::key::Key;
use crate::parse::rules;
use crate::parse::yaml::{Content, MERGE, Node, merge_key};
use crate::span::{Span, Spanned};
use crate::vietnamese::nearest;

/// Reads a node as one mapping of `format`.
pub(in crate::parse) fn entry<'s>(
    node: Node<'s>,
    format: &'static MappingFormat,
    found: &mut Vec<Diagnostic>,
) -> Option<Entry<'s>> {
    let span = node.span;
    let Content::Map(pairs) = node.content else {
        if !matches!(node.content, Content::Refused) {
            let message = message!(
                "mỗi mục của {0} phải là các cặp khóa: giá trị",
                "each entry of {0} must be pairs key: value",
                format.name()
            );
            found.push(Diagnostic::new(&rules::WRONG_TYPE, span, message));
        }
        return None;
    };
    let mut open = OpenEntry::new(format, span, pairs.len());
    let names = || pairs.iter().map(|(key, _)| named(key, format));
    // A misspelt key is not taken for one that is given rightly; only then does it matter which are.
    let given: Vec<Key> = if names().all(|key| key.is_some()) {
        Vec::new()
    } else {
        names().flatten().map(|key| key.key).collect()
    };
    for (key, value) in pairs {
        open.pair(&key, value, &given, found);
    }
    Some(open.close(span, found))
}

/// Returns the key of a mapping that a node names, if it is spelt rightly.
pub(super) fn named(key: &Node<'_>, format: &'static MappingFormat) -> Option<&'static KeyFormat> {
    match &key.content {
        Content::Scalar(name) => format.named(name),
        _ => None,
    }
}

/// An entry of which the end is not read yet.
pub(super) struct OpenEntry<'s> {
    pub(super) entry: Entry<'s>,
    /// The places of the keys of the plan's own.
    own: HashMap<String, Span>,
    has_merge_key: bool,
}

impl<'s> OpenEntry<'s> {
    /// Begins an entry of about so many pairs.
    pub(super) fn new(format: &'static MappingFormat, span: Span, pairs: usize) -> Self {
        let mut entry = Entry::new(format, span);
        entry.reserve(pairs.min(format.keys.len()));
        Self { entry, own: HashMap::new(), has_merge_key: false }
    }

    /// Reads a pair; `given` has the keys of the mapping that are spelt rightly, if any is not.
    pub(super) fn pair(
        &mut self,
        key: &Node<'s>,
        value: Node<'s>,
        given: &[Key],
        found: &mut Vec<Diagnostic>,
    ) {
        let format = self.entry.format();
        let Some((name, span)) = key_of(key, found) else { return };
        if name == MERGE {
            self.has_merge_key = true;
            // An alias in it was told as the fault of this key.
            if !value.holds_refused() {
                found.push(merge_key(span));
            }
            return;
        }
        if is_own(name, format) {
            self.set_own(Spanned::new(name, span), value, found);
            return;
        }
        // In `{title: một, hai}` the second half stands as a key without a colon.
        let has_colon = value.span.start > span.end || !matches!(value.content, Content::Absent);
        if !has_colon && format.named(name).is_none() {
            found.push(no_colon(name, span, &mut self.entry));
            return;
        }
        if let Some(key) = known(name, span, format, |key| given.contains(&key), found) {
            set(&mut self.entry, key, span, value, found);
        }
    }

    /// Ends the entry and reports the keys that it lacks.
    pub(super) fn close(self, span: Span, found: &mut Vec<Diagnostic>) -> Entry<'s> {
        let Self { mut entry, has_merge_key, .. } = self;
        entry.close(span);
        if !has_merge_key {
            missing(&entry, |_| false, found);
            return entry;
        }
        // A key that a merge key would have given is not reported as missing.
        let open = entry.format().keys.iter().map(|format| format.key).filter(|key| MERGED.contains(key));
        for key in open {
            if !entry.has(key) {
                entry.set(key, span, Spanned::new(DraftValue::Wrong, span));
            }
        }
        entry
    }

    /// Reads the value of a key of the plan's own.
    ///
    /// The columns that the plan declares may stand in another file: whether this one is known, and of which type, is
    /// checked later.
    fn set_own(&mut self, key: Spanned<&str>, node: Node<'s>, found: &mut Vec<Diagnostic>) {
        let name = key.value;
        if let Some(first) = self.own.get(name) {
            found.push(given_twice(&quoted(name), key.span, *first));
            return;
        }
        found.extend(node.cut.map(|comment| cut_by_comment(name, comment, false)));
        let span = node.span;
        let value = match node.content {
            Content::Absent => return,
            Content::Scalar(words) => Some(words.into()),
            _ => wrong(&node, name, &Message::fixed("một giá trị đơn", "a single value"), found),
        };
        self.own.insert(name.to_owned(), key.span);
        let key = key.map(|name| Text::Made(name.into()));
        self.entry.set_own(OwnField { key, value, span });
    }
}

/// Returns true if a mapping takes a key as one of the plan's own.
pub(super) fn is_own(name: &str, format: &MappingFormat) -> bool {
    format.takes_own() && name.starts_with(OWN)
}

/// Reads the value of a key of the entry's mapping into `entry`.
pub(in crate::parse) fn set<'s>(
    entry: &mut Entry<'s>,
    format: &KeyFormat,
    key_span: Span,
    node: Node<'s>,
    found: &mut Vec<Diagnostic>,
) {
    if entry.has(format.key) {
        let first = entry.key_span(format.key).unwrap_or(entry.span());
        found.push(given_twice(format.name(), key_span, first));
        return;
    }
    if let Some(comment) = node.cut {
        let is_missing = format.required && matches!(node.content, Content::Absent);
        found.push(cut_by_comment(format.name(), comment, is_missing));
        if is_missing {
            entry.set(format.key, key_span, Spanned::new(DraftValue::Wrong, comment));
        }
    }
    if matches!(node.content, Content::Absent) {
        return;
    }
    let span = node.span;
    let value = value(node, &format.shape, format.name(), found).unwrap_or(DraftValue::Wrong);
    entry.set(format.key, key_span, Spanned::new(value, span));
}

/// The keys that a merge key may have given, and whose absence is a fault or a consequence.
const MERGED: [Key; 4] = [Key::Lead, Key::Due, Key::Unit, Key::Kind];

/// Reports the required keys that are not there, as one fault of the entry; those that may be given in a part that
/// cannot be read are not reported.
pub(in crate::parse) fn missing(
    entry: &Entry<'_>,
    may_be_given: impl Fn(&str) -> bool,
    found: &mut Vec<Diagnostic>,
) {
    let format = entry.format();
    let mut lacking: Vec<String> = format
        .keys
        .iter()
        .filter(|format| format.required && !entry.has(format.key) && !may_be_given(format.name()))
        .map(|format| format.name().to_owned())
        .collect();
    let complete = |keys: &&[Key]| keys.iter().all(|key| entry.has(*key));
    let has_own = format.own == OwnKeys::Sufficient && !entry.own().is_empty();
    if !format.any_of.is_empty() && !has_own && !format.any_of.iter().any(complete) {
        let choices: Vec<String> = format.any_of.iter().map(|keys| joined(keys)).collect();
        lacking.push(choices.join(" / "));
    }
    if !lacking.is_empty() {
        let names = lacking.join(", ");
        found.push(Diagnostic::new(
            &rules::MISSING_KEY,
            entry.place(),
            message!("thiếu khóa {names}", "missing key: {names}"),
        ));
    }
}

/// The names of keys that are needed together.
fn joined(keys: &[Key]) -> String {
    keys.iter().map(|key| key.name()).collect::<Vec<_>>().join(" + ")
}

/// The key of a mapping with this spelling. An unknown key is reported and counts as the nearest one.
fn known(
    name: &str,
    span: Span,
    format: &'static MappingFormat,
    is_given: impl Fn(Key) -> bool,
    found: &mut Vec<Diagnostic>,
) -> Option<&'static KeyFormat> {
    if let Some(known) = format.named(name) {
        return Some(known);
    }
    let names = || format.keys.iter().map(KeyFormat::name);
    found.push(unknown_key(name, span, names(), nearest(name, names())));
    let open = format.keys.iter().filter(|format| !is_given(format.key)).map(KeyFormat::name);
    nearest(name, open).and_then(|near| format.named(near))
}

fn value<'s>(
    node: Node<'s>,
    shape: &ValueShape,
    key: &str,
    found: &mut Vec<Diagnostic>,
) -> Option<DraftValue<'s>> {
    match shape {
        ValueShape::Many => many(node, key, found),
        ValueShape::Levels => levels(node, found),
        ValueShape::WordsOr(format) if matches!(node.content, Content::Map(_)) => {
            entry(node, format, found).map(|entry| DraftValue::Map(Box::new(entry)))
        }
        ValueShape::Map(format) => {
            if matches!(node.content, Content::Map(_)) {
                entry(node, format, found).map(|entry| DraftValue::Map(Box::new(entry)))
            } else {
                wrong(&node, key, &Message::fixed("các khóa con", "keys of its own"), found)
            }
        }
        ValueShape::List(format) => {
            let Content::List(nodes) = node.content else {
                return wrong(&node, key, &Message::fixed("một danh sách", "a list"), found);
            };
            let is_given = !nodes.is_empty();
            let entries: Box<[Entry<'s>]> =
                nodes.into_iter().filter_map(|node| entry(node, format, found)).collect();
            // A list whose entries are all wrong is not an empty one.
            (!is_given || !entries.is_empty()).then_some(DraftValue::List(entries))
        }
        scalar_shape => {
            let span = node.span;
            let Content::Scalar(words) = node.content else {
                return wrong(&node, key, &expected(scalar_shape), found);
            };
            scalar(words.into(), span, scalar_shape, key, found)
        }
    }
}

fn levels<'s>(node: Node<'s>, found: &mut Vec<Diagnostic>) -> Option<DraftValue<'s>> {
    let Content::Map(pairs) = node.content else {
        return wrong(
            &node,
            Key::Lint.name(),
            &Message::fixed("các cặp tên-quy-tắc: mức", "pairs rule: level"),
            found,
        );
    };
    let mut all: Vec<Pair<'s>> = Vec::new();
    let mut firsts = HashMap::new();
    for (key, level) in pairs {
        let Some((rule, span)) = key_of(&key, found) else { continue };
        if let Some(first) = firsts.get(rule) {
            found.push(given_twice(&quoted(rule), span, *first));
            continue;
        }
        if matches!(level.content, Content::Absent) {
            continue;
        }
        let level_span = level.span;
        if let Some(DraftValue::Text(level)) = value(level, &ValueShape::Word(LEVELS), rule, found) {
            firsts.insert(rule.to_owned(), span);
            all.push((Spanned::new(Text::Made(rule.into()), span), Spanned::new(level, level_span)));
        }
    }
    Some(DraftValue::Pairs(all.into()))
}
