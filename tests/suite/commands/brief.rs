//! `plan brief`: five figures and ten lines.

use crate::support::answers::{answer, year};
use crate::support::snapshot::assert_printed;

#[test]
fn the_page_at_the_top_reads_like_this() {
    assert_printed("brief", &year(&["brief"], "31/12/2025"));
}

#[test]
fn its_figures_are_those_of_the_status_table() {
    let day = "30/9/2025";
    let json = year(&["brief", "-f", "json"], day).json();
    assert_eq!(json["schema"], "plan.brief/1");
    let status = year(&["status", "-f", "json", "--since", "31/8/2025"], day).json();
    assert_eq!((&json["total"], &json["since"]), (&status["total"], &status["since"]));
    let count = |ran: crate::support::program::Ran| ran.json()["items"].as_array().unwrap().len();
    assert_eq!(json["due_within_14_days"], count(year(&["upcoming", "--within", "14d", "-f", "json"], day)));
    assert_eq!(json["newly_overdue"], status["since"]["newly_overdue"].as_array().unwrap().len());
    let page = answer(year(&["brief", "--width", "1000"], day));
    let (total, tasks) = (&status["total"], &status["tasks"]);
    assert_eq!(&json["tasks"], tasks);
    let done = total["done_on_time"].as_u64().unwrap() + total["done_late"].as_u64().unwrap();
    let share = |name: &str| total[name].to_string().replace('.', ",");
    let two = |figure: &serde_json::Value| format!("{:02}", figure.as_u64().unwrap());
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for line in [
        format!(
            "- Nhiệm vụ đã hoàn thành: {}/{} (theo việc: {done}/{} việc, đạt {}%",
            two(&tasks["done"]),
            tasks["total"],
            total["total"],
            share("completion_pct")
        ),
        format!(
            "- Nhiệm vụ quá hạn: {} ({} việc, chiếm {}%",
            two(&tasks["late"]),
            two(&total["overdue"]),
            share("overdue_pct")
        ),
    ] {
        assert!(words.contains(&line), "{line} in {words}");
    }
    let late = year(&["status", "--by", "unit", "-f", "json"], day).json();
    let late = late["groups"].as_array().unwrap().iter().filter(|unit| unit["overdue"] != 0).count();
    assert!(page.contains(&format!("- Đơn vị có việc quá hạn: {late:02} đơn vị")), "{page}");
    assert_eq!(json["late_units"].as_array().unwrap().len(), late);
}

#[test]
fn it_is_lines_that_fit_a_messenger_and_a_screen() {
    for day in ["31/3/2025", "31/12/2025"] {
        let page = answer(year(&["brief"], day));
        assert!(!page.contains('─') && !page.contains("   "), "{page}");
        assert!(page.lines().count() <= 50, "{page}");
    }
}

#[test]
fn a_group_is_no_unit_that_has_not_reported() {
    let json = year(&["brief", "-f", "json"], "30/9/2025").json();
    assert_eq!(json["silent_units"].as_array().unwrap().len(), 0, "{json}");
    let before = year(&["brief", "-f", "json", "--known", "28/2/2025"], "31/3/2025").json();
    let silent = before["silent_units"].as_array().unwrap();
    assert!(silent.iter().any(|unit| unit == "UBND phường Hoa Huệ"), "{silent:?}");
    assert!(!silent.iter().any(|unit| unit == "UBND 05 phường"), "{silent:?}");
}
