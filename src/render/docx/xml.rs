//! Paragraphs and runs of `WordprocessingML`.

use std::fmt::Write;

use crate::package::push_escaped;

/// The size of running text, in half points: 14 pt.
const TEXT_SIZE: u32 = 28;

/// A run of characters in one style.
#[derive(Debug, Clone)]
pub(super) struct Run {
    text: String,
    is_bold: bool,
    is_italic: bool,
    size: u32,
}

/// The layout of a paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paragraph {
    style: &'static str,
    align: &'static str,
    /// The space above and below, in twentieths of a point.
    space: (u32, u32),
    /// The indent of the first line, in twentieths of a point.
    first_line: u32,
    /// The indents of all lines on the left and on the right, in twentieths of a point.
    sides: (u32, u32),
    /// True if it stays on the page of the paragraph after it.
    keeps_next: bool,
    /// True for a line without text: a paragraph of 2 pt with a border below.
    is_rule: bool,
}

impl Run {
    /// A run of running text.
    pub(super) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), is_bold: false, is_italic: false, size: TEXT_SIZE }
    }

    /// A run in bold.
    pub(super) fn bold(text: &str) -> Self {
        Self { is_bold: true, ..Self::plain(text) }
    }

    /// A run in italics.
    pub(super) fn italic(text: &str) -> Self {
        Self { is_italic: true, ..Self::plain(text) }
    }

    /// The same run in italics as well.
    #[must_use]
    pub(super) fn slanted(self) -> Self {
        Self { is_italic: true, ..self }
    }

    /// The same run in a size of half points.
    #[must_use]
    pub(super) fn sized(self, size: u32) -> Self {
        Self { size, ..self }
    }

    /// Appends the run; a line break of the text becomes one of the document.
    fn push(&self, out: &mut String) {
        if self.text.is_empty() {
            return;
        }
        out.push_str("<w:r>");
        self.push_properties(out);
        for (at, line) in self.text.split('\n').enumerate() {
            if at > 0 {
                out.push_str("<w:br/>");
            }
            out.push_str("<w:t xml:space=\"preserve\">");
            push_escaped(line, out);
            out.push_str("</w:t>");
        }
        out.push_str("</w:r>");
    }

    fn push_properties(&self, out: &mut String) {
        out.push_str("<w:rPr>");
        if self.is_bold {
            out.push_str("<w:b/><w:bCs/>");
        }
        if self.is_italic {
            out.push_str("<w:i/><w:iCs/>");
        }
        let size = self.size;
        let _ = write!(out, "<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr>");
    }
}

impl Paragraph {
    const fn new(style: &'static str, align: &'static str) -> Self {
        Self { style, align, space: (0, 0), first_line: 0, sides: (0, 0), keeps_next: false, is_rule: false }
    }

    /// The title of a document.
    pub(super) const fn title() -> Self {
        Self { space: (120, 0), keeps_next: true, ..Self::new("Title", "center") }
    }

    /// A line in the middle of the page.
    pub(super) const fn centred() -> Self {
        Self { space: (0, 60), keeps_next: true, ..Self::new("Normal", "center") }
    }

    /// The heading of a part.
    pub(super) const fn heading() -> Self {
        Self { space: (240, 60), keeps_next: true, ..Self::new("Heading1", "left") }
    }

    /// Running text: justified, the first line set in by 1.27 cm, 6 pt between paragraphs.
    pub(super) const fn body() -> Self {
        Self { space: (120, 0), first_line: 720, ..Self::new("Normal", "both") }
    }

    /// A remark below a table.
    pub(super) const fn note() -> Self {
        Self { space: (60, 60), ..Self::new("Normal", "both") }
    }

    /// A line of a head or a signature, so far below the one above it.
    pub(super) const fn line(align: &'static str, before: u32) -> Self {
        Self { space: (before, 0), keeps_next: true, ..Self::new("Normal", align) }
    }

    /// The name below a signature, the last line of the text.
    pub(super) const fn name() -> Self {
        Self::new("Normal", "center")
    }

    /// A solid line in the middle of a given width, drawn as a border: underlines and rows of signs are what the
    /// decree does not know.
    pub(super) const fn rule(width: u32, length: u32) -> Self {
        let side = width.saturating_sub(length) / 2;
        Self {
            sides: (side, side),
            space: (20, 0),
            keeps_next: true,
            is_rule: true,
            ..Self::new("Normal", "center")
        }
    }

    /// The heading of a part of running text.
    pub(super) const fn part() -> Self {
        Self { space: (120, 0), first_line: 720, keeps_next: true, ..Self::new("Heading1", "both") }
    }

    /// The title of a document that has a head.
    pub(super) const fn named() -> Self {
        Self { space: (0, 0), keeps_next: true, ..Self::new("Title", "center") }
    }

    /// The same paragraph with all lines set in from the left.
    #[must_use]
    pub(super) const fn set_in(self, left: u32) -> Self {
        Self { sides: (left, self.sides.1), ..self }
    }

    /// The same paragraph with a space above it.
    #[must_use]
    pub(super) const fn below(self, before: u32) -> Self {
        Self { space: (before, self.space.1), ..self }
    }

    /// The text of a table's cell.
    pub(super) const fn cell(align: &'static str) -> Self {
        Self { space: (40, 40), ..Self::new("Normal", align) }
    }

    /// Appends the paragraph.
    pub(super) fn push(self, out: &mut String, runs: &[Run]) {
        let Self {
            style,
            align,
            space: (before, after),
            first_line,
            sides: (left, right),
            keeps_next,
            is_rule,
        } = self;
        out.push_str("<w:p><w:pPr>");
        if style != "Normal" {
            let _ = write!(out, "<w:pStyle w:val=\"{style}\"/>");
        }
        if keeps_next {
            out.push_str("<w:keepNext/>");
        }
        if is_rule {
            out.push_str(
                "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/></w:pBdr>",
            );
        }
        let line =
            if is_rule { "w:line=\"40\" w:lineRule=\"exact\"" } else { "w:line=\"240\" w:lineRule=\"auto\"" };
        let _ = write!(out, "<w:spacing w:before=\"{before}\" w:after=\"{after}\" {line}/>");
        if (left, right, first_line) != (0, 0, 0) {
            out.push_str("<w:ind");
            for (name, indent) in [("left", left), ("right", right), ("firstLine", first_line)] {
                if indent > 0 {
                    let _ = write!(out, " w:{name}=\"{indent}\"");
                }
            }
            out.push_str("/>");
        }
        let _ = write!(out, "<w:jc w:val=\"{align}\"/></w:pPr>");
        for run in runs {
            run.push(out);
        }
        out.push_str("</w:p>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_become_breaks() {
        let mut out = String::new();
        Paragraph::cell("left").push(&mut out, &[Run::plain("a\nb"), Run::plain("")]);
        assert_eq!(out.matches("<w:br/>").count(), 1);
        assert_eq!(out.matches("<w:r>").count(), 1);
    }
}
