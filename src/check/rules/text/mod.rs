//! The characters of what people wrote: `not-nfc`, `control-character`, `look-alike`.
//!
//! One value gives one diagnostic of a rule, however many of its characters are wrong. References and
//! other ids are not looked at: they are ASCII, and what is none leads nowhere, which is reported already.

mod control;
mod look_alike;
mod nfc;

pub(super) use control::{CONTROL_CHARACTER, control_character};
pub(super) use look_alike::{LOOK_ALIKE, look_alike};
pub(super) use nfc::{NOT_NFC, not_nfc};

use super::Context;
use crate::diagnostic::Diagnostic;
use crate::language::Message;

/// Looks at the characters of every text; at none, where the files hold only what such plans are written with.
pub(super) fn characters(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if context.draft.files.iter().all(|file| is_ordinary(context.sources.get(*file).text())) {
        return;
    }
    control_character(context, found);
    look_alike(context, found);
    not_nfc(context, found);
}

/// Whether a file holds nothing but precomposed Vietnamese, ASCII and the usual signs, and no escapes: then
/// no rule on characters can find anything in it.
fn is_ordinary(text: &str) -> bool {
    text.chars().all(|c| {
        let at = c as usize;
        ORDINARY.get(at / BITS).is_some_and(|word| word & 1 << (at % BITS) != 0)
    })
}

const BITS: usize = u64::BITS as usize;

/// The first and last of the ordinary characters: of every file each one is looked up.
const RUNS: &[(char, char)] = &[
    ('\n', '\n'),
    ('\r', '\r'),
    (' ', '['),
    (']', '~'),
    ('À', 'Ã'),
    ('È', 'Ê'),
    ('Ì', 'Í'),
    ('Ò', 'Õ'),
    ('Ù', 'Ú'),
    ('Ý', 'Ý'),
    ('à', 'ã'),
    ('è', 'ê'),
    ('ì', 'í'),
    ('ò', 'õ'),
    ('ù', 'ú'),
    ('ý', 'ý'),
    ('Ă', 'ă'),
    ('Đ', 'đ'),
    ('Ĩ', 'ĩ'),
    ('Ũ', 'ũ'),
    ('Ơ', 'ơ'),
    ('Ư', 'ư'),
    ('Ạ', 'ỹ'),
    ('–', '—'),
    ('‘', '’'),
    ('“', '”'),
    ('…', '…'),
    ('§', '§'),
    ('°', '°'),
    ('×', '×'),
    ('≤', '≥'),
];

/// One bit for every character up to the last of the runs.
const ORDINARY: [u64; '≥' as usize / BITS + 1] = {
    let mut bits = [0; '≥' as usize / BITS + 1];
    let mut run = 0;
    while run < RUNS.len() {
        let mut at = RUNS[run].0 as usize;
        while at <= RUNS[run].1 as usize {
            bits[at / BITS] |= 1 << (at % BITS);
            at += 1;
        }
        run += 1;
    }
    bits
};

/// Says that one diagnostic speaks of several places.
fn others() -> Message {
    Message::fixed("và những chỗ khác trong giá trị này", "and other places in this value")
}
