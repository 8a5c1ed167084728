//! Programs as processes of their own: on so many cores, how long, with how much memory.
//!
//! This program starts itself as the parent of each: small, so that what the system says of its children is
//! about nothing else.

use std::ffi::{OsStr, OsString};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nix::sched::{CpuSet, sched_getaffinity, sched_setaffinity};
use nix::sys::resource::{UsageWho, getrusage};
use nix::unistd::Pid;

/// Resources that one run of a program took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    pub(crate) wall: Duration,
    /// User and system, of all threads.
    pub(crate) cpu: Duration,
    /// The most memory it held at once, in bytes.
    pub(crate) peak: u64,
}

/// A program with its arguments, and how many cores it may use.
#[derive(Debug, Clone)]
pub(crate) struct Program {
    words: Vec<OsString>,
    env: Vec<(&'static str, OsString)>,
    pub(crate) cores: usize,
    /// True if status 1, which means a finding, is as good as 0.
    may_find: bool,
}

impl Program {
    pub(crate) fn new<W: AsRef<OsStr>>(words: impl IntoIterator<Item = W>) -> Self {
        let words = words.into_iter().map(|word| word.as_ref().to_owned()).collect();
        Self { words, env: Vec::new(), cores: 1, may_find: false }
    }

    pub(crate) fn on(self, cores: usize) -> Self {
        Self { cores, ..self }
    }

    /// The same program, for input in which it finds something wrong.
    pub(crate) fn may_find(self) -> Self {
        Self { may_find: true, ..self }
    }

    pub(crate) fn with(mut self, variable: &'static str, value: impl Into<OsString>) -> Self {
        self.env.push((variable, value.into()));
        self
    }

    /// Returns the standard output of a successful run.
    pub(crate) fn output(&self) -> Option<String> {
        let output = self.command().stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs it, its output thrown away.
    fn run(&self) -> Run {
        let mut parent = Command::new(std::env::current_exe().expect("this program"));
        let worst = if self.may_find { "1" } else { "0" };
        parent.args([PARENT, &self.cores.to_string(), worst]).args(&self.words);
        parent.envs(self.env.iter().cloned()).stderr(Stdio::inherit());
        let output = parent.output().expect("this program starts");
        assert!(output.status.success(), "{:?} did not end well", self.words);
        let words = String::from_utf8_lossy(&output.stdout);
        let mut numbers = words.split_whitespace().map(|word| word.parse().expect("a number"));
        let mut next = || numbers.next().expect("three numbers");
        Run { wall: Duration::from_micros(next()), cpu: Duration::from_micros(next()), peak: next() }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.words[0]);
        command.args(&self.words[1..]).envs(self.env.iter().cloned()).stdin(Stdio::null());
        command
    }
}

/// Runs programs so many times, taking turns, after once to warm up.
pub(crate) fn take_turns(programs: &[Program], rounds: usize) -> Vec<Vec<Run>> {
    let mut runs = vec![Vec::new(); programs.len()];
    for round in 0..=rounds {
        for (program, runs) in programs.iter().zip(&mut runs) {
            let run = program.run();
            if round > 0 {
                runs.push(run);
            }
        }
    }
    runs
}

/// The argument that makes this program the parent of what the next ones say.
pub(crate) const PARENT: &str = "--parent";

/// Runs a program on some cores, which ends with some status at worst, and prints microseconds on the wall, of CPU, and
/// bytes.
pub(crate) fn parent(arguments: &[String]) {
    let number = |at: usize| arguments[at].parse().expect("a number");
    bind(number(0));
    let program = Program::new(&arguments[2..]);
    let before = Instant::now();
    let mut child = program.command().stdout(Stdio::null()).spawn().expect("the program starts");
    let status = child.wait().expect("the program ends");
    let wall = before.elapsed();
    let is_well = status.code().is_some_and(|code| usize::try_from(code).is_ok_and(|code| code <= number(1)));
    assert!(is_well, "{:?} ended with {status}", program.words);
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("what it took");
    let times = [usage.user_time(), usage.system_time()];
    let cpu: i64 = times.iter().map(|time| time.tv_sec() * 1_000_000 + time.tv_usec()).sum();
    println!("{} {cpu} {}", wall.as_micros(), usage.max_rss() * 1024);
}

/// Returns the number of cores available to this program.
pub(crate) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Keeps this process, and those that it starts, on the first of its cores.
fn bind(cores: usize) {
    let all = sched_getaffinity(Pid::from_raw(0)).expect("the cores");
    let mut some = CpuSet::new();
    let free = (0..CpuSet::count()).filter(|core| all.is_set(*core).unwrap_or(false));
    for core in free.take(cores) {
        some.set(core).expect("a core");
    }
    sched_setaffinity(Pid::from_raw(0), &some).expect("a choice of cores");
}
