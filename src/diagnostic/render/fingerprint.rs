//! Fingerprints of diagnostics, which stay the same when lines above are added or removed.

use std::collections::HashMap;

use crate::diagnostic::Diagnostic;
use crate::language::Lang;

use super::places::SpanResolver;
use super::report::RunFailure;

/// The bytes of a marked text that go into its fingerprint.
const MARKED: usize = 256;

/// Makes fingerprints, each of them once.
///
/// They are made of rule, file, sentence and marked text, and count those that are alike in all four:
/// of places and languages they know nothing, and on every machine they are the same.
#[derive(Default)]
pub(super) struct Fingerprints {
    seen: HashMap<u64, u64>,
}

impl Fingerprints {
    /// The fingerprint of the next diagnostic.
    pub(super) fn next(&mut self, places: &SpanResolver<'_>, diagnostic: &Diagnostic) -> String {
        let marked = places.text(diagnostic.span).as_bytes();
        self.of([
            diagnostic.rule.name.as_bytes(),
            places.source(diagnostic.span).path().as_bytes(),
            diagnostic.message.get(Lang::Vi).as_bytes(),
            &marked[..marked.len().min(MARKED)],
        ])
    }

    /// The fingerprint of the next failure of a run.
    pub(super) fn next_failure(&mut self, failure: &RunFailure) -> String {
        self.of([b"", failure.path.as_bytes(), failure.message.get(Lang::Vi).as_bytes(), b""])
    }

    fn of(&mut self, parts: [&[u8]; 4]) -> String {
        let hash = parts.iter().fold(BASIS, |hash, part| mix(mix(hash, part), &[0]));
        let count = self.seen.entry(hash).or_insert(0);
        *count += 1;
        format!("{:016x}", mix(hash, &count.to_le_bytes()))
    }
}

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a: stable across releases, unlike the hasher of the standard library.
fn mix(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(mix(BASIS, b"foobar"), 0x8594_4171_f739_67e8);
    }
}
