//! An office's own document for Word, filled with values.
//!
//! A template is a `.docx` in whose text placeholders stand: `{{name}}` is a value, and what stands between `{{#list}}`
//! and `{{/list}}` is repeated for each row of a list, or between `{{^list}}` and `{{/list}}` kept if the list is empty.
//! Only the bytes of placeholders change, and what is repeated: everything else of the document, and each other part of
//! the package, stays as it is. Source: docs/templates.md.
//!
//! `part` reads the XML of a part into elements and paragraphs, `mark` finds the placeholders in the letters of a
//! paragraph, over whatever runs a word processor has spread them, `section` finds what a pair of marks repeats, and
//! `fill` copies the text with the values. The bytes come from anybody: see [`package`](crate::package).

mod document;
mod fault;
mod fill;
mod mark;
mod part;
mod section;
mod values;

pub use document::{LARGEST_TEMPLATE, Template};
pub use fault::{TemplateError, TemplateFault};
pub use values::{TemplateColumn, TemplateField, TemplateList, TemplateValues};
