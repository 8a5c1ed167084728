//! Diagnostics for GitHub.

use plan::diagnostic::render::DiagnosticFormat;
use plan::language::Lang;

use crate::formats::diagnostics::misspelt;

#[test]
fn github_reads_commands() {
    assert_eq!(
        misspelt().print(DiagnosticFormat::Github, Lang::Vi),
        "::error file=thanh-xuan-2024/phu-luc-02.yaml,line=12,col=11,endLine=12,endColumn=24,\
         title=unknown-unit::thanh-xuan-2024/phu-luc-02.yaml:12:11: không có đơn vị \"phuong-ha-din\"\
         %0Agợi ý: phuong-ha-dinh\n\
         1 lỗi trong 2 tệp (2 kế hoạch)\n"
    );
}
