//! How diagnostics are printed: for people in both languages, for programs, and with hostile texts.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::ops::Range;

use plan::diagnostic::render::{DiagnosticFormat, DiagnosticReport, TerminalStyle, render};
use plan::diagnostic::{Diagnostic, Rule, Severity, quoted};
use plan::language::{Lang, Message};
use plan::message;
use plan::span::{Source, Sources, Span};

static UNKNOWN_UNIT: Rule = Rule {
    name: "unknown-unit",
    severity: Severity::Error,
    title: Message::fixed("Đơn vị không có trong danh mục", "A unit that is not in the registry"),
    explanation: Message::fixed(
        "Mỗi đơn vị được nêu trong kế hoạch phải có trong danh mục đơn vị.",
        "Every unit that a plan names has to be in the registry of units.",
    ),
    wrong: "lead: phuong-ha-din\n",
    right: "lead: phuong-ha-dinh\n",
};

static NOT_NFC: Rule = Rule {
    name: "not-nfc",
    severity: Severity::Warning,
    title: Message::fixed("Chữ tổ hợp rời", "Decomposed letters"),
    explanation: Message::fixed("Chữ nên ở dạng dựng sẵn.", "Letters should be composed."),
    wrong: "",
    right: "",
};

/// Files, and what is wrong in them.
#[derive(Default)]
struct Found {
    sources: Sources,
    diagnostics: Vec<Diagnostic>,
    plans: usize,
}

impl Found {
    fn file(&mut self, path: &str, text: &str) -> plan::span::SourceId {
        self.sources.add(Source::new(path, text))
    }

    fn print(&self, format: DiagnosticFormat, lang: Lang) -> String {
        self.styled(format, lang, TerminalStyle::default())
    }

