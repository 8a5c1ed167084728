//! The dated citations of a plan, with a key for the document that each cites.

use crate::check::rules::context::RuleContext;
use crate::check::texts::{PlanText, texts};
use crate::citation::{Number, Office, citations, office};
use crate::date::Day;
use crate::parse::scalar::ScalarWalk;
use crate::parse::{Entry, Key};
use crate::span::Span;

/// A dated citation.
pub(super) struct Cited<'t> {
    pub(super) key: DocumentKey,
    pub(super) day: Day,
    /// The issuing office where the number does not identify it; empty if the text names none.
    pub(super) issuer: String,
    /// The number as written.
    pub(super) written: &'t str,
    /// The place of the date.
    pub(super) span: Span,
    /// True for a citation in a title, a text or a base of the plan.
    pub(super) is_plan: bool,
}

/// The key of a document, without its issuing office.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct DocumentKey {
    number: Number,
    /// The year, with which numbering restarts.
    year: i32,
    /// The reporting unit where the sign does not identify the office.
    reporter: String,
}

/// Calls a function with every citation that has a date.
pub(super) fn cited(context: &RuleContext<'_>, show: &mut dyn FnMut(Cited<'_>)) {
    for base in context.draft.header.list(Key::Bases) {
        let (Some(number), Some(day)) = (base.text(Key::Number), base.day(Key::Date)) else { continue };
        let Some(parsed) = Number::parse(number.value) else { continue };
        let issuer = base.text(Key::Issuer).map(|issuer| office(issuer.value)).unwrap_or_default();
        show(one(parsed, day.value, issuer, number.value, day.span, None));
    }
    texts(context.draft, &mut |text| {
        if !matches!(text.key, Some(Key::Title | Key::Text | Key::By | Key::Evidence)) {
            return;
        }
        let mut walk: Option<ScalarWalk<'_>> = None;
        for citation in citations(text.value) {
            let Some((day, place)) = citation.date else { continue };
            let walk = walk.get_or_insert_with(|| ScalarWalk::new(context.sources, text.value, text.span));
            let span = walk.span_of(place);
            let reporter = matches!(text.key, Some(Key::Evidence)).then(|| reporter(text));
            let mut cited =
                one(citation.number, day, citation.issuer, &text.value[citation.place], span, reporter);
            cited.is_plan &= matches!(text.key, Some(Key::Title | Key::Text));
            show(cited);
        }
    });
}

fn one(
    number: Number,
    day: Day,
    issuer: String,
    written: &str,
    span: Span,
    reporter: Option<String>,
) -> Cited<'_> {
    let year = number.year.map_or(day.year(), i32::from);
    // The sign of a ministry identifies it; other offices of one sign exist in many places. `12/KH-UBND` in a report of
    // a ward is a document of the ward, unless the text names another office.
    let reporter = reporter.filter(|_| number.office() == Office::Shared && issuer.is_empty());
    let issuer = if matches!(number.office(), Office::Central(_)) { String::new() } else { issuer };
    let reporter = reporter.unwrap_or_default();
    Cited { key: DocumentKey { number, year, reporter }, day, issuer, written, span, is_plan: true }
}

/// Returns the units of a report; without units, the item of the report.
fn reporter(text: PlanText<'_>) -> String {
    let words = |entry: &Entry<'_>, key| {
        let many: Vec<&str> = entry.many(key).map(|word| word.value).collect();
        if many.is_empty() { entry.words(key) } else { many.join(" ") }
    };
    let unit = words(text.entry, Key::Unit);
    if unit.is_empty() {
        format!("{} {}", words(text.entry, Key::Item), words(text.owner, Key::Id))
    } else {
        unit
    }
}
