//! The measurements and their tables.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::bound::SCAN;
use crate::child::{Program, cores, take_turns};
use crate::peers::{Peer, late, right};
use crate::table::{Runs, Table, bytes, mebibytes, time};
use crate::workspace::{Shape, Size, Workspace};

const SEED: u64 = 7;
const DAY: [&str; 2] = ["--as-of", "1/7/2024"];

/// Options of a run, from the arguments.
struct Wish {
    shapes: Vec<Shape>,
    /// In bytes.
    sizes: Vec<usize>,
    items: usize,
    rounds: Option<usize>,
    parts: Vec<String>,
    keep: Option<PathBuf>,
    write_readme: bool,
}

impl Wish {
    fn read(arguments: &[String]) -> Self {
        let value = |name: &str| {
            let at = arguments.iter().position(|word| word == name)?;
            Some(arguments.get(at + 1).unwrap_or_else(|| panic!("{name} what?")).as_str())
        };
        let is_quick = arguments.iter().any(|word| word == "--quick");
        let sizes = value("--sizes").unwrap_or(if is_quick { "0.02,2" } else { "0.02,0.2,2,5,10,20,50" });
        let shapes = value("--shapes").unwrap_or("huge,small,reports");
        let parts = value("--only").unwrap_or("scale,items,right,start");
        Self {
            shapes: shapes
                .split(',')
                .map(|name| {
                    let known = Shape::ALL.into_iter().find(|shape| shape.name() == name);
                    known.unwrap_or_else(|| panic!("no shape {name}"))
                })
                .collect(),
            sizes: sizes
                .split(',')
                .map(|size| megabytes(size).unwrap_or_else(|| panic!("no size {size}")))
                .collect(),
            items: if is_quick { 10_000 } else { 100_000 },
            rounds: value("--rounds")
                .map(|rounds| rounds.parse().expect("a number of rounds"))
                .or(is_quick.then_some(2)),
            parts: parts.split(',').map(str::to_owned).collect(),
            keep: value("--write").map(PathBuf::from),
            write_readme: arguments.iter().any(|word| word == "--write-readme"),
        }
    }

    fn wants(&self, part: &str) -> bool {
        self.parts.iter().any(|wanted| wanted == part)
    }

    /// Returns the number of rounds for a size in bytes.
    fn rounds(&self, size: usize) -> usize {
        self.rounds.unwrap_or(if size < 1_000_000 {
            15
        } else if size < 15_000_000 {
            7
        } else {
            5
        })
    }

    /// A workspace as files: the folder of plans, in a temporary folder if nobody wants to keep it.
    fn folder(&self, name: &str, workspace: &Workspace) -> (PathBuf, Option<tempfile::TempDir>) {
        let temporary = self.keep.is_none().then(|| tempfile::tempdir().expect("a temporary folder"));
        let above =
            temporary.as_ref().map(tempfile::TempDir::path).or(self.keep.as_deref()).expect("a folder");
        let folder = above.join(name).join("plans");
        assert!(!folder.exists(), "{} is there already", folder.display());
        workspace.write(&folder).expect("files to write to");
        (folder, temporary)
    }
}

fn megabytes(words: &str) -> Option<usize> {
    let size: f64 = words.parse().ok()?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "of a size within reason")]
    (size > 0.0 && size <= 1000.0).then_some((size * 1e6) as usize)
}

/// Measures what the arguments ask for, and prints it.
pub(crate) fn measure(arguments: &[String]) {
    let wish = Wish::read(arguments);
    let mut said = format!("{}\n", machine());
    if wish.wants("scale") {
        let cases: Vec<Case> = wish
            .shapes
            .iter()
            .flat_map(|shape| wish.sizes.iter().map(|size| Case::new(&wish, *shape, *size)))
            .collect();
        said += &scale(&cases);
    }
    if wish.wants("items") {
        said += &items(&wish);
    }
    if wish.wants("right") {
        said += &is_it_right(&wish);
    }
    if wish.wants("start") {
        said += &start(&wish);
    }
    println!("{said}");
    if wish.write_readme {
        write_readme(&said);
    }
}

/// The program that all this is about, on a folder of plans.
fn plan(words: &[&str], plans: &Path) -> Program {
    let program = [env!("CARGO_BIN_EXE_plan")];
    Program::new(program.iter().chain(words)).with("PLAN_PATH", plans)
}

fn event_scan(plans: &Path) -> Program {
    let this = std::env::current_exe().expect("this program");
    Program::new([this.as_os_str(), SCAN.as_ref(), plans.as_os_str()])
}

