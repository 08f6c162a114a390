//! `cargo xtask test`: every check of the project, cheapest first, stopping at the first that fails.

use crate::run::{Outcome, Trouble, command, dist, root, run};
use crate::{browser, node, site, tools};
use std::fs;
use std::time::{Duration, Instant};

/// A check: its name on the command line, what it covers, and how it is done.
struct Step {
    name: &'static str,
    covers: &'static str,
    check: fn() -> Outcome,
}

const STEPS: &[Step] = &[
    Step { name: "fmt", covers: "formatting", check: fmt },
    Step { name: "clippy", covers: "lints, natively and for WebAssembly", check: clippy },
    Step { name: "native", covers: "tests without a browser", check: native },
    Step { name: "wasm", covers: "WebAssembly tests in a browser", check: wasm },
    Step { name: "build", covers: "site for publication and its size", check: site::build },
    Step { name: "e2e", covers: "end-to-end tests of the built site", check: e2e },
];

/// The tests that run in a browser.
const WEB_TESTS: [&str; 4] = ["--test", "web", "--test", "web_storage"];

/// The subcommand: all steps, or only those named.
pub fn subcommand(arguments: &[String]) -> Outcome {
    let chosen = chosen(arguments)?;
    let mut summary = Vec::new();
    let mut failure = None;
    for step in chosen {
        if failure.is_some() {
            summary.push(row(step, "not run", Duration::ZERO));
            continue;
        }
        println!("\n=== {} ({}) ===", step.name, step.covers);
        #[expect(clippy::disallowed_methods, reason = "the runner says how long each step took")]
        let start = Instant::now();
        let outcome = (step.check)();
        let verdict = if outcome.is_ok() { "passed" } else { "FAILED" };
        println!("--- {} {verdict} in {:.1} s", step.name, start.elapsed().as_secs_f32());
        summary.push(row(step, verdict, start.elapsed()));
        failure = outcome.err();
    }
    println!("\nSummary\n{}", summary.join("\n"));
    failure.map_or(Ok(()), Err)
}

fn row(step: &Step, verdict: &str, took: Duration) -> String {
    format!("  {:<7} {:<8} {:>6.1} s   {}", step.name, verdict, took.as_secs_f32(), step.covers)
}

/// The steps named, in our order; all of them when none is.
fn chosen(names: &[String]) -> Outcome<Vec<&'static Step>> {
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.name != *name)) {
        let known = STEPS.iter().map(|step| step.name).collect::<Vec<_>>().join(" ");
        return Err(Trouble::new(format!("there is no step `{unknown}`"), format!("Choose among: {known}")));
    }
    let is_chosen = |step: &&Step| names.is_empty() || names.iter().any(|name| name == step.name);
    Ok(STEPS.iter().filter(is_chosen).collect())
}

fn fmt() -> Outcome {
    run(command("cargo", ["fmt", "--all", "--check"]), "Run `cargo fmt --all`.")
}

fn clippy() -> Outcome {
    let next = "Mend what clippy says above; an exception is an #[expect] with its reason.";
    run(command("cargo", ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]), next)?;
    tools::ensure_wasm_target()?;
    let mut for_wasm = command("cargo", ["clippy", "--package", "relance", "--lib", "--bins"]);
    for_wasm.args(WEB_TESTS).args(["--features", "split", "--target", "wasm32-unknown-unknown"]);
    for_wasm.args(["--", "-D", "warnings"]);
    run(for_wasm, next)
}

fn native() -> Outcome {
    run(command("cargo", ["test", "--workspace"]), "Read the first failed test above.")
}

fn wasm() -> Outcome {
    tools::ensure_wasm_target()?;
    tools::ensure_wasm_bindgen()?;
    browser::ensure_for_wasm_tests()?;
    // Never with --quiet: the runner's way of asking for the list of tests breaks.
    let mut tests = command("cargo", ["test", "--target", "wasm32-unknown-unknown"]);
    tests.args(WEB_TESTS);
    if let Some(driver) = browser::chromedriver() {
        tests.env("CHROMEDRIVER", driver);
    }
    run(tests, "Read the first failed test above; ChromeDriver and the browser must be of the same version.")
}

fn e2e() -> Outcome {
    node::ensure_packages()?;
    browser::ensure_for_e2e()?;
    if !dist().join("index.html").is_file() {
        return Err(Trouble::new("dist/ is empty", "Build the site first: cargo xtask build"));
    }
    let mut tests = command("node", ["--test", "--test-reporter=spec", "--test-concurrency=2"]);
    // Node 20 does not expand patterns itself.
    tests.args(e2e_files()?);
    if let Some(chromium) = browser::chromium() {
        tests.env("CHROME", chromium);
    }
    if let Some(firefox) = browser::firefox() {
        tests.env("FIREFOX", firefox);
    }
    run(tests, "Read the first failed test above; one file alone: node --test tests/e2e/<name>.test.mjs")
}

fn e2e_files() -> Outcome<Vec<String>> {
    let folder = root().join("tests/e2e");
    let entries = fs::read_dir(&folder).map_err(|error| Trouble::file(&folder, error))?;
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut files: Vec<_> =
        names.filter(|name| name.ends_with(".test.mjs")).map(|name| format!("tests/e2e/{name}")).collect();
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::{STEPS, chosen};

    fn names(arguments: &[&str]) -> Vec<&'static str> {
        let arguments: Vec<_> = arguments.iter().map(|&name| name.to_owned()).collect();
        chosen(&arguments).unwrap_or_default().iter().map(|step| step.name).collect()
    }

    #[test]
    fn without_a_name_every_step_runs() {
        assert_eq!(names(&[]).len(), STEPS.len());
    }

    #[test]
    fn named_steps_run_in_our_order() {
        assert_eq!(names(&["e2e", "fmt"]), ["fmt", "e2e"]);
    }

    #[test]
    fn an_unknown_step_is_refused() {
        assert!(chosen(&["speed".to_owned()]).is_err());
    }
}
