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

#[test]
fn under_a_misspelt_include_anything_may_stand() {
    let main = format!("{HEAD}inclde: [chung.yaml]\ntasks:\n- {{id: a, title: A, lead: x}}\n");
    let files = [("p.plan.yaml", main.as_str()), ("chung.yaml", "units: [{id: x, name: X, kind: k}]\n")];
    let (checked, _) = check_files(&files.into_iter().collect());
    let rules: Vec<&str> = checked.diagnostics.iter().map(|found| found.rule.name).collect();
    assert_eq!(rules, ["unknown-key"]);
}
