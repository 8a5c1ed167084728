//! The words of the help: every command and argument, in both languages.

use crate::language::Message;

/// The texts of one command.
pub(super) struct Help {
    pub(super) command: &'static str,
    pub(super) about: Message,
    pub(super) arguments: &'static [(&'static str, Message)],
}

const fn t(vi: &'static str, en: &'static str) -> Message {
    Message::fixed(vi, en)
}

pub(super) static ABOUT: Message = t(
    "Kiểm tra kế hoạch và trả lời, cho bất kỳ ngày nào: việc gì đã xong, việc gì quá hạn, của ai và vì sao",
    "Checks plans and answers, for any day: what is done, what is late, whose it is, and why",
);

pub(super) static GLOBAL: &[(&str, Message)] = &[
    (
        "plans",
        t(
            "Thư mục các kế hoạch, thư mục một kế hoạch, hoặc một tệp của kế hoạch; lặp lại được [mặc định: PLAN_PATH, rồi thư mục plans/ gần nhất]",
            "A folder of plans, a plan's folder, or any file of a plan; repeatable [default: PLAN_PATH, then the nearest folder plans/]",
        ),
    ),
    (
        "as_of",
        t(
            "Tính đến ngày này: 30/6/2024, hôm qua, today-7d, tháng trước [mặc định: hôm nay ở Việt Nam]",
            "As of this day: 30/6/2024, yesterday, today-7d, \"last month\" [default: today in Vietnam]",
        ),
    ),
    (
        "known",
        t(
            "Chỉ tính những gì đã biết đến ngày này: bỏ báo cáo và điều chỉnh về sau",
            "Count only what was known on this day: leave out later reports and changes",
        ),
    ),
    (
        "lang",
        t(
            "Ngôn ngữ: vi hoặc en [mặc định: PLAN_LANG, rồi vi]",
            "The language: vi or en [default: PLAN_LANG, then vi]",
        ),
    ),
    ("color", t("Màu: auto, always hoặc never", "Colours: auto, always or never")),
    ("format", t("Dạng đầu ra", "The form of the output")),
    ("output", t("Ghi ra tệp này; dạng theo đuôi tệp", "Write to this file; the form follows its extension")),
    (
        "width",
        t(
            "Số cột của bảng [mặc định: theo cửa sổ, hoặc 80]",
            "The columns that tables may use [default: the terminal's, else 80]",
        ),
    ),
    (
        "separator",
        t(
            "Dấu ngăn cách của CSV: ; , | tab [mặc định: ,]",
            "The sign between fields of CSV: ; , | tab [default: ,]",
        ),
    ),
    ("bare", t("CSV chỉ có các dòng: không dòng cộng", "CSV of rows alone, without totals")),
    ("quiet", t("Chỉ in kết quả, không in lời dẫn ra stderr", "Print the answer only, no remarks on stderr")),
    ("verbose", t("In thêm các tệp đã đọc ra stderr", "Also print the files that were read, on stderr")),
    ("help", t("In trợ giúp", "Print help")),
    ("version", t("In phiên bản", "Print the version")),
];

