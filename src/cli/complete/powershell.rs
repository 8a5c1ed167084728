//! The quoting of a word for PowerShell.

/// Returns the word so that PowerShell takes it as text: as it is, or in single quotation marks.
pub(super) fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ':' | '+' | '=');
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    let mut quoted = String::from("'");
    for c in word.chars() {
        // PowerShell takes each of these for a quotation mark; doubled, it stands for itself.
        if matches!(c, '\'' | '\u{2018}'..='\u{201b}') {
            quoted.push(c);
        }
        quoted.push(c);
    }
    quoted + "'"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_words_stand_without_quotation_marks() {
        for (word, expected) in [
            ("unit:phong-a", "unit:phong-a"),
            ("id,title", "'id,title'"),
            ("tag:an toàn", "'tag:an toàn'"),
            ("$(x)", "'$(x)'"),
            ("it's ’x", "'it''s ’’x'"),
            ("", "''"),
        ] {
            assert_eq!(quoted(word), expected);
        }
    }
}
