//! Roman numerals, which quarters, terms and chapters have.

/// Returns the Roman numeral of a number; empty for 0.
pub fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let (mut left, mut numeral) = (number, String::new());
    for (value, sign) in SIGNS {
        while left >= value {
            numeral.push_str(sign);
            left -= value;
        }
    }
    numeral
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_roman() {
        let numerals = [1, 4, 9, 14, 40, 49, 90, 400, 1994].map(roman);
        assert_eq!(numerals, ["I", "IV", "IX", "XIV", "XL", "XLIX", "XC", "CD", "MCMXCIV"]);
        assert_eq!(roman(0), "");
    }
}