pub(super) static COMMANDS: &[Help] = &[
    Help {
        command: "validate",
        about: t(
            "Kiểm tra kế hoạch: mọi lỗi với vị trí, quy tắc và cách sửa",
            "Check plans: every error with its place, its rule and what to do",
        ),
        arguments: &[
            (
                "paths",
                t(
                    "Kế hoạch cần kiểm tra [mặc định: như --plans]; - là văn bản từ đầu vào chuẩn, kiểm tra như tệp của cả một kế hoạch",
                    "The plans to check [default: as --plans]; - checks the text of standard input as the file of a whole plan",
                ),
            ),
            (
                "fix",
                t(
                    "Sửa những gì sửa được mà không đổi nghĩa",
                    "Repair what can be repaired without changing what the plan means",
                ),
            ),
            (
                "diff",
                t("In những gì --fix sẽ sửa, không ghi", "Print what --fix would change, and write nothing"),
            ),
            ("deny", t("warnings: coi cảnh báo là lỗi", "warnings: take warnings for errors")),
            (
                "stdin_path",
                t(
                    "Tên tệp của văn bản từ đầu vào chuẩn: tên trong thông báo, chỗ tính các include [mặc định: <stdin> trong thư mục hiện tại]",
                    "The file that the text of standard input stands for: its name in messages, the place of its includes [default: <stdin> in the current folder]",
                ),
            ),
        ],
    },
    Help {
        command: "status",
        about: t(
            "Bảng tình hình thực hiện: bao nhiêu việc đã xong, quá hạn, trong hạn, tỷ lệ",
            "The status table: how much is done, late, on track, in figures and percent",
        ),
        arguments: &[
            FILTER,
            ("unit", UNIT),
            ("plan", PLAN),
            (
                "by",
                t(
                    "Gộp theo section, task, unit, kind, goal, month, quarter, plan, status [mặc định: section; nhiều kế hoạch: plan]",
                    "Group by section, task, unit, kind, goal, month, quarter, plan, status [default: section; plan for several plans]",
                ),
            ),
            (
                "since",
                t(
                    "Thêm những gì thay đổi từ ngày này: mới xong, mới quá hạn, gia hạn, thôi thực hiện",
                    "Add what changed since this day: newly done, newly overdue, extended, dropped",
                ),
            ),
        ],
    },
    Help {
        command: "overdue",
        about: t(
            "Việc quá hạn, lâu nhất trước: việc gì, của ai, quá bao nhiêu ngày",
            "What is late, the longest first: what, whose, by how many days",
        ),
        arguments: &[
            FILTER,
            ("unit", UNIT),
            ("plan", PLAN),
            (
                "remind",
                t(
                    "Nhắc trước hạn từng này ngày, trong dạng ics: 3d",
                    "Remind so many days before the deadline, in the format ics: 3d",
                ),
            ),
            (
                "by",
                t(
                    "unit: gộp theo đơn vị, như phụ lục công văn đôn đốc",
                    "unit: group by unit, as the annex of a reminder",
                ),
            ),
            SORT,
            (
                "exit_code",
                t("Kết thúc với mã 1 nếu có việc quá hạn", "End with exit status 1 if anything is overdue"),
            ),
        ],
    },
    Help {
        command: "upcoming",
        about: t(
            "Việc sắp đến hạn: chưa xong, gần nhất trước",
            "What comes next: not done yet, the nearest deadline first",
        ),
        arguments: &[
            FILTER,
            ("unit", UNIT),
            ("plan", PLAN),
            (
                "by",
                t(
                    "unit: mỗi đơn vị một tệp ics trong thư mục của -o",
                    "unit: an ics file for each unit in the folder of -o",
                ),
            ),
            (
                "remind",
                t(
                    "Nhắc trước hạn từng này ngày, trong dạng ics: 3d",
                    "Remind so many days before the deadline, in the format ics: 3d",
                ),
            ),
            (
                "within",
                t(
                    "Trong bao lâu kể từ ngày tính: 14d, 2w, 1m, 1y [mặc định: 14d]",
                    "How far ahead of the day: 14d, 2w, 1m, 1y [default: 14d]",
                ),
            ),
            SORT,
        ],
    },
    Help {
        command: "list",
        about: t("Danh sách việc", "Work items"),
        arguments: &[
            FILTER,
            ("unit", UNIT),
            ("plan", PLAN),
            (
                "by",
                t(
                    "unit: mỗi đơn vị một tệp ics trong thư mục của -o",
                    "unit: an ics file for each unit in the folder of -o",
                ),
            ),
            (
                "remind",
                t(
                    "Nhắc trước hạn từng này ngày, trong dạng ics: 3d",
                    "Remind so many days before the deadline, in the format ics: 3d",
                ),
            ),
            (
                "columns",
                t(
                    "Các cột, theo tên trong JSON, cách nhau bằng dấu phẩy, ví dụ id,title,unit,deadline",
                    "The columns by their names in JSON, with commas, such as id,title,unit,deadline",
                ),
            ),
            SORT,
            ("limit", t("Chỉ in số việc đầu tiên này", "Print only so many, the first")),
        ],
    },
    Help {
        command: "show",
        about: t(
            "Mọi điều đã biết về một việc, chỉ tiêu, đơn vị, nhóm, mục hay mục tiêu",
            "Everything known of one task, row, target, unit, group, section or goal",
        ),
        arguments: &[("id", ID), ("plan", PLAN)],
    },
    Help {
        command: "why",
        about: t(
            "Thời hạn và tình trạng của một việc từ đâu mà có",
            "How the deadline and status of a duty came about",
        ),
        arguments: &[
            ("id", ID),
            ("unit", UNIT),
            (
                "period",
                t("Chỉ kỳ này, ví dụ 2024-Q2 hoặc \"Quý II\"", "Only this occurrence, such as 2024-Q2"),
            ),
            ("plan", PLAN),
        ],
    },
    Help {
        command: "schedule",
        about: t(
            "Phụ lục 02: nội dung, chủ trì, phối hợp, thời hạn, sản phẩm",
            "Annex 02: duties, leads, deadlines and outputs, as the document prints them",
        ),
        arguments: ROWS,
    },
    Help {
        command: "targets",
        about: t(
            "Phụ lục 01: chỉ tiêu, kết quả, tỷ lệ %, đánh giá",
            "Annex 01: targets, results, attainment and assessment",
        ),
        arguments: ROWS,
    },
    Help {
        command: "units",
        about: t(
            "Danh mục đơn vị và nhóm: tên khác, hiệu lực, kế thừa, số việc",
            "Units and groups: aliases, in force, successors, work items",
        ),
        arguments: ROWS,
    },
    Help {
        command: "matrix",
        about: t(
            "Nhiệm vụ × đơn vị: đã xong, quá hạn, tỷ lệ % của từng đơn vị trong từng nhiệm vụ",
            "Tasks by units: done, overdue or % of every unit in every task",
        ),
        arguments: &[FILTER, ("unit", UNIT), ("plan", PLAN)],
    },
    Help {
        command: "report",
        about: t(
            "Báo cáo tình hình thực hiện của một tháng, một quý, theo thể thức Nghị định 30/2020/NĐ-CP",
            "The report of a month or a quarter, laid out as Decree 30/2020/NĐ-CP asks for",
        ),
        arguments: &[
            FILTER,
            ("unit", UNIT),
            ("plan", PLAN),
            (
                "since",
                t("Báo cáo từ sau ngày này đến --as-of", "Report on the time after this day up to --as-of"),
            ),
            (
                "month",
                t(
                    "Báo cáo tháng: 6, 6/2025 [mặc định: tháng của --as-of]",
                    "Report on a month: 6, 6/2025 [default: that of --as-of]",
                ),
            ),
            ("quarter", t("Báo cáo quý: 2, II/2025", "Report on a quarter: 2, II/2025")),
            ("date", t("Ngày ký báo cáo [mặc định: để trống]", "The day of the report [default: left open]")),
            TEMPLATE,
            FIELDS,
        ],
    },
    Help {
        command: "brief",
        about: t(
            "Một trang cho người đứng đầu: năm con số, việc mới quá hạn, việc quá hạn lâu nhất",
            "One page for the person at the top: five figures, what is newly overdue, what is longest overdue",
        ),
        arguments: &[FILTER, ("unit", UNIT), ("plan", PLAN), TEMPLATE, FIELDS],
    },
    Help {
        command: "remind",
        about: t(
            "Công văn đôn đốc từng đơn vị có việc quá hạn; không có -o THƯ-MỤC thì một công văn cho mọi đơn vị",
            "A letter to every unit that is late; without -o DIR one letter to all",
        ),
        arguments: &[
            FILTER,
            ("unit", UNIT),
            ("plan", PLAN),
            (
                "within",
                t(
                    "Kể cả việc đến hạn trong khoảng này: 14d, 2w, 1m",
                    "Work that is due within this span as well: 14d, 2w, 1m",
                ),
            ),
            (
                "reply_by",
                t(
                    "Ngày cuối để đơn vị báo cáo lại [mặc định: để trống]",
                    "The last day for the units to answer [default: left open]",
                ),
            ),
            (
                "date",
                t("Ngày ký công văn [mặc định: để trống]", "The day of the letters [default: left open]"),
            ),
            TEMPLATE,
            FIELDS,
        ],
    },
    Help {
        command: "timeline",
        about: t(
            "Mỗi việc một thanh theo tháng: đã xong, trong hạn, quá hạn, gia hạn",
            "A bar per work item over the months: done, open, late, extended",
        ),
        arguments: &[
            FILTER,
            ("unit", UNIT),
            ("plan", PLAN),
            (
                "by",
                t(
                    "Gộp theo section, unit, task [mặc định: section]",
                    "Group by section, unit, task [default: section]",
                ),
            ),
            (
                "scale",
                t(
                    "Vạch của trục: week, month, quarter [mặc định: month]",
                    "The marks of the axis: week, month, quarter [default: month]",
                ),
            ),
        ],
    },
    Help {
        command: "due",
        about: t("Một cách viết thời hạn nghĩa là những ngày nào", "Which days a deadline in words means"),
        arguments: &[
            (
                "expression",
                t(
                    "Thời hạn bằng lời, ví dụ \"trước ngày 15/5\"",
                    "The deadline in words, such as \"trước ngày 15/5\"",
                ),
            ),
            (
                "period",
                t(
                    "Thời kỳ, ví dụ 2024 hoặc \"năm học 2023-2024\" [mặc định: của kế hoạch duy nhất, hoặc năm nay]",
                    "The period, such as 2024 or \"năm học 2023-2024\" [default: that of the only plan, else this year]",
                ),
            ),
            (
                "plan",
                t(
                    "Đọc theo thời kỳ, lịch và cách tính của kế hoạch này",
                    "Read it with the period, calendar and settings of this plan",
                ),
            ),
        ],
    },
    Help {
        command: "calendar",
        about: t(
            "Lịch: ngày nghỉ, ngày làm bù, số ngày làm việc của từng tháng",
            "The calendar: days off, weekend days worked, working days of each month",
        ),
        arguments: &[
            ("year", t("Năm [mặc định: năm của --as-of]", "The year [default: that of --as-of]")),
            ("plan", t("Lịch của kế hoạch này", "The calendar of this plan")),
        ],
    },
    Help {
        command: "record",
        about: t(
            "Ghi báo cáo của một đơn vị vào tệp của đơn vị đó: xong, đang làm, tạm dừng, làm lại",
            "Record what a unit reports, in the file of the unit: done, started, paused, reopened",
        ),
        arguments: &[
            (
                "items",
                t(
                    "Mã việc, MÃ-KẾ-HOẠCH/MÃ hoặc cả khóa; cuối cùng là trạng thái: done (xong), started (đang làm), paused (tạm dừng), reopened (làm lại)",
                    "Items: an id, PLAN/ID or a whole key each; at the end the state: done, started, paused, reopened",
                ),
            ),
            ("unit", NAMED_UNIT),
            ("period", NAMED_PERIOD),
            ("percent", t("Phần trăm hoàn thành, 0–100", "The degree of completion in percent, 0–100")),
            (
                "evidence",
                t("Minh chứng: số, ký hiệu, ngày của văn bản", "Evidence: the number and day of a document"),
            ),
            ("difficulty", t("Khó khăn, vướng mắc", "Difficulties")),
            ("proposal", t("Kiến nghị, đề xuất", "Proposals")),
            ("note", t("Ghi chú", "A note")),
            (
                "done_on",
                t(
                    "Ngày việc xảy ra, nếu khác ngày báo cáo",
                    "The day to which the report applies, if it is not the day of the report",
                ),
            ),
            (
                "date",
                t(
                    "Ngày báo cáo [mặc định: ngày của --as-of, rồi hôm nay]",
                    "The day of the report [default: that of --as-of, else today]",
                ),
            ),
            ("dry_run", DRY_RUN),
        ],
    },
    Help {
        command: "extend",
        about: t("Gia hạn: ghi hạn mới vào tệp điều chỉnh", "Extend: write a new deadline into the changes"),
        arguments: &[
            (
                "items",
                t(
                    "Mã việc, MÃ-KẾ-HOẠCH/MÃ hoặc cả khóa; cuối cùng là hạn mới, ví dụ 31/8/2026",
                    "Items: an id, PLAN/ID or a whole key each; at the end the new deadline, such as 31/8/2026",
                ),
            ),
            ("unit", CHANGED_UNIT),
            ("period", CHANGED_PERIOD),
            ("by", BY),
            ("reason", REASON),
            ("date", DATE_OF_DOCUMENT),
            ("dry_run", DRY_RUN),
        ],
    },
    Help {
        command: "drop",
        about: t("Thôi thực hiện một việc", "Drop work that is no longer to be done"),
        arguments: &[
            ("items", ITEMS),
            ("unit", CHANGED_UNIT),
            ("period", CHANGED_PERIOD),
            ("by", BY),
            ("reason", REASON),
            ("date", DATE_OF_DOCUMENT),
            ("dry_run", DRY_RUN),
        ],
    },
    Help {
        command: "assign",
        about: t("Giao việc cho đơn vị chủ trì khác", "Assign work to a new lead"),
        arguments: &[
            (
                "items",
                t(
                    "Mã việc, MÃ-KẾ-HOẠCH/MÃ hoặc cả khóa; cuối cùng là đơn vị chủ trì mới, theo mã hoặc tên",
                    "Items: an id, PLAN/ID or a whole key each; at the end the new lead by id or name",
                ),
            ),
            ("unit", CHANGED_UNIT),
            ("period", CHANGED_PERIOD),
            ("by", BY),
            ("reason", REASON),
            ("date", DATE_OF_DOCUMENT),
            ("dry_run", DRY_RUN),
        ],
    },
    Help {
        command: "measure",
        about: t("Ghi kết quả của một chỉ tiêu", "Record the result of a target"),
        arguments: &[
            ("target", t("Mã chỉ tiêu, hoặc MÃ-KẾ-HOẠCH/MÃ", "The target: an id or PLAN/ID")),
            (
                "value",
                t(
                    "Kết quả, cùng đơn vị tính với chỉ tiêu: 98,5%, 412/415, \"12 trường\", đạt",
                    "The result in the unit of measure of the target: 98,5%, 412/415, \"12 trường\", đạt",
                ),
            ),
            ("unit", t("Đơn vị báo cáo, theo mã hoặc tên", "The reporting unit by id or name")),
            (
                "period",
                t(
                    "Kỳ, ví dụ 2024-Q2 hoặc \"Quý II\"; cần khi chỉ tiêu lặp lại",
                    "The occurrence, such as 2024-Q2; required if the target recurs",
                ),
            ),
            (
                "evidence",
                t("Minh chứng: số, ký hiệu, ngày của văn bản", "Evidence: the number and day of a document"),
            ),
            (
                "date",
                t(
                    "Ngày của số liệu [mặc định: ngày của --as-of, rồi hôm nay]",
                    "The day of the figure [default: that of --as-of, else today]",
                ),
            ),
            ("dry_run", DRY_RUN),
        ],
    },
    Help {
        command: "rename",
        about: t(
            "Đổi mã của đơn vị, nhóm, nhiệm vụ, chỉ tiêu, … ở mọi chỗ dùng mã đó",
            "Change the id of a unit, group, task, target, … wherever it is used",
        ),
        arguments: &[
            ("id", t("Mã hiện nay, hoặc MÃ-KẾ-HOẠCH/MÃ", "The present id, or PLAN/ID")),
            ("new", t("Mã mới", "The new id")),
            (
                "kind",
                t(
                    "Loại mục, khi nhiều mục cùng mã: unit, group, goal, section, task, row, target",
                    "The kind, where several entries have the id: unit, group, goal, section, task, row, target",
                ),
            ),
            ("dry_run", DRY_RUN),
        ],
    },
    Help {
        command: "form",
        about: t(
            "Lập biểu báo cáo cho từng đơn vị: tệp Excel có đúng những việc còn mở của đơn vị",
            "Make the report forms of units: for each an Excel file with its open work",
        ),
        arguments: &[
            FILTER,
            (
                "unit",
                t("Chỉ lập biểu cho đơn vị này; lặp lại được", "Only the form of this unit; repeatable"),
            ),
            ("plan", PLAN),
            (
                "until",
                t(
                    "Gồm cả việc bắt đầu chậm nhất vào ngày này [mặc định: cuối tháng của --as-of]",
                    "Include work that begins by this day [default: the end of the month of --as-of]",
                ),
            ),
            ("all", t("Gồm cả việc đã hoàn thành", "Include work that is done")),
            (
                "reply_by",
                t(
                    "Hạn gửi lại, in trên biểu",
                    "The day until which the form is expected back, printed on it",
                ),
            ),
            (
                "output",
                t(
                    "Thư mục để ghi, mỗi đơn vị một tệp MÃ-ĐƠN-VỊ.xlsx",
                    "The folder to write to, a file UNIT.xlsx for each unit",
                ),
            ),
        ],
    },
    Help {
        command: "renew",
        about: t(
            "Lập kế hoạch của thời kỳ sau từ kế hoạch cũ, kèm danh sách những dòng cần người xem lại",
            "Make the plan of the next period from the old one, with the lines that a person must look at",
        ),
        arguments: &[
            ("plan", t("Mã kế hoạch cũ", "The id of the old plan")),
            (
                "period",
                t("Thời kỳ mới: 2026, \"năm học 2026-2027\"", "The new period: 2026, \"năm học 2026-2027\""),
            ),
            (
                "id",
                t(
                    "Mã kế hoạch mới [mặc định: mã cũ với năm mới]",
                    "The id of the new plan [default: the old one with the new year]",
                ),
            ),
            (
                "carry",
                t(
                    "Chuyển việc chưa xong sang thành nhiệm vụ, ghi nguồn là khóa cũ",
                    "Take open work over as tasks whose source is the old key",
                ),
            ),
            (
                "output",
                t(
                    "Thư mục để ghi [mặc định: bên cạnh kế hoạch cũ]",
                    "The folder to write to [default: beside the old plan]",
                ),
            ),
            ("dry_run", DRY_RUN),
        ],
    },
    Help {
        command: "merge",
        about: t(
            "Trộn ba phiên bản của một tệp kế hoạch theo từng mục; git gọi lệnh này",
            "Merge three versions of a file of a plan entry by entry; git calls it",
        ),
        arguments: &[
            ("base", t("Phiên bản chung", "The common version")),
            ("ours", t("Phiên bản bên mình; kết quả ghi vào đây", "Our version; the result is written here")),
            ("theirs", t("Phiên bản bên kia", "Their version")),
            ("path", t("Tên tệp để nói tới", "The name of the file in messages")),
        ],
    },
    Help {
        command: "collect",
        about: t(
            "Nhận các biểu đơn vị gửi lại: ghi báo cáo, kết quả chỉ tiêu vào kế hoạch",
            "Take the forms that came back: record reports and results of targets in the plans",
        ),
        arguments: &[
            (
                "paths",
                t(
                    "Tệp .xlsx đã điền, hoặc thư mục chứa chúng; lặp lại được",
                    "Filled forms (.xlsx), or folders of them; repeatable",
                ),
            ),
            (
                "date",
                t(
                    "Ngày báo cáo [mặc định: ngày của --as-of, rồi hôm nay]",
                    "The day of the report [default: that of --as-of, else today]",
                ),
            ),
            ("dry_run", DRY_RUN),
        ],
    },
    Help {
        command: "explain",
        about: t(
            "Một quy tắc kiểm tra nghĩa là gì, ví dụ sai và đúng",
            "What a rule means, with a wrong and a right example",
        ),
        arguments: &[(
            "rule",
            t("Tên quy tắc [mặc định: liệt kê mọi quy tắc]", "The rule's name [default: list all rules]"),
        )],
    },
    Help {
        command: "export",
        about: t(
            "Xuất mọi kế hoạch thành bảng Parquet cho DuckDB, DataFusion, Spark, Polars: số liệu và trạng thái của từng ngày",
            "Export all plans as tables in Parquet for DuckDB, DataFusion, Spark, Polars: their facts, and the status on every day",
        ),
        arguments: &[(
            "folder",
            t(
                "Thư mục của các bảng: chưa có, trống hoặc do lệnh này tạo; được thay toàn bộ",
                "The folder of the tables: absent, empty, or one that this command wrote; it is replaced as a whole",
            ),
        )],
    },
    Help {
        command: "schema",
        about: t(
            "In JSON Schema của định dạng, cho trình soạn thảo",
            "Print the JSON Schema of the format, for editors",
        ),
        arguments: &[],
    },
    Help {
        command: "init",
        about: t(
            "Tạo một kế hoạch nhỏ hợp lệ để bắt đầu",
            "Write a small plan that validates, to start from",
        ),
        arguments: &[
            (
                "folder",
                t(
                    "Thư mục mới; tên thư mục là mã của kế hoạch [mặc định: plans/ke-hoach]",
                    "The new folder; its name is the id of the plan [default: plans/ke-hoach]",
                ),
            ),
            ("title", t("Tên kế hoạch [mặc định: một tên mẫu]", "The title [default: an example]")),
            (
                "period",
                t(
                    "Thời kỳ: 2026, \"năm học 2026-2027\" [mặc định: năm nay]",
                    "The period: 2026, \"năm học 2026-2027\" [default: this year]",
                ),
            ),
            (
                "units",
                t(
                    "Tên các đơn vị, cách nhau bằng dấu phẩy; đơn vị đầu ban hành và chủ trì [mặc định: các đơn vị mẫu]",
                    "The names of the units, with commas between them; the first one issues and leads [default: examples]",
                ),
            ),
            (
                "git",
                t(
                    "Để git trộn các tệp kế hoạch theo từng mục: ghi .gitattributes bên cạnh; kế hoạch có sẵn thì giữ nguyên",
                    "Have git merge plans entry by entry: write .gitattributes beside them; plans that are there stay",
                ),
            ),
        ],
    },
    Help {
        command: "import",
        about: t(
            "Viết bản nháp kế hoạch từ văn bản Word, Excel hoặc văn bản thuần vào thư mục -o, hoặc bổ sung vào kế hoạch --into",
            "Write a draft plan from documents of Word, Excel or plain text into the folder of -o, or add to the plan of --into",
        ),
        arguments: &[
            (
                "files",
                t(
                    "Văn bản (.docx, .txt, .md), rồi các phụ lục (.xlsx, .csv); - là đầu vào chuẩn",
                    "The document (.docx, .txt, .md), then its annexes (.xlsx, .csv); - is standard input",
                ),
            ),
            (
                "id",
                t(
                    "Mã kế hoạch [mặc định: tên thư mục]",
                    "The id of the plan [default: the name of the folder]",
                ),
            ),
            (
                "period",
                t(
                    "Kỳ kế hoạch: 2026, \"năm học 2026-2027\" [mặc định: theo văn bản]",
                    "The period: 2026, \"năm học 2026-2027\" [default: that of the document]",
                ),
            ),
            (
                "units",
                t(
                    "Danh mục đơn vị có sẵn; chỉ ghi thêm đơn vị chưa có",
                    "A registry of units; only those that it lacks are written",
                ),
            ),
            (
                "into",
                t(
                    "Bổ sung vào kế hoạch có sẵn: chỉ ghi thêm phần kế hoạch chưa có",
                    "Add to a plan that is there: only what it lacks is written",
                ),
            ),
            (
                "split",
                t(
                    "Tách gạch đầu dòng có nhiều việc khác người làm hoặc khác thời hạn thành a, b, c",
                    "Cut a bullet into a, b, c where the work differs in who does it or by when",
                ),
            ),
            ("dry_run", DRY_RUN),
        ],
    },
    Help {
        command: "completions",
        about: t("In lệnh hoàn thành phím Tab cho shell", "Print what makes a shell complete with Tab"),
        arguments: &[(
            "shell",
            t(
                "bash, zsh, fish, powershell hoặc elvish; trong ~/.bashrc: source <(plan completions bash)",
                "bash, zsh, fish, powershell or elvish; in ~/.bashrc: source <(plan completions bash)",
            ),
        )],
    },
    Help {
        command: "man",
        about: t("In trang hướng dẫn plan(1)", "Print the manual page plan(1)"),
        arguments: &[(
            "folder",
            t("Ghi trang của mọi lệnh vào thư mục này", "Write the pages of all commands to this folder"),
        )],
    },
];

