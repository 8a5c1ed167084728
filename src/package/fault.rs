//! The reasons why a package is not read.

use crate::language::Message;
use crate::message;
use crate::sanitize::quoted;

/// A reason why a package is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackageFault {
    /// The bytes are no archive.
    NotArchive,
    /// A compound file: a document with a password, or one of Office 97–2003.
    CompoundFile {
        /// True for one with a password.
        is_encrypted: bool,
    },
    /// The archive is damaged.
    Broken,
    /// The file is larger than a number of bytes.
    FileTooLarge(usize),
    /// The archive has more parts than a number.
    TooManyParts(usize),
    /// A part unpacks to more than a number of bytes.
    PartTooLarge(String, u64),
    /// The parts that are read unpack to more than a number of bytes.
    AllTooLarge(u64),
    /// A part is damaged.
    BrokenPart(String),
    /// A part needs a password.
    Encrypted(String),
    /// A name is none of a part: absolute, or with `..`.
    WrongName(String),
    /// Two parts have one name.
    TwiceNamed,
    /// The text of a part is not in UTF-8.
    NotUtf8(String),
}

impl PackageFault {
    /// Returns the sentence.
    pub fn message(&self) -> Message {
        match self {
            Self::NotArchive | Self::Broken => Message::fixed(
                "tệp không phải .docx, .xlsx, hoặc đã hỏng",
                "the file is no .docx or .xlsx, or is damaged",
            ),
            Self::CompoundFile { is_encrypted: true } => {
                Message::fixed("tệp có mật khẩu", "the file is protected by a password")
            }
            Self::CompoundFile { is_encrypted: false } => Message::fixed(
                "tệp Word, Excel đời cũ (.doc, .xls)",
                "the file is of an earlier Word or Excel (.doc, .xls)",
            ),
            Self::FileTooLarge(limit) => {
                let limit = limit >> 20;
                message!("tệp lớn quá {limit} MB", "the file is larger than {limit} MB")
            }
            Self::TooManyParts(limit) => {
                message!("tệp có quá {limit} phần", "the file has more than {limit} parts")
            }
            Self::PartTooLarge(part, limit) => {
                let (part, limit) = (shown(part), limit >> 20);
                message!("{part} giải nén ra quá {limit} MB", "{part} unpacks to more than {limit} MB")
            }
            Self::AllTooLarge(limit) => {
                let limit = limit >> 20;
                message!("các phần giải nén ra quá {limit} MB", "the parts unpack to more than {limit} MB")
            }
            Self::BrokenPart(part) => {
                let part = shown(part);
                message!("{part} đã hỏng", "{part} is damaged")
            }
            Self::Encrypted(part) => {
                let part = shown(part);
                message!("{part} có mật khẩu", "{part} is protected by a password")
            }
            Self::WrongName(name) => {
                let name = quoted(name);
                message!("tên phần không hợp lệ: {name}", "{name} is no name of a part")
            }
            Self::TwiceNamed => Message::fixed("hai phần cùng tên", "two parts have the same name"),
            Self::NotUtf8(part) => {
                let part = shown(part);
                message!("{part} không phải UTF-8", "{part} is not in UTF-8")
            }
        }
    }

    /// Returns the way out, if the owner of the file has one.
    pub fn help(&self) -> Option<Message> {
        matches!(self, Self::CompoundFile { .. } | Self::Encrypted(_)).then_some(Message::fixed(
            "mở bằng Word hoặc Excel, bỏ mật khẩu, lưu thành .docx hoặc .xlsx",
            "open it in Word or Excel, remove the password, save it as .docx or .xlsx",
        ))
    }
}

/// The name of a part without quotation marks, fit to print.
fn shown(part: &str) -> String {
    quoted(part).trim_matches('"').to_owned()
}
