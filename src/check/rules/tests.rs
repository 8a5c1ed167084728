//! Plans in memory for the tests of single rules.

use std::path::Path;

use super::RULES;
use super::citation;
use super::context::RuleContext;
use super::family::PlanCheck;
use super::text::{control, look_alike, nfc};
use crate::check::check;
use crate::check::left_out::SpoiltParts;
use crate::check::lower::lower;
use crate::date::Day;
use crate::diagnostic::{Diagnostic, Rule, fix};
use crate::model::Plan;
use crate::parse::rules::{CONTROL_CHARACTER, LOOK_ALIKE};
use crate::parse::{Draft, PlanFiles};
use crate::span::{Source, Sources};
use crate::threads::Threads;

/// The sources of a plan of one file.
fn sources(text: &str) -> Sources {
    let mut sources = Sources::default();
    sources.add(Source::new("a.plan.yaml", text));
    sources
}

/// The only plan of some sources, read on a number of threads.
fn read(sources: &Sources, threads: usize) -> (Draft<'_>, Vec<Diagnostic>) {
    let (main, _) = sources.iter().next().unwrap();
    PlanFiles::new(main).read(sources, &[], Threads::new(threads))
}

fn today() -> Day {
    Day::new(2026, 6, 30).unwrap()
}

/// The diagnostics of a check of a plan, or of a part of a plan.
pub(super) fn judge(check: PlanCheck, text: &str) -> (Sources, Vec<Diagnostic>) {
    let sources = sources(text);
    let mut found = Vec::new();
    let (draft, form) = read(&sources, 1);
    let mut spoilt = SpoiltParts::default();
    spoilt.add(&draft, &form);
    let lowered = lower(&draft, &sources, &spoilt, Threads::ONE);
    let plan = &lowered.plan.unwrap();
    let context = RuleContext {
        sources: &sources,
        draft: &draft,
        plan,
        today: today(),
        doubts: &lowered.doubts,
        rules: RULES,
        threads: Threads::new(3),
    };
    check(&context, &mut found);
    drop(draft);
    (sources, found)
}

/// The plan of a text, and the diagnostics of reading and of checking it.
fn whole(text: &str, threads: usize) -> (Option<Plan>, Vec<Diagnostic>) {
    let sources = sources(text);
    let (mut draft, mut found) = read(&sources, threads);
    let checked = check(&sources, &mut draft, &mut found, today(), true, Threads::new(threads));
    found.extend(checked.diagnostics);
    (checked.plan, found)
}

/// The marked words of the diagnostics of a check.
pub(super) fn marks(check: PlanCheck, text: &str) -> Vec<String> {
    let (sources, found) = judge(check, text);
    found.iter().map(|diagnostic| sources.slice(diagnostic.span).to_owned()).collect()
}

/// The text after the fixes of a check.
pub(super) fn fixed(check: PlanCheck, text: &str) -> String {
    let (_, found) = judge(check, text);
    let fixes: Vec<_> = found.iter().filter_map(|diagnostic| diagnostic.fix.as_ref()).collect();
    fix::apply(text, &fixes)
}

const EXAMPLES: [(&Rule, PlanCheck); 6] = [
    (&nfc::NOT_NFC, nfc::not_nfc),
    (&CONTROL_CHARACTER, control::control_character),
    (&LOOK_ALIKE, look_alike::look_alike),
    (&citation::CITATION_CONFLICT, citation::citations),
    (&citation::CITATION_LATER, citation::citations),
    (&citation::BAD_NUMBER, citation::bad_number),
];

#[test]
fn examples_break_their_own_rule_once_and_no_other() {
    for (rule, _) in EXAMPLES {
        let names =
            |text: &str| whole(text, 1).1.iter().map(|diagnostic| diagnostic.rule.name).collect::<Vec<_>>();
        assert_eq!(names(rule.wrong), [rule.name]);
        assert_eq!(names(rule.right), [""; 0], "{}", rule.name);
    }
}

/// A comment cannot stand inside a folded text, so the comment above it applies to all its lines.
#[test]
fn a_comment_above_a_folded_text_allows_what_is_in_it() {
    let plan = |comment: &str| {
        let text = "Chỉ thị số 1112/CT-BGDĐT ngày";
        format!(
            "format: 1\nplan: a\ntitle: {text} 19/8/2022\nperiod: 2026\nunits: [{{id: a, name: A, kind: b}}]\ntasks:\n  \
             - id: b\n    lead: a\n    {comment}\n    title: >-\n      Quán triệt\n      {text} 18/8/2022\n"
        )
    };
    let names =
        |text: &str| whole(text, 1).1.iter().map(|diagnostic| diagnostic.rule.name).collect::<Vec<_>>();
    assert_eq!(names(&plan("# plan: allow(citation-conflict)")), [""; 0]);
    assert_eq!(names(&plan("# plan: allow(no-section)")), ["citation-conflict"]);
    assert_eq!(names(&plan("")), ["citation-conflict"]);
}

#[test]
fn fixable_examples_are_fixed_to_the_letter() {
    for (rule, apply) in &EXAMPLES[..2] {
        assert_eq!(fixed(*apply, rule.wrong), rule.right, "{}", rule.name);
    }
}

/// All files of the real plans and the examples, each by itself.
fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut open =
        ["plans", "examples"].map(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).to_vec();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            files.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        }
    }
    assert!(files.len() > 25);
    files
}

#[test]
fn the_real_plans_have_the_one_conflict_that_their_document_has() {
    let mut all = Vec::new();
    for (path, text) in files() {
        for (rule, apply) in EXAMPLES {
            let (sources, found) = judge(apply, &text);
            let own = found.iter().filter(|diagnostic| diagnostic.rule == rule);
            all.extend(own.map(|found| format!("{} {} {path}", rule.name, sources.slice(found.span))));
        }
    }
    assert_eq!(all.len(), 1, "{all:#?}");
    assert!(all[0].starts_with("citation-conflict 18/8/2022 "), "{all:#?}");
}

/// Several threads find the same diagnostics as one thread, in the same order, however many there are.
#[test]
fn threads_change_nothing() {
    let mut lost = String::from(
        "format: 1\nplan: lac\ntitle: Lạc\nperiod: 2026\nunits: [{id: a, name: A, kind: b}]\ntasks:\n",
    );
    for at in 0..500 {
        let (task, same) = (format!("id: NV-{at}, title: Việc {at}, lead: [aa{at}, a]"), at * 3);
        lost += &["  - {", &task, ", due: Quý ", &at.to_string(), ", same_as: NV-", &same.to_string(), "}\n"]
            .concat();
    }
    let rules = RULES.iter().flat_map(|rule| [rule.wrong, rule.right]).map(str::to_owned);
    let files = files().into_iter().map(|(_, text)| text);
    for text in rules.chain(files).chain([lost]) {
        let say = |threads| format!("{:#?}", whole(&text, threads));
        assert!(say(1) == say(3), "{text}");
    }
}
