//! Any text as a deadline: never a panic, and what it prints as reads back as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plan::date::Calendar;
use plan::deadline::{Period, Reading, parse, parse_day, resolve, resolve_span};

fuzz_target!(|text: &str| {
    let calendar = Calendar::vietnam();
    let Some(period) = Period::year(2024) else { return };
    let reading = Reading::new(&period, &calendar);
    let _ = (parse_day(text), resolve_span(text, &reading), Period::parse(text, &calendar));
    if let Ok(expression) = parse(text) {
        let _ = resolve(&expression, &reading);
        assert_eq!(parse(&expression.to_string()).as_ref(), Ok(&expression));
    }
});
