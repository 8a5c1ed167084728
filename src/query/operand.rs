//! The values of terms that are days or numbers.

use super::part::ArgumentPart;
use super::rules::UNREADABLE_DAY;
use super::today::{Moment, RelativeSpan};
use crate::deadline::{self, DeadlineError};
use crate::diagnostic::deadline::{DeadlineUse, deadline_diagnostic, place_of};
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::span::Spanned;
use crate::vietnamese::nearest;

/// Reads a day or a span of days; `field` is the name of the field, for messages.
pub(super) fn moment(field: &str, value: ArgumentPart<'_>) -> Result<Spanned<Moment>, Box<Diagnostic>> {
    if let Some(span) = RelativeSpan::read(value.text) {
        if let Ok(span) = span {
            return Ok(Spanned::new(Moment::Relative(span), value.span));
        }
        let wrong = quoted(value.text);
        let message = message!("không hiểu ngày {wrong}", "the day {wrong} is not understood");
        let help = Message::fixed(
            "today, today+14d, today-2w, today-1m, today+1y",
            "today, today+14d, today-2w, today-1m, today+1y",
        );
        return Err(Box::new(Diagnostic::new(&UNREADABLE_DAY, value.span, message).help(help)));
    }
    match deadline::parse(value.text) {
        Ok(expression) => {
            let text = value.text.to_owned();
            Ok(Spanned::new(Moment::Words { text, expression }, value.span))
        }
        Err(error) => Err(Box::new(unreadable_day(field, Spanned::new(value.text, value.span), &error))),
    }
}

/// Reports a day that cannot be read, at the part that is wrong.
pub(super) fn unreadable_day(field: &str, words: Spanned<&str>, error: &DeadlineError) -> Diagnostic {
    let usage = DeadlineUse {
        rule: Some(&UNREADABLE_DAY),
        subject: Some(field),
        examples: "30/6/2024, Quý II/2024, today+14d",
        period: None,
        takes_events: false,
    };
    let text = words.value;
    let diagnostic = deadline_diagnostic(error, Spanned::new(text, place_of(error, words.span)), usage);
    let sign = text.find(['+', '-']).unwrap_or(text.len());
    match nearest(text[..sign].trim(), ["today"]) {
        Some(today) => diagnostic.help(Message::same(format!("{today}{}", &text[sign..]))),
        None => diagnostic,
    }
}

/// Digits, for a percentage with a decimal point or comma and a `%`; no sign, no exponent.
pub(super) fn number(text: &str, is_percent: bool) -> Option<f64> {
    let text = if is_percent { text.strip_suffix('%').unwrap_or(text).trim_end() } else { text };
    let digits = |text: &str| (1..=9).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let number = match text.split_once(['.', ',']) {
        Some((whole, part)) if is_percent && digits(whole) && digits(part) => format!("{whole}.{part}"),
        None if digits(text) => text.to_owned(),
        _ => return None,
    };
    number.parse().ok().filter(|number| !is_percent || *number <= 100.0)
}
