//! Words without a meaning for the date that stand before a deadline.

use super::parser::Parser;

/// Words before a deadline that change its reading.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FrontWord {
    /// `trong`
    Inside,
    /// `định kỳ`
    Regular,
    /// `lộ trình`
    Roadmap,
    /// `báo cáo`
    Report,
}

/// The words skipped before a deadline.
#[derive(Clone, Copy, Default)]
pub(super) struct Preamble([Option<FrontWord>; 4]);

impl Preamble {
    /// Returns true if a word is among those skipped.
    pub(super) fn has(self, word: FrontWord) -> bool {
        self.0.contains(&Some(word))
    }

    fn add(&mut self, word: FrontWord) {
        let is_news = !self.has(word);
        if let Some(free) = self.0.iter_mut().find(|of| of.is_none()).filter(|_| is_news) {
            *free = Some(word);
        }
    }
}

/// Groups of words that are skipped in any combination.
const SKIPPED: &[&[&str]] = &[
    &["hoàn", "thành"],
    &["dự", "kiến"],
    &["đăng", "ký"],
    &["duy", "trì"],
    &["nhiệm", "vụ"],
    &["phải", "xử", "lý"],
    &["trong", "khoảng", "thời", "gian"],
    &["trong", "suốt"],
    &["suốt"],
    &["trình"],
    &["nộp"],
    &["thực", "hiện"],
    &["tổ", "chức"],
    &["xong"],
    &["ngay"],
    &["vào"],
    &["trong"],
];

impl Parser<'_> {
    /// Skips words without a meaning for the date, in any combination, each with a colon behind it.
    pub(super) fn pass_over(&mut self) -> Preamble {
        let mut front = Preamble::default();
        self.begins = false;
        loop {
            self.mark();
            if self.sees(0, "trong") {
                front.add(FrontWord::Inside);
            }
            if self.words(&["định", "kỳ"]) {
                front.add(FrontWord::Regular);
            } else if self.words(&["lộ", "trình"]) {
                front.add(FrontWord::Roadmap);
            } else if self.words(&["báo", "cáo"]) {
                front.add(FrontWord::Report);
            } else if self.words(&["bắt", "đầu"]) {
                self.begins = true;
            } else if self.sees(0, "dịp") && self.sees_any(1, &["đầu", "giữa", "cuối"]) {
                self.word("dịp");
            } else if !(self.stage() || self.heading() || SKIPPED.iter().any(|words| self.words(words))) {
                return front;
            }
            self.sign(':');
        }
    }

    /// Skips the number of a stage: `đợt 1`, `lần 2`, `giai đoạn I`.
    fn stage(&mut self) -> bool {
        let length = self.stage_length(0);
        self.step(length);
        length > 0
    }

    /// Returns the number of tokens of a stage with its number that stand `ahead` of the position.
    pub(super) fn stage_length(&self, ahead: usize) -> usize {
        let words = match () {
            () if self.sees(ahead, "giai") && self.sees(ahead + 1, "đoạn") => 2,
            () if self.sees_any(ahead, &["đợt", "lần", "bước"]) => 1,
            () => return 0,
        };
        let words = words + usize::from(self.sees(ahead + words, "thứ"));
        let is_number = self.number_ahead(ahead + words).is_some_and(|number| number < 100)
            || self.sees_any(ahead + words, &["i", "ii", "iii", "iv", "v"]);
        if is_number { words + 1 } else { usize::from(self.sees(ahead, "đợt")) }
    }

    /// Skips the heading of a deadline: `thời gian:`, `hạn chót`, `thời hạn:`.
    fn heading(&mut self) -> bool {
        let at = self.position();
        if self.words(&["thời", "gian"]) || self.words(&["thời", "hạn"]) {
            let is_heading = self.sees_sign(0, ':')
                || SKIPPED
                    .iter()
                    .any(|words| words.iter().enumerate().all(|(ahead, word)| self.sees(ahead, word)));
            if !is_heading {
                self.back_to(at);
            }
            return is_heading;
        }
        if !self.word("hạn") {
            return false;
        }
        let _ = self.word("chót")
            || self.words(&["cuối", "cùng"])
            || (self.sees(0, "cuối") && (self.sees_sign(1, ':') || self.sees_any(1, &["là", "ngày"])))
                && self.word("cuối");
        self.word("là");
        true
    }
}