    fn styled(&self, format: DiagnosticFormat, lang: Lang, style: TerminalStyle) -> String {
        let report = DiagnosticReport {
            sources: &self.sources,
            diagnostics: &self.diagnostics,
            plans: self.plans.max(1),
        };
        let mut out = Vec::new();
        render(&report, format, lang, style, &[&NOT_NFC, &UNKNOWN_UNIT], &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn json(&self, format: DiagnosticFormat) -> serde_json::Value {
        serde_json::from_str(&self.print(format, Lang::Vi)).unwrap()
    }
}

/// One file with one mark, printed for people; without the summary.
fn marked(text: &str, range: Range<usize>) -> String {
    let mut found = Found::default();
    let id = found.file("a.yaml", text);
    let diagnostic = Diagnostic::new(&NOT_NFC, span(id, range), message!("sai", "wrong"));
    found.diagnostics = vec![diagnostic.label(message!("ở đây", "here"))];
    let printed = found.print(DiagnosticFormat::Human, Lang::Vi);
    let lines: Vec<&str> = printed.lines().skip(1).take_while(|line| !line.is_empty()).collect();
    lines.join("\n")
}

fn span(id: plan::span::SourceId, range: Range<usize>) -> Span {
    Span::new(id, u32::try_from(range.start).unwrap(), u32::try_from(range.end).unwrap())
}

fn of(text: &str, part: &str) -> Range<usize> {
    let start = text.find(part).unwrap();
    start..start + part.len()
}

/// The example of the manual: a misspelt unit and the one that was meant.
fn misspelt() -> Found {
    let mut found = Found { plans: 2, ..Found::default() };
    let rows = format!("{}    lead: phuong-ha-din\n", "#\n".repeat(11));
    let units = format!("{}  - id: phuong-ha-dinh\n", "#\n".repeat(30));
    let plan = found.file("thanh-xuan-2024/phu-luc-02.yaml", &rows);
    let registry = found.file("units.yaml", &units);
    let name = quoted("phuong-ha-din");
    found.diagnostics = vec![
        Diagnostic::new(
            &UNKNOWN_UNIT,
            span(plan, of(&rows, "phuong-ha-din")),
            message!("không có đơn vị {name}", "there is no unit {name}"),
        )
        .label(message!("không có trong danh mục đơn vị", "not in the registry of units"))
        .related(span(registry, of(&units, "phuong-ha-dinh")), message!("gần giống", "much alike"))
        .help(message!("phuong-ha-dinh", "phuong-ha-dinh"))
        .fix(span(plan, of(&rows, "phuong-ha-din")), "phuong-ha-dinh"),
    ];
    found
}

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
    assert_eq!(found.print(DiagnosticFormat::Github, Lang::Vi).lines().count(), 623);
}

#[test]
fn short_is_one_line_each() {
    assert_eq!(
        misspelt().print(DiagnosticFormat::Short, Lang::Vi),
        "thanh-xuan-2024/phu-luc-02.yaml:12:11: unknown-unit: không có đơn vị \"phuong-ha-din\"\n"
    );
}

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
fn programs_read_the_envelope() {
    let printed = misspelt().print(DiagnosticFormat::Json, Lang::Vi);
    let value: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(
        value,
        serde_json::json!({
            "schema": "plan.diagnostics/1", "files": 2, "plans": 2, "errors": 1, "warnings": 0,
            "diagnostics": [{
                "rule": "unknown-unit", "severity": "error",
                "message": "không có đơn vị \"phuong-ha-din\"",
                "file": "thanh-xuan-2024/phu-luc-02.yaml",
                "line": 12, "column": 11, "end_line": 12, "end_column": 24,
                "byte_start": 32, "byte_end": 45, "help": "phuong-ha-dinh",
                "related": [{"file": "units.yaml", "line": 31, "column": 9, "message": "gần giống"}],
                "fix": {"byte_start": 32, "byte_end": 45, "text": "phuong-ha-dinh"},
            }],
        })
    );
    let keys = [
        "schema",
        "files",
        "plans",
        "errors",
        "warnings",
        "diagnostics",
        "rule",
        "severity",
        "message",
        "file",
        "line",
        "column",
        "end_line",
        "end_column",
        "byte_start",
        "byte_end",
        "help",
        "related",
        "fix",
    ];
    let places = keys.map(|key| printed.find(&format!("\"{key}\":")).unwrap());
    assert!(places.is_sorted(), "{printed}");
}

#[test]
fn what_is_absent_is_null() {
    let mut found = Found::default();
    let id = found.file("a.yaml", "");
    found.diagnostics = vec![Diagnostic::new(&NOT_NFC, span(id, 0..0), message!("sai", "wrong"))];
    let entry = &found.json(DiagnosticFormat::Json)["diagnostics"][0];
    assert!(entry["help"].is_null() && entry["fix"].is_null());
    assert_eq!(entry["related"], serde_json::json!([]));
}

#[test]
fn sarif_has_rules_places_and_fixes() {
    let log = misspelt().json(DiagnosticFormat::Sarif);
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rule = &run["tool"]["driver"]["rules"][1];
    assert_eq!(rule["id"], "unknown-unit");
    assert_eq!(rule["defaultConfiguration"]["level"], "error");
    let result = &run["results"][0];
    assert_eq!((&result["ruleId"], &result["ruleIndex"]), (&"unknown-unit".into(), &1.into()));
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "thanh-xuan-2024/phu-luc-02.yaml");
    assert_eq!(
        place["region"],
        serde_json::json!({
            "startLine": 12, "startColumn": 11, "endLine": 12, "endColumn": 24,
            "byteOffset": 32, "byteLength": 13, "snippet": {"text": "phuong-ha-din"},
        })
    );
    assert_eq!(result["relatedLocations"][0]["message"]["text"], "gần giống");
    let change = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(change["insertedContent"]["text"], "phuong-ha-dinh");
}

