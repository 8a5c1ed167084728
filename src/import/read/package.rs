//! Parts of packages of Office Open XML, each within a limit, and their XML.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::import::block::SourcePlace;
use crate::import::error::ImportError;
use crate::language::Message;
use crate::message;

/// The most bytes of a part when it is unpacked.
const LARGEST_PART: u64 = 128 * 1024 * 1024;

/// The most elements within each other; word processors stay below 100.
const DEEPEST: usize = 400;

/// A package.
pub(super) struct Package<'p> {
    file: &'p str,
    archive: ZipArchive<Cursor<&'p [u8]>>,
}

impl<'p> Package<'p> {
    /// Opens a package.
    ///
    /// # Errors
    /// For bytes that are no package.
    pub(super) fn open(file: &'p str, bytes: &'p [u8]) -> Result<Self, ImportError> {
        if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            let message = Message::fixed(
                "tệp có mật khẩu, hoặc là tệp Word, Excel đời cũ (.doc, .xls)",
                "the file is protected by a password, or of an earlier Word or Excel (.doc, .xls)",
            );
            return Err(ImportError::new(file, message).help(Message::fixed(
                "mở bằng Word hoặc Excel, bỏ mật khẩu, lưu thành .docx hoặc .xlsx",
                "open it in Word or Excel, remove the password, save it as .docx or .xlsx",
            )));
        }
        match ZipArchive::new(Cursor::new(bytes)) {
            Ok(archive) => Ok(Self { file, archive }),
            Err(_) => Err(ImportError::new(
                file,
                Message::fixed(
                    "tệp không phải .docx, .xlsx, hoặc đã hỏng",
                    "the file is no .docx or .xlsx, or is damaged",
                ),
            )),
        }
    }

    /// The text of a part; none if there is no such part.
    ///
    /// # Errors
    /// For a part that is too large, damaged or not in UTF-8.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        let Ok(part) = self.archive.by_name(name) else { return Ok(None) };
        let mut bytes = Vec::new();
        let read = part.take(LARGEST_PART + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > LARGEST_PART {
            return Err(
                self.wrong(message!("{name} giải nén ra quá 128 MB", "{name} unpacks to more than 128 MB"))
            );
        }
        if read.is_err() {
            return Err(self.wrong(message!("{name} đã hỏng", "{name} is damaged")));
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(text)),
            Err(_) => Err(self.wrong(message!("{name} không phải UTF-8", "{name} is not in UTF-8"))),
        }
    }

    /// An error of the file.
    pub(super) fn wrong(&self, message: Message) -> ImportError {
        ImportError::new(self.file, message)
    }
}

/// An element, its end, or text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum XmlEvent {
    /// The beginning of an element, with its name and attributes without prefixes.
    Start(String, Vec<(String, String)>),
    /// The end of an element.
    End(String),
    /// Text, with its references resolved.
    Text(String),
}

/// A reader of one part.
pub(super) struct PartReader<'t> {
    file: &'t str,
    reader: Reader<&'t [u8]>,
    depth: usize,
    /// The end of an element without content, which comes next.
    empty: Option<String>,
}

impl<'t> PartReader<'t> {
    /// A reader of the text of a part.
    pub(super) fn new(file: &'t str, text: &'t str) -> Self {
        Self { file, reader: Reader::from_str(text), depth: 0, empty: None }
    }

    /// The next event; none at the end.
    ///
    /// # Errors
    /// At `place`, for text that is no XML, and for elements too deep within each other.
    pub(super) fn next(&mut self, place: SourcePlace) -> Result<Option<XmlEvent>, ImportError> {
        if let Some(name) = self.empty.take() {
            return Ok(Some(XmlEvent::End(name)));
        }
        loop {
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(error) => {
                    let at = self.reader.error_position();
                    let message =
                        message!("XML hỏng ở byte {at}: {error}", "broken XML at byte {at}: {error}");
                    return Err(ImportError::new(self.file, message).at(place));
                }
            };
            match event {
                Event::Start(tag) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        let message = message!(
                            "phần tử lồng nhau quá {DEEPEST} lớp",
                            "elements are more than {DEEPEST} deep"
                        );
                        return Err(ImportError::new(self.file, message).at(place));
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
                    // Entities that the document itself declares are not expanded.
                    let known = match &*reference {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => reference.resolve_char_ref().ok().flatten(),
                    };
                    if let Some(sign) = known {
                        return Ok(Some(XmlEvent::Text(sign.to_string())));
                    }
                }
                Event::Eof if self.depth > 0 => {
                    let message = Message::fixed("XML bị cắt cụt", "the XML is cut off");
                    return Err(ImportError::new(self.file, message).at(place));
                }
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
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

/// The value of an attribute.
pub(super) fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// Returns true for an on-off property that is on: without a value, or with any but `0`, `false`, `off`.
pub(super) fn is_on(attributes: &[(String, String)]) -> bool {
    !matches!(attribute(attributes, "val"), Some("0" | "false" | "off" | "none"))
}
