//! What readers see, letter by letter: each answer stands in a file of `tests/data/tables`.
//!
//! `GOLDEN=write cargo test --test suite tables::printed` writes them anew; read what changed before it is kept.

use std::fs;

use unicode_width::UnicodeWidthStr;

use super::{real, year};
use crate::program::{Ran, root};

fn hold(name: &str, ran: &Ran) {
    let path = root().join("tests/data/tables").join(name);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{name}");
    if std::env::var_os("GOLDEN").is_some_and(|it| it == "write") {
        fs::write(&path, &ran.out).unwrap();
    }
    let golden = fs::read_to_string(&path).unwrap();
    assert!(ran.out == golden, "{name} is now\n{}\nand was\n{golden}", ran.out);
}

#[test]
fn status_reads_like_this() {
    hold("status.txt", &year(&["status"], "30/6/2025"));
    hold("status.en.txt", &year(&["status", "--lang", "en"], "30/6/2025"));
    hold("status-quarter.en.txt", &year(&["status", "--by", "quarter", "--lang", "en"], "30/6/2025"));
    hold("status-unit.txt", &year(&["status", "--by", "unit", "--width", "120"], "30/9/2025"));
    hold("status-status.txt", &year(&["status", "--by", "status"], "30/9/2025"));
    hold("status-known.txt", &year(&["status", "--known", "5/7/2025", "--width", "160"], "30/6/2025"));
    hold("status-plan.csv", &year(&["status", "--by", "plan", "-f", "csv"], "30/6/2025"));
    hold("status-sections.csv", &real(&["status", "--by", "section", "-f", "csv", "--lang", "en"]));
}

#[test]
fn sections_within_sections_stand_below_the_highest() {
    hold("status-nested.txt", &real(&["status", "--plan", "ba-dinh-2022-2023"]));
}

#[test]
fn several_plans_are_a_line_each() {
    hold("status-plans.txt", &real(&["status"]));
}

#[test]
fn what_changed_stands_below_the_figures() {
    hold("status-since.txt", &year(&["status", "section:III", "--since", "30/6/2025"], "30/9/2025"));
}

#[test]
fn what_is_late_reads_like_this() {
    hold("overdue.txt", &year(&["overdue"], "30/9/2025"));
    hold("overdue.en.txt", &year(&["overdue", "--lang", "en", "--width", "120"], "30/9/2025"));
    hold("overdue-unit.txt", &year(&["overdue", "--by", "unit"], "30/9/2025"));
    hold("overdue.md", &year(&["overdue", "-f", "markdown"], "30/9/2025"));
}

#[test]
fn a_page_for_word_has_the_groups_and_nothing_says_so_in_words() {
    let page = year(&["overdue", "--by", "unit", "-f", "html"], "30/9/2025").out;
    for words in ["Việc quá hạn: ca-nam", "Tính đến ngày 30/09/2025", "UBND phường Hoa Huệ (1 việc)"]
    {
        assert!(page.contains(words), "{words} in {page}");
    }
    let page = year(&["overdue", "-f", "html", "unit:phong-y-te"], "30/9/2025").out;
    assert!(page.contains("Không có việc nào quá hạn") && !page.contains("<table"), "{page}");
}

#[test]
fn what_comes_next_and_lists_read_like_this() {
    hold("upcoming.txt", &year(&["upcoming"], "30/6/2025"));
    hold("list.txt", &year(&["list", "section:IV"], "30/9/2025"));
    hold("list.en.txt", &year(&["list", "section:IV", "--lang", "en", "--width", "120"], "30/9/2025"));
}

#[test]
fn every_line_fits_and_the_first_names_plan_and_day() {
    for command in ["status", "overdue", "upcoming", "list"] {
        for width in ["80", "120", "160"] {
            for lang in ["vi", "en"] {
                let ran = year(&[command, "--width", width, "--lang", lang], "20/6/2025");
                let widest = ran.out.lines().map(UnicodeWidthStr::width).max().unwrap();
                assert!(widest <= width.parse().unwrap(), "{command} {width} {lang}: {widest}\n{}", ran.out);
                let first = ran.out.lines().next().unwrap();
                let day = if lang == "vi" { "Tính đến ngày 20/06/2025" } else { "As of 2025-06-20" };
                assert!(first.contains("ca-nam") && first.contains(day), "{first}");
            }
        }
    }
}
