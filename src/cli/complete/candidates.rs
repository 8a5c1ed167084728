//! The candidates for an argument that is being typed.

use std::path::PathBuf;
use std::sync::OnceLock;

use super::shells::shells;
use crate::answer::{ScheduleRow, SortableRow, TargetRow, UnitRow, own_columns};
use crate::attribute::{Attribute, filters};
use crate::check::RULES;
use crate::cli::env::Env;
use crate::cli::format::{EDIT_COMMANDS, EDIT_FORMATS, diagnostic_formats, formats_of};
use crate::cli::locations::PlanPaths;
use crate::date::Day;
use crate::language::Lang;
use crate::model::{EntityIx, OwnColumn, OwnType, Plan, entities};
use crate::parse::format::STATE_WORDS;
use crate::status::Grouping;
use crate::workspace::{CheckOptions, Workspace};

/// Kind of value that an argument takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ArgumentKind {
    /// A term of a filter.
    Term,
    /// Any id.
    Entity,
    /// Any id but those of plans.
    Entry,
    /// The id of a tracked task or row.
    Assignment,
    /// The id of a tracked task or row, or the state of a report.
    ItemOrState,
    /// The id of a tracked task or row, or that of a unit.
    ItemOrUnit,
    /// A unit or group.
    Party,
    /// A value of an attribute, as a filter takes it.
    Value(Attribute),
    /// A rule.
    Rule,
    /// A format of answers.
    AnswerFormat,
    /// A format of lists of work items.
    ItemsFormat,
    /// A format of timelines.
    TimelineFormat,
    /// A format of `validate`.
    DiagnosticFormat,
    /// A format of the commands that write into plans.
    EditFormat,
    /// A shell.
    Shell,
    /// A grouping of the status table.
    By,
    /// The name of a column.
    Column,
    /// A key of sorting: the name of a column, behind `-` in reverse order.
    SortKey,
    /// A key of sorting of the rows of a command.
    RowKey(&'static [&'static str], bool),
}

impl ArgumentKind {
    /// Returns the kind of an argument of a command, if clap cannot complete it by itself.
    pub(super) fn of(command: &str, argument: &str) -> Option<Self> {
        Some(match (command, argument) {
            (_, "filter") => Self::Term,
            ("why", "id") | ("extend" | "drop", "items") => Self::Assignment,
            ("record", "items") => Self::ItemOrState,
            ("assign", "items") => Self::ItemOrUnit,
            ("measure", "target") => Self::Value(Attribute::Target),
            (command, "unit") if EDIT_COMMANDS.contains(&command) => Self::Party,
            ("rename", "id") => Self::Entry,
            ("renew", "id" | "period") => return None,
            // An import makes a new id; the others print one form only.
            ("import", "id") | ("schema" | "explain" | "init" | "completions" | "man", "format") => {
                return None;
            }
            (_, "id") => Self::Entity,
            (_, "unit") => Self::Value(Attribute::Unit),
            (_, "plan") | ("import", "into") => Self::Value(Attribute::Plan),
            (command, "period") if command == "why" || EDIT_COMMANDS.contains(&command) => {
                Self::Value(Attribute::Period)
            }
            ("overdue" | "status", "by") => Self::By,
            (_, "columns") => Self::Column,
            ("schedule", "sort") => Self::RowKey(ScheduleRow::COLUMNS, ScheduleRow::HAS_OWN),
            ("targets", "sort") => Self::RowKey(TargetRow::COLUMNS, TargetRow::HAS_OWN),
            ("units", "sort") => Self::RowKey(UnitRow::COLUMNS, UnitRow::HAS_OWN),
            (_, "sort") => Self::SortKey,
            (_, "rule") => Self::Rule,
            ("validate", "format") => Self::DiagnosticFormat,
            ("form" | "renew", "format") => Self::EditFormat,
            (command, "format") if EDIT_COMMANDS.contains(&command) => Self::EditFormat,
            ("overdue" | "upcoming" | "list", "format") => Self::ItemsFormat,
            ("timeline", "format") => Self::TimelineFormat,
            (_, "format") => Self::AnswerFormat,
            (_, "shell") => Self::Shell,
            _ => return None,
        })
    }
}

/// A value and what it is.
pub(super) type Candidate = (String, String);

/// The plans at hand, read when they are first asked for.
pub(super) struct AtHand {
    paths: Vec<PathBuf>,
    lang: Lang,
    env: Env,
    workspace: OnceLock<Workspace>,
}

