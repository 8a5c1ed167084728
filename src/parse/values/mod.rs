//! Nodes → values of the kind that the format asks for, and the faults of the others.

mod keys;
mod scalar;

use std::collections::HashMap;

use super::draft::{DraftValue, Entry, OwnField, Pair, Text};
use super::format::{KeyFormat, LEVELS, MappingFormat, OWN, OwnKeys, ValueShape};
use super::key::Key;
use super::rules;
use super::yaml::{Content, MERGE, Node, merge_key};
pub(super) use keys::{given_twice, key_of, unknown_key};
pub(crate) use scalar::wrong_day;

use self::keys::{cut_by_comment, no_colon};
use self::scalar::{expected, many, scalar, wrong};
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::span::{Span, Spanned};
use crate::vietnamese::nearest;

/// Reads a node as one mapping of `format`.
pub(super) fn entry<'s>(
    node: Node<'s>,
    format: &'static MappingFormat,
    found: &mut Vec<Diagnostic>,
) -> Option<Entry<'s>> {
    let node_span = node.span;
    let Content::Map(pairs) = node.content else {
        if !matches!(node.content, Content::Refused) {
            let message = message!(
                "mỗi mục của {0} phải là các cặp khóa: giá trị",
                "each entry of {0} must be pairs key: value",
                format.name()
            );
            found.push(Diagnostic::new(&rules::WRONG_TYPE, node.span, message));
        }
        return None;
    };
    let mut entry = Entry::new(format, node.span);
    entry.reserve(pairs.len().min(format.keys.len()));
    let name_of = |key: &Node<'_>| match &key.content {
        Content::Scalar(name) => format.named(name).map(|format| format.key),
        _ => None,
    };
    let is_own = |name: &str| format.takes_own() && name.starts_with(OWN);
    // A misspelt key is not taken for one that is given rightly; only then does it matter which are.
    let given: Vec<Key> = if pairs.iter().all(|(key, _)| name_of(key).is_some()) {
        Vec::new()
    } else {
        pairs.iter().filter_map(|(key, _)| name_of(key)).collect()
    };
    let mut merged = false;
    let mut own = HashMap::new();
    for (key, value) in pairs {
        let Some((name, span)) = key_of(&key, found) else { continue };
        if name == MERGE {
            merged = true;
            // An alias in it was told as the fault of this key.
            if !value.holds_refused() {
                found.push(merge_key(span));
            }
            continue;
        }
        if is_own(name) {
            set_own(&mut entry, &mut own, Spanned::new(name, span), value, found);
            continue;
        }
        // In `{title: một, hai}` the second half stands as a key without a colon.
        let has_colon = value.span.start > span.end || !matches!(value.content, Content::Absent);
        if !has_colon && format.named(name).is_none() {
            found.push(no_colon(name, span, &mut entry));
            continue;
        }
        if let Some(key) = known(name, span, format, |key| given.contains(&key), found) {
            set(&mut entry, key, span, value, found);
        }
    }
    // A key that a merge key would have given is not reported as missing.
    if merged {
        let open = format.keys.iter().map(|format| format.key).filter(|key| MERGED.contains(key));
        for key in open {
            if !entry.has(key) {
                entry.set(key, node_span, Spanned::new(DraftValue::Wrong, node_span));
            }
        }
    } else {
        missing(&entry, |_| false, found);
    }
    Some(entry)
}

/// Reads the value of a key of the entry's mapping into `entry`.
pub(super) fn set<'s>(
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

/// Reads the value of a key of the plan's own into `entry`; `given` has the places of those before it.
///
/// The columns that the plan declares may stand in another file: whether this one is known, and of which type, is
/// checked later.
fn set_own<'s>(
    entry: &mut Entry<'s>,
    given: &mut HashMap<String, Span>,
    key: Spanned<&str>,
    node: Node<'s>,
    found: &mut Vec<Diagnostic>,
) {
    let name = key.value;
    if let Some(first) = given.get(name) {
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
    given.insert(name.to_owned(), key.span);
    let key = key.map(|name| Text::Made(name.into()));
    entry.set_own(OwnField { key, value, span });
}

/// The keys that a merge key may have given, and whose absence is a fault or a consequence.
const MERGED: [Key; 4] = [Key::Lead, Key::Due, Key::Unit, Key::Kind];

/// Reports the required keys that are not there, as one fault of the entry; those that may be given in a part that
/// cannot be read are not reported.
pub(super) fn missing(entry: &Entry<'_>, may_be_given: impl Fn(&str) -> bool, found: &mut Vec<Diagnostic>) {
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
pub(super) fn known(
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
