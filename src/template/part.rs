//! The XML of a part as elements with their places, and the letters of its paragraphs.

use std::ops::Range;

use quick_xml::NsReader;
use quick_xml::events::Event;
use quick_xml::name::ResolveResult;

use crate::package::{DEEPEST, XmlFault, referenced};

/// The namespaces of `WordprocessingML`: of Word, and of the strict variant of the standard.
const NAMESPACES: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/// The meaning of an element for a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// A paragraph.
    Paragraph,
    /// A run of characters in one format.
    Run,
    /// The format of a run.
    RunFormat,
    /// The format of a paragraph.
    ParagraphFormat,
    /// The characters of a run.
    Text,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A cell of a row.
    Cell,
    /// The format of a section of the document, which follows its last paragraph.
    SectionFormat,
    /// An anchor of a bookmark or a comment, which stands once in a document.
    Anchor,
    /// A remark of the word processor without content, or an element around runs.
    Unseen,
    /// Any other element: breaks, tabs, drawings, and those of other namespaces.
    Other,
}

/// An element, by the places of its tags in the text of the part.
#[derive(Debug, Clone)]
pub(super) struct Element {
    /// The meaning.
    pub(super) tag: Tag,
    /// The element around it.
    pub(super) parent: Option<usize>,
    /// From the beginning of the start tag to the end of the end tag.
    pub(super) outer: Range<usize>,
    /// Between the tags.
    pub(super) inner: Range<usize>,
}

/// A letter of a paragraph, or a thing among the letters that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Letter {
    /// The character; U+FFFC for a break, a tab, a drawing.
    pub(super) sign: char,
    /// Its bytes in the text of the part, a reference such as `&amp;` as a whole.
    pub(super) range: Range<usize>,
    /// The element of text in which it stands.
    pub(super) text: usize,
}

/// The sign for a thing that is no letter.
pub(super) const THING: char = '\u{fffc}';

/// A paragraph.
#[derive(Debug, Clone)]
pub(super) struct TemplateParagraph {
    /// The element.
    pub(super) element: usize,
    /// The letters, of a paragraph with a brace; else none.
    pub(super) letters: Vec<Letter>,
    /// True if a letter other than a space, or a thing, stands in it.
    pub(super) has_content: bool,
    /// True if a section of the document ends with it.
    pub(super) ends_section: bool,
}

/// A part of a template.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// The text.
    pub(super) xml: String,
    /// The elements, in the order of their start tags.
    pub(super) elements: Vec<Element>,
    /// The paragraphs, in the order of their start tags; one may lie within another.
    pub(super) paragraphs: Vec<TemplateParagraph>,
}

impl Part {
    /// Reads the XML of a part.
    pub(super) fn read(xml: &str) -> Result<Self, XmlFault> {
        // The places of a reader do not count the mark.
        let xml = xml.strip_prefix('\u{feff}').unwrap_or(xml).to_owned();
        let mut scan = Scan::default();
        scan.run(&xml)?;
        let Scan { elements, mut paragraphs, .. } = scan;
        for paragraph in &mut paragraphs {
            if !paragraph.letters.iter().any(|letter| matches!(letter.sign, '{' | '}')) {
                paragraph.letters = Vec::new();
            }
        }
        Ok(Self { xml, elements, paragraphs })
    }

    /// The bytes of a range.
    pub(super) fn slice(&self, range: &Range<usize>) -> &str {
        self.xml.get(range.clone()).unwrap_or_default()
    }

    /// The elements around an element, the nearest first, itself among them.
    pub(super) fn around(&self, element: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(element), |at| self.elements[*at].parent)
    }

    /// The start tag of an element.
    pub(super) fn start_tag(&self, element: usize) -> &str {
        let Element { outer, inner, .. } = &self.elements[element];
        self.slice(&(outer.start..inner.start))
    }

    /// The format of a run or a paragraph, which is its first element; nothing if it has none.
    pub(super) fn format(&self, of: usize) -> &str {
        let first = self.elements.get(of + 1).filter(|element| element.parent == Some(of));
        first.filter(|element| is_format(element.tag)).map_or("", |element| self.slice(&element.outer))
    }

    /// The element behind another within the same one.
    pub(super) fn next_sibling(&self, of: usize) -> Option<usize> {
        let Element { parent, outer, .. } = &self.elements[of];
        let next = self.elements.partition_point(|element| element.outer.start < outer.end);
        self.elements.get(next).filter(|element| element.parent == *parent).map(|_| next)
    }

    /// The element before another within the same one.
    pub(super) fn previous_sibling(&self, of: usize) -> Option<usize> {
        let parent = self.elements[of].parent;
        let before = of.checked_sub(1).filter(|before| Some(*before) != parent)?;
        self.around(before).find(|at| self.elements[*at].parent == parent)
    }
}

#[derive(Default)]
struct Scan {
    elements: Vec<Element>,
    paragraphs: Vec<TemplateParagraph>,
    /// The elements that are open.
    open: Vec<usize>,
    /// The paragraphs that are open.
    within: Vec<usize>,
    /// The number of open elements of a format, whose content is no content of the paragraph.
    formats: usize,
}

