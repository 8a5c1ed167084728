//! The figures of a status table. Source: docs/status.md, Figures.

use std::ops::AddAssign;

use super::state::Status;
use super::work_item_status::WorkItemStatus;

/// The number of work items of each status, and the percentages that follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures([u64; Status::ALL.len()]);

impl Figures {
    /// Adds a work item of a status.
    pub fn add(&mut self, status: Status) {
        self.0[status as usize] += 1;
    }

    /// Returns the number of work items of a status.
    pub fn count(&self, status: Status) -> u64 {
        self.0[status as usize]
    }

    /// Returns the number of all work items.
    pub fn total(&self) -> u64 {
        self.0.iter().sum()
    }

    /// Returns the number of work items that are done, in time or not.
    pub fn done(&self) -> u64 {
        self.dated_done() + self.count(Status::DoneUndated)
    }

    /// Returns completion %: done of all three kinds / (total − dropped − upcoming − continuous).
    ///
    /// All percentages are none where the denominator is 0.
    pub fn completion_pct(&self) -> Option<f64> {
        let left_out = [Status::Dropped, Status::Upcoming, Status::Continuous];
        let counted = self.total() - left_out.into_iter().map(|status| self.count(status)).sum::<u64>();
        percent(self.done(), counted)
    }

    /// Returns on-time %: done on time / work items with a deadline, not dropped, that are done or past it.
    pub fn on_time_pct(&self) -> Option<f64> {
        percent(self.count(Status::DoneOnTime), self.decided())
    }

    /// Returns overdue %: overdue / the same denominator.
    pub fn overdue_pct(&self) -> Option<f64> {
        percent(self.count(Status::Overdue), self.decided())
    }

    /// Returns the share of these work items in a whole, in percent.
    pub fn share_of(&self, whole: &Self) -> Option<f64> {
        percent(self.total(), whole.total())
    }

    /// Returns the number of work items with a deadline, not dropped, that are done or past it: the denominator of
    /// on-time % and overdue %. One past its deadline and neither done nor dropped is always overdue.
    pub fn decided(&self) -> u64 {
        self.dated_done() + self.count(Status::Overdue)
    }

    fn dated_done(&self) -> u64 {
        self.count(Status::DoneOnTime) + self.count(Status::DoneLate)
    }
}

impl AddAssign<&Figures> for Figures {
    fn add_assign(&mut self, other: &Figures) {
        self.0.iter_mut().zip(other.0).for_each(|(count, more)| *count += more);
    }
}

impl Extend<Status> for Figures {
    fn extend<I: IntoIterator<Item = Status>>(&mut self, statuses: I) {
        statuses.into_iter().for_each(|status| self.add(status));
    }
}

impl FromIterator<Status> for Figures {
    fn from_iter<I: IntoIterator<Item = Status>>(statuses: I) -> Self {
        let mut figures = Self::default();
        figures.extend(statuses);
        figures
    }
}

impl<'i> FromIterator<&'i WorkItemStatus> for Figures {
    fn from_iter<I: IntoIterator<Item = &'i WorkItemStatus>>(items: I) -> Self {
        items.into_iter().map(|item| item.status).collect()
    }
}

/// Returns `part` of `whole` in percent, rounded half up to one decimal; none if the whole is 0.
fn percent(part: u64, whole: u64) -> Option<f64> {
    let (part, whole) = (u128::from(part), u128::from(whole));
    let tenths = (part * 2000 + whole).checked_div(whole * 2)?;
    // Counts of work items are far below 2^52.
    #[allow(clippy::cast_precision_loss)]
    let tenths = tenths as f64;
    Some(tenths / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(counts: &[(Status, usize)]) -> Figures {
        counts.iter().flat_map(|(status, count)| std::iter::repeat_n(*status, *count)).collect()
    }

    #[test]
    fn the_task_force_counts_like_this() {
        // 1270/BC-TCTTTg of 2017: 223 overdue of 16,051 done and 223 overdue.
        let figures =
            figures(&[(Status::DoneOnTime, 16_051), (Status::Overdue, 223), (Status::OnTrack, 9_000)]);
        assert_eq!(figures.overdue_pct(), Some(1.4));
        assert_eq!(figures.on_time_pct(), Some(98.6));
    }

    #[test]
    fn the_table_of_commands_md_adds_up() {
        use Status as S;
        let figures = figures(&[
            (S::DoneOnTime, 3),
            (S::DoneLate, 1),
            (S::Overdue, 2),
            (S::DueSoon, 1),
            (S::OnTrack, 2),
            (S::Upcoming, 3),
        ]);
        assert_eq!((figures.total(), figures.done()), (12, 4));
        assert_eq!(figures.completion_pct(), Some(44.4));
        assert_eq!(figures.on_time_pct(), Some(50.0));
        assert_eq!(figures.overdue_pct(), Some(33.3));
    }

    #[test]
    fn nothing_is_no_percentage() {
        use Status as S;
        let none = figures(&[(S::Dropped, 2), (S::Upcoming, 1), (S::Continuous, 4)]);
        assert_eq!((none.completion_pct(), none.on_time_pct(), none.overdue_pct()), (None, None, None));
        let undated = figures(&[(S::DoneUndated, 1), (S::Undated, 3)]);
        assert_eq!((undated.completion_pct(), undated.on_time_pct()), (Some(25.0), None));
    }

    #[test]
    fn halves_go_up() {
        assert_eq!(percent(1, 16), Some(6.3));
        assert_eq!(percent(1, 2000), Some(0.1));
        assert_eq!(percent(1, 2001), Some(0.0));
        assert_eq!(percent(23, 80), Some(28.8));
        assert_eq!(percent(1, 3), Some(33.3));
        assert_eq!(percent(2, 3), Some(66.7));
        assert_eq!(percent(7, 7), Some(100.0));
        assert_eq!(percent(0, 0), None);
    }
}
