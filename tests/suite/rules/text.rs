//! Letters: look-alikes, hidden characters.

use plan::language::Lang;
use plan::workspace::MemoryFileSystem;

use crate::rules::HEAD;
use crate::support::folder::folder_of;
use crate::support::plans::check_files;
use crate::support::program::plan_in;

#[test]
fn letters_of_other_scripts_are_named_by_those_they_look_like() {
    // Cyrillic and Greek, letter by letter.
    let (foreign, latin) =
        ("АВСЕНІЈКМОРЅТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧасеһіјоԁрѕухον", "ABCEHIJKMOPSTYXABEZHIKMNOPTYXacehijodpsyxov");
    assert_eq!(foreign.chars().count(), latin.chars().count());
    for (foreign, latin) in foreign.chars().zip(latin.chars()) {
        let text = format!("{HEAD}units: [{{id: a, name: Trường{foreign}nam, kind: x}}]\n");
        let files = MemoryFileSystem::from_iter([("p.plan.yaml", text)]);
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
        ("Kế\u{ad}hoạch", Some("`title` contains the invisible character U+00AD (soft hyphen)"), "Kếhoạch"),
        (
            "Kế\u{200b}\u{feff}\u{2028}hoạch",
            Some("`title` contains 3 invisible characters, the first is U+200B (zero-width space)"),
            "Kế hoạch",
        ),
        (
            "Kế\u{200c} hoạch\u{200b} năm",
            Some("`title` contains 2 invisible characters, the first is U+200C (zero-width joiner)"),
            "Kế hoạch năm",
        ),
        ("Kế\u{e0067}hoạch", Some("`title` contains the invisible character U+E0067"), "Kếhoạch"),
        // A picture of several signs, and the flag of Wales, are whole with what joins them.
        ("\u{1f468}\u{200d}\u{1f469}", None, ""),
        ("\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}", None, ""),
    ] {
        let text = HEAD.replace("Kế hoạch", title);
        let files = MemoryFileSystem::from_iter([("p.plan.yaml", text.clone())]);
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

/// Characters that no YAML text may hold as they are.
#[test]
fn raw_control_characters_are_a_warning_in_texts_and_an_error_elsewhere() {
    let plan = |title: &str, id: &str, behind: &str| {
        format!(
            "format: 1\nplan: p\ntitle: {title}\nperiod: 2026{behind}\nunits:\n  - {{id: {id}, name: \"M\u{8}ột\", kind: x}}\n\
             tasks:\n  - id: t\n    title: |\n      Vi\u{1b}[31mệc\n      hai\u{7}\n    lead: a\n    due: tháng 9\n"
        )
    };
    let told = |text: &str, fixed: &str, expected: &[&str]| {
        let folder = folder_of(&[("p.plan.yaml", text)]);
        let ran = plan_in(folder.path(), &["validate", ".", "-f", "short", "--lang", "en"]);
        assert_eq!(ran.out.lines().map(|line| &line["p.plan.yaml:".len()..]).collect::<Vec<_>>(), expected);
        let is_error = expected.iter().any(|line| line.contains("syntax"));
        assert_eq!(ran.code, u8::from(is_error));
        // With warnings alone the plan is in the reports.
        let list = plan_in(folder.path(), &["list", "--plans", "."]);
        assert_eq!(list.code, if is_error { 2 } else { 0 }, "{}", list.err);
        assert_eq!(plan_in(folder.path(), &["validate", ".", "--fix"]).code, 0);
        assert_eq!(std::fs::read_to_string(folder.path().join("p.plan.yaml")).unwrap(), fixed);
    };
    let clean = |text: &str| text.replace(['\u{7}', '\u{8}', '\u{1b}', '\u{7f}'], "").replace('\u{b}', " ");
    let name = "6:21: control-character: `name` contains the invisible character U+0008";
    let title = "10:9: control-character: `title` contains 2 invisible characters, the first is U+001B";
    let text = plan("Kế hoạch", "a", "");
    told(&text, &clean(&text), &[name, title]);
    let text = plan("\u{7}\u{7}Kế\u{b}hoạch\u{7f}", "a", "");
    let head = "3:8: control-character: `title` contains 4 invisible characters, the first is U+0007";
    told(&text, &clean(&text), &[head, name, title]);
    let text = plan("Kế hoạch", "a\u{7}", " # năm\u{7}");
    let odd = "an invisible character, ␇, that YAML does not take";
    told(
        &text,
        &clean(&text),
        &[&format!("4:19: syntax: {odd}"), &format!("6:11: syntax: {odd}"), &name.replace("21", "22"), title],
    );
}
