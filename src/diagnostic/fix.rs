//! The fixes of diagnostics, as `--fix` applies them.

use super::edit::{EditSet, TextEdit, bytes};

/// Returns the fixes of one source that can be applied at once, in the order of the text.
///
/// Of two fixes that overlap or begin at one offset, the first one wins; the other is left for the next round.
/// A fix that does not fit the text (past its end, inside a character) is left out.
pub fn choose<'f>(text: &str, fixes: &[&'f TextEdit]) -> Vec<&'f TextEdit> {
    let mut fixes: Vec<&TextEdit> =
        fixes.iter().copied().filter(|fix| bytes(text, fix.span).is_some()).collect();
    fixes.sort_by_key(|fix| fix.span.start);
    let mut chosen: Vec<&TextEdit> = Vec::with_capacity(fixes.len());
    for fix in fixes {
        let is_free = chosen.last().is_none_or(|last: &&TextEdit| {
            fix.span.start >= last.span.end && fix.span.start != last.span.start
        });
        if is_free {
            chosen.push(fix);
        }
    }
    chosen
}

/// Returns the text of one source with the [chosen](choose) of its fixes applied; every other byte stays as it is.
pub fn apply(text: &str, fixes: &[&TextEdit]) -> String {
    let chosen = choose(text, fixes).into_iter().cloned();
    EditSet::new(chosen).and_then(|edits| edits.apply(text)).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::{SourceId, Span};

    fn fix(start: u32, end: u32, text: &str) -> TextEdit {
        TextEdit::replacement(Span::new(SourceId::default(), start, end), text)
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
}
