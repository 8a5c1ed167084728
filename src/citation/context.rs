//! The date and the issuing office that a text gives after a number.

use std::ops::Range;

use super::number::year_of;
use super::office::office;
use super::words::{folded, lower, word_at};
use crate::date::Day;

/// Returns the date and the issuing office after a number, and the offset at which they end.
pub(super) fn date_and_issuer(text: &str, end: usize) -> (Option<(Day, Range<usize>)>, String, usize) {
    let mut date = None;
    let mut issuer = String::new();
    let mut at = end;
    // Either may come first; `ngày … của …` is usual.
    for _ in 0..2 {
        if date.is_none()
            && let Some((day, place)) = date_after(text, at)
        {
            at = place.end;
            date = Some((day, place));
        }
        if issuer.is_empty()
            && let Some((words, stop)) = issuer_after(text, at)
        {
            at = stop;
            issuer = words;
        }
    }
    (date, issuer, at)
}

/// Reads a date right after `at`: `ngày 19/8/2022`, `(19/8/2022)`, `ban hành ngày 19 tháng 8 năm 2022`.
fn date_after(text: &str, at: usize) -> Option<(Day, Range<usize>)> {
    let mut at = at;
    for _ in 0..6 {
        let (word, place) = word_at(text, at)?;
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return date_at(text, place.start);
        }
        let passes = matches!(word, "," | "(")
            || matches!(&*folded(word), "ngay" | "ban" | "hanh" | "ky" | "duoc" | "cung");
        if !passes {
            return None;
        }
        at = place.end;
    }
    None
}

fn date_at(text: &str, start: usize) -> Option<(Day, Range<usize>)> {
    let (day, place) = word_at(text, start)?;
    let (joint, joint_place) = word_at(text, place.end)?;
    let is_spelt = folded(joint) == "thang";
    if !is_spelt && !matches!(joint, "/" | "-" | ".") {
        return None;
    }
    let (month, place) = word_at(text, joint_place.end)?;
    let (second, joint_place) = word_at(text, place.end)?;
    if second != joint && !(is_spelt && (folded(second) == "nam" || second == "/")) {
        return None;
    }
    let (year, place) = word_at(text, joint_place.end)?;
    let number = |digits: &str| (digits.len() <= 2).then(|| digits.parse().ok()).flatten();
    let day = Day::new(i32::from(year_of(year)?), number(month)?, number(day)?)?;
    Some((day, start..place.end))
}

/// Reads the office after `của` in comparable form, and the offset at which its name ends.
fn issuer_after(text: &str, at: usize) -> Option<(String, usize)> {
    let (word, place) = word_at(text, at)?;
    let (word, place) = if matches!(word, ")" | ",") { word_at(text, place.end)? } else { (word, place) };
    if folded(word) != "cua" {
        return None;
    }
    let mut words: Vec<String> = Vec::new();
    let mut end = place.end;
    while let Some((word, place)) = word_at(text, end).filter(|_| words.len() < 14) {
        if !word.starts_with(char::is_alphanumeric) {
            break;
        }
        let next = || word_at(text, place.end).map(|(next, _)| next);
        let marked = lower(word);
        if is_stop(&marked, || next().map(lower)) {
            break;
        }
        // The name continues in `Bộ Giáo dục và Đào tạo`, but ends in `Bộ GDĐT và Chỉ thị số 17`.
        if marked == "và"
            && !next().is_some_and(|next| next.starts_with(char::is_uppercase) && !begins_kind(next))
        {
            break;
        }
        words.push(folded(word));
        end = place.end;
    }
    (!words.is_empty()).then(|| (office(&words.join(" ")), end))
}

/// Returns true if a word, alone or with the next one, ends the name of an office.
fn is_stop(word: &str, next: impl Fn() -> Option<String>) -> bool {
    let second = match word {
        "ngày" | "về" | "quy" | "hướng" | "triển" | "thực" | "theo" | "tại" | "với" | "đến" | "nhằm"
        | "cho" | "để" | "trong" | "đối" | "phê" | "sửa" | "năm" | "đã" | "là" | "được" | "số" | "bãi"
        | "thay" | "yêu" | "kèm" => return true,
        "ban" => "hành",
        "bổ" => "sung",
        "giao" => "cho",
        "chỉ" => "đạo",
        _ => return false,
    };
    next().is_some_and(|next| next == second)
}

/// Returns true if a word is the first of the name of a kind of document.
fn begins_kind(word: &str) -> bool {
    const FIRST_WORDS: &[&str] = &[
        "nghi", "chi", "ke", "thong", "quyet", "cong", "ket", "huong", "chuong", "de", "luat", "to", "bao",
        "bien", "quy", "phuong", "van",
    ];
    FIRST_WORDS.contains(&&*folded(word))
}

#[cfg(test)]
mod tests {
    use super::super::citations;

    #[test]
    fn days_are_read_in_every_form() {
        for date in [
            "ngày 5/9/2022",
            "ngày 05-9-2022",
            "ngày 05.09.2022 ",
            "ngày 05 tháng 9 năm 2022",
            "(ngày 5/9/2022)",
            ", ngày 5/9/2022",
            "ban hành ngày 5/9/2022",
            "của UBND quận ngày 5/9/2022",
            "nga\u{300}y 5/9/2022",
        ] {
            let found = citations(&format!("Kế hoạch số 22/KH-UBND {date}")).pop().unwrap();
            assert_eq!(found.date.map(|(day, _)| day.to_string()).as_deref(), Some("2022-09-05"), "{date}");
        }
        for none in ["ngày 31/6/2022", "năm 2022", "ngày 5/9", "và họp ngày 5/9/2022", "ngày 5/9-2022"]
        {
            let found = citations(&format!("Kế hoạch số 22/KH-UBND {none}")).pop().unwrap();
            assert_eq!(found.date, None, "{none}");
        }
    }
}
