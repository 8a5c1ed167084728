//! Cost of a short run.

use std::path::Path;

use crate::aims::Aim;
use crate::child::{Program, cores, take_turns};
use crate::measure::{Wish, program};
use crate::table::{Runs, Table, mebibytes, time};

/// The real plans: what one run costs.
pub(crate) fn start(wish: &Wish, aims: &mut Vec<Aim>) -> String {
    let plans = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans");
    let commands = ["--version", "validate", "status", "overdue"];
    let own = Path::new(env!("CARGO_BIN_EXE_plan"));
    let all = |path: &Path| commands.map(|command| program(path, &[command], &plans).on(cores()));
    let programs: Vec<Program> =
        all(own).into_iter().chain(wish.before.iter().flat_map(|before| all(before))).collect();
    eprintln!("the real plans");
    let runs = take_turns(&programs, wish.rounds.map_or(100, |rounds| 5 * rounds));
    let mut table = Table::new(&["the two real plans of this repository", "wall", "CPU", "memory"]);
    let runs: Vec<Runs> = runs.into_iter().map(Runs).collect();
    for (at, runs) in runs.iter().enumerate() {
        let before = if at < commands.len() { "" } else { ", the commit before" };
        table.row(&[
            format!("`plan {}`{before}", commands[at % commands.len()]),
            time(runs.wall()),
            time(runs.cpu()),
            mebibytes(runs.peak()),
        ]);
    }
    if let [own, before] = runs.chunks(commands.len()).collect::<Vec<_>>()[..] {
        for (command, (own, before)) in commands.iter().zip(own.iter().zip(before)) {
            let what = format!("`{command}` on the real plans / the commit before, CPU");
            aims.push(Aim::at_most(what, "≤ 1", 1.0, own.cpu_over(before)));
        }
    }
    table.done() + "\n"
}
