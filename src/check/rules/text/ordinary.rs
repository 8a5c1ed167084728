//! Characters in which no rule on characters finds anything.

/// Returns true if a file consists of precomposed Vietnamese, ASCII and usual punctuation without escapes, in
/// which no rule on characters finds anything.
pub(super) fn is_ordinary(text: &str) -> bool {
    text.chars().all(|c| {
        let at = c as usize;
        ORDINARY.get(at / BITS).is_some_and(|word| word & 1 << (at % BITS) != 0)
    })
}

const BITS: usize = u64::BITS as usize;

/// The first and last characters of the ordinary runs.
const RUNS: &[(char, char)] = &[
    ('\n', '\n'),
    ('\r', '\r'),
    (' ', '['),
    (']', '~'),
    ('À', 'Ã'),
    ('È', 'Ê'),
    ('Ì', 'Í'),
    ('Ò', 'Õ'),
    ('Ù', 'Ú'),
    ('Ý', 'Ý'),
    ('à', 'ã'),
    ('è', 'ê'),
    ('ì', 'í'),
    ('ò', 'õ'),
    ('ù', 'ú'),
    ('ý', 'ý'),
    ('Ă', 'ă'),
    ('Đ', 'đ'),
    ('Ĩ', 'ĩ'),
    ('Ũ', 'ũ'),
    ('Ơ', 'ơ'),
    ('Ư', 'ư'),
    ('Ạ', 'ỹ'),
    ('–', '—'),
    ('‘', '’'),
    ('“', '”'),
    ('…', '…'),
    ('§', '§'),
    ('°', '°'),
    ('×', '×'),
    ('≤', '≥'),
];

/// One bit for every character up to the end of the last run: every character of every file is looked up.
const ORDINARY: [u64; '≥' as usize / BITS + 1] = {
    let mut bits = [0; '≥' as usize / BITS + 1];
    let mut run = 0;
    while run < RUNS.len() {
        let mut at = RUNS[run].0 as usize;
        while at <= RUNS[run].1 as usize {
            bits[at / BITS] |= 1 << (at % BITS);
            at += 1;
        }
        run += 1;
    }
    bits
};
