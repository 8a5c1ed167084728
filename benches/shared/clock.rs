//! CPU time, which does not mind who else uses the machine.

use std::time::{Duration, Instant};

/// The CPU time of this thread up to now, where the system tells it.
#[cfg(unix)]
pub(crate) fn of_thread() -> Option<Duration> {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(now).ok()
}

#[cfg(not(unix))]
pub(crate) fn of_thread() -> Option<Duration> {
    None
}

/// How long something takes, by a clock if there is that clock, else by the one on the wall.
pub(crate) fn time<T>(clock: fn() -> Option<Duration>, what: impl FnOnce() -> T) -> (Duration, T) {
    let (wall, before) = (Instant::now(), clock());
    let done = what();
    let time =
        before.zip(clock()).map_or_else(|| wall.elapsed(), |(before, after)| after.saturating_sub(before));
    (time, done)
}
