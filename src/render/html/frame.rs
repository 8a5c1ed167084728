//! The head and the end of an office's document, each a table of two columns without borders.

use maud::{Markup, html};

use super::words::one_line;
use crate::document::{AnnexHead, Frame, MOTTO, NATION};
use crate::language::{Lang, Message};

/// The head.
pub(super) fn head(frame: &Frame, lang: Lang) -> Markup {
    let (superior, office) = frame.offices();
    html! {
        table.frame width="100%" {
            tr valign="top" {
                td.office align="center" {
                    @if let Some(superior) = superior { (one_line(&Message::same(superior), lang)) br; }
                    b { (one_line(&Message::same(office), lang)) }
                    hr.short;
                }
                td.nation align="center" {
                    b { (NATION.get(lang)) } br;
                    b.motto { (MOTTO.get(lang)) }
                }
            }
            tr valign="top" {
                td align="center" {
                    (one_line(&frame.numbered(), lang))
                    @if let Some(regarding) = frame.regarding() {
                        p.regarding { (one_line(&regarding, lang)) }
                    }
                }
                td align="center" { i { (one_line(&frame.place_and_day(), lang)) } }
            }
        }
        @if let Some(kind) = &frame.kind {
            h1 { (one_line(&Message::same(kind.get(lang).to_uppercase()), lang)) }
            p.subject { b { (one_line(&frame.subject, lang)) } }
            hr.short;
        }
        @for line in frame.addressed() { p.addressee { (one_line(&line, lang)) } }
    }
}

/// The end.
pub(super) fn end(frame: &Frame, lang: Lang) -> Markup {
    html! {
        table.frame width="100%" {
            tr valign="top" {
                td.recipients {
                    b { i { (lang.pick("Nơi nhận:", "Recipients:")) } }
                    @for line in &frame.recipients { br; (one_line(line, lang)) }
                }
                td.signature align="center" {
                    @for line in frame.signature.capacity() { b { (one_line(&Message::same(line), lang)) } br; }
                    div.signing {}
                    b { (one_line(&Message::same(frame.signature.signed()), lang)) }
                }
            }
        }
    }
}

/// The head of an annex.
pub(super) fn annex(head: &AnnexHead, lang: Lang) -> Markup {
    html! {
        p.subject { b { (one_line(&head.label, lang)) } }
        h1 { (one_line(&head.title, lang)) }
        p.subtitle { (one_line(&head.attached, lang)) }
        hr.short;
    }
}
