//! Help in both languages: what clap prints, and what it says when the command line is wrong.

pub(super) mod man;
mod mistake;
mod texts;

pub(super) use mistake::wrong;

use clap::builder::StyledStr;
use clap::{Command, CommandFactory};

use super::args::Cli;
use super::format::{diagnostic_formats, formats_of};
use super::order::sort_columns;
use crate::language::{Lang, Message};
use crate::query;
use texts::{ABOUT, COMMANDS, GLOBAL};

/// The command line with its help in one language.
pub(super) fn command(lang: Lang) -> Command {
    let mut root = Cli::command().about(ABOUT.get(lang).to_owned());
    root.build();
    root = headings(root, lang).override_usage(lang.pick("plan [TÙY CHỌN] LỆNH", "plan [OPTIONS] COMMAND"));
    for help in COMMANDS {
        root = root.mut_subcommand(help.command, |command| {
            let command = headings(command.about(help.about.get(lang).to_owned()), lang);
            usage(describe(after(command, lang), help.arguments, lang), lang)
        });
    }
    describe(root, &[], lang)
}

fn headings(command: Command, lang: Lang) -> Command {
    let template = lang.pick(
        "{about}\n\nCách dùng: {usage}\n\n{all-args}{after-help}",
        "{about}\n\nUsage: {usage}\n\n{all-args}{after-help}",
    );
    command
        .help_template(template)
        .subcommand_help_heading(lang.pick("Lệnh", "Commands"))
        .subcommand_value_name(lang.pick("LỆNH", "COMMAND"))
}

/// The line that clap makes of a command's arguments, with its one word of English in the language asked.
fn usage(mut command: Command, lang: Lang) -> Command {
    let made = command.render_usage().to_string();
    let made =
        made.trim_start_matches("Usage:").trim().replace("[OPTIONS]", lang.pick("[TÙY CHỌN]", "[OPTIONS]"));
    command.override_usage(made)
}

/// Adds the text below the options: the filter language, the names of columns.
fn after(command: Command, lang: Lang) -> Command {
    let takes = |name: &str| command.get_arguments().any(|argument| argument.get_id() == name);
    let mut after = String::new();
    if takes("sort") {
        let names = sort_columns(command.get_name()).join(" ");
        after = format!("{}:\n{names}\n\n", lang.pick("Các cột", "Columns"));
    }
    if takes("filter") {
        after = format!("{after}{}:\n{}", lang.pick("Lọc", "Filters"), query::help().get(lang).trim_end());
    }
    if after.is_empty() { command } else { command.after_help(after) }
}

fn describe(command: Command, own: &[(&str, Message)], lang: Lang) -> Command {
    let formats = formats_of(command.get_name());
    command.mut_args(|argument| {
        let id = argument.get_id().as_str().to_owned();
        let all = own.iter().chain(GLOBAL);
        let heading = if argument.is_positional() {
            lang.pick("Tham số", "Arguments")
        } else if own.iter().any(|(name, _)| *name == id) {
            lang.pick("Tùy chọn", "Options")
        } else {
            lang.pick("Tùy chọn chung", "Global options")
        };
        let argument = argument.help_heading(heading).hide_default_value(true).hide_possible_values(true);
        match all.into_iter().find(|(name, _)| *name == id) {
            Some((name, help)) if *name == "format" => {
                let (answers, validate) = (formats.join(", "), diagnostic_formats().join(", "));
                argument.help(format!("{}: {answers} (validate: {validate})", help.get(lang)))
            }
            Some((_, help)) => argument.help(help.get(lang).to_owned()),
            None => argument,
        }
    })
}

/// Help as plain text or with colours.
pub(super) fn print(help: &StyledStr, color: bool) -> String {
    if color { help.ansi().to_string() } else { help.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_argument_has_its_help() {
        let root = command(Lang::Vi);
        for sub in root.get_subcommands() {
            let help = COMMANDS.iter().find(|help| help.command == sub.get_name());
            let help = help.unwrap_or_else(|| panic!("no help for {}", sub.get_name()));
            for argument in sub.get_arguments() {
                let id = argument.get_id().as_str();
                let known = help.arguments.iter().chain(GLOBAL).any(|(name, _)| *name == id);
                assert!(known, "no help for {} {id}", sub.get_name());
            }
        }
        assert_eq!(root.get_subcommands().count(), COMMANDS.len());
        for lang in Lang::ALL {
            for text in COMMANDS.iter().flat_map(|help| help.arguments).chain(GLOBAL).map(|(_, text)| text) {
                assert!(!text.get(lang).is_empty());
            }
        }
    }
}
