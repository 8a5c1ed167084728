//! When the last day is a day off.

use crate::date::{Calendar, Day, DayOff};

use super::article::Article;

/// Where a last day goes that is a day off (`settings.roll`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Roll {
    /// To the next working day (BLDS 2015, Điều 148 khoản 5).
    #[default]
    Next,
    /// To the working day before.
    Previous,
    /// Nowhere.
    None,
}

/// Why a deadline is the day that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RollReason {
    /// The due day is a working day.
    Working,
    /// The due day is a day off, and moved to the next working day.
    Next,
    /// The due day is a day off, and moved to the working day before.
    Previous,
    /// The due day is a day off, and the settings let it stay.
    Unmoved,
    /// The due day is a day off and stays: the next working day is not before the day that `trước` names.
    Held {
        /// That day.
        barrier: Day,
    },
}

/// A due day after rolling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rolled {
    /// The day as it was.
    pub due: Day,
    /// The last day that is in time.
    pub deadline: Day,
    /// Why it is that day.
    pub why: RollReason,
}

impl Rolled {
    /// Whether the day moved.
    pub fn moved(&self) -> bool {
        self.deadline != self.due
    }

    /// Returns the article of law by which the day moved; none where it stayed or where a setting moved it.
    pub fn article(&self) -> Option<Article> {
        (self.why == RollReason::Next).then_some(Article::LastDayOff)
    }

    /// The days off from the due day to the deadline, in the order in which they were passed, each with
    /// what makes it one; none if the due day is a working day.
    pub fn days_off<'a>(&self, calendar: &'a Calendar) -> impl Iterator<Item = (Day, DayOff<'a>)> + use<'a> {
        let step: i64 = if self.deadline < self.due { -1 } else { 1 };
        std::iter::successors(Some(self.due), move |day| day.plus(step))
            .map_while(|day| calendar.day_off(day).map(|off| (day, off)))
    }
}

/// Moves a due day that is a day off as the settings say, but never to its barrier or past it.
///
/// Where no working day is left in 1900–2999 the day stays.
pub fn roll(due: Day, barrier: Option<Day>, roll: Roll, calendar: &Calendar) -> Rolled {
    let stays = |why| Rolled { due, deadline: due, why };
    if calendar.is_working(due) {
        return stays(RollReason::Working);
    }
    match roll {
        Roll::None => stays(RollReason::Unmoved),
        Roll::Previous => match calendar.working_day_on_or_before(due) {
            Some(deadline) => Rolled { due, deadline, why: RollReason::Previous },
            None => stays(RollReason::Unmoved),
        },
        Roll::Next => match (calendar.working_day_on_or_after(due), barrier) {
            (Some(next), Some(barrier)) if next >= barrier => stays(RollReason::Held { barrier }),
            (Some(deadline), _) => Rolled { due, deadline, why: RollReason::Next },
            (None, _) => stays(RollReason::Unmoved),
        },
    }
}