const ITEMS: Message = t("Mã việc, MÃ-KẾ-HOẠCH/MÃ hoặc cả khóa", "Items: an id, PLAN/ID or a whole key each");
const CHANGED_UNIT: Message = t(
    "Chỉ cho đơn vị hoặc nhóm này, theo mã hoặc tên [mặc định: mọi đơn vị]; lặp lại được",
    "Only for this unit or group, by id or name [default: all units]; repeatable",
);
const CHANGED_PERIOD: Message = t(
    "Chỉ cho kỳ này [mặc định: mọi kỳ]; gia hạn việc lặp lại thì cần; lặp lại được",
    "Only for this occurrence [default: all]; required to extend work that recurs; repeatable",
);
const BY: Message = t("Văn bản điều chỉnh", "The document that makes the change");
const REASON: Message = t("Lý do", "The reason");
const DATE_OF_DOCUMENT: Message = t(
    "Ngày của văn bản điều chỉnh [mặc định: ngày của --as-of, rồi hôm nay]",
    "The day of the document that makes the change [default: that of --as-of, else today]",
);
const NAMED_UNIT: Message = t(
    "Đơn vị, theo mã hoặc tên; cần khi nhiều đơn vị cùng chịu trách nhiệm; lặp lại được",
    "The unit by id or name; required if several units are responsible; repeatable",
);
const NAMED_PERIOD: Message = t(
    "Kỳ, ví dụ 2024-Q2, \"Quý II\", \"tháng 6\"; cần khi việc lặp lại; lặp lại được",
    "The occurrence, such as 2024-Q2; required if the item recurs; repeatable",
);
const DRY_RUN: Message =
    t("Chỉ in những gì sẽ đổi, không ghi", "Only print what would change, and write nothing");

