//! Words about control and invisible characters, and their replacements.

use super::rules::SYNTAX;
use crate::diagnostic::Diagnostic;
use crate::language::Message;
use crate::message;
use crate::sanitize::visible;
use crate::span::Span;

/// Returns true for the characters that no YAML text may hold as they are.
pub(super) fn is_forbidden(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}') || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// Reports a character that no YAML text may hold.
pub(super) fn forbidden_at(span: Span, c: char) -> Diagnostic {
    let shown = visible(c.encode_utf8(&mut [0; 4])).into_owned();
    let message = message!(
        "ký tự ẩn {shown} mà YAML không nhận",
        "an invisible character, {shown}, that YAML does not take"
    );
    Diagnostic::new(&SYNTAX, span, message)
        .help(Message::fixed("xóa ký tự này", "delete it"))
        .fix(span, instead(c))
}

/// Returns the message on a value with invisible characters.
pub(crate) fn invisible(value: &str, first: char, count: usize) -> Message {
    let name = name_of(first);
    if count == 1 {
        message!("{value}: có ký tự vô hình {name}", "`{value}` contains the invisible character {name}")
    } else {
        message!(
            "{value}: có {count} ký tự vô hình, đầu tiên là {name}",
            "`{value}` contains {count} invisible characters, the first is {name}"
        )
    }
}

/// Returns the replacement of a control character: a space for a line separator, nothing for the others.
pub(crate) fn instead(c: char) -> &'static str {
    if matches!(c, '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}') { " " } else { "" }
}

fn name_of(c: char) -> String {
    let name = match c {
        '\u{ad}' => " (soft hyphen)",
        '\u{200b}' => " (zero-width space)",
        '\u{200c}' | '\u{200d}' => " (zero-width joiner)",
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => " (bidi)",
        '\u{2028}' | '\u{2029}' | '\u{85}' => " (line separator)",
        '\u{feff}' => " (BOM)",
        _ => "",
    };
    format!("U+{:04X}{name}", c as u32)
}
