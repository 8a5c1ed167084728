//! `plan man`: the manual pages, from the same texts as the help.

use std::fs;

use clap::Command;
use clap_mangen::Man as Page;

use crate::cli::args::Man;
use crate::cli::session::{Outcome, Session, cannot_write};
use crate::cli::{files, help};
use crate::language::Lang;

/// The headings that the generator writes, and what they are in Vietnamese.
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

pub(in crate::cli) fn run(args: &Man, session: &mut Session<'_>) -> Outcome {
    let lang = session.lang;
    let root = help::command(lang);
    let Some(folder) = &args.folder else {
        session.answer(&page(root, lang)?)?;
        return Ok(0);
    };
    let folder = session.env.folder.join(folder);
    fs::create_dir_all(&folder).map_err(|error| cannot_write(&folder, &error))?;
    let pages = root.get_subcommands().cloned().collect::<Vec<_>>();
    for command in std::iter::once(root).chain(pages) {
        let name = command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned();
        let path = folder.join(format!("{name}.1"));
        let bytes = page(command, lang)?;
        files::replace(&path, &bytes).map_err(|error| cannot_write(&path, &error))?;
    }
    Ok(0)
}

fn page(command: Command, lang: Lang) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    Page::new(command).render(&mut bytes)?;
    if lang == Lang::En {
        return Ok(bytes);
    }
    let text = String::from_utf8_lossy(&bytes);
    let lines = text.lines().map(|line| {
        let heading = line.strip_prefix(".SH ").map(|heading| heading.trim_matches('"'));
        match HEADINGS.iter().find(|(english, _)| heading == Some(english)) {
            Some((_, vietnamese)) => format!(".SH \"{vietnamese}\"\n"),
            None => format!("{line}\n"),
        }
    });
    Ok(lines.collect::<String>().into_bytes())
}
