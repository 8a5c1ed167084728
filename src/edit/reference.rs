//! The words of a command line that name plans, units and groups.

use super::refusal::EditRefusal;
use crate::model::{Party, Plan, PlanIx, UnitIx};
use crate::vietnamese::{contains, fold, is_accented, plain};
use crate::workspace::{PlanEntry, Workspace};

/// Returns the plan of an id.
///
/// # Errors
/// [`EditRefusal`] if no plan has the id, or the plan has errors.
pub fn plan_of_id<'w>(workspace: &'w Workspace, id: &str) -> Result<(PlanIx, &'w Plan), EditRefusal> {
    let is_same = |other: Option<&str>| other.is_some_and(|other| other.eq_ignore_ascii_case(id.trim()));
    if let Some(found) = workspace.valid().find(|(_, plan)| is_same(Some(&plan.id))) {
        return Ok(found);
    }
    let invalid: Vec<PlanIx> =
        workspace.plans().iter().filter(|entry| is_same(entry.id())).map(PlanEntry::ix).collect();
    if !invalid.is_empty() {
        return Err(EditRefusal::InvalidPlans(invalid));
    }
    let ids: Vec<&str> = workspace.valid().map(|(_, plan)| plan.id.as_str()).collect();
    let near = crate::query::suggest(id, ids).into_iter().map(str::to_owned).collect();
    let of_path = workspace.valid().find(|(ix, _)| is_file_of(workspace, *ix, id));
    let of_path = of_path.map(|(_, plan)| plan.id.clone());
    Err(EditRefusal::UnknownPlan { id: id.to_owned(), near, of_path })
}

/// Returns true if words are the path of a file of a plan, or of its folder.
fn is_file_of(workspace: &Workspace, ix: PlanIx, words: &str) -> bool {
    let words = words.strip_prefix("./").unwrap_or(words).trim_end_matches('/');
    let is_path = |source| {
        let path = workspace.sources().get(source).full_path();
        path == words || path.strip_suffix("/plan.yaml") == Some(words)
    };
    workspace.entry(ix).sources().any(is_path)
}

/// Returns the unit or group that words name: by its id, else by its whole name or alias, else by a part of it. None
/// if none or several are named.
pub(super) fn party(plan: &Plan, words: &str) -> Option<Party> {
    let words = words.trim();
    let registry = &plan.registry;
    let find = |is: &dyn Fn(&str) -> bool| registry.parties().find(|party| is(registry.id(*party)));
    let only = |is: &dyn Fn(&str) -> bool| {
        let mut named = registry.parties().filter(|party| match party {
            Party::Unit(unit) => {
                let unit = registry.unit(*unit);
                std::iter::once(&unit.name).chain(&unit.aliases).any(|name| is(name))
            }
            Party::Group(group) => is(&registry.group(*group).name),
        });
        named.next().filter(|_| named.next().is_none())
    };
    let is_long = words.chars().count() >= PART;
    find(&|id| id == words)
        .or_else(|| find(&|id| id.eq_ignore_ascii_case(words)))
        .or_else(|| only(&|name| is_name(name, words)))
        .or_else(|| only(&|name| is_long && contains(name, words)))
}

/// Returns the id of the unit or group that words name: its id, its name, or a long part of a name that no other has.
pub fn party_id<'p>(plan: &'p Plan, words: &str) -> Option<&'p str> {
    party(plan, words).map(|party| plan.registry.id(party))
}

/// The least number of letters of a part of a name.
const PART: usize = 3;

/// Returns the unit that words name, as [`party`].
pub(super) fn unit(plan: &Plan, words: &str) -> Option<UnitIx> {
    match party(plan, words)? {
        Party::Unit(unit) => Some(unit),
        Party::Group(_) => None,
    }
}

/// Returns true if words are a name, without regard to case and to accents that were not typed.
fn is_name(name: &str, words: &str) -> bool {
    let name = name.trim();
    if is_accented(words) { plain(name) == plain(words) } else { fold(name) == fold(words) }
}
