//! The values by which a template is filled.

use crate::language::Message;

/// The values by which a template is filled.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TemplateValues {
    /// The fields of the whole document.
    pub fields: Vec<TemplateField>,
    /// The lists.
    pub lists: Vec<TemplateList>,
}

/// A field of the whole document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateField {
    /// The name.
    pub name: String,
    /// The meaning.
    pub meaning: Message,
    /// The value.
    pub value: String,
}

/// A list, for each of whose rows a part of the document is repeated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateList {
    /// The name.
    pub name: String,
    /// The meaning.
    pub meaning: Message,
    /// The fields of a row.
    pub columns: Vec<TemplateColumn>,
    /// The rows, each with a value for each column.
    pub rows: Vec<Vec<String>>,
}

/// A field of the rows of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateColumn {
    /// The name.
    pub name: String,
    /// The meaning.
    pub meaning: Message,
}

impl TemplateValues {
    /// Returns the value of a field of the whole document, if there is one of the name.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|field| field.name == name).map(|field| field.value.as_str())
    }

    /// Returns the list of a name, if there is one.
    pub fn list(&self, name: &str) -> Option<&TemplateList> {
        self.lists.iter().find(|list| list.name == name)
    }
}

impl TemplateList {
    /// Returns the place of a field in each row, if there is one of the name.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }
}
