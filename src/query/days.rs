//! The days of a filter, read against each plan.

use super::entity_test::EntityTest;
use super::filter::Term;
use super::interval::Interval;
use super::operand::unreadable_day;
use super::read::backwards;
use super::rules::{BAD_FILTER, UNREADABLE_DAY};
use super::scope::Scope;
use super::test::TermTest;
use super::today::Moment;
use crate::attribute::Attribute;
use crate::date::{DateRange, Day};
use crate::deadline::{DeadlineError, DeadlineErrorKind, DeadlineErrorReason, resolve_span};
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::Plan;
use crate::span::Spanned;

/// Resolves a term on days against each plan.
pub(super) fn tests(
    scope: &Scope<'_>,
    term: &Term,
    field: Attribute,
    interval: &Interval<Spanned<Moment>>,
) -> Result<Vec<(TermTest, EntityTest)>, Box<Diagnostic>> {
    let ranges = ranges(scope, term, field.filter_name(), interval)?.into_iter().zip(&scope.plans);
    let test = |(range, plan): (Option<DateRange>, &&Plan)| {
        (TermTest::Days(field, range), EntityTest::days(scope, plan, field, range))
    };
    Ok(ranges.map(test).collect())
}

/// The days that an interval means in each plan.
///
/// Words that name no day of one plan (a month outside its period, a school year that its calendar does not have)
/// mean nothing there. They are an error only if no plan can resolve them.
pub(super) fn ranges(
    scope: &Scope<'_>,
    term: &Term,
    name: &str,
    interval: &Interval<Spanned<Moment>>,
) -> Result<Vec<Option<DateRange>>, Box<Diagnostic>> {
    let mut ranges: Vec<Option<DateRange>> = Vec::with_capacity(scope.plans.len());
    let mut unread = None;
    for (plan, selected) in scope.plans.iter().zip(&scope.selected) {
        if !selected && scope.selected.contains(&true) {
            ranges.push(None);
            continue;
        }
        match range(scope, plan, interval) {
            Ok(range) => ranges.push(Some(range)),
            Err(IntervalFault::Words(moment, error)) => {
                let is_elsewhere = matches!(error.reason, DeadlineErrorReason::NoYear { .. })
                    || error.kind() == DeadlineErrorKind::UnknownSchoolYear;
                let text = match &moment.value {
                    Moment::Words { text, .. } => text.as_str(),
                    Moment::Relative(_) => "",
                };
                let diagnostic = unreadable_day(name, Spanned::new(text, moment.span), &error);
                if !is_elsewhere {
                    return Err(diagnostic.into());
                }
                unread.get_or_insert(diagnostic);
                ranges.push(None);
            }
            Err(IntervalFault::Outside(moment)) => {
                let message = Message::fixed(
                    "ngày tính được nằm ngoài các năm 1900–2999",
                    "the resulting day lies outside the years 1900–2999",
                );
                return Err(Diagnostic::new(&UNREADABLE_DAY, moment.span, message).into());
            }
            Err(IntervalFault::Backwards(first, last)) => {
                let value = quoted(&term.text);
                let (from_vi, to_vi) = (first.show(Lang::Vi), last.show(Lang::Vi));
                let (from_en, to_en) = (first.show(Lang::En), last.show(Lang::En));
                let label =
                    message!("{value}: từ {from_vi} đến {to_vi}", "{value}: from {from_en} to {to_en}");
                return Err(Diagnostic::new(&BAD_FILTER, term.span, backwards()).label(label).into());
            }
        }
    }
    match unread {
        Some(diagnostic) if ranges.iter().all(Option::is_none) => Err(diagnostic.into()),
        _ => Ok(ranges),
    }
}

/// The reason for which an interval has no days in a plan.
enum IntervalFault<'f> {
    /// These words cannot be read.
    Words(&'f Spanned<Moment>, DeadlineError),
    /// This leads out of the calendar.
    Outside(&'f Spanned<Moment>),
    /// The last day lies before the first.
    Backwards(Day, Day),
}

fn range<'f>(
    scope: &Scope<'_>,
    plan: &Plan,
    interval: &'f Interval<Spanned<Moment>>,
) -> Result<DateRange, IntervalFault<'f>> {
    let days = |moment: &'f Spanned<Moment>| match &moment.value {
        Moment::Relative(span) => span.days(scope.as_of.day).ok_or(IntervalFault::Outside(moment)),
        Moment::Words { expression, .. } => resolve_span(expression, &plan.deadline_context())
            .map_err(|error| IntervalFault::Words(moment, error)),
    };
    let first = interval.from.as_ref().map_or(Ok(Day::MIN), |from| days(from).map(|range| range.first))?;
    let last = interval.to.as_ref().map_or(Ok(Day::MAX), |to| days(to).map(|range| range.last))?;
    DateRange::new(first, last).ok_or(IntervalFault::Backwards(first, last))
}
