//! Whole answers, held against `plan validate` of the same files; and the start-up of the program.
//!
//! `cargo bench --bench answer` writes a plan of 100,000 work items into a temporary folder, runs each command on
//! it in this process, from the arguments to the last byte of the answer, and prints the CPU times (medians of
//! rounds in which the commands take turns) and each round's ratio to `validate`; then the CPU time of the
//! real binary on the real plans. Where the system does not tell CPU time, it is the time on the wall.
//!
//! `cargo bench --bench answer -- --write FOLDER` writes that plan, and the one of 2 MB of the bench `read`, into a
//! folder and measures nothing: for whoever wants to hold another program against it.

#![allow(clippy::expect_used, clippy::panic, reason = "a benchmark that cannot run should say so and stop")]

#[path = "../shared/clock.rs"]
mod clock;
#[path = "../shared/file.rs"]
mod file;
mod folder;
#[path = "../shared/seed.rs"]
mod seed;

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use clock::{of_thread, time};
use plan::cli::{Env, run};

const ITEMS: usize = 100_000;
const ROUNDS: usize = 9;
const STARTS: u32 = 200;
const COMMANDS: [&[&str]; 8] = [
    &["validate"],
    &["overdue"],
    &["overdue", "--by", "unit"],
    &["overdue", "unit:dv-7"],
    &["overdue", "-f", "json"],
    &["status"],
    &["status", "--by", "unit"],
    &["list"],
];

/// Takes everything and keeps how much it was.
#[derive(Default)]
struct Sink(usize);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The CPU time of all children that have ended, user and system; only Linux tells, in hundredths of a second.
fn of_children() -> Option<Duration> {
    let words = fs::read_to_string("/proc/self/stat").ok()?;
    let mut fields = words.rsplit_once(')')?.1.split_whitespace().skip(13);
    let mut ticks = || fields.next()?.parse::<u64>().ok();
    Some(Duration::from_millis(10 * (ticks()? + ticks()?)))
}

/// One command on the plans of a folder: its time and how many bytes it answered.
fn answer(command: &[&str], folder: &Path) -> (Duration, usize) {
    let env = Env {
        folder: folder.to_owned(),
        plan_path: None,
        plan_lang: None,
        no_color: true,
        terminal: false,
        width: None,
        complete: None,
        now: 1_782_864_000, // 1 July 2026
    };
    let arguments: Vec<OsString> = [&["plan"], command].concat().into_iter().map(OsString::from).collect();
    let (mut out, mut err) = (Sink::default(), Vec::new());
    let (time, code) = time(of_thread, || run(arguments, &env, &mut out, &mut err));
    let said = String::from_utf8_lossy(&err);
    assert!(code == 0 && said.is_empty(), "{command:?} ended with {code}: {said}");
    (time, out.0)
}

fn write(into: &Path) -> usize {
    let mut bytes = 0;
    for (path, text) in folder::folder(ITEMS, 7) {
        let path = into.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder to write to");
        fs::write(path, &text).expect("a file to write to");
        bytes += text.len();
    }
    bytes
}

fn median<T: PartialOrd + Copy>(mut of: Vec<T>) -> T {
    of.sort_by(|a, b| a.partial_cmp(b).expect("numbers"));
    of[of.len() / 2]
}

fn answers() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let bytes = write(&folder.path().join("plans/lon"));
    let listed = COMMANDS.map(|command| answer(command, folder.path()).1);
    let rounds: Vec<_> =
        (0..ROUNDS).map(|_| COMMANDS.map(|command| answer(command, folder.path()).0)).collect();
    println!(
        "Whole runs on a plan of {ITEMS} work items, {bytes} bytes: CPU time, ratio to validate, bytes of the answer\n"
    );
    for (at, (command, listed)) in COMMANDS.iter().zip(listed).enumerate() {
        let time = median(rounds.iter().map(|round| round[at]).collect());
        let ratio =
            median(rounds.iter().map(|round| round[at].as_secs_f64() / round[0].as_secs_f64()).collect());
        println!("{:<22}  {time:>9.1?}  {ratio:>5.2}  {listed:>10}", command.join(" "));
    }
}

/// The real program on the real plans: what one run costs.
fn start() {
    let plans = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans");
    println!("\nThe program itself on the real plans, a run ({STARTS} of each): CPU time, user and system\n");
    for command in ["--version", "validate", "status", "overdue"] {
        let once = || {
            let mut program = Command::new(env!("CARGO_BIN_EXE_plan"));
            program.arg(command).env("PLAN_PATH", &plans).stdout(Stdio::null()).stderr(Stdio::null());
            assert!(program.status().expect("the program").success(), "{command} ended well");
        };
        once();
        let (all, ()) = time(of_children, || (0..STARTS).for_each(|_| once()));
        println!("{command:<22}  {:>9.1?}", all / STARTS);
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|word| word == "--write") {
        let into = Path::new(arguments.get(at + 1).expect("a folder"));
        write(&into.join("plans/lon"));
        fs::write(into.join("2mb.plan.yaml"), file::plan(2_000_000, 7)).expect("a file to write to");
        return;
    }
    answers();
    start();
}
