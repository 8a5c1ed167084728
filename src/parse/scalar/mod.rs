//! Scalars as they are written: styles, escapes, and the place of a part of a value.

mod escape;
mod place;
mod removal;
mod style;
mod words;

pub(crate) use place::{ScalarWalk, within};
pub(crate) use removal::without;
pub(crate) use style::block_header;
pub(super) use words::{count, number};
pub(crate) use words::{is_id, is_null};
