//! Diagnostics as a test report in the XML of JUnit.

use plan::diagnostic::Diagnostic;
use plan::diagnostic::render::DiagnosticFormat;
use plan::language::Lang;
use plan::message;
use snapbox::{assert_data_eq, str};

use crate::formats::diagnostics::{Found, NOT_NFC, UNKNOWN_UNIT, span};

#[test]
fn an_error_is_a_failure_and_a_warning_passes_with_its_text() {
    let mut found = Found::default();
    let a = found.file("a&b.yaml", "lead: x\nlead: y\n");
    let b = found.file("c.yaml", "title: đ\n");
    found.diagnostics = vec![
        Diagnostic::new(&UNKNOWN_UNIT, span(a, 6..7), message!("không có <x>", "no unit <x>"))
            .help(message!("y & z", "y & z")),
        Diagnostic::new(&UNKNOWN_UNIT, span(a, 14..15), message!("không có y\u{1b}", "no unit y\u{1b}")),
        Diagnostic::new(&NOT_NFC, span(b, 7..8), message!("sai", "wrong \"form\"")),
    ];
    assert_data_eq!(
        found.print(DiagnosticFormat::Junit, Lang::En),
        str![[r#"
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="plan validate" tests="3" failures="2" errors="0">
<testsuite name="a&amp;b.yaml" tests="2" failures="2">
<testcase name="unknown-unit:1" classname="a&amp;b.yaml" file="a&amp;b.yaml" line="1"><failure type="unknown-unit" message="no unit &lt;x&gt;">a&amp;b.yaml:1:7: no unit &lt;x&gt;
help: y &amp; z</failure></testcase>
<testcase name="unknown-unit:2" classname="a&amp;b.yaml" file="a&amp;b.yaml" line="2"><failure type="unknown-unit" message="no unit y␛">a&amp;b.yaml:2:7: no unit y␛</failure></testcase>
</testsuite>
<testsuite name="c.yaml" tests="1" failures="0">
<testcase name="not-nfc:1" classname="c.yaml" file="c.yaml" line="1"><system-out>c.yaml:1:8: wrong &quot;form&quot;</system-out></testcase>
</testsuite>
</testsuites>

"#]]
    );
}

#[test]
fn a_run_without_diagnostics_is_one_case_that_passed() {
    assert_data_eq!(
        Found::default().print(DiagnosticFormat::Junit, Lang::Vi),
        str![[r#"
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="plan validate" tests="1" failures="0" errors="0">
<testsuite name="plan validate" tests="1" failures="0"><testcase name="không có lỗi"></testcase></testsuite>
</testsuites>

"#]]
    );
}
