//! Console blocks and plans in the READMEs.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::guides::words;
use crate::support::program::{plan_in, root};
use crate::support::snapshot::assert_rewritten;

const GUIDES: [&str; 2] = ["README.md", "README.vi.md"];

/// Returns a guide with the present output of the program after each `$ plan …` of its console blocks.
pub fn run_again(guide: &str, folder: &Path) -> String {
    let mut fresh = String::new();
    let mut lines = guide.lines().peekable();
    while let Some(line) = lines.next() {
        let _ = writeln!(fresh, "{line}");
        if line != "```console" {
            continue;
        }
        while let Some(command) = lines.next_if(|line| *line != "```") {
            let Some(rest) = command.strip_prefix("$ plan ") else { continue };
            let arguments = words(rest);
            let ran = plan_in(folder, &arguments.iter().map(String::as_str).collect::<Vec<_>>());
            let _ = write!(fresh, "{command}\n{}{}", ran.out, ran.err);
            if lines.peek().is_some_and(|next| *next != "```") {
                while lines.next_if(|line| *line != "```" && !line.starts_with("$ ")).is_some() {}
                if lines.peek().is_some_and(|next| next.starts_with("$ ")) {
                    fresh.push('\n');
                }
            }
        }
    }
    fresh
}

#[test]
fn the_guides_print_what_the_program_prints() {
    for name in GUIDES {
        assert_rewritten(name, |guide| run_again(guide, root()));
    }
}

#[test]
fn the_plans_in_the_guides_are_right() {
    let mut plans = 0;
    for name in GUIDES {
        let guide = fs::read_to_string(root().join(name)).unwrap();
        for block in guide.split("```yaml\n").skip(1) {
            let text = block.split("```").next().unwrap();
            if !text.starts_with("format: 1") {
                continue;
            }
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join("vi-du.plan.yaml"), text).unwrap();
            let ran = plan_in(folder.path(), &["validate", "."]);
            assert_eq!(ran.out, "không có lỗi: 1 tệp, 1 kế hoạch\n", "{name}");
            plans += 1;
        }
    }
    assert!(plans > 0);
}
