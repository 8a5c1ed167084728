//! Diagnostics: for people in both languages, for programs, and with hostile texts.

mod excerpt;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod sarif;
mod short;

use std::ops::Range;

use plan::diagnostic::render::{DiagnosticFormat, DiagnosticReport, RunFailure, TerminalStyle, render};
use plan::diagnostic::{Diagnostic, Rule, Severity, quoted};
use plan::language::{Lang, Message};
use plan::message;
use plan::span::{Source, Sources, Span};

pub(crate) static UNKNOWN_UNIT: Rule = Rule {
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

pub(crate) static NOT_NFC: Rule = Rule {
    name: "not-nfc",
    severity: Severity::Warning,
    title: Message::fixed("Chữ tổ hợp rời", "Decomposed letters"),
    explanation: Message::fixed("Chữ nên ở dạng dựng sẵn.", "Letters should be composed."),
    wrong: "",
    right: "",
};

/// Files and their diagnostics.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) sources: Sources,
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) plans: usize,
    pub(crate) failures: Vec<RunFailure>,
}

impl Found {
    pub(crate) fn file(&mut self, path: &str, text: &str) -> plan::span::SourceId {
        self.sources.add(Source::new(path, text))
    }

    pub(crate) fn print(&self, format: DiagnosticFormat, lang: Lang) -> String {
        self.styled(format, lang, TerminalStyle::default())
    }

    pub(crate) fn styled(&self, format: DiagnosticFormat, lang: Lang, style: TerminalStyle) -> String {
        let diagnostics: Vec<&Diagnostic> = self.diagnostics.iter().collect();
        let report = DiagnosticReport {
            failures: &self.failures,
            ..DiagnosticReport::new(&self.sources, &diagnostics, self.plans.max(1))
        };
        let mut out = Vec::new();
        render(&report, format, lang, style, &[&NOT_NFC, &UNKNOWN_UNIT], &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    pub(crate) fn json(&self, format: DiagnosticFormat) -> serde_json::Value {
        serde_json::from_str(&self.print(format, Lang::Vi)).unwrap()
    }
}

/// Renders one mark in one file for people, without the summary.
pub(crate) fn marked(text: &str, range: Range<usize>) -> String {
    let mut found = Found::default();
    let id = found.file("a.yaml", text);
    let diagnostic = Diagnostic::new(&NOT_NFC, span(id, range), message!("sai", "wrong"));
    found.diagnostics = vec![diagnostic.label(message!("ở đây", "here"))];
    let printed = found.print(DiagnosticFormat::Human, Lang::Vi);
    let lines: Vec<&str> = printed.lines().skip(1).take_while(|line| !line.is_empty()).collect();
    lines.join("\n")
}

pub(crate) fn span(id: plan::span::SourceId, range: Range<usize>) -> Span {
    Span::new(id, u32::try_from(range.start).unwrap(), u32::try_from(range.end).unwrap())
}

pub(crate) fn of(text: &str, part: &str) -> Range<usize> {
    let start = text.find(part).unwrap();
    start..start + part.len()
}

/// A misspelt unit, related to the unit with the nearest id.
pub(crate) fn misspelt() -> Found {
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

/// A file name, a source and messages with the syntax of every format.
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
    found.failures = vec![RunFailure { path: evil.to_owned(), message: message() }];
    found
}

#[test]
fn nothing_breaks_out_of_any_format() {
    let found = hostile();
    for format in DiagnosticFormat::ALL {
        for lang in Lang::ALL {
            let printed = found.print(format, lang);
            let raw = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{2028}' | '\u{202e}');
            assert!(!printed.contains(raw), "{}: {printed:?}", format.about().name);
            let commands = printed.lines().filter(|line| line.starts_with("::")).count();
            assert_eq!(commands, if format == DiagnosticFormat::Github { 2 } else { 0 }, "{printed}");
        }
    }
    let short = found.print(DiagnosticFormat::Short, Lang::Vi);
    assert_eq!(short.lines().count(), 1);
    let github = found.print(DiagnosticFormat::Github, Lang::Vi);
    assert_eq!(github.lines().count(), 3);
    let start = "::warning file=a%2Cb%3Ac␊%3A%3Aerror%3A%3Ad%25␛[2J.yaml,line=2,";
    assert!(github.starts_with(start), "{github}");
    assert!(github.contains(":2:1: x␊::error::hi␍␊::set-output name=a::b%250A␛]0;t␇"), "{github}");
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
