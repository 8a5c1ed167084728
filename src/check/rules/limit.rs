//! The limit of work items, reported by the rule `limit` of reading.

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::model::WORK_ITEM_LIMIT;
use crate::parse::rules::LIMIT;
use crate::span::Span;

/// Reports the task or row with which a plan exceeds the number of work items.
pub(super) fn work_items(place: Span) -> Diagnostic {
    Diagnostic::new(
        &LIMIT,
        place,
        message!(
            "kế hoạch mở quá {WORK_ITEM_LIMIT} việc",
            "the plan opens more than {WORK_ITEM_LIMIT} work items"
        ),
    )
}
