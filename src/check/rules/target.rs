//! Targets and their results: `target-without-owner`, `target-value`, `target-unit`, `target-horizons`.

use super::context::RuleContext;
use super::family::RuleFamily;
use crate::check::lower::{FigureFault, HorizonFault};
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::model::{FigureError, TargetValueError, TaskIx};
use crate::parse::Key;
use crate::rule;
use crate::span::Spanned;

/// The rules of this file and their checks.
pub(super) static FAMILY: RuleFamily = RuleFamily {
    rules: &[&TARGET_WITHOUT_OWNER, &TARGET_VALUE, &TARGET_UNIT, &TARGET_HORIZONS],
    checks: &[],
    lints: &[owners],
};

rule!(
    TARGET_WITHOUT_OWNER,
    Warning,
    "target-without-owner",
    ["Chỉ tiêu không giao cho ai", "Target without a responsible unit"],
    [
        "Chỉ tiêu không có lead, các nhiệm vụ của nó cũng không có, và kế hoạch không có lead mặc định.",
        "The target has no lead, its tasks have none, and the plan has no default lead.",
    ],
);

rule!(
    TARGET_VALUE,
    Error,
    "target-value",
    ["Không hiểu mức của chỉ tiêu hoặc kết quả", "Unreadable value of a target or of a result"],
    [
        "Mức chỉ tiêu là một số có đơn vị tính, có thể kèm dấu hoặc lời so sánh (100%, \">= 65%\", trên 50%, không quá 35 học sinh/lớp, từ 65% trở lên, \
         11 trường), một khoảng (50-55%), một mức độ (mức độ 3) hoặc \"đạt\". Số không kèm so sánh là ít nhất; riêng 0 là không quá 0 (0 vụ). \
         Dấu phẩy ngăn phần thập phân; dấu chấm trước đúng ba chữ số ngăn hàng nghìn (1.250 học sinh), trừ trong tỷ lệ % và sau số 0 đứng một mình. \
         Nhiều mức theo nhiều mốc thì viết ở horizons. Kết quả là một số, một mức độ, \"đạt\" hoặc \"chưa đạt\"; với chỉ tiêu %, cả thương hai số: 412/415.",
        "The value of a target is a number with its unit of measure, optionally with a comparison as a sign or in words (100%, \
         \">= 65%\", trên 50%, không quá 35 học sinh/lớp, từ 65% trở lên, 11 trường), a range (50-55%), a level (mức độ 3), or \"đạt\". \
         A number without a comparison is a minimum; 0 is a maximum (0 vụ). A comma separates decimals; a dot before exactly three \
         digits separates thousands (1.250 học sinh), except in percentages and behind a lone 0. Values for several days are \
         `horizons`. A result is a number, a level, \"đạt\" or \"chưa đạt\", and for a percentage also a quotient: 412/415.",
    ],
);

rule!(
    TARGET_UNIT,
    Error,
    "target-unit",
    ["Kết quả khác đơn vị tính với chỉ tiêu", "Result in another unit of measure than its target"],
    [
        "Kết quả phải cùng đơn vị tính với mức của chỉ tiêu: 50% không so được với 10 trường. Số không ghi đơn vị tính thì mang đơn vị tính của chỉ tiêu.",
        "A result is in the unit of measure of its target: 50% cannot be compared with 10 trường. A number without a unit of \
         measure takes that of the target.",
    ],
);

rule!(
    TARGET_HORIZONS,
    Error,
    "target-horizons",
    ["Các mốc của chỉ tiêu mâu thuẫn nhau", "Contradictory values of a target for several days"],
    [
        "horizons thay cho value và due của chỉ tiêu: mỗi mốc một ngày (due) và một mức (value), mốc sau muộn hơn mốc trước, cùng đơn vị tính. \
         Mốc đầu tiên chưa qua là mốc được tính; khi mọi mốc đã qua thì là mốc cuối.",
        "`horizons` takes the place of `value` and `due`: a day (`due`) and a value for each, every day after the one before, all \
         in one unit of measure. The first day that has not passed counts, and the last one when all have.",
    ],
);

