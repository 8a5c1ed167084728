//! Titles of tasks.

use crate::import::coordination::{ends_clause, second};
use crate::import::token::tokens;
use crate::import::units::{is_unit, names_at};
use crate::import::verb::begins_order;
use crate::import::when::due_phrases;

/// The title of a task: its first clause in the document's words, without the name of the unit before a colon.
pub(super) fn title_of(text: &str) -> String {
    const LONGEST: usize = 110;
    let bare = match text.split_once(": ") {
        Some((head, rest))
            if is_subject(head.trim_start_matches("Đối với "))
                && head.chars().count() < 120
                && !rest.is_empty() =>
        {
            rest
        }
        _ => text,
    };
    let mut end = bare.len();
    for (at, c) in bare.char_indices() {
        let is_end = match c {
            ';' | ':' => true,
            '.' => bare[at + 1..].is_empty() || bare[at + 1..].starts_with(' '),
            _ => false,
        };
        if is_end {
            end = at;
            break;
        }
    }
    let clause = bare[..end].trim();
    let short = match clause.char_indices().nth(LONGEST) {
        None => clause.to_owned(),
        Some((at, _)) => shortened(clause, at),
    };
    capital(if short.is_empty() { text } else { &short })
}

/// Returns true if words before a colon are names of units alone: no order stands among them, as in `Phòng A tổ chức
/// tập huấn; thời gian: …`.
fn is_subject(head: &str) -> bool {
    let all = tokens(head);
    let is_order = |at: usize| begins_order(&all, at) && !all[at].is_capital;
    is_unit(head)
        && !head.contains(';')
        && (names_at(head, &all, 0).is_some_and(|list| list.next == all.len())
            || !(1..all.len()).any(is_order))
}

/// The words before the deadline or the last comma that ends a clause, else those that fit, with a sign that more follow.
fn shortened(clause: &str, longest: usize) -> String {
    const SHORTEST: usize = 40;
    const OPEN: [&str; 20] = [
        "các", "những", "của", "và", "về", "cho", "theo", "với", "tại", "từ", "đến", "trên", "trong", "để",
        "có", "được", "là", "đạt", "do", "hoặc",
    ];
    let all = tokens(clause);
    let fits = |at: &usize| all.get(*at).is_some_and(|token| token.range.end <= longest);
    let comma = (0..all.len()).take_while(fits).filter(|at| ends_clause(&all, *at)).last();
    let before_due =
        due_phrases(clause).into_iter().filter(|due| due.is_sure).map(|due| due.range.start).next();
    let before_due = before_due.map(|start| clause[..start].trim_end_matches([',', ' ', '(']).len());
    let clause_end = comma.and_then(|at| all.get(at)).map(|token| token.range.end);
    let clause_end = before_due.filter(|end| *end <= longest).or(clause_end);
    if let Some(end) = clause_end.filter(|end| *end > SHORTEST) {
        return clause[..end].to_owned();
    }
    let mut last = (0..all.len()).take_while(fits).last().unwrap_or(0);
    // Half of a pair says something else, and a word that needs others says nothing.
    let whole = (last.saturating_sub(2)..=last).filter_map(|at| second(&all, at)).max();
    last = last.max(whole.unwrap_or(last));
    let needs_more = |at: usize| {
        all.get(at).is_some_and(|token| {
            OPEN.contains(&token.word.as_str()) || token.word.starts_with(|c: char| c.is_ascii_digit())
        })
    };
    while last > 0 && needs_more(last) {
        last -= 1;
    }
    let end = all.get(last).map_or(longest, |token| token.range.end);
    format!("{} …", &clause[..end])
}

/// The words with a capital letter in front.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_ends_where_a_clause_ends() {
        for (text, title) in [
            (
                "Trường học tổ chức tuyên truyền phòng, chống đuối nước; xong trước hè.",
                "Trường học tổ chức tuyên truyền phòng, chống đuối nước",
            ),
            (
                "Tổ chức kiểm tra, giám sát, hướng dẫn các cơ sở kinh doanh dịch vụ thực hiện quy định về phòng cháy, chữa cháy, cứu nạn, cứu hộ",
                "Tổ chức kiểm tra, giám sát, hướng dẫn các cơ sở kinh doanh dịch vụ thực hiện quy định về phòng cháy, chữa cháy …",
            ),
            (
                "Rà soát, bổ sung trang thiết bị chữa cháy tại các trường học trên địa bàn, báo cáo kết quả về Ủy ban nhân dân phường theo quy định",
                "Rà soát, bổ sung trang thiết bị chữa cháy tại các trường học trên địa bàn",
            ),
            ("Phòng Y tế, Trung tâm Y tế quận: Phối hợp tuyên truyền", "Phối hợp tuyên truyền"),
            ("Phòng Y tế tổ chức 03 lớp; thời gian hoàn thành: tháng 7", "Phòng Y tế tổ chức 03 lớp"),
            (
                "Giao Công an phường chủ trì, phối hợp với Phòng Văn hóa - Xã hội kiểm tra điều kiện phòng cháy của các trường trước ngày 15/8",
                "Giao Công an phường chủ trì, phối hợp với Phòng Văn hóa - Xã hội kiểm tra điều kiện phòng cháy của các trường",
            ),
            (
                "Phòng Kinh tế chủ trì, phối hợp với Công an phường và các tổ dân phố trên địa bàn phường rà soát, thống kê 100% ao, hồ chưa có rào chắn",
                "Phòng Kinh tế chủ trì, phối hợp với Công an phường và các tổ dân phố trên địa bàn phường rà soát, thống kê …",
            ),
        ] {
            assert_eq!(title_of(text), title);
        }
    }
}
