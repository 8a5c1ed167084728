//! Diagnostics of the syntax errors of YAML.

use std::ops::Range;

use granit_parser::{ErrorKind, ScanError};

use super::parser::DEPTH;
use crate::diagnostic::Diagnostic;
use crate::language::Message;
use crate::message;
use crate::parse::control::{forbidden_at, is_forbidden};
use crate::parse::rules;
use crate::span::Span;

/// The diagnostic of an error of the parser; `span_of` is the place of bytes of the text.
pub(super) fn syntax_fault(
    text: &str,
    error: &ScanError,
    span_of: impl Fn(Range<usize>) -> Span,
) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(text.len());
    let at = text.floor_char_boundary(at);
    let end = text[at..].chars().next().filter(|c| !c.is_control()).map_or(at, |c| at + c.len_utf8());
    let span = span_of(at..end);
    if *error.kind() == ErrorKind::RecursionLimitExceeded {
        return Diagnostic::new(
            &rules::LIMIT,
            span,
            message!("lồng nhau quá {DEPTH} tầng", "nested deeper than {DEPTH} levels"),
        );
    }
    // The parser may only name the value that the character stands in.
    let line = text[at..].split('\n').next().unwrap_or_default();
    if matches!(error.kind(), ErrorKind::UnexpectedCharacter { .. })
        && let Some((ahead, control)) = line.char_indices().find(|(_, c)| is_forbidden(*c))
    {
        let span = span_of(at + ahead..at + ahead + control.len_utf8());
        return forbidden_at(span, control);
    }
    let (message, help) = explain(error.kind());
    let diagnostic = Diagnostic::new(&rules::SYNTAX, span, message).help(help);
    match opening_quote(text, error.kind(), at) {
        Some(quote) => Diagnostic { span: span_of(quote..quote + 1), ..diagnostic },
        None => diagnostic,
    }
}

/// The byte of the quotation mark that is not closed, when that is what is wrong: the parser only sees where it ends up.
fn opening_quote(text: &str, kind: &ErrorKind, at: usize) -> Option<usize> {
    use ErrorKind as E;
    if !matches!(
        kind,
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar | E::InvalidQuotedScalarIndent
    ) {
        return None;
    }
    let before = &text[..at];
    let starts = [": \"", ": '", "- \"", "- '", "[\"", "['", ", \"", ", '"];
    starts.iter().filter_map(|start| before.rfind(start).map(|at| at + start.len() - 1)).max()
}

/// The parser's many errors as the few mistakes that people make: a sentence and a remedy.
fn explain(kind: &ErrorKind) -> (Message, Message) {
    use ErrorKind as E;
    match kind {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabAtBlockScalarStart
        | E::TabInPlainScalar => (
            Message::fixed("có ký tự tab ở chỗ YAML chỉ nhận dấu cách", "a tab where YAML takes only spaces"),
            Message::fixed("thay tab bằng dấu cách", "replace the tab by spaces"),
        ),
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar | E::InvalidQuotedScalarIndent => (
            Message::fixed("dấu nháy mở mà không đóng", "a quotation mark is opened and not closed"),
            Message::fixed(
                "đóng dấu nháy ở cuối giá trị",
                "close the quotation mark at the end of the value",
            ),
        ),
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => (
            Message::fixed("còn chữ sau dấu nháy đóng", "there is text after the closing quotation mark"),
            Message::fixed(
                "để cả giá trị trong dấu nháy; dấu nháy bên trong viết hai lần '' hoặc \\\"",
                "put the whole value in quotation marks; write one inside as '' or \\\"",
            ),
        ),
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator => (
            Message::fixed(
                "ngoặc [ hoặc { chưa đóng, hoặc thiếu dấu phẩy",
                "a bracket [ or { is not closed, or a comma is missing",
            ),
            Message::fixed(
                "đóng ngoặc; giữa các phần tử có dấu phẩy",
                "close the bracket; put commas between the parts",
            ),
        ),
        E::MisplacedFlowCollectionEnd | E::MismatchedFlowCollectionEnd { .. } => (
            Message::fixed(
                "ngoặc đóng không khớp với ngoặc mở",
                "a closing bracket does not match the opening one",
            ),
            Message::fixed("kiểm tra các cặp ngoặc", "check the pairs of brackets"),
        ),
        E::MappingValueNotAllowed | E::InvalidColonPlacement | E::FlowMappingValueAdjacentCollection => (
            Message::fixed("dấu hai chấm ở chỗ không thể có khóa", "a colon where there can be no key"),
            Message::fixed(
                "giá trị có dấu \": \" phải để trong dấu nháy; nếu đây là khóa thì dòng này thụt vào sai",
                "a value that contains \": \" must be quoted; if this is a key, its line is indented wrongly",
            ),
        ),
        E::SimpleKeyExpected | E::InvalidSimpleKey | E::ExpectedBlockMappingKey => (
            Message::fixed(
                "thiếu dấu hai chấm (và dấu cách) sau khóa, hoặc thụt dòng sai",
                "a colon (and a space) after the key is missing, or the indentation is off",
            ),
            Message::fixed(
                "viết khóa: giá trị, các khóa của một mục thụt vào như nhau",
                "write key: value, with all keys of one entry indented alike",
            ),
        ),
        E::InvalidIndentation
        | E::ExpectedBlockSequenceEntry
        | E::BlockSequenceEntryNotAllowed
        | E::BlockEntryInFlowCollection
        | E::MappingKeyNotAllowed
        | E::InvalidBlockScalarIndent
        | E::InvalidFlowScalarIndent => (
            Message::fixed("thụt dòng sai", "the indentation is off"),
            Message::fixed(
                "các mục cùng một danh sách thụt vào như nhau",
                "indent all entries of one list alike",
            ),
        ),
        E::UnexpectedCharacter { .. } => (
            Message::fixed(
                "giá trị bắt đầu bằng ký tự dành riêng của YAML",
                "a value begins with a character reserved by YAML",
            ),
            Message::fixed("để giá trị trong dấu nháy", "put the value in quotation marks"),
        ),
        E::UnknownQuotedScalarEscape | E::InvalidQuotedScalarHexEscape | E::InvalidUnicodeEscape => (
            Message::fixed(
                "dấu \\ trong dấu nháy kép không đi với chữ này",
                "a \\ in double quotation marks does not go with this letter",
            ),
            Message::fixed("dùng dấu nháy đơn, hoặc viết \\\\", "use single quotation marks, or write \\\\"),
        ),
        other => (
            message!("cú pháp YAML sai ({other})", "not valid YAML ({other})"),
            Message::fixed("kiểm tra dòng này và dòng trên", "check this line and the one above"),
        ),
    }
}
