//! Arguments → [`Filter`], with every error of every argument.

use super::choice::choice;
use super::filter::{Filter, Term, TermValue};
use super::interval::Interval;
use super::operand::{moment, number};
use super::part::ArgumentPart;
use super::rules::{BAD_FILTER, UNKNOWN_FIELD, UNKNOWN_VALUE};
use super::suggest::{one_of, suggest};
use super::today::Moment;
use crate::attribute::{Attribute, AttributeFilter, DONE, FieldName, FilterOperand, filters};
use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::language::{Lang, Message};
use crate::message;
use crate::span::{Sources, Span, Spanned};
use crate::status::{Progress, Status};

/// A term that an option gives: `--unit U` is `unit:U`, `--plan P` is `plan:P`. Source: docs/filters.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OptionTerm<'a> {
    /// The option as it is typed, for messages: `--unit`.
    pub option: &'a str,
    /// The field that it asks about.
    pub field: Attribute,
    /// Its value.
    pub value: &'a str,
}

/// Reads the arguments of a filter, and the terms that options give.
///
/// Each argument becomes a source of its own, named `FILTER 1`, `FILTER 2` …, or after its option.
///
/// # Errors
/// All that is wrong with all of them and can be known without a plan.
pub fn parse(
    arguments: &[String],
    options: &[OptionTerm<'_>],
    sources: &mut Sources,
) -> Result<Filter, Vec<Diagnostic>> {
    let mut reader = FilterReader::default();
    let mut alternatives = vec![Vec::new()];
    // The last argument, if it is a `+` with nothing behind it yet, or the first.
    let mut is_open = true;
    let mut separator = None;
    for (number, argument) in (1..).zip(arguments) {
        let argument = ArgumentPart::new(&format!("FILTER {number}"), argument, sources);
        if argument.text != SEPARATOR {
            alternatives.last_mut().into_iter().for_each(|terms| terms.extend(reader.term(argument)));
            is_open = false;
            continue;
        }
        if is_open {
            reader.lonely_separator(argument);
        }
        alternatives.push(Vec::new());
        (is_open, separator) = (true, Some(argument));
    }
    if let Some(separator) = separator.filter(|_| is_open) {
        reader.lonely_separator(separator);
    }
    for option in options {
        let value = ArgumentPart::new(option.option, option.value, sources);
        let head = Head::new(false, option.field, value);
        let term = head.and_then(|head| reader.value(head, value));
        for terms in &mut alternatives {
            terms.extend(term.clone());
        }
    }
    if reader.wrong.is_empty() { Ok(Filter { alternatives }) } else { Err(reader.wrong) }
}

/// The argument that separates alternatives.
const SEPARATOR: &str = "+";

/// The part of a term before its value.
#[derive(Clone, Copy)]
struct Head<'a> {
    negated: bool,
    attribute: Attribute,
    filter: &'static AttributeFilter,
    /// The field's name as it was typed.
    part: ArgumentPart<'a>,
}

impl<'a> Head<'a> {
    /// The head of a term on an attribute; none if it has no filter.
    fn new(negated: bool, attribute: Attribute, part: ArgumentPart<'a>) -> Option<Self> {
        attribute.filter().map(|filter| Self { negated, attribute, filter, part })
    }

    /// The whole term with another value, as a suggestion shows it.
    fn with(self, value: &str) -> String {
        let not = if self.negated { "not:" } else { "" };
        format!("{not}{}:{value}", self.filter.name)
    }
}

#[derive(Default)]
struct FilterReader {
    wrong: Vec<Diagnostic>,
}

impl FilterReader {
    fn reject(&mut self, rule: &'static Rule, span: Span, message: Message, help: Option<Message>) {
        self.wrong.push(Diagnostic::new(rule, span, message).maybe_help(help));
    }

    /// Rejects a `+` without a filter on one of its sides.
    fn lonely_separator(&mut self, separator: ArgumentPart<'_>) {
        // One between two others is wrong on both sides, and is reported once.
        if self.wrong.last().is_some_and(|wrong| wrong.span == separator.span) {
            return;
        }
        let message = Message::fixed(
            "dấu + đứng giữa hai bộ lọc, mỗi bên có ít nhất một điều kiện",
            "+ stands between two filters, each with at least one term",
        );
        let help = Message::fixed(
            "ví dụ status:overdue + reported:none; tìm chính dấu này: text:+",
            "such as status:overdue + reported:none; to search for the sign: text:+",
        );
        self.reject(&BAD_FILTER, separator.span, message, Some(help));
    }

