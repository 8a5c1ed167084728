//! The comments `# plan: allow(…)`.

use std::collections::HashSet;

use memchr::memmem;

use super::yaml::comments;
use crate::span::{SourceId, Span, Spanned};

/// A comment `# plan: allow(rule, …)`: these warnings are not wanted on its line, or on the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    /// The file.
    pub source: SourceId,
    /// The line that it speaks of, from 1: its own, or the next one if it stands alone.
    pub line: usize,
    /// The rules, with their places.
    pub rules: Vec<Spanned<String>>,
    /// The comments among them that begin with `plan:` and allow nothing.
    pub others: Vec<Span>,
}

/// The word that begins a comment for the program.
const MARK: &str = "plan:";

/// Collects the comments `# plan: allow(…)`, and those that only begin like one.
pub(super) fn allows(text: &str, source: SourceId) -> Vec<Allow> {
    let mut allows = Vec::new();
    let may_be_comment = |at: usize| text[..at].trim_end_matches([' ', '\t']).ends_with('#');
    if !memmem::find_iter(text.as_bytes(), MARK).any(may_be_comment) {
        return allows;
    }
    // A `#` inside a text begins no comment.
    let comments: HashSet<usize> = comments(text).into_iter().collect();
    let (mut offset, mut number) = (0, 0);
    let (mut rules, mut others) = (Vec::new(), Vec::new());
    for line in text.split_inclusive('\n') {
        number += 1;
        let mut signs = line.match_indices('#').map(|(at, _)| at);
        let comment = signs.find(|at| comments.contains(&(offset + at)));
        let alone = comment.is_some_and(|at| line[..at].trim().is_empty());
        if let Some(at) = comment {
            let names = names(&line[at..]);
            let place = |start: usize, end: usize| Span::of(source, offset + at + start..offset + at + end);
            if names.is_empty() && line[at + 1..].trim_start().starts_with(MARK) {
                others.push(place(0, line[at..].trim_end().len()));
            }
            rules.extend(
                names
                    .into_iter()
                    .map(|(name, start)| Spanned::new(name.to_owned(), place(start, start + name.len()))),
            );
        }
        let is_empty = rules.is_empty() && others.is_empty();
        if !alone && !is_empty {
            let (rules, others) = (std::mem::take(&mut rules), std::mem::take(&mut others));
            allows.push(Allow { source, line: number, rules, others });
        }
        offset += line.len();
    }
    if !(rules.is_empty() && others.is_empty()) {
        // Behind the last one nothing comes.
        allows.push(Allow { source, line: number + 1, rules, others });
    }
    allows
}

/// Returns the names in the brackets of `plan: allow(…)`, each with its offset in the comment.
fn names(comment: &str) -> Vec<(&str, usize)> {
    let inside = |(at, _): (usize, &str)| {
        let rest = comment[at + MARK.len()..].trim_start().strip_prefix("allow")?;
        let rest = rest.trim_start().strip_prefix('(')?;
        rest.split(')').next()
    };
    let Some(inside) = comment.match_indices(MARK).find_map(inside) else { return Vec::new() };
    let base = inside.as_ptr().addr() - comment.as_ptr().addr();
    let mut start = base;
    let mut names = Vec::new();
    for part in inside.split(',') {
        let name = part.trim();
        if !name.is_empty() {
            names.push((name, start + part.len() - part.trim_start().len()));
        }
        start += part.len() + 1;
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_with_their_places() {
        let found = |comment: &str| {
            let found = names(comment).into_iter();
            found.map(|(name, at)| format!("{name}@{at}")).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(found("# plan: allow(a, b-c)"), "a@14 b-c@17");
        assert_eq!(found("# xem plan:allow ( a ,, b)"), "a@19 b@24");
        for none in ["# plan: allow()", "# plan: allow a", "# plan: xem", "# allow(a)"] {
            assert_eq!(found(none), "", "{none}");
        }
    }
}
