//! The JSON Schema against the reader: one verdict on every value of every key.

use std::fmt::Write;

use plan::language::Lang;
use plan::parse::format::{HEADER, LISTS, MappingFormat, REPORTER, ValueShape};
use plan::parse::{PlanFiles, Role};
use plan::span::{Source, Sources};

use crate::commands::schema::Judge;

/// The main file beside every tested file.
const MAIN: &str = "format: 1\nplan: a\ntitle: a\nperiod: 2024\n";

/// Returns the errors of the reader about the shape of a file.
fn read(path: &str, text: &str) -> Vec<String> {
    const SHAPE: [&str; 6] =
        ["unknown-key", "wrong-type", "missing-key", "bad-id", "format-version", "duplicate-key"];
    let mut sources = Sources::default();
    let tested = sources.add(Source::new(path, text));
    let mut plan = PlanFiles::new(tested);
    if path != "p/plan.yaml" {
        let role = if path.starts_with("p/progress/") { Role::Progress } else { Role::Lists };
        plan = PlanFiles::new(sources.add(Source::new("p/plan.yaml", MAIN)));
        plan.add(tested, role);
    }
    let (_, all) = plan.draft(&sources);
    let of_file = all.iter().filter(|one| one.span.source == tested);
    // No schema can see what a file includes, or whose report it is.
    let beyond = |name: &str| name.starts_with("include") || name == "foreign-report";
    let of_file: Vec<_> = of_file.filter(|one| !beyond(one.rule.name)).collect();
    for diagnostic in &of_file {
        assert!(SHAPE.contains(&diagnostic.rule.name), "{}\n{text}", diagnostic.rule.name);
    }
    of_file.iter().map(|one| format!("{}: {}", one.rule.name, one.message.get(Lang::En))).collect()
}

fn agree(judge: &Judge, path: &str, text: &str) -> bool {
    let (read, errors) = (read(path, text), judge.errors(text));
    assert_eq!(read.is_empty(), errors.is_none(), "{path}\n{text}\nreader: {read:#?}\nschema: {errors:#?}");
    read.is_empty()
}

/// Scalars of every kind, and other nodes.
const VALUES: &[&str] = &[
    "2024",
    "\"2024\"",
    "012",
    "1.10",
    "\"1.10\"",
    "11",
    "\"11\"",
    "11.0",
    "11.",
    "0x0B",
    "0o13",
    "-3",
    "-3.5",
    "\"+11\"",
    "1e2",
    "\"1e2\"",
    "1e2x",
    "98.5",
    "\"98,5\"",
    "98,5 %",
    "100%",
    "1000000000",
    "\"999999999\"",
    "\"1000000000\"",
    "no",
    "yes",
    "on",
    "true",
    "True",
    "TRUE",
    "\"true\"",
    "\" true \"",
    "tRUE",
    "false",
    "null",
    "~",
    "Null",
    "\"null\"",
    "\"~\"",
    "",
    "\"\"",
    "''",
    "\" \"",
    "|2-\n\n",
    "15/5/2024",
    "\"15/5/2024\"",
    "2024-05-15",
    "15-5-2024",
    "15.05.2024",
    "ngày 15 tháng 5 năm 2024",
    "Ngày 15 Tháng 5/2024.",
    "sáng 28/8/2024",
    "15 / 5 / 2024",
    "015/05/2024",
    "NGÀY 15/5/2024",
    "nga\u{300}y 15/5/2024",
    "15\u{2013}5\u{2013}2024",
    "15/5",
    "15/5 năm 2024",
    "15. 5. 2024",
    "hoàn thành ngày 15/5/2024",
    "lộ trình 15/5/2024",
    "trong ngày 15/5/2024 .",
    "ngày 2024-5-15",
    "buổi sáng ngày 15/5/2024",
    "năm 2024",
    "5-2024",
    "15-5/2024",
    "thứ Hai 15/5/2024",
    "chiều15/5/2024",
    "tháng 9/2024",
    "2024-05",
    "hôm qua",
    "đến 15/5/2024",
    "trước ngày 15/5/2024",
    "15/13/2024",
    "32/5/2024",
    "15/5/1899",
    "15/5-2024",
    "15/5/24",
    "từ 1/5/2024 đến 2/5/2024",
    "15/5/2024 và 16/5/2024",
    "nhân dịp ngày 27/7/2024",
    "vào 15/5/3000",
    "each",
    "\" each \"",
    "Each",
    "joint",
    "done",
    "started",
    "ke-hoach",
    "next",
    "none",
    "exclusive",
    "allow",
    "deny",
    "II.1-2a",
    "a b",
    "-a",
    "đ",
    "\"#a\"",
    "a/b",
    "x_y",
    "'a: b'",
    "[]",
    "{}",
    "[a, 1, null, true, \"\"]",
    "[[a]]",
    "[{a: b}]",
    "{a: 1}",
    "{from: 1/1/2024, to: 31/12/2024}",
    "{from: 1/1/2024}",
    "{no-evidence: allow}",
    "{no-evidence: null}",
    "{no-evidence: alow}",
    "[null]",
    "{due: , lead: [a]}",
    "x-kinh-phi",
    "x-",
    "X-a",
    "\"x-a b\"",
];

