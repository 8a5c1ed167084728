//! A look through the XML of a part before the reader of cells gets it.
//!
//! That reader reserves memory for as many texts as a table states, and computes with the names of cells without a
//! check: a part of a few hundred bytes would end the program.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::fault::BookFault;
use super::position::position;

/// The maximum number of cells in a sheet.
const CELLS: usize = 400_000;
/// The maximum number of elements inside each other.
const DEPTH: usize = 64;
/// The maximum length of an attribute; of one among the formats, which are copied.
const ATTRIBUTE: (usize, usize) = (32_768, 300);
/// The maximum number of formats, that of Excel.
const FORMATS: usize = 65_490;
/// The last row of a sheet.
const LAST_ROW: u32 = 1_048_576;

/// Looks through the XML of a part.
pub(super) fn scan(part: &[u8], is_styles: bool) -> Result<(), BookFault> {
    let mut reader = Reader::from_reader(part);
    // As the reader of cells sets it: both see the same elements.
    let config = reader.config_mut();
    config.check_end_names = false;
    config.trim_text(false);
    config.check_comments = false;
    config.expand_empty_elements = true;
    let (mut cells, mut formats, mut depth) = (0, 0, 0_usize);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| BookFault::Broken)? {
            Event::Start(element) => {
                depth += 1;
                match element.local_name().as_ref() {
                    "c" => cells += 1,
                    "xf" | "font" | "fill" | "border" | "numFmt" => formats += 1,
                    _ => {}
                }
                if depth > DEPTH || cells > CELLS || (is_styles && formats > FORMATS) {
                    return Err(BookFault::TooLarge);
                }
                attributes(&element, part.len(), is_styles)?;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            // No workbook declares entities.
            Event::DocType(_) => return Err(BookFault::Broken),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn attributes(element: &BytesStart<'_>, length: usize, is_styles: bool) -> Result<(), BookFault> {
    let (longest, in_styles) = ATTRIBUTE;
    let longest = if is_styles { in_styles } else { longest };
    let name = element.local_name();
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| BookFault::Broken)?;
        let value: &str = &attribute.value;
        if value.len() > longest {
            return Err(BookFault::TooLarge);
        }
        let is_right = match (name.as_ref(), attribute.key.local_name().as_ref()) {
            // A text takes more than one byte.
            ("sst", "uniqueCount" | "count") => value.parse().is_ok_and(|count: usize| count <= length),
            ("dimension" | "f" | "mergeCell", "ref") => is_range(value),
            ("row", "r") => is_row(value),
            ("c", "r") => position(value).is_some(),
            ("f", "si") => value.parse().is_ok_and(|index: usize| index <= length),
            _ => true,
        };
        if !is_right {
            return Err(BookFault::Broken);
        }
    }
    Ok(())
}

/// Returns true for the name of a cell, or of two with a colon between, the first one above and left of the other.
fn is_range(words: &str) -> bool {
    let (first, last) = words.split_once(':').unwrap_or((words, words));
    match (position(first), position(last)) {
        (Some((row, column)), Some((last_row, last_column))) => row <= last_row && column <= last_column,
        _ => false,
    }
}

fn is_row(words: &str) -> bool {
    words.len() <= 7
        && words.bytes().all(|byte| byte.is_ascii_digit())
        && words.parse().is_ok_and(|row: u32| (1..=LAST_ROW).contains(&row))
}