/// Reports a value of a target that cannot be read.
pub(super) fn target_value(value: &Spanned<&str>, reason: TargetValueError) -> Diagnostic {
    let words = quoted(value.value);
    let (message, help) = match reason {
        TargetValueError::Unreadable => (
            message!("không hiểu {words}", "{words} is not understood"),
            Message::fixed(
                "ví dụ: 100%, \">= 65%\", trên 50%, không quá 35 học sinh/lớp, 50-55%, 0 vụ, 11 trường, mức độ 3, đạt",
                "for example: 100%, \">= 65%\", trên 50%, không quá 35 học sinh/lớp, 50-55%, 0 vụ, 11 trường, mức độ 3, đạt",
            ),
        ),
        TargetValueError::Horizons => (
            message!("{words} nêu nhiều mốc", "{words} has values for several days"),
            Message::fixed(
                "thay value bằng horizons, mỗi mốc một mức: horizons: [{due: 2025, value: \">= 95%\"}, {due: 2030, value: 100%}]",
                "replace `value` by `horizons`, a value for each day: horizons: [{due: 2025, value: \">= 95%\"}, {due: 2030, value: 100%}]",
            ),
        ),
        TargetValueError::Several => (
            message!("{words} nêu nhiều mức", "{words} has several values"),
            Message::fixed(
                "mỗi mức viết thành một chỉ tiêu riêng",
                "write a target of its own for each value",
            ),
        ),
        TargetValueError::Dated => (
            message!("{words} có cả thời hạn", "{words} has a deadline in it"),
            Message::fixed(
                "viết thời hạn ở due, chỉ để mức ở value",
                "write the deadline in `due`, and only the value here",
            ),
        ),
        TargetValueError::Quotient => (
            message!("{words} là thương, không phải một mức", "{words} is a quotient, not a value"),
            Message::fixed(
                "viết số phải đạt, hoặc tỷ lệ %: 9 trường, 75%",
                "write the number to reach, or a percentage: 9 trường, 75%",
            ),
        ),
        TargetValueError::Separators => (separators(&words), SEPARATORS),
    };
    Diagnostic::new(&TARGET_VALUE, value.span, message).help(help)
}

/// Reports a result that cannot be read, or is in another unit of measure than its target.
pub(super) fn figure(fault: &FigureFault) -> Diagnostic {
    let (words, target) = (quoted(&fault.words.value), quoted(&fault.target.value));
    let span = fault.words.span;
    match fault.reason {
        FigureError::Unreadable => {
            Diagnostic::new(&TARGET_VALUE, span, message!("không hiểu {words}", "{words} is not understood"))
                .help(Message::fixed(
                    "một số, ví dụ 98,5%, 412/415, 12 trường; mức độ 3; đạt; chưa đạt",
                    "a number such as 98,5%, 412/415 or 12 trường; mức độ 3; đạt; chưa đạt",
                ))
        }
        FigureError::Separators => Diagnostic::new(&TARGET_VALUE, span, separators(&words)).help(SEPARATORS),
        FigureError::Quotient => Diagnostic::new(
            &TARGET_VALUE,
            span,
            message!(
                "{words} là thương, chỉ tiêu {target} không phải tỷ lệ %",
                "{words} is a quotient, and the target {target} is no percentage"
            ),
        )
        .related(fault.target.span, Message::fixed("mức của chỉ tiêu", "value of the target"))
        .help(Message::fixed("viết số đã đạt được", "write the number that was reached")),
        FigureError::OtherMeasure => Diagnostic::new(
            &TARGET_UNIT,
            span,
            message!(
                "{words} không cùng đơn vị tính với chỉ tiêu {target}",
                "{words} is not in the unit of measure of the target {target}"
            ),
        )
        .related(fault.target.span, Message::fixed("mức của chỉ tiêu", "value of the target"))
        .help(message!(
            "viết kết quả như chỉ tiêu: {target}",
            "write the result as the target is written: {target}"
        )),
    }
}

