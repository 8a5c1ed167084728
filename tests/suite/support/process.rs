//! The program as a process of its own, as a shell starts it.
#![cfg_attr(not(unix), allow(dead_code))]

use std::io::Read;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Returns the command `plan ARGUMENTS` in a folder, without variables of the program in its environment.
pub(crate) fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.args(arguments);
    within(command, folder)
}

/// Returns a shell that runs lines, in which `"$0" "$@"` stands for the program and its arguments.
pub(crate) fn by_shell(folder: &Path, lines: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", lines, env!("CARGO_BIN_EXE_plan")]).args(arguments);
    within(command, folder)
}

fn within(mut command: Command, folder: &Path) -> Command {
    command
        .current_dir(folder)
        .env_remove("PLAN_PATH")
        .env_remove("PLAN_LANG")
        .env_remove("NO_COLOR")
        .env_remove("COMPLETE");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs a command to its end; panics if that takes longer than a minute.
pub(crate) fn run(mut command: Command) -> Output {
    let mut child = command.spawn().unwrap();
    let drain = |stream: Option<Box<dyn Read + Send>>| {
        thread::spawn(move || {
            let mut bytes = Vec::new();
            stream.map(|mut stream| stream.read_to_end(&mut bytes));
            bytes
        })
    };
    let stdout = drain(child.stdout.take().map(|stream| Box::new(stream) as Box<_>));
    let stderr = drain(child.stderr.take().map(|stream| Box::new(stream) as Box<_>));
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if begun.elapsed() > Duration::from_mins(1) {
            child.kill().unwrap();
            panic!("it does not end: {command:?}");
        }
        thread::sleep(Duration::from_millis(2));
    };
    Output { status, stdout: stdout.join().unwrap(), stderr: stderr.join().unwrap() }
}

/// Returns the text on stderr.
pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Returns the exit status and the texts on stdout and stderr.
pub(crate) fn status_and_streams(output: &Output) -> (Option<i32>, &str, &str) {
    let text = |bytes| std::str::from_utf8(bytes).unwrap();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}
