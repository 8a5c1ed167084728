//! The roles of columns by the words of their headers.

use crate::vietnamese::fold;

/// The role of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum ColumnRole {
    /// The number of the row.
    Number,
    /// The work, or the target.
    Title,
    /// The units that lead.
    Lead,
    /// The units that coordinate.
    With,
    /// The deadline.
    Due,
    /// The first day.
    From,
    /// The output.
    Output,
    /// A note.
    Note,
    /// The value of a target.
    Value,
    /// The unit of measure of a target.
    Measure,
    /// The value of a target by a deadline.
    Horizon(String),
    /// A column of the plan's own.
    Own,
}

/// The roles of the columns of a head, by their headers.
pub(super) fn roles(headers: &[String]) -> Vec<(String, ColumnRole)> {
    let folded: Vec<String> = headers.iter().map(|header| fold(header)).collect();
    let names_work = folded.iter().any(|header| is_work(header));
    let is_targets = !names_work
        && folded.iter().any(|header| {
            header.starts_with("chi tieu") || header.starts_with("ten chi tieu") || header == "ten"
        });
    let mut roles: Vec<ColumnRole> = folded.iter().map(|header| role(header, is_targets)).collect();
    // Of several columns of a kind, the plainest is it.
    for kind in [
        ColumnRole::Title,
        ColumnRole::Lead,
        ColumnRole::Due,
        ColumnRole::Output,
        ColumnRole::With,
        ColumnRole::Note,
        ColumnRole::Number,
        ColumnRole::Value,
        ColumnRole::Measure,
        ColumnRole::From,
    ] {
        let all: Vec<usize> = (0..roles.len()).filter(|at| roles[*at] == kind).collect();
        if all.len() < 2 {
            continue;
        }
        let best = all.iter().copied().min_by_key(|at| (preference(&kind, &folded[*at]), *at));
        let is_open = kind == ColumnRole::Due
            && all.iter().all(|at| preference(&kind, &folded[*at]) == preference(&kind, &folded[all[0]]));
        for at in all {
            if Some(at) != best || is_open {
                roles[at] = if kind == ColumnRole::Number && Some(at) != best {
                    ColumnRole::Number
                } else {
                    ColumnRole::Own
                };
            }
        }
    }
    headers.iter().cloned().zip(roles).collect()
}

fn is_work(header: &str) -> bool {
    ["nhiem vu", "noi dung", "cong viec", "ten du an", "hang muc", "ten goi van ban", "viec"]
        .iter()
        .any(|word| header.contains(word))
        && !header.contains("chi tieu")
        && !header.contains("ma nhiem vu")
}

/// The smaller, the better the header says the role.
fn preference(kind: &ColumnRole, header: &str) -> usize {
    let best: &[&str] = match kind {
        ColumnRole::Title => &[
            "ten nhiem vu",
            "noi dung nhiem vu",
            "noi dung cong viec",
            "noi dung",
            "ten nhom nhiem vu",
            "nhiem vu",
            "cong viec",
        ],
        ColumnRole::Lead => &["don vi chu tri", "co quan chu tri", "chu tri"],
        ColumnRole::Due => &["hoan thanh", "thoi han", "han"],
        ColumnRole::Output => &["san pham", "dau ra"],
        _ => &[],
    };
    best.iter().position(|words| header.contains(words)).unwrap_or(best.len())
}

fn role(header: &str, is_targets: bool) -> ColumnRole {
    let says = |words: &[&str]| words.iter().any(|word| header.contains(word));
    let bare = header.trim_matches(|c: char| !c.is_alphanumeric());
    match () {
        () if matches!(bare, "tt" | "stt" | "so tt" | "so thu tu" | "thu tu" | "stt chi tiet" | "so") => {
            ColumnRole::Number
        }
        () if says(&["phoi hop"]) => ColumnRole::With,
        () if is_targets => target_role(header),
        () if says(&["ghi chu"]) => ColumnRole::Note,
        () if says(&["ngay bat dau", "bat dau tu"]) => ColumnRole::From,
        () if says(&[
            "so ngay",
            "thoi gian nhan",
            "ngay nhan",
            "ngay trinh",
            "ket qua thuc hien",
            "ket qua hien nay",
            "trang thai",
            "tinh trang",
            "so vb",
            "ngay bh",
        ]) =>
        {
            ColumnRole::Own
        }
        () if says(&[
            "thoi han",
            "thoi gian",
            "hoan thanh",
            "thoi diem",
            "ngay ket thuc",
            "han xu ly",
            "tien do (neu co)",
        ]) || matches!(bare, "han" | "thang" | "tien do thuc hien") =>
        {
            ColumnRole::Due
        }
        () if says(&[
            "chu tri",
            "co quan thuc hien",
            "don vi thuc hien",
            "bo phan thuc hien",
            "phu trach",
            "nguoi thuc hien",
            "chu dau tu",
            "phan cong",
            "trach nhiem",
            "co quan soan thao",
        ]) && !says(&["lanh dao", "noi dung"]) =>
        {
            ColumnRole::Lead
        }
        () if says(&["san pham", "dau ra", "ket qua can dat", "ket qua yeu cau"])
            || bare == "ket qua"
            || bare == "du kien ket qua" =>
        {
            ColumnRole::Output
        }
        () if is_work(header) => ColumnRole::Title,
        () if matches!(bare, "co quan" | "don vi") => ColumnRole::Lead,
        () => ColumnRole::Own,
    }
}

