//! Words beside a deadline: notes in brackets and words in front.

use crate::deadline::error::{DeadlineError, DeadlineErrorReason};
use crate::deadline::expression::{Bound, Clause, Recurrence, TimeConstraint, TimeExtent};
use crate::deadline::lexer::{Token, TokenKind};

use super::front_words::after_words;
use super::joined::complete;
use super::parser::Parser;
use super::stages::stages;
use super::time_words::names_days;

/// Reads a text with brackets. A bracket is a note if it reads as no deadline or as the same one, and belongs to
/// the words if it gives the day of a recurrence: `định kỳ 6 tháng (trước ngày 31/7)`.
pub(super) fn with_notes(text: &str, tokens: &[Token]) -> Result<Vec<Clause>, DeadlineError> {
    if let Some(clauses) = with_reports(text, tokens).or_else(|| with_stages(text, tokens)) {
        return Ok(clauses);
    }
    let pieces = pieces(tokens);
    let notes: Vec<&[Token]> =
        pieces.iter().filter(|(_, is_note)| *is_note).map(|(piece, _)| *piece).collect();
    let without: Vec<Token> =
        pieces.iter().filter(|(_, is_note)| !is_note).flat_map(|(piece, _)| piece.iter().copied()).collect();
    let mut clauses = clauses_of(text, &without)?;
    let is_open = |clause: &Clause| {
        clause.is_undated() || matches!(clause, Clause::Recurrence(Recurrence { at: None, .. }))
    };
    let unread = |note: &[Token]| Parser::new(text, note.to_vec()).not_understood();
    let mut joined = false;
    for note in notes {
        if let Some(weekday) = Parser::new(text, note.to_vec()).only_weekday()
            && let [Clause::Timed(TimeConstraint { extent: TimeExtent::One(day), .. })] =
                clauses.as_mut_slice()
            && day.part.is_day()
        {
            day.weekday = Some(weekday);
            continue;
        }
        match complete(text, note) {
            Ok(read) if read.iter().all(Clause::is_undated) => {}
            Ok(read) if is_same(&clauses, &read) => {}
            Ok(_) if clauses.iter().all(is_open) => joined = true,
            Err(_) if names_days(note) && clauses.iter().all(is_open) => joined = true,
            Ok(_) => return Err(unread(note)),
            Err(_) if names_days(note) => return Err(unread(note)),
            Err(_) => {}
        }
    }
    if !joined {
        return Ok(clauses);
    }
    let mut inline = Vec::with_capacity(tokens.len());
    for (piece, is_note) in pieces {
        if is_note && let Some(first) = piece.first() {
            inline.push(Token { kind: TokenKind::Sign(','), place: first.place });
        }
        inline.extend_from_slice(piece);
    }
    complete(text, &inline)
}

/// Reads a text whose brackets name the report that is due: `trước 15/6 (6 tháng) và trước 15/12 (báo cáo năm)`.
fn with_reports(text: &str, tokens: &[Token]) -> Option<Vec<Clause>> {
    let mut inline = Vec::with_capacity(tokens.len() + 4);
    for (piece, is_note) in pieces(tokens) {
        if !is_note {
            inline.extend_from_slice(piece);
            continue;
        }
        let mut parser = Parser::new(text, piece.to_vec());
        let is_report = parser.words(&["đối", "với"]) | parser.words(&["báo", "cáo"]);
        let kind = parser.rest().to_vec();
        // `15/8 (năm 2027)`: a year behind a day without one is that of the day.
        let is_year = |token: &Token| matches!(token.kind, TokenKind::Number(number) if number >= 1000);
        if !is_report && kind.iter().any(is_year) && !inline.iter().any(is_year) {
            return None;
        }
        parser.report_kind().filter(|_| parser.is_at_end())?;
        let place = kind.first()?.place;
        let word = |word| Token { kind: TokenKind::Word(word), place };
        inline.extend(["đối", "với", "báo", "cáo"].map(word));
        inline.extend(kind);
    }
    complete(text, &inline).ok()
}

/// Reads a text whose brackets follow the numbers of stages: `giai đoạn 1 (từ 01/3 đến 30/6)`.
fn with_stages(text: &str, tokens: &[Token]) -> Option<Vec<Clause>> {
    let pieces = pieces(tokens);
    let is_stages = pieces.chunks(2).all(|pair| match pair {
        [(label, false), (_, true)] => {
            let mut parser = Parser::new(text, label.to_vec());
            let _ = parser.joint() || parser.sign(',');
            let length = parser.stage_length(0);
            parser.step(length);
            length > 1 && parser.is_at_end()
        }
        _ => false,
    });
    let inline: Vec<Token> = pieces.iter().flat_map(|(piece, _)| piece.iter().copied()).collect();
    is_stages.then(|| complete(text, &inline).ok())?
}

/// Returns the parts outside and inside of brackets, in their order, without the brackets.
fn pieces(tokens: &[Token]) -> Vec<(&[Token], bool)> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut is_note = false;
    for (at, token) in tokens.iter().enumerate() {
        let is_edge =
            matches!((token.kind, is_note), (TokenKind::Sign('('), false) | (TokenKind::Sign(')'), true));
        if is_edge {
            pieces.push((tokens.get(start..at).unwrap_or_default(), is_note));
            start = at + 1;
            is_note = !is_note;
        }
    }
    pieces.push((tokens.get(start..).unwrap_or_default(), is_note));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

/// Returns true if two readings end on the same day: `đến hết ngày 15/5` and `15/5`.
fn is_same(clauses: &[Clause], note: &[Clause]) -> bool {
    let last = |clauses: &[Clause]| match clauses {
        [
            Clause::Timed(TimeConstraint {
                bound: Bound::In | Bound::Until,
                extent: TimeExtent::One(reference),
            }),
        ] => Some(*reference),
        _ => None,
    };
    clauses == note || last(clauses).is_some_and(|reference| last(note) == Some(reference))
}

/// Returns the error that tokens are not understood.
pub(super) fn is_unread(error: &DeadlineError) -> bool {
    matches!(error.reason, DeadlineErrorReason::Unreadable { .. })
}

/// Reads tokens without brackets, with words before the deadline.
pub(super) fn clauses_of(text: &str, tokens: &[Token]) -> Result<Vec<Clause>, DeadlineError> {
    match complete(text, tokens) {
        Err(error) if is_unread(&error) => {
            after_words(text, tokens).or_else(|| stages(text, tokens)).ok_or(error)
        }
        read => read,
    }
}
