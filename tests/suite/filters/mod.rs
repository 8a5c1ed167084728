//! The filter language.

mod errors;
mod fields;
mod language;
mod own;
mod real_plans;
mod targets_and_units;
mod units;

use plan::date::AsOf;
use plan::diagnostic::Diagnostic;
use plan::language::Lang;
use plan::model::Plan;
use plan::query::{Filter, parse};
use plan::span::Sources;
use plan::status::evaluate_all;

use crate::support::plans::{day, plans};

/// Parses a filter without an error.
fn filter(arguments: &[&str]) -> Filter {
    let arguments: Vec<String> = arguments.iter().map(|argument| (*argument).to_owned()).collect();
    let mut sources = Sources::default();
    parse(&arguments, &[], &mut sources)
        .unwrap_or_else(|wrong| panic!("{arguments:?}: {}", wrong[0].message.get(Lang::En)))
}

/// Returns the keys of the work items that match a filter on a day, without the id of the plan if there is only one.
fn found_on(plans: &[Plan], on: &str, arguments: &[&str]) -> Vec<String> {
    let as_of = AsOf::day(day(on));
    let matcher = filter(arguments)
        .resolve(plans, &[], as_of)
        .unwrap_or_else(|wrong| panic!("{arguments:?}: {}", wrong[0].message.get(Lang::En)));
    let mut keys = Vec::new();
    for plan in plans {
        let items = evaluate_all(plan, as_of);
        let meant = items.iter().filter(|item| matcher.matches(plan, item));
        keys.extend(meant.map(|item| match plans {
            [_] => item.key(plan)[plan.id.len() + 1..].to_owned(),
            _ => item.key(plan),
        }));
    }
    keys
}

/// Returns all errors of a filter with location, message and suggestion.
fn wrong(plans: &[Plan], arguments: &[&str]) -> Vec<String> {
    wrong_with(plans, arguments, &[])
}

fn wrong_with(plans: &[Plan], arguments: &[&str], left_out: &[&str]) -> Vec<String> {
    let arguments: Vec<String> = arguments.iter().map(|argument| (*argument).to_owned()).collect();
    let mut sources = Sources::default();
    let wrong = match parse(&arguments, &[], &mut sources) {
        Err(wrong) => wrong,
        Ok(filter) => filter.resolve(plans, left_out, AsOf::day(day("2/7/2024"))).err().unwrap_or_default(),
    };
    wrong.iter().map(|wrong| told(&sources, wrong)).collect()
}

fn told(sources: &Sources, wrong: &Diagnostic) -> String {
    let source = sources.get(wrong.span.source);
    let column = source.position(wrong.span.start as usize).column;
    let (path, rule, message) = (source.path(), wrong.rule.name, wrong.message.get(Lang::En));
    let help = wrong.help.as_ref().map_or(String::new(), |help| format!(" = {}", help.get(Lang::En)));
    format!("{path}:{column} [{rule}] {:?}: {message}{help}", sources.slice(wrong.span))
}

/// Two plans of different years that use most keys of the format.
fn both() -> Vec<Plan> {
    plans(&[("a.plan.yaml", A), ("b.plan.yaml", B)]).0
}

/// The first of the two plans.
fn one() -> Vec<Plan> {
    plans(&[("a.plan.yaml", A)]).0
}

const A: &str = "
format: 1
plan: quan-2024
title: Kế hoạch năm 2024
period: 2024
units:
  - {id: phong-gddt, name: Phòng Giáo dục và Đào tạo, kind: phong-ban, aliases: [Phòng GDĐT]}
  - {id: phong-noi-vu, name: Phòng Nội vụ, kind: phong-ban}
  - {id: phuong-ha-dinh, name: UBND phường Hạ Đình, kind: phuong, aliases: [phường Hạ Đình], until: 30/6/2024, successors: [phuong-khuong-dinh]}
  - {id: phuong-khuong-dinh, name: UBND phường Khương Đình, kind: phuong}
  - {id: th-phuong-mai, name: Trường Tiểu học Phương Mai, kind: th}
groups:
  - {id: cac-phuong, name: UBND 02 phường, kind: phuong}
  - {id: hai-dau-moi, name: Hai đầu mối, members: [phong-gddt, th-phuong-mai]}
goals:
  - {id: MT1, title: Chất lượng}
  - {id: MT2, title: An toàn}
targets:
  - {id: CT-01, title: Trường đạt chuẩn, value: 100%, due: cuối năm 2024, lead: phong-gddt, goal: MT1, tasks: [II.1-1]}
sections:
  - {id: I, title: Chung}
  - {id: II, title: Nhiệm vụ}
  - {id: II.1, title: Chuyên môn}
  - {id: II.10, title: Khác}
tasks:
  - {id: I-1, section: I, title: Hội nghị triển khai, lead: hai-dau-moi, mode: joint, due: 15/3/2024, output: Biên bản hội nghị}
  - {id: II.1-1, section: II.1, title: Kiểm tra nội bộ, text: \"Rà soát,\\n  kiểm tra bếp ăn\", goals: [MT1], lead: phong-gddt, with: [cac-phuong]}
  - {id: II.1-2, section: II.1, title: Báo cáo quý, lead: cac-phuong, tags: [An-Toàn], goals: [MT2]}
  - {id: II.10-1, section: II.10, title: Truyền thông, lead: phong-noi-vu, due: thường xuyên, to: [th-phuong-mai]}
  - {id: II.10-2, section: II.10, title: Kiểm tra lại, same_as: II.1-1}
  - {id: II.10-3, section: II.10, title: \"Việc khác:\", heading: true}
schedule:
  - {id: PL-1, task: II.1-1, due: 30/6/2024, output: Kế hoạch kiểm tra, note: làm trước hè}
  - {id: PL-2, task: II.1-1, title: Tổng hợp, due: 30/9/2024}
  - {id: PL-3, task: II.1-2, due: hằng quý}
progress:
  - {item: PL-1, date: 20/6/2024, state: started, percent: 62.5, evidence: Tờ trình 12/TTr-PGDĐT}
  - {item: I-1, date: 20/3/2024, as_of: 14/3/2024, state: done, evidence: Thông báo kết luận, note: họp trực tuyến}
  - {item: PL-3, unit: phuong-khuong-dinh, period: 2024-Q1, date: 10/4/2024, state: done, evidence: Báo cáo 3/BC-UBND}
  - {item: PL-3, unit: phuong-ha-dinh, period: 2024-Q2, date: 1/6/2024, state: paused, evidence: Công văn 5/UBND}
";

const B: &str = "
format: 1
plan: quan-2025
title: Kế hoạch năm học
period: {from: 1/9/2024, to: 30/6/2025}
units:
  - {id: so-xay-dung, name: Sở Xây dựng, kind: so}
sections: [{id: III, title: Cơ sở vật chất}]
tasks:
  - {id: III-1, section: III, title: Sửa chữa trường, lead: so-xay-dung, due: tháng 5}
";
