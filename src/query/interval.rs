//! Intervals of values, open at either end.

/// `A..B`, `A..`, `..B`, or `A` alone, which is `A..A`. Both ends are within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval<T> {
    /// The first; none is open. Not open at both ends.
    pub from: Option<T>,
    /// The last; none is open.
    pub to: Option<T>,
}

impl<T: PartialOrd> Interval<T> {
    /// Returns true if the value lies within, both ends included.
    pub fn contains(&self, value: &T) -> bool {
        self.from.as_ref().is_none_or(|from| from <= value) && self.to.as_ref().is_none_or(|to| value <= to)
    }

    /// Returns true if the last value lies before the first.
    pub fn is_backwards(&self) -> bool {
        matches!((&self.from, &self.to), (Some(from), Some(to)) if from > to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_within_and_may_be_open() {
        let interval = |from, to| Interval { from, to };
        assert!(interval(Some(1), Some(3)).contains(&3));
        assert!(!interval(Some(1), Some(3)).contains(&4));
        assert!(interval(None, Some(3)).contains(&-9));
        assert!(!interval(Some(1), None).contains(&0));
        assert!(interval(Some(3), Some(1)).is_backwards());
        assert!(!interval(Some(3), None).is_backwards());
    }
}
