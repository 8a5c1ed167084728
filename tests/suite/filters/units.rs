//! The fields `unit`, `with` and `to`.

use super::{both, found_on, one, wrong};

fn found(arguments: &[&str]) -> Vec<String> {
    found_on(&one(), "2/7/2024", arguments)
}

#[test]
fn a_unit_is_an_id_a_kind_or_a_group() {
    assert_eq!(found(&["unit:phong-noi-vu"]), ["II.10-1/phong-noi-vu/-"]);
    assert_eq!(found(&["unit:phuong"]), found(&["id:PL-3"]));
    assert_eq!(found(&["unit:cac-phuong"]), found(&["id:PL-3"]));
    assert_eq!(found(&["unit:PHONG-BAN"]).len(), 4);
}

#[test]
fn only_if_there_is_none_its_name_or_alias_has_the_words() {
    assert_eq!(found(&["unit:noi vu"]), ["II.10-1/phong-noi-vu/-"]);
    assert_eq!(found(&["unit:GDĐT"]), found(&["unit:phong-gddt"]));
    assert_eq!(found(&["unit:phường hạ đình"]), found(&["unit:ha dinh"]));
    // `phuong` is a kind: Trường Tiểu học Phương Mai is not meant. With its accents it is a name.
    assert_eq!(found(&["unit:phương"]), found(&["unit:th-phuong-mai"]));
    assert_eq!(found(&["unit:phường"]), found(&["id:PL-3"]));
    // An id of one plan is no word in another.
    assert_eq!(found_on(&both(), "2/7/2024", &["unit:so"]), ["quan-2025/III-1/so-xay-dung/-"]);
    assert!(wrong(&both(), &["unit:so"]).is_empty());
}

#[test]
fn a_joint_item_is_found_under_each_of_its_units() {
    let joint = "I-1/hai-dau-moi/-".to_owned();
    for name in ["unit:hai-dau-moi", "unit:phong-gddt", "unit:phuong mai", "unit:th", "unit:hai đầu mối"]
    {
        assert!(found(&[name]).contains(&joint), "{name}");
    }
    assert!(!found(&["unit:noi vu"]).contains(&joint));
    assert_eq!(found(&["kind:group"]), [joint]);
}

#[test]
fn joint_work_of_several_leads_goes_by_their_ids_joined() {
    let plan = |mode: &str| {
        vec![crate::support::plans::plan(&format!(
            "
units:
  - {{id: a, name: Đơn vị A, kind: phong-ban}}
  - {{id: b, name: Đơn vị B, kind: phong-ban}}
sections: [{{id: I, title: Chung}}]
tasks:
  - {{id: A, section: I, title: Kiểm tra, lead: [a, b], mode: {mode}, due: 30/9/2024}}
  - {{id: B, section: I, title: Báo cáo, lead: b, due: 30/9/2024}}
"
        ))]
    };
    let joint = plan("joint");
    assert_eq!(found_on(&joint, "1/7/2024", &["unit:A+b"]), ["A/a+b/-"]);
    assert_eq!(found_on(&joint, "1/7/2024", &["unit:b"]), ["A/a+b/-", "B/b/-"]);
    assert_eq!(found_on(&joint, "1/7/2024", &["kind:joint"]), ["A/a+b/-"]);
    assert!(wrong(&plan("each"), &["unit:a+b"])[0].contains("there is no unit or group"));
}

#[test]
fn a_group_of_a_kind_below_a_unit_takes_only_what_is_below_it() {
    let plans = vec![crate::support::plans::plan(
        "
units:
  - {id: quan, name: Quận, kind: quan}
  - {id: so, name: Sở, kind: so}
  - {id: th-a, name: Trường A, kind: th, parent: quan}
  - {id: th-b, name: Trường B, kind: th, parent: so}
groups:
  - {id: truong-quan, name: Trường của quận, kind: th, parent: quan}
  - {id: moi-truong, name: Mọi trường, kind: th}
sections: [{id: I, title: Chung}]
tasks:
  - {id: A, section: I, title: Kiểm tra, lead: th-a, due: 30/9/2024}
  - {id: B, section: I, title: Kiểm tra, lead: th-b, due: 30/9/2024}
",
    )];
    assert_eq!(found_on(&plans, "1/7/2024", &["unit:truong-quan"]), ["A/th-a/-"]);
    assert_eq!(found_on(&plans, "1/7/2024", &["unit:moi-truong"]), ["A/th-a/-", "B/th-b/-"]);
}

