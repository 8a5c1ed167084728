//! Words outside the cells of tables.

use maud::{Markup, html};

use crate::language::{Lang, Message};
use crate::render::formula::is_formula;
use crate::sanitize::visible;

/// The attribute by which `LibreOffice` takes a cell for text, not for a formula or a day of another country; Excel
/// reads `mso-number-format` in the style.
pub(super) const TEXT: &str = "1066;0;@";

/// The ground of headers and sums.
pub(super) const SHADE: &str = "#f2f2f2";

/// Words outside cells: a spreadsheet makes a cell of each, and these have no attribute to say that they are text.
pub(super) fn one_line(text: &Message, lang: Lang) -> Markup {
    let words = visible(text.get(lang));
    // The dash of a list stays one: a space that does not break keeps a spreadsheet from reading on.
    let guard = if words.starts_with("- ") { "\u{a0}" } else { "'" };
    html! { @if is_formula(&words) { (guard) } (words) }
}
