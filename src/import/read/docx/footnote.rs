//! Footnotes of a document for Word.

use std::collections::BTreeMap;

use crate::import::block::SourcePlace;
use crate::import::clean::one_line;
use crate::import::error::ImportError;
use crate::import::read::package::{SourceXml, attribute};
use crate::package::XmlEvent;

/// Reads `footnotes.xml`: the words of each note by its id.
pub(super) fn read_footnotes(file: &str, text: &str) -> Result<BTreeMap<String, String>, ImportError> {
    let mut notes = BTreeMap::new();
    let mut reader = SourceXml::new(file, text);
    let (mut open, mut is_text): (Option<(String, String)>, bool) = (None, false);
    while let Some(event) = reader.next(SourcePlace::paragraph(1))? {
        match event {
            XmlEvent::Start(name, attributes) => match name.as_str() {
                // Separators between text and notes have a type.
                "footnote" if attribute(&attributes, "type").is_none() => {
                    open = attribute(&attributes, "id").map(|id| (id.to_owned(), String::new()));
                }
                "t" => is_text = true,
                "tab" | "br" | "p" => {
                    if let Some((_, words)) = &mut open {
                        words.push(' ');
                    }
                }
                _ => {}
            },
            XmlEvent::Text(text) if is_text => {
                if let Some((_, words)) = &mut open {
                    words.push_str(&text);
                }
            }
            XmlEvent::End(name) => {
                is_text &= name != "t";
                if name == "footnote"
                    && let Some((id, words)) = open.take()
                {
                    notes.insert(id, one_line(&words));
                }
            }
            XmlEvent::Text(_) => {}
        }
    }
    Ok(notes)
}
