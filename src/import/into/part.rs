//! The parts of the files that join a plan: annexes, and documents with a head of their own.

use crate::import::annexes::AnnexText;
use crate::import::assemble::whole_text;
use crate::import::block::{SourceBlock, SourceText};
use crate::import::closing::read_end;
use crate::import::division::{begins_annex, divide};
use crate::import::header::read_head;
use crate::import::letter_case::ProperNames;
use crate::import::marker::Marker;
use crate::vietnamese::fold;

/// A part of a file.
#[derive(Debug, Clone)]
pub(super) struct JoiningPart<'b> {
    /// The blocks with entries.
    pub(super) text: AnnexText<'b>,
    /// True for a document, false for an annex.
    pub(super) is_document: bool,
    /// The number that the heading of an annex names.
    pub(super) number: Option<u32>,
    /// The title of a document.
    pub(super) title: Option<String>,
    /// The head and the preamble of a document, as they stand.
    pub(super) opening: Vec<String>,
    /// The closing words of a document, as they stand.
    pub(super) closing: Vec<String>,
}

/// The parts of a file, in their order.
pub(super) fn parts(text: &SourceText) -> Vec<JoiningPart<'_>> {
    let annex = |blocks: Vec<SourceBlock>| JoiningPart {
        number: blocks.first().and_then(number),
        text: AnnexText { blocks, footnotes: &text.footnotes },
        is_document: false,
        title: None,
        opening: Vec::new(),
        closing: Vec::new(),
    };
    let division = divide(&text.blocks);
    let names = ProperNames::of(&whole_text(std::slice::from_ref(text)));
    let head = read_head(&division.opening, &names);
    if head.kind.is_none() {
        let mut annexes: Vec<Vec<SourceBlock>> = Vec::new();
        for block in &text.blocks {
            match annexes.last_mut() {
                Some(open) if !begins_annex(block) => open.push(block.clone()),
                _ => annexes.push(vec![block.clone()]),
            }
        }
        return annexes.into_iter().map(annex).collect();
    }
    let end = read_end(&division.closing);
    let recipients = end.recipients.iter().map(|words| format!("- {words}"));
    let document = JoiningPart {
        text: AnnexText { blocks: division.body, footnotes: &text.footnotes },
        is_document: true,
        number: None,
        title: head.title.map(|title| title.text),
        opening: head.lines.into_iter().chain(head.preamble).collect(),
        closing: end.words.iter().cloned().chain(recipients).chain(end.signed.clone()).collect(),
    };
    std::iter::once(document).chain(division.annexes.into_iter().map(annex)).collect()
}

/// The number in the heading of an annex: `PHỤ LỤC 02`, `Phụ lục II`.
fn number(block: &SourceBlock) -> Option<u32> {
    let SourceBlock::Paragraph(paragraph) = block else { return None };
    if !begins_annex(block) || !fold(&paragraph.text).starts_with("phu luc") {
        return None;
    }
    let word = paragraph.text.split_whitespace().nth(2)?.trim_matches(|c: char| !c.is_alphanumeric());
    if let Ok(number) = word.parse() {
        return Some(number).filter(|number| (1..1000).contains(number));
    }
    match Marker::split(&format!("{word}. x"))?.0 {
        Marker::Roman(number) => Some(number),
        _ => None,
    }
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
            ("Phụ lục số 3", None),
            ("PHỤ LỤC", None),
            ("BIỂU 2", None),
        ] {
            assert_eq!(number(&paragraphs(&[heading])[0]), known, "{heading}");
        }
    }

    #[test]
    fn a_file_falls_into_documents_and_annexes() {
        let text = |lines: &[&str]| SourceText { blocks: paragraphs(lines), ..SourceText::default() };
        let annexes = text(&["PHỤ LỤC I", "Chỉ tiêu", "PHỤ LỤC II", "- Rà soát."]);
        let kinds = |text: &SourceText| -> Vec<(bool, usize)> {
            parts(text).iter().map(|part| (part.is_document, part.text.blocks.len())).collect()
        };
        assert_eq!(kinds(&annexes), [(false, 2), (false, 2)]);
        let document =
            text(&["KẾ HOẠCH", "Bổ sung", "I. VIỆC", "- Rà soát.", "Nơi nhận:", "- VT.", "PHỤ LỤC", "- A."]);
        assert_eq!(kinds(&document), [(true, 2), (false, 2)]);
        let first = &parts(&document)[0];
        assert_eq!((first.opening.len(), first.closing.as_slice()), (2, ["- VT".to_owned()].as_slice()));
    }
}
