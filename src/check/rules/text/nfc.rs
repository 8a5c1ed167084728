//! Decomposed letters: `not-nfc`.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::label::other_places;
use crate::check::rules::context::RuleContext;
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::parse::scalar::ScalarWalk;
use crate::parse::{PlanText, TextClass, texts};
use crate::rule;

rule!(
    NOT_NFC,
    Warning,
    "not-nfc",
    ["Chữ có dấu viết bằng dấu rời (không phải NFC)", "Decomposed letters (not NFC)"],
    [
        "Cùng một chữ \"ệ\" có thể là một ký tự (NFC) hay ba ký tự ghép lại (NFD, thường do chép từ PDF hoặc từ máy Mac). \
         Nhìn giống nhau nhưng git, grep và ô tìm kiếm coi là hai từ khác nhau. --fix đổi sang NFC, không đổi chữ nào khác.",
        "The letter \"ệ\" can be one character (NFC) or a sequence of three (NFD, often copied from a PDF or from a Mac). \
         They look the same, but git, grep and search fields treat them as different words. `plan validate --fix` \
         converts the text to NFC and changes nothing else.",
    ],
);

pub(in crate::check::rules) fn not_nfc(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    texts(context.draft, &mut |text| {
        if text.class == TextClass::Reference || is_surely_nfc(text.value) {
            return;
        }
        found.extend(decomposed(context, text));
    });
}

/// Returns true if a text is in NFC.
fn is_surely_nfc(text: &str) -> bool {
    text.is_ascii() || text.chars().all(is_composed) || unicode_normalization::is_nfc(text)
}

/// Returns true if a character is composed in every context: Latin letters with Vietnamese marks, punctuation, arrows
/// and mathematical signs up to `∟`.
fn is_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' | '\u{2002}'..='\u{2125}')
}

fn decomposed(context: &RuleContext<'_>, text: PlanText<'_>) -> Option<Diagnostic> {
    let value = text.value;
    let composed: String = value.nfc().collect();
    let (first, last) = changed(value, &composed)?;
    let mut walk = ScalarWalk::new(context.sources, value, text.span);
    let all = first.start..last.end;
    // Two walks, as a walk does not go back.
    let whole = walk.place(all.clone());
    let mark = ScalarWalk::new(context.sources, value, text.span).span_of(first.clone());
    let word = word_around(value, &first);
    let is_more = last.start >= first.end;
    let diagnostic = Diagnostic::new(
        &NOT_NFC,
        mark,
        message!("{0} viết bằng dấu rời", "{0} is written with separate combining marks", quoted(word)),
    )
    .help(Message::fixed("validate --fix đổi sang NFC", "run `plan validate --fix` to convert it to NFC"));
    let diagnostic = if is_more { diagnostic.label(other_places()) } else { diagnostic };
    let Some(whole) = whole.filter(|place| place.verbatim) else { return Some(diagnostic) };
    let raw = context.sources.slice(whole.span);
    let fixed: String = raw.nfc().collect();
    // Only letters are composed; a character that normalizes to `;` or `` ` `` stays.
    let ascii =
        |text: &str| text.bytes().filter(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic()).count();
    if fixed == raw || ascii(&fixed) != ascii(raw) {
        return Some(diagnostic);
    }
    Some(diagnostic.fix(whole.span, fixed))
}

/// Returns the first and the last part that composition changes, each from a letter to the end of its marks.
fn changed(value: &str, composed: &str) -> Option<(Range<usize>, Range<usize>)> {
    let same: usize =
        value.chars().zip(composed.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum();
    if same == value.len() && same == composed.len() {
        return None;
    }
    let tail: usize = value
        .chars()
        .rev()
        .zip(composed.chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(c, _)| c.len_utf8())
        .sum();
    let is_letter = |c: char| canonical_combining_class(c) == 0;
    let letter_at = |at: usize| {
        value[..at].char_indices().rev().find(|(_, c)| is_letter(*c)).map_or(0, |(start, _)| start)
    };
    let end_of = |start: usize| {
        let mut chars = value[start..].char_indices().skip(1);
        chars.find(|(_, c)| is_letter(*c)).map_or(value.len(), |(end, _)| start + end)
    };
    let first_char = value[same..].chars().next()?;
    let start = letter_at(same + first_char.len_utf8());
    // The common suffix may begin inside the last part and overlap the common prefix.
    let changed_end = (value.len() - tail).max(end_of(start));
    let end = end_of(letter_at(changed_end));
    Some((start..end_of(start), letter_at(end)..end))
}

/// Returns the word around a part of a text.
fn word_around<'t>(value: &'t str, part: &Range<usize>) -> &'t str {
    let is_end = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | '(' | ')' | '"' | '“' | '”');
    let start = value[..part.start].rfind(is_end).map_or(0, |at| value.ceil_char_boundary(at + 1));
    let end = value[part.start..].find(is_end).map_or(value.len(), |at| part.start + at);
    &value[start..end.max(start)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{fixed, marks};

    #[test]
    fn marks_written_apart_are_put_together() {
        let nfd = |text: &str| text.nfd().collect::<String>();
        let words = nfd("Hạ Đình");
        for (before, after) in [
            (format!("title: UBND {words}, {words}"), "title: UBND Hạ Đình, Hạ Đình".to_owned()),
            (format!("title: \"{words}\""), "title: \"Hạ Đình\"".to_owned()),
            (
                format!("title: >-\n  a {words}\n  {words} b # c\n"),
                "title: >-\n  a Hạ Đình\n  Hạ Đình b # c\n".to_owned(),
            ),
            (format!("due: {words}"), "due: Hạ Đình".to_owned()),
        ] {
            let before = format!("goals:\n- id: a\n  {}", before.replace('\n', "\n  "));
            let after = format!("goals:\n- id: a\n  {}", after.replace('\n', "\n  "));
            if before.contains("due") {
                let (before, after) = (before.replace("goals", "tasks"), after.replace("goals", "tasks"));
                assert_eq!(fixed(not_nfc, &before), after);
                continue;
            }
            assert_eq!(fixed(not_nfc, &before), after);
            assert_eq!(marks(not_nfc, &before), ["a\u{323}"]);
            assert_eq!(marks(not_nfc, &after), [""; 0]);
        }
        // A short value, marks in an unusual order, and two letters of one value.
        assert_eq!(fixed(not_nfc, "title: e\u{302}\u{323}"), "title: ệ");
        assert_eq!(fixed(not_nfc, "title: xe\u{323}\u{302}x"), "title: xệx");
        assert_eq!(fixed(not_nfc, "title: ê\u{323} và ê\u{323}"), "title: ệ và ệ");
    }

    #[test]
    fn what_is_not_in_the_file_is_not_fixed() {
        // The mark or the letter is an escape.
        for text in [r#"title: "e\u0323""#, "title: \"\\x65\u{323}\""] {
            assert_eq!(fixed(not_nfc, text), text);
        }
        // Composed with the escape before it, this mark would form `\ñ`.
        let mended = fixed(not_nfc, "title: \"e\u{323} a\\n\u{303} e\u{323}\"");
        assert!(!mended.contains('ñ'), "{mended}");
        assert_eq!(marks(not_nfc, r#"title: "e\u0323""#).len(), 1);
        assert_eq!(marks(not_nfc, "title: \"\\x65\u{323}\"").len(), 1);
        // A character that normalizes to `;`.
        assert_eq!(marks(not_nfc, "title: a\u{37e}"), ["\u{37e}"]);
        assert_eq!(fixed(not_nfc, "title: a\u{37e}"), "title: a\u{37e}");
    }
}
