//! The browsers of the tests and the two programs that come with them: ChromeDriver and `pdftotext`.

use crate::run::{Outcome, Trouble, command, find, output_of, run};
use std::path::PathBuf;

/// The names under which a Chromium that we can drive is installed.
const BROWSERS: [&str; 4] = ["chromium", "google-chrome", "chromium-browser", "google-chrome-stable"];

/// The browser's program: `$CHROME` first, then the usual names.
pub fn chromium() -> Option<PathBuf> {
    let chosen = std::env::var_os("CHROME").map(PathBuf::from).filter(|path| path.is_file());
    chosen.or_else(|| BROWSERS.iter().find_map(|name| find(name)))
}

/// The program that drives the browser for the WebAssembly tests: `$CHROMEDRIVER` first.
pub fn chromedriver() -> Option<PathBuf> {
    let chosen = std::env::var_os("CHROMEDRIVER").map(PathBuf::from).filter(|path| path.is_file());
    chosen.or_else(|| find("chromedriver"))
}

/// The names under which a Firefox that we can drive is installed.
const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];

/// The other browser: `$FIREFOX` first, then the usual names.
pub fn firefox() -> Option<PathBuf> {
    let chosen = std::env::var_os("FIREFOX").map(PathBuf::from).filter(|path| path.is_file());
    chosen.or_else(|| FIREFOXES.iter().find_map(|name| find(name)))
}

/// What the end-to-end tests need.
pub fn ensure_for_e2e() -> Outcome {
    let mut missing = Vec::new();
    if chromium().is_none() {
        missing.push("chromium");
    }
    if firefox().is_none() {
        missing.push("firefox-esr");
    }
    if find("pdftotext").is_none() {
        missing.push("poppler-utils");
    }
    install(&missing)
}

/// What the benchmarks need.
pub fn ensure_for_bench() -> Outcome {
    let missing: &[&str] = if chromium().is_none() { &["chromium"] } else { &[] };
    install(missing)
}

/// What the WebAssembly tests need.
pub fn ensure_for_wasm_tests() -> Outcome {
    let mut missing = Vec::new();
    if chromium().is_none() {
        missing.push("chromium");
    }
    if chromedriver().is_none() {
        missing.push("chromium-driver");
    }
    install(&missing)
}

/// Installs Debian packages when we may; otherwise names the one command that would.
fn install(packages: &[&str]) -> Outcome {
    if packages.is_empty() {
        return Ok(());
    }
    let names = packages.join(" ");
    let by_hand =
        format!("Run: sudo apt-get update && sudo apt-get install -y {names} (or your system's equivalent).");
    let is_root = output_of("id", ["-u"]).as_deref() == Some("0");
    if !is_root || find("apt-get").is_none() {
        return Err(Trouble::new(format!("not installed: {names}"), by_hand));
    }
    println!("Installing {names}…");
    run(apt(&["update"]), &by_hand)?;
    run(apt(&[&["install", "-y", "--no-install-recommends"], packages].concat()), &by_hand)
}

fn apt(arguments: &[&str]) -> std::process::Command {
    // Another installation may hold the lock for a moment.
    let mut apt = command("apt-get", ["-q", "-o", "DPkg::Lock::Timeout=300"]);
    apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    apt
}
