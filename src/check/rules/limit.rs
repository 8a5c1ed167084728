//! What would be too much to count.

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::model::WORK_ITEM_LIMIT;
use crate::parse::rules::LIMIT;
use crate::span::Span;

/// Reports the item with which the plan opens more work items than anyone can count.
pub(crate) fn too_many(place: Span) -> Diagnostic {
    Diagnostic::new(
        &LIMIT,
        place,
        message!(
            "kế hoạch mở quá {WORK_ITEM_LIMIT} việc",
            "the plan opens more than {WORK_ITEM_LIMIT} work items"
        ),
    )
}
