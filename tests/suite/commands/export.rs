//! `plan export`: the rows of the tables, their folder, and what is not in them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::folder::{folder_of, names};
use crate::support::process::{program, run};
use crate::support::program::{Ran, plan_in, root};
use crate::support::tables::{file, lines, rows, text};

const PLAN: &str = "format: 1
plan: p
title: Kế hoạch
period: 2026
issued: 5/1/2026
issuer: phuong
units:
  - {id: phuong, name: Phường, kind: phuong}
  - {id: cu, name: Trường cũ, kind: truong, parent: phuong, until: 30/6/2026, successors: [moi]}
  - {id: moi, name: Trường mới, kind: truong, from: 1/7/2026}
sections: [{id: I, title: Phần một}]
tasks:
  - {id: v, section: I, title: Việc, lead: cu, due: 31/5/2026, output: Báo cáo, tags: [a, b]}
  - {id: q, title: Giao ban, lead: phuong, due: hằng quý}
  - {id: t, title: Thường xuyên, lead: phuong, due: thường xuyên}
  - {id: w, title: Lùi về trước, lead: phuong, due: 31/5/2026, roll: previous}
targets:
  - {id: c, title: Tỷ lệ, value: '> 50%', due: trong năm, lead: phuong, results: [{date: 1/3/2026, value: 12/24}]}
  - {id: d, title: Đạt chuẩn, value: đạt, due: hằng quý, lead: phuong, results: [{date: 1/3/2026, period: 2026-Q1, value: chưa đạt}]}
progress:
  - {item: v, date: 10/4/2026, state: started, percent: 12.5, evidence: CV1}
  - {item: v, date: 12/5/2026, as_of: 10/5/2026, percent: 60, difficulty: thiếu, proposal: thêm}
changes:
  - {item: v, date: 20/5/2026, due: 14/6/2026, lead: phuong, by: CV2, reason: bão}
  - {item: t, date: 1/8/2026, dropped: true, by: CV3}
";

fn export(folder: &Path, arguments: &[&str]) -> Ran {
    plan_in(folder, &[&["export", "bang", "--plans", "plans"], arguments].concat())
}

