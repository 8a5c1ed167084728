//! The parts of a document: the head, the preamble, the body, the closing words, the annexes.

use super::block::{SourceBlock, SourceParagraph};
use super::marker::Marker;
use super::node::{is_heading, marked};
use crate::vietnamese::fold;

/// The parts of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Division {
    /// The head: issuer, number, title, `Kính gửi`, and the preamble.
    pub opening: Vec<SourceBlock>,
    /// The numbered body.
    pub body: Vec<SourceBlock>,
    /// The closing words, the recipients and the signer.
    pub closing: Vec<SourceBlock>,
    /// The annexes, each from its heading on.
    pub annexes: Vec<Vec<SourceBlock>>,
}

/// Divides the blocks of a document.
pub(super) fn divide(blocks: &[SourceBlock]) -> Division {
    let start = blocks.iter().position(begins_body).or_else(|| first_bullet(blocks));
    let start = first_heading(blocks).filter(|at| start.is_none_or(|start| *at < start)).or(start);
    let annex = blocks.iter().position(begins_annex).filter(|annex| start.is_none_or(|start| *annex > start));
    let recipients =
        blocks.iter().position(begins_recipients).filter(|at| start.is_none_or(|start| *at > start));
    let body_end = recipients.or(annex).unwrap_or(blocks.len());
    let start =
        start.unwrap_or_else(|| blocks.iter().position(is_wide_table).unwrap_or(body_end)).min(body_end);
    let end = before_closing_words(blocks, start, body_end);
    let closing_end =
        annex.filter(|annex| *annex >= body_end).unwrap_or_else(|| first_table(blocks, body_end));
    let part = |from: usize, to: usize| blocks.get(from..to.max(from)).unwrap_or_default().to_vec();
    let mut division = Division {
        opening: part(0, start),
        body: part(start, end),
        closing: part(end, closing_end),
        annexes: Vec::new(),
    };
    for block in part(closing_end, blocks.len()) {
        match division.annexes.last_mut() {
            Some(annex) if !begins_annex(&block) => annex.push(block),
            _ => division.annexes.push(vec![block]),
        }
    }
    division
}

fn paragraph(block: &SourceBlock) -> Option<&SourceParagraph> {
    match block {
        SourceBlock::Paragraph(paragraph) => Some(paragraph),
        SourceBlock::Table(_) => None,
    }
}

/// The first number that is no bullet begins the body.
fn begins_body(block: &SourceBlock) -> bool {
    paragraph(block).is_some_and(|paragraph| marked(paragraph).0.is_some_and(|marker| !marker.is_bullet()))
}

/// The first heading without a number behind the preamble, where something stands below it.
fn first_heading(blocks: &[SourceBlock]) -> Option<usize> {
    const SENTENCE: usize = 60;
    let is_sentence = |block: &SourceBlock| {
        paragraph(block).is_some_and(|words| !words.is_heading && words.text.chars().count() >= SENTENCE)
    };
    let preamble = blocks.iter().position(is_sentence)?;
    let end = blocks
        .iter()
        .position(|block| begins_recipients(block) || begins_annex(block))
        .unwrap_or(blocks.len());
    (preamble + 1..end).find(|at| {
        let is_order = |words: &SourceParagraph| {
            !words.text.chars().any(char::is_lowercase) && words.text.ends_with(':')
        };
        blocks.get(*at).and_then(paragraph).is_some_and(|words| is_heading(words) && !is_order(words))
            && blocks.get(at + 1).and_then(paragraph).is_some_and(|words| !words.is_heading)
    })
}

/// The first bullet, where a document has no other numbers; those of `Kính gửi` aside.
fn first_bullet(blocks: &[SourceBlock]) -> Option<usize> {
    let is_letter = blocks
        .iter()
        .any(|block| paragraph(block).is_some_and(|words| fold(&words.text).starts_with("kinh gui")));
    let is_bullet = |block: &SourceBlock| paragraph(block).is_some_and(|words| marked(words).0.is_some());
    let end = blocks.iter().position(begins_recipients).unwrap_or(blocks.len());
    blocks.iter().take(end).position(is_bullet).filter(|_| !is_letter)
}

fn begins_recipients(block: &SourceBlock) -> bool {
    match block {
        SourceBlock::Paragraph(paragraph) => fold(&paragraph.text).starts_with("noi nhan"),
        SourceBlock::Table(grid) => {
            grid.rows.iter().flatten().any(|cell| fold(&cell.text).trim_start().starts_with("noi nhan"))
        }
    }
}

