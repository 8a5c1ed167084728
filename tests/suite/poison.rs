//! Every text that a plan, a file name, an argument or a variable can bring, poisoned, in every form of output.
//!
//! The plan is made from the table of the format: a key that is new there is poisoned here by itself.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use plan::parse::format::{HEADER, Key, LISTS, MappingFormat, ValueShape};
use tempfile::TempDir;

use crate::program::{Ran, asked_by, env, plan_in};

/// What steers terminals: a title, colours, a link, C1, backspaces; what hides or turns words round; markup, and
/// commands of what reads the output. The first characters are for those who look at nothing else.
const POISONS: [&str; 10] = [
    "=HYPERLINK(\"http://evil.example\";\"x\")\u{1b}]0;danh\u{7}\u{1b}[31m\u{9b}2J",
    "\u{1b}]8;;http://evil.example\u{1b}\\bấm\u{1b}]8;;\u{1b}\\\u{8}\u{8}\u{7f}\u{85}x;=1+1",
    "\t=1+1 \u{202e}gnửgn\u{202c} \u{2066}x\u{2069}\u{200b}\u{feff}\u{ad}\u{2028}y",
    "<script>alert(1)</script><img src=x onerror=alert(1)>\"' onmouseover='x",
    "::error file=a.yaml,line=1::xong%0A%0D::warning::\n::error::dòng hai\r\n##[error]x",
    "| a | b |\n|---|---|\n`x` **đậm** [f](javascript:g) ![i](http://evil.example)\n# Đầu đề",
    "@SUM(1+1)*cmd|' /C calc'!A0\n+1\n-1\n\r=2",
    "＝１＋１ ＠x </td></tr></table><!-- ]]> --> & &amp; </title></style>",
    "-2+3+cmd|' /C calc'!A0,\"b\"\"c\",'",
    "{{7*7}}${x}%s%n\\\\ \\e[31m \\u001b \u{e0041}\u{fff9}\u{180e}",
];

/// Hands out the poisons in turn, from another one on in each plan.
struct Poison(usize);

impl Poison {
    fn next(&mut self) -> String {
        self.0 += 1;
        POISONS[self.0 % POISONS.len()].to_owned()
    }
}

/// What has to mean something for the plan to be one.
fn meaning(format: &str, key: &str) -> Option<&'static str> {
    Some(match (format, key) {
        ("header", "format") => "1",
        ("header", "plan") => "p",
        ("header", "period") => "2026",
        ("header", "issuer" | "standing") | ("units" | "groups", "parent") => "\"cap-tren\"",
        ("header", "include") => "[]",
        ("defaults", "due") => "\"trong năm\"",
        ("defaults" | "targets" | "tasks" | "schedule" | "changes", "lead")
        | ("results" | "progress" | "changes", "unit")
        | ("units", "id") => "\"a\"",
        ("tasks" | "schedule", "with" | "to") => "[\"b\", \"g\"]",
        ("units" | "groups", "kind") => "\"x\"",
        ("units", "until") => "\"31/12/2027\"",
        ("groups", "id") => "\"g\"",
        ("units", "successors") | ("groups", "members") => "[\"b\"]",
        ("school_years", "year") => "\"2025-2026\"",
        ("school_years", "from") => "\"5/9/2025\"",
        ("school_years", "term1_ends") => "\"17/1/2026\"",
        ("school_years", "term2_ends") => "\"25/5/2026\"",
        ("school_years", "to") => "\"31/5/2026\"",
        ("workdays", "date") => "\"7/3/2026\"",
        ("goals", "id") | ("targets", "goal") => "\"G\"",
        ("tasks" | "schedule", "goals") => "[\"G\"]",
        ("targets", "id") => "\"C\"",
        ("targets", "value") => "\">= 65%\"",
        ("targets" | "tasks" | "schedule", "due") => "\"tháng 3\"",
        ("targets", "tasks") => "[\"t\"]",
        ("results", "value") => "70",
        ("sections", "id") | ("tasks" | "schedule", "section") => "\"I\"",
        ("tasks", "id") | ("schedule", "task") => "\"t\"",
        ("schedule", "id") | ("progress" | "changes", "item") => "\"r\"",
        ("progress", "percent") => "50",
        ("changes", "due") => "\"31/10/2026\"",
        ("progress" | "changes", "date") => "\"2/4/2026\"",
        // What would leave nothing to report on, or takes no words.
        ("sections", "parent")
        | ("tasks", "heading" | "same_as")
        | ("tasks" | "schedule", "mode" | "from")
        | ("changes", "dropped" | "period")
        | ("progress", "period" | "as_of")
        | ("groups", "count")
        | ("units", "from")
        | ("lists", "settings") => "null",
        _ => return None,
    })
}

