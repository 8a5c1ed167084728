//! The units by kind, for the groups that name their members so.

use std::collections::BTreeMap;

use super::index::UnitIx;
use super::unit::{Group, Unit};

/// The units of the kinds that groups name, each list in the order of the registry.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct KindIndex(BTreeMap<String, KindUnits>);

/// The units of one kind.
#[derive(Debug, Clone, Default, PartialEq)]
struct KindUnits {
    all: Vec<UnitIx>,
    /// The same by their parent.
    below: BTreeMap<UnitIx, Vec<UnitIx>>,
}

impl KindIndex {
    /// Returns the index of some units; units of kinds that no group names are not in it.
    pub(super) fn new(units: &[Unit], groups: &[Group]) -> Self {
        let kinds = groups.iter().flat_map(|group| &group.kinds);
        let mut index: BTreeMap<String, KindUnits> =
            kinds.map(|kind| (kind.clone(), KindUnits::default())).collect();
        for (unit, at) in units.iter().zip((0..).map(UnitIx::new)) {
            if let Some(of_kind) = index.get_mut(&unit.kind) {
                of_kind.all.push(at);
                if let Some(parent) = unit.parent {
                    of_kind.below.entry(parent).or_default().push(at);
                }
            }
        }
        Self(index)
    }

    /// Returns the units that a group names by kind, whether they are in force or not.
    pub(super) fn units(&self, group: &Group) -> Vec<UnitIx> {
        let of_kind = |kind| {
            let of_kind = self.0.get(kind)?;
            match group.parent {
                None => Some(&of_kind.all),
                Some(parent) => of_kind.below.get(&parent),
            }
        };
        let mut units: Vec<UnitIx> = group.kinds.iter().filter_map(of_kind).flatten().copied().collect();
        if group.kinds.len() > 1 {
            units.sort_unstable();
            units.dedup();
        }
        units
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::{SourceId, Span};

    fn unit(kind: &str, parent: Option<usize>) -> Unit {
        Unit {
            id: String::new(),
            name: String::new(),
            kind: kind.to_owned(),
            aliases: Vec::new(),
            parent: parent.map(UnitIx::new),
            from: None,
            until: None,
            successors: Vec::new(),
            source: None,
            note: None,
            place: Span::new(SourceId::default(), 0, 0),
        }
    }

    fn group(kinds: &[&str], parent: Option<usize>) -> Group {
        Group {
            id: String::new(),
            name: String::new(),
            members: Vec::new(),
            kinds: kinds.iter().map(|kind| (*kind).to_owned()).collect(),
            parent: parent.map(UnitIx::new),
            count: None,
            source: None,
            note: None,
            place: Span::new(SourceId::default(), 0, 0),
        }
    }

    #[test]
    fn units_of_several_kinds_come_in_the_order_of_the_registry() {
        let units =
            [unit("quan", None), unit("truong", Some(0)), unit("phuong", Some(0)), unit("truong", Some(2))];
        let groups = [
            group(&["truong"], None),
            group(&["phuong", "truong", "phuong"], None),
            group(&["truong", "phuong"], Some(0)),
            group(&["truong"], Some(1)),
            group(&["xa"], None),
            group(&[], None),
        ];
        let index = KindIndex::new(&units, &groups);
        let at = |group| index.units(group).into_iter().map(UnitIx::at).collect::<Vec<_>>();
        let expected: [&[usize]; 6] = [&[1, 3], &[1, 2, 3], &[1, 2], &[], &[], &[]];
        assert_eq!(groups.each_ref().map(at), expected);
    }
}
