//! The parts of the files that join a plan: annexes, and documents with a head of their own.

use crate::import::annexes::AnnexText;
use crate::import::assemble::whole_text;
use crate::import::block::{SourceBlock, SourceText};
use crate::import::closing::read_end;
use crate::import::division::{annex_number, begins_annex, divide};
use crate::import::header::read_head;
use crate::import::letter_case::ProperNames;

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
        number: blocks.first().and_then(annex_number),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::block::paragraphs;

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
