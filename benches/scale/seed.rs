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
    "học sinh",
    "phòng, chống",
    "dịch bệnh",
    "vệ sinh",
    "thực phẩm",
    "bán trú",
    "tiếng Anh",
    "ngoại khóa",
    "kỹ năng sống",
    "hướng nghiệp",
    "khuyết tật",
    "hòa nhập",
    "thư viện",
    "thiết bị",
    "dạy học",
    "xã hội hóa",
    "nguồn lực",
    "tuyển sinh",
    "đầu cấp",
    "sơ kết",
    "tổng kết",
    "thi đua",
    "khen thưởng",
    "STEM (khối 6-9)",
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

    pub(crate) fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    pub(crate) fn words(&mut self, count: usize) -> String {
        (0..count).map(|_| self.one(WORDS)).collect::<Vec<_>>().join(" ")
    }

    /// Words with a capital in front.
    pub(crate) fn sentence(&mut self, count: usize) -> String {
        let words = self.words(count);
        let mut letters = words.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// A document that is cited. Of one number there is one date: who writes them by hand does not manage that.
    pub(crate) fn citation(&mut self) -> String {
        let (number, day, month) = (1 + self.below(336), |n: usize| n % 28 + 1, |n: usize| n % 12 + 1);
        let date = format!("ngày {:02}/{}/2023", day(number), month(number));
        match self.below(4) {
            0 => format!("theo Kế hoạch số {number}/KH-UBND {date} của UBND Thành phố"),
            1 => format!("Quyết định số {number}/QĐ-BGDĐT {date} của Bộ Giáo dục và Đào tạo"),
            2 => format!("Chỉ thị số {number}/CT-TTg {date}"),
            _ => "thực hiện Thông tư số 32/2020/TT-BGDĐT về Điều lệ trường học".to_owned(),
        }
    }
}
