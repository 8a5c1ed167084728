//! Parts of a request for entries that several commands read alike.

use super::days::{DATE, DayOption};
use super::error::CliError;
use super::line::TypedLine;
use super::session::Session;
use crate::date::Day;
use crate::deadline::DeadlineContext;
use crate::edit::{EntryRequest, Given, ResultRequest, WordIx};
use crate::model::{EntityIx, Plan};
use crate::parse::Key;
use crate::parse::emit::{DayForm, NewValue};
use crate::workspace::{EntityName, NumberedPlan, Workspace};

/// A request that is read word by word.
pub(super) struct RequestReader<'w> {
    pub(super) line: TypedLine,
    today: Day,
    contexts: Vec<DeadlineContext<'w>>,
    units: Vec<Given<String>>,
    periods: Vec<Given<String>>,
    values: Vec<(Key, Given<NewValue>)>,
}

impl<'w> RequestReader<'w> {
    /// Begins with the name of the command; days without a year are those of the plans of the items.
    pub(super) fn new(
        command: &str,
        session: &mut Session<'_>,
        workspace: &'w Workspace,
        items: &[String],
    ) -> Result<Self, CliError> {
        let contexts = contexts(workspace, items);
        session.settle(&contexts)?;
        Ok(Self {
            line: TypedLine::new(command),
            today: session.today,
            contexts,
            units: Vec::new(),
            periods: Vec::new(),
            values: Vec::new(),
        })
    }

    /// Adds the units and periods that options name.
    pub(super) fn choose(&mut self, units: &[String], periods: &[String]) {
        self.units = self.line.options("--unit", units);
        self.periods = self.line.options("--period", periods);
    }

    /// Adds a text that an option gives, if it gives one.
    pub(super) fn text(&mut self, key: Key, option: &str, words: Option<&String>) {
        let words = words.filter(|words| !words.trim().is_empty());
        if let Some(given) = self.line.option(option, words) {
            self.value(key, Given::new(NewValue::Text(given.value), given.word));
        }
    }

    /// Adds a day that an option gives, if it gives one.
    pub(super) fn day(
        &mut self,
        key: Key,
        option: DayOption,
        words: Option<&String>,
    ) -> Result<(), CliError> {
        if let Some(given) = self.line.option(option.name(), words) {
            let day = option.read(&given.value, self.today, &self.contexts)?;
            self.value(key, Given::new(NewValue::Day(day, DayForm::default()), given.word));
        }
        Ok(())
    }

    /// Adds a value.
    pub(super) fn value(&mut self, key: Key, given: Given<NewValue>) {
        self.values.push((key, given));
    }

    /// The day that words mean in the plans of the items.
    pub(super) fn read_day(&self, option: DayOption, words: &str) -> Result<Day, CliError> {
        option.read(words, self.today, &self.contexts)
    }

    /// The request for entries of a list; the items and the lead stand on the line already.
    pub(super) fn finish(
        mut self,
        list: Key,
        items: Vec<Given<String>>,
        lead: Option<Given<String>>,
        date: Option<&String>,
        session: &Session<'_>,
    ) -> Result<(EntryRequest, TypedLine), CliError> {
        let (date, date_word) = self.date(date, session)?;
        let Self { line, units, periods, values, .. } = self;
        let as_of = session.as_of;
        let request = EntryRequest { list, items, units, periods, date, date_word, lead, values, as_of };
        Ok((request, line))
    }

    /// The request for a result of a target, which stands on the line already.
    pub(super) fn finish_result(
        mut self,
        target: Given<String>,
        [unit, period]: [Option<Given<String>>; 2],
        date: Option<&String>,
        session: &Session<'_>,
    ) -> Result<(ResultRequest, TypedLine), CliError> {
        let (date, date_word) = self.date(date, session)?;
        Ok((ResultRequest { target, unit, period, date, date_word, values: self.values }, self.line))
    }

    /// The day of the entry, with the word that gives it; the day asked about if none does.
    fn date(
        &mut self,
        words: Option<&String>,
        session: &Session<'_>,
    ) -> Result<(Day, Option<WordIx>), CliError> {
        let Some(given) = self.line.option(DATE.name(), words) else { return Ok((session.as_of.day, None)) };
        Ok((self.read_day(DATE, &given.value)?, Some(given.word)))
    }
}

/// The periods of the plans that have one of the items; of all plans if none has.
fn contexts<'w>(workspace: &'w Workspace, items: &[String]) -> Vec<DeadlineContext<'w>> {
    let plans: Vec<NumberedPlan<'w>> = workspace.valid().collect();
    let of_item = |item: &String| EntityName::new(item).find(&plans).into_iter().map(|found| found.ix);
    let named: Vec<_> = items.iter().flat_map(of_item).collect();
    let is_named = |ix| named.is_empty() || named.contains(&ix);
    plans.iter().filter(|(ix, _)| is_named(*ix)).map(|(_, plan)| Plan::deadline_context(plan)).collect()
}

/// Returns true if a plan has a task or row of this name.
pub(super) fn is_item(workspace: &Workspace, words: &str) -> bool {
    let plans: Vec<NumberedPlan<'_>> = workspace.valid().collect();
    let is_item = |entity| matches!(entity, EntityIx::Assignment(_) | EntityIx::Task(_));
    EntityName::new(words).find(&plans).into_iter().any(|found| is_item(found.entity))
}
