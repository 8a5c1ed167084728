//! The choice that a value of a filter names.

use super::words::SearchText;
use crate::attribute::Attribute;
use crate::language::{Lang, Message};

/// Returns the one of the [`choices`](Attribute::choices) of an attribute that a text names, by its word or by its
/// name in either language.
pub(super) fn choice(attribute: Attribute, text: &str) -> Option<&'static str> {
    let choices = attribute.choices();
    let dashed = text.trim().replace([' ', '_'], "-");
    let words = SearchText::new(text);
    let by_word = choices.iter().find(|(id, _)| id.eq_ignore_ascii_case(&dashed));
    let is_named = |name: &Message| Lang::ALL.iter().any(|lang| words.are(name.get(*lang)));
    by_word.or_else(|| choices.iter().find(|(_, name)| is_named(name))).map(|(id, _)| *id)
}