/// `PHỤ LỤC`, `Phụ lục 01`, `BIỂU 2`: a heading of its own.
pub(super) fn begins_annex(block: &SourceBlock) -> bool {
    paragraph(block).is_some_and(|paragraph| {
        let folded = fold(&paragraph.text);
        let is_head =
            ["phu luc", "bieu so", "bieu mau", "mau so"].iter().any(|head| folded.starts_with(head));
        let is_capital = paragraph.text.starts_with("PHỤ LỤC") || paragraph.text.starts_with("BIỂU");
        is_head
            && paragraph.number.is_none()
            && (is_capital || folded.chars().count() <= 40)
            && !paragraph.text.ends_with(['.', ';'])
    })
}

/// The number in the heading of an annex: `PHỤ LỤC 02`, `Phụ lục II`, `Phụ lục số 3`.
pub(super) fn annex_number(block: &SourceBlock) -> Option<u32> {
    let heading = paragraph(block).filter(|_| begins_annex(block))?;
    annex_number_in(&heading.text)
}

/// The number of the annex that words begin with: `Phụ lục 02, TT 3`.
pub(super) fn annex_number_in(words: &str) -> Option<u32> {
    if !fold(words).starts_with("phu luc") {
        return None;
    }
    let mut behind = words.split_whitespace().skip(2).filter(|word| fold(word) != "so");
    let word = behind.next()?.trim_matches(|c: char| !c.is_alphanumeric());
    if let Ok(number) = word.parse() {
        return Some(number).filter(|number| (1..1000).contains(number));
    }
    match Marker::split(&format!("{word}. x"))?.0 {
        Marker::Roman(number) => Some(number),
        _ => None,
    }
}

fn is_wide_table(block: &SourceBlock) -> bool {
    matches!(block, SourceBlock::Table(grid) if grid.rows.first().is_some_and(|row| row.len() >= 3))
}

/// The first table behind the signer: an annex without a heading.
fn first_table(blocks: &[SourceBlock], from: usize) -> usize {
    let found = blocks.iter().skip(from).position(|block| is_wide_table(block) && !begins_recipients(block));
    found.map_or(blocks.len(), |at| from + at)
}

/// The place before `Trên đây là …` and the other paragraphs without a number that close the body with `./.`.
fn before_closing_words(blocks: &[SourceBlock], start: usize, end: usize) -> usize {
    const WORDS: [&str; 9] = [
        "tren day la",
        "yeu cau cac",
        "yeu cau thu truong",
        "de nghi cac",
        "trong qua trinh",
        "nhan duoc",
        "can cu ke hoach nay",
        "ke hoach nay",
        "giao van phong",
    ];
    let mut first = end;
    for at in (start..end).rev() {
        let Some(paragraph) = blocks.get(at).and_then(paragraph) else { break };
        let folded = fold(&paragraph.text);
        let is_free = marked(paragraph).0.is_none();
        let is_bracket = paragraph.text.starts_with('(') && paragraph.text.ends_with(')');
        let is_closing = paragraph.text.contains("./.")
            || WORDS.iter().any(|words| folded.starts_with(words))
            || is_bracket;
        if !is_free || !is_closing {
            break;
        }
        first = at;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::block::paragraphs;

    #[test]
    fn annexes_have_the_numbers_of_their_headings() {
        for (heading, known) in [
            ("PHỤ LỤC 02", Some(2)),
            ("Phụ lục II", Some(2)),
            ("Phụ lục số 3", Some(3)),
            ("PHỤ LỤC SỐ 04: CHỈ TIÊU", Some(4)),
            ("PHỤ LỤC", None),
            ("BIỂU 2", None),
        ] {
            assert_eq!(annex_number(&paragraphs(&[heading])[0]), known, "{heading}");
        }
    }

    #[test]
    fn a_document_falls_into_its_parts() {
        let words = [
            "KẾ HOẠCH",
            "Thực hiện Nghị quyết",
            "I. A",
            "- B",
            "Trên đây là Kế hoạch.",
            "Yêu cầu các đơn vị./.",
            "Nơi nhận:",
            "- Như trên;",
            "CHỦ TỊCH",
            "PHỤ LỤC 01",
            "Chỉ tiêu",
            "Phụ lục II",
            "Nhiệm vụ",
        ];
        let blocks: Vec<SourceBlock> = words
            .iter()
            .map(|words| {
                SourceBlock::Paragraph(SourceParagraph {
                    text: (*words).to_owned(),
                    ..SourceParagraph::default()
                })
            })
            .collect();
        let division = divide(&blocks);
        let annexes: Vec<usize> = division.annexes.iter().map(Vec::len).collect();
        assert_eq!(
            (division.opening.len(), division.body.len(), division.closing.len(), annexes),
            (2, 2, 5, vec![2, 2])
        );
    }
}
