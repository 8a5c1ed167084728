//! Rules in words: the list of all and the page of one, for a terminal.

use std::fmt::Write;

use super::{Rule, Severity};
use crate::language::Lang;
use crate::sanitize::visible;

/// One line for each rule: name, level and title.
pub fn rule_list(rules: &[&Rule], lang: Lang) -> String {
    let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let mut list = String::new();
    for rule in rules {
        let level = level(rule, lang);
        let _ = writeln!(list, "{:width$}  {level:<8}  {}", rule.name, rule.title.get(lang));
    }
    list
}

/// The level, title, explanation and examples of a rule.
pub fn rule_page(rule: &Rule, lang: Lang) -> String {
    let mut page = format!("{}: {}\n{}\n\n", level(rule, lang), rule.name, rule.title.get(lang));
    page += rule.explanation.get(lang);
    for (heading, example) in
        [(lang.pick("Sai", "Wrong"), rule.wrong), (lang.pick("Đúng", "Right"), rule.right)]
    {
        let _ = write!(page, "\n\n{heading}:\n");
        for line in example.trim_end().lines() {
            let _ = write!(page, "\n    {}", visible(line));
        }
    }
    page.push('\n');
    page
}

fn level(rule: &Rule, lang: Lang) -> &'static str {
    match rule.severity {
        Severity::Error => lang.pick("lỗi", "error"),
        Severity::Warning => lang.pick("cảnh báo", "warning"),
    }
}