/// A text as YAML and JSON write it, with everything escaped that may not stand there as it is.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            c if c.is_alphabetic() && c as u32 <= 0xffff => out.push(c),
            c => write!(out, "\\U{:08x}", c as u32).unwrap(),
        }
    }
    out.push('"');
    out
}

fn value(format: &MappingFormat, key: &Key, poison: &mut Poison) -> String {
    if let Some(fixed) = meaning(format.name, key.name) {
        return fixed.to_owned();
    }
    match key.shape {
        ValueShape::Text => quoted(&poison.next()),
        ValueShape::Many => format!("[{}, {}]", quoted(&poison.next()), quoted(&poison.next())),
        ValueShape::Word(words) => words[0].to_owned(),
        ValueShape::Day => "\"1/3/2026\"".to_owned(),
        ValueShape::Map(inner) => mapping(inner, poison),
        ValueShape::List(inner) => format!("[{}]", mapping(inner, poison)),
        shape => panic!("{}.{} ({shape:?}) needs a meaning", format.name, key.name),
    }
}

fn mapping(format: &MappingFormat, poison: &mut Poison) -> String {
    let pairs: Vec<String> =
        format.keys.iter().map(|key| format!("{}: {}", key.name, value(format, key, poison))).collect();
    format!("{{{}}}", pairs.join(", "))
}

/// A folder whose plan says poison wherever it says words; everything in it is right.
fn poisoned(first: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut poison = Poison(first);
    let mut main = String::new();
    for (table, key) in
        [&HEADER, &LISTS].into_iter().flat_map(|table| table.keys.iter().map(move |key| (table, key)))
    {
        writeln!(main, "{}: {}", key.name, value(table, key, &mut poison)).unwrap();
    }
    fs::write(folder.path().join("plan.yaml"), main).unwrap();
    let unit =
        |id: &str, poison: &mut Poison| format!("{{id: {id}, name: {}, kind: y}}", quoted(&poison.next()));
    let more = format!("units: [{}, {}]\n", unit("b", &mut poison), unit("cap-tren", &mut poison));
    fs::write(folder.path().join("units.yaml"), more).unwrap();
    folder
}

