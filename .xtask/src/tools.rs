//! Installs the Rust side of the tool chain when it is missing: the WebAssembly target, Trunk, wasm-bindgen.
//!
//! A tool that is absent goes where `cargo install` puts everything. When another version is already there it may
//! belong to another project: ours then goes to `target/tools`, and the other stays.

use crate::run::{Outcome, Trouble, cargo_bin, command, find, output_of, root, run, target};
use std::fs;

/// The last Trunk that our compiler builds.
const TRUNK: &str = "0.21.14";

const WASM: &str = "wasm32-unknown-unknown";

/// Everything needed to compile the app to WebAssembly, except what npm brings.
pub fn ensure_site_tools() -> Outcome {
    ensure_wasm_target()?;
    ensure_trunk()?;
    ensure_wasm_bindgen()
}

/// The compiler's WebAssembly target.
pub fn ensure_wasm_target() -> Outcome {
    let libraries = output_of("rustc", ["--print", "target-libdir", "--target", WASM]);
    if libraries.is_some_and(|folder| fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some())) {
        return Ok(());
    }
    println!("Installing the compiler's WebAssembly target…");
    run(
        command("rustup", ["target", "add", WASM]),
        "Install rustup, or your distribution's package of the Rust library for wasm32-unknown-unknown.",
    )
}

/// Trunk, exactly the version that was tried.
fn ensure_trunk() -> Outcome {
    // Without --locked its dependencies outgrow our compiler.
    ensure_cargo_tool(Tool { package: "trunk", program: "trunk", version: TRUNK, locked: true })
}

/// wasm-bindgen's program and its test runner, equal to the library in Cargo.lock: they refuse to work otherwise.
pub fn ensure_wasm_bindgen() -> Outcome {
    let lock_path = root().join("Cargo.lock");
    let lock = fs::read_to_string(&lock_path).map_err(|error| Trouble::file(&lock_path, error))?;
    let Some(version) = locked_version(&lock, "wasm-bindgen") else {
        return Err(Trouble::new(
            "Cargo.lock has no wasm-bindgen",
            "Run `cargo update --workspace` and try again.",
        ));
    };
    ensure_cargo_tool(Tool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version, locked: false })
}

struct Tool<'a> {
    package: &'a str,
    program: &'a str,
    version: &'a str,
    locked: bool,
}

fn ensure_cargo_tool(tool: Tool) -> Outcome {
    let Tool { package, program, version, locked } = tool;
    let present = output_of(program, ["--version"]);
    if present.as_deref().and_then(|line| line.split_whitespace().nth(1)) == Some(version) {
        return Ok(());
    }
    println!("Installing {package} {version} (a few minutes, once)…");
    // The tool runs for seconds: an unoptimised build of it is ready in a third of the time.
    let fast = ["--config", "profile.release.lto=false", "--config", "profile.release.opt-level=0"];
    let wanted = format!("{package}@{version}");
    let mut install = command("cargo", ["install", &wanted]);
    install.args(fast).env("CARGO_TARGET_DIR", target().join("tools/build"));
    if locked {
        install.arg("--locked");
    }
    if find(program).is_some() || !cargo_bin().is_dir() {
        install.arg("--root").arg(target().join("tools"));
    }
    let next = format!("Check the network, or install it by hand: cargo install {wanted}");
    run(install, &next)?;
    // Hundreds of megabytes that nothing will read again.
    let _ = fs::remove_dir_all(target().join("tools/build"));
    Ok(())
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_locked_version_is_that_of_the_exact_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
