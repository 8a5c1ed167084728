//! Content lines: escaped, folded at 75 octets on borders of characters, ended by CR LF.

use crate::sanitize::visible;

/// The maximum length of a line without its end, in octets.
const LINE_OCTETS: usize = 75;

/// A calendar as far as it is written.
#[derive(Debug, Default)]
pub(super) struct CalendarText {
    out: String,
}

impl CalendarText {
    /// Appends a property of the program's own words.
    pub(super) fn line(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// Appends a property whose value is text of a plan.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{}", escaped(value)));
    }

    /// Appends a property whose value is a list of texts.
    pub(super) fn texts<'a>(&mut self, name: &str, values: impl IntoIterator<Item = &'a str>) {
        let values: Vec<String> = values.into_iter().map(escaped).collect();
        if !values.is_empty() {
            self.fold(&format!("{name}:{}", values.join(",")));
        }
    }

    /// The calendar.
    pub(super) fn into_string(self) -> String {
        self.out
    }

    fn fold(&mut self, line: &str) {
        let mut room = LINE_OCTETS;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.out.push_str("\r\n ");
                // The space counts.
                room = LINE_OCTETS - 1;
            }
            room -= c.len_utf8();
            self.out.push(c);
        }
        self.out.push_str("\r\n");
    }
}

/// The text with the signs of the format escaped, line breaks among them; other control characters are made visible.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, line) in text.trim_end_matches(['\n', '\r']).split('\n').enumerate() {
        if at > 0 {
            out.push_str("\\n");
        }
        for c in visible(line.strip_suffix('\r').unwrap_or(line)).chars() {
            if matches!(c, '\\' | ';' | ',') {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_longer_than_75_octets_and_no_letter_is_cut() {
        for length in 0..200 {
            let mut calendar = CalendarText::default();
            let text = "ngày đường ".chars().cycle().take(length).collect::<String>();
            calendar.text("SUMMARY", &text);
            let out = calendar.into_string();
            assert!(out.split("\r\n").all(|line| line.len() <= LINE_OCTETS), "{out}");
            assert_eq!(
                out.replace("\r\n ", "").trim_end_matches("\r\n"),
                format!("SUMMARY:{text}").trim_end_matches('\n')
            );
        }
    }

    #[test]
    fn text_cannot_begin_a_property() {
        let mut calendar = CalendarText::default();
        calendar.text("SUMMARY", "a;b,c\\d\r\nEND:VEVENT\r\u{1b}");
        calendar.texts("CATEGORIES", ["x,y", "z"]);
        assert_eq!(calendar.into_string(), "SUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT␍␛\r\nCATEGORIES:x\\,y,z\r\n");
    }
}
