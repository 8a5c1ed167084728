//! The layout of a file: where each list and each entry stands, how they are indented, which comments belong to them.
//!
//! An [`Outline`] is made on demand, from the text of one file. Whoever writes into a file finds there where a new
//! entry goes and in which style; whoever moves or merges entries finds their bytes and their comments.

mod build;
mod comments;
mod layout;
mod lines;
mod shift;

#[cfg(test)]
mod tests;

pub use layout::{
    CommentPlace, EntryComment, EntryLayout, EntryOutline, EntryStyle, KeyOutline, ListOutline, ListStyle,
    Outline,
};
