//! Mistakes of typing with one obvious correction: each is told at its place, once, and `--fix` makes it.

use std::fs;

use crate::support::folder::folder;
use crate::support::program::plan_in;

const HEAD: &str = "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2026\n\
    units:\n  - {id: u1, name: Một, kind: truong}\n  - {id: u2, name: Hai, kind: truong}\ntasks:\n";

/// Checks lines after the head (they begin on line 9): the diagnostics as `line:column rule: message`, and the lines
/// after `--fix`, which a second check finds without errors unless `rest` is left.
fn check(lines: &str, expected: &[&str], fixed: &str, rest: &[&str]) {
    let folder = folder(&format!("{HEAD}{lines}"));
    let told = |arguments: &[&str]| {
        let all = [&["validate", "p.plan.yaml", "-f", "short", "--lang", "en"], arguments].concat();
        let ran = plan_in(folder.path(), &all);
        let told: Vec<String> =
            ran.out.lines().map(|line| line.replacen("p.plan.yaml:", "", 1).replacen(": ", " ", 1)).collect();
        assert_eq!(ran.code, u8::from(!told.is_empty()), "{lines}: {}", ran.out);
        told
    };
    assert_eq!(told(&[]), expected, "{lines}");
    assert_eq!(told(&["--fix"]), rest, "{lines}");
    let text = fs::read_to_string(folder.path().join("p.plan.yaml")).unwrap();
    assert_eq!(text, format!("{HEAD}{fixed}"), "{lines}");
    assert_eq!(told(&[]), rest, "{lines}");
}

const NBSP: &str = "look-alike: U+00A0 is a no-break space: YAML takes only plain spaces";
const COLON: &str = "look-alike: ： is not a colon";
const COMMA: &str = "look-alike: ， is not a comma";
const DASH: &str = "look-alike: – is no list mark";
const QUOTES: &str = "look-alike: “ ” are no quotation marks in YAML";

fn at(place: &str, message: &str) -> String {
    format!("{place} {message}")
}

fn signs(lines: &str, expected: &[(&str, &str)], fixed: &str) {
    let expected: Vec<String> = expected.iter().map(|(place, message)| at(place, message)).collect();
    check(lines, &expected.iter().map(String::as_str).collect::<Vec<_>>(), fixed, &[]);
}

#[test]
fn spaces_of_word_processors_are_named_where_yaml_takes_plain_ones() {
    let entry = "  - id: A-1\n    title: Việc\n    lead: u1\n    due: 30/6\n";
    signs(&entry.replace("    title", "\u{a0} \u{a0} title"), &[("10:1", NBSP)], entry);
    signs(&entry.replace("title: ", "title:\u{a0}"), &[("10:11", NBSP)], entry);
    signs(&entry.replace("- id", "-\u{a0}id"), &[("9:4", NBSP)], entry);
    // A block that is pasted as a whole, with a no-break space for each space at the beginning of a line.
    let pasted = entry.replace("    ", "\u{a0}\u{a0}\u{a0}\u{a0}");
    signs(&pasted, &[("10:1", NBSP), ("11:1", NBSP), ("12:1", NBSP)], entry);
    signs(&format!("\u{a0}\n{entry}"), &[("9:1", NBSP)], &format!("\n{entry}"));
    for (space, name) in [
        ('\u{2007}', "U+2007 is a figure space"),
        ('\u{202f}', "U+202F is a narrow no-break space"),
        ('\u{3000}', "U+3000 is an ideographic space"),
        ('\u{2003}', "U+2003 is an unusual space"),
    ] {
        let message = format!("look-alike: {name}: YAML takes only plain spaces");
        signs(&entry.replace("lead: ", &format!("lead:{space}")), &[("11:10", &message)], entry);
    }
    // An ideographic space is as wide as two others.
    let message = "look-alike: U+3000 is an ideographic space: YAML takes only plain spaces";
    signs(&entry.replace("    title", "\u{3000}\u{3000}title"), &[("10:1", message)], entry);
}

