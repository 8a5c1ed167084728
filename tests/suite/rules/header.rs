//! The header of a plan and its `include`.

use plan::language::Lang;

use crate::rules::HEAD;
use crate::support::plans::check_files;

#[test]
fn only_the_main_file_has_a_header() {
    let main = format!("{HEAD}include: [chung.yaml]\n");
    let (told, hint) = {
        let files = [("p.plan.yaml", main.as_str()), ("chung.yaml", "period: 2025\n")];
        let (checked, _) = check_files(&files.into_iter().collect());
        let found = &checked.diagnostics[0];
        (found.rule.name, found.help.as_ref().unwrap().get(Lang::En).to_owned())
    };
    assert_eq!((told, hint.as_str()), ("unknown-key", "only the plan's main file has a header"));
}

/// A second header is one fault; the rest of its file is read.
#[test]
fn a_header_in_another_file_is_one_fault() {
    let main = format!("{HEAD}units: [{{id: a, name: A, kind: k}}]\n");
    let other = "format: 1\nplan: p\ntasks:\n  - {id: t, title: T, lead: b, due: tháng 9}\ntitle: K\nperiod: 2026\n\
                 defaults: {lead: a}\nkihnd: x\n";
    let (checked, sources) =
        check_files(&[("p/plan.yaml", main.as_str()), ("p/z.yaml", other)].into_iter().collect());
    let said: Vec<String> = checked
        .diagnostics
        .iter()
        .map(|found| {
            let line = |at: plan::span::Span| sources.get(at.source).position(at.start as usize).line;
            let also: Vec<usize> = found.related.iter().map(|related| line(related.span)).collect();
            format!("{} {} {also:?}", found.rule.name, line(found.span))
        })
        .collect();
    assert_eq!(said, ["unknown-key 1 [2, 5, 6, 7]", "unknown-unit 4 [5]", "unknown-key 8 []"]);
}

#[test]
fn under_a_misspelt_include_anything_may_stand() {
    let main = format!("{HEAD}inclde: [chung.yaml]\ntasks:\n- {{id: a, title: A, lead: x}}\n");
    let files = [("p.plan.yaml", main.as_str()), ("chung.yaml", "units: [{id: x, name: X, kind: k}]\n")];
    let (checked, _) = check_files(&files.into_iter().collect());
    let rules: Vec<&str> = checked.diagnostics.iter().map(|found| found.rule.name).collect();
    assert_eq!(rules, ["unknown-key"]);
}
