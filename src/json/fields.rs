//! `plan.fields/1`: the fields of templates.

use serde::Serialize;

use crate::date::Day;
use crate::language::Lang;
use crate::template::TemplateValues;

/// The fields of the template of a command.
#[derive(Debug, Serialize)]
pub struct FieldsJson<'v> {
    schema: &'static str,
    as_of: String,
    fields: Vec<FieldJson<'v>>,
    lists: Vec<FieldListJson<'v>>,
}

#[derive(Debug, Serialize)]
struct FieldJson<'v> {
    name: &'v str,
    meaning: &'v str,
    value: &'v str,
}

#[derive(Debug, Serialize)]
struct FieldListJson<'v> {
    name: &'v str,
    meaning: &'v str,
    rows: usize,
    /// With the values of the first row.
    fields: Vec<FieldJson<'v>>,
}

impl<'v> FieldsJson<'v> {
    /// The fields on a day, their meanings in a language.
    pub fn new(values: &'v TemplateValues, day: Day, lang: Lang) -> Self {
        let fields = values.fields.iter().map(|field| FieldJson {
            name: &field.name,
            meaning: field.meaning.get(lang),
            value: &field.value,
        });
        let lists = values.lists.iter().map(|list| {
            let first = list.rows.first();
            let columns = list.columns.iter().enumerate().map(|(at, column)| FieldJson {
                name: &column.name,
                meaning: column.meaning.get(lang),
                value: first.and_then(|row| row.get(at)).map_or("", String::as_str),
            });
            FieldListJson {
                name: &list.name,
                meaning: list.meaning.get(lang),
                rows: list.rows.len(),
                fields: columns.collect(),
            }
        });
        Self {
            schema: "plan.fields/1",
            as_of: day.to_string(),
            fields: fields.collect(),
            lists: lists.collect(),
        }
    }
}
