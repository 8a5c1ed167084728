//! The tables of `docs/deadlines.md`, expression by expression.

use std::fs;
use std::path::Path;

use super::{quoted, read, tables};
use crate::support::program::plan_in;

/// The kind of a deadline and its occurrences, in the words of the tables.
fn reading(folder: &Path, expression: &str, period: &str) -> (String, Vec<String>) {
    let ran = plan_in(folder, &["due", expression, "--period", period, "--plans", ".", "-f", "json"]);
    assert_eq!(ran.code, 0, "{expression}: {}", ran.err);
    let json = ran.json();
    let occurrences = json["occurrences"].as_array().unwrap().iter().map(|one| {
        let from = one["from"].as_str().map_or(String::new(), |from| format!("{from} "));
        let days = format!("{from}– {}", one["due"].as_str().unwrap());
        one["period"].as_str().map_or(days.clone(), |label| format!("`{label}`: {days}"))
    });
    (json["kind"].as_str().unwrap().to_owned(), occurrences.collect())
}

#[test]
fn the_tables_of_deadlines_hold() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("vi-du.plan.yaml"),
        "format: 1\nplan: vi-du\ntitle: Ví dụ\nperiod: 2024\ncalendar: {school_years: [{year: 2023-2024, \
         from: 5/9/2023, term1_ends: 14/1/2024, term2_ends: 24/5/2024, to: 31/5/2024}], \
         events: [{name: bầu cử, date: 15/3/2024}, {name: kỳ thi, date: 10-12/6/2024}]}\n",
    )
    .unwrap();
    let mut expressions = 0;
    for table in tables(&read("docs/deadlines.md"), "written") {
        for row in &table[1..] {
            for expression in quoted(&row[0]) {
                expressions += 1;
                let header: Vec<&str> = table[0].iter().map(String::as_str).collect();
                let (wanted, period) = match (header.as_slice(), row.as_slice()) {
                    (["written", "period", "from", "due"], [_, period, from, due]) => {
                        let from = if from == "–" { String::new() } else { format!("{from} ") };
                        (("dated".to_owned(), vec![format!("{from}– {due}")]), period.as_str())
                    }
                    (["written", "period", "occurrences"], [_, period, occurrences]) => {
                        let occurrences = occurrences.split("; ").map(str::to_owned).collect();
                        (("recurring".to_owned(), occurrences), period.as_str())
                    }
                    (["written", "kind"], [_, kind]) => ((kind.clone(), Vec::new()), "2024"),
                    other => panic!("{other:?}"),
                };
                assert_eq!(reading(folder.path(), expression, period), wanted, "{expression}");
            }
        }
    }
    assert!(expressions > 140, "{expressions}");
}
