//! The account of a work item: the sentence, and the steps with their locations.

use plan::date::AsOf;
use plan::language::Lang;
use plan::model::Plan;
use plan::status::{StepKind, evaluate, evaluate_all, why};

use crate::support::plans::{self, day, item, work_item};

const HEAD: &str = "sections: [{id: I, title: Một}]
units:
  - {id: phong-gddt, name: Phòng GDĐT, kind: phong}
  - {id: phong-noi-vu, name: Phòng Nội vụ, kind: phong}
  - {id: a, name: Phường A, kind: phuong, until: 30/6/2024, successors: [b]}
  - {id: b, name: Phường B, kind: phuong, from: 1/7/2024}
tasks: [{id: II.1-2b, section: I, title: Giao ban}]
";

fn plan(rows: &str, rest: &str) -> Plan {
    plans::plan(&format!("{HEAD}schedule:\n{rows}{rest}"))
}

fn row(due: &str, rest: &str) -> Plan {
    plan(&format!("  - {{id: PL2-07, task: II.1-2b, lead: phong-gddt, due: \"{due}\"}}\n"), rest)
}

fn sentence(plan: &Plan, key: &str, on: &str) -> String {
    why(plan, &item(plan, key, on)).sentence.get(Lang::Vi).to_owned()
}

fn steps(plan: &Plan, key: &str, on: &str) -> Vec<(StepKind, String)> {
    let steps = why(plan, &item(plan, key, on)).steps;
    steps.into_iter().map(|step| (step.about, step.text.get(Lang::Vi).to_owned())).collect()
}

fn texts(plan: &Plan, key: &str, on: &str) -> Vec<String> {
    steps(plan, key, on).into_iter().map(|(_, text)| text).collect()
}

#[test]
fn the_sentence_of_status_md() {
    let plan = row("01 lần/quý", "");
    let item = item(&plan, "PL2-07/phong-gddt/2024-Q2", "2/7/2024");
    let why = why(&plan, &item);
    assert_eq!(
        why.sentence.get(Lang::Vi),
        "PL2-07, Quý II: hạn 30/6/2024 (Chủ nhật) → 01/7/2024 (BLDS 2015, Điều 148); chưa có báo cáo; đến 02/7/2024 quá hạn 01 ngày."
    );
    assert_eq!(
        why.sentence.get(Lang::En),
        "PL2-07, Q2: due 2024-06-30 (Sunday) → 2024-07-01 (Civil Code 2015, Article 148); no report; 1 day overdue on 2024-07-02."
    );
}

