//! The position among the tokens and the elementary steps.

use crate::date::Day;
use crate::deadline::error::{DeadlineError, DeadlineErrorReason};
use crate::deadline::lexer::{Token, TokenKind};
use crate::deadline::word_range::WordRange;

/// The result of a rule: none if its words do not follow.
pub(super) type Parsed<T> = Result<Option<T>, DeadlineError>;

pub(super) struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    at: usize,
    /// The furthest position that a successful rule reached; the words after it were not understood.
    furthest: usize,
    /// True if `bắt đầu` stands before the deadline.
    pub(super) begins: bool,
}

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str, tokens: Vec<Token>) -> Self {
        Self { text, tokens, at: 0, furthest: 0, begins: false }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// Returns true if a clause may end here: at the end, or before a word that joins it to the next.
    pub(super) fn is_at_joint(&self) -> bool {
        self.is_at_end() || self.joint_length() > 0
    }

    /// Steps over a word that joins a clause to the next; returns true if there was one.
    pub(super) fn joint(&mut self) -> bool {
        let length = self.joint_length();
        self.step(length);
        length > 0
    }

    /// Returns the number of tokens that join a clause to the next: a comma and `hoặc` only before some words.
    fn joint_length(&self) -> usize {
        if self.sees_sign(0, ';') || self.sees(0, "và") {
            return 1;
        }
        let occasional =
            |at: usize| (self.sees(at, "đột") && self.sees(at + 1, "xuất")) || self.sees(at, "khi");
        if self.sees(0, "hoặc") && occasional(1) {
            return 1;
        }
        if !self.sees_sign(0, ',') {
            return 0;
        }
        let regular = self.sees(1, "định") && self.sees(2, "kỳ");
        let either = self.sees_any(1, &["và", "hoặc"]) && occasional(2);
        let report = self.sees(1, "báo") && self.sees(2, "cáo") && !self.sees(3, "kết");
        match () {
            () if regular || report || occasional(1) || self.sees(1, "hằng") => 1,
            () if self.stage_length(1) > 1 => 1,
            () if either => 2,
            () => 0,
        }
    }

    /// Tries a rule, and restores the position if its words do not follow.
    pub(super) fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        let at = self.at;
        let result = rule(self)?;
        if result.is_none() {
            self.at = at;
        } else {
            self.mark();
        }
        Ok(result)
    }

    /// Tries a rule that cannot fail, as [`attempt`](Self::attempt) does.
    pub(super) fn maybe<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let at = self.at;
        let result = rule(self);
        match result {
            None => self.at = at,
            Some(_) => self.mark(),
        }
        result
    }

    /// Records that everything up to the position was understood.
    pub(super) fn mark(&mut self) {
        self.furthest = self.furthest.max(self.at);
    }

    pub(super) fn step(&mut self, tokens: usize) {
        self.at += tokens;
    }

    pub(super) fn position(&self) -> usize {
        self.at
    }

    pub(super) fn back_to(&mut self, position: usize) {
        self.at = position;
    }

    pub(super) fn kind(&self, ahead: usize) -> Option<TokenKind> {
        self.tokens.get(self.at + ahead).map(|token| token.kind)
    }

    /// Returns true if the word `ahead` tokens after the position is this one.
    pub(super) fn sees(&self, ahead: usize, word: &str) -> bool {
        matches!(self.kind(ahead), Some(TokenKind::Word(known)) if known == word)
    }

    pub(super) fn sees_any(&self, ahead: usize, words: &[&str]) -> bool {
        matches!(self.kind(ahead), Some(TokenKind::Word(known)) if words.contains(&known))
    }

    pub(super) fn sees_sign(&self, ahead: usize, sign: char) -> bool {
        self.kind(ahead) == Some(TokenKind::Sign(sign))
    }

    /// Returns the number `ahead` tokens after the position.
    pub(super) fn number_ahead(&self, ahead: usize) -> Option<u32> {
        match self.kind(ahead)? {
            TokenKind::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Returns true if the number `ahead` tokens after the position has the form of a year.
    pub(super) fn sees_year(&self, ahead: usize) -> bool {
        self.number_ahead(ahead).is_some_and(|number| number >= 1000)
    }

    pub(super) fn word(&mut self, word: &str) -> bool {
        self.words(&[word])
    }

    /// Steps over the words if all of them follow.
    pub(super) fn words(&mut self, words: &[&str]) -> bool {
        let all = words.iter().enumerate().all(|(ahead, word)| self.sees(ahead, word));
        if all {
            self.step(words.len());
        }
        all
    }

    pub(super) fn any(&mut self, words: &[&'static str]) -> Option<&'static str> {
        let word = words.iter().copied().find(|word| self.sees(0, word))?;
        self.step(1);
        Some(word)
    }

    pub(super) fn sign(&mut self, sign: char) -> bool {
        let found = self.sees_sign(0, sign);
        if found {
            self.step(1);
        }
        found
    }

    pub(super) fn number(&mut self) -> Option<u32> {
        let number = self.number_ahead(0)?;
        self.step(1);
        Some(number)
    }

    /// Reads a number in Arabic or Roman numerals.
    pub(super) fn numeral(&mut self) -> Option<u32> {
        let number = match self.kind(0)? {
            TokenKind::Number(number) => number,
            TokenKind::Word(word) => roman(word)?,
            TokenKind::Sign(_) | TokenKind::Event(_) => return None,
        };
        self.step(1);
        Some(number)
    }

    /// Reads a number that has the form of a year, and checks that it lies in 1900–2999.
    pub(super) fn year(&mut self) -> Parsed<i32> {
        if !self.sees_year(0) {
            return Ok(None);
        }
        let start = self.position();
        let Some(number) = self.number() else { return Ok(None) };
        self.checked_year(number, start).map(Some)
    }

    pub(super) fn checked_year(&self, number: u32, start: usize) -> Result<i32, DeadlineError> {
        match i32::try_from(number) {
            Ok(year) if Day::YEARS.contains(&year) => Ok(year),
            _ => Err(match Day::of_spreadsheet(number) {
                Some(day) => {
                    let reason = DeadlineErrorReason::SpreadsheetDay { number, day };
                    DeadlineError::new(reason, self.number_before())
                }
                None => self.mistake(DeadlineErrorReason::NoSuchYear(number), start),
            }),
        }
    }

    /// Returns the range of the number before the position, a decimal zero behind it included: `46357.0`.
    fn number_before(&self) -> std::ops::Range<usize> {
        let has_zero = self.sees_sign(0, '.') && self.number_ahead(1) == Some(0);
        let last = self.at + 2 * usize::from(has_zero);
        let place = |at: usize| self.tokens.get(at).map(|token| token.place).unwrap_or_default();
        place(self.at.saturating_sub(1)).to(place(last.saturating_sub(1))).range()
    }

    /// Returns the range of the text from a token up to the position.
    pub(super) fn place_from(&self, start: usize) -> WordRange {
        let place = |at: usize| self.tokens.get(at).map(|token| token.place).unwrap_or_default();
        place(start).to(place(self.at.saturating_sub(1)))
    }

    /// Returns the range of all tokens.
    pub(super) fn whole_place(&self) -> WordRange {
        match (self.tokens.first(), self.tokens.last()) {
            (Some(first), Some(last)) => first.place.to(last.place),
            _ => WordRange::default(),
        }
    }

    /// Returns the tokens from the position on.
    pub(super) fn rest(&self) -> &[Token] {
        self.tokens.get(self.at..).unwrap_or_default()
    }

    /// Returns an error about the words from a token up to the position.
    pub(super) fn mistake(&self, reason: DeadlineErrorReason, start: usize) -> DeadlineError {
        DeadlineError::new(reason, self.place_from(start).range())
    }

    /// Returns the words from a token to the end of the text, and moves there.
    pub(super) fn rest_from(&mut self, start: usize) -> &'a str {
        self.step(self.tokens.len().saturating_sub(self.at));
        self.words_from(start)
    }

    /// Returns the words from a token up to the position.
    pub(super) fn words_from(&self, start: usize) -> &'a str {
        self.text.get(self.place_from(start).range()).unwrap_or_default()
    }

    /// Returns true if a word without a meaning stands behind a relation to a day: `trước kỳ họp`. The words that
    /// are not understood begin at the token `at`.
    fn is_event_at(&self, at: usize) -> bool {
        let word = |at: usize| match self.tokens.get(at).map(|token| token.kind) {
            Some(TokenKind::Word(word)) => Some(word),
            _ => None,
        };
        let is_relation = |at: usize| {
            word(at).is_some_and(|word| ["trước", "đến", "hết", "nhất", "ngày", "sau", "từ"].contains(&word))
        };
        let name = if is_relation(at) { at + 1 } else { at };
        name > 0
            && is_relation(name - 1)
            && (word(name) == Some("") || word(name).is_some() && word(name + 1) == Some(""))
    }

    /// Returns the error that the words after the furthest position were not understood.
    pub(super) fn not_understood(&self) -> DeadlineError {
        let from = if self.furthest < self.tokens.len() { self.furthest } else { 0 };
        let range = match (self.tokens.get(from), self.tokens.last()) {
            (Some(first), Some(last)) => first.place.to(last.place).range(),
            _ => 0..self.text.len(),
        };
        let part = self.text.get(range.clone()).unwrap_or_default().to_owned();
        let is_event = self.is_event_at(from);
        DeadlineError::new(DeadlineErrorReason::Unreadable { part, is_event }, range)
    }
}

/// Returns the value of a Roman numeral up to that of the last month.
fn roman(word: &str) -> Option<u32> {
    const NUMERALS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let at = NUMERALS.iter().position(|numeral| *numeral == word)?;
    u32::try_from(at + 1).ok()
}
