//! YAML text → nodes and events. Only this folder names the YAML crate.

mod comment;
mod events;
mod stream;
mod syntax;

pub(super) use events::{YamlEvent, comments, events};
pub(super) use stream::{Content, Next, Node, Stop, Stream};
