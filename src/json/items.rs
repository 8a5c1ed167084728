//! `plan.items/1`: `plan list`, `overdue`, `upcoming`.

use serde::Serialize;

use super::attributes::AttributesJson;
use crate::answer::WorkItemList;
use crate::span::Sources;

/// Work items. Source: docs/commands.md, Machine output.
#[derive(Debug, Serialize)]
pub struct WorkItemsJson<'a> {
    schema: &'static str,
    as_of: String,
    items: Vec<AttributesJson<'a>>,
    unannounced: Vec<i32>,
}

impl<'a> WorkItemsJson<'a> {
    /// The answer for work items in their order.
    pub fn new(list: &WorkItemList<'a>, sources: &'a Sources) -> Self {
        let items = list.items.iter().map(|found| AttributesJson::all(*found, sources)).collect();
        let unannounced = list.unannounced.years().collect();
        Self { schema: "plan.items/1", as_of: list.as_of.day.to_string(), items, unannounced }
    }
}
