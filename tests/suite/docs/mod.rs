//! The documents under `docs/`: generated parts are the code's own, examples run, citations lead somewhere.

mod deadlines;
mod dependencies;
mod generated;
mod json;
mod links;

use std::fs;
use std::path::Path;

use plan::diagnostic::Rule;

use crate::support::program::root;

/// The documents, by path from the root of the repository.
pub fn documents() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(root().join("docs"))
        .unwrap()
        .map(|entry| format!("docs/{}", entry.unwrap().file_name().to_str().unwrap()))
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "md"))
        .collect();
    names.sort();
    names
}

pub fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// All rules of the program, by name.
pub fn rules() -> Vec<&'static Rule> {
    let mut rules: Vec<&Rule> =
        plan::check::RULES.iter().chain(&plan::query::rules::RULES).copied().collect();
    rules.sort_by_key(|rule| rule.name);
    rules
}

/// A table of Markdown, as rows of cells.
pub type Table = Vec<Vec<String>>;

/// The tables of a document whose first header is `header`.
pub fn tables(document: &str, header: &str) -> Vec<Table> {
    let cells = |line: &str| -> Vec<String> {
        line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect()
    };
    let mut tables = Vec::new();
    let mut lines = document.lines().peekable();
    while let Some(line) = lines.next() {
        if line.starts_with(&format!("| {header} |")) {
            let mut table = vec![cells(line)];
            lines.next();
            while let Some(row) = lines.next_if(|line| line.starts_with("| ")) {
                table.push(cells(row));
            }
            tables.push(table);
        }
    }
    tables
}

/// Returns the texts between backquotes.
pub fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

#[test]
fn every_rule_stands_in_one_family() {
    let document = read("docs/diagnostics.md");
    let families = tables(&document, "family");
    let mut named: Vec<&str> = families[0][1..].iter().flat_map(|row| quoted(&row[1])).collect();
    named.sort_unstable();
    assert_eq!(named, rules().iter().map(|rule| rule.name).collect::<Vec<_>>());
}

#[test]
fn the_fields_of_filters_are_documented() {
    let document = read("docs/filters.md");
    let table = &tables(&document, "field")[0];
    let documented: Vec<(&str, bool)> =
        table[1..].iter().map(|row| (quoted(&row[0]).next().unwrap(), row[3] == "yes")).collect();
    let fields: Vec<(&str, bool)> =
        plan::attribute::filters().map(|(_, filter)| (filter.name, filter.may_be_missing)).collect();
    assert_eq!(documented, fields);
}
