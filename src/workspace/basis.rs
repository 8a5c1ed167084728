//! The period, calendar and settings that the words of a deadline are read against.

use super::entry::PlanEntry;
use super::open::Workspace;
use crate::date::{Calendar, Day};
use crate::deadline::{DeadlineContext, Period};
use crate::model::{Plan, Settings};
use crate::vietnamese::nearest;

/// The period, calendar and settings of a plan, or those of a year without a plan.
#[derive(Debug, Clone)]
pub struct DeadlineBasis {
    /// The period: `tháng 9` is September of its year.
    pub period: Period,
    /// The calendar: working days, school years.
    pub calendar: Calendar,
    /// Settings for computing days.
    pub settings: Settings,
    /// The day on which the plan was issued.
    pub issued: Option<Day>,
}

/// Reason why a plan cannot be the basis of deadlines.
#[derive(Debug)]
pub enum DeadlineBasisError<'w> {
    /// The plans that would be the basis have errors: their period and settings are open.
    Invalid(Vec<&'w PlanEntry>),
    /// No plan has that id; the nearest one that a plan has.
    Unknown(Option<&'w str>),
}

impl Workspace {
    /// The basis of the plan of an id, or without one of the only plan; none without an id if there are several
    /// plans. Source: docs/deadlines.md.
    ///
    /// # Errors
    /// [`DeadlineBasisError`] if the plan has errors, or there is no plan of that id.
    pub fn deadline_basis(&self, id: Option<&str>) -> Result<Option<DeadlineBasis>, DeadlineBasisError<'_>> {
        let is_meant = |entry: &&PlanEntry| id.map_or(self.plans.len() == 1, |id| entry.id() == Some(id));
        let invalid: Vec<&PlanEntry> =
            self.plans.iter().filter(|entry| entry.plan().is_none()).filter(is_meant).collect();
        if !invalid.is_empty() {
            return Err(DeadlineBasisError::Invalid(invalid));
        }
        let Some(id) = id else {
            let only = if self.plans.len() == 1 { self.valid().next() } else { None };
            return Ok(only.map(|(_, plan)| DeadlineBasis::of(plan)));
        };
        match self.valid().find(|(_, plan)| plan.id == id) {
            Some((_, plan)) => Ok(Some(DeadlineBasis::of(plan))),
            None => {
                Err(DeadlineBasisError::Unknown(nearest(id, self.valid().map(|(_, plan)| plan.id.as_str()))))
            }
        }
    }
}

impl DeadlineBasis {
    /// Returns the context in which words are days.
    pub fn context(&self) -> DeadlineContext<'_> {
        let Self { period, calendar, settings, issued } = self;
        DeadlineContext { before: settings.before, issued: *issued, ..DeadlineContext::new(period, calendar) }
    }

    /// A year with the built-in calendar; none outside 1900–2999.
    pub fn of_year(year: i32) -> Option<Self> {
        let period = Period::year(year)?;
        Some(Self { period, calendar: Calendar::vietnam(), settings: Settings::default(), issued: None })
    }

    fn of(plan: &Plan) -> Self {
        Self {
            period: plan.period.clone(),
            calendar: plan.calendar.clone(),
            settings: plan.settings,
            issued: plan.issued,
        }
    }
}
