//! Every text that a plan, a file name, an argument or a variable can bring, poisoned, in every output format.

mod forms;
mod poisoned;

use std::fs;
use std::path::Path;

pub(crate) use crate::hostile::poison::forms::{harmless, sound};
use crate::hostile::poison::forms::{ics, office};
pub(crate) use crate::hostile::poison::poisoned::POISONS;
use crate::hostile::poison::poisoned::{poisoned, quoted};
use crate::support::folder::names;
use crate::support::program::{Ran, asked_by, env, plan, plan_in};
use crate::support::tables;

/// The commands that report on plans, in all variants.
const REPORTS: &[&[&str]] = &[
    &["status"],
    &["status", "--by", "section", "--since", "1/1/2026"],
    &["status", "--by", "unit"],
    &["status", "--by", "kind"],
    &["status", "--by", "goal"],
    &["status", "--by", "month"],
    &["status", "--by", "plan"],
    &["status", "--by", "status"],
    &["overdue"],
    &["overdue", "--by", "unit"],
    &["upcoming", "--within", "1000d"],
    &["list"],
    &[
        "list",
        "--columns",
        "key,plan,id,task,section,title,unit,unit.id,unit.name,unit.kind,answers,with,to,period,due_text,inherited,from,due,extended_to,deadline,extensions,progress,status,done,percent,reported,days_late,working_days_late,evidence,difficulty,proposal,output,tags,place",
    ],
    &["show", "r"],
    &["show", "t"],
    &["show", "C"],
    &["show", "a"],
    &["show", "g"],
    &["show", "I"],
    &["show", "G"],
    &["show", "p"],
    &["why", "r"],
    &["schedule"],
    &["targets"],
    &["units"],
    &["matrix"],
    &["report"],
    &["report", "--since", "1/1/2026"],
    &["brief"],
    &["report", "--fields"],
    &["brief", "--fields"],
    &["remind", "--within", "1y", "--fields"],
    &["remind", "--within", "1y"],
    &["timeline", "--by", "task"],
    &["calendar", "2026"],
    &["due", "tháng 9"],
];

#[test]
fn no_word_of_a_plan_is_more_than_a_word() {
    // Each poison has stood in each place when all are through; in a debug build each has stood in some.
    for first in (0..POISONS.len()).step_by(if cfg!(debug_assertions) { 4 } else { 1 }) {
        let folder = poisoned(first);
        let run = |arguments: &[&str]| plan_in(folder.path(), arguments);
        for format in ["human", "short", "json", "sarif", "github", "gitlab", "junit"] {
            let ran = run(&["validate", ".", "-f", format]);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{first} {format}\n{}", ran.out);
            assert!(ran.out.contains("control-character"), "{first} {format}\n{}", ran.out);
            sound(format, &ran.out, &format!("{first} validate {format}"));
        }
        let diff = run(&["validate", ".", "--diff"]);
        harmless(&diff.out.replace('\t', ""), "--diff");
        for (at, report) in REPORTS.iter().enumerate() {
            let day = ["21/11/2026", "15/3/2026"][(at + first) % 2];
            let lang = ["vi", "en"][(at + first / 2) % 2];
            for format in ["text", "markdown", "csv", "html", "json"] {
                let fixed = ["--plans", ".", "-f", format, "--as-of", day, "--lang", lang];
                let ran = run(&[*report, &fixed].concat());
                let what = format!("{first} {report:?} {format}");
                if matches!(report, ["show", "I" | "G" | "p"]) && ran.code == 2 {
                    harmless(&ran.err, &what);
                    continue;
                }
                assert_eq!(ran.code, 0, "{what}: {}", ran.err);
                harmless(&ran.err, &what);
                if !ran.out.is_empty() {
                    sound(format, &ran.out, &what);
                }
            }
            let ran = run(&[*report, &["--plans", ".", "--color", "always", "--width", "40"]].concat());
            harmless(&uncoloured(&ran.out), &format!("{first} {report:?} coloured"));
        }
    }
}

