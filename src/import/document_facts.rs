//! The period, the issuer and the place of a document, and the title of one that is nothing but a table.

use super::block::{SourceBlock, SourcePlace};
use super::error::ImportError;
use super::header::period_in;
use super::letter_case::{ProperNames, RestoredWords, names_behind, office_case, title_case};
use super::plan::{Doubt, ImportedHeader};
use super::source::ImportOptions;
use super::table::table_head;
use super::token::tokens;
use super::units::{UnitRegistry, is_unit, names_at};
use crate::language::Message;

/// The head of a document that is nothing but a table.
#[derive(Default)]
pub(super) struct TableTitle {
    /// The title.
    pub title: Option<RestoredWords>,
    /// The issuing office.
    pub issuer: Option<String>,
}

/// The words above the head of a table: the issuer, the title, remarks in brackets.
pub(super) fn title_above(block: &SourceBlock, names: &ProperNames) -> Option<TableTitle> {
    let SourceBlock::Table(grid) = block else { return None };
    let mut above = table_head(grid)?.above;
    above.retain(|words| !words.starts_with('('));
    let is_issuer = above.len() > 1 && above.first().is_some_and(|words| is_unit(words));
    let issuer = is_issuer.then(|| office_case(&above.remove(0), names));
    let title = above.join(" ");
    Some(TableTitle { title: (!title.is_empty()).then(|| title_case(&title, names)), issuer })
}

/// The place of the document: the name that stands most often behind `quận`, `phường`, …
pub(super) fn locality(whole: &str) -> Option<String> {
    let counts = names_behind(whole, &["quận", "huyện", "phường", "xã"]);
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(name, _)| name)
}

/// The period: of the options, of the title, of the preamble, of the day of issue.
pub(super) fn period(
    header: &mut ImportedHeader,
    options: &ImportOptions,
    preamble: &[String],
    whole: &str,
    file: &str,
) -> Result<(), ImportError> {
    if let Some(words) = &options.period {
        header.school_year = super::header::school_year(words);
        header.period.clone_from(words);
        return Ok(());
    }
    let found = period_in(&header.title);
    let is_sure = found.is_some();
    let year =
        header.issued.as_deref().and_then(|day| day.rsplit('/').next()).map(|year| (year.to_owned(), None));
    let found = found
        .or_else(|| preamble.iter().rev().find_map(|words| period_in(words)))
        .or(year)
        .or_else(|| period_in(whole));
    let Some((words, school_year)) = found else {
        return Err(ImportError::new(
            file,
            Message::fixed("không thấy kỳ của kế hoạch", "the document names no period"),
        )
        .help(Message::fixed("--period 2026", "--period 2026")));
    };
    (header.period, header.school_year) = (words, school_year);
    if !is_sure {
        header.doubts.push(doubt("period", "tên văn bản không nêu kỳ", "the title names no period"));
    }
    Ok(())
}

/// The issuing unit: of the head, of the title, or the one that orders in the preamble.
pub(super) fn issuer(
    header: &mut ImportedHeader,
    units: &mut UnitRegistry,
    head: Option<&str>,
    preamble: &[String],
) {
    let place = SourcePlace::line(1);
    let in_title = header.title.match_indices(" của ").find_map(|(at, words)| {
        let rest = &header.title[at + words.len()..];
        let all = tokens(rest);
        let end = all
            .iter()
            .position(|token| matches!(token.word.as_str(), "năm" | "giai" | "về" | "trong"))
            .unwrap_or(all.len());
        let name = rest.get(..all.get(end.checked_sub(1)?)?.range.end)?;
        is_unit(name).then(|| name.to_owned())
    });
    if let Some(name) = head.map(str::to_owned).or(in_title) {
        header.issuer = Some(units.id(&name, place));
        return;
    }
    let ordering = preamble.iter().find_map(|words| {
        let all = tokens(words);
        let end = all.iter().take(12).position(|token| token.word == "yêu")?;
        let list = names_at(words, &all, 0).filter(|list| list.next <= end)?;
        list.names.first().cloned()
    });
    if let Some(name) = ordering {
        header.issuer = Some(units.id(&name, place));
        header.doubts.push(doubt("issuer", "lấy theo lời mở đầu", "taken from the preamble"));
    }
}

fn doubt(key: &'static str, vi: &'static str, en: &'static str) -> Doubt {
    Doubt { key, reason: Message::fixed(vi, en) }
}
