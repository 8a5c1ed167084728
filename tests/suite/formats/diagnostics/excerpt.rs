//! The excerpt of a source below a diagnostic, and its marks.

use plan::diagnostic::Diagnostic;
use plan::diagnostic::render::{DiagnosticFormat, TerminalStyle};
use plan::language::Lang;
use plan::message;

use crate::formats::diagnostics::{Found, NOT_NFC, UNKNOWN_UNIT, marked, of, span};

#[test]
fn marks_stand_under_decomposed_letters() {
    let text = "- ten: UBND phu\u{31b}o\u{31b}\u{300}ng Ha\u{323} Đi\u{300}nh\n";
    // Columns count characters, of which the decomposed ward has more than letters.
    assert_eq!(
        marked(text, of(text, "Ha\u{323}")),
        " --> a.yaml:1:23
  |
1 | - ten: UBND phu\u{31b}o\u{31b}\u{300}ng Ha\u{323} Đi\u{300}nh
  |                    ^^ ở đây"
    );
    // A mark on a combining character stands under its letter.
    let at = text.find('\u{323}').unwrap();
    assert!(marked(text, at..at + 2).ends_with("\n  |                     ^ ở đây"));
}

#[test]
fn marks_stand_under_wide_letters_and_tabs() {
    let text = "\t漢字\tlead: x\n";
    assert_eq!(
        marked(text, of(text, "lead")),
        " --> a.yaml:1:5
  |
1 |     漢字    lead: x
  |             ^^^^ ở đây"
    );
    assert!(marked(text, of(text, "漢字")).ends_with("\n  |     ^^^^ ở đây"));
}

#[test]
fn what_hides_is_shown_and_marks_stay_right() {
    let text = "a\u{1b}[31m\0\u{202e}\u{200b}: b\r\n";
    assert_eq!(
        marked(text, of(text, "b")),
        " --> a.yaml:1:12
  |
1 | a␛[31m␀<U+202E><U+200B>: b
  |                          ^ ở đây"
    );
    assert!(marked(text, of(text, "\u{202e}")).ends_with("\n  |        ^^^^^^^^ ở đây"));
}

#[test]
fn places_at_the_edges_can_be_marked() {
    // At the end of a file, with and without a last line break, and in an empty file.
    assert_eq!(marked("a: b\n", 5..5), " --> a.yaml:2:1\n  |\n2 |\n  | ^ ở đây");
    assert_eq!(marked("a: b", 4..4), " --> a.yaml:1:5\n  |\n1 | a: b\n  |     ^ ở đây");
    assert_eq!(marked("", 0..0), " --> a.yaml:1:1\n  |\n1 |\n  | ^ ở đây");
    // An empty span stands before its character; a line break is no character to mark.
    assert_eq!(marked("a: b\n", 3..3), " --> a.yaml:1:4\n  |\n1 | a: b\n  |    ^ ở đây");
    assert_eq!(marked("a: b\r\nc\r\n", 3..6), " --> a.yaml:1:4\n  |\n1 | a: b\n  |    ^ ở đây");
    assert_eq!(marked("a: b\r\nc\r\n", 4..6), " --> a.yaml:1:5\n  |\n1 | a: b\n  |     ^ ở đây");
    // Spans that no text has are moved back.
    assert_eq!(marked("đ", 1..9), " --> a.yaml:1:1\n  |\n1 | đ\n  | ^ ở đây");
}

#[test]
fn several_lines_are_marked_together() {
    let text = "a:\n  - b\n  - c\nd: e\n";
    assert_eq!(
        marked(text, of(text, "- b\n  - c")),
        " --> a.yaml:2:3
  |
2 | /   - b
3 | |   - c
  | |_____^ ở đây"
    );
    // Too many of them, and only the first is drawn.
    let text = "- b\n".repeat(200);
    assert_eq!(marked(&text, 0..800), " --> a.yaml:1:1\n  |\n1 | - b\n  | ^^^ ở đây");
}

#[test]
fn related_places_are_drawn_with_it_or_by_themselves() {
    let mut found = Found::default();
    let text = format!("- id: a\n- id: b\n  x: y\n- id: a\n{}- id: a\n", "#\n".repeat(200));
    let one = found.file("a.yaml", &text);
    let two = found.file("b.yaml", "id: a\n");
    let first = of(&text, "id: a");
    found.diagnostics = vec![
        Diagnostic::new(&UNKNOWN_UNIT, span(one, 29..30), message!("hai lần", "twice"))
            .label(message!("lần hai", "second"))
            .related(span(one, first), message!("lần đầu", "first"))
            .related(span(two, 4..5), message!("ở đây nữa", "here, too"))
            .related(span(one, text.len() - 2..text.len() - 1), message!("lần ba", "third")),
    ];
    assert_eq!(
        found.print(DiagnosticFormat::Human, Lang::Vi),
        "\
lỗi[unknown-unit]: hai lần
   --> a.yaml:4:7
    |
  1 | - id: a
    |   ----- lần đầu
  ...
  4 | - id: a
    |       ^ lần hai
    |
    ::: b.yaml:1:5
    |
  1 | id: a
    |     - ở đây nữa
    |
    ::: a.yaml:205:7
    |
205 | - id: a
    |       - lần ba

1 lỗi trong 2 tệp (1 kế hoạch)
"
    );
}

#[test]
fn long_lines_are_cut_around_the_mark() {
    let text = format!("{}đây{}", "漢a\u{301}".repeat(1_000_000), "x".repeat(1_000_000));
    let printed = marked(&text, of(&text, "đây"));
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines[0], " --> a.yaml:1:3000001");
    let mark = lines[3].find('^').unwrap();
    // All wide letters before it take two columns, all combining marks none.
    let shown = lines[2].split_once("đây").unwrap();
    assert_eq!(unicode_width::UnicodeWidthStr::width(shown.0), mark);
    assert!(shown.0.contains("| …") && shown.1.ends_with('…'), "{printed}");
    assert!(unicode_width::UnicodeWidthStr::width(lines[2]) < 130);
}

