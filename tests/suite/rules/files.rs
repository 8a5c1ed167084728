//! The files of a plan: by which names they are read, and what is told of those that are not.

use std::path::Path;

use crate::support::answers::rules;
use crate::support::folder::folder_of;
use crate::support::program::{Ran, plan_in};

const PLAN: &str = "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2026\n\
    units: [{id: u1, name: Một, kind: truong}, {id: u2, name: Hai, kind: truong}]\n\
    tasks: [{id: A, title: Việc, lead: [u1, u2], due: 31/1/2026}]\n";

fn report(unit: &str) -> String {
    format!("unit: {unit}\nprogress: [{{item: A, date: 5/1/2026, state: done, evidence: Báo cáo 1/BC}}]\n")
}

fn validate(folder: &Path, path: &str) -> Ran {
    plan_in(folder, &["validate", path, "-f", "json", "--lang", "en"])
}

/// The rule and the file of each diagnostic.
fn found(ran: &Ran) -> Vec<(String, String)> {
    let json = ran.json();
    let all = json["diagnostics"].as_array().unwrap().iter();
    let word = |found: &serde_json::Value, key: &str| found[key].as_str().unwrap().to_owned();
    all.map(|diagnostic| (word(diagnostic, "rule"), word(diagnostic, "file"))).collect()
}

#[test]
fn files_are_read_whatever_the_case_of_their_ending() {
    for (main, part) in
        [("plan.YAML", "u1.YAML"), ("plan.Yaml", "u1.Yml"), ("plan.yaml", "u1.YML"), ("x.plan.YAML", "")]
    {
        let report = report("u1");
        let (main_path, part_path) = (format!("p/{main}"), format!("p/progress/{part}"));
        let mut files = vec![(main_path.as_str(), PLAN)];
        if !part.is_empty() {
            files.push((&part_path, &report));
        }
        let folder = folder_of(&files);
        for asked in ["p", "p/progress", &main_path, &part_path] {
            if asked.starts_with("p/progress") && part.is_empty() {
                continue;
            }
            let ran = validate(folder.path(), asked);
            assert_eq!((rules(&ran), ran.code), (vec![], 0), "{asked} {main}: {}", ran.err);
            assert_eq!(ran.json()["files"], files.len(), "{asked} {main}");
        }
        let options = ["--plans", "p", "--as-of", "1/3/2026", "-f", "csv", "--columns", "unit,status"];
        let ran = plan_in(folder.path(), &[&["list"][..], &options].concat());
        assert_eq!(ran.out.matches("hoàn thành").count(), usize::from(!part.is_empty()), "{}", ran.out);
    }
}

#[test]
fn a_second_main_file_in_another_case_is_a_part_like_any_other() {
    let folder =
        folder_of(&[("p/plan.yaml", PLAN), ("p/plan.YAML", "units: [{id: u3, name: Ba, kind: x}]\n")]);
    let ran = validate(folder.path(), "p");
    assert_eq!((rules(&ran), &ran.json()["files"]), (vec![], &2.into()), "{}", ran.out);
}

