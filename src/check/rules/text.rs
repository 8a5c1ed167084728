//! The characters of what people wrote: `not-nfc`, `control-character`, `look-alike`.
//!
//! One value gives one diagnostic of a rule, however many of its characters are wrong. References and
//! other ids are not looked at: they are ASCII, and what is none leads nowhere, which is reported already.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::Context;
use super::place::{Style, Walk};
use crate::diagnostic::{Diagnostic, quoted};
use crate::lang::Text;
use crate::parse::format::LISTS;
use crate::parse::{Draft, Entry, Value};
use crate::rule;
use crate::span::Span;
use crate::text;
use crate::visible::Shown;

rule!(
    NOT_NFC,
    Warning,
    "not-nfc",
    ["Chữ có dấu viết bằng dấu rời (không phải NFC)", "Marks that are written apart (not NFC)"],
    [
        "Cùng một chữ \"ệ\" có thể là một ký tự (NFC) hay ba ký tự ghép lại (NFD, thường do chép từ PDF hoặc từ máy Mac). \
         Nhìn giống nhau nhưng git, grep và ô tìm kiếm coi là hai từ khác nhau. --fix đổi sang NFC, không đổi chữ nào khác.",
        "One letter \"ệ\" can be one character (NFC) or three joined ones (NFD, mostly from a PDF or a Mac). \
         They look alike, but git, grep and search fields take them for different words. --fix writes NFC and changes nothing else.",
    ],
);

rule!(
    CONTROL_CHARACTER,
    Warning,
    "control-character",
    ["Ký tự điều khiển hoặc vô hình trong văn bản", "Control characters, or invisible ones, in a text"],
    [
        "Ký tự không nhìn thấy (dấu cách không độ rộng, BOM ở giữa tệp, gạch nối mềm, ký tự đổi chiều viết, ký tự điều khiển) \
         thường lọt vào khi chép từ Word hay trang web; tìm kiếm sẽ không thấy từ có chúng, màn hình có thể hiện sai. \
         --fix bỏ chúng đi, nơi việc bỏ không làm đổi nghĩa; ký tự ngắt dòng lạ thì thành dấu cách. Dấu cách không ngắt (NBSP) được giữ.",
        "Characters that nobody sees (zero-width spaces, a BOM inside the file, soft hyphens, marks that turn the direction of writing, controls) \
         come with text copied from Word or the web; a search misses the words that hold them, and a screen may show them wrongly. \
         --fix removes them where that cannot change a meaning, and makes odd line breaks spaces. No-break spaces are left alone.",
    ],
);

rule!(
    LOOK_ALIKE,
    Warning,
    "look-alike",
    ["Chữ trông giống chữ Việt mà không phải", "Letters that only look like Vietnamese ones"],
    [
        "ð (chữ Iceland) trông như đ, ǎ như ă, chữ а của tiếng Nga như a. Người đọc không thấy khác, nhưng tìm kiếm, sắp xếp và đối chiếu đều sai. \
         Chương trình không tự sửa vì không biết người viết muốn gì; từ nên viết được gợi ý.",
        "ð (Icelandic) looks like đ, ǎ like ă, Russian а like a. A reader sees no difference, but searching, sorting and comparing go wrong. \
         What was meant is for the writer to say, so nothing is fixed; the word that is probably meant is suggested.",
    ],
);

/// Looks at the characters of every text; at none, where the files hold only what such plans are written with.
pub(super) fn characters(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if context.draft.files.iter().all(|file| is_ordinary(context.sources.get(*file).text())) {
        return;
    }
    control_character(context, found);
    look_alike(context, found);
    not_nfc(context, found);
}

