//! `plan`: deadlines, owners and status of Vietnamese plan documents kept as YAML in git.
//!
//! Data flows one way, from bytes to a printed answer. Each floor below knows only the floors before it; the test
//! `layers` reads the imports of every file and holds this table, as well as that no modules of a floor import each
//! other in a circle and that no two types have one name.
//!
//! A line of code lives on the lowest floor that knows all that it needs:
//!
//! * a question of words, days or numbers is one of `deadline`, `date` or `vietnamese`, whoever asks it;
//! * a fact about a plan is one of `model`; about a plan on a day, of `status`;
//! * a fault in a file is found by `parse` or `check`, and worded by a rule;
//! * everything computed for an answer is in `answer`; `report`, `json` and `render` only arrange it;
//! * files are found and read by a `workspace`, so that a test or an editor can hand over its own; the clock, the
//!   environment, clap and standard output are known to `cli` alone.
//!
//! CONTRIBUTING.md lists the files for a new rule, field, deadline wording, format, answer and command.
//!
//! | floor | holds | may use |
//! |---|---|---|
//! | [`span`], [`language`], [`sanitize`], [`output`], `json_writer`, `threads`, [`vietnamese`], [`date`] | places in files; the two languages; safe to print, as text and as JSON; work on all cores; Vietnamese text; days | the ground: everybody's |
//! | [`package`] | archives of Office Open XML, each part within limits, and the XML of the parts; the only place that opens such archives | ground |
//! | [`deadline`] | words → expression → occurrences | ground |
//! | [`citation`] | numbers, dates and offices of documents cited in texts | ground |
//! | [`model`] | a valid plan, every reference resolved | deadline |
//! | [`diagnostic`] | findings with their locations, the words of deadline errors, and the renderers | deadline |
//! | [`parse`] | texts in YAML → Draft, and the outline of each file; `emit` writes YAML of the format; the only place that names the YAML crates | model, deadline, diagnostic |
//! | [`check`] | `lower`: Draft → Plan and typed faults; `rules`: one file per family, which words them; levels of warnings | parse, model, citation, deadline, diagnostic |
//! | [`status`] | (Plan, day) → work items and why | model, deadline |
//! | [`attribute`] | the one table of the attributes of a work item | status, model, deadline |
//! | [`query`] | the filter language over work items | attribute, status, model, deadline, diagnostic |
//! | [`tables`] | plans → rows of tables and files of Parquet; the only place that names the crate `parquet` | status, model, deadline |
//! | [`workspace`] | finds files over a file system, and opens them as plans, read and checked | query, check, parse and below |
//! | [`edit`] | changes of the files of a workspace, proved and checked before they are written | workspace, query, attribute, status, check, parse, diagnostic, model, citation, deadline |
//! | [`answer`] | one struct per answer, and all computing in it | workspace, query, attribute, status, model, deadline |
//! | [`form`] | forms of units: answers → workbooks, and workbooks → entries | answer, edit, workspace, status, parse, model, deadline, package |
//! | [`import`] | documents of offices → the files of a draft plan, or what a plan lacks of them | form, edit, workspace, parse, model, citation, deadline, package |
//! | [`document`] | headings, facts, steps and tables of typed cells | ground |
//! | [`template`] | an office's own document for Word, and values → the document filled | package |
//! | [`report`] | answers, forms, imports → Document; answers → the values of templates | form, answer, import, document, template, attribute, query, status, model, deadline |
//! | [`json`] | answers, edits, forms, imports, the fields of templates → versioned JSON | form, answer, edit, import, template, attribute, query, status, model, deadline |
//! | [`ics`] | answers → calendar (iCalendar) | answer, attribute, status, model, deadline |
//! | [`render`] | Document → text, markdown, csv, html, docx, xlsx | document, package |
//! | [`cli`] | arguments, environment, files, clock; one file per command | all |

pub mod span;

pub mod language;

pub mod sanitize;

mod json_writer;

pub mod output;

mod threads;

pub mod vietnamese;

pub mod date;

pub mod package;

pub mod deadline;

pub mod citation;

pub mod model;

pub mod diagnostic;

pub mod parse;

pub mod check;

pub mod status;

pub mod attribute;

pub mod query;

pub mod workspace;

pub mod edit;

pub mod tables;

pub mod answer;

pub mod form;

pub mod import;

pub mod document;

pub mod template;

pub mod report;

pub mod json;

pub mod ics;

pub mod render;

pub mod cli;
