//! `plan init`: a new plan from the starter.

use std::fs;
use std::path::PathBuf;

use plan::language::Lang;
use plan::parse::starter::starter;
use serde_json::json;

use crate::commands::schema::Judge;
use crate::support::program::plan_in;

#[test]
fn a_new_plan_is_written_where_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(plan_in(folder.path(), &["init", "moi"]).code, 0);
    assert_eq!(plan_in(folder.path(), &["validate", "moi"]).code, 0);
    let again = plan_in(folder.path(), &["init", "moi"]);
    assert_eq!((again.code, again.err.as_str()), (2, "lỗi: \"moi\" đã có và không trống\n"));
}

#[test]
fn the_starter_passes_every_check_in_both_languages() {
    let judge = Judge::new();
    for (lang, year) in Lang::ALL.into_iter().flat_map(|lang| [(lang, 2025), (lang, 2026)]) {
        let files = starter(year, lang);
        let folder = tempfile::tempdir().unwrap();
        let mut schemas: Vec<PathBuf> = Vec::new();
        for (path, text) in &files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, text).unwrap();
            if path.extension().is_some_and(|extension| extension == "yaml") {
                assert_eq!(judge.errors(text), None, "{}", path.display());
                assert!(!text.contains("YEAR"));
                let (_, named) = text.lines().next().unwrap().split_once("$schema=").unwrap();
                schemas.push(path.parent().unwrap().join(named));
            }
        }
        assert!(schemas.iter().all(|path| path.is_file()), "{schemas:?}");
        let ran = plan_in(folder.path(), &["validate", "-f", "json", "--as-of", &format!("1/1/{year}"), "."]);
        assert_eq!((ran.code, ran.json()["diagnostics"].clone()), (0, json!([])), "{}{}", ran.out, ran.err);
    }
}

#[test]
fn starters_differ_in_their_comments_only() {
    let bare = |lang| {
        let files = starter(2026, lang).into_iter().filter(|(path, _)| *path != "plan.schema.json");
        files
            .map(|(path, text)| {
                let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
                (path, lines.collect::<Vec<_>>().join("\n"))
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(bare(Lang::Vi), bare(Lang::En));
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
