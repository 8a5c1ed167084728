//! A command line as a text: diagnostics point at its words, and commands to copy are made from it.

use std::ops::Range;

/// A command line, word by word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CommandLine {
    words: Vec<CommandWord>,
}

/// The number of an argument or option of a [`CommandLine`].
pub type WordIx = usize;

/// An argument, or an option with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
struct CommandWord {
    option: Option<String>,
    value: Option<String>,
}

impl CommandLine {
    /// A command without arguments: `plan record`.
    pub fn new(command: &str) -> Self {
        let words = command.split(' ').map(|word| CommandWord { option: None, value: Some(word.to_owned()) });
        Self { words: words.collect() }
    }

    /// Adds an argument.
    pub fn argument(&mut self, value: &str) -> WordIx {
        self.words.push(CommandWord { option: None, value: Some(value.to_owned()) });
        self.words.len() - 1
    }

    /// Adds an option with its value.
    pub fn option(&mut self, name: &str, value: &str) -> WordIx {
        self.words.push(CommandWord { option: Some(name.to_owned()), value: Some(value.to_owned()) });
        self.words.len() - 1
    }

    /// Adds an option without a value.
    pub fn flag(&mut self, name: &str) {
        self.words.push(CommandWord { option: Some(name.to_owned()), value: None });
    }

    /// The same command line with another value of a word.
    #[must_use]
    pub fn with(&self, word: WordIx, value: &str) -> Self {
        let mut other = self.clone();
        if let Some(word) = other.words.get_mut(word) {
            word.value = Some(value.to_owned());
        }
        other
    }

    /// The same command line with an option more, before all others.
    #[must_use]
    pub fn with_option(&self, name: &str, value: &str) -> Self {
        let mut other = self.clone();
        let at = other.words.iter().position(|word| word.option.is_some()).unwrap_or(other.words.len());
        let option = CommandWord { option: Some(name.to_owned()), value: Some(value.to_owned()) };
        other.words.insert(at, option);
        other
    }

    /// The words as a shell takes them.
    pub fn text(&self) -> String {
        self.words.iter().map(CommandWord::text).collect::<Vec<_>>().join(" ")
    }

    /// The bytes of the value of a word in the text.
    pub fn range(&self, word: WordIx) -> Range<usize> {
        let before: usize = self.words.iter().take(word).map(|word| word.text().len() + 1).sum();
        let Some(word) = self.words.get(word) else { return 0..0 };
        let value = word.value.as_deref().map(shell_word).unwrap_or_default();
        let end = before + word.text().len();
        end - value.len()..end
    }

    /// Returns true if the text has a word as it is, without quotation marks.
    pub(super) fn is_verbatim(&self, word: WordIx) -> bool {
        let value = self.words.get(word).and_then(|word| word.value.as_deref());
        value.is_some_and(|value| shell_word(value) == value)
    }
}

impl CommandWord {
    fn text(&self) -> String {
        let value = self.value.as_deref().map(shell_word);
        match (&self.option, value) {
            (Some(option), Some(value)) => format!("{option} {value}"),
            (Some(option), None) => option.clone(),
            (None, value) => value.unwrap_or_default(),
        }
    }
}

/// A word as a shell takes it: in quotation marks where it has a space or a sign with a meaning.
fn shell_word(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./:@%+=,".contains(c) || is_mark(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    if word.contains(['"', '$', '`', '\\', '!']) {
        return format!("'{}'", word.replace('\'', "'\\''"));
    }
    format!("\"{word}\"")
}

/// Returns true for a mark of decomposed Vietnamese text.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_the_text_and_replaced() {
        let mut line = CommandLine::new("plan record");
        let item = line.argument("PL2-02");
        let evidence = line.option("--evidence", "Báo cáo số 07");
        line.flag("--dry-run");
        let odd = line.option("--note", "it's $5");
        let text = line.text();
        assert_eq!(text, r#"plan record PL2-02 --evidence "Báo cáo số 07" --dry-run --note 'it'\''s $5'"#);
        assert_eq!(&text[line.range(item)], "PL2-02");
        assert_eq!(&text[line.range(evidence)], "\"Báo cáo số 07\"");
        assert!(line.is_verbatim(item) && !line.is_verbatim(evidence) && !line.is_verbatim(odd));
        let other = line.with(item, "a/b/c/2025-Q1").with_option("--unit", "x");
        assert!(other.text().starts_with("plan record a/b/c/2025-Q1 --unit x --evidence \"Báo"), "{other:?}");
        assert_eq!(CommandLine::new("plan").range(7), 0..0);
    }
}
