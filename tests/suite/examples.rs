//! The examples for readers: the right ones have no error, the wrong one says itself what is wrong.

use crate::support::program::{plan, root};

#[test]
fn every_example_validates_and_the_wrong_one_says_what_is_wrong() {
    for folder in std::fs::read_dir(root().join("examples")).unwrap() {
        let path = folder.unwrap().path();
        // Documents to fill, which templates:: fills; no plans.
        if path.ends_with("mau") {
            continue;
        }
        let ran = plan(&["validate", "-f", "short", path.to_str().unwrap()]);
        assert_eq!(ran.code, 0, "{}", ran.out);
    }
    let wrong = "tests/data/wrong/sai.plan.yaml";
    let text = std::fs::read_to_string(root().join(wrong)).unwrap();
    let mut marked: Vec<(u64, String)> = Vec::new();
    let mut waiting = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let rules =
            line.split_once("# lỗi: ").map(|(_, rules)| rules.split(',').map(|rule| rule.trim().to_owned()));
        waiting.extend(rules.into_iter().flatten());
        if !line.trim_start().starts_with('#') {
            marked.extend(waiting.drain(..).map(|rule| (number, rule)));
        }
    }
    let json = plan(&["validate", "-f", "json", wrong]).json();
    let found: Vec<(u64, String)> = json["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| (found["line"].as_u64().unwrap(), found["rule"].as_str().unwrap().to_owned()))
        .collect();
    assert_eq!(found, marked);
}
