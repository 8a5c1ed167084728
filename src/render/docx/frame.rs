//! The head and the end of an office's document, in the sizes of the example in Decree 30/2020/NĐ-CP, Phụ lục I.

use std::fmt::Write;

use super::table::text_width;
use super::words::one_line;
use super::xml::{Paragraph, Run};
use crate::document::{AnnexHead, Frame, MOTTO, NATION};
use crate::language::{Lang, Message};
use crate::sanitize::visible;

/// The width of the left column of the head and of the end, in twentieths of a point: 68 mm, which leaves Quốc hiệu its
/// 88 mm.
const LEFT: u32 = 3850;

/// The space on either side of a cell's text.
const CELL_MARGIN: u32 = 28;

/// The length of Tiêu ngữ in 13 pt bold, measured.
const MOTTO_LENGTH: u32 = 3183;

/// The lines left for the signature and the seal.
const SIGNING_LINES: usize = 4;

/// The parts of the text in half points.
mod size {
    pub(super) const OFFICE: u32 = 24;
    pub(super) const MOTTO: u32 = 26;
    pub(super) const NUMBER: u32 = 26;
    pub(super) const REGARDING: u32 = 24;
    pub(super) const TITLE: u32 = 28;
    pub(super) const RECIPIENTS: u32 = 24;
    pub(super) const RECIPIENT: u32 = 22;
}

/// Appends what stands above the text.
pub(super) fn head(frame: &Frame, width: u32, lang: Lang, out: &mut String) {
    let columns = [LEFT, width - LEFT];
    let inner = columns.map(|column| column - 2 * CELL_MARGIN);
    open(columns, out);
    row(columns, [offices(frame, inner[0]), nation(inner[1], lang)], out);
    let mut left = String::new();
    let number = one_line(&frame.numbered(), lang);
    Paragraph::line("center", 60).push(&mut left, &[Run::plain(&number).sized(size::NUMBER)]);
    if let Some(regarding) = frame.regarding() {
        for (at, line) in balanced(&one_line(&regarding, lang), size::REGARDING, inner[0]).iter().enumerate()
        {
            let before = if at == 0 { 120 } else { 0 };
            Paragraph::line("center", before).push(&mut left, &[Run::plain(line).sized(size::REGARDING)]);
        }
    }
    let mut right = String::new();
    let day = one_line(&frame.place_and_day(), lang);
    Paragraph::line("center", 60).push(&mut right, &[Run::italic(&day).sized(size::NUMBER)]);
    row(columns, [left, right], out);
    out.push_str("</w:tbl>");
    if let Some(kind) = &frame.kind {
        title(kind, &frame.subject, width, lang, out);
    }
    addressees(frame, lang, out);
}

/// Appends what stands below the text.
pub(super) fn end(frame: &Frame, width: u32, lang: Lang, out: &mut String) {
    let columns = [LEFT, width - LEFT];
    let mut left = String::new();
    let recipients = Message::fixed("Nơi nhận:", "Recipients:");
    Paragraph::line("left", 0)
        .push(&mut left, &[Run::bold(recipients.get(lang)).slanted().sized(size::RECIPIENTS)]);
    for line in &frame.recipients {
        Paragraph::line("left", 0)
            .push(&mut left, &[Run::plain(&one_line(line, lang)).sized(size::RECIPIENT)]);
    }
    let mut right = String::new();
    for line in frame.signature.capacity() {
        Paragraph::line("center", 0).push(&mut right, &[Run::bold(&visible(&line)).sized(size::TITLE)]);
    }
    for _ in 0..SIGNING_LINES {
        Paragraph::line("center", 0).push(&mut right, &[Run::bold("\u{a0}").sized(size::TITLE)]);
    }
    let name = visible(frame.signature.signed());
    Paragraph::name().push(&mut right, &[Run::bold(&name).sized(size::TITLE)]);
    Paragraph::line("left", 0).below(120).push(out, &[]);
    open(columns, out);
    row(columns, [left, right], out);
    out.push_str("</w:tbl>");
}

