//! Work items of reports and changes: `not-responsible`, `which-unit`, `which-period`, `no-such-period`.

use super::family::RuleFamily;
use super::reference::{NAMED, no_work_item};
use crate::check::lower::UnmatchedFault;
use crate::diagnostic::{Diagnostic, first_few, quoted};
use crate::language::Message;
use crate::message;
use crate::model::MatchFault;
use crate::rule;
use crate::vietnamese::nearest;

/// The rules of this file and their checks.
pub(super) static FAMILY: RuleFamily = RuleFamily {
    rules: &[&NOT_RESPONSIBLE, &WHICH_UNIT, &WHICH_PERIOD, &NO_SUCH_PERIOD],
    checks: &[],
    lints: &[],
};

rule!(
    NOT_RESPONSIBLE,
    Error,
    "not-responsible",
    ["Đơn vị không chịu trách nhiệm về việc này", "Unit not responsible for the item"],
    [
        "Chỉ đơn vị chủ trì (vào ngày báo cáo), hoặc đơn vị kế thừa khi đơn vị chủ trì đã hết hiệu lực, mới báo cáo được về việc đó.",
        "Only the lead on the day of the report, or the successors of a lead that has ended, can report on an item.",
    ],
);

rule!(
    WHICH_UNIT,
    Error,
    "which-unit",
    ["Không rõ mục này của đơn vị nào", "Ambiguous unit: `unit` required"],
    [
        "Nhiều đơn vị cùng chịu trách nhiệm về việc này, mỗi đơn vị một việc riêng: mục phải có unit.",
        "Several units are responsible for the item, each for its own part. Name one of them in `unit`.",
    ],
);

rule!(
    WHICH_PERIOD,
    Error,
    "which-period",
    ["Không rõ mục này của kỳ nào", "Ambiguous occurrence: `period` required"],
    [
        "Việc lặp lại: mục phải có period là một kỳ, bằng nhãn (2024-03, 2024-Q1, 2024-H1, 2023-2024-HK1) hoặc bằng lời (tháng 3, Quý I).",
        "The item recurs. Name one of its occurrences in `period`, by its label (2024-03, 2024-Q1, 2024-H1, 2023-2024-HK1) \
         or in words (tháng 3, Quý I).",
    ],
);

rule!(
    NO_SUCH_PERIOD,
    Error,
    "no-such-period",
    ["Việc không có kỳ này", "Unknown occurrence"],
    [
        "period là nhãn của một kỳ, hoặc lời chỉ kỳ đó, mà việc có trong thời kỳ của kế hoạch; việc không lặp lại thì không có kỳ nào.",
        "`period` is the label of an occurrence of the item in the plan's period, or words for its days. An item that does not recur has no \
         occurrences to name.",
    ],
);

/// Reports an entry that belongs to no work item.
pub(super) fn unmatched(fault: &UnmatchedFault) -> Diagnostic {
    let (item, place) = (quoted(&fault.item.value), fault.item.span);
    // The value that does not fit, or the item where a value is missing.
    let span = fault.named.as_ref().map_or(place, |named| named.span);
    match &fault.reason {
        MatchFault::WhichUnit(units) => {
            let units = first_few(units, NAMED);
            Diagnostic::new(
                &WHICH_UNIT,
                place,
                message!(
                    "{item} có nhiều đơn vị chịu trách nhiệm",
                    "several units are responsible for {item}"
                ),
            )
            .help(message!("thêm unit, một trong: {units}", "add `unit`, one of: {units}"))
        }
        MatchFault::WhichPeriod(labels) => {
            let labels = first_few(labels, NAMED);
            Diagnostic::new(&WHICH_PERIOD, place, message!("{item} lặp lại", "{item} recurs"))
                .help(message!("thêm period, một trong: {labels}", "add `period`, one of: {labels}"))
        }
        MatchFault::NoSuchPeriod(period, labels) => {
            let period_name = quoted(period);
            let diagnostic = Diagnostic::new(
                &NO_SUCH_PERIOD,
                span,
                message!("{item} không có kỳ {period_name}", "{item} has no occurrence {period_name}"),
            );
            if labels.is_empty() {
                return diagnostic
                    .help(Message::fixed("không lặp lại: bỏ period", "remove `period`: it does not recur"));
            }
            if let Some(near) = nearest(period, labels.iter().map(String::as_str)) {
                return diagnostic.help(Message::same(near));
            }
            let labels = first_few(labels, NAMED);
            diagnostic.help(message!("các kỳ: {labels}", "use one of: {labels}"))
        }
        MatchFault::NoWorkItem => no_work_item(&item, place),
        MatchFault::NotResponsible(_, units) => {
            let name = quoted(fault.named.as_ref().map_or("", |named| &named.value));
            let units = first_few(units, NAMED);
            let message =
                message!("{name} không chịu trách nhiệm về {item}", "{name} is not responsible for {item}");
            // With a unit at the head of its file, the entry is wrong and not the unit.
            let own = fault.entry;
            let diagnostic = if span.source == own.source && (own.start..=own.end).contains(&span.start) {
                Diagnostic::new(&NOT_RESPONSIBLE, span, message)
            } else {
                let head = Message::fixed("đơn vị của tệp", "unit of the file");
                Diagnostic::new(&NOT_RESPONSIBLE, place, message).related(span, head)
            };
            diagnostic.help(message!("chịu trách nhiệm: {units}", "responsible: {units}"))
        }
    }
}
