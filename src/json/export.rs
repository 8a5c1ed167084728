//! `plan.tables/1`: `plan export`, and the file `plan.tables.json` of an export.

use serde::Serialize;

use super::parts::iso;
use crate::answer::{ExportAnswer, ExportedFile, RefusedPlan};

/// The tables of an export. Source: docs/nation.md.
#[derive(Debug, Serialize)]
pub struct ExportJson<'a> {
    schema: &'static str,
    program: &'static str,
    known: Option<String>,
    plans: u64,
    items: u64,
    /// False if a file or folder could not be read.
    complete: bool,
    tables: Vec<ExportedTableJson<'a>>,
    refused: Vec<RefusedPlanJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ExportedTableJson<'a> {
    name: &'static str,
    rows: u64,
    bytes: u64,
    files: Vec<ExportedFileJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ExportedFileJson<'a> {
    path: &'a str,
    rows: u64,
    bytes: u64,
    sha256: &'a str,
}

#[derive(Debug, Serialize)]
struct RefusedPlanJson<'a> {
    plan: Option<&'a str>,
    path: &'a str,
    rules: &'a [&'static str],
}

impl<'a> ExportJson<'a> {
    /// The tables of an answer.
    pub fn new(answer: &'a ExportAnswer) -> Self {
        let file = |file: &'a ExportedFile| ExportedFileJson {
            path: &file.path,
            rows: file.rows,
            bytes: file.bytes,
            sha256: &file.sha256,
        };
        let tables = answer.tables.iter().map(|table| ExportedTableJson {
            name: table.name,
            rows: table.rows(),
            bytes: table.bytes(),
            files: table.files.iter().map(file).collect(),
        });
        let refused = |plan: &'a RefusedPlan| RefusedPlanJson {
            plan: plan.plan.as_deref(),
            path: &plan.path,
            rules: &plan.rules,
        };
        Self {
            schema: "plan.tables/1",
            program: concat!("plan ", env!("CARGO_PKG_VERSION")),
            known: iso(answer.known),
            plans: answer.plans,
            items: answer.items,
            complete: !answer.left_out.has_failures,
            tables: tables.collect(),
            refused: answer.refused.iter().map(refused).collect(),
        }
    }
}
