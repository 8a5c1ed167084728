//! `left_out`, which every report has beside its own keys.

use serde::Serialize;

use crate::answer::LeftOutAnswer;

/// The answer of a report, and the entries that it does not count. Source: docs/status.md, Wrong reports.
#[derive(Debug, Serialize)]
pub struct AnswerJson<'a, J> {
    #[serde(flatten)]
    answer: J,
    left_out: Vec<LeftOutJson<'a>>,
}

/// An entry with an error.
#[derive(Debug, Serialize)]
struct LeftOutJson<'a> {
    plan: &'a str,
    file: &'a str,
    line: usize,
    rule: &'static str,
}

impl<'a, J> AnswerJson<'a, J> {
    /// Adds the entries that are left out to an answer.
    pub fn new(answer: J, left_out: &'a LeftOutAnswer) -> Self {
        let entries = left_out.entries.iter();
        let entry = |entry: &'a crate::answer::LeftOutLine| LeftOutJson {
            plan: &entry.plan,
            file: &entry.file,
            line: entry.line,
            rule: entry.rule,
        };
        Self { answer, left_out: entries.map(entry).collect() }
    }
}