/// Whether a file holds nothing but precomposed Vietnamese, ASCII and the usual signs, and no escapes: then
/// no rule on characters can find anything in it.
fn is_ordinary(text: &str) -> bool {
    let usual = |c: char| {
        matches!(c,
            'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý'
            | 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý'
            | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ạ'..='ỹ'
            | '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '§' | '°' | '×' | '≤' | '≥')
    };
    text.chars().all(|c| match c {
        '\\' => false,
        '\n' | '\r' | ' '..='~' => true,
        c => usual(c),
    })
}

pub(super) fn not_nfc(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    texts(context.draft, &mut |text| {
        if text.class == Class::Reference || is_surely_nfc(text.value) {
            return;
        }
        found.extend(decomposed(context, text));
    });
}

pub(super) fn control_character(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    texts(context.draft, &mut |text| {
        if text.class == Class::Prose {
            found.extend(controls(context, text));
        }
    });
}

pub(super) fn look_alike(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    texts(context.draft, &mut |text| {
        if text.class == Class::Prose && !text.value.is_ascii() {
            found.extend(look_alikes(context, text));
        }
    });
}

/// What the words behind a key are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Text for people.
    Prose,
    /// Words of a language of the product: deadlines, amounts, spans of time. It does not mind their
    /// Unicode form, and reports whatever else is wrong with them itself.
    Words,
    /// Ids, labels, paths.
    Reference,
}

/// A text of the plan.
#[derive(Clone, Copy)]
pub(crate) struct Written<'d> {
    /// The entry of a list (or the header) that it is a part of.
    pub(crate) owner: &'d Entry,
    /// The mapping that it stands in: the owner, or one inside it.
    pub(crate) entry: &'d Entry,
    /// The key that it stands behind.
    pub(crate) key: &'static str,
    /// What it is.
    pub(crate) class: Class,
    /// The words.
    pub(crate) value: &'d str,
    /// Where they stand.
    pub(crate) span: Span,
}

/// Shows every text of a plan, each list in the order of the files.
pub(crate) fn texts<'d>(draft: &'d Draft, show: &mut dyn FnMut(Written<'d>)) {
    let lists = LISTS.keys.iter().flat_map(|key| draft.list(key.name));
    let entries = std::iter::once(&draft.header).chain(&draft.settings).chain(&draft.calendars).chain(lists);
    for owner in entries {
        let mut open = vec![owner];
        while let Some(entry) = open.pop() {
            for (key, value) in entry.values() {
                let class = class(entry.format().name, key);
                let mut show = |value: &'d str, span| show(Written { owner, entry, key, class, value, span });
                match &value.value {
                    Value::Text(text) => show(text, value.span),
                    Value::Many(all) => all.iter().for_each(|text| show(&text.value, text.span)),
                    Value::Map(inner) => open.push(inner),
                    Value::List(inner) => open.extend(inner.iter().rev()),
                    _ => {}
                }
            }
        }
    }
}

fn class(format: &str, key: &str) -> Class {
    match key {
        "due" | "value" | "year" => Class::Words,
        "period" if format == "header" => Class::Words,
        "kind" | "issuer" if format == "bases" => Class::Prose,
        "id" | "plan" | "kind" | "issuer" | "standing" | "include" | "parent" | "successors" | "members"
        | "lead" | "with" | "to" | "unit" | "goal" | "goals" | "section" | "task" | "tasks" | "same_as"
        | "item" | "period" | "mode" | "state" | "roll" | "before" => Class::Reference,
        _ => Class::Prose,
    }
}

/// Whether a text has only characters that are composed whatever stands beside them.
fn is_surely_nfc(text: &str) -> bool {
    text.is_ascii() || text.chars().all(is_composed) || unicode_normalization::is_nfc(text)
}

/// Latin letters with their Vietnamese marks, punctuation, arrows and signs of mathematics up to `∟`.
fn is_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' | '\u{2002}'..='\u{2125}')
}

