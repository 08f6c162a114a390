//! What a visitor downloads: a table of the published files, and the budgets they must keep.

use crate::run::{Outcome, Trouble};
use crate::split::{CHASE, PAPER, RARE, SHARED, WAYS};
use std::fmt::Write;

/// A published file, by its path inside `dist/`.
#[derive(Debug, Clone)]
pub struct Published {
    pub path: String,
    pub plain: usize,
    pub brotli: usize,
    /// Fetched before the page is usable.
    pub in_first_load: bool,
}

/// A limit on the sum of some files, compressed, in thousands of bytes.
struct Budget {
    name: &'static str,
    limit_kb: usize,
    counts: fn(&Published) -> bool,
}

const BUDGETS: &[Budget] = &[
    Budget { name: "first load", limit_kb: 250, counts: |file| file.in_first_load },
    Budget {
        name: "later screens",
        limit_kb: 940,
        counts: |file| {
            is_later(file)
                && ![RARE, CHASE, PAPER, WAYS, SHARED].into_iter().any(|part| file.path.contains(part))
        },
    },
    Budget { name: "chasing", limit_kb: 230, counts: |file| is_later(file) && file.path.contains(CHASE) },
    Budget {
        name: "shared by what comes after",
        limit_kb: 320,
        counts: |file| is_later(file) && file.path.contains(SHARED),
    },
    Budget { name: "on paper", limit_kb: 160, counts: |file| is_later(file) && file.path.contains(PAPER) },
    Budget { name: "ways out", limit_kb: 440, counts: |file| is_later(file) && file.path.contains(WAYS) },
    Budget {
        name: "what is rarely needed",
        limit_kb: 155,
        counts: |file| is_later(file) && file.path.contains(RARE),
    },
];

/// A part of the program that is fetched when the first screen stands.
fn is_later(file: &Published) -> bool {
    !file.in_first_load && file.path.starts_with("relance-")
}

/// The table, and whether each budget is kept.
pub fn report(files: &[Published]) -> (String, Outcome) {
    let mut table = String::from("   plain kB   brotli kB   file (* in the first load)\n");
    for file in files {
        let mark = if file.in_first_load { '*' } else { ' ' };
        let _ = writeln!(table, "{:>11} {:>11} {mark} {}", kb(file.plain), kb(file.brotli), file.path);
    }
    let mut broken = Vec::new();
    for Budget { name, limit_kb, counts } in BUDGETS {
        let total: usize = files.iter().filter(|file| counts(file)).map(|file| file.brotli).sum();
        if total == 0 {
            broken.push(format!("{name}: no file counts in it"));
            continue;
        }
        let kept = total <= limit_kb * 1000;
        let verdict = if kept { "within" } else { "OVER" };
        let line = format!("{name}: {} kB brotli, {verdict} the budget of {limit_kb} kB", kb(total));
        let _ = writeln!(table, "{line}");
        if !kept {
            broken.push(line);
        }
    }
    let verdict = if broken.is_empty() {
        Ok(())
    } else {
        Err(Trouble::new(
            broken.join("; "),
            "Find what grew (the table is in dist/sizes.txt) and move or remove it.",
        ))
    };
    (table, verdict)
}

/// Thousands of bytes with one decimal, rounded up so that a budget never looks kept when it is not.
fn kb(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::{CHASE, PAPER, Published, RARE, SHARED, WAYS, kb, report};

    fn file(path: &str, brotli: usize, in_first_load: bool) -> Published {
        Published { path: path.to_owned(), plain: brotli * 3, brotli, in_first_load }
    }

    /// What a build publishes: the first load, and a file of each part that comes later.
    fn published(first_load: usize) -> Vec<Published> {
        let parts = [RARE, CHASE, PAPER, WAYS, SHARED, "chunk"];
        let later = parts.map(|part| file(&format!("relance-0-{part}.wasm"), 100_000, false));
        later.into_iter().chain([file("app.wasm", first_load, true)]).collect()
    }

    #[test]
    fn the_budget_holds_to_the_byte() {
        assert!(report(&published(250_000)).1.is_ok());
        let (table, verdict) = report(&published(250_001));
        assert!(verdict.is_err());
        assert!(table.contains("first load: 250.1 kB brotli, OVER"), "{table}");
    }

    #[test]
    fn a_budget_that_counts_nothing_is_no_budget() {
        let renamed: Vec<_> =
            published(250_000).into_iter().filter(|file| !file.path.contains(CHASE)).collect();
        assert!(report(&renamed).1.is_err());
    }

    #[test]
    fn what_comes_later_does_not_count_in_the_first_load() {
        let (table, _) = report(&published(200_000));
        assert!(table.contains("first load: 200.0 kB"), "{table}");
        assert!(table.contains("chasing: 100.0 kB"), "{table}");
    }

    #[test]
    fn sizes_are_rounded_up() {
        assert_eq!((kb(0).as_str(), kb(1).as_str(), kb(1000).as_str()), ("0.0", "0.1", "1.0"));
    }
}
