//! The bytes of a workbook → its properties and the values of its cells. The bytes come from anybody.
//!
//! The parts of the archive are unpacked by [`crate::package`] and looked through ([`scan`]); what passed is packed
//! anew, and only that is given to the reader of cells. Macros, links to other files, pictures and everything else
//! that is no cell are left behind.

mod cells;
mod fault;
mod package;
mod position;
mod properties;
mod scan;
mod shown_day;

pub use cells::{FilledBook, FilledCell, FilledSheet, FilledValue, NumberUse, read_workbook};
pub use fault::BookFault;
pub use shown_day::ShownDay;

pub(super) use position::cell_name;