/// A generator of pseudo-random numbers, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }

    fn often(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn one<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

/// Writes a value that is mostly right for a shape.
fn value(shape: &ValueShape, indent: usize, dice: &mut Dice, out: &mut String) {
    if !dice.often(92) {
        let value = dice.one(VALUES);
        let _ = writeln!(out, " {value}");
        return;
    }
    let right = match shape {
        ValueShape::Text => dice.one(&["chữ", "2024", "no", "1.10", "true", "012"]),
        ValueShape::Id => dice.one(&["II.1-2a", "2024", "no", "1.10", "a_b"]),
        ValueShape::OwnKey => dice.one(&["x-a", "x-kinh-phi", "x-1.0"]),
        ValueShape::Word(words) => dice.one(words),
        ValueShape::Meant(words) => {
            let all: Vec<&str> = words.all().map(|(word, _)| word).collect();
            dice.one(&all)
        }
        ValueShape::OpenDay => dice.one(&["15/5/2024", "15/5", "ngày 15 tháng 5", "ngày 15/05"]),
        ValueShape::Day => dice.one(&["15/5/2024", "2024-05-15", "ngày 15 tháng 5 năm 2024"]),
        ValueShape::Bool => dice.one(&["true", "false"]),
        ValueShape::Count => dice.one(&["1", "\"1\"", "01", "1.0"]),
        ValueShape::Number => dice.one(&["98.5", "\"98,5%\"", "-1"]),
        ValueShape::Many => dice.one(&["a", "[a, 2]", "[]", "2024"]),
        ValueShape::WordsOr(format) if format.name() == "due" => {
            dice.one(&["Quý II", "{text: trước kỳ họp, means: 5/7/2024}", "{text: a}", "hằng tháng"])
        }
        ValueShape::WordsOr(_) => dice.one(&["2024", "{from: 1/1/2024, to: 2/1/2024}", "năm học 2022-2023"]),
        ValueShape::Levels => dice.one(&["{no-evidence: allow}", "{}"]),
        ValueShape::Map(format) => {
            out.push('\n');
            mapping(format, indent + 2, "", dice, out);
            return;
        }
        ValueShape::List(format) => {
            out.push('\n');
            for _ in 0..=dice.below(2) {
                mapping(format, indent + 4, "- ", dice, out);
            }
            return;
        }
    };
    let _ = writeln!(out, " {right}");
}

/// Writes most of the keys of a format; `lead` goes before the first.
fn mapping(format: &MappingFormat, indent: usize, mut lead: &str, dice: &mut Dice, out: &mut String) {
    let complete = dice.one(&["0", "1"]) == "1";
    for key in format.keys {
        let wanted = if key.required {
            97
        } else if complete {
            60
        } else {
            15
        };
        if !dice.often(wanted) {
            continue;
        }
        let wrong = if dice.often(99) { "" } else { "_khoa" };
        let _ = write!(out, "{}{lead}{}{wrong}:", " ".repeat(indent - lead.len()), key.name());
        lead = "";
        value(&key.shape, indent, dice, out);
    }
    if dice.often(10) {
        let key = dice.one(&["x-a", "x-", "x-kinh phí", "xa"]);
        let _ = write!(out, "{}{lead}{key}:", " ".repeat(indent - lead.len()));
        lead = "";
        value(&ValueShape::Text, indent, dice, out);
    }
    if !lead.is_empty() {
        let _ = writeln!(out, "{}- {{}}", " ".repeat(indent - lead.len()));
    } else if out.ends_with(":\n") {
        let _ = writeln!(out, "{}{{}}", " ".repeat(indent));
    }
}

#[test]
fn reader_and_schema_agree_on_every_value_of_every_key() {
    let judge = Judge::new();
    let (mut right, mut all) = (0, 0);
    for key in HEADER.keys {
        for value in VALUES {
            let others = HEADER.keys.iter().filter(|other| other.required && other.name() != key.name());
            let mut text = String::new();
            for other in others {
                let _ = writeln!(text, "{}: 1", other.name());
            }
            let _ = writeln!(text, "{}: {value}", key.name());
            right += usize::from(agree(&judge, "p/plan.yaml", &text));
            all += 1;
        }
    }
    for list in LISTS.keys {
        for value in VALUES {
            right += usize::from(agree(&judge, "p/lists.yaml", &format!("{}: {value}\n", list.name())));
        }
        let ValueShape::List(format) = list.shape else { continue };
        for value in VALUES {
            let required = format.keys.iter().filter(|key| key.required || key.name() == "task");
            let mut text = format!("{}:\n- x-a: {value}\n", list.name());
            for key in required.chain(format.any_of.first().into_iter().filter_map(|any| format.get(any[0])))
            {
                let right = match key.shape {
                    ValueShape::Day => "1/2/2024",
                    ValueShape::OwnKey => "x-a",
                    ValueShape::Word(words) => words[0],
                    _ => "a",
                };
                if !text.contains(&format!("  {}:", key.name())) {
                    let _ = writeln!(text, "  {}: {right}", key.name());
                }
            }
            right += usize::from(agree(&judge, "p/lists.yaml", &text));
            all += 1;
        }
        for key in format.keys {
            for value in VALUES {
                let mut text = format!("{}:\n- {}: {value}\n", list.name(), key.name());
                for other in format.keys.iter().filter(|other| other.name() != key.name()) {
                    let right = match (other.required, other.name(), other.shape) {
                        (_, "kind" | "task" | "state" | "dropped", ValueShape::Bool) => "true",
                        (_, "state", _) => "done",
                        (_, "task" | "kind", _) => "a",
                        (true, _, ValueShape::Day) => "1/2/2024",
                        (true, _, ValueShape::OwnKey) => "x-a",
                        (true, ..) => "a",
                        _ => continue,
                    };
                    let _ = writeln!(text, "  {}: {right}", other.name());
                }
                right += usize::from(agree(&judge, "p/lists.yaml", &text));
                all += 1;
            }
        }
    }
    for value in VALUES {
        agree(&judge, "p/progress/a.yaml", &format!("unit: {value}\n"));
        agree(&judge, "p/progress/a.yaml", &format!("unit: a\nprogress: {value}\n"));
        agree(&judge, "p/lists.yaml", &format!("progress:\n- {value}\n"));
    }
    // The test tests something only if both verdicts are common.
    assert!(right * 5 > all && right * 5 < all * 4, "{right} of {all}");
}

#[test]
fn reader_and_schema_agree_on_whole_files() {
    let judge = Judge::new();
    let mut right = 0;
    let rounds = 3000;
    for seed in 1..=rounds {
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(seed));
        let mut text = String::new();
        let path = dice.one(&["p/plan.yaml", "p/lists.yaml", "p/progress/a.yaml"]);
        if path == "p/plan.yaml" {
            mapping(&HEADER, 0, "", &mut dice, &mut text);
        } else if path != "p/lists.yaml" && dice.often(70) {
            mapping(&REPORTER, 0, "", &mut dice, &mut text);
        }
        let at = dice.below(LISTS.keys.len());
        let list = &LISTS.keys[at];
        let _ = write!(text, "{}:", list.name());
        value(&list.shape, 0, &mut dice, &mut text);
        if path == "p/plan.yaml"
            && !HEADER.keys.iter().any(|key| text.starts_with(&format!("{}:", key.name())))
        {
            // Without any key of a header a schema takes it for another file.
            continue;
        }
        right += usize::from(agree(&judge, path, &text));
    }
    assert!(right > 300 && right < 2500, "{right}");
}
