//! Every document beside the messages, in every language and for every kind of debtor, against files a person has read.
//!
//! `UPDATE_GOLDEN=1 cargo test --test papers_golden` rewrites the files; read the difference before committing it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may fail loudly, their helpers too")]

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
use relance::base::dates::parse_iso;
use relance::base::{ActId, Amount, CommitmentId, EventId, OfferId, ProofId};
use relance::documents::fingerprint::fingerprint;
use relance::documents::paper::{AgreementTerms, StatementTerms};
use relance::documents::wording::{Document, check};
use relance::documents::{
    Block, Caution, Letter, Message, MissingFact, Paper, PaperError, PaperKind, missing_facts,
};
use relance::domain::act::{Act, ActKind};
use relance::domain::author::Author;
use relance::domain::circumstance::CircumstanceKind;
use relance::domain::contract::Law;
use relance::domain::dispute::{Commitment, Meeting, Settlement, Side, Verdict};
use relance::domain::event::{Channel, SentText, Step};
use relance::domain::manner::Tone;
use relance::domain::movement::MovementKind;
use relance::domain::offer::{Offer, OfferKind};
use relance::domain::party::DebtorKind;
use relance::domain::proof::{Proof, ProofKind};
use relance::domain::stationery::Look;
use relance::text::{Lang, format};

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
        Block::Copy { title, about, blocks } => {
            let parts: Vec<String> = blocks.iter().map(self::block).collect();
            format!("[copy] {title}\n{about}\n> {}", parts.join("\n\n").replace('\n', "\n> "))
        }
        Block::Life(life) => format!("[life] {}", life.title),
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
        // What goes to a French court is French: what is copied into its form, the list of exhibits, the working.
        let is_order = text.paper.kind() == PaperKind::PaymentOrder;
        letter.blocks.retain(|block| match block {
            Block::Fields(_) => !is_order,
            Block::List { .. } | Block::Annex(_) => !is_order || text.lang == Lang::Fr,
            _ => true,
        });
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
        let statement = bare.paper(lang, &Paper::Statement(StatementTerms::default())).unwrap().plain_text();
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

#[test]
fn three_hundred_invoices_are_one_statement_to_the_cent() {
    let scene = paper_scenes::many(300);
    for lang in LANGUAGES {
        let letter = scene.paper(lang, &Paper::Statement(StatementTerms::default())).unwrap();
        let tables: Vec<_> = letter
            .blocks
            .iter()
            .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
            .collect();
        let [account, ages, ..] = tables.as_slice() else { panic!("{} tables", tables.len()) };
        assert_eq!(account.rows.len(), 300 + 3, "an invoice each, and the movements of the first");
        let balance = account.total.as_ref().unwrap().last().unwrap();
        assert_eq!(account.rows.last().unwrap().last().unwrap(), balance);
        assert_eq!(ages.rows.first().unwrap().last().unwrap(), balance, "the ages add up to the balance");
        let named = lang.pick(
            "Atelier Brun & Fils, relevé du 22\u{a0}novembre 2026",
            "Atelier Brun & Fils, statement of 22\u{a0}November 2026",
        );
        assert!(letter.references.iter().any(|line| line.contains(named)), "{:?}", letter.references);
        let fields = letter.blocks.iter().filter_map(|block| match block {
            Block::Fields(fields) => Some(fields),
            _ => None,
        });
        assert!(fields.flatten().any(|(_, value)| value == named), "the transfer says so too");
    }
    for (_, paper) in papers(&scene) {
        let _ = scene.paper(Lang::Fr, &paper);
    }
}

#[test]
fn the_balance_of_a_statement_is_the_principal_of_the_claims() {
    for (name, scene) in paper_scenes() {
        for terms in [
            StatementTerms::default(),
            StatementTerms { open_only: true, ..StatementTerms::default() },
            StatementTerms { from: Some(paper_scenes::day("2026-07-01")), open_only: false },
        ] {
            let Ok(letter) = scene.paper(Lang::Fr, &Paper::Statement(terms)) else { continue };
            let account = letter.blocks.iter().find_map(|block| match block {
                Block::Table(table) => Some(table),
                _ => None,
            });
            let total = account.unwrap().total.clone().unwrap();
            let owed = format::money(
                Lang::Fr,
                scene.principal_left(),
                scene.cases.first().unwrap().invoice.currency,
            );
            assert_eq!(total.last(), Some(&owed), "{name} {terms:?}");
        }
    }
}

