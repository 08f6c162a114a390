//! Every document beside the messages, in every language and for every kind of debtor, against files a person has read.
//!
//! `UPDATE_GOLDEN=1 cargo test --test papers_golden` rewrites the files; read the difference before committing it.

#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

#[path = "golden/paper_scenes.rs"]
mod paper_scenes;
#[path = "golden/scenes.rs"]
#[allow(dead_code, reason = "the cases of the messages, some of which no document is made of")]
mod scenes;

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use paper_scenes::{paper_scenes, papers};
use relance::documents::wording::{Document, check};
use relance::documents::{Block, Letter, Paper, PaperError, PaperKind, missing_facts};
use relance::domain::party::DebtorKind;
use relance::text::Lang;

const LANGUAGES: [Lang; 2] = [Lang::Fr, Lang::En];

/// A letter as text, every cell of its tables in its place.
fn shown(letter: &Letter) -> String {
    let mut parts = vec![
        letter.sender.join("\n"),
        letter.recipient.join("\n"),
        letter.place_and_date.clone(),
        letter.references.join("\n"),
        format!("== {} ==", letter.subject),
    ];
    parts.extend(letter.blocks.iter().map(block));
    parts.push(letter.as_of.clone());
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(text) => text.clone(),
        Block::Heading(title) => format!("# {title}"),
        Block::Table(table) | Block::Annex(table) => {
            let name = if matches!(block, Block::Annex(_)) { "annex" } else { "table" };
            let rows = [&table.head].into_iter().chain(&table.rows).chain(&table.total);
            let rows: Vec<String> = rows.map(|cells| cells.join(" | ")).collect();
            format!("[{name}] {}\n{}", table.caption, rows.join("\n"))
        }
        Block::Fields(fields) => {
            let fields: Vec<String> =
                fields.iter().map(|(label, value)| format!("{label} = {value}")).collect();
            format!("[fields]\n{}", fields.join("\n"))
        }
        Block::Signatures(signers) => {
            let signers: Vec<String> =
                signers.iter().map(|signer| format!("{} <{}>", signer.name, signer.mention)).collect();
            format!("[signatures]\n{}", signers.join("\n"))
        }
        Block::List { title, items } => {
            let items: Vec<String> = items.iter().map(|item| format!("- {item}")).collect();
            format!("[list] {title}\n{}", items.join("\n"))
        }
        Block::Quoted { title, text } => format!("[quoted] {title}\n> {}", text.replace('\n', "\n> ")),
        Block::NewPage => "[new page]".to_owned(),
    }
}

/// A document of some scene.
struct Text {
    lang: Lang,
    kind: DebtorKind,
    scene: &'static str,
    file: &'static str,
    paper: Paper,
    made: Result<Letter, PaperError>,
}

impl Text {
    fn name(&self) -> String {
        format!("{}/{}/{}.txt", self.lang.tag(), self.scene, self.file)
    }
}

fn all() -> &'static [Text] {
    static ALL: OnceLock<Vec<Text>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Vec::new();
        for lang in LANGUAGES {
            for (name, scene) in paper_scenes() {
                for (file, paper) in papers(&scene) {
                    let made = scene.paper(lang, &paper);
                    all.push(Text { lang, kind: scene.client.kind, scene: name, file, paper, made });
                }
            }
        }
        all
    })
}

/// Every document that is made.
fn made() -> impl Iterator<Item = (&'static Text, &'static Letter)> {
    all().iter().filter_map(|text| Some((text, text.made.as_ref().ok()?)))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/papers")
}

#[test]
fn papers_are_as_last_read() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut changed = Vec::new();
    for text in all() {
        let written = match &text.made {
            Ok(letter) => shown(letter),
            Err(error) => format!("[{}]", error.explained(text.lang)),
        };
        let written = format!("{written}\n");
        let path = root().join(text.name());
        if fs::read_to_string(&path).is_ok_and(|known| known == written) {
            continue;
        }
        if update {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &written).unwrap();
        } else {
            changed.push(format!("{}:\n{written}", path.display()));
        }
    }
    assert!(changed.is_empty(), "{} changed documents:\n{}", changed.len(), changed.join("\n"));
}

