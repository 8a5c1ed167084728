//! Worked examples with their exact results, and canonical forms.

use std::fmt::Write;

use plan::date::Calendar;
use plan::deadline::{DeadlineContext, DeadlineErrorReason, LONGEST, Period, parse, resolve};
use unicode_normalization::UnicodeNormalization;

use crate::deadlines::{calendar, school_year, show};

/// Resolves an expression in a period: `kind⇥occurrences`, or `error`.
fn meaning(text: &str, period: &str, calendar: &Calendar) -> String {
    let period = Period::parse(period, calendar).unwrap();
    let reading = DeadlineContext::new(&period, calendar);
    match parse(text).and_then(|expression| resolve(&expression, &reading)) {
        Ok(deadline) => show(&deadline),
        Err(_) => "error".to_owned(),
    }
}

/// Checks every line of a table of examples.
pub(crate) fn holds(examples: &str, calendar: &Calendar) {
    let mut wrong = String::new();
    for line in examples.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let wanted = cells[2..].join("\t");
        let got = meaning(cells[0], cells[1], calendar);
        if got.trim_end() != wanted.trim_end() {
            writeln!(wrong, "{} ({})\n  wanted {wanted}\n  got    {got}", cells[0], cells[1]).unwrap();
        }
        // The canonical form, and the decomposed one, mean the same.
        let Ok(expression) = parse(cells[0]) else { continue };
        for other in [expression.to_string(), cells[0].nfd().collect(), cells[0].to_uppercase()] {
            let again = meaning(&other, cells[1], calendar);
            if again != got {
                writeln!(wrong, "{} as {other}\n  wanted {got}\n  got    {again}", cells[0]).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_worked_example_comes_out_exactly() {
    holds(include_str!("../../data/deadlines.tsv"), &calendar());
}

#[test]
fn every_further_wording_comes_out_exactly() {
    let mut calendar = calendar();
    calendar.add_school_year(school_year(2022));
    holds(include_str!("../../data/wordings.tsv"), &calendar);
}

#[test]
fn every_expression_is_shown_in_its_canonical_form() {
    for line in include_str!("../../data/canonical.tsv").lines().filter(|line| !line.starts_with('#')) {
        let (text, canonical) = line.split_once('\t').unwrap();
        let expression = parse(text).unwrap();
        assert_eq!(expression.to_string(), canonical, "{text}");
        assert_eq!(parse(canonical).unwrap(), expression, "{text}");
    }
}

/// Found by the fuzzer: a printed list names each month, and may be longer than the text it was read from.
#[test]
fn a_long_list_prints_as_more_than_can_be_read() {
    let words = format!("tháng 9{}", ", 10".repeat(110));
    let printed = parse(&words).unwrap().to_string();
    assert!(words.chars().count() <= LONGEST && printed.chars().count() > LONGEST);
    assert_eq!(parse(&printed).unwrap_err().reason, DeadlineErrorReason::TooLong);
}
