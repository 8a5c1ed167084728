//! The columns of a plan's own in every answer.

use serde_json::json;

use crate::support::folder::folder_of;
use crate::support::program::{Ran, plan, plan_in};

fn own(arguments: &[&str]) -> Ran {
    let common = ["--plans", "examples/cot-rieng", "--as-of", "1/7/2026", "--lang", "en"];
    let ran = plan(&[arguments, &common].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}: {}", ran.out);
    ran
}

#[test]
fn lists_print_them_behind_the_others() {
    snapbox::assert_data_eq!(
        own(&["list"]).out,
        snapbox::str![[r#"
Work items · As of 2026-07-01
Kế hoạch xây dựng nông thôn mới nâng cao năm 2026 của xã Minh Họa

ID     Title
                                        Budget
                                      (million Accepted
Unit          Deadline   Status          dong) on         Supervisor   Place
────────────────────────────────────────────────────────────────────────────────
PL2-01 Lắp đèn thôn Đông
Phòng Kinh tế 2026-06-29 done on time    715.5 2026-06-25 Ban Thường   thôn Đông
xã Minh Họa                                               trực Ủy ban
                                                          MTTQ xã Minh
                                                          Họa

PL2-02 Lắp đèn thôn Đoài
Phòng Kinh tế 2026-09-29 on track          550            Ban Thường   thôn Đoài
xã Minh Họa                                               trực Ủy ban
                                                          MTTQ xã Minh
                                                          Họa

I-2    Sửa nhà văn hóa
Phòng Kinh tế 2026-09-30 on track        480.5            Ban Thường   thôn Đông
xã Minh Họa                                               trực Ủy ban
                                                          MTTQ xã Minh
                                                          Họa

I-3    Vận động Nhân dân hiến đất mở đường
Phòng Kinh tế            continuous
xã Minh Họa

4 items in all.

"#]]
    );
    // Columns without a value in the table are left out for readers.
    let head = own(&["list", "id:I-3"]).out;
    assert!(!head.contains("Budget") && !head.contains("Place"), "{head}");
    for command in
        [&["overdue", "--as-of", "1/11/2026"][..], &["upcoming", "--within", "6m", "--as-of", "1/7/2026"]]
    {
        let ran =
            plan(&[command, &["--plans", "examples/cot-rieng", "--lang", "en", "-f", "markdown"]].concat());
        let head =
            ran.out.lines().find(|line| line.starts_with("| ID")).unwrap_or_else(|| panic!("{}", ran.out));
        assert!(head.ends_with("| Supervisor | Place |"), "{command:?}: {head}");
        assert!(head.contains("| Budget (million dong) |"), "{command:?}: {head}");
    }
}

#[test]
fn the_annexes_print_them_as_the_plan_states_them() {
    let rows = own(&["schedule", "-f", "markdown"]).out;
    assert!(rows.contains("| Budget (million dong) |"), "{rows}");
    // Reported is 715,5; stated is 700.
    assert!(rows.contains("| 700 |") && !rows.contains("715"), "{rows}");
    assert!(!rows.contains("Accepted on"), "{rows}");
    let targets = own(&["targets", "-f", "markdown"]).out;
    assert!(targets.contains("| Place |") && targets.contains("| các thôn |"), "{targets}");
    assert!(!targets.contains("Budget"), "{targets}");
}

#[test]
fn csv_has_them_last_under_their_keys() {
    let csv = own(&["list", "-f", "csv"]).out;
    let mut lines = csv.lines();
    assert!(lines.next().unwrap().ends_with(",place,x-kinh-phi,x-nghiem-thu,x-giam-sat,x-thon"), "{csv}");
    let row = lines.find(|line| line.contains("PL2-01")).unwrap();
    assert!(row.ends_with(",715.5,2026-06-25,Ban Thường trực Ủy ban MTTQ xã Minh Họa,thôn Đông"), "{row}");
    let only = own(&["list", "-f", "csv", "--columns", "id,X-Kinh-Phi", "--sort", "-x-kinh-phi"]).out;
    assert_eq!(only, "id,x-kinh-phi\nPL2-01,715.5\nPL2-02,550\nI-2,480.5\nI-3,\n");
    let vi = plan(&[
        "list",
        "-f",
        "csv",
        "--columns",
        "id,x-kinh-phi,x-nghiem-thu",
        "--plans",
        "examples/cot-rieng",
        "--as-of",
        "1/7/2026",
    ]);
    assert_eq!(
        vi.out.lines().take(2).collect::<Vec<_>>(),
        ["Mã,Kinh phí (triệu đồng),Ngày nghiệm thu", "PL2-01,\"715,5\",25/06/2026"]
    );
}

#[test]
fn json_has_them_under_own() {
    let items = own(&["list", "-f", "json"]).json();
    assert_eq!(
        items["items"][0]["own"],
        json!({"x-kinh-phi": 715.5, "x-nghiem-thu": "2026-06-25", "x-giam-sat": "mttq", "x-thon": "thôn Đông"})
    );
    assert_eq!(
        items["items"][3]["own"],
        json!({"x-kinh-phi": null, "x-nghiem-thu": null, "x-giam-sat": null, "x-thon": null})
    );
    let rows = own(&["schedule", "-f", "json"]).json();
    assert_eq!(rows["rows"][0]["own"]["x-kinh-phi"], json!(700.0));
    let targets = own(&["targets", "-f", "json"]).json();
    assert_eq!(targets["targets"][0]["own"]["x-thon"], json!("các thôn"));
    let page = own(&["show", "PL2-01", "-f", "json"]).json();
    let thing = &page["things"][0];
    assert_eq!(thing["own"]["x-kinh-phi"], json!(700.0));
    assert_eq!(thing["occurrences"][0]["own"]["x-kinh-phi"], json!(715.5));
    assert_eq!(thing["reports"][1]["own"]["x-nghiem-thu"], json!("2026-06-25"));
    assert_eq!(thing["reports"][1]["own"]["x-kinh-phi"], json!(null));
    let plan = own(&["show", "cot-rieng", "-f", "json"]).json();
    assert_eq!(
        plan["things"][0]["columns"][1],
        json!({"key": "x-nghiem-thu", "title": "Ngày nghiệm thu", "title_en": "Accepted on", "type": "day", "form": true})
    );
}

#[test]
fn pages_tell_them() {
    snapbox::assert_data_eq!(
        own(&["show", "PL2-01", "--width", "110"]).out,
        snapbox::str![[r#"
cot-rieng/PL2-01: Lắp đèn thôn Đông · As of 2026-07-01

Kind                   row of the schedule  (cot-rieng.plan.yaml:39)
Task                   I-1: Lắp đèn đường  (cot-rieng.plan.yaml:33)
Section                I: Hạ tầng
Lead                   Phòng Kinh tế xã Minh Họa (phong-kinh-te) – the plan's default
With                   UBND xã Minh Họa (ubnd-xa) – default of section I
Deadline               trước ngày 30/6  (cot-rieng.plan.yaml:39)
Read as                trước ngày 30/6
Output                 Biên bản nghiệm thu – default of section I
Budget (million dong)  700
Supervisor             Ban Thường trực Ủy ban MTTQ xã Minh Họa
Place                  thôn Đông
Summary                1 work item: 1 done on time

Occurrences
Deadline    Status           %  Done        Budget (million dong)  Accepted on
──────────────────────────────────────────────────────────────────────────────
2026-06-29  done on time  100%  2026-06-26                  715.5  2026-06-25

Reports
1. 2026-06-20: started, 90%; Budget (million dong): 715.5  (cot-rieng.plan.yaml:44)
2. 2026-06-26: done; evidence: Biên bản nghiệm thu ngày 25/6/2026; Accepted on: 2026-06-25
   (cot-rieng.plan.yaml:45)

"#]]
    );
    let task = own(&["show", "I-1"]).out;
    assert!(task.contains("Budget (million dong)  1250"), "{task}");
    let plan = own(&["show", "cot-rieng"]).out;
    assert!(plan.contains("x-giam-sat: Supervisor"), "{plan}");
    let target = own(&["show", "CT-01"]).out;
    assert!(target.contains("các thôn"), "{target}");
}

#[test]
fn a_column_that_no_plan_declares_is_a_mistake() {
    let ran = plan(&["list", "--columns", "id,x-kinh-phy", "--plans", "examples/cot-rieng", "--lang", "en"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("--columns: there is no column \"x-kinh-phy\""), "{}", ran.err);
    assert!(ran.err.contains("x-kinh-phi"), "{}", ran.err);
    let ran = plan(&["list", "--sort", "-x-khac", "--plans", "examples/cot-rieng", "--lang", "en"]);
    assert_eq!(ran.code, 2);
}

/// Tables of several plans have the columns of all of them, so that CSV stays one table.
#[test]
fn several_plans_share_one_csv() {
    let plan = |id: &str, columns: &str, own: &str| {
        format!(
            "format: 1\nplan: {id}\ntitle: K\nperiod: 2026\ncolumns: [{columns}]\nunits: [{{id: a, name: A, kind: k}}]\n\
             tasks: [{{id: T, title: T, lead: a, due: tháng 9, {own}}}]\n"
        )
    };
    let folder = folder_of(&[
        (
            "a.plan.yaml",
            &plan("a", "{key: x-a, title: A}, {key: x-b, title: B, type: number}", "x-a: =1+1, x-b: 1.000"),
        ),
        ("b.plan.yaml", &plan("b", "{key: x-c, title: C}, {key: x-a, title: Khác}", "x-c: c")),
    ]);
    let ran = plan_in(folder.path(), &["schedule", "--plans", ".", "-f", "csv", "--lang", "en"]);
    assert_eq!(
        ran.out,
        "plan,no,id,title,lead,with,to,due_text,output,x-a,x-b,x-c\n\
         a,1,T,T,A,,,tháng 9,,'=1+1,1000,\n\
         b,1,T,T,A,,,tháng 9,,,,c\n"
    );
}

#[test]
fn annexes_sort_by_the_columns_of_a_plan() {
    let ids = |sort: &str| {
        let csv = own(&["schedule", "-f", "csv", "--sort", sort]).out;
        let column = |line: &str| line.split(',').nth(2).unwrap().to_owned();
        csv.lines().skip(1).map(column).collect::<Vec<_>>()
    };
    // Numbers by their value, units and places by their names, what has none last in either direction.
    assert_eq!(ids("x-kinh-phi"), ["I-2", "PL2-02", "PL2-01", "I-3"]);
    assert_eq!(ids("-X-Kinh-Phi"), ["PL2-01", "PL2-02", "I-2", "I-3"]);
    assert_eq!(ids("-x-thon,-id"), ["PL2-01", "I-2", "PL2-02", "I-3"]);
    assert_eq!(own(&["targets", "--sort", "x-thon"]).code, 0);
    for (command, key) in [("schedule", "x-kinh-phy"), ("targets", "x-kinh-phy"), ("units", "x-kinh-phi")] {
        let ran = plan(&[command, "--sort", key, "--plans", "examples/cot-rieng", "--lang", "en"]);
        assert_eq!(ran.code, 2, "{command}");
        assert!(ran.err.contains(&format!("--sort: there is no column \"{key}\"")), "{}", ran.err);
    }
}
