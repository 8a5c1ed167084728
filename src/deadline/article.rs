//! Articles of the Civil Code 2015 (Bộ luật Dân sự) by which words are days. Source: docs/deadlines.md.

use crate::language::{Lang, Message};
use crate::message;

use super::expression::{
    Anchor, CalendarPart, Clause, CountStart, Cycle, Expression, TimeConstraint, TimeExtent, TimeReference,
};

/// A rule of the Civil Code that a deadline relies on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Article {
    /// Điều 146 khoản 2: the beginning, the middle and the end of a month.
    PointOfMonth,
    /// Điều 146 khoản 3: the beginning, the middle and the end of a year.
    PointOfYear,
    /// Điều 147 khoản 2: the first day of a term is not counted.
    FirstDayExcluded,
    /// Điều 148 khoản 5: a term whose last day is a day off ends with the next working day.
    LastDayOff,
}

impl Article {
    /// Returns the name of the article: `BLDS 2015, Điều 148`.
    pub fn name(self) -> Message {
        match self {
            Self::PointOfMonth | Self::PointOfYear => {
                Message::fixed("BLDS 2015, Điều 146", "Civil Code 2015, Article 146")
            }
            Self::FirstDayExcluded => Message::fixed("BLDS 2015, Điều 147", "Civil Code 2015, Article 147"),
            Self::LastDayOff => Message::fixed("BLDS 2015, Điều 148", "Civil Code 2015, Article 148"),
        }
    }

    /// Returns the article with its clause (khoản): `BLDS 2015, Điều 148 khoản 5`.
    pub fn citation(self) -> Message {
        match self {
            Self::PointOfMonth => {
                Message::fixed("BLDS 2015, Điều 146 khoản 2", "Civil Code 2015, Article 146(2)")
            }
            Self::PointOfYear => {
                Message::fixed("BLDS 2015, Điều 146 khoản 3", "Civil Code 2015, Article 146(3)")
            }
            Self::FirstDayExcluded => {
                Message::fixed("BLDS 2015, Điều 147 khoản 2", "Civil Code 2015, Article 147(2)")
            }
            Self::LastDayOff => {
                Message::fixed("BLDS 2015, Điều 148 khoản 5", "Civil Code 2015, Article 148(5)")
            }
        }
    }

    /// Returns the rule of the article in one sentence, with its citation and without a full stop.
    pub fn rule(self) -> Message {
        let (vi, en) = match self {
            Self::PointOfMonth => (
                "đầu tháng là ngày 1, giữa tháng là ngày 15, cuối tháng là ngày cuối cùng của tháng",
                "the beginning of a month is its first day, the middle the 15th, the end its last day",
            ),
            Self::PointOfYear => (
                "đầu năm là ngày 1/1, giữa năm là ngày 30/6, cuối năm là ngày 31/12",
                "the beginning of a year is 1 January, the middle 30 June, the end 31 December",
            ),
            Self::FirstDayExcluded => ("ngày đầu tiên không được tính", "the first day does not count"),
            Self::LastDayOff => (
                "thời hạn có ngày cuối cùng là ngày nghỉ kết thúc vào ngày làm việc tiếp theo",
                "a term whose last day is a day off ends with the next working day",
            ),
        };
        let citation = self.citation();
        let (vi_article, en_article) = (citation.get(Lang::Vi), citation.get(Lang::En));
        message!("{vi} ({vi_article})", "{en} ({en_article})")
    }
}

impl Expression {
    /// Returns the articles by which the words are days, each once. Rolling is not among them: it follows
    /// from the calendar ([`Rolled::article`](super::Rolled::article)).
    pub fn articles(&self) -> Vec<Article> {
        let mut articles = Vec::new();
        for clause in self.clauses.iter() {
            of_clause(clause, &mut articles);
        }
        articles.sort_unstable();
        articles.dedup();
        articles
    }
}

fn of_clause(clause: &Clause, articles: &mut Vec<Article>) {
    match clause {
        Clause::Timed(timed) => of_timed(timed, articles),
        Clause::Recurrence(recurrence) => {
            match recurrence.at {
                Some((_, Anchor::Edge(_))) => articles.extend(of_cycle(recurrence.cycle)),
                Some((_, Anchor::Reference(reference))) => articles.extend(of_target(&reference)),
                Some((_, Anchor::After { .. })) => articles.push(Article::FirstDayExcluded),
                Some((_, Anchor::Run(first, last))) => {
                    articles.extend([first, last].iter().filter_map(of_target));
                }
                Some((
                    _,
                    Anchor::Weekday(_) | Anchor::WorkingEdge(_) | Anchor::LastDays(_) | Anchor::Day { .. },
                ))
                | None => {}
            }
            if let Some(within) = &recurrence.within {
                of_timed(within, articles);
            }
        }
        Clause::Count(count) => {
            if let CountStart::Reference(since) = &count.since {
                articles.extend(of_target(since));
            }
            articles.push(Article::FirstDayExcluded);
        }
        Clause::Continuous(Some(within)) => of_timed(within, articles),
        Clause::SinceIssue
        | Clause::Spaced(_)
        | Clause::Continuous(None)
        | Clause::Undated(_)
        | Clause::UnknownEvent(_) => {}
    }
}

