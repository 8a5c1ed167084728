//! Scalars: plain where every reader takes them for the same text, else in quotation marks.

use std::fmt::Write;

use crate::sanitize::PrintedChar;

/// The surroundings of a scalar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScalarContext {
    /// Behind a key or a dash, on a line of its own.
    Block,
    /// In brackets or braces.
    Flow,
}

/// A text as a YAML scalar on one line.
///
/// Only a text that begins with a letter or a digit stays plain, and only if no reader takes it for something else: for
/// a number (`012`, `1.10`), a truth value (`no`), a time (`2024-05-15`, `12:30`), a key (`a: b`) or a comment (` #`).
pub fn scalar(text: &str, context: ScalarContext) -> String {
    let is_printable = text.chars().all(|c| PrintedChar::of(c).is_plain() && !is_break(c));
    if !is_printable {
        return double_quoted(text);
    }
    let written = serde_yaml::to_string(text).unwrap_or_default();
    let written = written.trim_end_matches('\n');
    if written == text && is_plain(text, context) {
        return text.to_owned();
    }
    if written.starts_with('\'') && !written.contains('\n') {
        return written.to_owned();
    }
    format!("'{}'", text.replace('\'', "''"))
}

/// Returns true if a text that YAML 1.2 reads as itself is also safe for older readers and in its context.
fn is_plain(text: &str, context: ScalarContext) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let fits = match context {
        ScalarContext::Block => true,
        ScalarContext::Flow => !text.contains([',', '[', ']', '{', '}', '?']),
    };
    fits && first.is_alphanumeric() && !is_number(text) && !is_word(text) && !text.ends_with(':')
}

/// Returns true if some reader may take a text for a number or a time: `012`, `1.10`, `1_000`, `2024-05-15`,
/// `12:30:00`.
fn is_number(text: &str) -> bool {
    let sign =
        |byte: u8| matches!(byte, b'.' | b'-' | b'+' | b':' | b'_' | b'e' | b'E' | b'x' | b'o' | b'T' | b'Z');
    let is_decimal = text.bytes().all(|byte| byte.is_ascii_digit() || sign(byte) || byte == b' ');
    let is_radix = ["0x", "0X", "0o", "0O", "0b", "0B"].iter().any(|radix| text.starts_with(radix));
    // `2026-02` and `2023-2024`, labels of periods, are no day and no difference to any reader.
    let is_label = text.split_once('-').is_some_and(|(first, second)| {
        [first, second].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    });
    text.starts_with(|c: char| c.is_ascii_digit()) && (is_decimal || is_radix) && !is_label
}

/// Returns true if some reader takes a text for a truth value or for nothing.
fn is_word(text: &str) -> bool {
    const WORDS: [&str; 11] = ["y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf"];
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// A character that some reader takes for a line break.
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A text in double quotation marks, with escapes for whatever is not printed.
fn double_quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if is_break(c) || !PrintedChar::of(c).is_plain() => {
                let _ = if c as u32 > 0xffff {
                    write!(quoted, "\\U{:08x}", c as u32)
                } else {
                    write!(quoted, "\\u{:04x}", c as u32)
                };
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
