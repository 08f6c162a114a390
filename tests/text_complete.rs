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

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether a text names a list.
fn names(text: &str, list: &str) -> bool {
    let ends = |at: usize| !text[at + list.len()..].starts_with(is_of_name);
    text.match_indices(list).any(|(at, _)| ends(at) && !text[..at].ends_with(is_of_name))
}

/// Whether a text takes an entry of a list.
fn takes(text: &str, entry: &str) -> bool {
    let field = format!(".{entry}");
    text.match_indices(&field).any(|(at, _)| !text[at + field.len()..].starts_with(is_of_name))
}

/// No list is left out of the tests, and no entry of one is said by no screen: used in a file that names its list.
#[test]
fn every_entry_is_used() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files: Vec<(String, String)> = sources(&src)
        .into_iter()
        .map(|path| (path.display().to_string(), fs::read_to_string(path).unwrap()))
        .collect();
    let lists: Vec<&str> = words::all().into_iter().map(|(list, _)| list).collect();
    let mut unused = Vec::new();
    for (path, text) in &files {
        let name = path.rsplit('/').next().unwrap().trim_end_matches(".rs");
        if path.contains("text/words/") && text.starts_with("//!") && text.contains("\nwords! {") {
            assert!(lists.contains(&name), "{name} is a list of words that no test reads");
        }
    }
    for (list, entries) in words::all() {
        let own = format!("text/words/{list}");
        let using: Vec<&str> = files
            .iter()
            .filter(|(path, text)| path.contains(&own) || names(text, list))
            .map(|(_, text)| text.as_str())
            .collect();
        for (entry, ..) in entries {
            if !using.iter().any(|text| takes(text, entry)) {
                unused.push(format!("{list}.{entry}"));
            }
        }
    }
    assert!(unused.is_empty(), "no screen says {unused:?}");
}

#[test]
fn both_languages_say_something() {
    // Quotation marks take their space with them.
    let bare = |text: &str| text.replace("«\u{a0}", "").replace("\u{a0}»", "").replace(['“', '”'], "");
    let joins = |text: &str| bare(text).trim() != bare(text);
    for (list, entries) in words::all() {
        for (entry, french, english) in entries {
            assert!(!french.trim().is_empty() && !english.trim().is_empty(), "{list}.{entry} is empty");
            assert_eq!(
                joins(french),
                joins(english),
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

/// The texts between quotation marks of some code, without what tests say.
fn literals(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]").next().unwrap();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut found = Vec::new();
    for line in lines {
        let mut rest = line.replace("\\\"", "”");
        while let Some((_, after)) = rest.split_once('"') {
            let Some((text, after)) = after.split_once('"') else { break };
            found.push(text.replace("\\u{a0}", "\u{a0}").replace("\\u{202f}", "\u{202f}"));
            rest = after.to_owned();
        }
    }
    found
}

/// Sentences that are put together in the code keep the spaces of French as the lists do.
#[test]
fn sentences_in_the_code_have_the_spaces_of_french() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = ["text", "documents"].map(|folder| sources(&src.join(folder)));
    let mut wrong = Vec::new();
    for path in files.into_iter().flatten() {
        let name = path.display().to_string();
        // Word lists know no spaces; the characters of a short message are a table.
        if name.contains("/wording") || name.ends_with("sms.rs") || name.ends_with("tests.rs") {
            continue;
        }
        for text in literals(&fs::read_to_string(&path).unwrap()) {
            let is_sentence = text.chars().filter(|c| c.is_alphabetic()).count() > 3;
            let breaks = |mark: char| {
                text.match_indices(&format!(" {mark}"))
                    .any(|(at, found)| !text[at + found.len()..].starts_with(|c: char| c.is_alphanumeric()))
            };
            if is_sentence && ([':', ';', '?', '!', '»'].into_iter().any(breaks) || text.contains("« ")) {
                wrong.push(format!("{name}: {text:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
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
