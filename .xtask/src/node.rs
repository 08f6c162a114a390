//! Node.js and the locked npm packages of `tests/`: the WebAssembly optimiser, the browser driver, the accessibility rules.

use crate::run::{Outcome, Trouble, command, find, output_of, root, run};
use std::fs;

/// The oldest Node.js whose test runner has the options we use.
const OLDEST: (u32, u32) = (20, 10);

/// Node.js, and the packages exactly as locked; nothing is done when they are there already.
pub fn ensure_packages() -> Outcome {
    let printed = output_of("node", ["--version"]).unwrap_or_default();
    if version(&printed).is_none_or(|found| found < OLDEST) || find("npm").is_none() {
        let (major, minor) = OLDEST;
        return Err(Trouble::new(
            format!(
                "Node.js {major}.{minor} or later, with npm, is needed (found: {})",
                if printed.is_empty() { "none" } else { &printed }
            ),
            "Install Node.js and npm from your distribution or from nodejs.org.",
        ));
    }
    let folder = root().join("tests");
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock).map_err(|error| Trouble::file(&lock, error))?;
    // A copy of the lock inside node_modules says what was installed; times of files do not survive a checkout.
    let stamp = folder.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Installing the npm packages of tests/…");
    let mut install = command("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    install.current_dir(&folder);
    run(install, "Check the network, then run `npm ci` in tests/.")?;
    fs::write(&stamp, wanted).map_err(|error| Trouble::file(&stamp, error))
}

/// Major and minor number in `v20.20.2`.
fn version(printed: &str) -> Option<(u32, u32)> {
    let mut numbers = printed.strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(version("v20.9.0"), Some((20, 9)));
        assert!(version("v20.9.0") < version("v20.10.0"));
        assert_eq!(version(""), None);
    }
}
