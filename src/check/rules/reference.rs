//! References to unknown ids: `unknown-unit`, `unknown-task`, `unknown-item`, `unknown-section`, `unknown-goal`.

use super::family::RuleFamily;
use crate::check::lower::{ReferenceKind, UnknownReferenceFault, UntrackedFault, UntrackedReason};
use crate::diagnostic::{Diagnostic, first_few, quoted};
use crate::language::Message;
use crate::message;
use crate::parse::rules::UNKNOWN_KEY;
use crate::rule;
use crate::span::{Span, Spanned};

/// The rules of this file and their checks.
pub(super) static FAMILY: RuleFamily = RuleFamily {
    rules: &[&UNKNOWN_UNIT, &UNKNOWN_TASK, &UNKNOWN_ITEM, &UNKNOWN_SECTION, &UNKNOWN_GOAL],
    checks: &[],
    lints: &[],
};

rule!(
    UNKNOWN_UNIT,
    Error,
    "unknown-unit",
    ["Không có đơn vị hay nhóm này", "Unknown unit or group"],
    [
        "Mọi đơn vị nêu ở lead, with, to, parent, successors, members, issuer, standing và unit phải có trong danh mục units hoặc groups. \
         Tên gần nhất được gợi ý kèm nơi nó được khai; tên đầy đủ hoặc tên khác của một đơn vị được đổi thành mã bằng --fix.",
        "Every unit named in `lead`, `with`, `to`, `parent`, `successors`, `members`, `issuer`, `standing` and `unit` \
         must be declared in `units` or `groups`. The help shows the nearest id and the place of its declaration; `--fix` \
         replaces the exact name or alias of one unit by its id.",
    ],
);

rule!(
    UNKNOWN_TASK,
    Error,
    "unknown-task",
    ["Không có nhiệm vụ này", "Unknown task"],
    [
        "Dòng tiến độ (task), chỉ tiêu (tasks) và nhiệm vụ trùng (same_as) chỉ tới nhiệm vụ bằng mã trong danh sách tasks.",
        "Rows (`task`), targets (`tasks`) and repeated tasks (`same_as`) refer to tasks by their ids in the list `tasks`.",
    ],
);

rule!(
    UNKNOWN_ITEM,
    Error,
    "unknown-item",
    ["Không có việc này để báo cáo hay điều chỉnh", "Unknown item in a report or a change"],
    [
        "item: của progress và changes là mã của một dòng tiến độ, hoặc của một nhiệm vụ không có dòng tiến độ nào. \
         Nhiệm vụ đã có dòng tiến độ được theo dõi qua các dòng ấy; nhãn (heading), nhiệm vụ trùng (same_as), nhiệm vụ không có chủ trì và \
         thời hạn, việc định kỳ không có kỳ nào thì không mở đầu việc; \
         kết quả của chỉ tiêu ghi ở results của chỉ tiêu.",
        "`item` in `progress` and `changes` is the id of a row, or of a task without rows. A task with rows is tracked \
         through them; headings (`heading`), repeated tasks (`same_as`), tasks without lead and deadline, and recurring work \
         without an occurrence open nothing; the results of a target stand in its `results`.",
    ],
);

rule!(
    UNKNOWN_SECTION,
    Error,
    "unknown-section",
    ["Không có phần này", "Unknown section"],
    [
        "section: và parent: nêu mã của một phần trong danh sách sections.",
        "`section` and `parent` name a section by its id in the list `sections`.",
    ],
);

rule!(
    UNKNOWN_GOAL,
    Error,
    "unknown-goal",
    ["Không có mục tiêu này", "Unknown goal"],
    [
        "goal: và goals: nêu mã của một mục tiêu trong danh sách goals.",
        "`goal` and `goals` name goals by their ids in the list `goals`.",
    ],
);

