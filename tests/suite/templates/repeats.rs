//! Rows, paragraphs and parts of paragraphs that sections repeat.

use super::{faults, filled, p, row, table, text};
use plan::language::Lang;

#[test]
fn a_row_between_marks_in_its_cells_repeats() {
    let head = row(&["TT", "Nội dung"]);
    let body = table(&[
        head.clone(),
        row(&["{{#overdue}}{{no}}", "{{title}}{{/overdue}}"]),
        row(&["", "Cộng: {{overdue.count}}"]),
    ]);
    let xml = filled(&body);
    assert_eq!(text(&xml), "TT|Nội dung|1|Rà soát|2|Lập danh sách||Cộng: 02");
    assert_eq!((xml.matches("<w:tr>").count(), xml.matches(&head).count()), (4, 1));
    let none = filled(&table(&[head, row(&["{{#none}}{{no}}", "{{title}}{{/none}}"])]));
    assert_eq!((text(&none).as_str(), none.matches("<w:tr>").count()), ("TT|Nội dung", 1));
}

#[test]
fn rows_between_rows_of_marks_repeat() {
    let body = table(&[
        row(&["{{#overdue}}", ""]),
        row(&["{{no}}", "{{title}}"]),
        row(&["", "-"]),
        row(&["{{/overdue}}", ""]),
    ]);
    let xml = filled(&body);
    assert_eq!(text(&xml), "1|Rà soát||-|2|Lập danh sách||-");
    assert_eq!(xml.matches("<w:tr>").count(), 4);
    // A row of a mark with other words is one of the rows.
    let mixed = table(&[row(&["{{#overdue}}{{no}}", "a"]), row(&["{{title}}", "b{{/overdue}}"])]);
    assert_eq!(text(&filled(&mixed)), "1|a|Rà soát|b|2|a|Lập danh sách|b");
}

#[test]
fn a_table_without_a_row_is_left_out() {
    let rows =
        table(&[row(&["{{#none}}{{no}}", "{{title}}{{/none}}"]), row(&["{{#none}}{{no}}", "{{/none}}"])]);
    let xml = filled(&format!("{}{rows}{}", p("trước"), p("sau {{as_of}}")));
    assert_eq!((text(&xml).as_str(), xml.contains("w:tbl")), ("trước|sau 30/6/2025", false));
    let kept = table(&[row(&["{{#none}}{{no}}", "{{/none}}"]), row(&["{{#overdue}}{{no}}", "{{/overdue}}"])]);
    assert_eq!(filled(&kept).matches("<w:tr>").count(), 2);
}

#[test]
fn paragraphs_and_parts_of_paragraphs_repeat() {
    let blocks = [p("{{#overdue}}"), p("{{no}}. {{title}}"), p("-"), p("{{/overdue}}"), p("hết")].concat();
    assert_eq!(text(&filled(&blocks)), "1. Rà soát|-|2. Lập danh sách|-|hết");
    assert_eq!(text(&filled(&p(" {{#overdue}}- {{title}};{{/overdue}}"))), " - Rà soát;| - Lập danh sách;");
    assert_eq!(
        text(&filled(&p("Gồm: {{#overdue}}{{title}}, {{/overdue}}hết"))),
        "Gồm: Rà soát, Lập danh sách, hết"
    );
    assert_eq!(text(&filled(&p("Gồm: {{#none}}{{title}}, {{/none}}hết"))), "Gồm: hết");
    let table = table(&[row(&["a", "b"])]);
    let with_table = format!("{}{}{table}{}", p("{{#overdue}}"), p("{{title}}"), p("{{/overdue}}"));
    let xml = filled(&with_table);
    assert_eq!(text(&xml), "Rà soát|a|b|Lập danh sách|a|b");
    assert!(xml.ends_with("</w:tbl><w:p></w:p>"), "a document ends with a paragraph: {xml}");
}