#[test]
fn a_period_begins_with_the_balance_before_it() {
    let (_, scene) = paper_scenes().into_iter().find(|(name, _)| *name == "every-movement").unwrap();
    let table = |from: &str| {
        let terms = StatementTerms { from: Some(paper_scenes::day(from)), open_only: false };
        let letter = scene.paper(Lang::Fr, &Paper::Statement(terms)).unwrap();
        let table = letter.blocks.into_iter().find_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        table.unwrap()
    };
    let whole = table("2020-01-01");
    for (at, row) in whole.rows.iter().enumerate().skip(1) {
        let (day, before) = (row.first().unwrap(), whole.rows.get(at - 1).unwrap());
        // What is taken off the payments has no day of its own.
        if day.is_empty() || before.first() == Some(day) {
            continue;
        }
        let mut parts: Vec<&str> = day.split('/').collect();
        parts.reverse();
        let period = table(&parts.join("-"));
        assert_eq!(period.rows.first().unwrap().last(), before.last(), "opening balance on {day}");
        assert_eq!(period.rows.len(), whole.rows.len() - at + 1, "{day}");
    }
    let late = StatementTerms { from: Some(paper_scenes::day("2040-01-01")), open_only: false };
    let none = scene.paper(Lang::Fr, &Paper::Statement(late));
    assert!(matches!(none, Err(PaperError::PeriodReversed)), "{none:?}");
}

#[test]
fn what_is_in_other_hands_is_neither_spread_nor_discounted() {
    let mut tried = 0;
    for kind in [PaperKind::Agreement, PaperKind::Offer] {
        for (name, mut scene) in paper_scenes() {
            if scene.offered(kind).is_err() || !scene.case().proceedings.is_empty() {
                continue;
            }
            tried += 1;
            let handed = serde_json::json!({ "id": 90, "kind": "handed-over", "date": "2026-01-10", "with": "Agence Azur" });
            scene.case().proceedings.push(serde_json::from_value(handed).unwrap());
            assert!(matches!(scene.offered(kind), Err(PaperError::OthersDecide)), "{name} {kind:?}");
        }
    }
    assert!(tried > 4, "{tried} documents");
}

#[test]
fn a_formal_notice_announces_termination_only_where_it_may_and_is_asked_to() {
    let says = |text: &str| text.contains("1226");
    for (name, scene) in paper_scenes() {
        for lang in LANGUAGES {
            let Some(plain) = scene.announcing(lang, false) else { continue };
            assert!(!says(&plain), "{name} is not asked to");
            let told = scene.announcing(lang, true).unwrap();
            let may = matches!(scene.client.kind, DebtorKind::Business | DebtorKind::Consumer)
                && scene.principal_left().is_positive()
                && scene.cases.iter().all(|case| case.invoice.contract.law == Law::French)
                && !scene.cases.iter().all(|case| {
                    let known = case.limitation(scene.client.debtor(), scene.today);
                    known.is_some_and(|known| known.expires < scene.today)
                });
            assert_eq!(says(&told), may, "{name}: {told}");
            let found = check(&told, lang, Document::FormalNotice, scene.client.kind);
            assert!(found.is_empty(), "{name}: {found:?}");
            if may {
                // What the termination asks of the notice it rests on.
                let (before, after) = told.split_once("1226").unwrap();
                let sentence = format!("{before}{after}").to_lowercase();
                assert!(sentence.contains("résoudre") || sentence.contains("terminat"), "{sentence}");
            }
        }
    }
}

#[test]
fn what_to_know_is_said_beside_a_document_and_not_on_it() {
    let scene = |name: &str| paper_scenes().into_iter().find(|(known, _)| *known == name).unwrap().1;
    let cautions = |name: &str, file: &str| {
        let scene = scene(name);
        let paper = papers(&scene).into_iter().find(|(known, _)| *known == file).unwrap().1;
        scene.cautions(&paper)
    };
    assert_eq!(cautions("business", "termination"), [Caution::AtOwnRisk]);
    assert_eq!(
        cautions("notice-undated", "termination"),
        [Caution::AtOwnRisk, Caution::NotReceived, Caution::NoticeUnknown]
    );
    assert_eq!(cautions("business", "offer-discount"), [Caution::WantsCreditNote]);
    assert_eq!(cautions("business", "offer-penalties"), []);
    assert_eq!(cautions("business", "receipt-first"), []);
    assert_eq!(cautions("consumer", "receipt-first"), [Caution::Earnest]);
    assert_eq!(cautions("consumer", "receipt-second"), []);
    assert_eq!(cautions("business", "payment-order"), [Caution::ConfirmStanding]);
    assert_eq!(
        cautions("bare-business", "payment-order"),
        [Caution::NoFormalNotice, Caution::SeatUnknown, Caution::ConfirmStanding, Caution::Provisional]
    );
    assert_eq!(cautions("bare-business", "statement"), [Caution::Provisional]);
    assert!(cautions("consumer", "termination").contains(&Caution::Mediator));
    assert!(!cautions("business", "case-file").contains(&Caution::TimeBarred));
    for file in ["case-file", "statement", "offer-discount"] {
        assert_eq!(cautions("expired", file).first(), Some(&Caution::TimeBarred), "{file}");
    }
    for lang in LANGUAGES {
        assert!(Caution::AtOwnRisk.explained(lang).ends_with('.'));
    }
}