/// Reports a reference to an unknown id, with an id of similar spelling.
pub(super) fn unknown(fault: &UnknownReferenceFault) -> Diagnostic {
    let name = quoted(&fault.id.value);
    let (rule, message, label) = match fault.kind {
        ReferenceKind::Unit => (
            &UNKNOWN_UNIT,
            message!("không có đơn vị {name}", "there is no unit {name}"),
            Message::fixed("không có trong danh mục đơn vị", "not in the registry of units and groups"),
        ),
        ReferenceKind::Task => (
            &UNKNOWN_TASK,
            message!("không có nhiệm vụ {name}", "there is no task {name}"),
            Message::fixed("không có trong danh sách tasks", "not in the list `tasks`"),
        ),
        ReferenceKind::Section => (
            &UNKNOWN_SECTION,
            message!("không có phần {name}", "there is no section {name}"),
            Message::fixed("không có trong danh sách sections", "not in the list `sections`"),
        ),
        ReferenceKind::Goal => (
            &UNKNOWN_GOAL,
            message!("không có mục tiêu {name}", "there is no goal {name}"),
            Message::fixed("không có trong danh sách goals", "not in the list `goals`"),
        ),
        ReferenceKind::Column => (
            &UNKNOWN_KEY,
            message!("không có khóa {name}", "there is no key {name}"),
            Message::fixed("không có trong danh sách columns", "not in the list `columns`"),
        ),
        ReferenceKind::Item => (
            &UNKNOWN_ITEM,
            message!("không có việc {name}", "there is no item {name}"),
            Message::fixed("không có trong tasks và schedule", "neither in `tasks` nor in `schedule`"),
        ),
    };
    let diagnostic = Diagnostic::new(rule, fault.id.span, message).label(label);
    match &fault.near {
        Some(id) if fault.is_name => diagnostic
            .label(Message::fixed("đây là tên, cần mã", "this is a name, the id is required"))
            .help(Message::same(id.value.as_str()))
            .related(id.span, Message::fixed("mã của đơn vị này", "the id of this unit or group"))
            .fix(fault.id.span, id.value.as_str()),
        Some(near) => diagnostic
            .help(Message::same(near.value.as_str()))
            .related(near.span, Message::fixed("gần giống", "similar id")),
        None if fault.kind == ReferenceKind::Column => {
            let key = &fault.id.value;
            diagnostic.help(message!(
                "khai cột riêng: columns: [{{key: {key}, title: …}}]",
                "declare the column: columns: [{{key: {key}, title: …}}]"
            ))
        }
        None => diagnostic,
    }
}

/// Reports a group where one unit is required.
pub(super) fn group_for_unit(id: &Spanned<&str>) -> Diagnostic {
    let name = quoted(id.value);
    Diagnostic::new(
        &UNKNOWN_UNIT,
        id.span,
        message!("{name} là nhóm, ở đây cần một đơn vị", "{name} is a group; a single unit is required here"),
    )
}

/// The most choices that a message names.
pub(super) const NAMED: usize = 12;

/// Reports a report or a change on an entry that is not tracked.
pub(super) fn untracked(fault: &UntrackedFault) -> Diagnostic {
    let name = quoted(&fault.id.value);
    let (message, help) = match &fault.reason {
        UntrackedReason::Heading => (
            message!("{name} chỉ là nhãn, không mở đầu việc", "{name} is a heading and is not tracked"),
            None,
        ),
        UntrackedReason::Repeated(first) => (
            message!("{name} là nhiệm vụ nói lại", "{name} repeats another task and is not tracked"),
            Some(Message::same(first.as_str())),
        ),
        UntrackedReason::Rows(rows) => (
            message!(
                "{name} được theo dõi qua các dòng tiến độ của nó",
                "{name} is tracked through its rows"
            ),
            Some(Message::same(first_few(rows, NAMED))),
        ),
        UntrackedReason::NoLead => (
            message!(
                "{name} không mở việc nào: không có chủ trì và thời hạn",
                "{name} opens no work: it has neither a lead nor a deadline"
            ),
            Some(Message::fixed("thêm lead cho nhiệm vụ", "add `lead` to the task")),
        ),
        UntrackedReason::Target => (
            message!("{name} là chỉ tiêu, không phải việc", "{name} is a target, not an item"),
            Some(Message::fixed(
                "ghi kết quả ở results của chỉ tiêu, hoặc bằng plan measure",
                "report the result in `results` of the target, or with plan measure",
            )),
        ),
    };
    Diagnostic::new(&UNKNOWN_ITEM, fault.id.span, message).maybe_help(help)
}

/// Reports a report or a change on a task or row that opens no work item, or none in the named periods.
pub(super) fn no_work_item(name: &str, place: Span) -> Diagnostic {
    Diagnostic::new(
        &UNKNOWN_ITEM,
        place,
        message!("{name} không mở việc nào ở đây", "{name} opens no work here"),
    )
    .help(Message::fixed(
        "việc định kỳ không có kỳ nào, hoặc nhóm chủ trì không có đơn vị nào đang hoạt động",
        "the work has no occurrence, or the group that leads has no unit in force",
    ))
}
