//! `defaults` of sections and of the plan.

use serde_json::{Value, json};

use crate::rules::{found, of};
use crate::support::answers::ask_of;

const PLAN: &str = "\
format: 1
plan: p
title: K
period: 2026
defaults: {lead: a, with: [d], due: trong năm, output: Báo cáo}
units:
  - {id: a, name: A, kind: k}
  - {id: b, name: B, kind: k}
  - {id: c, name: C, kind: k}
  - {id: d, name: D, kind: k}
sections:
  - {id: I, title: Một, defaults: {lead: b, due: Quý II}}
  - {id: I.1, title: Một một, defaults: {with: [], output: Biên bản}}
  - {id: I.1.1, title: Sâu}
  - {id: II, title: Hai, defaults: {with: [a, c]}}
  - {id: III, title: Ba, parent: I}
tasks:
  - {id: T0, title: T}
  - {id: TI, section: I, title: T}
  - {id: TI.1, section: I.1, title: T}
  - {id: TI.1.1, section: I.1.1, title: T, lead: c, due: tháng 9}
  - {id: TII, section: II, title: T}
  - {id: TIII, section: III, title: T, output: Thông báo}
  - {id: R, section: I.1, title: T, lead: d}
schedule:
  - {id: R1, task: R}
  - {id: R2, task: R, section: II, due: tháng 3}
";

/// The fields of each item by its id.
fn items(text: &str) -> Vec<(String, Value)> {
    let all = ask_of(text, &["list", "-f", "json", "--as-of", "1/1/2026"]).json();
    let item = |item: &Value| {
        let parts = ["due_text", "with", "output", "inherited"].map(|key| item[key].clone());
        let [due, with, output, inherited] = parts;
        (item["id"].as_str().unwrap().to_owned(), json!([item["unit"]["id"], due, with, output, inherited]))
    };
    all["items"].as_array().unwrap().iter().map(item).collect()
}

#[test]
fn the_nearest_defaults_give_what_is_left_out() {
    let all = ["due", "lead", "with", "output"];
    let expected = [
        ("TI", json!(["b", "Quý II", ["d"], "Báo cáo", all])),
        // An empty list states that nobody coordinates.
        ("TI.1", json!(["b", "Quý II", [], "Biên bản", ["due", "lead", "output"]])),
        ("R1", json!(["d", "Quý II", [], "Biên bản", ["due", "output"]])),
        ("TI.1.1", json!(["c", "tháng 9", [], "Biên bản", ["output"]])),
        // The lead of the plan does not coordinate its own work.
        ("TII", json!(["a", "trong năm", ["c"], "Báo cáo", all])),
        // A row of another section than its task takes the defaults of its own.
        ("R2", json!(["d", "tháng 3", ["a", "c"], "Báo cáo", ["with", "output"]])),
        ("TIII", json!(["b", "Quý II", ["d"], "Thông báo", ["due", "lead", "with"]])),
        ("T0", json!(["a", "trong năm", ["d"], "Báo cáo", all])),
    ];
    let found = items(PLAN);
    for (id, item) in expected {
        assert_eq!(found.iter().find(|(of, _)| of == id).unwrap().1, item, "{id}");
    }
    assert_eq!(found.len(), 8);
}

#[test]
fn pages_and_accounts_name_the_defaults() {
    let page = ask_of(PLAN, &["show", "TI.1", "--lang", "en"]).out;
    for line in [
        "Lead      B (b) – default of section I",
        "Deadline  Quý II – default of section I",
        "Output    Biên bản – default of section I.1",
    ] {
        assert!(page.contains(line), "{line}\n{page}");
    }
    assert!(ask_of(PLAN, &["show", "TI", "--lang", "en"]).out.contains("Báo cáo – the plan's default"));
    let why = ask_of(PLAN, &["why", "TI.1", "-v", "--as-of", "1/1/2026"]).out;
    assert!(why.contains("thời hạn lấy theo defaults.due của phần I"), "{why}");
    assert!(why.contains("đơn vị chủ trì lấy theo defaults.lead của phần I: B"), "{why}");
}

#[test]
fn a_lead_of_a_section_makes_a_task_tracked_and_nothing_else_is_missed() {
    let tasks = "tasks: [{id: t, section: I, title: T, due: tháng 9}, {id: u, section: I, title: U}]\n";
    let sections = |defaults: &str| format!("sections: [{{id: I, title: I{defaults}}}]\n{tasks}");
    assert_eq!(of(&sections("")), ["9:14 no-lead: no lead"]);
    assert!(of(&sections(", defaults: {lead: a}")).is_empty());
    // A wrong default is one fault, at its place.
    assert_eq!(of(&sections(", defaults: {lead: aa}")).len(), 1);
    assert_eq!(
        of(&sections(", defaults: {lead: a, due: sắp tới}")),
        ["8:55 unreadable-deadline: \"sắp tới\" is not understood"]
    );
    assert_eq!(
        of(&sections(", defaults: {lead: a, tags: [x]}")),
        ["8:50 unknown-key: there is no key \"tags\""]
    );
}

/// A chain of sections is passed once, however deep it is and whatever its order.
#[test]
fn deep_sections_inherit_from_the_top() {
    let mut text = String::from(
        "format: 1\nplan: p\ntitle: K\nperiod: 2026\nunits: [{id: a, name: A, kind: k}]\nsections:\n",
    );
    for at in (0..2000).rev() {
        let defaults = if at == 0 { ", defaults: {lead: a, due: tháng 9}" } else { "" };
        let parent = if at == 0 { String::new() } else { format!(", parent: s{}", at - 1) };
        text += &["  - {id: s", &at.to_string(), ", title: S", &parent, defaults, "}\n"].concat();
    }
    text += "tasks: [{id: t, section: s1999, title: T}]\n";
    assert_eq!(items(&text), [("t".to_owned(), json!(["a", "tháng 9", [], null, ["due", "lead"]]))]);
    assert!(found(&text).is_empty());
}
