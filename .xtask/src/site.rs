//! `cargo xtask build`: the site for publication, in `dist/`.

use crate::run::{Outcome, command, run};
use crate::{node, pack, split, tools};

/// The subcommand.
pub fn subcommand(_arguments: &[String]) -> Outcome {
    build()
}

/// Compiles, packs and measures the site.
pub fn build() -> Outcome {
    ensure_tools()?;
    let mut trunk = command("trunk", ["build", "--release", "--features", "split"]);
    // Added to what .cargo/config.toml says for this target.
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", split::KEEP_RELOCATIONS);
    run(trunk, "Read the compiler's message above.")?;
    pack::pack()
}

/// What Trunk needs to run without fetching anything itself.
pub fn ensure_tools() -> Outcome {
    tools::ensure_site_tools()?;
    node::ensure_packages()?;
    run(command("cargo", ["fetch", "--quiet"]), "Check the network and Cargo.toml.")
}
