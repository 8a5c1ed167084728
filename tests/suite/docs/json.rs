//! The keys and types in `docs/json.md` and in `tests/data/json-keys.tsv`, compared with answers of the program.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use super::links::sources;
use super::{quoted, read, tables};
use crate::support::program::{Ran, plan_in, root};
use crate::support::snapshot::assert_rewritten;
use crate::support::workbook::Workbook;

/// A plan that has something under every key of every answer.
const RICH: &str = "\
format: 1
plan: day-du
title: Kế hoạch đầy đủ
period: 2026
number: 12/KH-UBND
issued: 1/1/2026
issuer: phuong
standing: phong
kind: ke-hoach
recipients: [Phường]
defaults: {due: trong năm}
units:
  - {id: phuong, name: Phường, kind: phuong}
  - {id: phong, name: Phòng, kind: phong-ban, aliases: [P], parent: phuong, from: 1/1/2020, source: s, note: n}
  - {id: cu, name: Cũ, kind: truong, parent: phuong, until: 30/6/2026, successors: [moi]}
  - {id: moi, name: Mới, kind: truong, parent: phuong, from: 1/7/2026}
groups:
  - {id: truong, name: Trường, kind: truong, parent: phuong, count: 1, source: s, note: n}
calendar:
  school_years: [{year: 2025-2026, from: 5/9/2025, term1_ends: 14/1/2026, term2_ends: 24/5/2026, to: 31/5/2026}]
goals: [{id: MT, title: Mục tiêu}]
columns: [{key: x-a, title: A, title_en: A}, {key: x-b, title: B, type: number, form: true}]
sections: [{id: I, title: Phần}, {id: I.1, title: Phần con}]
tasks:
  - {id: NV, section: I.1, title: Việc, text: t, lead: phong, with: [phuong], to: [truong], due: 01 lần/quý, output: o, goals: [MT], tags: [x], source: s, note: n, x-a: a}
  - {id: NV-2, section: I, title: Việc hai, lead: truong}
  - {id: NV-3, section: I, title: Việc ba, same_as: NV}
  - {id: NV-4, section: I, title: Việc bốn, lead: phong}
schedule: [{id: R, task: NV-4, with: [phuong], to: [truong], output: o}]
targets:
  - id: CT
    title: Chỉ tiêu
    value: 100%
    goal: MT
    lead: phong
    tasks: [NV]
    results: [{date: 1/2/2026, value: 50, unit: phong, evidence: e}]
    source: s
    note: n
  - {id: CT-2, title: Nhiều mốc, horizons: [{due: tháng 6, value: 40}, {due: trong năm, value: 50}], results: [{date: 1/2/2026, value: 30}]}
  - {id: CT-3, title: Hằng quý, value: 5, due: hằng quý, lead: phong, results: [{date: 1/2/2026, period: 2026-Q1, value: 5}]}
progress:
  - {item: NV, period: 2026-Q1, date: 20/3/2026, state: done, percent: 100, evidence: e, difficulty: d, proposal: p, note: n}
changes:
  - {item: NV, period: 2026-Q2, date: 20/5/2026, due: 15/7/2026, by: Công văn số 1/CV-X, reason: r}
  - {item: NV, period: 2026-Q3, date: 20/5/2026, lead: phuong, by: Công văn số 2/CV-X}
  - {item: NV, period: 2026-Q4, date: 20/5/2026, dropped: true, by: Công văn số 3/CV-X}
  - {item: R, date: 20/5/2026, due: 4/1/2027, by: Công văn số 4/CV-X}
";

/// The paths of keys and the types of their values: `items[].unit.id`, text.
type Shapes = BTreeMap<String, BTreeSet<&'static str>>;

/// The keys of every answer, by schema.
static FOUND: LazyLock<BTreeMap<String, Shapes>> = LazyLock::new(every_answer);

/// Adds the paths of all keys in an answer and the types of their values.
fn shapes(value: &serde_json::Value, path: &str, found: &mut Shapes) {
    use serde_json::Value as V;
    let own = match value {
        V::Null => "null",
        V::Bool(_) => "boolean",
        V::Number(number) if number.is_f64() => "number",
        V::Number(_) => "integer",
        V::String(_) => "text",
        V::Array(values) => {
            return values.iter().for_each(|value| shapes(value, &format!("{path}[]"), found));
        }
        // The columns of a plan's own have their keys from the plan.
        V::Object(_) if path.rsplit('.').next() == Some("own") => "object",
        V::Object(keys) => {
            let dot = if path.is_empty() { "" } else { "." };
            keys.iter().for_each(|(key, value)| shapes(value, &format!("{path}{dot}{key}"), found));
            "object"
        }
    };
    found.entry(path.to_owned()).or_default().insert(own);
}

