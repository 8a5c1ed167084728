//! The measurements and their tables.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::aims::{self, Aim, worst};
use crate::bound::SCAN;
use crate::child::{Program, cores, take_turns};
use crate::growth::{MOST, growth};
use crate::items::{is_it_right, items};
use crate::nation::export;
use crate::start::start;
use crate::table::{Runs, Table, bytes, mebibytes, time};
use crate::workspace::{Shape, Size, Workspace};

pub(crate) const SEED: u64 = 7;
pub(crate) const DAY: [&str; 2] = ["--as-of", "1/7/2024"];

/// Options of a run, from the arguments.
pub(crate) struct Wish {
    shapes: Vec<Shape>,
    /// In bytes.
    sizes: Vec<usize>,
    pub(crate) items: usize,
    pub(crate) rounds: Option<usize>,
    parts: Vec<String>,
    /// The program of an earlier commit.
    pub(crate) before: Option<PathBuf>,
    family: Option<String>,
    nation_items: usize,
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
        let parts = value("--only").unwrap_or("scale,items,right,start,growth,nation");
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
            before: value("--before").map(PathBuf::from),
            family: value("--family").map(str::to_owned),
            nation_items: value("--nation-items").map_or(if is_quick { 10_000 } else { 100_000 }, |items| {
                items.parse().expect("a number of items")
            }),
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
    pub(crate) fn folder(&self, name: &str, workspace: &Workspace) -> (PathBuf, Option<tempfile::TempDir>) {
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
    let (mut said, mut aims) = (String::new(), Vec::new());
    if wish.wants("scale") {
        let cases: Vec<Case> = wish
            .shapes
            .iter()
            .flat_map(|shape| wish.sizes.iter().map(|size| Case::new(&wish, *shape, *size)))
            .collect();
        add(&scale(&cases), &mut said);
        aims.extend(aims_of(&cases));
    }
    if wish.wants("items") {
        add(&items(&wish, &mut aims), &mut said);
    }
    if wish.wants("right") {
        add(&is_it_right(&wish), &mut said);
    }
    if wish.wants("start") {
        add(&start(&wish, &mut aims), &mut said);
    }
    if wish.wants("nation") {
        add(&export(wish.nation_items, wish.rounds.unwrap_or(3), &mut aims), &mut said);
    }
    if wish.wants("growth") {
        let (table, worst) = growth(wish.rounds.unwrap_or(3), wish.family.as_deref());
        add(&table, &mut said);
        aims.push(Aim::at_most(
            "growth of CPU time when an input doubles, worst family",
            "≤ 2.3",
            MOST,
            worst,
        ));
    }
    let head = format!("{}\n{}\n", machine(), aims::table(&aims));
    println!("{head}");
    let said = head + &said;
    if wish.write_readme {
        write_readme(&said);
    }
}

/// Prints the tables of a part as soon as they are there, and adds them to those before.
fn add(tables: &str, said: &mut String) {
    println!("{tables}");
    said.push_str(tables);
}

/// The program that all this is about, on a folder of plans.
pub(crate) fn plan(words: &[&str], plans: &Path) -> Program {
    program(Path::new(env!("CARGO_BIN_EXE_plan")), words, plans)
}

/// This program or an earlier one, on a folder of plans.
pub(crate) fn program(path: &Path, words: &[&str], plans: &Path) -> Program {
    let words = words.iter().map(AsRef::as_ref);
    Program::new(std::iter::once(path.as_os_str()).chain(words)).with("PLAN_PATH", plans)
}

pub(crate) fn event_scan(plans: &Path) -> Program {
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
    /// `validate` of an earlier commit, on one core and on two.
    before: Option<[Runs; 2]>,
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
        if let Some(before) = &wish.before {
            let validate = program(before, &["validate"], &folder);
            programs.extend([validate.clone(), validate.on(2)]);
        }
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
            before: wish.before.is_some().then(|| [next(), next()]),
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

pub(crate) fn assert_right(plans: &Path) {
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
    format!("{}\n{}\n{}\n", validate.done(), answers.done(), shapes(cases))
}

/// The aims that workspaces of many sizes tell of.
fn aims_of(cases: &[Case]) -> Vec<Aim> {
    let large = |least: f64| cases.iter().filter(move |case| case.counts() && count(case.bytes) > least);
    let over_scan = worst(large(0.0).map(|case| case.validate[0].cpu_over(&case.scan)));
    let memory = worst(large(15e6).map(|case| case.memory(1).max(case.memory(2))));
    let before = |cores: usize, over: fn(&Runs, &Runs) -> f64| {
        worst(large(0.0).filter_map(|case| Some(over(&case.validate[cores], &case.before.as_ref()?[cores]))))
    };
    [
        (
            "`validate` on one core / bare event scan of the parser, worst shape from 2 MB on",
            "≤ 1.2",
            1.2,
            over_scan,
        ),
        (
            "`validate` on two cores / the commit before, wall, worst shape from 2 MB on",
            "≤ 0.4",
            0.4,
            before(1, Runs::wall_over),
        ),
        (
            "`validate` on one core / the commit before, CPU, worst shape from 2 MB on",
            "≤ 0.5",
            0.5,
            before(0, Runs::cpu_over),
        ),
        ("memory, bytes a byte of YAML, worst shape from 20 MB on", "≤ 6", 6.0, memory),
    ]
    .into_iter()
    .filter_map(|(what, aim, most, figure)| Some(Aim::at_most(what, aim, most, figure?)))
    .collect()
}

/// Returns the worst figures of each shape, from 2 MB on.
fn shapes(cases: &[Case]) -> String {
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
        "≤ 1.2",
        cells(|is| is <= 1.2, &|of| most(of, &|case| case.validate[0].cpu_over(&case.scan))),
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

pub(crate) fn verdict(figure: f64, is_met: fn(f64) -> bool) -> String {
    format!("{figure:.2} {}", if is_met(figure) { "met" } else { "**not met**" })
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
