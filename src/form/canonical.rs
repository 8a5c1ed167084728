//! The texts by which cells are compared, whichever program wrote them.

use unicode_normalization::UnicodeNormalization;

use crate::sanitize::visible;

/// Returns a text as a cell holds it: composed letters, no control characters but line breaks, no spaces at the ends
/// of lines.
pub(super) fn cell_text(text: &str) -> String {
    // Excel writes carriage returns as an escape of its own.
    let text = text.replace("_x000D_", "").replace("\r\n", "\n").replace('\r', "\n");
    let lines = text.split('\n').map(|line| {
        let line: String = line.nfc().collect();
        let words: Vec<&str> = line.split_whitespace().collect();
        visible(&words.join(" ")).into_owned()
    });
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Returns a number as text: as many digits as it has.
pub(super) fn number_text(number: f64) -> String {
    // Programs write 0.8 as 0.80000000000000004.
    let rounded = (number * 1e9).round() / 1e9;
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

/// Returns a hash of a text as a short name, which is the same in every release and on every machine.
pub(super) fn digest(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{:08x}", (hash >> 32) ^ (hash & 0xffff_ffff))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_all_programs_are_alike() {
        for (text, same) in [
            ("  Báo cáo  số 05 ", "Báo cáo số 05"),
            ("Ba\u{301}o ca\u{301}o", "Báo cáo"),
            ("a\r\nb", "a\nb"),
            ("a_x000D_\n\n b", "a\nb"),
            ("a\u{a0}b", "a b"),
            ("\u{1b}[1m", "␛[1m"),
            ("", ""),
        ] {
            assert_eq!(cell_text(text), same);
        }
        assert_eq!(number_text(0.1 + 0.2), "0.3");
        assert_eq!(number_text(-0.0), "0");
        assert_eq!(digest(""), digest(""));
        assert_ne!(digest("a"), digest("b"));
    }
}