#[test]
fn runs_between_the_marks_of_one_paragraph_keep_their_formats() {
    let run = |format: &str, text: &str| format!("<w:r><w:rPr>{format}</w:rPr><w:t>{text}</w:t></w:r>");
    let body = format!(
        "<w:p>{}{}{}</w:p>",
        run("<w:b/>", "Gồm {{#overdue}}("),
        run("<w:i/>", "{{title}}"),
        run("<w:u/>", "){{/overdue}} hết")
    );
    let xml = filled(&body);
    assert_eq!(text(&xml), "Gồm (Rà soát)(Lập danh sách) hết");
    let run = |format: &str, text: &str| {
        format!("<w:r><w:rPr>{format}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    };
    let expected = [
        run("<w:b/>", "Gồm ("),
        run("<w:i/>", "Rà soát"),
        run("<w:u/>", ")"),
        run("<w:b/>", "("),
        run("<w:i/>", "Lập danh sách"),
        run("<w:u/>", ") hết"),
    ];
    assert_eq!(xml, format!("<w:p>{}</w:p>", expected.concat()));
    let none = filled(&body.replace("overdue", "none"));
    assert_eq!(none, format!("<w:p>{}{}</w:p>", run("<w:b/>", "Gồm "), run("<w:u/>", " hết")));
}

#[test]
fn what_stands_for_an_empty_list_is_kept_or_left_out() {
    let words =
        [p("{{^overdue}}"), p("Không có việc quá hạn."), p("{{/overdue}}"), p("{{^none}}Không có.{{/none}}")]
            .concat();
    assert_eq!(text(&filled(&words)), "Không có.");
}

#[test]
fn a_cell_keeps_a_paragraph_and_anchors_stand_once() {
    let empty = format!(
        "<w:tbl><w:tr><w:tc><w:tcPr/><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{}</w:p></w:tc></w:tr></w:tbl>{}",
        "<w:r><w:t>{{#none}}{{title}}{{/none}}</w:t></w:r>",
        p("x")
    );
    let xml = filled(&empty);
    assert!(
        xml.contains("<w:tc><w:tcPr/><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:p></w:tc>"),
        "{xml}"
    );
    let marked = "<w:p><w:bookmarkStart w:id=\"0\" w:name=\"a\"/><w:r><w:t>{{#overdue}}{{title}}</w:t></w:r><w:bookmarkEnd w:id=\"0\"/><w:r><w:t>{{/overdue}}</w:t></w:r></w:p>";
    let xml = filled(marked);
    assert_eq!(text(&xml), "Rà soát|Lập danh sách");
    assert_eq!((xml.matches("bookmarkStart").count(), xml.matches("bookmarkEnd").count()), (1, 1));
}

#[test]
fn marks_without_each_other_are_errors_at_their_places() {
    let body = [p("a"), table(&[row(&["{{#overdue}}"])])].concat();
    for (body, message, at) in [
        (p("{{#overdue}}"), "no {{/overdue}} closes it", 1),
        (p("{{/overdue}}"), "no {{#overdue}} stands before it", 1),
        (p("{{#overdue}}{{/none}}"), "does not close {{#overdue}}", 1),
        (
            p("{{#overdue}}{{#none}}{{/none}}{{/overdue}}"),
            "stands within {{#overdue}}, which is not closed",
            1,
        ),
        (
            format!("{body}{}", p("{{/overdue}}")),
            "its beginning and its end must stand in one table, or both in no table",
            2,
        ),
        (
            format!("{}{}", p("{{#overdue}}x"), table(&[row(&["{{/overdue}}"])])),
            "its beginning and its end must stand in one table, or both in no table",
            1,
        ),
        (
            table(&[row(&["{{#overdue}}{{no}}", "{{/overdue}}{{#none}}", "{{/none}}"])]),
            "what it repeats overlaps what is repeated before",
            2,
        ),
        (p("{{as_of"), "{{ without }} behind it", 1),
        (p("{{as_of}"), "{{ without }} behind it", 1),
        (p("as_of}}"), "}} without {{ before it", 1),
        (
            "<w:p><w:r><w:t>{{as</w:t><w:br/><w:t>_of}}</w:t></w:r></w:p>".to_owned(),
            "{{ without }} behind it",
            1,
        ),
    ] {
        let found = faults(&body);
        let told = (found[0].message.get(Lang::En), found[0].paragraph, found[0].part.as_str());
        assert_eq!(told, (message, at, "word/document.xml"), "{body}");
    }
}
