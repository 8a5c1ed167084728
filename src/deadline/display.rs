//! The canonical Vietnamese form of an expression.

use std::fmt::{self, Display, Formatter};

use crate::date::Weekday;
use crate::vietnamese::roman;

use super::expression::{
    Anchor, Bound, CalendarPart, Clause, CountStart, CountUnit, Cycle, Edge, Expression, Join, Recurrence,
    TimeConstraint, TimeExtent, TimeReference,
};

/// The form reads back as an equal expression: `trước ngày 15/5/2024`.
impl Display for Expression {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (at, clause) in self.clauses.iter().enumerate() {
            if at > 0 {
                f.write_str("; ")?;
            }
            clause.fmt(f)?;
        }
        Ok(())
    }
}

impl Display for Clause {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Timed(timed) => timed.fmt(f),
            Self::Recurrence(recurrence) => recurrence.fmt(f),
            Self::Count(count) => {
                let months = matches!(count.unit, CountUnit::Month | CountUnit::Year);
                let direction = if count.back { "trước" } else { "kể từ" };
                // Without the words of a term, `6 tháng trước` is a report with its day.
                f.write_str(if count.back && months { "chậm nhất " } else { "" })?;
                write!(f, "{:02} {} {direction} ", count.number, count.unit.name())?;
                match count.since {
                    CountStart::Reference(reference) => reference.fmt(f),
                    CountStart::End(reference) => write!(f, "ngày kết thúc {reference}"),
                    CountStart::Issue => f.write_str("ngày ban hành Kế hoạch"),
                }
            }
            Self::SinceIssue => f.write_str("từ ngày ban hành Kế hoạch"),
            Self::Spaced(spacing) => {
                write!(f, "định kỳ {:02} {} một lần", spacing.spans, spacing.cycle.name())
            }
            Self::Continuous(None) => f.write_str("thường xuyên"),
            Self::Continuous(Some(within)) => write!(f, "thường xuyên, {within}"),
            Self::Undated(words) => f.write_str(words),
            Self::UnknownEvent(event) => f.write_str(&event.words),
        }
    }
}

impl Display for Bound {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::In => "",
            Self::Until => "đến hết ",
            Self::Before => "trước ",
            Self::From | Self::Within => "từ ",
            Self::After => "sau ",
        })
    }
}

impl Display for TimeConstraint {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match (self.bound, &self.extent) {
            (Bound::In, TimeExtent::Run(first, last)) => write!(f, "từ {first} đến {last}"),
            (Bound::Within, TimeExtent::Run(first, last)) => write!(f, "từ {first} và trước {last}"),
            (Bound::From, TimeExtent::Run(..)) => write!(f, "sớm nhất {}", self.extent),
            (bound, extent) => write!(f, "{bound}{extent}"),
        }
    }
}

impl Display for TimeExtent {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(reference) => reference.fmt(f),
            Self::Run(first, last) => write!(f, "{first} - {last}"),
            Self::List(references, join) => {
                for (at, reference) in references.iter().enumerate() {
                    match join {
                        _ if at == 0 => {}
                        Join::And if at + 1 == references.len() => f.write_str(" và ")?,
                        _ => f.write_str(", ")?,
                    }
                    reference.fmt(f)?;
                }
                Ok(())
            }
        }
    }
}

impl Display for Edge {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Start => "đầu",
            Self::Middle => "giữa",
            Self::End => "cuối",
        })
    }
}

impl Display for TimeReference {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(day) = self.weekday {
            write!(f, "{}, ", weekday(day))?;
        }
        if let Some(edge) = self.edge {
            write!(f, "{edge} ")?;
        }
        self.part.fmt(f)
    }
}

impl Display for CalendarPart {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Day { day, month, .. } => write!(f, "ngày {day:02}/{month}")?,
            Self::Month { month, .. } => write!(f, "tháng {month}")?,
            Self::Tenth { tenth, month, .. } => {
                let name = ["thượng", "trung", "hạ"].get(usize::from(tenth).saturating_sub(1));
                write!(f, "{} tuần tháng {month}", name.copied().unwrap_or_default())?;
            }
            Self::Week { week, month, .. } => write!(f, "tuần {week} tháng {month}")?,
            Self::LastWeek { month, .. } => write!(f, "tuần cuối tháng {month}")?,
            Self::Quarter { quarter, .. } => write!(f, "quý {}", numeral(quarter.into()))?,
            Self::Months { count, last, year } => {
                write!(f, "{count} tháng {} năm", if last { "cuối" } else { "đầu" })?;
                return year.map_or(Ok(()), |year| write!(f, " {year}"));
            }
            Self::Year(None) => return f.write_str("năm"),
            Self::Year(Some(year)) => return write!(f, "năm {year}"),
            Self::BareYears(first, last) => return write!(f, "{first}-{last}"),
            Self::Years(first, last) => return write!(f, "giai đoạn {first}-{last}"),
            Self::SchoolYear(year) => return school_year(f, year),
            Self::Term { term, year } => {
                write!(f, "học kỳ {}", numeral(term.into()))?;
                if year.is_none() {
                    return Ok(());
                }
                f.write_str(" ")?;
                return school_year(f, year);
            }
            Self::Summer(None) => return f.write_str("hè"),
            Self::Summer(Some(year)) => return write!(f, "hè năm {year}"),
        }
        self.year().map_or(Ok(()), |year| write!(f, "/{year}"))
    }
}

