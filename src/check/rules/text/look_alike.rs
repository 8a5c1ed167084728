//! Letters that resemble Vietnamese letters: `look-alike`.

use unicode_normalization::char::canonical_combining_class;

use super::label::other_places;
use crate::check::rules::context::RuleContext;
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::parse::rules::LOOK_ALIKE;
use crate::parse::scalar::ScalarWalk;
use crate::parse::{PlanText, TextClass, texts};
use crate::vietnamese::vietnamese_look_alike;

pub(in crate::check::rules) fn look_alike(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    texts(context.draft, &mut |text| {
        if text.class == TextClass::Prose && !text.value.is_ascii() {
            found.extend(look_alikes(context, text));
        }
    });
}

fn look_alikes(context: &RuleContext<'_>, text: PlanText<'_>) -> Option<Diagnostic> {
    let value = text.value;
    if value.chars().all(|c| c.is_ascii() || vietnamese_look_alike(c).is_none()) {
        return None;
    }
    let mut words = words(value).filter_map(|(at, word)| Some((at, word, put_right(word)?)));
    let (at, word, right) = words.next()?;
    let is_more = words.next().is_some();
    let wrong = word.chars().find(|c| vietnamese_look_alike(*c).is_some())?;
    let mark = ScalarWalk::new(context.sources, value, text.span).span_of(at..at + word.len());
    let (code, letter) = (format!("U+{:04X}", wrong as u32), vietnamese_look_alike(wrong)?);
    let diagnostic = Diagnostic::new(
        &LOOK_ALIKE,
        mark,
        message!(
            "trong {0} có chữ {wrong} ({code}) trông như {letter}",
            "{0} contains {wrong} ({code}), which resembles {letter}",
            quoted(word)
        ),
    )
    .help(Message::same(right));
    Some(if is_more { diagnostic.label(other_places()) } else { diagnostic })
}

/// Returns the runs of letters and marks with their offsets.
fn words(value: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |c: char| c.is_alphabetic() || canonical_combining_class(c) != 0;
    value.split(move |c| !is_part(c)).filter(|word| !word.is_empty()).map(|word| {
        // Both are slices of one text: the difference of their addresses is the offset.
        (word.as_ptr() as usize - value.as_ptr() as usize, word)
    })
}

/// Returns the word with Vietnamese letters in place of similar ones; nothing if it contains none, or is a word of
/// another alphabet.
fn put_right(word: &str) -> Option<String> {
    let right: String = word.chars().map(|c| vietnamese_look_alike(c).unwrap_or(c)).collect();
    if right == word {
        return None;
    }
    // A word without Latin letters is a foreign word; ð and ǎ are Latin letters.
    word.chars().any(is_latin).then_some(right)
}

fn is_latin(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{judge, marks};

    #[test]
    fn letters_that_resemble_vietnamese_letters_are_reported() {
        for (text, word, help) in [
            ("title: công tác ðiều hành", "ðiều", "điều"),
            ("title: >-\n  Sở\n  GDÐT", "GDÐT", "GDĐT"),
            ("title: nhà trường cộng đồng nǎm 2024", "nǎm", "năm"),
            ("title: trườnɡ họс", "họс", "học"),
            ("title: \u{412}GDĐT", "ВGDĐT", "BGDĐT"),
        ] {
            let (sources, found) = judge(look_alike, text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(sources.slice(found[0].span), word);
            assert_eq!(found[0].help.as_ref().unwrap().get(crate::language::Lang::Vi), help);
        }
        for text in
            ["title: phường Hạ Đình, đ/c Đào", "title: Москва", "title: β-lactam, ΔT, 5 µm", "title: Ω"]
        {
            assert_eq!(marks(look_alike, text), [""; 0], "{text}");
        }
        assert_eq!(judge(look_alike, "title: ðiều ðiều ðiều").1.len(), 1);
    }
}
