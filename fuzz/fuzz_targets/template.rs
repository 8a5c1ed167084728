//! An office's own document: the bytes are the text of the document in a package. The result reads again.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use plan::language::Message;
use plan::template::{Template, TemplateColumn, TemplateError, TemplateField, TemplateList, TemplateValues};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

fuzz_target!(|bytes: &[u8]| {
    let _ = Template::read(bytes.to_vec());
    let Ok(template) = Template::read(packed(bytes)) else { return };
    for rows in 0..3 {
        let values = values(rows);
        let Ok(filled) = template.fill(&values) else { continue };
        assert_eq!(template.fill(&values).ok(), Some(filled.clone()), "equal input gives equal bytes");
        // Braces on both sides of what is left out may come together.
        match Template::read(filled) {
            Ok(_) | Err(TemplateError::NoPlaceholder | TemplateError::Placeholders(_)) => {}
            Err(error) => panic!("{error:?}"),
        }
    }
});

/// A field, and a list with some rows; the values have signs of XML in them.
fn values(rows: usize) -> TemplateValues {
    let meaning = || Message::fixed("Trường", "A field");
    TemplateValues {
        fields: vec![TemplateField {
            name: "a".to_owned(),
            meaning: meaning(),
            value: "<A> &\n\"]]>".to_owned(),
        }],
        lists: vec![TemplateList {
            name: "l".to_owned(),
            meaning: meaning(),
            columns: vec![TemplateColumn { name: "b".to_owned(), meaning: meaning() }],
            rows: (0..rows).map(|row| vec![format!("<{row}>")]).collect(),
        }],
    }
}

fn packed(text: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [("[Content_Types].xml", TYPES.as_bytes()), ("word/document.xml", text)] {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