/// The scene of this name.
fn scene(name: &str) -> scenes::Scene {
    paper_scenes().into_iter().find(|(known, _)| *known == name).unwrap().1
}

#[test]
fn a_letter_in_a_case_file_keeps_its_form_its_number_and_its_fingerprint() {
    let mut scene = scene("business");
    let letter = scene.notice(Lang::Fr).unwrap();
    let notice = scene.case().events.iter_mut().find(|event| event.step == Step::FormalNotice).unwrap();
    notice.posting.number = "1A 234 567 8901 2".to_owned();
    notice.text = SentText {
        subject: letter.subject.clone(),
        body: letter.plain_text(),
        laid_out: letter.written_down(Look::default()),
        ..SentText::default()
    }
    .into();
    let file = scene.paper(Lang::Fr, &Paper::CaseFile(Vec::new())).unwrap();
    let (about, blocks) = file
        .blocks
        .iter()
        .find_map(|block| match block {
            Block::Copy { title, about, blocks } if title.contains("Mise en demeure") => {
                Some((about, blocks))
            }
            _ => None,
        })
        .unwrap();
    for told in [
        "Date\u{a0}: 12\u{a0}octobre 2026",
        "Envoi\u{a0}: en recommandé avec avis de réception",
        "N°\u{a0}du recommandé\u{a0}: 1A\u{a0}234\u{a0}567\u{a0}8901\u{a0}2",
        "Reçu le\u{a0}: 14\u{a0}octobre 2026",
        &format!("SHA-256\u{a0}: {}", fingerprint(&letter)),
    ] {
        assert!(about.contains(told), "{told} in {about}");
    }
    for block in &letter.blocks {
        let same = match block {
            Block::Paragraph(_) | Block::Table(_) | Block::List { .. } => blocks.contains(block),
            Block::Annex(table) => blocks.contains(&Block::Table(table.clone())),
            _ => true,
        };
        assert!(same, "{block:?} is not in the copy");
    }
    assert!(!blocks.iter().any(|block| matches!(block, Block::Signatures(_) | Block::NewPage)));
    assert!(file.text_in_columns().contains(&fingerprint(&letter)), "what is copied has it too");
}

#[test]
fn an_invoice_contested_as_a_whole_is_named_where_interest_runs_on_it() {
    let mut scene = scene("several-noticed-in-part");
    scene.case().circumstances.push(paper_scenes::dispute("1740.00"));
    for (lang, named) in
        [(Lang::Fr, "courent sur la facture n° 2026-014,"), (Lang::En, "on invoice 2026-014,")]
    {
        let file = scene.paper(lang, &Paper::CaseFile(Vec::new())).unwrap();
        let text = file.plain_text().replace('\u{a0}', " ");
        assert!(text.contains(named), "{text}");
    }
}

#[test]
fn what_a_request_says_of_a_notice_it_says_of_the_invoices_it_was_about() {
    let basis = |name: &str| {
        let fields = scene(name).order_fields(Lang::Fr).unwrap().0;
        let found = fields.into_iter().find(|field| field.label == "Fondement de la créance");
        found.map(|field| field.value.replace('\u{a0}', " ")).unwrap_or_default()
    };
    let some = basis("several-noticed-in-part");
    assert!(
        some.ends_with("et malgré la mise en demeure du 12 octobre 2026 pour la facture n° 2026-014"),
        "{some}"
    );
    assert!(basis("business").ends_with("impayé malgré la mise en demeure du 12 octobre 2026"));
}

#[test]
fn the_order_of_a_claim_stands_beside_its_parties() {
    for (lang, label) in [(Lang::Fr, "N°\u{a0}d’engagement"), (Lang::En, "Commitment number")] {
        let file = scene("public").paper(lang, &Paper::CaseFile(Vec::new())).unwrap();
        let fields = file.blocks.iter().find_map(|block| match block {
            Block::Fields(fields) => Some(fields),
            _ => None,
        });
        assert!(fields.unwrap().iter().any(|(name, value)| name == label && value.starts_with("1300123456")));
    }
}