fn of_timed(timed: &TimeConstraint, articles: &mut Vec<Article>) {
    match &timed.extent {
        TimeExtent::One(reference) => articles.extend(of_target(reference)),
        TimeExtent::Run(first, last) => articles.extend([first, last].into_iter().filter_map(of_target)),
        TimeExtent::List(references, _) => articles.extend(references.iter().filter_map(of_target)),
    }
}

/// Điều 146 names points of months and years alone: those of quarters, school years and terms are custom.
fn of_target(reference: &TimeReference) -> Option<Article> {
    reference.edge?;
    match reference.part {
        CalendarPart::Month { .. } => Some(Article::PointOfMonth),
        CalendarPart::Year(_) => Some(Article::PointOfYear),
        _ => None,
    }
}

fn of_cycle(cycle: Cycle) -> Option<Article> {
    match cycle {
        Cycle::Month => Some(Article::PointOfMonth),
        Cycle::Year => Some(Article::PointOfYear),
        Cycle::Week | Cycle::Quarter | Cycle::Half | Cycle::SchoolYear | Cycle::Term => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Article::{FirstDayExcluded, PointOfMonth, PointOfYear};
    use crate::deadline::parse;

    #[test]
    fn points_of_months_and_years_are_set_by_article_146() {
        let articles = |words: &str| parse(words).unwrap().articles();
        for words in [
            "đầu tháng 9",
            "cuối tháng 9",
            "giữa T9/2026",
            "Cuối của T9",
            "cuối tháng 9, cuối tháng 10",
            "cuối mỗi tháng",
            "giữa hằng tháng",
            "cuối tháng 9 hằng năm",
            "trước cuối tháng 9",
            "từ giữa tháng 3 đến cuối tháng 5/2024",
            "hằng tuần, đến cuối tháng 5",
        ] {
            assert_eq!(articles(words), [PointOfMonth], "{words}");
        }
        for words in [
            "đến giữa năm 2024",
            "Cuối năm",
            "đầu năm 2025",
            "cuối mỗi năm",
            "đến cuối hằng năm",
            "hằng quý, đến cuối năm",
            "thường xuyên, đến cuối năm",
        ] {
            assert_eq!(articles(words), [PointOfYear], "{words}");
        }
        assert_eq!(articles("cuối tháng 6 và cuối năm 2024"), [PointOfMonth, PointOfYear]);
        for words in [
            "6 tháng đầu năm",
            "06 tháng cuối năm 2024",
            "cuối quý II",
            "đầu mỗi quý",
            "đầu năm học",
            "cuối năm học 2023-2024",
            "cuối học kỳ I",
            "cuối mỗi học kỳ",
            "thượng tuần tháng 9",
            "ngày 15 của tháng cuối quý",
            "hằng tháng",
            "trước ngày 15/5/2024",
            "Quý II/2024",
            "khi có yêu cầu",
        ] {
            assert_eq!(articles(words), [], "{words}");
        }
    }

    #[test]
    fn counts_of_days_follow_article_147() {
        let articles = |words: &str| parse(words).unwrap().articles();
        for words in [
            "05 ngày tính từ ngày 15/5",
            "05 ngày kể từ 15/5/2024",
            "05 ngày làm việc kể từ ngày 15/5/2024",
            "15 ngày sau ngày 01/7/2024",
            "15 ngày từ ngày 01/7/2024",
            "trong vòng 10 ngày làm việc tính từ 15/5",
            "chậm nhất 10 ngày sau 15/5",
        ] {
            assert_eq!(articles(words), [FirstDayExcluded], "{words}");
        }
        assert_eq!(articles("10 ngày kể từ cuối tháng 5"), [PointOfMonth, FirstDayExcluded]);
        assert_eq!(articles("10 ngày kể từ cuối quý II"), [FirstDayExcluded]);
        assert_eq!(articles("05 ngày kể từ ngày nhận văn bản"), []);
        assert_eq!(articles("ngày 05 hằng tháng"), []);
    }
}
