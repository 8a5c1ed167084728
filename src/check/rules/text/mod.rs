//! The characters of texts: `not-nfc`, `control-character`, `look-alike`.
//!
//! A rule reports a value once, however many of its characters are wrong. References and other ids are not
//! checked: they are ASCII, and any other id is unknown, which is reported already.

pub(super) mod control;
mod label;
pub(super) mod look_alike;
pub(super) mod nfc;
mod ordinary;

use super::context::RuleContext;
use super::family::RuleFamily;
use crate::diagnostic::Diagnostic;
use crate::parse::rules::{CONTROL_CHARACTER, LOOK_ALIKE};

/// The rules of this folder and their check.
pub(super) static FAMILY: RuleFamily = RuleFamily {
    rules: &[&CONTROL_CHARACTER, &LOOK_ALIKE, &nfc::NOT_NFC],
    checks: &[],
    lints: &[characters],
};

/// Checks the characters of every text, unless the files hold ordinary characters only.
fn characters(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    if context.draft.files.iter().all(|file| ordinary::is_ordinary(context.sources.get(*file).text())) {
        return;
    }
    control::control_character(context, found);
    look_alike::look_alike(context, found);
    nfc::not_nfc(context, found);
}
