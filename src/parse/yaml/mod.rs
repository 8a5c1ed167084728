//! YAML text → nodes and events. Only this folder names the YAML crate.

mod comment;
mod events;
mod lines;
mod node;
mod parser;
mod stream;
mod syntax;

pub(super) use events::{YamlEvent, comments, events};
#[cfg(fuzzing)]
pub(super) use lines::comparison::agree;
pub(super) use node::{Content, MERGE, Node, cover, merge_key};
pub(super) use stream::{CollectionPart, Next, Stop, Stream, YamlReader};
