//! Letters of other alphabets that look like Vietnamese letters.

/// Returns the Vietnamese letter that a letter of another alphabet looks like.
///
/// The result is none for letters without a Vietnamese look-alike, Vietnamese letters included.
pub fn vietnamese_look_alike(c: char) -> Option<char> {
    Some(match c {
        'ð' | 'ɖ' => 'đ',
        'Ð' | 'Ɖ' => 'Đ',
        'ǎ' => 'ă',
        'Ǎ' => 'Ă',
        // Cyrillic and Greek letters.
        'а' => 'a',
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'с' => 'c',
        'С' => 'C',
        'ԁ' => 'd',
        'е' => 'e',
        'Е' | 'Ε' => 'E',
        'һ' => 'h',
        'Н' | 'Η' => 'H',
        'і' => 'i',
        'І' | 'Ι' => 'I',
        'ј' => 'j',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'о' | 'ο' => 'o',
        'О' | 'Ο' => 'O',
        'р' => 'p',
        'Р' | 'Ρ' => 'P',
        'ѕ' => 's',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'у' => 'y',
        'У' | 'Υ' => 'Y',
        'х' => 'x',
        'Х' | 'Χ' => 'X',
        'Ζ' => 'Z',
        'Ν' => 'N',
        'ν' => 'v',
        _ => return None,
    })
}