#[test]
fn every_status_has_its_sentence() {
    let done = "progress: [{item: PL2-07, date: 05/7/2024, as_of: 03/7/2024, state: done}]\n";
    let started = "progress: [{item: PL2-07, date: 03/6/2024, state: started, percent: 12.5}]\n";
    for (due, rest, on, expected) in [
        ("28/6/2024", done, "1/8/2024", "hạn 28/6/2024; hoàn thành ngày 03/7/2024, quá hạn 05 ngày"),
        ("05/7/2024", done, "1/8/2024", "hạn 05/7/2024; hoàn thành ngày 03/7/2024, đúng hạn"),
        ("thường xuyên", done, "1/8/2024", "thường xuyên; hoàn thành ngày 03/7/2024"),
        ("thường xuyên", "", "1/8/2024", "thường xuyên; đến 01/8/2024 chưa có báo cáo"),
        (
            "khi có yêu cầu",
            started,
            "1/8/2024",
            "chưa xác định thời hạn; đến 01/8/2024 đang thực hiện, 12,5% (báo cáo ngày 03/6/2024)",
        ),
        (
            "05/02/2024",
            "",
            "2/2/2024",
            "hạn 05/02/2024; chưa có báo cáo; đến 02/02/2024 sắp đến hạn, còn 03 ngày",
        ),
        ("28/6/2024", "", "28/6/2024", "hạn 28/6/2024; chưa có báo cáo; 28/6/2024 là ngày cuối cùng"),
        (
            "Quý III/2024",
            "",
            "28/6/2024",
            "hạn 30/9/2024; chưa có báo cáo; đến 28/6/2024 chưa đến kỳ, bắt đầu từ 01/7/2024",
        ),
        (
            "28/6/2024",
            started,
            "10/6/2024",
            "hạn 28/6/2024; đang thực hiện, 12,5% (báo cáo ngày 03/6/2024); đến 10/6/2024 trong hạn, còn 18 ngày",
        ),
        (
            "28/6/2024",
            "changes: [{item: PL2-07, date: 3/6/2024, dropped: true, by: Thông báo số 1/TB-UBND}]\n",
            "10/6/2024",
            "hạn 28/6/2024; không thực hiện từ 03/6/2024 theo Thông báo số 1/TB-UBND",
        ),
        (
            "28/6/2024",
            "changes: [{item: PL2-07, date: 3/6/2024, due: 31/8/2024, by: Công văn số 812/UBND-GDĐT}]\n",
            "10/9/2024",
            "hạn 28/6/2024, gia hạn đến 31/8/2024 (Thứ Bảy) → 04/9/2024 (BLDS 2015, Điều 148) theo Công văn số 812/UBND-GDĐT; chưa có báo cáo; đến 10/9/2024 quá hạn 06 ngày",
        ),
        (
            "28/6/2024",
            "changes: [{item: PL2-07, date: 3/6/2024, due: 14/6/2024}]\n",
            "10/6/2024",
            "hạn 28/6/2024, rút ngắn đến 14/6/2024; chưa có báo cáo; đến 10/6/2024 trong hạn, còn 04 ngày",
        ),
        (
            "28/6/2024",
            "changes: [{item: PL2-07, date: 3/6/2024, due: 28/6/2024}]\n",
            "10/6/2024",
            "hạn 28/6/2024, gia hạn đến 28/6/2024; chưa có báo cáo; đến 10/6/2024 trong hạn, còn 18 ngày",
        ),
        (
            "thường xuyên",
            "changes: [{item: PL2-07, date: 3/6/2024, due: 14/6/2024}]\n",
            "10/6/2024",
            "hạn 14/6/2024; chưa có báo cáo; đến 10/6/2024 trong hạn, còn 04 ngày",
        ),
        (
            "trước ngày 01/7/2024",
            "",
            "1/7/2024",
            "hạn 30/6/2024 (Chủ nhật); chưa có báo cáo; đến 01/7/2024 quá hạn 01 ngày",
        ),
    ] {
        let said = sentence(&row(due, rest), "PL2-07/phong-gddt/-", on);
        assert_eq!(said, format!("PL2-07: {expected}."), "{due} on {on}");
    }
    let previous = row("30/6/2024", "settings: {roll: previous}\n");
    assert_eq!(
        sentence(&previous, "PL2-07/phong-gddt/-", "27/6/2024"),
        "PL2-07: hạn 30/6/2024 (Chủ nhật) → 28/6/2024 (settings.roll: previous); chưa có báo cáo; đến 27/6/2024 sắp đến hạn, còn 01 ngày."
    );
}

#[test]
fn the_sentence_names_what_tells_items_apart() {
    let rows = "  - {id: T, section: I, title: Việc, lead: [phong-gddt, phong-noi-vu], due: hằng quý}\n";
    let two_units = plan(rows, "");
    assert!(
        sentence(&two_units, "T/phong-noi-vu/2024-Q1", "1/1/2024")
            .starts_with("T, Quý I, Phòng Nội vụ: hạn ")
    );
    let ended = plan("  - {id: T, section: I, title: Việc, lead: a, due: 30/9/2024}\n", "");
    assert!(sentence(&ended, "T/a/-", "30/6/2024").starts_with("T: hạn "));
    assert!(sentence(&ended, "T/a/-", "1/7/2024").starts_with("T, Phường A (nay là Phường B): hạn "));
    let two_years = plans::plan_of(
        "giai đoạn 2024-2025",
        &format!("{HEAD}schedule: [{{id: T, section: I, title: Việc, lead: phong-gddt, due: hằng quý}}]\n"),
    );
    assert!(sentence(&two_years, "T/phong-gddt/2024-Q1", "1/1/2024").starts_with("T, Quý I/2024: hạn "));
}

