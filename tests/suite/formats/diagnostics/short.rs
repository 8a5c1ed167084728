//! One line for each diagnostic.

use plan::diagnostic::render::DiagnosticFormat;
use plan::language::Lang;

use crate::formats::diagnostics::misspelt;

#[test]
fn short_is_one_line_each() {
    assert_eq!(
        misspelt().print(DiagnosticFormat::Short, Lang::Vi),
        "thanh-xuan-2024/phu-luc-02.yaml:12:11: unknown-unit: không có đơn vị \"phuong-ha-din\"\n"
    );
}
