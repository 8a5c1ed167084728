//! A whole text: clauses and the words that join them.

use crate::deadline::error::{DeadlineError, DeadlineErrorReason};
use crate::deadline::expression::Expression;
use crate::deadline::lexer::{self, Token, TokenKind};

use super::joined::complete;
use super::note::{clauses_of, is_unread, with_notes};
use super::parser::Parser;
use super::tidy::tidy;

/// The maximum length of an expression, in characters.
pub const LONGEST: usize = 500;

/// Reads a text; the error has no suggestions.
pub(in crate::deadline) fn parse(text: &str) -> Result<Expression, DeadlineError> {
    if text.chars().count() > LONGEST {
        return Err(DeadlineError::new(DeadlineErrorReason::TooLong, 0..text.len()));
    }
    parse_tokens(text, lexer::tokens(text))
}

/// Reads the tokens of a text.
pub(in crate::deadline) fn parse_tokens(text: &str, tokens: Vec<Token>) -> Result<Expression, DeadlineError> {
    if tokens.is_empty() {
        return Err(DeadlineError::new(DeadlineErrorReason::Empty, 0..text.len()));
    }
    let place = Parser::new(text, tokens.clone()).whole_place();
    let tokens = tidy(tokens);
    let has_notes = tokens.iter().any(|token| token.kind == TokenKind::Sign('('));
    let clauses = match complete(text, &tokens) {
        Err(error) if has_notes && is_unread(&error) => with_notes(text, &tokens)?,
        Err(error) if is_unread(&error) => clauses_of(text, &tokens)?,
        read => read?,
    };
    Ok(Expression { clauses: clauses.into(), place })
}
