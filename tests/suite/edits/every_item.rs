//! A report, an extension and a drop of every task and row of the examples and the real plans.

use std::collections::BTreeSet;

use plan::date::AsOf;
use plan::diagnostic::Severity;
use plan::edit::{
    CommandLine, EntryRequest, Given, Proposal, ResultRequest, propose_entries, propose_result,
};
use plan::model::{Plan, WorkItem};
use plan::parse::Key;
use plan::parse::emit::{DayForm, NewValue};
use plan::workspace::{MemoryFileSystem, Workspace};

use crate::support::plans::{day, open, repository};

/// Every folder with plans: those of the repository, and each example by itself.
const FOLDERS: [&str; 5] =
    ["plans", "examples/ca-nam", "examples/mot-tep", "examples/nhieu-tep", "examples/phuong-2026"];

/// A request for one entry on each of some work items, named by their whole keys.
fn request(
    list: Key,
    keys: &[String],
    on: &str,
    values: Vec<(Key, NewValue)>,
) -> (CommandLine, EntryRequest) {
    let mut line = CommandLine::new("plan record");
    let items: Vec<Given<String>> =
        keys.iter().map(|key| Given::new(key.clone(), line.argument(key))).collect();
    let word = items[0].word;
    let request = EntryRequest {
        list,
        items,
        units: Vec::new(),
        periods: Vec::new(),
        date: day(on),
        date_word: None,
        lead: None,
        values: values.into_iter().map(|(key, value)| (key, Given::new(value, word))).collect(),
        as_of: AsOf::day(day(on)),
    };
    (line, request)
}

/// The texts of a proposal differ from those of before by added lines alone.
fn only_adds(proposal: &Proposal) {
    assert!(!proposal.files.is_empty());
    for file in &proposal.files {
        let (old, new) = (file.old.as_deref().unwrap_or_default(), file.new.as_deref().unwrap());
        let mut lines = new.lines();
        for line in old.lines() {
            assert!(lines.any(|new| new == line), "{line} is gone from {}", file.path);
        }
        let diff = file.diff();
        let removed = diff.lines().filter(|line| line.starts_with('-') && !line.starts_with("---")).count();
        assert_eq!(removed, 0, "{diff}");
    }
}

/// The text of a proposal is that of before with one text inserted.
fn only_inserts(proposal: &Proposal) {
    let [file] = proposal.files.as_slice() else { panic!("{} files", proposal.files.len()) };
    let (old, new) = (file.old.as_deref().unwrap(), file.new.as_deref().unwrap());
    let same = old.bytes().zip(new.bytes()).take_while(|(old, new)| old == new).count();
    let tail = old.bytes().rev().zip(new.bytes().rev()).take_while(|(old, new)| old == new).count();
    assert!(same + tail >= old.len(), "{}", file.diff());
}

/// The keys of the first and the last work item of each task and row: the last one may have another unit and period.
fn keys(plan: &Plan) -> BTreeSet<String> {
    let of_assignment = |items: &[WorkItem]| [items[0].clone(), items[items.len() - 1].clone()];
    let ends = plan.work_items.chunk_by(|a, b| a.assignment == b.assignment).flat_map(of_assignment);
    ends.map(|work_item| plan.key(&work_item)).collect()
}

fn errors(workspace: &Workspace) -> usize {
    workspace.diagnostics().iter().filter(|found| found.severity == Severity::Error).count()
}

/// Proposes entries in a workspace of their own and holds them to what is asked of them.
fn try_entries(files: &MemoryFileSystem, on: &str, keys: &[String], list: Key, values: Vec<(Key, NewValue)>) {
    let (line, request) = request(list, keys, on, values);
    let mut workspace = open(files, on);
    let proposal = propose_entries(&mut workspace, &line, &request);
    let proposal = proposal.unwrap_or_else(|refusal| panic!("{keys:?}: {refusal:?}"));
    only_adds(&proposal);
    assert_eq!(errors(&workspace), 0, "{keys:?}");
    // The workspace has the entries now: they are not added again.
    let again = propose_entries(&mut workspace, &line, &request).unwrap();
    assert_eq!((again.files.len(), again.unchanged), (0, keys.len()), "{keys:?}");
}

/// All keys at once; one by one with `PLAN_EACH_ITEM`, which takes a minute or two.
fn portions(keys: &[String]) -> impl Iterator<Item = &[String]> {
    let is_each = std::env::var_os("PLAN_EACH_ITEM").is_some();
    keys.chunks(if is_each { 1 } else { keys.len().max(1) })
}

#[test]
fn each_takes_a_report_an_extension_and_a_drop() {
    let text = |text: &str| NewValue::Text(text.to_owned());
    let mut count = 0;
    for folder in FOLDERS {
        let files = repository(folder);
        let workspace = open(&files, "31/12/2026");
        assert_eq!(errors(&workspace), 0, "{folder}");
        for (_, plan) in workspace.valid() {
            let on = plan.period.range.last.show_official();
            let all: Vec<String> = keys(plan).into_iter().collect();
            let is_dated = |key: &String| {
                plan.work_items.iter().any(|item| item.occurrence.is_some() && plan.key(item) == *key)
            };
            let dated: Vec<String> = all.iter().filter(|key| is_dated(key)).cloned().collect();
            let by = (Key::By, text("Công văn số 15/UBND, ngày 5/5"));
            let due = (Key::Due, NewValue::Day(day("31/12/2027"), DayForm::default()));
            let done = vec![(Key::State, text("done")), (Key::Evidence, text("a: b # c"))];
            let dropped = vec![by.clone(), (Key::Dropped, NewValue::Bool(true))];
            for (list, keys, values) in [
                (Key::Progress, &all, done),
                (Key::Changes, &dated, vec![by, due]),
                (Key::Changes, &all, dropped),
            ] {
                for keys in portions(keys) {
                    try_entries(&files, &on, keys, list, values.clone());
                    count += keys.len();
                }
            }
        }
    }
    assert!(count > 400, "{count}");
}

#[test]
fn each_target_takes_a_result() {
    let mut count = 0;
    for folder in FOLDERS {
        let files = repository(folder);
        let workspace = open(&files, "31/12/2026");
        for (_, plan) in workspace.valid() {
            let on = plan.period.range.last;
            for target in &plan.targets {
                // The value to reach is of the right unit of measure; its sign is none of a result.
                let value = target.horizons[0]
                    .value_text
                    .trim_start_matches(['<', '>', '=', '≥', '≤', ' '])
                    .to_owned();
                let id = format!("{}/{}", plan.id, target.id);
                let mut line = CommandLine::new("plan measure");
                let named = Given::new(id.clone(), line.argument(&id));
                let value = Given::new(NewValue::Text(value.clone()), line.argument(&value));
                let values = vec![(Key::Value, value)];
                let request = ResultRequest {
                    target: named,
                    unit: None,
                    period: None,
                    date: on,
                    date_word: None,
                    values,
                };
                let mut workspace = open(&files, "31/12/2026");
                if let Ok(proposal) = propose_result(&mut workspace, &line, &request) {
                    only_inserts(&proposal);
                    let again = propose_result(&mut workspace, &line, &request).unwrap();
                    assert_eq!((again.files.len(), again.unchanged), (0, 1), "{id}");
                    count += 1;
                }
            }
        }
    }
    assert!(count > 20, "{count}");
}
