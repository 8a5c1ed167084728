//! The line on standard error that shows how far long work is.

use std::fs;
use std::time::Duration;

use plan::cli::Env;

use crate::support::program::{env, plan_in, plan_with, root};

#[test]
fn long_work_shows_how_far_it_is_and_takes_the_line_away() {
    let folder = tempfile::tempdir().unwrap();
    let forms = folder.path().join("bieu");
    let (plans, forms) = (root().join("examples/ca-nam"), forms.to_str().unwrap().to_owned());
    let plans = plans.to_str().unwrap();
    let at = ["--plans", plans, "--as-of", "30/9/2025"];
    let shown = Env { progress: Some(Duration::ZERO), ..env(folder.path()) };
    let ran = plan_with(&shown, &[&["form", "-o", &forms][..], &at].concat());
    let files = fs::read_dir(&forms).unwrap().count();
    assert_eq!((ran.code, ran.out.lines().count()), (0, files));
    assert!(ran.err.contains(&format!("{}/{files} biểu", files - 1)), "{:?}", ran.err);
    assert!(ran.err.contains("tệp đã đọc") && ran.err.ends_with('\r'), "{:?}", ran.err);
    let ran = plan_with(&shown, &[&["collect", &forms, "--lang", "en"][..], &at].concat());
    assert!(ran.err.contains(&format!("] {}/{files} forms", files - 1)), "{:?}", ran.err);
    assert!(ran.code == 0 && ran.err.ends_with('\r'), "{:?}", ran.err);
    // Every line that is drawn is written over with spaces before anything else is said.
    let ran = plan_with(&shown, &["validate", plans]);
    let last = ran.err.trim_end_matches('\r').rsplit('\r').next().unwrap();
    assert!(ran.code == 0 && last.trim().is_empty(), "{:?}", ran.err);
    // Silent with -q, and where standard error is no terminal.
    for (env, quiet) in [(&shown, "-q"), (&env(folder.path()), "--color=never")] {
        let ran = plan_with(env, &[&["collect", &forms, quiet][..], &at].concat());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    }
    assert_eq!(plan_in(root(), &["validate", plans]).err, "");
}
