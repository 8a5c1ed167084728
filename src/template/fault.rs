//! The reasons why a template is not filled.

use crate::language::{Lang, Message};
use crate::message;
use crate::package::{PackageFault, XmlFault};
use crate::sanitize::{quoted, visible};

/// A reason why a template is not filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateError {
    /// The file is no package, or exceeds a limit.
    Package(PackageFault),
    /// The package holds no document for Word.
    NotWord,
    /// The document has macros: it would carry them to everybody who gets the result.
    HasMacros,
    /// The file is a template of Word's own (`.dotx`), which cannot be sent as a document.
    IsWordTemplate,
    /// The document is signed, and no filled copy would be.
    IsSigned,
    /// The XML of a part is broken.
    Xml {
        /// The part.
        part: String,
        /// The fault.
        fault: XmlFault,
    },
    /// There is no placeholder.
    NoPlaceholder,
    /// Placeholders are wrong, in the order of the parts.
    Placeholders(Vec<TemplateFault>),
    /// The filled document would be larger than a number of bytes.
    TooLong(usize),
}

/// A wrong placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFault {
    /// The part of the package.
    pub part: String,
    /// The number of the paragraph in the part, from 1; those of tables and text boxes count.
    pub paragraph: usize,
    /// The text around the placeholder.
    pub near: String,
    /// The reason.
    pub message: Message,
    /// The words that were probably meant, or the way out.
    pub help: Option<Message>,
}

impl TemplateError {
    /// Returns the sentence.
    pub fn message(&self) -> Message {
        match self {
            Self::Package(fault) => fault.message(),
            Self::NotWord => {
                Message::fixed("không có văn bản Word trong tệp", "there is no document for Word in the file")
            }
            Self::HasMacros => Message::fixed(
                "tệp có macro, văn bản gửi đi sẽ mang theo macro",
                "the file has macros, and every filled document would carry them",
            ),
            Self::IsWordTemplate => Message::fixed(
                "tệp là mẫu của Word (.dotx), không gửi đi như văn bản được",
                "the file is a template of Word's own (.dotx), which is not sent as a document",
            ),
            Self::IsSigned => Message::fixed(
                "tệp đã ký số, văn bản điền vào sẽ mất chữ ký",
                "the file has a digital signature, which no filled document would keep",
            ),
            Self::Xml { part, fault } => {
                let (fault, part) = (fault.message(), visible(part));
                let say = |lang| format!("{part}: {}", fault.get(lang));
                Message::new(say(Lang::Vi), say(Lang::En))
            }
            Self::NoPlaceholder => Message::fixed(
                "không có chỗ nào để điền, như {{office}}",
                "there is no placeholder, such as {{office}}",
            ),
            Self::Placeholders(faults) => {
                let count = faults.len();
                message!("{count} chỗ điền sai", "wrong placeholders: {count}")
            }
            Self::TooLong(limit) => {
                let limit = limit >> 20;
                message!(
                    "văn bản điền xong lớn quá {limit} MB",
                    "the filled document would be larger than {limit} MB"
                )
            }
        }
    }

    /// Returns the way out, if there is one.
    pub fn help(&self) -> Option<Message> {
        match self {
            Self::Package(fault) => fault.help(),
            Self::HasMacros | Self::IsWordTemplate | Self::IsSigned => {
                Some(Message::fixed("mở bằng Word, lưu thành .docx", "open it in Word and save it as .docx"))
            }
            Self::TooLong(_) => Some(Message::fixed(
                "lọc bớt việc, hoặc bỏ bớt phần lặp trong mẫu",
                "select less work by a filter, or repeat less in the template",
            )),
            Self::NotWord | Self::Xml { .. } | Self::NoPlaceholder | Self::Placeholders(_) => None,
        }
    }
}

impl TemplateFault {
    /// Returns the place: the part, the paragraph, the text around.
    pub fn place(&self) -> Message {
        let (part, paragraph, near) = (visible(&self.part), self.paragraph, quoted(&self.near));
        message!("{part}, đoạn {paragraph}, gần {near}", "{part}, paragraph {paragraph}, near {near}")
    }
}
