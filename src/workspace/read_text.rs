//! The bytes of a file → its text, checked while they are in the cache of the processor.

use std::io::{self, Read};

/// The bytes that are read and checked at once.
const CHUNK: usize = 64 * 1024;
/// The least bytes that are: more than a character has, beside the beginning of one.
const LEAST: usize = 8;

/// Reads the text of a file of so many bytes, or some other number; the bytes as they are if they are not UTF-8.
pub(super) fn read_text(file: impl Read, len: usize) -> io::Result<Result<String, Vec<u8>>> {
    // The byte more shows the end of the file.
    read_in_chunks(file, len, len.saturating_add(1).clamp(LEAST, CHUNK))
}

fn read_in_chunks(mut file: impl Read, len: usize, size: usize) -> io::Result<Result<String, Vec<u8>>> {
    let mut text = String::new();
    text.try_reserve_exact(len).map_err(|_| io::ErrorKind::OutOfMemory)?;
    let mut chunk = vec![0; size];
    let mut filled = 0;
    loop {
        let read = match file.read(&mut chunk[filled..]) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        if read == 0 && filled == 0 {
            return Ok(Ok(text));
        }
        filled += read;
        // At the end of the file there is no rest of a character to wait for.
        let whole = if read == 0 { filled } else { whole_characters(&chunk[..filled]) };
        let Ok(characters) = simdutf8::basic::from_utf8(&chunk[..whole]) else {
            let mut bytes = text.into_bytes();
            bytes.extend_from_slice(&chunk[..filled]);
            file.read_to_end(&mut bytes)?;
            return Ok(Err(bytes));
        };
        text.push_str(characters);
        chunk.copy_within(whole..filled, 0);
        filled -= whole;
    }
}

/// The number of bytes before a character that is not complete.
fn whole_characters(bytes: &[u8]) -> usize {
    for (at, byte) in bytes.iter().enumerate().rev().take(3) {
        let needed = match byte {
            0x80..=0xbf => continue,
            0xc0..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0.. => 4,
            _ => 1,
        };
        return if at + needed > bytes.len() { at } else { bytes.len() };
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A file that gives a few bytes at a time.
    struct Slow<'b>(&'b [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let most = into.len().min(self.1);
            self.0.read(&mut into[..most])
        }
    }

    fn agrees(bytes: &[u8], step: usize, size: usize) {
        let read = read_in_chunks(Slow(bytes, step), bytes.len(), size).unwrap();
        assert_eq!(read, String::from_utf8(bytes.to_vec()).map_err(std::string::FromUtf8Error::into_bytes));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn chunks_are_read_as_the_whole_is(
            text in "[a-zạ漢😀\\n]{0,40}",
            cut in 0..40usize,
            odd in prop::option::of(any::<u8>()),
            step in 1..12usize,
            size in LEAST..20,
        ) {
            let mut bytes = text.into_bytes();
            agrees(&bytes, step, size);
            let cut = cut.min(bytes.len());
            agrees(&bytes[..cut], step, size);
            bytes.splice(cut..cut, odd);
            agrees(&bytes, step, size);
        }
    }

    #[test]
    fn files_of_any_length_are_read() {
        for len in [0, 1, LEAST, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK] {
            let text: String = "ệa".chars().cycle().take(len).collect();
            for told in [0, text.len(), 2 * text.len()] {
                assert_eq!(read_text(text.as_bytes(), told).unwrap(), Ok(text.clone()));
            }
        }
    }
}
