//! Console blocks, plans and the table of rules in the READMEs.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use plan::diagnostic::Severity;
use plan::language::Lang;

use crate::guides::words;
use crate::support::program::{plan_in, root};
use crate::support::snapshot::assert_file;

const GUIDES: [(&str, Lang); 2] = [("README.md", Lang::En), ("README.vi.md", Lang::Vi)];

/// The same guide with what the program prints now behind each `$ plan …` of its console blocks.
fn run_again(guide: &str, folder: &Path) -> String {
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

/// The table of rules between its marks.
fn with_rules(guide: &str, lang: Lang) -> String {
    const MARKS: (&str, &str) = ("<!-- rules -->\n", "<!-- /rules -->\n");
    let Some((before, rest)) = guide.split_once(MARKS.0) else { return guide.to_owned() };
    let (_, after) = rest.split_once(MARKS.1).expect("the table of rules ends");
    let mut table = lang
        .pick("| quy tắc | | tìm ra |\n|---|---|---|\n", "| rule | | finds |\n|---|---|---|\n")
        .to_owned();
    let mut rules: Vec<_> = plan::check::RULES.iter().chain(&plan::query::rules::RULES).collect();
    rules.sort_by_key(|rule| rule.name);
    for rule in rules {
        let level = match rule.severity {
            Severity::Error => lang.pick("lỗi", "error"),
            Severity::Warning => lang.pick("cảnh báo", "warning"),
        };
        let _ = writeln!(table, "| `{}` | {level} | {} |", rule.name, rule.title.get(lang));
    }
    format!("{before}{}{table}{}{after}", MARKS.0, MARKS.1)
}

#[test]
fn the_guides_print_what_the_program_prints() {
    for (name, lang) in GUIDES {
        let guide = fs::read_to_string(root().join(name)).unwrap();
        let fresh = with_rules(&run_again(&guide, root()), lang);
        assert_file(name, &fresh);
    }
}

#[test]
fn the_plans_in_the_guides_are_right() {
    let mut plans = 0;
    for (name, _) in GUIDES {
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
