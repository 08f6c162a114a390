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

/// The page paints the start of the calculator before the program is there: it must say the same.
#[test]
fn the_static_shell_says_what_the_program_will() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/index.html")).unwrap();
    let start = page.find("<div id=\"shell\"").unwrap();
    let shell = &page[start..page.find("<noscript>").unwrap()];
    let plain = |text: &str| text.replace("&nbsp;", "\u{a0}").replace("</span>", "");
    let (open_fr, open_en) = ("<span lang=\"fr\">", "<span lang=\"en\">");
    let pairs: Vec<(String, String)> = shell
        .split(open_fr)
        .skip(1)
        .map(|rest| {
            let (french, rest) = rest.split_once(open_en).unwrap();
            (plain(french), plain(rest.split_once("</span>").unwrap().0))
        })
        .collect();
    assert!(pairs.len() >= 10, "{pairs:?}");
    let known: Vec<(String, String)> = words::all()
        .into_iter()
        .flat_map(|(_, entries)| {
            entries.iter().map(|(_, french, english)| ((*french).to_owned(), (*english).to_owned()))
        })
        .collect();
    for pair in pairs {
        assert!(known.contains(&pair), "no screen says {pair:?}");
    }
}
