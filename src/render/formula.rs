//! Protection against text that a spreadsheet takes for a formula.

/// Returns true if a text begins like a formula.
pub(super) fn is_formula(words: &str) -> bool {
    words.trim_start_matches(' ').starts_with(begins)
}

/// Words that no spreadsheet takes for a formula: those that begin like one get an apostrophe.
///
/// The words behind a semicolon are guarded as well: Excel cuts fields there if lists are separated by semicolons.
pub(super) fn guarded(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 1);
    let mut at_start = true;
    for c in words.chars() {
        if at_start && begins(c) {
            out.push('\'');
        }
        // Spaces before it do not keep Excel from taking a formula for one.
        at_start = matches!(c, ';' | '\n') || at_start && c == ' ';
        out.push(c);
    }
    out
}

/// Returns true for the first character of a formula; Excel also accepts full-width signs.
fn begins(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_begin_like_a_formula_are_guarded() {
        for (words, guard) in [
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            ("+84", "'+84"),
            ("- gạch đầu dòng", "'- gạch đầu dòng"),
            ("@SUM", "'@SUM"),
            ("＝1", "'＝1"),
            ("a;=1", "a;'=1"),
            ("a\n=1", "a\n'=1"),
            ("a; =1", "a; '=1"),
            ("  =1", "  '=1"),
            ("a=1", "a=1"),
            ("–", "–"),
            ("", ""),
        ] {
            assert_eq!(guarded(words), guard);
            assert_eq!(is_formula(words), guard.trim_start().starts_with('\''));
        }
    }
}
