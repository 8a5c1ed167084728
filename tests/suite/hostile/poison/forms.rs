//! Readers of the output formats that accept nothing but words in cells.

use crate::support::letters::steers;
use crate::support::package::{Package, elements, texts};

/// Asserts that no character of an output steers or hides.
pub(crate) fn harmless(printed: &str, what: &str) {
    let found = printed.char_indices().find(|(_, c)| steers(*c));
    assert_eq!(found.map(|(at, c)| (c.escape_unicode().to_string(), near(printed, at))), None, "{what}");
}

fn near(text: &str, at: usize) -> String {
    let (start, end) = (text.floor_char_boundary(at.saturating_sub(60)), text.ceil_char_boundary(at + 60));
    text[start..end.min(text.len())].escape_debug().to_string()
}

/// Asserts that an output is well formed and that texts of a plan are nothing but texts in it.
pub(crate) fn sound(format: &str, printed: &str, what: &str) {
    harmless(printed, what);
    match format {
        "csv" => csv(printed, what),
        "html" => html(printed, what),
        "junit" => xml(printed, what),
        "markdown" => markdown(printed, what),
        "json" | "sarif" | "gitlab" => {
            serde_json::from_str::<serde_json::Value>(printed)
                .unwrap_or_else(|error| panic!("{what}: {error}"));
        }
        "github" => {
            let (commands, count) = printed.trim_end().rsplit_once('\n').unwrap_or(("", printed.trim_end()));
            assert!(count.ends_with(')') && !count.starts_with(':'), "{what}: {count}");
            for line in commands.lines() {
                let command = line.strip_prefix("::warning ").or_else(|| line.strip_prefix("::error "));
                let (properties, message) = command.and_then(|it| it.split_once("::")).expect(what);
                let names: Vec<&str> =
                    properties.split(',').map(|property| property.split('=').next().unwrap()).collect();
                assert!(
                    names
                        .iter()
                        .all(|name| ["file", "line", "col", "endLine", "endColumn", "title"].contains(name)),
                    "{what}: {line}"
                );
                assert!(!properties.contains(':'), "{what}: {line}");
                let numbers = message.replace("%25", "").replace("%0A", "");
                assert!(!numbers.contains('%'), "{what}: {line}");
            }
        }
        "short" => {
            // A path may have colons of its own; behind it stand line, column and rule.
            for line in printed.lines().filter(|line| !line.starts_with('…')) {
                let parts: Vec<&str> = line.split(':').collect();
                let is_number =
                    |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
                let is_place = |parts: &[&str]| is_number(parts[0]) && is_number(parts[1]);
                assert!(parts.windows(2).any(is_place), "{what}: {line}");
            }
        }
        _ => {}
    }
}

/// Asserts that a calendar has no properties but its own.
pub(crate) fn ics(calendar: &str, what: &str) {
    const PROPERTIES: &[&str] = &[
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "CALSCALE",
        "METHOD",
        "X-WR-CALNAME",
        "UID",
        "DTSTAMP",
        "DTSTART",
        "SEQUENCE",
        "SUMMARY",
        "DESCRIPTION",
        "CATEGORIES",
        "STATUS",
        "TRANSP",
        "ACTION",
        "TRIGGER",
    ];
    assert!(calendar.contains("BEGIN:VEVENT"), "{what}");
    harmless(&calendar.replace("\r\n", ""), what);
    for line in calendar.replace("\r\n ", "").split_terminator("\r\n") {
        let name = line.split([':', ';']).next().unwrap();
        assert!(PROPERTIES.contains(&name), "{what}: {line:?}");
        assert!(
            name != "BEGIN" || ["VCALENDAR", "VEVENT", "VALARM"].contains(&&line[6..]),
            "{what}: {line:?}"
        );
    }
}

/// Asserts that an office document has no elements, formulas or references but its own.
pub(crate) fn office(format: &str, bytes: &[u8], what: &str) {
    let package = Package::read(bytes, what);
    for part in package.parts("") {
        // The parts end their lines as they like; words of plans have no control characters.
        let words = part.replace(['\n', '\r'], "");
        harmless(&words, what);
        assert!(!part.contains("TargetMode=\"External\""), "{what}");
    }
    if format == "docx" {
        const ELEMENTS: &[&str] = &[
            "document",
            "body",
            "p",
            "pPr",
            "pStyle",
            "keepNext",
            "pBdr",
            "spacing",
            "ind",
            "jc",
            "r",
            "rPr",
            "b",
            "bCs",
            "i",
            "iCs",
            "sz",
            "szCs",
            "t",
            "br",
            "tbl",
            "tblPr",
            "tblW",
            "tblBorders",
            "top",
            "left",
            "bottom",
            "right",
            "insideH",
            "insideV",
            "tblLayout",
            "tblCellMar",
            "tblGrid",
            "gridCol",
            "tr",
            "trPr",
            "cantSplit",
            "tblHeader",
            "tc",
            "tcPr",
            "tcW",
            "gridSpan",
            "vAlign",
            "sectPr",
            "headerReference",
            "type",
            "pgSz",
            "pgMar",
            "pgNumType",
            "titlePg",
        ];
        for name in elements(package.part("word/document.xml"), what) {
            let known = name.strip_prefix("w:").is_some_and(|name| ELEMENTS.contains(&name));
            assert!(known, "{what}: <{name}>");
        }
    } else {
        for formula in package.parts("xl/worksheets/sheet").flat_map(|sheet| texts(sheet, "f")) {
            assert!(
                formula.starts_with("SUBTOTAL(109,") || formula.starts_with("IF(SUBTOTAL(103,"),
                "{what}: {formula}"
            );
        }
        assert!(!package.part("xl/workbook.xml").contains("externalLink"), "{what}");
    }
}

