//! `plan validate`: paths, fixes, files, exit statuses.

use std::fs;
use std::path::Path;

use plan::cli::Env;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::answers::rules;
use crate::support::folder::folder_of;
use crate::support::process::{by_shell, run, status_and_streams};
use crate::support::program::{Ran, env, plan, plan_in, plan_with, root};

/// A workspace of two plans that share a registry.
fn workspace() -> TempDir {
    let plan = |id: &str| {
        format!(
            "format: 1\nplan: {id}\ntitle: Kế hoạch {id}\nperiod: 2026\ninclude: [../units.yaml]\n\
             tasks: [{{id: t, title: T, lead: a, due: tháng 9}}]\n"
        )
    };
    folder_of(&[
        ("plans/units.yaml", UNITS),
        ("plans/mot/plan.yaml", &plan("mot")),
        ("plans/mot/progress/a.yaml", "unit: a\nprogress: [{item: t, date: 1/9/2026, percent: 200}]\n"),
        ("plans/mot/.nhap.yaml", "đây không phải YAML: ["),
        ("plans/hai/plan.yaml", &plan("hai")),
        ("plans/hai/con/plan.yaml", &plan("con").replace("../units", "../../units")),
        ("plans/ba.plan.yaml", &plan("ba").replace("../units", "units")),
        ("khac/x.yaml", "a: 1\n"),
    ])
}

const UNITS: &str = "units: [{id: a, name: A, kind: x}]\n";

#[test]
fn fixes_repair_their_bytes_and_no_others() {
    let nfd = "Ke\u{302}\u{301} hoa\u{323}ch";
    let wrong =
        format!("format: 1\r\nplan: p # ghi chú {nfd}\r\ntitle: {nfd} na\u{301}y\r\nperiod: 2026\r\n");
    let right = format!("format: 1\r\nplan: p # ghi chú {nfd}\r\ntitle: Kế hoạch náy\r\nperiod: 2026\r\n");
    let folder = folder_of(&[("p.plan.yaml", &wrong)]);
    let read = || fs::read_to_string(folder.path().join("p.plan.yaml")).unwrap();
    let ran = plan_in(folder.path(), &["validate", "--diff", "p.plan.yaml"]);
    assert_eq!((ran.code, read()), (0, wrong.clone()));
    assert!(ran.out.contains("+title: Kế hoạch náy"), "{}", ran.out);
    let ran = plan_in(folder.path(), &["validate", "--fix", "p.plan.yaml"]);
    assert_eq!((ran.code, read()), (0, right), "{}", ran.err);
    assert!(ran.out.contains("không có lỗi"), "{}", ran.out);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
}

/// A zero-width space in a text with separate marks: the fixes of one value overlap.
#[test]
fn one_run_repairs_all_and_a_second_finds_nothing() {
    let title = "Ke\u{302}\u{301}\u{200b} hoa\u{323}ch na\u{306}m";
    let task = |id| format!("  - {{id: {id}, title: \"{title}\", lead: a, due: tháng 9}}\n");
    let head = format!("format: 1\nplan: p\ntitle: {title}\nperiod: 2026\n{UNITS}tasks:\n");
    let wrong = head + &task(1) + &task(2);
    let right = wrong.replace(title, "Kế hoạch năm");
    let folder = folder_of(&[("p.plan.yaml", &wrong)]);
    let read = || fs::read_to_string(folder.path().join("p.plan.yaml")).unwrap();
    let diff = plan_in(folder.path(), &["validate", "--diff", "p.plan.yaml"]).out;
    assert_eq!((diff.matches("\n+").count() - 1, diff.matches("Kế hoạch năm").count()), (3, 3), "{diff}");
    let ran = plan_in(folder.path(), &["validate", "--fix", "p.plan.yaml", "--lang", "en"]);
    assert_eq!((ran.code, ran.err.as_str(), read()), (0, "6 repaired\n", right.clone()));
    assert!(ran.out.starts_with("no errors"), "{}", ran.out);
    let ran = plan_in(folder.path(), &["validate", "--fix", "p.plan.yaml"]);
    assert_eq!((ran.code, ran.err.as_str(), read()), (0, "", right));
}

