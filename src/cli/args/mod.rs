//! The command line as clap reads it: all commands and options.

mod writing;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::answer::{TimelineGrouping, TimelineScale};
use crate::status::Grouping;

pub(super) use writing::{
    ChangeArgs, CollectArgs, ImportArgs, InitArgs, MeasureArgs, MergeArgs, RecordArgs, RenameArgs, RenewArgs,
};

#[derive(Debug, Parser)]
#[command(name = "plan", version, disable_help_subcommand = true)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) global: GlobalArgs,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub(super) struct GlobalArgs {
    #[arg(long, global = true, value_name = "PATH")]
    pub(super) plans: Vec<PathBuf>,
    #[arg(long, global = true, value_name = "DAY")]
    pub(super) as_of: Option<String>,
    #[arg(long, global = true, value_name = "DAY")]
    pub(super) known: Option<String>,
    #[arg(long, global = true, value_name = "LANG")]
    pub(super) lang: Option<LangChoice>,
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: ColorChoice,
    #[arg(short, long, global = true, value_name = "FORMAT")]
    pub(super) format: Option<String>,
    #[arg(short, long, global = true, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    #[arg(long, global = true, value_name = "COLUMNS")]
    pub(super) width: Option<usize>,
    #[arg(long, global = true, value_name = "SIGN")]
    pub(super) separator: Option<String>,
    #[arg(long, global = true)]
    pub(super) bare: bool,
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
    #[arg(short, long, global = true)]
    pub(super) verbose: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LangChoice {
    Vi,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorChoice {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Deny {
    Warnings,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    #[command(alias = "check")]
    Validate(ValidateArgs),
    Status(StatusArgs),
    Overdue(OverdueArgs),
    Upcoming(UpcomingArgs),
    List(ListArgs),
    Show(ShowArgs),
    Why(WhyArgs),
    Schedule(RowsArgs),
    Targets(RowsArgs),
    Units(RowsArgs),
    Matrix(FilterArgs),
    Report(ReportArgs),
    Brief(BriefArgs),
    Remind(RemindArgs),
    Timeline(TimelineArgs),
    Due(DueArgs),
    Calendar(CalendarArgs),
    Export(ExportArgs),
    Record(RecordArgs),
    Extend(ChangeArgs),
    Drop(ChangeArgs),
    Assign(ChangeArgs),
    Measure(MeasureArgs),
    Rename(RenameArgs),
    Renew(RenewArgs),
    Form(FormArgs),
    /// Called by git, not by people.
    #[command(hide = true)]
    Merge(MergeArgs),
    Collect(CollectArgs),
    Explain(ExplainArgs),
    Schema,
    Init(InitArgs),
    Import(ImportArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
}

#[derive(Debug, Args)]
pub(super) struct ValidateArgs {
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long, conflicts_with = "diff")]
    pub(super) fix: bool,
    #[arg(long)]
    pub(super) diff: bool,
    #[arg(long, value_name = "WHAT")]
    pub(super) deny: Option<Deny>,
    #[arg(long, value_name = "FILE")]
    pub(super) stdin_path: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct DueArgs {
    #[arg(value_name = "EXPRESSION")]
    pub(super) expression: Vec<String>,
    #[arg(long, value_name = "PERIOD")]
    pub(super) period: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(super) plan: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct CalendarArgs {
    #[arg(value_name = "YEAR")]
    pub(super) year: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(super) plan: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    #[arg(value_name = "RULE")]
    pub(super) rule: Option<String>,
}

/// Arguments of the commands that select work items by a filter.
#[derive(Debug, Args)]
pub(super) struct FilterArgs {
    #[arg(value_name = "FILTER")]
    pub(super) filter: Vec<String>,
    #[arg(long, value_name = "UNIT")]
    pub(super) unit: Vec<String>,
    #[arg(long, value_name = "PLAN")]
    pub(super) plan: Vec<String>,
}

/// The arguments of the lists of rows that are no work items.
#[derive(Debug, Args)]
pub(super) struct RowsArgs {
    #[command(flatten)]
    pub(super) filtered: FilterArgs,
    #[arg(long, value_name = "NAMES", value_delimiter = ',', allow_hyphen_values = true)]
    pub(super) sort: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct StatusArgs {
    #[command(flatten)]
    pub(super) filtered: FilterArgs,
    #[arg(long, value_name = "WHAT", value_parser = PossibleValuesParser::new(Grouping::ALL.map(Grouping::id)))]
    pub(super) by: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(super) since: Option<String>,
}

/// The options of documents that an office fills.
#[derive(Debug, Args)]
pub(super) struct TemplateArgs {
    #[arg(long, value_name = "FILE", conflicts_with = "fields")]
    pub(super) template: Option<PathBuf>,
    #[arg(long)]
    pub(super) fields: bool,
}

#[derive(Debug, Args)]
pub(super) struct BriefArgs {
    #[command(flatten)]
    pub(super) filtered: FilterArgs,
    #[command(flatten)]
    pub(super) filled: TemplateArgs,
}

#[derive(Debug, Args)]
pub(super) struct ReportArgs {
    #[command(flatten)]
    pub(super) filtered: FilterArgs,
    #[command(flatten)]
    pub(super) filled: TemplateArgs,
    #[arg(long, value_name = "DAY", conflicts_with_all = ["month", "quarter"])]
    pub(super) since: Option<String>,
    #[arg(long, value_name = "MONTH", conflicts_with = "quarter")]
    pub(super) month: Option<String>,
    #[arg(long, value_name = "QUARTER")]
    pub(super) quarter: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(super) date: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct RemindArgs {
    #[command(flatten)]
    pub(super) filtered: FilterArgs,
    #[command(flatten)]
    pub(super) filled: TemplateArgs,
    #[arg(long, value_name = "SPAN")]
    pub(super) within: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(super) reply_by: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(super) date: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct TimelineArgs {
    #[command(flatten)]
    pub(super) filtered: FilterArgs,
    #[arg(long, value_name = "WHAT", value_parser = PossibleValuesParser::new(TimelineGrouping::ALL.map(TimelineGrouping::id)))]
    by: Option<String>,
    #[arg(long, value_name = "SCALE", value_parser = PossibleValuesParser::new(TimelineScale::ALL.map(TimelineScale::id)))]
    scale: Option<String>,
}

impl TimelineArgs {
    /// Returns the grouping of the rows.
    pub(super) fn grouping(&self) -> TimelineGrouping {
        let is_named = |by: &TimelineGrouping| self.by.as_deref() == Some(by.id());
        TimelineGrouping::ALL.into_iter().find(is_named).unwrap_or_default()
    }

    /// Returns the parts of the axis.
    pub(super) fn scale(&self) -> TimelineScale {
        let is_named = |scale: &TimelineScale| self.scale.as_deref() == Some(scale.id());
        TimelineScale::ALL.into_iter().find(is_named).unwrap_or_default()
    }
}

#[derive(Debug, Args)]
pub(super) struct OverdueArgs {
    #[command(flatten)]
    pub(super) filtered: FilterArgs,
    #[command(flatten)]
    pub(super) reminder: ReminderArgs,
    #[arg(long, value_name = "NAMES", value_delimiter = ',', allow_hyphen_values = true)]
    pub(super) sort: Vec<String>,
    #[arg(long)]
    pub(super) exit_code: bool,
}

#[derive(Debug, Args)]
pub(super) struct UpcomingArgs {
    #[command(flatten)]
    pub(super) filtered: FilterArgs,
    #[arg(long, value_name = "SPAN", default_value = "14d")]
    pub(super) within: String,
    #[arg(long, value_name = "NAMES", value_delimiter = ',', allow_hyphen_values = true)]
    pub(super) sort: Vec<String>,
    #[command(flatten)]
    pub(super) reminder: ReminderArgs,
}

/// The options of lists of work items as calendars; `by` is one of the table of overdue work, too.
#[derive(Debug, Args)]
pub(super) struct ReminderArgs {
    #[arg(long, value_name = "WHAT", value_parser = PossibleValuesParser::new([Grouping::Unit.id()]))]
    pub(super) by: Option<String>,
    #[arg(long, value_name = "DAYS")]
    pub(super) remind: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct ListArgs {
    #[command(flatten)]
    pub(super) filtered: FilterArgs,
    #[command(flatten)]
    pub(super) reminder: ReminderArgs,
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub(super) columns: Vec<String>,
    #[arg(long, value_name = "NAMES", value_delimiter = ',', allow_hyphen_values = true)]
    pub(super) sort: Vec<String>,
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
}

#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    #[arg(value_name = "ID")]
    pub(super) id: String,
    #[arg(long, value_name = "PLAN")]
    pub(super) plan: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct WhyArgs {
    #[arg(value_name = "ID")]
    pub(super) id: String,
    #[arg(long, value_name = "UNIT")]
    pub(super) unit: Vec<String>,
    #[arg(long, value_name = "PERIOD")]
    pub(super) period: Vec<String>,
    #[arg(long, value_name = "PLAN")]
    pub(super) plan: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct FormArgs {
    #[command(flatten)]
    pub(super) filtered: FilterArgs,
    #[arg(long, value_name = "DAY")]
    pub(super) until: Option<String>,
    #[arg(long)]
    pub(super) all: bool,
    #[arg(long, value_name = "DAY")]
    pub(super) reply_by: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    #[arg(value_name = "SHELL")]
    pub(super) shell: String,
}

#[derive(Debug, Args)]
pub(super) struct ManArgs {
    #[arg(value_name = "DIR")]
    pub(super) folder: Option<PathBuf>,
}