impl AtHand {
    pub(super) fn new(paths: Vec<PathBuf>, lang: Lang, env: Env) -> Self {
        Self { paths, lang, env, workspace: OnceLock::new() }
    }

    /// Returns all candidates for the argument, whatever was typed of it.
    pub(super) fn candidates(&self, asked: ArgumentKind, typed: &str) -> Vec<Candidate> {
        match asked {
            ArgumentKind::Term => self.terms(typed),
            ArgumentKind::Entity => self.ids(typed, |_| true),
            ArgumentKind::Entry => self.ids(typed, |thing| thing != EntityIx::Plan),
            ArgumentKind::Assignment => {
                self.ids(typed, |thing| matches!(thing, EntityIx::Assignment(_) | EntityIx::Task(_)))
            }
            ArgumentKind::ItemOrState => {
                let mut all = self.candidates(ArgumentKind::Assignment, typed);
                all.extend(STATE_WORDS.all().map(|(word, state)| (word.to_owned(), state.to_owned())));
                all
            }
            ArgumentKind::ItemOrUnit => {
                let is_meant =
                    |thing| matches!(thing, EntityIx::Assignment(_) | EntityIx::Task(_) | EntityIx::Unit(_));
                self.ids(typed, is_meant)
            }
            ArgumentKind::Party => {
                self.ids("", |thing| matches!(thing, EntityIx::Unit(_) | EntityIx::Group(_)))
            }
            ArgumentKind::Value(field) => self.values(field),
            ArgumentKind::Rule => RULES
                .iter()
                .map(|rule| (rule.name.to_owned(), rule.title.get(self.lang).to_owned()))
                .collect(),
            ArgumentKind::AnswerFormat => named(&formats_of("")),
            ArgumentKind::ItemsFormat => named(&formats_of("list")),
            ArgumentKind::TimelineFormat => named(&formats_of("timeline")),
            ArgumentKind::DiagnosticFormat => named(&diagnostic_formats()),
            ArgumentKind::EditFormat => named(&EDIT_FORMATS),
            ArgumentKind::Shell => named(&shells()),
            ArgumentKind::By => named(&Grouping::ALL.map(Grouping::id)),
            ArgumentKind::Column => self.columns(""),
            ArgumentKind::SortKey => self.columns(reversal(typed)),
            ArgumentKind::RowKey(names, has_own) => {
                let prefix = reversal(typed);
                let named = names.iter().map(|name| (format!("{prefix}{name}"), String::new()));
                let own = if has_own { self.own(prefix, "") } else { Vec::new() };
                named.chain(own).collect()
            }
        }
    }

    /// The columns of a list, behind a prefix.
    fn columns(&self, prefix: &str) -> Vec<Candidate> {
        Attribute::listed()
            .map(|column| {
                (format!("{prefix}{}", column.name()), column.info().header.get(self.lang).to_owned())
            })
            .chain(self.own(prefix, ""))
            .collect()
    }

    /// The columns of the plans' own, between a prefix and a suffix.
    fn own(&self, prefix: &str, suffix: &str) -> Vec<Candidate> {
        let name = |column: &OwnColumn| {
            (format!("{prefix}{}{suffix}", column.key), column.title(self.lang).to_owned())
        };
        own_columns(self.plans()).into_iter().map(name).collect()
    }

    /// The values of a column of the plans' own that holds units.
    fn own_values(&self, key: &str) -> Vec<Candidate> {
        let columns = self.plans().flat_map(|plan| plan.columns.iter());
        let mut of_key = columns.filter(|column| column.key.eq_ignore_ascii_case(key));
        if of_key.any(|column| column.own_type == OwnType::Unit) {
            return self.candidates(ArgumentKind::Party, "");
        }
        Vec::new()
    }

    /// The valid plans.
    fn plans(&self) -> impl Iterator<Item = &Plan> {
        let workspace = self.workspace.get_or_init(|| {
            let options = CheckOptions::of_report(Day::today_in_vietnam(self.env.now));
            Workspace::open(&PlanPaths::new(&self.paths, &self.env).locations(), options)
        });
        workspace.valid().map(|(_, plan)| plan)
    }

