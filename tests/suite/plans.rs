//! The two real plans against their documents: nothing invented, nothing lost.

use std::collections::BTreeSet;

use plan::date::Day;
use plan::parse::{Entry, Key};
use plan::workspace::{CheckOptions, Location, Workspace};

use crate::support::plans::repository;
use crate::support::program::{plan, root};

/// Returns the text of a document as one line, without page breaks, line breaks, footnotes and their marks.
fn running_text(name: &str) -> String {
    let text = std::fs::read_to_string(root().join("tests/data/sources").join(name)).unwrap();
    let mut lines = Vec::new();
    let mut in_note = false;
    for line in text.lines() {
        // A block of footnotes begins with a line of spaces and ends with the page: a line that one space sets in.
        if line.len() > 20 && line.trim().is_empty() {
            in_note = true;
        } else if line.starts_with(' ') {
            in_note = false;
        }
        if !in_note && !line.trim().is_empty() {
            lines.push(line.trim());
        }
    }
    let mut text = one_line(&lines.join(" "));
    for (glued, word) in [
        ("2024-20251;", "2024-2025;"),
        ("07 trường2.", "07 trường."),
        ("Thành phố3;", "Thành phố;"),
        ("Thành phố4;", "Thành phố;"),
        ("thuộc quận5.", "thuộc quận."),
    ] {
        text = text.replace(glued, word);
    }
    text
}

/// Reduces white space to single spaces and joins document numbers broken after a hyphen.
fn one_line(text: &str) -> String {
    let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for sign in ["/KH-", "/CT-", "/TT-"] {
        line = line.replace(&format!("{sign} "), sign);
    }
    line
}

/// Returns the entries of a list of the plan.
fn entries(workspace: &Workspace, list: Key) -> Vec<Entry<'_>> {
    workspace.draft(workspace.plans()[0].ix()).0.list(list).to_vec()
}

/// Opens the plan in a folder.
fn opened(folder: &str) -> Workspace {
    let options = CheckOptions::new(Day::new(2026, 11, 21).unwrap());
    let workspace = Workspace::open(&[Location::new(repository("plans"), folder)], options);
    assert_eq!(workspace.plans().len(), 1);
    workspace
}

const DOCUMENTS: [(&str, &str); 2] =
    [("thanh-xuan-2024", "thanh-xuan-2024.txt"), ("ba-dinh-2022-2023", "ba-dinh-2022-2023.txt")];

#[test]
fn every_text_stands_in_the_document() {
    for (folder, source) in DOCUMENTS {
        let (plan, document) = (opened(folder), running_text(source));
        let mut compared = 0;
        for list in [Key::Tasks, Key::Schedule] {
            for entry in entries(&plan, list) {
                let Some(text) = entry.text(Key::Text) else { continue };
                assert!(
                    document.contains(&one_line(text.value)),
                    "{folder} {}: {}",
                    entry.words(Key::Id),
                    text.value
                );
                compared += 1;
            }
        }
        assert!(compared > 40, "{folder}: only {compared} texts");
    }
}

/// A title may be shortened, but not worded differently.
#[test]
fn no_word_of_a_title_is_foreign_to_the_document() {
    let words = |text: &str| -> BTreeSet<String> {
        let split = text.split(|c: char| !c.is_alphanumeric());
        split.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    for (folder, source) in DOCUMENTS {
        let (plan, known) = (opened(folder), words(&running_text(source)));
        for list in [Key::Tasks, Key::Sections, Key::Goals] {
            for entry in entries(&plan, list) {
                let foreign: Vec<String> =
                    words(&entry.words(Key::Title)).difference(&known).cloned().collect();
                assert!(foreign.is_empty(), "{folder} {} {foreign:?}", entry.words(Key::Id));
            }
        }
    }
}

/// Little of a document is left when all texts of its plan are taken out.
#[test]
fn nothing_of_the_orders_is_lost() {
    // From the first order to the closing words.
    for (folder, source, first, last) in [
        (
            "thanh-xuan-2024",
            "thanh-xuan-2024.txt",
            "- Đề xuất Quận ủy chỉ đạo",
            "(Nhiệm vụ, phân công, tiến độ",
        ),
        (
            "ba-dinh-2022-2023",
            "ba-dinh-2022-2023.txt",
            "Chủ trì, phối hợp với các phòng, ban",
            "Chủ tịch UBND quận yêu cầu Thủ",
        ),
    ] {
        let (plan, document) = (opened(folder), running_text(source));
        let start = document.find(first).unwrap();
        let end = document.find(last).unwrap();
        let mut rest = document[start..end].to_owned();
        let whole = rest.chars().count();
        for (list, key) in [
            (Key::Tasks, Key::Text),
            (Key::Tasks, Key::Title),
            (Key::Schedule, Key::Text),
            (Key::Sections, Key::Title),
        ] {
            let mut texts: Vec<String> =
                entries(&plan, list).iter().map(|entry| one_line(&entry.words(key))).collect();
            texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
            for text in texts.iter().filter(|text| text.len() > 20) {
                rest = rest.replace(text.as_str(), "");
            }
        }
        // The rest are marks: hyphens, numbers, the commas between the parts of one bullet.
        let words: Vec<&str> = rest.split_whitespace().filter(|word| word.chars().count() > 2).collect();
        assert!(words.len() < 12, "{folder}: of {whole} characters these are in no entry: {words:?}");
    }
}

#[test]
fn the_real_plans_are_right_and_their_findings_are_real() {
    for lang in ["vi", "en"] {
        let ran = plan(&["validate", "--lang", lang, "-f", "json", "plans"]);
        assert_eq!(ran.code, 0, "{}", ran.out);
        let json = ran.json();
        assert_eq!(json["plans"], 2);
        assert_eq!(json["errors"], 0);
        let rules: Vec<&str> = json["diagnostics"]
            .as_array()
            .unwrap()
            .iter()
            .map(|found| found["rule"].as_str().unwrap())
            .collect();
        assert_eq!(rules, ["citation-conflict"], "{}", ran.out);
    }
}

#[test]
fn groups_have_the_units_that_the_documents_count() {
    for (folder, wards) in [("thanh-xuan-2024", 11), ("ba-dinh-2022-2023", 14)] {
        let plan = opened(folder);
        let groups = entries(&plan, Key::Groups);
        let phuong = groups.iter().find(|group| group.words(Key::Id) == "phuong").unwrap();
        assert_eq!(phuong.count(Key::Count).unwrap().value, wards);
    }
    let counted =
        entries(&opened("thanh-xuan-2024"), Key::Groups).iter().filter(|group| group.has(Key::Count)).count();
    assert_eq!(counted, 7, "the wards, and the six lists of the footnotes and of II.4-5");
}
