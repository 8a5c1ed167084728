//! The tree of a document: paragraphs under the numbers above them.

use super::block::{SourceBlock, SourceGrid, SourceParagraph, SourcePlace};
use super::marker::Marker;

/// A paragraph or a table, with what stands below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct OutlineNode {
    /// The number; none for a paragraph without one.
    pub marker: Option<Marker>,
    /// The words behind the number.
    pub text: String,
    /// The marks of the footnotes.
    pub marks: Vec<String>,
    /// The table, if the node is one.
    pub grid: Option<SourceGrid>,
    /// The place.
    pub place: SourcePlace,
    /// The nodes below.
    pub children: Vec<OutlineNode>,
}

impl OutlineNode {
    /// The node of a paragraph.
    pub(super) fn of(paragraph: &SourceParagraph) -> Self {
        let (marker, text) = marked(paragraph);
        Self {
            marker,
            text: text.to_owned(),
            marks: paragraph.marks.clone(),
            place: paragraph.place,
            ..Self::default()
        }
    }
}

/// The number of a paragraph, automatic or typed, and the words behind it.
pub(super) fn marked(paragraph: &SourceParagraph) -> (Option<Marker>, &str) {
    let automatic = paragraph.number.as_deref().and_then(|number| {
        let probe = format!("{number} x");
        Marker::split(&probe).map(|(marker, _)| marker)
    });
    if let Some(marker) = automatic {
        return (Some(marker), &paragraph.text);
    }
    match Marker::split(&paragraph.text) {
        Some((marker, rest)) => (Some(marker), rest),
        None if paragraph.number.is_some() => (Some(Marker::Dash), &paragraph.text),
        None => (None, &paragraph.text),
    }
}

/// Returns true for a heading without a number; a whole sentence in bold type is none.
pub(super) fn is_heading(paragraph: &SourceParagraph) -> bool {
    const LONGEST: usize = 120;
    paragraph.is_heading
        && marked(paragraph).0.is_none()
        && paragraph.text.chars().count() <= LONGEST
        && !paragraph.text.ends_with(['.', ';', ','])
        && !paragraph.text.starts_with('(')
}

/// Makes the tree of the blocks of a body.
pub(super) fn tree(blocks: &[SourceBlock]) -> Vec<OutlineNode> {
    let mut roots = Vec::new();
    let mut open: Vec<OutlineNode> = Vec::new();
    let mut headings = 0;
    for block in blocks {
        match block {
            SourceBlock::Paragraph(paragraph) => {
                let mut node = OutlineNode::of(paragraph);
                if is_heading(paragraph) {
                    headings += 1;
                    node.marker = Some(Marker::Heading(headings));
                }
                match &node.marker {
                    Some(marker) => {
                        let level = marker.level();
                        let is_inner = |open: &OutlineNode| {
                            open.marker.as_ref().is_some_and(|marker| marker.level() < level)
                        };
                        while open.last().is_some_and(|last| !is_inner(last)) {
                            close(&mut open, &mut roots);
                        }
                        open.push(node);
                    }
                    None => attach(&mut open, &mut roots, node),
                }
            }
            SourceBlock::Table(grid) => {
                while open.last().is_some_and(|last| last.marker.as_ref().is_some_and(Marker::is_bullet)) {
                    close(&mut open, &mut roots);
                }
                let node =
                    OutlineNode { grid: Some(grid.clone()), place: grid.place, ..OutlineNode::default() };
                attach(&mut open, &mut roots, node);
            }
        }
    }
    while !open.is_empty() {
        close(&mut open, &mut roots);
    }
    roots
}

fn close(open: &mut Vec<OutlineNode>, roots: &mut Vec<OutlineNode>) {
    if let Some(node) = open.pop() {
        attach(open, roots, node);
    }
}

fn attach(open: &mut [OutlineNode], roots: &mut Vec<OutlineNode>, node: OutlineNode) {
    match open.last_mut() {
        Some(parent) => parent.children.push(node),
        None => roots.push(node),
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    fn shown(nodes: &[OutlineNode], depth: usize, out: &mut String) {
        for node in nodes {
            let _ = writeln!(out, "{}{}", " ".repeat(depth), node.text);
            shown(&node.children, depth + 1, out);
        }
    }

    #[test]
    fn paragraphs_stand_under_the_numbers_above_them() {
        let words = ["I. A", "1. B", "đoạn", "- C", "+ D", "+ E", "2. F", "a) G", "- H", "II. K"];
        let blocks: Vec<SourceBlock> = words
            .iter()
            .map(|words| {
                SourceBlock::Paragraph(SourceParagraph {
                    text: (*words).to_owned(),
                    ..SourceParagraph::default()
                })
            })
            .collect();
        let mut out = String::new();
        shown(&tree(&blocks), 0, &mut out);
        assert_eq!(out, "A\n B\n  đoạn\n  C\n   D\n   E\n F\n  G\n   H\nK\n");
    }
}
