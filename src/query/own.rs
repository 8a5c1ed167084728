//! `x-kinh-phi:500..`: terms on the columns of the plans' own, read against the type that each plan declares.

use super::days;
use super::entity_test::EntityTest;
use super::filter::{Term, TermValue};
use super::interval::Interval;
use super::names::items;
use super::operand::moment;
use super::part::ArgumentPart;
use super::read::backwards;
use super::rules::{BAD_FILTER, UNKNOWN_FIELD};
use super::scope::Scope;
use super::suggest::{one_of, suggest};
use super::test::TermTest;
use super::unit::UnitMatch;
use super::words::SearchText;
use crate::attribute::filters;
use crate::date::DateRange;
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::model::{ColumnIx, OwnType, OwnValue, Plan};
use crate::vietnamese::number;

/// The values that a term lets through in one plan.
enum OwnTest {
    /// Any value, or none.
    Present(bool),
    Words(SearchText),
    Number(Interval<f64>),
    Days(Option<DateRange>),
    Units(Option<UnitMatch>),
}

/// Resolves a term on a column against each plan. Plans may declare it with several types; a value that one of them
/// can read is no error.
pub(super) fn tests(
    scope: &Scope<'_>,
    term: &Term,
    key: &str,
) -> Result<Vec<(TermTest, EntityTest)>, Box<Diagnostic>> {
    let columns: Vec<Option<ColumnIx>> = scope.each(|plan| plan.columns.position_of_typed(key));
    let types: Vec<Option<OwnType>> = columns
        .iter()
        .zip(&scope.plans)
        .map(|(column, plan)| column.map(|column| plan.column(column).own_type))
        .collect();
    if types.iter().all(Option::is_none) {
        return Err(unknown(scope, term, key).into());
    }
    let mut seen: Vec<OwnType> = types.iter().flatten().copied().collect();
    seen.sort_unstable();
    seen.dedup();
    let (mut read, mut wrong) = (Vec::new(), None);
    for own_type in seen {
        match of_type(scope, term, key, own_type) {
            Ok(tests) => read.push((own_type, tests)),
            Err(diagnostic) => {
                wrong.get_or_insert(diagnostic);
            }
        }
    }
    if read.is_empty()
        && let Some(wrong) = wrong
    {
        return Err(wrong);
    }
    let asks_for_none = presence(term) == Some(false);
    let test = |(at, plan): (usize, &&Plan)| {
        let Some((column, own_type)) = columns[at].zip(types[at]) else {
            // A plan without the column has no value in it.
            let targets = vec![asks_for_none; plan.targets.len()].into_boxed_slice();
            return (
                items(plan, |_| asks_for_none),
                EntityTest { targets: Some(targets), ..EntityTest::default() },
            );
        };
        let test = read.iter().find(|(of, _)| *of == own_type).and_then(|(_, tests)| tests.get(at));
        plan_tests(plan, column, test)
    };
    Ok(scope.plans.iter().enumerate().map(test).collect())
}

fn plan_tests(plan: &Plan, column: ColumnIx, test: Option<&OwnTest>) -> (TermTest, EntityTest) {
    let holds = |value: Option<&OwnValue>| test.is_some_and(|test| test.holds(value));
    let items = plan.assignments.iter().map(|item| holds(item.own.get(column))).collect();
    let reports = plan.reports.iter().map(|report| holds(report.own.get(column))).collect();
    let targets = plan.targets.iter().map(|target| holds(target.own.get(column))).collect();
    (TermTest::Own { column, items, reports }, EntityTest { targets: Some(targets), ..EntityTest::default() })
}

impl OwnTest {
    fn holds(&self, value: Option<&OwnValue>) -> bool {
        match (self, value) {
            (Self::Present(is), value) => value.is_some() == *is,
            (Self::Words(words), Some(OwnValue::Text(text))) => words.are_in_text(text),
            (Self::Number(interval), Some(OwnValue::Number(number))) => interval.contains(number),
            (Self::Days(range), Some(OwnValue::Day(day))) => range.is_some_and(|range| range.contains(*day)),
            (Self::Units(named), Some(OwnValue::Unit(party))) => {
                named.as_ref().is_some_and(|named| named.has(*party))
            }
            _ => false,
        }
    }
}

