//! Escapes in double quotation marks (YAML 1.2.2, section 5.7).

/// The character that the escape at the front of `raw` stands for, and the length of the escape. An escaped line
/// break stands for no character. `None` if there is no such escape.
pub(super) fn escape(raw: &str) -> Option<(Option<char>, usize)> {
    let kind = raw[1..].chars().next()?;
    let digits = match kind {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };
    if digits > 0 {
        let number = u32::from_str_radix(raw.get(2..2 + digits)?, 16).ok()?;
        return Some((Some(char::from_u32(number)?), 2 + digits));
    }
    let said = match kind {
        '\n' | '\r' => return Some((None, 1 + kind.len_utf8())),
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        't' | '\t' => '\t',
        'n' => '\n',
        'v' => '\u{b}',
        'f' => '\u{c}',
        'r' => '\r',
        'e' => '\u{1b}',
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        other => other,
    };
    Some((Some(said), 1 + kind.len_utf8()))
}
