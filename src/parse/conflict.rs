//! The marks that git leaves in a file when a merge is not finished.

use super::rules;
use crate::diagnostic::Diagnostic;
use crate::language::Message;
use crate::span::{SourceId, Span};

/// Reports the marks of an unfinished merge.
pub(super) fn conflicts(text: &str, source: SourceId) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if !text.contains("<<<<<<< ") {
        return found;
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") {
            let span = Span::of(source, at..at + line.trim_end().len());
            found.push(
                Diagnostic::new(
                    &rules::SYNTAX,
                    span,
                    Message::fixed("xung đột của git chưa được giải quyết", "an unresolved git conflict"),
                )
                .help(Message::fixed(
                    "chọn một bên, xóa các dòng <<<<<<<, ======= và >>>>>>>",
                    "keep one side and delete the lines <<<<<<<, ======= and >>>>>>>",
                )),
            );
        }
        at += line.len();
    }
    found
}
