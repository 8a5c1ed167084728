//! Parts of the documents that come from the code: the page of rules, the tables of keys, the output of commands.

use std::fmt::Write;
use std::fs;

use plan::diagnostic::{Rule, Severity};
use plan::language::Lang;
use plan::parse::format::{HEADER, KeyFormat, LISTS, MappingFormat, ValueShape};
use plan::tables::{ColumnType, TableName};

use super::{documents, read, rules};
use crate::guides::console::run_again;
use crate::support::program::{plan_in, root};
use crate::support::snapshot::assert_rewritten;

/// Text of a rule as Markdown: characters that Markdown reads as emphasis or a tag are escaped, except in code.
fn escaped(text: &str) -> String {
    let escape = |text: &str| text.replace('*', "\\*").replace('_', "\\_").replace('<', "\\<");
    let parts = text.split('`').enumerate();
    let parts = parts.map(|(at, part)| if at % 2 == 0 { escape(part) } else { part.to_owned() });
    parts.collect::<Vec<_>>().join("`")
}

/// `docs/rules.md`.
fn rules_page() -> String {
    let mut page = "# Rules\n\nGenerated from the rules' own text. `plan explain RULE` adds a wrong and a right example to each; [diagnostics.md](diagnostics.md)\n\
                    describes levels and formats.\n\n| rule | severity | title |\n|---|---|---|\n"
        .to_owned();
    for rule in rules() {
        let severity = severity(rule);
        let _ = writeln!(page, "| [`{0}`](#{0}) | {severity} | {1} |", rule.name, rule.title.get(Lang::En));
    }
    for rule in rules() {
        let (title, explanation) = (rule.title.get(Lang::En), escaped(rule.explanation.get(Lang::En)));
        let _ = write!(page, "\n## {}\n\n**{title}** ({}). {explanation}\n", rule.name, severity(rule));
    }
    page
}

fn severity(rule: &Rule) -> &'static str {
    match rule.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// The mapping of that name in the format.
fn mapping(name: &str) -> &'static MappingFormat {
    fn find(format: &'static MappingFormat, name: &str) -> Option<&'static MappingFormat> {
        if format.name() == name {
            return Some(format);
        }
        format.keys.iter().find_map(|key| match key.shape {
            ValueShape::Map(inner) | ValueShape::List(inner) | ValueShape::WordsOr(inner) => {
                find(inner, name)
            }
            _ => None,
        })
    }
    find(&HEADER, name).or_else(|| find(&LISTS, name)).unwrap_or_else(|| panic!("no mapping {name}"))
}

/// The table of the keys of a mapping; `source` and `note`, which every entry takes, aside.
fn keys(format: &MappingFormat) -> String {
    let mut table = "| key | value | meaning |\n|---|---|---|\n".to_owned();
    for key in format.keys.iter().filter(|key| !matches!(key.name(), "source" | "note")) {
        let name = if key.required { format!("**`{}`**", key.name()) } else { format!("`{}`", key.name()) };
        let _ = writeln!(table, "| {name} | {} | {} |", value(key), key.doc(Lang::En));
    }
    table
}

fn value(key: &KeyFormat) -> String {
    match key.shape {
        ValueShape::Text => "text".to_owned(),
        ValueShape::Id => "id".to_owned(),
        ValueShape::OwnKey => "`x-` and an id".to_owned(),
        ValueShape::Word(words) => {
            words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
        }
        ValueShape::Meant(words) => {
            words.words().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
        }
        ValueShape::Day => "day".to_owned(),
        ValueShape::OpenDay => "day, without its year too".to_owned(),
        ValueShape::Bool => "`true`, `false`".to_owned(),
        ValueShape::Count => "whole number".to_owned(),
        ValueShape::Number => "number".to_owned(),
        ValueShape::Many => "one or a list".to_owned(),
        ValueShape::WordsOr(inner) if inner.name() == "due" => "deadline".to_owned(),
        ValueShape::WordsOr(inner) => inner.name().to_owned(),
        ValueShape::Levels => "mapping of rules to levels".to_owned(),
        ValueShape::Map(inner) => format!("mapping (`{}`)", inner.name()),
        ValueShape::List(inner) => format!("list (`{}`)", inner.name()),
    }
}

/// The document with the tables of keys between their marks written anew.
fn with_keys(document: &str) -> String {
    const END: &str = "<!-- /keys -->\n";
    let mut fresh = String::new();
    let mut rest = document;
    while let Some((before, after)) = rest.split_once("<!-- keys ") {
        let (name, after) = after.split_once(" -->\n").expect("a mark ends on its line");
        let (_, after) = after.split_once(END).expect("a table of keys ends");
        let _ = write!(fresh, "{before}<!-- keys {name} -->\n{}{END}", keys(mapping(name)));
        rest = after;
    }
    fresh + rest
}

/// The document with the list of the tables of `plan export` between its marks written anew.
fn with_tables(document: &str) -> String {
    const MARKS: [&str; 2] = ["<!-- tables -->\n", "<!-- /tables -->\n"];
    let Some((before, after)) = document.split_once(MARKS[0]) else { return document.to_owned() };
    let (_, after) = after.split_once(MARKS[1]).expect("the list of tables ends");
    let mut list = "| table | columns |\n|---|---|\n".to_owned();
    for table in TableName::OF_PLANS.into_iter().chain([TableName::Calendar]) {
        let format = table.format();
        let columns = format.columns.iter().filter(|column| !matches!(column.name, "area" | "plan"));
        let columns = columns.map(|column| {
            let name = format!("`{}`", column.name);
            let name = if column.is_optional { format!("*{name}*") } else { name };
            let column_type = match column.column_type {
                ColumnType::Text | ColumnType::Words => "",
                ColumnType::Day => " DATE",
                ColumnType::Count => " INT32",
                ColumnType::Item => " INT64",
                ColumnType::Number => " DOUBLE",
                ColumnType::Flag => " BOOLEAN",
            };
            name + column_type
        });
        let _ = writeln!(list, "| `{}` | {} |", format.name, columns.collect::<Vec<_>>().join(", "));
    }
    [before, MARKS[0], &list, MARKS[1], after].concat()
}

#[test]
fn the_documents_are_as_the_program_prints_them() {
    for name in documents() {
        assert_rewritten(&name, |written| match &*name {
            "docs/rules.md" => rules_page(),
            _ => run_again(&with_tables(&with_keys(written)), root()),
        });
    }
}

#[test]
fn every_list_of_the_format_is_documented() {
    let document = read("docs/format.md");
    for key in LISTS.keys {
        let parts = match key.shape {
            ValueShape::Map(_) | ValueShape::List(_) => format!("<!-- keys {} -->", key.name()),
            _ => format!("## `{}`\n", key.name()),
        };
        assert!(document.contains(&parts), "{}", key.name());
    }
}

#[test]
fn the_plans_in_the_documents_are_valid() {
    for name in documents() {
        for block in read(&name).split("```yaml\n").skip(1) {
            let text = block.split("```").next().unwrap();
            if !text.starts_with("format: 1") {
                continue;
            }
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join("vi-du.plan.yaml"), text).unwrap();
            let ran = plan_in(folder.path(), &["validate", ".", "--lang", "en"]);
            assert_eq!(ran.out, "no errors: 1 file, 1 plan\n", "{name}");
        }
    }
}
