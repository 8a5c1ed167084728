//! `plan calendar`: days off, days of work and school years.

use crate::support::answers::ask_in;
use crate::support::folder::folder;
use crate::support::samples::DAYS_OFF;

#[test]
fn a_calendar_has_the_days_off_and_the_school_years_of_the_plan() {
    let folder = folder(DAYS_OFF);
    let json = ask_in(folder.path(), &["calendar", "-f", "json"]).json();
    assert_eq!(
        (&json["schema"], &json["year"], &json["known"]),
        (&"plan.calendar/1".into(), &2026.into(), &true.into())
    );
    let of = |date: &str| json["days"].as_array().unwrap().iter().find(|day| day["date"] == date).unwrap();
    for (date, kind, name) in [
        ("2026-04-03", "holiday", "Ngày truyền thống"),
        ("2026-04-11", "workday", "làm bù cho 3/4"),
        ("2026-04-27", "in-lieu", "nghỉ bù Giỗ Tổ"),
        ("2026-01-02", "swapped-off", "nghỉ hoán đổi"),
    ] {
        assert_eq!((&of(date)["kind"], &of(date)["name"]), (&kind.into(), &name.into()), "{date}");
    }
    assert_eq!(
        json["school_years"],
        serde_json::json!([{
            "year": "2026-2027", "from": "2026-09-05", "term1_ends": "2027-01-15",
            "term2_ends": "2027-05-25", "to": "2027-05-31",
        }])
    );
    let page = ask_in(folder.path(), &["calendar", "2027", "--lang", "en"]).out;
    assert!(page.contains("2026-2027    2026-09-05  2027-01-15   2027-05-25    2027-05-31"), "{page}");
    let page = ask_in(folder.path(), &["calendar", "2031"]).out;
    assert!(page.contains("Chưa biết đủ ngày nghỉ lễ năm 2031: chỉ tính"), "{page}");
    assert!(page.contains("Cả năm             252        113\n") && !page.contains("Năm học"), "{page}");
}

#[test]
fn a_year_or_a_plan_that_is_not_there_is_named() {
    let folder = folder(DAYS_OFF);
    for (arguments, told) in [
        (
            &["calendar", "--plan", "khac-han-the", "--lang", "en"][..],
            "error: there is no plan \"khac-han-the\"\n",
        ),
        (&["calendar", "1800"], "lỗi: \"1800\" không phải là một năm trong 1900–2999\n"),
        (&["calendar", "nay", "--lang", "en"], "error: \"nay\" is not a year of 1900–2999\n"),
    ] {
        let ran = ask_in(folder.path(), arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.starts_with(told), "{arguments:?}\n{}", ran.err);
    }
    // The days of a plan with errors are not known.
    std::fs::write(folder.path().join("p.plan.yaml"), DAYS_OFF.replace("lead: a,", "lead: b,")).unwrap();
    let ran = ask_in(folder.path(), &["calendar"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("bỏ qua kế hoạch \"p\""), "{}", ran.err);
}
