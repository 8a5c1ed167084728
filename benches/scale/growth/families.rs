//! The families of inputs.

use std::fmt::Write;

use super::Family;

type Files = Vec<(String, String)>;

const VALIDATE: &[&str] = &["validate", "-f", "json"];
const OVERDUE: &[&str] = &["overdue", "--as-of", "1/7/2024"];
const LIST: &[&str] = &["list", "--as-of", "1/7/2024"];
const STATUS: &[&str] = &["status", "--as-of", "1/7/2024"];
const ANY: usize = usize::MAX;

const fn family(name: &'static str, files: fn(usize) -> Files) -> Family {
    Family { name, command: VALIDATE, most: ANY, files }
}

const fn asked(name: &'static str, command: &'static [&'static str], files: fn(usize) -> Files) -> Family {
    Family { name, command, most: ANY, files }
}

/// All families.
pub(super) static FAMILIES: &[Family] = &[
    // Units and groups.
    family("units", |n| one(&list("units", n, |at| format!("{{id: u-{at}, name: Đơn vị {at}, kind: k}}")))),
    family("kinds of units", |n| {
        one(&list("units", n, |at| format!("{{id: u-{at}, name: Đơn vị {at}, kind: k-{at}}}")))
    }),
    family("aliases of one unit", |n| {
        one(&format!(
            "units:\n- {{id: u, name: Đơn vị, kind: k, aliases: [{}]}}\n",
            joined(n, |at| format!("Tên {at}"))
        ))
    }),
    family("chain of parents", |n| {
        one(&list("units", n, |at| {
            format!(
                "{{id: u-{at}, name: Đơn vị {at}, kind: k, parent: u-{}}}",
                if at == 0 { 0 } else { at - 1 }
            )
        })
        .replacen(", parent: u-0}", "}", 1))
    }),
    family("units below one", |n| {
        one(&list("units", n, |at| {
            let parent = if at == 0 { "" } else { ", parent: u-0" };
            format!("{{id: u-{at}, name: Đơn vị {at}, kind: k{parent}}}")
        }))
    }),
    family("chain of successors", |n| one(&successors(n))),
    asked("work through a chain of successors", LIST, |n| {
        one(&(successors(n)
            + &list("tasks", n, |at| format!("{{id: t-{at}, title: Việc, lead: u-{at}, due: 5/6}}"))))
    }),
    family("successors of one unit", |n| {
        let units = list("units", n, |at| format!("{{id: u-{at}, name: Đơn vị {at}, kind: k}}"));
        let all = joined(n, |at| format!("u-{at}"));
        one(&format!(
            "{units}- {{id: cu, name: Đơn vị cũ, kind: k, until: 30/6/2024, successors: [{all}]}}\n"
        ))
    }),
    family("nested groups", |n| {
        let units = "units:\n- {id: u, name: Đơn vị, kind: k}\n";
        let groups = list("groups", n, |at| {
            let inner = if at == 0 { "u".to_owned() } else { format!("g-{}", at - 1) };
            format!("{{id: g-{at}, name: Nhóm {at}, members: [{inner}]}}")
        });
        one(&format!("{units}{groups}"))
    }),
    family("members of one group", |n| {
        let units = list("units", n, |at| format!("{{id: u-{at}, name: Đơn vị {at}, kind: k}}"));
        let all = joined(n, |at| format!("u-{at}"));
        one(&format!("{units}groups:\n- {{id: g, name: Nhóm, members: [{all}], count: {n}}}\n"))
    }),
    family("groups by kind", |n| {
        let units = list("units", n, |at| format!("{{id: u-{at}, name: Đơn vị {at}, kind: k-{at}}}"));
        one(&(units
            + &list("groups", n, |at| format!("{{id: g-{at}, name: Nhóm {at}, kind: k-{at}, count: 1}}"))))
    }),
    family("groups of one group", |n| {
        let units = list("units", 10, |at| format!("{{id: u-{at}, name: Đơn vị {at}, kind: k}}"));
        let inner =
            format!("groups:\n- {{id: g, name: Nhóm, members: [{}]}}\n", joined(10, |at| format!("u-{at}")));
        one(&(units + &inner + &entries(n, |at| format!("{{id: g-{at}, name: Nhóm {at}, members: [g]}}"))))
    }),
    family("groups by kind below a unit each", |n| {
        let units = list("units", n, |at| {
            let parent = if at == 0 { String::new() } else { format!(", parent: u-{}", at / 2) };
            format!("{{id: u-{at}, name: Đơn vị {at}, kind: k{parent}}}")
        });
        one(&(units
            + &list("groups", n / 2, |at| {
                format!("{{id: g-{at}, name: Nhóm {at}, kind: k, parent: u-{at}}}")
            })))
    }),
    Family {
        most: 80_000,
        ..family("units of one name, one after the other", |n| {
            one(&list("units", n, |at| {
                let day = format!("{}/{}/{}", at % 28 + 1, at / 28 % 12 + 1, 1950 + at / 336);
                format!("{{id: u-{at}, name: Đơn vị, kind: k, from: {day}, until: {day}}}")
            }))
        })
    },
    family("nested groups around an unknown unit", |n| {
        let groups = list("groups", n, |at| {
            let inner = if at + 1 == n { "khong-co".to_owned() } else { format!("g-{}", at + 1) };
            format!("{{id: g-{at}, name: Nhóm {at}, members: [{inner}]}}")
        });
        one(&(UNIT.to_owned() + &groups))
    }),
    asked("leads of one task", LIST, |n| {
        let units = list("units", n, |at| format!("{{id: u-{at}, name: Đơn vị {at}, kind: k}}"));
        let all = joined(n, |at| format!("u-{at}"));
        one(&format!("{units}tasks:\n- {{id: t, title: Việc, lead: [{all}], due: 5/6/2024}}\n"))
    }),
    asked("leads of joint work", LIST, |n| {
        let units = list("units", n, |at| format!("{{id: u-{at}, name: Đơn vị {at}, kind: k}}"));
        let all = joined(n, |at| format!("u-{at}"));
        one(&format!("{units}tasks:\n- {{id: t, title: Việc, lead: [{all}], mode: joint, due: 5/6/2024}}\n"))
    }),
    // Sections and goals.
    family("sections", |n| one(&list("sections", n, |at| format!("{{id: s-{at}, title: Mục {at}}}")))),
    family("nested sections", |n| one(&nested_sections(n))),
    asked("work in nested sections", LIST, |n| {
        one(&(nested_sections(n) + UNIT + &tasks(n, |at| format!(", section: s-{at}"))))
    }),
    family("sections with defaults", |n| {
        let sections = list("sections", n, |at| {
            format!("{{id: s-{at}, title: Mục {at}, defaults: {{lead: u, due: 5/6}}}}")
        });
        one(&(sections
            + UNIT
            + &list("tasks", n, |at| format!("{{id: t-{at}, title: Việc {at}, section: s-{at}}}"))))
    }),
    family("goals", |n| one(&goals(n))),
    family("goals of one task", |n| {
        let all = joined(n, |at| format!("m-{at}"));
        one(&format!(
            "{}{UNIT}tasks:\n- {{id: t, title: Việc, lead: u, due: 5/6, goals: [{all}]}}\n",
            goals(n)
        ))
    }),
    family("goals of tasks that repeat one", |n| {
        let repeated =
            entries(n, |at| format!("{{id: t-{at}, title: Việc {at}, same_as: t, goals: [m-{at}]}}"));
        one(&(goals(n) + UNIT + TASK + &repeated))
    }),
    family("tasks of one goal", |n| one(&(goals(1) + UNIT + &tasks(n, |_| ", goals: [m-0]".to_owned())))),
    // Tasks and rows.
    family("tasks", |n| one(&(UNIT.to_owned() + &tasks(n, |_| String::new())))),
    asked("late tasks", OVERDUE, |n| one(&(UNIT.to_owned() + &tasks(n, |_| String::new())))),
    asked("status of tasks", STATUS, |n| one(&(UNIT.to_owned() + &tasks(n, |_| String::new())))),
    asked("tasks in order of their titles", &["list", "--sort", "title"], |n| {
        one(&(UNIT.to_owned() + &tasks(n, |_| String::new())))
    }),
    asked("late work as JSON", &["overdue", "-f", "json", "--as-of", "1/7/2024"], |n| {
        one(&(UNIT.to_owned() + &tasks(n, |_| String::new())))
    }),
    Family {
        most: 400_000,
        ..asked("units in a matrix", &["matrix"], |n| {
            let units = list("units", n, |at| format!("{{id: u-{at}, name: Đơn vị {at}, kind: k}}"));
            let all = joined(n, |at| format!("u-{at}"));
            one(&format!("{units}tasks:\n- {{id: t, title: Việc, lead: [{all}], due: 5/6}}\n"))
        })
    },
    asked("tasks on a time line", &["timeline"], |n| one(&(UNIT.to_owned() + &tasks(n, |_| String::new())))),
    family("rows of one task", |n| one(&(UNIT.to_owned() + TASK + &rows(n, |_| "t".to_owned())))),
    asked("work of the rows of one task", LIST, |n| {
        one(&(UNIT.to_owned() + TASK + &rows(n, |_| "t".to_owned())))
    }),
    family("rows of as many tasks", |n| {
        one(&(UNIT.to_owned() + &tasks(n, |_| String::new()) + &rows(n, |at| format!("t-{at}"))))
    }),
    asked("rows of one title", LIST, |n| {
        let rows = list("schedule", n, |at| {
            format!("{{id: r-{at}, task: t-{at}, title: Tổng kết, lead: u, due: 5/6}}")
        });
        one(&(UNIT.to_owned() + &tasks(n, |_| String::new()) + &rows))
    }),
    family("tasks that repeat one", |n| {
        one(&(UNIT.to_owned()
            + TASK
            + &entries(n, |at| format!("{{id: t-{at}, title: Việc {at}, same_as: t}}"))))
    }),
    family("tags of one task", |n| {
        let tags = joined(n, |at| format!("nhan-{at}"));
        one(&format!("{UNIT}tasks:\n- {{id: t, title: Việc, lead: u, due: 5/6, tags: [{tags}]}}\n"))
    }),
    family("repeated ids", |n| {
        one(&(UNIT.to_owned()
            + &list("tasks", n, |_| TASK[8..].trim_start_matches("- ").trim_end().to_owned())))
    }),
    // Texts and citations.
    family("a long title", |n| {
        one(&format!("{UNIT}tasks:\n- {{id: t, title: {}, lead: u, due: 5/6}}\n", "công việc ".repeat(n)))
    }),
    asked("a long title in a list", LIST, |n| {
        one(&format!("{UNIT}tasks:\n- {{id: t, title: {}, lead: u, due: 5/6}}\n", "công việc ".repeat(n)))
    }),
    asked("a long word in a list", LIST, |n| {
        one(&format!("{UNIT}tasks:\n- {{id: t, title: {}, lead: u, due: 5/6}}\n", "nghiêng".repeat(n)))
    }),
    family("a long text", |n| {
        let lines = "    công việc của các trường trên địa bàn\n".repeat(n);
        one(&format!("{UNIT}tasks:\n- id: t\n  title: Việc\n  lead: u\n  due: 5/6\n  text: |\n{lines}"))
    }),
    family("citations in one text", |n| {
        let lines: String =
            lines(n, |at| format!("    Kế hoạch số {}/KH-UBND ngày 5/1/2024 của UBND quận,", at % 9999 + 1));
        one(&format!("{UNIT}tasks:\n- id: t\n  title: Việc\n  lead: u\n  due: 5/6\n  text: >-\n{lines}"))
    }),
    family("citations with two dates", |n| {
        one(&(UNIT.to_owned()
            + &tasks(n, |at| {
                format!(", text: 'Kế hoạch số {}/KH-UBND ngày {}/1/2024'", at / 2, at % 28 + 1)
            })))
    }),
    family("citations of one number", |n| {
        one(&(UNIT.to_owned()
            + &tasks(n, |at| {
                format!(", text: 'Kế hoạch số 1/KH-UBND ngày {}/1/2024 của UBND phường {at}'", at % 28 + 1)
            })))
    }),
    family("bases", |n| {
        one(&list("bases", n, |at| format!("{{kind: Kế hoạch, number: {at}/KH-UBND, date: 5/1/2024}}")))
    }),
    // Deadlines and calendars.
    asked("recurring work", LIST, |n| {
        one(&(UNIT.to_owned()
            + &list("tasks", n, |at| format!("{{id: t-{at}, title: Việc {at}, lead: u, due: hằng tháng}}"))))
    }),
    family("deadlines that are none", |n| {
        one(&(UNIT.to_owned()
            + &list("tasks", n, |at| {
                format!("{{id: t-{at}, title: Việc {at}, lead: u, due: hôm nào đó {at}}}")
            })))
    }),
    family("a long deadline that is none", |n| {
        one(&format!(
            "{UNIT}tasks:\n- {{id: t, title: Việc, lead: u, due: {}}}\n",
            "trước ngày hội ".repeat(n)
        ))
    }),
    family("events", |n| {
        let events = lines(n, |at| format!("  - {{name: sự kiện {at}, date: 5/3/2024}}"));
        let due = list("tasks", n, |at| {
            format!("{{id: t-{at}, title: Việc {at}, lead: u, due: sau sự kiện {at}}}")
        });
        one(&format!("calendar:\n  events:\n{events}{UNIT}{due}"))
    }),
    Family {
        most: 80_000,
        ..family("holidays", |n| {
            let day =
                |at: usize| format!("  - {{date: {}/{}/{}}}", at % 28 + 1, at / 28 % 12 + 1, 1950 + at / 336);
            one(&format!("calendar:\n  holidays:\n{}{UNIT}{}", lines(n, day), tasks(n, |_| String::new())))
        })
    },
    // Reports and changes.
    asked("reports of one item", LIST, |n| one(&(UNIT.to_owned() + TASK + &reports(n, |_| "t".to_owned())))),
    asked("units of one report on a page", &["show", "t", "--as-of", "1/7/2024"], |n| {
        let units = list("units", n, |at| format!("{{id: u-{at}, name: Đơn vị {at}, kind: k}}"));
        let all = joined(n, |at| format!("u-{at}"));
        let task = format!("tasks:\n- {{id: t, title: Việc, lead: [{all}], due: 5/6/2024}}\n");
        one(&format!("{units}{task}progress:\n- {{item: t, unit: [{all}], date: 5/2/2024, state: done}}\n"))
    }),
    asked("reports of joint work", LIST, |n| {
        let units = list("units", n, |at| format!("{{id: u-{at}, name: Đơn vị {at}, kind: k}}"));
        let all = joined(n, |at| format!("u-{at}"));
        let task = format!("tasks:\n- {{id: t, title: Việc, lead: [{all}], mode: joint, due: 5/6}}\n");
        one(&(units
            + &task
            + &list("progress", n, |at| {
                format!("{{item: t, unit: u-{at}, date: 5/2/2024, state: started}}")
            })))
    }),
    family("wrong reports of joint work", |n| {
        let units = list("units", n, |at| format!("{{id: u-{at}, name: Đơn vị {at}, kind: k}}"));
        let all = joined(n - 1, |at| format!("u-{at}"));
        let task = format!("tasks:\n- {{id: t, title: Việc, lead: [{all}], mode: joint, due: 5/6}}\n");
        let wrong = n - 1;
        one(&(units
            + &task
            + &list("progress", n, |_| {
                format!("{{item: t, unit: u-{wrong}, date: 5/2/2024, state: started}}")
            })))
    }),
    asked("reports of the successors of as many leads", LIST, |n| {
        let units = list("units", 2 * n, |at| {
            let rest = if at < n {
                format!("until: 31/1/2024, successors: [u-{}]", at + n)
            } else {
                "from: 1/2/2024".to_owned()
            };
            format!("{{id: u-{at}, name: Đơn vị {at}, kind: k, {rest}}}")
        });
        let all = joined(n, |at| format!("u-{at}"));
        let task = format!("tasks:\n- {{id: t, title: Việc, lead: [{all}], due: 5/6}}\n");
        one(&(units
            + &task
            + &list("progress", n, |at| {
                format!("{{item: t, unit: u-{}, date: 5/2/2024, state: started}}", at + n)
            })))
    }),
    asked("reports of as many items", LIST, |n| {
        one(&(UNIT.to_owned() + &tasks(n, |_| String::new()) + &reports(n, |at| format!("t-{at}"))))
    }),
    asked("items of one report", LIST, |n| {
        let all = joined(n, |at| format!("t-{at}"));
        one(&(UNIT.to_owned() + &tasks(n, |_| String::new()) + &reports(1, |_| format!("[{all}]"))))
    }),
    family("wrong reports on rows of one task", |n| {
        one(&(UNIT.to_owned() + TASK + &rows(n, |_| "t".to_owned()) + &reports(n, |_| "t".to_owned())))
    }),
    family("reports on targets", |n| {
        let targets = list("targets", n, |at| format!("{{id: c-{at}, title: Chỉ tiêu {at}, value: 100%}}"));
        one(&(UNIT.to_owned() + TASK + &targets + &reports(n, |at| format!("c-{at}"))))
    }),
    family("reports without their unit", |n| {
        let units = list("units", n, |at| format!("{{id: u-{at}, name: Đơn vị {at}, kind: k}}"));
        let all = joined(n, |at| format!("u-{at}"));
        let task = format!("tasks:\n- {{id: t, title: Việc, lead: [{all}], due: 5/6}}\n");
        one(&(units + &task + &reports(n, |_| "t".to_owned())))
    }),
    family("reports on unknown items", |n| {
        one(&(UNIT.to_owned() + TASK + &reports(n, |at| format!("khong-co-{at}"))))
    }),
    family("reports on a wrong day", |n| {
        one(&(UNIT.to_owned()
            + TASK
            + &list("progress", n, |_| "{item: t, date: 31/2/2024, state: done}".to_owned())))
    }),
    Family {
        most: 16_000,
        ..asked("files of reports", LIST, |n| {
            let main = ("p/plan.yaml".to_owned(), format!("{HEAD}{UNIT}{}", tasks(n, |_| String::new())));
            let report = |at| {
                let text = format!("progress:\n- {{item: t-{at}, date: 5/2/2024, state: done}}\n");
                (format!("p/progress/r-{at}.yaml"), text)
            };
            std::iter::once(main).chain((0..n).map(report)).collect()
        })
    },
    asked("extensions of one item", LIST, |n| {
        one(&(UNIT.to_owned() + TASK + &changes(n, |_| "item: t, date: 5/2/2024, due: 5/9/2024".to_owned())))
    }),
    asked("extensions of as many items", LIST, |n| {
        one(&(UNIT.to_owned()
            + &tasks(n, |_| String::new())
            + &changes(n, |at| format!("item: t-{at}, date: 5/2/2024, due: 5/9/2024"))))
    }),
    asked("new leads of one item", LIST, |n| {
        let units = "units:\n- {id: u, name: Đơn vị, kind: k}\n- {id: v, name: Đơn vị khác, kind: k}\n";
        one(&(units.to_owned()
            + TASK
            + &changes(n, |at| {
                format!("item: t, date: 5/2/2024, lead: {}", if at % 2 == 0 { "v" } else { "u" })
            })))
    }),
    // Targets.
    family("targets", |n| {
        one(&list("targets", n, |at| format!("{{id: c-{at}, title: Chỉ tiêu {at}, value: 100%}}")))
    }),
    family("results of one target", |n| {
        let results = lines(n, |at| format!("  - {{date: {}/2/2024, value: {}%}}", at % 28 + 1, at % 100));
        one(&format!("targets:\n- id: c\n  title: Chỉ tiêu\n  value: 100%\n  results:\n{results}"))
    }),
    family("tasks of one target", |n| {
        let all = joined(n, |at| format!("t-{at}"));
        let target = format!("targets:\n- {{id: c, title: Chỉ tiêu, value: 100%, tasks: [{all}]}}\n");
        one(&(UNIT.to_owned() + &tasks(n, |_| String::new()) + &target))
    }),
    // Files, notation and what is the plan's own.
    Family {
        most: 16_000,
        ..family("included files", |n| {
            let all = joined(n, |at| format!("f-{at}.yaml"));
            let main = ("p.plan.yaml".to_owned(), format!("{HEAD}include: [{all}]\n{UNIT}"));
            let file = |at| {
                (
                    format!("f-{at}.yaml"),
                    format!("tasks:\n- {{id: t-{at}, title: Việc, lead: u, due: 5/6}}\n"),
                )
            };
            std::iter::once(main).chain((0..n).map(file)).collect()
        })
    },
    Family {
        most: 16_000,
        ..asked("plans that share a registry", STATUS, |n| {
            let plan = |at| {
                let head = HEAD.replace("plan: p", &format!("plan: p-{at}"));
                (format!("p-{at}.plan.yaml"), format!("{head}include: [units.yaml]\n{TASK}"))
            };
            std::iter::once(("units.yaml".to_owned(), UNIT.to_owned())).chain((0..n).map(plan)).collect()
        })
    },
    family("aliases", |n| {
        one(&format!("{UNIT}tasks:\n- &a {{id: t, title: Việc, lead: u, due: 5/6}}\n{}", "- *a\n".repeat(n)))
    }),
    family("unknown keys", |n| one(&(UNIT.to_owned() + &tasks(n, |_| ", tille: x".to_owned())))),
    family("broken entries", |n| {
        one(&format!("{UNIT}tasks:\n{}", entries(n, |at| format!("{{id: t-{at}, title: ["))))
    }),
    family("text in quotation marks over several lines", |n| {
        one(&(UNIT.to_owned()
            + &list("tasks", n, |at| format!("{{id: t-{at}, title: \"Việc\n  {at}\", lead: u, due: 5/6}}"))))
    }),
    family("lines that end in CR LF", |n| {
        let mut files = one(&(UNIT.to_owned() + &tasks(n, |_| String::new())));
        for (_, text) in &mut files {
            *text = text.replace('\n', "\r\n");
        }
        files
    }),
    family("comments", |n| one(&format!("{}{UNIT}{TASK}", "# chú thích\n".repeat(n)))),
    family("comments that allow", |n| {
        one(&(UNIT.to_owned()
            + "tasks:\n"
            + &lines(n, |at| {
                format!(
                    "# plan: allow(citation-conflict)\n- {{id: t-{at}, title: Việc {at}, lead: u, due: 5/6}}"
                )
            })))
    }),
    family("own columns", |n| {
        let columns = list("columns", n, |at| format!("{{key: x-{at}, title: Cột {at}}}"));
        one(&format!(
            "{columns}{UNIT}tasks:\n- {{id: t, title: Việc, lead: u, due: 5/6, {}}}\n",
            joined(n, |at| format!("x-{at}: a"))
        ))
    }),
    asked("values of an own column", LIST, |n| {
        one(&("columns:\n- {key: x-a, title: Cột, type: number}\n".to_owned()
            + UNIT
            + &tasks(n, |at| format!(", x-a: {at}"))))
    }),
];

const HEAD: &str = "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2024\n";
const UNIT: &str = "units:\n- {id: u, name: Đơn vị, kind: k}\n";
const TASK: &str = "tasks:\n- {id: t, title: Việc, lead: u, due: 5/6/2024}\n";

/// A plan in one file.
fn one(lists: &str) -> Files {
    vec![("p.plan.yaml".to_owned(), format!("{HEAD}{lists}"))]
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut text, at| {
        let _ = writeln!(text, "{}", line(at));
        text
    })
}