/// A workspace and what each program took on it: on one core, and on two.
struct Case {
    shape: Shape,
    bytes: usize,
    files: usize,
    scan: Runs,
    validate: [Runs; 2],
    status: [Runs; 2],
    overdue: [Runs; 2],
    /// The memory that the program takes for nothing.
    rest: f64,
}

impl Case {
    fn new(wish: &Wish, shape: Shape, size: usize) -> Self {
        let workspace = Workspace::new(shape, Size::Bytes(size), SEED);
        let (folder, _temporary) =
            wish.folder(&format!("{}-{}", shape.name(), bytes(size).replace(' ', "")), &workspace);
        assert_right(&folder);
        let commands = [
            plan(&["validate"], &folder),
            plan(&["status", DAY[0], DAY[1]], &folder),
            plan(&["overdue", DAY[0], DAY[1]], &folder),
        ];
        let mut programs = vec![event_scan(&folder), plan(&["--version"], &folder)];
        programs.extend(commands.iter().flat_map(|program| [program.clone(), program.clone().on(2)]));
        eprintln!("{} {}", shape.name(), bytes(size));
        let mut runs = take_turns(&programs, wish.rounds(size)).into_iter().map(Runs);
        let mut next = || runs.next().expect("runs of each");
        Self {
            shape,
            bytes: workspace.bytes(),
            files: workspace.files(),
            scan: next(),
            rest: next().peak(),
            validate: [next(), next()],
            status: [next(), next()],
            overdue: [next(), next()],
        }
    }

    /// Bytes of memory for each byte of YAML, on so many cores; what the program takes for nothing aside.
    fn memory(&self, cores: usize) -> f64 {
        (self.validate[cores - 1].peak() - self.rest) / count(self.bytes)
    }

    fn per_megabyte(&self) -> f64 {
        self.validate[0].cpu() / count(self.bytes) * 1e6
    }

    fn name(&self) -> String {
        format!("{} {}", self.shape.name(), bytes(self.bytes))
    }

    /// Returns true if the input is large enough that the start of the program does not count.
    fn counts(&self) -> bool {
        self.bytes > 1_500_000
    }
}

#[allow(clippy::cast_precision_loss, reason = "nothing is that large")]
fn count(of: usize) -> f64 {
    of as f64
}

fn assert_right(plans: &Path) {
    let said = plan(&["validate", "--deny", "warnings"], plans).output();
    assert!(said.is_some(), "validate finds something wrong in {}", plans.display());
}

/// The tables of all workspaces, and whether what was aimed at is met.
fn scale(cases: &[Case]) -> String {
    let mut validate = Table::new(&[
        "`validate`",
        "files",
        "event scan",
        "one core",
        "CPU",
        "× scan",
        "two cores",
        "CPU",
        "× faster",
        "memory",
        "on two",
        "bytes a byte",
        "CPU a MB",
    ]);
    let mut answers = Table::new(&[
        "",
        "`status`, one core",
        "CPU",
        "× validate",
        "two cores",
        "CPU",
        "memory",
        "`overdue`, one core",
        "CPU",
        "× validate",
        "two cores",
        "CPU",
        "memory",
    ]);
    for case in cases {
        let [one, two] = &case.validate;
        let more = case.memory(1).max(case.memory(2));
        validate.row(&[
            case.name(),
            case.files.to_string(),
            time(case.scan.cpu()),
            time(one.wall()),
            time(one.cpu()),
            format!("{:.2}", one.cpu_over(&case.scan)),
            time(two.wall()),
            time(two.cpu()),
            format!("{:.2}", one.wall_over(two)),
            mebibytes(one.peak()),
            mebibytes(two.peak()),
            if case.counts() { format!("{more:.1}") } else { "–".to_owned() },
            time(case.per_megabyte()),
        ]);
        let mut row = vec![case.name()];
        for [on_one, on_two] in [&case.status, &case.overdue] {
            row.extend([
                time(on_one.wall()),
                time(on_one.cpu()),
                format!("{:.2}", on_one.cpu_over(one)),
                time(on_two.wall()),
                time(on_two.cpu()),
                mebibytes(on_two.peak()),
            ]);
        }
        answers.row(&row);
    }
    format!("{}\n{}\n{}\n", validate.done(), answers.done(), aims(cases))
}

