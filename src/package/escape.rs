//! Text as the content of an XML element or attribute.

/// Appends text with the signs of XML escaped; a character that XML 1.0 forbids becomes U+FFFD.
pub fn push_escaped(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_leave_its_element() {
        let mut out = String::new();
        push_escaped("</w:t>&\"\u{1}\u{fffe}ờ", &mut out);
        assert_eq!(out, "&lt;/w:t&gt;&amp;&quot;\u{fffd}\u{fffd}ờ");
    }
}
