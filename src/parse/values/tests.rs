//! Entries read from the stream are those read from nodes.

use super::comparison::entries_agree;

/// Pairs of a task: right, wrong, and not of the format.
const PAIRS: [&str; 26] = [
    "id: a",
    "id: á b",
    "id: !x a",
    "!x id: a",
    "*x : a",
    "? [a]\n    : b",
    "title:",
    "title: Việc #1",
    "title: >-\n      Việc\n      hai",
    "titel: Việc",
    "Rà soát, báo cáo",
    "lead: a",
    "lead: [a, b #1\n      ]",
    "lead: [a, [b], ~, {c: d}]",
    "lead: []",
    "lead: *x",
    "leads: [a, b]",
    "due: 30/6",
    "due: {text: cuối năm, means: 31/12/2026}",
    "due: {txt: cuối năm, means: }",
    "due: !x {text: a}",
    "due: [1]",
    "<<: *x",
    "<<: {lead: *x}",
    "x-kinh-phi: 5",
    "x-kinh-phi: {a: b}",
];

#[test]
fn an_entry_of_the_stream_is_that_of_its_node() {
    for (at, one) in PAIRS.iter().enumerate() {
        for (by, other) in PAIRS.iter().enumerate() {
            let third = PAIRS[(at * 7 + by * 5) % PAIRS.len()];
            entries_agree(&format!("tasks:\n  - {one}\n    {other}\n    {third}\n  - id: b\n"));
            entries_agree(&format!("tasks: [{{{one}, {other}}}, {{id: b}}]\n"));
        }
    }
}

#[test]
fn entries_in_entries_are_those_of_their_nodes() {
    for results in [
        "\n      - {date: 1/2/2026, value: 5}\n      - value: 6\n        date: 1/3/2026",
        "\n      - 5\n      - {valeu: 5}",
        "\n      - 5",
        " []",
        " {date: 1/2/2026}",
        "\n      - !x {date: 1/2/2026}\n      - *a",
        "\n      - {date: 1/2/2026",
    ] {
        for rest in ["", "    results: []\n", "    value: 100%\n", "    ten: [a]\n"] {
            entries_agree(&format!("targets:\n  - id: c\n    results:{results}\n{rest}  - id: d\n"));
        }
    }
}