#[test]
fn a_statement_is_paid_under_the_invoices_it_asks_for() {
    let reference = |scene: &str| {
        let (_, scene) = paper_scenes().into_iter().find(|(name, _)| *name == scene).unwrap();
        let letter = scene.paper(Lang::Fr, &Paper::Statement(StatementTerms::default())).unwrap();
        let fields = letter.blocks.into_iter().find_map(|block| match block {
            Block::Fields(fields) => Some(fields),
            _ => None,
        });
        let found = fields.into_iter().flatten().find(|(label, _)| label == "Référence");
        found.map(|(_, value)| value).unwrap_or_default()
    };
    assert_eq!(reference("several"), "2026-014 et 2026-031", "the third is not due yet");
    assert_eq!(reference("penalties-left"), "2026-014");
}

#[test]
fn a_request_rests_on_the_contract_and_asks_for_interest_from_its_service() {
    let fields = |name: &str| {
        let (_, scene) = paper_scenes().into_iter().find(|(known, _)| *known == name).unwrap();
        scene.order_fields(Lang::Fr).unwrap().0
    };
    let value = |name: &str, label: &str| {
        let found = fields(name).into_iter().find(|field| field.label == label);
        found.map(|field| field.value).unwrap_or_default()
    };
    for name in ["business", "consumer", "unknown"] {
        let basis = value(name, "Fondement de la créance");
        assert!(basis.contains("(articles 1103 et 1104 du Code civil)"), "{name}: {basis}");
        assert!(!basis.contains("L441-10") && !basis.contains("1231-6"), "{name}: {basis}");
        assert!(value(name, "Nationalité du demandeur").starts_with("à compléter"), "{name}");
    }
    assert!(!value("swiss-law", "Fondement de la créance").contains("1103"));
    let from_service = "à compter de la signification";
    assert!(value("bare-unknown", "Intérêts à courir").ends_with(from_service));
    assert!(!value("business", "Intérêts à courir").contains("signification"), "it runs by law already");
}

#[test]
fn a_request_counts_interest_to_come_on_what_bears_it_at_its_own_rate() {
    let fields = |name: &str| {
        let (_, scene) = paper_scenes().into_iter().find(|(known, _)| *known == name).unwrap();
        let all = scene.order_fields(Lang::Fr).unwrap().0.into_iter();
        let to_run = all.filter(|field| field.label.starts_with("Intérêts à courir"));
        to_run
            .map(|field| format!("{}: {}", field.label, field.value).replace(['\u{a0}', '\u{202f}'], " "))
            .collect::<Vec<_>>()
    };
    let [default, agreed] = <[String; 2]>::try_from(fields("several-rates")).unwrap();
    assert!(default.starts_with("Intérêts à courir sur la facture n° 2026-014: "), "{default}");
    assert!(default.contains("sur 1 740,00 €, au taux de refinancement"), "{default}");
    assert!(agreed.starts_with("Intérêts à courir sur la facture n° 2026-031: "), "{agreed}");
    assert!(agreed.ends_with("sur 1 250,00 €, au taux convenu de 15,00 % par an"), "{agreed}");
    let [running, waiting] = <[String; 2]>::try_from(fields("several-noticed-in-part")).unwrap();
    assert!(
        running.contains("2026-014: à compter du 23 novembre 2026, sur 1 740,00 €, au taux légal"),
        "{running}"
    );
    assert!(
        waiting.ends_with("2026-031: au taux légal, sur 1 250,00 €, à compter de la signification"),
        "{waiting}"
    );
    let [both] = <[String; 1]>::try_from(fields("several")).unwrap();
    assert!(both.contains("sur 2 990,00 €, au taux de refinancement"), "one rule, one line: {both}");
}

#[test]
fn every_field_of_a_request_can_be_copied_by_itself() {
    let (_, scene) = paper_scenes().into_iter().find(|(name, _)| *name == "business").unwrap();
    let fields = scene.order_fields(Lang::Fr).unwrap().0;
    let value = |label: &str| fields.iter().find(|field| field.label == label).unwrap().value.as_str();
    assert_eq!(value("Somme en principal"), "1\u{202f}740,00\u{a0}€");
    assert_eq!(value("Total au 22\u{a0}novembre 2026"), "1\u{202f}976,69\u{a0}€");
    assert_eq!(value("Juridiction"), "Tribunal de commerce compétent pour Grenoble");
    assert_eq!(value("Nombre de pièces"), "8\u{a0}pièces");
}

