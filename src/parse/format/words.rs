//! Words of fixed lists, with the other words that people write for them.

use crate::vietnamese::{fold, is_accented, plain};

/// The words of a fixed list, each with others of the same meaning.
#[derive(Debug)]
pub struct MeantWords(&'static [(&'static str, &'static [&'static str])]);

/// The states of a report.
pub static STATE_WORDS: MeantWords = MeantWords(&[
    (
        "started",
        &[
            "start",
            "in progress",
            "in-progress",
            "đang làm",
            "đang thực hiện",
            "đang triển khai",
            "đã bắt đầu",
            "bắt đầu",
        ],
    ),
    ("done", &["xong", "đã xong", "hoàn thành", "đã hoàn thành", "completed", "finished"]),
    ("paused", &["pause", "tạm dừng", "tạm ngừng", "tạm ngưng"]),
    ("reopened", &["reopen", "làm lại", "mở lại"]),
]);

impl MeantWords {
    /// Returns the word of the list that words mean, in either language, with or without accents.
    pub fn read(&self, words: &str) -> Option<&'static str> {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_same = |word: &str| {
            if is_accented(&words) { plain(word) == plain(&words) } else { fold(word) == fold(&words) }
        };
        self.all().find(|(word, _)| is_same(word)).map(|(_, meant)| meant)
    }

    /// Returns the words of the list.
    pub fn words(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.0.iter().map(|(word, _)| *word)
    }

    /// Returns all words with their meanings, those of the list first.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &'static str)> + Clone {
        let of_list = self.words().map(|word| (word, word));
        of_list
            .chain(self.0.iter().flat_map(|(meant, others)| others.iter().map(move |word| (*word, *meant))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_known_as_people_say_them() {
        for (words, state) in [
            ("done", "done"),
            ("XONG", "done"),
            ("Đã hoàn thành", "done"),
            ("dang lam", "started"),
            ("đang  thực hiện", "started"),
            ("tam dung", "paused"),
            ("lam lai", "reopened"),
        ] {
            assert_eq!(STATE_WORDS.read(words), Some(state), "{words}");
        }
        for words in ["", "dung", "PL2-02", "đàng lam", "xongg"] {
            assert_eq!(STATE_WORDS.read(words), None, "{words}");
        }
        let first: Vec<&str> = STATE_WORDS.all().map(|(word, _)| word).take(4).collect();
        assert_eq!(first, ["started", "done", "paused", "reopened"]);
    }

    #[test]
    fn words_mean_one_thing() {
        for (word, meant) in STATE_WORDS.all() {
            assert_eq!(STATE_WORDS.read(word), Some(meant), "{word}");
            assert_eq!(STATE_WORDS.read(&fold(word)), Some(meant), "{word}");
        }
    }
}
