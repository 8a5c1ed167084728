//! The parts of a bullet that are work of their own: they differ in who does them or by when.

use std::ops::Range;

use super::role::{Roles, roles};
use super::token::{WordToken, stands, tokens};
use super::units::names_at;
use super::verb::begins_order;
use super::when::{DuePhrase, due_phrases};

/// A part of a bullet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WorkPiece {
    /// The place of the words in the bullet.
    pub range: Range<usize>,
    /// The roles of units in it.
    pub roles: Roles,
    /// The words that may be its deadline, with places in the bullet.
    pub due: Vec<DuePhrase>,
}

/// The sign before a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CutSign {
    Sentence,
    Semicolon,
    Comma,
}

struct TextSegment {
    range: Range<usize>,
    cut: CutSign,
}

/// Cuts a bullet into its parts. `period` is the words of the plan's period, which are no deadline of a part.
pub(super) fn pieces(text: &str, period: &str) -> Vec<WorkPiece> {
    let mut pieces: Vec<WorkPiece> = Vec::new();
    for segment in segments(text) {
        match pieces.last_mut() {
            Some(last) if !is_apart(text, last, &segment, period) => {
                *last = piece(text, last.range.start..segment.range.end, period);
            }
            _ => pieces.push(piece(text, segment.range, period)),
        }
    }
    pieces
}

fn piece(text: &str, range: Range<usize>, period: &str) -> WorkPiece {
    let words = &text[range.clone()];
    let mut due = due_phrases(words);
    due.retain(|phrase| &words[phrase.range.clone()] != period);
    for phrase in &mut due {
        phrase.range = phrase.range.start + range.start..phrase.range.end + range.start;
    }
    WorkPiece { roles: roles(words), due, range }
}

/// Returns true if a segment is work apart from the part before it.
fn is_apart(text: &str, last: &WorkPiece, segment: &TextSegment, period: &str) -> bool {
    let next = piece(text, segment.range.clone(), period);
    let words = &text[segment.range.clone()];
    let all = tokens(words);
    // `…; hoàn thành trong tháng 10`: the deadline of what stands before it.
    if is_deadline_alone(text, &next) && !is_dated(text, last) {
        return false;
    }
    let (has_due, had_due) = (is_dated(text, &next), is_dated(text, last));
    if segment.cut == CutSign::Comma {
        let is_own = has_due && (had_due || next.due.iter().any(|due| !due.is_sure));
        return (next.roles.directs && had_due) || is_own;
    }
    let is_capital = segment.cut == CutSign::Semicolon && words.starts_with(char::is_uppercase);
    let is_ordered = next.roles.has_subject && !(last.roles.has_subject && next.roles.lead.is_empty());
    let is_sentence = segment.cut == CutSign::Sentence;
    let is_directed = !next.roles.to.is_empty()
        && (last.roles.to.is_empty() || is_sentence && last.roles.to != next.roles.to)
        && !last.roles.has_subject
        && begins_directing(&all);
    let is_joint = !last.roles.has_subject && begins_joint(&all);
    let ends_joint = is_sentence
        && !last.roles.with.is_empty()
        && !last.roles.has_subject
        && next.roles.with.is_empty()
        && begins_joint(&tokens(&text[last.range.clone()]));
    let ends_proposal = is_sentence && last.roles.is_proposal && !next.roles.is_proposal;
    let goes_on = is_sentence && stands(&all, 0, "tiếp tục") && !last.roles.directs;
    let has_figures = text[last.range.clone()].contains('%') && words.contains('%') && !last.roles.directs;
    is_capital
        || is_ordered
        || is_directed
        || is_joint
        || has_due
        || had_due
        || ends_joint
        || ends_proposal
        || goes_on
        || has_figures
        || is_parallel(&tokens(&text[last.range.clone()]), &all)
}

/// Returns true if a part is nothing but a deadline.
fn is_deadline_alone(text: &str, piece: &WorkPiece) -> bool {
    let [due] = piece.due.as_slice() else { return false };
    let around = [&text[piece.range.start..due.range.start], &text[due.range.end..piece.range.end]].concat();
    let bare = around.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    due.is_readable && matches!(bare.as_str(), "" | "hoàn thành")
}

/// Returns true if a part has a deadline of its own.
fn is_dated(text: &str, piece: &WorkPiece) -> bool {
    piece.due.iter().any(|due| {
        // `theo hướng dẫn của Bộ tại Thông tư …` is a way, not a time.
        due.is_sure || !text[due.range.end..].starts_with(" Bộ GDĐT tại")
    })
}

fn begins_directing(all: &[WordToken]) -> bool {
    ["chỉ đạo", "hướng dẫn", "yêu cầu"].iter().any(|verb| stands(all, 0, verb))
}

fn begins_joint(all: &[WordToken]) -> bool {
    (0..all.len().min(5)).any(|at| stands(all, at, "phối hợp"))
}

