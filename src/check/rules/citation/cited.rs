//! The dated citations of a plan, with a key for the document that each cites.

use std::ops::Range;

use crate::check::rules::context::RuleContext;
use crate::citation::{Number, Office, citations, office};
use crate::date::Day;
use crate::parse::scalar::ScalarWalk;
use crate::parse::{Entry, Key};
use crate::parse::{PlanText, owners, texts_of};
use crate::span::{Sources, Span};
use crate::threads::Threads;

/// The most entries whose citations are held at the same time.
const ENTRIES: usize = 32 * 1024;

/// A dated citation.
pub(super) struct Cited<'t> {
    pub(super) key: DocumentKey,
    pub(super) day: Day,
    /// The issuing office where the number does not identify it; empty if the text names none.
    pub(super) issuer: Box<str>,
    /// The number as written.
    pub(super) written: &'t str,
    /// The place of the date.
    pub(super) place: DatePlace<'t>,
    /// True for a citation in a title, a text or a base of the plan.
    pub(super) is_plan: bool,
}

/// The place of a date: a value of its own, or a part of a text. Few are reported, so that the span of the part is found
/// only then.
#[derive(Clone)]
pub(super) struct DatePlace<'t> {
    part: Option<(&'t str, u32, u32)>,
    span: Span,
}

impl<'t> DatePlace<'t> {
    fn in_text(text: &'t str, part: &Range<usize>, span: Span) -> Self {
        // No file is longer.
        let at = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { part: Some((text, at(part.start), at(part.end))), span }
    }

    pub(super) fn span(&self, sources: &Sources) -> Span {
        match self.part {
            Some((text, start, end)) => {
                ScalarWalk::new(sources, text, self.span).span_of(start as usize..end as usize)
            }
            None => self.span,
        }
    }
}

/// The key of a document, without its issuing office: number and sign, then the year with which numbering restarts, then
/// the reporting unit where the sign does not identify the office.
///
/// One text, since a plan cites as many documents as it has entries.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct DocumentKey(Box<str>);

impl DocumentKey {
    fn new(number: &Number, year: i32, reporter: &str) -> Self {
        let Number { digits, sign, .. } = number;
        let own_year = if number.year.is_some() { "/" } else { "" };
        Self([digits, own_year, "/", sign, " ", &year.to_string(), " ", reporter].concat().into())
    }
}

/// Calls a function with every citation that has a date.
pub(super) fn cited<'c>(context: &RuleContext<'c>, show: &mut dyn FnMut(Cited<'c>)) {
    for base in context.draft.header.list(Key::Bases) {
        let (Some(number), Some(day)) = (base.text(Key::Number), base.day(Key::Date)) else { continue };
        let Some(parsed) = Number::parse(number.value) else { continue };
        let issuer = base.text(Key::Issuer).map(|issuer| office(issuer.value)).unwrap_or_default();
        let place = DatePlace { part: None, span: day.span };
        show(one(&parsed, day.value, issuer, number.value, place, None));
    }
    let owners: Vec<&Entry<'_>> = owners(context.draft).collect();
    if context.threads == Threads::ONE {
        return owners.iter().for_each(|owner| cited_in(owner, show));
    }
    for some in owners.chunks(ENTRIES) {
        let of_chunks = context.threads.in_chunks(some, |cited: &mut Vec<Cited<'c>>, _, owner| {
            cited_in(owner, &mut |one| cited.push(one));
        });
        of_chunks.into_iter().flatten().for_each(&mut *show);
    }
}

/// Calls a function with every citation in an entry that has a date.
fn cited_in<'c>(owner: &'c Entry<'c>, show: &mut dyn FnMut(Cited<'c>)) {
    texts_of(owner, &mut |text| {
        if !matches!(text.key, Some(Key::Title | Key::Text | Key::By | Key::Evidence)) {
            return;
        }
        for citation in citations(text.value) {
            let Some((day, part)) = citation.date else { continue };
            let place = DatePlace::in_text(text.value, &part, text.span);
            let evidence = matches!(text.key, Some(Key::Evidence)).then_some(text);
            let mut cited =
                one(&citation.number, day, citation.issuer, &text.value[citation.place], place, evidence);
            cited.is_plan &= matches!(text.key, Some(Key::Title | Key::Text));
            show(cited);
        }
    });
}

fn one<'t>(
    number: &Number,
    day: Day,
    issuer: String,
    written: &'t str,
    place: DatePlace<'t>,
    evidence: Option<PlanText<'_>>,
) -> Cited<'t> {
    let year = number.year.map_or(day.year(), i32::from);
    // The sign of a ministry identifies it; other offices of one sign exist in many places. `12/KH-UBND` in a report of
    // a ward is a document of the ward, unless the text names another office.
    let evidence = evidence.filter(|_| number.office() == Office::Shared && issuer.is_empty());
    let issuer = if matches!(number.office(), Office::Central(_)) { String::new() } else { issuer };
    let reporter = evidence.map(reporter).unwrap_or_default();
    let key = DocumentKey::new(number, year, &reporter);
    Cited { key, day, issuer: issuer.into(), written, place, is_plan: true }
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
