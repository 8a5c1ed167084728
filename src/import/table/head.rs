//! Heads of tables: the role of each column by the words that offices use.

use crate::import::block::SourceGrid;
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

/// The head of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct TableHead {
    /// The header and the role of each column.
    pub(in crate::import) columns: Vec<(String, ColumnRole)>,
    /// The first row behind the head.
    pub(in crate::import) rows_from: usize,
    /// The words of the rows above the head.
    pub(in crate::import) above: Vec<String>,
    /// True for a table of targets.
    pub(in crate::import) is_targets: bool,
}

/// Finds the head of a table among its first rows.
pub(in crate::import) fn table_head(grid: &SourceGrid) -> Option<TableHead> {
    const DEEPEST: usize = 8;
    for at in 0..grid.rows.len().min(DEEPEST) {
        // A title over all columns is no head, whatever stands below it.
        if grid.words(at).len() < 2 {
            continue;
        }
        let last = last_row(grid, at);
        let headers = headers(grid, at, last);
        let columns = roles(&headers);
        let known = columns.iter().filter(|(_, role)| *role != ColumnRole::Own).count();
        let has_title = columns.iter().any(|(_, role)| *role == ColumnRole::Title);
        if has_title && known >= 2 && columns.iter().filter(|(header, _)| !header.is_empty()).count() >= 3 {
            let is_targets =
                columns.iter().any(|(_, role)| matches!(role, ColumnRole::Value | ColumnRole::Horizon(_)));
            let above = (0..at).map(|row| grid.words(row).join(" ")).filter(|words| !words.is_empty());
            let above = above.map(|words| words.replace('\n', " ")).collect();
            return Some(TableHead {
                columns,
                rows_from: last + 1 + usize::from(is_count(grid, last + 1)),
                above,
                is_targets,
            });
        }
    }
    None
}

/// The last row of a head of one or two rows: cells that span columns have their parts below them.
fn last_row(grid: &SourceGrid, at: usize) -> usize {
    let (Some(first), Some(second)) = (grid.rows.get(at), grid.rows.get(at + 1)) else { return at };
    let has_span = first.iter().any(|cell| cell.is_from_left);
    let is_below = first.iter().zip(second).enumerate().all(|(column, (above, below))| {
        let spans = above.is_from_left || first.get(column + 1).is_some_and(|next| next.is_from_left);
        if spans { !below.text.is_empty() } else { below.is_from_above || below.text.is_empty() }
    });
    if has_span && is_below { at + 1 } else { at }
}

/// The headers of a head of one or two rows, the words of both together.
fn headers(grid: &SourceGrid, first: usize, last: usize) -> Vec<String> {
    let row = grid.rows.get(first).map(Vec::as_slice).unwrap_or_default();
    let mut above = String::new();
    row.iter()
        .enumerate()
        .map(|(column, cell)| {
            if !cell.is_from_left {
                above.clone_from(&cell.text);
            }
            let below = grid
                .rows
                .get(last)
                .and_then(|row| row.get(column))
                .filter(|cell| last > first && !cell.is_from_above);
            let below = below.map(|cell| cell.text.as_str()).unwrap_or_default();
            format!("{above} {below}").split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect()
}

/// `(1) (2) (3)` or `1 2 3` below the head.
fn is_count(grid: &SourceGrid, row: usize) -> bool {
    let Some(row) = grid.rows.get(row) else { return false };
    let counts = row.iter().enumerate().filter(|(at, cell)| {
        let text = cell.text.trim_matches(['(', ')', '[', ']']);
        text.parse() == Ok(at + 1)
    });
    row.len() >= 3 && counts.count() == row.len()
}

fn roles(headers: &[String]) -> Vec<(String, ColumnRole)> {
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
        () if says(&["chu tri", "phu trach", "thuc hien", "chiu trach nhiem"])
            && !says(&["ket qua thuc hien", "ty le thuc hien", "phai thuc hien"]) =>
        {
            ColumnRole::Lead
        }
        () if has_year && says(&["den", "nam", "tam nhin", "giai doan"]) => {
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
    use crate::import::block::SourceCell;

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

    #[test]
    fn a_head_may_have_two_rows_and_stand_below_a_title() {
        let cell = |text: &str| match text {
            "<" => SourceCell { is_from_left: true, ..SourceCell::default() },
            "^" => SourceCell { is_from_above: true, ..SourceCell::default() },
            text => SourceCell { text: text.to_owned(), ..SourceCell::default() },
        };
        let rows = [
            ["DANH MỤC", "<", "<", "<"],
            ["TT", "Nội dung", "Thời gian trình", "<"],
            ["^", "^", "BTV", "BCH"],
            ["1", "Đề án", "Tháng 3", "Tháng 4"],
        ];
        let rows = rows.iter().map(|row| row.iter().map(|text| cell(text)).collect()).collect();
        let head = table_head(&SourceGrid { rows, ..SourceGrid::default() });
        // Two columns of deadlines say nothing of one: with a title and a number, the head is known all the same.
        let head = head.unwrap();
        assert_eq!((head.rows_from, head.above.as_slice()), (3, ["DANH MỤC".to_owned()].as_slice()));
        assert_eq!(head.columns[2].0, "Thời gian trình BTV");
    }
}
