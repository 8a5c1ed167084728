//! Roles in a clause: who leads, who coordinates, who is directed.

use super::token::{WordToken, first_of, stands, tokens};
use super::units::{names_at, whole_names};
use super::verb::begins_order;

/// The units that a clause names, by their roles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Roles {
    /// The units that lead.
    pub lead: Vec<String>,
    /// The units that coordinate.
    pub with: Vec<String>,
    /// The units that are directed.
    pub to: Vec<String>,
    /// True if the clause begins with its subject: `Công an quận: …`, `Hiệu trưởng chịu trách nhiệm …`.
    pub has_subject: bool,
    /// True if the clause proposes something to somebody above.
    pub is_proposal: bool,
    /// True if the clause begins by directing: `Chỉ đạo các trường …`.
    pub directs: bool,
    /// Words that may be a unit and are not taken for one.
    pub unsure: Vec<String>,
}

/// Adverbs before the verb.
const ADVERBS: &[&str] = &[
    "đồng thời",
    "tiếp tục",
    "chủ động",
    "tăng cường",
    "thường xuyên",
    "trong đó",
    "tập trung",
    "tích cực",
    "tổ chức",
];

/// Verbs whose object is directed.
const DIRECTING: &[&str] = &[
    "chỉ đạo",
    "hướng dẫn",
    "đôn đốc",
    "chỉ đạo hướng dẫn",
    "hướng dẫn kiểm tra",
    "hướng dẫn đôn đốc",
    "yêu cầu",
    "đôn đốc hướng dẫn",
    "chỉ đạo đôn đốc",
];

/// Reads the roles of a clause.
pub(super) fn roles(clause: &str) -> Roles {
    let all = tokens(clause);
    let mut roles = Roles::default();
    if let Some(names) = subject(clause, &all) {
        (roles.lead, roles.has_subject) = (names, true);
    } else if is_person(&all) {
        roles.has_subject = true;
        roles.unsure.push(person(clause, &all).to_owned());
    }
    let mut at = if roles.has_subject { behind_colon(&all) } else { 0 };
    while let Some(length) = first_of(&all, at, ADVERBS).filter(|_| !begins_directing(&all, at)) {
        at += length;
    }
    order(clause, &all, at, &mut roles);
    coordinated(clause, &all, &mut roles);
    if roles.to.is_empty() {
        directed(clause, &all, &mut roles);
    }
    roles.with.retain(|name| !roles.lead.contains(name));
    roles
}

fn begins_directing(all: &[WordToken], at: usize) -> bool {
    object_of(all, at).is_some()
}

/// The word behind a directing verb, or behind two of them with a comma between: `Hướng dẫn, kiểm tra các trường`.
fn object_of(all: &[WordToken], at: usize) -> Option<usize> {
    let length = first_of(all, at, DIRECTING)?;
    let behind = at + length;
    let sign = all.get(behind - 1)?.sign;
    let second = || {
        let more = first_of(all, behind, DIRECTING)
            .or_else(|| first_of(all, behind, &["kiểm tra", "giám sát", "hỗ trợ"]));
        more.map(|length| behind + length)
    };
    match sign {
        Some(',') => second(),
        None => Some(behind),
        _ => None,
    }
}

/// The words after `giao`, `chỉ đạo`, `đề nghị`, `đối với`, `đề xuất`.
fn order(clause: &str, all: &[WordToken], at: usize, roles: &mut Roles) {
    for word in ["kiến nghị", "đề xuất"] {
        roles.is_proposal |= stands(all, at, word) && at == 0;
    }
    let giving = [
        "giao nhiệm vụ cho",
        "giao trách nhiệm cho",
        "giao cho",
        "giao",
        "đề nghị",
        "phân công",
        "ủy quyền cho",
    ];
    if let Some(length) = first_of(all, at, &giving) {
        match names_at(clause, all, at + length) {
            // A name up to the end leaves no work: `Đề nghị Trung tâm phát thanh 02 lần`.
            Some(list) if list.is_sure && list.next < all.len() && !roles.has_subject => {
                roles.lead = list.names;
                roles.has_subject = true;
            }
            Some(list) => roles.unsure.extend(list.names),
            None => {}
        }
        return;
    }
    if let Some(object) = object_of(all, at)
        && let Some(list) = names_at(clause, all, object)
    {
        let is_ordered = stands(all, at, "chỉ đạo") && object == at + 2 && !roles.has_subject;
        roles.directs = !roles.has_subject;
        if !list.is_sure {
            roles.unsure.extend(list.names);
        } else if is_ordered && list.names.iter().any(|name| !is_collective(name)) {
            roles.lead = list.names;
            roles.has_subject = true;
        } else {
            roles.to = list.names;
        }
    }
}

