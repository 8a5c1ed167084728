//! YAML text → nodes and events. Only this folder names the YAML crate.

mod comment;
mod events;
mod lines;
mod parser;
mod stream;
mod syntax;

pub(super) use events::{YamlEvent, comments, events};
#[cfg(fuzzing)]
pub(super) use lines::comparison::agree;
pub(super) use stream::{Content, MERGE, Next, Node, Stop, Stream, YamlReader, merge_key};