/// Returns the aims for each shape, from 2 MB on.
fn aims(cases: &[Case]) -> String {
    let mut table = Table::new(&["from 2 MB on, the worst of each", "aim", "huge", "small", "reports"]);
    let cells = |is_met: fn(f64) -> bool, worst: &dyn Fn(&[&Case]) -> f64| {
        Shape::ALL.map(|shape| {
            let of: Vec<&Case> = cases.iter().filter(|case| case.shape == shape && case.counts()).collect();
            if of.is_empty() { "–".to_owned() } else { verdict(worst(&of), is_met) }
        })
    };
    let most = |of: &[&Case], figure: &dyn Fn(&Case) -> f64| {
        of.iter().map(|case| figure(case)).fold(f64::MIN, f64::max)
    };
    let least = |of: &[&Case], figure: &dyn Fn(&Case) -> f64| {
        of.iter().map(|case| figure(case)).fold(f64::MAX, f64::min)
    };
    let mut row = |name: &str, aim: &str, cells: [String; 3]| {
        table.row(&[&[name.to_owned(), aim.to_owned()], &cells[..]].concat());
    };
    row(
        "validate on one core, times the event scan",
        "≤ 1.3",
        cells(|is| is <= 1.3, &|of| most(of, &|case| case.validate[0].cpu_over(&case.scan))),
    );
    row(
        "two cores, times faster",
        "≥ 1.7",
        cells(|is| is >= 1.7, &|of| least(of, &|case| case.validate[0].wall_over(&case.validate[1]))),
    );
    row(
        "memory, bytes for each byte of YAML",
        "≤ 6",
        cells(|is| is <= 6.0, &|of| most(of, &|case| case.memory(1).max(case.memory(2)))),
    );
    row(
        "CPU a MB, dearest over cheapest",
        "≤ 1.25",
        cells(|is| is <= 1.25, &|of| most(of, &Case::per_megabyte) / least(of, &Case::per_megabyte)),
    );
    table.done()
}

fn verdict(figure: f64, is_met: fn(f64) -> bool) -> String {
    format!("{figure:.2} {}", if is_met(figure) { "met" } else { "**not met**" })
}

/// The answers on 100,000 work items, ours and others'.
fn items(wish: &Wish) -> String {
    let workspace = Workspace::new(Shape::Reports, Size::Items(wish.items), SEED);
    let (folder, _temporary) = wish.folder("items", &workspace);
    assert_right(&folder);
    let scratch = tempfile::tempdir().expect("a temporary folder");
    let json = |command: &str| -> serde_json::Value {
        let said = plan(&[command, DAY[0], DAY[1], "-f", "json"], &folder).output().expect("an answer");
        serde_json::from_str(&said).expect("JSON")
    };
    let listed = json("list");
    let rows = |of: &serde_json::Value| of["items"].as_array().map_or(0, Vec::len);
    let (all, ours) = (rows(&listed), rows(&json("overdue")));
    let peers = late(&listed, scratch.path());
    drop(listed);
    let commands: [&[&str]; 7] = [
        &["validate"],
        &["status", DAY[0], DAY[1]],
        &["overdue", DAY[0], DAY[1]],
        &["overdue", "unit:dv-7", DAY[0], DAY[1]],
        &["overdue", "-f", "json", DAY[0], DAY[1]],
        &["overdue", "--by", "unit", DAY[0], DAY[1]],
        &["list", DAY[0], DAY[1]],
    ];
    let mut lines: Vec<Peer> = vec![Peer {
        name: "bare event scan".to_owned(),
        remark: "",
        program: event_scan(&folder),
        late: None,
    }];
    lines.extend(commands.iter().map(|words| {
        let shown: Vec<&str> = words.iter().copied().filter(|word| !DAY.contains(word)).collect();
        let late = (shown == ["overdue"]).then_some(ours);
        Peer { name: format!("`plan {}`", shown.join(" ")), remark: "", program: plan(words, &folder), late }
    }));
    lines.extend(peers);
    let programs: Vec<Program> =
        lines.iter().flat_map(|line| [line.program.clone(), line.program.clone().on(2)]).collect();
    eprintln!("{all} items");
    let runs: Vec<Runs> = take_turns(&programs, wish.rounds.unwrap_or(5)).into_iter().map(Runs).collect();
    let validate = &runs[2];
    let mut table = Table::new(&[
        &format!(
            "{all} work items, {} in {} files, as of 1 July 2024",
            bytes(workspace.bytes()),
            workspace.files()
        ),
        "late",
        "one core",
        "CPU",
        "× validate",
        "two cores",
        "CPU",
        "memory",
        "",
    ]);
    for (line, runs) in lines.iter().zip(runs.chunks(2)) {
        table.row(&[
            line.name.clone(),
            line.late.map_or_else(String::new, |late| late.to_string()),
            time(runs[0].wall()),
            time(runs[0].cpu()),
            format!("{:.2}", runs[0].cpu_over(validate)),
            time(runs[1].wall()),
            time(runs[1].cpu()),
            mebibytes(runs[1].peak()),
            line.remark.to_owned(),
        ]);
    }
    let over = verdict(runs[6].cpu_over(validate), |is| is < 1.25);
    format!("{}\n`overdue` over `validate`, one core (aim: < 1.25): {over}.\n\n", table.done())
}

