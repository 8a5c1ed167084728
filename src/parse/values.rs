//! Nodes → values of the kind that the format asks for, and the faults of the others.

use std::collections::HashMap;

use super::draft::{DraftValue, Entry, OwnField, Pair, Text};
use super::format::{KeyFormat, LEVELS, MappingFormat, OWN, OwnKeys, ValueShape};
use super::key::Key;
use super::rules;
use super::scalar::{count, is_id, number};
use super::yaml::{Content, MERGE, Node, merge_key};
use crate::deadline::{self, DeadlineError, YearlessDay};
use crate::diagnostic::deadline::{DeadlineUse, deadline_diagnostic};
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::{Lang, Message};
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
            set_own(&mut entry, name, span, value, found);
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

/// Reads the value of a key of the plan's own into `entry`. The columns that the plan declares may stand in another
/// file: whether this one is known, and of which type, is checked later.
fn set_own<'s>(
    entry: &mut Entry<'s>,
    name: &str,
    key_span: Span,
    node: Node<'s>,
    found: &mut Vec<Diagnostic>,
) {
    if let Some(first) = entry.own().iter().find(|own| &*own.key.value == name) {
        found.push(given_twice(&quoted(name), key_span, first.key.span));
        return;
    }
    found.extend(node.cut.map(|comment| cut_by_comment(name, comment, false)));
    let span = node.span;
    let value = match node.content {
        Content::Absent => return,
        Content::Scalar(words) => Some(words.into()),
        _ => wrong(&node, name, &Message::fixed("một giá trị đơn", "a single value"), found),
    };
    let key = Spanned::new(Text::Made(name.into()), key_span);
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

/// The words of a key; a key that is none is reported.
pub(super) fn key_of<'n>(node: &'n Node<'_>, found: &mut Vec<Diagnostic>) -> Option<(&'n str, Span)> {
    match &node.content {
        Content::Scalar(name) => Some((name, node.span)),
        Content::Refused => None,
        _ => {
            let message = Message::fixed("khóa phải là một từ", "a key must be a word");
            found.push(Diagnostic::new(&rules::WRONG_TYPE, node.span, message));
            None
        }
    }
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

/// A key that is there already, and where.
pub(super) fn given_twice(shown: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(
        &rules::DUPLICATE_KEY,
        span,
        message!("khóa {shown} viết hai lần", "the key {shown} is given twice"),
    )
    .related(first, Message::fixed("lần đầu", "the first time"))
}

/// Diagnostic on words in the place of a key that lack a colon and a space: half of a value, or `key:value`.
fn no_colon(name: &str, span: Span, entry: &mut Entry<'_>) -> Diagnostic {
    let said = quoted(name);
    let diagnostic = Diagnostic::new(
        &rules::UNKNOWN_KEY,
        span,
        message!("không có khóa {said}", "there is no key {said}"),
    );
    let given = |(key, _): (&str, &str)| entry.format().named(key).filter(|format| !entry.has(format.key));
    let without_space = name.split_once(':').and_then(given);
    let without_colon = name.split_once(' ').and_then(given);
    if let Some(format) = without_space.or(without_colon) {
        entry.set(format.key, span, Spanned::new(DraftValue::Wrong, span));
        return diagnostic.help(if without_space.is_some() {
            Message::fixed("cần dấu cách sau dấu hai chấm", "a space is needed after the colon")
        } else {
            let key = format.name();
            message!("thiếu dấu hai chấm sau {key}", "the colon behind {key} is missing")
        });
    }
    diagnostic.help(Message::fixed(
        "trong {…} dấu phẩy bắt đầu một khóa mới: giá trị có dấu phẩy phải để trong dấu nháy",
        "inside {…} a comma begins a new key: a value with a comma must be quoted",
    ))
}

/// Returns the diagnostic of a comment that may have been meant as a part of a value; without that value, a required
/// key is missing.
fn cut_by_comment(key: &str, comment: Span, is_missing: bool) -> Diagnostic {
    let diagnostic = if is_missing {
        let message = message!(
            "thiếu khóa {key}: \" #\" bắt đầu một chú thích",
            "missing key: {key}, a \" #\" begins a comment"
        );
        Diagnostic::new(&rules::MISSING_KEY, comment, message)
    } else {
        let message = message!(
            "{key}: \" #\" bắt đầu một chú thích, phần này không thuộc giá trị",
            "{key}: a \" #\" begins a comment, this is no part of the value"
        );
        Diagnostic::new(&rules::CUT_BY_COMMENT, comment, message)
    };
    diagnostic.help(Message::fixed(
        "để cả giá trị trong dấu nháy; nếu là chú thích, viết dấu cách sau #",
        "put the whole value in quotation marks; in a comment, write a space behind the #",
    ))
}

/// An unknown key, with the nearest known one.
pub(super) fn unknown_key<'a>(
    name: &str,
    span: Span,
    keys: impl Iterator<Item = &'a str>,
    near: Option<&str>,
) -> Diagnostic {
    let shown = quoted(name);
    let diagnostic = Diagnostic::new(
        &rules::UNKNOWN_KEY,
        span,
        message!("không có khóa {shown}", "there is no key {shown}"),
    );
    if let Some(near) = near {
        return diagnostic.help(Message::same(near));
    }
    if name.starts_with(OWN) {
        return diagnostic.help(Message::fixed(
            "cột riêng của kế hoạch chỉ ghi ở tasks, schedule, targets, progress",
            "the plan's own columns stand only in `tasks`, `schedule`, `targets` and `progress`",
        ));
    }
    let keys = keys.collect::<Vec<_>>().join(", ");
    diagnostic.help(message!("các khóa ở đây: {keys}", "the keys here: {keys}"))
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

fn scalar<'s>(
    words: Text<'s>,
    span: Span,
    shape: &ValueShape,
    key: &str,
    found: &mut Vec<Diagnostic>,
) -> Option<DraftValue<'s>> {
    let trimmed = words.trim();
    let value = match shape {
        ValueShape::Id => {
            if is_id(&words) {
                return Some(DraftValue::Text(words));
            }
            let name = quoted(&words);
            found.push(
                Diagnostic::new(
                    &rules::BAD_ID,
                    span,
                    message!("mã {name} không đúng dạng", "{name} is not the form of an id"),
                )
                .help(Message::fixed(
                    "dùng chữ không dấu, số và . _ - , bắt đầu bằng chữ hoặc số",
                    "use letters without marks, digits and . _ - , beginning with a letter or digit",
                )),
            );
            return None;
        }
        ValueShape::OwnKey => {
            let id = words.strip_prefix(OWN);
            if id.is_some_and(is_id) {
                return Some(DraftValue::Text(words));
            }
            let name = quoted(&words);
            let diagnostic = Diagnostic::new(
                &rules::BAD_ID,
                span,
                message!("{name} không phải khóa của một cột riêng", "{name} is not the key of a column"),
            );
            let meant = if is_id(&words) { format!("{OWN}{}", &*words) } else { format!("{OWN}kinh-phi") };
            found.push(diagnostic.help(message!(
                "bắt đầu bằng {OWN}, rồi chữ không dấu, số và . _ - : {meant}",
                "begin with {OWN}, then letters without marks, digits and . _ - : {meant}"
            )));
            return None;
        }
        ValueShape::Word(choices) => choices
            .iter()
            .find(|choice| **choice == trimmed)
            .map(|choice| DraftValue::Text(Text::Verbatim(choice))),
        ValueShape::Meant(words) => words.read(trimmed).map(|word| DraftValue::Text(Text::Verbatim(word))),
        ValueShape::Bool => match trimmed {
            "true" | "True" | "TRUE" => Some(DraftValue::Bool(true)),
            "false" | "False" | "FALSE" => Some(DraftValue::Bool(false)),
            _ => None,
        },
        ValueShape::Count => count(trimmed).map(DraftValue::Count),
        ValueShape::Number => number(trimmed).map(DraftValue::Number),
        ValueShape::Day | ValueShape::OpenDay => match deadline::parse_day(trimmed) {
            Ok(day) => return Some(DraftValue::Day(day)),
            Err(error) => {
                let is_open = matches!(shape, ValueShape::OpenDay);
                if let Some(day) = YearlessDay::parse(trimmed).filter(|_| is_open) {
                    return Some(DraftValue::YearlessDay(day));
                }
                found.push(wrong_day(&error, key, Spanned::new(trimmed, span)));
                return None;
            }
        },
        _ => return Some(DraftValue::Text(words)),
    };
    if value.is_none() {
        let name = quoted(&words);
        let diagnostic = Diagnostic::new(
            &rules::WRONG_TYPE,
            span,
            message!("{key} không nhận {name}", "{key} does not take {name}"),
        );
        let near = match shape {
            ValueShape::Word(choices) => nearest(&words, choices.iter().copied()),
            ValueShape::Meant(meant) => nearest(&words, meant.all().map(|(word, _)| word)),
            _ => None,
        };
        found.push(diagnostic.help(near.map_or_else(|| needed(&expected(shape)), Message::same)));
    }
    value
}