fn decomposed(context: &Context<'_>, text: Written<'_>) -> Option<Diagnostic> {
    let value = text.value;
    let composed: String = value.nfc().collect();
    let (first, last) = changed(value, &composed)?;
    let mut walk = Walk::new(context.sources, value, text.span);
    let all = first.start..last.end;
    // The whole before its first part, and by two walks: a walk does not go back.
    let whole = walk.place(all.clone());
    let mark = Walk::new(context.sources, value, text.span).place(first.clone());
    let word = word_around(value, &first);
    let is_more = last.start >= first.end;
    let diagnostic = Diagnostic::new(
        &NOT_NFC,
        mark.map_or(text.span, |place| place.span),
        text!("{0} viết bằng dấu rời", "{0} is written with separate marks", quoted(word)),
    )
    .help(Text::fixed("validate --fix đổi sang NFC", "validate --fix makes it NFC"));
    let diagnostic = if is_more { diagnostic.label(others()) } else { diagnostic };
    let Some(whole) = whole.filter(|place| place.verbatim) else { return Some(diagnostic) };
    let raw = context.sources.slice(whole.span);
    let fixed: String = raw.nfc().collect();
    // Marks make letters and nothing else; a sign that is only another name of `;` or `` ` `` stays.
    let ascii =
        |text: &str| text.bytes().filter(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic()).count();
    if fixed == raw || ascii(&fixed) != ascii(raw) {
        return Some(diagnostic);
    }
    Some(diagnostic.fix(whole.span, fixed))
}

fn others() -> Text {
    Text::fixed("và những chỗ khác trong giá trị này", "and other places in this value")
}

/// The first and the last part that composing changes, each from a letter to the end of its marks.
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
    // What the tails share may begin inside the last part, and overlap what the heads share.
    let changed_end = (value.len() - tail).max(end_of(start));
    let end = end_of(letter_at(changed_end));
    Some((start..end_of(start), letter_at(end)..end))
}

/// The word that a part of a text belongs to.
fn word_around<'t>(value: &'t str, part: &Range<usize>) -> &'t str {
    let is_end = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | '(' | ')' | '"' | '“' | '”');
    let start = value[..part.start].rfind(is_end).map_or(0, |at| value.ceil_char_boundary(at + 1));
    let end = value[part.start..].find(is_end).map_or(value.len(), |at| part.start + at);
    &value[start..end.max(start)]
}

/// Whether a character steers or hides. A tab and a line break do neither in a file that people write,
/// and a joiner inside an emoji is a part of the picture.
fn is_control(c: char, before: Option<char>) -> bool {
    let is_picture = |c: char| matches!(c, '\u{fe0f}' | '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}');
    match c {
        '\t' | '\n' | '\r' | ' '..='~' => false,
        '\u{200d}' => !before.is_some_and(is_picture),
        '\u{e0020}'..='\u{e007f}' => {
            !before.is_some_and(|c| is_picture(c) || matches!(c, '\u{e0020}'..='\u{e007e}'))
        }
        _ => !Shown::of(c).is_plain(),
    }
}

/// What comes instead of a control: a space for what breaks lines.
fn instead(c: char) -> &'static str {
    if matches!(c, '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}') { " " } else { "" }
}

fn controls(context: &Context<'_>, text: Written<'_>) -> Option<Diagnostic> {
    let value = text.value;
    if value.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return None;
    }
    let mut before = None;
    let mut bad = value.char_indices().filter(|(_, c)| is_control(*c, before.replace(*c)));
    let (at, c) = bad.next()?;
    let (last_at, last, count) = bad.fold((at, c, 1_usize), |(.., count), (at, c)| (at, c, count + 1));
    let whole = Walk::new(context.sources, value, text.span);
    let style = whole.style();
    let mut walk = whole;
    let mark = walk.place(at..at + c.len_utf8());
    let whole = Walk::new(context.sources, value, text.span).place(at..last_at + last.len_utf8());
    let name = name_of(c);
    let diagnostic = Diagnostic::new(
        &CONTROL_CHARACTER,
        mark.map_or(text.span, |place| place.span),
        if count == 1 {
            text!("{0}: có ký tự vô hình {1}", "{0} has the invisible character {1}", text.key, name)
        } else {
            text!(
                "{0}: có {2} ký tự vô hình, đầu tiên là {1}",
                "{0} has {2} invisible characters, the first is {1}",
                text.key,
                name,
                count
            )
        },
    );
    let removed = whole
        .filter(|place| place.verbatim)
        .and_then(|place| Some((place.span, without_controls(context, text.span, place.span, style)?)));
    Some(match removed {
        Some((span, fixed)) if !is_nothing(value) => diagnostic
            .help(Text::fixed("validate --fix bỏ ký tự này", "validate --fix removes it"))
            .fix(span, fixed),
        _ => diagnostic
            .help(Text::fixed("xóa ký tự này rồi gõ lại chỗ đó", "delete it and type the place anew")),
    })
}

