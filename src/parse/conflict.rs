//! The marks that git leaves in a file when a merge is not finished.

use super::correction::Correction;
use super::rules;
use crate::diagnostic::Diagnostic;
use crate::language::Message;
use crate::span::{SourceId, Span};

/// Finds the conflicts of an unfinished merge, each with the corrections that leave its first side.
///
/// Which side is right is open; with one of them the rest of the file can be read, and its faults be told in the same
/// run.
pub(super) fn conflicts(text: &str, source: SourceId) -> Vec<Correction> {
    let mut found: Vec<Correction> = Vec::new();
    if !text.contains("<<<<<<< ") {
        return found;
    }
    let mut at = 0;
    // The first byte of the other side, and the mark at the beginning of the conflict.
    let mut other: Option<(usize, Diagnostic)> = None;
    let mut open: Option<Diagnostic> = None;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        let is = |mark: &str| line.trim_end() == mark || line.starts_with(&format!("{mark} "));
        if line.starts_with("<<<<<<< ") && other.is_none() {
            let mark = mark(Span::of(source, at..at + line.trim_end().len()));
            found.push(Correction { range: at..end, text: String::new(), diagnostic: mark.clone() });
            open = Some(mark);
        } else if (is("=======") || is("|||||||")) && other.is_none() {
            other = open.take().map(|mark| (at, mark));
        } else if is(">>>>>>>")
            && let Some((start, diagnostic)) = other.take()
        {
            found.push(Correction { range: start..end, text: String::new(), diagnostic });
        }
        at = end;
    }
    found.extend(other.map(|(start, diagnostic)| Correction {
        range: start..text.len(),
        text: String::new(),
        diagnostic,
    }));
    found
}

fn mark(span: Span) -> Diagnostic {
    let message = Message::fixed("xung đột của git chưa được giải quyết", "an unresolved git conflict");
    Diagnostic::new(&rules::SYNTAX, span, message).help(Message::fixed(
        "chọn một bên, xóa các dòng <<<<<<<, ======= và >>>>>>>",
        "keep one side and delete the lines <<<<<<<, ======= and >>>>>>>",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_side_of_a_conflict_is_left() {
        let left = |text: &str| {
            let mut left = text.to_owned();
            for correction in conflicts(text, SourceId::default()).iter().rev() {
                left.replace_range(correction.range.clone(), &correction.text);
            }
            left
        };
        assert_eq!(left("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\nd\n"), "a\nb\nd\n");
        assert_eq!(left("<<<<<<< HEAD\nb\n||||||| y\no\n=======\nc\n>>>>>>> x\n"), "b\n");
        assert_eq!(left("<<<<<<< A\nb\n=======\n>>>>>>> x\n<<<<<<< A\n=======\nc\n>>>>>>> x\nd"), "b\nd");
        assert_eq!(left("a\n<<<<<<< HEAD\nb\n"), "a\nb\n");
        assert_eq!(left("<<<<<<< HEAD\nb\n=======\nc\n"), "b\n");
        for text in ["a: |\n  <<<<<<< x\n", "=======\n", "<<<<<<<\n", ">>>>>>> x\n"] {
            assert_eq!(left(text), text);
        }
    }
}
