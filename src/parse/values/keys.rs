//! The keys of mappings, and their faults.

use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::parse::draft::{DraftValue, Entry};
use crate::parse::format::OWN;
use crate::parse::rules;
use crate::parse::yaml::{Content, Node};
use crate::span::{Span, Spanned};

/// The words of a key; a key that is none is reported.
pub(in crate::parse) fn key_of<'n>(
    node: &'n Node<'_>,
    found: &mut Vec<Diagnostic>,
) -> Option<(&'n str, Span)> {
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

/// A key that is there already, and where.
pub(in crate::parse) fn given_twice(shown: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(
        &rules::DUPLICATE_KEY,
        span,
        message!("khóa {shown} viết hai lần", "the key {shown} is given twice"),
    )
    .related(first, Message::fixed("lần đầu", "the first time"))
}

/// Diagnostic on words in the place of a key that lack a colon and a space: half of a value, or `key:value`.
pub(in crate::parse) fn no_colon(name: &str, span: Span, entry: &mut Entry<'_>) -> Diagnostic {
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
pub(in crate::parse) fn cut_by_comment(key: &str, comment: Span, is_missing: bool) -> Diagnostic {
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
pub(in crate::parse) fn unknown_key<'a>(
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
