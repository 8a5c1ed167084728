//! The arguments of the commands that write files of plans.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueHint};

use crate::edit::EntryKind;

#[derive(Debug, Args)]
pub(in crate::cli) struct InitArgs {
    #[arg(value_name = "DIR")]
    pub(in crate::cli) folder: Option<PathBuf>,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) title: Option<String>,
    #[arg(long, value_name = "PERIOD")]
    pub(in crate::cli) period: Option<String>,
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub(in crate::cli) units: Vec<String>,
    #[arg(long)]
    pub(in crate::cli) git: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ImportArgs {
    #[arg(value_name = "FILE", required = true)]
    pub(in crate::cli) files: Vec<PathBuf>,
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) id: Option<String>,
    #[arg(long, value_name = "PERIOD")]
    pub(in crate::cli) period: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) units: Option<PathBuf>,
    #[arg(long, value_name = "PLAN", conflicts_with_all = ["id", "period", "units", "output"])]
    pub(in crate::cli) into: Option<String>,
    #[arg(long)]
    pub(in crate::cli) split: bool,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

/// Options of all commands that write into plans.
#[derive(Debug, Args)]
pub(in crate::cli) struct WriteArgs {
    #[arg(long, value_name = "DAY")]
    pub(in crate::cli) date: Option<String>,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct RecordArgs {
    #[arg(value_name = "ITEM", required = true)]
    pub(in crate::cli) items: Vec<String>,
    #[arg(long, value_name = "UNIT")]
    pub(in crate::cli) unit: Vec<String>,
    #[arg(long, value_name = "PERIOD")]
    pub(in crate::cli) period: Vec<String>,
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub(in crate::cli) percent: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) evidence: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) difficulty: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) proposal: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) note: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(in crate::cli) done_on: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) write: WriteArgs,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ChangeArgs {
    #[arg(value_name = "ITEM", required = true)]
    pub(in crate::cli) items: Vec<String>,
    #[arg(long, value_name = "UNIT")]
    pub(in crate::cli) unit: Vec<String>,
    #[arg(long, value_name = "PERIOD")]
    pub(in crate::cli) period: Vec<String>,
    #[arg(long, value_name = "DOC")]
    pub(in crate::cli) by: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) reason: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) write: WriteArgs,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct MeasureArgs {
    #[arg(value_name = "TARGET")]
    pub(in crate::cli) target: String,
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    pub(in crate::cli) value: String,
    #[arg(long, value_name = "UNIT")]
    pub(in crate::cli) unit: Option<String>,
    #[arg(long, value_name = "PERIOD")]
    pub(in crate::cli) period: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) evidence: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) write: WriteArgs,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct RenameArgs {
    #[arg(value_name = "ID")]
    pub(in crate::cli) id: String,
    #[arg(value_name = "NEW")]
    pub(in crate::cli) new: String,
    #[arg(long, value_name = "WHAT", value_parser = PossibleValuesParser::new(EntryKind::ALL.map(EntryKind::name)))]
    pub(in crate::cli) kind: Option<String>,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct RenewArgs {
    #[arg(value_name = "PLAN")]
    pub(in crate::cli) plan: String,
    #[arg(long, value_name = "PERIOD", required = true)]
    pub(in crate::cli) period: String,
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) id: Option<String>,
    #[arg(long)]
    pub(in crate::cli) carry: bool,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct MergeArgs {
    #[arg(value_name = "BASE", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) base: PathBuf,
    #[arg(value_name = "OURS", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) ours: PathBuf,
    #[arg(value_name = "THEIRS", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) theirs: PathBuf,
    #[arg(value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) path: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct CollectArgs {
    #[arg(value_name = "PATH", required = true)]
    pub(in crate::cli) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) write: WriteArgs,
}