/// Documents for Word and Excel hold the words of a plan as words, too.
#[test]
fn no_word_of_a_plan_is_more_than_a_word_in_an_office_document() {
    for first in (0..POISONS.len()).step_by(if cfg!(debug_assertions) { 8 } else { 1 }) {
        let folder = poisoned(first);
        let out = tempfile::tempdir().unwrap();
        for (at, report) in REPORTS.iter().enumerate() {
            let format = ["docx", "xlsx"][(at + first) % 2];
            let file = out.path().join(format!("{at}.{format}"));
            let fixed = ["--plans", ".", "--as-of", "21/11/2026", "-o", file.to_str().unwrap()];
            let ran = plan_in(folder.path(), &[*report, &fixed].concat());
            let what = format!("{first} {report:?} {format}");
            if matches!(report, ["show", "I" | "G" | "p"]) && ran.code == 2 {
                continue;
            }
            assert_eq!(ran.code, 0, "{what}: {}", ran.err);
            office(format, &fs::read(&file).unwrap(), &what);
        }
        let forms = out.path().join("forms");
        let fixed = ["form", "--all", "--plans", ".", "--as-of", "21/11/2026", "-o", forms.to_str().unwrap()];
        assert_eq!(plan_in(folder.path(), &fixed).code, 0);
        for form in fs::read_dir(&forms).unwrap() {
            office("xlsx", &fs::read(form.unwrap().path()).unwrap(), &format!("{first} form"));
        }
        let fixed = ["collect", forms.to_str().unwrap(), "--plans", ".", "--as-of", "21/11/2026"];
        let ran = plan_in(folder.path(), &fixed);
        assert_eq!(ran.code, 0, "{first}: a form as it was sent says nothing: {}", ran.err);
        harmless(&format!("{}{}", ran.out, ran.err), &format!("{first} collect"));
        let fixed = ["list", "--plans", ".", "--as-of", "21/11/2026", "-f", "ics", "--remind", "1d"];
        let ran = plan_in(folder.path(), &fixed);
        ics(&ran.out, &format!("{first} ics"));
    }
}