/// Whether a text would be no value at all without its controls.
fn is_nothing(value: &str) -> bool {
    let mut before = None;
    let rest: String = value.chars().filter(|c| !is_control(*c, before.replace(*c))).collect();
    matches!(rest.trim(), "" | "~" | "null" | "Null" | "NULL")
}

/// The bytes of `part` of the scalar at `span` without controls, if YAML still reads the rest as before.
fn without_controls(context: &Context<'_>, span: Span, part: Span, style: Style) -> Option<String> {
    let file = context.sources.get(span.source).text();
    let (start, end) = (part.start as usize, part.end as usize);
    let line_start = file[..start].rfind('\n').map_or(0, |at| at + 1);
    let scalar_start = (span.start as usize).max(line_start);
    let mut fixed = String::with_capacity(end - start);
    let mut left = file[scalar_start..start].chars().next_back();
    let mut is_first = file[scalar_start..start].trim().is_empty();
    let mut chars = file[start..end].char_indices().peekable();
    let mut before = file[..start].chars().next_back();
    while let Some((at, c)) = chars.next() {
        if !is_control(c, before.replace(c)) {
            is_first = c == '\n' || is_first && c.is_whitespace();
            left = Some(c);
            fixed.push(c);
            continue;
        }
        let mut new = instead(c);
        let mut after = start + at + c.len_utf8();
        while let Some((at, next)) = chars.peek().copied().filter(|(_, next)| is_control(*next, before)) {
            before = Some(next);
            new = if new.is_empty() { instead(next) } else { new };
            after = start + at + next.len_utf8();
            chars.next();
        }
        let right = file[after..].chars().next();
        let is_safe = match style {
            Style::Plain | Style::Block if is_first => right.is_some_and(char::is_alphanumeric),
            Style::Plain => left != Some(':') && right != Some('#'),
            Style::Block => true,
            // Where a line of a quoted scalar begins or ends, white space is folded away.
            _ if is_first => !right.is_some_and(char::is_whitespace),
            _ => left != Some('\\'),
        };
        if !is_safe {
            return None;
        }
        fixed.push_str(new);
    }
    Some(fixed)
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

fn look_alikes(context: &Context<'_>, text: Written<'_>) -> Option<Diagnostic> {
    let value = text.value;
    if value.chars().all(|c| c.is_ascii() || meant(c).is_none()) {
        return None;
    }
    let mut words = words(value).filter_map(|(at, word)| Some((at, word, put_right(word)?)));
    let (at, word, right) = words.next()?;
    let is_more = words.next().is_some();
    let wrong = word.chars().find(|c| meant(*c).is_some())?;
    let place = Walk::new(context.sources, value, text.span).place(at..at + word.len());
    let (code, letter) = (format!("U+{:04X}", wrong as u32), meant(wrong)?);
    let diagnostic = Diagnostic::new(
        &LOOK_ALIKE,
        place.map_or(text.span, |place| place.span),
        text!(
            "trong {0} có chữ {wrong} ({code}) trông như {letter}",
            "{0} holds {wrong} ({code}), which only looks like {letter}",
            quoted(word)
        ),
    )
    .help(text!("{0}", "{0}", right));
    Some(if is_more { diagnostic.label(others()) } else { diagnostic })
}

/// The runs of letters and marks, with their offsets.
fn words(value: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |c: char| c.is_alphabetic() || canonical_combining_class(c) != 0;
    value.split(move |c| !is_part(c)).filter(|word| !word.is_empty()).map(|word| {
        // Both are parts of one text, so their addresses tell the offset.
        (word.as_ptr() as usize - value.as_ptr() as usize, word)
    })
}

/// The word with the letters that it means; nothing if it is a word as it should be.
fn put_right(word: &str) -> Option<String> {
    let right: String = word.chars().map(|c| meant(c).unwrap_or(c)).collect();
    if right == word {
        return None;
    }
    // A word of another alphabet throughout is a foreign word; ð and ǎ are Latin letters themselves.
    word.chars().any(is_latin).then_some(right)
}

fn is_latin(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// The Latin letter that a letter looks like.
pub(crate) fn meant(c: char) -> Option<char> {
    Some(match c {
        'ð' | 'ɖ' => 'đ',
        'Ð' | 'Ɖ' => 'Đ',
        'ǎ' => 'ă',
        'Ǎ' => 'Ă',
        // Cyrillic, and Greek beside it.
        'а' => 'a',
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'с' => 'c',
        'С' => 'C',
        'ԁ' => 'd',
        'е' => 'e',
        'Е' | 'Ε' => 'E',
        'һ' => 'h',
        'Н' | 'Η' => 'H',
        'і' => 'i',
        'І' | 'Ι' => 'I',
        'ј' => 'j',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'о' | 'ο' => 'o',
        'О' | 'Ο' => 'O',
        'р' => 'p',
        'Р' | 'Ρ' => 'P',
        'ѕ' => 's',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'у' => 'y',
        'У' | 'Υ' => 'Y',
        'х' => 'x',
        'Х' | 'Χ' => 'X',
        'Ζ' => 'Z',
        'Ν' => 'N',
        'ν' => 'v',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{fixed, judge, marks};
    use super::*;
    use crate::parse::format::{Format, HEADER, Shape};

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
        // Two of one value; the whole of a short one; marks in an odd order.
        assert_eq!(fixed(not_nfc, "title: e\u{302}\u{323}"), "title: ệ");
        assert_eq!(fixed(not_nfc, "title: xe\u{323}\u{302}x"), "title: xệx");
        assert_eq!(fixed(not_nfc, "title: ê\u{323} và ê\u{323}"), "title: ệ và ệ");
    }

    #[test]
    fn what_is_not_in_the_file_is_not_fixed() {
        // The mark, or the letter, or the line break before it is an escape.
        for text in [r#"title: "e\u0323""#, "title: \"\\x65\u{323}\""] {
            assert_eq!(fixed(not_nfc, text), text);
        }
        // This mark would make `\ñ` of the escape before it.
        let mended = fixed(not_nfc, "title: \"e\u{323} a\\n\u{303} e\u{323}\"");
        assert!(!mended.contains('ñ'), "{mended}");
        assert_eq!(marks(not_nfc, r#"title: "e\u0323""#).len(), 1);
        assert_eq!(marks(not_nfc, "title: \"\\x65\u{323}\"").len(), 1);
        // Another name of `;`.
        assert_eq!(marks(not_nfc, "title: a\u{37e}"), ["\u{37e}"]);
        assert_eq!(fixed(not_nfc, "title: a\u{37e}"), "title: a\u{37e}");
    }

    #[test]
    fn invisible_characters_are_removed() {
        for (before, after) in [
            ("title: Cơ\u{200b} sở\u{ad}", "title: Cơ sở"),
            ("title: '\u{feff}Cơ sở'", "title: 'Cơ sở'"),
            ("title: \"\u{202a}Cơ sở\u{202c} \"", "title: \"Cơ sở \""),
            ("title: 'Cơ\u{200b}'' sở'", "title: 'Cơ'' sở'"),
            ("title: Cơ\u{2028}sở", "title: Cơ sở"),
            ("title: >-\n  Cơ\u{200b}\n  \u{200b}sở", "title: >-\n  Cơ\n  sở"),
        ] {
            assert_eq!(fixed(control_character, before), after, "{before}");
            assert_eq!(judge(control_character, before).1.len(), 1, "{before}");
            assert_eq!(marks(control_character, after), [""; 0], "{before}");
        }
    }

    #[test]
    fn a_fix_never_changes_what_yaml_reads() {
        for text in [
            "title: \u{200b}- a",
            "title: \u{200b}# a",
            "title: a:\u{200b} b",
            "title: a:\u{200b}",
            "title: a \u{200b}# b",
            "title: \u{200b}null",
            "title: \"\u{200b}\"",
            "title: \"a\\u200bb\"",
            "title: |\n  a\n  \u{200b}  b",
            "title: a\n  \u{200b}\n  b",
        ] {
            assert_eq!(judge(control_character, text).1.len(), 1, "{text}");
            assert_eq!(fixed(control_character, text), text);
        }
    }

    #[test]
    fn what_people_type_is_no_control() {
        for text in [
            "title: a\u{a0}b \u{2013} “c” … 5\u{202f}%",
            "title: \"a\\tb\\nc\"",
            "title: 👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}",
        ] {
            assert_eq!(marks(control_character, text), [""; 0], "{text}");
        }
        assert_eq!(judge(control_character, "title: \"a\\eb\"").1.len(), 1);
        // References are somebody else's; names and lists are not.
        assert_eq!(marks(control_character, "tasks:\n- {id: a, lead: \"b\u{200b}\"}"), [""; 0]);
        assert_eq!(marks(control_character, "units:\n- {id: a, aliases: [b, \"c\u{200b}d\"]}"), ["\u{200b}"]);
    }

    #[test]
    fn letters_that_look_alike_are_told() {
        for (text, word, help) in [
            ("title: công tác ðiều hành", "ðiều", "điều"),
            ("title: >-\n  Sở\n  GDÐT", "GDÐT", "GDĐT"),
            ("title: nhà trường cộng đồng nǎm 2024", "nǎm", "năm"),
            ("title: trườnɡ họс", "họс", "học"),
            ("title: \u{412}GDĐT", "ВGDĐT", "BGDĐT"),
        ] {
            let (sources, found) = judge(look_alike, text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(sources.slice(found[0].span), word);
            assert_eq!(found[0].help.as_ref().unwrap().get(crate::lang::Lang::Vi), help);
        }
        for text in
            ["title: phường Hạ Đình, đ/c Đào", "title: Москва", "title: β-lactam, ΔT, 5 µm", "title: Ω"]
        {
            assert_eq!(marks(look_alike, text), [""; 0], "{text}");
        }
        assert_eq!(judge(look_alike, "title: ðiều ðiều ðiều").1.len(), 1);
    }

    #[test]
    fn every_text_of_the_format_is_known() {
        // A key that is new must be given its class; then this list grows.
        fn walk(format: &'static Format, prose: &mut Vec<String>) {
            for key in format.keys {
                match key.shape {
                    Shape::Text | Shape::Many if class(format.name, key.name) == Class::Prose => {
                        prose.push(format!("{}.{}", format.name, key.name));
                    }
                    Shape::Map(inner) | Shape::List(inner) => walk(inner, prose),
                    _ => {}
                }
            }
        }
        let mut prose = Vec::new();
        for format in [&HEADER, &LISTS] {
            walk(format, &mut prose);
        }
        prose.retain(|key| key.split('.').all(|part| !matches!(part, "source" | "note")));
        assert_eq!(
            prose.join(" "),
            "header.title header.number signer.name signer.title signer.capacity header.recipients bases.kind \
             bases.number bases.issuer bases.title units.name units.aliases groups.name holidays.name workdays.name \
             goals.title targets.title results.evidence sections.title tasks.title tasks.text tasks.output tasks.tags \
             schedule.title schedule.text schedule.output schedule.tags progress.evidence progress.difficulty \
             progress.proposal changes.by changes.reason"
        );
    }
}
