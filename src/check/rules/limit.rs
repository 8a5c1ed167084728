//! What would be too much to count.

use crate::diagnostic::Diagnostic;
use crate::model::SLOT_LIMIT;
use crate::parse::rules::LIMIT;
use crate::span::Span;
use crate::text;

/// Reports the item with which the plan opens more work items than anyone can count.
pub(crate) fn too_many(place: Span) -> Diagnostic {
    Diagnostic::new(
        &LIMIT,
        place,
        text!("kế hoạch mở quá {SLOT_LIMIT} việc", "the plan opens more than {SLOT_LIMIT} work items"),
    )
}
