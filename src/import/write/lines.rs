//! Lines of YAML: keys with scalars, folded texts, comments, the marks of doubts.

use crate::import::block::SourcePlace;
use crate::import::plan::Doubt;
use crate::language::{Lang, Message};
use crate::parse::emit::{ScalarContext, scalar};

/// The widest line, as the plans of the repository have it.
const WIDTH: usize = 112;

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedFile {
    /// The path in the folder of the plan.
    pub path: String,
    /// The text.
    pub text: String,
    /// The lines that a person should look at.
    pub notes: Vec<FileNote>,
}

/// A line of a file that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileNote {
    /// The number of the line, from 1.
    pub line: usize,
    /// The entry.
    pub entry: String,
    /// The place in the document.
    pub place: SourcePlace,
    /// The reason.
    pub reason: Message,
}

/// A writer of lines.
pub(super) struct YamlLines {
    text: String,
    notes: Vec<FileNote>,
    lang: Lang,
}

/// A place to write an entry of a list.
#[derive(Clone, Copy)]
pub(super) struct WrittenEntry<'e> {
    /// The name of the entry in the report.
    pub(super) name: &'e str,
    /// The place in the document.
    pub(super) place: SourcePlace,
    /// The doubts.
    pub(super) doubts: &'e [Doubt],
}

impl YamlLines {
    pub(super) fn new(lang: Lang) -> Self {
        Self { text: String::new(), notes: Vec::new(), lang }
    }

    pub(super) fn finish(mut self, path: &str) -> ImportedFile {
        self.text.truncate(self.text.trim_end().len());
        self.text.push('\n');
        ImportedFile { path: path.to_owned(), text: self.text, notes: self.notes }
    }

    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    /// Returns true if a line is no comment.
    pub(super) fn has_entries(&self) -> bool {
        self.text.lines().any(|line| !line.is_empty() && !line.starts_with('#'))
    }

    /// An empty line.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A line as it is.
    pub(super) fn raw(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A comment, wrapped.
    pub(super) fn comment(&mut self, indent: usize, words: &str) {
        for line in words.lines() {
            for part in wrapped(line, WIDTH - indent - 2) {
                self.raw(format!("{:indent$}# {part}", "").trim_end());
            }
        }
    }

    /// `key: value` in lines of an entry; `dash` is the indentation of the list.
    pub(super) fn pair(
        &mut self,
        indent: usize,
        is_first: bool,
        key: &str,
        value: &str,
        entry: WrittenEntry<'_>,
    ) {
        let head = head(indent, is_first, key);
        let doubt = entry.doubts.iter().find(|doubt| doubt.key == key);
        let mark = doubt.map(|doubt| format!(" # ? {}", doubt.reason.get(self.lang))).unwrap_or_default();
        let line = format!("{head} {}", scalar_of(value));
        if line.chars().count() <= WIDTH && !value.contains('\n') {
            self.raw(&format!("{line}{mark}"));
            self.note(doubt, entry);
            return;
        }
        self.folded(indent, is_first, key, value, entry);
    }

    /// `key: >-` with the text below it.
    pub(super) fn folded(
        &mut self,
        indent: usize,
        is_first: bool,
        key: &str,
        value: &str,
        entry: WrittenEntry<'_>,
    ) {
        let doubt = entry.doubts.iter().find(|doubt| doubt.key == key);
        let mark = doubt.map(|doubt| format!(" # ? {}", doubt.reason.get(self.lang))).unwrap_or_default();
        self.raw(&format!("{} >-{mark}", head(indent, is_first, key)));
        self.note(doubt, entry);
        for line in wrapped(value, WIDTH - indent - 2) {
            self.raw(&format!("{:1$}{line}", "", indent + 2));
        }
    }

    /// `key: [a, b]`, or one value by itself.
    pub(super) fn many(
        &mut self,
        indent: usize,
        is_first: bool,
        key: &str,
        values: &[String],
        entry: WrittenEntry<'_>,
    ) {
        let doubt = entry.doubts.iter().find(|doubt| doubt.key == key);
        let mark = doubt.map(|doubt| format!(" # ? {}", doubt.reason.get(self.lang))).unwrap_or_default();
        let is_one = values.len() == 1 && key == "lead";
        let value = if is_one { scalar_of(&values[0]) } else { flow(values) };
        self.raw(&format!("{} {value}{mark}", head(indent, is_first, key)));
        self.note(doubt, entry);
    }

    /// The doubts about keys that are not there, as lines of their own.
    pub(super) fn open_doubts(&mut self, indent: usize, keys: &[&str], entry: WrittenEntry<'_>) {
        for doubt in entry.doubts.iter().filter(|doubt| !keys.contains(&doubt.key)) {
            let reason = doubt.reason.get(self.lang).to_owned();
            self.raw(&format!("{:indent$}# ? {}: {reason}", "", doubt.key));
            self.note(Some(doubt), entry);
        }
    }

    fn note(&mut self, doubt: Option<&Doubt>, entry: WrittenEntry<'_>) {
        if let Some(doubt) = doubt {
            self.notes.push(FileNote {
                line: self.text.matches('\n').count(),
                entry: entry.name.to_owned(),
                place: entry.place,
                reason: doubt.reason.clone(),
            });
        }
    }
}

fn head(indent: usize, is_first: bool, key: &str) -> String {
    if is_first { format!("{:1$}- {key}:", "", indent - 2) } else { format!("{:indent$}{key}:", "") }
}

/// A mapping in braces, if it fits on a line.
pub(super) fn in_braces(indent: usize, pairs: &[(&str, String)]) -> Option<String> {
    let pairs: Vec<String> =
        pairs.iter().map(|(key, value)| format!("{key}: {}", scalar(value, ScalarContext::Flow))).collect();
    let line = format!("{:1$}- {{{2}}}", "", indent, pairs.join(", "));
    (line.chars().count() <= WIDTH).then_some(line)
}

/// Texts in brackets.
pub(super) fn flow(values: &[String]) -> String {
    let values: Vec<String> = values.iter().map(|value| scalar(value, ScalarContext::Flow)).collect();
    format!("[{}]", values.join(", "))
}

/// A scalar behind a key; quotation marks as people write them.
pub(super) fn scalar_of(value: &str) -> String {
    scalar(value, ScalarContext::Block)
}

/// A text in lines of a width; a word that is longer has a line of its own.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut length = 0;
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let letters = word.chars().count();
        match lines.last_mut() {
            Some(line) if length + 1 + letters <= width => {
                line.push(' ');
                line.push_str(word);
                length += 1 + letters;
            }
            _ => {
                lines.push(word.to_owned());
                length = letters;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_folded_and_doubts_noted() {
        let mut lines = YamlLines::new(Lang::Vi);
        let doubts = [Doubt { key: "due", reason: Message::same("vì sao") }];
        let entry = WrittenEntry { name: "I-1", place: SourcePlace::line(3), doubts: &doubts };
        lines.pair(4, true, "id", "1.e-1", entry);
        lines.pair(4, false, "due", "trong năm", entry);
        lines.pair(4, false, "title", &"từ ".repeat(60), entry);
        let file = lines.finish("a.yaml");
        let all: Vec<&str> = file.text.lines().collect();
        assert_eq!(all[0], "  - id: '1.e-1'");
        assert_eq!(all[1], "    due: trong năm # ? vì sao");
        assert_eq!(all[2], "    title: >-");
        assert!(all[3].starts_with("      từ từ") && all[3].chars().count() <= WIDTH);
        assert_eq!((file.notes.len(), file.notes[0].line), (1, 2));
    }
}