/// Whether a character steers or hides: none may be sent to anybody.
fn steers(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Nothing in what was printed steers or hides.
fn harmless(printed: &str, what: &str) {
    let found = printed.char_indices().find(|(_, c)| steers(*c));
    assert_eq!(found.map(|(at, c)| (c.escape_unicode().to_string(), near(printed, at))), None, "{what}");
}

fn near(text: &str, at: usize) -> String {
    let (start, end) = (text.floor_char_boundary(at.saturating_sub(60)), text.ceil_char_boundary(at + 60));
    text[start..end.min(text.len())].escape_debug().to_string()
}

/// What was printed is of its form, and no word of a plan is anything but a word in it.
fn sound(format: &str, printed: &str, what: &str) {
    harmless(printed, what);
    match format {
        "csv" => csv(printed, what),
        "html" => html(printed, what),
        "markdown" => markdown(printed, what),
        "json" | "sarif" | "gitlab" => {
            serde_json::from_str::<serde_json::Value>(printed)
                .unwrap_or_else(|error| panic!("{what}: {error}"));
        }
        "github" => {
            for line in printed.lines() {
                let command = line.strip_prefix("::warning ").or_else(|| line.strip_prefix("::error "));
                let (properties, message) = command.and_then(|it| it.split_once("::")).expect(what);
                let names: Vec<&str> =
                    properties.split(',').map(|property| property.split('=').next().unwrap()).collect();
                assert!(
                    names
                        .iter()
                        .all(|name| ["file", "line", "col", "endLine", "endColumn", "title"].contains(name)),
                    "{what}: {line}"
                );
                assert!(!properties.contains(':'), "{what}: {line}");
                let numbers = message.replace("%25", "").replace("%0A", "");
                assert!(!numbers.contains('%'), "{what}: {line}");
            }
        }
        "short" => {
            // A path may have colons of its own; behind it stand line, column and rule.
            for line in printed.lines().filter(|line| !line.starts_with('…')) {
                let parts: Vec<&str> = line.split(':').collect();
                let is_number =
                    |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
                let is_place = |parts: &[&str]| is_number(parts[0]) && is_number(parts[1]);
                assert!(parts.windows(2).any(is_place), "{what}: {line}");
            }
        }
        _ => {}
    }
}

/// Fields that no spreadsheet takes for a formula, and as many in each record of a table.
fn csv(printed: &str, what: &str) {
    let mut widths = Vec::new();
    let (mut field, mut fields, mut is_quoted) = (String::new(), 0, false);
    for c in printed.chars().chain(['\n']) {
        match c {
            '"' => is_quoted = !is_quoted,
            ',' | '\n' if !is_quoted => {
                for (at, part) in field.split([';', '\n']).enumerate() {
                    // A line break inside a field begins nothing; Excel cuts at a semicolon where lists have them.
                    let begins = part.trim_start_matches(' ');
                    assert!(
                        !begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t']),
                        "{what}: {at} {field:?}"
                    );
                }
                field.clear();
                fields += 1;
                if c == '\n' {
                    widths.push(std::mem::take(&mut fields));
                }
            }
            _ => field.push(c),
        }
    }
    assert!(!is_quoted, "{what}");
    // Tables are set apart by empty lines.
    for table in widths.split(|width| *width == 1) {
        assert!(table.iter().all(|width| *width == table[0]), "{what}: {widths:?}\n{printed}");
    }
}

/// Only the elements and attributes that the page is made of.
fn html(page: &str, what: &str) {
    const ELEMENTS: &[&str] = &[
        "!doctype", "html", "head", "meta", "title", "style", "body", "div", "h1", "h2", "p", "b", "br",
        "ol", "li", "span", "table", "thead", "tbody", "tr", "th", "td",
    ];
    const ATTRIBUTES: &[&str] = &[
        "html",
        "lang",
        "charset",
        "name",
        "content",
        "class",
        "scope",
        "align",
        "valign",
        "nowrap",
        "sdnum",
        "border",
        "cellspacing",
        "cellpadding",
        "width",
        "bgcolor",
        "colspan",
    ];
    // Of comments there is one, for Word, between the marks of the page itself.
    let (before, rest) = page.split_once("<!--[if mso]>").expect(what);
    let (_, after) = rest.split_once("<![endif]-->").expect(what);
    for part in [before, after] {
        for tag in part.split('<').skip(1) {
            let (tag, _) = tag.split_once('>').unwrap_or_else(|| panic!("{what}: {tag}"));
            let mut words = tag.split(' ');
            let name = words.next().unwrap_or_default().trim_start_matches('/').to_lowercase();
            assert!(ELEMENTS.contains(&&*name), "{what}: <{tag}>");
            let mut outside = true;
            let names: String = tag
                .chars()
                .filter(|c| {
                    if *c == '"' {
                        outside = !outside;
                    }
                    outside
                })
                .collect();
            assert!(outside, "{what}: <{tag}>");
            for attribute in names.replace("=\"", "").split(' ').skip(1).filter(|it| !it.is_empty()) {
                assert!(ATTRIBUTES.contains(&attribute), "{what}: {attribute:?} in <{tag}>");
            }
        }
        assert!(!part.contains("url(") && !part.contains("@import"), "{what}");
    }
}

/// No markup but that of the page: bold, headings, lists, one kind of table, `<br>`.
fn markdown(page: &str, what: &str) {
    let mut table = None;
    for line in page.lines() {
        let mut bare = String::new();
        let mut letters = line.chars();
        while let Some(c) = letters.next() {
            if c == '\\' {
                letters.next();
            } else {
                bare.push(c);
            }
        }
        let bare = bare.replace("<br>", "");
        assert!(!bare.contains(['<', '[', '`', '~', '$']), "{what}: {line}");
        let bars = bare.matches('|').count();
        if bars > 0 {
            assert!(line.starts_with('|') && line.ends_with('|'), "{what}: {line}");
            assert_eq!(*table.get_or_insert(bars), bars, "{what}: {line}");
        } else {
            table = None;
        }
    }
}

/// What reports on plans, every way that it can be asked.
const REPORTS: &[&[&str]] = &[
    &["status"],
    &["status", "--by", "section", "--since", "1/1/2026"],
    &["status", "--by", "unit"],
    &["status", "--by", "kind"],
    &["status", "--by", "goal"],
    &["status", "--by", "month"],
    &["status", "--by", "plan"],
    &["status", "--by", "status"],
    &["overdue"],
    &["overdue", "--by", "unit"],
    &["upcoming", "--within", "1000d"],
    &["list"],
    &[
        "list",
        "--columns",
        "key,plan,id,task,section,title,unit,unit.id,unit.name,unit.kind,answers,with,to,period,due_text,inherited,from,due,extended_to,deadline,extensions,progress,status,done,percent,reported,days_late,working_days_late,evidence,output,tags,place",
    ],
    &["show", "r"],
    &["show", "t"],
    &["show", "C"],
    &["show", "a"],
    &["show", "g"],
    &["show", "I"],
    &["show", "G"],
    &["show", "p"],
    &["why", "r"],
    &["schedule"],
    &["targets"],
    &["units"],
    &["calendar", "2026"],
    &["due", "tháng 9"],
];

#[test]
fn no_word_of_a_plan_is_more_than_a_word() {
    // Each poison has stood in each place when all are through; in a debug build each has stood in some.
    for first in (0..POISONS.len()).step_by(if cfg!(debug_assertions) { 4 } else { 1 }) {
        let folder = poisoned(first);
        let run = |arguments: &[&str]| plan_in(folder.path(), arguments);
        for format in ["human", "short", "json", "sarif", "github", "gitlab"] {
            let ran = run(&["validate", ".", "-f", format]);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{first} {format}\n{}", ran.out);
            assert!(ran.out.contains("control-character"), "{first} {format}\n{}", ran.out);
            sound(format, &ran.out, &format!("{first} validate {format}"));
        }
        let diff = run(&["validate", ".", "--diff"]);
        harmless(&diff.out.replace('\t', ""), "--diff");
        for (at, report) in REPORTS.iter().enumerate() {
            let day = ["21/11/2026", "15/3/2026"][(at + first) % 2];
            let lang = ["vi", "en"][(at + first / 2) % 2];
            for format in ["text", "markdown", "csv", "html", "json"] {
                let fixed = ["--plans", ".", "-f", format, "--as-of", day, "--lang", lang];
                let ran = run(&[*report, &fixed].concat());
                let what = format!("{first} {report:?} {format}");
                if matches!(report, ["show", "I" | "G" | "p"]) && ran.code == 2 {
                    harmless(&ran.err, &what);
                    continue;
                }
                assert_eq!(ran.code, 0, "{what}: {}", ran.err);
                harmless(&ran.err, &what);
                if !ran.out.is_empty() {
                    sound(format, &ran.out, &what);
                }
            }
            let ran = run(&[*report, &["--plans", ".", "--color", "always", "--width", "40"]].concat());
            harmless(&uncoloured(&ran.out), &format!("{first} {report:?} coloured"));
        }
    }
}

/// Without the colours that the program itself sends.
fn uncoloured(printed: &str) -> String {
    let mut out = String::new();
    let mut rest = printed;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        out.push_str(before);
        let colour = after.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(0);
        rest = after[colour..].strip_prefix('m').unwrap_or("\u{1b}");
    }
    out + rest
}

