//! What deadlines of the command line are read against: the only plan, a named one, or the built-in calendar.

use super::select::leave_out;
use super::session::{Failed, Session};
use crate::check::Strictness;
use crate::date::Calendar;
use crate::deadline::Period;
use crate::language::Message;
use crate::message;
use crate::model::{Plan, Settings};
use crate::sanitize::quoted;
use crate::vietnamese::nearest;

/// A period, a calendar and the settings that go with them.
pub(super) struct Against {
    pub(super) period: Period,
    pub(super) calendar: Calendar,
    pub(super) settings: Settings,
}

impl Against {
    /// Those of the plan of that id, or of the only plan there is; else this year and the built-in calendar.
    /// Source: docs/deadlines.md.
    pub(super) fn find(id: Option<&str>, session: &mut Session<'_>) -> Result<Self, Failed> {
        let mut plans = Vec::new();
        if id.is_some() || session.has_plans() {
            let mut work = session.read(&[], Strictness::default())?;
            // The plan that would be read against has errors: its period and settings are open.
            let all = work.plans.len() + work.refused.len();
            work.refused.retain(|refused| id.map_or(all == 1, |id| refused.id.as_deref() == Some(id)));
            if !work.refused.is_empty() {
                leave_out(session, &work)?;
                return Err(Failed::Told);
            }
            if all == work.plans.len() || id.is_some() {
                plans = work.plans;
            }
        }
        if let Some(id) = id {
            let Some(at) = plans.iter().position(|plan| plan.id == id) else {
                let near = nearest(id, plans.iter().map(|plan| plan.id.as_str())).map(str::to_owned);
                let name = quoted(id);
                return Err(Failed::Said(match near {
                    Some(near) => message!(
                        "không có kế hoạch {name} (gợi ý: {near})",
                        "there is no plan {name} (help: {near})"
                    ),
                    None => message!("không có kế hoạch {name}", "there is no plan {name}"),
                }));
            };
            return Ok(Self::of(plans.swap_remove(at)));
        }
        if plans.len() == 1 {
            return Ok(Self::of(plans.remove(0)));
        }
        let period = Period::year(session.as_of.day.year());
        let period =
            period.ok_or(Failed::Said(Message::fixed("năm ngoài 1900–2999", "a year outside 1900–2999")))?;
        Ok(Self { period, calendar: Calendar::vietnam(), settings: Settings::default() })
    }

    fn of(plan: Plan) -> Self {
        Self { period: plan.period, calendar: plan.calendar, settings: plan.settings }
    }
}