#[test]
fn signs_of_word_processors_are_named_where_yaml_has_its_own() {
    let entry = "  - id: A-1\n    title: \"Hội thảo: chuyên đề\"\n    lead: u1\n    with:\n      - u2\n";
    signs(&entry.replace("lead:", "lead："), &[("11:9", COLON)], entry);
    signs(&entry.replace("lead: ", "lead："), &[("11:9", COLON)], entry);
    signs(&entry.replace("with:", "with："), &[("12:9", COLON)], entry);
    signs(&entry.replace("  - id", "  – id"), &[("9:3", DASH)], entry);
    signs(&entry.replace("- u2", "– u2"), &[("13:7", DASH)], entry);
    for mark in ["—", "•", "▪", "\u{f0b7}"] {
        let message = format!("look-alike: {mark} is no list mark");
        signs(&entry.replace("  - id", &format!("  {mark} id")), &[("9:3", &message)], entry);
    }
    let curly = entry.replace("\"Hội", "“Hội").replace("đề\"", "đề”");
    signs(&curly, &[("10:12", QUOTES)], entry);
    for (open, close) in [("‘", "’"), ("«", "»"), ("„", "“")] {
        let message = format!("look-alike: {open} {close} are no quotation marks in YAML");
        signs(&curly.replace('“', open).replace('”', close), &[("10:12", &message)], entry);
    }
    signs(&entry.replace("đề\"", "đề”"), &[("10:32", "look-alike: ” is no quotation mark in YAML")], entry);
    signs(&entry.replace("\"Hội", "“Hội"), &[("10:12", "look-alike: “ is no quotation mark in YAML")], entry);
    signs(&entry.replace("u1", "“u1”"), &[("11:11", QUOTES)], &entry.replace("u1", "\"u1\""));
}

#[test]
fn signs_in_braces_are_named() {
    let entry = "  - {id: A-1, title: \"Một, hai\", lead: [u1, u2], due: 30/6}\n";
    signs(
        "  - {id： A-1， title： “Một, hai”，lead: [u1，u2]， due: 30/6}\n",
        &[
            ("9:8", COLON),
            ("9:13", COMMA),
            ("9:20", COLON),
            ("9:22", QUOTES),
            ("9:32", COMMA),
            ("9:42", COMMA),
            ("9:46", COMMA),
        ],
        entry,
    );
    signs(&entry.replace("\"Một, hai\"", "“Một, hai”"), &[("9:22", QUOTES)], entry);
    signs(&entry.replace("[u1, u2]", "[u1，u2]"), &[("9:43", COMMA)], entry);
    signs(&entry.replace("id: ", "id:\u{a0}"), &[("9:9", NBSP)], entry);
}

#[test]
fn the_same_signs_in_texts_are_texts() {
    let lines = "  - id: A-1\n    title: “Hội thảo” cấp trường – đợt 1：\u{a0}xong\n    text: |\n      – một：\n      \
        • hai\n\u{a0}   lead: u1\n    output: \"• ba：\n      – bốn\"\n    due: 30/6\n    tags: [“một”, hai，ba]\n";
    check(&lines.replace("\u{a0}   lead", "    lead"), &[], &lines.replace("\u{a0}   lead", "    lead"), &[]);
    // Neither are they when there is an error elsewhere.
    let unknown = "19:5 unknown-key: there is no key \"bad\"";
    let lines = lines.replace("\u{a0}   lead", "    lead") + "    bad: 1\n";
    check(&lines, &[unknown], &lines, &[unknown]);
}

const QUOTED: &str = "syntax: a value that contains \": \" must be quoted";

