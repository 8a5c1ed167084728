//! Broken YAML: the rest of the file is still read.

use plan::workspace::MemoryFileSystem;
use proptest::prelude::*;

use crate::hostile::{HEAD, MAIN, found, one, workspace};
use crate::support::plans::check_files;

/// A release build cuts at every byte, a debug build at a sample of bytes and line ends.
#[test]
fn a_plan_cut_anywhere_is_read_as_far_as_it_goes() {
    let whole = workspace();
    let bytes = whole.get(MAIN).unwrap();
    let ends = (0..bytes.len()).filter(|at| bytes[*at] == b'\n');
    let step = if cfg!(debug_assertions) { 997 } else { 1 };
    for at in (0..bytes.len()).step_by(step).chain(ends.step_by(step.min(20))) {
        let mut files = whole.clone();
        files.insert(MAIN, &bytes[..at]);
        let _ = check_files(&files);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 60 } else { 100_000 }))]

    #[test]
    fn flipped_bytes_never_panic(flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut files = workspace();
        let mut bytes = files.get(MAIN).unwrap().to_vec();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        files.insert(MAIN, bytes);
        let _ = check_files(&files);
    }

    #[test]
    fn any_text_is_read(text in "[a-z:\\-\\[\\]{}&*!|>'\"%@#,? \n\tđạ0-9]{0,200}") {
        let _ = check_files(&one(&format!("{HEAD}{text}")));
    }
}

#[test]
fn a_broken_entry_costs_itself_and_not_the_rest() {
    let text = format!(
        "{HEAD}units:\n  - {{id: a, name: A, kind: x}}\n  - {{id: b, name: \"B, kind: x}}\n  - {{id: c, name: C, kind: x, naem: C}}\ntasks:\n  - {{id: t1, title: T, lead: a, due: 31/6/2026}}\n  - {{id: t2 title: T}}: 3\n  - {{id: t3, title: T, lead: khac, due: tháng 9}}\n"
    );
    let found = found(&one(&text));
    let lines: Vec<usize> = found.iter().map(|(line, _)| *line).collect();
    assert!(found.contains(&(8, "unknown-key")), "{found:?}");
    assert!(found.contains(&(10, "impossible-date")), "{found:?}");
    assert!(found.contains(&(12, "unknown-unit")), "{found:?}");
    assert_eq!(found.iter().filter(|(_, rule)| *rule == "syntax").count(), 2, "{found:?} {lines:?}");
}

/// An id in a broken entry is not reported as unknown elsewhere.
#[test]
fn what_follows_from_a_broken_entry_is_silent() {
    let text = format!(
        "{HEAD}units:\n  - {{id: a, name: \"A, kind: x}}\n  - {{id: b, name: B, kind: x}}\ntasks:\n  - {{id: t, title: T, lead: a, due: tháng 9}}\n"
    );
    let found = found(&one(&text));
    assert!(found.iter().all(|(_, rule)| *rule == "syntax"), "{found:?}");
    assert!(!found.is_empty());
}

#[test]
fn a_merge_that_is_not_finished_is_named() {
    let text = format!("{HEAD}<<<<<<< HEAD\nkind: ke-hoach\n=======\nkind: chi-thi\n>>>>>>> khac\n");
    assert_eq!(found(&one(&text)), [(5, "syntax")]);
}

/// Frequent mistakes are reported at their location, not where the parser notices them.
#[test]
fn beginners_are_told_what_they_did() {
    use plan::language::Lang;
    for (text, line, rule, words) in [
        ("format: 1\nplan: p\ntitle: \"Kế hoạch\nperiod: 2026\nkind: ke-hoach\n", 3, "syntax", "dấu nháy"),
        (
            &format!("{HEAD}units:\n  - {{id: a, name: Phòng một, hai, kind: x}}\n"),
            6,
            "unknown-key",
            "dấu phẩy",
        ),
        (&format!("{HEAD}kind:ke-hoach\n"), 5, "syntax", "dấu cách"),
        (
            "format: 1\nplan: p\ntitle: a\u{b}b c\nperiod: 2026\n",
            3,
            "control-character",
            "ký tự vô hình U+000B",
        ),
        (
            "format: 1\nplan: p\ntitle: \"a\u{1b}b c\"\nperiod: 2026\n",
            3,
            "control-character",
            "ký tự vô hình U+001B",
        ),
    ] {
        let (checked, sources) = check_files(&one(text));
        let first = &checked.diagnostics[0];
        let at = sources.get(first.span.source).position(first.span.start as usize).line;
        assert_eq!((at, first.rule.name), (line, rule), "{text}");
        let help = first.help.as_ref().unwrap();
        let said = format!("{} {}", first.message.get(Lang::Vi), help.get(Lang::Vi));
        assert!(said.contains(words), "{said}");
    }
    // A unit's file whose unit does not answer: the entry is marked, not the head of the file.
    let mut files = MemoryFileSystem::default();
    let main = format!(
        "{HEAD}units:\n  - {{id: a, name: A, kind: x}}\n  - {{id: b, name: B, kind: x}}\ntasks:\n  - {{id: t, title: T, lead: a, due: tháng 9}}\n"
    );
    files.insert("plan.yaml", main);
    let report = "unit: b\nprogress:\n  - {item: t, date: 1/2/2026, state: started}\n  - {item: t, date: 2/2/2026, percent: 9}\n";
    files.insert("progress/b.yaml", report);
    assert_eq!(found(&files), [(3, "not-responsible"), (4, "not-responsible")]);
}

/// The entry after a broken one is still read.
#[test]
fn the_entry_behind_a_broken_one_is_read_whatever_broke_it() {
    for broken in [
        "- {id: t1, title: @x, heading: true}",
        "- {id: t1, title: `x, heading: true}",
        "- {id: t1, title: \"a\\qb\", due: tháng 9}",
        "- {id: t1, title: \"a\" b, heading: true}",
        "- {id: t1, title: x, due: tháng 9",
        "- {id: t1, title: \"x, due: tháng 9}",
        "- {id: t1, heading: true, title: Công tác: an toàn}",
        "- {id: t1\u{7}y, title: x, heading: true}",
    ] {
        for before in ["", "  - {id: t0, title: T, heading: true, due: 31/6}\n"] {
            let text = format!(
                "{HEAD}tasks:\n{before}  {broken}\n  - {{id: t2, title: T, lead: khong-co, due: tháng 9}}\nprogress: [{{item: t9, date: 1/2/2026, state: started}}]\n"
            );
            let found = found(&one(&text));
            let rules: Vec<&str> = found.iter().map(|(_, rule)| *rule).collect();
            let first = if before.is_empty() { None } else { Some("impossible-date") };
            let expected: Vec<&str> =
                first.into_iter().chain(["syntax", "unknown-unit", "unknown-item"]).collect();
            assert_eq!(rules, expected, "{text}\n{found:?}");
        }
    }
}
