//! The words of a message on one line.

use crate::language::{Lang, Message};
use crate::sanitize::visible;

/// Returns the words of a message, control characters visible.
pub(super) fn one_line(text: &Message, lang: Lang) -> String {
    visible(text.get(lang)).into_owned()
}
