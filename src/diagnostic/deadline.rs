//! Deadlines that cannot be read: `unreadable-deadline`, `impossible-date`, `ambiguous-date`, `unknown-calendar`.
//!
//! The words of a deadline stand in plans, in filters and on the command line. Each place reports an error of
//! the deadline language through [`deadline_diagnostic`].

use std::ops::Range;

use super::{Diagnostic, Rule, quoted};
use crate::date::UnannouncedYears;
use crate::deadline::{DeadlineError, DeadlineErrorKind, DeadlineNote, FORM_YEAR, Period, form_in_period};
use crate::language::{Lang, Message};
use crate::message;
use crate::rule;
use crate::span::{Span, Spanned};

/// The rules of the deadline language.
pub(crate) static RULES: &[&Rule] = &[
    &UNREADABLE_DEADLINE,
    &IMPOSSIBLE_DATE,
    &AMBIGUOUS_DATE,
    &UNKNOWN_CALENDAR,
    &UNKNOWN_EVENT,
    &WRONG_WEEKDAY,
];

rule!(
    UNREADABLE_DEADLINE,
    Error,
    "unreadable-deadline",
    ["Không hiểu thời hạn", "Unreadable deadline"],
    [
        "Thời hạn viết bằng lời như trong văn bản hành chính: \"trước ngày 15/5/2024\", \"Quý II/2024\", \"01 lần/quý\", \"chậm nhất ngày 25 hằng tháng\", \"Thường xuyên\". \
         Chữ nào không hiểu được thì báo, không đoán. plan due \"…\" cho xem một cách viết nghĩa là gì.",
        "A deadline is written in the words of administrative documents: \"trước ngày 15/5/2024\", \"Quý II/2024\", \"01 \
         lần/quý\", \"chậm nhất ngày 25 hằng tháng\", \"Thường xuyên\". Words that cannot be read are reported; their \
         meaning is not guessed. `plan due \"…\"` shows the meaning of a wording.",
    ],
);

rule!(
    IMPOSSIBLE_DATE,
    Error,
    "impossible-date",
    ["Ngày, tháng, quý không có trong lịch", "Nonexistent day, month or quarter"],
    [
        "31/6, 29/2 của năm thường, quý V, tháng 13, năm ngoài 1900–2999, hoặc ngày cuối đứng trước ngày đầu.",
        "The calendar does not have the date: 31/6, 29/2 of a common year, quarter V, month 13, a year outside 1900–2999, \
         or an end before its start.",
    ],
);

rule!(
    AMBIGUOUS_DATE,
    Error,
    "ambiguous-date",
    ["Thời hạn không ghi năm mà không suy ra được năm", "Deadline without a year that the period determines"],
    [
        "Ngày, tháng, quý không ghi năm lấy năm duy nhất khiến nó nằm trong thời kỳ của kế hoạch. Không có năm nào, hoặc có hai, thì phải ghi năm.",
        "A day, month or quarter without a year takes the only year that places it in the plan's period. If no year or \
         two years do, the year must be written.",
    ],
);

rule!(
    UNKNOWN_CALENDAR,
    Warning,
    "unknown-calendar",
    ["Lịch nghỉ lễ hoặc năm học chưa biết", "Unknown holidays or school year"],
    [
        "Năm học lấy từ calendar.school_years (khung kế hoạch thời gian của UBND tỉnh, thành phố); năm học chưa khai thì thời hạn để ngỏ. \
         Năm chưa công bố lịch nghỉ thì chỉ những ngày do luật định là ngày nghỉ (1/1, bốn ngày Tết, Giỗ Tổ, 30/4, 1/5, 2/9, 24/11); \
         nghỉ bù và hoán đổi không đoán. Hạn nằm gần ngày lễ của năm ấy thì báo. Thêm vào calendar.holidays khi đã biết.",
        "School years are declared in `calendar.school_years` (the province sets them every year); a deadline in an \
         undeclared school year stays open. In a year that is not announced yet only the days fixed by law are days off (1/1, \
         four days of Tết, Giỗ Tổ, 30/4, 1/5, 2/9, 24/11); days in lieu and swap days are not guessed. A deadline near a \
         holiday of such a year is reported. Add the days to `calendar.holidays` once they are announced.",
    ],
);

