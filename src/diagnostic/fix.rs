//! What `--fix` does to a text, and how `--diff` shows it.

use std::fmt::Write;

use similar::udiff::UnifiedHunkHeader;
use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices, group_diff_ops};

use crate::diagnostic::Fix;
use crate::sanitize::visible;

/// The text of one source with these fixes of it applied; every other byte stays as it is.
///
/// Of two fixes that overlap, or stand at one place, the first one wins; the other is for the next run.
/// One that does not fit the text (past its end, inside a character) is left out.
pub fn apply(text: &str, fixes: &[&Fix]) -> String {
    let mut fixes: Vec<(usize, usize, &str)> = fixes
        .iter()
        .map(|fix| (fix.span.start as usize, fix.span.end as usize, fix.text.as_str()))
        .filter(|(start, end, _)| text.get(*start..*end).is_some())
        .collect();
    fixes.sort_by_key(|(start, ..)| *start);
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    let mut last = None;
    for (start, end, new) in fixes {
        if start < done || last == Some(start) {
            continue;
        }
        result.push_str(&text[done..start]);
        result.push_str(new);
        done = end;
        last = Some(start);
    }
    result.push_str(&text[done..]);
    result
}

/// Lines around a change that are shown.
const CONTEXT: usize = 3;

/// Changed lines above which nobody looks for the least difference.
const COMPARED: usize = 2000;

/// Characters of a line that are shown.
const LINE: usize = 1000;

/// The difference of two texts as a unified diff for people; empty when there is none.
///
/// Control characters are made visible and very long lines cut: it is to be read, not to be applied.
pub fn diff(path: &str, old: &str, new: &str) -> String {
    if old == new {
        return String::new();
    }
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    let new: Vec<&str> = new.split_inclusive('\n').collect();
    let path = visible(path);
    let mut diff = format!("--- a/{path}\n+++ b/{path}\n");
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

/// What became of the lines, found in bounded time.
///
/// Fixes mostly stay inside a line: then the n-th line became the n-th, and there is nothing to search.
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

/// The bytes with which two lines begin alike.
fn same(old: Option<&&str>, new: Option<&&str>) -> usize {
    let (Some(old), Some(new)) = (old, new) else { return 0 };
    old.bytes().zip(new.bytes()).take_while(|(old, new)| old == new).count()
}

/// Writes one line; of a long one, what is around its first change.
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
    use crate::span::{SourceId, Span};

    fn fix(start: u32, end: u32, text: &str) -> Fix {
        Fix { span: Span::new(SourceId::default(), start, end), text: text.into() }
    }

    #[test]
    fn fixes_change_their_bytes_and_no_other() {
        let (one, two, three) = (fix(0, 1, "A"), fix(2, 2, "+"), fix(4, 6, ""));
        assert_eq!(apply("ab\r\ncd", &[&three, &two, &one]), "Ab+\r\n");
        assert_eq!(apply("ab\r\n", &[]), "ab\r\n");
    }

    #[test]
    fn the_first_of_overlapping_fixes_wins() {
        let (one, two, three, four) = (fix(0, 3, "x"), fix(2, 4, "y"), fix(3, 4, "z"), fix(3, 3, "w"));
        assert_eq!(apply("abcd", &[&one, &two, &three, &four]), "xz");
    }

    #[test]
    fn fixes_that_do_not_fit_are_left_out() {
        assert_eq!(apply("đ", &[&fix(1, 2, "x"), &fix(0, 9, "y"), &fix(9, 9, "z")]), "đ");
    }

    #[test]
    fn a_diff_shows_the_lines_around() {
        let old = "1\n2\n3\n4\n5\n6\u{1b}\n7\n8\n9\n10";
        let new = old.replace('\u{1b}', "");
        assert_eq!(
            diff("a b.yaml", old, &new),
            "--- a/a b.yaml\n+++ b/a b.yaml\n@@ -3,7 +3,7 @@\n 3\n 4\n 5\n-6␛\n+6\n 7\n 8\n 9\n"
        );
        assert_eq!(diff("a", old, old), "");
        let whole = diff("a", "x", "y");
        let mark = "\\ No newline at end of file\n";
        assert_eq!(whole, format!("--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n{mark}+y\n{mark}"));
    }

    #[test]
    fn lines_that_come_and_go_are_found() {
        let shown = diff("a", "1\n2\n3\n", "1\n3\n");
        assert_eq!(shown, "--- a/a\n+++ b/a\n@@ -1,3 +1,2 @@\n 1\n-2\n 3\n");
    }

    #[test]
    fn huge_differences_are_shown_whole() {
        let lines =
            |word: &str, number| (0..number).fold(String::new(), |text, n| text + &format!("{word} {n}\n"));
        for same in ["", "a\n"] {
            let (old, new) = (same.to_owned() + &lines("x", 3000), same.to_owned() + &lines("y", 2900));
            let shown = diff("a", &old, &new);
            assert_eq!(shown.lines().filter(|line| line.starts_with("-x")).count(), 3000);
            assert_eq!(shown.lines().filter(|line| line.starts_with("+y")).count(), 2900);
            assert_eq!(shown.matches("@@ -").count(), 1, "{}", &shown[..50]);
        }
    }

    #[test]
    fn a_long_line_is_cut_around_its_change() {
        let old = format!("{}\u{7f}{}\n", "đ".repeat(5000), "漢".repeat(5000));
        let shown = diff("a", &old, &old.replace('\u{7f}', ""));
        assert!(shown.len() < 3000 && shown.contains("đ␡漢") && shown.contains("đ漢"), "{shown}");
    }
}
