//! Diagnostics as JSON.

use plan::diagnostic::Diagnostic;
use plan::diagnostic::render::DiagnosticFormat;
use plan::language::Lang;
use plan::message;

use crate::formats::diagnostics::{Found, NOT_NFC, misspelt, span};

#[test]
fn programs_read_the_envelope() {
    let printed = misspelt().print(DiagnosticFormat::Json, Lang::Vi);
    let value: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(
        value,
        serde_json::json!({
            "schema": "plan.diagnostics/1", "files": 2, "plans": 2, "errors": 1, "warnings": 0, "complete": true, "failures": [],
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
        "complete",
        "failures",
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
