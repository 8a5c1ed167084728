//! [`Filter`] → [`Matcher`]: names looked up in all plans together, days read against each.

use std::borrow::Borrow;
use std::collections::HashMap;

use super::entity_filter::EntityFilters;
use super::entity_test::EntityTest;
use super::filter::{Filter, Term, TermValue};
use super::matcher::{AlternativeMatcher, Matcher, PlanMatcher};
use super::scope::Scope;
use super::term_group::TermGroup;
use super::test::TermTest;
use super::unit::{Manner, UnitMatch};
use super::words::{Haystack, SearchText};
use super::{days, names, own, period, unknown};
use crate::attribute::{Attribute, FieldName, FilterOperand, TextSource};
use crate::date::AsOf;
use crate::diagnostic::Diagnostic;
use crate::model::{AssignmentIx, Plan};

impl Filter {
    /// Looks its names up and reads its days.
    ///
    /// A name is known if one of the plans has it; in the others nothing is found by it. `today` is the
    /// day of `as_of`, and days without a year are read against each plan's period. `left_out` are the ids
    /// of plans that were asked for and could not be read: naming them is no error.
    ///
    /// # Errors
    /// Everything that the filter names and no plan has, and every day that cannot be read.
    pub fn resolve<P: Borrow<Plan>>(
        &self,
        plans: &[P],
        left_out: &[&str],
        as_of: AsOf,
    ) -> Result<Matcher, Vec<Diagnostic>> {
        let plans: Vec<&Plan> = plans.iter().map(Borrow::borrow).collect();
        let mut matchers: HashMap<String, PlanMatcher> = HashMap::new();
        let mut wrong: Vec<Diagnostic> = Vec::new();
        for terms in &self.alternatives {
            let selected = plans.iter().map(|plan| selects(terms, &plan.id)).collect();
            let scope = Scope { plans: plans.clone(), selected, left_out, as_of };
            match scope.matchers(terms) {
                Ok(resolved) => {
                    for (plan, alternative) in resolved {
                        let matcher = matchers.entry(plan.id.clone());
                        let matcher = matcher.or_insert_with(|| PlanMatcher { alternatives: Vec::new() });
                        matcher.alternatives.push(alternative);
                    }
                }
                // The term of an option stands in every alternative and is reported once.
                Err(errors) => {
                    for error in errors {
                        if wrong.iter().all(|known| known.span != error.span) {
                            wrong.push(error);
                        }
                    }
                }
            }
        }
        if wrong.is_empty() { Ok(Matcher { plans: matchers }) } else { Err(wrong) }
    }

    /// Returns true if the terms on `plan` admit the plan of that id, which may be one that could not be read.
    pub fn selects_id(&self, id: &str) -> bool {
        self.alternatives.iter().any(|terms| selects(terms, id))
    }
}

/// Returns true if the terms on `plan` admit the plan of that id.
fn selects(terms: &[Term], id: &str) -> bool {
    let mut asked = false;
    let mut named = false;
    for term in terms.iter().filter(|term| term.is_on(Attribute::Plan)) {
        let is_named = SearchText::new(&term.text).are(id);
        if term.negated && is_named {
            return false;
        }
        asked |= !term.negated;
        named |= !term.negated && is_named;
    }
    named || !asked
}

