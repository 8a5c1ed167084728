//! A whole workspace: the input is cut at lines of `%%`, each part a file; what is found is drawn in every
//! format and every fix is applied.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plan::check::RULES;
use plan::deadline::parse_day;
use plan::diagnostic::fix;
use plan::diagnostic::render::{DiagnosticFormat, DiagnosticReport, TerminalStyle, render};
use plan::language::Lang;
use plan::workspace::{CheckOptions, Location, MemoryFileSystem, Workspace};

const PATHS: [&str; 5] = ["p/plan.yaml", "p/progress/a.yaml", "p/lists.yaml", "units.yaml", "q.plan.yaml"];

fuzz_target!(|text: &str| {
    let files: MemoryFileSystem = PATHS.into_iter().zip(text.split("\n%%\n")).collect();
    let options = CheckOptions::new(parse_day("21/11/2026").unwrap());
    let workspace = Workspace::open(&[Location::new(files, "")], options);
    let (sources, diagnostics) = (workspace.sources(), workspace.diagnostics());
    let report = DiagnosticReport::new(sources, &diagnostics, workspace.plans().len());
    for format in DiagnosticFormat::ALL {
        for lang in Lang::ALL {
            render(&report, format, lang, TerminalStyle::default(), RULES, &mut Vec::new()).unwrap();
        }
    }
    for (id, source) in sources.iter() {
        let fixes: Vec<_> = diagnostics.iter().filter_map(|found| found.fix.as_ref()).collect();
        let own: Vec<_> = fixes.into_iter().filter(|fix| fix.span.source == id).collect();
        let _ = fix::apply(source.text(), &own);
    }
});
