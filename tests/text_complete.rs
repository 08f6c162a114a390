//! Every word of the screens is used, exists in both languages, and is set as each language asks.

#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

use std::fs;
use std::path::{Path, PathBuf};

use relance::text::words;

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(sources(&path)) } else { files.push(path) }
    }
    files
}

#[test]
fn every_entry_is_used() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let code: String = sources(&src)
        .into_iter()
        .filter(|path| !path.starts_with(src.join("text/words")) || path.ends_with("labels.rs"))
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect();
    let used = |entry: &str| {
        code.match_indices(&format!(".{entry}")).any(|(at, found)| {
            !code[at + found.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
        })
    };
    let unused: Vec<String> = words::all()
        .into_iter()
        .flat_map(|(list, entries)| entries.iter().map(move |(entry, ..)| (list, *entry)))
        .filter(|(_, entry)| !used(entry))
        .map(|(list, entry)| format!("{list}.{entry}"))
        .collect();
    assert!(unused.is_empty(), "no screen says {unused:?}");
}

#[test]
fn both_languages_say_something() {
    for (list, entries) in words::all() {
        for (entry, french, english) in entries {
            assert!(!french.trim().is_empty() && !english.trim().is_empty(), "{list}.{entry} is empty");
            assert_eq!(
                french.starts_with(' ') || french.ends_with(' '),
                english.starts_with(' ') || english.ends_with(' '),
                "{list}.{entry}: one language joins to what is beside it and the other does not"
            );
        }
    }
}

#[test]
fn french_has_its_spaces_and_both_their_apostrophes() {
    for (list, entries) in words::all() {
        for (entry, french, english) in entries {
            for text in [french, english] {
                assert!(!text.contains('\''), "{list}.{entry}: a straight apostrophe in {text:?}");
                assert!(!text.contains("..."), "{list}.{entry}: three dots in {text:?}");
            }
            for mark in [':', ';', '?', '!', '»'] {
                assert!(
                    !french.contains(&format!(" {mark}")),
                    "{list}.{entry}: a breaking space before {mark} in {french:?}"
                );
            }
            assert!(!french.contains("« "), "{list}.{entry}: a breaking space after « in {french:?}");
        }
    }
}
