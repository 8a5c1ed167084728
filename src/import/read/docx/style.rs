//! Styles of paragraphs: their numbering and font.

use std::collections::BTreeMap;

use crate::import::block::SourcePlace;
use crate::import::error::ImportError;
use crate::import::read::package::{SourceXml, attribute, is_on};
use crate::package::XmlEvent;

/// A style of paragraphs.
#[derive(Debug, Clone, Default)]
struct ParagraphStyle {
    base: Option<String>,
    number: Option<(u32, u32)>,
    font: Option<String>,
    is_bold: Option<bool>,
    is_heading: Option<bool>,
}

/// The styles of a document.
#[derive(Debug, Clone, Default)]
pub(super) struct DocumentStyles {
    styles: BTreeMap<String, ParagraphStyle>,
    font: Option<String>,
}

impl DocumentStyles {
    /// The list and level of a style.
    pub(super) fn number(&self, style: &str) -> Option<(u32, u32)> {
        self.find(style, |style| style.number)
    }

    /// The font of a style, else that of the document.
    pub(super) fn font(&self, style: Option<&str>) -> Option<String> {
        style.and_then(|style| self.find(style, |style| style.font.clone())).or_else(|| self.font.clone())
    }

    /// Returns true if a style is bold.
    pub(super) fn is_bold(&self, style: Option<&str>) -> bool {
        style.and_then(|style| self.find(style, |style| style.is_bold)).unwrap_or(false)
    }

    /// Returns true if a style has a level in the outline of the document.
    pub(super) fn is_heading(&self, style: Option<&str>) -> bool {
        style.and_then(|style| self.find(style, |style| style.is_heading)).unwrap_or(false)
    }

    fn find<T>(&self, style: &str, value: impl Fn(&ParagraphStyle) -> Option<T>) -> Option<T> {
        let mut style = self.styles.get(style);
        // A chain of styles that returns to itself ends as well.
        for _ in 0..20 {
            let known = style?;
            if let Some(value) = value(known) {
                return Some(value);
            }
            style = known.base.as_ref().and_then(|base| self.styles.get(base));
        }
        None
    }
}

/// Reads `styles.xml`.
pub(super) fn read_styles(file: &str, text: &str) -> Result<DocumentStyles, ImportError> {
    let mut styles = DocumentStyles::default();
    let mut reader = SourceXml::new(file, text);
    let (mut open, mut list, mut level): (Option<(String, ParagraphStyle)>, Option<u32>, u32) =
        (None, None, 0);
    while let Some(event) = reader.next(SourcePlace::paragraph(1))? {
        match event {
            XmlEvent::Start(name, attributes) => {
                let value = || attribute(&attributes, "val");
                match name.as_str() {
                    "style" => {
                        let id = attribute(&attributes, "styleId").unwrap_or_default().to_owned();
                        open = Some((id, ParagraphStyle::default()));
                        (list, level) = (None, 0);
                    }
                    "basedOn" => {
                        if let Some((_, style)) = &mut open {
                            style.base = value().map(str::to_owned);
                        }
                    }
                    "numId" => list = value().and_then(|value| value.parse().ok()),
                    "ilvl" => level = value().and_then(|value| value.parse().ok()).unwrap_or(0),
                    "b" => {
                        if let Some((_, style)) = &mut open {
                            style.is_bold = Some(is_on(&attributes));
                        }
                    }
                    "outlineLvl" => {
                        if let Some((_, style)) = &mut open {
                            // The tenth level is that of the text.
                            style.is_heading = Some(value() != Some("9"));
                        }
                    }
                    "rFonts" => {
                        let font = attribute(&attributes, "ascii").map(str::to_owned);
                        match &mut open {
                            Some((_, style)) => style.font = font,
                            None => styles.font = styles.font.take().or(font),
                        }
                    }
                    _ => {}
                }
            }
            XmlEvent::End(name) if name == "style" => {
                if let Some((id, mut style)) = open.take() {
                    style.number = list.map(|list| (list, level));
                    styles.styles.insert(id, style);
                }
            }
            _ => {}
        }
    }
    Ok(styles)
}
