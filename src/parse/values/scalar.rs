//! Scalars and lists of words → values of the kind that the format asks for.

use super::keys::cut_by_comment;
use crate::deadline::{self, DeadlineError, YearlessDay};
use crate::diagnostic::deadline::{DeadlineUse, deadline_diagnostic};
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::{Lang, Message};
use crate::message;
use crate::parse::draft::{DraftValue, Text};
use crate::parse::format::{KeyFormat, OWN, ValueShape};
use crate::parse::rules;
use crate::parse::scalar::{count, is_id, number};
use crate::parse::yaml::{Content, Node};
use crate::span::{Span, Spanned};
use crate::vietnamese::nearest;

pub(super) fn scalar<'s>(
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

pub(super) fn many<'s>(node: Node<'s>, key: &str, found: &mut Vec<Diagnostic>) -> Option<DraftValue<'s>> {
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

pub(super) fn wrong<T>(
    node: &Node<'_>,
    key: &str,
    expected: &Message,
    found: &mut Vec<Diagnostic>,
) -> Option<T> {
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

pub(super) fn expected(shape: &ValueShape) -> Message {
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