/// Tables hold the words of a plan as they are, and no path is made of them.
#[test]
fn no_word_of_a_plan_is_more_than_a_word_in_a_table() {
    for first in (0..POISONS.len()).step_by(if cfg!(debug_assertions) { 4 } else { 1 }) {
        let folder = poisoned(first);
        let out = tempfile::tempdir().unwrap();
        let target = out.path().join("bang");
        let ran = plan_in(folder.path(), &["export", target.to_str().unwrap(), "--plans", ".", "-f", "json"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{first}");
        sound("json", &ran.out, &format!("{first} export"));
        sound("json", &fs::read_to_string(target.join("plan.tables.json")).unwrap(), "plan.tables.json");
        let province = names(&target.join("spans")).remove(0);
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_=".contains(c);
        assert!(province.chars().all(is_plain), "{first} {province}");
        let listed = plan_in(folder.path(), &["list", "--plans", ".", "-f", "json"]).json();
        let item = &tables::rows(&target, "items")[0];
        let of = &listed["items"][0];
        for column in ["key", "title", "output"] {
            assert_eq!(of[column].as_str(), Some(tables::text(item, column).as_str()), "{first} {column}");
        }
        assert!(POISONS.contains(&tables::text(item, "title").as_str()), "{first}");
        assert!(tables::rows(&target, "entries").iter().all(|row| tables::text(row, "evidence") != "-"));
    }
}

/// Removes the colours of the program.
fn uncoloured(printed: &str) -> String {
    let mut out = String::new();
    let mut rest = printed;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        out.push_str(before);
        let colour = after.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(0);
        rest = after[colour..].strip_prefix('m').unwrap_or("\u{1b}");
    }
    out + rest
}

/// Errors quote texts, and reports quote the id of a plan that they leave out.
#[test]
fn what_errors_quote_is_no_more_than_a_word() {
    for (first, poison) in POISONS.into_iter().enumerate() {
        let said = quoted(poison);
        let folder = tempfile::tempdir().unwrap();
        let text = format!(
            "format: 1\nplan: {said}\ntitle: T\nperiod: {said}\nkind: {said}\n{said}: {said}\nissuer: {said}\n\
             units: [{{id: {said}, name: A, kind: {said}}}, {{id: a, name: A, kind: x, {said}: 1}}]\n\
             groups: [{{id: g, name: {said}, members: [{said}, a], count: {said}}}, {{id: h, name: {said}, kind: z}}]\n\
             settings: {{lint: {{{said}: allow, no-evidence: {said}}}}}\n\
             tasks:\n  - {{id: t, title: T, lead: {said}, due: {said}, section: {said}, goals: [{said}]}} # plan: allow(x\u{2067}y)\n  \
             - {{id: t, title: T, lead: a, due: 31/6, same_as: {said}}}\n\
             targets: [{{id: c, title: T, value: {said}}}]\n\
             progress: [{{item: {said}, period: {said}, date: {said}, state: {said}, percent: {said}}}]\n"
        );
        fs::write(folder.path().join("p.plan.yaml"), text).unwrap();
        for (at, format) in
            ["human", "short", "json", "sarif", "github", "gitlab", "junit"].into_iter().enumerate()
        {
            let lang = ["vi", "en"][(first + at) % 2];
            let ran = plan_in(folder.path(), &["validate", ".", "-f", format, "--lang", lang]);
            let what = format!("{format} {lang} {said}");
            assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{what}");
            sound(format, &ran.out, &what);
        }
        for report in ["status", "list", "schedule"] {
            for format in ["text", "csv", "html", "json", "markdown"] {
                let ran = plan_in(folder.path(), &[report, "--plans", ".", "-f", format]);
                assert_eq!(ran.code, 2);
                harmless(&format!("{}{}", ran.out, ran.err), &format!("{report} {format} {said}"));
                if !ran.out.is_empty() {
                    sound(format, &ran.out, &format!("{report} {format} {said}"));
                }
            }
        }
        // The parser's errors quote characters that YAML itself refuses.
        for raw in [
            format!("{poison}: ["),
            format!("title: \"{poison}"),
            format!("? {poison}\n- x"),
            format!("a: !{poison} b"),
            format!("a: *{poison}"),
        ] {
            fs::write(folder.path().join("p.plan.yaml"), raw).unwrap();
            for format in ["human", "json", "github"] {
                let ran = plan_in(folder.path(), &["validate", ".", "-f", format]);
                assert_eq!(ran.code, 1);
                sound(format, &ran.out, &format!("{format} raw {said}"));
            }
        }
    }
}

/// A command line may come from a script of unknown origin.
#[test]
fn arguments_and_variables_come_back_as_words() {
    let folder = poisoned(0);
    for poison in POISONS {
        let option = format!("--{poison}");
        let (field, unit, sum) =
            (format!("{poison}:x"), format!("unit:{poison}"), format!("not:due:..{poison}"));
        for arguments in [
            &[poison][..],
            &["status", &option],
            &["status", "--", poison],
            &["list", &field],
            &["list", &unit],
            &["list", &sum],
            &["list", "late:30..", "status:", &format!("section:{poison}")],
            &["list", "--unit", poison],
            &["list", "--plan", poison],
            &["list", "--columns", poison],
            &["list", "--sort", poison],
            &["list", "--limit", poison],
            &["status", "--by", poison],
            &["status", "--since", poison],
            &["upcoming", "--within", poison],
            &["status", "--as-of", poison],
            &["status", "--known", poison],
            &["status", "--lang", poison],
            &["status", "--color", poison],
            &["status", "--width", poison],
            &["status", "-f", poison],
            &["status", "-o", &format!("x.{poison}")],
            &["validate", poison],
            &["validate", ".", "-f", poison],
            &["validate", ".", "--deny", poison],
            &["show", poison],
            &["why", poison],
            &["why", "r", "--unit", poison],
            &["why", "r", "--period", poison],
            &["due", poison],
            &["due", "tháng 9", "--period", poison],
            &["due", "tháng 9", "--plan", poison],
            &["calendar", poison],
            &["export", &format!("plan.yaml/{poison}")],
            &["explain", poison],
            &["completions", poison],
            &["record", poison, "done"],
            &["record", "r", poison],
            &["record", "r", "done", "--unit", poison],
            &["record", "r", "done", "--period", poison],
            &["record", "r", "done", "--evidence", poison, "--dry-run"],
            &["record", "r", "paused", "--date", poison],
            &["record", "r", "paused", "--percent", poison],
            &["extend", "r", poison],
            &["extend", "r", "1/12/2026", "--by", poison, "--dry-run"],
            &["drop", "r", "--reason", poison, "--dry-run"],
            &["assign", "r", poison],
            &["measure", poison, "5"],
            &["measure", "C", poison, "--dry-run"],
            &["rename", poison, "x"],
            &["merge", poison, poison, poison, poison],
            &["renew", poison, "--period", "2027"],
            &["renew", "p", "--period", poison],
            &["renew", "p", "--period", "2027", "--id", poison, "--dry-run"],
            &["renew", "p", "--period", "2027", "--dry-run", "--carry"],
            &["init", &format!("new/{poison}"), "--git"],
            &["rename", "r", poison],
            &["rename", "r", "x", "--kind", poison],
            &["form", poison, "-o", "bieu"],
            &["form", "--unit", poison, "-o", "bieu"],
            &["form", "--until", poison, "-o", "bieu"],
            &["form", "--reply-by", poison, "-o", "bieu"],
            &["collect", poison],
            &["collect", ".", "--date", poison, "--dry-run"],
        ] {
            let lang = ["vi", "en"][arguments.join(" ").len() % 2];
            let ran = plan_in(folder.path(), &[arguments, &["--plans", ".", "--lang", lang]].concat());
            harmless(&format!("{}{}", ran.out, ran.err), &format!("{arguments:?}"));
        }
        for lang in ["vi", "en"] {
            let ran = plan_in(folder.path(), &["status", "--plans", poison, "--lang", lang]);
            harmless(&format!("{}{}", ran.out, ran.err), poison);
            assert_eq!(ran.code, 2);
        }
        let ran = by_variables(folder.path(), poison);
        harmless(&format!("{}{}", ran.out, ran.err), poison);
    }
    // Shells show what they are told.
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        for line in [
            &["--", "plan", "show", ""][..],
            &["--", "plan", "list", "unit:"],
            &["--", "plan", "list", "tag:"],
        ] {
            let ran = asked_by(Some(shell), folder.path(), line);
            // Some take what belongs to a value behind a tab, or a vertical one for a line's end.
            harmless(&ran.out.replace(['\t', '\u{b}'], ""), shell);
        }
    }
}

