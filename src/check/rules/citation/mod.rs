//! Citations: `citation-conflict`, `citation-later`, `bad-number`.
//!
//! Titles, texts, bases, `by` and evidence are read. Notes are not, as they comment on citations.

mod cited;

use std::collections::HashMap;

use self::cited::{Cited, DatePlace, DocumentKey, cited};
use super::context::RuleContext;
use super::family::RuleFamily;
use crate::citation::{is_number, may_be_one};
use crate::date::Day;
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::{Lang, Message};
use crate::message;
use crate::parse::Key;
use crate::rule;
use crate::span::{Sources, Spanned};

/// The rules of this file and their checks.
pub(in crate::check::rules) static FAMILY: RuleFamily = RuleFamily {
    rules: &[&CITATION_CONFLICT, &CITATION_LATER, &BAD_NUMBER],
    checks: &[],
    lints: &[citations, bad_number],
};

rule!(
    CITATION_CONFLICT,
    Warning,
    "citation-conflict",
    ["Một văn bản được dẫn với hai ngày", "Document cited with two dates"],
    [
        "Cùng số, ký hiệu và năm mà ghi hai ngày khác nhau thì một ngày là sai; báo ở chỗ thứ hai. Số đánh lại từ đầu mỗi năm và mỗi cơ quan đánh số riêng: \
         22/KH-UBND của thành phố và của quận là hai văn bản, hãy ghi cơ quan sau chữ \"của\". \
         Nếu chính văn bản gốc ghi hai ngày thì giữ nguyên văn và viết # plan: allow(citation-conflict) ở dòng trên (trên khóa text: nếu lời văn có nhiều dòng).",
        "The same number, sign and year stand with two dates, so one date is wrong. The second one is reported. Numbering \
         restarts every year, and each office has its own: 22/KH-UBND of the city and of a district are two documents, so \
         name the office after \"của\". If the source document itself contains both dates, keep its words and write # \
         plan: allow(citation-conflict) on the line above (above the key `text` if the text has several lines).",
    ],
);

rule!(
    CITATION_LATER,
    Warning,
    "citation-later",
    ["Dẫn văn bản ban hành sau kế hoạch", "Citation of a document later than the plan"],
    [
        "Kế hoạch không thể căn cứ vào văn bản chưa có. Xem lại ngày của văn bản được dẫn và ngày ban hành (issued) của kế hoạch. \
         Chỉ xét tên, lời văn và căn cứ; minh chứng và văn bản điều chỉnh tất nhiên đến sau.",
        "A plan cannot be based on a document that did not exist. Check the date of the cited document and the date of \
         issue of the plan (`issued`). Only titles, texts and bases are checked; evidence and the documents of changes \
         are always later.",
    ],
);

rule!(
    BAD_NUMBER,
    Warning,
    "bad-number",
    ["Số ký hiệu không đúng dạng", "Malformed document number"],
    [
        "Số ký hiệu của văn bản nhà nước là số/loại-cơ quan (242/KH-UBND), văn bản quy phạm có năm (13/2020/TT-BGDĐT), luật là 45/2019/QH14, công văn là 896/BGDĐT-GDTrH; \
         của Đảng là số-loại/cơ quan (29-NQ/TW). Chữ in hoa, không có dấu cách. Văn bản chưa có số thì bỏ trống.",
        "The number of a state document is number/kind-office (242/KH-UBND), that of a legal document includes the year \
         (13/2020/TT-BGDĐT), that of a law is 45/2019/QH14, that of a letter 896/BGDĐT-GDTrH, and that of a party \
         document number-kind/office (29-NQ/TW). Use capitals and no spaces. Omit the number if the document has none \
         yet.",
    ],
);

/// The most further places that a diagnostic names.
const PLACES: usize = 10;

/// The most different dates and offices of one number that are compared; more are not a typing error.
const READINGS: usize = 64;

/// Checks every dated citation: [`CITATION_CONFLICT`], [`CITATION_LATER`].
pub(super) fn citations(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    let issued = context.draft.header.day(Key::Issued);
    let sources = context.sources;
    let mut conflicts = Conflicts { sources, known: HashMap::new(), reports: Vec::new() };
    cited(context, &mut |cited| {
        if let Some(issued) = issued
            && cited.is_plan
            && cited.day > issued.value
        {
            found.push(later(&cited, issued, sources));
        }
        conflicts.see(cited);
    });
    found.append(&mut conflicts.reports);
}

