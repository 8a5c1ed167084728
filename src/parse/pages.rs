//! A generator of files of a plan, for tests: every notation of lists, entries and comments that people type.

use std::fmt::Write;

use super::emit::{ScalarContext, scalar};

/// Texts that some reader of YAML takes for something else.
pub(super) const WORDS: [&str; 38] = [
    "PL2-02",
    "23/1/2026",
    "done",
    "Báo cáo số 07/BC-PHH ngày 17/3/2025",
    "no",
    "~",
    "",
    "a: b",
    "x # y",
    "- z",
    "[1]",
    "{a}",
    "dấu, phẩy",
    "'nháy'",
    "\"kép\"",
    "hai\ndòng",
    "012",
    "1.10",
    " đầu",
    "cuối ",
    "@a",
    "`b",
    "%c",
    "!d",
    "&e",
    "*f",
    "|",
    ">",
    "?",
    ":",
    "a:",
    "tab\tx",
    "😀",
    "k\u{2028}l",
    "---",
    "...",
    "]",
    "}",
];

/// A generator of files, from a seed.
pub(super) struct Pages(u64);

impl Pages {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.max(1))
    }

    pub(super) fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).unwrap()
    }

    fn is_one_of(&mut self, most: usize) -> bool {
        self.below(most) == 0
    }

    /// A text with a meaning of its own in YAML.
    pub(super) fn word(&mut self) -> &'static str {
        WORDS[self.below(WORDS.len())]
    }

    fn written(&mut self, context: ScalarContext) -> String {
        scalar(self.word(), context)
    }

    fn flow(&mut self) -> String {
        let [item, date, state] = [(); 3].map(|()| self.written(ScalarContext::Flow));
        let gap = if self.is_one_of(4) { "\n        " } else { " " };
        format!("{{item: {item}, date: {date},{gap}state: {state}}}")
    }

    fn block(&mut self, column: usize) -> String {
        let indent = " ".repeat(column);
        let [item, date, state] = [(); 3].map(|()| self.written(ScalarContext::Block));
        let mut text = format!("item: {item}\n{indent}date: {date}");
        if self.is_one_of(4) {
            text += " # ở giữa";
        }
        if self.is_one_of(5) {
            write!(text, "\n{indent}# riêng một dòng").unwrap();
        }
        write!(text, "\n{indent}state: {state}").unwrap();
        let note = match self.below(8) {
            0 => format!("\n{indent}note: |\n{indent}  một\n{indent}  - hai # ba"),
            1 => format!("\n{indent}note: >-\n{indent}  một\n\n{indent}  hai"),
            2 => format!("\n{indent}note:"),
            3 => format!("\n{indent}note: [a,\n{indent}  b]"),
            4 => format!("\n{indent}unit:\n{indent}- a\n{indent}- b"),
            5 => format!("\n{indent}unit:\n{indent}  - a # một\n\n{indent}  - b"),
            _ => String::new(),
        };
        text + &note
    }

    /// A list at the top of a file; with few chances one without an entry.
    fn list(&mut self, key: &str, text: &mut String) {
        match self.below(9) {
            0 => {
                let entries: Vec<String> = (0..=self.below(3)).map(|_| self.flow()).collect();
                writeln!(text, "{key}: [{}]", entries.join(", ")).unwrap();
            }
            1 => {
                writeln!(text, "{key}: [").unwrap();
                let count = self.below(3);
                for nth in 0..=count {
                    if self.is_one_of(3) {
                        *text += "  # trên\n";
                    }
                    let comma = if nth < count || self.is_one_of(2) { "," } else { "" };
                    let comment = if self.is_one_of(3) { " # sau, nhé" } else { "" };
                    writeln!(text, "  {}{comma}{comment}", self.flow()).unwrap();
                }
                *text += "]\n";
            }
            2 => {
                let none = ["", " []", " [ ]", " ~", " null", " [\n  # trong\n]"][self.below(6)];
                let comment = if self.is_one_of(2) { " # chưa có" } else { "" };
                writeln!(text, "{key}:{none}{comment}").unwrap();
                if self.is_one_of(3) {
                    *text += "  # dưới\n";
                }
            }
            _ => self.block_list(key, text),
        }
    }

    fn block_list(&mut self, key: &str, text: &mut String) {
        let dash = [0, 2, 4][self.below(3)];
        let gap = if self.is_one_of(4) { 3 } else { 1 };
        let indent = " ".repeat(dash);
        writeln!(text, "{key}:{}", if self.is_one_of(4) { " # mở" } else { "" }).unwrap();
        for _ in 0..=self.below(4) {
            if self.is_one_of(4) {
                writeln!(text, "{indent}# trên").unwrap();
            }
            let entry = if self.is_one_of(2) { self.flow() } else { self.block(dash + 1 + gap) };
            write!(text, "{indent}-{}{entry}", " ".repeat(gap)).unwrap();
            let may_have_comment = !entry.ends_with("ba") && !entry.ends_with("hai");
            *text += if self.is_one_of(4) && may_have_comment { "  # sau\n" } else { "\n" };
            if self.is_one_of(6) {
                *text += "\n";
            }
            if self.is_one_of(6) {
                writeln!(text, "{indent}  # thuộc mục trên").unwrap();
            }
        }
        if self.is_one_of(5) {
            *text += "# hết\n";
        }
    }

    /// A list of targets, some with results; returns their number.
    fn targets(&mut self, text: &mut String) -> usize {
        let count = 1 + self.below(3);
        *text += "targets:\n";
        for nth in 0..count {
            if self.is_one_of(2) {
                let results = match self.below(5) {
                    0 => ", results: []",
                    1 => ", results: ~",
                    2 => ", results: [{date: 1/1/2026, value: đạt}]",
                    3 => {
                        ", results: [{date: 1/1/2026, value: đạt},\n     {date: 2/1/2026, value: '5,0'}, ], note: sau"
                    }
                    _ => "",
                };
                let note = self.written(ScalarContext::Flow);
                writeln!(text, "- {{id: CT-{nth}, title: {note}{results}}} # sau").unwrap();
            } else {
                let note = self.written(ScalarContext::Block);
                let results = match self.below(7) {
                    0 => "  results: [] # chưa có\n",
                    1 => "  results:\n",
                    2 => "  results: [{date: 1/1/2026, value: đạt}]\n",
                    3 => "  results:\n  - {date: 1/1/2026, value: đạt} # một\n    # còn\n",
                    4 => "  results:\n    - date: 1/1/2026\n      value: |\n        hai\n        ba\n",
                    5 => {
                        "  results: [\n    {date: 1/1/2026, value: đạt}, # một\n    {date: 1/1/2026, value: x}]\n"
                    }
                    _ => "",
                };
                let tail = if self.is_one_of(2) { "  note: sau # cuối\n" } else { "" };
                write!(text, "- id: CT-{nth}\n  title: {note}\n{results}{tail}").unwrap();
            }
            if self.is_one_of(4) {
                *text += "\n# riêng\n";
            }
        }
        count
    }

    /// A whole file.
    pub(super) fn document(&mut self) -> String {
        let mut text = String::new();
        if self.is_one_of(4) {
            text += "# đầu tệp\n";
        }
        if self.is_one_of(6) {
            text += "---\n";
        }
        if self.is_one_of(2) {
            text += "unit: phuong-a\n";
        }
        if self.is_one_of(3) {
            self.targets(&mut text);
        }
        if !self.is_one_of(6) {
            self.list("progress", &mut text);
        }
        if self.is_one_of(3) {
            text += "changes:\n  - {item: A, date: 1/1/2025, dropped: true}\n";
        }
        // Some readers know no end of a document that has not begun.
        if self.is_one_of(8) && text.contains(":\n") {
            text += "...\n";
        }
        // Without its line break the last line of a block scalar would be another text.
        if self.is_one_of(6) && !text.contains(": |") && !text.contains(": >") {
            text.truncate(text.trim_end().len());
        }
        if self.is_one_of(4) {
            text = text.replace('\n', "\r\n");
        }
        if self.is_one_of(10) {
            text.insert(0, '\u{feff}');
        }
        text
    }
}
