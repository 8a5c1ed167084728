//! The names of units in running text.

use super::super::letter_case::LEVELS;
use super::super::token::{WordToken, first_of, stands, tokens};
use super::super::verb::begins_order;
use super::vocabulary::{COMPLETE, ENDS, HEADS, MANY, SAFE};

/// Names of units one behind the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NameList {
    /// The names as the text has them.
    pub names: Vec<String>,
    /// The word behind the last name.
    pub next: usize,
    /// True if the words behind begin an order, or nothing stands there.
    pub is_sure: bool,
}

/// Returns true if a text begins as the name of a unit does.
pub(crate) fn is_unit(text: &str) -> bool {
    begins_unit(&tokens(text), 0)
}

/// Returns true if a name is that of a kind of unit and of none: `Trung tâm`, `Trường học`, `Nhà trường`.
pub(crate) fn is_kind_alone(name: &str) -> bool {
    let all = tokens(name);
    let is_whole = |phrases: &[&str]| first_of(&all, 0, phrases) == Some(all.len());
    (is_whole(HEADS) && !is_whole(COMPLETE)) || is_whole(&["trường học", "nhà trường", "đơn vị", "cơ quan"])
}

/// Returns true if the name of a unit begins at a word.
pub(super) fn begins_unit(all: &[WordToken], at: usize) -> bool {
    if many(all, at).is_some() {
        return true;
    }
    let Some(length) = first_of(all, at, HEADS) else { return false };
    let Some(first) = all.get(at) else { return false };
    // `ban hành`, `bộ quy chế`, `hội nghị`, `đội ngũ`, `hội thi`, `đoàn kết`, `sở tại` are no units; a small letter needs a name behind it.
    // `Phòng, chống đuối nước`: a sign right behind the head ends no name.
    if all[at + length - 1].sign.is_some() && first_of(all, at, COMPLETE).is_none() && at + length < all.len()
    {
        return false;
    }
    let last = first_of(all, at, COMPLETE).is_some();
    let next = all.get(at + length);
    // `TỔ CHỨC` in capital letters is none either.
    let is_other = is_other_word(all, at);
    let has_name =
        next.is_some_and(|next| next.is_capital && all[at + length - 1].sign.is_none()) && !is_other;
    let has_many = next.is_some_and(|next| next.word == "các") && many(all, at + length).is_some();
    first.is_capital && !is_other || has_name || has_many || (last && first.is_capital)
}

/// Words of which the first is a head of names, and which are no units.
fn is_other_word(all: &[WordToken], at: usize) -> bool {
    const OTHERS: &[&str] = &[
        "phòng cháy",
        "phòng chống",
        "phòng ngừa",
        "phòng học",
        "phòng dịch",
        "phòng bệnh",
        "phòng tránh",
        "ban đầu",
        "công an toàn",
        "ban hành",
        "bộ quy",
        "bộ tiêu",
        "bộ thủ",
        "bộ môn",
        "bộ sách",
        "hội nghị",
        "hội thi",
        "hội thảo",
        "hội nhập",
        "hội khỏe",
        "hội đồng nghiệm",
        "đội ngũ",
        "đoàn kết",
        "sở hữu",
        "trường hợp",
        "ngành nghề",
        "đài thọ",
        "đội tuyển",
        "đoàn viên",
        "thôn xóm",
        "khoa học",
        "trung tâm của",
        "đoàn công tác",
        "tổ chức",
        "tổ quốc",
        "tổ hợp",
        "tổ trưởng",
        "tổ viên",
        "tổ tiên",
    ];
    first_of(all, at, OTHERS).is_some()
}

/// `các phòng, ban, đơn vị liên quan`, `11 phường`, `UBND các phường`: the number of words until the things.
pub(super) fn many(all: &[WordToken], at: usize) -> Option<usize> {
    let first = all.get(at)?;
    let is_count = first.word.len() <= 3 && first.word.bytes().all(|byte| byte.is_ascii_digit());
    let is_many = matches!(first.word.as_str(), "các" | "những" | "mọi" | "từng") || is_count;
    (is_many && first.sign.is_none()).then(|| first_of(all, at + 1, MANY)).flatten().map(|length| length + 1)
}

