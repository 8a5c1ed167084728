//! The XML of a part, as events with names without prefixes.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::language::Message;
use crate::message;

/// The maximum number of elements within each other; word processors stay below 100.
pub const DEEPEST: usize = 400;

/// A reason why the XML of a part is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum XmlFault {
    /// The text is no XML: the byte, and the words of the reader.
    Broken(u64, String),
    /// The text ends within an element.
    CutOff,
    /// Elements are too deep within each other.
    TooDeep,
    /// The text declares a document type, which no part does and which may declare entities.
    Declares,
}

impl XmlFault {
    /// Returns the sentence.
    pub fn message(&self) -> Message {
        match self {
            Self::Broken(at, error) => {
                message!("XML hỏng ở byte {at}: {error}", "broken XML at byte {at}: {error}")
            }
            Self::CutOff => Message::fixed("XML bị cắt cụt", "the XML is cut off"),
            Self::TooDeep => {
                message!("phần tử lồng nhau quá {DEEPEST} lớp", "elements are more than {DEEPEST} deep")
            }
            Self::Declares => Message::fixed("XML có khai báo DOCTYPE", "the XML declares a DOCTYPE"),
        }
    }
}

/// An element, its end, or text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum XmlEvent {
    /// The beginning of an element, with its name and attributes without prefixes.
    Start(String, Vec<(String, String)>),
    /// The end of an element.
    End(String),
    /// Text, with its references resolved.
    Text(String),
}

/// A reader of the XML of one part.
pub struct PartReader<'t> {
    reader: Reader<&'t [u8]>,
    depth: usize,
    /// The end of an element without content, which comes next.
    empty: Option<String>,
}

impl<'t> PartReader<'t> {
    /// A reader of the text of a part.
    pub fn new(text: &'t str) -> Self {
        Self { reader: Reader::from_str(text), depth: 0, empty: None }
    }

    /// Returns the next event; none at the end.
    ///
    /// # Errors
    /// For text that is no XML, and for elements too deep within each other.
    pub fn next_event(&mut self) -> Result<Option<XmlEvent>, XmlFault> {
        if let Some(name) = self.empty.take() {
            return Ok(Some(XmlEvent::End(name)));
        }
        loop {
            let event = self.reader.read_event();
            let event =
                event.map_err(|error| XmlFault::Broken(self.reader.error_position(), error.to_string()))?;
            match event {
                Event::Start(tag) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(XmlFault::TooDeep);
                    }
                    return Ok(Some(start(&tag)));
                }
                Event::Empty(tag) => {
                    let event = start(&tag);
                    if let XmlEvent::Start(name, _) = &event {
                        self.empty = Some(name.clone());
                    }
                    return Ok(Some(event));
                }
                Event::End(tag) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(XmlEvent::End(tag.local_name().as_ref().to_owned())));
                }
                Event::Text(text) => return Ok(Some(XmlEvent::Text(text.xml10_content().into_owned()))),
                Event::CData(text) => return Ok(Some(XmlEvent::Text(text.into_inner().into_owned()))),
                Event::GeneralRef(reference) => {
                    if let Some(sign) = referenced(&reference) {
                        return Ok(Some(XmlEvent::Text(sign.to_string())));
                    }
                }
                Event::DocType(_) => return Err(XmlFault::Declares),
                Event::Eof if self.depth > 0 => return Err(XmlFault::CutOff),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }
}

/// Returns the sign that a reference stands for. Entities that the document itself declares are not expanded.
pub(crate) fn referenced(reference: &BytesRef<'_>) -> Option<char> {
    match &**reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().ok().flatten(),
    }
}

fn start(tag: &BytesStart<'_>) -> XmlEvent {
    let attributes = tag.attributes().flatten().map(|attribute| {
        let value = quick_xml::escape::unescape(&attribute.value)
            .map_or_else(|_| attribute.value.to_string(), std::borrow::Cow::into_owned);
        (attribute.key.local_name().as_ref().to_owned(), value)
    });
    XmlEvent::Start(tag.local_name().as_ref().to_owned(), attributes.collect())
}

/// Returns the value of an attribute.
pub fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// Returns true for an on-off property that is on: without a value, or with any but `0`, `false`, `off`.
pub fn is_on(attributes: &[(String, String)]) -> bool {
    !matches!(attribute(attributes, "val"), Some("0" | "false" | "off" | "none"))
}
