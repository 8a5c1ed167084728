//! Any text as a deadline: never a panic, and what it prints as, if that is not too long, reads back as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plan::date::Calendar;
use plan::deadline::{DeadlineContext, LONGEST, Period, parse, parse_day, resolve, resolve_span};

fuzz_target!(|text: &str| {
    let calendar = Calendar::vietnam();
    let Some(period) = Period::year(2024) else { return };
    let reading = DeadlineContext::new(&period, &calendar);
    let _ = (parse_day(text), Period::parse(text, &calendar));
    if let Ok(expression) = parse(text) {
        let _ = (resolve(&expression, &reading), resolve_span(&expression, &reading), expression.articles());
        let printed = expression.to_string();
        if printed.chars().count() <= LONGEST {
            assert_eq!(parse(&printed).as_ref(), Ok(&expression));
        }
    }
});
