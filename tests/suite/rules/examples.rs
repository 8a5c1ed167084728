//! Every rule against its wrong and its right file.

use std::collections::BTreeSet;
use std::path::PathBuf;

use plan::check::RULES;
use plan::deadline::parse_day;
use plan::diagnostic::Severity;
use plan::language::Lang;
use plan::workspace::{CheckOptions, DiskFileSystem, Location, Workspace};

use crate::support::program::{plan_in, root};

/// Returns the folder of a rule and the name of one of its examples.
fn example(rule: &str, which: &str) -> (PathBuf, String) {
    let folder = root().join("tests/rules").join(rule);
    let file = format!("{which}.plan.yaml");
    let name = if folder.join(&file).is_file() { file } else { which.to_owned() };
    assert!(folder.join(&name).exists(), "{rule} has no {which} example");
    (folder, name)
}

fn rules_found(rule: &str, which: &str) -> BTreeSet<String> {
    let (folder, name) = example(rule, which);
    let ran = plan_in(&folder, &["validate", "-f", "json", "--as-of", "31/12/2026", &name]);
    let json = ran.json();
    let all = json["diagnostics"].as_array().unwrap();
    let errors = all.iter().any(|diagnostic| diagnostic["severity"] == "error");
    assert_eq!(ran.code, u8::from(errors), "{rule} {which}: {}", ran.err);
    all.iter().map(|diagnostic| diagnostic["rule"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_wrong_file_breaks_its_rule_and_no_other() {
    for rule in RULES {
        assert_eq!(rules_found(rule.name, "wrong"), BTreeSet::from([rule.name.to_owned()]), "{}", rule.name);
    }
}

#[test]
fn a_right_file_breaks_none() {
    for rule in RULES {
        assert_eq!(rules_found(rule.name, "right"), BTreeSet::new(), "{}", rule.name);
    }
}

/// A report looks for errors alone: it leaves out what `validate` calls wrong, and nothing else.
#[test]
fn a_report_finds_the_errors_of_a_validation() {
    let today = parse_day("31/12/2026").unwrap();
    for rule in RULES {
        for which in ["wrong", "right"] {
            let (folder, name) = example(rule.name, which);
            let (files, below) = DiskFileSystem::of(&folder.join(name), &folder);
            let location = [Location::new(files, below)];
            let open = |options| Workspace::open(&location, options);
            let errors = |workspace: &Workspace| {
                let errors =
                    workspace.diagnostics().into_iter().filter(|found| found.severity == Severity::Error);
                let plans = workspace.plans().iter().map(|plan| (plan.plan().is_some(), plan.left_out()));
                format!("{:#?} {:#?}", errors.collect::<Vec<_>>(), plans.collect::<Vec<_>>())
            };
            let (all, report) = (open(CheckOptions::new(today)), open(CheckOptions::of_report(today)));
            assert_eq!(errors(&all), errors(&report), "{} {which}", rule.name);
        }
    }
}

#[test]
fn rules_are_in_order_and_told_in_both_languages() {
    let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert!(names.is_sorted(), "{names:?}");
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    for rule in RULES {
        for lang in Lang::ALL {
            assert!(
                !rule.title.get(lang).is_empty() && !rule.explanation.get(lang).is_empty(),
                "{}",
                rule.name
            );
            assert!(!rule.title.get(lang).ends_with('.'), "{}", rule.name);
        }
        assert_ne!(rule.explanation.get(Lang::Vi), rule.explanation.get(Lang::En), "{}", rule.name);
    }
}

/// The names are an interface: other programs filter by them.
#[test]
fn the_rules_of_the_specification_are_there_with_their_severity() {
    let errors = "syntax encoding duplicate-key unknown-key wrong-type missing-key unsupported-yaml format-version \
        bad-id include-not-found include-outside limit duplicate-plan no-plan unknown-unit unknown-task unknown-item \
        unknown-section unknown-goal duplicate-id group-count group-cycle empty-group unreadable-deadline \
        impossible-date ambiguous-date start-after-due no-lead target-value not-responsible which-unit which-period \
        no-such-period percent-range";
    let warnings = "same-name outside-period before-issue unknown-calendar unknown-event no-occurrence leads-and-coordinates \
        unit-not-in-force nobody-in-force no-section not-tracked goal-without-task target-without-owner future-report before-issue-report \
        as-of-after-report done-before-start percent-falls done-twice after-dropped no-evidence shortened \
        late-extension no-document unread-file unused-allow wrong-weekday cut-by-comment not-nfc control-character look-alike citation-conflict bad-number citation-later";
    for (names, severity) in [(errors, Severity::Error), (warnings, Severity::Warning)] {
        for name in names.split_whitespace() {
            let rule =
                RULES.iter().find(|rule| rule.name == name).unwrap_or_else(|| panic!("no rule {name}"));
            assert_eq!(rule.severity, severity, "{name}");
        }
    }
}
