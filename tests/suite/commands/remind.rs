//! `plan remind`: a letter to every unit that is late.

use std::fs;

use crate::support::answers::{ask_of, year};
use crate::support::folder::names;
use crate::support::package::{Package, texts};
use crate::support::program::{plan_in, root};
use crate::support::snapshot::assert_printed;

#[test]
fn the_letter_to_all_reads_like_this() {
    let arguments = ["remind", "-q", "--reply-by", "10/1/2026", "--date", "2/1/2026"];
    assert_printed("remind", &year(&arguments, "31/12/2025"));
}

/// Runs `remind` on the example into a new folder, and returns the names and texts of its files.
fn letters(more: &[&str]) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    let plans = root().join("examples/ca-nam");
    let fixed = ["remind", "--plans", plans.to_str().unwrap(), "-o", "thu"];
    let ran = plan_in(folder.path(), &[&fixed, more].concat());
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    let mut files: Vec<(String, String)> = Vec::new();
    for entry in fs::read_dir(folder.path().join("thu")).into_iter().flatten() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let text = match path.extension().unwrap().to_str().unwrap() {
            "docx" => texts(Package::read(&bytes, &name).part("word/document.xml"), "w:t").join("\n"),
            _ => String::from_utf8(bytes).unwrap(),
        };
        files.push((name, text));
    }
    files.sort();
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        usize::from(!files.is_empty()),
        "nothing is left over"
    );
    files
}

#[test]
fn every_late_unit_has_a_letter_with_its_figures() {
    let files = letters(&["--as-of", "31/12/2025"]);
    let json = year(&["remind", "-f", "json"], "31/12/2025").json();
    let told = json["letters"].as_array().unwrap();
    assert_eq!(json["schema"], "plan.letters/1");
    assert_eq!(files.len(), told.len() + 1);
    assert_eq!(files[0].0, "00-tong-hop.docx");
    let mut of_units = 0;
    for (letter, (name, text)) in told.iter().zip(&files[1..]) {
        let unit = letter["unit"].as_str().unwrap();
        assert!(name.ends_with(&format!("-{unit}.docx")), "{name} {unit}");
        let status = year(&["status", &format!("unit:{unit}"), "-f", "json"], "31/12/2025").json();
        let total = &status["total"];
        assert_eq!((&letter["total"], &letter["overdue"]), (&total["total"], &total["overdue"]), "{unit}");
        assert!(text.contains(&format!("Kính gửi: {}.", letter["name"].as_str().unwrap())), "{text}");
        assert!(text.contains("Trân trọng./.") && text.contains("DANH MỤC VIỆC QUÁ HẠN"), "{text}");
        let count = letter["overdue"].as_u64().unwrap();
        assert!(text.contains(&format!("còn {count:02} việc quá hạn")), "{text}");
        assert!(files[0].1.contains(letter["name"].as_str().unwrap()), "the letter to all names {unit}");
        of_units += count;
    }
    let all = year(&["status", "-f", "json"], "31/12/2025").json()["total"]["overdue"].as_u64().unwrap();
    let own = ["status", "unit:phong-gddt", "-f", "json"];
    let own = year(&own, "31/12/2025").json()["total"]["overdue"].as_u64().unwrap();
    assert_eq!((own, of_units), (1, all - own), "each overdue item of others is in one letter");
    assert_eq!(json["overdue"], of_units);
    assert!(files[0].1.contains(&format!("còn {of_units:02} việc quá hạn")), "{}", files[0].1);
}

#[test]
fn the_office_that_signs_writes_no_letter_to_itself() {
    let folder = tempfile::tempdir().unwrap();
    let plans = root().join("examples/ca-nam");
    let fixed = ["remind", "--plans", plans.to_str().unwrap(), "--as-of", "31/12/2025"];
    let run = |more: &[&str]| plan_in(folder.path(), &[&fixed, more].concat());
    let ran = run(&["-o", "thu", "--lang", "en"]);
    let own = "No letter goes to the office that issues them (Phòng Giáo dục và Đào tạo quận Minh Họa: 1 item overdue, the longest by 119 days).\n";
    assert_eq!((ran.code, ran.err), (0, format!("3 letters, and 00-tong-hop.\n{own}")));
    let mut names = names(&folder.path().join("thu"));
    names.sort();
    let units = ["00-tong-hop", "01-phuong-hoa-hue", "02-th-hoa-binh", "03-thcs-hy-vong"];
    assert_eq!(names, units.map(|unit| format!("{unit}.docx")));
    // Nothing of its own is in the letter to all, nor counted there.
    let json = run(&["-f", "json"]).json();
    let list = year(&["list", "-f", "json"], "31/12/2025").json();
    let items = list["items"].as_array().unwrap().iter();
    let is_of_others = |item: &&serde_json::Value| item["answers"] != serde_json::json!(["phong-gddt"]);
    assert_eq!(json["total"], items.filter(is_of_others).count());
    let text = run(&["-f", "markdown"]).out;
    assert!(!text.contains("- Phòng Giáo dục và Đào tạo quận Minh Họa"), "{text}");
    assert!(!text.contains("**Phòng Giáo dục và Đào tạo quận Minh Họa**"), "{text}");
    // No one else is late.
    let ran = run(&["unit:phong-gddt", "--lang", "en"]);
    assert_eq!(
        (ran.code, ran.out, ran.err),
        (0, String::new(), format!("There is no unit to write to.\n{own}"))
    );
}

