//! Documents that cannot be imported.

use super::block::SourcePlace;
use crate::language::Message;

/// A document that cannot be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportError {
    /// The name of the file.
    pub file: String,
    /// The place in it, if it is known.
    pub place: Option<SourcePlace>,
    /// The reason.
    pub message: Message,
    /// The way out.
    pub help: Option<Box<Message>>,
}

impl ImportError {
    /// An error of a file as a whole.
    pub fn new(file: &str, message: Message) -> Self {
        Self { file: file.to_owned(), place: None, message, help: None }
    }

    /// Adds the place.
    #[must_use]
    pub fn at(mut self, place: SourcePlace) -> Self {
        self.place = Some(place);
        self
    }

    /// Adds the way out.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(Box::new(help));
        self
    }
}
