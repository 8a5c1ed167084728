//! Names that no plan has, with the nearest that one has.

use std::collections::HashSet;

use super::filter::Term;
use super::names::{LISTS, ids, labels};
use super::rules::{UNKNOWN_NAME, UNKNOWN_TARGET};
use super::scope::Scope;
use super::suggest::{one_of, suggest};
use super::words::SearchText;
use crate::attribute::Attribute;
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::model::Plan;

/// The maximum number of names that are all listed when none is near.
const FEW: usize = 8;

/// An unknown plan.
pub(super) fn plan(scope: &Scope<'_>, term: &Term) -> Diagnostic {
    let ids = scope.plans.iter().map(|plan| plan.id.as_str());
    unknown(scope, term, ["kế hoạch", "plan"], ids.chain(scope.left_out.iter().copied()).collect())
}

/// An unknown kind of unit.
pub(super) fn kind(scope: &Scope<'_>, term: &Term) -> Diagnostic {
    let kinds = scope.plans.iter().flat_map(|plan| &plan.registry.units).map(|unit| unit.kind.as_str());
    unknown(scope, term, ["loại đơn vị", "kind of unit"], kinds.chain(["group", "joint"]).collect())
}

/// An unknown period.
pub(super) fn period(scope: &Scope<'_>, term: &Term) -> Diagnostic {
    let known = scope.plans.iter().flat_map(|plan| labels(plan)).collect();
    unknown(scope, term, ["kỳ", "period"], known)
}

/// An unknown unit or group: what is near to its id, kind, name or alias is suggested by its id.
pub(super) fn unit(scope: &Scope<'_>, term: &Term) -> Diagnostic {
    let mut names: Vec<(&str, &str)> = Vec::new();
    for plan in &scope.plans {
        for unit in &plan.registry.units {
            let by = [&unit.id, &unit.name].into_iter().chain(&unit.aliases);
            names.extend(by.map(|name| (name.as_str(), unit.id.as_str())));
            names.push((&unit.kind, &unit.kind));
        }
        for group in &plan.registry.groups {
            names.extend([&group.id, &group.name].map(|name| (name.as_str(), group.id.as_str())));
        }
    }
    let near = suggest(&term.text, names.iter().map(|(name, _)| *name));
    let ids = near.into_iter().filter_map(|near| names.iter().find(|(name, _)| *name == near));
    let near: Vec<String> = ids.map(|(_, id)| (*id).to_owned()).collect();
    diagnostic(scope, term, ["đơn vị hay nhóm", "unit or group"]).maybe_help(terms(term, near))
}

/// An unknown id of one of the lists of a plan.
pub(super) fn id(scope: &Scope<'_>, term: &Term, field: Attribute) -> Diagnostic {
    let what = match field {
        Attribute::Section => ["phần", "section"],
        Attribute::Task => ["nhiệm vụ", "task"],
        Attribute::Goal => ["mục tiêu", "goal"],
        Attribute::Target => ["chỉ tiêu", "target"],
        _ => ["việc", "item"],
    };
    // It may be the id of something else: of a task that is tracked through its rows, say.
    let words = SearchText::new(&term.text);
    let other = LISTS.into_iter().filter(|other| *other != field).find_map(|other| {
        let mut ids = scope.plans.iter().flat_map(|plan| ids(plan, other));
        ids.find(|id| words.are(id)).map(|id| (other, id))
    });
    if let Some((other, id)) = other {
        let help = format!("{}{}:{id}", not(term), other.filter_name());
        return diagnostic(scope, term, what).help(one_of(std::iter::once(help)));
    }
    if term.text.contains('/') {
        let keys =
            |plan: &&Plan| ids(plan, field).into_iter().map(|id| format!("{}/{id}", plan.id)).collect();
        let keys: Vec<String> = scope.plans.iter().flat_map::<Vec<String>, _>(keys).collect();
        return unknown(scope, term, what, keys.iter().map(String::as_str).collect());
    }
    unknown(scope, term, what, scope.plans.iter().flat_map(|plan| ids(plan, field)).collect())
}

/// An unknown name, with the nearest of those that there are, or all of them if they are few.
fn unknown(scope: &Scope<'_>, term: &Term, what: [&str; 2], mut known: Vec<&str>) -> Diagnostic {
    let near = suggest(&term.text, known.iter().copied());
    let help = terms(term, near.into_iter().map(str::to_owned).collect()).or_else(|| {
        known.sort_unstable();
        known.dedup();
        let all = known.join(", ");
        (1..=FEW).contains(&known.len()).then(|| message!("chỉ có: {all}", "there are only: {all}"))
    });
    diagnostic(scope, term, what).maybe_help(help)
}

fn diagnostic(scope: &Scope<'_>, term: &Term, [vi, en]: [&str; 2]) -> Diagnostic {
    let rule = if term.is_on(Attribute::Target) { &UNKNOWN_TARGET } else { &UNKNOWN_NAME };
    let wrong = quoted(&term.text);
    // A plan that was left out may have it.
    let message = if scope.left_out.is_empty() {
        message!("không có {vi} {wrong}", "there is no {en} {wrong}")
    } else {
        message!(
            "không có {vi} {wrong} trong các kế hoạch đọc được",
            "there is no {en} {wrong} in the plans that could be read"
        )
    };
    Diagnostic::new(rule, term.span, message)
}

/// The term with other values, each once.
fn terms(term: &Term, mut near: Vec<String>) -> Option<Message> {
    let name = term.field.as_ref().map_or_else(String::new, ToString::to_string);
    let mut seen = HashSet::new();
    near.retain(|near| seen.insert(near.clone()));
    (!near.is_empty()).then(|| one_of(near.iter().map(|near| format!("{}{name}:{near}", not(term)))))
}

fn not(term: &Term) -> &'static str {
    if term.negated { "not:" } else { "" }
}
