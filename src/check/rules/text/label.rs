//! Words that the rules on characters share.

use crate::language::Message;

/// The label of a diagnostic that stands for several places of one value.
pub(super) fn other_places() -> Message {
    Message::fixed("và những chỗ khác trong giá trị này", "and other places in this value")
}
