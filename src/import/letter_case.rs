//! Capital and small letters of heads, which offices set in capitals.

/// Returns true if words are in capital letters.
pub(super) fn is_upper(line: &str) -> bool {
    line.chars().any(char::is_uppercase) && !line.chars().any(char::is_lowercase)
}

/// Capital letters as in a name: `ỦY BAN NHÂN DÂN QUẬN THANH XUÂN`.
pub(super) fn sentence_case(words: &str) -> String {
    const SHORT: [&str; 14] = [
        "TM.", "KT.", "TL.", "TUQ.", "Q.", "UBND", "HĐND", "GDĐT", "BCĐ", "MTTQ", "THCS", "THPT", "GD&ĐT",
        "TH",
    ];
    const GENERAL: [&str; 30] = [
        "BAN",
        "NHÂN",
        "DÂN",
        "ĐỒNG",
        "TRƯỞNG",
        "TỊCH",
        "ĐẠO",
        "QUẬN",
        "HUYỆN",
        "XÃ",
        "PHƯỜNG",
        "THÀNH",
        "PHỐ",
        "TỈNH",
        "VÀ",
        "ỦY",
        "UỶ",
        "PHÒNG",
        "HIỆU",
        "GIÁM",
        "ĐỐC",
        "THỊ",
        "CHẤP",
        "HÀNH",
        "LIÊN",
        "NGÀNH",
        "HỌC",
        "TIỂU",
        "SỞ",
        "CƠ",
    ];
    let mut is_first = true;
    let all: Vec<&str> = words.split(' ').collect();
    let mut out: Vec<String> = Vec::new();
    let mut in_place = false;
    for word in all {
        let lower = word.to_lowercase();
        let cased = if SHORT.contains(&word) {
            word.to_owned()
        } else if is_first
            || (in_place && !GENERAL.contains(&word))
            || (word == "CHỦ" && out.last().is_some_and(|last| last == "Phó"))
        {
            capital(&lower)
        } else {
            lower
        };
        in_place |=
            matches!(word, "QUẬN" | "HUYỆN" | "XÃ" | "PHƯỜNG" | "TỈNH" | "PHỐ" | "THPT" | "THCS" | "NON");
        is_first = word.ends_with('.');
        out.push(cased);
    }
    out.join(" ")
}

/// A title as in a sentence, if all of it is in capital letters.
pub(super) fn sentence_case_if_upper(words: &str) -> String {
    if is_upper(words) { sentence_case(words) } else { words.to_owned() }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
