//! Placeholders over the runs into which word processors cut a text.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::{filled, text};

/// Letters, and what stands between their runs.
fn paragraph(pieces: &[(String, usize)]) -> String {
    const BETWEEN: [&str; 6] = [
        "",
        "<w:proofErr w:type=\"spellStart\"/>",
        "<w:bookmarkStart w:id=\"1\" w:name=\"b\"/><w:bookmarkEnd w:id=\"1\"/>",
        "<w:r/>",
        "<w:r><w:rPr><w:lang w:val=\"en-US\"/></w:rPr><w:t/></w:r>",
        "<w:r><w:lastRenderedPageBreak/></w:r>",
    ];
    let mut out = "<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr>".to_owned();
    for (at, (letters, between)) in pieces.iter().enumerate() {
        let letters = letters.replace('&', "&amp;").replace('<', "&lt;");
        let _ = write!(
            out,
            "<w:r><w:rPr><w:sz w:val=\"{at}\"/></w:rPr><w:t>{letters}</w:t></w:r>{}",
            BETWEEN[between % 6]
        );
    }
    out + "</w:p>"
}

/// A text with placeholders, cut at random places.
fn cut() -> impl Strategy<Value = (Vec<(String, usize)>, String)> {
    let words = prop_oneof![
        Just(("{{office}}", "Phòng <A> & \"B\"")),
        Just(("{{ as_of }}", "30/6/2025")),
        Just(("{{overdue.count}}", "02")),
        Just(("{{nothing}}", "")),
        Just(("{{#overdue}}{{no}}: {{title}}, {{/overdue}}", "1: Rà soát, 2: Lập danh sách, ")),
        Just(("{{#none}}{{title}}{{/none}}", "")),
        Just((" là ", " là ")),
        Just(("{một}", "{một}")),
        Just(("a & b < c", "a & b < c")),
        Just(("ệ", "ệ")),
    ];
    let texts = proptest::collection::vec(words, 1..6);
    // Words around keep a section from being the whole paragraph.
    (texts, proptest::collection::vec((1_usize..6, 0_usize..6), 1..40)).prop_map(|(texts, cuts)| {
        let template: String = texts.iter().map(|(template, _)| *template).collect();
        let expected: String = texts.iter().map(|(_, value)| *value).collect();
        let (template, expected) = (format!("«{template}»{{{{as_of}}}}"), format!("«{expected}»30/6/2025"));
        let (mut pieces, mut rest) = (Vec::new(), template.as_str());
        for (length, between) in cuts {
            let end = rest.char_indices().nth(length).map_or(rest.len(), |(at, _)| at);
            pieces.push((rest[..end].to_owned(), between));
            rest = &rest[end..];
        }
        pieces.push((rest.to_owned(), 0));
        (pieces, expected)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_placeholder_is_filled_wherever_its_runs_are_cut((pieces, expected) in cut()) {
        let body = paragraph(&pieces);
        prop_assert_eq!(text(&filled(&body)), expected, "{}", body);
    }
}

#[test]
fn the_value_has_the_format_of_the_run_in_which_the_placeholder_begins() {
    let run = |format: &str, text: &str| format!("<w:r><w:rPr>{format}</w:rPr><w:t>{text}</w:t></w:r>");
    let body = format!(
        "<w:p>{}<w:proofErr w:type=\"gramStart\"/>{}{}</w:p>",
        run("<w:b/>", "Ngày {{as"),
        run("<w:i/>", "_of"),
        run("<w:u/>", "}} là")
    );
    let run = |format: &str, text: &str| {
        format!("<w:r><w:rPr>{format}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    };
    assert_eq!(
        filled(&body),
        format!(
            "<w:p>{}<w:proofErr w:type=\"gramStart\"/>{}{}</w:p>",
            run("<w:b/>", "Ngày 30/6/2025"),
            run("<w:i/>", ""),
            run("<w:u/>", " là")
        )
    );
}
