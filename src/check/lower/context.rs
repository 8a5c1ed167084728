//! Input of lowering.

use std::sync::atomic::AtomicBool;

use crate::check::left_out::SpoiltParts;
use crate::parse::Draft;
use crate::span::Sources;
use crate::threads::Threads;

/// The draft that is lowered, its files, and the threads to use.
pub(super) struct LowerContext<'d> {
    pub(super) sources: &'d Sources,
    pub(super) draft: &'d Draft<'d>,
    /// The reports, changes and results that errors of their form leave out.
    pub(super) spoilt: &'d SpoiltParts,
    pub(super) threads: Threads,
    /// Set when one of several threads meets an unknown id. Suggestions are searched for the first unknown ids
    /// only, so a single thread has to meet them in their order.
    pub(super) missed: AtomicBool,
}

impl<'d> LowerContext<'d> {
    pub(super) fn new(
        sources: &'d Sources,
        draft: &'d Draft<'d>,
        spoilt: &'d SpoiltParts,
        threads: Threads,
    ) -> Self {
        Self { sources, draft, spoilt, threads, missed: AtomicBool::new(false) }
    }
}
