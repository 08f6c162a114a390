//! Where the project is, how other programs are started, and what is said when one fails.

use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What every task returns.
pub type Outcome<T = ()> = Result<T, Trouble>;

/// Something that stops a task: what happened, and what the reader can do about it.
#[derive(Debug)]
pub struct Trouble {
    what: String,
    next: String,
}

impl Trouble {
    pub fn new(what: impl Into<String>, next: impl Into<String>) -> Self {
        Self { what: what.into(), next: next.into() }
    }

    /// A file that cannot be read or written.
    pub fn file(path: &Path, error: impl fmt::Display) -> Self {
        Self::new(
            format!("{}: {error}", path.display()),
            "Check that the file exists and may be read and written.",
        )
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}\n  next: {}", self.what, self.next)
    }
}

/// The top folder of the project.
pub fn root() -> PathBuf {
    // Cargo sets it for the program it runs; the compiled-in value serves a binary started by hand.
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let package = PathBuf::from(package);
    package.parent().map_or_else(|| package.clone(), Path::to_path_buf)
}

/// The folder where Trunk puts the site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's build folder, which also holds the tools installed for this project only.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The folder of programs that `cargo install` fills.
pub fn cargo_bin() -> PathBuf {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    home.unwrap_or_default().join("bin")
}

/// The folders searched for programs: the project's own tools before those of the machine.
fn search_path() -> OsString {
    let own = [root().join("tests/node_modules/.bin"), target().join("tools/bin")];
    let machine = std::env::var_os("PATH").unwrap_or_default();
    let folders = own.into_iter().chain(std::env::split_paths(&machine)).chain([cargo_bin()]);
    std::env::join_paths(folders).unwrap_or(machine)
}

/// Where a program is, on the same path as [`command`] uses.
pub fn find(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&search_path())
        .map(|folder| folder.join(program))
        .find(|candidate| candidate.is_file())
}

/// A program to be started at the top of the project, without standard input.
pub fn command<const N: usize>(program: &str, arguments: [&str; N]) -> Command {
    let program = find(program).unwrap_or_else(|| program.into());
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root()).env("PATH", search_path()).stdin(Stdio::null());
    command
}

/// Runs a program to its end, showing what it prints; `next` says what to do when it fails.
pub fn run(mut command: Command, next: &str) -> Outcome {
    let shown = shown(&command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Trouble::new(format!("`{shown}` failed ({status})"), next)),
        Err(error) => Err(Trouble::new(format!("`{shown}` did not start: {error}"), next)),
    }
}

/// What a program prints, or nothing when it is absent or fails.
pub fn output_of<const N: usize>(program: &str, arguments: [&str; N]) -> Option<String> {
    let output = command(program, arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
