//! Events of the calendar, which deadlines name instead of their days. Source: docs/deadlines.md, Events.

use unicode_normalization::UnicodeNormalization;

use crate::date::{Calendar, DateRange};
use crate::vietnamese;

use super::error::{DeadlineError, DeadlineErrorKind, DeadlineErrorReason};
use super::expression::{Bound, Clause, Expression};
use super::lexer::{self, Token, TokenKind};
use super::period::DeadlineContext;
use super::read::parse;
use super::resolve::{ResolveError, YearResolver};
use super::{grammar, suggest};

/// A text in which the names of events are tokens.
struct TextWithEvents {
    tokens: Vec<Token>,
    /// True if the days of an event are not known, because of an error in the plan.
    is_open: bool,
    /// The first name that stands for several events.
    ambiguous: Option<DeadlineError>,
}

/// Returns the name of an event in the form in which a calendar has it: case, Unicode form and spaces make no
/// difference.
pub fn event_name(words: &str) -> String {
    let tokens = lexer::tokens(words);
    let words: Vec<String> = tokens.iter().map(|token| spelling(words, token)).collect();
    words.join(" ")
}

/// Returns the words of a token in one spelling.
fn spelling(text: &str, token: &Token) -> String {
    match token.kind {
        TokenKind::Word("") => {
            let word = text.get(token.place.range()).unwrap_or_default();
            vietnamese::plain(&word.to_lowercase()).nfc().collect()
        }
        TokenKind::Word(word) => word.to_owned(),
        TokenKind::Number(number) => number.to_string(),
        TokenKind::Sign(sign) => sign.to_string(),
        TokenKind::Event(_) => String::new(),
    }
}

/// Reads the words of a deadline as [`parse`] does; the names of events of the calendar stand for their days.
/// Words that cannot be read that way are read without the events.
///
/// # Errors
/// Fails as [`parse`] does, and for a name that stands for several events of the period.
pub fn parse_in(text: &str, context: &DeadlineContext<'_>) -> Result<Expression, DeadlineError> {
    if context.calendar.longest_event() == 0 || text.chars().count() > grammar::LONGEST {
        return parse(text);
    }
    let Some(TextWithEvents { tokens, is_open, ambiguous }) = with_events(text, context) else {
        return parse(text);
    };
    let wrong = match (grammar::parse_tokens(text, tokens), ambiguous) {
        (Ok(_), Some(error)) => return Err(error),
        (Ok(read), None) if is_open => return Ok(undated(text, &read)),
        (Ok(read), None) => return Ok(read),
        (Err(wrong), _) => wrong,
    };
    parse(text).map_err(|plain| match plain.kind() {
        DeadlineErrorKind::Unreadable => suggest::with_nearest(text, wrong),
        _ => plain,
    })
}

/// Returns an expression without days in place of one whose days are not known.
fn undated(text: &str, read: &Expression) -> Expression {
    Expression { clauses: [Clause::Undated(text.trim().into())].into(), place: read.place }
}

/// Returns the tokens of a text with its events; none if it names none.
fn with_events(text: &str, context: &DeadlineContext<'_>) -> Option<TextWithEvents> {
    let tokens = lexer::tokens(text);
    let words: Vec<String> = tokens.iter().map(|token| spelling(text, token)).collect();
    let longest = context.calendar.longest_event();
    let mut read = TextWithEvents { tokens: Vec::new(), is_open: false, ambiguous: None };
    let (mut at, mut found) = (0, false);
    while let Some(token) = tokens.get(at) {
        let named = (1..=longest.min(tokens.len() - at)).rev().find_map(|length| {
            let days = context.calendar.events(&words.get(at..at + length)?.join(" "));
            let last = tokens.get(at + length - 1)?;
            (!days.is_empty()).then(|| (length, token.place.to(last.place), days))
        });
        let Some((length, place, days)) = named else {
            read.tokens.push(*token);
            at += 1;
            continue;
        };
        found = true;
        at += length;
        let of_period = in_period(days, context);
        read.is_open |= of_period.contains(&None);
        if let [Some(first), Some(second), ..] = of_period[..] {
            let name = text.get(place.range()).unwrap_or_default().to_owned();
            let reason = DeadlineErrorReason::TwoEvents { name, days: [first.first, second.first] };
            read.ambiguous.get_or_insert(DeadlineError::new(reason, place.range()));
        }
        let days = of_period.iter().flatten().next().copied();
        let days = days.unwrap_or_else(|| DateRange::day(context.period.range.first));
        read.tokens.push(Token { kind: TokenKind::Event(days), place });
    }
    found.then_some(read)
}

/// Returns the events of a name that lie in the period, and those whose days are not known; all if none does.
fn in_period(days: &[Option<DateRange>], context: &DeadlineContext<'_>) -> Vec<Option<DateRange>> {
    let lies = |days: &Option<DateRange>| days.is_none_or(|days| days.overlaps(context.period.range));
    let inside: Vec<_> = days.iter().copied().filter(lies).collect();
    if inside.is_empty() { days.to_vec() } else { inside }
}

/// Reads the days of an event: a day with its year, or from a day to another.
///
/// # Errors
/// Fails for anything else, for a day without its year and for an end before its beginning.
pub fn resolve_dates(text: &str, calendar: &Calendar) -> Result<DateRange, DeadlineError> {
    let error = |reason| DeadlineError::new(reason, 0..text.len());
    let expression = grammar::parse(text)?;
    let [Clause::Timed(timed)] = &*expression.clauses else {
        return Err(error(DeadlineErrorReason::NoSpan));
    };
    let years = YearResolver { period: None, calendar, issued: None };
    match years.span(timed) {
        Ok(Some(days)) if timed.bound == Bound::In => Ok(days),
        Ok(_) => Err(error(DeadlineErrorReason::NoSpan)),
        Err(ResolveError::Error(error)) => Err(error),
        Err(ResolveError::Unknown(text)) => Err(error(DeadlineErrorReason::UnknownSchoolYear { text })),
    }
}