#[test]
fn texts_that_need_quotation_marks_get_them() {
    for (lines, expected, fixed) in [
        (
            "  - id: A-1\n    title: Hội thảo: chuyên đề # nhớ\n    lead: u1\n",
            at("10:20", QUOTED),
            "\"Hội thảo: chuyên đề\" # nhớ",
        ),
        ("  - id: A-1\n    title: Kết luận:\n    lead: u1\n", at("10:20", QUOTED), "\"Kết luận:\""),
        ("  - id: A-1\n    title: Việc \"x\": y\n    lead: u1\n", at("10:20", QUOTED), "'Việc \"x\": y'"),
        ("  - {id: A-1, title: một: hai, lead: u1}\n", at("9:25", QUOTED), "\"một: hai\""),
        (
            "  - id: A-1\n    title: \"Hội thảo\" cấp trường\n    lead: u1\n",
            at("10:23", "syntax: there is text after the closing quotation mark"),
            "'\"Hội thảo\" cấp trường'",
        ),
        (
            "  - id: A-1\n    title: @abc\n    lead: u1\n",
            at("10:12", "syntax: a value begins with a character reserved by YAML"),
            "\"@abc\"",
        ),
        (
            "  - {id: A-1, title: Việc #1 và #2, lead: u1}\n",
            at("9:27", "syntax: a value that contains \" #\" must be quoted"),
            "\"Việc #1 và #2\"",
        ),
        (
            "  - {id: A-1, title: Việc (mục [a]), lead: u1}\n",
            at("9:32", "syntax: inside {…} a value that contains a bracket must be quoted"),
            "\"Việc (mục [a])\"",
        ),
        (
            "  - {id: A-1, title: một, hai, ba, lead: u1}\n",
            at("9:27", "unknown-key: there is no key \"hai\""),
            "\"một, hai, ba\"",
        ),
    ] {
        let start = lines.find("title: ").unwrap() + 7;
        let value = lines[start..].split('\n').next().unwrap();
        let value = value.split(", lead").next().unwrap();
        let fixed = lines.replacen(value, fixed, 1);
        check(lines, &[&expected], &fixed, &[]);
    }
    let tags = "  - id: A-1\n    title: x\n    lead: u1\n    tags:\n      - Báo cáo: số 1\n      - hai\n";
    let fixed = tags.replace("Báo cáo: số 1", "\"Báo cáo: số 1\"");
    check(tags, &[&at("13:16", QUOTED)], &fixed, &[]);
}

/// Of several possible readings, none is chosen.
#[test]
fn nothing_is_guessed() {
    for (lines, expected) in [
        ("  - {id: A-1, title: x, lead: u1, u2, due: 30/6}\n", "9:35 unknown-key: there is no key \"u2\""),
        ("  - {id: A-1, title: x, heading, lead: u1}\n", ""),
        (
            "  - id: A-1\n    title: \"hỏng\n    lead: u1\n",
            "10:12 syntax: a quotation mark is opened and not closed",
        ),
        (
            "  - id: A-1\n    title: x: y\n      tiếp\n    lead: u1\n",
            "10:13 syntax: a colon where there can be no key",
        ),
    ] {
        let expected: Vec<&str> = [expected].into_iter().filter(|line| !line.is_empty()).collect();
        check(lines, &expected, lines, &expected);
    }
}

#[test]
fn what_else_is_wrong_is_told_at_its_place() {
    let lines = "  - {id: A-1, title： “Một, hai”, lead: u9, due: 31/6}\n  - id: A-2\n    title:\u{a0}Việc\n    bad: x\n    lead: u8\n";
    let rest = [
        "9:40 unknown-unit: there is no unit \"u9\"",
        "9:49 impossible-date: month 6 has only 30 days",
        "12:5 unknown-key: there is no key \"bad\"",
        "13:11 unknown-unit: there is no unit \"u8\"",
    ];
    let signs = [at("9:20", COLON), at("9:22", QUOTES), at("11:11", NBSP)];
    let all = [&signs[0], &signs[1], rest[0], rest[1], &signs[2], rest[2], rest[3]];
    let fixed = lines.replace('：', ":").replace(['“', '”'], "\"").replace("title:\u{a0}", "title: ");
    let told = |lines: &str| {
        let folder = folder(&format!("{HEAD}{lines}"));
        let ran = plan_in(folder.path(), &["validate", "p.plan.yaml", "-f", "short", "--lang", "en"]);
        let shown = ran.out.lines().map(|line| line.replacen("p.plan.yaml:", "", 1).replacen(": ", " ", 1));
        shown.collect::<Vec<_>>()
    };
    assert_eq!(told(lines), all);
    assert_eq!(told(&fixed).len(), rest.len());
    check(lines, &all, &fixed, &rest);
}

/// The line ends stay as they are.
#[test]
fn corrections_leave_line_ends_alone() {
    let lines = "  - id: A-1\r\n    title: Hội thảo: x\r\n    lead： u1\r\n";
    let fixed = lines.replace("Hội thảo: x", "\"Hội thảo: x\"").replace('：', ":");
    check(lines, &[&at("10:20", QUOTED), &at("11:9", COLON)], &fixed, &[]);
}