#[test]
fn a_case_file_that_was_handed_over_is_no_exhibit_of_the_next() {
    for (text, letter) in made().filter(|(text, _)| !text.paper.kind().is_to_debtor()) {
        let openings = [
            "Dossier de créance",
            "Case file",
            "Injonction de payer",
            "Order for payment",
            "Déclaration de créance",
            "Declaration of claim",
        ];
        assert!(openings.iter().any(|opening| letter.subject.starts_with(opening)), "{}", text.name());
    }
    let (_, scene) = paper_scenes().into_iter().find(|(name, _)| *name == "eventful").unwrap();
    let words = scene.paper(Lang::Fr, &Paper::CaseFile(Vec::new())).unwrap().plain_text();
    assert_eq!(words.matches("Dossier de créance").count(), 1, "only its own title");
    assert!(words.contains("Relevé de compte – facture n°\u{a0}2026-014, par e-mail"), "{words}");
}

#[test]
fn the_chronology_of_a_case_file_tells_offers_meetings_and_what_was_promised() {
    let (_, mut scene) = paper_scenes().into_iter().find(|(name, _)| *name == "disputed").unwrap();
    let day = |text: &str| parse_iso(text).unwrap();
    scene.case().offers = vec![Offer {
        id: OfferId(1),
        date: day("2026-10-01"),
        kind: OfferKind::Penalties,
        pay: Amount::parse("1740.00").unwrap(),
        paid_before: Amount::ZERO,
        until: day("2026-10-10"),
        balance_by: None,
        accepted: None,
        ended: None,
        note: "ne pas montrer".to_owned(),
    }];
    let dispute = scene.case().circumstances.iter_mut().find(|one| one.life().is_some()).unwrap();
    dispute.ended = Some(day("2026-11-20"));
    let CircumstanceKind::Dispute { life, .. } = &mut dispute.kind else { panic!("no dispute") };
    life.meeting = Some(Meeting {
        day: day("2026-11-18"),
        time: None,
        length: 30,
        place: "visioconférence".to_owned(),
        agenda: String::new(),
        minutes: "Reprise convenue.\nAvoir de 200 €.".to_owned(),
    });
    life.commitments = vec![Commitment {
        id: CommitmentId(1),
        side: Side::Ours,
        what: "reprendre la page d’accueil".to_owned(),
        made: Some(day("2026-11-18")),
        date: day("2026-12-04"),
        ended: None,
    }];
    let credited = Amount::parse("200.00").unwrap();
    life.outcome = Some(Settlement { how: Verdict::Partly, credited, terms: String::new(), pay_by: None });
    let told = |lang| shown(&scene.paper(lang, &Paper::CaseFile(Vec::new())).unwrap());
    let (french, english) = (told(Lang::Fr).replace(['\u{a0}', '\u{202f}'], " "), told(Lang::En));
    for said in [
        "01/10/2026 | Offre faite – Pénalités abandonnées : 1 740,00 € à payer au plus tard le 10 octobre 2026 | ",
        "11/10/2026 | Offre du 1er octobre 2026 restée sans suite : elle est caduque | ",
        "18/11/2026 | Rendez-vous avec le client sur ce qui est contesté : Reprise convenue. Avoir de 200 €. | ",
        "18/11/2026 | Engagement pris envers le client : reprendre la page d’accueil, pour le 4 décembre 2026 | ",
        "20/11/2026 | Fin de la contestation : le client a raison en partie, avoir de 200,00 € | ",
    ] {
        assert!(french.contains(said), "{said}: {french}");
    }
    assert!(
        english.contains("Offer made – Penalties given up") && english.contains("Promised to the client")
    );
    assert!(!french.contains("ne pas montrer"), "a note is the user’s own");
}

#[test]
fn what_was_typed_stays_text_however_hostile() {
    let (_, mut scene) = paper_scenes().into_iter().find(|(name, _)| *name == "business").unwrap();
    let plain: Vec<usize> = papers(&scene).iter().map(|(_, paper)| blocks(&scene, paper)).collect();
    let hostile = format!("{{{{ total }}}}\n\n@payment\n\n# <b>שלום 🦊{}", "é".repeat(5_000));
    scene.client.name.clone_from(&hostile);
    scene.profile.name.clone_from(&hostile);
    scene.case().invoice.subject.clone_from(&hostile);
    scene.case().invoice.number.clone_from(&hostile);
    scene.case().movements.iter_mut().for_each(|movement| movement.reference.clone_from(&hostile));
    let now: Vec<usize> = papers(&scene).iter().map(|(_, paper)| blocks(&scene, paper)).collect();
    assert_eq!(plain, now, "not one paragraph more");
}

