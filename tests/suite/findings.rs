//! What a rule finds besides its example in `tests/rules`: where, and in which words.

use plan::language::Lang;

use plan::parse::Memory;

use crate::given::check_files;

const HEAD: &str = "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2026\n";

/// A plan with two units; the lines behind begin on line 8.
const UNITS: &str = "units:\n  - {id: a, name: A, kind: x}\n  - {id: b, name: B, kind: x}\n";

/// The first letter that is marked, as `line:column`, the rule, and the sentence.
fn found(text: &str) -> Vec<String> {
    found_in(&[("p.plan.yaml", text)])
}

fn found_in(files: &[(&str, &str)]) -> Vec<String> {
    let files: Memory = files.iter().copied().collect();
    let (checked, sources) = check_files(&files);
    let told = checked.diagnostics.iter().map(|found| {
        let at = sources.get(found.span.source).position(found.span.start as usize);
        let message = found.message.get(Lang::En);
        assert_ne!(message, found.message.get(Lang::Vi), "one sentence for both languages");
        format!("{}:{} {}: {message}", at.line, at.column, found.rule.name)
    });
    told.collect()
}

/// What is found in a plan with two units and these further lines.
fn of(lines: &str) -> Vec<String> {
    found(&format!("{HEAD}{UNITS}{lines}"))
}

/// What is found in a plan with these further lines, which begin on line 5.
fn without_units(lines: &str) -> Vec<String> {
    found(&format!("{HEAD}{lines}"))
}

#[test]
fn a_report_on_what_is_no_work_item_is_told_why() {
    let lines = "targets: [{id: c, title: C, value: 5, lead: a}]
tasks:
  - {id: h, title: H, heading: true}
  - {id: t, title: T, lead: a, due: tháng 9}
  - {id: s, title: S, same_as: t}
  - {id: w, title: W, lead: a}
schedule:
  - {id: r, task: w, due: tháng 9}
progress:
  - {item: [t, h], date: 1/9/2026, state: started}
  - {item: s, date: 1/9/2026, state: started}
changes:
  - {item: w, date: 1/9/2026, due: 1/12/2026, by: Thông báo 1/TB}
  - {item: c, date: 1/9/2026, dropped: true, by: Thông báo 1/TB}
";
    assert_eq!(
        of(lines),
        [
            "17:16 unknown-item: \"h\" is a label and opens no item",
            "18:12 unknown-item: \"s\" is a task told twice",
            "20:12 unknown-item: \"w\" is tracked through its rows",
            "21:12 unknown-item: \"c\" is a target, not an item",
        ]
    );
}

#[test]
fn a_group_is_no_unit() {
    let lines = "units: [{id: a, name: A, kind: x, parent: g}, {id: b, name: B, kind: y}]\n\
                 groups: [{id: g, name: G, members: [b]}]\n";
    let told = "5:43 unknown-unit: \"g\" is a group, and one unit must stand here";
    assert_eq!(without_units(lines), [told]);
}

#[test]
fn what_goes_in_a_circle_is_told_once_and_followed_no_further() {
    for (lines, told) in [
        (
            "units: [{id: a, name: A, kind: x, parent: b}, {id: b, name: B, kind: x, parent: a}]\n",
            "5:14 reference-cycle: goes in a circle: a → b → a",
        ),
        (
            "units:\n  - {id: a, name: A, kind: x, until: 30/6/2026, successors: [b]}\n  \
             - {id: b, name: B, kind: x, until: 31/7/2026, successors: [a]}\n\
             tasks: [{id: t, title: T, lead: a, due: tháng 3}]\n",
            "6:10 reference-cycle: goes in a circle: a → b → a",
        ),
        (
            "tasks: [{id: t, title: T, same_as: s}, {id: s, title: S, same_as: t}]\n",
            "5:14 reference-cycle: goes in a circle: t → s → t",
        ),
    ] {
        assert_eq!(without_units(lines), [told], "{lines}");
    }
    // A chain is no circle: what serves a goal through it does so at its end.
    let chain = "goals: [{id: g, title: G}]\ntasks:\n  - {id: t, title: T, lead: a, due: tháng 9}\n  \
                 - {id: s, title: S, same_as: t}\n  - {id: q, title: Q, same_as: s, goals: [g, g]}\n";
    assert_eq!(of(chain), [""; 0]);
}

#[test]
fn days_in_the_wrong_order_are_marked() {
    assert_eq!(
        without_units("units: [{id: a, name: A, kind: x, from: 1/7/2026, until: 30/6/2026}]\n"),
        ["5:58 impossible-date: until comes before from"]
    );
    let backwards = HEAD.replace("2026", "{from: 1/7/2026, to: 30/6/2026}");
    let told = found(&backwards);
    assert!(told.len() == 1 && told[0].starts_with("4:30 impossible-date: "), "{told:?}");
    let years = "calendar:\n  school_years:\n    \
        - {year: 2026-2028, from: 5/9/2026, term1_ends: 15/1/2027, term2_ends: 25/5/2027, to: 31/5/2027}\n    \
        - {year: 2026-2027, from: 5/9/2026, term1_ends: 15/1/2027, term2_ends: 10/1/2027, to: 31/5/2027}\n";
    assert_eq!(
        without_units(years),
        [
            "7:14 impossible-date: the school year does not fit together",
            "8:31 impossible-date: the school year does not fit together",
        ]
    );
}

