//! The end of a document: closing words, recipients, signer.

use super::block::SourceBlock;
use super::letter_case::{ProperNames, office_case};
use super::plan::ImportedSigner;
use crate::vietnamese::fold;

/// The end of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct DocumentEnd {
    /// The closing words.
    pub words: Vec<String>,
    /// The recipients (Nơi nhận).
    pub recipients: Vec<String>,
    /// The signer.
    pub signer: Option<ImportedSigner>,
    /// The lines of the signer, as they stand.
    pub signed: Vec<String>,
}

/// Reads the end of a document.
pub(super) fn read_end(closing: &[SourceBlock]) -> DocumentEnd {
    let mut end = DocumentEnd::default();
    let mut is_listing = false;
    for (text, is_bullet) in lines(closing) {
        let folded = fold(&text);
        if folded.starts_with("noi nhan") {
            is_listing = true;
            let rest = text.split_once(':').map(|(_, rest)| rest.trim()).unwrap_or_default();
            end.recipients.extend(rest.split(['-', ';']).map(recipient).filter(|words| !words.is_empty()));
        } else if !is_listing {
            end.words.push(text);
        } else if is_bullet {
            end.recipients.push(recipient(&text));
        } else {
            end.signed.push(text);
        }
    }
    end.signer = signer(&end.signed);
    end
}

fn recipient(text: &str) -> String {
    text.trim_start_matches(['-', '+', ' ']).trim_end_matches(['.', ';', ' ']).to_owned()
}

/// The lines with a sign whether a bullet stands before them.
fn lines(blocks: &[SourceBlock]) -> Vec<(String, bool)> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            SourceBlock::Paragraph(paragraph) => {
                let is_bullet = paragraph.number.is_some() || paragraph.text.starts_with(['-', '+', '–']);
                lines.push((paragraph.text.clone(), is_bullet));
            }
            SourceBlock::Table(grid) => {
                let width = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
                for column in 0..width {
                    let own =
                        grid.rows.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_from_left);
                    lines.extend(own.flat_map(|cell| {
                        cell.text.lines().map(|line| (line.to_owned(), line.starts_with(['-', '+', '–'])))
                    }));
                }
            }
        }
    }
    lines
}

/// `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`, and the name below.
fn signer(lines: &[String]) -> Option<ImportedSigner> {
    let is_upper =
        |line: &&String| !line.chars().any(char::is_lowercase) && line.chars().any(char::is_alphabetic);
    let offices: Vec<&String> = lines.iter().filter(is_upper).collect();
    let name = lines.iter().rev().find(|line| {
        let words = line.split(' ').count();
        (2..=6).contains(&words)
            && line.split(' ').all(|word| word.starts_with(char::is_uppercase))
            && line.chars().any(char::is_lowercase)
    });
    let names = ProperNames::default();
    let is_capacity = |line: &str| ["TM", "KT", "TL", "TUQ"].iter().any(|short| line.starts_with(short));
    let (title, before) = match offices.as_slice() {
        [] => (None, Vec::new()),
        [only] if is_capacity(only) => (None, vec![*only]),
        [before @ .., last] => (Some(office_case(last, &names)), before.to_vec()),
    };
    let capacity: Vec<String> = before.into_iter().map(|line| office_case(line, &names)).collect();
    let capacity = (!capacity.is_empty()).then(|| capacity.join(", "));
    let signer = ImportedSigner { name: name.cloned(), title, capacity };
    (signer != ImportedSigner::default()).then_some(signer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::block::paragraphs;

    fn end(lines: &[&str]) -> DocumentEnd {
        read_end(&paragraphs(lines))
    }

    #[test]
    fn recipients_and_signer_are_read() {
        let read = end(&[
            "Trên đây là Kế hoạch./.",
            "Nơi nhận:",
            "- Sở Ví Dụ;",
            "- Lưu: VT.",
            "TM. ỦY BAN NHÂN DÂN",
            "KT. CHỦ TỊCH",
            "PHÓ CHỦ TỊCH",
            "Trần Văn Mẫu",
        ]);
        assert_eq!(
            (read.words.len(), read.recipients),
            (1, vec!["Sở Ví Dụ".to_owned(), "Lưu: VT".to_owned()])
        );
        let signer = read.signer.unwrap();
        assert_eq!(signer.name.as_deref(), Some("Trần Văn Mẫu"));
        assert_eq!(signer.title.as_deref(), Some("Phó Chủ tịch"));
        assert_eq!(signer.capacity.as_deref(), Some("TM. Ủy ban nhân dân, KT. Chủ tịch"));
    }

    #[test]
    fn a_head_of_a_committee_has_a_capacity() {
        let read = end(&["Nơi nhận:", "- A;", "TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND QUẬN", "Trần Văn Mẫu"]);
        let signer = read.signer.unwrap();
        assert_eq!(
            (signer.title.as_deref(), signer.capacity.as_deref()),
            (Some("Phó Chủ tịch UBND quận"), Some("Trưởng ban"))
        );
    }
}
