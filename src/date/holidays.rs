//! The built-in special days, read from `holidays.tsv`.

use super::day::Day;
use super::special::SpecialKind;

const DATA: &str = include_str!("holidays.tsv");

/// Returns the special days of the data file, in its order: the day, its kind, its name.
pub(super) fn built_in() -> impl Iterator<Item = (Day, SpecialKind, &'static str)> {
    DATA.lines().filter_map(line)
}

/// Reads a line of the data; none for a comment. A test verifies that no other line is skipped.
fn line(line: &'static str) -> Option<(Day, SpecialKind, &'static str)> {
    let mut cells = line.split('\t');
    let (day, kind, name) = (cells.next()?, cells.next()?, cells.next()?);
    let day = Day::from_iso(day)?;
    let kind = match kind {
        "holiday" => SpecialKind::Holiday,
        "in-lieu" => SpecialKind::InLieu,
        "swapped-off" => SpecialKind::SwappedOff,
        "workday" => SpecialKind::Workday,
        _ => return None,
    };
    Some((day, kind, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_and_in_order() {
        let lines = DATA.lines().filter(|line| !line.starts_with('#')).count();
        let days: Vec<Day> = built_in().map(|(day, ..)| day).collect();
        assert_eq!(days.len(), lines);
        assert!(days.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn the_kinds_suit_the_days_of_the_week() {
        for (day, kind, name) in built_in() {
            match kind {
                SpecialKind::Holiday => {}
                SpecialKind::Workday => assert!(day.weekday().is_weekend(), "{day} {name}"),
                SpecialKind::InLieu | SpecialKind::SwappedOff => {
                    assert!(!day.weekday().is_weekend(), "{day} {name}");
                }
            }
        }
    }
}