#[test]
fn the_office_that_signs_is_found_by_its_name_or_is_the_issuer() {
    let plan = "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2026\nissuer: a\n\
                units: [{id: b, name: Phòng Nội vụ phường B, kind: x, aliases: [PNV]}, {id: a, name: UBND phường B, kind: x},\n\
                {id: c, name: Phòng Nội vụ phường C, kind: x}]\n\
                tasks: [{id: t, title: T, lead: [a, b, c], due: tháng 3}, {id: j, title: J, lead: [a, b], mode: joint, due: tháng 3}]\n";
    let letters = |settings: &str| {
        let ran = ask_of(&format!("{plan}{settings}"), &["remind", "-f", "json", "--as-of", "30/4/2026"]);
        let json = ran.json();
        let units = json["letters"].as_array().unwrap().iter().map(|letter| letter["unit"].as_str().unwrap());
        (units.collect::<Vec<_>>().join(" "), json["overdue"].as_u64().unwrap())
    };
    let head = |words: &str| letters(&format!("settings: {{letterhead: {{{words}}}}}\n"));
    // Of four overdue items, the one that only the office answers for is not counted.
    assert_eq!(letters(""), ("b c".to_owned(), 3));
    assert_eq!(head("title: Chủ tịch"), ("b c".to_owned(), 3));
    assert_eq!(head("office: ỦY BAN NHÂN DÂN PHƯỜNG B"), ("b c".to_owned(), 3));
    assert_eq!(head("office: Phòng Nội vụ, superior: UBND phường B"), ("a c".to_owned(), 3));
    assert_eq!(head("office: PNV"), ("a c".to_owned(), 3));
    assert_eq!(head("office: Phòng Nội vụ phường C, superior: UBND phường C"), ("b a".to_owned(), 3));
    for other in
        ["office: Phòng Nội vụ", "office: Phòng Nội vụ phường, superior: UBND quận A", "office: UBND quận A"]
    {
        assert_eq!(head(other), ("b a c".to_owned(), 4), "{other}");
    }
}

#[test]
fn a_letter_to_all_that_goes_to_one_unit_counts_what_that_unit_answers_for() {
    let ran = year(
        &["remind", "--unit", "phuong-hoa-hue", "--unit", "phong-noi-vu", "-f", "markdown"],
        "31/12/2025",
    );
    let of_unit = year(&["status", "unit:phuong-hoa-hue", "-f", "json"], "31/12/2025").json();
    let total = of_unit["total"]["total"].as_u64().unwrap();
    assert!(
        ran.out.contains(&format!("trong số {total:02} việc UBND phường Hoa Huệ chịu trách nhiệm còn")),
        "{}",
        ran.out
    );
}

#[test]
fn the_successor_of_an_ended_unit_gets_the_letter() {
    // Phường Hoa Súng ends on 30 June; Hoa Sen answers for its check of nurseries, due 30 September.
    let arguments = ["remind", "--known", "30/6/2025", "-f", "json"];
    let json = year(&arguments, "15/10/2025").json();
    let of = |unit: &str| json["letters"].as_array().unwrap().iter().find(|letter| letter["unit"] == unit);
    assert!(of("phuong-hoa-sung").is_none(), "{json}");
    let keys = of("phuong-hoa-sen").unwrap()["items"].to_string();
    assert!(keys.contains("ca-nam/PL2-11/phuong-hoa-sung/-"), "{keys}");
}

#[test]
fn work_that_is_due_soon_is_named_where_it_is_asked_for() {
    let files = letters(&["--as-of", "30/9/2025", "--within", "1m", "-f", "text"]);
    assert!(files[0].0 == "00-tong-hop.txt", "{files:?}");
    let (_, text) = files.iter().find(|(name, _)| name.contains("phuong-hoa-dao")).unwrap();
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("có 01 việc đến hạn từ nay đến ngày 30/10/2025"), "{words}");
    assert!(words.contains("DANH MỤC VIỆC SẮP ĐẾN HẠN") && !words.contains("quá hạn, lâu nhất"), "{words}");
}

#[test]
fn nothing_late_is_no_letter() {
    let ran = year(&["remind"], "31/1/2025");
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", "Không có đơn vị nào cần đôn đốc.\n"));
    assert!(letters(&["--as-of", "31/1/2025"]).is_empty());
}

#[test]
fn letters_of_an_earlier_run_are_not_mixed_with_new_ones() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("thu")).unwrap();
    fs::write(folder.path().join("thu/01-x.docx"), "cũ").unwrap();
    let plans = root().join("examples/ca-nam");
    let plans = plans.to_str().unwrap();
    let fixed = ["remind", "--plans", plans, "--as-of", "31/12/2025", "-o"];
    let ran = plan_in(folder.path(), &[&fixed[..], &["thu"]].concat());
    assert_eq!((ran.code, ran.err.as_str()), (2, "lỗi: -o: \"thu\" đã có và không trống\n"));
    assert_eq!(fs::read(folder.path().join("thu/01-x.docx")).unwrap(), "cũ".as_bytes());
    // A name with the extension of a format is one file: the letter to all.
    let ran = plan_in(folder.path(), &[&fixed[..], &["thu.docx"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    Package::read(&fs::read(folder.path().join("thu.docx")).unwrap(), "thu.docx");
}

#[test]
fn a_joint_duty_is_in_the_letters_of_all_who_answer() {
    let plan = "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2026\n\
                units: [{id: a, name: Phòng A, kind: x}, {id: b, name: Phòng B, kind: x}]\n\
                tasks: [{id: t, title: T, lead: [a, b], mode: joint, due: tháng 3}]\n";
    let json = ask_of(plan, &["remind", "-f", "json", "--as-of", "30/4/2026"]).json();
    let units: Vec<&str> =
        json["letters"].as_array().unwrap().iter().map(|letter| letter["unit"].as_str().unwrap()).collect();
    assert_eq!(units, ["a", "b"]);
    assert_eq!(json["overdue"], 1, "one duty, though two letters name it");
}