/// A plan that is wrong in what it quotes: errors, and the plan named by whoever leaves it out.
#[test]
fn what_errors_quote_is_no_more_than_a_word() {
    for (first, poison) in POISONS.into_iter().enumerate() {
        let said = quoted(poison);
        let folder = tempfile::tempdir().unwrap();
        let text = format!(
            "format: 1\nplan: {said}\ntitle: T\nperiod: {said}\nkind: {said}\n{said}: {said}\nissuer: {said}\n\
             units: [{{id: {said}, name: A, kind: {said}}}, {{id: a, name: A, kind: x, {said}: 1}}]\n\
             groups: [{{id: g, name: {said}, members: [{said}, a], count: {said}}}, {{id: h, name: {said}, kind: z}}]\n\
             settings: {{lint: {{{said}: allow, no-evidence: {said}}}}}\n\
             tasks:\n  - {{id: t, title: T, lead: {said}, due: {said}, section: {said}, goals: [{said}]}} # plan: allow(x\u{2067}y)\n  \
             - {{id: t, title: T, lead: a, due: 31/6, same_as: {said}}}\n\
             targets: [{{id: c, title: T, value: {said}}}]\n\
             progress: [{{item: {said}, period: {said}, date: {said}, state: {said}, percent: {said}}}]\n"
        );
        fs::write(folder.path().join("p.plan.yaml"), text).unwrap();
        for (at, format) in ["human", "short", "json", "sarif", "github", "gitlab"].into_iter().enumerate() {
            let lang = ["vi", "en"][(first + at) % 2];
            let ran = plan_in(folder.path(), &["validate", ".", "-f", format, "--lang", lang]);
            let what = format!("{format} {lang} {said}");
            assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{what}");
            sound(format, &ran.out, &what);
        }
        for report in ["status", "list", "schedule"] {
            for format in ["text", "csv", "html", "json", "markdown"] {
                let ran = plan_in(folder.path(), &[report, "--plans", ".", "-f", format]);
                assert_eq!(ran.code, 2);
                harmless(&format!("{}{}", ran.out, ran.err), &format!("{report} {format} {said}"));
                if !ran.out.is_empty() {
                    sound(format, &ran.out, &format!("{report} {format} {said}"));
                }
            }
        }
        // What YAML itself does not take is quoted by the parser's errors.
        for raw in [
            format!("{poison}: ["),
            format!("title: \"{poison}"),
            format!("? {poison}\n- x"),
            format!("a: !{poison} b"),
            format!("a: *{poison}"),
        ] {
            fs::write(folder.path().join("p.plan.yaml"), raw).unwrap();
            for format in ["human", "json", "github"] {
                let ran = plan_in(folder.path(), &["validate", ".", "-f", format]);
                assert_eq!(ran.code, 1);
                sound(format, &ran.out, &format!("{format} raw {said}"));
            }
        }
    }
}

