//! Comments that people did not mean as comments: ` #5` behind a text, or in place of one.

use std::ops::Range;

use crate::span::line_start;

/// Returns the bytes of a comment that may have been meant as a part of the plain scalar that ends at `end`.
///
/// A `#` behind a space begins a comment. People write a space behind the `#` of a comment, and none behind that of
/// a number: `Hội thảo #1`.
pub(super) fn behind_scalar(text: &str, end: usize) -> Option<Range<usize>> {
    let rest = text.get(end..)?;
    let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    if blank == 0 { None } else { doubtful(text, end + blank) }
}

/// Returns the same for an empty value, which the parser places at the colon before it, or at the end of the line of
/// an entry of a list.
pub(super) fn in_place_of_value(text: &str, at: usize) -> Option<Range<usize>> {
    if text.get(at..)?.starts_with(':') {
        return behind_scalar(text, at + 1);
    }
    let line = line_start(text, at);
    let hyphen = text[line..at].find('-')?;
    text[line..line + hyphen].trim().is_empty().then(|| behind_scalar(text, line + hyphen + 1)).flatten()
}

/// Returns the bytes of the comment that begins at `at`, if it does not look like one.
fn doubtful(text: &str, at: usize) -> Option<Range<usize>> {
    let line = text[at..].split('\n').next()?;
    let inside = line.strip_prefix('#')?;
    let is_comment = inside.is_empty()
        || inside.starts_with(|c: char| c.is_whitespace() || c == '#')
        || inside.starts_with("plan:");
    (!is_comment).then(|| at..at + line.trim_end().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sharp_without_a_space_behind_it_is_doubtful() {
        let behind = |text: &str| behind_scalar(text, 1).map(|range| text[range].to_owned());
        assert_eq!(behind("a #1 b  \nc").as_deref(), Some("#1 b"));
        assert_eq!(behind("a\t#đ").as_deref(), Some("#đ"));
        for text in ["a#1", "a # 1", "a #", "a #\t1", "a ## 1", "a #plan: allow(x)", "a #\r\nb", "a\n#1", "a"]
        {
            assert_eq!(behind(text), None, "{text:?}");
        }
    }

    #[test]
    fn an_empty_value_may_hide_behind_a_comment() {
        let place = |text: &str, at| in_place_of_value(text, at).map(|range| text[range].to_owned());
        assert_eq!(place("due: #30/6\n", 3).as_deref(), Some("#30/6"));
        assert_eq!(place("a:\n  -  #1\n", 9).as_deref(), Some("#1"));
        assert_eq!(place("due:\n  #30/6\n", 3), None);
        assert_eq!(place("due: # 30/6\n", 3), None);
        assert_eq!(place("- a\n", 3), None);
    }
}