/// Returns true if two parts begin with the same four words.
fn is_parallel(first: &[WordToken], second: &[WordToken]) -> bool {
    first.len() > 4 && second.len() > 4 && first.iter().zip(second).take(4).all(|(a, b)| a.word == b.word)
}

/// The parts between sentence ends, semicolons and some commas where the words behind begin an order.
fn segments(text: &str) -> Vec<TextSegment> {
    let mut segments: Vec<TextSegment> = Vec::new();
    let (mut from, mut cut, mut depth) = (0, CutSign::Sentence, 0_usize);
    let mut is_quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '“' => is_quoted = true,
            '”' => is_quoted = false,
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if is_quoted || depth > 0 || !matches!(c, '.' | ';' | ',' | '…') {
            continue;
        }
        let behind = at + c.len_utf8();
        let Some(rest) = text.get(behind..).and_then(|rest| rest.strip_prefix(' ')) else { continue };
        let next = match c {
            ';' => CutSign::Semicolon,
            ',' => CutSign::Comma,
            _ => CutSign::Sentence,
        };
        if !can_begin(text, from, at, rest, next) {
            continue;
        }
        // A full stop stays with its sentence, the other signs stand between parts.
        let end = if next == CutSign::Sentence { behind } else { at };
        if text[from..end].contains(char::is_alphanumeric) {
            segments.push(TextSegment { range: from..end, cut });
        }
        (from, cut) = (behind + 1, next);
    }
    if from < text.len() {
        segments.push(TextSegment { range: from..text.len(), cut });
    }
    segments
}

fn can_begin(text: &str, from: usize, at: usize, rest: &str, cut: CutSign) -> bool {
    let all =
        tokens(rest.get(..rest.char_indices().nth(200).map_or(rest.len(), |(at, _)| at)).unwrap_or(rest));
    let is_order = begins_order(&all, 0) || stands(&all, 0, "đồng thời");
    let is_subject = || roles(rest.split(['.', ';']).next().unwrap_or(rest)).has_subject;
    match cut {
        CutSign::Sentence => {
            let is_short = text[..at].rsplit(' ').next().is_some_and(|word| word.chars().count() <= 2);
            rest.starts_with(char::is_uppercase) && !is_short && (is_order || is_subject())
        }
        CutSign::Semicolon => is_order || is_subject(),
        CutSign::Comma => {
            let before = &text[from..at];
            let clause = rest.split([',', ';', '.']).next().unwrap_or(rest);
            let directs = stands(&all, 0, "chỉ đạo") && names_at(rest, &all, 2).is_some();
            let is_dated =
                is_order && due_phrases(clause).iter().any(|due| due.is_readable && due.range.start > 0);
            let is_repeated = all.len() > 2
                && tokens(before)
                    .windows(2)
                    .any(|pair| pair[0].word == all[0].word && pair[1].word == all[1].word);
            directs || (is_dated && (is_repeated || clause.contains("đột xuất")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        pieces(text, "năm 2024").into_iter().map(|piece| &text[piece.range]).collect()
    }

    #[test]
    fn a_bullet_is_cut_where_who_or_when_changes() {
        for (text, parts) in [
            (
                "Rà soát quy hoạch; tiếp tục đầu tư các dự án giai đoạn 2024-2025; công nhận lại 07 trường.",
                vec![
                    "Rà soát quy hoạch",
                    "tiếp tục đầu tư các dự án giai đoạn 2024-2025",
                    "công nhận lại 07 trường.",
                ],
            ),
            (
                "Chỉ đạo các kỳ thi: Kiện toàn Ban chỉ đạo. Phối hợp với Sở GDĐT tổ chức tốt kỳ thi. Giao Phòng GDĐT tổ chức các kỳ thi.",
                vec![
                    "Chỉ đạo các kỳ thi: Kiện toàn Ban chỉ đạo.",
                    "Phối hợp với Sở GDĐT tổ chức tốt kỳ thi.",
                    "Giao Phòng GDĐT tổ chức các kỳ thi.",
                ],
            ),
            (
                "Tổ chức giao ban 01 lần/tháng với các trường, giao ban 01 lần/quý với chủ nhóm lớp.",
                vec!["Tổ chức giao ban 01 lần/tháng với các trường", "giao ban 01 lần/quý với chủ nhóm lớp."],
            ),
            (
                "Rà soát, làm sạch dữ liệu dân cư; hoàn thành trong tháng 10 năm 2025.",
                vec!["Rà soát, làm sạch dữ liệu dân cư; hoàn thành trong tháng 10 năm 2025."],
            ),
            (
                "Đổi mới phương pháp dạy học. Tổ chức tốt mô hình; xây dựng trường học hạnh phúc.",
                vec!["Đổi mới phương pháp dạy học. Tổ chức tốt mô hình; xây dựng trường học hạnh phúc."],
            ),
        ] {
            assert_eq!(cut(text), parts, "{text}");
        }
    }
}
