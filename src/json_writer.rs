//! JSON for programs that a terminal can bear, too.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter};

use crate::sanitize::PrintedChar;

/// Writes JSON for programs, laid out so that people can read it, too.
pub(crate) fn write_json(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let layout = JsonLayout(PrettyFormatter::new());
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, layout))?;
    writeln!(out)
}

/// The usual layout; but what would hide on a terminal, or steer it, is escaped, not only what must be.
struct JsonLayout(PrettyFormatter<'static>);

/// Hands these methods on to the usual layout.
macro_rules! usual {
    ($($method:ident($($argument:ident: $type:ty)?);)*) => {$(
        fn $method<W: ?Sized + Write>(&mut self, out: &mut W $(, $argument: $type)?) -> io::Result<()> {
            self.0.$method(out $(, $argument)?)
        }
    )*};
}

impl Formatter for JsonLayout {
    usual! {
        begin_array();
        end_array();
        begin_array_value(first: bool);
        end_array_value();
        begin_object();
        end_object();
        begin_object_key(first: bool);
        begin_object_value();
        end_object_value();
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut written = 0;
        for (at, c) in fragment.char_indices().filter(|(_, c)| !PrintedChar::of(*c).is_plain()) {
            out.write_all(&fragment.as_bytes()[written..at])?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            written = at + c.len_utf8();
        }
        out.write_all(&fragment.as_bytes()[written..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_is_escaped_and_comes_back() {
        let text = "đ\u{1b}[31m\"\\\n\u{7f}\u{9b}\u{202e}\u{e0041}漢";
        let mut out = Vec::new();
        write_json(&[text], &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(out.contains(r#""đ\u001b[31m\"\\\n\u007f\u009b\u202e\udb40\udc41漢""#), "{out}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&out).unwrap(), [text]);
    }
}