/// How many blocks a document has; none where it is refused.
fn blocks(scene: &scenes::Scene, paper: &Paper) -> usize {
    scene.paper(Lang::Fr, paper).map_or(0, |letter| letter.blocks.len())
}

#[test]
fn a_declaration_speaks_of_one_day_and_says_that_the_address_is_missing() {
    let (_, mut scene) = paper_scenes().into_iter().find(|(name, _)| *name == "insolvent").unwrap();
    let letter = |scene: &scenes::Scene| scene.paper(Lang::Fr, &Paper::Declaration).unwrap();
    let said = shown(&letter(&scene)).replace(['\u{a0}', '\u{202f}'], " ");
    assert!(said.contains("Décompte des pénalités de retard arrêté au 1er novembre 2026"), "{said}");
    assert!(said.contains("Sommes arrêtées au 1er novembre 2026"), "{said}");
    let lacks = |scene: &scenes::Scene| missing_facts(Lang::Fr, &letter(scene).plain_text());
    assert!(!lacks(&scene).contains(&MissingFact::OfficeAddress));
    scene.client.collective.office_address = "  ".to_owned();
    assert!(
        lacks(&scene).contains(&MissingFact::OfficeAddress),
        "an envelope without an address goes nowhere"
    );
    // What came in after the judgment takes nothing off what was owed on its eve.
    let before = letter(&scene);
    let mut paid = scene.case().movements[0].clone();
    (paid.kind, paid.date, paid.amount) =
        (MovementKind::Payment, parse_iso("2026-11-10").unwrap(), Amount::from_cents(10_000));
    scene.case().movements.push(paid);
    assert_eq!(shown(&letter(&scene)), shown(&before));
}

#[test]
fn what_is_paid_after_a_loss_changes_no_figure_of_its_duplicate() {
    let lost = scene("lost-vat");
    let text = |scene: &scenes::Scene| {
        let letter = scene.paper(Lang::Fr, &Paper::UnpaidInvoice).unwrap();
        letter.blocks.iter().map(block).collect::<Vec<_>>().join("\n")
    };
    let paid_on = |on: &str| {
        let mut scene = lost.clone();
        let paid = serde_json::json!({ "id": 90, "kind": "payment", "date": on, "amount": "500.00" });
        scene.case().movements.push(serde_json::from_value(paid).unwrap());
        scene
    };
    assert_eq!(text(&paid_on("2026-11-19")), text(&lost), "the loss is of 18 November");
    assert_ne!(text(&paid_on("2026-11-17")), text(&lost));
}

#[test]
fn an_agreement_says_where_it_is_signed_or_leaves_room_for_it() {
    let scene = scene("business");
    for (name, what) in papers(&scene) {
        if !matches!(name, "agreement-frozen" | "offer-discount") {
            continue;
        }
        let all = |place: &str| {
            let letter = scene.signed_at(Lang::Fr, &what, place).unwrap();
            letter.blocks.iter().map(block).collect::<Vec<_>>().join("\n")
        };
        assert!(all("Saint-Étienne\n").contains(", à Saint-Étienne"), "{name}");
        assert!(all("").contains("Fait en deux exemplaires"), "{name}");
        assert!(!all("").contains(", à ."), "{name}");
    }
}

#[test]
fn who_signs_a_plan_on_the_whole_withdraws_the_dispute_about_the_part_it_spreads() {
    let scene = scene("disputed");
    let (_, part) = papers(&scene).into_iter().find(|(name, _)| *name == "agreement-frozen").unwrap();
    let Paper::Agreement(part) = part else { panic!("an agreement") };
    let contested = part.reserved.iter().map(|one| one.amount).sum::<Amount>();
    assert!(contested.is_positive());
    let mut whole = part.clone();
    whole.reserved.clear();
    whole.instalments.last_mut().unwrap().amount += contested;
    let said = |terms: &AgreementTerms| {
        let letter = scene.paper(Lang::Fr, &Paper::Agreement(terms.clone())).unwrap();
        letter.blocks.iter().map(block).collect::<Vec<_>>().join("\n").replace(['\u{a0}', '\u{202f}'], " ")
    };
    let (part, whole) = (said(&part), said(&whole));
    assert!(
        part.contains("Elle ne porte pas sur les") && part.contains("au titre de ce protocole"),
        "{part}"
    );
    assert!(!part.contains("il retire cette contestation"));
    assert!(
        whole.contains("de principal que le débiteur contestait : en signant, il retire cette contestation"),
        "{whole}"
    );
    // It owns to all of it, and all of it falls due if a sum is missed.
    assert!(!whole.contains("restent réservés") && !whole.contains("au titre de ce protocole"));
    let owned_to =
        |text: &str| text.split("la somme de ").nth(1).unwrap().split(" €").next().unwrap().to_owned();
    assert_ne!(owned_to(&part), owned_to(&whole));
}

