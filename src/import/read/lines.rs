//! The lines of a text with their pages; the footnotes at the ends of pages.

use crate::import::block::{Footnote, SourcePlace};
use crate::import::clean::one_line;

/// A line of a text.
#[derive(Debug, Clone, Default)]
pub(super) struct TextLine {
    /// The words.
    pub(super) text: String,
    /// The number of the line, from 1.
    pub(super) at: usize,
    /// True if the line is the first of a page.
    pub(super) begins_page: bool,
    /// True if an empty line stands before it.
    pub(super) is_apart: bool,
    /// True if a line of many spaces stands before it, as the rule above footnotes becomes.
    is_below_rule: bool,
    /// The marks of footnotes that stood in it.
    pub(super) marks: Vec<String>,
}

/// The lines of a text, without the numbers of pages.
pub(super) fn text_lines(text: &str) -> (Vec<TextLine>, usize) {
    let (mut lines, mut pages) = (Vec::new(), 0);
    let (mut is_apart, mut is_below_rule, mut begins_page) = (false, false, false);
    let sets_in = is_set_in(text);
    for (at, raw) in text.lines().enumerate() {
        begins_page |= raw.starts_with('\u{c}');
        let words = one_line(raw);
        if words.is_empty() {
            is_apart = true;
            is_below_rule |= raw.chars().count() > 20;
            continue;
        }
        if words.len() <= 3 && words.bytes().all(|byte| byte.is_ascii_digit()) {
            pages += 1;
            continue;
        }
        // A page that a reader of PDF joined to the one before begins with one space.
        let is_set_in = sets_in && raw.starts_with(' ') && !raw[1..].starts_with(char::is_whitespace);
        lines.push(TextLine {
            text: words,
            at: at + 1,
            begins_page: begins_page || is_set_in,
            is_apart,
            is_below_rule,
            marks: Vec::new(),
        });
        (is_apart, is_below_rule, begins_page) = (false, false, false);
    }
    (lines, pages)
}

/// Returns true if the lines of a text begin at its left edge, so that a space in front says something.
fn is_set_in(text: &str) -> bool {
    let (mut all, mut spaced) = (0_usize, 0_usize);
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        all += 1;
        spaced += usize::from(line.starts_with(char::is_whitespace));
    }
    spaced * 5 < all
}

/// Takes the footnotes out of the lines, and their marks out of the words.
pub(super) fn take_footnotes(lines: Vec<TextLine>) -> (Vec<TextLine>, Vec<Footnote>) {
    let (mut kept, mut notes): (Vec<TextLine>, Vec<Footnote>) = (Vec::new(), Vec::new());
    let (mut page, mut in_notes) = (0, false);
    for line in lines {
        if line.begins_page {
            (page, in_notes) = (kept.len(), false);
        }
        let next = (notes.len() + 1).to_string();
        let words = line.text.strip_prefix(&next).and_then(|rest| rest.strip_prefix(' '));
        if let Some(words) = words
            && (in_notes || line.is_below_rule || kept.len() > page)
            && take_mark(&mut kept[page..], &next)
        {
            let place = SourcePlace::line(line.at);
            notes.push(Footnote { mark: next, text: words.to_owned(), place });
            in_notes = true;
            continue;
        }
        match notes.last_mut() {
            Some(note) if in_notes => {
                note.text.push(' ');
                note.text.push_str(&line.text);
            }
            _ => kept.push(line),
        }
    }
    (kept, notes)
}

/// Takes a mark that is glued to a word out of the first line that has it.
fn take_mark(lines: &mut [TextLine], mark: &str) -> bool {
    for line in lines {
        let found = line.text.match_indices(mark).find(|(at, _)| is_mark(&line.text, *at, mark.len()));
        if let Some((at, _)) = found {
            line.text.replace_range(at..at + mark.len(), "");
            line.marks.push(mark.to_owned());
            return true;
        }
    }
    false
}

/// Returns true if digits stand right behind a word or a year, and before a gap or a sign.
fn is_mark(text: &str, at: usize, length: usize) -> bool {
    let (before, after) = (&text[..at], &text[at + length..]);
    let ends = after.chars().next().is_none_or(|c| c.is_whitespace() || ".,;:)”\"".contains(c));
    let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let is_year =
        digits == 4 && ["19", "20"].iter().any(|century| before[before.len() - 4..].starts_with(century));
    let is_word = digits == 0 && before.ends_with(|c: char| c.is_lowercase() || ")”\"".contains(c));
    ends && (is_year || is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnotes_leave_the_text_with_their_marks() {
        let text = "- Hoàn thành 11 trường giai đoạn 2024-20251; công nhận 07 \n\ntrường2.\n\n                        \n1 11 trường: MN \
                    Bình Minh, TH \n\nHạ Đình.\n2 03 trường.\n\u{c}3\n\n- Trang sau.";
        let (lines, pages) = text_lines(text);
        let (lines, notes) = take_footnotes(lines);
        let words: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(
            words,
            ["- Hoàn thành 11 trường giai đoạn 2024-2025; công nhận 07", "trường.", "- Trang sau."]
        );
        assert_eq!(lines[0].marks, ["1"]);
        let notes: Vec<(&str, &str)> =
            notes.iter().map(|note| (note.mark.as_str(), note.text.as_str())).collect();
        assert_eq!(notes, [("1", "11 trường: MN Bình Minh, TH Hạ Đình."), ("2", "03 trường.")]);
        assert_eq!(pages, 1);
    }

    #[test]
    fn a_number_without_a_mark_is_no_footnote() {
        let (lines, notes) = take_footnotes(text_lines("Nghiệm thu\n1 lần mỗi năm").0);
        assert_eq!((lines.len(), notes.len()), (2, 0));
    }
}
