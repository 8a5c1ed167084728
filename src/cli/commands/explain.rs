//! `plan explain`: the meaning of a rule.

use crate::cli::args::ExplainArgs;
use crate::cli::error::{CliError, Outcome};
use crate::cli::session::Session;
use crate::diagnostic::explain::{rule_list, rule_page};
use crate::message;
use crate::sanitize::quoted;
use crate::vietnamese::nearest;
use crate::workspace::rules;

pub(in crate::cli) fn run(args: &ExplainArgs, session: &mut Session<'_>) -> Outcome {
    let rules = rules();
    let text = match args.rule.as_deref().map(str::trim) {
        None => rule_list(&rules, session.lang),
        Some(name) => {
            let rule = rules.iter().find(|rule| rule.name == name).ok_or_else(|| {
                let near = nearest(name, rules.iter().map(|rule| rule.name));
                let name = quoted(name);
                CliError::usage(message!("không có quy tắc {name}", "there is no rule {name}"))
                    .maybe_hint(near)
            })?;
            rule_page(rule, session.lang)
        }
    };
    session.answer(text.as_bytes())?;
    Ok(0)
}