/// Reports words that are no day with its year.
pub(crate) fn wrong_day(error: &DeadlineError, key: &str, words: Spanned<&str>) -> Diagnostic {
    let usage = DeadlineUse {
        rule: Some(&rules::WRONG_TYPE),
        subject: Some(key),
        examples: "15/5/2024",
        period: None,
        takes_events: false,
    };
    let help = Message::fixed(
        "viết ngày có năm, ví dụ 15/5/2024",
        "write a day with its year, for example 15/5/2024",
    );
    let help = error.spreadsheet_day().is_none().then_some(help);
    deadline_diagnostic(error, words, usage).maybe_help(help)
}

fn many<'s>(node: Node<'s>, key: &str, found: &mut Vec<Diagnostic>) -> Option<DraftValue<'s>> {
    let nodes = match node.content {
        Content::List(nodes) => nodes,
        Content::Scalar(words) => return Some(DraftValue::Text(words.into())),
        _ => return wrong(&node, key, &expected(&ValueShape::Many), found),
    };
    let mut all = Vec::with_capacity(nodes.len());
    let mut sound = true;
    for node in nodes {
        found.extend(node.cut.map(|comment| cut_by_comment(key, comment, false)));
        match node.content {
            Content::Scalar(words) => all.push(Spanned::new(words.into(), node.span)),
            Content::Absent => {}
            _ => {
                wrong::<()>(&node, key, &Message::fixed("các giá trị đơn", "single values"), found);
                sound = false;
            }
        }
    }
    sound.then(|| DraftValue::Many(all.into()))
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

