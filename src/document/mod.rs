//! The document: headings, facts, steps and tables of typed cells.
//!
//! A document holds both languages. Text of the product is a [`Message`](crate::language::Message), text of a plan a `String` as written,
//! including hostile characters, and a day is a [`Day`](crate::date::Day). The renderers choose the language, escape
//! text of plans for their format, and write days and numbers as the language requires.

mod block;
mod cell;
mod frame;
mod page;
mod table;
mod timeline;
mod words;

pub use block::{Block, Document, Fact, FilePlace, NumberedStep};
pub use cell::{Cell, StatusCell, Tone};
pub use frame::{AnnexHead, Frame, MOTTO, NATION, OPEN, Signature, day_in_words};
pub use page::{Orientation, Page};
pub use table::{Align, Column, Media, Medium, NarrowColumn, Table, TableRow};
pub use timeline::{BarKind, TimelineBar, TimelineChart, TimelineItem, TimelineRow, TimelineTick};
pub use words::{cell_words, text_lines};
