//! References: ids that nothing has, ids of the wrong kind, circles.

use plan::language::Lang;
use plan::workspace::MemoryFileSystem;

use crate::rules::{HEAD, of, without_units};
use crate::support::plans::check_files;

#[test]
fn a_report_on_what_is_no_work_item_is_told_why() {
    let lines = "targets: [{id: c, title: C, value: 5, lead: a}]
tasks:
  - {id: h, title: H, heading: true}
  - {id: t, title: T, lead: a, due: tháng 9}
  - {id: s, title: S, same_as: t}
  - {id: w, title: W, lead: a}
schedule:
  - {id: r, task: w, due: tháng 9}
progress:
  - {item: [t, h], date: 1/9/2026, state: started}
  - {item: s, date: 1/9/2026, state: started}
changes:
  - {item: w, date: 1/9/2026, due: 1/12/2026, by: Thông báo 1/TB}
  - {item: c, date: 1/9/2026, dropped: true, by: Thông báo 1/TB}
";
    assert_eq!(
        of(lines),
        [
            "17:16 unknown-item: \"h\" is a heading and is not tracked",
            "18:12 unknown-item: \"s\" repeats another task and is not tracked",
            "20:12 unknown-item: \"w\" is tracked through its rows",
            "21:12 unknown-item: \"c\" is a target, not an item",
        ]
    );
}

#[test]
fn a_group_is_no_unit() {
    let lines = "units: [{id: a, name: A, kind: x, parent: g}, {id: b, name: B, kind: y}]\n\
                 groups: [{id: g, name: G, members: [b]}]\n";
    let told = "5:43 unknown-unit: \"g\" is a group; a single unit is required here";
    assert_eq!(without_units(lines), [told]);
}

#[test]
fn what_goes_in_a_circle_is_told_once_and_followed_no_further() {
    for (lines, told) in [
        (
            "units: [{id: a, name: A, kind: x, parent: b}, {id: b, name: B, kind: x, parent: a}]\n",
            "5:14 reference-cycle: cycle: a → b → a",
        ),
        (
            "units:\n  - {id: a, name: A, kind: x, until: 30/6/2026, successors: [b]}\n  \
             - {id: b, name: B, kind: x, until: 31/7/2026, successors: [a]}\n\
             tasks: [{id: t, title: T, lead: a, due: tháng 3}]\n",
            "6:10 reference-cycle: cycle: a → b → a",
        ),
        (
            "tasks: [{id: t, title: T, same_as: s}, {id: s, title: S, same_as: t}]\n",
            "5:14 reference-cycle: cycle: t → s → t",
        ),
    ] {
        assert_eq!(without_units(lines), [told], "{lines}");
    }
    // A chain is no circle: what serves a goal through it does so at its end.
    let chain = "goals: [{id: g, title: G}]\ntasks:\n  - {id: t, title: T, lead: a, due: tháng 9}\n  \
                 - {id: s, title: S, same_as: t}\n  - {id: q, title: Q, same_as: s, goals: [g, g]}\n";
    assert_eq!(of(chain), [""; 0]);
}