#[test]
fn no_golden_paper_is_left_over() {
    let known: HashSet<PathBuf> = all().iter().map(|text| root().join(text.name())).collect();
    for lang in fs::read_dir(root()).unwrap() {
        for scene in fs::read_dir(lang.unwrap().path()).unwrap() {
            for file in fs::read_dir(scene.unwrap().path()).unwrap() {
                let path = file.unwrap().path();
                assert!(known.contains(&path), "{} is no document any more", path.display());
            }
        }
    }
}

#[test]
fn no_paper_says_what_a_creditor_may_not_write() {
    let mut known = HashSet::new();
    for (text, letter) in made() {
        for paragraph in shown(letter).split("\n\n") {
            if known.insert((paragraph.to_owned(), text.kind)) {
                let findings = check(paragraph, text.lang, Document::Letter, text.kind);
                assert!(findings.is_empty(), "{}: {findings:?}\n{paragraph}", text.name());
            }
        }
    }
}

#[test]
fn no_paper_is_left_unfilled_and_its_typography_is_that_of_its_language() {
    for (text, letter) in made() {
        let mut letter = letter.clone();
        letter.references.retain(|line| !line.is_empty());
        let (name, words) = (text.name(), letter.plain_text());
        for trace in ["{{", "{%", "undefined", "()", "  ", "\n\n\n", " ,", " .", "@", ".."] {
            let clean = words.replace("claire@morel.example", "e-mail");
            assert!(!clean.contains(trace), "{name} has {trace:?}:\n{words}");
        }
        assert!(!words.contains(['\'', '"']), "{name} has a straight quote:\n{words}");
        for (before, mark) in words.chars().zip(words.chars().skip(1)) {
            match (text.lang, mark) {
                (Lang::Fr, ';' | ':' | '?' | '!' | '»' | '€' | '%') => {
                    assert_eq!(before, '\u{a0}', "{name}: {before:?} before {mark}\n{words}");
                }
                (Lang::En, ';' | ':' | '?' | '!') => {
                    assert!(!before.is_whitespace(), "{name}: {mark}\n{words}");
                }
                _ => {}
            }
        }
        assert!(!words.contains("n° ") && !words.contains("« "), "{name} may break a line:\n{words}");
    }
}

#[test]
fn every_table_is_as_wide_as_its_head() {
    for (text, letter) in made() {
        for block in &letter.blocks {
            if let Block::Table(table) | Block::Annex(table) = block {
                let rows = table.rows.iter().chain(&table.total);
                assert!(rows.into_iter().all(|row| row.len() == table.head.len()), "{}", text.name());
            }
        }
    }
}

#[test]
fn what_is_missing_is_marked_in_both_languages() {
    for lang in LANGUAGES {
        let (_, bare) = paper_scenes().into_iter().find(|(name, _)| *name == "bare-business").unwrap();
        let statement = bare.paper(lang, &Paper::Statement).unwrap().plain_text();
        assert_eq!(missing_facts(lang, &statement).len(), 6, "{statement}");
    }
}

#[test]
fn what_is_not_offered_says_why_in_both_languages() {
    for text in all() {
        if let Err(error) = &text.made {
            let why = error.explained(text.lang);
            assert!(why.len() > 30 && why.ends_with('.'), "{}: {why}", text.name());
            assert!(!matches!(error, PaperError::Text(_)), "{}: {why}", text.name());
        }
    }
    for (name, scene) in paper_scenes() {
        for (_, paper) in papers(&scene) {
            let made = scene.paper(Lang::Fr, &paper);
            assert!(scene.offered(paper.kind()).is_ok() || made.is_err(), "{name} {paper:?}");
        }
    }
    for kind in PaperKind::ALL {
        assert!(all().iter().any(|text| text.paper.kind() == kind), "{kind:?} has no golden file");
        assert_ne!(kind.name(Lang::Fr), kind.name(Lang::En));
    }
}