#[test]
fn every_fact_is_a_row() {
    let folder = folder_of(&[("plans/p.plan.yaml", PLAN)]);
    let ran = export(folder.path(), &[]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let bang = folder.path().join("bang");
    let of = |table: &str, columns: &str| lines(&rows(&bang, table), &columns.split(' ').collect::<Vec<_>>());
    assert_eq!(
        of("plans", "province area plan title issued issuer period_from period_to standing path items"),
        ["_ |  | p | Kế hoạch | 2026-01-05 | phuong | 2026-01-01 | 2026-12-31 | - | p.plan.yaml | 7"]
    );
    assert_eq!(
        of("units", "unit kind parent starts ends successors"),
        [
            "phuong | phuong | - | 1900-01-01 | 9999-12-31 | -",
            "cu | truong | phuong | 1900-01-01 | 2026-07-01 | moi",
            "moi | truong | - | 2026-07-01 | 9999-12-31 | -",
        ]
    );
    assert_eq!(
        of("items", "item key section unit period kind due deadline due_soon_from output tags"),
        [
            "0 | p/v/cu/- | I | cu | - | dated | 2026-05-31 | 2026-06-01 | 2026-05-27 | Báo cáo | a b",
            "1 | p/q/phuong/2026-Q1 | - | phuong | 2026-Q1 | recurring | 2026-03-31 | 2026-03-31 | 2026-03-26 | - | -",
            "2 | p/q/phuong/2026-Q2 | - | phuong | 2026-Q2 | recurring | 2026-06-30 | 2026-06-30 | 2026-06-25 | - | -",
            "3 | p/q/phuong/2026-Q3 | - | phuong | 2026-Q3 | recurring | 2026-09-30 | 2026-09-30 | 2026-09-25 | - | -",
            "4 | p/q/phuong/2026-Q4 | - | phuong | 2026-Q4 | recurring | 2026-12-31 | 2026-12-31 | 2026-12-28 | - | -",
            "5 | p/t/phuong/- | - | phuong | - | continuous | - | - | - | - | -",
            "6 | p/w/phuong/- | - | phuong | - | dated | 2026-05-31 | 2026-05-29 | 2026-05-26 | - | -",
        ]
    );
    assert_eq!(
        of("entries", "item seq date as_of state percent evidence difficulty proposal"),
        [
            "0 | 1 | 2026-04-10 | 2026-04-10 | started | 12.5 | CV1 | - | -",
            "0 | 2 | 2026-05-12 | 2026-05-10 | - | 60 | - | thiếu | thêm",
        ]
    );
    assert_eq!(
        of("changes", "item seq date what due deadline dropped lead by reason"),
        [
            "0 | 1 | 2026-05-20 | due | 2026-06-14 | 2026-06-15 | - | - | CV2 | bão",
            "0 | 1 | 2026-05-20 | lead | - | - | - | phuong | CV2 | bão",
            "5 | 1 | 2026-08-01 | dropped | - | - | true | - | CV3 | -",
        ]
    );
    assert_eq!(
        of("targets", "target comparator low high measure period due"),
        [
            "c | > | 50 | - | % | - | 2026-12-31",
            "d | reached | - | - | - | 2026-Q1 | 2026-03-31",
            "d | reached | - | - | - | 2026-Q2 | 2026-06-30",
            "d | reached | - | - | - | 2026-Q3 | 2026-09-30",
            "d | reached | - | - | - | 2026-Q4 | 2026-12-31",
        ]
    );
    assert_eq!(
        of("results", "target period date value_text value reached"),
        ["c | - | 2026-03-01 | 12/24 | 50 | -", "d | 2026-Q1 | 2026-03-01 | chưa đạt | - | false"]
    );
    let spans = rows(&bang, "spans");
    let of_first: Vec<_> = spans.into_iter().filter(|row| text(row, "item") == "0").collect();
    assert_eq!(
        lines(
            &of_first,
            &["starts", "ends", "status", "progress", "percent", "deadline", "extensions", "unit"]
        ),
        [
            "1900-01-01 | 2026-04-10 | on-track | not-started | - | 2026-06-01 | 0 | cu",
            "2026-04-10 | 2026-05-10 | on-track | in-progress | 12.5 | 2026-06-01 | 0 | cu",
            "2026-05-10 | 2026-05-20 | on-track | in-progress | 60 | 2026-06-01 | 0 | cu",
            "2026-05-20 | 2026-06-10 | on-track | in-progress | 60 | 2026-06-15 | 1 | phuong",
            "2026-06-10 | 2026-06-16 | due-soon | in-progress | 60 | 2026-06-15 | 1 | phuong",
            "2026-06-16 | 9999-12-31 | overdue | in-progress | 60 | 2026-06-15 | 1 | phuong",
        ]
    );
    let calendar = file(&bang.join("calendar.parquet"));
    assert_eq!(calendar.len(), 36_525);
    let tet = calendar.iter().find(|row| text(row, "day") == "2026-02-17").unwrap();
    assert_eq!((text(tet, "working"), text(tet, "announced")), ("false".to_owned(), "true".to_owned()));
    assert_ne!(text(tet, "name"), "-");
}

/// The spans of a day, counted, are the status table of the day.
#[test]
fn spans_are_the_statuses_of_every_day() {
    let folder = tempfile::tempdir().unwrap();
    let year = root().join("examples/ca-nam");
    let year = year.to_str().unwrap();
    for known in [&[][..], &["--known", "1/7/2025"]] {
        let ran = plan_in(folder.path(), &[&["export", "bang", "--plans", year], known].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        let spans = rows(&folder.path().join("bang"), "spans");
        for day in
            ["1900-01-01", "2025-01-14", "2025-03-31", "2025-06-30", "2025-07-01", "2025-12-31", "2999-12-31"]
        {
            let mut found: BTreeMap<String, u64> = BTreeMap::new();
            for span in &spans {
                if text(span, "starts").as_str() <= day && text(span, "ends").as_str() > day {
                    *found.entry(text(span, "status").replace('-', "_")).or_default() += 1;
                }
            }
            let of_day = ["status", "--plans", year, "--as-of", day, "-f", "json"];
            let said = plan_in(folder.path(), &[&of_day, known].concat()).json();
            let statuses = plan::status::Status::ALL.map(|status| status.id().replace('-', "_"));
            for status in statuses {
                let expected = said["total"][&status].as_u64().unwrap();
                assert_eq!(found.get(&status).copied().unwrap_or(0), expected, "{day} {status} {known:?}");
            }
        }
    }
}

#[test]
fn plans_are_filed_by_area_and_sorted() {
    let plan = |id: &str, lines: &str| {
        let work = "units: [{id: a, name: A, kind: x}]\ntasks: [{id: t, title: T, lead: a, due: tháng 3}]\n";
        format!("format: 1\nplan: {id}\ntitle: T\nperiod: 2026\n{lines}{work}")
    };
    let folder = folder_of(&[
        ("plans/ha-noi/xa-b/z.plan.yaml", &plan("z", "")),
        ("plans/ha-noi/xa-a/y/plan.yaml", &plan("y", "")),
        ("plans/a.plan.yaml", &plan("a", "area: [Hà Nội, xa-b]\n")),
        ("plans/chung.yaml", "area: [Đà Nẵng, Hải Châu, tổ 1]\n"),
        ("plans/b.plan.yaml", &plan("b", "include: [chung.yaml]\n")),
        ("plans/ha-noi/c.plan.yaml", &plan("c", "area: []\n")),
        ("plans/d/plan.yaml", &plan("d", "")),
        ("plans/d/area.yaml", "area: [ha-noi]\n"),
    ]);
    let ran = export(folder.path(), &[]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let bang = folder.path().join("bang");
    assert_eq!(
        lines(&rows(&bang, "plans"), &["province", "area", "plan"]),
        [
            "_ |  | c",
            "da-nang | Hải Châu/tổ 1 | b",
            "ha-noi |  | d",
            "ha-noi | xa-a | y",
            "ha-noi | xa-b | a",
            "ha-noi | xa-b | z",
        ]
    );
    // Work items are numbered in this order, over the provinces.
    let items = lines(&rows(&bang, "items"), &["item", "key"]);
    assert_eq!(items[0], "0 | c/t/a/-");
    assert_eq!(items[5], "5 | z/t/a/-");
    assert_eq!(lines(&rows(&bang, "spans"), &["item"]).last().unwrap(), "5");
}

#[test]
fn plans_and_entries_with_errors_are_left_out_and_named() {
    let wrong_report = PLAN.replace("- {item: v, date: 12/5/2026", "- {item: vv, date: 12/5/2026");
    let folder = folder_of(&[
        ("plans/a.plan.yaml", &wrong_report),
        (
            "plans/b.plan.yaml",
            &PLAN.replace("lead: cu,", "lead: khong-co,").replace("plan: p\n", "plan: q\n"),
        ),
        ("plans/c.plan.yaml", PLAN),
    ]);
    let ran = export(folder.path(), &["-f", "json", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("the plan \"q\" is left out, it has errors"), "{}", ran.err);
    assert!(ran.err.contains("unknown-unit") && ran.err.contains("duplicate-plan"), "{}", ran.err);
    assert!(ran.err.contains("not counted: 1 entry"), "{}", ran.err);
    let manifest = fs::read_to_string(folder.path().join("bang/plan.tables.json")).unwrap();
    assert_eq!(manifest, ran.out);
    let manifest: Value = serde_json::from_str(&manifest).unwrap();
    assert_eq!(
        (&manifest["plans"], &manifest["items"], &manifest["complete"]),
        (&1.into(), &7.into(), &true.into())
    );
    let refused: Vec<_> = manifest["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|plan| (&plan["plan"], &plan["rules"][0]))
        .collect();
    assert_eq!(refused, [(&"p".into(), &"duplicate-plan".into()), (&"q".into(), &"unknown-unit".into())]);
    assert_eq!(manifest["left_out"][0]["rule"], "unknown-item");
    assert_eq!(rows(&folder.path().join("bang"), "entries").len(), 1);
}

#[test]
fn files_that_are_not_read_are_named() {
    let folder = folder_of(&[
        ("plans/ha-noi/plan.yml", PLAN),
        ("plans/p/plan.yaml", PLAN),
        ("plans/p/progress/bieu.xlsx", ""),
    ]);
    let ran = export(folder.path(), &["--lang", "en"]);
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains("plan.yml") && ran.err.contains("bieu.xlsx"), "{}", ran.err);
    assert_eq!(export(folder.path(), &["-q"]).err, "");
    let ran = export(folder.path(), &["-q", "-v"]);
    assert_eq!(ran.err, "plans/p/plan.yaml\n");
}

#[test]
fn a_folder_is_replaced_as_a_whole_or_not_at_all() {
    let folder = folder_of(&[
        ("plans/p.plan.yaml", PLAN),
        ("plans/ha-noi/q.plan.yaml", &PLAN.replace("plan: p", "plan: q")),
    ]);
    assert_eq!(export(folder.path(), &[]).code, 0);
    let bang = folder.path().join("bang");
    assert_eq!(names(&bang.join("spans")), ["province=_", "province=ha-noi"]);
    let before = fs::read(bang.join("plan.tables.json")).unwrap();
    // Again, with equal bytes.
    assert_eq!(export(folder.path(), &[]).code, 0);
    assert_eq!(fs::read(bang.join("plan.tables.json")).unwrap(), before);
    // A province that is gone leaves nothing behind.
    fs::remove_dir_all(folder.path().join("plans/ha-noi")).unwrap();
    assert_eq!(export(folder.path(), &[]).code, 0);
    assert_eq!(names(&bang.join("spans")), ["province=_"]);
    // A file of somebody else is not removed.
    fs::write(bang.join("cau-hoi.sql"), "SELECT 1").unwrap();
    let ran = export(folder.path(), &["--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("it holds \"cau-hoi.sql\", which plan export has not written"), "{}", ran.err);
    assert_eq!(fs::read_to_string(bang.join("cau-hoi.sql")).unwrap(), "SELECT 1");
    fs::remove_file(bang.join("cau-hoi.sql")).unwrap();
    // Without any plan nothing is written.
    let before = fs::read(bang.join("plan.tables.json")).unwrap();
    for nothing in ["khong-co", "bang"] {
        let ran = plan_in(folder.path(), &["export", "bang", "--plans", nothing]);
        assert_eq!(ran.code, 2, "{nothing}: {}", ran.err);
        assert!(!ran.err.is_empty());
        assert_eq!(fs::read(bang.join("plan.tables.json")).unwrap(), before);
    }
    assert_eq!(names(folder.path()), ["bang", "plans"], "something is left");
}

#[test]
fn other_folders_are_refused() {
    let folder = folder_of(&[
        ("plans/p.plan.yaml", PLAN),
        ("day/tep.txt", "x"),
        ("gia/plan.tables.json", "{\"schema\": \"plan.status/1\"}"),
        ("la-tep", "x"),
        ("trong/tep", "x"),
    ]);
    fs::remove_file(folder.path().join("trong/tep")).unwrap();
    for (target, why) in [
        ("plans", "it holds \"p.plan.yaml\""),
        ("day", "it holds \"tep.txt\""),
        ("gia", "it holds \"plan.tables.json\""),
        ("la-tep", "it is no folder"),
        (".", "the current folder lies in it"),
        ("..", "the current folder lies in it"),
        ("la-tep/x", "cannot write"),
    ] {
        let ran = plan_in(folder.path(), &["export", target, "--plans", "plans", "--lang", "en"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{target}: {}", ran.err);
        assert!(ran.err.contains(why), "{target}: {}", ran.err);
    }
    for target in ["trong", "moi/sau/nua"] {
        let ran = plan_in(folder.path(), &["export", target, "--plans", "plans"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{target}");
        assert!(folder.path().join(target).join("plan.tables.json").is_file());
    }
    assert_eq!(fs::read_to_string(folder.path().join("day/tep.txt")).unwrap(), "x");
}

/// A link stays one, and the folder that it leads to is replaced.
#[cfg(unix)]
#[test]
fn a_link_to_a_folder_stays_one() {
    let folder = folder_of(&[("plans/p.plan.yaml", PLAN), ("that/tep", "x")]);
    fs::remove_file(folder.path().join("that/tep")).unwrap();
    std::os::unix::fs::symlink("that", folder.path().join("bang")).unwrap();
    assert_eq!(export(folder.path(), &[]).code, 0);
    assert!(folder.path().join("bang").is_symlink());
    assert!(folder.path().join("that/plan.tables.json").is_file());
    std::os::unix::fs::symlink("khong-co", folder.path().join("gay")).unwrap();
    let ran = plan_in(folder.path(), &["export", "gay", "--plans", "plans"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
}

/// The program as a process, since a folder for the owner alone would be seen by others as locked.
#[cfg(unix)]
#[test]
fn the_folder_is_for_whom_the_system_says() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder_of(&[("plans/p.plan.yaml", PLAN)]);
    let out = run(program(folder.path(), &["export", "bang"]));
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let mode = |path: &str| fs::metadata(folder.path().join(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("bang"), mode("bang/spans")), (mode("plans"), mode("plans")));
    assert_eq!(mode("bang/calendar.parquet"), mode("plans/p.plan.yaml"));
}