rule!(
    UNKNOWN_EVENT,
    Warning,
    "unknown-event",
    ["Thời hạn theo một sự kiện chưa có ngày", "Deadline by an event without a known day"],
    [
        "\"20 ngày trước ngày bầu cử\", \"05 ngày kể từ ngày nhận hồ sơ\": thời hạn tính theo một sự kiện mà kế hoạch chưa cho biết ngày, nên chưa xác định. \
         Sự kiện có một ngày thì khai ở calendar.events (name, date); không thì ghi ngày bên lời: due: {text: …, means: …}. \
         Sự kiện xảy ra nhiều lần, mỗi nơi một ngày, thì để nguyên và tắt cảnh báo.",
        "\"20 ngày trước ngày bầu cử\", \"05 ngày kể từ ngày nhận hồ sơ\": the deadline is counted from an event whose day the \
         plan does not tell, so it stays undated. An event with one day is declared in `calendar.events` (`name`, `date`); \
         otherwise the day stands beside the words: `due: {text: …, means: …}`. For an event that occurs many times the words \
         stay as they are, and the warning is allowed.",
    ],
);

rule!(
    WRONG_WEEKDAY,
    Warning,
    "wrong-weekday",
    ["Thứ không khớp với ngày", "Day of the week beside another day"],
    [
        "Thứ ghi bên một ngày phải là thứ của ngày đó. Thời hạn tính theo ngày; sửa thứ, hoặc sửa ngày nếu ngày mới là chỗ gõ nhầm.",
        "The day of the week beside a day must be that of the day. The deadline goes by the day; correct the day of the \
         week, or the day if that is the slip.",
    ],
);

/// Returns the diagnostic of a remark on a deadline, whose words stand at `place`; `within` finds a part of them.
pub(crate) fn noted(note: &DeadlineNote, place: Span, within: impl Fn(Range<usize>) -> Span) -> Diagnostic {
    match note {
        DeadlineNote::UnknownSchoolYear { .. } => Diagnostic::new(&UNKNOWN_CALENDAR, place, note.message())
            .help(Message::fixed(
                "khai năm học ở calendar.school_years",
                "declare the school year in `calendar.school_years`",
            )),
        DeadlineNote::UnknownEvent { range, .. } => {
            Diagnostic::new(&UNKNOWN_EVENT, within(range.clone()), note.message()).help(ways_out())
        }
        DeadlineNote::WrongWeekday { range, .. } => {
            Diagnostic::new(&WRONG_WEEKDAY, within(range.clone()), note.message())
        }
    }
}

/// Returns the warning that days at a place may change with the announcement of days off; none without such a year.
pub(crate) fn unannounced(years: &UnannouncedYears, place: Span) -> Option<Diagnostic> {
    let help = Message::fixed(
        "thêm vào calendar.holidays khi đã công bố",
        "add them to `calendar.holidays` once they are announced",
    );
    years.message().map(|message| Diagnostic::new(&UNKNOWN_CALENDAR, place, message).help(help))
}

/// The use of the words that an error of the deadline language is about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DeadlineUse<'u> {
    /// The rule that all errors break; without one, each class of errors has its own.
    pub(crate) rule: Option<&'static Rule>,
    /// The key or field that holds the words, named before the message.
    pub(crate) subject: Option<&'u str>,
    /// Words that can stand in this place, with the year 2024, for the help.
    pub(crate) examples: &'u str,
    /// The period in which examples and suggestions have days; without one they have those of 2024.
    pub(crate) period: Option<&'u Period>,
    /// True if the words may name an event of the plan's calendar.
    pub(crate) takes_events: bool,
}

impl<'u> DeadlineUse<'u> {
    /// A deadline of a plan, or its period.
    pub(crate) fn plan(period: &'u Period) -> Self {
        Self {
            rule: None,
            subject: None,
            examples: "trước ngày 15/5/2024, Quý II/2024, 01 lần/quý, Thường xuyên",
            period: Some(period),
            takes_events: true,
        }
    }
}

/// Converts an error of the deadline language to a diagnostic.
///
/// `words` are the words that were read, with the place of the part that is wrong: [`place_of`] finds it in
/// words that stand in their source as they are.
pub(crate) fn deadline_diagnostic(
    error: &DeadlineError,
    words: Spanned<&str>,
    usage: DeadlineUse<'_>,
) -> Diagnostic {
    let rule = usage.rule.unwrap_or(match error.kind() {
        DeadlineErrorKind::Empty | DeadlineErrorKind::Unreadable => &UNREADABLE_DEADLINE,
        DeadlineErrorKind::Impossible => &IMPOSSIBLE_DATE,
        DeadlineErrorKind::Ambiguous => &AMBIGUOUS_DATE,
        DeadlineErrorKind::UnknownSchoolYear => &UNKNOWN_CALENDAR,
    });
    let message = match error.kind() {
        // Punctuation alone.
        DeadlineErrorKind::Empty if !words.value.trim().is_empty() => {
            message!("không hiểu {0}", "{0} is not understood", quoted(words.value))
        }
        _ => error.message(),
    };
    let message = match usage.subject {
        Some(subject) => {
            let (vi, en) = (message.get(Lang::Vi), message.get(Lang::En));
            message!("{subject}: {vi}", "{subject}: {en}")
        }
        None => message,
    };
    let diagnostic = Diagnostic::new(rule, words.span, message).maybe_help(help(error, words.value, usage));
    match error.spreadsheet_day() {
        Some(day) => diagnostic.fix(words.span, day.show_official()),
        None => diagnostic,
    }
}

