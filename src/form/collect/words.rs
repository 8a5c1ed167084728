//! The values of cells as people type them.

use crate::date::Day;
use crate::deadline::parse_day;
use crate::form::FormResult;
use crate::form::canonical::{cell_text, number_text};
use crate::form::read::{FilledValue, NumberUse};
use crate::language::{Lang, Message};
use crate::message;
use crate::parse::format::STATE_WORDS;
use crate::sanitize::quoted;
use crate::vietnamese::{fold, is_accented, number, plain};

/// The words for results besides those of the list and of states.
const RESULTS: [(FormResult, &[&str]); 4] = [
    (
        FormResult::NotStarted,
        &["chưa", "chưa làm", "chưa bắt đầu", "chưa triển khai", "chưa hoàn thành", "chưa xong"],
    ),
    (FormResult::InProgress, &["đang", "đang th", "đang tiến hành", "dở dang", "ongoing"]),
    (FormResult::Done, &["đã ht", "ht", "đã làm", "đã làm xong", "đã thực hiện", "hoàn tất", "đã hoàn tất"]),
    (FormResult::NothingArose, &["ko phát sinh", "không có phát sinh", "không có", "k phát sinh", "none"]),
];

/// Returns the result that words name, in either language, with or without accents.
pub(super) fn result(value: &FilledValue) -> Result<FormResult, Message> {
    let words = text(value)?;
    let trimmed = words.trim_end_matches(['.', '!', ' ']).to_lowercase();
    let is_same = |word: &str| {
        if is_accented(&trimmed) { plain(word) == plain(&trimmed) } else { fold(word) == fold(&trimmed) }
    };
    let of_list = FormResult::ALL.into_iter().find(|result| {
        let name = result.name();
        is_same(name.get(Lang::Vi)) || is_same(name.get(Lang::En))
    });
    let of_state = || match STATE_WORDS.read(&trimmed)? {
        "started" => Some(FormResult::InProgress),
        "done" => Some(FormResult::Done),
        "paused" => Some(FormResult::Paused),
        _ => None,
    };
    let of_words = || {
        let found = RESULTS.into_iter().find(|(_, words)| words.iter().any(|word| is_same(word)));
        found.map(|(result, _)| result)
    };
    of_list.or_else(of_state).or_else(of_words).ok_or_else(|| {
        let all = |lang| FormResult::ALL.map(|result| result.name().get(lang).to_owned()).join(", ");
        let (vi, en, words) = (all(Lang::Vi), all(Lang::En), quoted(&words));
        message!(
            "không hiểu kết quả {words}; ghi một trong: {vi}",
            "{words} is not a result; write one of: {en}"
        )
    })
}

/// Returns the day of a cell: a day of the program, or words that are one.
pub(super) fn day(value: &FilledValue) -> Result<Day, Message> {
    let expected = |words: &str| {
        let words = quoted(words);
        message!(
            "{words} không phải một ngày; viết như 15/6/2026",
            "{words} is no day; write it as 15/6/2026"
        )
    };
    match value {
        FilledValue::Number(days, _) => serial_day(*days).ok_or_else(|| expected(&number_text(*days))),
        value => {
            let words = text(value)?;
            let read =
                parse_day(&with_whole_year(&words)).or_else(|_| parse_day(words.trim_end_matches('.')));
            read.map_err(|_| expected(&words))
        }
    }
}

/// The day of a number of days; none with a time of day, or where a number is hardly a day.
pub(super) fn serial_day(days: f64) -> Option<Day> {
    let is_whole = days.fract() == 0.0 && (0.0..1_000_000.0).contains(&days);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // It is whole and small.
    is_whole.then(|| Day::of_spreadsheet(days as u32)).flatten()
}

/// `15.6.26` with its year in full.
fn with_whole_year(words: &str) -> String {
    let parts: Vec<&str> = words.split(['/', '.', '-']).map(str::trim).collect();
    match parts.as_slice() {
        [day, month, year]
            if year.len() == 2 && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())) =>
        {
            format!("{day}/{month}/20{year}")
        }
        [day, month, year] if parts.iter().all(|part| !part.is_empty()) && year.len() == 4 => {
            format!("{day}/{month}/{year}")
        }
        _ => words.to_owned(),
    }
}

