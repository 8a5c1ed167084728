//! Values in the plan's own columns: `wrong-type`.

use crate::check::lower::OwnValueFault;
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::parse::rules::WRONG_TYPE;
use crate::parse::wrong_day;

/// Reports a value of another type than its column's.
pub(super) fn own_value(fault: &OwnValueFault) -> Diagnostic {
    let (key, value) = (&fault.key, fault.value.words());
    if let Some(error) = &fault.day {
        return wrong_day(error, key, value);
    }
    let words = quoted(value.value);
    Diagnostic::new(
        &WRONG_TYPE,
        value.span,
        message!("{key} không nhận {words}", "{key} does not take {words}"),
    )
    .help(Message::fixed(
        "cần một số, ví dụ 1.250,5; cột có chữ thì khai type: text",
        "give a number, such as 1.250,5 (dots set thousands apart); a column with words has `type: text`",
    ))
}
