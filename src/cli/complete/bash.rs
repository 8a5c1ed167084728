//! The command line of bash: its words up to the cursor, and the quoting of what is put in.

/// The quotation that a place of a command line stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quotation {
    None,
    Single,
    Double,
}

/// A command line of bash up to the cursor.
#[derive(Debug)]
pub(super) struct BashLine {
    /// The words without their quotation marks; the last one is being typed.
    pub(super) words: Vec<String>,
    /// The beginning of the last word, which bash leaves as it stands, without its quotation marks.
    kept: String,
    /// The quotation in which the part begins that bash replaces.
    quotation: Quotation,
}

impl BashLine {
    /// Reads a line up to the cursor. Bash replaces its end `replaced`, and nothing before it.
    pub(super) fn new(line: &str, replaced: &str) -> Self {
        let (words, start, _) = read(line);
        let kept = line.get(start..).and_then(|word| word.strip_suffix(replaced)).unwrap_or_default();
        let (mut kept, _, quotation) = read(kept);
        Self { words, kept: kept.pop().unwrap_or_default(), quotation }
    }

    /// Returns true if the word being typed stands in quotation marks.
    pub(super) fn is_quoted(&self) -> bool {
        self.quotation != Quotation::None
    }

    /// Returns the text that replaces the end of the line to make its last word the value; none if the word begins
    /// otherwise.
    pub(super) fn replacement(&self, value: &str) -> Option<String> {
        let rest = value.strip_prefix(&self.kept)?;
        let mut quoted = String::with_capacity(rest.len());
        for c in rest.chars() {
            match self.quotation {
                Quotation::None if !is_plain(c) => quoted.push('\\'),
                Quotation::Double if matches!(c, '"' | '\\' | '$' | '`') => quoted.push('\\'),
                // A quotation mark cannot stand in single ones: they end, and begin again behind it.
                Quotation::Single if c == '\'' => quoted.push_str("'\\'"),
                _ => {}
            }
            quoted.push(c);
        }
        Some(quoted)
    }
}

/// Returns true if the character means itself outside quotation marks.
fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || !c.is_ascii()
        || matches!(c, '-' | '_' | '.' | '/' | ':' | '+' | ',' | '=' | '%')
}

/// Returns the words of a line without their quotation marks, the offset of the last one, and the quotation that is
/// open at the end. Behind white space the last word is empty.
fn read(line: &str) -> (Vec<String>, usize, Quotation) {
    let (mut words, mut start, mut quotation) = (vec![String::new()], 0, Quotation::None);
    let mut is_word = false;
    let mut chars = line.char_indices();
    let mut word = String::new();
    while let Some((at, c)) = chars.next() {
        if quotation == Quotation::None && c.is_ascii_whitespace() {
            if is_word {
                words.insert(words.len() - 1, std::mem::take(&mut word));
            }
            (is_word, start) = (false, at + c.len_utf8());
            continue;
        }
        is_word = true;
        match (quotation, c) {
            (Quotation::None, '\'') => quotation = Quotation::Single,
            (Quotation::None, '"') => quotation = Quotation::Double,
            (Quotation::Single, '\'') | (Quotation::Double, '"') => quotation = Quotation::None,
            (Quotation::None, '\\') => word.extend(chars.next().map(|(_, escaped)| escaped)),
            (Quotation::Double, '\\') => match chars.next() {
                Some((_, escaped @ ('"' | '\\' | '$' | '`'))) => word.push(escaped),
                Some((_, other)) => word.extend(['\\', other]),
                None => word.push('\\'),
            },
            _ => word.push(c),
        }
    }
    if let Some(last) = words.last_mut() {
        *last = word;
    }
    (words, start, quotation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_their_quotation_marks() {
        for (line, words) in [
            ("plan list ", &["plan", "list", ""][..]),
            ("plan  list\tunit:a", &["plan", "list", "unit:a"]),
            ("plan \"unit:ha dinh\" 'a b'c x\\ y", &["plan", "unit:ha dinh", "a bc", "x y"]),
            ("plan unit:\"truong", &["plan", "unit:truong"]),
            ("plan \"a\\\"\\$\\n\" '\\'", &["plan", "a\"$\\n", "\\"]),
            ("plan '' \"", &["plan", "", ""]),
        ] {
            assert_eq!(read(line).0, words, "{line}");
        }
    }

    #[test]
    fn the_end_of_the_line_is_replaced_in_its_own_quotation() {
        for (line, replaced, value, expected) in [
            ("plan list un", "un", "unit:", Some("unit:")),
            ("plan list unit:ph", "ph", "unit:phong-a", Some("phong-a")),
            ("plan list unit:\"ph", "ph", "unit:phong-a", Some("phong-a")),
            ("plan list \"unit:ph", "unit:ph", "unit:phong-a", Some("unit:phong-a")),
            ("plan list 'unit:ph", "unit:ph", "unit:phong-a", Some("unit:phong-a")),
            ("plan list tag:an\\ t", "an\\ t", "tag:an toàn", Some("an\\ toàn")),
            ("plan list \"tag:an t", "tag:an t", "tag:an toàn", Some("tag:an toàn")),
            ("plan list ", "", "unit:", Some("unit:")),
            ("plan list x:", "", "unit:a", None),
            ("plan list ", "", "$(a) `b` \"c' \\d;", Some("\\$\\(a\\)\\ \\`b\\`\\ \\\"c\\'\\ \\\\d\\;")),
            ("plan list \"", "", "$(a)`b`\"c'\\", Some("\\$(a)\\`b\\`\\\"c'\\\\")),
            ("plan list '", "", "$(a)'b", Some("$(a)'\\''b")),
        ] {
            assert_eq!(BashLine::new(line, replaced).replacement(value).as_deref(), expected, "{line}");
        }
    }
}
