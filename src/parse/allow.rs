//! The comments `# plan: allow(…)`.

use std::collections::HashSet;

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
}

/// Collects the comments `# plan: allow(…)`.
pub(super) fn allows(text: &str, source: SourceId) -> Vec<Allow> {
    const MARK: &str = "plan: allow(";
    let mut allows = Vec::new();
    if !text.contains(MARK) {
        return allows;
    }
    // A `#` inside a text begins no comment.
    let comments: HashSet<usize> = comments(text).into_iter().collect();
    let mut offset = 0;
    let mut waiting = Vec::new();
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let mut signs = line.match_indices('#').map(|(at, _)| at);
        let comment = signs.find(|at| comments.contains(&(offset + at)));
        let alone = comment.is_some_and(|at| line[..at].trim().is_empty());
        if let Some(comment) = comment
            && let Some(at) = line[comment..].find(MARK)
        {
            let first = comment + at + MARK.len();
            let inside = line[first..].split(')').next().unwrap_or_default();
            let mut start = first;
            for name in inside.split(',') {
                let lead = name.len() - name.trim_start().len();
                let span = Span::of(source, offset + start + lead..offset + start + lead + name.trim().len());
                waiting.push(Spanned::new(name.trim().to_owned(), span));
                start += name.len() + 1;
            }
        }
        if !alone && !waiting.is_empty() {
            allows.push(Allow { source, line: number + 1, rules: std::mem::take(&mut waiting) });
        }
        offset += line.len();
    }
    allows
}