/// Appends the head of an annex.
pub(super) fn annex(head: &AnnexHead, width: u32, lang: Lang, out: &mut String) {
    let [label, title, attached] = [&head.label, &head.title, &head.attached].map(|it| one_line(it, lang));
    Paragraph::named().push(out, &[Run::bold(&label).sized(size::TITLE)]);
    Paragraph::line("center", 0).push(out, &[Run::bold(&title).sized(size::TITLE)]);
    Paragraph::line("center", 0).push(out, &[Run::italic(&attached).sized(size::TITLE)]);
    Paragraph::rule(width, short_rule(&[attached], size::TITLE, width)).push(out, &[]);
    Paragraph::line("center", 0).below(60).push(out, &[]);
}

/// The offices, and the line below them.
fn offices(frame: &Frame, width: u32) -> String {
    let (superior, office) = frame.offices();
    let mut out = String::new();
    for line in superior.iter().flat_map(|name| balanced(&visible(name), size::OFFICE, width)) {
        Paragraph::line("center", 0).push(&mut out, &[Run::plain(&line).sized(size::OFFICE)]);
    }
    let lines = balanced(&visible(&office), size::OFFICE, width);
    for line in &lines {
        Paragraph::line("center", 0).push(&mut out, &[Run::bold(line).sized(size::OFFICE)]);
    }
    Paragraph::rule(width, short_rule(&lines, size::OFFICE, width)).push(&mut out, &[]);
    out
}

/// Quốc hiệu and Tiêu ngữ, with a line as long as the latter.
fn nation(width: u32, lang: Lang) -> String {
    let mut out = String::new();
    Paragraph::line("center", 0).push(&mut out, &[Run::bold(NATION.get(lang)).sized(size::OFFICE)]);
    Paragraph::line("center", 0).push(&mut out, &[Run::bold(MOTTO.get(lang)).sized(size::MOTTO)]);
    let length = match lang {
        Lang::Vi => MOTTO_LENGTH,
        Lang::En => text_width(MOTTO.get(lang), size::MOTTO),
    };
    Paragraph::rule(width, length).push(&mut out, &[]);
    out
}

/// The name of the kind, the subject, and a line below it.
fn title(kind: &Message, subject: &Message, width: u32, lang: Lang, out: &mut String) {
    let kind = one_line(kind, lang).to_uppercase();
    Paragraph::named().below(240).push(out, &[Run::bold(&kind).sized(size::TITLE)]);
    let lines = balanced(&one_line(subject, lang), size::TITLE, width * 9 / 10);
    for line in &lines {
        Paragraph::line("center", 0).push(out, &[Run::bold(line).sized(size::TITLE)]);
    }
    Paragraph::rule(width, short_rule(&lines, size::TITLE, width)).push(out, &[]);
}

/// The addressees: one on the line of *Kính gửi* in the middle, several with their dashes below its colon.
fn addressees(frame: &Frame, lang: Lang, out: &mut String) {
    let lines: Vec<String> = frame.addressed().iter().map(|line| one_line(line, lang)).collect();
    match lines.as_slice() {
        [] => {}
        [one] => Paragraph::line("center", 240).push(out, &[Run::plain(one)]),
        [first, others @ ..] => {
            const MARGIN: u32 = 1701;
            Paragraph::line("left", 240).set_in(MARGIN).push(out, &[Run::plain(first)]);
            let below = MARGIN + text_width(first, size::TITLE);
            for line in others {
                Paragraph::line("left", 0).set_in(below).push(out, &[Run::plain(line)]);
            }
        }
    }
    Paragraph::line("left", 0).push(out, &[]);
}

/// The length of the short line below a name: between a third and a half of its longest line.
fn short_rule(lines: &[String], size: u32, width: u32) -> u32 {
    let longest = lines.iter().map(|line| text_width(line, size)).max().unwrap_or(0).min(width);
    longest * 2 / 5
}

/// First syllables of words in the names of offices, and words that name what follows: no line ends with them.
const BINDING: &[&str] = &[
    "ủy",
    "nhân",
    "giáo",
    "đào",
    "quận",
    "huyện",
    "phường",
    "xã",
    "tỉnh",
    "thành",
    "thị",
    "văn",
    "tài",
    "kế",
    "công",
    "chỉ",
    "nhiệm",
    "kết",
    "thực",
    "tình",
    "của",
    "năm",
    "tháng",
];

