//! Words of a sentence with their places, in lower case, the signs around them apart.

use std::ops::Range;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WordToken {
    /// The word in lower case, without the signs around it.
    pub word: String,
    /// The place of the word without its signs.
    pub range: Range<usize>,
    /// True if the word begins with a capital letter.
    pub is_capital: bool,
    /// The sign behind the word, if there is one: `,`, `;`, `:`, `.`.
    pub sign: Option<char>,
    /// True if a bracket or a quotation mark stands before the word.
    pub opens: bool,
}

/// The words of a text.
pub(super) fn tokens(text: &str) -> Vec<WordToken> {
    let is_sign = |c: char| !c.is_alphanumeric() && !matches!(c, '%' | '/' | '&' | '-' | '>' | '<' | '=');
    let mut all = Vec::new();
    let mut at = 0;
    for part in text.split(' ') {
        let start = at;
        at += part.len() + 1;
        let lead = part.len() - part.trim_start_matches(is_sign).len();
        let bare = part.trim_matches(is_sign);
        if bare.is_empty() {
            if let Some(sign) = part.chars().next_back() {
                all.push(WordToken {
                    word: part.to_owned(),
                    range: start..start + part.len(),
                    is_capital: false,
                    sign: Some(sign).filter(|sign| matches!(sign, ',' | ';' | ':' | '.')),
                    opens: false,
                });
            }
            continue;
        }
        let range = start + lead..start + lead + bare.len();
        let behind = &part[lead + bare.len()..];
        all.push(WordToken {
            word: bare.to_lowercase(),
            is_capital: bare.starts_with(char::is_uppercase),
            sign: behind.chars().next_back().filter(|sign| ",;:.…)!?".contains(*sign)),
            opens: lead > 0,
            range,
        });
    }
    all
}

/// Returns true if the words from a place on are those of a phrase in lower case.
pub(super) fn stands(tokens: &[WordToken], at: usize, phrase: &str) -> bool {
    let mut at = at;
    for word in phrase.split(' ') {
        match tokens.get(at) {
            Some(token) if token.word == word => at += 1,
            _ => return false,
        }
    }
    // No sign stands within the phrase.
    let length = phrase.split(' ').count();
    tokens[at - length..at - 1].iter().all(|token| token.sign.is_none())
}

/// Returns the number of words of the first phrase that stands at a place.
pub(super) fn first_of(tokens: &[WordToken], at: usize, phrases: &[&str]) -> Option<usize> {
    phrases.iter().filter(|phrase| stands(tokens, at, phrase)).map(|phrase| phrase.split(' ').count()).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_apart_from_their_signs() {
        let all = tokens("Giao Phòng GDĐT, (xong) 27/7; 100% - nhé.");
        let words: Vec<(&str, Option<char>)> =
            all.iter().map(|token| (token.word.as_str(), token.sign)).collect();
        assert_eq!(
            words,
            [
                ("giao", None),
                ("phòng", None),
                ("gdđt", Some(',')),
                ("xong", Some(')')),
                ("27/7", Some(';')),
                ("100%", None),
                ("-", None),
                ("nhé", Some('.'))
            ]
        );
        assert!(stands(&all, 0, "giao phòng gdđt") && !stands(&all, 2, "gdđt xong"));
        assert_eq!(first_of(&all, 0, &["giao", "giao phòng"]), Some(2));
    }
}
