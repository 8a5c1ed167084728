//! Names of cells and their places.

/// The row and column of a cell by its name, from 0.
pub(super) fn position(name: &str) -> Option<(u32, u32)> {
    let letters = name.len() - name.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (column, row) = name.split_at(letters);
    let is_name = (1..=3).contains(&letters)
        && (1..=7).contains(&row.len())
        && row.bytes().all(|byte| byte.is_ascii_digit());
    if !is_name {
        return None;
    }
    let digit = |letter: u8| u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    let column = column.bytes().fold(0, |column, letter| column * 26 + digit(letter));
    let row: u32 = row.parse().ok()?;
    ((1..=1_048_576).contains(&row) && column <= 16_384).then(|| (row - 1, column - 1))
}

/// The name of a cell by its row and column from 0: `H12`.
pub(in crate::form) fn cell_name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    format!("{letters}{}", u64::from(row) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_cells_are_places() {
        for (name, place) in
            [("A1", (0, 0)), ("H12", (11, 7)), ("AA3", (2, 26)), ("XFD1048576", (1_048_575, 16_383))]
        {
            assert_eq!(position(name), Some(place));
            assert_eq!(cell_name(place.0, place.1), name);
        }
        for name in ["", "A", "1", "A0", "XFE1", "A1048577", "A99999999999", "ABCD1", "A1B", "Ă1", "$A$1"] {
            assert_eq!(position(name), None, "{name}");
        }
    }
}