    /// `["not:"] field ":" value | word`
    fn term(&mut self, argument: ArgumentPart<'_>) -> Option<Term> {
        let Some((name, value)) = argument.split(":") else {
            return self.word(argument);
        };
        if let Some(field) = own(name) {
            return self.own(false, field, name, value);
        }
        if !name.text.eq_ignore_ascii_case("not") {
            let attribute = self.attribute(name, "", argument.text)?;
            return self.value(Head::new(false, attribute, name)?, value);
        }
        let value_of_not = value.text;
        let Some((name, value)) = value.split(":") else {
            let message = Message::fixed(
                "not: cần một tiêu chí và giá trị, không loại trừ được từ đứng riêng",
                "not: takes a field and its value; it cannot exclude a bare word",
            );
            let help = match choice(Attribute::Status, value.text) {
                Some(status) => format!("not:status:{status}"),
                None if value.text.is_empty() => "not:status:done".to_owned(),
                None => quoted_term("not:text:", value.text),
            };
            let help = Message::same(help);
            self.reject(&BAD_FILTER, argument.span, message, Some(help));
            return None;
        };
        if let Some(field) = own(name) {
            return self.own(true, field, name, value);
        }
        let attribute = self.attribute(name, "not:", value_of_not)?;
        self.value(Head::new(true, attribute, name)?, value)
    }

    /// A term on a column of the plans' own: its value is read when the plans are known.
    fn own(
        &mut self,
        negated: bool,
        field: FieldName,
        name: ArgumentPart<'_>,
        value: ArgumentPart<'_>,
    ) -> Option<Term> {
        if value.text.is_empty() {
            let message = message!("{field}: thiếu giá trị", "{field}: has no value");
            let help = message!(
                "{field}:none là không có gì, {field}:any là có giá trị nào đó",
                "{field}:none is for what has none, {field}:any for what has some value"
            );
            self.reject(&BAD_FILTER, name.span, message, Some(help));
            return None;
        }
        Some(Term {
            negated,
            field: Some(field),
            text: value.text.to_owned(),
            value: TermValue::Own(name.span),
            span: value.span,
        })
    }

    fn word(&mut self, argument: ArgumentPart<'_>) -> Option<Term> {
        if argument.text.is_empty() {
            let message = Message::fixed("điều kiện lọc để trống", "an empty term");
            let help =
                Message::fixed("bỏ đối số này đi để lấy tất cả", "leave the argument out to take everything");
            self.reject(&BAD_FILTER, argument.span, message, Some(help));
            return None;
        }
        Some(Term {
            negated: false,
            field: None,
            text: argument.text.to_owned(),
            value: TermValue::Words,
            span: argument.span,
        })
    }

    /// The attribute of a field; `whole` is the term with its value.
    fn attribute(&mut self, name: ArgumentPart<'_>, not: &str, whole: &str) -> Option<Attribute> {
        if let Some(attribute) = Attribute::from_filter(name.text) {
            return Some(attribute);
        }
        if name.text.is_empty() || name.text.eq_ignore_ascii_case("not") {
            let message =
                Message::fixed("thiếu tên tiêu chí trước dấu hai chấm", "there is no field before the colon");
            let help = message!("ví dụ {not}status:done", "such as {not}status:done");
            self.reject(&BAD_FILTER, name.span, message, Some(help));
            return None;
        }
        let wrong = quoted(name.text);
        let message = message!("bộ lọc không có tiêu chí {wrong}", "filters have no field {wrong}");
        // Keys of the format under which people look for a field of another name.
        let near = match name.text.to_ascii_lowercase().as_str() {
            "lead" | "units" | "group" | "answers" => vec!["unit"],
            "item" | "key" | "row" => vec!["id"],
            "days_late" => vec!["late"],
            "notes" => vec!["note"],
            "word" | "words" => vec!["text"],
            _ => suggest(name.text, filters().map(|(_, filter)| filter.name)),
        };
        // No field has a space: this is a text with a colon.
        let is_text = name.text.contains(char::is_whitespace);
        let help = if is_text {
            Message::same(quoted_term(&format!("{not}text:"), whole))
        } else if near.is_empty() {
            let all = filters().map(|(_, filter)| filter.name).collect::<Vec<_>>().join(" ");
            message!("các tiêu chí: {all}", "the fields: {all}")
        } else {
            one_of(near.iter().map(|near| format!("{not}{near}:")))
        };
        self.reject(&UNKNOWN_FIELD, name.span, message, Some(help));
        None
    }

    fn value(&mut self, head: Head<'_>, value: ArgumentPart<'_>) -> Option<Term> {
        let about = head.filter;
        if value.text.is_empty() {
            let name = about.name;
            let message = message!("{name}: thiếu giá trị", "{name}: has no value");
            let example = about.example();
            let help = if about.may_be_missing {
                message!(
                    "ví dụ {example}; {name}:none là không có, {name}:any là có",
                    "such as {example}; {name}:none is for what has none, {name}:any for what has one"
                )
            } else {
                message!("ví dụ {example}", "such as {example}")
            };
            self.reject(&BAD_FILTER, head.part.span, message, Some(help));
            return None;
        }
        let is = |word| about.may_be_missing && value.text.eq_ignore_ascii_case(word);
        let meant = match about.operand {
            _ if is("none") => TermValue::Missing,
            _ if is("any") => TermValue::Present,
            FilterOperand::Name | FilterOperand::Words(_) => TermValue::Words,
            FilterOperand::Choice => self.choice(head, value)?,
            FilterOperand::Days => TermValue::Days(self.interval(head, value, Self::moment)?),
            FilterOperand::Count | FilterOperand::Percent => {
                let numbers = self.interval(head, value, Self::number)?;
                if numbers.is_backwards() {
                    self.backwards(head, value);
                    return None;
                }
                TermValue::Number(numbers)
            }
        };
        Some(Term {
            negated: head.negated,
            field: Some(FieldName::Attribute(head.attribute)),
            text: value.text.to_owned(),
            value: meant,
            span: value.span,
        })
    }

