//! An interactive shell on a terminal of its own, in which a test types.
//!
//! `script` of util-linux gives the terminal. A test is skipped, and says so, if it or the shell is missing; with
//! `TEST_SHELLS=required`, as in `.ci/run`, it fails.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// A shell, and the start file that makes it complete and record what it would run.
struct Startup {
    shell: &'static str,
    command: &'static str,
    file: &'static str,
    text: &'static str,
}

/// In each start file `plan` is a function that writes its arguments to the file `$ARGUMENTS`.
const STARTUPS: [Startup; 4] = [
    Startup {
        shell: "bash",
        command: "bash --noprofile --rcfile \"$HOME/.bashrc\" -i",
        file: ".bashrc",
        text: "source <(command plan completions bash)\n\
            plan() { printf '%s\\0' \"$@\" >\"$ARGUMENTS.part\"; mv \"$ARGUMENTS.part\" \"$ARGUMENTS\"; }\n\
            PS1='READY> '\n",
    },
    Startup {
        shell: "zsh",
        command: "ZDOTDIR=\"$HOME\" zsh -d -i",
        file: ".zshrc",
        text: "autoload -U compinit; compinit -u -D\n\
            source <(command plan completions zsh)\n\
            plan() { printf '%s\\0' \"$@\" >\"$ARGUMENTS.part\"; mv \"$ARGUMENTS.part\" \"$ARGUMENTS\"; }\n\
            PS1='READY> '\n",
    },
    Startup {
        shell: "fish",
        command: "fish --no-config --init-command 'source \"$HOME/start.fish\"' -i",
        file: "start.fish",
        text: "command plan completions fish | source\n\
            function plan; printf '%s\\0' $argv >$ARGUMENTS.part; mv $ARGUMENTS.part $ARGUMENTS; end\n\
            function fish_prompt; echo 'READY> '; end\n",
    },
    Startup {
        shell: "elvish",
        command: "elvish -rc \"$HOME/rc.elv\"",
        file: "rc.elv",
        text: "use str\n\
            eval (e:plan completions elvish | slurp)\n\
            fn plan {|@a|\n  print (str:join \"\\x00\" $a)\"\\x00\" >$E:ARGUMENTS.part\n\
            \x20 e:mv $E:ARGUMENTS.part $E:ARGUMENTS\n}\n\
            set edit:prompt = { put 'READY> ' }\n",
    },
];

/// Returns the arguments with which the shell runs `plan` after these keys, typed in a folder; none if there is no
/// such shell.
pub(crate) fn typed(shell: &str, folder: &Path, keys: &str) -> Option<Vec<String>> {
    let missing = ["script", shell].into_iter().find(|program| !is_installed(program));
    if let Some(missing) = missing {
        assert!(std::env::var_os("TEST_SHELLS").is_none_or(|shells| shells != "required"), "no {missing}");
        eprintln!("skipped: no {missing} here");
        return None;
    }
    let startup = STARTUPS.iter().find(|startup| startup.shell == shell).unwrap();
    let mut terminal = Terminal::open(startup, folder);
    terminal.wait("the prompt", |screen, _| screen.contains("READY> "));
    terminal.keys(keys);
    terminal.wait("the arguments", |_, arguments| arguments.exists());
    let arguments = fs::read_to_string(terminal.arguments()).unwrap();
    Some(arguments.split_terminator('\0').map(str::to_owned).collect())
}

fn is_installed(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

struct Terminal {
    child: Child,
    screen: String,
    output: Receiver<Vec<u8>>,
    home: TempDir,
}

impl Terminal {
    fn open(startup: &Startup, folder: &Path) -> Self {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join(startup.file), startup.text).unwrap();
        let programs = home.path().join("bin");
        fs::create_dir(&programs).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_plan"), programs.join("plan")).unwrap();
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path =
            std::env::join_paths(std::iter::once(programs).chain(std::env::split_paths(&path))).unwrap();
        let mut child = Command::new("script")
            .args(["-qefc", &format!("stty rows 50 cols 150; {}", startup.command), "/dev/null"])
            .current_dir(folder)
            .env_clear()
            .env("PATH", path)
            .env("HOME", home.path())
            .env("ARGUMENTS", home.path().join("arguments"))
            .env("TERM", "xterm")
            .env("LANG", "C.UTF-8")
            .env("SHELL", "/bin/sh")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut stdout = child.stdout.take().unwrap();
        let (send, output) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = stdout.read(&mut bytes) {
                if send.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self { child, screen: String::new(), output, home }
    }

    fn arguments(&self) -> PathBuf {
        self.home.path().join("arguments")
    }

    fn keys(&mut self, keys: &str) {
        self.child.stdin.as_mut().unwrap().write_all(keys.as_bytes()).unwrap();
    }

    fn wait(&mut self, what: &str, is_there: impl Fn(&str, &Path) -> bool) {
        let begun = Instant::now();
        while !is_there(&self.screen, &self.arguments()) {
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
                self.screen.push_str(&String::from_utf8_lossy(&bytes));
            }
            assert!(begun.elapsed() < Duration::from_secs(30), "{what} did not come:\n{:?}", self.screen);
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // The shell ends with its terminal.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