/// The names that begin at a word of a text.
pub(crate) fn names_at(text: &str, all: &[WordToken], at: usize) -> Option<NameList> {
    let (mut names, mut next) = (Vec::new(), at);
    while let Some(end) = name_end(all, next) {
        let range = all.get(next)?.range.start..all.get(end - 1)?.range.end;
        names.push(text.get(range)?.to_owned());
        let last = all.get(end - 1)?;
        let joined = match last.sign {
            Some(',' | ';') => end,
            None if all.get(end).is_some_and(|token| token.word == "và" || token.word == "-") => end + 1,
            _ => {
                next = end;
                break;
            }
        };
        let joined = if last.sign.is_some() && all.get(joined).is_some_and(|token| token.word == "và") {
            joined + 1
        } else {
            joined
        };
        if !begins_unit(all, joined) || names.len() > 40 {
            next = end;
            break;
        }
        next = joined;
    }
    let last = all.get(next.checked_sub(1)?)?;
    let is_end = next >= all.len() || matches!(last.sign, Some(':' | '.' | ')'));
    let behind = ["chịu trách nhiệm", "có trách nhiệm", "về", "trong", "theo", "nhằm", "để"];
    let is_sure = is_end || begins_order(all, next) || first_of(all, next, &behind).is_some();
    (!names.is_empty()).then_some(NameList { names, next, is_sure })
}

/// The word behind the name that begins at a word.
fn name_end(all: &[WordToken], at: usize) -> Option<usize> {
    if !begins_unit(all, at) {
        return None;
    }
    let is_many = many(all, at).is_some();
    let mut end = at + many(all, at).or_else(|| first_of(all, at, HEADS))?;
    let complete = at + first_of(all, at, COMPLETE).unwrap_or(0);
    while let Some(token) = all.get(end) {
        if let Some(sign) = all[end - 1].sign {
            // Within `các phòng, ban, đơn vị` a comma ends nothing.
            if sign == ',' && is_many && !token.is_capital && first_of(all, end, MANY).is_some() {
                end += first_of(all, end, MANY).unwrap_or(1);
                continue;
            }
            // `các trường tiểu học, trung học cơ sở`.
            if let Some(length) = first_of(all, end, LEVELS).filter(|_| sign == ',' && is_many) {
                end += length;
                continue;
            }
            if sign == ',' && !is_many && is_field(all, end) {
                end += 1;
                continue;
            }
            return Some(end);
        }
        if token.opens {
            return Some(end);
        }
        if let Some(length) = first_of(all, end, SAFE) {
            end += length;
            continue;
        }
        let is_free = end == at || complete > end;
        if token.word == "-" && all.get(end + 1).is_some() {
            end += if first_of(all, end + 1, SAFE).is_some() { 1 } else { 2 };
            continue;
        }
        if token.word == "và" {
            let is_more = all.get(end + 1).is_some_and(|next| next.is_capital) && !begins_unit(all, end + 1);
            let is_thing = is_many
                && all.get(end + 1).is_some_and(|next| !next.is_capital)
                && first_of(all, end + 1, MANY).is_some()
                && !stands(all, end + 1, "các");
            if is_more || is_thing {
                end += if first_of(all, end + 1, SAFE).is_some() { 1 } else { 2 };
                continue;
            }
            return Some(end);
        }
        if token.word == "các" && end == at + first_of(all, at, HEADS).unwrap_or(0)
            || (token.word == "các" && many(all, end).is_some() && !is_many)
        {
            // `UBND các phường`, `Đảng ủy các phường`, `chi bộ các trường`.
            end += many(all, end).unwrap_or(1);
            continue;
        }
        let is_end = ENDS.contains(&token.word.as_str()) || (begins_order(all, end) && !token.is_capital);
        if is_end && !is_free {
            return Some(end);
        }
        if end - at > 16 {
            return None;
        }
        end += 1;
    }
    Some(end.min(all.len()))
}