/// `any` and `none` ask whether there is a value.
fn presence(term: &Term) -> Option<bool> {
    let is = |word: &str| term.text.eq_ignore_ascii_case(word);
    is("any").then_some(true).or_else(|| is("none").then_some(false))
}

/// Reads the value as one of a type, for each plan.
fn of_type(
    scope: &Scope<'_>,
    term: &Term,
    key: &str,
    own_type: OwnType,
) -> Result<Vec<OwnTest>, Box<Diagnostic>> {
    if let Some(is_present) = presence(term) {
        return Ok(scope.each(|_| OwnTest::Present(is_present)));
    }
    Ok(match own_type {
        OwnType::Text => scope.each(|_| OwnTest::Words(SearchText::new(&term.text))),
        OwnType::Number => {
            let interval = numbers(term, key)?;
            scope.each(|_| OwnTest::Number(interval))
        }
        OwnType::Day => {
            let interval = interval(term, key, |part| moment(key, part))?;
            days::ranges(scope, term, key, &interval)?.into_iter().map(OwnTest::Days).collect()
        }
        OwnType::Unit => scope.named(term)?.into_iter().map(OwnTest::Units).collect(),
    })
}

fn numbers(term: &Term, key: &str) -> Result<Interval<f64>, Box<Diagnostic>> {
    let one = |part: ArgumentPart<'_>| {
        number(part.text).ok_or_else(|| {
            let wrong = quoted(part.text);
            let message = message!("{key} cần số, không phải {wrong}", "{key} takes a number, not {wrong}");
            let help = message!("ví dụ {key}:500..1.250,5", "such as {key}:500..1.250,5");
            Box::new(Diagnostic::new(&BAD_FILTER, part.span, message).help(help))
        })
    };
    let numbers = interval(term, key, one)?;
    if numbers.is_backwards() {
        return Err(Box::new(Diagnostic::new(&BAD_FILTER, term.span, backwards())));
    }
    Ok(numbers)
}

/// `A..B | A.. | ..B`, or one value, which is both ends.
fn interval<T: Clone>(
    term: &Term,
    key: &str,
    one: impl Fn(ArgumentPart<'_>) -> Result<T, Box<Diagnostic>>,
) -> Result<Interval<T>, Box<Diagnostic>> {
    let value = ArgumentPart { text: &term.text, span: term.span };
    let Some((from, to)) = value.split("..") else {
        let one = one(value)?;
        return Ok(Interval { from: Some(one.clone()), to: Some(one) });
    };
    if from.text.is_empty() && to.text.is_empty() {
        let message = Message::fixed("khoảng không có đầu nào", "a range without an end");
        let help = message!("{key}:any là có giá trị nào đó", "{key}:any is for what has some value");
        return Err(Box::new(Diagnostic::new(&BAD_FILTER, value.span, message).help(help)));
    }
    let end = |part: ArgumentPart<'_>| if part.text.is_empty() { Ok(None) } else { one(part).map(Some) };
    Ok(Interval { from: end(from)?, to: end(to)? })
}

/// A column that no plan declares, with the nearest fields.
fn unknown(scope: &Scope<'_>, term: &Term, key: &str) -> Diagnostic {
    let span = match term.value {
        TermValue::Own(span) => span,
        _ => term.span,
    };
    let wrong = quoted(key);
    let message = message!(
        "không có kế hoạch nào khai cột {wrong} ở columns",
        "no plan declares the column {wrong} in `columns`"
    );
    let own = scope.plans.iter().flat_map(|plan| plan.columns.iter()).map(|column| column.key.as_str());
    let known: Vec<&str> = own.chain(filters().map(|(_, filter)| filter.name)).collect();
    let not = if term.negated { "not:" } else { "" };
    let near = suggest(key, known.iter().copied());
    let help = (!near.is_empty()).then(|| one_of(near.iter().map(|near| format!("{not}{near}:"))));
    Diagnostic::new(&UNKNOWN_FIELD, span, message).maybe_help(help)
}
