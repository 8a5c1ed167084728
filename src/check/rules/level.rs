//! Level settings that name no warning: `unknown-rule`.

use super::context::RuleContext;
use super::family::RuleFamily;
use crate::diagnostic::{Diagnostic, Rule, Severity, quoted};
use crate::language::Message;
use crate::message;
use crate::parse::Key;
use crate::rule;
use crate::span::Spanned;
use crate::vietnamese::nearest;

/// The rules of this file and their checks.
pub(super) static FAMILY: RuleFamily = RuleFamily { rules: &[&UNKNOWN_RULE], checks: &[], lints: &[names] };

rule!(
    UNKNOWN_RULE,
    Warning,
    "unknown-rule",
    ["Không có cảnh báo này để đổi mức", "Unknown warning in a level setting"],
    [
        "settings.lint và \"# plan: allow(…)\" chỉ nhận tên của các cảnh báo. Lỗi thì luôn là lỗi: nó để ngỏ nghĩa của kế hoạch.",
        "`settings.lint` and \"# plan: allow(…)\" take names of warnings. An error has no level: it leaves the meaning of \
         the plan open.",
    ],
);

fn names(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    let settings = context
        .draft
        .settings
        .iter()
        .flat_map(|settings| settings.pairs(Key::Lint))
        .map(|(rule, _)| rule.words());
    let allowed = context.draft.allows.iter().flat_map(|allow| &allow.rules).map(Spanned::words);
    found.extend(settings.chain(allowed).filter_map(|name| unknown(name, context.rules)));
}

fn unknown(name: Spanned<&str>, rules: &[&'static Rule]) -> Option<Diagnostic> {
    let rule = rules.iter().find(|rule| rule.name == name.value);
    let quoted_name = quoted(name.value);
    match rule.map(|rule| rule.severity) {
        Some(Severity::Warning) => None,
        Some(Severity::Error) => Some(Diagnostic::new(
            &UNKNOWN_RULE,
            name.span,
            message!(
                "{quoted_name} là lỗi, không đổi mức được",
                "{quoted_name} is an error and has no level"
            ),
        )),
        None => {
            let warnings = rules.iter().filter(|rule| rule.severity == Severity::Warning);
            let near = nearest(name.value, warnings.map(|rule| rule.name));
            Some(
                Diagnostic::new(
                    &UNKNOWN_RULE,
                    name.span,
                    message!("không có cảnh báo {quoted_name}", "there is no warning {quoted_name}"),
                )
                .help(near.map_or_else(
                    || Message::fixed("xem plan explain", "run `plan explain` for the list"),
                    Message::same,
                )),
            )
        }
    }
}