#[test]
fn fingerprints_are_unique_and_stay_when_lines_move() {
    let prints = |above: &str| -> Vec<String> {
        let mut found = Found::default();
        let text = format!("{above}a: b\na: b\n");
        let id = found.file("a.yaml", &text);
        let at = above.len();
        found.diagnostics = [at, at + 5]
            .map(|at| Diagnostic::new(&NOT_NFC, span(id, at..at + 1), message!("sai", "wrong")))
            .to_vec();
        let list = found.json(DiagnosticFormat::Gitlab);
        let prints = list.as_array().unwrap().iter();
        prints.map(|entry| entry["fingerprint"].as_str().unwrap().to_owned()).collect()
    };
    assert_ne!(prints("")[0], prints("")[1]);
    assert_eq!(prints(""), prints("# thêm\n\n"));
}

#[test]
fn gitlab_reads_a_list() {
    let mut list = misspelt().json(DiagnosticFormat::Gitlab);
    let fingerprint = list[0]["fingerprint"].take();
    assert_eq!(fingerprint.as_str().unwrap().len(), 16);
    assert_eq!(
        list,
        serde_json::json!([{
            "description": "không có đơn vị \"phuong-ha-din\"",
            "check_name": "unknown-unit",
            "fingerprint": null,
            "severity": "major",
            "location": {"path": "thanh-xuan-2024/phu-luc-02.yaml", "lines": {"begin": 12, "end": 12}},
        }])
    );
}

#[test]
fn github_reads_commands() {
    assert_eq!(
        misspelt().print(DiagnosticFormat::Github, Lang::Vi),
        "::error file=thanh-xuan-2024/phu-luc-02.yaml,line=12,col=11,endLine=12,endColumn=24,\
         title=unknown-unit::không có đơn vị \"phuong-ha-din\"%0Agợi ý: phuong-ha-dinh\n"
    );
}

/// A file and a diagnostic out of which everything tries to break.
fn hostile() -> Found {
    let evil =
        "x\n::error::hi\r\n::set-output name=a::b%0A\u{1b}]0;t\u{7}\u{9b}2J\u{2028}\u{202e},:[a](b){0}";
    let mut found = Found::default();
    let id = found.file("a,b:c\n::error::d%\u{1b}[2J.yaml", evil);
    let message = || Message::new(evil.into(), evil.into());
    found.diagnostics = vec![
        Diagnostic::new(&NOT_NFC, span(id, 2..7), message())
            .label(message())
            .related(span(id, 0..1), message())
            .related(span(id, 20..40), message())
            .help(message())
            .fix(span(id, 0..1), evil),
    ];
    found
}

#[test]
fn nothing_breaks_out_of_any_format() {
    let found = hostile();
    for format in DiagnosticFormat::ALL {
        for lang in Lang::ALL {
            let printed = found.print(format, lang);
            let raw = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{2028}' | '\u{202e}');
            assert!(!printed.contains(raw), "{}: {printed:?}", format.name());
            let commands = printed.lines().filter(|line| line.starts_with("::")).count();
            assert_eq!(commands, usize::from(format == DiagnosticFormat::Github), "{printed}");
        }
    }
    let short = found.print(DiagnosticFormat::Short, Lang::Vi);
    assert_eq!(short.lines().count(), 1);
    let github = found.print(DiagnosticFormat::Github, Lang::Vi);
    assert_eq!(github.lines().count(), 1);
    let start = "::warning file=a%2Cb%3Ac␊%3A%3Aerror%3A%3Ad%25␛[2J.yaml,line=2,";
    assert!(github.starts_with(start), "{github}");
    assert!(github.contains("::x␊::error::hi␍␊::set-output name=a::b%250A␛]0;t␇"), "{github}");
}

#[test]
fn machines_get_the_very_text() {
    let json = hostile().json(DiagnosticFormat::Json);
    let entry = &json["diagnostics"][0];
    let text = hostile().sources.iter().next().unwrap().1.text().to_owned();
    assert_eq!(entry["fix"]["text"], text);
    assert_eq!(entry["file"], "a,b:c\n::error::d%\u{1b}[2J.yaml");
    let sarif = hostile().json(DiagnosticFormat::Sarif);
    let place = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ad%25%1B%5B2J.yaml");
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
