//! The one table of the attributes of a work item. Source: docs/commands.md, Machine output; docs/filters.md, Fields.
//!
//! [`ATTRIBUTES`] has a row for each [`Attribute`]: its name, its header in both languages, its type, its value,
//! and the filter on it. Columns, CSV, JSON, `--columns`, `--sort`, the filters with their help, and the
//! completions follow from the rows.

mod choice;
mod field;
mod filter;
mod holder;
mod sort;
mod table;
mod value;

pub use choice::{DONE, filters};
pub use field::{FieldName, own_value};
pub use filter::{AttributeFilter, FilterOperand, TextSource};
pub use holder::{UnitNaming, holder_name, unit_name};
pub use sort::{SortBy, order_by, total_order};
pub use table::{ATTRIBUTES, Attribute, AttributeInfo, AttributeLevel, ValueType};
pub use value::Value;