const ID: Message = t(
    "Mã, MÃ-KẾ-HOẠCH/MÃ, hoặc cả khóa KẾ-HOẠCH/MÃ/ĐƠN-VỊ/KỲ",
    "An id, PLAN/ID, or a whole key PLAN/ID/UNIT/PERIOD",
);
const UNIT: Message =
    t("Chỉ đơn vị này: như unit:ĐƠN-VỊ; lặp lại được", "Only this unit: as unit:UNIT; repeatable");
const PLAN: Message =
    t("Chỉ kế hoạch này: như plan:MÃ; lặp lại được", "Only this plan: as plan:ID; repeatable");

const TEMPLATE: (&str, Message) = (
    "template",
    t(
        "Mẫu .docx của cơ quan, có những chỗ để điền như {{office}}",
        "The office's own .docx with placeholders such as {{office}}",
    ),
);
const FIELDS: (&str, Message) =
    ("fields", t("Liệt kê các trường của mẫu kèm giá trị", "List the fields of templates with their values"));
const FILTER: (&str, Message) = (
    "filter",
    t(
        "Điều kiện lọc: TỪ, TIÊU-CHÍ:GIÁ-TRỊ, not:TIÊU-CHÍ:GIÁ-TRỊ, ví dụ status:overdue",
        "Terms of the filter: WORD, FIELD:VALUE, not:FIELD:VALUE, such as status:overdue",
    ),
);

/// Help of the arguments of the lists of rows that are no work items.
static ROWS: &[(&str, Message)] = &[FILTER, ("unit", UNIT), ("plan", PLAN), SORT];

/// Help of the option that sorts a list.
const SORT: (&str, Message) = (
    "sort",
    t(
        "Xếp theo các cột này; dấu - phía trước: ngược lại, ví dụ -days_late,unit",
        "Sort by these columns; a - in front reverses, such as -days_late,unit",
    ),
);
