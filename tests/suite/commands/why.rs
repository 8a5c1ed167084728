//! `plan why`: the account of a work item.

use std::fs;

use snapbox::{assert_data_eq, str};

use crate::support::answers::{answer, refused};
use crate::support::program::plan_in;
use crate::support::samples::QUARTERS;

#[test]
fn the_sentence_comes_first_then_the_steps() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("p.plan.yaml"), QUARTERS).unwrap();
    let why = |arguments: &[&str]| {
        let fixed = ["--plans", ".", "--as-of", "2/7/2024"];
        plan_in(folder.path(), &["why"].iter().chain(arguments).chain(&fixed).copied().collect::<Vec<_>>())
    };
    let sentence = "PL2-07, Quý II: hạn 30/6/2024 (Chủ nhật) → 01/7/2024 (BLDS 2015, Điều 148); chưa có báo cáo; \
                    đến 02/7/2024 quá hạn 01 ngày.";
    let json = why(&["PL2-07", "--period", "2024-Q2", "-f", "json"]).json();
    assert_eq!(json["schema"], "plan.why/1");
    assert_eq!(json["items"].as_array().unwrap().len(), 1);
    assert_eq!(json["items"][0]["sentence"], sentence);
    assert_eq!(json["items"][0]["key"], "p/PL2-07/a/2024-Q2");
    assert_eq!(json["items"][0]["steps"][0]["place"], serde_json::json!({"file": "p.plan.yaml", "line": 12}));
    let steps = json["items"][0]["steps"].as_array().unwrap();
    let about: Vec<&str> = steps.iter().map(|step| step["about"].as_str().unwrap()).collect();
    assert_eq!(about, ["words", "reading", "rolling", "report", "status"]);
    assert_data_eq!(
        answer(why(&["PL2-07", "--period", "Quý II"])),
        str![[r#"
p/PL2-07/a/2024-Q2: Giao ban quý · Tính đến ngày 02/07/2024

PL2-07, Quý II: hạn 30/6/2024 (Chủ nhật) → 01/7/2024 (BLDS 2015, Điều 148); chưa
có báo cáo; đến 02/7/2024 quá hạn 01 ngày.

1. thời hạn ghi “01 lần/quý”  (p.plan.yaml:12)
2. hiểu là Quý II: từ 01/04/2024 đến hết 30/06/2024
3. 30/06/2024 là ngày nghỉ (Chủ nhật): thời hạn kết thúc vào ngày làm việc tiếp
   theo, 01/07/2024 (BLDS 2015, Điều 148 khoản 5)
4. chưa có báo cáo
5. đến 02/07/2024: quá hạn 01 ngày (01 ngày làm việc)

"#]]
    );
    assert_data_eq!(
        answer(why(&["p/PL2-07/a/2024-Q2", "--lang", "en", "-f", "markdown"])),
        str![[r#"
# p/PL2-07/a/2024-Q2: Giao ban quý

As of 2024-07-02

PL2-07, Q2: due 2024-06-30 (Sunday) → 2024-07-01 (Civil Code 2015, Article 148); no report; 1 day overdue on 2024-07-02.

1. the deadline reads “01 lần/quý” (p.plan.yaml:12)
2. read as Q2: from 2024-04-01 to 2024-06-30
3. 2024-06-30 is a day off (Sunday): the term ends with the next working day, 2024-07-01 (Civil Code 2015, Article 148(5))
4. no report
5. on 2024-07-02: overdue 1 day (1 working day)

"#]]
    );

    // Of several, a sentence each; the steps only with -v.
    let count = |arguments: &[&str]| why(arguments).json()["items"].as_array().unwrap().len();
    assert_eq!(count(&["PL2-08", "-f", "json"]), 8);
    assert_eq!(count(&["PL2-08", "--unit", "b", "-f", "json"]), 4);
    assert_eq!(count(&["PL2-08", "--period", "2024-Q2", "--period", "2024-Q3", "-f", "json"]), 4);
    assert_eq!(count(&["PL2-08", "--unit", "b", "--period", "2024-Q2", "-f", "json"]), 1);
    assert_eq!(count(&["p/PL2-08/b", "-f", "json"]), 4);
    assert_eq!(count(&["T", "-f", "json"]), 12);
    let short = answer(why(&["PL2-08", "--unit", "b"]));
    assert!(
        short.contains("1. PL2-08, Quý I, Đơn vị B: hạn 31/3/2024") && !short.contains("hiểu là"),
        "{short}"
    );
    let long = why(&["PL2-08", "--unit", "b", "-v"]);
    assert!(long.out.contains("p/PL2-08/b/2024-Q1\n") && long.out.contains("hiểu là Quý II"), "{}", long.out);
    assert!(refused(&why(&["PL2-08", "--unit", "c"])).starts_with("lỗi[unknown-name]"));
}
