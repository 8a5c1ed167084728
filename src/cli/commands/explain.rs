//! `plan explain`: what a rule means.

use std::fmt::Write;

use crate::check;
use crate::cli::args::Explain;
use crate::cli::session::{Failed, Outcome, Session};
use crate::diagnostic::{Rule, Severity};
use crate::language::Lang;
use crate::message;
use crate::query;
use crate::sanitize::{quoted, visible};
use crate::vietnamese::nearest;

pub(in crate::cli) fn run(args: &Explain, session: &mut Session<'_>) -> Outcome {
    let lang = session.lang;
    let rules = all();
    let answer = match &args.rule {
        None => list(&rules, lang),
        Some(name) => {
            let name = name.trim();
            let Some(rule) = rules.iter().find(|rule| rule.name == name) else {
                let near = nearest(name, rules.iter().map(|rule| rule.name));
                let name = quoted(name);
                let said = message!("không có quy tắc {name}", "there is no rule {name}");
                return Err(Failed::Said(match near {
                    Some(near) => crate::language::Message::new(
                        format!("{} (gợi ý: {near})", said.get(Lang::Vi)),
                        format!("{} (help: {near})", said.get(Lang::En)),
                    ),
                    None => said,
                }));
            };
            one(rule, lang)
        }
    };
    session.answer(answer.as_bytes())?;
    Ok(0)
}

fn level(rule: &Rule, lang: Lang) -> &'static str {
    match rule.severity {
        Severity::Error => lang.pick("lỗi", "error"),
        Severity::Warning => lang.pick("cảnh báo", "warning"),
    }
}

/// Every rule of the program, by name: those of plans and those of filters.
fn all() -> Vec<&'static Rule> {
    let mut rules: Vec<&Rule> = check::RULES.iter().chain(&query::rules::RULES).copied().collect();
    rules.sort_by_key(|rule| rule.name);
    rules
}

fn list(rules: &[&Rule], lang: Lang) -> String {
    let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let mut answer = String::new();
    for rule in rules {
        let level = level(rule, lang);
        let _ = writeln!(answer, "{:width$}  {level:<8}  {}", rule.name, rule.title.get(lang));
    }
    answer
}

fn one(rule: &Rule, lang: Lang) -> String {
    let mut answer = format!("{}: {}\n{}\n\n", level(rule, lang), rule.name, rule.title.get(lang));
    answer += rule.explanation.get(lang);
    for (heading, example) in
        [(lang.pick("Sai", "Wrong"), rule.wrong), (lang.pick("Đúng", "Right"), rule.right)]
    {
        let _ = write!(answer, "\n\n{heading}:\n");
        for line in example.trim_end().lines() {
            let _ = write!(answer, "\n    {}", visible(line));
        }
    }
    answer.push('\n');
    answer
}
