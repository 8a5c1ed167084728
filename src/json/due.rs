//! `plan.due/1`.

use serde::Serialize;

use super::parts::iso;
use crate::answer::{DueAnswer, DueOccurrence};

/// The meaning of a deadline in words.
#[derive(Debug, Serialize)]
pub struct DueJson<'d> {
    schema: &'static str,
    text: &'d str,
    kind: &'static str,
    occurrences: Vec<DueOccurrenceJson<'d>>,
    unannounced: Vec<i32>,
}

#[derive(Debug, Serialize)]
struct DueOccurrenceJson<'d> {
    period: Option<&'d str>,
    from: Option<String>,
    due: String,
    deadline: String,
}

impl<'d> DueJson<'d> {
    /// The occurrences of a deadline.
    pub fn new(answer: &'d DueAnswer<'d>) -> Self {
        let occurrence = |DueOccurrence { occurrence, deadline, .. }: &'d DueOccurrence| DueOccurrenceJson {
            period: occurrence.label.as_deref(),
            from: iso(occurrence.from),
            due: occurrence.due.to_string(),
            deadline: deadline.to_string(),
        };
        Self {
            schema: "plan.due/1",
            text: answer.text,
            kind: answer.deadline.kind.as_str(),
            occurrences: answer.occurrences.iter().map(occurrence).collect(),
            unannounced: answer.unannounced.years().collect(),
        }
    }
}