/// One file of 2 MB: is it right?
fn is_it_right(wish: &Wish) -> String {
    let workspace = Workspace::new(Shape::Huge, Size::Bytes(2_000_000), SEED);
    let (folder, _temporary) = wish.folder("right", &workspace);
    let scratch = tempfile::tempdir().expect("a temporary folder");
    let schema = plan(&["schema"], &folder).output().expect("the schema");
    let mut lines = vec![
        Peer { name: "bare event scan".to_owned(), remark: "", program: event_scan(&folder), late: None },
        Peer {
            name: "`plan validate`".to_owned(),
            remark: "keys, values, references, deadlines, reports, citations",
            program: plan(&["validate"], &folder),
            late: None,
        },
    ];
    lines.extend(right(&folder.join("lon.plan.yaml"), &schema, scratch.path()));
    eprintln!("is it right?");
    let programs: Vec<Program> = lines.iter().map(|line| line.program.clone().on(cores())).collect();
    let runs: Vec<Runs> = take_turns(&programs, wish.rounds.unwrap_or(3)).into_iter().map(Runs).collect();
    let head = format!("is the file right? {}", bytes(workspace.bytes()));
    let mut table = Table::new(&[&head, "wall", "CPU", "× `plan validate`", "memory", "what it looks at"]);
    for (line, of_line) in lines.iter().zip(&runs) {
        table.row(&[
            line.name.clone(),
            time(of_line.wall()),
            time(of_line.cpu()),
            format!("{:.1}", of_line.wall_over(&runs[1])),
            mebibytes(of_line.peak()),
            line.remark.to_owned(),
        ]);
    }
    table.done() + "\n"
}

/// The real plans: what one run costs.
fn start(wish: &Wish) -> String {
    let plans = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans");
    let commands = ["--version", "validate", "status", "overdue"];
    let programs: Vec<Program> =
        commands.iter().map(|command| plan(&[command], &plans).on(cores())).collect();
    eprintln!("the real plans");
    let runs = take_turns(&programs, wish.rounds.map_or(100, |rounds| 5 * rounds));
    let mut table = Table::new(&["the two real plans of this repository", "wall", "CPU", "memory"]);
    for (command, runs) in commands.iter().zip(runs) {
        let runs = Runs(runs);
        table.row(&[
            format!("`plan {command}`"),
            time(runs.wall()),
            time(runs.cpu()),
            mebibytes(runs.peak()),
        ]);
    }
    table.done() + "\n"
}

/// Returns the description of the machine.
fn machine() -> String {
    let read = |path| fs::read_to_string(path).unwrap_or_default();
    let model = read("/proc/cpuinfo");
    let model = model.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or("a processor");
    let load = read("/proc/loadavg");
    let load = load.split_whitespace().next().unwrap_or("?");
    let rust = Program::new(["rustc", "--version"]).output().unwrap_or_default();
    let mut said = format!("{}, {} cores", model.trim_matches([' ', '\t', ':']), cores());
    let _ = write!(said, "; {}; load before: {load}.", rust.split(" (").next().unwrap_or_default().trim());
    said + "\n"
}

/// Puts the tables between their marks.
fn write_readme(tables: &str) {
    const MARKS: [&str; 2] = ["<!-- measured -->\n", "<!-- /measured -->"];
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/README.md");
    let text = fs::read_to_string(&path).expect("the page");
    let (before, rest) = text.split_once(MARKS[0]).expect("where tables begin");
    let (_, after) = rest.split_once(MARKS[1]).expect("where tables end");
    fs::write(&path, format!("{before}{}\n{}\n{}{after}", MARKS[0], tables.trim_end(), MARKS[1]))
        .expect("the page");
}
