//! The JSON Schema of the format, made from the table of keys, for editors and other checkers.
//!
//! The schema and the reader agree on what a file may say: keys, what they need, and every kind of scalar
//! by its words. Three things are beyond a schema, and the reader's alone: a day that has the form of one
//! and does not exist (31/6/2024), a number of which only the spelling is wrong (`+5` as an id), and what
//! a file is to its plan, for a schema does not see its name. So a file with any key of the header is a main
//! file to it, and `unit:` may stand at the top of any other.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use unicode_normalization::UnicodeNormalization;

use super::format::{
    HEADER, KeyFormat, LEVELS, LISTS, MappingFormat, MeantWords, OWN, OwnKeys, REPORTER, VERSION, ValueShape,
};
use super::key::Key;
use crate::language::Lang;
use crate::vietnamese::fold;

/// The JSON Schema (draft 2020-12) of the files of a plan, described in one language.
pub fn schema(lang: Lang) -> Value {
    let mut definitions = scalars();
    let mut keys = Map::new();
    for format in [&HEADER, &LISTS, &REPORTER] {
        for key in format.keys {
            keys.insert(key.name().to_owned(), property(key, lang));
            define(&key.shape, lang, &mut definitions);
        }
    }
    if let Some(format) = keys.get_mut(Key::Format.name()).and_then(Value::as_object_mut) {
        format.remove("$ref");
        format.insert("anyOf".to_owned(), version());
    }
    let header: Vec<Value> = HEADER.keys.iter().map(|key| json!({"required": [key.name()]})).collect();
    let reporter: Map<String, Value> =
        REPORTER.keys.iter().map(|key| (key.name().to_owned(), json!(false))).collect();
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:plan-cli:format:{VERSION}"),
        "title": lang.pick("Tệp kế hoạch", "A file of a plan"),
        "description": lang.pick(
            "Tệp chính có phần đầu (format, plan, title, period, …) và các danh sách; các tệp khác chỉ có danh sách, \
             tệp dưới progress/ có thể mở đầu bằng unit.",
            "The main file has a header (format, plan, title, period, …) and lists; other files have only lists, \
             and one under progress/ may begin with unit.",
        ),
        "type": ["object", "null"],
        "properties": keys,
        "additionalProperties": false,
        "if": {"type": "object", "anyOf": header},
        "then": {
            "required": required(&HEADER),
            "properties": reporter,
        },
        "$defs": definitions,
    });
    prune(&mut schema);
    schema
}

/// Removes the definitions that nothing refers to.
fn prune(schema: &mut Value) {
    loop {
        let text = schema.to_string();
        let Some(definitions) = schema.get_mut("$defs").and_then(Value::as_object_mut) else { return };
        let before = definitions.len();
        definitions.retain(|name, _| text.contains(&format!("\"#/$defs/{name}\"")));
        if definitions.len() == before {
            return;
        }
    }
}