#[test]
fn the_work_of_a_unit_that_has_ended_is_found_by_its_successors() {
    // From 1 July Khương Đình answers for what Hạ Đình has left.
    let of =
        |name: &str, on| found_on(&one(), on, &[name]).iter().filter(|key| key.contains("ha-dinh")).count();
    for name in ["unit:phuong-khuong-dinh", "unit:Khương Đình"] {
        assert_eq!(of(name, "30/6/2024"), 0);
        assert_eq!(of(name, "1/7/2024"), 2);
    }
    // It keeps its name, and is found by it.
    assert_eq!(of("unit:ha dinh", "1/7/2024"), 2);
    let old = found(&["unit:phuong-ha-dinh"]);
    assert!(old.iter().all(|key| key.contains("phuong-ha-dinh")), "{old:?}");
    // Part of whatever names the old unit too.
    assert_eq!(of("kind:phuong", "1/7/2024"), 2);
}

#[test]
fn kinds_and_groups_do_not_reach_what_they_succeed() {
    let plans = vec![crate::support::plans::plan(
        "
units:
  - {id: phong, name: Phòng Y tế, kind: phong-ban, until: 30/6/2024, successors: [xa]}
  - {id: xa, name: UBND xã Mới, kind: xa, from: 1/7/2024}
groups: [{id: cac-xa, name: Các xã, members: [xa]}]
sections: [{id: I, title: Chung}]
tasks: [{id: A, section: I, title: Kiểm tra, lead: phong, due: 30/9/2024}]
",
    )];
    for (name, count) in
        [("unit:xa", 1), ("unit:xã mới", 1), ("unit:cac-xa", 0), ("kind:xa", 0), ("kind:phong-ban", 1)]
    {
        // `xa` is an id and a kind: by its id it reaches the old unit's work.
        assert_eq!(found_on(&plans, "1/8/2024", &[name]).len(), count, "{name}");
    }
}

#[test]
fn a_change_of_lead_takes_the_work_along() {
    let plans = vec![crate::support::plans::plan(
        "
units:
  - {id: a, name: Đơn vị A, kind: phong-ban}
  - {id: b, name: Đơn vị B, kind: phong-ban}
sections: [{id: I, title: Chung}]
tasks: [{id: A, section: I, title: Kiểm tra, lead: a, due: 30/9/2024}]
changes: [{item: A, date: 1/7/2024, lead: b, by: Công văn số 1/UBND-VX}]
",
    )];
    assert_eq!(found_on(&plans, "30/6/2024", &["unit:a"]), ["A/a/-"]);
    assert_eq!(found_on(&plans, "1/7/2024", &["unit:a"]), [""; 0]);
    assert_eq!(found_on(&plans, "1/7/2024", &["unit:b"]), ["A/a/-"]);
}

#[test]
fn with_and_to_take_units_as_unit_does() {
    for name in
        ["with:cac-phuong", "with:phuong", "with:ha dinh", "with:phuong-khuong-dinh", "with:02 phường"]
    {
        assert_eq!(found(&[name]), ["PL-1/phong-gddt/-", "PL-2/phong-gddt/-"], "{name}");
    }
    assert_eq!(found(&["with:th"]), [""; 0]);
    assert_eq!(found(&["to:th-phuong-mai"]), ["II.10-1/phong-noi-vu/-"]);
    assert_eq!(found(&["not:with:none"]), found(&["with:phuong"]));
}
