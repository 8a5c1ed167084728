//! Odd files: encodings, line ends, sizes, numbers.

use plan::workspace::MemoryFileSystem;

use crate::hostile::{HEAD, found, lines, one};

#[test]
fn odd_bytes_and_line_ends_are_understood() {
    let text = format!("{HEAD}units:\n  - {{id: a, name: Đơn vị, kind: x}}\n");
    for odd in [
        format!("\u{feff}{text}"),
        text.replace('\n', "\r\n"),
        format!("{text}...\n"),
        format!("---\n{text}"),
    ] {
        assert_eq!(found(&one(&odd)), [], "{odd:?}");
    }
    let mut files = one(&text);
    files.insert("a.plan.yaml", [&text.as_bytes()[..40], &[0xff, 0xfe, b'\n']].concat());
    assert_eq!(found(&files)[0].1, "encoding");
    assert_eq!(found(&one(&format!("{text}--- \nx: 1\n"))), [(7, "unsupported-yaml")]);
    assert_eq!(found(&one(&format!("{HEAD}\ttitle: x\n")))[0].1, "syntax");
}

/// Each file comes with the rule of its first diagnostic.
#[test]
fn every_odd_file_is_read_or_refused_for_its_reason() {
    let many = if cfg!(debug_assertions) { 20_000 } else { 1_000_000 };
    let laughs: String = lines(1..40, |at| format!("x{at}: &a{at} [*a{0}, *a{0}, *a{0}, *a{0}]\n", at - 1));
    let indents: String = lines(1..many.min(3_000), |at| format!("{}a:\n", " ".repeat(at)));
    let utf16 =
        |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> { text.encode_utf16().flat_map(bytes).collect() };
    let right = format!("{HEAD}units:\n  - {{id: a, name: A, kind: x}}\n");
    for (what, file, expected) in [
        ("aliases of aliases", format!("{HEAD}recipients: &a0 [ha, ha]\n{laughs}").into_bytes(), Some("unknown-key")),
        ("an alias", format!("{HEAD}recipients: &x [*x]\n").into_bytes(), Some("unsupported-yaml")),
        ("anchors", format!("{HEAD}recipients: [{}]\n", "&a x, ".repeat(many)).into_bytes(), None),
        ("open lists", format!("{HEAD}recipients: {}", "[".repeat(many)).into_bytes(), Some("limit")),
        ("open mappings", "{".repeat(many).into_bytes(), Some("limit")),
        ("mappings in one another", format!("{HEAD}recipients: {}{}", "{a: ".repeat(many), "}".repeat(many)).into_bytes(), Some("limit")),
        ("lists in one another", format!("{HEAD}recipients:\n{}x\n", "- ".repeat(many)).into_bytes(), Some("limit")),
        ("complex keys", format!("{HEAD}recipients:\n  {}x\n", "? ".repeat(many)).into_bytes(), Some("limit")),
        ("ever deeper lines", format!("{HEAD}recipients:\n{indents}").into_bytes(), Some("limit")),
        ("many keys", format!("{HEAD}{}", lines(0..many / 20, |at| format!("k{at}: 1\n"))).into_bytes(), Some("unknown-key")),
        ("one key many times", format!("{HEAD}{}", "kind: ke-hoach\n".repeat(many)).into_bytes(), Some("duplicate-key")),
        ("documents", format!("{HEAD}{}", "---\na: 1\n".repeat(many)).into_bytes(), Some("unsupported-yaml")),
        ("directives", format!("{}{HEAD}", "%TAG ! tag:x\n".repeat(many)).into_bytes(), Some("syntax")),
        ("quotes", format!("{HEAD}recipients:\n{}", "  - \"\n".repeat(many | 1)).into_bytes(), Some("syntax")),
        ("a long comment", format!("{HEAD}# {}\n", "a".repeat(many * 50)).into_bytes(), None),
        ("a long deadline", format!("{HEAD}units: [{{id: a, name: A, kind: x}}]\ntasks: [{{id: t, title: T, lead: a, due: {}}}]\n", "tháng 9 và ".repeat(many)).into_bytes(), Some("unreadable-deadline")),
        ("a long id", format!("{HEAD}tasks: [{{id: t, title: T, lead: {}, due: tháng 9}}]\n", "a".repeat(many * 10)).into_bytes(), Some("unknown-unit")),
        ("marks upon a letter", format!("{HEAD}signer: {{name: e{}}}\n", "\u{301}\u{323}".repeat(many)).into_bytes(), Some("not-nfc")),
        ("hidden characters", format!("{HEAD}signer: {{name: \"{}\"}}\n", "\\e\u{200b}".repeat(many)).into_bytes(), Some("control-character")),
        ("NUL", b"format: 1\nplan: p\0\n".to_vec(), Some("encoding")),
        ("only NUL", vec![0; many], Some("encoding")),
        ("UTF-16", utf16(&format!("\u{feff}{right}"), u16::to_le_bytes), Some("encoding")),
        ("UTF-16, the other way", utf16(&format!("\u{feff}{right}"), u16::to_be_bytes), Some("encoding")),
        ("UTF-16 without its mark", utf16(&right, u16::to_le_bytes), Some("encoding")),
        ("Windows-1258", [HEAD.as_bytes(), b"signer: {name: Ph\xfbng}\n"].concat(), Some("encoding")),
        ("letters too long", [HEAD.as_bytes(), b"signer: {name: \xc0\xaf}\n"].concat(), Some("encoding")),
        ("half of a pair", [HEAD.as_bytes(), b"signer: {name: \xed\xa0\x80}\n"].concat(), Some("encoding")),
        ("lone returns", right.replace('\n', "\r").into_bytes(), None),
        ("returns and line ends", right.replacen('\n', "\r\n", 3).into_bytes(), None),
        ("a mark inside", format!("{HEAD}signer: {{name: \u{feff}x}}\n").into_bytes(), Some("syntax")),
        ("other line ends", right.replace('\n', "\u{85}").into_bytes(), Some("wrong-type")),
        ("line separators", right.replace('\n', "\u{2028}").into_bytes(), Some("wrong-type")),
        ("a line separator in a text", format!("{HEAD}signer: {{name: a\u{2028}b}}\n").into_bytes(), Some("control-character")),
        ("tabs", format!("{HEAD}\tkind: ke-hoach\n").into_bytes(), Some("syntax")),
        ("nothing", Vec::new(), Some("missing-key")),
        ("line ends", vec![b'\n'; many], Some("missing-key")),
        ("colons", ":".repeat(many).into_bytes(), Some("wrong-type")),
        ("a number beyond all", b"format: 99999999999999999999\nplan: p\ntitle: T\nperiod: 2026\n".to_vec(), Some("wrong-type")),
        ("a period before all", b"format: 1\nplan: p\ntitle: T\nperiod: 1899\n".to_vec(), Some("impossible-date")),
        ("a period after all", b"format: 1\nplan: p\ntitle: T\nperiod: 3000\n".to_vec(), Some("impossible-date")),
        ("the last period", b"format: 1\nplan: p\ntitle: T\nperiod: 2999\n".to_vec(), None),
        ("the first period", b"format: 1\nplan: p\ntitle: T\nperiod: 1900\n".to_vec(), None),
    ] {
        let files: MemoryFileSystem = [("a.plan.yaml", file)].into_iter().collect();
        let found = found(&files);
        assert_eq!(found.first().map(|(_, rule)| *rule), expected, "{what}: {:?}", found.get(..3));
    }
}

#[test]
fn numbers_at_the_ends_are_numbers_or_refused() {
    for (words, expected) in [
        ("1e309", Some("percent-range")),
        ("99999999999999999999", Some("percent-range")),
        ("-1", Some("percent-range")),
        ("100.0000001", Some("percent-range")),
        ("NaN", Some("wrong-type")),
        (".nan", Some("wrong-type")),
        (".inf", Some("wrong-type")),
        ("-.inf", Some("wrong-type")),
        ("1_000", Some("wrong-type")),
        ("٣", Some("wrong-type")),
        ("½", Some("wrong-type")),
        ("-0", None),
        ("1e2", None),
        ("99,9 %", None),
    ] {
        let text = format!(
            "{HEAD}units: [{{id: a, name: A, kind: x}}]\ntasks: [{{id: t, title: T, lead: a, due: tháng 9}}]\nprogress: [{{item: t, date: 1/9/2026, percent: \"{words}\"}}]\n"
        );
        let found = found(&one(&text));
        assert_eq!(found.first().map(|(_, rule)| *rule), expected, "{words}");
    }
}