/// What somebody puts on the command line, or into a variable, or a script from who knows where.
#[test]
fn arguments_and_variables_come_back_as_words() {
    let folder = poisoned(0);
    for poison in POISONS {
        let option = format!("--{poison}");
        let (field, unit, sum) =
            (format!("{poison}:x"), format!("unit:{poison}"), format!("not:due:..{poison}"));
        for arguments in [
            &[poison][..],
            &["status", &option],
            &["status", "--", poison],
            &["list", &field],
            &["list", &unit],
            &["list", &sum],
            &["list", "late:30..", "status:", &format!("section:{poison}")],
            &["list", "--unit", poison],
            &["list", "--plan", poison],
            &["list", "--columns", poison],
            &["list", "--sort", poison],
            &["list", "--limit", poison],
            &["status", "--by", poison],
            &["status", "--since", poison],
            &["upcoming", "--within", poison],
            &["status", "--as-of", poison],
            &["status", "--known", poison],
            &["status", "--lang", poison],
            &["status", "--color", poison],
            &["status", "--width", poison],
            &["status", "-f", poison],
            &["status", "-o", &format!("x.{poison}")],
            &["validate", poison],
            &["validate", ".", "-f", poison],
            &["validate", ".", "--deny", poison],
            &["show", poison],
            &["why", poison],
            &["why", "r", "--unit", poison],
            &["why", "r", "--period", poison],
            &["due", poison],
            &["due", "tháng 9", "--period", poison],
            &["due", "tháng 9", "--plan", poison],
            &["calendar", poison],
            &["explain", poison],
            &["completions", poison],
        ] {
            let lang = ["vi", "en"][arguments.join(" ").len() % 2];
            let ran = plan_in(folder.path(), &[arguments, &["--plans", ".", "--lang", lang]].concat());
            harmless(&format!("{}{}", ran.out, ran.err), &format!("{arguments:?}"));
        }
        for lang in ["vi", "en"] {
            let ran = plan_in(folder.path(), &["status", "--plans", poison, "--lang", lang]);
            harmless(&format!("{}{}", ran.out, ran.err), poison);
            assert_eq!(ran.code, 2);
        }
        let ran = by_variables(folder.path(), poison);
        harmless(&format!("{}{}", ran.out, ran.err), poison);
    }
    // Shells show what they are told.
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        for line in [
            &["--", "plan", "show", ""][..],
            &["--", "plan", "list", "unit:"],
            &["--", "plan", "list", "tag:"],
        ] {
            let ran = asked_by(Some(shell), folder.path(), line);
            // Some take what belongs to a value behind a tab, or a vertical one for a line's end.
            harmless(&ran.out.replace(['\t', '\u{b}'], ""), shell);
        }
    }
}

