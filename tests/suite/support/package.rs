//! Packages of Office Open XML: the parts of a `.docx` or `.xlsx`, each read as XML.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

/// The parts of a package, by name.
pub(crate) struct Package {
    parts: BTreeMap<String, String>,
}

impl Package {
    /// Reads a package; every part must be well-formed XML.
    pub(crate) fn read(bytes: &[u8], what: &str) -> Self {
        let mut archive =
            zip::ZipArchive::new(Cursor::new(bytes)).unwrap_or_else(|error| panic!("{what}: {error}"));
        let mut parts = BTreeMap::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            elements(&text, what);
            parts.insert(file.name().unwrap().into_owned(), text);
        }
        Self { parts }
    }

    /// A part.
    pub(crate) fn part(&self, name: &str) -> &str {
        self.parts.get(name).unwrap_or_else(|| panic!("no part {name} among {:?}", self.parts.keys()))
    }

    /// All parts whose name begins so.
    pub(crate) fn parts(&self, prefix: &str) -> impl Iterator<Item = &str> {
        self.parts.iter().filter(move |(name, _)| name.starts_with(prefix)).map(|(_, text)| text.as_str())
    }
}

/// The names of the elements of a part, in the order of their beginnings.
pub(crate) fn elements(xml: &str, what: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let mut names = Vec::new();
    let mut depth = 0usize;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{what}: {error}")) {
            Event::Start(tag) => {
                depth += 1;
                names.push(tag.name().as_ref().to_owned());
            }
            Event::Empty(tag) => names.push(tag.name().as_ref().to_owned()),
            Event::End(_) => depth -= 1,
            Event::DocType(_) | Event::PI(_) => panic!("{what}: a part declares or commands something"),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{what}");
    names
}

/// The words of a part: the text of all elements of a name, one string an element.
pub(crate) fn texts(xml: &str, element: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let (mut texts, mut open) = (Vec::new(), None::<String>);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if tag.name().as_ref() == element => open = Some(String::new()),
            Event::End(tag) if tag.name().as_ref() == element => texts.extend(open.take()),
            Event::Text(text) => {
                if let Some(open) = &mut open {
                    open.push_str(&text);
                }
            }
            Event::GeneralRef(entity) => {
                if let Some(open) = &mut open {
                    let name: &str = &entity;
                    let known = [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\'')];
                    let sign = known.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign);
                    open.push(sign.unwrap_or_else(|| panic!("entity {name}")));
                }
            }
            Event::Eof => return texts,
            _ => {}
        }
    }
}
