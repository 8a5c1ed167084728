//! The rules of the filter language. Its examples are arguments, one on a line.

use crate::diagnostic::Rule;
use crate::rule;

/// The rules that a filter can break, by name.
pub static RULES: [&Rule; 6] =
    [&BAD_FILTER, &UNKNOWN_FIELD, &UNKNOWN_NAME, &UNKNOWN_TARGET, &UNKNOWN_VALUE, &UNREADABLE_DAY];

rule!(
    BAD_FILTER,
    Error,
    "bad-filter",
    ["Điều kiện lọc viết chưa đúng", "Malformed filter term"],
    [
        "Một điều kiện là từ cần tìm, hoặc TIÊU-CHÍ:GIÁ-TRỊ, đặt not: ở trước thì loại trừ. Dấu + đứng giữa hai bộ lọc. Giá trị không để trống; \
         khoảng viết A..B, A.. hoặc ..B, đầu không sau cuối; late nhận số ngày, percent nhận số từ 0 đến 100.",
        "A term is a word to search for, or FIELD:VALUE; the prefix not: excludes the matches of a term. A + stands \
         between two filters. A value cannot be empty. A range is A..B, A.. or ..B with A not after B. `late` takes a number of days, `percent` a number from \
         0 to 100.",
    ],
    "wrong.args",
    "right.args",
);

rule!(
    UNKNOWN_FIELD,
    Error,
    "unknown-field",
    ["Bộ lọc không có tiêu chí này", "Unknown filter field"],
    [
        "Trước dấu hai chấm là tên một tiêu chí, như unit, status, deadline; plan list --help nêu đủ các tiêu chí. \
         Từ cần tìm thì viết không có dấu hai chấm; chữ có dấu hai chấm đặt sau text:, như text:\"chuyên đề: an toàn\".",
        "A colon follows the name of a field, for example unit, status or deadline; `plan list --help` lists all fields. \
         Words to search for are written without a colon; a text with a colon stands behind text:, for example \
         text:\"chuyên đề: an toàn\".",
    ],
    "wrong.args",
    "right.args",
);

rule!(
    UNKNOWN_NAME,
    Error,
    "unknown-name",
    ["Bộ lọc nêu tên không có trong kế hoạch nào", "Unknown name in a filter"],
    [
        "Kế hoạch, đơn vị, loại đơn vị, phần, nhiệm vụ, mục tiêu, việc và kỳ mà bộ lọc nêu phải có trong ít nhất một kế hoạch được đọc: \
         gõ sai mã thì chương trình báo, chứ không trả lời là không có gì. Nhãn (tag) là chữ tự do nên không bị kiểm tra.",
        "Each plan, unit, kind of unit, section, task, goal, item and period that a filter names must exist in at least \
         one of the plans that are read: a misspelt id is reported instead of matching nothing. Tags are free text and \
         are not checked.",
    ],
    "wrong.args",
    "right.args",
);

rule!(
    UNKNOWN_TARGET,
    Error,
    "unknown-target",
    ["Không có chỉ tiêu này", "Unknown target in a filter"],
    [
        "target: trong bộ lọc nêu mã của một chỉ tiêu trong danh sách targets của ít nhất một kế hoạch.",
        "target: in a filter is the id of a target in the list `targets` of at least one plan.",
    ],
    "wrong.args",
    "right.args",
);

rule!(
    UNKNOWN_VALUE,
    Error,
    "unknown-value",
    ["Giá trị không có trong danh sách của tiêu chí", "Unknown value of a filter field"],
    [
        "status và progress chỉ nhận các từ trong danh sách của mình, tiếng Anh hoặc tiếng Việt: status:overdue, status:\"quá hạn\". \
         status:done là mọi loại hoàn thành.",
        "`status` and `progress` take only the words of their lists, in English or Vietnamese: status:overdue, \
         status:\"quá hạn\". status:done matches every kind of completion.",
    ],
    "wrong.args",
    "right.args",
);

rule!(
    UNREADABLE_DAY,
    Error,
    "unreadable-day",
    ["Bộ lọc nêu ngày không hiểu được", "Unreadable day in a filter"],
    [
        "Ngày trong bộ lọc là mọi cách viết thời hạn có một khoảng ngày: 30/6/2024, tháng 6, \"Quý II/2024\"; hoặc today, today+14d, today-1m \
         (d ngày, w tuần, m tháng, y năm), \"hôm qua\", \"tháng trước\", \"quý này\", tính từ ngày của --as-of. Chữ không có năm được hiểu theo kỳ của từng kế hoạch.",
        "A day in a filter is a deadline expression that denotes one span of days: 30/6/2024, tháng 6, \"Quý II/2024\"; \
         or today, today+14d, today-1m (d days, w weeks, m months, y years), yesterday, \"last month\", \"tháng trước\", counted \
         from the day of --as-of. An \
         expression without a year is resolved in the period of each plan.",
    ],
    "wrong.args",
    "right.args",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_rules_are_listed_by_name() {
        assert!(RULES.is_sorted_by_key(|rule| rule.name));
        assert_eq!(RULES.len(), include_str!("rules.rs").matches("\nrule!(").count());
    }
}
