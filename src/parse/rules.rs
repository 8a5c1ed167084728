//! The rules of reading: form of files, keys and values.

use crate::diagnostic::Rule;
use crate::rule;

/// The rules of reading.
pub(crate) static RULES: &[&Rule] = &[
    &SYNTAX,
    &ENCODING,
    &DUPLICATE_KEY,
    &UNKNOWN_KEY,
    &WRONG_TYPE,
    &MISSING_KEY,
    &UNSUPPORTED_YAML,
    &FORMAT_VERSION,
    &BAD_ID,
    &INCLUDE_NOT_FOUND,
    &INCLUDE_OUTSIDE,
    &LIMIT,
    &DUPLICATE_PLAN,
    &NO_PLAN,
    &FOREIGN_REPORT,
    &UNREAD_FILE,
    &CUT_BY_COMMENT,
];

rule!(
    SYNTAX,
    Error,
    "syntax",
    ["YAML sai cú pháp, hoặc còn dấu xung đột của git", "Invalid YAML or unresolved git conflict"],
    [
        "Tệp không đọc được đến hết theo YAML 1.2, hoặc còn các dòng <<<<<<<, =======, >>>>>>> của một lần trộn chưa xong. \
         Chương trình bỏ qua mục hỏng, đọc tiếp từ mục sau, và không báo những gì chỉ do mục hỏng gây ra.",
        "The file cannot be read to its end as YAML 1.2, or it still contains the lines <<<<<<<, =======, >>>>>>> of an \
         unfinished merge. The broken entry is skipped, reading continues with the next entry, and consequences of the \
         broken entry are not reported.",
    ],
);

rule!(
    ENCODING,
    Error,
    "encoding",
    ["Tệp không phải UTF-8, hoặc có byte 0", "File that is not UTF-8 or contains NUL"],
    [
        "Kế hoạch là văn bản UTF-8. Tệp lưu theo UTF-16 hay bảng mã cũ (TCVN3, VNI, windows-1258) không đọc được đúng chữ: \
         hãy lưu lại bằng UTF-8.",
        "Plans are UTF-8 text. A file in UTF-16 or in a legacy code page (TCVN3, VNI, windows-1258) cannot be read \
         correctly: save it as UTF-8.",
    ],
);

rule!(
    DUPLICATE_KEY,
    Error,
    "duplicate-key",
    ["Một khóa viết hai lần trong cùng một mục", "Duplicate key in a mapping"],
    [
        "YAML không cho một khóa xuất hiện hai lần; chương trình không đoán giá trị nào là đúng.",
        "YAML does not allow a key to occur twice in a mapping, and the program does not guess which value is meant.",
    ],
);

rule!(
    UNKNOWN_KEY,
    Error,
    "unknown-key",
    ["Khóa không có trong định dạng", "Unknown key"],
    [
        "Khóa viết sai sẽ làm mất điều người viết muốn nói, nên là lỗi chứ không bị bỏ qua. Tên gần nhất được gợi ý. \
         Phần đầu (format, plan, title, …) chỉ có ở tệp chính; unit: ở đầu tệp chỉ có dưới thư mục progress/. \
         Khóa bắt đầu bằng x- là cột riêng của kế hoạch, khai ở columns.",
        "Ignoring a misspelt key would lose its value, so it is an error. The nearest key is suggested. The keys of the \
         header (`format`, `plan`, `title`, …) occur only in the main file, and `unit` at the top level only in files \
         below progress/. A key that begins with x- is a column of the plan's own, which `columns` declares.",
    ],
);

rule!(
    WRONG_TYPE,
    Error,
    "wrong-type",
    ["Giá trị không đúng kiểu của khóa", "Value of the wrong type"],
    [
        "Khóa cần một kiểu giá trị: chữ, ngày có năm, số, true/false, một từ trong danh sách, danh sách hay các khóa con. \
         Ở đâu cần chữ thì mọi giá trị đơn được hiểu đúng như chữ viết: 2024, no, 012.",
        "Each key takes one type of value: text, a day with its year, a number, true/false, a word of a fixed list, a \
         list, or a mapping. Where text is required, every scalar is read as it is written: 2024, no, 012.",
    ],
);

rule!(
    MISSING_KEY,
    Error,
    "missing-key",
    ["Thiếu khóa bắt buộc", "Missing required key"],
    [
        "Mục này không đủ nghĩa nếu thiếu khóa đó. null, ~ và giá trị trống cũng là thiếu.",
        "The entry has no meaning without the key. null, ~ and an empty value count as missing.",
    ],
);

