//! Words that the documents of an office share, as offices write them: counts with two digits, days of the decree.

use std::fmt::Write as _;

use crate::answer::{ReportSpan, SpanKind};
use crate::date::Day;
use crate::language::{Lang, Message};
use crate::model::Plan;
use crate::report::wording::document_kind;

/// A day in running text: `30/6/2025`, `05/02/2025`.
pub(super) fn day(day: Day, lang: Lang) -> String {
    lang.pick(day.show_official(), day.to_string())
}

/// A count in running text: offices write two digits.
pub(super) fn counted(count: u64, lang: Lang) -> String {
    lang.pick(format!("{count:02}"), count.to_string())
}

/// A number of work items in running text.
pub(super) fn works(count: u64, lang: Lang) -> String {
    lang.pick(
        format!("{count:02} việc"),
        if count == 1 { "1 item".to_owned() } else { format!("{count} items") },
    )
}

/// A percentage in running text; none is the sign for a figure that does not exist.
pub(super) fn percent(share: Option<f64>, lang: Lang) -> String {
    share.map_or_else(
        || "–".to_owned(),
        |share| {
            let number = format!("{share:.1}");
            format!("{}%", lang.pick(number.replace('.', ","), number))
        },
    )
}

/// The plan as a letter cites it: its kind, number, day and issuer; its title if it has no number.
pub(super) fn cited(plan: &Plan) -> Message {
    let Some(number) = &plan.number else { return Message::same(&plan.title) };
    let kind = document_kind(plan.kind.as_deref());
    let say = |lang: Lang| {
        let mut words = format!("{} {}{number}", kind.get(lang), lang.pick("số ", "No. "));
        if let Some(issued) = plan.issued {
            let _ = write!(words, " {} {}", lang.pick("ngày", "of"), day(issued, lang));
        }
        if let Some(issuer) = plan.issuer {
            let _ = write!(words, " {} {}", lang.pick("của", "by"), plan.registry.name(issuer));
        }
        words
    };
    Message::new(say(Lang::Vi), say(Lang::En))
}

/// The plans by number and title: one is cited with its title, several by their count.
pub(super) fn titled(plans: &[&Plan]) -> Message {
    if let [plan] = plans {
        return Message::same(&plan.title);
    }
    let count = plans.len();
    Message::new(format!("{count:02} kế hoạch"), format!("{count} plans"))
}

/// The time of a report: *tháng 6 năm 2025*; up to its day where the month is not over.
pub(super) fn span_name(span: &ReportSpan) -> Message {
    let last = span.last;
    let (year, month, quarter) = (last.year(), last.month(), last.quarter());
    let is_whole = match span.kind {
        SpanKind::Month => last.next().month() != month,
        SpanKind::Quarter => last.next().quarter() != quarter,
        SpanKind::Since(_) => false,
    };
    if !is_whole {
        let (first, vi) = (span.before.next(), day(last, Lang::Vi));
        return Message::new(
            format!("từ ngày {} đến ngày {vi}", day(first, Lang::Vi)),
            format!("from {first} to {last}"),
        );
    }
    match span.kind {
        SpanKind::Quarter => {
            let roman = crate::vietnamese::roman(quarter as usize);
            Message::new(format!("Quý {roman} năm {year}"), format!("Q{quarter} {year}"))
        }
        _ => Message::new(format!("tháng {month} năm {year}"), format!("{year}-{month:02}")),
    }
}