impl Scan {
    fn run(&mut self, xml: &str) -> Result<(), XmlFault> {
        let mut reader = NsReader::from_str(xml);
        let position =
            |reader: &NsReader<&[u8]>| usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        loop {
            let start = position(&reader);
            let (namespace, event) = match reader.read_resolved_event() {
                Ok((ResolveResult::Bound(namespace), event)) => (NAMESPACES.contains(&namespace.0), event),
                Ok((_, event)) => (false, event),
                Err(error) => return Err(XmlFault::Broken(reader.error_position(), error.to_string())),
            };
            let kind = |name: &str| if namespace { tag(name) } else { Tag::Other };
            match event {
                Event::Start(element) => {
                    let kind = kind(element.local_name().as_ref());
                    self.start(kind, start..position(&reader))?;
                }
                Event::Empty(element) => {
                    let kind = kind(element.local_name().as_ref());
                    let end = position(&reader);
                    self.start(kind, start..end)?;
                    self.end(end..end);
                }
                Event::End(_) => self.end(start..position(&reader)),
                Event::Text(_) => {
                    let end = position(&reader);
                    for (at, sign) in xml.get(start..end).unwrap_or_default().char_indices() {
                        self.letter(sign, start + at..start + at + sign.len_utf8());
                    }
                }
                Event::GeneralRef(reference) => {
                    let Some(sign) = referenced(&reference) else {
                        return Err(XmlFault::Broken(start as u64, format!("&{};", &*reference)));
                    };
                    self.letter(sign, start..position(&reader));
                }
                // A placeholder in one would stay, and no word processor writes any.
                Event::CData(_) => return Err(XmlFault::Broken(start as u64, "CDATA".to_owned())),
                Event::DocType(_) => return Err(XmlFault::Declares),
                Event::Eof if self.open.is_empty() => return Ok(()),
                Event::Eof => return Err(XmlFault::CutOff),
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            }
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) -> Result<(), XmlFault> {
        if self.open.len() >= DEEPEST {
            return Err(XmlFault::TooDeep);
        }
        let at = self.elements.len();
        let parent = self.open.last().copied();
        self.elements.push(Element { tag, parent, outer: range.clone(), inner: range.end..range.end });
        self.open.push(at);
        match tag {
            Tag::Paragraph => {
                self.within.push(self.paragraphs.len());
                self.paragraphs.push(TemplateParagraph {
                    element: at,
                    letters: Vec::new(),
                    has_content: false,
                    ends_section: false,
                });
            }
            Tag::SectionFormat => {
                if let Some(paragraph) = self.paragraph() {
                    paragraph.ends_section = true;
                }
            }
            Tag::Other if self.formats == 0 => {
                if let Some(paragraph) = self.paragraph() {
                    paragraph.has_content = true;
                    paragraph.letters.push(Letter { sign: THING, range: range.start..range.start, text: at });
                }
            }
            _ => {}
        }
        self.formats += usize::from(is_format(tag));
        Ok(())
    }

    fn end(&mut self, range: Range<usize>) {
        let Some(at) = self.open.pop() else { return };
        let element = &mut self.elements[at];
        element.inner.end = range.start;
        element.outer.end = range.end;
        if element.tag == Tag::Paragraph {
            self.within.pop();
        }
        self.formats -= usize::from(is_format(element.tag));
    }

    fn letter(&mut self, sign: char, range: Range<usize>) {
        let Some(text) = self.open.last().copied().filter(|at| self.elements[*at].tag == Tag::Text) else {
            return;
        };
        let is_in_run = self.elements[text].parent.is_some_and(|run| self.elements[run].tag == Tag::Run);
        if let Some(paragraph) = self.paragraph().filter(|_| is_in_run) {
            paragraph.has_content |= !sign.is_whitespace();
            paragraph.letters.push(Letter { sign, range, text });
        }
    }

    fn paragraph(&mut self) -> Option<&mut TemplateParagraph> {
        self.within.last().and_then(|at| self.paragraphs.get_mut(*at))
    }
}

fn is_format(tag: Tag) -> bool {
    matches!(tag, Tag::RunFormat | Tag::ParagraphFormat)
}

/// The meaning of an element of `WordprocessingML`.
fn tag(name: &str) -> Tag {
    match name {
        "p" => Tag::Paragraph,
        "r" => Tag::Run,
        "rPr" => Tag::RunFormat,
        "pPr" => Tag::ParagraphFormat,
        "t" => Tag::Text,
        "tbl" => Tag::Table,
        "tr" => Tag::Row,
        "tc" => Tag::Cell,
        "sectPr" => Tag::SectionFormat,
        "bookmarkStart" | "bookmarkEnd" | "commentRangeStart" | "commentRangeEnd" | "commentReference"
        | "permStart" | "permEnd" => Tag::Anchor,
        "proofErr"
        | "lastRenderedPageBreak"
        | "ins"
        | "moveTo"
        | "smartTag"
        | "smartTagPr"
        | "hyperlink"
        | "bdo"
        | "dir" => Tag::Unseen,
        _ => Tag::Other,
    }
}
