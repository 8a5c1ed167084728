//! Reading and checking, held against the bare event scan of the same bytes by the same parser.
//!
//! `cargo bench --bench read` prints, for a plan of 2 MB and one of 50 MB, the CPU times of both (medians of
//! pairs that take turns; where the system tells none, the times on the wall), their ratio, and the bytes of
//! memory that a run takes for each byte of YAML.

#![allow(clippy::expect_used, reason = "a benchmark that cannot run should say so and stop")]

#[path = "../shared/clock.rs"]
mod clock;
#[path = "../shared/file.rs"]
mod file;
#[path = "../shared/seed.rs"]
mod seed;

use std::io;
use std::time::Duration;

use clock::{of_thread, time};
use plan::check::{Strictness, check};
use plan::deadline::parse_day;
use plan::parse::{Disk, Kind, Loaded, load};

/// One file in memory: what is measured is the program, not the disk.
struct Memory<'t>(&'t str);

impl Disk for Memory<'_> {
    fn kind(&self, path: &str) -> Kind {
        if path == "lon.plan.yaml" { Kind::File } else { Kind::Missing }
    }

    fn names(&self, _: &str) -> io::Result<Vec<String>> {
        Ok(Vec::new())
    }

    fn read(&self, _: &str, _: u64) -> io::Result<Vec<u8>> {
        Ok(self.0.as_bytes().to_vec())
    }

    fn is_inside(&self, _: &str) -> bool {
        true
    }
}

fn scan(text: &str) -> Duration {
    let options = granit_parser::options! { emit_comments: false };
    let (time, count) =
        time(of_thread, || granit_parser::Parser::new_from_str_with_options(text, options).flatten().count());
    assert!(count > 100, "a plan has events");
    time
}

fn read(text: &str) -> Duration {
    let today = parse_day("21/11/2026").expect("a day");
    let (time, (checked, _sources)) = time(of_thread, || {
        let mut loaded = Loaded::default();
        load(&Memory(text), "lon.plan.yaml", &mut loaded);
        check(loaded, today, Strictness::default())
    });
    assert!(checked.plans.len() == 1, "the generated plan is right");
    time
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// The most memory that this process ever held, in bytes; only Linux tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kib| kib * 1024)
}

/// Reads one plan in a process of its own and prints what it held on top of the text itself.
fn measure(size: usize) {
    let text = file::plan(size, 7);
    let before = peak().unwrap_or(0);
    read(&text);
    println!("{}", peak().unwrap_or(0).saturating_sub(before));
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|word| word == "--measure") {
        return measure(arguments[at + 1].parse().expect("a size"));
    }
    println!(
        "{:>8}  {:>12}  {:>16}  {:>6}  {:>14}",
        "bytes", "event scan", "read and check", "ratio", "memory/byte"
    );
    for (size, runs) in [(2_000_000, 15), (50_000_000, 9)] {
        let text = file::plan(size, 7);
        scan(&text);
        read(&text);
        let pairs: Vec<(Duration, Duration)> = (0..runs).map(|_| (scan(&text), read(&text))).collect();
        let scans = median(pairs.iter().map(|(scan, _)| *scan).collect());
        let reads = median(pairs.iter().map(|(_, read)| *read).collect());
        let this = std::env::current_exe().expect("this program");
        let child = std::process::Command::new(this)
            .args(["--measure", &size.to_string()])
            .output()
            .expect("a child");
        let held: f64 = String::from_utf8_lossy(&child.stdout).trim().parse().expect("bytes");
        #[allow(clippy::cast_precision_loss)]
        let per_byte = held / text.len() as f64;
        println!(
            "{:>8}  {scans:>12.1?}  {reads:>16.1?}  {:>6.2}  {per_byte:>14.1}",
            text.len(),
            reads.as_secs_f64() / scans.as_secs_f64(),
        );
    }
}