/// Asserts that tags are balanced, attributes quoted, and no element or entity comes from a plan.
fn xml(printed: &str, what: &str) {
    const ELEMENTS: [&str; 5] = ["testsuites", "testsuite", "testcase", "failure", "system-out"];
    let mut open: Vec<&str> = Vec::new();
    for part in printed.split('<').skip(1).filter(|part| !part.starts_with("?xml")) {
        let (tag, text) = part.split_once('>').unwrap_or_else(|| panic!("{what}: <{part}"));
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{what}");
        } else {
            let name = tag.split(' ').next().unwrap_or_default();
            assert!(ELEMENTS.contains(&name), "{what}: <{tag}>");
            assert_eq!(tag.matches('"').count() % 2, 0, "{what}: <{tag}>");
            open.push(name);
        }
        for entity in [tag, text].into_iter().flat_map(|part| part.split('&').skip(1)) {
            let known = ["amp;", "lt;", "gt;", "quot;"].iter().any(|known| entity.starts_with(known));
            assert!(known, "{what}: &{entity}");
        }
    }
    assert!(open.is_empty(), "{what}: {open:?}");
}

/// Asserts that no field is a formula and that the records of a table have the same number of fields.
fn csv(printed: &str, what: &str) {
    let mut widths = Vec::new();
    let (mut field, mut fields, mut is_quoted) = (String::new(), 0, false);
    for c in printed.chars().chain(['\n']) {
        match c {
            '"' => is_quoted = !is_quoted,
            ',' | '\n' if !is_quoted => {
                for (at, part) in field.split([';', '\n']).enumerate() {
                    // A line break inside a field begins nothing; Excel cuts at a semicolon where lists have them.
                    let begins = part.trim_start_matches(' ');
                    assert!(
                        !begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t']),
                        "{what}: {at} {field:?}"
                    );
                }
                field.clear();
                fields += 1;
                if c == '\n' {
                    widths.push(std::mem::take(&mut fields));
                }
            }
            _ => field.push(c),
        }
    }
    assert!(!is_quoted, "{what}");
    // Tables are set apart by empty lines.
    for table in widths.split(|width| *width == 1) {
        assert!(table.iter().all(|width| *width == table[0]), "{what}: {widths:?}\n{printed}");
    }
}

/// Asserts that a page has no elements and attributes but its own.
fn html(page: &str, what: &str) {
    const ELEMENTS: &[&str] = &[
        "!doctype", "html", "head", "meta", "title", "style", "body", "div", "h1", "h2", "p", "b", "br",
        "hr", "i", "ul", "svg", "line", "rect", "path", "text", "ol", "li", "span", "table", "thead",
        "tbody", "tr", "th", "td",
    ];
    const ATTRIBUTES: &[&str] = &[
        "html",
        "lang",
        "charset",
        "name",
        "content",
        "class",
        "scope",
        "align",
        "valign",
        "nowrap",
        "sdnum",
        "border",
        "cellspacing",
        "cellpadding",
        "width",
        "bgcolor",
        "colspan",
        "http-equiv",
        "data-head",
        "height",
        "overflow",
        "x",
        "y",
        "dx",
        "x1",
        "x2",
        "y1",
        "y2",
        "d",
        "fill",
        "stroke",
        "stroke-dasharray",
        "font-size",
    ];
    // The script is the page's own; a browser runs it and no other by its hash.
    let (page, script) = page.rsplit_once("<script>").expect(what);
    let (script, end) = script.split_once("</script>").expect(what);
    assert_eq!(script, include_str!("../../../../src/render/html/page.js"), "{what}");
    let page = &format!("{page}{end}");
    // Of comments there is one, for Word, between the marks of the page itself.
    let (before, rest) = page.split_once("<!--[if mso]>").expect(what);
    let (_, after) = rest.split_once("<![endif]-->").expect(what);
    for part in [before, after] {
        for tag in part.split('<').skip(1) {
            let (tag, _) = tag.split_once('>').unwrap_or_else(|| panic!("{what}: {tag}"));
            let mut words = tag.split(' ');
            let name = words.next().unwrap_or_default().trim_start_matches('/').to_lowercase();
            assert!(ELEMENTS.contains(&&*name), "{what}: <{tag}>");
            let mut outside = true;
            let names: String = tag
                .chars()
                .filter(|c| {
                    if *c == '"' {
                        outside = !outside;
                    }
                    outside
                })
                .collect();
            assert!(outside, "{what}: <{tag}>");
            for attribute in
                names.trim_end_matches('/').replace("=\"", "").split(' ').skip(1).filter(|it| !it.is_empty())
            {
                assert!(ATTRIBUTES.contains(&attribute), "{what}: {attribute:?} in <{tag}>");
            }
        }
        assert!(!part.contains("url(") && !part.contains("@import"), "{what}");
    }
}

/// Asserts that a page has no markup but its own: bold, headings, lists, tables, `<br>`.
fn markdown(page: &str, what: &str) {
    let mut table = None;
    for line in page.lines() {
        let mut bare = String::new();
        let mut letters = line.chars();
        while let Some(c) = letters.next() {
            if c == '\\' {
                letters.next();
            } else {
                bare.push(c);
            }
        }
        let bare = bare.replace("<br>", "");
        assert!(!bare.contains(['<', '[', '`', '~', '$']), "{what}: {line}");
        let bars = bare.matches('|').count();
        if bars > 0 {
            assert!(line.starts_with('|') && line.ends_with('|'), "{what}: {line}");
            assert_eq!(*table.get_or_insert(bars), bars, "{what}: {line}");
        } else {
            table = None;
        }
    }
}