/// The words of the case file of some cases, with plain spaces.
fn case_file(scene: &scenes::Scene) -> String {
    shown(&scene.paper(Lang::Fr, &Paper::CaseFile(Vec::new())).unwrap()).replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn every_paper_that_was_noted_is_an_exhibit_in_its_place() {
    let (_, mut scene) = paper_scenes().into_iter().find(|(name, _)| *name == "business").unwrap();
    let proof = |id, kind, date: &str, title: &str| Proof {
        id: ProofId(id),
        kind,
        date: parse_iso(date).unwrap(),
        title: title.to_owned(),
        place: "classeur".to_owned(),
    };
    scene.case().proofs = vec![
        proof(1, ProofKind::Contract, "2026-01-12", ""),
        proof(2, ProofKind::Acceptance, "2026-02-10", ""),
        proof(3, ProofKind::Emails, "2026-05-04", "retouches de mai"),
        proof(4, ProofKind::Other, "2026-02-09", "photos du chantier"),
        proof(5, ProofKind::Acknowledgement, "2026-09-09", ""),
    ];
    let list = case_file(&scene);
    let at = |what: &str| list.find(what).unwrap_or_else(|| panic!("{what}: {list}"));
    let places = [
        "– Contrat signé, 12 janvier 2026 (à joindre)",
        "– Facture n° 2026-014 du 13 février 2026 (à joindre)",
        "– Procès-verbal de réception ou d’acceptation, 10 février 2026 (à joindre)",
        "– Mise en demeure, en recommandé avec avis de réception, 12 octobre 2026",
        "– Reconnaissance de dette du client, 9 septembre 2026 (à joindre)",
        "– Échange d’e-mails – retouches de mai, 4 mai 2026 (à joindre)",
        "– Photos du chantier, 9 février 2026 (à joindre)",
    ]
    .map(at);
    assert!(places.is_sorted(), "{places:?} {list}");
    // What is looked for in general words was found.
    assert!(!list.contains("Devis accepté, bon de commande ou contrat"), "{list}");
    assert!(!list.contains("Preuve de la livraison"), "{list}");
    // One that is noted as an act is listed for it, once.
    let act = Act {
        id: ActId(1),
        kind: ActKind::Acknowledgement,
        date: parse_iso("2026-09-09").unwrap(),
        reference: String::new(),
    };
    scene.case().acts.push(act);
    let list = case_file(&scene);
    assert!(!list.contains("Reconnaissance de dette du client"), "{list}");
}

#[test]
fn a_notice_by_counsel_and_what_announced_one_are_told_as_what_they_are() {
    let (_, mut scene) = paper_scenes().into_iter().find(|(name, _)| *name == "business").unwrap();
    let notice = scene.case().events[2].clone();
    let mut cover = notice.clone();
    (cover.id, cover.channel, cover.received) = (EventId(40), Channel::Email, None);
    let mut counsel = notice;
    counsel.id = EventId(41);
    counsel.date = parse_iso("2026-11-02").unwrap();
    counsel.deadline = parse_iso("2026-11-17").unwrap();
    counsel.received = Some(parse_iso("2026-11-04").unwrap());
    counsel.text = SentText { by: Author::Counsel, ..SentText::default() }.into();
    scene.case().events.extend([cover, counsel]);
    let file = case_file(&scene);
    for said in [
        "12/10/2026 | Annonce de la mise en demeure, par e-mail | ",
        "02/11/2026 | Mise en demeure, en recommandé avec avis de réception, par un conseil | ",
        "Mise en demeure, en recommandé avec avis de réception, par un conseil, 2 novembre 2026 (à joindre)",
        "04/11/2026 | Mise en demeure : réception par le client | ",
    ] {
        assert!(file.contains(said), "{said}: {file}");
    }
    let end = scene.paper(Lang::Fr, &Paper::Termination).unwrap().plain_text().replace('\u{a0}', " ");
    assert!(
        end.contains("Par la mise en demeure que mon conseil vous a adressée le 2 novembre 2026"),
        "{end}"
    );
}

#[test]
fn a_document_about_several_invoices_is_one_exhibit() {
    let (_, mut scene) = paper_scenes().into_iter().find(|(name, _)| *name == "several").unwrap();
    let mut kept = scene.case().events[1].clone();
    (kept.id, kept.step, kept.date) = (EventId(50), Step::Document, parse_iso("2026-11-12").unwrap());
    let subject = "Relevé de compte".to_owned();
    kept.text =
        SentText { subject: subject.clone(), body: "Voici le relevé.".to_owned(), ..SentText::default() }
            .into();
    let mut other = kept.clone();
    other.id = EventId(51);
    other.text = SentText { subject, elsewhere: true, ..SentText::default() }.into();
    // Its words are with the second invoice, and told there.
    scene.cases[0].events.push(other);
    scene.cases[1].events.push(kept);
    let file = case_file(&scene);
    assert_eq!(
        file.matches("Relevé de compte, par e-mail, 12 novembre 2026").count(),
        2,
        "listed and quoted: {file}"
    );
    let fact = file.lines().find(|line| line.starts_with("12/11/2026 | Relevé de compte, par e-mail | "));
    assert!(
        fact.is_some_and(|line| line.ends_with(|c: char| c.is_ascii_digit())),
        "with its exhibit: {fact:?}"
    );
}

#[test]
fn a_document_says_how_it_leaves() {
    let (_, scene) = paper_scenes().into_iter().find(|(name, _)| *name == "business").unwrap();
    let head = |paper: &Paper, channel| {
        let letter = scene.paper(Lang::Fr, paper).unwrap();
        paper.kind().leaving(letter, channel).references.first().unwrap().clone()
    };
    let registered = "Lettre recommandée avec avis de réception";
    for (channel, said) in [
        (Channel::RegisteredPost, registered),
        (Channel::Hand, "Remise en main propre contre décharge"),
        (Channel::Post, ""),
        (Channel::Email, ""),
    ] {
        assert_eq!(head(&Paper::Termination, channel), said, "{channel:?}");
    }
    let statement = Paper::Statement(StatementTerms::default());
    assert_eq!(head(&statement, Channel::RegisteredPost), registered);
    assert_eq!(head(&statement, Channel::Hand), "", "no receipt is asked for");
    let receipt = Paper::HandReceipt(Vec::new());
    assert_eq!(head(&receipt, Channel::RegisteredPost), "Remise en main propre contre décharge");
}

/// The statement of a scene in French, with plain spaces.
fn statement(scene: &scenes::Scene) -> String {
    let letter = scene.paper(Lang::Fr, &Paper::Statement(StatementTerms::default())).unwrap();
    shown(&letter).replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn under_a_plan_nothing_but_its_sums_is_asked_for() {
    let (_, mut scene) = scenes::scenes().into_iter().find(|(_, scene)| scene.agreement.is_some()).unwrap();
    let signed = parse_iso("2026-11-21").unwrap();
    let before = statement(&scene);
    assert!(before.contains("entièrement échu") && !before.contains("échéancier"), "{before}");
    let plan = scene.agreement.as_mut().unwrap();
    plan.accepted = Some(signed);
    plan.paid_before = Amount::parse("1000.00").unwrap();
    let first = plan.sums().next().unwrap();
    let told = statement(&scene);
    let sum = format::money(Lang::Fr, first.amount, scene.cases[0].invoice.currency);
    let sum = sum.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(told.contains("échéancier signé le 21 novembre 2026 : prochaine somme, "), "{told}");
    assert!(told.contains(&sum) && !told.contains("IBAN"), "nothing is due yet: {told}");
    let refused = scene.paper(Lang::Fr, &Paper::Termination);
    assert!(matches!(refused, Err(PaperError::PlanRuns)), "{refused:?}");
}

#[test]
fn what_is_announced_is_open_against_the_client() {
    let (_, scene) = scenes::scenes().into_iter().find(|(name, _)| *name == "business").unwrap();
    let announced = |scene: &scenes::Scene| {
        let notice = scene.message(Lang::Fr, Step::FormalNotice, Channel::RegisteredPost, Tone::Firm, false);
        let Ok(Message::Letter(letter)) = notice else { panic!("no letter") };
        letter.plain_text()
    };
    assert!(announced(&scene).contains("par la voie de l’injonction de payer."));
    let mut abroad = scene.clone();
    abroad.client.address = "Unter den Linden 1\n10117 Berlin\nAllemagne".to_owned();
    assert!(announced(&abroad).contains("de l’injonction de payer européenne."));
    abroad.client.address = "1 Main Street\nBoston\nÉtats-Unis".to_owned();
    let far = announced(&abroad);
    assert!(far.contains("saisir la juridiction compétente.") && !far.contains("injonction"), "{far}");
}
