//! Manual pages, from the same texts as the help.

use std::io;

use clap::Command;
use clap_mangen::Man;

use super::command;
use crate::language::Lang;

/// A manual page.
pub(in crate::cli) struct ManPage {
    /// The name of its file, such as `plan-list.1`.
    pub(in crate::cli) file: String,
    pub(in crate::cli) bytes: Vec<u8>,
}

/// The headings of the generator, each in Vietnamese.
const HEADINGS: [(&str, &str); 9] = [
    ("Lệnh", "LỆNH"),
    ("NAME", "TÊN"),
    ("SYNOPSIS", "CÚ PHÁP"),
    ("DESCRIPTION", "MÔ TẢ"),
    ("OPTIONS", "TÙY CHỌN"),
    ("SUBCOMMANDS", "LỆNH"),
    ("EXTRA", "THÊM"),
    ("VERSION", "PHIÊN BẢN"),
    ("AUTHORS", "TÁC GIẢ"),
];

/// The page of the program, then one for each command.
///
/// # Errors
/// Never in practice: the pages are made in memory.
pub(in crate::cli) fn pages(lang: Lang) -> io::Result<Vec<ManPage>> {
    let root = command(lang);
    let commands: Vec<Command> = root.get_subcommands().cloned().collect();
    std::iter::once(root).chain(commands).map(|command| page(command, lang)).collect()
}

fn page(command: Command, lang: Lang) -> io::Result<ManPage> {
    let file = format!("{}.1", command.get_display_name().unwrap_or_else(|| command.get_name()));
    let mut bytes = Vec::new();
    Man::new(command).render(&mut bytes)?;
    if lang == Lang::En {
        return Ok(ManPage { file, bytes });
    }
    let text = String::from_utf8_lossy(&bytes);
    let lines = text.lines().map(|line| {
        let heading = line.strip_prefix(".SH ").map(|heading| heading.trim_matches('"'));
        match HEADINGS.iter().find(|(english, _)| heading == Some(english)) {
            Some((_, vietnamese)) => format!(".SH \"{vietnamese}\"\n"),
            None => format!("{line}\n"),
        }
    });
    Ok(ManPage { file, bytes: lines.collect::<String>().into_bytes() })
}
