//! References that lead nowhere: `unknown-unit`, `unknown-task`, `unknown-item`, `unknown-section`, `unknown-goal`.

use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::language::Message;
use crate::message;
use crate::rule;
use crate::span::{Span, Spanned};

rule!(
    UNKNOWN_UNIT,
    Error,
    "unknown-unit",
    ["Không có đơn vị hay nhóm này", "There is no such unit or group"],
    [
        "Mọi đơn vị nêu ở lead, with, to, parent, successors, members, issuer, standing và unit phải có trong danh mục units hoặc groups. \
         Tên gần nhất được gợi ý kèm nơi nó được khai.",
        "Every unit that lead, with, to, parent, successors, members, issuer, standing and unit name must be in the registry, as one of units or groups. \
         The nearest name is suggested, with the place where it is declared.",
    ],
);

rule!(
    UNKNOWN_TASK,
    Error,
    "unknown-task",
    ["Không có nhiệm vụ này", "There is no such task"],
    [
        "Dòng tiến độ (task), chỉ tiêu (tasks) và nhiệm vụ trùng (same_as) chỉ tới nhiệm vụ bằng mã trong danh sách tasks.",
        "Rows (task), targets (tasks) and tasks told twice (same_as) point to tasks by their ids in the list tasks.",
    ],
);

rule!(
    UNKNOWN_ITEM,
    Error,
    "unknown-item",
    ["Không có việc này để báo cáo hay điều chỉnh", "There is no such item to report on or to change"],
    [
        "item: của progress và changes là mã của một dòng tiến độ, hoặc của một nhiệm vụ không có dòng tiến độ nào. \
         Nhiệm vụ đã có dòng tiến độ được theo dõi qua các dòng ấy; nhãn (heading) và nhiệm vụ trùng (same_as) không mở đầu việc; \
         kết quả của chỉ tiêu ghi ở results của chỉ tiêu.",
        "item: of progress and changes is the id of a row, or of a task that has no rows. \
         A task with rows is tracked through them; headings and tasks told twice (same_as) open no item; \
         what a target reached stands in its own results.",
    ],
);

rule!(
    UNKNOWN_SECTION,
    Error,
    "unknown-section",
    ["Không có phần này", "There is no such section"],
    [
        "section: và parent: nêu mã của một phần trong danh sách sections.",
        "section: and parent: name a section of the list sections by its id.",
    ],
);

rule!(
    UNKNOWN_GOAL,
    Error,
    "unknown-goal",
    ["Không có mục tiêu này", "There is no such goal"],
    [
        "goal: và goals: nêu mã của một mục tiêu trong danh sách goals.",
        "goal: and goals: name goals of the list goals by their ids.",
    ],
);

/// A thing that can be referred to: its id, and where that stands.
pub(crate) type Known<'k> = (&'k str, Span);

/// Reports a reference to nothing, with what is spelt like it.
pub(crate) fn unknown(rule: &'static Rule, id: &Spanned<&str>, near: Option<Known<'_>>) -> Diagnostic {
    let name = quoted(id.value);
    let (message, label) = if rule == &UNKNOWN_UNIT {
        (
            message!("không có đơn vị {name}", "there is no unit {name}"),
            Message::fixed("không có trong danh mục đơn vị", "not in the registry"),
        )
    } else if rule == &UNKNOWN_TASK {
        (
            message!("không có nhiệm vụ {name}", "there is no task {name}"),
            Message::fixed("không có trong danh sách tasks", "not in the list tasks"),
        )
    } else if rule == &UNKNOWN_SECTION {
        (
            message!("không có phần {name}", "there is no section {name}"),
            Message::fixed("không có trong danh sách sections", "not in the list sections"),
        )
    } else if rule == &UNKNOWN_GOAL {
        (
            message!("không có mục tiêu {name}", "there is no goal {name}"),
            Message::fixed("không có trong danh sách goals", "not in the list goals"),
        )
    } else {
        (
            message!("không có việc {name}", "there is no item {name}"),
            Message::fixed("không có trong tasks và schedule", "neither in tasks nor in schedule"),
        )
    };
    let diagnostic = Diagnostic::new(rule, id.span, message).label(label);
    match near {
        Some((near, place)) => {
            diagnostic.help(Message::same(near)).related(place, Message::fixed("gần giống", "looks alike"))
        }
        None => diagnostic,
    }
}

/// A group where one unit must stand.
pub(crate) fn a_group(id: &Spanned<&str>) -> Diagnostic {
    let name = quoted(id.value);
    Diagnostic::new(
        &UNKNOWN_UNIT,
        id.span,
        message!("{name} là nhóm, ở đây cần một đơn vị", "{name} is a group, and one unit must stand here"),
    )
}

/// Why a report or a change cannot speak of something that is there.
pub(crate) mod not_an_item {
    use super::UNKNOWN_ITEM;
    use crate::diagnostic::{Diagnostic, quoted};
    use crate::language::Message;
    use crate::message;
    use crate::span::Spanned;

    /// A label opens no item.
    pub(crate) fn heading(id: &Spanned<&str>) -> Diagnostic {
        let name = quoted(id.value);
        Diagnostic::new(
            &UNKNOWN_ITEM,
            id.span,
            message!("{name} chỉ là nhãn, không mở đầu việc", "{name} is a label and opens no item"),
        )
    }

    /// A task told twice is tracked where it is told first.
    pub(crate) fn same_as(id: &Spanned<&str>, first: &str) -> Diagnostic {
        let name = quoted(id.value);
        Diagnostic::new(
            &UNKNOWN_ITEM,
            id.span,
            message!("{name} là nhiệm vụ nói lại", "{name} is a task told twice"),
        )
        .help(Message::same(first))
    }

    /// A task with rows is tracked through them.
    pub(crate) fn has_rows(id: &Spanned<&str>, rows: &[&str]) -> Diagnostic {
        let name = quoted(id.value);
        Diagnostic::new(
            &UNKNOWN_ITEM,
            id.span,
            message!(
                "{name} được theo dõi qua các dòng tiến độ của nó",
                "{name} is tracked through its rows"
            ),
        )
        .help(Message::same(rows.join(", ")))
    }

    /// What a target reached stands in its results.
    pub(crate) fn target(id: &Spanned<&str>) -> Diagnostic {
        let name = quoted(id.value);
        Diagnostic::new(
            &UNKNOWN_ITEM,
            id.span,
            message!("{name} là chỉ tiêu, không phải việc", "{name} is a target, not an item"),
        )
        .help(Message::fixed("ghi kết quả ở results của chỉ tiêu", "give the result in the target's results"))
    }
}