/// Returns the percentage of a cell, 0 to 100: `80`, `80%`, `0,8`, or a share that the cell shows as a percentage.
pub(super) fn percent(value: &FilledValue) -> Result<f64, Message> {
    let ambiguous = || {
        Message::fixed("1 có thể là 1% hoặc 100%; ghi 1% hoặc 100%", "1 may be 1% or 100%; write 1% or 100%")
    };
    let words;
    let percent = match value {
        FilledValue::Number(share, NumberUse::Percent) if *share <= 1.0 => share * 100.0,
        FilledValue::Number(number, NumberUse::Plain | NumberUse::Percent) => {
            if is_one(*number) {
                return Err(ambiguous());
            }
            if (0.0..1.0).contains(number) { number * 100.0 } else { *number }
        }
        value => {
            words = text(value)?;
            let digits = words.trim_end_matches(['%', ' ']);
            let read = number(&format!("{digits}%")).or_else(|| number(digits));
            match read {
                Some(number) if words.ends_with('%') => number,
                Some(number) if is_one(number) => return Err(ambiguous()),
                Some(number) if (0.0..1.0).contains(&number) => number * 100.0,
                Some(number) => number,
                None => {
                    let words = quoted(&words);
                    return Err(message!(
                        "{words} không phải tỷ lệ; ghi từ 0% đến 100%",
                        "{words} is no percentage; write 0% to 100%"
                    ));
                }
            }
        }
    };
    let percent = (percent * 1e6).round() / 1e6;
    if (0.0..=100.0).contains(&percent) {
        return Ok(percent + 0.0);
    }
    let shown = number_text(percent);
    Err(message!("tỷ lệ {shown}% không nằm trong 0–100%", "the percentage {shown}% is not within 0–100%"))
}

/// Returns true for 1 itself.
fn is_one(number: f64) -> bool {
    (number - 1.0).abs() < f64::EPSILON
}

/// Returns the number of a cell.
pub(super) fn plain_number(value: &FilledValue) -> Result<f64, Message> {
    match value {
        FilledValue::Number(number, _) => Ok(*number),
        value => {
            let words = text(value)?;
            number(&words).ok_or_else(|| {
                let words = quoted(&words);
                message!("{words} không phải số", "{words} is no number")
            })
        }
    }
}

/// Returns the words of a cell on one line; numbers and days as they are shown.
pub(super) fn text(value: &FilledValue) -> Result<String, Message> {
    match value {
        FilledValue::Text(words) => Ok(one_line(&cell_text(words))),
        FilledValue::Number(share, NumberUse::Percent) => Ok(format!("{}%", number_text(share * 100.0))),
        FilledValue::Number(days, NumberUse::Day(_)) => match serial_day(*days) {
            Some(day) => Ok(day.show_official()),
            None => Ok(number_text(*days)),
        },
        FilledValue::Number(number, NumberUse::Plain) => Ok(number_text(*number)),
        FilledValue::Bool(is_true) => Ok(if *is_true { "TRUE" } else { "FALSE" }.to_owned()),
        FilledValue::Error(error) => {
            let error = quoted(error);
            Err(message!(
                "ô có giá trị lỗi {error}; ghi lại",
                "the cell has the error {error}; write a value"
            ))
        }
        FilledValue::Uncomputed => Err(Message::fixed(
            "công thức chưa được tính; mở tệp bằng Excel rồi lưu lại, hoặc gõ giá trị",
            "the formula is not computed; open the file in Excel and save it, or type the value",
        )),
    }
}