#[test]
fn the_name_of_a_unit_in_place_of_its_id_is_repaired() {
    let text = "format: 1
plan: p
title: Kế hoạch
period: 2026
units:
  - {id: gddt, name: Phòng Giáo dục, kind: phong, aliases: [Phòng GDĐT, \"Phòng Giáo dục và Đào tạo, thể thao\"]}
  - {id: noi-vu, name: Phòng Nội vụ, kind: phong}
  - {id: th-a, name: Trường Tiểu học, kind: truong}
  - {id: th-b, name: Trường Tiểu học, kind: truong, from: 1/7/2027}
groups: [{id: phong, name: Các phòng, kind: phong}]
issuer: phòng nội vụ
tasks:
  - {id: t, title: T, lead: [Phòng  GDĐT, noi-vu], with: [Các phòng], due: 31/12/2026}
  - {id: u, title: U, lead: \"Phòng Giáo dục và Đào tạo, thể thao\", due: 31/12/2026}
  - {id: v, title: V, lead: Trường Tiểu học, due: 31/12/2026}
  - {id: w, title: W, lead: Phòng Giáo, due: 31/12/2026}
changes: [{item: u, date: 1/2/2026, lead: Các phòng, by: CV 1}]
";
    let folder = crate::support::folder::folder(text);
    let ran = crate::support::answers::ask_in(folder.path(), &["validate", ".", "--fix", "--lang", "en"]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    let fixed = std::fs::read_to_string(folder.path().join("p.plan.yaml")).unwrap();
    let expected = text
        .replace("issuer: phòng nội vụ", "issuer: noi-vu")
        .replace("[Phòng  GDĐT, noi-vu], with: [Các phòng]", "[gddt, noi-vu], with: [phong]")
        .replace("lead: \"Phòng Giáo dục và Đào tạo, thể thao\"", "lead: gddt");
    assert_eq!(fixed, expected);
    // The name of two units, a part of a name and the name of a group where one unit is needed have no fix.
    let left = crate::rules::found(&fixed);
    let rules: Vec<&str> = left.iter().map(|told| told.split(' ').nth(1).unwrap()).collect();
    assert_eq!(rules.iter().filter(|rule| **rule == "unknown-unit:").count(), 3, "{left:?}");
}

#[test]
fn a_report_or_change_on_a_task_that_opens_no_work_is_told() {
    let lines = "tasks:
  - {id: A, title: Việc không chủ trì}
  - {id: B, title: Việc có chủ trì, lead: a, due: 1/7/2026}
progress:
  - {item: [B, A], date: 1/2/2026, state: done, evidence: Báo cáo số 1/BC-U}
changes:
  - {item: A, date: 1/2/2026, due: 1/5/2026, by: Công văn số 1/UBND}
";
    assert_eq!(
        of(lines),
        [
            "12:16 unknown-item: \"A\" opens no work: it has neither a lead nor a deadline",
            "14:12 unknown-item: \"A\" opens no work: it has neither a lead nor a deadline",
        ]
    );
}

#[test]
fn the_first_rows_of_a_task_are_named_in_place_of_it() {
    let help = |rows: usize| {
        let rows: Vec<String> =
            (1..=rows).map(|at| format!("{{id: r-{at}, task: t, due: tháng 9}}")).collect();
        let text = format!(
            "{HEAD}units: [{{id: a, name: A, kind: x}}]\ntasks: [{{id: t, title: T, lead: a}}]\n\
             schedule: [{}]\nprogress: [{{item: t, date: 1/9/2026, state: started}}]\n",
            rows.join(", ")
        );
        let files: MemoryFileSystem = [("p.plan.yaml", text.as_str())].into_iter().collect();
        let (checked, _) = check_files(&files);
        let [found] = &checked.diagnostics[..] else { panic!("{:?}", checked.diagnostics) };
        found.help.as_ref().unwrap().get(Lang::En).to_owned()
    };
    assert_eq!(help(2), "r-1, r-2");
    let twelve = (1..=12).map(|at| format!("r-{at}")).collect::<Vec<_>>().join(", ");
    assert_eq!(help(12), twelve);
    assert_eq!(help(13), twelve + ", …");
}

/// Each unit that shares its name with one above it is told once.
#[test]
fn units_share_a_name_while_they_are_in_force_together() {
    let told = |units: &str| without_units(&format!("units:\n{units}"));
    let unit = |id: &str, days: &str| format!("  - {{id: {id}, name: Trường Một, kind: x{days}}}\n");
    let following = [", until: 30/6/2026", ", from: 1/7/2026, until: 31/7/2026", ", from: 1/8/2026"];
    let ids = ["a", "b", "c"];
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let units: String = order.iter().map(|at| unit(ids[*at], following[*at])).collect();
        assert_eq!(told(&units), [""; 0], "{order:?}");
    }
    // The longest stands between the others, or around them.
    let shared = |at: &str, other: &str| {
        format!("{at}:19 same-name: the name \"Trường Một\" is also the name of \"{other}\"")
    };
    let long = unit("l", ", from: 1/1/2026, until: 31/12/2026");
    let short = [", from: 1/2/2026, until: 28/2/2026", ", from: 1/3/2026, until: 31/3/2026"];
    let [first, second] = ["a", "b"].map(|id| unit(id, short[usize::from(id == "b")]));
    assert_eq!(told(&(long.clone() + &first + &second)), [shared("7", "l"), shared("8", "l")]);
    assert_eq!(told(&(first.clone() + &long + &second)), [shared("7", "a"), shared("8", "l")]);
    assert_eq!(told(&(first.clone() + &second + &long)), [shared("8", "a")]);
    let beside = unit("c", ", from: 15/2/2026, until: 15/3/2026");
    assert_eq!(told(&(first + &beside + &long)), [shared("7", "a"), shared("8", "a")]);
    let always = unit("a", "") + &unit("b", "") + &unit("c", "");
    assert_eq!(told(&always), [shared("7", "a"), shared("8", "a")]);
    let aliased = "  - {id: a, name: Trường Một, kind: x, aliases: [trường  một]}\n";
    assert_eq!(told(aliased), [""; 0]);
}