impl<'s> Scope<'s> {
    /// Resolves the terms of an alternative against each plan that they admit.
    fn matchers(&self, terms: &[Term]) -> Result<Vec<(&'s Plan, AlternativeMatcher)>, Vec<Diagnostic>> {
        let mut wrong = Vec::new();
        let mut clauses: Vec<Vec<TermGroup>> = self.plans.iter().map(|_| Vec::new()).collect();
        let mut by_field: HashMap<&FieldName, usize> = HashMap::new();
        for term in terms {
            let tests = match self.tests(term) {
                Ok(tests) => tests,
                // Without a plan nothing is known, and nothing can be unknown.
                Err(_) if self.plans.is_empty() => continue,
                Err(diagnostic) => {
                    wrong.push(*diagnostic);
                    continue;
                }
            };
            let next = clauses.first().map_or(0, Vec::len);
            // Terms on one field are alternatives; `not:` terms and words stand for themselves.
            let at = match &term.field {
                Some(field) if !term.negated => *by_field.entry(field).or_insert(next),
                _ => next,
            };
            for (clauses, (test, own)) in clauses.iter_mut().zip(tests) {
                match clauses.get_mut(at) {
                    Some(clause) => {
                        clause.any.push(test);
                        clause.own.push(own);
                    }
                    None => {
                        clauses.push(TermGroup { negated: term.negated, any: vec![test], own: vec![own] });
                    }
                }
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let plans = self.plans.iter().zip(clauses).zip(&self.selected);
        let selected = plans.filter_map(|(plan, selected)| selected.then_some(plan));
        Ok(selected.map(|(plan, clauses)| (*plan, matcher(plan, clauses))).collect())
    }
}

impl Scope<'_> {
    /// Resolves a term against each plan, in the order of the plans.
    fn tests(&self, term: &Term) -> Result<Vec<(TermTest, EntityTest)>, Box<Diagnostic>> {
        let words = SearchText::new(&term.text);
        let field = match &term.field {
            None => return Ok(self.each(|plan| (word(plan, &words), EntityTest::word(plan, &words)))),
            Some(FieldName::Own(key)) => return own::tests(self, term, key),
            Some(FieldName::Attribute(field)) => *field,
        };
        let tests = match (&term.value, field) {
            (TermValue::Days(interval), _) => return days::tests(self, term, field, interval),
            (TermValue::Words, Attribute::Unit) => {
                let named = self.named(term)?.into_iter().zip(&self.plans);
                return Ok(named
                    .map(|(named, plan)| {
                        let test =
                            named.as_ref().map_or_else(nothing, |named| TermTest::Unit(named.work(plan)));
                        (test, EntityTest::unit(plan, named.as_ref()))
                    })
                    .collect());
            }
            (TermValue::Missing, _) => self.each(|plan| missing(plan, field)),
            (TermValue::Present, _) => self.each(|plan| present(plan, field)),
            (TermValue::Status(any), _) => self.each(|_| TermTest::Status(any.clone())),
            (TermValue::Progress(progress), _) => self.each(|_| TermTest::Progress(*progress)),
            (TermValue::Number(numbers), _) => self.each(|_| TermTest::Number(field, *numbers)),
            (TermValue::Words, Attribute::Plan) => self.plan(term)?,
            (TermValue::Words, Attribute::With | Attribute::To) => self.parties(term, field)?,
            (TermValue::Words, Attribute::UnitKind) => self.kind(term)?,
            (TermValue::Words, Attribute::Period) => period::tests(self, term)?,
            (TermValue::Words, Attribute::Tags) => {
                self.each(|plan| names::items(plan, |item| item.tags.iter().any(|tag| words.are(tag))))
            }
            (TermValue::Words, _) if let Some(source) = source(field) => {
                self.each(|plan| text(plan, source, &words))
            }
            (TermValue::Words | TermValue::Own(_), _) => {
                let found = self.each(|plan| names::find(plan, field, &term.text));
                if found.iter().all(Option::is_none) {
                    return Err(unknown::id(self, term, field).into());
                }
                found.into_iter().map(|test| test.unwrap_or_else(nothing)).collect()
            }
        };
        let own = tests.iter().zip(&self.plans).map(|(test, plan)| match test {
            TermTest::Periods(labels) => EntityTest::periods(plan, labels),
            _ => EntityTest::new(plan, term, field),
        });
        let own: Vec<EntityTest> = own.collect();
        Ok(tests.into_iter().zip(own).collect())
    }

    /// `with` and `to`: units as `unit` names them, and groups that have one of them.
    fn parties(&self, term: &Term, field: Attribute) -> Result<Vec<TermTest>, Box<Diagnostic>> {
        let named = self.named(term)?.into_iter().zip(&self.plans);
        let test = |(named, plan): (Option<UnitMatch>, &&Plan)| {
            named.map_or_else(nothing, |named| {
                names::items(plan, |item| {
                    let parties = if field == Attribute::With { &item.with } else { &item.to };
                    parties.iter().any(|party| named.has(*party))
                })
            })
        };
        Ok(named.map(test).collect())
    }

    fn plan(&self, term: &Term) -> Result<Vec<TermTest>, Box<Diagnostic>> {
        let words = SearchText::new(&term.text);
        let mut ids = self.plans.iter().map(|plan| plan.id.as_str()).chain(self.left_out.iter().copied());
        if !ids.any(|id| words.are(id)) {
            return Err(unknown::plan(self, term).into());
        }
        Ok(self.each(|plan| {
            let is_named = words.are(&plan.id);
            names::items(plan, |_| is_named)
        }))
    }

    fn kind(&self, term: &Term) -> Result<Vec<TermTest>, Box<Diagnostic>> {
        let words = SearchText::new(&term.text);
        let (group, joint) = (words.are("group"), words.are("joint"));
        let mut is_known = group || joint;
        let tests = self.each(|plan| {
            let units: Box<[bool]> = plan.registry.units.iter().map(|unit| words.are(&unit.kind)).collect();
            is_known |= units.contains(&true);
            TermTest::Kind { units, group, joint }
        });
        if is_known { Ok(tests) } else { Err(unknown::kind(self, term).into()) }
    }

    /// The units that a name means in each plan: as an id, kind or group if any plan has one, else by name.
    pub(super) fn named(&self, term: &Term) -> Result<Vec<Option<UnitMatch>>, Box<Diagnostic>> {
        let words = SearchText::new(&term.text);
        for manner in Manner::ALL {
            let named = self.each(|plan| UnitMatch::find(plan, &words, manner, self.as_of.day));
            if named.iter().any(Option::is_some) {
                return Ok(named);
            }
        }
        Err(unknown::unit(self, term).into())
    }
}

/// Returns a test that no work item passes.
pub(super) fn nothing() -> TermTest {
    TermTest::Items(Box::default())
}

/// Evaluates the terms that depend on the task or row alone, and keeps the others.
fn matcher(plan: &Plan, clauses: Vec<TermGroup>) -> AlternativeMatcher {
    let entities = EntityFilters::new(plan, &clauses);
    let mut items = vec![true; plan.assignments.len()].into_boxed_slice();
    let mut rest = Vec::new();
    for clause in clauses {
        let depends_on_item = clause.any.iter().all(|test| matches!(test, TermTest::Items(_)));
        if depends_on_item {
            for (at, holds) in items.iter_mut().enumerate() {
                *holds &= clause.holds_for(AssignmentIx::new(at));
            }
        } else {
            rest.push(clause);
        }
    }
    AlternativeMatcher { items, clauses: rest, entities }
}

/// A bare word: in id, title, text, output, evidence or notes. Source: docs/filters.md.
fn word(plan: &Plan, words: &SearchText) -> TermTest {
    let found = |text: &str| words.are_in(&Haystack::new(text));
    let items = plan.assignments.iter().map(|item| {
        let optional = [&item.text, &item.output, &item.note];
        found(&item.id) || found(&item.title) || optional.into_iter().flatten().any(|text| found(text))
    });
    let reports = plan
        .reports
        .iter()
        .map(|report| [&report.evidence, &report.note].into_iter().flatten().any(|text| found(text)));
    TermTest::Words { items: items.collect(), reports: any(reports.collect()) }
}

/// The text in which the filter on an attribute looks for words, if it does.
fn source(attribute: Attribute) -> Option<TextSource> {
    match attribute.filter()?.operand {
        FilterOperand::Words(source) => Some(source),
        _ => None,
    }
}

/// Words in one text of the task or row, or of any report that counts.
fn text(plan: &Plan, source: TextSource, words: &SearchText) -> TermTest {
    let found = |text: Option<&str>| text.is_some_and(|text| words.are_in_text(text));
    match source {
        TextSource::Assignment(text) => names::items(plan, |item| found(text(item))),
        TextSource::Reports(text) => {
            let reports = plan.reports.iter().map(|report| found(text(report)));
            TermTest::Words { items: Box::default(), reports: any(reports.collect()) }
        }
        TextSource::All => word(plan, words),
    }
}

/// The set, or an empty one when nothing is in it.
fn any(set: Box<[bool]>) -> Box<[bool]> {
    if set.contains(&true) { set } else { Box::default() }
}

fn missing(plan: &Plan, field: Attribute) -> TermTest {
    match field {
        Attribute::Section => names::items(plan, |item| item.section.is_none()),
        Attribute::Task => names::items(plan, |item| item.task.is_none()),
        Attribute::Goal => names::items(plan, |item| item.goals.is_empty()),
        Attribute::Target => names::items(plan, |item| item.targets.is_empty()),
        Attribute::With => names::items(plan, |item| item.with.is_empty()),
        Attribute::To => names::items(plan, |item| item.to.is_empty()),
        Attribute::Tags => names::items(plan, |item| item.tags.is_empty()),
        _ => match source(field) {
            Some(TextSource::Assignment(text)) => names::items(plan, |item| text(item).is_none()),
            Some(TextSource::Reports(_) | TextSource::All) | None => TermTest::Missing(field),
        },
    }
}

fn present(plan: &Plan, field: Attribute) -> TermTest {
    match missing(plan, field) {
        TermTest::Items(items) => TermTest::Items(items.iter().map(|is_missing| !is_missing).collect()),
        TermTest::Missing(field) => TermTest::Present(field),
        other => other,
    }
}
