//! A result of a target that a command line asks for, put into the list of the target.

use super::choice::limited;
use super::command_line::CommandLine;
use super::composition::FileDraft;
use super::proposal::Proposal;
use super::reference::unit;
use super::refusal::EditRefusal;
use super::request::{EntryValue, Origin, PlacedEntry, ResultRequest};
use super::review::{EarlierDiagnostics, review};
use super::scope::ItemScope;
use crate::model::{EntityIx, LabelIndex, Plan, Target, TargetResult};
use crate::parse::emit::{DayForm, ListPlace, NewValue};
use crate::parse::{Key, Outline};
use crate::workspace::Workspace;

/// Puts a result into the `results` of its target, and checks the plans as they would be. The workspace has the new
/// text afterwards; nothing is written.
///
/// # Errors
/// [`EditRefusal`] if the target is unknown, the plan would be wrong, or nothing can be written.
pub fn propose_result(
    workspace: &mut Workspace,
    line: &CommandLine,
    request: &ResultRequest,
) -> Result<Proposal, EditRefusal> {
    let earlier = EarlierDiagnostics::of(workspace);
    let is_target = |entity| matches!(entity, EntityIx::Target(_));
    let command = |id: &str| line.with(request.target.word, id).text();
    let scope = ItemScope::find(workspace, &request.target, is_target, command)?;
    let Some(EntityIx::Target(target)) = scope.entity else {
        let near = scope.plan.targets.iter().map(|target| target.id.as_str());
        let near = crate::vietnamese::nearest(&request.target.value, near).map(str::to_owned);
        return Err(EditRefusal::NoTarget { id: request.target.value.clone(), near });
    };
    let target = scope.plan.target(target);
    let entry = placed(scope.plan, target, request);
    let commands = commands(target, line, request);
    if target.results.iter().any(|result| is_alike(scope.plan, target, result, &entry)) {
        return Ok(Proposal { unchanged: 1, ..Proposal::default() });
    }
    let source = workspace.sources().get(target.place.source);
    let no_place = || EditRefusal::NoPlace { path: source.full_path() };
    let place = place_of(source.text(), target).ok_or_else(no_place)?;
    let draft = FileDraft {
        path: source.full_path(),
        old: Some(source.text().to_owned()),
        head: String::new(),
        lists: vec![(place, vec![&entry])],
    };
    let composed = draft.compose()?;
    let reviewed = [composed.reviewed(line)];
    let warnings = review(workspace, line, &earlier, &reviewed).map_err(|refusal| refusal.with(commands))?;
    Ok(Proposal { files: vec![composed.change], unchanged: 0, warnings })
}

/// The commands that name an occurrence of a target that recurs, those without a result before all others.
fn commands(target: &Target, line: &CommandLine, request: &ResultRequest) -> (Vec<String>, usize) {
    if request.period.is_some() {
        return (Vec::new(), 0);
    }
    let has_result = |at: usize| {
        let has = |result: &TargetResult| result.occurrences.iter().any(|other| *other as usize == at);
        target.results.iter().any(has)
    };
    let occurrences = target.occurrences().iter().enumerate();
    let open = occurrences.clone().filter(|(at, occurrence)| {
        !has_result(*at) && occurrence.from.is_none_or(|from| from <= request.date)
    });
    let open: Vec<_> = if open.clone().next().is_some() { open.collect() } else { occurrences.collect() };
    let labels = open.into_iter().filter_map(|(_, occurrence)| occurrence.label.as_deref());
    limited(labels.map(|label| line.with_option("--period", label).text()).collect())
}

/// The list of the results of a target in the text of its file.
pub(super) fn place_of(text: &str, target: &Target) -> Option<ListPlace> {
    let outline = Outline::of(text, target.place.source)?;
    let has = |entry: &crate::parse::EntryOutline| {
        entry.span.start <= target.place.start && target.place.end <= entry.span.end
    };
    let at = outline.list(Key::Targets)?.entries.iter().position(has)?;
    Some(ListPlace::Within { list: Key::Targets, at, key: Key::Results })
}

pub(super) fn placed(plan: &Plan, target: &Target, request: &ResultRequest) -> PlacedEntry {
    let whole = Origin::word(request.target.word);
    let day = request.date_word.map_or(whole, Origin::word);
    let date = NewValue::Day(request.date, DayForm::default());
    let mut values = vec![EntryValue { key: Key::Date, value: date, origin: day }];
    values.extend(request.unit.as_ref().map(|given| {
        let id = unit(plan, &given.value).map(|unit| plan.registry.unit(unit).id.clone());
        let id = id.unwrap_or_else(|| given.value.trim().to_owned());
        EntryValue { key: Key::Unit, value: NewValue::Text(id), origin: Origin::word(given.word) }
    }));
    values.extend(request.period.as_ref().map(|given| {
        let labels = LabelIndex::of(plan, target.occurrences());
        let label = labels.find(plan, &given.value).unwrap_or(given.value.trim()).to_owned();
        EntryValue { key: Key::Period, value: NewValue::Text(label), origin: Origin::word(given.word) }
    }));
    for (key, given) in &request.values {
        let origin = Origin::word(given.word);
        values.push(EntryValue { key: *key, value: given.value.clone(), origin });
    }
    PlacedEntry { item: request.target.word, values, own: Vec::new(), meant: Vec::new() }
}

/// Returns true if a result is alike in every key.
fn is_alike(plan: &Plan, target: &Target, result: &TargetResult, entry: &PlacedEntry) -> bool {
    let said = |key: Key| entry.values.iter().find(|value| value.key == key).map(|value| &value.value);
    let text = |key: Key| match said(key) {
        Some(NewValue::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    let occurrences = result.occurrences.iter().filter_map(|at| target.occurrences().get(*at as usize));
    let periods: Vec<&str> = occurrences.filter_map(|occurrence| occurrence.label.as_deref()).collect();
    let unit = result.unit.map(|unit| plan.registry.unit(unit).id.as_str());
    matches!(said(Key::Date), Some(NewValue::Day(day, _)) if *day == result.date)
        && text(Key::Value) == Some(result.text.as_str())
        && text(Key::Period).into_iter().eq(periods)
        && text(Key::Unit) == unit
        && text(Key::Evidence) == result.evidence.as_deref()
}
