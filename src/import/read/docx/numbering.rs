//! Automatic numbers, which do not stand in the text: lists, levels, counters.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::block::SourcePlace;
use crate::import::error::ImportError;
use crate::import::read::package::{SourceXml, attribute};
use crate::package::XmlEvent;
use crate::vietnamese::roman;

/// A level of a list.
#[derive(Debug, Clone, Default)]
struct ListLevel {
    start: u32,
    format: String,
    /// The text with `%1` for the number of the first level, and so on.
    text: String,
}

/// A list as paragraphs name it.
#[derive(Debug, Clone, Default)]
struct NumberedList {
    shape: u32,
    starts: BTreeMap<u32, u32>,
}

/// The lists of a document and their counters.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbering {
    shapes: BTreeMap<u32, BTreeMap<u32, ListLevel>>,
    lists: BTreeMap<u32, NumberedList>,
    counters: BTreeMap<u32, BTreeMap<u32, u32>>,
    begun: BTreeSet<u32>,
}

impl Numbering {
    /// Counts a paragraph, and returns its number as Word prints it; none for a list that is not there.
    pub(super) fn next(&mut self, list: u32, level: u32) -> Option<String> {
        let known = self.lists.get(&list)?;
        let shape = known.shape;
        let levels = self.shapes.get(&shape)?;
        let own = levels.get(&level)?.clone();
        let counters = self.counters.entry(shape).or_default();
        if self.begun.insert(list) {
            // A list that starts anew.
            for (level, start) in &known.starts {
                counters.insert(*level, start.saturating_sub(1));
            }
        }
        let number = counters.get(&level).map_or(own.start, |last| last.saturating_add(1));
        counters.insert(level, number);
        counters.retain(|other, _| *other <= level);
        if own.format == "bullet" {
            // Office suites write the plus of a symbol font. A bullet below a bullet is one further in.
            let is_plus = matches!(own.text.trim(), "+" | "\u{f02b}");
            let is_inner = level > 0
                && levels.get(&(level - 1)).is_some_and(|above| above.format == "bullet")
                && counters.contains_key(&(level - 1));
            let is_plus = is_plus || is_inner;
            return Some(if is_plus { "+" } else { "-" }.to_owned());
        }
        let mut text = own.text.clone();
        for above in 0..=level.min(8) {
            let known = levels.get(&above);
            let count = counters.get(&above).copied().or(known.map(|level| level.start)).unwrap_or(1);
            let written = known.map_or_else(|| count.to_string(), |level| written(count, &level.format));
            text = text.replace(&format!("%{}", above + 1), &written);
        }
        (!text.trim().is_empty()).then(|| text.trim().to_owned())
    }
}

/// A number in a format of Word.
fn written(number: u32, format: &str) -> String {
    let letter = |first: u8| {
        let at = u8::try_from(number.saturating_sub(1) % 26).unwrap_or(0);
        char::from(first + at).to_string()
    };
    match format {
        "upperRoman" => roman(number as usize),
        "lowerRoman" => roman(number as usize).to_lowercase(),
        "upperLetter" => letter(b'A'),
        "lowerLetter" => letter(b'a'),
        "decimalZero" => format!("{number:02}"),
        "none" => String::new(),
        _ => number.to_string(),
    }
}

/// Reads `numbering.xml`.
pub(super) fn read_numbering(file: &str, text: &str) -> Result<Numbering, ImportError> {
    let mut numbering = Numbering::default();
    let mut reader = SourceXml::new(file, text);
    let (mut shape, mut list, mut level): (Option<u32>, Option<u32>, u32) = (None, None, 0);
    while let Some(event) = reader.next(SourcePlace::paragraph(1))? {
        let XmlEvent::Start(name, attributes) = event else {
            if let XmlEvent::End(name) = event {
                match name.as_str() {
                    "abstractNum" => shape = None,
                    "num" => list = None,
                    _ => {}
                }
            }
            continue;
        };
        let number = |name: &str| attribute(&attributes, name).and_then(|value| value.parse::<u32>().ok());
        match name.as_str() {
            "abstractNum" => shape = number("abstractNumId"),
            "num" => list = number("numId"),
            "abstractNumId" => {
                if let (Some(list), Some(shape)) = (list, number("val")) {
                    numbering.lists.entry(list).or_default().shape = shape;
                }
            }
            "lvl" | "lvlOverride" => level = number("ilvl").unwrap_or(0),
            "startOverride" => {
                if let (Some(list), Some(start)) = (list, number("val")) {
                    numbering.lists.entry(list).or_default().starts.insert(level, start);
                }
            }
            "start" | "numFmt" | "lvlText" => {
                let Some(shape) = shape.filter(|_| list.is_none()) else { continue };
                let levels = numbering.shapes.entry(shape).or_default();
                let known =
                    levels.entry(level).or_insert_with(|| ListLevel { start: 1, ..ListLevel::default() });
                let value = attribute(&attributes, "val").unwrap_or_default();
                match name.as_str() {
                    "start" => known.start = value.parse().unwrap_or(1),
                    "numFmt" => value.clone_into(&mut known.format),
                    _ => value.clone_into(&mut known.text),
                }
            }
            _ => {}
        }
    }
    Ok(numbering)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: &str = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>
        <w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
        <w:lvlText w:val="%2."/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
        </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>
        <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>"#;

    #[test]
    fn counters_run_on_and_start_anew() {
        let mut numbering = read_numbering("a.docx", LISTS).unwrap();
        let mut next = |list, level| numbering.next(list, level).unwrap_or_default();
        assert_eq!([next(1, 0), next(1, 1), next(1, 1), next(1, 2)], ["I.", "1.", "2.", "-"]);
        assert_eq!([next(1, 0), next(1, 1)], ["II.", "1."]);
        assert_eq!([next(2, 0), next(2, 0), next(9, 0)], ["I.", "II.", ""]);
    }

    #[test]
    fn a_bullet_below_a_bullet_is_further_in() {
        let level = |at: u32, sign: &str| {
            format!(
                "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"{sign}\"/></w:lvl>"
            )
        };
        let list = |first: &str, second: &str| {
            let text = format!(
                "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"0\">{}{}</w:abstractNum><w:num w:numId=\"1\">\
                 <w:abstractNumId w:val=\"0\"/></w:num></w:numbering>",
                level(0, first),
                level(1, second)
            );
            read_numbering("a.docx", &text).unwrap()
        };
        let mut symbols = list("\u{f0b7}", "o");
        assert_eq!([symbols.next(1, 0), symbols.next(1, 1)], [Some("-".to_owned()), Some("+".to_owned())]);
        assert_eq!(list("-", "\u{f02b}").next(1, 1), Some("+".to_owned()));
    }
}