/// Reports values of a target for several days that contradict each other.
pub(super) fn horizon(fault: &HorizonFault) -> Diagnostic {
    let report = |span, message| Diagnostic::new(&TARGET_HORIZONS, span, message);
    match fault {
        HorizonFault::WithValue(span) => report(
            *span,
            Message::fixed("chỉ tiêu có cả value và horizons", "the target has both `value` and `horizons`"),
        )
        .help(Message::fixed("bỏ value", "remove `value`")),
        HorizonFault::WithDue(span) => report(
            *span,
            Message::fixed("chỉ tiêu có cả due và horizons", "the target has both `due` and `horizons`"),
        )
        .help(Message::fixed(
            "bỏ due: thời hạn của từng mốc ở trong horizons",
            "remove `due`: each value in `horizons` has its own",
        )),
        HorizonFault::Empty(span) => {
            report(*span, Message::fixed("horizons không có mốc nào", "`horizons` has no value")).help(
                Message::fixed(
                    "ví dụ horizons: [{due: 2025, value: 95%}, {due: 2030, value: 100%}]",
                    "such as horizons: [{due: 2025, value: 95%}, {due: 2030, value: 100%}]",
                ),
            )
        }
        HorizonFault::NoDay(words) => {
            let name = quoted(&words.value);
            report(words.span, message!("mốc {name} không phải một ngày", "{name} is not a day")).help(
                Message::fixed(
                    "một ngày cho mỗi mốc; chỉ tiêu hằng năm với một mức thì viết value và due: hằng năm",
                    "give a day for each value; a yearly target with one value has `value` and due: hằng năm",
                ),
            )
        }
        HorizonFault::Order(words, before) => {
            let name = quoted(&words.value);
            report(
                words.span,
                message!("mốc {name} không muộn hơn mốc trước", "{name} is not after the day before it"),
            )
            .related(*before, Message::fixed("mốc trước", "the day before it"))
            .help(Message::fixed("xếp các mốc theo thời gian", "put the values in the order of their days"))
        }
        HorizonFault::OtherMeasure(words, first) => {
            let name = quoted(&words.value);
            report(
                words.span,
                message!(
                    "{name} không cùng đơn vị tính với mốc đầu",
                    "{name} is not in the unit of measure of the first value"
                ),
            )
            .related(*first, Message::fixed("mốc đầu", "the first value"))
        }
    }
}

const SEPARATORS: Message = Message::fixed(
    "dấu phẩy ngăn phần thập phân, dấu chấm ngăn hàng nghìn: 98,5; 1.250; 1.500.000",
    "a comma separates decimals, a dot thousands: 98,5; 1.250; 1.500.000",
);

fn separators(words: &str) -> Message {
    message!("dấu chấm, dấu phẩy trong {words} không rõ nghĩa", "the separators in {words} are ambiguous")
}

fn owners(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for (target, entry) in plan.targets.iter().zip(context.draft.list(Key::Targets)) {
        let led = |task: &TaskIx| {
            plan.assignments.iter().any(|item| item.task == Some(*task))
                || !plan.task(*task).provisions.lead.is_empty()
        };
        let wrong = entry.has(Key::Lead) || entry.many(Key::Tasks).count() > target.tasks.len();
        if target.lead.is_empty() && !wrong && !target.tasks.iter().any(led) {
            found.push(
                Diagnostic::new(
                    &TARGET_WITHOUT_OWNER,
                    entry.place(),
                    Message::fixed("chỉ tiêu không giao cho ai", "no unit is responsible for the target"),
                )
                .help(Message::fixed("thêm lead, hoặc tasks", "add `lead` or `tasks`")),
            );
        }
    }
}
