//! The rolling of a last day that is a day off.

use crate::date::{Calendar, DateRange, Day, DayOff};
use crate::language::Message;

use super::article::Article;

/// The treatment of a last day that is a day off (`settings.roll`, or `roll` of a task or row).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Roll {
    /// It moves to the next working day (BLDS 2015, Điều 148 khoản 5).
    #[default]
    Next,
    /// It moves to the working day before.
    Previous,
    /// It stays.
    None,
}

impl Roll {
    /// The words of the format for all treatments.
    pub const WORDS: &'static [&'static str] = &["next", "previous", "none"];

    /// Returns the word of the format.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::Previous => "previous",
            Self::None => "none",
        }
    }

    /// Returns the treatment of a word of the format.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Next, Self::Previous, Self::None].into_iter().find(|roll| roll.as_str() == word)
    }

    /// Returns what becomes of a last day that is a day off.
    pub fn name(self) -> Message {
        match self {
            Self::Next => {
                Message::fixed("chuyển sang ngày làm việc tiếp theo", "moves to the next working day")
            }
            Self::Previous => {
                Message::fixed("lùi về ngày làm việc trước đó", "moves to the working day before")
            }
            Self::None => Message::fixed("giữ nguyên", "stays"),
        }
    }
}

/// The reason for the day of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RollReason {
    /// The due day is a working day.
    Working,
    /// The due day is a day off and moves to the next working day.
    Next,
    /// The due day is a day off and moves to the working day before.
    Previous,
    /// The due day is a day off and stays by the settings, or by the `roll` of its task or row.
    Unmoved,
    /// The due day is a day off and stays, since the next working day is not before the day that `trước` names.
    Held {
        /// The day that `trước` names.
        barrier: Day,
    },
}

/// A due day after rolling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rolled {
    /// The day before rolling.
    pub due: Day,
    /// The last day that is in time.
    pub deadline: Day,
    /// The reason for that day.
    pub why: RollReason,
}

impl Rolled {
    /// Returns true if the day moved.
    pub fn moved(&self) -> bool {
        self.deadline != self.due
    }

    /// Returns the article of law by which the day moved; none if it stayed, or moved by a setting.
    pub fn article(&self) -> Option<Article> {
        (self.why == RollReason::Next).then_some(Article::LastDayOff)
    }

    /// Returns the year whose announcement may change the deadline, as far as the calendar moves it.
    pub fn unannounced(&self, roll: Roll, calendar: &Calendar) -> Option<i32> {
        let (first, last) = (self.due.min(self.deadline), self.due.max(self.deadline));
        // The years are looked up first: nearly all are announced.
        let is_known = calendar.knows(first.year()) && calendar.knows(last.year());
        if is_known || roll == Roll::None {
            return None;
        }
        calendar.unannounced(DateRange::new(first, last)?)
    }

    /// Returns the days off from the due day to the deadline, in the order of rolling, each with its kind;
    /// none if the due day is a working day.
    pub fn days_off<'a>(&self, calendar: &'a Calendar) -> impl Iterator<Item = (Day, DayOff<'a>)> + use<'a> {
        let step: i64 = if self.deadline < self.due { -1 } else { 1 };
        std::iter::successors(Some(self.due), move |day| day.plus(step))
            .map_while(|day| calendar.day_off(day).map(|off| (day, off)))
    }
}

/// Moves a due day that is a day off according to the settings, but never to its barrier or past it.
///
/// The day stays where no working day is left in 1900–2999.
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
