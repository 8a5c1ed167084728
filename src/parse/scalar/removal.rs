//! Characters that can leave a scalar without a change of what YAML reads.

use super::style::{ScalarStyle, style};
use crate::span::{Sources, Span, line_start};

/// The bytes of `part` of the scalar at `scalar` without the characters that `removed` chooses, given with the
/// character before each; a run of them becomes what `instead` gives for the first that leaves something.
///
/// `None` if YAML would read the rest in another way: a plain scalar that turns into a list or a comment, an escape
/// that swallows the next character.
pub(crate) fn without(
    sources: &Sources,
    scalar: Span,
    part: Span,
    removed: impl Fn(char, Option<char>) -> bool,
    instead: impl Fn(char) -> &'static str,
) -> Option<String> {
    let style = style(sources, scalar);
    let file = sources.get(scalar.source).text();
    let (start, end) = (part.start as usize, part.end as usize);
    let scalar_start = (scalar.start as usize).max(line_start(file, start));
    let mut rest = String::with_capacity(end - start);
    let mut left = file[scalar_start..start].chars().next_back();
    let mut is_first = file[scalar_start..start].trim().is_empty();
    let mut chars = file[start..end].char_indices().peekable();
    let mut before = file[..start].chars().next_back();
    while let Some((at, c)) = chars.next() {
        if !removed(c, before.replace(c)) {
            is_first = c == '\n' || is_first && c.is_whitespace();
            left = Some(c);
            rest.push(c);
            continue;
        }
        let mut new = instead(c);
        let mut after = start + at + c.len_utf8();
        while let Some((at, next)) = chars.peek().copied().filter(|(_, next)| removed(*next, before)) {
            before = Some(next);
            new = if new.is_empty() { instead(next) } else { new };
            after = start + at + next.len_utf8();
            chars.next();
        }
        let right = file[after..].chars().next();
        let is_safe = match style {
            ScalarStyle::Plain | ScalarStyle::Block if is_first => right.is_some_and(char::is_alphanumeric),
            ScalarStyle::Plain => left != Some(':') && right != Some('#'),
            ScalarStyle::Block => true,
            // White space at the edges of a line of a quoted scalar is folded away.
            _ if is_first => !right.is_some_and(char::is_whitespace),
            _ => left != Some('\\'),
        };
        if !is_safe {
            return None;
        }
        rest.push_str(new);
    }
    Some(rest)
}
