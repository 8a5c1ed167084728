//! The difference of two texts, for people.

use std::fmt::Write;

use similar::udiff::UnifiedHunkHeader;
use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices, group_diff_ops};

use super::edit::TextEdit;
use crate::sanitize::visible;
use crate::span::{SourceId, Span};

/// The lines that are shown around a change.
const CONTEXT: usize = 3;

/// The most changed lines for which the least difference is searched.
const COMPARED: usize = 2000;

/// The most characters of a line that are shown.
const LINE: usize = 1000;

/// The difference of two texts as a unified diff for people; empty when there is none.
///
/// Control characters are made visible and very long lines cut: it is to be read, not to be applied.
pub fn unified(path: &str, old: &str, new: &str) -> String {
    of_file([path, path], Some(old), Some(new))
}

/// The difference of two texts of a file by its old and its new path; a text is none where the file is created or
/// removed.
pub fn of_file([old_path, new_path]: [&str; 2], old: Option<&str>, new: Option<&str>) -> String {
    let (old_path, new_path) = (visible(old_path), visible(new_path));
    let mut diff = String::new();
    if old_path != new_path {
        diff = format!("rename from {old_path}\nrename to {new_path}\n");
    }
    if old == new {
        return diff;
    }
    let side = |side: &str, path: &str, text: Option<&str>| match text {
        Some(_) => format!("{side}/{path}"),
        None => "/dev/null".to_owned(),
    };
    let (before, after) = (side("a", &old_path, old), side("b", &new_path, new));
    let _ = write!(diff, "--- {before}\n+++ {after}\n");
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    let new: Vec<&str> = new.split_inclusive('\n').collect();
    for hunk in group_diff_ops(operations(&old, &new), CONTEXT) {
        let _ = writeln!(diff, "{}", UnifiedHunkHeader::new(&hunk));
        for operation in hunk {
            let (olds, news) = (&old[operation.old_range()], &new[operation.new_range()]);
            if operation.tag() == DiffTag::Equal {
                for line in olds {
                    push(&mut diff, ' ', line, 0);
                }
            } else {
                let at = |nth: usize| same(olds.get(nth), news.get(nth));
                for (nth, line) in olds.iter().enumerate() {
                    push(&mut diff, '-', line, at(nth));
                }
                for (nth, line) in news.iter().enumerate() {
                    push(&mut diff, '+', line, at(nth));
                }
            }
        }
    }
    diff
}

/// The changes of whole lines that make the new text of the old one.
pub fn line_edits(source: SourceId, old: &str, new: &str) -> Vec<TextEdit> {
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    let new: Vec<&str> = new.split_inclusive('\n').collect();
    let length = |lines: &[&str]| lines.iter().map(|line| line.len()).sum::<usize>();
    let of_lines = |operation: &DiffOp| {
        let (olds, news) = (operation.old_range(), &new[operation.new_range()]);
        let start = length(&old[..olds.start]);
        let span = Span::of(source, start..start + length(&old[olds]));
        TextEdit::replacement(span, news.concat())
    };
    let all = operations(&old, &new);
    all.iter().filter(|operation| operation.tag() != DiffTag::Equal).map(of_lines).collect()
}

/// The operations that turn the old lines into the new ones, found in bounded time.
///
/// Edits mostly stay inside a line: the n-th line then became the n-th, and there is nothing to search.
fn operations(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    if old.len() == new.len() {
        return paired(old, new);
    }
    let head = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let tails = old[head..].iter().rev().zip(new[head..].iter().rev());
    let tail = tails.take_while(|(old, new)| old == new).count();
    let (olds, news) = (old.len() - head - tail, new.len() - head - tail);
    if olds + news <= COMPARED {
        return capture_diff_slices(Algorithm::Myers, old, new);
    }
    let equal = |old_index, new_index, len| DiffOp::Equal { old_index, new_index, len };
    vec![
        equal(0, 0, head),
        DiffOp::Replace { old_index: head, old_len: olds, new_index: head, new_len: news },
        equal(head + olds, head + news, tail),
    ]
}

fn paired(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    let mut operations = Vec::new();
    let mut start = 0;
    while start < old.len() {
        let is_equal = old[start] == new[start];
        let run = old[start..].iter().zip(&new[start..]);
        let len = run.take_while(|(old, new)| (old == new) == is_equal).count();
        operations.push(if is_equal {
            DiffOp::Equal { old_index: start, new_index: start, len }
        } else {
            DiffOp::Replace { old_index: start, old_len: len, new_index: start, new_len: len }
        });
        start += len;
    }
    operations
}