fn by_variables(folder: &Path, poison: &str) -> Ran {
    let env =
        plan::cli::Env { plan_path: Some(poison.into()), plan_lang: Some(poison.to_owned()), ..env(folder) };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = plan::cli::run(["plan", "status"].map(Into::into).into(), &env, &mut out, &mut err);
    Ran { code, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

/// Names of folders and files: in places, in what is left out, in what is written.
#[test]
#[cfg(unix)]
fn names_of_files_are_no_more_than_words() {
    for poison in POISONS {
        let name: String = poison.replace('/', "").chars().take(40).collect();
        let folder = tempfile::tempdir().unwrap();
        let plans = folder.path().join(&name);
        fs::create_dir(&plans).unwrap();
        let text = "format: 1\nplan: p\ntitle: T\nperiod: 2026\nunits: [{id: a, name: A, kind: x}]\ntasks: [{id: t, title: \"T\\e\", lead: a, due: tháng 3}]\n";
        fs::write(plans.join("plan.yaml"), text).unwrap();
        fs::write(
            plans.join(format!("{name}.yaml")),
            "tasks: [{id: s, title: \"T\\e\", lead: a, due: tháng 3}]\n",
        )
        .unwrap();
        fs::write(plans.join(format!("{name}.plan.yaml")), "sai\n").unwrap();
        fs::write(folder.path().join(format!("{name}.plan.yaml")), "format: 1\nplan: [\n").unwrap();
        for format in ["human", "short", "json", "sarif", "github", "gitlab"] {
            for path in [".", &*name] {
                let ran = plan_in(folder.path(), &["validate", "-f", format, "--", path]);
                sound(format, &ran.out, &format!("{format} {name:?}"));
                harmless(&ran.err, format);
            }
        }
        let quiet: &[&[&str]] =
            &[&["list"], &["why", "s"], &["show", "s"], &["status", "-v"], &["validate", "--diff"]];
        for report in quiet {
            for format in ["text", "csv", "html", "json", "markdown"] {
                let format = if report.contains(&"--diff") { "human" } else { format };
                let ran = plan_in(folder.path(), &[*report, &["--plans", ".", "-f", format]].concat());
                harmless(
                    &format!("{}{}", ran.out, ran.err).replace('\t', ""),
                    &format!("{report:?} {name:?}"),
                );
                if ran.code == 0 && !ran.out.is_empty() {
                    sound(format, &ran.out, &format!("{report:?} {name:?}"));
                }
            }
        }
        for arguments in [
            &["init", &*format!("{name}/a")][..],
            &["init", &name],
            &["man", &format!("{name}/plan.yaml")],
            &["status", "--plans", &format!("{name}/khong-co")],
            &["status", "--plans", &name, "-o", &format!("khong-co/{name}.html")],
        ] {
            let ran = plan_in(folder.path(), &[&arguments[..1], &["--lang", "en"], &arguments[1..]].concat());
            harmless(&format!("{}{}", ran.out, ran.err), &format!("{arguments:?}"));
        }
    }
}