    fn choice(&mut self, head: Head<'_>, value: ArgumentPart<'_>) -> Option<TermValue> {
        let choices = head.attribute.choices();
        match (head.attribute, choice(head.attribute, value.text)) {
            (Attribute::Status, Some(DONE)) => {
                let done = Status::ALL.into_iter().filter(|status| status.is_done());
                return Some(TermValue::Status(done.collect()));
            }
            (Attribute::Status, Some(id)) if Status::from_id(id).is_some() => {
                return Status::from_id(id).map(|status| TermValue::Status(vec![status]));
            }
            (_, Some(id)) => return Progress::from_id(id).map(TermValue::Progress),
            (_, None) => {}
        }
        let (name, wrong) = (head.filter.name, quoted(value.text));
        let message = message!("{name} không có giá trị {wrong}", "{name} does not take {wrong}");
        let names = choices.iter().flat_map(|(id, name)| [*id, name.get(Lang::Vi), name.get(Lang::En)]);
        let near = suggest(value.text, names);
        let mut near: Vec<&str> = near.into_iter().filter_map(|near| choice(head.attribute, near)).collect();
        near.dedup();
        let help = if near.is_empty() {
            let all = choices.iter().map(|(id, _)| *id).collect::<Vec<_>>().join(" ");
            message!("các giá trị: {all}", "it takes: {all}")
        } else {
            one_of(near.iter().map(|near| head.with(near)))
        };
        self.reject(&UNKNOWN_VALUE, value.span, message, Some(help));
        None
    }

    /// `A..B | A.. | ..B`, or one value, which is both ends.
    fn interval<T: Clone>(
        &mut self,
        head: Head<'_>,
        value: ArgumentPart<'_>,
        mut one: impl FnMut(&mut Self, Head<'_>, ArgumentPart<'_>) -> Option<T>,
    ) -> Option<Interval<T>> {
        let Some((from, to)) = value.split("..") else {
            let one = one(self, head, value)?;
            return Some(Interval { from: Some(one.clone()), to: Some(one) });
        };
        if from.text.is_empty() && to.text.is_empty() {
            let message = Message::fixed("khoảng không có đầu nào", "a range without an end");
            let help = message!("ví dụ {0}", "such as {0}", head.filter.example());
            self.reject(&BAD_FILTER, value.span, message, Some(help));
            return None;
        }
        let mut end = |part: ArgumentPart<'_>| {
            if part.text.is_empty() { Some(None) } else { one(self, head, part).map(Some) }
        };
        let (from, to) = (end(from), end(to));
        Some(Interval { from: from?, to: to? })
    }

    fn backwards(&mut self, head: Head<'_>, value: ArgumentPart<'_>) {
        let help = value.split("..").map(|(from, to)| {
            let turned = head.with(&format!("{}..{}", to.text, from.text));
            message!("{turned}", "{turned}")
        });
        self.reject(&BAD_FILTER, value.span, backwards(), help);
    }

    fn number(&mut self, head: Head<'_>, value: ArgumentPart<'_>) -> Option<f64> {
        let is_percent = matches!(head.filter.operand, FilterOperand::Percent);
        if let Some(number) = number(value.text, is_percent) {
            return Some(number);
        }
        let (name, wrong) = (head.filter.name, quoted(value.text));
        let message = if is_percent {
            message!(
                "{name} cần số từ 0 đến 100, không phải {wrong}",
                "{name} takes a number from 0 to 100, not {wrong}"
            )
        } else {
            message!("{name} cần số ngày, không phải {wrong}", "{name} takes a number of days, not {wrong}")
        };
        let help = message!("ví dụ {0}", "such as {0}", head.filter.example());
        self.reject(&BAD_FILTER, value.span, message, Some(help));
        None
    }

    fn moment(&mut self, head: Head<'_>, value: ArgumentPart<'_>) -> Option<Spanned<Moment>> {
        moment(head.filter.name, value).map_err(|wrong| self.wrong.push(*wrong)).ok()
    }
}

/// The column of the plans' own that a term is on; its terms are alternatives however they are typed.
fn own(name: ArgumentPart<'_>) -> Option<FieldName> {
    FieldName::own(&name.text.to_ascii_lowercase())
}

/// A term whose value needs quotation marks, as it is typed.
fn quoted_term(field: &str, value: &str) -> String {
    format!("{field}{}", quoted(value))
}

/// The message on `30..10`.
pub(super) fn backwards() -> Message {
    Message::fixed("khoảng có cuối trước đầu", "the range ends before it begins")
}