fn target_role(header: &str) -> ColumnRole {
    let says = |words: &[&str]| words.iter().any(|word| header.contains(word));
    let bare = header.trim_matches(|c: char| !c.is_alphanumeric());
    let has_year = header
        .split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.len() == 4 && (digits.starts_with("20") || digits.starts_with("19")));
    match () {
        () if says(&["ghi chu"]) => ColumnRole::Note,
        () if matches!(bare, "don vi" | "don vi tinh" | "dvt" | "don vi do") => ColumnRole::Measure,
        // A figure of the year before is no target, and names nobody.
        () if says(&["thuc hien", "uoc", "ket qua", "hien trang", "dat duoc"])
            && (has_year || says(&["uoc", "quy ", "thang "])) =>
        {
            ColumnRole::Own
        }
        () if says(&["chu tri", "phu trach", "thuc hien", "chiu trach nhiem"])
            && !says(&["ket qua thuc hien", "ty le thuc hien", "phai thuc hien"]) =>
        {
            ColumnRole::Lead
        }
        () if has_year
            && says(&["den", "nam", "tam nhin", "giai doan", "chi tieu", "ke hoach", "muc tieu"]) =>
        {
            ColumnRole::Horizon(header.to_owned())
        }
        () if bare == "ket qua"
            || says(&["gia tri", "muc tieu", "giao", "ke hoach", "phan dau", "muc dat"]) =>
        {
            ColumnRole::Value
        }
        () if says(&["thoi han", "thoi gian", "hoan thanh"]) => ColumnRole::Due,
        () if says(&["chi tieu"]) || bare == "ten" => ColumnRole::Title,
        () => ColumnRole::Own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(headers: &[&str]) -> String {
        let headers: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
        let letters: Vec<String> = roles(&headers)
            .into_iter()
            .map(|(_, role)| match role {
                ColumnRole::Horizon(_) => "Horizon".to_owned(),
                role => format!("{role:?}"),
            })
            .collect();
        letters.join(" ")
    }

    #[test]
    fn columns_have_roles_by_their_headers() {
        for (headers, roles) in [
            (
                &[
                    "TT",
                    "Tên nhiệm vụ",
                    "Cơ quan chủ trì",
                    "Cơ quan phối hợp",
                    "Kết quả",
                    "Thời gian hoàn thành",
                ][..],
                "Number Title Lead With Output Due",
            ),
            (
                &[
                    "Stt",
                    "Nội dung nhiệm vụ",
                    "Cơ quan, đơn vị chủ trì",
                    "Cơ quan, đơn vị phối hợp",
                    "Thời gian",
                    "Sản phẩm, kết quả",
                    "Ghi chú",
                ],
                "Number Title Lead With Due Output Note",
            ),
            (
                &[
                    "STT",
                    "Mã nhiệm vụ",
                    "Tên nhóm nhiệm vụ/nhiệm vụ",
                    "Đơn vị chủ trì",
                    "Phòng, đơn vị chủ trì",
                    "Đơn vị phối hợp",
                    "Phương thức hỗ trợ",
                    "Thời hạn hoàn thành",
                    "Kết quả cần đạt (Định lượng)",
                    "Sản phẩm đầu ra",
                    "Ghi chú",
                ],
                "Number Own Title Lead Own With Own Due Own Output Note",
            ),
            (
                &["TT", "Chỉ tiêu", "Đơn vị", "Kết quả", "Cơ quan chủ trì theo dõi, đánh giá"],
                "Number Title Measure Value Lead",
            ),
            (
                &[
                    "STT",
                    "Chỉ tiêu",
                    "Đến hết năm 2026",
                    "Đến năm 2030",
                    "Tầm nhìn đến năm 2045",
                    "Đơn vị chủ trì",
                    "Đơn vị phối hợp, cung cấp số liệu",
                ],
                "Number Title Horizon Horizon Horizon Lead With",
            ),
            (
                &[
                    "Stt",
                    "Nội dung",
                    "Thời gian trình BTV",
                    "Thời gian trình BCH",
                    "Cơ quan chủ trì thực hiện",
                    "Nguồn lực thực hiện",
                ],
                "Number Title Own Own Lead Own",
            ),
            (
                &["TT", "Công việc", "Đơn vị thực hiện", "Đơn vị phối hợp", "Số ngày dự kiến"],
                "Number Title Lead With Own",
            ),
            (
                &[
                    "TT",
                    "Nhiệm vụ",
                    "Kết quả yêu cầu",
                    "Thời gian hoàn thành",
                    "Cơ quan thực hiện",
                    "Tiến độ",
                    "Kết quả hiện nay",
                ],
                "Number Title Output Due Lead Own Own",
            ),
        ] {
            assert_eq!(shown(headers), roles, "{headers:?}");
        }
    }
}
