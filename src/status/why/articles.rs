//! The articles of the Civil Code that the words of a deadline call upon. Source: docs/deadlines.md, Expressions.

use crate::language::Message;
use crate::vietnamese::fold;

/// What the sentence cites when a last day that is a day off moves on.
pub(super) static ROLLING: Message = Message::fixed("BLDS 2015, Điều 148", "Civil Code 2015, Article 148");

/// The articles by which words such as `cuối tháng` or `kể từ ngày` are days.
pub(super) fn of_words(words: &str) -> Vec<Message> {
    let folded = fold(words);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut articles = Vec::new();
    if has_point(&words) {
        articles.push(Message::fixed(
            "đầu, giữa, cuối tháng hay năm là những ngày mà BLDS 2015, Điều 146 khoản 2, 3 định",
            "the beginning, middle and end of a month or year are the days set by the Civil Code 2015, Article 146(2) and (3)",
        ));
    }
    if is_counted(&words) {
        articles.push(Message::fixed(
            "ngày đầu tiên không được tính (BLDS 2015, Điều 147 khoản 2)",
            "the first day does not count (Civil Code 2015, Article 147(2))",
        ));
    }
    articles
}

/// `đầu tháng 9`, `cuối năm`; not `6 tháng đầu năm`, `đầu năm học`, `cuối học kỳ I`.
fn has_point(words: &[&str]) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        let next = |by: usize| words.get(at + by).copied().unwrap_or_default();
        let before = at.checked_sub(1).and_then(|at| words.get(at)).copied().unwrap_or_default();
        match (*word, next(1)) {
            ("dau" | "giua" | "cuoi", "thang") => true,
            ("dau" | "giua" | "cuoi", "nam") => before != "thang" && next(2) != "hoc",
            _ => false,
        }
    })
}

/// `05 ngày làm việc kể từ ngày …`, `15 ngày sau ngày …`.
fn is_counted(words: &[&str]) -> bool {
    let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    words.windows(3).any(|three| match three {
        [count, "ngay", "lam" | "ke" | "tu" | "sau"] => is_number(count),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_call_upon_articles() {
        for (words, expected) in [
            ("cuối tháng 9", [true, false]),
            ("đến giữa năm 2024", [true, false]),
            ("Cuối năm", [true, false]),
            ("6 tháng đầu năm", [false, false]),
            ("06 tháng cuối năm 2024", [false, false]),
            ("cuối năm học", [false, false]),
            ("05 ngày làm việc kể từ ngày 15/5/2024", [false, true]),
            ("15 ngày sau ngày 01/7/2024", [false, true]),
            ("sau ngày 01/7/2024", [false, false]),
            ("Quý II/2024", [false, false]),
        ] {
            let folded = fold(words);
            let words: Vec<&str> = folded.split(' ').collect();
            assert_eq!([has_point(&words), is_counted(&words)], expected, "{words:?}");
        }
        assert_eq!(of_words("10 ngày kể từ ngày cuối tháng 5").len(), 2);
    }
}
