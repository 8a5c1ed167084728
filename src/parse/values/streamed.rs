//! Mappings → entries straight from the stream: what is read rightly never stands as a tree of nodes.

use super::entry::{OpenEntry, entry, is_own, named, set};
use super::scalar::WordList;
use crate::diagnostic::Diagnostic;
use crate::parse::draft::{DraftValue, Entry};
use crate::parse::format::{KeyFormat, MappingFormat, ValueShape};
use crate::parse::key::Key;
use crate::parse::yaml::{CollectionPart, Content, MERGE, Next, Node, Stop, Stream, cover};
use crate::span::{Span, Spanned};

/// Number of keys that most mappings do not exceed.
const KEYS: usize = 8;

/// Reads the mapping that begins next as one of `format`, as [`entry`] reads its node.
///
/// # Errors
///
/// Fails if the file cannot be read to the end of the mapping; the additions to `found` count for nothing then.
pub(in crate::parse) fn streamed_entry<'s>(
    stream: &mut Stream<'s>,
    format: &'static MappingFormat,
    found: &mut Vec<Diagnostic>,
) -> Result<Entry<'s>, Stop> {
    let start = stream.begin()?;
    let mut open = OpenEntry::new(format, start, KEYS);
    // The keys that are given without a value.
    let mut absent: Vec<Key> = Vec::new();
    let mut last = None;
    let end = loop {
        let key = match stream.next_part()? {
            CollectionPart::End(end) => break end,
            CollectionPart::Node(key) => key,
        };
        if let Some(known) = named(&key, format) {
            last = Some(streamed_value(stream, &mut open.entry, known, key.span, found)?);
            if !open.entry.has(known.key) {
                absent.push(known.key);
            }
        } else if is_misspelt(&key, format) {
            // The nearest key counts for it only if that is not given, before it or behind it.
            let (rest, end) = rest_of_map(stream, key)?;
            let before = open.entry.values().map(|(key, _)| key).chain(absent);
            let behind = rest.iter().filter_map(|(key, _)| named(key, format)).map(|key| key.key);
            let given: Vec<Key> = before.chain(behind).collect();
            last = rest.last().map(|(_, value)| value.span);
            for (key, value) in rest {
                open.pair(&key, value, &given, found);
            }
            break end;
        } else {
            let value = stream.value_of(Some(&key))?;
            last = Some(value.span);
            open.pair(&key, value, &[], found);
        }
    };
    Ok(open.close(cover(start, last, end), found))
}

/// Returns true if a node is a word that is no key of the mapping.
fn is_misspelt(key: &Node<'_>, format: &'static MappingFormat) -> bool {
    matches!(&key.content, Content::Scalar(name) if name != MERGE && !is_own(name, format))
}

type Pairs<'s> = Vec<(Node<'s>, Node<'s>)>;

/// Reads the pairs of a mapping from a key on, and returns them with the end of the mapping.
fn rest_of_map<'s>(stream: &mut Stream<'s>, mut key: Node<'s>) -> Result<(Pairs<'s>, Span), Stop> {
    let mut rest = Vec::new();
    loop {
        let value = stream.value_of(Some(&key))?;
        rest.push((key, value));
        key = match stream.next_part()? {
            CollectionPart::End(end) => return Ok((rest, end)),
            CollectionPart::Node(key) => key,
        };
    }
}

/// Reads the value of a key into `entry` and returns its span.
fn streamed_value<'s>(
    stream: &mut Stream<'s>,
    entry: &mut Entry<'s>,
    format: &'static KeyFormat,
    key_span: Span,
    found: &mut Vec<Diagnostic>,
) -> Result<Span, Stop> {
    let may_be_collection = matches!(
        format.shape,
        ValueShape::Many | ValueShape::Map(_) | ValueShape::WordsOr(_) | ValueShape::List(_)
    );
    if may_be_collection && !entry.has(format.key) {
        let value = match (&format.shape, stream.peek()?.0) {
            (ValueShape::Map(inner) | ValueShape::WordsOr(inner), Next::Map) => {
                let value = streamed_entry(stream, inner, found)?;
                let span = value.span();
                Some(Spanned::new(DraftValue::Map(Box::new(value)), span))
            }
            (ValueShape::List(inner), Next::List) => Some(streamed_list(stream, inner, found)?),
            (ValueShape::Many, Next::List) => Some(streamed_words(stream, format.name(), found)?),
            _ => None,
        };
        if let Some(value) = value {
            let span = value.span;
            entry.set(format.key, key_span, value);
            return Ok(span);
        }
    }
    let node = stream.node()?;
    let span = node.span;
    set(entry, format, key_span, node, found);
    Ok(span)
}

/// Reads the list of mappings that begins next.
fn streamed_list<'s>(
    stream: &mut Stream<'s>,
    format: &'static MappingFormat,
    found: &mut Vec<Diagnostic>,
) -> Result<Spanned<DraftValue<'s>>, Stop> {
    let start = stream.begin()?;
    let mut entries = Vec::new();
    let mut last = None;
    let end = loop {
        if matches!(stream.peek()?.0, Next::Map) {
            let read = streamed_entry(stream, format, found)?;
            last = Some(read.span());
            entries.push(read);
            continue;
        }
        match stream.next_part()? {
            CollectionPart::End(end) => break end,
            CollectionPart::Node(node) => {
                last = Some(node.span);
                entries.extend(entry(node, format, found));
            }
        }
    };
    // A list whose entries are all wrong is not an empty one.
    let is_wrong = last.is_some() && entries.is_empty();
    let value = if is_wrong { DraftValue::Wrong } else { DraftValue::List(entries.into()) };
    Ok(Spanned::new(value, cover(start, last, end)))
}

/// Reads the list of words that begins next.
fn streamed_words<'s>(
    stream: &mut Stream<'s>,
    key: &str,
    found: &mut Vec<Diagnostic>,
) -> Result<Spanned<DraftValue<'s>>, Stop> {
    let start = stream.begin()?;
    let mut words = WordList::default();
    let mut last = None;
    loop {
        match stream.next_part()? {
            CollectionPart::End(end) => {
                let value = words.value().unwrap_or(DraftValue::Wrong);
                return Ok(Spanned::new(value, cover(start, last, end)));
            }
            CollectionPart::Node(node) => {
                last = Some(node.span);
                words.add(node, key, found);
            }
        }
    }
}
