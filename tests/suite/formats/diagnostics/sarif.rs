//! Diagnostics as SARIF.

use plan::diagnostic::render::DiagnosticFormat;

use crate::formats::diagnostics::misspelt;

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
