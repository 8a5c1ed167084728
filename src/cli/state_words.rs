//! The state behind the items of `plan record`: `plan record I-2 xong`.

use super::error::CliError;
use super::request::is_item;
use crate::message;
use crate::parse::format::STATE_WORDS;
use crate::sanitize::quoted;
use crate::vietnamese::nearest;
use crate::workspace::Workspace;

/// The most words of a state: "đang thực hiện".
const WORDS: usize = 3;

/// Splits arguments into the items and the state, if the last arguments are one and none of them is an item.
pub(super) fn split<'a>(
    all: &'a [String],
    workspace: &Workspace,
) -> (&'a [String], Option<(String, &'static str)>) {
    for count in (1..=WORDS.min(all.len().saturating_sub(1))).rev() {
        let (items, words) = all.split_at(all.len() - count);
        let state = STATE_WORDS.read(&words.join(" "));
        if let Some(state) = state.filter(|_| !words.iter().any(|word| is_item(workspace, word))) {
            return (items, Some((words.join(" "), state)));
        }
    }
    (all, None)
}

/// Returns the error of arguments without a state.
pub(super) fn no_state(all: &[String]) -> CliError {
    let states = STATE_WORDS.words().collect::<Vec<_>>().join(", ");
    let message =
        message!("thiếu trạng thái, ví dụ xong, đang làm ({states})", "a state is missing: {states}");
    let near = all.last().filter(|_| all.len() > 1).and_then(|word| {
        let near = nearest(word, STATE_WORDS.all().map(|(word, _)| word))?;
        Some((quoted(word), near))
    });
    match near {
        Some((word, near)) => {
            CliError::usage(message!("{word} không phải trạng thái", "{word} is no state")).hint(near)
        }
        None => CliError::usage(message),
    }
}
