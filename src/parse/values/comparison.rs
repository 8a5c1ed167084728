//! Entries read from the stream beside those read from nodes, for tests and the fuzz target.

use super::{entry, streamed_entry};
use crate::diagnostic::Diagnostic;
use crate::parse::format::{LISTS, MappingFormat, ValueShape};
use crate::parse::yaml::{CollectionPart, Content, Next, Stop, Stream, YamlReader};
use crate::span::SourceId;

/// Reads an entry and returns it in words.
type ReadEntry = fn(&mut Stream<'_>, &'static MappingFormat, &mut Vec<Diagnostic>) -> Result<String, Stop>;

/// Reads the entries of the lists at the top of a text; each with its findings is told in words.
fn told(stream: &mut Stream<'_>, read: ReadEntry, told: &mut Vec<String>) -> Result<(), Stop> {
    if !matches!(stream.peek()?.0, Next::Map) {
        return Ok(());
    }
    stream.skip()?;
    while let CollectionPart::Node(key) = stream.next_part()? {
        let list = match &key.content {
            Content::Scalar(name) => LISTS.named(name).map(|key| key.shape),
            _ => None,
        };
        let (Some(ValueShape::List(format)), Next::List) = (list, stream.peek()?.0) else {
            stream.node()?;
            continue;
        };
        stream.skip()?;
        loop {
            let mut found = Vec::new();
            let entry = if matches!(stream.peek()?.0, Next::Map) {
                read(stream, format, &mut found)?
            } else if let CollectionPart::End(_) = stream.next_part()? {
                break;
            } else {
                String::new()
            };
            told.push(format!("{entry}\n{found:?}"));
        }
    }
    Ok(())
}

/// Compares both readings of a text.
///
/// # Panics
///
/// Panics if they differ.
pub(in crate::parse) fn entries_agree(text: &str) {
    let ways: [ReadEntry; 2] = [
        |stream, format, found| Ok(format!("{:?}", Some(streamed_entry(stream, format, found)?))),
        |stream, format, found| Ok(format!("{:?}", entry(stream.node()?, format, found))),
    ];
    for reader in [YamlReader::Lines, YamlReader::Parser] {
        let [streamed, by_nodes] = ways.map(|read| {
            let mut stream = Stream::new(text, 0..text.len(), SourceId::default(), reader);
            let mut entries = Vec::new();
            let is_read = told(&mut stream, read, &mut entries).is_ok();
            (entries, is_read, format!("{:?}", stream.take_diagnostics()))
        });
        assert_eq!(streamed, by_nodes, "{reader:?} {text:?}");
    }
}
