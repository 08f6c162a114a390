//! The layers hold: nothing pure imports the browser, nothing below imports what is above, money is no float, and no
//! word is written in a view.

#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

use std::fs;
use std::path::{Path, PathBuf};

/// Each layer and the layers it may use besides itself, from the ground up.
const LAYERS: [(&str, &[&str]); 8] = [
    ("base", &[]),
    ("domain", &["base"]),
    ("text", &["base", "domain"]),
    ("documents", &["base", "domain", "text"]),
    ("app", &["base", "domain", "text"]),
    ("store", &["base", "domain", "text", "app"]),
    ("browser", &["store"]),
    ("ui", &["base", "domain", "text", "documents", "app", "store", "browser"]),
];

/// Layers that touch the machine.
const SHELL: [&str; 2] = ["browser", "ui"];

/// What no pure layer may name: browser, views, clock, randomness, logging, files.
const FORBIDDEN: [&str; 14] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "leptos",
    "gloo",
    "Utc::now",
    "Local::now",
    "SystemTime",
    "Instant::now",
    "println!",
    "eprintln!",
    "std::fs",
    "std::env",
    "std::thread",
];

/// Longest file in lines of code, tests left out.
const LONGEST: usize = 400;

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// Path below `src`, layer, and code without comments and unit tests.
fn code() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    sources(&root)
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
            let layer = name.split(['/', '.']).next().unwrap().to_owned();
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
            (name, layer, lines.collect::<Vec<_>>().join("\n"))
        })
        .collect()
}

#[test]
fn every_file_belongs_to_a_layer() {
    for (name, layer, _) in code() {
        let known =
            LAYERS.iter().any(|(known, _)| *known == layer) || matches!(layer.as_str(), "lib" | "main");
        assert!(known, "{name} belongs to no layer");
    }
}

#[test]
fn layers_use_only_what_is_below() {
    for (name, layer, code) in code() {
        let Some((_, allowed)) = LAYERS.iter().find(|(known, _)| *known == layer) else { continue };
        for used in code.split("crate::").skip(1) {
            let path: String =
                used.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | ':')).collect();
            let inside = |known: &str| path == known || path.starts_with(&format!("{known}::"));
            let fine = inside(&layer) || allowed.iter().any(|known| inside(known));
            assert!(fine || path.is_empty(), "{name}: crate::{path} is not below {layer}");
        }
    }
}

#[test]
fn pure_layers_touch_no_machine_and_no_float() {
    for (name, layer, code) in code() {
        if SHELL.contains(&layer.as_str()) || name == "main.rs" {
            continue;
        }
        for forbidden in FORBIDDEN {
            assert!(!code.contains(forbidden), "{name} names {forbidden}");
        }
        let words = code.split(|c: char| !(c.is_alphanumeric() || c == '_'));
        for word in words {
            assert!(!matches!(word, "f32" | "f64"), "{name} uses a float");
        }
    }
}

#[test]
fn files_are_one_concept_long() {
    for (name, _, code) in code() {
        let lines = code.lines().filter(|line| !line.trim().is_empty()).count();
        assert!(lines <= LONGEST, "{name} has {lines} lines of code: split it by concept");
    }
}

#[test]
fn views_contain_no_words() {
    for (name, layer, code) in code() {
        if layer != "ui" {
            continue;
        }
        for view in code.split("view! {").skip(1) {
            // A text child stands alone on its line; attributes have a name and a sign before the quote.
            for line in view.lines().map(str::trim) {
                let Some(text) = line.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else {
                    continue;
                };
                let wordless = text.chars().all(|c| !c.is_alphabetic());
                assert!(
                    wordless || text == "Relance",
                    "{name}: the view says {text:?}: words belong in text::words"
                );
            }
        }
        assert!(!code.contains("inner_html"), "{name} writes HTML");
        assert!(!code.contains(" style=\""), "{name} sets a style attribute");
    }
}
