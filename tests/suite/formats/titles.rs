//! Titles of answers and of their files: the subject, the day, and the plan by its title rather than by its id.

use std::fs;

use crate::support::folder::folder_of;
use crate::support::package::{Package, texts};
use crate::support::program::{plan, plan_in};

const TITLE: &str = "Kế hoạch giáo dục và đào tạo năm 2025 của quận Minh Họa";

/// The commands that answer from plans, but for `why` and `show`, whose titles are the keys that arguments take.
const COMMANDS: [&str; 10] =
    ["overdue", "upcoming", "list", "status", "matrix", "timeline", "units", "brief", "schedule", "targets"];

fn year(command: &str, more: &[&str]) -> Vec<u8> {
    let output = tempfile::tempdir().unwrap();
    let path = output.path().join("answer");
    let file = path.to_str().unwrap();
    let fixed = [command, "--plans", "examples/ca-nam", "--as-of", "20/6/2025", "-o", file];
    let ran = plan(&[&fixed[..], more].concat());
    assert_eq!(ran.code, 0, "{command} {more:?}: {}", ran.err);
    fs::read(&path).unwrap()
}

fn in_words(command: &str, more: &[&str]) -> String {
    String::from_utf8(year(command, more)).unwrap()
}

#[test]
fn the_head_of_a_text_says_the_title_of_the_plan() {
    for command in COMMANDS {
        for width in ["80", "120"] {
            let printed = in_words(command, &["-f", "text", "--width", width]);
            let head: Vec<&str> = printed.lines().take_while(|line| !line.is_empty()).collect();
            assert!(head.iter().any(|line| line.contains(TITLE)), "{command} {width}: {head:#?}");
            assert!(!head.concat().contains("ca-nam"), "{command} {width}: {head:#?}");
        }
    }
}

#[test]
fn files_are_titled_with_subject_day_and_plan() {
    for command in COMMANDS {
        let html = in_words(command, &["-f", "html"]);
        let title = html.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0;
        assert!(title.contains(TITLE) && !title.contains("ca-nam"), "{command}: {title}");
        for format in ["docx", "xlsx"] {
            let package = Package::read(&year(command, &["-f", format]), command);
            let titles = texts(package.part("docProps/core.xml"), "dc:title");
            assert_eq!(titles, [title], "{command} {format}");
        }
    }
    let html = in_words("overdue", &["-f", "html"]);
    let title = format!("<title>Việc quá hạn · Tính đến ngày 20/06/2025 · {TITLE}</title>");
    assert!(html.contains(&title), "{html}");
    assert!(html.contains("<h1>Việc quá hạn</h1>"), "{html}");
}

#[test]
fn several_plans_are_counted_and_each_has_its_title_behind_its_id() {
    let plan = |id: &str, title: &str| {
        format!(
            "format: 1\nplan: {id}\ntitle: {title}\nperiod: 2026\nunits: [{{id: phong, name: Phòng, kind: phong}}]\n\
             tasks: [{{id: A, title: Nộp báo cáo, lead: phong, due: 30/6/2026}}]\n"
        )
    };
    let (one, two) = (plan("mot", "Kế hoạch thứ nhất"), plan("hai", "Kế hoạch thứ hai"));
    let folder = folder_of(&[("plans/mot/plan.yaml", &one), ("plans/hai/plan.yaml", &two)]);
    let run = |arguments: &[&str]| {
        let ran = plan_in(folder.path(), &[arguments, &["--as-of", "1/8/2026"]].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out
    };
    for (command, head) in [
        ("overdue", "Việc quá hạn: 2 kế hoạch · Tính đến ngày 01/08/2026"),
        ("list", "Danh sách việc: 2 kế hoạch · Tính đến ngày 01/08/2026"),
        ("units", "Danh mục đơn vị: 2 kế hoạch · Tính đến ngày 01/08/2026"),
    ] {
        let printed = run(&[command]);
        assert_eq!(printed.lines().next(), Some(head));
        for caption in ["mot: Kế hoạch thứ nhất", "hai: Kế hoạch thứ hai"] {
            assert!(printed.lines().any(|line| line == caption), "{printed}");
        }
    }
    let calendar = run(&["overdue", "-f", "ics"]);
    assert!(calendar.contains("X-WR-CALNAME:Thời hạn của 2 kế hoạch\r\n"), "{calendar}");
    assert!(calendar.contains("CATEGORIES:Kế hoạch thứ nhất,Phòng,"), "{calendar}");
    let calendar = run(&["overdue", "-f", "ics", "plan:mot"]);
    assert!(calendar.contains("X-WR-CALNAME:Kế hoạch thứ nhất\r\n"), "{calendar}");
}