#[test]
fn the_steps_tell_everything_that_counted() {
    let plan = plans::plan(&format!(
        "{HEAD}defaults: {{due: Quý III/2024, lead: a}}
schedule: [{{id: T, section: I, title: Việc}}]
progress:
  - {{item: T, unit: a, date: 3/6/2024, as_of: 31/5/2024, state: started, percent: 20, evidence: BC 1}}
  - {{item: T, unit: b, date: 5/8/2024, state: paused}}
  - {{item: T, unit: phong-gddt, date: 20/9/2024, percent: 90}}
changes:
  - {{item: T, date: 1/8/2024, due: 31/8/2024, by: CV 2, reason: sớm hơn}}
  - {{item: T, date: 10/9/2024, lead: phong-gddt, by: QĐ 3}}
  - {{item: T, date: 1/12/2024, due: 31/12/2024}}
"
    ));
    let about = |on: &str, about: StepKind| {
        let all = steps(&plan, "T/a/-", on).into_iter().filter(|step| step.0 == about);
        all.map(|(_, text)| text).collect::<Vec<_>>()
    };
    assert_eq!(about("10/8/2024", StepKind::Words), ["thời hạn ghi “Quý III/2024”"]);
    assert_eq!(
        about("10/8/2024", StepKind::Inherited),
        [
            "thời hạn lấy theo defaults.due của kế hoạch",
            "đơn vị chủ trì lấy theo defaults.lead của kế hoạch: Phường A"
        ]
    );
    assert_eq!(about("10/8/2024", StepKind::Reading), ["hiểu là: từ 01/07/2024 đến hết 30/09/2024"]);
    assert_eq!(
        about("10/8/2024", StepKind::Change),
        ["từ 01/08/2024 thời hạn là 31/08/2024, theo CV 2; lý do: sớm hơn"]
    );
    assert_eq!(
        about("10/8/2024", StepKind::Unit),
        ["Phường A kết thúc ngày 30/06/2024; Phường B kế thừa và báo cáo"]
    );
    assert_eq!(
        about("10/8/2024", StepKind::Report),
        [
            "báo cáo ngày 03/06/2024, nói về ngày 31/05/2024: đã bắt đầu, 20%; minh chứng: BC 1",
            "báo cáo ngày 05/08/2024: tạm dừng"
        ]
    );
    assert_eq!(about("10/9/2024", StepKind::Unit), ["từ 10/09/2024 đơn vị chủ trì là Phòng GDĐT, theo QĐ 3"]);
    assert_eq!(
        about("10/9/2024", StepKind::Status),
        ["đến 10/09/2024: quá hạn 06 ngày (04 ngày làm việc); tạm dừng không làm thay đổi thời hạn"]
    );
    assert_eq!(about("31/5/2024", StepKind::Report).len(), 1);
    assert_eq!(about("30/5/2024", StepKind::Report), ["chưa có báo cáo"]);
    assert!(about("30/5/2024", StepKind::Unit).is_empty() && about("30/5/2024", StepKind::Change).is_empty());
    let known = AsOf { day: day("31/5/2024"), known: Some(day("1/6/2024")) };
    let steps = why(&plan, &evaluate(&plan, work_item(&plan, "T/a/-"), known)).steps;
    let last = steps.last().unwrap();
    assert_eq!(
        last.text.get(Lang::Vi),
        "đến 31/05/2024, theo số liệu có đến 01/06/2024: chưa đến kỳ: bắt đầu từ 01/07/2024"
    );
}

#[test]
fn the_steps_cite_the_articles() {
    let has = |due: &str, text: &str| {
        let plan = row(due, "");
        let texts = texts(&plan, "PL2-07/phong-gddt/-", "1/1/2024");
        assert!(texts.iter().any(|said| said.contains(text)), "{due}: {texts:?}");
    };
    has(
        "30/6/2024",
        "30/06/2024 là ngày nghỉ (Chủ nhật): thời hạn kết thúc vào ngày làm việc tiếp theo, 01/07/2024 (BLDS 2015, Điều 148 khoản 5)",
    );
    has("cuối tháng 6", "(BLDS 2015, Điều 146 khoản 2)");
    has("giữa T9/2024", "giữa tháng là ngày 15");
    has("cuối năm", "(BLDS 2015, Điều 146 khoản 3)");
    has("05 ngày làm việc kể từ ngày 15/5/2024", "(BLDS 2015, Điều 147 khoản 2)");
    has("05 ngày tính từ ngày 15/5", "ngày đầu tiên không được tính");
    has("trước ngày 01/7/2024", "“trước” không tính chính ngày 01/07/2024 (settings.before: exclusive)");
    has("trước ngày 01/7/2024", "giữ nguyên, vì ngày làm việc tiếp theo không còn trước 01/07/2024");
    has("thường xuyên", "hiểu là việc thường xuyên, không có ngày");
    has("khi có yêu cầu", "chưa xác định được ngày");
    has("năm học 2024-2025", "lịch không có năm học 2024-2025");
    let both = row("15/6; cuối năm", "");
    for (period, is_cited) in [("2024-06-15", false), ("2024", true)] {
        let said = texts(&both, &format!("PL2-07/phong-gddt/{period}"), "1/1/2024");
        assert_eq!(said.iter().any(|said| said.contains("Điều 146")), is_cited, "{period}: {said:?}");
    }
    let listed = row("15/3; giữa tháng 6; 05 ngày kể từ ngày 10/9/2024", "");
    let said = texts(&listed, "PL2-07/phong-gddt/2024-03-15", "1/1/2024");
    assert!(!said.iter().any(|said| said.contains("BLDS")), "{said:?}");
    let each_month = texts(&row("cuối mỗi tháng", ""), "PL2-07/phong-gddt/2024-06", "1/1/2024");
    assert!(each_month.iter().any(|said| said.contains("BLDS 2015, Điều 146 khoản 2")), "{each_month:?}");
    let each_quarter = texts(&row("cuối mỗi quý", ""), "PL2-07/phong-gddt/2024-Q2", "1/1/2024");
    assert!(!each_quarter.iter().any(|said| said.contains("Điều 146")), "{each_quarter:?}");
}