rule!(
    UNSUPPORTED_YAML,
    Error,
    "unsupported-yaml",
    ["Phần của YAML mà kế hoạch không dùng", "Unsupported YAML feature"],
    [
        "Bí danh (*tên), khóa trộn (<<), nhãn kiểu (!…) và nhiều tài liệu trong một tệp làm một giá trị đứng ở chỗ khác nơi nó được viết; \
         kế hoạch cần đọc được từng dòng tại chỗ, nên các phần này không được đọc.",
        "Aliases (*name), merge keys (<<), tags (!…) and several documents in one file place a value elsewhere than where \
         it is written. A plan must be readable line by line, so these features are not read.",
    ],
);

rule!(
    FORMAT_VERSION,
    Error,
    "format-version",
    ["Phiên bản định dạng không được hỗ trợ", "Unsupported version of the format"],
    [
        "format: cho biết tệp viết theo phiên bản nào của định dạng. Chương trình này đọc phiên bản 1.",
        "`format` is the version of the format in which the file is written. This program reads version 1.",
    ],
);

rule!(
    BAD_ID,
    Error,
    "bad-id",
    ["Mã không đúng dạng", "Malformed id"],
    [
        "Mã dùng trong lệnh, tên tệp và liên kết, nên chỉ gồm chữ không dấu, số và . _ - , bắt đầu bằng chữ hoặc số.",
        "Ids occur in commands, file names and links. An id consists of letters without marks, digits and . _ - , and \
         begins with a letter or a digit.",
    ],
);

rule!(
    INCLUDE_NOT_FOUND,
    Error,
    "include-not-found",
    ["Không đọc được tệp nêu ở include", "Included file that cannot be read"],
    [
        "include nêu từng tệp, đường dẫn tính từ tệp chứa nó, dùng dấu /.",
        "`include` names single files by paths relative to the file that contains it, with / as separator.",
    ],
);

rule!(
    INCLUDE_OUTSIDE,
    Error,
    "include-outside",
    ["include dẫn ra ngoài thư mục gốc", "Included file outside the root"],
    [
        "Một kế hoạch chỉ đọc tệp dưới thư mục gốc: thư mục plans gần nhất ở trên, hoặc thư mục của chính kế hoạch.",
        "A plan reads only files below its root: the nearest folder named plans above it, or the folder of the plan \
         itself.",
    ],
);

rule!(
    LIMIT,
    Error,
    "limit",
    ["Vượt giới hạn về cỡ, độ sâu hoặc số mục", "Limit of size, depth or number exceeded"],
    [
        "Giới hạn giữ cho chương trình không bị treo bởi tệp hỏng hoặc tệp cố ý phá: 256 MB một tệp, 32 tầng lồng nhau, \
         2 triệu mục một kế hoạch, 20.000 tệp một kế hoạch.",
        "Limits keep a broken or hostile file from blocking the program: 256 MB per file, 32 levels of nesting, 2 million \
         entries per plan, 20,000 files per plan.",
    ],
);

rule!(
    DUPLICATE_PLAN,
    Error,
    "duplicate-plan",
    ["Hai kế hoạch cùng một mã", "Duplicate plan id"],
    [
        "Mã kế hoạch là duy nhất trong những kế hoạch được đọc cùng nhau.",
        "The id of a plan is unique among the plans that are read together.",
    ],
    "wrong/b.plan.yaml",
    "right/b.plan.yaml",
);

rule!(
    NO_PLAN,
    Error,
    "no-plan",
    ["Không có kế hoạch nào ở đường dẫn này", "No plan at a path"],
    [
        "Kế hoạch là một thư mục có plan.yaml, hoặc một tệp TÊN.plan.yaml. plan init tạo một kế hoạch để bắt đầu.",
        "A plan is a folder with a file plan.yaml, or a file NAME.plan.yaml. `plan init` writes a plan to start from.",
    ],
    "wrong/units.yaml",
    "right/plan.yaml",
);

