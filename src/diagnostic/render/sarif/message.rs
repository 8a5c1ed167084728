//! Text for people in SARIF.

use serde::Serialize;

/// Text as it is: of rules, and of files.
#[derive(Serialize)]
pub(super) struct SarifMessage<'a> {
    text: &'a str,
}

impl<'a> SarifMessage<'a> {
    /// This text.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text }
    }
}

/// A message in which a plan may be quoted.
///
/// Brackets would be links and braces the places of arguments: both are escaped.
#[derive(Serialize)]
pub(super) struct SarifSentence {
    text: String,
}

impl SarifSentence {
    /// Returns the message that is displayed as this text.
    pub(super) fn new(text: &str) -> Self {
        let mut escaped = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '[' | ']' | '\\' => escaped.extend(['\\', c]),
                '{' | '}' => escaped.extend([c, c]),
                _ => escaped.push(c),
            }
        }
        Self { text: escaped }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_a_link_or_an_argument() {
        assert_eq!(SarifSentence::new(r"[a](b) {0} \").text, r"\[a\](b) {{0}} \\");
        assert_eq!(SarifSentence::new("đã rõ").text, "đã rõ");
    }
}