/// The number of bytes with which two lines begin alike.
fn same(old: Option<&&str>, new: Option<&&str>) -> usize {
    let (Some(old), Some(new)) = (old, new) else { return 0 };
    old.bytes().zip(new.bytes()).take_while(|(old, new)| old == new).count()
}

/// Writes one line; of a long line, the part around its first change.
fn push(diff: &mut String, sign: char, line: &str, change: usize) {
    diff.push(sign);
    let text = line.strip_suffix('\n').unwrap_or(line);
    let text = text.strip_suffix('\r').unwrap_or(text);
    let (start, cut) = if text.len() > LINE {
        (text.floor_char_boundary(change.saturating_sub(LINE / 4)), true)
    } else {
        (0, false)
    };
    let end = if cut { text.floor_char_boundary(start.saturating_add(LINE)) } else { text.len() };
    if start > 0 {
        diff.push('…');
    }
    // A tab does no harm, and without it indentation would look changed.
    let parts: Vec<_> = text[start..end].split('\t').map(visible).collect();
    diff.push_str(&parts.join("\t"));
    if end < text.len() {
        diff.push('…');
    }
    diff.push('\n');
    if !line.ends_with('\n') {
        diff.push_str("\\ No newline at end of file\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_shows_the_lines_around() {
        let old = "1\n2\n3\n4\n5\n6\u{1b}\n7\n8\n9\n10";
        let new = old.replace('\u{1b}', "");
        assert_eq!(
            unified("a b.yaml", old, &new),
            "--- a/a b.yaml\n+++ b/a b.yaml\n@@ -3,7 +3,7 @@\n 3\n 4\n 5\n-6␛\n+6\n 7\n 8\n 9\n"
        );
        assert_eq!(unified("a", old, old), "");
        let whole = unified("a", "x", "y");
        let mark = "\\ No newline at end of file\n";
        assert_eq!(whole, format!("--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n{mark}+y\n{mark}"));
    }

    #[test]
    fn files_that_come_and_go_have_no_other_side() {
        assert_eq!(of_file(["a"; 2], None, Some("x\n")), "--- /dev/null\n+++ b/a\n@@ -0,0 +1 @@\n+x\n");
        assert_eq!(of_file(["a"; 2], Some("x\n"), None), "--- a/a\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n");
        assert_eq!(of_file(["a"; 2], None, None), "");
        let moved = "rename from a\nrename to b\n";
        assert_eq!(of_file(["a", "b"], Some("x\n"), Some("x\n")), moved);
        let changed = format!("{moved}--- a/a\n+++ b/b\n@@ -1 +1 @@\n-x\n+y\n");
        assert_eq!(of_file(["a", "b"], Some("x\n"), Some("y\n")), changed);
    }

    #[test]
    fn lines_that_come_and_go_are_found() {
        let shown = unified("a", "1\n2\n3\n", "1\n3\n");
        assert_eq!(shown, "--- a/a\n+++ b/a\n@@ -1,3 +1,2 @@\n 1\n-2\n 3\n");
    }

    #[test]
    fn huge_differences_are_shown_whole() {
        let lines =
            |word: &str, number| (0..number).fold(String::new(), |text, n| text + &format!("{word} {n}\n"));
        for same in ["", "a\n"] {
            let (old, new) = (same.to_owned() + &lines("x", 3000), same.to_owned() + &lines("y", 2900));
            let shown = unified("a", &old, &new);
            assert_eq!(shown.lines().filter(|line| line.starts_with("-x")).count(), 3000);
            assert_eq!(shown.lines().filter(|line| line.starts_with("+y")).count(), 2900);
            assert_eq!(shown.matches("@@ -").count(), 1, "{}", &shown[..50]);
        }
    }

    #[test]
    fn a_long_line_is_cut_around_its_change() {
        let old = format!("{}\u{7f}{}\n", "đ".repeat(5000), "漢".repeat(5000));
        let shown = unified("a", &old, &old.replace('\u{7f}', ""));
        assert!(shown.len() < 3000 && shown.contains("đ␡漢") && shown.contains("đ漢"), "{shown}");
    }
}
