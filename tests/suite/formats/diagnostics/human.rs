//! Diagnostics for people.

use std::fmt::Write as _;

use plan::diagnostic::Diagnostic;
use plan::diagnostic::render::{DiagnosticFormat, TerminalStyle};
use plan::language::{Lang, Message};
use plan::message;

use crate::formats::diagnostics::{Found, NOT_NFC, UNKNOWN_UNIT, misspelt, span};

#[test]
fn people_read_it_in_vietnamese() {
    assert_eq!(
        misspelt().print(DiagnosticFormat::Human, Lang::Vi),
        r#"lỗi[unknown-unit]: không có đơn vị "phuong-ha-din"
  --> thanh-xuan-2024/phu-luc-02.yaml:12:11
   |
12 |     lead: phuong-ha-din
   |           ^^^^^^^^^^^^^ không có trong danh mục đơn vị
   |
   ::: units.yaml:31:9
   |
31 |   - id: phuong-ha-dinh
   |         -------------- gần giống
   = gợi ý: phuong-ha-dinh

--fix sửa được 1 vấn đề trong số này
1 lỗi trong 2 tệp (2 kế hoạch)
"#
    );
}

#[test]
fn people_read_it_in_english() {
    assert_eq!(
        misspelt().print(DiagnosticFormat::Human, Lang::En),
        r#"error[unknown-unit]: there is no unit "phuong-ha-din"
  --> thanh-xuan-2024/phu-luc-02.yaml:12:11
   |
12 |     lead: phuong-ha-din
   |           ^^^^^^^^^^^^^ not in the registry of units
   |
   ::: units.yaml:31:9
   |
31 |   - id: phuong-ha-dinh
   |         -------------- much alike
   = help: phuong-ha-dinh

--fix can repair 1 of these
1 error in 2 files (2 plans)
"#
    );
}

#[test]
fn colours_change_nothing_but_colours() {
    let found = misspelt();
    let style = TerminalStyle { color: true, width: None };
    for format in [DiagnosticFormat::Human, DiagnosticFormat::Short] {
        let coloured = found.styled(format, Lang::Vi, style);
        assert!(coloured.contains("\u{1b}[1m\u{1b}[91m"), "{coloured:?}");
        let mut plain = String::new();
        for (nth, part) in coloured.split('\u{1b}').enumerate() {
            plain.push_str(if nth == 0 { part } else { part.split_once('m').unwrap().1 });
        }
        let lines: Vec<&str> = plain.lines().map(str::trim_end).collect();
        assert_eq!(lines.join("\n"), found.print(format, Lang::Vi).trim_end());
    }
}

#[test]
fn a_summary_says_how_much_was_read() {
    let mut found = Found { plans: 1, ..Found::default() };
    let id = found.file("a.yaml", "a");
    assert_eq!(found.print(DiagnosticFormat::Human, Lang::Vi), "không có lỗi: 1 tệp, 1 kế hoạch\n");
    assert_eq!(found.print(DiagnosticFormat::Human, Lang::En), "no errors: 1 file, 1 plan\n");
    assert_eq!(found.print(DiagnosticFormat::Short, Lang::En), "");
    found.diagnostics = [&UNKNOWN_UNIT, &NOT_NFC, &NOT_NFC]
        .map(|rule| Diagnostic::new(rule, span(id, 0..1), message!("sai", "wrong")))
        .to_vec();
    let printed = found.print(DiagnosticFormat::Human, Lang::Vi);
    assert!(printed.ends_with("\n1 lỗi, 2 cảnh báo trong 1 tệp (1 kế hoạch)\n"), "{printed}");
    let printed = found.print(DiagnosticFormat::Human, Lang::En);
    assert!(printed.ends_with("\n1 error, 2 warnings in 1 file (1 plan)\n"), "{printed}");
}

#[test]
fn people_see_the_first_500_and_programs_all() {
    let mut found = Found::default();
    let id = found.file("a.yaml", "a: b\n");
    found.diagnostics = vec![Diagnostic::new(&NOT_NFC, span(id, 0..1), message!("sai", "wrong")); 623];
    let human = found.print(DiagnosticFormat::Human, Lang::Vi);
    assert_eq!(human.matches("cảnh báo[not-nfc]").count(), 500);
    assert!(human.contains("\n… và 123 vấn đề nữa"), "{human}");
    assert!(human.ends_with("623 cảnh báo trong 1 tệp (1 kế hoạch)\n"));
    let short = found.print(DiagnosticFormat::Short, Lang::En);
    assert_eq!(short.lines().count(), 501);
    assert!(short.ends_with("… and 123 more not shown here (-f json prints all)\n"));
    assert_eq!(found.json(DiagnosticFormat::Json)["diagnostics"].as_array().unwrap().len(), 623);
    assert_eq!(found.print(DiagnosticFormat::Github, Lang::Vi).lines().count(), 624);
}

#[test]
fn endless_sentences_are_cut_for_people() {
    let mut found = Found::default();
    let id = found.file("a.yaml", "a");
    let mut long = String::new();
    (0..100_000).for_each(|n| write!(long, "{n} ").unwrap());
    found.diagnostics = vec![Diagnostic::new(&NOT_NFC, span(id, 0..1), Message::new(long.clone(), long))];
    assert!(found.print(DiagnosticFormat::Human, Lang::Vi).len() < 2000);
    assert!(found.print(DiagnosticFormat::Short, Lang::Vi).len() < 2000);
}
