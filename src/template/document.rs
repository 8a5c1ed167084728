//! The package of a template.

use std::collections::BTreeMap;

use super::fault::TemplateError;
use super::fill::TemplatePart;
use super::values::TemplateValues;
use crate::package::{OfficePackage, PackageFault, PackageLimits, PartReader, XmlEvent, attribute};

/// The maximum size of a template, in bytes.
pub const LARGEST_TEMPLATE: usize = 32 << 20;

/// The limits of a template: its pictures are never unpacked.
const LIMITS: PackageLimits =
    PackageLimits { file: LARGEST_TEMPLATE, parts: 2_000, part: 24 << 20, all: 64 << 20, ratio: 400 };

/// The part that says of what type each part is.
const TYPES: &str = "[Content_Types].xml";

/// The ends of the types of parts with text that is printed.
const PRINTED: [&str; 5] = [
    "wordprocessingml.document.main+xml",
    "wordprocessingml.header+xml",
    "wordprocessingml.footer+xml",
    "wordprocessingml.footnotes+xml",
    "wordprocessingml.endnotes+xml",
];

/// An office's own document, with placeholders.
#[derive(Debug, Clone)]
pub struct Template {
    bytes: Vec<u8>,
    /// The parts with placeholders, by their places in the package.
    parts: BTreeMap<usize, TemplatePart>,
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// For a file that is no document for Word, has macros or a signature, exceeds a limit, has no placeholder, or one that
    /// is none.
    pub fn read(bytes: Vec<u8>) -> Result<Self, TemplateError> {
        let mut package = OfficePackage::open(&bytes, LIMITS).map_err(TemplateError::Package)?;
        let types = package.text(TYPES).map_err(TemplateError::Package)?.ok_or(TemplateError::NotWord)?;
        let types = PartTypes::read(&types)?;
        let (mut parts, mut faults, mut has_document) = (BTreeMap::new(), Vec::new(), false);
        for place in 0..package.names().len() {
            let name = package.names()[place].clone();
            let kind = types.of(&name);
            refuse(&name, kind)?;
            if !PRINTED.iter().any(|end| kind.ends_with(end)) {
                continue;
            }
            has_document |= kind.ends_with(PRINTED[0]);
            let bytes = package.bytes(place).map_err(TemplateError::Package)?;
            let not_utf8 = || TemplateError::Package(PackageFault::NotUtf8(name.clone()));
            let text = String::from_utf8(bytes).map_err(|_| not_utf8())?;
            if !is_utf8(&text) {
                return Err(not_utf8());
            }
            let part = TemplatePart::read(&name, &text, &mut faults);
            let part = part.map_err(|fault| TemplateError::Xml { part: name.clone(), fault })?;
            if part.has_placeholders() {
                parts.insert(place, part);
            }
        }
        match () {
            () if !has_document => Err(TemplateError::NotWord),
            () if !faults.is_empty() => Err(TemplateError::Placeholders(faults)),
            () if parts.is_empty() => Err(TemplateError::NoPlaceholder),
            () => Ok(Self { bytes, parts }),
        }
    }

    /// Returns the document with values: the same template and values give the same bytes.
    ///
    /// # Errors
    /// For names without a value, and a document that grows too large.
    pub fn fill(&self, values: &TemplateValues) -> Result<Vec<u8>, TemplateError> {
        let mut faults = Vec::new();
        for part in self.parts.values() {
            part.check(values, &mut faults);
        }
        if !faults.is_empty() {
            return Err(TemplateError::Placeholders(faults));
        }
        let mut filled = BTreeMap::new();
        for (place, part) in &self.parts {
            filled.insert(*place, part.filled(values)?.into_bytes());
        }
        let mut package = OfficePackage::open(&self.bytes, LIMITS).map_err(TemplateError::Package)?;
        package.with_parts(&filled).map_err(TemplateError::Package)
    }
}

/// Refuses parts that a document which is sent to others must not have.
fn refuse(name: &str, kind: &str) -> Result<(), TemplateError> {
    let name = name.to_lowercase();
    if kind.contains("macroEnabled") || kind.ends_with("vbaProject") || name.ends_with("vbaproject.bin") {
        return Err(TemplateError::HasMacros);
    }
    if kind.ends_with("wordprocessingml.template.main+xml") {
        return Err(TemplateError::IsWordTemplate);
    }
    if name.starts_with("_xmlsignatures/") {
        return Err(TemplateError::IsSigned);
    }
    Ok(())
}

/// Returns true unless the declaration of a text names an encoding that is not UTF-8.
fn is_utf8(text: &str) -> bool {
    let declaration = text.trim_start_matches('\u{feff}').strip_prefix("<?xml");
    let declaration = declaration.and_then(|rest| rest.split_once("?>")).map_or("", |(inner, _)| inner);
    let Some((_, encoding)) = declaration.split_once("encoding") else { return true };
    let encoding = encoding.trim_start_matches([' ', '=', '"', '\'', '\t']).to_lowercase();
    encoding.starts_with("utf-8") || encoding.starts_with("us-ascii")
}

/// The types of the parts of a package.
struct PartTypes {
    /// By the name of a part, in lower case.
    named: BTreeMap<String, String>,
    /// By the extension of a name.
    of_extensions: BTreeMap<String, String>,
}

impl PartTypes {
    fn read(text: &str) -> Result<Self, TemplateError> {
        let mut types = Self { named: BTreeMap::new(), of_extensions: BTreeMap::new() };
        let mut reader = PartReader::new(text);
        let wrong = |fault| TemplateError::Xml { part: TYPES.to_owned(), fault };
        while let Some(event) = reader.next_event().map_err(wrong)? {
            let XmlEvent::Start(element, attributes) = event else { continue };
            let (map, key) = match element.as_str() {
                "Override" => (&mut types.named, "PartName"),
                "Default" => (&mut types.of_extensions, "Extension"),
                _ => continue,
            };
            if let (Some(key), Some(kind)) =
                (attribute(&attributes, key), attribute(&attributes, "ContentType"))
            {
                map.insert(key.trim_start_matches('/').to_lowercase(), kind.to_owned());
            }
        }
        Ok(types)
    }

    /// The type of a part; empty for one of no type.
    fn of(&self, name: &str) -> &str {
        let name = name.to_lowercase();
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let kind = self.named.get(&name).or_else(|| self.of_extensions.get(extension));
        kind.map_or("", String::as_str)
    }
}
