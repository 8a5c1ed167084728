//! Placeholders in all parts; all other bytes stay.

use std::io::{Cursor, Read};

use plan::template::{Template, TemplateError};
use zip::ZipArchive;

use super::{document, faults, filled, p, package, part, text, types, values};

#[test]
fn values_stand_in_headers_footers_notes_and_text_boxes_and_are_escaped() {
    let boxed =
        format!("<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>", p("{{as_of}}"));
    let body = part("document", &format!("<w:body>{}{boxed}<w:sectPr/></w:body>", p("Của {{office}}")));
    let header = part("hdr", &p("{{ as_of }}"));
    let footer = part("ftr", &p("{{overdue.count}}"));
    let notes = part("footnotes", &format!("<w:footnote w:id=\"1\">{}</w:footnote>", p("{{as_of}}")));
    let styles = part("styles", "<w:style w:name=\"{{office}}\"/>");
    let parts: Vec<(&str, Vec<u8>)> = vec![
        ("[Content_Types].xml", types().into_bytes()),
        ("word/media/image1.png", (0..=255).collect()),
        ("word/document.xml", body.into_bytes()),
        ("word/styles.xml", styles.into_bytes()),
        ("word/header1.xml", header.into_bytes()),
        ("word/footer1.xml", footer.into_bytes()),
        ("word/footnotes.xml", notes.into_bytes()),
        ("docProps/app.xml", b"<a/>".to_vec()),
    ];
    let borrowed: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let bytes = package(&borrowed);
    let template = Template::read(bytes.clone()).unwrap();
    let result = template.fill(&values()).unwrap();
    assert_eq!(result, template.fill(&values()).unwrap(), "equal input, equal bytes");
    let read = |bytes: &[u8]| -> Vec<(String, Vec<u8>, Vec<u8>)> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let entries = (0..archive.len()).map(|at| {
            let (mut raw, mut whole) = (Vec::new(), Vec::new());
            archive.by_index_raw(at).unwrap().read_to_end(&mut raw).unwrap();
            archive.by_index(at).unwrap().read_to_end(&mut whole).unwrap();
            (archive.name_for_index(at).unwrap().unwrap().into_owned(), raw, whole)
        });
        entries.collect()
    };
    let (before, after) = (read(&bytes), read(&result));
    let changed = ["word/document.xml", "word/header1.xml", "word/footer1.xml", "word/footnotes.xml"];
    assert_eq!(before.len(), after.len());
    for ((name, raw, whole), (other, raw_after, whole_after)) in before.iter().zip(&after) {
        assert_eq!(name, other, "the order of the parts");
        if changed.contains(&name.as_str()) {
            assert_ne!(whole, whole_after, "{name}");
        } else {
            assert_eq!((raw, whole), (raw_after, whole_after), "{name}");
        }
    }
    let of = |name: &str| {
        String::from_utf8(after.iter().find(|entry| entry.0 == name).unwrap().2.clone()).unwrap()
    };
    assert!(of("word/document.xml").contains(">Của Phòng &lt;A&gt; &amp; &quot;B&quot;<"));
    assert!(
        of("word/document.xml").contains("<w:txbxContent><w:p><w:r><w:t xml:space=\"preserve\">30/6/2025<")
    );
    assert!(of("word/header1.xml").contains(">30/6/2025<"));
    assert!(of("word/footer1.xml").contains(">02<"));
    assert!(of("word/footnotes.xml").contains(">30/6/2025<"));
}

#[test]
fn lines_of_a_value_are_broken_and_spaces_stay() {
    assert_eq!(
        filled("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{lines}}</w:t></w:r></w:p>"),
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">- một;</w:t><w:br/><w:t xml:space=\"preserve\">- hai.</w:t></w:r></w:p>"
    );
    // The rest begins with a space, which a text without the attribute loses.
    assert_eq!(filled(&p("{{nothing}} là")), "<w:p><w:r><w:t xml:space=\"preserve\"> là</w:t></w:r></w:p>");
    assert_eq!(
        filled("<w:p><w:r><w:t xml:space=\"preserve\">{{as_of}} </w:t></w:r></w:p>"),
        "<w:p><w:r><w:t xml:space=\"preserve\">30/6/2025 </w:t></w:r></w:p>"
    );
}

#[test]
fn another_prefix_and_the_strict_standard_are_the_same_document() {
    for space in [super::W, "http://purl.oclc.org/ooxml/wordprocessingml/main"] {
        let body = format!(
            "\u{feff}<x:document xmlns:x=\"{space}\"><x:body><x:p><x:r><x:t>{{{{lines}}}}</x:t></x:r></x:p></x:body></x:document>"
        );
        let bytes =
            package(&[("[Content_Types].xml", types().as_bytes()), ("word/document.xml", body.as_bytes())]);
        let filled = Template::read(bytes).unwrap().fill(&values()).unwrap();
        let package = crate::support::package::Package::read(&filled, space);
        let xml = package.part("word/document.xml");
        assert!(
            xml.contains(
                "<x:t xml:space=\"preserve\">- một;</x:t><x:br/><x:t xml:space=\"preserve\">- hai.</x:t>"
            ),
            "{xml}"
        );
    }
    // Word writes braces as they are; another program may not.
    assert_eq!(text(&filled(&p("&#123;&#x7b;as_of&#125;}"))), "30/6/2025");
    // The text of a formula is none of the document.
    let body = "<w:p><m:r xmlns:m=\"m\"><m:t>{{office}}</m:t></m:r></w:p>";
    assert_eq!(Template::read(document(body)).err(), Some(TemplateError::NoPlaceholder));
}

#[test]
fn a_wrong_name_is_named_with_its_place_and_the_nearest() {
    let body = [p("Kính gửi"), p("Tính đến {{as_off}} còn {{overdue.cuont}} việc, {{xyzxyz}}")].concat();
    let told: Vec<(usize, String, String, Option<String>)> = faults(&body)
        .iter()
        .map(|fault| {
            let help = fault.help.as_ref().map(|help| help.get(plan::language::Lang::En).to_owned());
            let message = fault.message.get(plan::language::Lang::En).to_owned();
            (fault.paragraph, fault.near.clone(), message, help)
        })
        .collect();
    let line = |near: &str, message: &str, help: Option<&str>| {
        (2, near.to_owned(), message.to_owned(), help.map(str::to_owned))
    };
    assert_eq!(
        told,
        [
            line("Tính đến {{as_off}} còn {{overdue.cuont…", "there is no field \"as_off\"", Some("as_of")),
            line(
                "… đến {{as_off}} còn {{overdue.cuont}} việc, {{xyzxyz}}",
                "there is no field \"overdue.cuont\"",
                Some("overdue.count")
            ),
            line("…erdue.cuont}} việc, {{xyzxyz}}", "there is no field \"xyzxyz\"", None),
        ]
    );
    let help = |body: &str| faults(body)[0].help.as_ref().unwrap().get(plan::language::Lang::En).to_owned();
    assert_eq!(help(&p("{{title}}")), "it is a field of rows: put it between {{#overdue}} and {{/overdue}}");
    assert_eq!(help(&p("{{overdue}}")), "it is a list: {{#overdue}} … {{/overdue}}");
    assert_eq!(help(&p("{{#overdeu}}{{as_of}}{{/overdeu}}")), "overdue");
    assert_eq!(help(&p("{{#overdue}}{{titel}}{{/overdue}}")), "title");
    assert_eq!(
        text(&filled(&p("{{#overdue}}{{no}} {{as_of}}; {{/overdue}}"))),
        "1 30/6/2025; |2 30/6/2025; "
    );
}
