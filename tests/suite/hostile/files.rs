//! Paths that are no plain files, links, names that are not Unicode.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

use crate::hostile::HEAD;
use crate::hostile::writing::{RIGHT, UNTITLED, workspace};
use crate::support::folder::{folder, names};
use crate::support::process::{program, run, stderr};
use crate::support::program::{plan_in, root};

#[test]
fn files_that_are_none_are_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.plan.yaml"), HEAD).unwrap();
    std::fs::create_dir(folder.path().join("sub")).unwrap();
    #[cfg(unix)]
    {
        // Links that go round, and one that leads out.
        std::os::unix::fs::symlink(folder.path(), folder.path().join("sub/round")).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", folder.path().join("passwd.plan.yaml")).unwrap();
    }
    let ran = plan_in(folder.path(), &["validate", "-f", "json", "."]);
    assert_eq!((ran.code, &ran.json()["plans"]), (0, &serde_json::json!(1)), "{}", ran.err);
    #[cfg(unix)]
    {
        let text = format!("{HEAD}include: [passwd.plan.yaml]\n");
        std::fs::write(folder.path().join("a.plan.yaml"), text).unwrap();
        let ran = plan_in(folder.path(), &["validate", "-f", "json", "a.plan.yaml"]);
        assert_eq!(ran.json()["diagnostics"][0]["rule"], "include-outside");
    }
    let ran = plan_in(root(), &["validate", "khong-co-thu-muc-nay"]);
    assert_eq!(ran.code, 2);
}

#[test]
fn what_is_no_plain_file_is_neither_read_nor_replaced() {
    let folder = folder(&format!("{UNTITLED}{RIGHT}"));
    let path = |name: &str| folder.path().join(name);
    let made = Command::new("mkfifo").arg(path("ong.plan.yaml")).status().unwrap();
    assert!(made.success());
    let _socket = std::os::unix::net::UnixListener::bind(path("o.plan.yaml")).unwrap();
    symlink("ong.plan.yaml", path("lien-ket.plan.yaml")).unwrap();
    symlink("vong.plan.yaml", path("vong.plan.yaml")).unwrap();
    symlink("khong-co.html", path("dut.html")).unwrap();
    symlink("/dev/zero", path("khong.plan.yaml")).unwrap();
    symlink("/etc/passwd", path("ngoai.plan.yaml")).unwrap();
    let made = Command::new("mkfifo").arg(path("ong.csv")).status().unwrap();
    assert!(made.success());
    let _other_socket = std::os::unix::net::UnixListener::bind(path("o.csv")).unwrap();
    symlink("/dev/zero", path("khong.csv")).unwrap();
    let there = names(folder.path());
    for (name, why) in [
        ("ong.plan.yaml", "không phải là tệp thường"),
        ("lien-ket.plan.yaml", "không phải là tệp thường"),
        ("o.plan.yaml", "không phải là tệp thường"),
        ("khong.plan.yaml", "liên kết dẫn ra ngoài thư mục"),
        ("ngoai.plan.yaml", "liên kết dẫn ra ngoài thư mục"),
        ("vong.plan.yaml", ""),
    ] {
        for arguments in [&["validate", name][..], &["status", "--plans", name]] {
            let output = run(program(folder.path(), arguments));
            assert_eq!(output.status.code(), Some(2), "{arguments:?} {}", stderr(&output));
            assert!(
                stderr(&output).contains(&format!("không đọc được \"{name}\": {why}")),
                "{}",
                stderr(&output)
            );
        }
    }
    let by_variable = {
        let mut command = program(folder.path(), &["status"]);
        command.env("PLAN_PATH", "ong.plan.yaml");
        run(command)
    };
    assert_eq!(by_variable.status.code(), Some(2));
    // Among others they are passed over.
    let output = run(program(folder.path(), &["validate", "."]));
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
    for name in ["ong.csv", "o.csv", "khong.csv", "dut.html", "/dev/full", "."] {
        let output = run(program(folder.path(), &["explain", "-f", "html", "-o", name]));
        assert_eq!(output.status.code(), Some(2), "{name} {}", stderr(&output));
        assert!(stderr(&output).starts_with("lỗi: không ghi được"), "{name} {}", stderr(&output));
        assert_eq!(names(folder.path()), there, "{name}");
    }
}

/// The root of a workspace may be a link to a folder.
#[test]
fn a_folder_of_plans_may_be_a_link() {
    let folder = workspace();
    fs::write(folder.path().join("plans/units.yaml"), "units: [{id: a, name: A, kind: x}]\n").unwrap();
    fs::rename(folder.path().join("plans"), folder.path().join("that")).unwrap();
    symlink("that", folder.path().join("plans")).unwrap();
    let output = run(program(folder.path(), &["validate", "-f", "json"]));
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(String::from_utf8(output.stdout).unwrap().contains("\"plans\": 2,"));
}

/// A folder that may be listed but not entered hides no report. Nothing is tested for root, who may enter every folder.
#[test]
fn a_folder_that_may_not_be_entered_is_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("plan.yaml"), format!("{UNTITLED}{RIGHT}")).unwrap();
    let inner = folder.path().join("progress");
    fs::create_dir(&inner).unwrap();
    fs::write(inner.join("a.yaml"), "progress: []\n").unwrap();
    for mode in [0o000, 0o444, 0o111] {
        fs::set_permissions(&inner, fs::Permissions::from_mode(mode)).unwrap();
        let is_root = fs::read(inner.join("a.yaml")).is_ok() && fs::read_dir(&inner).is_ok();
        let output = run(program(folder.path(), &["status", "--plans", "."]));
        fs::set_permissions(&inner, fs::Permissions::from_mode(0o755)).unwrap();
        if !is_root {
            assert_eq!(output.status.code(), Some(2), "{mode:o} {}", stderr(&output));
            assert!(
                stderr(&output).contains("không đọc được \"progress\": không có quyền"),
                "{}",
                stderr(&output)
            );
        }
    }
}

/// A file with a name from an archive of another system is not skipped silently.
#[test]
#[cfg(target_os = "linux")]
fn a_file_whose_name_is_no_unicode_is_told() {
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("plan.yaml"), format!("{UNTITLED}{RIGHT}")).unwrap();
    for name in [&b"th\xe1ng-9.yaml"[..], b"\xfe.txt"] {
        fs::write(folder.path().join(std::ffi::OsStr::from_bytes(name)), "progress: []\n").unwrap();
    }
    fs::write(folder.path().join("d\u{fffd}.yaml"), "progress: []\n").unwrap();
    let output = run(program(folder.path(), &["validate", "--lang", "en", "."]));
    assert_eq!(output.status.code(), Some(2));
    let expected = "error: cannot read \"th\u{fffd}ng-9.yaml\": the name of the file is not Unicode\n";
    assert_eq!(stderr(&output), expected);
}
