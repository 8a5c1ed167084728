//! `plan init`: a new plan from the starter.

use std::fs;

use crate::commands::schema::Judge;
use crate::support::answers::rules;
use crate::support::program::plan_in;

#[test]
fn a_new_plan_is_written_where_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(plan_in(folder.path(), &["init", "moi"]).code, 0);
    assert_eq!(plan_in(folder.path(), &["validate", "moi"]).code, 0);
    let again = plan_in(folder.path(), &["init", "moi"]);
    assert_eq!((again.code, again.err.as_str()), (2, "lỗi: \"moi\" đã có và không trống\n"));
}

/// Writes a new plan in a folder and checks it on a day: the text of its files.
fn written(arguments: &[&str], day: &str) -> Vec<(String, String)> {
    let judge = Judge::new();
    let folder = tempfile::tempdir().unwrap();
    let ran = plan_in(folder.path(), &[&["init", "plans/an-toan"], arguments].concat());
    assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
    let mut files = Vec::new();
    for path in ran.out.lines() {
        let text = fs::read_to_string(folder.path().join(path)).unwrap();
        assert!(!text.contains('@'), "{text}");
        if !path.ends_with("schema.json") {
            assert_eq!(judge.errors(&text), None, "{path}");
            // Block style: a comma is never a sign of YAML.
            assert!(
                !text.lines().any(|line| !line.trim_start().starts_with('#') && line.contains('{')),
                "{text}"
            );
            let (_, schema) = text.lines().next().unwrap().split_once("$schema=").unwrap();
            assert!(folder.path().join(path).parent().unwrap().join(schema).is_file());
        }
        files.push((path["plans/an-toan/".len()..].to_owned(), text));
    }
    let ran = plan_in(folder.path(), &["validate", "-f", "json", "--as-of", day]);
    // Days off of years to come are not announced.
    let found = rules(&ran);
    assert!(
        ran.code == 0 && found.iter().all(|rule| rule == "unknown-calendar"),
        "{arguments:?}: {}",
        ran.out
    );
    assert!(found.is_empty() || day == "21/11/2026", "{arguments:?}: {}", ran.out);
    files
}

#[test]
fn a_new_plan_passes_every_check_in_both_languages() {
    let units = "UBND phường Hoa Sen, Trường Tiểu học Hoa Mai,Trường THCS Hoa Lan";
    for lang in ["vi", "en"] {
        for (arguments, day) in [
            (&[][..], "21/11/2026"),
            (&["--period", "2025"], "1/1/2025"),
            (&["--period", "2025", "--units", units, "--title", "An toàn: trường học #1"], "1/1/2025"),
            (&["--units", "Trường Tiểu học Hoa Mai"], "21/11/2026"),
            (&["--period", "năm học 2025-2026", "--units", units], "1/1/2026"),
            (&["--period", "2027-2028"], "21/11/2026"),
            (&["--period", "Quý III/2026"], "1/7/2026"),
        ] {
            written(&[&["--lang", lang], arguments].concat(), day);
        }
    }
}

#[test]
fn a_new_plan_is_what_was_asked_for() {
    let text = |files: &[(String, String)], name: &str| {
        files.iter().find(|(path, _)| path == name).unwrap_or_else(|| panic!("{name}")).1.clone()
    };
    let units = "UBND phường Hoa Sen,Trường Tiểu học Hoa Mai,Trường THCS Hoa Lan";
    let files = written(
        &["--period", "năm học 2025-2026", "--title", "An toàn: trường học", "--units", units],
        "1/1/2026",
    );
    let plan = text(&files, "plan.yaml");
    for line in [
        "plan: an-toan",
        "title: 'An toàn: trường học'",
        "period: năm học 2025-2026",
        "issuer: ubnd-phuong-hoa-sen",
        "  due: Trong năm học 2025-2026",
    ] {
        assert!(plan.lines().any(|own| own == line), "{line}\n{plan}");
    }
    let units = text(&files, "units.yaml");
    assert!(
        units.contains("  - id: truong-thcs-hoa-lan\n    name: Trường THCS Hoa Lan\n    kind: truong\n"),
        "{units}"
    );
    assert!(text(&files, "progress/ubnd-phuong-hoa-sen.yaml").contains("unit: ubnd-phuong-hoa-sen\n"));
    // A period to come has no report yet.
    let files = written(&["--period", "2027"], "21/11/2026");
    assert!(text(&files, "progress/van-phong.yaml").contains("\nprogress:\n"));
    assert!(!text(&files, "progress/van-phong.yaml").contains("\n  - item"));
    let folder = tempfile::tempdir().unwrap();
    for (arguments, message) in [
        (&["--period", "năm hai nghìn"][..], "error[unreadable-deadline]"),
        (&["--units", " , "], "error: --units: there is no name of a unit"),
    ] {
        let ran = plan_in(folder.path(), &[&["init", "moi", "--lang", "en"], arguments].concat());
        assert_eq!(ran.code, 2);
        assert!(ran.err.starts_with(message), "{}", ran.err);
        assert!(!folder.path().join("moi").exists());
    }
}

#[test]
fn new_plans_differ_in_their_comments_only() {
    let bare = |lang| {
        let files = written(&["--lang", lang], "21/11/2026").into_iter();
        let files = files.filter(|(path, _)| path != "plan.schema.json");
        files
            .map(|(path, text)| {
                let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
                (path, lines.collect::<Vec<_>>().join("\n"))
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(bare("vi"), bare("en"));
}

#[test]
fn in_an_empty_folder_every_command_names_init() {
    let folder = tempfile::tempdir().unwrap();
    for command in [&["validate", "."][..], &["status"], &["overdue"], &["list", "--plans", "."]] {
        let ran = plan_in(folder.path(), command);
        assert!(
            ran.code > 0 && format!("{}{}", ran.out, ran.err).contains("plan init"),
            "{command:?}: {}{}",
            ran.out,
            ran.err
        );
    }
}

/// The file for git stands beside the plan; what is there already stays.
#[test]
fn git_is_told_to_merge_plans_by_entries() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let attributes = path.join("plans/.gitattributes");
    let ran = plan_in(path, &["init", "--git"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.starts_with("plans/.gitattributes\nplans/ke-hoach/"), "{}", ran.out);
    let command = "git config merge.plan.driver \"plan merge %O %A %B %P\"";
    assert!(
        ran.err.starts_with(&format!("Mỗi bản sao của kho git chạy một lần: {command}\n")),
        "{}",
        ran.err
    );
    assert_eq!(fs::read_to_string(&attributes).unwrap(), "*.yaml merge=plan\n");
    assert_eq!(plan_in(path, &["validate"]).code, 0);
    // A plan, or a folder of plans, that is there.
    fs::write(&attributes, "*.yaml eol=lf\r\n*.md text").unwrap();
    for folder in ["plans/ke-hoach", "plans", "plans"] {
        assert_eq!(plan_in(path, &["init", "--git", folder]).code, 0);
        let text = fs::read_to_string(&attributes).unwrap();
        assert_eq!(text, "*.yaml eol=lf\r\n*.md text\r\n*.yaml merge=plan\r\n");
    }
    let again = plan_in(path, &["init", "--git", "-q"]);
    assert_eq!((again.code, again.out.as_str(), again.err.as_str()), (0, "", ""));
}
