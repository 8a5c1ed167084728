//! Letters: look-alikes, hidden characters.

use plan::language::Lang;
use plan::workspace::MemoryFileSystem;

use crate::rules::HEAD;
use crate::support::plans::check_files;

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