/// The scalars by the shape of their key: `text` may be left out, `text-required` may not.
fn scalars() -> Map<String, Value> {
    let any = json!(["string", "number", "boolean"]);
    let mut definitions = Map::new();
    let mut add = |name: &str, value: Value| definitions.insert(name.to_owned(), value);
    // `null`, `~`, an empty value and an empty string are no value.
    add("nothing", json!({"type": ["null", "string"], "pattern": r"^\s*$"}));
    add("something", json!({"not": reference("nothing")}));
    add("text-required", json!({"type": any, "pattern": r"\S"}));
    add("text", json!({"type": ["string", "number", "boolean", "null"]}));
    // Numbers and booleans are taken by their words, which are ids: 2024, 1.10, true.
    add("id-required", json!({"type": any, "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$", "minimum": 0}));
    add(
        "own-key-required",
        json!({"type": "string", "pattern": format!("^{OWN}[A-Za-z0-9][A-Za-z0-9._-]*$")}),
    );
    let many = json!({"type": "array", "items": {"type": ["string", "number", "boolean", "null"]}});
    add("many-required", json!({"anyOf": [many, reference("text-required")]}));
    add("many", json!({"anyOf": [many, reference("text")]}));
    let bool_words = r"^\s*(true|True|TRUE|false|False|FALSE)\s*$";
    add("bool-required", json!({"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": bool_words}]}));
    let count_words = r"^\s*(\+?0*[0-9]{1,9}(\.0*)?([eE]\+?0)?|\+?[0-9]{1,4}[eE]\+?[0-4]|0x[0-9a-fA-F]{1,7}|0o[0-7]{1,9})\s*$";
    add(
        "count-required",
        json!({"anyOf": [
            {"type": "integer", "minimum": 0, "maximum": 999_999_999},
            {"type": "string", "pattern": count_words},
        ]}),
    );
    let number_words = r"^\s*([+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)([eE][+-]?[0-9]+)?|0x[0-9a-fA-F]{1,7}|0o[0-7]{1,9})\s*%?\s*$";
    add(
        "number-required",
        json!({"anyOf": [{"type": "number"}, {"type": "string", "pattern": number_words}]}),
    );
    let [usual, spelt] = days();
    add(
        "day-required",
        json!({
            "anyOf": [{"type": "string", "pattern": usual}, {"type": "string", "pattern": spelt}],
            "examples": ["15/5/2024", "2024-05-15"],
        }),
    );
    let yearless = json!({"type": "string", "pattern": yearless_days()});
    add("open-day-required", json!({"anyOf": [reference("day-required"), yearless]}));
    for name in ["id", "own-key", "bool", "count", "number", "day", "open-day"] {
        add(name, json!({"anyOf": [reference(&format!("{name}-required")), reference("nothing")]}));
    }
    definitions
}

/// A key with what may stand behind it and what it means.
fn property(key: &KeyFormat, lang: Lang) -> Value {
    let mut property = value(&key.shape, key.required);
    property["description"] = key.doc(lang).into();
    property
}

/// The version of the format: the one that this program writes.
fn version() -> Value {
    let words = format!(r"^\s*\+?0*{VERSION}(\.0*)?\s*$");
    json!([{"const": VERSION}, {"type": "string", "pattern": words}])
}

fn value(shape: &ValueShape, required: bool) -> Value {
    let mark = if required { "-required" } else { "" };
    let scalar = |name: &str| reference(&format!("{name}{mark}"));
    let mut choices = match shape {
        ValueShape::Text => return scalar("text"),
        ValueShape::Id => return scalar("id"),
        ValueShape::OwnKey => return scalar("own-key"),
        ValueShape::Day => return scalar("day"),
        ValueShape::OpenDay => return scalar("open-day"),
        ValueShape::Bool => return scalar("bool"),
        ValueShape::Count => return scalar("count"),
        ValueShape::Number => return scalar("number"),
        ValueShape::Many => return scalar("many"),
        ValueShape::WordsOr(format) => {
            return json!({"anyOf": [scalar("text"), reference(format.name())]});
        }
        ValueShape::Word(words) => word(words),
        ValueShape::Meant(words) => meant(words),
        ValueShape::Levels => {
            let level = value(&ValueShape::Word(LEVELS), false);
            vec![json!({"type": "object", "additionalProperties": level})]
        }
        ValueShape::Map(format) => vec![reference(format.name())],
        ValueShape::List(format) => vec![json!({"type": "array", "items": reference(format.name())})],
    };
    if !required {
        choices.push(reference("nothing"));
    }
    json!({"anyOf": choices})
}

/// The words of a fixed list, with white space around them if somebody quotes it.
fn word(words: &[&str]) -> Vec<Value> {
    let pattern = format!(r"^\s*({})\s*$", words.join("|"));
    vec![json!({"enum": words}), json!({"type": "string", "pattern": pattern})]
}

/// The words of a fixed list, and those of the same meaning, whatever their case, with their accents or without.
fn meant(words: &MeantWords) -> Vec<Value> {
    let spelt = |word: &str| word.split(' ').map(any_case).collect::<Vec<_>>().join(r"\s+");
    let all: BTreeSet<String> = words.all().flat_map(|(word, _)| [spelt(word), spelt(&fold(word))]).collect();
    let pattern = format!(r"^\s*({})\s*$", all.into_iter().collect::<Vec<_>>().join("|"));
    let usual: Vec<&str> = words.words().collect();
    vec![json!({"enum": usual}), json!({"type": "string", "pattern": pattern})]
}

