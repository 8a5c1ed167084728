//! The results of one target that both sides have added.

use super::names::name_of;
use crate::diagnostic::{EditSet, TextEdit};
use crate::parse::{ContentPart, EntryLayout, Key, ListOutline, ListStyle, Outline, TextContent};
use crate::span::{SourceId, Span};

/// The entry of a target with the results that either side has added; `None` if both
/// sides have changed other keys of it.
pub(super) fn with_results(base: &str, ours: &str, theirs: &str) -> Option<String> {
    let [base, ours, theirs] = [base, ours, theirs].map(TargetText::new);
    let (base, ours, theirs) = (base?, ours?, theirs?);
    if theirs.others() == base.others() {
        return ours.with(&theirs.added(&base)?, &base);
    }
    // The side that has changed something else is the one that takes results.
    (ours.others() == base.others()).then(|| theirs.with(&ours.added(&base)?, &base)).flatten()
}

/// A target as the one entry of a list.
struct TargetText {
    text: String,
    layout: EntryLayout,
}

const HEAD: &str = "targets:\n";

/// A result by its name, its content and its text.
struct ResultText {
    name: String,
    content: Vec<ContentPart<'static>>,
    text: String,
}

impl TargetText {
    fn new(core: &str) -> Option<Self> {
        let text = format!("{HEAD}{core}");
        let layout = Outline::of(&text, SourceId::default())?.list(Key::Targets)?.layout(&text, 0)?;
        Some(Self { text, layout })
    }

    fn slice(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// The keys besides the results, with their values.
    fn others(&self) -> Vec<(String, Vec<ContentPart<'static>>)> {
        let Some(content) = TextContent::of(self.text.get(HEAD.len()..).unwrap_or_default()) else {
            return Vec::new();
        };
        let others = content.pairs().into_iter().filter(|(key, _)| *key != Key::Results.name());
        others.map(|(key, value)| (key.to_owned(), owned(value))).collect()
    }

    fn list(&self) -> Option<&ListOutline> {
        self.layout.key(Key::Results)?.list.as_ref()
    }

    fn results(&self) -> Option<Vec<ResultText>> {
        let Some(list) = self.list() else {
            return self.layout.key(Key::Results).is_none().then(Vec::new);
        };
        let result = |entry: &crate::parse::EntryOutline| {
            let text = self.slice(entry.content).to_owned();
            let content = TextContent::of(&text)?;
            let name = name_of(Key::Results, &content);
            Some(ResultText { name, content: owned(&content.parts), text: text.clone() })
        };
        list.entries.iter().map(result).collect()
    }

    /// The results that the base has not; `None` if one of the base is changed or gone.
    fn added(&self, base: &Self) -> Option<Vec<ResultText>> {
        let (own, old) = (self.results()?, base.results()?);
        let is_in =
            |result: &ResultText, all: &[ResultText]| all.iter().any(|one| one.content == result.content);
        if !old.iter().all(|result| is_in(result, &own)) {
            return None;
        }
        Some(own.into_iter().filter(|result| !is_in(result, &old)).collect())
    }

    /// The entry with further results; `None` where two results contradict each other, or cannot stand here.
    fn with(&self, added: &[ResultText], base: &Self) -> Option<String> {
        let own = self.results()?;
        self.added(base)?;
        let is_there = |result: &&ResultText| own.iter().any(|one| one.content == result.content);
        let new: Vec<&ResultText> = added.iter().filter(|result| !is_there(result)).collect();
        if new.iter().any(|result| own.iter().any(|one| one.name == result.name)) {
            return None;
        }
        let list = self.list()?;
        // A result in lines cannot stand in brackets, nor be moved without a look at its lines.
        if new.iter().any(|result| result.text.contains('\n') || !result.text.starts_with('{')) {
            return None;
        }
        let text = match list.style {
            ListStyle::Block { dash } => {
                let lines = new.iter().map(|result| format!("{}- {}\n", " ".repeat(dash), result.text));
                lines.collect::<String>()
            }
            ListStyle::Flow { column: None, has_last_comma: false } if !list.entries.is_empty() => {
                [String::new()]
                    .into_iter()
                    .chain(new.iter().map(|result| result.text.clone()))
                    .collect::<Vec<_>>()
                    .join(", ")
            }
            ListStyle::Flow { .. } => return None,
        };
        let edit = TextEdit::insertion(SourceId::default(), list.end, text);
        let edited = EditSet::new([edit]).ok()?.apply(&self.text).ok()?;
        edited.strip_prefix(HEAD).map(str::to_owned)
    }
}

fn owned(parts: &[ContentPart<'_>]) -> Vec<ContentPart<'static>> {
    let owned = |part: &ContentPart<'_>| match part {
        ContentPart::Words(words) => ContentPart::Words(words.clone().into_owned().into()),
        ContentPart::Map => ContentPart::Map,
        ContentPart::List => ContentPart::List,
        ContentPart::End => ContentPart::End,
        ContentPart::Alias => ContentPart::Alias,
        ContentPart::Document => ContentPart::Document,
    };
    parts.iter().map(owned).collect()
}
