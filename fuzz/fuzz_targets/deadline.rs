//! Any text as a deadline: never a panic, and its printed form, if that is not too long, reads back as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plan::date::Calendar;
use plan::deadline::{
    DeadlineContext, LONGEST, Period, event_name, parse, parse_day, parse_in, resolve, resolve_dates,
    resolve_span,
};

fuzz_target!(|text: &str| {
    let mut calendar = Calendar::vietnam();
    for (name, days) in [("khai giảng", "5/9/2024"), ("kỳ thi", "10-12/6/2024")] {
        calendar.add_event(event_name(name), resolve_dates(days, &calendar).ok());
    }
    let Some(period) = Period::year(2024) else { return };
    let reading = DeadlineContext::new(&period, &calendar);
    let _ = (parse_day(text), Period::parse(text, &calendar));
    // Words about an event mean something else to a calendar that has its day.
    let ways: [&dyn Fn(&str) -> _; 2] = [&|text| parse(text), &|text| parse_in(text, &reading)];
    for read in ways {
        let Ok(expression) = read(text) else { continue };
        let _ = (resolve(&expression, &reading), resolve_span(&expression, &reading), expression.articles());
        let printed = expression.to_string();
        if printed.chars().count() <= LONGEST {
            assert_eq!(read(&printed).as_ref(), Ok(&expression));
        }
    }
});
