//! The project's task runner. One subcommand, one file; adding one means a file and a line in [`SUBCOMMANDS`].

mod bench;
mod browser;
mod csp;
mod node;
mod pack;
mod run;
mod serve;
mod site;
mod sizes;
mod split;
mod test;
mod tools;
mod unused;

use run::Outcome;
use std::process::ExitCode;

/// A subcommand: its name, what it does in one line, and the function that does it with the remaining arguments.
type Subcommand = (&'static str, &'static str, fn(&[String]) -> Outcome);

const SUBCOMMANDS: &[Subcommand] = &[
    ("build", "build the site for publication into dist/", site::subcommand),
    (
        "serve",
        "develop: build, open the browser, rebuild on each change (--no-open: no browser)",
        serve::subcommand,
    ),
    ("bench", "print how long claims and a batch of letters take", bench::subcommand),
    ("test", "run every check, or only those named: fmt clippy native wasm build e2e", test::subcommand),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        print_help();
        return ExitCode::SUCCESS;
    };
    let Some((_, _, subcommand)) = SUBCOMMANDS.iter().find(|(known, _, _)| known == name) else {
        print_help();
        return if matches!(name.as_str(), "help" | "--help" | "-h") {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        };
    };
    match subcommand(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("\n{trouble}");
            ExitCode::FAILURE
        }
    }
}

fn print_help() {
    println!("cargo xtask <subcommand>\n");
    for (name, purpose, _) in SUBCOMMANDS {
        println!("  {name:<8} {purpose}");
    }
}
