//! stub
#![allow(missing_docs, clippy::all, clippy::pedantic)] // the types that the floors above are written against; the language itself follows
use crate::date::*;
use crate::lang::Text;
use std::sync::Arc;
#[derive(Debug, Clone)]
pub struct Error {
    pub span: std::ops::Range<usize>,
}
#[derive(Debug, Clone, PartialEq)]
pub enum ErrorKind {
    Empty,
    Unreadable,
    Impossible,
    Ambiguous,
}
impl Error {
    pub fn message(&self) -> Text {
        Text::fixed("", "")
    }
    pub fn kind(&self) -> ErrorKind {
        ErrorKind::Empty
    }
    pub fn nearest(&self) -> Vec<String> {
        vec![]
    }
}
pub fn parse_day(_: &str) -> Result<Day, Error> {
    Err(Error { span: 0..0 })
}
#[derive(Debug, Clone)]
pub struct Expression;
pub fn parse(_: &str) -> Result<Expression, Error> {
    Ok(Expression)
}
pub fn resolve(_: &Expression, _: &Reading<'_>) -> Result<Deadline, Error> {
    Err(Error { span: 0..0 })
}
pub struct Reading<'a> {
    pub period: &'a Period,
    pub calendar: &'a Calendar,
    pub before: Before,
    pub from: Option<Day>,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    Exclusive,
    Inclusive,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Roll {
    Next,
    Previous,
    None,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Period {
    pub range: DateRange,
    pub text: String,
}
impl Period {
    pub fn parse(_: &str, _: &Calendar) -> Result<Self, Error> {
        Err(Error { span: 0..0 })
    }
    pub fn from_days(a: Day, b: Day) -> Result<Self, Error> {
        Ok(Self { range: DateRange { first: a, last: b }, text: String::new() })
    }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Dated,
    Recurring,
    Continuous,
    Undated,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Deadline {
    pub kind: Kind,
    pub occurrences: Arc<[Occurrence]>,
    pub notes: Vec<Note>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Occurrence {
    pub label: Option<String>,
    pub from: Option<Day>,
    pub due: Day,
    pub barrier: Option<Day>,
}
#[derive(Debug, Clone, PartialEq)]
pub enum Note {
    UnknownSchoolYear { text: String },
}
