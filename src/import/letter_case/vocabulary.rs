//! Words of the names of offices, in small letters unless a capital is part of them.

/// Kinds of places, behind which a proper name stands.
pub(super) const PLACES: &[&str] = &[
    "quận",
    "huyện",
    "thị xã",
    "thị trấn",
    "thành phố",
    "tỉnh",
    "xã",
    "phường",
    "đặc khu",
    "tổ dân phố",
    "khu phố",
];

/// Levels of schools, behind which a proper name stands.
pub(in crate::import) const LEVELS: &[&str] = &[
    "mầm non",
    "mẫu giáo",
    "tiểu học",
    "trung học cơ sở",
    "trung học phổ thông",
    "phổ thông dân tộc bán trú",
    "phổ thông dân tộc nội trú",
    "mn",
    "th",
    "thcs",
    "thpt",
    "th&thcs",
    "thcs&thpt",
    "ptdtbt",
    "ptdtnt",
];

/// Offices of persons.
pub(super) const PERSONS: &[&str] = &[
    "phó",
    "chủ tịch",
    "giám đốc",
    "tổng giám đốc",
    "hiệu trưởng",
    "trưởng phòng",
    "trưởng ban",
    "trưởng khoa",
    "chi cục trưởng",
    "cục trưởng",
    "viện trưởng",
    "chánh thanh tra",
    "chánh",
    "bí thư",
    "thủ trưởng",
    "bộ trưởng",
    "thứ trưởng",
    "thường trực",
];

/// Beginnings of names, of several words, wherever they stand.
pub(super) const HEADS: &[&str] = &[
    "ủy ban nhân dân",
    "hội đồng nhân dân",
    "ủy ban",
    "văn phòng",
    "trung tâm",
    "đảng ủy",
    "đảng bộ",
    "chi bộ",
    "quận ủy",
    "huyện ủy",
    "thị ủy",
    "thành ủy",
    "tỉnh ủy",
    "quận đoàn",
    "huyện đoàn",
    "thành đoàn",
    "tỉnh đoàn",
    "ban chấp hành",
    "công an",
    "công đoàn",
    "liên đoàn",
    "chi cục",
    "tổng cục",
    "tòa án nhân dân",
    "viện kiểm sát nhân dân",
    "bệnh viện",
    "học viện",
    "kho bạc",
    "ngân hàng",
    "công ty",
    "đại học",
    "cao đẳng",
    "trung cấp",
];

/// Beginnings of names that are common words elsewhere.
pub(super) const SHORT_HEADS: &[&str] = &[
    "phòng",
    "sở",
    "bộ",
    "ban",
    "cục",
    "hội",
    "đoàn",
    "đội",
    "tổ",
    "trạm",
    "hạt",
    "đài",
    "viện",
    "khoa",
    "trường",
];

/// Words whose capitals are the same everywhere.
pub(super) const FIXED: &[&str] = &[
    "Việt Nam",
    "Hồ Chí Minh",
    "Hà Nội",
    "Đà Nẵng",
    "Hải Phòng",
    "Cần Thơ",
    "Cộng sản",
    "Mặt trận Tổ quốc",
    "Liên hiệp Phụ nữ",
    "Thanh niên Cộng sản",
    "Chỉ huy Quân sự",
    "Chỉ huy",
    "Trường học",
    "trường học",
    "phòng, chống",
    "phòng cháy, chữa cháy",
    "cứu nạn, cứu hộ",
];

/// Words that end a proper name in a title.
pub(super) const STOPS: &[&str] = &[
    "năm", "giai", "quý", "tháng", "trong", "trên", "về", "đến", "từ", "và", "theo", "nhân", "đợt", "lần",
    "khóa", "khoá", "nhiệm", "tại", "của", "các", "thực", "với", "cho", "để", "nhằm", "do", "sáu", "hàng",
    "hằng", "là", "được",
];