#[test]
fn what_looks_like_a_file_of_a_plan_and_is_not_read_is_told() {
    let report = report("u1");
    for name in [
        "progress/u1.yaml.txt",
        "progress/u1.YML.txt",
        "u1.yaml.docx",
        "progress/u1.csv",
        "progress/nam/u1.XLSX",
    ] {
        let path = format!("p/{name}");
        let folder = folder_of(&[("p/plan.yaml", PLAN), (&path, &report)]);
        let ran = validate(folder.path(), "p");
        assert_eq!(found(&ran), [("unread-file".to_owned(), path)]);
        assert_eq!((ran.code, &ran.json()["files"]), (0, &1.into()));
        assert_eq!(plan_in(folder.path(), &["validate", "p", "--deny", "warnings"]).code, 1, "{name}");
        let ran = plan_in(folder.path(), &["list", "--plans", "p", "--lang", "en"]);
        assert!(ran.code == 0 && ran.err.contains(&format!("{name}:1:1: unread-file: ")), "{}", ran.err);
        let ran = plan_in(folder.path(), &["list", "--plans", "p", "-q"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{name}");
    }
}

#[test]
fn other_files_in_a_folder_of_a_plan_are_nobodys_business() {
    let folder = folder_of(&[
        ("p/plan.yaml", PLAN),
        ("p/README.md", ""),
        ("p/so-lieu.csv", ""),
        ("p/u.yaml.orig", ""),
        ("p/progress/minh-chung.pdf", ""),
        ("p/progress/~$u1.xlsx", ""),
        ("p/.u1.yaml.txt", ""),
        ("kho/u1.yaml.txt", ""),
    ]);
    assert_eq!(rules(&validate(folder.path(), ".")), [""; 0]);
}

#[test]
fn a_setting_allows_unread_files() {
    let allowed = format!("{PLAN}settings: {{lint: {{unread-file: allow}}}}\n");
    let folder = folder_of(&[("p/plan.yaml", &allowed), ("p/progress/u1.csv", "")]);
    assert_eq!(rules(&validate(folder.path(), "p")), [""; 0]);
    assert_eq!(plan_in(folder.path(), &["list", "--plans", "p"]).err, "");
    let denied = allowed.replace("allow", "deny");
    let folder = folder_of(&[("p/plan.yaml", &denied), ("p/progress/u1.csv", "")]);
    assert_eq!(validate(folder.path(), "p").code, 1);
}

#[test]
fn a_file_that_a_plan_includes_is_read_by_any_name() {
    let plan = format!("{PLAN}include: [them.yaml.txt]\n");
    let units = "units: [{id: u3, name: Ba, kind: x}]\n";
    let folder = folder_of(&[("p/plan.yaml", &plan), ("p/them.yaml.txt", units)]);
    let ran = validate(folder.path(), "p");
    assert_eq!((rules(&ran), &ran.json()["files"]), (vec![], &2.into()));
}

#[test]
fn a_main_file_by_another_name_is_told() {
    for name in ["q/plan.yml", "q/plan.YML", "q/plan.yaml.txt", "q.plan.yml", "q.plan.yaml.txt"] {
        let folder = folder_of(&[("p/plan.yaml", PLAN), (name, PLAN)]);
        let ran = validate(folder.path(), ".");
        assert_eq!(found(&ran), [("unread-file".to_owned(), name.to_owned())]);
        assert_eq!(ran.code, 0);
        let ran = plan_in(folder.path(), &["list", "--plans", "."]);
        assert!(ran.err.contains(&format!("{name}:1:1: unread-file")), "{}", ran.err);
    }
    // As the reason that there is no plan, it is no second fault.
    let folder = folder_of(&[("q/plan.yml", PLAN)]);
    let ran = validate(folder.path(), "q");
    let json = ran.json();
    assert_eq!((rules(&ran), ran.code), (vec!["no-plan".to_owned()], 1));
    assert_eq!(json["diagnostics"][0]["help"], "change its ending to .yaml");
    assert_eq!(json["diagnostics"][0]["related"][0]["file"], "q/plan.yml");
}

#[cfg(unix)]
#[test]
fn links_are_told_and_not_followed() {
    use std::os::unix::fs::symlink;

    let report = report("u1");
    let folder = folder_of(&[
        ("p/plan.yaml", PLAN),
        ("p/progress/u2.yaml", &report.replace("u1", "u2")),
        ("kho/u1.yaml", &report),
        ("kho/ke-hoach/plan.yaml", &PLAN.replace("plan: p", "plan: q")),
        ("duoi/README.md", ""),
    ]);
    let link = |to: &str, at: &str| symlink(to, folder.path().join(at)).unwrap();
    link("../../kho/u1.yaml", "p/progress/u1.yaml");
    link("../kho", "p/thang-1");
    link("khong-co", "p/dut.yml");
    link("../duoi/README.md", "p/README.md");
    let unread = |file: &str| ("unread-file".to_owned(), file.to_owned());
    let ran = validate(folder.path(), "p");
    assert_eq!(found(&ran), [unread("p/dut.yml"), unread("p/progress/u1.yaml"), unread("p/thang-1")]);
    let list = ["list", "--plans", "p", "--as-of", "1/3/2026", "-f", "csv", "--columns", "unit,status"];
    let ran = plan_in(folder.path(), &list);
    assert_eq!((ran.out.matches("hoàn thành").count(), ran.err.lines().count()), (1, 3), "{}", ran.err);
    // A link to a plan that is read anyway hides nothing; one to a plan elsewhere does.
    link("p", "hien-hanh");
    let all = validate(folder.path(), ".");
    assert_eq!(rules(&all), ["unread-file"; 3], "{}", all.out);
    link("../kho/ke-hoach", "duoi/q");
    link("../kho/ke-hoach/plan.yaml", "duoi/plan.yaml");
    assert_eq!(found(&validate(folder.path(), "duoi")).len(), 1);
    let no_plan = validate(folder.path(), "duoi").json();
    let reasons = no_plan["diagnostics"][0]["related"].as_array().unwrap().len();
    assert_eq!((no_plan["diagnostics"][0]["rule"].as_str(), reasons), (Some("no-plan"), 2));
}
