//! Every text, in every language and for every kind of debtor, against files a person has read.
//!
//! `UPDATE_GOLDEN=1 cargo test --test documents_golden` rewrites the files; read the difference before committing it.

#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

#[path = "golden/scenes.rs"]
mod scenes;

use std::fs;
use std::path::PathBuf;

use relance::documents::{
    Block, MissingFact, TextContext, TextError, Tone, deadline, email, formal_notice, missing, missing_facts,
};
use relance::domain::event::{Channel, Step};
use relance::domain::party::DebtorKind;
use relance::text::{Lang, format};
use scenes::{Scene, scenes};

const KINDS: [DebtorKind; 4] =
    [DebtorKind::Business, DebtorKind::Consumer, DebtorKind::Public, DebtorKind::Unknown];

/// One file per text for the main scenes; one for all texts of a scene that shows a single thing.
fn in_files(folder: &str, texts: Vec<(String, String)>) -> Vec<(String, String)> {
    if ["business", "consumer", "public", "bare-business"].contains(&folder) {
        return texts;
    }
    let joined: Vec<String> =
        texts.into_iter().map(|(name, text)| format!("===== {name}\n\n{text}")).collect();
    vec![("all".to_owned(), joined.join("\n\n"))]
}

#[test]
fn texts_are_as_last_read() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut changed = Vec::new();
    for lang in [Lang::Fr, Lang::En] {
        for (folder, scene) in scenes() {
            for (name, text) in in_files(folder, scene.texts(lang)) {
                let path = root.join(lang.tag()).join(folder).join(format!("{name}.txt"));
                let text = format!("{text}\n");
                if fs::read_to_string(&path).is_ok_and(|known| known == text) {
                    continue;
                }
                if update {
                    fs::create_dir_all(path.parent().unwrap()).unwrap();
                    fs::write(&path, &text).unwrap();
                } else {
                    changed.push(format!("{}:\n{text}", path.display()));
                }
            }
        }
    }
    assert!(changed.is_empty(), "{} changed texts:\n{}", changed.len(), changed.join("\n"));
}

/// Every text of every scene, with what to call it in a failure.
fn all_texts() -> Vec<(String, Lang, DebtorKind, String)> {
    let mut all = Vec::new();
    for lang in [Lang::Fr, Lang::En] {
        for (folder, scene) in scenes() {
            for kind in KINDS {
                let mut scene = scene.clone();
                scene.client.kind = kind;
                for (name, text) in scene.texts(lang) {
                    all.push((format!("{} {folder} {kind:?} {name}", lang.tag()), lang, kind, text));
                }
            }
        }
    }
    all
}

#[test]
fn no_text_uses_words_kept_for_judicial_acts_nor_asks_for_fees() {
    let forbidden = [
        "sommation",
        "commandement",
        "saisie",
        "signification",
        "titre exécutoire",
        "huissier",
        "commissaire de justice",
        "judiciaire",
        "procédure engagée",
        "dernier avis",
        "poursuite",
        "contentieux",
        "frais",
        "dommages",
        "république",
        "tribunal",
        "bailiff",
        "summons",
        "seizure",
        "enforcement",
        "lawsuit",
        "fees",
        "damages",
        "final notice",
    ];
    for (name, _, _, text) in all_texts() {
        let text = text.to_lowercase().replace("for recovery costs", "");
        for word in forbidden {
            assert!(!text.contains(word), "{name} says {word}:\n{text}");
        }
    }
}

#[test]
fn no_text_is_left_unfilled() {
    for (name, _, _, text) in all_texts() {
        for trace in [
            "{{",
            "}}",
            "{%",
            "%}",
            "undefined",
            "none",
            "()",
            "  ",
            "\n\n\n",
            " ,",
            " .",
            "@in",
            "@wo",
            "@pa",
            "@si",
        ] {
            assert!(!text.contains(trace), "{name} has {trace:?}:\n{text}");
        }
    }
}

#[test]
fn typography_is_that_of_the_language() {
    for (name, lang, _, text) in all_texts() {
        assert!(!text.contains(['\'', '"']), "{name} has a straight quote:\n{text}");
        for (before, mark) in text.chars().zip(text.chars().skip(1)) {
            match (lang, mark) {
                (Lang::Fr, ';' | ':' | '?' | '!' | '»' | '€' | '%') => {
                    assert_eq!(before, '\u{a0}', "{name}: {before:?} before {mark}\n{text}");
                }
                (Lang::En, ';' | ':' | '?' | '!') => {
                    assert!(!before.is_whitespace(), "{name}: {mark}\n{text}");
                }
                _ => {}
            }
        }
        assert!(!text.contains("n° ") && !text.contains("« "), "{name} may break a line:\n{text}");
    }
}

