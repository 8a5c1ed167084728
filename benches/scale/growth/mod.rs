//! Growth of the CPU time when an input is twice as long: families of inputs, each of which grows in one respect.
//!
//! Nothing that a plan may hold much of should cost more than in proportion. Each family is doubled until a run takes
//! long enough to be measured, and then twice more.

mod families;

use std::fs;
use std::path::Path;

use crate::child::{Program, take_turns};
use crate::measure::plan;
use crate::table::{Runs, Table, bytes, time};
use families::FAMILIES;

/// The growth per doubling above which a family is none that is met.
pub(crate) const MOST: f64 = 2.3;

/// The seconds that a run takes at least before its growth is measured.
const SHORTEST: f64 = 0.04;
/// The size from which a family is doubled, and the one that it does not exceed.
const SIZES: (usize, usize) = (500, 1_024_000);
/// The number of doublings after that.
const DOUBLINGS: usize = 2;
/// The times that a family is measured until it is found to grow no more than [`MOST`]; of each size the fastest run
/// counts. A busy machine makes a run slower, never faster.
const TRIALS: usize = 4;

/// Inputs that grow in one respect.
struct Family {
    name: &'static str,
    command: &'static [&'static str],
    /// The size that the limits of the program allow, if that is less than [`SIZES`].
    most: usize,
    files: fn(usize) -> Vec<(String, String)>,
}

/// The table of all families and the worst growth of one.
pub(crate) fn growth(rounds: usize, only: Option<&str>) -> (String, f64) {
    let mut table =
        Table::new(&["when its input doubles", "command", "size", "bytes", "CPU", "growth", "mean", ""]);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let nothing = Runs(take_turns(&[plan(&["--version"], folder.path())], 9).remove(0)).least_cpu();
    let mut worst = 0.0_f64;
    for family in FAMILIES.iter().filter(|family| only.is_none_or(|only| family.name.contains(only))) {
        let found = family.growth(nothing, rounds);
        eprintln!("{}: {:?}", family.name, found.factors);
        let mean = found.mean();
        worst = worst.max(mean);
        table.row(&[
            family.name.to_owned(),
            format!("`{}`", family.command.join(" ")),
            found.size.to_string(),
            bytes(found.bytes),
            time(found.cpu),
            found.factors.iter().map(|factor| format!("{factor:.2}")).collect::<Vec<_>>().join(", "),
            format!("{mean:.2}"),
            if mean > MOST { "**more than in proportion**".to_owned() } else { String::new() },
        ]);
    }
    (table.done(), worst)
}

/// The growth of one family.
struct Growth {
    /// Its greatest size, and the bytes and the seconds of CPU of that.
    size: usize,
    bytes: usize,
    cpu: f64,
    /// The growth of the CPU time at each doubling, the start of the program aside.
    factors: Vec<f64>,
}

impl Growth {
    /// The growth of one doubling, over all of them: what delays the run of one size counts once.
    fn mean(&self) -> f64 {
        let all: f64 = self.factors.iter().product();
        #[allow(clippy::cast_precision_loss, reason = "a few")]
        all.powf(1.0 / self.factors.len() as f64)
    }
}

impl Family {
    fn growth(&self, nothing: f64, rounds: usize) -> Growth {
        let most = self.most.min(SIZES.1) >> DOUBLINGS;
        let mut size = SIZES.0.min(most);
        while size * 2 <= most && self.cpu(size, 1).1 - nothing < SHORTEST {
            size *= 2;
        }
        let mut runs = [(0, f64::INFINITY); DOUBLINGS + 1];
        for trial in 1.. {
            for (doubling, (bytes, cpu)) in runs.iter_mut().enumerate() {
                let found = self.cpu(size << doubling, rounds);
                (*bytes, *cpu) = (found.0, cpu.min(found.1));
            }
            let factors = runs.windows(2).map(|two| (two[1].1 - nothing) / (two[0].1 - nothing)).collect();
            let (bytes, cpu) = runs[DOUBLINGS];
            let growth = Growth { size: size << DOUBLINGS, bytes, cpu, factors };
            if trial == TRIALS || growth.mean() <= MOST {
                return growth;
            }
        }
        unreachable!("the last trial returns")
    }

    /// Returns the bytes of an input and the CPU time of the fastest of some runs.
    fn cpu(&self, size: usize, rounds: usize) -> (usize, f64) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let plans = folder.path().join("plans");
        let files = (self.files)(size);
        for (path, text) in &files {
            write(&plans.join(path), text);
        }
        let program: Program = plan(self.command, &plans).may_find();
        let runs = Runs(take_turns(&[program], rounds).remove(0));
        (files.iter().map(|(_, text)| text.len()).sum(), runs.least_cpu())
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder to write to");
    fs::write(path, text).expect("a file to write to");
}
