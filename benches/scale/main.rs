//! `plan` from 20 KB to 50 MB, against the least that reading takes and against what one would take instead.
//!
//! `cargo bench --bench scale` makes the plans, runs the real program and the others on them, each as a process of
//! its own and all taking turns, and prints the tables of benches/README.md. Linux only: elsewhere nobody tells what
//! a child took. Options, behind `--`:
//!
//! | option | |
//! |---|---|
//! | `--quick` | small sizes, few rounds: does it run, is anything far off |
//! | `--shapes huge,small,reports` | only these |
//! | `--sizes 0.02,2,50` | only these, in MB |
//! | `--rounds N` | how often each program runs, after once to warm up |
//! | `--only scale,items,right,start,growth,nation` | only these parts |
//! | `--before PATH` | the program of an earlier commit, which takes turns with this one |
//! | `--family WORDS` | of the families of growth, only those with these words in their names |
//! | `--nation-items N` | the work items of the nation that is exported |
//! | `--write FOLDER` | keeps the plans there |
//! | `--nation N FOLDER` | only writes plans of N work items in provinces and communes there, for `plan export` |
//! | `--write-readme` | puts the tables into benches/README.md |

#![cfg_attr(
    target_os = "linux",
    allow(clippy::expect_used, clippy::panic, reason = "a benchmark that cannot run should say so and stop")
)]

#[cfg(target_os = "linux")]
mod aims;
#[cfg(target_os = "linux")]
mod bound;
#[cfg(target_os = "linux")]
mod child;
#[cfg(target_os = "linux")]
mod due;
#[cfg(target_os = "linux")]
mod growth;
#[cfg(target_os = "linux")]
mod items;
#[cfg(target_os = "linux")]
mod measure;
#[cfg(target_os = "linux")]
mod nation;
#[cfg(target_os = "linux")]
mod peers;
#[cfg(target_os = "linux")]
mod seed;
#[cfg(target_os = "linux")]
mod start;
#[cfg(target_os = "linux")]
mod table;
#[cfg(target_os = "linux")]
mod workspace;

#[cfg(target_os = "linux")]
fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some(child::PARENT) => child::parent(&arguments[1..]),
        Some(bound::SCAN) => bound::scan(arguments[1].as_ref()),
        Some(nation::NATION) => nation::write(&arguments[1..]),
        Some(peers::SCHEMA) => peers::hold(arguments[1].as_ref(), arguments[2].as_ref()),
        _ => measure::measure(&arguments),
    }
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("Nothing is measured here: only Linux tells what a child took and keeps it on one core.");
}
