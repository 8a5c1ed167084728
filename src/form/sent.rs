//! The values of the cells as they were sent, which a workbook carries in its properties.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::read::{BookFault, FilledBook};

/// The version of the layout; later programs read forms of earlier ones.
pub(super) const VERSION: i32 = 1;

/// The name of the property that makes a workbook a form.
pub(super) const MARK: &str = "plan.form";

/// The names of the properties with the unit and the day.
const UNIT: &str = "plan.unit";
const AS_OF: &str = "plan.as_of";

/// The beginning of the names of the properties that hold the values.
const VALUES: &str = "plan.sent.";

/// The characters of one property; Excel takes 255.
const LENGTH: usize = 240;

/// The identity of a form, and its rows as they were sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SentForm {
    /// The id of the unit.
    pub unit: String,
    /// The day of the form, as ISO 8601 writes it.
    pub as_of: String,
    /// The rows by key.
    pub rows: BTreeMap<String, SentRow>,
}

/// A row as it was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentRow {
    /// The cells to fill in that were not empty, by the name of the column.
    #[serde(rename = "c", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub cells: BTreeMap<String, String>,
    /// The cells that are locked, as a digest each, by the name of the column.
    #[serde(rename = "l", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub locked: BTreeMap<String, String>,
    /// The reports or results that the plan had, as a digest each.
    #[serde(rename = "r", default, skip_serializing_if = "Vec::is_empty")]
    pub known: Vec<String>,
}

impl SentForm {
    /// Returns the properties of the workbook that are texts.
    pub(super) fn properties(&self) -> Vec<(String, String)> {
        let mut properties =
            vec![(UNIT.to_owned(), self.unit.clone()), (AS_OF.to_owned(), self.as_of.clone())];
        // Maps of texts have no value that JSON lacks.
        let values = serde_json::to_string(&self.rows).unwrap_or_default();
        let characters: Vec<char> = values.chars().collect();
        for (chunk, number) in characters.chunks(LENGTH).zip(1..) {
            properties.push((format!("{VALUES}{number}"), chunk.iter().collect()));
        }
        properties
    }

    /// Reads what the properties of a workbook say.
    ///
    /// # Errors
    /// [`BookFault`] if the workbook is no form, one of a later version, or its values are damaged.
    pub fn of(book: &FilledBook) -> Result<Self, BookFault> {
        let property = |name: &str| book.properties.get(name).map(|value| value.trim());
        let version = property(MARK).ok_or(BookFault::NotForm)?;
        // Programs write whole numbers also as 1.0.
        let number: f64 = version.parse().map_err(|_| BookFault::NotForm)?;
        if number > f64::from(VERSION) {
            return Err(BookFault::LaterVersion(version.to_owned()));
        }
        let (Some(unit), Some(as_of)) = (property(UNIT), property(AS_OF)) else {
            return Err(BookFault::NotForm);
        };
        let parts = (1..).map_while(|number: usize| book.properties.get(&format!("{VALUES}{number}")));
        let values: String = parts.map(String::as_str).collect();
        let rows = serde_json::from_str(&values).map_err(|_| BookFault::Broken)?;
        Ok(Self { unit: unit.to_owned(), as_of: as_of.to_owned(), rows })
    }
}