fn entries(count: usize, entry: impl Fn(usize) -> String) -> String {
    lines(count, |at| format!("- {}", entry(at)))
}

fn list(name: &str, count: usize, entry: impl Fn(usize) -> String) -> String {
    format!("{name}:\n{}", entries(count, entry))
}

fn joined(count: usize, word: impl Fn(usize) -> String) -> String {
    (0..count).map(word).collect::<Vec<_>>().join(", ")
}

fn tasks(count: usize, more: impl Fn(usize) -> String) -> String {
    list("tasks", count, |at| {
        let (day, month) = (at % 28 + 1, at % 12 + 1);
        format!("{{id: t-{at}, title: Việc số {at}, lead: u, due: {day}/{month}/2024{}}}", more(at))
    })
}

fn rows(count: usize, task: impl Fn(usize) -> String) -> String {
    list("schedule", count, |at| {
        format!("{{id: r-{at}, task: {}, title: Dòng {at}, lead: u, due: 5/6}}", task(at))
    })
}

fn goals(count: usize) -> String {
    list("goals", count, |at| format!("{{id: m-{at}, title: Mục tiêu {at}}}"))
}

fn reports(count: usize, item: impl Fn(usize) -> String) -> String {
    list("progress", count, |at| format!("{{item: {}, date: {}/2/2024, state: done}}", item(at), at % 28 + 1))
}

fn changes(count: usize, change: impl Fn(usize) -> String) -> String {
    list("changes", count, |at| format!("{{{}}}", change(at)))
}

fn nested_sections(count: usize) -> String {
    list("sections", count, |at| {
        let parent = if at == 0 { String::new() } else { format!(", parent: s-{}", at - 1) };
        format!("{{id: s-{at}, title: Mục {at}{parent}}}")
    })
}

fn successors(count: usize) -> String {
    list("units", count, |at| {
        let next = if at + 1 == count {
            String::new()
        } else {
            format!(", until: 30/6/2024, successors: [u-{}]", at + 1)
        };
        let from = if at == 0 { "" } else { ", from: 1/7/2024" };
        // One in the chain is in force on one day.
        let next = if at == 0 { next } else { next.replace("30/6/2024", "1/7/2024") };
        format!("{{id: u-{at}, name: Đơn vị {at}, kind: k{from}{next}}}")
    })
}
