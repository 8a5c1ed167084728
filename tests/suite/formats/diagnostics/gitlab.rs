//! Diagnostics for GitLab, and the fingerprints that it compares.

use plan::diagnostic::Diagnostic;
use plan::diagnostic::render::DiagnosticFormat;
use plan::message;

use crate::formats::diagnostics::{Found, NOT_NFC, misspelt, span};

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