/// The lines of a text, joined by semicolons where a line ends without a sign.
fn one_line(text: &str) -> String {
    let mut joined = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !joined.is_empty() {
            joined.push_str(if joined.ends_with(['.', ';', ',', ':', '!', '?']) { " " } else { "; " });
        }
        joined.push_str(line);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::read::ShownDay;

    fn words(text: &str) -> FilledValue {
        FilledValue::Text(text.to_owned())
    }

    #[test]
    fn results_are_known_as_people_say_them() {
        for (said, meant) in [
            ("xong", FormResult::Done),
            ("hoan thanh", FormResult::Done),
            ("Đã HT", FormResult::Done),
            ("DA HOAN THANH", FormResult::Done),
            ("đã xong.", FormResult::Done),
            ("đang làm", FormResult::InProgress),
            ("Dang thuc hien", FormResult::InProgress),
            ("In progress", FormResult::InProgress),
            ("tạm dừng", FormResult::Paused),
            ("chưa làm", FormResult::NotStarted),
            ("Chưa hoàn thành", FormResult::NotStarted),
            ("khong phat sinh", FormResult::NothingArose),
        ] {
            assert_eq!(result(&words(said)), Ok(meant), "{said}");
        }
        for said in ["", "80%", "xem công văn", "làm lại"] {
            assert!(result(&words(said)).is_err(), "{said}");
        }
        assert!(
            result(&FilledValue::Uncomputed).is_err() && result(&FilledValue::Error("#N/A".into())).is_err()
        );
    }

    #[test]
    fn days_are_known_as_people_write_them() {
        let day = |value: &FilledValue| day(value).map(|day| day.to_string()).ok();
        for said in [
            "15/6/2026",
            "15.6.26",
            "15-06-2026",
            "15/06/26",
            "2026-06-15",
            "ngày 15 tháng 6 năm 2026",
            " 15 / 6 / 2026 ",
        ] {
            assert_eq!(day(&words(said)).as_deref(), Some("2026-06-15"), "{said}");
        }
        for number_use in [NumberUse::Day(ShownDay::WHOLE), NumberUse::Plain] {
            assert_eq!(day(&FilledValue::Number(46188.0, number_use)).as_deref(), Some("2026-06-15"));
        }
        for said in ["31/02/2026", "31/2/26", "15/6", "tháng 6", "x", "12/13/2026"] {
            assert_eq!(day(&words(said)), None, "{said}");
        }
        for number in [46188.5, -1.0, 15.0, 15_062_026.0, f64::NAN, f64::INFINITY] {
            assert_eq!(day(&FilledValue::Number(number, NumberUse::Day(ShownDay::WHOLE))), None, "{number}");
        }
    }

    #[test]
    fn percentages_are_known_as_people_write_them() {
        let plain = |number| FilledValue::Number(number, NumberUse::Plain);
        let share = |number| FilledValue::Number(number, NumberUse::Percent);
        for (value, meant) in [
            (words("80"), 80.0),
            (words("80%"), 80.0),
            (words("80 %"), 80.0),
            (words("0,8"), 80.0),
            (words("98,5%"), 98.5),
            (words("0,5%"), 0.5),
            (words("100"), 100.0),
            (words("0"), 0.0),
            (plain(80.0), 80.0),
            (plain(0.8), 80.0),
            (plain(0.0), 0.0),
            (share(0.8), 80.0),
            (share(0.57), 57.0),
            (share(1.0), 100.0),
            (share(0.01), 1.0),
            (share(80.0), 80.0),
        ] {
            assert_eq!(percent(&value), Ok(meant), "{value:?}");
        }
        for value in [
            words("120"),
            words("-5"),
            words("nhiều"),
            words("1"),
            plain(1.0),
            plain(120.0),
            share(-0.5),
            plain(f64::NAN),
        ] {
            assert!(percent(&value).is_err(), "{value:?}");
        }
    }

    #[test]
    fn texts_stand_on_one_line() {
        for (said, meant) in [("a\nb", "a; b"), (" BC số 5.\r\n BB số 6", "BC số 5. BB số 6"), ("a", "a")]
        {
            assert_eq!(text(&words(said)).unwrap(), meant);
        }
        assert_eq!(
            text(&FilledValue::Number(46188.0, NumberUse::Day(ShownDay::WHOLE))).unwrap(),
            "15/6/2026"
        );
        assert_eq!(text(&FilledValue::Number(0.975, NumberUse::Percent)).unwrap(), "97.5%");
        assert_eq!(text(&FilledValue::Number(12.0, NumberUse::Plain)).unwrap(), "12");
    }
}
