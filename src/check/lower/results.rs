//! The results of targets. Source: docs/format.md, Results.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::Arc;

use super::context::LowerContext;
use super::fault::{FigureFault, LowerFault, UnmatchedFault};
use super::symbols::SymbolTables;
use crate::deadline::Occurrence;
use crate::model::{
    Figure, FigureError, LabelIndex, MatchFault, Plan, Target, TargetResult, TargetValue, WrittenFigure,
};
use crate::parse::{Entry, Key};
use crate::span::Spanned;

/// Reads the results of targets, and collects their faults.
pub(super) struct ResultReader<'r, 'd> {
    pub(super) context: &'r LowerContext<'d>,
    pub(super) symbols: &'r SymbolTables<'d>,
    pub(super) plan: &'r Plan,
    /// The value in the unit of measure of which the results are, with its words; none if it could not be read.
    pub(super) measured: Option<(TargetValue, Spanned<&'d str>)>,
    /// True if the deadline of the target could not be read.
    pub(super) is_doubtful: bool,
    /// The labels of its occurrences, once a result named one in words.
    pub(super) labels: OnceCell<LabelIndex>,
    pub(super) faults: &'r mut Vec<LowerFault>,
}

impl ResultReader<'_, '_> {
    /// Returns the results of a target in the order of their dates; opens the occurrences before the plan's date of
    /// issue that they name.
    pub(super) fn read(&mut self, entries: &[Entry<'_>], target: &mut Target) -> Vec<TargetResult> {
        open_named(entries, target, self.plan);
        let mut results: Vec<TargetResult> =
            entries.iter().filter_map(|entry| self.result(entry, target)).collect();
        results.sort_by_key(|result| result.date);
        results
    }

    /// Returns a result; nothing if it has no date, no figure of the target, or no occurrence of it.
    fn result(&mut self, entry: &Entry<'_>, target: &Target) -> Option<TargetResult> {
        let before = self.faults.len();
        let unit =
            entry.text(Key::Unit).and_then(|id| self.symbols.parties.unit(&id, self.context, self.faults));
        let occurrences = self.occurrences(entry, target);
        let words = entry.text(Key::Value)?;
        let measured = self.measured.as_ref();
        let figure = match figure(words.value, measured.map(|(value, _)| value)) {
            Ok(figure) => figure,
            Err(reason) => {
                let target = measured.map_or(words, |(_, words)| *words).map(str::to_owned);
                let words = words.map(str::to_owned);
                self.faults.push(LowerFault::Figure(FigureFault { words, reason, target }));
                return None;
            }
        };
        // A wrong result is left out, and the target stays.
        if self.faults.len() > before || self.context.spoilt.contains(entry) {
            return None;
        }
        Some(TargetResult {
            date: entry.day(Key::Date)?.value,
            occurrences: occurrences?,
            text: words.value.to_owned(),
            value: figure?,
            unit,
            evidence: entry.maybe_words(Key::Evidence),
            place: words.span,
        })
    }

    /// Returns the positions of the occurrences that a result names; none if it names none that the target has.
    fn occurrences(&mut self, entry: &Entry<'_>, target: &Target) -> Option<Box<[u32]>> {
        if self.is_doubtful || entry.is_wrong(Key::Period) {
            return None;
        }
        let opened = target.occurrences();
        let labels = |of: &[Occurrence]| of.iter().filter_map(|one| one.label.clone()).collect::<Vec<_>>();
        let mut found = Vec::new();
        let mut faults = Vec::new();
        for period in entry.many(Key::Period) {
            let label = self.label(period.value, target);
            let is_named = |one: &Occurrence| one.label.as_deref() == Some(label.as_str());
            if let Some((_, at)) = opened.iter().zip(0..).find(|(one, _)| is_named(one)) {
                found.push(at);
            } else {
                let reason = MatchFault::NoSuchPeriod(period.value.to_owned(), labels(opened));
                faults.push((reason, Some(period.map(str::to_owned))));
            }
        }
        if entry.many(Key::Period).next().is_none() {
            let earlier = &target.horizons[0].deadline.before_issue;
            match opened {
                [] if !earlier.is_empty() => faults.push((MatchFault::WhichPeriod(labels(earlier)), None)),
                [] => {}
                [_] => found.push(0),
                _ => faults.push((MatchFault::WhichPeriod(labels(opened)), None)),
            }
        }
        let is_known = faults.is_empty();
        self.faults.extend(faults.into_iter().map(|(reason, named)| {
            let item = Spanned::new(target.id.clone(), entry.place());
            LowerFault::Unmatched(UnmatchedFault { reason, item, named, entry: entry.span() })
        }));
        is_known.then(|| found.into())
    }
}

impl ResultReader<'_, '_> {
    /// Returns the label of the occurrence that words name; the words themselves if there is none.
    fn label(&self, words: &str, target: &Target) -> String {
        if target.occurrences().iter().any(|one| one.label.as_deref() == Some(words)) {
            return words.to_owned();
        }
        let labels = self.labels.get_or_init(|| LabelIndex::of(self.plan, target.occurrences()));
        labels.find(self.plan, words).unwrap_or(words).to_owned()
    }
}

/// Opens the occurrences before the plan's date of issue that results name.
fn open_named(entries: &[Entry<'_>], target: &mut Target, plan: &Plan) {
    let [only] = target.horizons.as_mut_slice() else { return };
    if only.deadline.before_issue.is_empty() {
        return;
    }
    let earlier = LabelIndex::of(plan, only.deadline.before_issue.iter());
    let periods = entries.iter().flat_map(|entry| entry.many(Key::Period));
    let named: HashSet<String> =
        periods.filter_map(|period| earlier.find(plan, period.value)).map(str::to_owned).collect();
    let is_named = |one: &&Occurrence| one.label.as_deref().is_some_and(|label| named.contains(label));
    let deadline = Arc::make_mut(&mut only.deadline);
    let (earlier, opened) = (&deadline.before_issue, &deadline.occurrences);
    let all: Vec<Occurrence> = earlier.iter().filter(is_named).chain(opened.iter()).cloned().collect();
    deadline.occurrences = all.into();
}

/// Reads a result; the inner none stands for one of a target whose value is unknown.
fn figure(words: &str, target: Option<&TargetValue>) -> Result<Option<Figure>, FigureError> {
    let written = WrittenFigure::parse(words)?;
    target.map(|target| target.figure(&written)).transpose()
}