/// The runs that show every key of an answer.
const RUNS: &[&[&str]] = &[
    &["list", "--as-of", "20/6/2026"],
    &["list", "--as-of", "20/8/2026"],
    &["status", "--since", "20/2/2026", "--as-of", "20/8/2026"],
    &["status", "--by", "task"],
    &["schedule"],
    &["targets"],
    &["targets", "--as-of", "1/1/2026"],
    &["units"],
    &["matrix", "--as-of", "20/8/2026"],
    &["matrix", "--as-of", "20/1/2026"],
    &["report", "--as-of", "20/8/2026"],
    &["report", "--as-of", "25/3/2026"],
    &["timeline", "--as-of", "20/8/2026"],
    &["report", "--as-of", "20/8/2026", "--since", "20/2/2026"],
    &["brief", "--as-of", "25/5/2026"],
    &["brief", "--as-of", "25/3/2026"],
    &["brief", "--as-of", "15/1/2027"],
    &["brief", "--as-of", "20/8/2026"],
    &["report", "--as-of", "20/8/2026", "--fields"],
    &["remind", "--as-of", "20/8/2026", "--within", "1y"],
    &["show", "NV", "--as-of", "20/8/2026"],
    &["show", "NV-3"],
    &["show", "R"],
    &["show", "CT"],
    &["show", "CT-2"],
    &["show", "CT-3"],
    &["show", "cu"],
    &["show", "phong"],
    &["show", "truong"],
    &["show", "I.1"],
    &["show", "MT"],
    &["show", "day-du"],
    &["why", "NV"],
    &["why", "R"],
    &["due", "01 lần/quý"],
    &["due", "2/1/2027"],
    &["calendar", "2026"],
    &["export", "bang", "--known", "1/2/2026"],
    &["record", "NV", "paused", "--period", "2026-Q1", "--dry-run"],
    &["form", "-o", "bieu"],
    &["renew", "day-du", "--period", "2030", "--dry-run"],
];

/// The reports on a plan of which an entry has an error.
const INCOMPLETE: &[&[&str]] = &[
    &["list"],
    &["status"],
    &["schedule"],
    &["targets"],
    &["units"],
    &["matrix"],
    &["timeline"],
    &["report"],
    &["brief"],
    &["report", "--fields"],
    &["remind"],
    &["show", "NV"],
    &["why", "NV"],
    &["export", "bang", "--plans", "sai"],
];

/// A document with a doubt, and with words that belong to no section.
const DOCUMENT: &str = "KẾ HOẠCH\n\nNăm 2026\n\nI. Việc1\n\n- Rà soát giai đoạn 2026-2027.\n1 Chú thích của tên mục\n\u{c}\n\
                        Nơi nhận:\n\n- Lưu: VT.\n";

