//! Names that no plan has, with the nearest that one has.

use super::field::Field;
use super::filter::Term;
use super::names::{LISTS, ids};
use super::period::labels;
use super::resolve::Scope;
use super::rules::{UNKNOWN_NAME, UNKNOWN_TARGET};
use super::suggest::{one_of, suggest};
use super::words::Words;
use crate::diagnostic::{Diagnostic, quoted};
use crate::lang::Text;

/// An unknown plan.
pub(super) fn plan(scope: &Scope<'_>, term: &Term) -> Diagnostic {
    let ids = scope.plans.iter().map(|plan| plan.id.as_str());
    let near = suggest(&term.text, ids.chain(scope.left_out.iter().copied()));
    diagnostic(scope, term, "kế hoạch", "plan", &near)
}

/// An unknown unit or group: what is near to its id, kind, name or alias is suggested by its id.
pub(super) fn unit(scope: &Scope<'_>, term: &Term, field: Field) -> Diagnostic {
    let mut names: Vec<(&str, &str)> = Vec::new();
    for plan in &scope.plans {
        for unit in &plan.registry.units {
            let by =
                [unit.id.as_str(), &unit.name].into_iter().chain(unit.aliases.iter().map(String::as_str));
            names.extend(by.map(|name| (name, unit.id.as_str())));
        }
        let groups = &plan.registry.groups;
        names.extend(groups.iter().flat_map(|group| [(&*group.id, &*group.id), (&*group.name, &*group.id)]));
        names.extend(plan.registry.units.iter().map(|unit| (&*unit.kind, &*unit.kind)));
    }
    let mut near: Vec<&str> = Vec::new();
    for name in suggest(&term.text, names.iter().map(|(name, _)| *name)) {
        if let Some((_, id)) = names.iter().find(|(other, _)| *other == name)
            && !near.contains(id)
        {
            near.push(id);
        }
    }
    debug_assert!(matches!(field, Field::Unit | Field::With | Field::To));
    diagnostic(scope, term, "đơn vị hay nhóm", "unit or group", &near)
}

/// An unknown kind of unit.
pub(super) fn kind(scope: &Scope<'_>, term: &Term) -> Diagnostic {
    let kinds = scope.plans.iter().flat_map(|plan| &plan.registry.units).map(|unit| unit.kind.as_str());
    let near = suggest(&term.text, kinds.chain(["group", "joint"]));
    diagnostic(scope, term, "loại đơn vị", "kind of unit", &near)
}

/// An unknown period.
pub(super) fn period(scope: &Scope<'_>, term: &Term) -> Diagnostic {
    let near = suggest(&term.text, scope.plans.iter().flat_map(|plan| labels(plan)));
    diagnostic(scope, term, "kỳ", "period", &near)
}

/// An unknown id of one of the lists of a plan.
pub(super) fn id(scope: &Scope<'_>, term: &Term, field: Field) -> Diagnostic {
    let (vi, en) = match field {
        Field::Section => ("phần", "section"),
        Field::Task => ("nhiệm vụ", "task"),
        Field::Goal => ("mục tiêu", "goal"),
        Field::Target => ("chỉ tiêu", "target"),
        _ => ("việc", "item"),
    };
    let words = Words::new(&term.text);
    // It may be the id of something else: of a task that is tracked through its rows, say.
    let other = LISTS.into_iter().filter(|other| *other != field).find_map(|other| {
        let mut ids = scope.plans.iter().flat_map(|plan| ids(plan, other));
        ids.find(|id| words.are(id)).map(|id| (other, id))
    });
    if let Some((other, id)) = other {
        let help = std::iter::once(format!("{}{}:{id}", not(term), other.name()));
        return diagnostic(scope, term, vi, en, &[]).help(one_of(help));
    }
    // Of an item in a plan, `PLAN/ID`, the plan is suggested along with the id.
    let whole: Vec<String> = if term.text.contains('/') {
        let keys = |plan: &&crate::model::Plan| {
            let plan: &crate::model::Plan = plan;
            ids(plan, field).into_iter().map(|id| format!("{}/{id}", plan.id)).collect::<Vec<_>>()
        };
        scope.plans.iter().flat_map(keys).collect()
    } else {
        Vec::new()
    };
    let known = scope.plans.iter().flat_map(|plan| ids(plan, field)).chain(whole.iter().map(String::as_str));
    let near = suggest(&term.text, known);
    diagnostic(scope, term, vi, en, &near)
}

fn diagnostic(scope: &Scope<'_>, term: &Term, vi: &str, en: &str, near: &[&str]) -> Diagnostic {
    let rule = if term.field == Some(Field::Target) { &UNKNOWN_TARGET } else { &UNKNOWN_NAME };
    let wrong = quoted(&term.text);
    // A plan that was left out may have it.
    let (of_vi, of_en) = if scope.left_out.is_empty() {
        ("", "")
    } else {
        (" trong các kế hoạch đọc được", " in the plans that could be read")
    };
    let message =
        Text::new(format!("không có {vi} {wrong}{of_vi}"), format!("there is no {en} {wrong}{of_en}"));
    let name = term.field.map_or("", Field::name);
    let near: Vec<String> = near.iter().map(|near| format!("{}{name}:{near}", not(term))).collect();
    let help = (!near.is_empty()).then(|| one_of(near.into_iter()));
    Diagnostic::new(rule, term.span, message).maybe_help(help)
}

fn not(term: &Term) -> &'static str {
    if term.negated { "not:" } else { "" }
}
