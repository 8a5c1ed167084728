//! Control and invisible characters: `control-character`.

use crate::check::rules::context::RuleContext;
use crate::check::texts::{PlanText, TextClass, texts};
use crate::diagnostic::Diagnostic;
use crate::language::Message;
use crate::message;
use crate::parse::scalar::{ScalarWalk, is_null, without};
use crate::rule;
use crate::sanitize::PrintedChar;

rule!(
    CONTROL_CHARACTER,
    Warning,
    "control-character",
    ["Ký tự điều khiển hoặc vô hình trong văn bản", "Control or invisible characters in a text"],
    [
        "Ký tự không nhìn thấy (dấu cách không độ rộng, BOM ở giữa tệp, gạch nối mềm, ký tự đổi chiều viết, ký tự điều khiển) \
         thường lọt vào khi chép từ Word hay trang web; tìm kiếm sẽ không thấy từ có chúng, màn hình có thể hiện sai. \
         --fix bỏ chúng đi, nơi việc bỏ không làm đổi nghĩa; ký tự ngắt dòng lạ thì thành dấu cách. Dấu cách không ngắt (NBSP) được giữ.",
        "Invisible characters (zero-width spaces, a BOM inside the file, soft hyphens, bidirectional marks, control \
         characters) are often copied from Word or from a web page. A search misses the words that contain them, and a \
         screen may display them wrongly. `plan validate --fix` removes them where the meaning stays the same, and \
         replaces unusual line breaks by spaces. No-break spaces are kept.",
    ],
);

pub(in crate::check::rules) fn control_character(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    texts(context.draft, &mut |text| {
        if text.class == TextClass::Prose {
            found.extend(controls(context, text));
        }
    });
}

fn controls(context: &RuleContext<'_>, text: PlanText<'_>) -> Option<Diagnostic> {
    let value = text.value;
    if value.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return None;
    }
    let mut before = None;
    let mut bad = value.char_indices().filter(|(_, c)| is_control(*c, before.replace(*c)));
    let (at, c) = bad.next()?;
    let (last_at, last, count) = bad.fold((at, c, 1_usize), |(.., count), (at, c)| (at, c, count + 1));
    let mut walk = ScalarWalk::new(context.sources, value, text.span);
    let mark = walk.span_of(at..at + c.len_utf8());
    let whole = ScalarWalk::new(context.sources, value, text.span).place(at..last_at + last.len_utf8());
    let name = name_of(c);
    let diagnostic = Diagnostic::new(
        &CONTROL_CHARACTER,
        mark,
        if count == 1 {
            message!(
                "{0}: có ký tự vô hình {1}",
                "`{0}` contains the invisible character {1}",
                text.name,
                name
            )
        } else {
            message!(
                "{0}: có {2} ký tự vô hình, đầu tiên là {1}",
                "`{0}` contains {2} invisible characters, the first is {1}",
                text.name,
                name,
                count
            )
        },
    );
    let removed = whole.filter(|place| place.verbatim).and_then(|place| {
        let fixed = without(context.sources, text.span, place.span, is_control, instead)?;
        Some((place.span, fixed))
    });
    Some(match removed {
        Some((span, fixed)) if !is_nothing(value) => diagnostic
            .help(Message::fixed("validate --fix bỏ ký tự này", "run `plan validate --fix` to remove it"))
            .fix(span, fixed),
        _ => diagnostic.help(Message::fixed(
            "xóa ký tự này rồi gõ lại chỗ đó",
            "delete the character and retype the text around it",
        )),
    })
}

/// Returns true if a character is a control or invisible. Tabs and line breaks are usual in a file, and a joiner
/// inside an emoji is part of the picture.
fn is_control(c: char, before: Option<char>) -> bool {
    let is_picture = |c: char| matches!(c, '\u{fe0f}' | '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}');
    match c {
        '\t' | '\n' | '\r' | ' '..='~' => false,
        '\u{200d}' => !before.is_some_and(is_picture),
        '\u{e0020}'..='\u{e007f}' => {
            !before.is_some_and(|c| is_picture(c) || matches!(c, '\u{e0020}'..='\u{e007e}'))
        }
        _ => !PrintedChar::of(c).is_plain(),
    }
}

/// Returns the replacement of a control character: a space for a line separator, nothing for the others.
fn instead(c: char) -> &'static str {
    if matches!(c, '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}') { " " } else { "" }
}

/// Returns true if a text would be empty without its control characters.
fn is_nothing(value: &str) -> bool {
    let mut before = None;
    let rest: String = value.chars().filter(|c| !is_control(*c, before.replace(*c))).collect();
    is_null(rest.trim())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{fixed, judge, marks};

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
        // References are not checked; names and lists are.
        assert_eq!(marks(control_character, "tasks:\n- {id: a, lead: \"b\u{200b}\"}"), [""; 0]);
        assert_eq!(marks(control_character, "units:\n- {id: a, aliases: [b, \"c\u{200b}d\"]}"), ["\u{200b}"]);
    }
}
