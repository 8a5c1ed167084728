//! Words beside a deadline: notes in brackets and words in front.

use crate::deadline::error::{DeadlineError, DeadlineErrorReason};
use crate::deadline::expression::{Bound, CalendarPart, Clause, Recurrence, TimeConstraint, TimeExtent};
use crate::deadline::lexer::{Token, TokenKind};

use super::joined::complete;
use super::parser::Parser;
use super::time_words::{TIME_WORDS, is_misspelt, names_days};

/// Reads a text with brackets. A bracket is a note if it reads as no deadline or as the same one, and belongs to
/// the words if it gives the day of a recurrence: `định kỳ 6 tháng (trước ngày 31/7)`.
pub(super) fn with_notes(text: &str, tokens: &[Token]) -> Result<Vec<Clause>, DeadlineError> {
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

/// Reads a deadline behind words that hold none: `kết thúc học kỳ I trước ngày 20/1`.
pub(super) fn after_words(text: &str, tokens: &[Token]) -> Option<Vec<Clause>> {
    let word = |at: usize| match tokens.get(at).map(|token| token.kind) {
        Some(TokenKind::Word(word)) => Some(word),
        _ => None,
    };
    let mut at = 0;
    while at < tokens.len() {
        if at > 0
            && let Some(clauses) = begins_deadline(text, tokens.get(at..)?)
        {
            return Some(clauses);
        }
        if word(at) == Some("kết") && word(at + 1) == Some("thúc") {
            at += 2;
            if word(at) == Some("năm") && word(at + 1) == Some("học") {
                at += 2;
            } else if word(at) == Some("học") && word(at + 1) == Some("kỳ") {
                at += 2 + usize::from(matches!(word(at + 2), Some("i" | "ii")));
            }
            continue;
        }
        match tokens.get(at)?.kind {
            TokenKind::Word("") if !is_misspelt(text.get(tokens.get(at)?.place.range())?) => {}
            TokenKind::Word(word) if !word.is_empty() && !TIME_WORDS.contains(&word) => {}
            TokenKind::Sign(',' | '-' | '?' | ':') => {}
            _ => return None,
        }
        at += 1;
    }
    None
}

/// Reads tokens that begin with a word that begins deadlines, or that only recur.
fn begins_deadline(text: &str, tokens: &[Token]) -> Option<Vec<Clause>> {
    let first = match tokens.first()?.kind {
        TokenKind::Word(word) => word,
        _ => "",
    };
    // The words before `là` name what is due.
    let tokens = if first == "là" { tokens.get(1..)? } else { tokens };
    let begins = [
        "trước", "chậm", "muộn", "đến", "không", "trong", "vào", "từ", "là", "ngay", "định", "hằng", "ngày",
        "sớm",
    ];
    let clauses = complete(text, tokens).ok()?;
    let recurs = clauses.iter().all(|clause| matches!(clause, Clause::Recurrence(_)));
    let has_days =
        !clauses.iter().any(|clause| clause.is_undated() || matches!(clause, Clause::Continuous(_)));
    (has_days && (recurs || begins.contains(&first))).then_some(clauses)
}

/// Reads the stages of work, one sentence each: `Quý I/2026 lựa chọn nhiệm vụ. Quý IV/2026 báo cáo kết quả`.
fn stages(text: &str, tokens: &[Token]) -> Option<Vec<Clause>> {
    let sentences = sentences(text, tokens);
    if sentences.len() < 2 {
        return None;
    }
    let mut clauses = Vec::new();
    for sentence in sentences {
        let read = complete(text, sentence)
            .ok()
            .or_else(|| after_words(text, sentence))
            .or_else(|| before_words(text, sentence))
            .or_else(|| (!names_days(sentence)).then(Vec::new))?;
        // Two bare years are a span only if nothing else is written.
        if read.iter().any(is_bare_years) {
            return None;
        }
        clauses.extend(read.into_iter().filter(|clause| !clause.is_undated()));
    }
    (!clauses.is_empty()).then_some(clauses)
}

fn is_bare_years(clause: &Clause) -> bool {
    matches!(clause, Clause::Timed(TimeConstraint { extent: TimeExtent::One(one), .. })
        if matches!(one.part, CalendarPart::BareYears(..)))
}

/// Returns the sentences; a capital letter behind a number begins one too.
fn sentences<'t>(text: &str, tokens: &'t [Token]) -> Vec<&'t [Token]> {
    let is_number = |token: &Token| matches!(token.kind, TokenKind::Number(_));
    let is_capital = |token: &Token| {
        let is_time = matches!(token.kind, TokenKind::Word(word) if TIME_WORDS.contains(&word));
        let word = text.get(token.place.range()).unwrap_or_default();
        !is_time && word.chars().next().is_some_and(char::is_uppercase)
    };
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1);
        let is_stop = token.kind == TokenKind::Sign('.') && next.is_some_and(|next| !is_number(next));
        let is_end = is_stop || (is_number(token) && next.is_some_and(is_capital));
        if is_end {
            sentences.push(tokens.get(start..at + usize::from(!is_stop)).unwrap_or_default());
            start = at + 1;
        }
    }
    sentences.push(tokens.get(start..).unwrap_or_default());
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// Reads a deadline before words that hold none: `Quý I/2026 lựa chọn nhiệm vụ`.
fn before_words(text: &str, tokens: &[Token]) -> Option<Vec<Clause>> {
    (1..tokens.len()).rev().find_map(|length| {
        let (deadline, words) = tokens.split_at_checked(length)?;
        let is_silent = |token: &Token| match token.kind {
            TokenKind::Word(word) => !TIME_WORDS.contains(&word),
            TokenKind::Number(_) | TokenKind::Event(_) => false,
            TokenKind::Sign(_) => true,
        };
        words.iter().all(is_silent).then(|| complete(text, deadline).ok())?
    })
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
