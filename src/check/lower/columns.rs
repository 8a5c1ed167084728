//! The plan's own columns, and the values that entries give in them. Source: docs/format.md, columns.

use super::context::LowerContext;
use super::fault::{LowerFault, OwnValueFault};
use super::symbols::SymbolTables;
use crate::deadline::parse_day;
use crate::model::{ColumnIx, OwnColumn, OwnColumns, OwnType, OwnValue, OwnValues};
use crate::parse::{Draft, Entry, Key, OwnField};
use crate::span::Spanned;
use crate::vietnamese::number;

/// Returns the plan's own columns, in the order of the files.
pub(super) fn columns(draft: &Draft<'_>) -> OwnColumns {
    draft.list(Key::Columns).iter().map(column).collect()
}

fn column(entry: &Entry<'_>) -> OwnColumn {
    OwnColumn {
        key: entry.words(Key::Key),
        title: entry.words(Key::Title),
        title_en: entry.maybe_words(Key::TitleEn),
        own_type: own_type(entry),
        form: entry.flag(Key::Form),
        place: entry.value_span(Key::Key),
    }
}

fn own_type(entry: &Entry<'_>) -> OwnType {
    entry.text(Key::Type).and_then(|word| OwnType::from_word(word.value)).unwrap_or_default()
}

/// Returns the values that an entry gives in the columns; an unknown key and a value of another type are faults.
pub(super) fn own_values(
    entry: &Entry<'_>,
    context: &LowerContext<'_>,
    symbols: &SymbolTables<'_>,
    faults: &mut Vec<LowerFault>,
) -> OwnValues {
    entry.own().iter().filter_map(|field| own_value(field, context, symbols, faults)).collect()
}

fn own_value(
    field: &OwnField<'_>,
    context: &LowerContext<'_>,
    symbols: &SymbolTables<'_>,
    faults: &mut Vec<LowerFault>,
) -> Option<(ColumnIx, OwnValue)> {
    let key = field.key.words();
    let Some(at) = symbols.columns.find(key.value) else {
        // A column whose key is wrong may be meant.
        if !symbols.columns.has_wrong_ids() {
            faults.extend(symbols.columns.unknown(&key, true, context));
        }
        return None;
    };
    let column = context.draft.list(Key::Columns).get(at).filter(|column| !column.is_wrong(Key::Type))?;
    let words = field.value.as_deref()?;
    let mut wrong = |day| {
        faults.push(LowerFault::OwnValue(OwnValueFault {
            key: key.value.to_owned(),
            value: Spanned::new(words.to_owned(), field.span),
            day,
        }));
        None
    };
    let value = match own_type(column) {
        OwnType::Text => Some(OwnValue::Text(words.into())),
        OwnType::Number => number(words).map(OwnValue::Number).or_else(|| wrong(None)),
        OwnType::Day => match parse_day(words.trim()) {
            Ok(day) => Some(OwnValue::Day(day)),
            Err(error) => wrong(Some(error)),
        },
        OwnType::Unit => {
            let party = symbols.parties.party(&Spanned::new(words, field.span), context, faults);
            party.map(OwnValue::Unit)
        }
    };
    Some((ColumnIx::new(at), value?))
}
