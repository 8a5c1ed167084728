//! Templates that are none, and those that would take the memory of the machine.

use plan::language::Lang;
use plan::package::{PackageFault, XmlFault};
use plan::template::{LARGEST_TEMPLATE, Template, TemplateError, TemplateValues};

use super::{MAIN, document, p, package, part, row, table, types, values};

fn refused(bytes: Vec<u8>) -> TemplateError {
    Template::read(bytes).expect_err("a template that is none")
}

fn typed(kind: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let types = types().replace(&format!("{MAIN}.document.main+xml"), kind);
    let body = part("document", &format!("<w:body>{}</w:body>", p("{{as_of}}")));
    let fixed: [(&str, &[u8]); 2] =
        [("[Content_Types].xml", types.as_bytes()), ("word/document.xml", body.as_bytes())];
    package(&[&fixed[..], more].concat())
}

#[test]
fn what_is_no_document_is_refused_with_its_reason() {
    use TemplateError as E;
    let main = format!("{MAIN}.document.main+xml");
    assert!(Template::read(typed(&main, &[])).is_ok());
    for (bytes, error) in [
        (b"khong phai".to_vec(), E::Package(PackageFault::NotArchive)),
        (vec![0xd0, 0xcf, 0x11, 0xe0], E::Package(PackageFault::CompoundFile { is_encrypted: false })),
        (package(&[("a.xml", b"<a/>")]), E::NotWord),
        (typed("application/xml", &[]), E::NotWord),
        (typed("application/vnd.ms-word.document.macroEnabled.main+xml", &[]), E::HasMacros),
        (typed(&main, &[("word/vbaProject.bin", b"x")]), E::HasMacros),
        (typed(&format!("{MAIN}.template.main+xml"), &[]), E::IsWordTemplate),
        (typed(&main, &[("_xmlsignatures/sig1.xml", b"<a/>")]), E::IsSigned),
        (typed(&main, &[("../a.xml", b"")]), E::Package(PackageFault::WrongName("../a.xml".to_owned()))),
        (
            typed(&main, &[("/word/a.xml", b"")]),
            E::Package(PackageFault::WrongName("/word/a.xml".to_owned())),
        ),
        (typed(&main, &[("word/Document.xml", b"")]), E::Package(PackageFault::TwiceNamed)),
        (document(&p("{office}")), E::NoPlaceholder),
        (vec![b'P'; LARGEST_TEMPLATE + 1], E::Package(PackageFault::FileTooLarge(LARGEST_TEMPLATE))),
    ] {
        assert_eq!(refused(bytes), error);
    }
}

#[test]
fn broken_and_deep_xml_is_refused_at_its_part() {
    let with = |document: &[u8]| {
        package(&[("[Content_Types].xml", types().as_bytes()), ("word/document.xml", document)])
    };
    let xml = |text: &str| match refused(with(text.as_bytes())) {
        TemplateError::Xml { part, fault } => {
            assert_eq!(part, "word/document.xml");
            fault
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(xml("<!DOCTYPE a [<!ENTITY b \"c\">]><a/>"), XmlFault::Declares);
    assert_eq!(xml("<a>"), XmlFault::CutOff);
    assert_eq!(xml(&"<a>".repeat(100_000)), XmlFault::TooDeep);
    assert!(matches!(xml("<a></b>"), XmlFault::Broken(..)));
    let text = |inner: &str| {
        format!("<w:document xmlns:w=\"{}\"><w:p><w:r><w:t>{inner}</w:t></w:r></w:p></w:document>", super::W)
    };
    assert!(matches!(xml(&text("&office;")), XmlFault::Broken(..)));
    assert!(matches!(xml(&text("<![CDATA[{{office}}]]>")), XmlFault::Broken(..)));
    let not_utf8 = TemplateError::Package(PackageFault::NotUtf8("word/document.xml".to_owned()));
    assert_eq!(refused(with(&[0xff, 0xfe, 0x3c, 0])), not_utf8);
    let declared =
        text("{{office}}").replace("<w:document", "<?xml version='1.0' encoding='windows-1258'?><w:document");
    assert_eq!(refused(with(declared.as_bytes())), not_utf8);
    let bomb = text(&" ".repeat(30 << 20));
    assert!(matches!(refused(with(bomb.as_bytes())), TemplateError::Package(PackageFault::PartTooLarge(..))));
}

#[test]
fn rows_times_values_are_bounded() {
    let mut many: TemplateValues = values();
    let rows = &mut many.lists[0].rows;
    *rows = vec![vec!["1".to_owned(), "x".repeat(10_000)]; 10_000];
    let template = |body: &str| Template::read(document(body)).unwrap();
    let long = template(&table(&[row(&["{{#overdue}}{{no}}", "{{title}}{{/overdue}}"])]));
    assert!(matches!(long.fill(&many), Err(TemplateError::TooLong(_))));
    // Values that are empty take time as well.
    let empty = format!("{{{{#overdue}}}}{}{{{{/overdue}}}} x", "{{nothing}}".repeat(2_000));
    assert!(matches!(template(&p(&empty)).fill(&many), Err(TemplateError::TooLong(_))));
    let error = template(&p(&empty)).fill(&many).err().unwrap();
    assert_eq!(error.message().get(Lang::En), "the filled document would be larger than 64 MB");
}

/// Thousands of sections and rows of marks in one table, in time that grows with the size of the template alone.
#[test]
fn many_sections_take_no_longer_than_their_text() {
    let rows: Vec<String> =
        (0..4_000).flat_map(|_| [row(&["{{#none}}"]), row(&["{{no}}"]), row(&["{{/none}}"])]).collect();
    let begun = std::time::Instant::now();
    let template = Template::read(document(&table(&rows))).unwrap();
    template.fill(&values()).unwrap();
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

#[test]
fn words_of_a_plan_cannot_leave_their_text() {
    let mut hostile = values();
    for value in
        ["</w:t></w:r><w:p>", "{{office}}", "a\u{1b}[31m\u{0}\u{202e}", "]]>", "&#x26;", "a\nb\r\nc\u{fffe}"]
    {
        hostile.fields[0].value = value.to_owned();
        let filled = Template::read(document(&p("{{office}}{{as_of}}"))).unwrap().fill(&hostile).unwrap();
        let package = crate::support::package::Package::read(&filled, value);
        let xml = package.part("word/document.xml");
        assert_eq!(xml.matches("<w:p>").count(), 1, "{xml}");
        assert!(!xml.contains(['\u{1b}', '\u{0}', '\u{202e}', '\u{fffe}']), "{xml}");
    }
}
