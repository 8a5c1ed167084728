//! Lines: their width, colours, hostile words.

use plan::document::{Block, Cell, Column, Document, Table, TableRow, Tone};
use plan::language::{Lang, Message};
use plan::render::{DocumentFormat, RenderOptions, render};
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use crate::formats::{samples, text, written};
use crate::support::answers::year;
use crate::support::letters::steers;

#[test]
fn colours_change_nothing_but_colours() {
    for document in
        [samples::status(), samples::overdue(), samples::schedule(), samples::why(), samples::hostile()]
    {
        for width in [20, 80, 160] {
            let options = RenderOptions { width, color: true, ..RenderOptions::default() };
            let colored = written(&document, DocumentFormat::Text, &options);
            assert!(colored.contains("\u{1b}[1m"));
            assert_eq!(bare(&colored), text(&document, Lang::Vi, width));
        }
    }
}

#[test]
fn both_unicode_forms_stand_in_line() {
    let printed = text(&samples::overdue(), Lang::Vi, 120);
    let column = |word: &str| {
        let line = printed.lines().find(|line| line.contains(word)).unwrap();
        line[..line.find(word).unwrap()].width()
    };
    assert_eq!(column("30/04/2024"), column("31/05/2024"));
    assert_eq!(column("30/04/2024"), column("30/06/2024"));
}

#[test]
fn hostile_words_neither_steer_nor_break_a_line() {
    let document = samples::hostile();
    for width in [0, 1, 20, 33, 40, 80, 120, 200, 70_000] {
        let printed = text(&document, Lang::Vi, width);
        assert_eq!(printed.chars().find(|c| steers(*c)), None);
        assert!(printed.contains("␛[2J␛]0;pwned␇"));
        fits(&printed, width.max(40));
    }
}

#[test]
fn an_empty_table_prints_its_header() {
    let mut document = Document::new(Message::fixed("Không có gì", "Nothing"));
    document
        .blocks
        .push(Block::Table(Table::new(vec![Column::title(Message::fixed("Nội dung", "Title"), "title")])));
    document.blocks.push(Block::Table(Table::default()));
    document.blocks.push(Block::Facts(Vec::new()));
    document.blocks.push(Block::Steps(Vec::new()));
    for format in DocumentFormat::ALL {
        render(&document, format, &RenderOptions::default()).unwrap();
    }
    assert!(text(&document, Lang::Vi, 80).contains("Nội dung\n────────\n"));
}

fn fits(printed: &str, width: usize) {
    for line in printed.lines() {
        assert!(line.width() <= width, "{} > {width}: {line:?}", line.width());
    }
}

/// Removes colours, and spaces at the ends of lines.
fn bare(colored: &str) -> String {
    let mut out = String::new();
    let mut rest = colored;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        out.push_str(before);
        rest = after.split_once('m').unwrap().1;
    }
    out.push_str(rest);
    out.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

fn cell() -> impl Strategy<Value = Cell> {
    let words = prop_oneof![
        "[a-zđêữ ]{0,40}",
        "\\PC{0,30}",
        any::<String>(),
        prop::sample::select(&samples::HOSTILE[..]).prop_map(str::to_owned),
    ];
    prop_oneof![
        Just(Cell::Empty),
        words.clone().prop_map(Cell::Text),
        prop::collection::vec(words, 0..3).prop_map(Cell::List),
        any::<u64>().prop_map(Cell::Count),
        any::<i64>().prop_map(Cell::Days),
        any::<f64>().prop_map(|share| Cell::Percent(Some(share % 1000.0))),
        any::<f64>().prop_map(|share| Cell::Bar(Some(share))),
        Just(Cell::Date(samples::day(2024, 6, 30))),
    ]
}

fn row() -> impl Strategy<Value = TableRow> {
    let cells = || prop::collection::vec(cell(), 0..9);
    prop_oneof![
        4 => cells().prop_map(TableRow::Body),
        1 => cells().prop_map(TableRow::Total),
        1 => ("\\PC{0,8}", "\\PC{0,60}").prop_map(|(mark, title)| TableRow::Group { mark, title: Message::same(&title) }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_is_wider_than_the_terminal(
        rows in prop::collection::vec(row(), 0..8),
        headers in prop::collection::vec(("\\PC{0,20}", 0..4u8), 1..9),
        width in 40..160usize,
    ) {
        let columns = headers.into_iter().map(|(header, kind)| match kind {
            0 => Column::title(Message::same(&header), "title"),
            1 => Column::figures(Message::same(&header), "figures").tone(Tone::Bad),
            2 => Column::words(Message::same(&header), "words").hide_if_all_zero(),
            _ => Column::words(Message::same(&header), "words"),
        });
        let mut document = Document::new(Message::same("Kế hoạch")).as_of(samples::day(2024, 7, 1));
        document.blocks.push(Block::Table(Table { rows, ..Table::new(columns.collect()) }));
        let printed = text(&document, Lang::Vi, width);
        fits(&printed, width);
        prop_assert_eq!(printed.chars().find(|c| steers(*c)), None);
        let options = RenderOptions { width, color: true, ..RenderOptions::default() };
        prop_assert_eq!(bare(&written(&document, DocumentFormat::Text, &options)), printed);
    }
}

#[test]
fn every_line_fits_and_the_first_says_the_day() {
    for command in ["status", "overdue", "upcoming", "list"] {
        for width in ["80", "120", "160"] {
            for lang in ["vi", "en"] {
                let ran = year(&[command, "--width", width, "--lang", lang], "20/6/2025");
                let widest = ran.out.lines().map(UnicodeWidthStr::width).max().unwrap();
                assert!(widest <= width.parse().unwrap(), "{command} {width} {lang}: {widest}\n{}", ran.out);
                let first = ran.out.lines().next().unwrap();
                let day = if lang == "vi" { "Tính đến ngày 20/06/2025" } else { "As of 2025-06-20" };
                assert!(first.contains(day), "{first}");
            }
        }
    }
}