#[test]
fn consumers_are_asked_for_no_penalty_no_fixed_sum_and_no_fee() {
    for (name, _, kind, text) in all_texts() {
        if matches!(kind, DebtorKind::Business | DebtorKind::Public) {
            continue;
        }
        let low = text.to_lowercase();
        for word in
            ["pénalité", "indemnité", "d441", "l441", "late-payment", "compensation", "cost", "€40.", "€40 "]
        {
            assert!(!low.contains(word), "{name} says {word}:\n{text}");
        }
        for sum in ["40\u{a0}€", "40,00\u{a0}€"] {
            let whole = |at: usize| !low[..at].ends_with(|c: char| c.is_ascii_digit());
            assert!(!low.match_indices(sum).any(|(at, _)| whole(at)), "{name} says {sum}:\n{text}");
        }
    }
}

#[test]
fn the_notice_states_the_claim_to_the_cent() {
    let scene = Scene::new(DebtorKind::Business);
    let claim = scene.claim();
    assert_eq!(claim.total.to_string(), "2766.79");
    for lang in [Lang::Fr, Lang::En] {
        let letter = scene.notice(lang).unwrap();
        let total = format::money(lang, claim.total, claim.currency);
        assert_eq!(letter.plain_text().matches(&total).count(), 3, "body twice, payment once");
        let interest = format::money(lang, claim.interest_left, claim.currency);
        let working = letter.blocks.iter().find_map(|block| match block {
            Block::Working(table) => Some(table),
            _ => None,
        });
        let working = working.unwrap();
        assert_eq!(working.total.as_ref().unwrap().last(), Some(&interest));
        assert_eq!(working.rows.len(), claim.segments.len());
        assert!(working.rows.iter().all(|row| row.len() == working.head.len()));
    }
}

#[test]
fn missing_facts_are_marked_and_named() {
    for lang in [Lang::Fr, Lang::En] {
        let mut scene = Scene::bare(DebtorKind::Business);
        let mail = scene.email(lang, Step::FirstReminder, Tone::Warm, false).unwrap();
        assert_eq!(missing_facts(lang, &mail.body), [MissingFact::SenderName, MissingFact::Iban]);
        let letter = scene.notice(lang).unwrap().plain_text();
        assert_eq!(
            missing_facts(lang, &letter),
            [
                MissingFact::SenderName,
                MissingFact::SenderAddress,
                MissingFact::City,
                MissingFact::SenderSiren,
                MissingFact::Iban,
                MissingFact::ClientAddress,
            ]
        );
        scene.profile = Scene::new(DebtorKind::Business).profile;
        let mail = scene.email(lang, Step::FirmReminder, Tone::Warm, true).unwrap();
        assert!(missing(&mail.clipboard_text(lang)).is_empty());
    }
}

#[test]
fn provisional_rates_are_said_wherever_penalties_are_claimed() {
    let scene = Scene::bare(DebtorKind::Business);
    let texts = [
        scene.email(Lang::Fr, Step::FirstReminder, Tone::Firm, false).unwrap().body,
        scene.email(Lang::Fr, Step::FirmReminder, Tone::Warm, true).unwrap().body,
        scene.notice(Lang::Fr).unwrap().plain_text(),
    ];
    for text in texts {
        assert!(text.contains("1er\u{a0}semestre 2027") && text.contains("taux provisoire"), "{text}");
    }
}

#[test]
fn texts_with_nothing_to_ask_for_are_refused() {
    for (name, scene) in scenes() {
        for step in [Step::FirstReminder, Step::FirmReminder] {
            let result = scene.email(Lang::Fr, step, Tone::Warm, false);
            match name {
                "not-due" => assert!(matches!(result, Err(TextError::NotLate))),
                "paid-on-time" => assert!(matches!(result, Err(TextError::NothingOwed))),
                _ => assert!(result.is_ok(), "{name}"),
            }
        }
        assert!(scene.email(Lang::Fr, Step::FormalNotice, Tone::Warm, false).is_err());
    }
}

#[test]
fn a_notice_may_be_about_several_invoices() {
    let scene = Scene::new(DebtorKind::Business);
    let claim = scene.claim();
    let mut other = scene.case.clone();
    other.invoice.number = "2026-020".to_owned();
    let cases = [(&scene.case, &claim), (&other, &claim)];
    let last = deadline(Step::FormalNotice, DebtorKind::Business, scene.today);
    let letter = formal_notice(
        Lang::Fr,
        &scene.profile,
        &scene.client,
        &cases,
        scene.today,
        last,
        Channel::RegisteredPost,
    )
    .unwrap();
    let text = letter.plain_text();
    assert!(
        text.contains("factures n°\u{a0}2026-014 et 2026-020") && text.contains("5\u{202f}533,58\u{a0}€"),
        "{text}"
    );
    let context = TextContext::new(Lang::Fr, &scene.profile, &scene.client, &cases, scene.today, last, false);
    assert!(matches!(email(Step::FirmReminder, Tone::Warm, &context), Err(TextError::SeveralInvoices)));
}