/// Adds what a shape refers to.
fn define(shape: &ValueShape, lang: Lang, definitions: &mut Map<String, Value>) {
    let format = match shape {
        ValueShape::Map(format) | ValueShape::List(format) | ValueShape::WordsOr(format) => *format,
        _ => return,
    };
    let mut keys = Map::new();
    for key in format.keys {
        keys.insert(key.name().to_owned(), property(key, lang));
        define(&key.shape, lang, definitions);
    }
    let mut mapping = json!({
        "type": "object",
        "properties": keys,
        "additionalProperties": false,
        "required": required(format),
    });
    // The names of the columns are the plan's: a schema knows only how they begin.
    let own = |value: Value| json!({format!("^{OWN}"): value});
    if format.takes_own() {
        mapping["patternProperties"] = own(reference("text"));
    }
    if !format.any_of.is_empty() {
        let complete = |keys: &&[Key]| {
            let given: Map<String, Value> =
                keys.iter().map(|key| (key.name().to_owned(), reference("something"))).collect();
            json!({"required": keys.iter().map(|key| key.name()).collect::<Vec<_>>(), "properties": given})
        };
        let mut choices: Vec<Value> = format.any_of.iter().map(complete).collect();
        if format.own == OwnKeys::Sufficient {
            // Not all of them are absent.
            choices.push(json!({"not": {"patternProperties": own(reference("nothing"))}}));
        }
        mapping["anyOf"] = choices.into();
    }
    definitions.insert(format.name().to_owned(), mapping);
}

fn required(format: &MappingFormat) -> Vec<&'static str> {
    format.keys.iter().filter(|key| key.required).map(KeyFormat::name).collect()
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/$defs/{name}")})
}

/// A day with its year: as it is mostly written, for messages that name it, and in every other form.
fn days() -> [String; 2] {
    const YEAR: &str = "0*(19|2[0-9])[0-9]{2}";
    let usual = r"^(0?[1-9]|[12][0-9]|3[01])/(0?[1-9]|1[0-2])/(19|2[0-9])[0-9]{2}$".to_owned();
    let (month, year, dash) = (any_case("tháng"), any_case("năm"), DASH);
    let day = [
        format!(r"{DAY}(\s*/\s*|\s*{month}\s*){MONTH}(\s*/\s*|\s*{year}\s*){YEAR}"),
        format!("{DAY}{dash}{MONTH}{dash}{YEAR}"),
        format!(r"{DAY}\s*\.\s*{MONTH}\s*\.\s*{YEAR}"),
        format!("{YEAR}{dash}{MONTH}{dash}{DAY}"),
    ];
    [usual, around(&day.join("|"))]
}

/// A day without its year.
fn yearless_days() -> String {
    let month = any_case("tháng");
    around(&format!(r"{DAY}(\s*/\s*|\s*{month}\s*){MONTH}"))
}

const DAY: &str = "0*([1-9]|[12][0-9]|3[01])";
const MONTH: &str = "0*([1-9]|1[0-2])";
const DASH: &str = "\\s*[-\u{2010}-\u{2015}\u{2212}]\\s*";

/// A pattern with the words that may stand before a day.
fn around(day: &str) -> String {
    let before = [
        "hoàn", "thành", "thực", "hiện", "tổ", "chức", "xong", "ngay", "vào", "trong", "lộ", "trình", "buổi",
        "sáng", "trưa", "chiều", "tối", "nhân", "dịp", "ngày",
    ];
    let before: Vec<String> = before.iter().map(|word| any_case(word)).collect();
    format!(r"^\s*(({})\s*)*({day})[\s.]*$", before.join("|"))
}

/// A pattern for a word in upper and lower case, its marks composed or apart.
fn any_case(word: &str) -> String {
    let either = |c: char| format!("[{c}{}]", c.to_uppercase());
    let mut pattern = String::new();
    for c in word.chars() {
        if c.is_ascii() {
            pattern += &either(c);
            continue;
        }
        let apart: Vec<char> = c.nfd().collect();
        let forms = (1..=apart.len()).map(|joined| {
            let (letter, marks) = apart.split_at(joined);
            letter.iter().copied().nfc().map(either).chain([marks.iter().collect()]).collect::<String>()
        });
        pattern += &["(", &forms.collect::<Vec<_>>().join("|"), ")"].concat();
    }
    pattern
}
