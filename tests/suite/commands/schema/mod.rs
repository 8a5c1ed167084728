//! `plan schema`: the JSON Schema against the table of the format and the plans of the repository.

mod agreement;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use boon::{Compiler, Draft, SchemaIndex, Schemas};
use plan::language::Lang;
use plan::parse::format::{HEADER, KeyFormat, LISTS, MappingFormat, OwnKeys, REPORTER, ValueShape};
use plan::parse::schema::schema;
use serde_json::{Value, json};

use crate::support::program::root;

/// The compiled schema.
pub(crate) struct Judge {
    pub(crate) schemas: Schemas,
    pub(crate) index: SchemaIndex,
}

impl Judge {
    pub(crate) fn new() -> Self {
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        compiler.set_default_draft(Draft::V2020_12);
        compiler.add_resource("urn:test", schema(Lang::En)).unwrap();
        let index = compiler.compile("urn:test", &mut schemas).unwrap();
        Self { schemas, index }
    }

    /// Returns the errors of a YAML text, or nothing for a valid one.
    pub(crate) fn errors(&self, text: &str) -> Option<String> {
        let value: serde_yaml::Value =
            serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        let value = serde_json::to_value(&value).unwrap_or_else(|error| panic!("{error}\n{text}"));
        self.schemas.validate(&value, self.index).err().map(|error| format!("{error:#}"))
    }
}

fn yaml_files(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            yaml_files(&path, all);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            all.push(path);
        }
    }
    all.sort();
}

#[test]
fn every_plan_of_the_repository_is_of_the_schema() {
    let judge = Judge::new();
    let mut files = Vec::new();
    for folder in ["plans", "examples"] {
        yaml_files(&root().join(folder), &mut files);
    }
    assert!(files.len() > 25);
    for file in files {
        let errors = judge.errors(&fs::read_to_string(&file).unwrap());
        assert_eq!(errors, None, "{}", file.display());
    }
}

#[test]
fn the_examples_of_rules_on_shape_are_not() {
    let judge = Judge::new();
    for rule in ["unknown-key", "wrong-type", "missing-key", "bad-id", "format-version"] {
        let file = |which: &str| root().join(format!("tests/rules/{rule}/{which}.plan.yaml"));
        assert_ne!(judge.errors(&fs::read_to_string(file("wrong")).unwrap()), None, "{rule}");
        assert_eq!(judge.errors(&fs::read_to_string(file("right")).unwrap()), None, "{rule}");
    }
}

/// The schema has the keys of the table and no others, each with a description in its language.
#[test]
fn the_schema_has_the_keys_of_the_table() {
    fn hold(mapping: &Value, formats: &[&'static MappingFormat], lang: Lang) {
        let keys: Vec<_> = formats.iter().flat_map(|format| format.keys).collect();
        let named: BTreeSet<_> =
            mapping["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(named, keys.iter().map(|key| key.name()).collect());
        assert_eq!(mapping["additionalProperties"], json!(false));
        for key in keys {
            assert_eq!(
                mapping["properties"][key.name()]["description"],
                json!(key.doc(lang)),
                "{}",
                key.name()
            );
        }
    }
    fn walk(schema: &Value, format: &'static MappingFormat, lang: Lang, seen: &mut BTreeSet<&'static str>) {
        for key in format.keys {
            let (ValueShape::Map(inner) | ValueShape::List(inner) | ValueShape::WordsOr(inner)) = key.shape
            else {
                continue;
            };
            let mapping = &schema["$defs"][inner.name()];
            hold(mapping, &[inner], lang);
            let required: Vec<_> =
                inner.keys.iter().filter(|key| key.required).map(KeyFormat::name).collect();
            assert_eq!(mapping["required"], json!(required));
            let own = usize::from(inner.own == OwnKeys::Sufficient);
            assert_eq!(mapping["anyOf"].as_array().map_or(0, Vec::len), inner.any_of.len() + own);
            seen.insert(inner.name());
            walk(schema, inner, lang, seen);
        }
    }
    for lang in Lang::ALL {
        let schema = schema(lang);
        hold(&schema, &[&HEADER, &LISTS, &REPORTER], lang);
        let mut seen = BTreeSet::new();
        for format in [&HEADER, &LISTS, &REPORTER] {
            walk(&schema, format, lang, &mut seen);
        }
        assert!(seen.len() > 15);
        // No reference leads nowhere, and nothing is defined twice over or in vain.
        let text = schema.to_string();
        for name in schema["$defs"].as_object().unwrap().keys() {
            assert!(text.contains(&format!("\"#/$defs/{name}\"")), "{name}");
        }
    }
}

#[test]
fn schemas_of_both_languages_differ_in_words_only() {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(map) => {
                if map.get("description").is_some_and(Value::is_string) {
                    map.remove("description");
                }
                map.values_mut().for_each(strip);
            }
            Value::Array(all) => all.iter_mut().for_each(strip),
            _ => {}
        }
    }
    let [mut vi, mut en] = Lang::ALL.map(schema);
    assert_ne!(vi, en);
    strip(&mut vi);
    strip(&mut en);
    vi["title"].take();
    en["title"].take();
    assert_eq!(vi, en);
}