fn by_variables(folder: &Path, poison: &str) -> Ran {
    let env =
        plan::cli::Env { plan_path: Some(poison.into()), plan_lang: Some(poison.to_owned()), ..env(folder) };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = plan::cli::run(["plan", "status"].map(Into::into).into(), &env, &mut out, &mut err);
    Ran { code, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

/// Names occur in locations, in reports on plans left out, and in messages about written files.
#[test]
#[cfg(unix)]
fn names_of_files_are_no_more_than_words() {
    for poison in POISONS {
        let name: String = poison.replace('/', "").chars().take(40).collect();
        let folder = tempfile::tempdir().unwrap();
        let plans = folder.path().join(&name);
        fs::create_dir(&plans).unwrap();
        let text = "format: 1\nplan: p\ntitle: T\nperiod: 2026\nunits: [{id: a, name: A, kind: x}]\ntasks: [{id: t, title: \"T\\e\", lead: a, due: tháng 3}]\n";
        fs::write(plans.join("plan.yaml"), text).unwrap();
        fs::write(
            plans.join(format!("{name}.yaml")),
            "tasks: [{id: s, title: \"T\\e\", lead: a, due: tháng 3}]\n",
        )
        .unwrap();
        fs::write(plans.join(format!("{name}.plan.yaml")), "sai\n").unwrap();
        fs::write(folder.path().join(format!("{name}.plan.yaml")), "format: 1\nplan: [\n").unwrap();
        for format in ["human", "short", "json", "sarif", "github", "gitlab", "junit"] {
            for path in [".", &*name] {
                let ran = plan_in(folder.path(), &["validate", "-f", format, "--", path]);
                sound(format, &ran.out, &format!("{format} {name:?}"));
                harmless(&ran.err, format);
            }
        }
        let quiet: &[&[&str]] =
            &[&["list"], &["why", "s"], &["show", "s"], &["status", "-v"], &["validate", "--diff"]];
        for report in quiet {
            for format in ["text", "csv", "html", "json", "markdown"] {
                let format = if report.contains(&"--diff") { "human" } else { format };
                let ran = plan_in(folder.path(), &[*report, &["--plans", ".", "-f", format]].concat());
                harmless(
                    &format!("{}{}", ran.out, ran.err).replace('\t', ""),
                    &format!("{report:?} {name:?}"),
                );
                if ran.code == 0 && !ran.out.is_empty() {
                    sound(format, &ran.out, &format!("{report:?} {name:?}"));
                }
            }
        }
        for arguments in [
            &["init", &*format!("{name}/a")][..],
            &["init", &name],
            &["export", &format!("{name}/bang")],
            &["export", &name],
            &["man", &format!("{name}/plan.yaml")],
            &["status", "--plans", &format!("{name}/khong-co")],
            &["status", "--plans", &name, "-o", &format!("khong-co/{name}.html")],
        ] {
            let ran = plan_in(folder.path(), &[&arguments[..1], &["--lang", "en"], &arguments[1..]].concat());
            harmless(&format!("{}{}", ran.out, ran.err), &format!("{arguments:?}"));
        }
    }
}

#[test]
fn no_command_sends_the_terminal_what_a_plan_says() {
    let folder = tempfile::tempdir().unwrap();
    let evil = "\\e]0;x\\a\\e[31m\\x9b2J";
    let text = format!(
        "format: 1\nplan: p\ntitle: \"T {evil}\"\nperiod: 2026\nunits: [{{id: a, name: \"A {evil}\", kind: x}}]\n\
         sections: [{{id: I, title: \"S {evil}\"}}]\ngoals: [{{id: G, title: \"G {evil}\"}}]\n\
         tasks: [{{id: t, section: I, goals: [G], title: \"T {evil}\", text: \"X {evil}\", output: \"O {evil}\", lead: a, due: tháng 3}}]\n\
         targets: [{{id: c, title: \"C {evil}\", value: 5, lead: a}}]\n\
         progress: [{{item: t, date: 1/3/2026, state: started, evidence: \"E {evil}\", difficulty: \"D {evil}\"}}]\n"
    );
    std::fs::write(folder.path().join("p.plan.yaml"), text).unwrap();
    let path = folder.path().to_str().unwrap();
    for command in [
        &["validate"][..],
        &["status"],
        &["overdue"],
        &["overdue", "--by", "unit"],
        &["list"],
        &["upcoming"],
        &["show", "t"],
        &["why", "t"],
        &["schedule"],
        &["targets"],
        &["units"],
        &["matrix"],
        &["report"],
        &["brief"],
        &["remind"],
        &["timeline"],
        &["show", "a"],
        &["status", "--by", "goal"],
    ] {
        for format in ["text", "markdown", "csv", "html", "json"] {
            let format = if command[0] == "validate" && format != "json" { "human" } else { format };
            let mut arguments = command.to_vec();
            arguments.extend(["--plans", path, "-f", format]);
            let ran = plan(&arguments);
            assert!(ran.code < 2, "{arguments:?} {}", ran.err);
            let printed = format!("{}{}", ran.out, ran.err);
            harmless(&printed, &format!("{arguments:?}"));
        }
    }
}
