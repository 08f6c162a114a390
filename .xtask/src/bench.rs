//! `cargo xtask bench`: prints how long claims and a batch of letters take, natively and in a browser. Asserts no time: machines differ.

use crate::run::{Outcome, command, root, run, target};
use crate::{browser, node, site, split, tools};

/// The subcommand.
pub fn subcommand(_arguments: &[String]) -> Outcome {
    tools::ensure_site_tools()?;
    node::ensure_packages()?;
    browser::ensure_for_bench()?;
    run(command("cargo", ["bench", "--bench", "claims"]), "Read the compiler's message above.")?;
    let built = target().join("bench");
    let wasm = "wasm32-unknown-unknown";
    run(
        command("cargo", ["build", "--release", "--target", wasm, "--example", "bench"]),
        "Read the compiler's message above.",
    )?;
    let compiled = target().join(wasm).join("release/examples/bench.wasm");
    let mut bindgen = command("wasm-bindgen", ["--target", "web", "--no-typescript", "--out-name", "bench"]);
    bindgen.arg("--out-dir").arg(&built).arg(compiled);
    run(bindgen, "Delete target/ and try again.")?;
    let bound = built.join("bench_bg.wasm");
    let mut optimise = command("wasm-opt", ["-O2"]);
    optimise.args(split::FEATURES).arg(&bound).arg("-o").arg(&bound);
    run(optimise, "Run `npm ci` in tests/.")?;
    site::build()?;
    let mut timed = command("node", []);
    timed.arg(root().join("tests/bench/run.mjs")).arg(&built);
    run(timed, "Read the message above.")
}