fn wrong<T>(node: &Node<'_>, key: &str, expected: &Message, found: &mut Vec<Diagnostic>) -> Option<T> {
    if !matches!(node.content, Content::Refused) {
        let (vi, en) = match node.content {
            Content::Map(_) => ("các khóa con", "keys of its own"),
            Content::List(_) => ("một danh sách", "a list"),
            _ => ("một giá trị đơn", "a single value"),
        };
        let message = Message::new(format!("{key} không nhận {vi}"), format!("{key} does not take {en}"));
        found.push(Diagnostic::new(&rules::WRONG_TYPE, node.span, message).help(needed(expected)));
    }
    None
}

fn needed(expected: &Message) -> Message {
    Message::new(format!("cần {}", expected.get(Lang::Vi)), format!("give {}", expected.get(Lang::En)))
}

fn expected(shape: &ValueShape) -> Message {
    match shape {
        ValueShape::Word(choices) => {
            let choices = choices.join(", ");
            message!("một trong: {choices}", "one of: {choices}")
        }
        ValueShape::Meant(words) => {
            let choices = words.words().collect::<Vec<_>>().join(", ");
            message!("một trong: {choices}", "one of: {choices}")
        }
        ValueShape::Day | ValueShape::OpenDay => {
            Message::fixed("một ngày có năm, ví dụ 15/5/2024", "a day with its year, such as 15/5/2024")
        }
        ValueShape::Bool => Message::fixed("true hoặc false", "true or false"),
        ValueShape::Count => Message::fixed("một số nguyên, ví dụ 11", "a whole number, such as 11"),
        ValueShape::Number => Message::fixed("một số, ví dụ 98,5", "a number, such as 98.5"),
        ValueShape::Many => {
            Message::fixed("một giá trị hoặc một danh sách giá trị", "a value or a list of values")
        }
        ValueShape::WordsOr(format) => {
            let keys = format.keys.iter().map(KeyFormat::name).collect::<Vec<_>>().join(", ");
            message!("chữ, hoặc {{{keys}}}", "text, or {{{keys}}}")
        }
        _ => Message::fixed("chữ", "text"),
    }
}
