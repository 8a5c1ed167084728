//! Parallel work with results in the order of the input.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// The maximum number of threads. More are limited by the file reader, by memory and by their start.
const MOST: usize = 8;
/// The number of chunks per thread, which balances chunks of different cost.
const PER_THREAD: usize = 4;
/// The minimum length of a chunk, below which a thread costs more than it saves.
const SHORTEST: usize = if cfg!(any(test, fuzzing)) { 2 } else { 1024 };

/// The number of threads for a piece of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Threads(usize);

impl Threads {
    /// The current thread only.
    pub(crate) const ONE: Self = Self(1);

    /// Returns one thread per available core, up to [`MOST`].
    pub(crate) fn all() -> Self {
        Self(thread::available_parallelism().map_or(1, usize::from).min(MOST))
    }

    /// Returns a number of threads, at least one.
    pub(crate) fn new(threads: usize) -> Self {
        Self(threads.max(1))
    }

    /// Returns the number of threads.
    pub(crate) fn count(self) -> usize {
        self.0
    }

    /// Applies a function to each element, on the next free thread, and returns the results in order.
    pub(crate) fn each<T: Sync, R: Send>(self, all: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
        let threads = self.0.min(all.len());
        if threads < 2 {
            return all.iter().map(work).collect();
        }
        let next = AtomicUsize::new(0);
        let take = || {
            let mut done = Vec::new();
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(one) = all.get(at) else { return done };
                done.push((at, work(one)));
            }
        };
        let mut done = thread::scope(|scope| {
            let others: Vec<_> = (1..threads).map(|_| scope.spawn(take)).collect();
            let mut done = take();
            for other in others {
                done.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
            }
            done
        });
        done.sort_unstable_by_key(|(at, _)| *at);
        done.into_iter().map(|(_, result)| result).collect()
    }

    /// Processes a long list in chunks, each of which fills an `O` of its own, and returns these in order.
    pub(crate) fn in_chunks<'t, T: Sync, O: Default + Send>(
        self,
        all: &'t [T],
        work: impl Fn(&mut O, usize, &'t T) + Sync,
    ) -> Vec<O> {
        let size = (all.len() / (self.0 * PER_THREAD)).max(SHORTEST);
        let size = if self == Self::ONE { all.len().max(1) } else { size };
        let chunks: Vec<(usize, &'t [T])> = (0..).step_by(size).zip(all.chunks(size)).collect();
        self.each(&chunks, |(first, chunk)| {
            let mut out = O::default();
            for (at, one) in (*first..).zip(*chunk) {
                work(&mut out, at, one);
            }
            out
        })
    }

    /// Applies a function to elements of uneven cost: long ones one after the other, each on all threads, and
    /// the others in parallel, each on one thread.
    pub(crate) fn share<T: Sync, R: Send>(
        self,
        all: &[T],
        is_long: impl Fn(&T) -> bool,
        work: impl Fn(&T, Self) -> R + Sync,
    ) -> Vec<R> {
        let (long, short): (Vec<_>, Vec<_>) = all.iter().enumerate().partition(|(_, one)| is_long(one));
        let mut done = self.each(&short, |(at, one)| (*at, work(one, Self::ONE)));
        done.extend(long.into_iter().map(|(at, one)| (at, work(one, self))));
        done.sort_unstable_by_key(|(at, _)| *at);
        done.into_iter().map(|(_, result)| result).collect()
    }
}

/// Adds what a chunk made to what those before it made. That of the first is taken as it is: a long list is not held
/// twice.
pub(crate) fn append_chunk<T>(all: &mut Vec<T>, mut more: Vec<T>) {
    if all.is_empty() {
        *all = more;
    } else {
        all.append(&mut more);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_work() {
        let all: Vec<u64> = (0..1000).collect();
        for threads in [1, 2, 7] {
            let squares = Threads::new(threads).each(&all, |one| {
                if one % 97 == 0 {
                    thread::yield_now();
                }
                one * one
            });
            assert_eq!(squares, all.iter().map(|one| one * one).collect::<Vec<_>>());
        }
        assert!(Threads::new(4).each(&[], |one: &u64| *one).is_empty());
    }

    #[test]
    fn chunks_cover_the_list_in_order() {
        let all: Vec<usize> = (100..1100).collect();
        for threads in [1, 2, 3] {
            let out: Vec<Vec<usize>> = Threads::new(threads).in_chunks(&all, |out: &mut Vec<_>, at, one| {
                assert_eq!(at + 100, *one);
                out.push(*one);
            });
            assert_eq!(out.len() > 1, threads > 1);
            assert_eq!(out.concat(), all);
        }
        assert!(Threads::new(2).in_chunks(&[], |_: &mut Vec<u8>, _, _: &u8| {}).is_empty());
    }

    #[test]
    fn long_work_has_all_threads() {
        let all = [1, 500, 2, 600];
        let threads = Threads::new(3);
        let done = threads.share(&all, |one| *one > 99, |one, threads| (*one, threads));
        assert_eq!(done, [(1, Threads::ONE), (500, threads), (2, Threads::ONE), (600, threads)]);
    }

    #[test]
    #[should_panic(expected = "the fifth")]
    fn a_panic_is_not_swallowed() {
        Threads::new(2).each(&[1, 2, 3, 4, 5], |one| assert!(*one < 5, "the fifth"));
    }
}
