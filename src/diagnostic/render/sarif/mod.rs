//! SARIF 2.1.0, as far as a checker of texts needs it.

mod message;
mod place;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Fix, Related, Rule, Severity};
use crate::language::Lang;

use super::fingerprint::Fingerprints;
use super::human::help_word;
use super::{Each, Places, Report, write_json};

use message::{Message, Sentence};
use place::{Artifact, Location, ROOT, Region};

/// Prints one log with one run.
pub(super) fn render(
    report: &Report<'_>,
    lang: Lang,
    rules: &[&'static Rule],
    out: &mut dyn Write,
) -> io::Result<()> {
    let places = Places::new(report.sources);
    let rules = Rules::new(rules, report.diagnostics);
    let fingerprints = RefCell::new(Fingerprints::default());
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "plan",
                    full_name: concat!("plan ", env!("CARGO_PKG_VERSION")),
                    version: env!("CARGO_PKG_VERSION"),
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    information_uri: env!("CARGO_PKG_REPOSITORY"),
                    rules: rules.list.iter().map(|rule| Descriptor::new(rule, lang)).collect(),
                },
            },
            automation_details: Details { id: "plan/" },
            language: lang.pick("vi", "en"),
            original_uri_base_ids: BTreeMap::from([(
                ROOT,
                Base {
                    description: Message::new(
                        lang.pick("Thư mục gốc của các kế hoạch", "The directory that holds the plans"),
                    ),
                },
            )]),
            column_kind: "unicodeCodePoints",
            results: Each::new(report.diagnostics, |diagnostic| {
                let fingerprint = fingerprints.borrow_mut().next(&places, diagnostic);
                Outcome::new(diagnostic, &rules, &places, lang, fingerprint)
            }),
        }],
    };
    write_json(&log, out)
}

/// The listed rules, and after them those that only the diagnostics know.
struct Rules {
    list: Vec<&'static Rule>,
    index: BTreeMap<&'static str, usize>,
}

impl Rules {
    fn new(rules: &[&'static Rule], diagnostics: &[Diagnostic]) -> Self {
        let mut all = Self { list: Vec::new(), index: BTreeMap::new() };
        for rule in rules.iter().copied().chain(diagnostics.iter().map(|diagnostic| diagnostic.rule)) {
            if !all.index.contains_key(rule.name) {
                all.index.insert(rule.name, all.list.len());
                all.list.push(rule);
            }
        }
        all
    }
}

#[derive(Serialize)]
struct Log<R> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<R>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<R> {
    tool: Tool,
    automation_details: Details,
    language: &'static str,
    original_uri_base_ids: BTreeMap<&'static str, Base>,
    column_kind: &'static str,
    results: R,
}

#[derive(Serialize)]
struct Details {
    id: &'static str,
}

#[derive(Serialize)]
struct Base {
    description: Message<'static>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    full_name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    information_uri: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    name: String,
    short_description: Message<'static>,
    full_description: Message<'static>,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Help {
    text: &'static str,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

impl Descriptor {
    fn new(rule: &'static Rule, lang: Lang) -> Self {
        let explanation = rule.explanation.get(lang);
        let mut markdown = explanation.to_owned();
        for (title, example) in
            [(lang.pick("Sai:", "Wrong:"), rule.wrong), (lang.pick("Đúng:", "Right:"), rule.right)]
        {
            if !example.is_empty() {
                let _ = write!(markdown, "\n\n{title}\n\n```yaml\n{}\n```", example.trim_end());
            }
        }
        Self {
            id: rule.name,
            name: camel(rule.name),
            short_description: Message::new(rule.title.get(lang)),
            full_description: Message::new(explanation),
            help: Help { text: explanation, markdown },
            default_configuration: Configuration { level: level(rule.severity) },
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Sentence,
    locations: [Location<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    partial_fingerprints: Fingerprint,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Change<'a>>,
}

#[derive(Serialize)]
struct Fingerprint {
    #[serde(rename = "planDiagnostic/v1")]
    value: String,
}

impl<'a> Outcome<'a> {
    fn new(
        diagnostic: &'a Diagnostic,
        rules: &Rules,
        places: &Places<'a>,
        lang: Lang,
        fingerprint: String,
    ) -> Self {
        let mut sentence = diagnostic.message.get(lang).to_owned();
        // SARIF has no place of its own for a hint.
        if let Some(help) = &diagnostic.help {
            let _ = write!(sentence, " ({}: {})", help_word(lang), help.get(lang));
        }
        sentence.push('.');
        let related = |(id, related): (usize, &'a Related)| {
            Location::new(related.span, places, Some(related.message.get(lang))).numbered(id)
        };
        let label = diagnostic.label.as_ref().map(|label| label.get(lang));
        Self {
            rule_id: diagnostic.rule.name,
            rule_index: rules.index.get(diagnostic.rule.name).copied().unwrap_or_default(),
            level: level(diagnostic.severity),
            message: Sentence::new(&sentence),
            locations: [Location::new(diagnostic.span, places, label)],
            related_locations: (1..).zip(&diagnostic.related).map(related).collect(),
            partial_fingerprints: Fingerprint { value: fingerprint },
            fixes: diagnostic.fix.iter().map(|fix| Change::new(fix, places)).collect(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    artifact_changes: [ArtifactChange<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'a> {
    artifact_location: Artifact,
    replacements: [Replacement<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region<'a>,
    inserted_content: Message<'a>,
}

impl<'a> Change<'a> {
    fn new(fix: &'a Fix, places: &Places<'a>) -> Self {
        Self {
            artifact_changes: [ArtifactChange {
                artifact_location: Artifact::new(&places.source(fix.span).full_path()),
                replacements: [Replacement {
                    deleted_region: Region::new(fix.span, places),
                    inserted_content: Message::new(&fix.text),
                }],
            }],
        }
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// `unknown-unit` as the readable name that some readers insist on: `UnknownUnit`.
fn camel(name: &str) -> String {
    let mut is_first = true;
    let mut camel = String::with_capacity(name.len());
    for c in name.chars() {
        if c != '-' {
            camel.push(if is_first { c.to_ascii_uppercase() } else { c });
        }
        is_first = c == '-';
    }
    camel
}
