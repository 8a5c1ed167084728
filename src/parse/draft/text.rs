//! The texts of a file.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

/// A text of a file.
#[derive(Debug, Clone)]
pub enum Text<'s> {
    /// The characters of the file.
    Verbatim(&'s str),
    /// Folded or unescaped.
    Made(Arc<str>),
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Verbatim(words) => words,
            Self::Made(words) => words,
        }
    }
}

impl AsRef<str> for Text<'_> {
    fn as_ref(&self) -> &str {
        self
    }
}

impl<'s> From<Cow<'s, str>> for Text<'s> {
    fn from(words: Cow<'s, str>) -> Self {
        match words {
            Cow::Borrowed(words) => Self::Verbatim(words),
            Cow::Owned(words) => Self::Made(words.into()),
        }
    }
}
