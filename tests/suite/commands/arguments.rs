//! Mistakes on the command line, of any command.

use crate::support::folder::folder;
use crate::support::process::{program, status_and_streams};
use crate::support::program::{plan, plan_in, root};
use crate::support::samples::DAYS_OFF;

#[test]
fn each_mistake_on_the_command_line_has_its_sentence() {
    let folder = folder(DAYS_OFF);
    for (arguments, told) in [
        (&["--lang", "en"][..], "error: a command is missing\n"),
        (&["why", "--lang", "en"], "error: <ID> is missing\n"),
        (&["explain", "syntax", "thua"], "lỗi: thừa tham số thua\n"),
        (&["list", "--limit"], "lỗi: --limit <N> cần một giá trị\n"),
        (&["list", "--limit", "x"], "lỗi: --limit <N> không nhận \"x\"\n"),
        (&["list", "--lang"], "lỗi: --lang <LANG> cần một giá trị\n  = một trong: vi, en\n"),
        (&["validate", "--fix", "--fix", "--lang=en"], "error: --fix can be given only once\n"),
    ] {
        let ran = plan_in(folder.path(), arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        let end = if arguments.iter().any(|word| word.ends_with("en")) {
            "See plan --help\n"
        } else {
            "Xem plan --help\n"
        };
        assert_eq!(ran.err, format!("{told}{end}"), "{arguments:?}");
    }
    let ran = plan_in(folder.path(), &["explain", "zzzzzzzz"]);
    assert_eq!((ran.code, ran.err.as_str()), (2, "lỗi: không có quy tắc \"zzzzzzzz\"\n"));
}

#[test]
fn mistakes_on_the_command_line_are_told_in_the_language_of_the_line() {
    for (arguments, expected) in [
        (&["validat"][..], "lỗi: không có lệnh validat\n  = gợi ý: validate\nXem plan --help\n"),
        (
            &["validat", "--lang", "en"],
            "error: there is no command validat\n  = help: validate\nSee plan --help\n",
        ),
        (&["validate", "--fixx"], "lỗi: không có tùy chọn --fixx\n  = gợi ý: --fix\nXem plan --help\n"),
        (&["validate", "--fix", "--diff"], "lỗi: --fix không dùng cùng --diff\nXem plan --help\n"),
        (&["validate", "-f", "jsn"], "lỗi: validate không in dạng \"jsn\" (gợi ý: json)\n"),
        (
            &["validate", "--lang=en", "-f", "xml"],
            "error: validate does not print \"xml\" (help: human, short, json, sarif, github, gitlab, junit)\n",
        ),
        (
            &["due", "--as-of", "31/6/2026", "x"],
            "lỗi: --as-of: \"31/6/2026\" không phải là một ngày: tháng 6 chỉ có 30 ngày\n",
        ),
    ] {
        let ran = plan(arguments);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (2, "", expected), "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStrExt;

    let odd = std::ffi::OsStr::from_bytes(b"\xff");
    let output = program(root(), &[]).arg("show").arg(odd).output().unwrap();
    let (code, out, err) = status_and_streams(&output);
    assert_eq!((code, out), (Some(2), ""));
    assert!(err.starts_with("lỗi: tham số không phải UTF-8\n"), "{err}");
}
