//! `plan.renewal/1`: a new plan, and the lines that a person must check.

use serde::Serialize;

use crate::edit::Renewal;

/// The answer of `plan renew`.
#[derive(Debug, Serialize)]
pub struct RenewalJson<'r> {
    schema: &'static str,
    plan: &'r str,
    files: Vec<&'r str>,
    changed: Vec<RenewedLineJson<'r>>,
    look: Vec<DoubtfulLineJson<'r>>,
    open: Vec<OpenWorkJson<'r>>,
}

#[derive(Debug, Serialize)]
struct RenewedLineJson<'r> {
    file: &'r str,
    line: usize,
    text: &'r str,
}

#[derive(Debug, Serialize)]
struct DoubtfulLineJson<'r> {
    file: &'r str,
    line: usize,
    reason: &'static str,
    text: &'r str,
}

#[derive(Debug, Serialize)]
struct OpenWorkJson<'r> {
    key: &'r str,
    title: &'r str,
    carried: bool,
}

impl<'r> RenewalJson<'r> {
    /// A new plan; its open work is taken over or not.
    pub fn new(renewal: &'r Renewal, is_carried: bool) -> Self {
        let changed = renewal.changed.iter();
        let look = renewal.doubts.iter();
        let open = renewal.open.iter();
        Self {
            schema: "plan.renewal/1",
            plan: &renewal.id,
            files: renewal.files.iter().map(|file| file.path.as_str()).collect(),
            changed: changed
                .map(|line| RenewedLineJson { file: &line.file, line: line.line, text: &line.text })
                .collect(),
            look: look
                .map(|line| DoubtfulLineJson {
                    file: &line.file,
                    line: line.line,
                    reason: line.reason.name(),
                    text: &line.text,
                })
                .collect(),
            open: open
                .map(|work| OpenWorkJson { key: &work.key, title: &work.title, carried: is_carried })
                .collect(),
        }
    }
}
