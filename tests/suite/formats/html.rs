//! HTML.

use plan::language::Lang;
use plan::render::DocumentFormat;
use snapbox::{assert_data_eq, str};

use crate::formats::{composed, page, samples};
use crate::support::answers::year;
use crate::support::letters::steers;

#[test]
fn overdue_as_html() {
    let html = composed(&page(&samples::overdue(), DocumentFormat::Html, Lang::Vi));
    let (head, body) = html.split_once("<body>").unwrap();
    assert!(head.starts_with("<!DOCTYPE html><html lang=\"vi\"><head><meta charset=\"utf-8\">"));
    let body = body.split("<script>").next().unwrap();
    assert_data_eq!(
        body.replace("<tr", "\n<tr").replace("<td", "\n  <td").replace("<th ", "\n  <th "),
        str![[r##"
<div class="wide"><h1>Việc quá hạn</h1><p class="subtitle">Tính đến ngày 01/07/2024</p><table class="grid" border="1" cellspacing="0" cellpadding="4" width="100%"><thead>
<tr bgcolor="#f2f2f2">
  <th scope="col" width="6%">Quá hạn (ngày)</th>
  <th scope="col" width="5%">Ngày làm việc</th>
  <th scope="col" width="6%">Số hiệu</th>
  <th scope="col" width="36%">Nội dung</th>
  <th scope="col" width="19%">Đơn vị</th>
  <th scope="col" width="6%">Kỳ</th>
  <th scope="col" width="10%">Hạn</th>
  <th scope="col" width="7%">Trạng thái</th></tr></thead><tbody>
<tr class="row" valign="top">
  <td align="right" nowrap class="number" data-head="Quá hạn (ngày)">62</td>
  <td align="right" nowrap class="number" data-head="Ngày làm việc">43</td>
  <td sdnum="1066;0;@" data-head="Số hiệu">PL2-06</td>
  <td sdnum="1066;0;@" data-head="Nội dung">Gặp mặt động viên, tặng quà thương binh và con thương binh, liệt sĩ</td>
  <td sdnum="1066;0;@" data-head="Đơn vị">Phòng Lao động - Thương binh và Xã hội</td>
  <td sdnum="1066;0;@" data-head="Kỳ"></td>
  <td sdnum="1066;0;@" nowrap class="short" data-head="Hạn">30/04/2024</td>
  <td sdnum="1066;0;@" data-head="Trạng thái"><span class="bad">quá hạn</span></td></tr>
<tr class="row" valign="top">
  <td align="right" nowrap class="number" data-head="Quá hạn (ngày)">31</td>
  <td align="right" nowrap class="number" data-head="Ngày làm việc">22</td>
  <td sdnum="1066;0;@" data-head="Số hiệu">PL2-14</td>
  <td sdnum="1066;0;@" data-head="Nội dung">Báo cáo kết quả tuyển sinh trực tuyến</td>
  <td sdnum="1066;0;@" data-head="Đơn vị">Phòng Giáo dục và Đào tạo quận</td>
  <td sdnum="1066;0;@" data-head="Kỳ"></td>
  <td sdnum="1066;0;@" nowrap class="short" data-head="Hạn">31/05/2024</td>
  <td sdnum="1066;0;@" data-head="Trạng thái"><span class="bad">quá hạn</span></td></tr>
<tr class="row" valign="top">
  <td align="right" nowrap class="number" data-head="Quá hạn (ngày)">1</td>
  <td align="right" nowrap class="number" data-head="Ngày làm việc">1</td>
  <td sdnum="1066;0;@" data-head="Số hiệu">PL2-07</td>
  <td sdnum="1066;0;@" data-head="Nội dung">Phê duyệt các khoản thu thỏa thuận của các trường MN, TH, THCS công lập</td>
  <td sdnum="1066;0;@" data-head="Đơn vị">UBND phường Hạ Đình</td>
  <td sdnum="1066;0;@" data-head="Kỳ">Quý II</td>
  <td sdnum="1066;0;@" nowrap class="short" data-head="Hạn">30/06/2024</td>
  <td sdnum="1066;0;@" data-head="Trạng thái"><span class="bad">quá hạn</span></td></tr>
<tr class="row" valign="top">
  <td align="right" nowrap class="number" data-head="Quá hạn (ngày)">1</td>
  <td align="right" nowrap class="number" data-head="Ngày làm việc">1</td>
  <td sdnum="1066;0;@" data-head="Số hiệu">PL2-02</td>
  <td sdnum="1066;0;@" data-head="Nội dung">Giao ban với chủ các nhóm lớp mầm non độc lập 漢字</td>
  <td sdnum="1066;0;@" data-head="Đơn vị">UBND phường Hạ Đình</td>
  <td sdnum="1066;0;@" data-head="Kỳ">Quý II</td>
  <td sdnum="1066;0;@" nowrap class="short" data-head="Hạn">30/06/2024</td>
  <td sdnum="1066;0;@" data-head="Trạng thái"><span class="bad">quá hạn</span></td></tr></tbody></table></div>
"##]]
    );
}

#[test]
fn nothing_in_a_page_runs_or_loads() {
    let html = page(&samples::hostile(), DocumentFormat::Html, Lang::En);
    // One script sorts and searches; a browser runs it and no other.
    assert!(html.contains("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"));
    let (before, script) = html.split_once("<script>").unwrap();
    let (script, after) = script.split_once("</script>").unwrap();
    assert_eq!(script, include_str!("../../../src/render/html/page.js"));
    let html = format!("{before}{after}");
    let lower = html.to_lowercase();
    for tag in ["<script", "<img", "<a ", "<link", "<iframe", "<!-- ", " src=\"", "url("] {
        assert!(!lower.contains(tag), "{tag}");
    }
    assert_eq!(html.matches("</table>").count(), html.matches("<table").count());
    assert_eq!(html.chars().find(|c| steers(*c)), None);
}

#[test]
fn no_cell_of_a_page_is_a_formula() {
    let html = page(&samples::hostile(), DocumentFormat::Html, Lang::Vi);
    let (_, html) = html.split_once("<body>").unwrap();
    for (at, _) in html.match_indices(['=', '@', '＝']) {
        let (before, _) = html.split_at(at);
        let Some(tag) = before.strip_suffix('>').and_then(|before| before.rfind('<').map(|at| &before[at..]))
        else {
            continue;
        };
        assert!(
            tag.starts_with("<td sdnum=\"1066;0;@\"") || tag == "<b" || tag.starts_with("<title"),
            "{tag}"
        );
    }
}

#[test]
fn a_page_for_word_has_the_groups_and_nothing_says_so_in_words() {
    let page = year(&["overdue", "--by", "unit", "-f", "html"], "30/9/2025").out;
    for words in ["Việc quá hạn", "Tính đến ngày 30/09/2025", "UBND phường Hoa Huệ (1 việc)"]
    {
        assert!(page.contains(words), "{words} in {page}");
    }
    let page = year(&["overdue", "-f", "html", "unit:phong-y-te"], "30/9/2025").out;
    assert!(page.contains("Không có việc nào quá hạn") && !page.contains("<table"), "{page}");
}
