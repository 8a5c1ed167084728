//! Words for the syntax errors of YAML.

use granit_parser::ErrorKind;

use crate::language::Message;
use crate::message;

/// The parser's many errors as the few mistakes that people make: a sentence and a remedy.
pub(super) fn explain(kind: &ErrorKind) -> (Message, Message) {
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
