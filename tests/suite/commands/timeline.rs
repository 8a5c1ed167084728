//! `plan timeline`: a bar per work item.

use crate::support::answers::{answer, ask_of, year};
use crate::support::package::elements;
use crate::support::snapshot::assert_printed;

/// An extended row, a late one, one done late, one that goes on always, one that is dropped.
const PLAN: &str = "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2026\n\
    units: [{id: a, name: Phòng A, kind: x}]\n\
    tasks:\n  - {id: gia-han, title: Gia hạn, lead: a, due: 31/3/2026}\n  - {id: cham, title: Chậm, lead: a, due: 31/3/2026}\n  \
    - {id: xong, title: Xong muộn, lead: a, due: 31/1/2026}\n  - {id: luon, title: Luôn luôn, lead: a, due: thường xuyên}\n  \
    - {id: thoi, title: Thôi, lead: a, due: 30/6/2026}\n\
    progress: [{item: xong, date: 28/2/2026, state: done, evidence: E}]\n\
    changes:\n  - {item: gia-han, date: 1/3/2026, due: 30/9/2026, by: Công văn số 1}\n  \
    - {item: thoi, date: 1/3/2026, dropped: true, by: Công văn số 2}\n";

/// Returns the bar of an item in the text.
fn bar(page: &str, id: &str, columns: usize) -> String {
    let line = page.lines().find(|line| line.starts_with(id)).unwrap();
    let letters: Vec<char> = line.chars().collect();
    let used = 100 - columns;
    letters.get(used..).unwrap_or_default().iter().collect()
}

#[test]
fn the_timeline_of_a_ward_looks_like_this() {
    assert_printed("timeline", &year(&["timeline", "unit:phuong-hoa-hue", "--by", "unit"], "30/9/2025"));
}

#[test]
fn bars_show_what_is_done_late_extended_and_dropped() {
    let page = answer(ask_of(PLAN, &["timeline", "--as-of", "31/5/2026", "--width", "100"]));
    assert!(page.lines().all(|line| line.chars().count() <= 100), "{page}");
    let signs = |id: &str| {
        let mut signs: Vec<char> = bar(&page, id, 40).chars().filter(|c| *c != ' ' && *c != '│').collect();
        signs.dedup();
        signs.into_iter().collect::<String>()
    };
    assert_eq!(signs("gia-han"), "▒◇▒", "{page}");
    assert_eq!(signs("cham"), "▒▚", "{page}");
    assert_eq!(signs("xong"), "█▚", "{page}");
    assert_eq!(signs("luon"), "┄", "{page}");
    assert_eq!(signs("thoi"), "░", "{page}");
    // A quarter of the year is 10 of 40 columns; the day is at five twelfths.
    assert_eq!(bar(&page, "cham", 40).chars().filter(|c| *c == '▒').count(), 10, "{page}");
    assert!(page.contains("T1") && page.contains("T11"), "{page}");
}

#[test]
fn each_grouping_and_scale_is_asked_for_by_name() {
    let groups = |by: &str| {
        let json = year(&["timeline", "--by", by, "-f", "json"], "30/9/2025").json();
        assert_eq!(json["schema"], "plan.timeline/1");
        let groups = json["groups"].as_array().unwrap();
        let items: usize = groups.iter().map(|group| group["items"].as_array().unwrap().len()).sum();
        assert_eq!(items, 76, "{by}: each work item once");
        groups.iter().map(|group| group["title"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        groups("section"),
        ["Chỉ đạo, điều hành", "Chuyên môn", "Cơ sở vật chất, an toàn", "Đội ngũ, phổ cập"]
    );
    assert!(groups("unit").contains(&"UBND phường Hoa Huệ".to_owned()));
    assert!(groups("task").contains(&"Ngày hội STEM".to_owned()));
    for (scale, mark) in [("quarter", "Q.IV"), ("month", "T12"), ("week", "29/12")] {
        let page = answer(year(&["timeline", "--scale", scale, "-f", "html"], "30/9/2025"));
        assert!(page.contains(&format!(">{mark}</text>")), "{scale}");
    }
}

#[test]
fn the_drawing_is_one_image_with_a_row_for_each_item() {
    let image = answer(year(&["timeline", "-f", "svg"], "30/9/2025"));
    let names = elements(&image, "svg");
    assert_eq!(names[0], "svg");
    assert_eq!(names.iter().filter(|name| *name == "title").count(), 76, "every bar says its days");
    assert!(image.contains("stroke-dasharray") && image.contains("#b00020"), "the day, and late work in red");
    assert!(!image.contains("href") && !image.contains("url(") && !image.contains("<script"));
    assert_eq!(image, answer(year(&["timeline", "-f", "svg"], "30/9/2025")), "equal input gives equal bytes");
}

#[test]
fn every_row_of_the_page_has_its_own_drawing() {
    let page = answer(year(&["timeline", "-f", "html"], "30/9/2025"));
    let rows: Vec<&str> = page.split("<tr class=\"row\"").skip(1).collect();
    assert_eq!(rows.len(), 76);
    for row in rows {
        let row = row.split("</tr>").next().unwrap();
        assert!(row.contains("<td class=\"bars\"><svg"), "{row}");
    }
}

#[test]
fn other_formats_give_the_days() {
    let csv = answer(ask_of(PLAN, &["timeline", "-f", "csv", "--lang", "en", "--as-of", "31/5/2026"]));
    assert!(csv.contains("gia-han,Gia hạn,,Phòng A,2026-01-01,2026-03-31,2026-09-30,"), "{csv}");
    let none = ask_of(PLAN, &["timeline", "status:upcoming", "--as-of", "31/5/2026"]);
    assert_eq!((none.code, none.out.as_str(), none.err.as_str()), (0, "", "Không có việc nào.\n"));
}
