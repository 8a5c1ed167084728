//! The entries to which the comments of a file belong.

use std::ops::Range;

use super::layout::{CommentPlace, EntryComment, EntryOutline, ListOutline, ListStyle, Outline};
use crate::span::{SourceId, Span, line_end, line_start};

/// Gives every comment to the entry that it belongs to.
pub(super) fn give_comments(outline: &mut Outline, comments: &[Range<usize>], text: &str, source: SourceId) {
    for comment in comments {
        let span = Span::of(source, comment.clone());
        let lists = outline.keys.iter_mut().filter_map(|key| key.list.as_mut());
        let owner = lists.into_iter().find_map(|list| owner(text, list, comment));
        match owner {
            Some((entry, place)) => entry.comments.push(EntryComment { span, place }),
            None => outline.comments.push(span),
        }
    }
}

/// The entry of a list that a comment belongs to.
fn owner<'l>(
    text: &str,
    list: &'l mut ListOutline,
    comment: &Range<usize>,
) -> Option<(&'l mut EntryOutline, CommentPlace)> {
    let offset = |at: u32| at as usize;
    // The first entry that ends behind the comment, and the one before it.
    let next = list.entries.partition_point(|entry| offset(entry.span.end) <= comment.start);
    let is_inside = list.entries.get(next).is_some_and(|entry| offset(entry.span.start) < comment.start);
    if is_inside {
        return list.entries.get_mut(next).map(|entry| (entry, CommentPlace::Inside));
    }
    let line = line_start(text, comment.start);
    let column = comment.start - line;
    let is_alone = text[line..comment.start].trim().is_empty();
    if let Some(at) = next.checked_sub(1) {
        let last = list.entries.get(at)?;
        let is_behind = if is_alone {
            match list.style {
                ListStyle::Block { dash } => comment.start < list.end && column > dash,
                ListStyle::Flow { .. } => false,
            }
        } else {
            line_end(text, offset(last.span.end)) >= comment.end
        };
        if is_behind {
            return list.entries.get_mut(at).map(|entry| (entry, CommentPlace::Behind));
        }
    }
    let entry = list.entries.get_mut(next)?;
    let start = offset(entry.span.start);
    // Only comments stand between it and the entry below, and no blank line.
    let between = text.get(comment.end..start)?;
    let lines = between.split('\n').skip(1);
    let is_right_above = {
        let all: Vec<&str> = lines.collect();
        let (last, above) = all.split_last()?;
        last.trim().is_empty() && above.iter().all(|line| line.trim_start().starts_with('#'))
    };
    (is_alone && is_right_above).then_some((entry, CommentPlace::Before))
}