/// The documents cited so far, and the diagnostics of their dates.
struct Conflicts<'t> {
    sources: &'t Sources,
    known: HashMap<DocumentKey, Vec<DatedCitation<'t>>>,
    reports: Vec<Diagnostic>,
}

/// A date of a document at its first citation.
struct DatedCitation<'t> {
    day: Day,
    issuer: Box<str>,
    place: DatePlace<'t>,
    report: Option<u32>,
}

impl<'t> Conflicts<'t> {
    fn see(&mut self, cited: Cited<'t>) {
        let sources = self.sources;
        // Most documents have one date, and there are as many documents as entries.
        let readings = self.known.entry(cited.key).or_insert_with(|| Vec::with_capacity(1));
        let is_same = |reading: &&mut DatedCitation<'t>| {
            reading.issuer.is_empty() || cited.issuer.is_empty() || may_be_one(&reading.issuer, &cited.issuer)
        };
        let mut others = readings.iter_mut().filter(is_same).peekable();
        let first = others.peek().map(|reading| (reading.day, reading.place.clone()));
        let same_day = others.find(|reading| reading.day == cited.day);
        if let Some(reading) = same_day {
            if reading.issuer.len() < cited.issuer.len() {
                reading.issuer = cited.issuer;
            }
            if let Some(report) = reading.report.and_then(|at| self.reports.get_mut(at as usize))
                && report.related.len() < PLACES
            {
                *report =
                    report.clone().related(cited.place.span(sources), Message::fixed("và ở đây", "and here"));
            }
            return;
        }
        let report = first.map(|(day, place)| {
            let span = place.span(sources);
            let (vi, en) = (cited.day.show(Lang::Vi), cited.day.show(Lang::En));
            let (first_vi, first_en) = (day.show(Lang::Vi), day.show(Lang::En));
            let number = quoted(cited.written);
            self.reports.push(
                Diagnostic::new(
                    &CITATION_CONFLICT,
                    cited.place.span(sources),
                    Message::new(
                        format!("{number} ghi ngày {vi}, trước đó ghi ngày {first_vi}"),
                        format!("{number} is dated {en} here, {first_en} before"),
                    ),
                )
                .related(span, Message::new(format!("ngày {first_vi}"), format!("dated {first_en}")))
                .help(Message::fixed(
                    "sửa ngày sai; nếu là văn bản của hai cơ quan thì ghi rõ \"của …\"",
                    "correct the wrong date; if two offices issued these documents, name each after \"của\"",
                )),
            );
            u32::try_from(self.reports.len() - 1).unwrap_or(u32::MAX)
        });
        if readings.len() < READINGS {
            readings.push(DatedCitation { day: cited.day, issuer: cited.issuer, place: cited.place, report });
        }
    }
}

/// Reports a document that is later than the plan.
fn later(cited: &Cited<'_>, issued: Spanned<Day>, sources: &Sources) -> Diagnostic {
    let (vi, en) = (issued.value.show(Lang::Vi), issued.value.show(Lang::En));
    let number = quoted(cited.written);
    Diagnostic::new(
        &CITATION_LATER,
        cited.place.span(sources),
        Message::new(
            format!("{number} có sau kế hoạch (ban hành ngày {vi})"),
            format!("{number} is later than the plan (issued {en})"),
        ),
    )
    .related(issued.span, Message::fixed("ngày ban hành kế hoạch", "the plan's date of issue"))
}