fn school_year(f: &mut Formatter<'_>, year: Option<i32>) -> fmt::Result {
    f.write_str("năm học")?;
    year.map_or(Ok(()), |year| write!(f, " {}", school_year_name(year)))
}

/// Returns the name of the school year that begins in a calendar year: `2023-2024`.
pub(super) fn school_year_name(start: i32) -> String {
    format!("{start}-{}", start + 1)
}

impl Display for Recurrence {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let span = self.cycle.name();
        match self.at {
            None if self.times > 1 => write!(f, "{:02} lần/{span}", self.times)?,
            None if self.cycle == Cycle::Half => f.write_str("02 lần/năm")?,
            None => write!(f, "hằng {span}")?,
            Some((bound, at)) => {
                if !matches!((self.cycle, at), (Cycle::Half, Anchor::Reference(_))) {
                    bound.fmt(f)?;
                }
                match at {
                    Anchor::Weekday(day) => write!(f, "{} hằng tuần", weekday(day))?,
                    Anchor::Edge(edge) => write!(f, "{edge} hằng {span}")?,
                    Anchor::WorkingEdge(Edge::Start) => write!(f, "ngày làm việc đầu tiên của {span}")?,
                    Anchor::WorkingEdge(_) => write!(f, "ngày làm việc cuối cùng của {span}")?,
                    Anchor::After { number, unit } => {
                        write!(f, "{number:02} {} kể từ ngày kết thúc {span}", unit.name())?;
                    }
                    Anchor::LastDays(days) => write!(f, "{days:02} ngày cuối hằng {span}")?,
                    Anchor::Run(first, last) => write!(f, "từ {first} đến {last} hằng năm")?,
                    Anchor::Reference(reference) if self.cycle == Cycle::Half => {
                        // Any other time behind `định kỳ 6 tháng` is a deadline of its own.
                        if reference.part.is_day() || bound == Bound::In && reference.edge.is_some() {
                            write!(f, "định kỳ 6 tháng, {bound}{reference}")?;
                        } else {
                            write!(f, "{bound}{reference} đối với báo cáo 6 tháng")?;
                        }
                    }
                    Anchor::Reference(reference) => {
                        write!(f, "{reference} {}", if self.ahead { "năm sau" } else { "hằng năm" })?;
                    }
                    Anchor::Day { first: Some(_), day, month } if self.cycle == Cycle::Quarter => {
                        let month = ["đầu", "giữa", "cuối"].get(usize::from(month).saturating_sub(1));
                        if day == 31 {
                            write!(f, "tháng {} hằng quý", month.copied().unwrap_or_default())?;
                        } else {
                            write!(f, "{day:02} ngày đầu hằng quý")?;
                        }
                    }
                    Anchor::Day { first, day, month } => {
                        if let Some(first) = first {
                            write!(f, "từ ngày {first} đến ")?;
                        }
                        write!(f, "ngày {day:02}")?;
                        let month = ["đầu", "giữa", "cuối"].get(usize::from(month).saturating_sub(1));
                        match (self.cycle, self.ahead) {
                            (Cycle::Quarter, _) => {
                                write!(f, " tháng {}", month.copied().unwrap_or_default())?;
                                f.write_str(if self.ahead { " quý sau" } else { " hằng quý" })?;
                            }
                            (_, true) => f.write_str(" tháng sau")?,
                            (_, false) => f.write_str(" hằng tháng")?,
                        }
                    }
                }
            }
        }
        match &self.within {
            None => Ok(()),
            Some(within) if within.bound == Bound::In && matches!(within.extent, TimeExtent::One(_)) => {
                write!(f, ", trong {within}")
            }
            // `đến hết ngày 15/6` alone is the day in each span.
            Some(within)
                if within.bound == Bound::Until && matches!(self.cycle, Cycle::Half | Cycle::Year) =>
            {
                write!(f, ", từ nay {within}")
            }
            Some(within) => write!(f, ", {within}"),
        }
    }
}

impl Cycle {
    /// Returns the name of the span after `hằng` and `lần/`.
    fn name(self) -> &'static str {
        match self {
            Self::Week => "tuần",
            Self::Month => "tháng",
            Self::Quarter => "quý",
            Self::Half => "6 tháng",
            Self::Year => "năm",
            Self::SchoolYear => "năm học",
            Self::Term => "học kỳ",
        }
    }
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "thứ Hai",
        Weekday::Tuesday => "thứ Ba",
        Weekday::Wednesday => "thứ Tư",
        Weekday::Thursday => "thứ Năm",
        Weekday::Friday => "thứ Sáu",
        Weekday::Saturday => "thứ Bảy",
        Weekday::Sunday => "chủ nhật",
    }
}

/// Returns a number from 1 to 12 in Roman numerals, any other in Arabic numerals.
pub(super) fn numeral(number: u32) -> String {
    if (1..=12).contains(&number) { roman(number as usize) } else { number.to_string() }
}