    /// Terms of a filter: first the fields, then what the field takes.
    fn terms(&self, typed: &str) -> Vec<Candidate> {
        let (not, rest) = match typed.strip_prefix("not:") {
            Some(rest) => ("not:", rest),
            None => ("", typed),
        };
        let Some((name, _)) = rest.split_once(':') else {
            let mut fields: Vec<Candidate> = filters()
                .map(|(_, filter)| (format!("{not}{}:", filter.name), filter.meaning(self.lang).to_owned()))
                .collect();
            fields.extend(self.own(not, ":"));
            if not.is_empty() {
                let help = self.lang.pick("không phải", "what must not hold");
                fields.push(("not:".to_owned(), help.to_owned()));
            }
            return fields;
        };
        let values = match Attribute::from_filter(name) {
            Some(field) => self.values(field),
            None => self.own_values(name),
        };
        let values = values.into_iter();
        values.map(|(value, help)| (format!("{not}{name}:{value}"), help)).collect()
    }

    /// The ids of things, and where a plan was typed those of that plan.
    fn ids(&self, typed: &str, of: impl Fn(EntityIx) -> bool) -> Vec<Candidate> {
        if let Some((id, _)) = typed.split_once('/') {
            let plan = self.plans().find(|plan| plan.id == id);
            let own = plan.into_iter().flat_map(|plan| {
                entities(plan).map(move |(own, thing)| (format!("{}/{own}", plan.id), plan, thing))
            });
            return own
                .filter(|(_, _, thing)| of(*thing) && *thing != EntityIx::Plan)
                .map(|(id, plan, thing)| (id, thing.name(plan).to_owned()))
                .collect();
        }
        let all = self.plans().flat_map(|plan| entities(plan).map(move |(id, thing)| (id, plan, thing)));
        all.filter(|(_, _, thing)| of(*thing))
            .map(|(id, plan, thing)| (id.to_owned(), thing.name(plan).to_owned()))
            .collect()
    }

    /// Returns the values of a field of the filter.
    fn values(&self, field: Attribute) -> Vec<Candidate> {
        let Some(filter) = field.filter() else { return Vec::new() };
        let lang = self.lang;
        let of = |is: fn(EntityIx) -> bool| self.ids("", is);
        let mut values: Vec<Candidate> = match field {
            Attribute::Plan => of(|thing| thing == EntityIx::Plan),
            Attribute::Id => of(|thing| matches!(thing, EntityIx::Assignment(_))),
            Attribute::Section => of(|thing| matches!(thing, EntityIx::Section(_))),
            Attribute::Goal => of(|thing| matches!(thing, EntityIx::Goal(_))),
            Attribute::Target => of(|thing| matches!(thing, EntityIx::Target(_))),
            Attribute::Task => {
                self.each(|plan| plan.tasks.iter().map(|it| (it.id.clone(), it.title.to_string())))
            }
            Attribute::Unit | Attribute::With | Attribute::To => {
                let mut all = of(|thing| matches!(thing, EntityIx::Unit(_) | EntityIx::Group(_)));
                all.extend(self.kinds());
                all
            }
            Attribute::UnitKind => self.kinds(),
            _ if filter.is_choice() => {
                let choices = field.choices().into_iter();
                choices.map(|(id, name)| (id.to_owned(), name.get(lang).to_owned())).collect()
            }
            Attribute::Period => self.each(|plan| {
                let occurrences = plan.assignments.iter().flat_map(|item| item.deadline.occurrences.iter());
                occurrences.filter_map(|one| one.label.clone()).map(|label| (label, String::new()))
            }),
            Attribute::Tags => self.each(|plan| {
                plan.assignments.iter().flat_map(|item| &item.tags).map(|tag| (tag.clone(), String::new()))
            }),
            _ => Vec::new(),
        };
        values.extend(named(filter.hints));
        if filter.may_be_missing {
            let help = lang.pick("không có", "what has none");
            values.push(("none".to_owned(), help.to_owned()));
            values.push(("any".to_owned(), lang.pick("có", "all that have one").to_owned()));
        }
        values
    }

    fn kinds(&self) -> Vec<Candidate> {
        let help = self.lang.pick("loại đơn vị", "kind of unit");
        self.each(|plan| plan.registry.units.iter().map(move |unit| (unit.kind.clone(), help.to_owned())))
    }

    fn each<'s, C: Iterator<Item = Candidate>>(&'s self, of: impl FnMut(&'s Plan) -> C) -> Vec<Candidate> {
        self.plans().flat_map(of).collect()
    }
}

fn named(words: &[&str]) -> Vec<Candidate> {
    words.iter().map(|word| ((*word).to_owned(), String::new())).collect()
}

/// The sign of a key of sorting that is typed in front of its name.
fn reversal(typed: &str) -> &'static str {
    if typed.starts_with('-') { "-" } else { "" }
}
