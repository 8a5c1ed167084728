//! A poisoned plan, made from the table of the format: a new key is poisoned without a change here.

use std::fmt::Write as _;
use std::fs;

use plan::parse::format::{HEADER, KeyFormat, LISTS, MappingFormat, ValueShape};
use tempfile::TempDir;

/// Terminal control (titles, colours, links, C1, backspaces), hidden and reversed letters, markup, and commands of
/// the programs that read the output. The first characters matter to readers that look at nothing else.
pub(crate) const POISONS: [&str; 10] = [
    "=HYPERLINK(\"http://evil.example\";\"x\")\u{1b}]0;danh\u{7}\u{1b}[31m\u{9b}2J",
    "\u{1b}]8;;http://evil.example\u{1b}\\bấm\u{1b}]8;;\u{1b}\\\u{8}\u{8}\u{7f}\u{85}x;=1+1",
    "\t=1+1 \u{202e}gnửgn\u{202c} \u{2066}x\u{2069}\u{200b}\u{feff}\u{ad}\u{2028}y",
    "<script>alert(1)</script><img src=x onerror=alert(1)>\"' onmouseover='x",
    "::error file=a.yaml,line=1::xong%0A%0D::warning::\n::error::dòng hai\r\n##[error]x",
    "| a | b |\n|---|---|\n`x` **đậm** [f](javascript:g) ![i](http://evil.example)\n# Đầu đề",
    "@SUM(1+1)*cmd|' /C calc'!A0\n+1\n-1\n\r=2",
    "＝１＋１ ＠x </td></tr></table><!-- ]]> --> & &amp; </title></style>",
    "-2+3+cmd|' /C calc'!A0,\"b\"\"c\",'",
    "{{7*7}}${x}%s%n\\\\ \\e[31m \\u001b \u{e0041}\u{fff9}\u{180e}",
];

/// An endless sequence of poisons, with a different start for each plan.
struct Poison(usize);

impl Poison {
    fn next(&mut self) -> String {
        self.0 += 1;
        POISONS[self.0 % POISONS.len()].to_owned()
    }
}

/// Returns the value of a key that needs a meaning for the plan to be valid.
fn meaning(format: &str, key: &str) -> Option<&'static str> {
    Some(match (format, key) {
        ("header", "format") => "1",
        ("header", "plan") => "p",
        ("header", "period") => "2026",
        ("header", "issuer" | "standing") | ("units" | "groups", "parent") => "\"cap-tren\"",
        ("header", "include") => "[]",
        ("defaults", "due") => "\"trong năm\"",
        ("defaults" | "targets" | "tasks" | "schedule" | "changes", "lead")
        | ("results" | "progress" | "changes", "unit")
        | ("units", "id") => "\"a\"",
        ("tasks" | "schedule" | "defaults", "with" | "to") => "[\"b\", \"g\"]",
        ("units" | "groups", "kind") => "\"x\"",
        ("units", "until") => "\"31/12/2027\"",
        ("groups", "id") => "\"g\"",
        ("units", "successors") | ("groups", "members") => "[\"b\"]",
        ("school_years", "year") => "\"2025-2026\"",
        ("school_years", "from") => "\"5/9/2025\"",
        ("school_years", "term1_ends") => "\"17/1/2026\"",
        ("school_years", "term2_ends") => "\"25/5/2026\"",
        ("school_years", "to") => "\"31/5/2026\"",
        ("workdays", "date") => "\"7/3/2026\"",
        ("events", "date") => "\"10-12/6/2026\"",
        ("columns", "key") => "\"x-own\"",
        ("columns", "form") => "true",
        ("goals", "id") | ("targets", "goal") => "\"G\"",
        ("tasks" | "schedule", "goals") => "[\"G\"]",
        ("targets", "id") => "\"C\"",
        ("targets", "value") => "\">= 65%\"",
        ("targets" | "tasks" | "schedule", "due") => "\"tháng 3\"",
        ("targets", "tasks") => "[\"t\"]",
        ("results", "value") => "70",
        ("sections", "id") | ("tasks" | "schedule", "section") => "\"I\"",
        ("tasks", "id") | ("schedule", "task") => "\"t\"",
        ("schedule", "id") | ("progress" | "changes", "item") => "\"r\"",
        ("progress", "percent") => "50",
        ("changes", "due") => "\"31/10/2026\"",
        ("progress" | "changes", "date") => "\"2/4/2026\"",
        // Keys whose change would leave nothing to report on, or that take no words.
        ("sections", "parent")
        | ("tasks", "heading" | "same_as")
        | ("tasks" | "schedule", "mode" | "from")
        | ("changes", "dropped" | "period")
        | ("progress", "period" | "as_of")
        | ("results", "period")
        | ("targets", "horizons")
        | ("groups", "count")
        | ("units", "from") => "null",
        ("settings", "due_soon") => "3",
        ("settings", "lint") => "{}",
        _ => return None,
    })
}

/// Quotes a text for YAML and JSON.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            c if c.is_alphabetic() && c as u32 <= 0xffff => out.push(c),
            c => write!(out, "\\U{:08x}", c as u32).unwrap(),
        }
    }
    out.push('"');
    out
}

fn value(format: &MappingFormat, key: &KeyFormat, poison: &mut Poison) -> String {
    if let Some(fixed) = meaning(format.name(), key.name()) {
        return fixed.to_owned();
    }
    match key.shape {
        ValueShape::Text => quoted(&poison.next()),
        ValueShape::Many => format!("[{}, {}]", quoted(&poison.next()), quoted(&poison.next())),
        ValueShape::Word(words) => words[0].to_owned(),
        ValueShape::Meant(words) => words.words().next().unwrap().to_owned(),
        ValueShape::Day | ValueShape::OpenDay => "\"1/3/2026\"".to_owned(),
        ValueShape::Map(inner) => mapping(inner, poison),
        ValueShape::List(inner) => format!("[{}]", mapping(inner, poison)),
        shape => panic!("{}.{} ({shape:?}) needs a meaning", format.name(), key.name()),
    }
}

fn mapping(format: &MappingFormat, poison: &mut Poison) -> String {
    let pairs: Vec<String> =
        format.keys.iter().map(|key| format!("{}: {}", key.name(), value(format, key, poison))).collect();
    format!("{{{}}}", pairs.join(", "))
}

/// Returns a folder with a valid plan that has poison in every free text.
pub(crate) fn poisoned(first: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut poison = Poison(first);
    let mut main = String::new();
    for (table, key) in
        [&HEADER, &LISTS].into_iter().flat_map(|table| table.keys.iter().map(move |key| (table, key)))
    {
        writeln!(main, "{}: {}", key.name(), value(table, key, &mut poison)).unwrap();
    }
    fs::write(folder.path().join("plan.yaml"), main).unwrap();
    let unit =
        |id: &str, poison: &mut Poison| format!("{{id: {id}, name: {}, kind: y}}", quoted(&poison.next()));
    let more = format!("units: [{}, {}]\n", unit("b", &mut poison), unit("cap-tren", &mut poison));
    fs::write(folder.path().join("units.yaml"), more).unwrap();
    folder
}
