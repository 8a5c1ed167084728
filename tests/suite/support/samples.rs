//! Plans that tests of several commands ask about.

/// A plan with its own holidays and school year.
pub(crate) const DAYS_OFF: &str = "format: 1
plan: p
title: Kế hoạch
period: 2026
calendar:
  holidays: [{date: 3/4/2026, name: Ngày truyền thống}]
  workdays: [{date: 11/4/2026, name: làm bù cho 3/4}]
  school_years: [{year: 2026-2027, from: 5/9/2026, term1_ends: 15/1/2027, term2_ends: 25/5/2027, to: 31/5/2027}]
units: [{id: a, name: A, kind: x}]
sections: [{id: I, title: Phần}]
goals: [{id: G, title: Mục tiêu}]
targets: [{id: C, title: Chỉ tiêu, value: 5, lead: a}]
tasks: [{id: t, section: I, title: T, lead: a, due: tháng 9}]
";

/// A plan with joint work, a group, successors, and one change of each kind.
pub(crate) const OFFICES: &str = "format: 1
plan: p
title: Kế hoạch
kind: chi-thi
number: 05/CT-UBND
issued: 2/1/2026
issuer: a
period: 2026
units:
  - {id: a, name: UBND quận A, kind: quan}
  - {id: b, name: Trường B, kind: truong, parent: a}
  - {id: c, name: Trường C, kind: truong, parent: a}
  - {id: d, name: Trường D, kind: truong, from: 1/12/2026}
  - {id: e, name: Trường E, kind: truong, until: 30/11/2026, successors: [d]}
groups:
  - {id: g, name: Các trường B và C, members: [b, c], count: 2}
tasks:
  - {id: t, title: Việc chung, lead: g, mode: joint, due: tháng 9}
  - {id: u, title: Việc từng trường, lead: [b, c], due: 01 lần/quý}
  - {id: v, title: Việc bỏ, lead: b, due: tháng 6}
  - {id: w, title: Việc chuyển, lead: c, due: tháng 12}
  - {id: m, title: Đề mục, heading: true}
progress:
  - {item: u, unit: g, period: 2026-Q1, date: 20/3/2026, state: done, evidence: Báo cáo 1}
  - {item: t, unit: g, date: 1/8/2026, state: paused, difficulty: thiếu người}
  - {item: t, unit: g, date: 1/9/2026, as_of: 30/8/2026, state: reopened}
changes:
  - {item: v, date: 1/5/2026, dropped: true, by: Thông báo 1/TB, reason: thừa}
  - {item: w, date: 1/6/2026, lead: b, by: Thông báo 2/TB}
  - {item: u, unit: c, period: 2026-Q4, date: 1/10/2026, due: 15/1/2027, by: Thông báo 3/TB}
";

/// A plan of quarterly work for two units, used by `docs/status.md`.
pub(crate) const QUARTERS: &str = "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2024\n\
    units:\n  - {id: a, name: Đơn vị A, kind: u}\n  - {id: b, name: Đơn vị B, kind: u}\n\
    sections: [{id: I, title: Phần}]\n\
    tasks:\n  - {id: T, section: I, title: Giao ban, lead: a}\n\
    schedule:\n  - {id: PL2-07, task: T, title: Giao ban quý, due: 01 lần/quý}\n\
    \x20 - {id: PL2-08, task: T, title: Báo cáo, due: 01 lần/quý, lead: [a, b]}\n";
