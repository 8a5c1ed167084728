//! The pages of a section: A4, the margins of Decree 30/2020/NĐ-CP as the page lies, its own page numbers.

use std::fmt::Write;

use crate::document::Orientation;

/// A4, in twentieths of a point.
const SHORT: u32 = 11906;
const LONG: u32 = 16838;

/// The margins: 20 mm at the top, at the bottom and on the right, 30 mm on the left.
const TOP: u32 = 1134;
const LEFT: u32 = 1701;
const RIGHT: u32 = 1134;

/// The layout of a section's pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SectionLayout {
    orientation: Orientation,
}

impl SectionLayout {
    /// Returns the layout of an orientation.
    pub(super) const fn of(orientation: Orientation) -> Self {
        Self { orientation }
    }

    /// The width of the text, in twentieths of a point.
    pub(super) const fn text_width(self) -> u32 {
        self.size().0 - LEFT - RIGHT
    }

    const fn size(self) -> (u32, u32) {
        match self.orientation {
            Orientation::Portrait => (SHORT, LONG),
            Orientation::Landscape => (LONG, SHORT),
        }
    }

    /// Appends the properties that end a section before another: those of a paragraph as small as can be.
    pub(super) fn close(self, out: &mut String) {
        out.push_str(
            "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>",
        );
        self.push(out);
        out.push_str("</w:pPr></w:p>");
    }

    /// Appends the properties that end the last section of a document.
    pub(super) fn push(self, out: &mut String) {
        let (width, height) = self.size();
        let orient = match self.orientation {
            Orientation::Portrait => "",
            Orientation::Landscape => " w:orient=\"landscape\"",
        };
        let _ = write!(
            out,
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/>\
             <w:headerReference w:type=\"first\" r:id=\"rId3\"/><w:type w:val=\"nextPage\"/>\
             <w:pgSz w:w=\"{width}\" w:h=\"{height}\"{orient}/>\
             <w:pgMar w:top=\"{TOP}\" w:right=\"{RIGHT}\" w:bottom=\"{TOP}\" w:left=\"{LEFT}\" \
             w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/><w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>"
        );
    }
}
