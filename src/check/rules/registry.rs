//! The list of all rules of plans.

use super::family::RuleFamily;
use super::{
    change, citation, deadline, group, identity, lead, level, matching, period, progress, reference, target,
    text, trace, twice,
};
use crate::diagnostic::{Rule, deadline as deadline_language};
use crate::parse::rules as reading;

/// All families. Those with the most expensive checks come first, so that threads end together.
pub(super) static FAMILIES: &[&RuleFamily] = &[
    &text::FAMILY,
    &citation::FAMILY,
    &lead::FAMILY,
    &period::FAMILY,
    &progress::FAMILY,
    &change::FAMILY,
    &group::FAMILY,
    &identity::FAMILY,
    &level::FAMILY,
    &trace::FAMILY,
    &target::FAMILY,
    &twice::FAMILY,
    &deadline::FAMILY,
    &matching::FAMILY,
    &reference::FAMILY,
    &RuleFamily { rules: deadline_language::RULES, checks: &[], lints: &[] },
    &RuleFamily { rules: reading::RULES, checks: &[], lints: &[] },
];

/// All rules of plans, by name.
pub static RULES: &[&Rule] = &by_name();

const COUNT: usize = {
    let (mut count, mut at) = (0, 0);
    while at < FAMILIES.len() {
        count += FAMILIES[at].rules.len();
        at += 1;
    }
    count
};

/// Collects the rules of all families and sorts them by name.
const fn by_name() -> [&'static Rule; COUNT] {
    let mut sorted = [FAMILIES[0].rules[0]; COUNT];
    let (mut family, mut count) = (0, 0);
    while family < FAMILIES.len() {
        let rules = FAMILIES[family].rules;
        let mut next = 0;
        while next < rules.len() {
            let mut at = count;
            while at > 0 && is_before(rules[next].name.as_bytes(), sorted[at - 1].name.as_bytes()) {
                sorted[at] = sorted[at - 1];
                at -= 1;
            }
            sorted[at] = rules[next];
            count += 1;
            next += 1;
        }
        family += 1;
    }
    sorted
}

const fn is_before(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() {
        if a[at] != b[at] {
            return a[at] < b[at];
        }
        at += 1;
    }
    a.len() < b.len()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    /// The names in the `rule!` declarations below a folder.
    fn declared(folder: &Path, names: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                declared(&path, names);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let declarations = text.split("\nrule!(").skip(1);
            names.extend(declarations.map(|rule| rule.split('"').nth(1).unwrap().to_owned()));
        }
    }

    #[test]
    fn every_rule_of_a_plan_is_in_one_family() {
        let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut names = BTreeSet::new();
        for floor in ["diagnostic", "parse", "check"] {
            declared(&src.join(floor), &mut names);
        }
        let listed: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
        assert!(listed.len() > 60 && listed.is_sorted(), "{listed:?}");
        assert_eq!(listed, names.iter().collect::<Vec<_>>());
    }
}
