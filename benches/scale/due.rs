//! Deadlines as documents write them, and what they open in 2024.

use crate::seed::Seed;

/// The words of a deadline, and of each occurrence its label (empty where there is but one) and its month.
pub(crate) struct Due {
    pub(crate) words: String,
    pub(crate) occurrences: Vec<(String, usize)>,
}

/// One deadline of those that offices set.
pub(crate) fn due(seed: &mut Seed) -> Due {
    let (day, month, quarter) = (3 + seed.below(26), 2 + seed.below(11), 1 + seed.below(4));
    let once = |words: String, month| Due { words, occurrences: vec![(String::new(), month)] };
    let many =
        |words: &str, labels: Vec<(String, usize)>| Due { words: words.to_owned(), occurrences: labels };
    let quarters = || (1..=4).map(|quarter| (format!("2024-Q{quarter}"), 3 * quarter)).collect();
    let months = || (1..=12).map(|month| (format!("2024-{month:02}"), month)).collect();
    match seed.below(20) {
        0 | 1 => once(format!("trước ngày {day}/{month}/2024"), month),
        2 => once(format!("đến {day}/{month}/2024"), month),
        3 => once(format!("chậm nhất vào ngày {day}/{month}"), month),
        4 => once(format!("ngày {day} tháng {month} năm 2024"), month),
        5 | 6 => once(format!("tháng {month}"), month),
        7 => once(format!("Quý {}/2024", ["I", "II", "III", "IV"][quarter - 1]), 3 * quarter),
        8 => once(format!("giữa tháng {month}"), month),
        9 => once("6 tháng đầu năm 2024".to_owned(), 6),
        10 => once("từ 05/9/2024 đến 15/10/2024".to_owned(), 10),
        11 => once("cuối năm 2024".to_owned(), 12),
        12 => once("hoàn thành trong quý II năm 2024".to_owned(), 6),
        13 => once("Thường xuyên".to_owned(), 12),
        14 => once("theo tiến độ của Thành phố".to_owned(), 12),
        15 | 16 => many("01 lần/quý", quarters()),
        17 => many("02 lần/năm", vec![("2024-H1".to_owned(), 6), ("2024-H2".to_owned(), 12)]),
        18 => many("chậm nhất ngày 25 hằng tháng", months()),
        _ => many("20/5; 20/11", vec![("2024-05-20".to_owned(), 5), ("2024-11-20".to_owned(), 11)]),
    }
}
