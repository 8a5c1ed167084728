//! Deadlines: worked examples with their exact results, and what must hold for all.

use std::fmt::Write;

use plan::date::{Calendar, Day, SchoolYear};
use plan::deadline::{Deadline, Period, Reading, parse, resolve};

/// The built-in calendar with the school years of the examples.
fn calendar() -> Calendar {
    let mut calendar = Calendar::vietnam();
    let day = |year, month, day| Day::new(year, month, day).unwrap();
    let year = SchoolYear::new(2023, day(2023, 9, 5), day(2024, 1, 14), day(2024, 5, 24), day(2024, 5, 31));
    calendar.add_school_year(year.unwrap());
    calendar
}

/// The kind, and the occurrences as the examples write them.
fn show(deadline: &Deadline) -> String {
    let mut line = deadline.kind.as_str().to_owned();
    for (at, one) in deadline.occurrences.iter().enumerate() {
        line.push_str(if at == 0 { "\t" } else { " | " });
        if let Some(label) = &one.label {
            write!(line, "{label}=").unwrap();
        }
        match one.from {
            Some(from) => write!(line, "{from}..{}", one.due).unwrap(),
            None => write!(line, "-..{}", one.due).unwrap(),
        }
    }
    line
}

/// What an expression means in a period: `kind⇥occurrences`, or `error`.
fn meaning(text: &str, period: &str) -> String {
    let calendar = calendar();
    let period = Period::parse(period, &calendar).unwrap();
    let reading = Reading::new(&period, &calendar);
    match parse(text).and_then(|expression| resolve(&expression, &reading)) {
        Ok(deadline) => show(&deadline),
        Err(_) => "error".to_owned(),
    }
}

#[test]
fn every_worked_example_comes_out_exactly() {
    let examples = include_str!("../data/deadlines.tsv");
    let mut wrong = String::new();
    for line in examples.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let wanted = cells[2..].join("\t");
        let got = meaning(cells[0], cells[1]);
        if got.trim_end() != wanted.trim_end() {
            writeln!(wrong, "{} ({})\n  wanted {wanted}\n  got    {got}", cells[0], cells[1]).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