/// Forms of the rich plan that came back: one is filled in rightly and wrongly, one is none, one is missing.
fn collected(folder: &Path) -> Ran {
    let path = folder.join("bieu/phong.xlsx");
    let mut book = Workbook::read(&fs::read(&path).unwrap());
    let rows: Vec<_> = book.rows(1).into_iter().filter(|row| !row["key"].1.is_empty()).collect();
    book.write(1, &rows[0]["percent"].0, "50%");
    book.write(1, &rows[1]["percent"].0, "x");
    fs::write(path, book.bytes()).unwrap();
    fs::write(folder.join("bieu/sai.xlsx"), "x").unwrap();
    fs::remove_file(folder.join("bieu/moi.xlsx")).unwrap();
    let ran = plan_in(folder, &["collect", "bieu", "--plans", "day-du.plan.yaml", "-f", "json", "--dry-run"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    ran
}

fn every_answer() -> BTreeMap<String, Shapes> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("day-du.plan.yaml"), RICH).unwrap();
    let wrong =
        RICH.replace("plan: day-du", "plan: sai").replace("lead: phong}\nschedule", "lead: phogn}\nschedule");
    let wrong = wrong.replace("Việc hai", "Vie\u{323}\u{302}c hai").replace("{id: R, task", "{id: NV, task");
    fs::create_dir(folder.path().join("sai")).unwrap();
    fs::write(folder.path().join("sai/sai.plan.yaml"), wrong).unwrap();
    let mut found: BTreeMap<String, Shapes> = BTreeMap::new();
    let mut look = |ran: &Ran| {
        let json = ran.json();
        let schema = json["schema"].as_str().unwrap().to_owned();
        shapes(&json, "", found.entry(schema).or_default());
    };
    for run in RUNS {
        let ran = plan_in(folder.path(), &[*run, &["--plans", "day-du.plan.yaml", "-f", "json"]].concat());
        assert_eq!(ran.code, 0, "{run:?}: {}", ran.err);
        look(&ran);
    }
    look(&collected(folder.path()));
    fs::write(folder.path().join("van-ban.txt"), DOCUMENT).unwrap();
    let ran = plan_in(folder.path(), &["import", "van-ban.txt", "-o", "moi", "-f", "json", "--dry-run"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    look(&ran);
    fs::write(folder.path().join("phu-luc.csv"), "TT;Nội dung;Chủ trì;Thời hạn\n1;Việc hai;Phòng;30/6\n")
        .unwrap();
    let into = ["import", "phu-luc.csv", "--into", "day-du", "--plans", "day-du.plan.yaml", "-f", "json"];
    let ran = plan_in(folder.path(), &into);
    assert_eq!(ran.code, 1, "{}", ran.err);
    look(&ran);
    // A report of a unit that does not exist leaves out that report.
    let left_out = RICH
        .replace("progress:\n", "progress:\n  - {item: NV-4, unit: khong-co, date: 1/2/2026, percent: 5}\n");
    fs::write(folder.path().join("sai-bao-cao.plan.yaml"), left_out).unwrap();
    for run in INCOMPLETE {
        let ran =
            plan_in(folder.path(), &[*run, &["--plans", "sai-bao-cao.plan.yaml", "-f", "json"]].concat());
        assert_eq!(ran.code, 2, "{run:?}: {}", ran.err);
        look(&ran);
    }
    look(&plan_in(&folder.path().join("sai"), &["validate", ".", "khong-co", "-f", "json"]));
    found
}

#[test]
fn the_keys_of_the_json_are_documented() {
    let found = &*FOUND;
    // An answer of which no run is among those above would be compared with nothing.
    for schema in schemas_of_the_source() {
        assert!(found.contains_key(&schema), "{schema}: no run in RUNS");
    }
    let document = read("docs/json.md");
    let mut schemas = 0;
    for section in document.split("\n## ").skip(1) {
        let schema = section.lines().next().unwrap();
        let known = found.get(schema).unwrap_or_else(|| panic!("{schema}"));
        schemas += 1;
        let mut documented: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for row in tables(section, "key").iter().flat_map(|table| &table[1..]) {
            documented.entry(quoted(&row[0]).next().unwrap().to_owned()).or_default().insert(row[1].clone());
        }
        for (path, types) in &documented {
            let seen = known.get(path).unwrap_or_else(|| panic!("{schema}: {path} is in no answer"));
            for own in seen {
                let fits = types.iter().any(|named| {
                    let (name, optional) =
                        named.strip_suffix('?').map_or((named.as_str(), false), |it| (it, true));
                    match *own {
                        "null" => optional,
                        "text" => matches!(name, "text" | "day"),
                        "integer" => matches!(name, "integer" | "number"),
                        own => name == own,
                    }
                });
                assert!(fits, "{schema}: {path} is {own}, documented as {types:?}");
            }
        }
        for path in known.keys().filter(|path| !path.is_empty()) {
            // An object is known by its keys; `total` has the figures of a group.
            let holds = |of: &str| documented.keys().any(|key| key.starts_with(&format!("{of}.")));
            let is_known = documented.contains_key(path) || holds(path) || path.starts_with("total.");
            assert!(is_known, "{schema}: {path} is not documented");
        }
    }
    assert_eq!(schemas, found.len());
}

/// Returns the schemas that the source names: `plan.items/1`.
fn schemas_of_the_source() -> BTreeSet<String> {
    let mut files = Vec::new();
    for folder in ["src/json", "src/diagnostic/render"] {
        sources(&root().join(folder), &mut files);
    }
    let texts = files.iter().map(|file| fs::read_to_string(file).unwrap());
    let named = texts.flat_map(|text| {
        let quoted = text.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
        quoted
            .into_iter()
            .filter(|word| word.starts_with("plan.") && word.ends_with("/1") && !word.contains(' '))
    });
    let schemas: BTreeSet<String> = named.collect();
    assert!(schemas.len() > 15, "{schemas:?}");
    schemas
}

/// The list of accepted keys only grows: a key that is gone fails the test, however the snapshot is written.
#[test]
fn no_key_of_the_json_is_renamed_or_removed() {
    const ACCEPTED: &str = "tests/data/json-keys.tsv";
    let accepted = read(ACCEPTED);
    let gone: Vec<String> = accepted
        .lines()
        .flat_map(|line| {
            let [schema, path, types] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
            let seen = FOUND.get(schema).and_then(|shapes| shapes.get(path));
            let gone = types.split(' ').filter(move |own| !seen.is_some_and(|seen| seen.contains(own)));
            gone.map(move |own| format!("{schema}: {path} ({own})"))
        })
        .collect();
    assert!(
        gone.is_empty(),
        "Keys of the JSON that are gone, or have lost a type. Scripts read them: keep each key, or give the schema a \
         new version and delete the lines of the old one from {ACCEPTED}.\n{}",
        gone.join("\n")
    );
    let mut found = String::new();
    for (schema, shapes) in &*FOUND {
        for (path, types) in shapes.iter().filter(|(path, _)| !path.is_empty()) {
            let types = types.iter().copied().collect::<Vec<_>>().join(" ");
            writeln!(found, "{schema}\t{path}\t{types}").unwrap();
        }
    }
    assert_rewritten(ACCEPTED, |_| found);
}
