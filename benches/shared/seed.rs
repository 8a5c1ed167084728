//! Numbers and words that look picked at random, the same for the same seed.

const WORDS: &[&str] = &[
    "tăng cường",
    "công tác",
    "quản lý",
    "giáo dục",
    "đào tạo",
    "các trường",
    "trên địa bàn",
    "thực hiện",
    "rà soát",
    "kiểm tra",
    "bồi dưỡng",
    "đội ngũ",
    "nhà giáo",
    "cơ sở vật chất",
    "chuyển đổi số",
    "an toàn",
    "chất lượng",
    "nâng cao",
    "phối hợp",
    "tuyên truyền",
    "đúng quy định",
    "hiệu quả",
    "kế hoạch",
    "phổ cập",
];

/// A small generator of numbers (xorshift), so that no run depends on another.
pub(crate) struct Seed(u64);

impl Seed {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap_or(0)
    }

    pub(crate) fn words(&mut self, count: usize) -> String {
        let mut text = String::new();
        for at in 0..count {
            if at > 0 {
                text.push(' ');
            }
            text.push_str(WORDS[self.below(WORDS.len())]);
        }
        text
    }
}
