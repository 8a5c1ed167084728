//! Control and invisible characters: `control-character`.

use crate::check::rules::context::RuleContext;
use crate::diagnostic::Diagnostic;
use crate::language::Message;
use crate::parse::control::{instead, invisible};
use crate::parse::rules::CONTROL_CHARACTER;
use crate::parse::scalar::{ScalarWalk, is_null, without};
use crate::parse::{PlanText, TextClass, texts};
use crate::sanitize::PrintedChar;

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
    let message = invisible(text.name, c, count);
    let diagnostic = Diagnostic::new(&CONTROL_CHARACTER, mark, message);
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

/// Returns true if a text would be empty without its control characters.
fn is_nothing(value: &str) -> bool {
    let mut before = None;
    let rest: String = value.chars().filter(|c| !is_control(*c, before.replace(*c))).collect();
    is_null(rest.trim())
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
