//! `cargo xtask serve`: the development server. The page is rebuilt and reloaded on each change.

use crate::run::{Outcome, command, run, target};
use crate::site;

/// Every argument but `--no-open` is passed on to Trunk.
fn trunk_arguments(arguments: &[String]) -> Vec<String> {
    let opens = !arguments.iter().any(|argument| argument == "--no-open");
    let passed = arguments.iter().filter(|argument| *argument != "--no-open").cloned();
    opens.then(|| "--open".to_owned()).into_iter().chain(passed).collect()
}

/// The subcommand: builds, serves and waits for changes until it is interrupted.
pub fn subcommand(arguments: &[String]) -> Outcome {
    site::ensure_tools()?;
    let mut trunk = command("trunk", ["serve"]);
    // Beside dist/, which stays what the last `cargo xtask build` made of it.
    trunk.arg("--dist").arg(target().join("served"));
    trunk.args(trunk_arguments(arguments));
    run(trunk, "If the address is in use, choose another port: cargo xtask serve --port 8081")
}

#[cfg(test)]
mod tests {
    use super::trunk_arguments;

    #[test]
    fn the_browser_opens_unless_told_not_to() {
        let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(trunk_arguments(&[]), words("--open"));
        assert_eq!(trunk_arguments(&words("--no-open --port 9000")), words("--port 9000"));
    }
}
