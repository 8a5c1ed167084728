//! The fields of the head and the end, of the plan and of the days.

use super::facts::{Field, OfficeFacts};
use crate::document::{OPEN, day_in_words};
use crate::report::office::period::addressee;
use crate::report::office::words::{cited, span_name, titled};

/// The fields; what nobody has said is `……`, as in the documents of the program's own.
pub(super) static FIELDS: [Field; 26] = [
    Field::new("office", "Cơ quan ban hành", "The issuing office", |facts| {
        Some(or_open(facts.frame.office.as_ref()))
    }),
    Field::new(
        "office.capitals",
        "Cơ quan ban hành, chữ in hoa",
        "The issuing office in capitals",
        |facts| Some(facts.frame.offices().1),
    ),
    Field::new("superior", "Cơ quan chủ quản", "The office directly above", |facts| {
        Some(or_open(facts.frame.superior.as_ref()))
    }),
    Field::new(
        "superior.capitals",
        "Cơ quan chủ quản, chữ in hoa",
        "The office directly above in capitals",
        |facts| Some(facts.frame.offices().0.unwrap_or_else(|| OPEN.to_owned())),
    ),
    Field::new("number", "Số và ký hiệu văn bản", "The number and sign of the document", |facts| {
        Some(facts.frame.number.clone())
    }),
    Field::new("place", "Địa danh", "The place before the day", |facts| {
        Some(or_open(facts.frame.place.as_ref()))
    }),
    Field::new(
        "date",
        "Ngày văn bản (--date), viết bằng chữ",
        "The day of the document (--date) in words",
        |facts| Some(day_in_words(facts.frame.date, facts.lang)),
    ),
    Field::new("subject", "Trích yếu nội dung", "The subject of the document", |facts| {
        Some(facts.say(&facts.frame.subject))
    }),
    Field::new("addressee", "Nơi kính gửi", "Whom the document is addressed to", addressees),
    Field::new("recipients", "Các dòng của Nơi nhận", "The lines of the recipients", |facts| {
        let lines: Vec<String> = facts.frame.recipients.iter().map(|line| facts.say(line)).collect();
        Some(lines.join("\n"))
    }),
    Field::new(
        "signer.capacity",
        "Quyền hạn, chức vụ người ký",
        "The capacity of the signer",
        |facts| Some(facts.frame.signature.capacity().join("\n")),
    ),
    Field::new("signer.name", "Họ và tên người ký", "The name of the signer", |facts| {
        Some(facts.frame.signature.signed().to_owned())
    }),
    Field::new("plan.title", "Tên kế hoạch", "The title of the plan", |facts| {
        Some(facts.say(&titled(facts.plans)))
    }),
    Field::new("plan.number", "Số, ký hiệu kế hoạch", "The number of the plan", |facts| {
        let numbers = facts.plans.iter().filter_map(|plan| plan.number.as_deref());
        let numbers: Vec<&str> = numbers.collect();
        Some(if numbers.is_empty() { OPEN.to_owned() } else { numbers.join(", ") })
    }),
    Field::new(
        "plan.cited",
        "Kế hoạch như được viện dẫn: loại, số, ngày, nơi ban hành",
        "The plan as it is cited: kind, number, day, issuer",
        |facts| {
            Some(facts.say(&match facts.plans {
                [plan] => cited(plan),
                plans => titled(plans),
            }))
        },
    ),
    Field::new("as_of", "Ngày tính số liệu", "The day of the figures", |facts| {
        Some(facts.day(facts.as_of.day))
    }),
    Field::new(
        "as_of.words",
        "Ngày tính số liệu, viết bằng chữ",
        "The day of the figures in words",
        |facts| Some(day_in_words(Some(facts.as_of.day), facts.lang)),
    ),
    Field::new(
        "known",
        "Ngày chốt số liệu (--known)",
        "The day until which reports count (--known)",
        |facts| Some(facts.as_of.known.map_or(String::new(), |known| facts.day(known))),
    ),
    Field::new("period.name", "Kỳ báo cáo", "The time of the report", |facts| {
        Some(facts.say(&span_name(&facts.report?.span)))
    }),
    Field::new("period.first", "Ngày đầu kỳ báo cáo", "The first day of the time", |facts| {
        Some(facts.day(facts.report?.span.before.next()))
    }),
    Field::new("period.last", "Ngày cuối kỳ báo cáo", "The last day of the time", |facts| {
        Some(facts.day(facts.report?.span.last))
    }),
    Field::new(
        "upcoming.first",
        "Ngày đầu của kỳ tới",
        "The first day of the time after",
        |facts| {
            let first = facts.report.map(|report| report.span.next.first);
            Some(facts.day(first.unwrap_or(facts.as_of.day)))
        },
    ),
    Field::new("upcoming.last", "Ngày cuối của kỳ tới", "The last day of the time after", |facts| {
        let of_report = facts.report.map(|report| report.span.next.last);
        let last = of_report.or(facts.brief.map(|brief| brief.due_until));
        let last = last.or_else(|| facts.letter.as_ref()?.answer.until);
        Some(last.map_or(String::new(), |last| facts.day(last)))
    }),
    Field::new(
        "reply_by",
        "Hạn báo cáo lại (--reply-by)",
        "The day of the answer (--reply-by)",
        |facts| {
            let by = facts.letter.as_ref()?.options.reply_by;
            Some(by.map_or_else(|| day_in_words(None, facts.lang), |by| facts.day(by)))
        },
    ),
    Field::new(
        "left_out",
        "Mục chưa tính vì có lỗi",
        "Entries that are not counted because of errors",
        |facts| Some(facts.left_out.as_ref().map_or(String::new(), |left_out| facts.say(left_out))),
    ),
    Field::new(
        "unannounced",
        "Lưu ý về ngày nghỉ chưa công bố",
        "A note on days off that are not announced",
        |facts| Some(facts.status()?.unannounced.sentence().map_or(String::new(), |note| facts.say(&note))),
    ),
];

fn or_open(words: Option<&String>) -> String {
    words.cloned().unwrap_or_else(|| OPEN.to_owned())
}

/// Whom a letter or a report is addressed to; `……` of a report that its own issuer gets.
fn addressees(facts: &OfficeFacts<'_, '_>) -> Option<String> {
    match (&facts.letter, facts.report) {
        (Some(letter), _) => Some(letter.units.join("; ")),
        (None, Some(report)) => Some(addressee(report).unwrap_or_else(|| OPEN.to_owned())),
        (None, None) => None,
    }
}
