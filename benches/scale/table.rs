//! Figures as the tables of benches/README.md have them.

use std::time::Duration;

use crate::child::Run;

/// The runs of one program, which took turns with those of others.
#[derive(Debug, Clone)]
pub(crate) struct Runs(pub(crate) Vec<Run>);

impl Runs {
    pub(crate) fn wall(&self) -> f64 {
        median(self.0.iter().map(|run| run.wall.as_secs_f64()))
    }

    pub(crate) fn cpu(&self) -> f64 {
        median(self.0.iter().map(|run| run.cpu.as_secs_f64()))
    }

    /// The CPU time of the fastest run.
    pub(crate) fn least_cpu(&self) -> f64 {
        self.0.iter().map(|run| run.cpu.as_secs_f64()).fold(f64::MAX, f64::min)
    }

    /// The most memory, in bytes.
    pub(crate) fn peak(&self) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "no memory is that large")]
        median(self.0.iter().map(|run| run.peak as f64))
    }

    /// Returns the ratio of the CPU times, round by round.
    pub(crate) fn cpu_over(&self, other: &Self) -> f64 {
        self.over(other, |run| run.cpu)
    }

    /// The same of the time on the wall.
    pub(crate) fn wall_over(&self, other: &Self) -> f64 {
        self.over(other, |run| run.wall)
    }

    fn over(&self, other: &Self, time: fn(&Run) -> Duration) -> f64 {
        median(
            self.0
                .iter()
                .zip(&other.0)
                .map(|(this, other)| time(this).as_secs_f64() / time(other).as_secs_f64()),
        )
    }
}

fn median(of: impl Iterator<Item = f64>) -> f64 {
    let mut of: Vec<f64> = of.collect();
    of.sort_by(f64::total_cmp);
    of[of.len() / 2]
}

/// A table in Markdown: its first column are words, the others figures.
pub(crate) struct Table(String);

impl Table {
    pub(crate) fn new(heads: &[&str]) -> Self {
        let rule = format!("|---|{}", "---:|".repeat(heads.len() - 1));
        Self(format!("| {} |\n{rule}\n", heads.join(" | ")))
    }

    pub(crate) fn row(&mut self, cells: &[String]) {
        self.0 += "| ";
        self.0 += &cells.join(" | ");
        self.0 += " |\n";
    }

    pub(crate) fn done(self) -> String {
        self.0
    }
}

/// Seconds with three digits that count.
pub(crate) fn time(seconds: f64) -> String {
    match seconds {
        10.0.. => format!("{seconds:.1} s"),
        1.0.. => format!("{seconds:.2} s"),
        0.1.. => format!("{:.0} ms", seconds * 1e3),
        _ => format!("{:.1} ms", seconds * 1e3),
    }
}

pub(crate) fn mebibytes(bytes: f64) -> String {
    format!("{:.0} MiB", bytes / f64::from(1 << 20))
}

pub(crate) fn bytes(bytes: usize) -> String {
    if bytes < 1_000_000 {
        format!("{} KB", (bytes + 500) / 1000)
    } else {
        format!("{} MB", (bytes + 500_000) / 1_000_000)
    }
}
