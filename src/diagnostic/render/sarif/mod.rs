//! SARIF 2.1.0, as far as a checker of texts needs it.

mod message;
mod place;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Related, Rule, Severity, TextEdit};
use crate::language::Lang;

use super::fingerprint::Fingerprints;
use super::machine::LazyList;
use super::paint::help_word;
use super::places::SpanResolver;
use super::report::{DiagnosticReport, RunFailure};
use crate::json_writer::write_json;

use message::{SarifMessage, SarifSentence};
use place::{ROOT, SarifArtifact, SarifLocation, SarifRegion};

/// Prints one log with one run.
pub(super) fn render(
    report: &DiagnosticReport<'_>,
    lang: Lang,
    rules: &[&'static Rule],
    out: &mut dyn Write,
) -> io::Result<()> {
    let places = SpanResolver::in_repository(report);
    let rules = SarifRules::new(rules, report.diagnostics);
    let fingerprints = RefCell::new(Fingerprints::default());
    let log = SarifLog {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [SarifRun {
            tool: SarifTool {
                driver: SarifDriver {
                    name: "plan",
                    full_name: concat!("plan ", env!("CARGO_PKG_VERSION")),
                    version: env!("CARGO_PKG_VERSION"),
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    information_uri: env!("CARGO_PKG_REPOSITORY"),
                    rules: rules.list.iter().map(|rule| SarifDescriptor::new(rule, lang)).collect(),
                },
            },
            automation_details: SarifDetails { id: "plan/" },
            language: lang.pick("vi", "en"),
            original_uri_base_ids: BTreeMap::from([(
                ROOT,
                SarifBase {
                    description: SarifMessage::new(
                        lang.pick("Thư mục gốc của kho mã", "The root of the repository"),
                    ),
                },
            )]),
            invocations: [SarifInvocation {
                execution_successful: report.failures.is_empty(),
                tool_execution_notifications: report
                    .failures
                    .iter()
                    .map(|failure| notice(failure, lang))
                    .collect(),
            }],
            column_kind: "unicodeCodePoints",
            results: LazyList::new(report.diagnostics, |diagnostic| {
                let fingerprint = fingerprints.borrow_mut().next(&places, diagnostic);
                SarifOutcome::new(diagnostic, &rules, &places, lang, fingerprint)
            }),
        }],
    };
    write_json(&log, out)
}

/// The listed rules, and after them those that only the diagnostics know.
struct SarifRules {
    list: Vec<&'static Rule>,
    index: BTreeMap<&'static str, usize>,
}

impl SarifRules {
    fn new(rules: &[&'static Rule], diagnostics: &[&Diagnostic]) -> Self {
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
struct SarifLog<R> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [SarifRun<R>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRun<R> {
    tool: SarifTool,
    automation_details: SarifDetails,
    language: &'static str,
    original_uri_base_ids: BTreeMap<&'static str, SarifBase>,
    invocations: [SarifInvocation; 1],
    column_kind: &'static str,
    results: R,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifInvocation {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<SarifNotification>,
}

#[derive(Serialize)]
struct SarifNotification {
    level: &'static str,
    message: SarifSentence,
}

fn notice(failure: &RunFailure, lang: Lang) -> SarifNotification {
    SarifNotification { level: "error", message: SarifSentence::new(failure.message.get(lang)) }
}

#[derive(Serialize)]
struct SarifDetails {
    id: &'static str,
}

#[derive(Serialize)]
struct SarifBase {
    description: SarifMessage<'static>,
}

#[derive(Serialize)]
struct SarifTool {
    driver: SarifDriver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifDriver {
    name: &'static str,
    full_name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    information_uri: &'static str,
    rules: Vec<SarifDescriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifDescriptor {
    id: &'static str,
    name: String,
    short_description: SarifMessage<'static>,
    full_description: SarifMessage<'static>,
    help: SarifHelp,
    default_configuration: SarifConfiguration,
}

#[derive(Serialize)]
struct SarifHelp {
    text: &'static str,
    markdown: String,
}

#[derive(Serialize)]
struct SarifConfiguration {
    level: &'static str,
}

impl SarifDescriptor {
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
            short_description: SarifMessage::new(rule.title.get(lang)),
            full_description: SarifMessage::new(explanation),
            help: SarifHelp { text: explanation, markdown },
            default_configuration: SarifConfiguration { level: level(rule.severity) },
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifOutcome<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: SarifSentence,
    locations: [SarifLocation<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<SarifLocation<'a>>,
    partial_fingerprints: SarifFingerprint,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<SarifChange<'a>>,
}

#[derive(Serialize)]
struct SarifFingerprint {
    #[serde(rename = "planDiagnostic/v1")]
    value: String,
}

impl<'a> SarifOutcome<'a> {
    fn new(
        diagnostic: &'a Diagnostic,
        rules: &SarifRules,
        places: &SpanResolver<'a>,
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
            SarifLocation::new(related.span, places, Some(related.message.get(lang))).numbered(id)
        };
        let label = diagnostic.label.as_ref().map(|label| label.get(lang));
        Self {
            rule_id: diagnostic.rule.name,
            rule_index: rules.index.get(diagnostic.rule.name).copied().unwrap_or_default(),
            level: level(diagnostic.severity),
            message: SarifSentence::new(&sentence),
            locations: [SarifLocation::new(diagnostic.span, places, label)],
            related_locations: (1..).zip(&diagnostic.related).map(related).collect(),
            partial_fingerprints: SarifFingerprint { value: fingerprint },
            fixes: diagnostic.fix.iter().map(|fix| SarifChange::new(fix, places)).collect(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifChange<'a> {
    artifact_changes: [SarifArtifactChange<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifArtifactChange<'a> {
    artifact_location: SarifArtifact,
    replacements: [SarifReplacement<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifReplacement<'a> {
    deleted_region: SarifRegion<'a>,
    inserted_content: SarifMessage<'a>,
}

impl<'a> SarifChange<'a> {
    fn new(fix: &'a TextEdit, places: &SpanResolver<'a>) -> Self {
        Self {
            artifact_changes: [SarifArtifactChange {
                artifact_location: SarifArtifact::new(places.path(fix.span)),
                replacements: [SarifReplacement {
                    deleted_region: SarifRegion::new(fix.span, places),
                    inserted_content: SarifMessage::new(&fix.text),
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