#[test]
fn a_path_is_a_folder_of_plans_a_plan_or_any_file_of_one() {
    let workspace = workspace();
    for (path, plans, files) in [
        ("plans", 4, 6),
        ("plans/mot", 1, 3),
        ("plans/mot/plan.yaml", 1, 3),
        ("plans/mot/progress", 1, 3),
        ("plans/mot/progress/a.yaml", 1, 3),
        ("plans/hai", 2, 3),
        ("plans/hai/plan.yaml", 1, 2),
        ("plans/ba.plan.yaml", 1, 2),
        ("plans/units.yaml", 4, 5),
    ] {
        let ran = plan_in(workspace.path(), &["validate", "-f", "json", path]);
        let json = ran.json();
        assert_eq!(json["plans"], plans, "{path}: {}", ran.out);
        if path != "plans/units.yaml" {
            assert_eq!(json["files"], files, "{path}");
        }
    }
    // The nearest folder `plans` is found from below.
    for (from, path) in [
        ("", "plans/mot/progress/a.yaml:2:47"),
        ("plans/mot/progress", "a.yaml:2:47"),
        ("khac", "../plans/mot/progress/a.yaml:2:47"),
    ] {
        let ran = plan_in(&workspace.path().join(from), &["validate", "-f", "short"]);
        assert_eq!(ran.out.lines().next().unwrap().split(": ").next(), Some(path), "{from}");
        assert_eq!(ran.code, 1);
    }
    for path in ["khac", "khac/x.yaml"] {
        let ran = plan_in(workspace.path(), &["validate", "-f", "json", path]);
        assert_eq!((rules(&ran), ran.code), (vec!["no-plan".to_owned()], 1), "{path}");
    }
}

#[test]
fn what_is_wrong_with_a_shared_file_is_told_once() {
    let workspace = workspace();
    fs::write(workspace.path().join("plans/units.yaml"), "units: [{id: a, name: A, kind: x, nmae: A}]\n")
        .unwrap();
    let ran = plan_in(workspace.path(), &["validate", "-f", "json"]);
    assert_eq!(rules(&ran), ["unknown-key", "percent-range"]);
}