#[test]
fn every_step_that_stands_in_a_file_has_its_place() {
    let text = format!(
        "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2024\n{HEAD}schedule:
  - {{id: T, section: I, title: Việc, lead: a, due: 28/6/2024}}
progress: [{{item: T, date: 3/6/2024, state: started}}]
changes: [{{item: T, date: 1/6/2024, due: 1/7/2024}}]
"
    );
    let (plans, sources) = plans::plans(&[("p.plan.yaml", &text)]);
    let steps = why(&plans[0], &item(&plans[0], "T/a/-", "1/8/2024")).steps;
    let line = |about: StepKind| {
        let place = steps.iter().find(|step| step.about == about).unwrap().place.unwrap();
        sources
            .get(place.source)
            .text()
            .lines()
            .nth(sources.get(place.source).line_at(place.start as usize) - 1)
    };
    assert!(line(StepKind::Words).unwrap().contains("due: 28/6/2024"));
    assert!(line(StepKind::Report).unwrap().contains("state: started"));
    assert!(line(StepKind::Change).unwrap().contains("due: 1/7/2024"));
    assert!(line(StepKind::Unit).unwrap().contains("id: a,"));
}

#[test]
fn what_is_due_soon_says_by_which_setting() {
    let plan = row("28/6/2024", "settings: {due_soon: 2}\n");
    let last = |on| steps(&plan, "PL2-07/phong-gddt/-", on).pop().unwrap();
    assert_eq!(
        last("26/6/2024"),
        (
            StepKind::Status,
            "đến 26/06/2024: sắp đến hạn: còn 02 ngày làm việc, không quá settings.due_soon: 2".to_owned()
        )
    );
    assert_eq!(last("25/6/2024").1, "đến 25/06/2024: trong hạn");
}

#[test]
fn days_off_in_a_row_are_each_named_once() {
    let plan = row("10/02/2024", "");
    let texts = texts(&plan, "PL2-07/phong-gddt/-", "1/1/2024");
    let said = texts.iter().find(|said| said.contains("ngày nghỉ")).unwrap();
    assert!(said.starts_with("10/02/2024 là ngày nghỉ (Tết Nguyên đán"), "{said}");
    assert!(said.contains(": thời hạn kết thúc vào ngày làm việc tiếp theo, 15/02/2024"), "{said}");
}

#[test]
fn every_item_of_the_examples_has_its_account() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut files: Vec<(String, String)> = Vec::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "yaml") {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                files.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let (plans, _) = plans::plans(&files);
    assert!(!plans.is_empty());
    for plan in &plans {
        let range = plan.period.range;
        for days in [0, range.days() / 2, range.days() + 30] {
            for item in evaluate_all(plan, AsOf::day(range.first.saturating_plus(days))) {
                let why = why(plan, &item);
                for lang in Lang::ALL {
                    let sentence = why.sentence.get(lang);
                    assert!(sentence.starts_with(item.id(plan)) && sentence.ends_with('.'), "{sentence}");
                    assert!(!sentence.contains("  ") && !sentence.contains(" ;"), "{sentence}");
                }
                assert_eq!(why.steps.last().unwrap().about, StepKind::Status);
            }
        }
    }
}