/// Returns true if a name is that of many units: `các trường`, `UBND 11 phường`.
pub(super) fn is_collective(name: &str) -> bool {
    let all = tokens(name);
    all.iter().any(|token| {
        matches!(token.word.as_str(), "các" | "những" | "mọi")
            || token.word.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// The subject: names before a colon, behind `đối với`, or right before the verb.
fn subject(clause: &str, all: &[WordToken]) -> Option<Vec<String>> {
    let from = if stands(all, 0, "đối với") { 2 } else { 0 };
    let colon = all.iter().take(30).position(|token| token.sign == Some(':'));
    if let (Some(colon), Some(first)) = (colon, all.get(from)) {
        let head = clause.get(first.range.start..all.get(colon)?.range.end)?;
        let names = whole_names(head);
        let is_list = names_at(clause, all, from).is_some_and(|list| list.next == colon + 1);
        if !names.is_empty() && (is_list || !holds_order(head) && !is_announcement(head, &names)) {
            return Some(names);
        }
        // `Cải cách thể chế: Phòng Pháp chế rà soát …`
        if names.is_empty() && from == 0 {
            return doing(clause, all, colon + 1);
        }
    }
    if from > 0 {
        return None;
    }
    doing(clause, all, 0)
}

/// The names from a word on, right before the verb.
fn doing(clause: &str, all: &[WordToken], at: usize) -> Option<Vec<String>> {
    let list = names_at(clause, all, at)?;
    let is_doing = list.is_sure && list.next < all.len() && begins_order(all, list.next);
    let is_name = list.names.iter().any(|name| name.contains(' ')) || stands(all, list.next, "phối hợp");
    (is_doing && is_name && all.get(list.next - 1)?.sign.is_none()).then_some(list.names)
}

/// Returns true for words that announce what follows: `Sở phân bổ hóa chất, vật tư theo bảng sau:`.
fn is_announcement(head: &str, names: &[String]) -> bool {
    let goes_on = |name: &String| {
        let behind = name.split(", ").skip(1);
        !is_collective(name) && behind.into_iter().any(|part| part.starts_with(char::is_lowercase))
    };
    head.ends_with(" sau") || head.ends_with(" sau đây") || names.iter().any(goes_on)
}

/// Returns true if words hold an order in the middle, so that they are more than names.
fn holds_order(head: &str) -> bool {
    let all = tokens(head);
    (1..all.len()).any(|at| {
        !all[at].is_capital
            && first_of(&all, at, &["tổ chức", "thực hiện", "chỉ đạo", "hướng dẫn", "triển khai", "phối hợp"])
                .is_some()
    })
}

/// The head of an office, who answers for it: `Hiệu trưởng chịu trách nhiệm …`.
pub(super) fn is_person(all: &[WordToken]) -> bool {
    let person = [
        "hiệu trưởng",
        "thủ trưởng",
        "giám đốc",
        "phó giám đốc",
        "chủ tịch",
        "phó chủ tịch",
        "trưởng phòng",
        "trưởng ban",
        "trưởng cụm",
        "trưởng khoa",
        "chánh",
        "người đứng đầu",
        "bí thư",
        "đồng chí",
        "đ/c",
    ];
    first_of(all, 0, &person).is_some() && all.first().is_some_and(|token| token.is_capital)
}

/// The words of a person: until the verb, or the first sign.
fn person<'c>(clause: &'c str, all: &[WordToken]) -> &'c str {
    const LONGEST: usize = 8;
    let is_end = |at: &usize| {
        all[*at - 1].sign.is_some()
            || matches!(all[*at].word.as_str(), "có" | "chịu" | "là" | "phải" | "và")
            || begins_order(all, *at) && !all[*at].is_capital
    };
    let last = all.len().min(LONGEST);
    let end = (2..last).find(is_end).unwrap_or(last);
    all.get(..end).and_then(<[WordToken]>::last).map_or(clause, |last| &clause[..last.range.end])
}

fn behind_colon(all: &[WordToken]) -> usize {
    all.iter().take(30).position(|token| token.sign == Some(':')).map_or(0, |at| at + 1)
}

/// The names behind `phối hợp với`, where the phrase begins a part of the clause.
fn coordinated(clause: &str, all: &[WordToken], roles: &mut Roles) {
    for at in 0..all.len() {
        let phrases = [
            "phối hợp chặt chẽ với",
            "phối hợp với",
            "phối hợp cùng",
            "phối hợp chặt chẽ cùng",
            "phối hợp",
            "phối hợp chặt chẽ",
            "phối hợp thường xuyên với",
        ];
        let Some(length) = first_of(all, at, &phrases) else { continue };
        let begins = at == 0
            || all.get(at - 1).is_some_and(|before| before.sign.is_some())
            || ["chủ trì", "chủ động", "tiếp tục", "tăng cường", "trì"].iter().any(|word| {
                let words = word.split(' ').count();
                at >= words && stands(all, at - words, word)
            })
            || roles.has_subject && at < 24 && roles.with.is_empty();
        if !begins {
            continue;
        }
        if let Some(list) = names_at(clause, all, at + length) {
            if list.is_sure || all.get(list.next).is_some() {
                roles.with.extend(
                    list.names.into_iter().filter(|name| !roles.with.contains(name)).collect::<Vec<_>>(),
                );
            }
            return;
        }
    }
}

/// The first units that are directed within the clause: `… hướng dẫn các trường …`.
fn directed(clause: &str, all: &[WordToken], roles: &mut Roles) {
    for at in 1..all.len() {
        let Some(object) = object_of(all, at) else { continue };
        if let Some(list) = names_at(clause, all, object)
            && list.is_sure
            && list.names.iter().all(|name| is_collective(name))
        {
            roles.to = list.names;
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_read_from_the_words_of_orders() {
        for (clause, lead, with, to) in [
            (
                "Giao Phòng GDĐT, Ban kiểm tra liên ngành, các trường học tăng cường công tác",
                "Phòng GDĐT|Ban kiểm tra liên ngành|các trường học",
                "",
                "",
            ),
            ("Giao UBND 11 phường chịu trách nhiệm kiểm tra hoạt động", "UBND 11 phường", "", ""),
            ("Chỉ đạo các trường rà soát quy chế làm việc", "", "", "các trường"),
            ("Chỉ đạo trường THCS Thanh Xuân hoạt động tốt mô hình", "trường THCS Thanh Xuân", "", ""),
            (
                "Chỉ đạo Phòng GDĐT, các trường học tổ chức các lớp bồi dưỡng",
                "Phòng GDĐT|các trường học",
                "",
                "",
            ),
            ("Đối với trường THCS Thanh Xuân: Tập trung bồi dưỡng", "trường THCS Thanh Xuân", "", ""),
            (
                "Phòng Y tế, Trung tâm Y tế quận: Phối hợp với Phòng GDĐT hướng dẫn các trường tuyên truyền",
                "Phòng Y tế|Trung tâm Y tế quận",
                "Phòng GDĐT",
                "các trường",
            ),
            ("Chủ trì, phối hợp với Phòng Nội vụ tham mưu UBND quận xây dựng", "", "Phòng Nội vụ", ""),
            (
                "đồng thời, phối hợp chặt chẽ với Phòng Tài chính - Kế hoạch đẩy nhanh tiến độ",
                "",
                "Phòng Tài chính - Kế hoạch",
                "",
            ),
            ("Hướng dẫn, kiểm tra các trường tổ chức thực hiện Chương trình", "", "", "các trường"),
            (
                "Đề xuất Quận ủy chỉ đạo Đảng ủy các phường, chi bộ các trường: Tăng cường",
                "",
                "",
                "Đảng ủy các phường|chi bộ các trường",
            ),
            ("Trung tâm GDNN-GDTX chú trọng đa dạng hóa", "Trung tâm GDNN-GDTX", "", ""),
            (
                "Ban đại diện cha mẹ học sinh hoạt động hiệu quả, phối hợp với nhà trường quan tâm",
                "Ban đại diện cha mẹ học sinh",
                "",
                "",
            ),
            ("Kiến nghị Thành phố bổ sung chỉ tiêu giáo viên", "", "", ""),
            ("Rà soát, đầu tư cơ sở vật chất theo chỉ đạo của Thành phố", "", "", ""),
            ("Đề nghị Ủy ban MTTQ quận phối hợp thực hiện", "Ủy ban MTTQ quận", "", ""),
            ("Cải cách thể chế: Phòng Pháp chế rà soát văn bản", "Phòng Pháp chế", "", ""),
            (
                "Cải cách thủ tục: Văn phòng Sở chủ trì, phối hợp với Phòng Nội vụ công khai thủ tục",
                "Văn phòng Sở",
                "Phòng Nội vụ",
                "",
            ),
            ("Tổ cốt cán chuyên môn xây dựng tiêu chí", "Tổ cốt cán chuyên môn", "", ""),
            ("Tổ chức kiểm tra chéo giữa các trường", "", "", ""),
        ] {
            let read = roles(clause);
            assert_eq!(
                (read.lead.join("|"), read.with.join("|"), read.to.join("|")),
                (lead.to_owned(), with.to_owned(), to.to_owned()),
                "{clause}"
            );
        }
        assert!(roles("Hiệu trưởng chịu trách nhiệm toàn diện").has_subject);
        assert_eq!(roles("Chánh Văn phòng Sở có trách nhiệm theo dõi").unsure, ["Chánh Văn phòng Sở"]);
        let announced = roles("Trung tâm Kiểm soát bệnh tật phân bổ hóa chất, vật tư theo bảng sau:");
        assert!(announced.lead.iter().all(|name| !name.contains("hóa chất")), "{announced:?}");
        assert!(roles("Kiến nghị Thành phố bổ sung").is_proposal);
        let open = roles("Đề nghị Trung tâm phát thanh 02 lần");
        assert_eq!((open.lead.len(), open.unsure.len()), (0, 1), "{open:?}");
    }
}
