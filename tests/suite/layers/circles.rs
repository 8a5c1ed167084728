//! Modules of one floor do not import each other in a circle.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Crate;

#[test]
fn no_modules_of_a_floor_import_each_other_in_a_circle() {
    let source = Crate::read();
    let mut uses: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for module in source.modules.values() {
        let from = uses.entry(module.file.to_str().unwrap()).or_default();
        for (_, other) in source.uses(module) {
            let is_same_floor = other.path.first() == module.path.first();
            if is_same_floor && other.file != module.file {
                from.insert(other.file.to_str().unwrap());
            }
        }
    }
    assert!(uses.values().map(BTreeSet::len).sum::<usize>() > 200, "few imports: {uses:#?}");
    let circles = circles(&uses);
    let shown: Vec<String> = circles.iter().map(|circle| shown(circle, &uses)).collect();
    assert!(shown.is_empty(), "circles of imports:\n\n{}", shown.join("\n\n"));
}

/// The imports inside a circle, a line for each file.
fn shown(circle: &[&str], uses: &BTreeMap<&str, BTreeSet<&str>>) -> String {
    let line = |file: &&str| {
        let inside: Vec<&str> = uses[file].iter().copied().filter(|other| circle.contains(other)).collect();
        format!("{file} -> {}", inside.join(" "))
    };
    circle.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The groups of nodes that all reach each other.
fn circles<'n>(uses: &BTreeMap<&'n str, BTreeSet<&'n str>>) -> Vec<Vec<&'n str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        uses.keys().map(|node| (*node, reach(node, uses))).collect();
    let mut groups: Vec<Vec<&str>> = Vec::new();
    for (node, others) in &reached {
        if others.contains(node) && !groups.iter().any(|group| group.contains(node)) {
            groups.push(others.iter().copied().filter(|other| reached[other].contains(node)).collect());
        }
    }
    groups
}

fn reach<'n>(start: &str, uses: &BTreeMap<&'n str, BTreeSet<&'n str>>) -> BTreeSet<&'n str> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = uses[start].iter().copied().collect();
    while let Some(node) = open.pop() {
        if reached.insert(node) {
            open.extend(&uses[node]);
        }
    }
    reached
}

#[test]
fn only_nodes_that_reach_each_other_are_in_a_circle() {
    let graph =
        [("a", &["b"][..]), ("b", &["c"]), ("c", &["b", "d"]), ("d", &[]), ("e", &["f"]), ("f", &["e"])];
    let uses = graph.into_iter().map(|(node, others)| (node, others.iter().copied().collect())).collect();
    assert_eq!(circles(&uses), [["b", "c"], ["e", "f"]]);
}