rule!(
    UNREAD_FILE,
    Warning,
    "unread-file",
    ["Tệp trông như của kế hoạch mà không được đọc", "File that looks like a plan's and is not read"],
    [
        "Kế hoạch gồm các tệp .yaml và .yml trong thư mục của nó. Tệp .yaml.txt (Notepad thêm đuôi), bảng .csv, .xlsx dưới progress/, \
         liên kết đến tệp hay thư mục, và tệp chính tên plan.yml không được đọc: điều ghi trong đó không có trong bảng nào.",
        "A plan consists of the .yaml and .yml files in its folder. A file .yaml.txt (Notepad adds the ending), a table \
         .csv or .xlsx under progress/, a link to a file or a folder, and a main file called plan.yml are not read: their \
         content is in no table.",
    ],
    "wrong/progress/phong-gddt.yaml.txt",
    "right/progress/phong-gddt.yaml",
);

rule!(
    FOREIGN_REPORT,
    Error,
    "foreign-report",
    ["Tệp báo cáo của một đơn vị có mục của đơn vị khác", "Report of another unit in a unit's file"],
    [
        "unit: ở đầu một tệp dưới progress/ đúng cho mọi mục trong tệp. Báo cáo của đơn vị khác để ở tệp của đơn vị đó.",
        "`unit` at the top of a file below progress/ applies to all entries of the file. Move a report of another unit to \
         the file of that unit.",
    ],
    "wrong/progress/phong-gddt.yaml",
    "right/progress/phong-gddt.yaml",
);

rule!(
    CUT_BY_COMMENT,
    Warning,
    "cut-by-comment",
    ["Chú thích cắt mất phần cuối của một giá trị", "Value cut by a comment"],
    [
        "Trong YAML dấu # sau một dấu cách bắt đầu một chú thích: \"title: Hội thảo #1 cấp trường\" chỉ còn \"Hội thảo\", \"due: #30/6\" không còn gì. \
         Để cả giá trị trong dấu nháy. Chú thích thật thì viết dấu cách sau dấu #.",
        "In YAML a # behind a space begins a comment: `title: Hội thảo #1 cấp trường` is only `Hội thảo`, and `due: #30/6` \
         is empty. Put the whole value in quotation marks. In a comment, write a space behind the #.",
    ],
);

rule!(
    LOOK_ALIKE,
    Warning,
    "look-alike",
    ["Chữ hay dấu trông giống mà không phải", "Letters and signs that resemble others"],
    [
        "ð (chữ Iceland) trông như đ, ǎ như ă, chữ а của tiếng Nga như a. Người đọc không thấy khác, nhưng tìm kiếm, sắp xếp và đối chiếu đều sai. \
         Chương trình không tự sửa vì không biết người viết muốn gì; từ nên viết được gợi ý. \
         Dấu của Word và của bộ gõ khác ở chỗ của dấu YAML (dấu cách không ngắt, “ ”, ：, ，, –, •) làm tệp không đọc được: đó là lỗi, và --fix thay bằng dấu của YAML.",
        "ð (Icelandic) resembles đ, ǎ resembles ă, Russian а resembles a. A reader sees no difference, but searching, \
         sorting and comparing fail. The intended word is suggested and not fixed automatically, because the program \
         cannot know it. Signs of word processors and other scripts in place of those of YAML (no-break spaces, “ ”, ：, ，, \
         –, •) make a file unreadable: they are errors, and `plan validate --fix` replaces them by the signs of YAML.",
    ],
);

rule!(
    CONTROL_CHARACTER,
    Warning,
    "control-character",
    ["Ký tự điều khiển hoặc vô hình trong văn bản", "Control or invisible characters in a text"],
    [
        "Ký tự không nhìn thấy (dấu cách không độ rộng, BOM ở giữa tệp, gạch nối mềm, ký tự đổi chiều viết, ký tự điều khiển) \
         thường lọt vào khi chép từ Word hay trang web; tìm kiếm sẽ không thấy từ có chúng, màn hình có thể hiện sai. \
         --fix bỏ chúng đi, nơi việc bỏ không làm đổi nghĩa; ký tự ngắt dòng lạ thì thành dấu cách. Dấu cách không ngắt (NBSP) được giữ. \
         Ở mã, khóa, chú thích, ký tự điều khiển là lỗi cú pháp.",
        "Invisible characters (zero-width spaces, a BOM inside the file, soft hyphens, bidirectional marks, control \
         characters) are often copied from Word or from a web page. A search misses the words that contain them, and a \
         screen may display them wrongly. `plan validate --fix` removes them where the meaning stays the same, and \
         replaces unusual line breaks by spaces. No-break spaces are kept. In ids, keys and comments, a control character \
         is a syntax error.",
    ],
);
