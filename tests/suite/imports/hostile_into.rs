//! Hostile files and texts into a plan: an error that leaves its files as they are, or additions that are words and
//! nothing else.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::hostile::{bomb, broken, entities};
use super::poison::{documents, texts};
use crate::hostile::poison::harmless;
use crate::support::folder::folder_of;
use crate::support::program::plan_in;
use crate::support::word::package;

const MAIN: &str = "format: 1\nplan: p\ntitle: An toàn\nperiod: 2026\n\nsections:\n  - {id: I, title: Việc}\n\n\
                    tasks:\n  - id: I-1\n    section: I\n    title: Rà soát phòng cháy\n    lead: vh\n    due: 30/6\n\n";
const UNITS: &str = "units:\n  - {id: vh, name: Phòng Văn hóa, kind: phong-ban}\n";

/// The files of a plan, with their paths.
type PlanFiles = Vec<(&'static str, String)>;

/// A plan in a folder with its units apart, and the same plan in one file.
fn plans() -> [PlanFiles; 2] {
    let whole = format!("{MAIN}{UNITS}");
    [
        vec![("p/plan.yaml", MAIN.to_owned()), ("p/units.yaml", UNITS.to_owned())],
        vec![("p/p.plan.yaml", whole)],
    ]
}

/// The files of the plan, by their names.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder.join("p")).unwrap().map(Result::unwrap);
    entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

/// Imports a file into each plan; `check` gets the exit status, what was printed, and the folder.
fn into_plans(plans: &[PlanFiles], name: &str, bytes: &[u8], check: impl Fn(u8, &str, &str, &Path)) {
    for plan in plans {
        let given: Vec<(&str, &str)> = plan.iter().map(|(path, text)| (*path, text.as_str())).collect();
        let folder = folder_of(&given);
        fs::write(folder.path().join(name), bytes).unwrap();
        let before = files(folder.path());
        let ran = plan_in(folder.path(), &["import", name, "--into", "p", "--plans", "p"]);
        let after = files(folder.path());
        if ran.code == 2 {
            assert_eq!(after, before, "{name}: {}", ran.err);
        }
        for (path, old) in &before {
            let (old, new) = (String::from_utf8_lossy(old), String::from_utf8_lossy(&after[path]));
            let mut lines = new.lines();
            assert!(
                old.lines().all(|line| lines.any(|other| other == line)),
                "{name}: {path} has lost lines:\n{new}"
            );
        }
        check(ran.code, &ran.out, &ran.err, folder.path());
    }
}

#[test]
fn broken_files_leave_the_plan_as_it_is() {
    let more = [
        ("a.docx", bomb()),
        ("a.docx", entities()),
        ("a.xlsx", package(&[("xl/workbook.xml", "<a>".to_owned())])),
    ];
    let cut = broken().into_iter().map(|(name, bytes, _)| (name, bytes[..bytes.len() / 2].to_vec()));
    let all = broken().into_iter().map(|(name, bytes, _)| (name, bytes)).chain(more).chain(cut);
    let [folder, file] = plans();
    let bombs = [(vec![folder.clone()], ("a.docx", bomb()))];
    let all = all.map(|named| (vec![folder.clone(), file.clone()], named)).chain(bombs);
    for (plans, (name, bytes)) in all {
        into_plans(&plans, name, &bytes, |code, out, err, _| {
            assert_eq!((code, out), (2, ""), "{name}");
            assert!(err.starts_with("lỗi: "), "{name}: {err}");
        });
    }
}

#[test]
fn hostile_texts_join_a_plan_as_words() {
    for (at, text) in texts().into_iter().enumerate() {
        for (of_name, (name, bytes)) in documents(&text).into_iter().enumerate() {
            // A plan in a folder and one in a file take turns.
            let plans = &plans()[(at + of_name) % 2..][..1];
            into_plans(plans, name, &bytes, |code, out, err, folder| {
                let what = format!("{name} {text:?}");
                assert!(code < 2, "{what}: {err}");
                harmless(out, &what);
                harmless(err, &what);
                for text in files(folder).into_values() {
                    harmless(&String::from_utf8(text).unwrap(), &what);
                }
                let ran = plan_in(folder, &["validate", "p"]);
                assert_eq!(ran.code, 0, "{what}: {}{}", ran.out, ran.err);
            });
        }
    }
}

/// Cells, tables and lists of sizes that no office has.
#[test]
fn huge_parts_are_survived() {
    let cell = "từ ngày 15/8 ".repeat(2_000);
    let wide = vec!["Thời hạn"; 300].join(",");
    let deep = (0..450).map(|at| format!("{}- Việc {at}", " ".repeat(at))).collect::<Vec<_>>().join("\n\n");
    for (name, text) in [
        ("a.csv", format!("TT,Nội dung,Chủ trì,Thời hạn\n1,{cell},{cell},{cell}\n")),
        ("a.csv", format!("TT,Nội dung,Chủ trì,{wide}\n1,Rà soát,Phòng A,{wide}\n")),
        ("a.txt", format!("KẾ HOẠCH\n\nBổ sung năm 2026\n\nI. VIỆC\n\n{deep}")),
        ("a.txt", format!("KẾ HOẠCH\n\nBổ sung năm 2026\n\nI. VIỆC\n\n- {}", "(".repeat(50_000))),
    ] {
        into_plans(&plans(), name, text.as_bytes(), |code, _, err, folder| {
            assert!(code <= 2, "{err}");
            assert_eq!(plan_in(folder, &["validate", "p"]).code, 0, "{name}");
        });
    }
}
