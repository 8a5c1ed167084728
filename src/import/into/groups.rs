//! The groups of units that new bullets list.

use std::collections::{BTreeMap, BTreeSet};

use super::known_plan::KnownPlan;
use crate::import::block::SourcePlace;
use crate::import::plan::{ImportedAnnex, ImportedGroup};
use crate::model::Party;

/// The ids of the tasks of a part by their places, of each place the first.
pub(super) fn ids_by_place(annex: &ImportedAnnex) -> BTreeMap<SourcePlace, String> {
    annex.tasks.iter().rev().map(|task| (task.place, task.id.clone())).collect()
}

/// Leaves of the groups of a part those of new bullets with members that no group has, under ids and names of their own.
/// `before` has the ids of the tasks as the part had them, `added` the groups of the parts before it.
pub(super) fn settle_groups(
    annex: &mut ImportedAnnex,
    before: &BTreeMap<SourcePlace, String>,
    added: &[ImportedGroup],
    known: &KnownPlan<'_>,
) {
    let registry = &known.plan.registry;
    let mut members: Vec<BTreeSet<String>> = Vec::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for party in registry.parties() {
        taken.extend([registry.id(party).to_owned(), registry.name(party).to_owned()]);
        if let Party::Group(group) = party {
            let ids = registry.group(group).members.iter().map(|member| registry.id(*member).to_owned());
            members.push(ids.collect());
        }
    }
    for group in added {
        taken.extend([group.id.clone(), group.name.clone()]);
        members.push(group.members.iter().cloned().collect());
    }
    let ids = ids_by_place(annex);
    for mut group in std::mem::take(&mut annex.groups) {
        let own: BTreeSet<String> = group.members.iter().cloned().collect();
        let Some(id) = ids.get(&group.place).filter(|_| !members.contains(&own)) else { continue };
        if let Some(old) = before.get(&group.place) {
            group.source = group.source.replace(old, id);
        }
        let number = (1..usize::MAX).find(|number| !taken.contains(&format!("nhom-{number}")));
        group.id = format!("nhom-{}", number.unwrap_or_default());
        if taken.contains(&group.name) {
            group.name = format!("{} ({})", group.name, group.source);
        }
        taken.extend([group.id.clone(), group.name.clone()]);
        members.push(own);
        annex.groups.push(group);
    }
}