pub(super) fn bad_number(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    let header = &context.draft.header;
    for entry in std::iter::once(header).chain(header.list(Key::Bases)) {
        let Some(number) = entry.text(Key::Number).filter(|number| !is_number(number.value)) else {
            continue;
        };
        found.push(
            Diagnostic::new(
                &BAD_NUMBER,
                number.span,
                message!(
                    "{0} không phải dạng của số ký hiệu",
                    "{0} is not a document number",
                    quoted(number.value)
                ),
            )
            .help(Message::fixed(
                "ví dụ 242/KH-UBND, 13/2020/TT-BGDĐT, 29-NQ/TW",
                "for example 242/KH-UBND, 13/2020/TT-BGDĐT, 29-NQ/TW",
            )),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{judge, marks};

    /// Returns a plan with these texts.
    fn plan(texts: &[&str]) -> String {
        let tasks = texts.iter().enumerate().map(|(at, text)| format!("- {{id: NV-{at}, text: '{text}'}}\n"));
        format!("tasks:\n{}", tasks.collect::<String>())
    }

    fn conflicts(texts: &[&str]) -> Vec<String> {
        marks(citations, &plan(texts))
    }

    #[test]
    fn two_dates_of_one_document_are_a_conflict() {
        let texts = [
            "Chỉ thị số 1112/CT-BGDĐT ngày 19/8/2022 của Bộ GDĐT",
            "Chỉ thị số 1112/CT-BGDĐT ngày 18/8/2022 của Bộ Giáo dục và Đào tạo",
            "Chỉ thị số 1112/CT-BGDĐT",
            "Chỉ thị 1112/CT-BGDĐT, 19/8/2022; Chỉ thị 01112/CT-BGDĐT ngày 18 tháng 8 năm 2022",
        ];
        let (sources, found) = judge(citations, &plan(&texts));
        assert_eq!(found.len(), 1);
        assert_eq!(sources.slice(found[0].span), "18/8/2022");
        let related: Vec<_> = found[0].related.iter().map(|related| sources.slice(related.span)).collect();
        assert_eq!(related, ["19/8/2022", "18 tháng 8 năm 2022"]);
        assert_eq!(
            conflicts(&[
                "Thông tư 13/2020/TT-BGDĐT ngày 26/5/2020",
                "Thông tư 13/2020/TT-BGDĐT ngày 26/5/2021"
            ])
            .len(),
            1
        );
        assert_eq!(
            conflicts(&[
                "Kế hoạch 22/KH-UBND ngày 1/2/2022",
                "Kế hoạch 22/KH-UBND ngày 2/2/2022 của UBND quận"
            ])
            .len(),
            1
        );
    }

    #[test]
    fn two_documents_are_no_conflict() {
        for texts in [
            [
                "Kế hoạch số 22/KH-UBND ngày 19/01/2022 của UBND Thành phố",
                "Kế hoạch số 22/KH-UBND ngày 20/01/2022 của UBND quận",
            ],
            ["Thông báo số 45/TB-PGDĐT ngày 28/3/2024", "Thông báo số 45/TB-PGDĐT ngày 27/3/2025"],
            ["Nghị quyết 29-NQ/TW ngày 4/11/2013", "Nghị quyết 29-NQ/TW ngày 17/11/2022"],
            ["Kế hoạch 22/KH-UBND ngày 1/2/2022", "Quyết định 22/QĐ-UBND ngày 2/2/2022"],
            ["13/2020/TT-BGDĐT ngày 26/5/2020", "13/2019/TT-BGDĐT ngày 27/5/2019"],
        ] {
            assert_eq!(conflicts(&texts), [""; 0], "{texts:?}");
        }
    }

    #[test]
    fn wards_number_their_own_reports() {
        let report = |unit: &str, day| {
            format!(
                "- {{item: a, unit: {unit}, date: x, evidence: Kế hoạch số 12/KH-UBND ngày {day}/3/2024}}\n"
            )
        };
        let two = format!("progress:\n{}{}", report("phuong-a", 5), report("phuong-b", 6));
        assert_eq!(marks(citations, &two), [""; 0]);
        let one = format!("progress:\n{}{}", report("phuong-a", 5), report("phuong-a", 6));
        assert_eq!(marks(citations, &one), ["6/3/2024"]);
    }

    #[test]
    fn places_are_exact_in_folded_and_quoted_values() {
        let text = "goals:\n- id: a\n  title: >-\n    Chỉ thị số 1112/CT-BGDĐT\n    ngày 19/8/2022\n- id: b\n  title: \"Chỉ thị \\\"số\\\" \
                    1112/CT-BGDĐT ngày\n    18/8/2022 \\u2026\"\n";
        let (sources, found) = judge(citations, text);
        assert_eq!(sources.slice(found[0].span), "18/8/2022");
        assert_eq!(sources.slice(found[0].related[0].span), "19/8/2022");
    }

    #[test]
    fn numbers_are_judged_in_the_header_and_in_bases() {
        let text = "number: 45 KH/BCĐ\nbases:\n- {number: 29-NQ/TW}\n- {number: '242/kh-ubnd'}\n- {number: null}\n- {number: 242/KH-UBNÐ}\n";
        assert_eq!(marks(bad_number, text), ["45 KH/BCĐ", "'242/kh-ubnd'"]);
    }

    #[test]
    fn many_citations_are_no_burden() {
        let number = "Kế hoạch số 1/KH-UBND";
        let line = |at| {
            format!("- {{id: a{at}, text: '{number} ngày 1/{}/2024 của UBND phường {at}'}}", at % 12 + 1)
        };
        let text = (0..20_000).map(line).collect::<Vec<_>>().join("\n");
        let (_, found) = judge(citations, &format!("tasks:\n{text}"));
        assert!(found.len() < 20_000);
    }
}
