//! The bytes of a file → its text, and what is wrong with them.

use std::ops::Range;

use super::rules;
use crate::diagnostic::{Diagnostic, Rule};
use crate::language::Message;
use crate::span::{SourceId, Span};

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 256 * 1024 * 1024;

/// Reason why bytes are not the text of a plan.
pub(crate) struct EncodingFault {
    rule: &'static Rule,
    range: Range<usize>,
    message: Message,
    help: Option<Message>,
}

impl EncodingFault {
    /// Reports it, once the file has a number.
    pub(crate) fn at(self, source: SourceId) -> Diagnostic {
        Diagnostic::new(self.rule, Span::of(source, self.range), self.message).maybe_help(self.help)
    }
}

/// Reads a file, its text or the bytes that are none, as well as that can be done.
pub(crate) fn decode(read: Result<String, Vec<u8>>) -> (String, Option<EncodingFault>) {
    if read.as_ref().map_or_else(Vec::len, String::len) as u64 > LARGEST_FILE {
        let message = Message::fixed("tệp lớn hơn 256 MB", "the file is larger than 256 MB");
        return (
            String::new(),
            Some(EncodingFault { rule: &rules::LIMIT, range: 0..0, message, help: None }),
        );
    }
    let wrong = |at: usize, message| EncodingFault {
        rule: &rules::ENCODING,
        range: at..at + 1,
        message,
        help: Some(Message::fixed("lưu tệp bằng UTF-8", "save the file as UTF-8")),
    };
    match read {
        Ok(text) => {
            let nul = text.find('\0');
            let fault = nul.map(|at| wrong(at, Message::fixed("có byte 0 trong tệp", "the file has a NUL")));
            (text, fault)
        }
        Err(bytes) => {
            let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
            let message = if utf16 {
                Message::fixed("tệp ở dạng UTF-16", "the file is UTF-16")
            } else {
                Message::fixed("từ đây tệp không phải UTF-8", "from here the file is not UTF-8")
            };
            let valid = str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), str::len);
            (String::from_utf8_lossy(&bytes).into_owned(), Some(wrong(valid, message)))
        }
    }
}
