//! The reason why a file takes no entry, with the remedy.

use crate::diagnostic::{Diagnostic, Severity};
use crate::language::Message;
use crate::message;
use crate::parse::Outline;
use crate::sanitize::quoted;
use crate::workspace::Workspace;

/// The reason why a file takes no entry, with the remedy, and the errors of the file.
pub fn obstacle<'w>(workspace: &'w Workspace, path: &str) -> (Message, Vec<&'w Diagnostic>) {
    let sources = workspace.sources();
    let is_of_file = |found: &&Diagnostic| sources.get(found.span.source).full_path() == path;
    let is_error = |found: &&Diagnostic| found.severity == Severity::Error;
    let errors: Vec<&Diagnostic> =
        workspace.diagnostics().into_iter().filter(is_error).filter(is_of_file).collect();
    let name = quoted(path);
    if !errors.is_empty() {
        let message = message!(
            "không thêm được vào {name}: tệp đang có lỗi; sửa lỗi rồi chạy lại",
            "cannot add to {name}: the file has errors; correct them and run again"
        );
        return (message, errors);
    }
    let source = sources.iter().map(|(_, source)| source).find(|source| source.full_path() == path);
    let line = source.and_then(|source| Some(source.line_at(open_brace(source.text())?)));
    let message = match line {
        Some(line) => message!(
            "{name} dòng {line}: các khóa của tệp viết trong ngoặc nhọn {{…}}, không thêm được; bỏ ngoặc nhọn, viết mỗi khóa một dòng, rồi chạy lại",
            "{name} line {line}: the keys of the file stand in braces {{…}}, where nothing can be added; take the braces away, write each key on a line of its own, and run again"
        ),
        None => message!(
            "không thêm được vào {name}: danh sách ở đó không phải dạng thường; thêm bằng tay",
            "cannot add to {name}: the list there has an unusual form; add it by hand"
        ),
    };
    (message, errors)
}

/// The offset of the brace before the keys of a text whose keys stand in braces.
fn open_brace(text: &str) -> Option<usize> {
    let outline =
        Outline::of(text, crate::span::SourceId::default()).filter(|outline| outline.end.is_none())?;
    let first = outline.keys.first().map_or(text.len(), |key| key.key_span.start as usize);
    text.get(..first)?.rfind('{')
}