#[test]
fn many_places_in_one_long_line_take_no_long_time() {
    let mut found = Found::default();
    let text = "đường ".repeat(1_000_000);
    let id = found.file("a.yaml", &text);
    found.diagnostics = (0..20_000)
        .map(|nth| Diagnostic::new(&NOT_NFC, span(id, nth * 400..nth * 400 + 8), message!("sai", "wrong")))
        .collect();
    let json = found.json(DiagnosticFormat::Json);
    assert_eq!(json["diagnostics"][19_999]["column"], 19_999 * 40 * 6 + 1);
}

#[test]
fn the_end_of_a_long_line_can_be_marked() {
    let text = format!("{}\n", "x".repeat(10_000));
    let printed = marked(&text, 10_000..10_000);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines[0], " --> a.yaml:1:10001");
    assert_eq!(unicode_width::UnicodeWidthStr::width(lines[2]), lines[3].find('^').unwrap());
}

#[test]
fn a_letter_with_endless_marks_is_cut() {
    let text = format!("a{}b\n", "\u{301}".repeat(2_000_000));
    let printed = marked(&text, of(&text, "b"));
    assert!(printed.starts_with(" --> a.yaml:1:2000002\n") && printed.len() < 4000);
    assert!(printed.lines().nth(2).unwrap().ends_with('b'));
}

#[test]
fn deep_indentation_does_not_move_marks() {
    let text = format!("{}phu\u{31b}o\u{31b}\u{300}ng: x # {}\n", " ".repeat(60), "漢".repeat(10));
    let printed = marked(&text, of(&text, "x"));
    let lines: Vec<&str> = printed.lines().collect();
    let before = lines[2].split_once('x').unwrap().0;
    assert_eq!(unicode_width::UnicodeWidthStr::width(before), lines[3].find('^').unwrap(), "{printed}");
}

proptest::proptest! {
    #[test]
    fn marks_stand_under_what_they_mark(line in "[a-zđếờ漢字\t\u{301}\u{31b}\u{200b}\u{1b}]{1,20}", at in 0..20usize) {
        // The mark of a combining character is that of its letter: here only others are looked at.
        let width = |c: char| unicode_width::UnicodeWidthChar::width(c) != Some(0) || c == '\u{200b}';
        if let Some((at, c)) = line.char_indices().nth(at).filter(|(_, c)| width(*c)) {
            let printed = marked(&format!("{line}\n"), at..at + c.len_utf8());
            let row = printed.lines().nth(3).unwrap();
            let before: String = line[..at].split('\t').map(plan::diagnostic::visible).collect::<Vec<_>>().join("    ");
            let columns = 4 + unicode_width::UnicodeWidthStr::width(&*before);
            proptest::prop_assert_eq!(row.find('^'), Some(columns), "{}", printed);
        }
    }

    #[test]
    fn any_text_can_be_printed(text: String, start in 0..40usize, length in 0..40usize, other in 0..60usize) {
        let mut found = Found::default();
        let id = found.file("a.yaml", &text);
        let diagnostic = Diagnostic::new(&NOT_NFC, span(id, start..start + length), message!("sai", "wrong"));
        found.diagnostics = vec![diagnostic.related(span(id, other..other + 3), message!("kia", "that"))];
        for format in DiagnosticFormat::ALL {
            found.styled(format, Lang::Vi, TerminalStyle { color: false, width: Some(20) });
        }
    }

    #[test]
    fn any_lines_can_be_marked(text in "([a-đ\t漢\u{301}\u{200b}]{0,60}\r?\n){0,9}", marks: [(u8, u8); 3]) {
        let mut found = Found::default();
        let id = found.file("a.yaml", &text);
        let [one, two, three] = marks
            .map(|(start, length)| span(id, usize::from(start)..usize::from(start) + usize::from(length)));
        let diagnostic = Diagnostic::new(&NOT_NFC, one, message!("sai", "wrong"));
        let diagnostic = diagnostic.related(two, message!("hai", "two")).related(three, message!("ba", "three"));
        found.diagnostics = vec![diagnostic];
        found.styled(DiagnosticFormat::Human, Lang::Vi, TerminalStyle { color: true, width: Some(50) });
    }
}
