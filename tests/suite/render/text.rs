//! Text: columns at several widths, colours, hostile words.

use plan::language::Lang;
use plan::render::{Format, Options, render};
use plan::report::{Block, Cell, Column, Document, Row, Table, same};
use plan::{language::Message, report::Tone};
use proptest::prelude::*;
use snapbox::{assert_data_eq, str};
use unicode_width::UnicodeWidthStr;

use super::{composed, samples, steers, text};

#[test]
fn status_at_80_columns_has_titles_above_figures() {
    assert_data_eq!(
        text(&samples::status(), Lang::Vi, 80),
        str![[r#"
Kế hoạch hoạt động của Ban Chỉ đạo Đổi mới giáo dục và đào tạo quận Thanh Xuân
năm 2024
Tính đến ngày 01/07/2024

Mục   Nội dung
        Hoàn    Hoàn
       thành   thành          Sắp                          Tỷ lệ   Tỷ lệ   Tỷ lệ
Tổng    đúng     quá  Quá     đến  Trong    Chưa  Thường    hoàn    đúng     quá
  số     hạn     hạn  hạn     hạn    hạn  đến kỳ   xuyên   thành     hạn     hạn
────────────────────────────────────────────────────────────────────────────────
II.1  Nâng cao hiệu lực, hiệu quả công tác quản lý nhà nước về giáo dục và đào
      tạo
  24       7       2    3       1      4       6       1   52,9%   58,3%   25,0%

II.2  Nâng cao chất lượng giáo dục toàn diện và giáo dục mũi nhọn
  18       9       0    0       2      5       2       0   56,3%  100,0%    0,0%

II.3  Phát triển đội ngũ
   9       0       1    4       0      1       3       0   16,7%    0,0%   80,0%

II.4  Tăng cường cơ sở vật chất, thiết bị dạy học theo hướng chuẩn hóa, hiện đại
      hóa, xã hội hóa
  11      11       0    0       0      0       0       0  100,0%  100,0%    0,0%

II.5  Công tác tuyên truyền
   6       0       0    0       0      0       0       6       –       –       –
────────────────────────────────────────────────────────────────────────────────
      Tổng cộng
  68      27       3    7       3     10      11       7   60,0%   72,4%   18,9%

Tỷ lệ hoàn thành không tính việc chưa đến kỳ, thường xuyên và không thực hiện.

"#]]
    );
}

#[test]
fn status_at_100_columns() {
    assert_data_eq!(
        text(&samples::status(), Lang::Vi, 100),
        str![[r#"
Kế hoạch hoạt động của Ban Chỉ đạo Đổi mới giáo dục và đào tạo quận Thanh Xuân năm 2024
Tính đến ngày 01/07/2024

                                    Hoàn
                                   thành    Hoàn        Sắp                      Tỷ lệ  Tỷ lệ  Tỷ lệ
                            Tổng    đúng   thành Quá    đến Trong   Chưa Thường   hoàn   đúng    quá
Mục  Nội dung                 số     hạn quá hạn hạn    hạn   hạn đến kỳ  xuyên  thành    hạn    hạn
────────────────────────────────────────────────────────────────────────────────────────────────────
II.1 Nâng cao hiệu lực,       24       7       2   3      1     4      6      1  52,9%  58,3%  25,0%
     hiệu quả công tác quản
     lý nhà nước về giáo
     dục và đào tạo

II.2 Nâng cao chất lượng      18       9       0   0      2     5      2      0  56,3% 100,0%   0,0%
     giáo dục toàn diện và
     giáo dục mũi nhọn

II.3 Phát triển đội ngũ        9       0       1   4      0     1      3      0  16,7%   0,0%  80,0%

II.4 Tăng cường cơ sở vật     11      11       0   0      0     0      0      0 100,0% 100,0%   0,0%
     chất, thiết bị dạy học
     theo hướng chuẩn hóa,
     hiện đại hóa, xã hội
     hóa

II.5 Công tác tuyên truyền     6       0       0   0      0     0      0      6      –      –      –
────────────────────────────────────────────────────────────────────────────────────────────────────
     Tổng cộng                68      27       3   7      3    10     11      7  60,0%  72,4%  18,9%

Tỷ lệ hoàn thành không tính việc chưa đến kỳ, thường xuyên và không thực hiện.

"#]]
    );
}

#[test]
fn status_at_160_columns_has_bars() {
    assert_data_eq!(
        text(&samples::status(), Lang::En, 160),
        str![[r#"
Kế hoạch hoạt động của Ban Chỉ đạo Đổi mới giáo dục và đào tạo quận Thanh Xuân năm 2024 · As of 2024-07-01

                                                              Done on  Done            Due     On                                                    On
Section  Title                                         Total     time  late  Overdue  soon  track  Upcoming  Continuous  Completion                time  Overdue
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
II.1     Nâng cao hiệu lực, hiệu quả công tác quản lý     24        7     2        3     1      4         6           1       52.9%  ━━━━━─────   58.3%    25.0%
         nhà nước về giáo dục và đào tạo

II.2     Nâng cao chất lượng giáo dục toàn diện và        18        9     0        0     2      5         2           0       56.3%  ━━━━━━────  100.0%     0.0%
         giáo dục mũi nhọn

II.3     Phát triển đội ngũ                                9        0     1        4     0      1         3           0       16.7%  ━━────────    0.0%    80.0%

II.4     Tăng cường cơ sở vật chất, thiết bị dạy học      11       11     0        0     0      0         0           0      100.0%  ━━━━━━━━━━  100.0%     0.0%
         theo hướng chuẩn hóa, hiện đại hóa, xã hội
         hóa

II.5     Công tác tuyên truyền                             6        0     0        0     0      0         0           6           –                   –        –
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         Total                                            68       27     3        7     3     10        11           7       60.0%  ━━━━━━────   72.4%    18.9%

Completion leaves out what is upcoming, continuous or dropped.

"#]]
    );
}

#[test]
fn overdue_at_80_columns() {
    assert_data_eq!(
        composed(&text(&samples::overdue(), Lang::En, 80)),
        str![[r#"
Overdue · As of 2024-07-01

Days  Working
late     days  Id      Title           Unit          Period  Deadline    Status
────────────────────────────────────────────────────────────────────────────────
  62       43  PL2-06  Gặp mặt động    Phòng Lao             2024-04-30  overdue
                       viên, tặng quà  động -
                       thương binh và  Thương binh
                       con thương      và Xã hội
                       binh, liệt sĩ

  31       22  PL2-14  Báo cáo kết     Phòng Giáo            2024-05-31  overdue
                       quả tuyển sinh  dục và Đào
                       trực tuyến      tạo quận

   1        1  PL2-07  Phê duyệt các   UBND phường   Quý II  2024-06-30  overdue
                       khoản thu thỏa  Hạ Đình
                       thuận của các
                       trường MN, TH,
                       THCS công lập

   1        1  PL2-02  Giao ban với    UBND phường   Quý II  2024-06-30  overdue
                       chủ các nhóm    Hạ Đình
                       lớp mầm non
                       độc lập 漢字

"#]]
    );
}

#[test]
fn overdue_at_120_columns_wraps_only_titles() {
    assert_data_eq!(
        composed(&text(&samples::overdue(), Lang::Vi, 120)),
        str![[r#"
Việc quá hạn · Tính đến ngày 01/07/2024

Quá hạn  Ngày làm  Số                                                                                            Trạng
 (ngày)      việc  hiệu    Nội dung                  Đơn vị                                  Kỳ      Hạn         thái
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
     62        43  PL2-06  Gặp mặt động viên, tặng   Phòng Lao động - Thương binh và Xã hội          30/04/2024  quá hạn
                           quà thương binh và con
                           thương binh, liệt sĩ

     31        22  PL2-14  Báo cáo kết quả tuyển     Phòng Giáo dục và Đào tạo quận                  31/05/2024  quá hạn
                           sinh trực tuyến

      1         1  PL2-07  Phê duyệt các khoản thu   UBND phường Hạ Đình                     Quý II  30/06/2024  quá hạn
                           thỏa thuận của các
                           trường MN, TH, THCS công
                           lập

      1         1  PL2-02  Giao ban với chủ các      UBND phường Hạ Đình                     Quý II  30/06/2024  quá hạn
                           nhóm lớp mầm non độc lập
                           漢字

"#]]
    );
}

#[test]
fn overdue_at_30_columns_has_names_and_values() {
    assert_data_eq!(
        composed(&text(&samples::overdue(), Lang::Vi, 30)),
        str![[r#"
Việc quá hạn
Tính đến ngày 01/07/2024

Quá hạn (ngày)
  62
Ngày làm việc
  43
Số hiệu
  PL2-06
Nội dung
  Gặp mặt động viên, tặng quà
  thương binh và con thương
  binh, liệt sĩ
Đơn vị
  Phòng Lao động - Thương binh
  và Xã hội
Hạn
  30/04/2024
Trạng thái
  quá hạn

Quá hạn (ngày)
  31
Ngày làm việc
  22
Số hiệu
  PL2-14
Nội dung
  Báo cáo kết quả tuyển sinh
  trực tuyến
Đơn vị
  Phòng Giáo dục và Đào tạo
  quận
Hạn
  31/05/2024
Trạng thái
  quá hạn

Quá hạn (ngày)
  1
Ngày làm việc
  1
Số hiệu
  PL2-07
Nội dung
  Phê duyệt các khoản thu thỏa
  thuận của các trường MN, TH,
  THCS công lập
Đơn vị
  UBND phường Hạ Đình
Kỳ
  Quý II
Hạn
  30/06/2024
Trạng thái
  quá hạn

Quá hạn (ngày)
  1
Ngày làm việc
  1
Số hiệu
  PL2-02
Nội dung
  Giao ban với chủ các nhóm
  lớp mầm non độc lập 漢字
Đơn vị
  UBND phường Hạ Đình
Kỳ
  Quý II
Hạn
  30/06/2024
Trạng thái
  quá hạn

"#]]
    );
}

#[test]
fn schedule_at_80_columns_has_groups_across() {
    assert_data_eq!(
        text(&samples::schedule(), Lang::Vi, 80),
        str![[r#"
Phụ lục 02
Kế hoạch hoạt động của Ban Chỉ đạo Đổi mới giáo dục và đào tạo quận Thanh Xuân
năm 2024

TT  Nội dung            Chủ trì         Phối hợp        Thời hạn        Sản phẩm
────────────────────────────────────────────────────────────────────────────────
I   Công tác quản lý
 1  Giao ban với Ban    Phòng GDĐT      Câu lạc bộ      01 lần/tháng    Biên bản
    chủ nhiệm câu lạc                   quản lý
    bộ quản lý các cấp
    học

 2  Giao ban với chủ    Phòng GDĐT      UBND 11         01 lần/quý      Biên bản
    các nhóm lớp mầm                    phường; Chủ
    non độc lập                         nhóm lớp

II  Nâng cao chất lượng giáo dục toàn diện, giáo dục mũi nhọn và hội nhập quốc
    tế trong các trường học thuộc quận
 3  Xây dựng và triển   Các trường học                  ngay từ đầu     Kế hoạch
    khai kế hoạch bồi                                   năm học
    dưỡng học sinh
    giỏi

 4  Hoàn thành chỉ      Phòng GDĐT;     Phòng Nội vụ    lộ trình đến
    tiêu giáo viên đạt  các trường học                  cuối năm 2024
    chuẩn và trên
    chuẩn, cán bộ quản
    lý có trình độ
    Thạc sĩ trở lên

"#]]
    );
}

#[test]
fn schedule_at_160_columns() {
    assert_data_eq!(
        text(&samples::schedule(), Lang::Vi, 160),
        str![[r#"
Phụ lục 02 · Kế hoạch hoạt động của Ban Chỉ đạo Đổi mới giáo dục và đào tạo quận Thanh Xuân năm 2024

TT  Nội dung                                                      Chủ trì                     Phối hợp                      Thời hạn                    Sản phẩm
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
I   Công tác quản lý
 1  Giao ban với Ban chủ nhiệm câu lạc bộ quản lý các cấp học     Phòng GDĐT                  Câu lạc bộ quản lý            01 lần/tháng                Biên bản
 2  Giao ban với chủ các nhóm lớp mầm non độc lập                 Phòng GDĐT                  UBND 11 phường; Chủ nhóm lớp  01 lần/quý                  Biên bản

II  Nâng cao chất lượng giáo dục toàn diện, giáo dục mũi nhọn và hội nhập quốc tế trong các trường học thuộc quận
 3  Xây dựng và triển khai kế hoạch bồi dưỡng học sinh giỏi       Các trường học                                            ngay từ đầu năm học         Kế hoạch
 4  Hoàn thành chỉ tiêu giáo viên đạt chuẩn và trên chuẩn, cán    Phòng GDĐT; các trường học  Phòng Nội vụ                  lộ trình đến cuối năm 2024
    bộ quản lý có trình độ Thạc sĩ trở lên

"#]]
    );
}

#[test]
fn why_has_steps_and_places() {
    assert_data_eq!(
        text(&samples::why(), Lang::Vi, 80),
        str![[r#"
PL2-07 · UBND phường Hạ Đình · Quý II · Tính đến ngày 02/07/2024

PL2-07, Quý II: hạn 30/6/2024 (Chủ nhật) → 01/7/2024 (BLDS 2015, Điều 148); chưa
có báo cáo; đến 02/7/2024 quá hạn 01 ngày.

1. Văn bản ghi: “01 lần/quý”  (thanh-xuan-2024/phu-luc-02.yaml:12)
2. Đọc là: mỗi quý một lần, hạn là ngày cuối quý: 30/06/2024
3. 30/06/2024 là Chủ nhật: hạn chuyển sang ngày làm việc tiếp theo, 01/07/2024
   (Bộ luật Dân sự 2015, Điều 148 khoản 5)  (thanh-xuan-2024/plan.yaml:31)

Hiện trạng
Trạng thái  quá hạn
Quá hạn     1 ngày
Phối hợp    Phòng Nội vụ
            Phòng Tài chính - Kế hoạch
Nội dung    Phê duyệt các khoản thu thỏa thuận của các trường MN, TH, THCS công
            lập  (thanh-xuan-2024/phu-luc-02.yaml:10)

"#]]
    );
    assert_data_eq!(
        text(&samples::why(), Lang::En, 50),
        str![[r#"
PL2-07 · UBND phường Hạ Đình · Quý II
As of 2024-07-02

PL2-07, Quý II: due 2024-06-30 (Sunday) →
2024-07-01 (Civil Code 2015, article 148); no
report; 1 day late on 2024-07-02.

1. The document says: “01 lần/quý”
   (thanh-xuan-2024/phu-luc-02.yaml:12)
2. Read as: once a quarter, due on its last day:
   2024-06-30
3. 2024-06-30 is a Sunday: the deadline moves to
   the next working day, 2024-07-01 (Civil Code
   2015, article 148.5)
   (thanh-xuan-2024/plan.yaml:31)

State
Status  overdue
Late    1 day
With    Phòng Nội vụ
        Phòng Tài chính - Kế hoạch
Title   Phê duyệt các khoản thu thỏa thuận của các
        trường MN, TH, THCS công lập
        (thanh-xuan-2024/phu-luc-02.yaml:10)

"#]]
    );
}

#[test]
fn colours_change_nothing_but_colours() {
    for document in
        [samples::status(), samples::overdue(), samples::schedule(), samples::why(), samples::hostile()]
    {
        for width in [20, 80, 160] {
            let options = Options { width, color: true, ..Options::default() };
            let colored = render(&document, Format::Text, &options);
            assert!(colored.contains("\u{1b}[1m"));
            assert_eq!(bare(&colored), text(&document, Lang::Vi, width));
        }
    }
}

#[test]
fn both_unicode_forms_stand_in_line() {
    let printed = text(&samples::overdue(), Lang::Vi, 120);
    let column = |word: &str| {
        let line = printed.lines().find(|line| line.contains(word)).unwrap();
        line[..line.find(word).unwrap()].width()
    };
    assert_eq!(column("30/04/2024"), column("31/05/2024"));
    assert_eq!(column("30/04/2024"), column("30/06/2024"));
}

#[test]
fn hostile_words_neither_steer_nor_break_a_line() {
    let document = samples::hostile();
    for width in [0, 1, 20, 33, 40, 80, 120, 200, 70_000] {
        let printed = text(&document, Lang::Vi, width);
        assert_eq!(printed.chars().find(|c| steers(*c)), None);
        assert!(printed.contains("␛[2J␛]0;pwned␇"));
        fits(&printed, width.max(40));
    }
}

#[test]
fn an_empty_table_prints_its_header() {
    let mut document = Document::new(Message::fixed("Không có gì", "Nothing"));
    document
        .blocks
        .push(Block::Table(Table::new(vec![Column::title(Message::fixed("Nội dung", "Title"), "title")])));
    document.blocks.push(Block::Table(Table::default()));
    document.blocks.push(Block::Facts(Vec::new()));
    document.blocks.push(Block::Steps(Vec::new()));
    for format in Format::ALL {
        render(&document, format, &Options::default());
    }
    assert!(text(&document, Lang::Vi, 80).contains("Nội dung\n────────\n"));
}

fn fits(printed: &str, width: usize) {
    for line in printed.lines() {
        assert!(line.width() <= width, "{} > {width}: {line:?}", line.width());
    }
}

/// The text without its colours, nor spaces at the ends of lines.
fn bare(colored: &str) -> String {
    let mut out = String::new();
    let mut rest = colored;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        out.push_str(before);
        rest = after.split_once('m').unwrap().1;
    }
    out.push_str(rest);
    out.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

fn cell() -> impl Strategy<Value = Cell> {
    let words = prop_oneof![
        "[a-zđêữ ]{0,40}",
        "\\PC{0,30}",
        any::<String>(),
        prop::sample::select(&samples::HOSTILE[..]).prop_map(str::to_owned),
    ];
    prop_oneof![
        Just(Cell::Empty),
        words.clone().prop_map(Cell::Text),
        prop::collection::vec(words, 0..3).prop_map(Cell::List),
        any::<u64>().prop_map(Cell::Count),
        any::<i64>().prop_map(Cell::Days),
        any::<f64>().prop_map(|share| Cell::Percent(Some(share % 1000.0))),
        any::<f64>().prop_map(|share| Cell::Bar(Some(share))),
        Just(Cell::Date(samples::day(2024, 6, 30))),
    ]
}

fn row() -> impl Strategy<Value = Row> {
    let cells = || prop::collection::vec(cell(), 0..9);
    prop_oneof![
        4 => cells().prop_map(Row::Body),
        1 => cells().prop_map(Row::Total),
        1 => ("\\PC{0,8}", "\\PC{0,60}").prop_map(|(mark, title)| Row::Group { mark, title: same(&title) }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_is_wider_than_the_terminal(
        rows in prop::collection::vec(row(), 0..8),
        headers in prop::collection::vec(("\\PC{0,20}", 0..4u8), 1..9),
        width in 40..160usize,
    ) {
        let columns = headers.into_iter().map(|(header, kind)| match kind {
            0 => Column::title(same(&header), "title"),
            1 => Column::figures(same(&header), "figures").tone(Tone::Bad),
            2 => Column::words(same(&header), "words").hide_if_all_zero(),
            _ => Column::words(same(&header), "words"),
        });
        let mut document = Document::new(same("Kế hoạch")).as_of(samples::day(2024, 7, 1));
        document.blocks.push(Block::Table(Table { rows, ..Table::new(columns.collect()) }));
        let printed = text(&document, Lang::Vi, width);
        fits(&printed, width);
        prop_assert_eq!(printed.chars().find(|c| steers(*c)), None);
        let options = Options { width, color: true, ..Options::default() };
        prop_assert_eq!(bare(&render(&document, Format::Text, &options)), printed);
    }
}
