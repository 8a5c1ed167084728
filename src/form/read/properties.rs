//! The properties of a workbook.

use std::borrow::Cow;
use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;

use super::fault::BookFault;

/// Reads the properties that a document has of its own, by name, each as text.
pub(super) fn properties(part: &[u8]) -> Result<BTreeMap<String, String>, BookFault> {
    let mut reader = Reader::from_reader(part);
    let mut properties = BTreeMap::new();
    let mut open: Option<(String, String)> = None;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| BookFault::Broken)? {
            Event::Start(element) if element.local_name().as_ref() == "property" => {
                open = None;
                for attribute in element.attributes().with_checks(false).flatten() {
                    if attribute.key.local_name().as_ref() == "name" {
                        open = Some((unescaped(&attribute.value), String::new()));
                    }
                }
            }
            Event::End(element) if element.local_name().as_ref() == "property" => {
                properties.extend(open.take());
            }
            Event::Text(text) => {
                if let Some((_, value)) = &mut open {
                    value.push_str(&text.xml10_content());
                }
            }
            Event::GeneralRef(reference) => {
                if let Some((_, value)) = &mut open {
                    value.push_str(&unescaped(&format!("&{};", &*reference)));
                }
            }
            Event::Eof => return Ok(properties),
            _ => {}
        }
    }
}

/// A text with its references resolved; as it is where one is unknown.
fn unescaped(text: &str) -> String {
    unescape(text).map_or_else(|_| text.to_owned(), Cow::into_owned)
}