#[test]
fn what_is_inherited_counts_and_its_faults_are_told_where_they_stand() {
    let tasks = "tasks: [{id: t, title: T}, {id: u, title: U}]\n";
    assert_eq!(of(&format!("defaults: {{lead: a, due: tháng 9}}\n{tasks}")), [""; 0]);
    let told = of(&format!("defaults: {{lead: a, due: sắp tới}}\n{tasks}"));
    assert_eq!(told, ["8:26 unreadable-deadline: \"sắp tới\" is not understood"]);
    let told =
        of("targets: [{id: c, title: C, value: 5, lead: a, results: [{date: 1/9/2026, value: nhiều}]}]\n");
    assert_eq!(told, ["8:82 target-value: \"nhiều\" is not understood"]);
}

#[test]
fn a_unit_that_comes_after_the_deadline_cannot_lead() {
    let lines = "units: [{id: a, name: A, kind: x, from: 1/10/2026}]\n\
                 tasks: [{id: t, title: T, lead: a, due: tháng 9}]\n";
    assert_eq!(
        without_units(lines),
        ["6:33 unit-not-in-force: \"a\" is in force from 2026-10-01, after the deadline"]
    );
}

#[test]
fn holidays_that_nobody_knows_yet_are_told_once_where_a_deadline_would_move() {
    let tasks =
        "tasks: [{id: t, title: T, lead: a, due: 15/5/2032}, {id: u, title: U, lead: a, due: 1/6/2032}]\n";
    let is_unknown = |told: &String| told.contains("unknown-calendar: the holidays of 2032 are not known");
    assert_eq!(of(tasks).iter().filter(|told| is_unknown(told)).count(), 1);
    assert_eq!(
        of(&format!("settings: {{roll: none}}\n{tasks}")).iter().filter(|told| is_unknown(told)).count(),
        0
    );
    let holidays = "calendar: {holidays: [{date: 1/1/2032, name: Tết Dương lịch}]}\n";
    assert_eq!(of(&format!("{holidays}{tasks}")).iter().filter(|told| is_unknown(told)).count(), 0);
}

#[test]
fn yaml_that_a_plan_has_no_use_for_is_named() {
    for (lines, expected) in [
        (
            "tasks: [{id: t, title: T, lead: !!str a, due: tháng 9}]\n",
            "8:39 unsupported-yaml: tags (!…) are not supported",
        ),
        ("recipients: !x [a]\n", "8:16 unsupported-yaml: tags (!…) are not supported"),
        ("signer:\n  name: An: Bình\n", "9:11 syntax: a colon where there can be no key"),
        ("signer:\n  name: An\n   title: Bình\n", "10:9 syntax: a colon where there can be no key"),
        ("units: []\n", "8:1 duplicate-key: the key \"units\" is given twice"),
        ("? [a]\n: b\n", "8:3 wrong-type: a key must be a word"),
        (
            "settings: {lint: {no-evidence: allow, no-evidence: deny}}\n",
            "8:39 duplicate-key: the key \"no-evidence\" is given twice",
        ),
        ("settings: {lint: {[x]: allow}}\n", "8:19 wrong-type: a key must be a word"),
    ] {
        assert_eq!(of(lines), [expected], "{lines}");
    }
}

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

#[test]
fn letters_of_other_scripts_are_named_by_those_they_look_like() {
    // Cyrillic and Greek, letter by letter.
    let (foreign, latin) =
        ("АВСЕНІЈКМОРЅТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧасеһіјоԁрѕухον", "ABCEHIJKMOPSTYXABEZHIKMNOPTYXacehijodpsyxov");
    assert_eq!(foreign.chars().count(), latin.chars().count());
    for (foreign, latin) in foreign.chars().zip(latin.chars()) {
        let text = format!("{HEAD}units: [{{id: a, name: Trường{foreign}nam, kind: x}}]\n");
        let files = Memory::from_iter([("p.plan.yaml", text)]);
        let (checked, _) = check_files(&files);
        let [found] = &*checked.diagnostics else { panic!("{foreign}: {:?}", checked.diagnostics) };
        assert_eq!(found.rule.name, "look-alike", "{foreign}");
        let help = found.help.as_ref().map(|help| help.get(Lang::En).to_owned());
        assert_eq!(help, Some(format!("Trường{latin}nam")), "{foreign}");
    }
}

#[test]
fn hidden_characters_are_named_counted_and_taken_out_together() {
    for (title, says, fixed) in [
        ("Kế\u{ad}hoạch", Some("title has the invisible character U+00AD (soft hyphen)"), "Kếhoạch"),
        (
            "Kế\u{200b}\u{feff}\u{2028}hoạch",
            Some("title has 3 invisible characters, the first is U+200B (zero-width space)"),
            "Kế hoạch",
        ),
        (
            "Kế\u{200c} hoạch\u{200b} năm",
            Some("title has 2 invisible characters, the first is U+200C (zero-width joiner)"),
            "Kế hoạch năm",
        ),
        ("Kế\u{e0067}hoạch", Some("title has the invisible character U+E0067"), "Kếhoạch"),
        // A picture of several signs, and the flag of Wales, are whole with what joins them.
        ("\u{1f468}\u{200d}\u{1f469}", None, ""),
        ("\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}", None, ""),
    ] {
        let text = HEAD.replace("Kế hoạch", title);
        let files = Memory::from_iter([("p.plan.yaml", text.clone())]);
        let (checked, _) = check_files(&files);
        let says_so: Vec<&str> =
            checked.diagnostics.iter().map(|found| found.message.get(Lang::En)).collect();
        assert_eq!(says_so, Vec::from_iter(says), "{title:?}");
        if let Some(fix) = checked.diagnostics.first().map(|found| found.fix.as_ref().unwrap()) {
            let (start, end) = (fix.span.start as usize, fix.span.end as usize);
            let repaired = [&text[..start], &*fix.text, &text[end..]].concat();
            assert_eq!(repaired, HEAD.replace("Kế hoạch", fixed), "{title:?}");
        }
    }
}