/// Returns the place of the wrong part of words that stand at `span` as they are.
pub(crate) fn place_of(error: &DeadlineError, span: Span) -> Span {
    let part = &error.range;
    if part.is_empty() { span } else { span.within(part.start, part.end) }
}

/// The two ways to give an event its day.
fn ways_out() -> Message {
    Message::fixed(
        "khai sự kiện ở calendar.events, hoặc ghi ngày bên lời: due: {text: …, means: …}",
        "declare the event in `calendar.events`, or write the day beside the words: `due: {text: …, means: …}`",
    )
}

/// The nearest known wordings, or examples if no known wording is near.
fn help(error: &DeadlineError, words: &str, usage: DeadlineUse<'_>) -> Option<Message> {
    if let Some(day) = error.spreadsheet_day() {
        let day = day.show_official();
        return Some(message!("viết {day}", "write {day}"));
    }
    let form_year = FORM_YEAR.to_string();
    // A year in the words themselves stays.
    let in_period = |wording: &str| match usage.period {
        Some(period) if !words.contains(&form_year) => form_in_period(wording, period),
        _ => Some(wording.to_owned()),
    };
    let near: Vec<String> = error.nearest.iter().filter_map(|near| in_period(near)).collect();
    let near = near.join("; ");
    let ways = ways_out();
    let (vi, en) = (ways.get(Lang::Vi), ways.get(Lang::En));
    match (near.is_empty(), error.may_name_event() && usage.takes_events) {
        (true, true) => return Some(ways),
        (false, true) => return Some(message!("gần nhất: {near}; hoặc {vi}", "nearest: {near}; or {en}")),
        (false, false) => return Some(message!("gần nhất: {near}", "nearest: {near}")),
        (true, false) => {}
    }
    let is_unreadable = matches!(error.kind(), DeadlineErrorKind::Empty | DeadlineErrorKind::Unreadable);
    is_unreadable.then(|| {
        let examples: Vec<String> = usage.examples.split(", ").filter_map(in_period).collect();
        let examples = examples.join(", ");
        message!("ví dụ: {examples}", "for example: {examples}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Calendar;
    use crate::deadline::{DeadlineContext, parse, resolve_span};
    use crate::span::SourceId;

    /// The diagnostic of words in a plan of 2026.
    fn reported(words: &str, usage: DeadlineUse<'_>) -> (&'static str, String, Option<String>) {
        let (period, calendar) = (Period::year(2026).unwrap(), Calendar::vietnam());
        let context = DeadlineContext::new(&period, &calendar);
        let error = parse(words).and_then(|expression| resolve_span(&expression, &context)).unwrap_err();
        let span = Span::of(SourceId::default(), 0..words.len());
        let diagnostic = deadline_diagnostic(&error, Spanned::new(words, place_of(&error, span)), usage);
        let english = |message: &Message| message.get(Lang::En).to_owned();
        (diagnostic.rule.name, english(&diagnostic.message), diagnostic.help.as_ref().map(english))
    }

    #[test]
    fn each_class_of_errors_has_its_rule_unless_the_use_has_one() {
        let period = Period::year(2026).unwrap();
        let plan = DeadlineUse::plan(&period);
        for (words, rule) in [
            ("xyz", "unreadable-deadline"),
            ("31/6/2026", "impossible-date"),
            ("năm học 2040-2041", "unknown-calendar"),
        ] {
            assert_eq!(reported(words, plan).0, rule, "{words}");
        }
        assert_eq!(
            reported("31/6/2026", DeadlineUse { rule: Some(&UNKNOWN_CALENDAR), ..plan }).0,
            "unknown-calendar"
        );
    }

    #[test]
    fn the_subject_stands_before_the_message_and_help_is_of_the_year() {
        let period = Period::year(2026).unwrap();
        let usage = DeadlineUse { subject: Some("due"), ..DeadlineUse::plan(&period) };
        let (_, message, help) = reported("xyzxyz", usage);
        assert_eq!(message, "due: \"xyzxyz\" is not understood");
        assert_eq!(help.as_deref(), Some("nearest: ngày 15/5/2026; tháng 9/2026; Quý II/2026"));
        assert_eq!(reported("31/6/2026", usage).2, None);
    }
}