/// A text in as few lines as a width needs, all of nearly the same length: a lone word on a line of its own is ugly.
fn balanced(text: &str, size: u32, width: u32) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    // Letters in bold are wider by a tenth.
    let room = width * 10 / 11;
    let fewest = wrapped(&words, size, room).len();
    // The least cost of the words up to each number of them, in so many lines, and where the last of these begins.
    let mut costs: Vec<Option<(u64, usize)>> = vec![None; words.len() + 1];
    costs[0] = Some((0, 0));
    let mut begins = Vec::new();
    for _ in 0..fewest {
        let mut next = vec![None; words.len() + 1];
        for (from, cost) in costs.iter().enumerate().filter_map(|(from, cost)| Some((from, (*cost)?.0))) {
            for end in from + 1..=words.len() {
                let wide = text_width(&words[from..end].join(" "), size);
                if wide > room && end > from + 1 {
                    break;
                }
                let cost =
                    cost + line_cost(room.saturating_sub(wide), room, words.get(end - 1), end < words.len());
                if next[end].is_none_or(|(best, _)| cost < best) {
                    next[end] = Some((cost, from));
                }
            }
        }
        begins.push(next.clone());
        costs = next;
    }
    let (mut lines, mut end) = (Vec::new(), words.len());
    for line in begins.iter().rev() {
        let begin = line[end].map_or(0, |(_, begin)| begin);
        lines.push(words[begin..end].join(" "));
        end = begin;
    }
    lines.reverse();
    lines
}

/// The cost of a line: the square of the room that it leaves, and much for an end that parts what belongs together.
fn line_cost(left: u32, room: u32, last: Option<&&str>, has_next: bool) -> u64 {
    let binds = has_next && last.is_some_and(|word| BINDING.contains(&&*word.to_lowercase()));
    let parted = if binds { u64::from(room / 2).pow(2) } else { 0 };
    u64::from(left).pow(2) + parted
}

fn wrapped(words: &[&str], size: u32, room: u32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line} {word}"), size) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push((*word).to_owned()),
        }
    }
    lines
}

fn open(columns: [u32; 2], out: &mut String) {
    let width: u32 = columns.iter().sum();
    let _ = write!(
        out,
        "<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>\
         <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"{CELL_MARGIN}\" w:type=\"dxa\"/>\
         <w:right w:w=\"{CELL_MARGIN}\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
    );
    for column in columns {
        let _ = write!(out, "<w:gridCol w:w=\"{column}\"/>");
    }
    out.push_str("</w:tblGrid>");
}

fn row(columns: [u32; 2], cells: [String; 2], out: &mut String) {
    out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    for (width, content) in columns.iter().zip(cells) {
        let _ = write!(
            out,
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:vAlign w:val=\"top\"/></w:tcPr>{content}</w:tc>"
        );
    }
    out.push_str("</w:tr>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_long_name_are_balanced() {
        let lines = balanced("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO QUẬN MINH HỌA", size::OFFICE, LEFT - 2 * CELL_MARGIN);
        assert_eq!(lines, ["PHÒNG GIÁO DỤC VÀ", "ĐÀO TẠO QUẬN MINH HỌA"]);
        assert_eq!(balanced("", size::OFFICE, 100), Vec::<String>::new());
        // A word wider than the column is a line of its own.
        assert_eq!(balanced("ABCDEFGHIJKLMNOPQRSTUVWXYZ B", size::OFFICE, 100).len(), 2);
    }

    #[test]
    fn short_lines_are_between_a_third_and_a_half() {
        let name = vec!["PHÒNG GIÁO DỤC VÀ ĐÀO TẠO".to_owned()];
        let (length, rule) = (text_width(&name[0], 24), short_rule(&name, 24, 9071));
        assert!(rule * 3 >= length && rule * 2 <= length, "{rule} {length}");
    }
}