/// Returns true if another field of work stands at a word, and the last one behind it: `Hạ tầng và Đô thị` of `Phòng
/// Kinh tế, Hạ tầng và Đô thị`.
fn is_field(all: &[WordToken], at: usize) -> bool {
    const LONGEST: usize = 5;
    let first = all.get(at).is_some_and(|token| token.is_capital && !token.opens) && !begins_unit(all, at);
    let joint = (at + 1..at + LONGEST).find(|at| all.get(*at).is_some_and(|token| token.word == "và"));
    first
        && joint.is_some_and(|joint| {
            all.iter().take(joint).skip(at).all(|token| token.sign.is_none())
                && all.get(joint + 1).is_some_and(|token| token.is_capital)
                && !begins_unit(all, joint + 1)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_where_the_order_begins() {
        for (text, names) in [
            (
                "Phòng GDĐT, Ban kiểm tra liên ngành, các trường học tăng cường công tác",
                vec!["Phòng GDĐT", "Ban kiểm tra liên ngành", "các trường học"],
            ),
            ("UBND 11 phường chịu trách nhiệm kiểm tra", vec!["UBND 11 phường"]),
            ("trường THCS Thanh Xuân hoạt động tốt", vec!["trường THCS Thanh Xuân"]),
            ("các trường đẩy mạnh ứng dụng", vec!["các trường"]),
            (
                "Phòng GDĐT, Trung tâm GDNN-GDTX và các trường học trên địa bàn làm tốt",
                vec!["Phòng GDĐT", "Trung tâm GDNN-GDTX", "các trường học trên địa bàn"],
            ),
            (
                "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên quận, Trung tâm học tập cộng đồng các phường củng cố",
                vec![
                    "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên quận",
                    "Trung tâm học tập cộng đồng các phường",
                ],
            ),
            ("Phòng Giáo dục và Đào tạo chủ động rà soát", vec!["Phòng Giáo dục và Đào tạo"]),
            (
                "các phòng, ban, đơn vị thuộc quận và UBND 14 phường tổ chức",
                vec!["các phòng, ban, đơn vị thuộc quận", "UBND 14 phường"],
            ),
            ("Phòng Kinh tế, Hạ tầng và Đô thị chủ trì, phối hợp", vec!["Phòng Kinh tế, Hạ tầng và Đô thị"]),
            (
                "Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ và Công an tỉnh rà soát",
                vec!["Sở Văn hóa, Thể thao và Du lịch", "Sở Nội vụ", "Công an tỉnh"],
            ),
            (
                "Phòng Nội vụ, Công an phường và Trạm Y tế rà soát",
                vec!["Phòng Nội vụ", "Công an phường", "Trạm Y tế"],
            ),
            (
                "các trường tiểu học, trung học cơ sở mở lớp dạy bơi",
                vec!["các trường tiểu học, trung học cơ sở"],
            ),
            (
                "Đảng ủy các phường, chi bộ các trường: Tăng cường",
                vec!["Đảng ủy các phường", "chi bộ các trường"],
            ),
        ] {
            let list = names_at(text, &tokens(text), 0).unwrap();
            assert_eq!(
                (list.names, list.is_sure),
                (names.into_iter().map(str::to_owned).collect(), true),
                "{text}"
            );
        }
        for text in [
            "ban hành kế hoạch",
            "đội ngũ nhà giáo",
            "Hội nghị sơ kết",
            "học sinh lập tài khoản",
            "Phòng cháy, chữa cháy",
            "Phòng, chống đuối nước",
            "các kỳ thi",
        ] {
            assert_eq!(names_at(text, &tokens(text), 0), None, "{text}");
        }
    }
}
