//! Locations in SARIF: files by references, parts of them by lines, columns and bytes.

use std::fmt::Write;

use serde::Serialize;

use crate::span::Span;

use super::message::{SarifMessage, SarifSentence};
use crate::diagnostic::render::places::SpanResolver;

/// The name that readers of SARIF give to the root of a checkout.
pub(super) const ROOT: &str = "%SRCROOT%";

/// A place, with a number and words if others speak of it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SarifLocation<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(rename = "physicalLocation")]
    physical: SarifPhysical<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<SarifSentence>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifPhysical<'a> {
    artifact_location: SarifArtifact,
    region: SarifRegion<'a>,
}

impl<'a> SarifLocation<'a> {
    /// The place of a span.
    pub(super) fn new(span: Span, places: &SpanResolver<'a>, message: Option<&str>) -> Self {
        Self {
            id: None,
            physical: SarifPhysical {
                artifact_location: SarifArtifact::new(places.path(span)),
                region: SarifRegion::new(span, places),
            },
            message: message.map(SarifSentence::new),
        }
    }

    /// The same place with a number.
    pub(super) fn numbered(self, id: usize) -> Self {
        Self { id: Some(id), ..self }
    }
}

/// A file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SarifArtifact {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

impl SarifArtifact {
    /// The file with that path.
    pub(super) fn new(path: &str) -> Self {
        let uri = uri(path);
        // A drive comes behind the slash that begins a path elsewhere.
        let has_drive = path.get(1..3) == Some(":/");
        match (path.starts_with('/'), has_drive) {
            (true, _) => Self { uri: format!("file://{uri}"), uri_base_id: None },
            (_, true) => Self { uri: format!("file:///{uri}"), uri_base_id: None },
            _ => Self { uri, uri_base_id: Some(ROOT) },
        }
    }
}

/// A part of a file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SarifRegion<'a> {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    byte_offset: u32,
    byte_length: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<SarifMessage<'a>>,
}

/// The bytes of marked text that are given with its place; of longer texts there is only the place.
const SNIPPET: usize = 256;

impl<'a> SarifRegion<'a> {
    /// The part that a span covers.
    pub(super) fn new(span: Span, places: &SpanResolver<'a>) -> Self {
        let text = places.text(span);
        let place = places.of(span);
        Self {
            start_line: place.start.line,
            start_column: place.start.column,
            end_line: place.end.line,
            end_column: place.end.column,
            byte_offset: span.start,
            byte_length: span.end.saturating_sub(span.start),
            snippet: (1..=SNIPPET).contains(&text.len()).then(|| SarifMessage::new(text)),
        }
    }
}

/// A path as a relative reference: what is neither unreserved nor a `/` is written by its bytes.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("thanh-xuan-2024/plan.yaml"), "thanh-xuan-2024/plan.yaml");
        assert_eq!(uri("kế hoạch/a:b?#%.yaml"), "k%E1%BA%BF%20ho%E1%BA%A1ch/a%3Ab%3F%23%25.yaml");
    }
}
