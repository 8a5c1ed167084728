//! Any text as the arguments of a filter, one a line: never a panic.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use plan::check::{Strictness, check};
use plan::date::AsOf;
use plan::deadline::parse_day;
use plan::model::Plan;
use plan::parse::{Loaded, MemoryFileSystem, load};
use plan::query::parse;
use plan::span::Sources;
use plan::status::work_item_statuses;

static PLANS: OnceLock<Vec<Plan>> = OnceLock::new();

fn plans() -> Vec<Plan> {
    let text = include_bytes!("../../examples/mot-tep/mot-tep.plan.yaml").as_slice();
    let files = MemoryFileSystem::from_iter([("a.plan.yaml", text)]);
    let mut loaded = Loaded::default();
    load(&files, "", &mut loaded);
    check(loaded, parse_day("21/11/2026").unwrap(), Strictness::default()).0.plans
}

fuzz_target!(|text: &str| {
    let plans = PLANS.get_or_init(plans);
    let arguments: Vec<String> = text.lines().map(str::to_owned).collect();
    let as_of = AsOf::day(parse_day("30/6/2025").unwrap());
    let Ok(filter) = parse(&arguments, &[], &mut Sources::default()) else { return };
    let Ok(matcher) = filter.resolve(plans, &[], as_of) else { return };
    for plan in plans {
        for item in work_item_statuses(plan, as_of) {
            let _ = matcher.matches(plan, &item);
        }
    }
});