#[test]
fn an_answer_goes_to_a_file_as_a_whole_or_not_at_all() {
    let workspace = workspace();
    let ran = plan_in(workspace.path(), &["validate", "-o", "kq.json"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    let written: Value =
        serde_json::from_slice(&fs::read(workspace.path().join("kq.json")).unwrap()).unwrap();
    assert_eq!(written["schema"], "plan.diagnostics/1");
    let ran = plan_in(workspace.path(), &["validate", "-o", "khong-co/kq.json"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.starts_with("lỗi: không ghi được"), "{}", ran.err);
    assert!(!Path::new(&workspace.path().join("khong-co")).exists());
}

/// Runs the program in a folder on a server that says where it has put the repository.
fn on_server(folder: &Path, server: Option<&Path>, arguments: &[&str]) -> Ran {
    let env = Env { ci_folders: server.map(Path::to_path_buf).into_iter().collect(), ..env(folder) };
    plan_with(&env, arguments)
}

#[test]
fn formats_of_servers_name_files_from_the_root_of_the_repository() {
    let workspace = workspace();
    let root = workspace.path();
    let path = "plans/mot/progress/a.yaml";
    let assert_paths = |from: &str, server: Option<&Path>, path: &str| {
        let printed = |format| on_server(&root.join(from), server, &["validate", "-f", format]);
        let github = printed("github").out;
        assert!(github.starts_with(&format!("::error file={path},line=2,")), "{from}: {github}");
        assert!(github.contains(&format!("::{path}:2:47: ")), "{from}: {github}");
        assert_eq!(printed("gitlab").json()[0]["location"]["path"], path, "{from}");
        let junit = printed("junit").out;
        assert!(junit.contains(&format!("classname=\"{path}\" file=\"{path}\"")), "{from}: {junit}");
        let sarif = printed("sarif").json();
        let location = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        let artifact = &location["artifactLocation"];
        assert_eq!((&artifact["uri"], &artifact["uriBaseId"]), (&path.into(), &"%SRCROOT%".into()), "{from}");
    };
    // In no repository, paths lead from the current folder.
    assert_paths("plans/mot/progress", None, "a.yaml");
    assert_paths("khac", None, "../plans/mot/progress/a.yaml");
    for from in ["", "plans", "plans/mot", "khac"] {
        assert_paths(from, Some(root), path);
        assert_paths(from, Some(&root.join("plans")), "mot/progress/a.yaml");
    }
    fs::create_dir(root.join(".git")).unwrap();
    for from in ["", "plans", "plans/mot", "khac"] {
        assert_paths(from, None, path);
        assert_paths(from, Some(&root.join("plans")), path);
    }
    // From outside, too.
    let elsewhere = tempfile::tempdir().unwrap();
    let plans = root.join("plans");
    let ran = plan_in(elsewhere.path(), &["validate", plans.to_str().unwrap(), "-f", "github"]);
    assert!(ran.out.starts_with(&format!("::error file={path},")), "{}", ran.out);
}

#[test]
fn a_finding_on_a_folder_has_the_path_of_the_folder() {
    let workspace = workspace();
    fs::create_dir(workspace.path().join(".git")).unwrap();
    for (from, asked, path) in [("", "khac", "khac"), ("khac", ".", "khac"), ("plans", "../khac", "khac")] {
        let folder = workspace.path().join(from);
        let ran = plan_in(&folder, &["validate", asked, "-f", "github"]);
        assert!(ran.out.starts_with(&format!("::error file={path},line=1,")), "{from}: {}", ran.out);
        let sarif = plan_in(&folder, &["validate", asked, "-f", "sarif"]).json();
        let location = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(location["artifactLocation"]["uri"], path);
    }
}

#[test]
fn people_are_given_paths_from_the_current_folder() {
    let workspace = workspace();
    for (from, path) in [
        ("", "plans/mot/progress/a.yaml"),
        ("plans", "mot/progress/a.yaml"),
        ("plans/mot/progress", "a.yaml"),
        ("plans/hai", "../mot/progress/a.yaml"),
        ("khac", "../plans/mot/progress/a.yaml"),
    ] {
        let folder = workspace.path().join(from);
        let ran = plan_in(&folder, &["validate", "-f", "short"]);
        assert!(ran.out.starts_with(&format!("{path}:2:47: percent-range: ")), "{from}: {}", ran.out);
        assert!(folder.join(path).is_file());
        assert_eq!(plan_in(&folder, &["validate", "-f", "json"]).json()["diagnostics"][0]["file"], path);
    }
}

/// GitHub shows ten annotations of a step; the log has the rest, without what is not in the messages.
#[test]
fn the_log_of_github_names_every_place_and_counts() {
    let tasks: Vec<String> =
        (0..15).map(|n| format!("  - {{id: T{n}, title: T, lead: x{n}, due: tháng 9}}\n")).collect();
    let tasks = tasks.concat();
    let folder = folder_of(&[(
        "p.plan.yaml",
        &format!("format: 1\nplan: p\ntitle: P\nperiod: 2026\n{UNITS}tasks:\n{tasks}"),
    )]);
    let ran = plan_in(folder.path(), &["validate", ".", "-f", "github", "--lang", "en"]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!((lines.len(), lines[15]), (16, "15 errors in 1 file (1 plan)"));
    for (n, line) in lines[..15].iter().enumerate() {
        let message =
            format!("::p.plan.yaml:{}:{}: there is no unit \"x{n}\"", n + 7, if n < 10 { 30 } else { 31 });
        assert!(line.contains(&message), "{line}");
    }
}

#[test]
fn a_run_that_could_not_do_its_work_says_so_in_every_report() {
    let workspace = workspace();
    let run = |format: &str, paths: &[&str]| {
        let ran = plan_in(workspace.path(), &[&["validate", "-f", format, "--lang", "en"], paths].concat());
        assert_eq!(ran.code, if paths.len() > 1 { 2 } else { 1 }, "{}", ran.err);
        ran
    };
    let (done, failed) = (&["plans"][..], &["plans", "khong-co"][..]);
    let message = "cannot read \"khong-co\": no such file or folder";
    let json = run("json", failed).json();
    assert_eq!((&json["complete"], &json["failures"][0]["message"]), (&false.into(), &message.into()));
    assert_eq!(json["failures"][0]["file"], "khong-co");
    assert_eq!(run("json", done).json()["complete"], true);
    let invocation = |paths| run("sarif", paths).json()["runs"][0]["invocations"][0].clone();
    assert_eq!(invocation(failed)["executionSuccessful"], false);
    assert_eq!(invocation(failed)["toolExecutionNotifications"][0]["message"]["text"], message);
    assert_eq!(invocation(done), serde_json::json!({"executionSuccessful": true}));
    let gitlab = run("gitlab", failed).json();
    assert_eq!((&gitlab[0]["description"], &gitlab[0]["severity"]), (&message.into(), &"blocker".into()));
    assert_eq!(gitlab.as_array().unwrap().len(), run("gitlab", done).json().as_array().unwrap().len() + 1);
    let junit = run("junit", failed).out;
    assert!(junit.contains("<error message=\"cannot read &quot;khong-co&quot;: "), "{junit}");
    assert!(junit.contains("tests=\"2\" failures=\"1\" errors=\"1\""), "{junit}");
    assert!(run("github", failed).out.contains(&format!("\n::error title=plan validate::{message}\n")));
}

/// Runs `plan validate` with a text on standard input.
fn validate_text(folder: &Path, text: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
    fs::write(folder.join("stdin.txt"), text).unwrap();
    let arguments = [&["validate"], arguments, &["--lang", "en"]].concat();
    let output = run(by_shell(folder, "exec \"$0\" \"$@\" < stdin.txt", &arguments));
    let (code, out, err) = status_and_streams(&output);
    (code, out.to_owned(), err.to_owned())
}

#[test]
fn standard_input_is_checked_as_the_file_of_a_whole_plan() {
    let workspace = workspace();
    let text = fs::read_to_string(workspace.path().join("plans/mot/plan.yaml")).unwrap();
    let in_plans = workspace.path().join("plans/mot");
    // The report beside it, which is wrong, is no part of it; what it includes is.
    let ran = validate_text(&in_plans, &text, &["-"]);
    assert_eq!(ran, (Some(0), "no errors: 2 files, 1 plan\n".to_owned(), String::new()));
    let wrong = text.replace("lead: a", "lead: b");
    let ran = validate_text(&in_plans, &wrong, &["-", "-f", "short"]);
    assert_eq!(
        ran,
        (Some(1), "<stdin>:6:33: unknown-unit: there is no unit \"b\"\n".to_owned(), String::new())
    );
    for path in ["plans/mot/plan.yaml", "plans/mot/moi.yaml", "plans/mot/progress"] {
        let ran = validate_text(workspace.path(), &wrong, &["-", "--stdin-path", path, "-f", "short"]);
        let expected = format!("{path}:6:33: unknown-unit: there is no unit \"b\"\n");
        if path.ends_with("progress") {
            assert_eq!((ran.0, ran.2), (Some(2), format!("error: \"{path}\" is a folder, not a file\n")));
        } else {
            assert_eq!(ran, (Some(1), expected, String::new()));
        }
    }
    let (code, out, _) = validate_text(workspace.path(), &wrong, &["-", "-f", "short"]);
    assert_eq!(code, Some(1));
    assert!(out.contains("<stdin>:5:11: include-outside: \"../units.yaml\" lies outside the root"), "{out}");
    let bytes = run(by_shell(
        workspace.path(),
        "printf 'a: \\377' | \"$0\" \"$@\"",
        &["validate", "-", "-f", "short"],
    ));
    assert!(status_and_streams(&bytes).1.starts_with("<stdin>:1:4: encoding: "), "{bytes:?}");
}

#[test]
fn the_options_of_standard_input_are_used_with_it_alone() {
    let folder = folder_of(&[("p.plan.yaml", "")]);
    for (arguments, message) in [
        (&["-", "p.plan.yaml"][..], "\"-\" (standard input) stands without other paths"),
        (&["-", "--fix"], "--fix cannot write to standard input (help: --diff)"),
        (&["--stdin-path", "a.yaml"], "--stdin-path is used with \"validate -\" only"),
    ] {
        let (code, out, err) = validate_text(folder.path(), "", arguments);
        assert_eq!((code, out.as_str(), err), (Some(2), "", format!("error: {message}\n")));
    }
    let nfd = "format: 1\nplan: p\ntitle: Ke\u{302}\u{301} hoa\u{323}ch\nperiod: 2026\n";
    let (code, out, _) = validate_text(folder.path(), nfd, &["-", "--diff"]);
    assert_eq!(code, Some(0));
    assert!(out.starts_with("--- a/<stdin>\n+++ b/<stdin>\n") && out.contains("+title: Kế hoạch\n"), "{out}");
}

/// A commit that deletes or moves a file matches no filter by name, and may break a plan.
#[test]
fn the_hooks_run_on_every_commit() {
    let text = fs::read_to_string(root().join(".pre-commit-hooks.yaml")).unwrap();
    let hooks: Vec<Value> = serde_yaml::from_str(&text).unwrap();
    let languages: Vec<&str> = hooks.iter().map(|hook| hook["language"].as_str().unwrap()).collect();
    assert_eq!(languages, ["rust", "system"]);
    for hook in &hooks {
        assert_eq!((&hook["always_run"], &hook["pass_filenames"]), (&true.into(), &false.into()));
        assert!(hook.get("files").is_none());
        let arguments: Vec<&str> = hook["entry"].as_str().unwrap().split(' ').skip(1).collect();
        assert_eq!(plan(&arguments).code, 0);
    }
}

#[test]
fn equal_input_gives_equal_bytes() {
    for format in ["human", "short", "json", "sarif", "github", "gitlab", "junit"] {
        let once = plan(&["validate", "-f", format, "tests/data/wrong"]);
        assert_eq!(once.code, 1);
        assert_eq!(once.out, plan(&["validate", "-f", format, "tests/data/wrong"]).out, "{format}");
    }
}
