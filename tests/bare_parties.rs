//! Every text and every document where as little as possible is known of who writes and who is written to: none has a place
//! where something was to stand and nothing does.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    dead_code,
    reason = "tests may fail loudly, their helpers too"
)]

#[path = "golden/paper_scenes.rs"]
mod paper_scenes;
#[path = "golden/scenes.rs"]
mod scenes;

use paper_scenes::{paper_scenes, papers};
use relance::base::dates::parse_iso;
use relance::documents::Paper;
use relance::domain::party::{DebtorKind, Profile};
use relance::domain::pay_link::PayLink;
use relance::text::Lang;
use scenes::{Scene, scenes};

const LANGUAGES: [Lang; 2] = [Lang::Fr, Lang::En];

/// Who can be paid in one way only, or in none that is known.
fn senders() -> Vec<(&'static str, Profile)> {
    let cheque = "Claire Morel".to_owned();
    let pay_link = PayLink::parse("https://pay.example/morel").ok();
    vec![
        ("nothing", Profile::default()),
        ("a link", Profile { pay_link, ..Profile::default() }),
        ("a cheque", Profile { cheque, ..Profile::default() }),
    ]
}

/// The scene, of its parties and invoices no more than must be known.
fn bare(mut scene: Scene, sender: &Profile) -> Scene {
    scene.profile = sender.clone();
    let client = &mut scene.client;
    for text in [&mut client.contact, &mut client.address, &mut client.email, &mut client.phone] {
        text.clear();
    }
    client.siren = None;
    client.contacts.clear();
    for case in &mut scene.cases {
        for text in [&mut case.invoice.subject, &mut case.invoice.order, &mut case.invoice.service] {
            text.clear();
        }
        for movement in &mut case.movements {
            movement.reference.clear();
        }
        for event in &mut case.events {
            event.to.clear();
        }
        for one in &mut case.proceedings {
            one.reference.clear();
        }
    }
    scene
}

/// What is left where nothing was put.
const TRACES: [&str; 12] = ["  ", "()", "( ", " )", " ,", ",,", ",.", " .", "..", "« »", "“”", ", :"];

/// What stands beside nothing.
fn faults(text: &str) -> Vec<String> {
    let plain = text.replace(['\u{a0}', '\u{202f}'], " ");
    let mut found: Vec<String> =
        TRACES.iter().filter(|trace| plain.contains(**trace)).map(|trace| format!("{trace:?}")).collect();
    let lines: Vec<&str> = plain.lines().collect();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.trim_end().ends_with(':')) {
        let is_label = ["IBAN", "BIC", "SIREN", "SIRET", "Référence", "Reference"]
            .iter()
            .any(|label| line.starts_with(label));
        if is_label || lines[at + 1..].iter().all(|next| next.trim().is_empty()) {
            found.push(format!("nothing after {line:?}"));
        }
    }
    found
}

/// Whoever has no account is not paid by transfer.
fn speaks_of_an_account(text: &str) -> bool {
    ["par virement", "by bank transfer", "le compte,", "to account"].iter().any(|words| text.contains(words))
}

fn check(name: &str, sender: &str, text: &str) {
    let found = faults(text);
    assert!(found.is_empty(), "{name}, paid by {sender}: {found:?}\n{text}");
    assert!(sender == "nothing" || !speaks_of_an_account(text), "{name}, paid by {sender}:\n{text}");
}

#[test]
fn what_stands_beside_nothing_is_found() {
    assert_eq!(faults("réglé sur le compte , référence 12"), ["\" ,\""]);
    assert_eq!(faults("IBAN :\nBIC : X"), ["nothing after \"IBAN :\""]);
    assert_eq!(
        faults("Je vous remercie de régler :\n\n"),
        ["nothing after \"Je vous remercie de régler :\""]
    );
    assert!(faults("Bonjour,\n\nIl reste dû (au 3 mai) :\n– 12 €").is_empty());
}

#[test]
fn no_message_has_a_place_where_nothing_stands() {
    let mut read = 0;
    // How to pay by cheque stands where the link does: documents are read with both.
    for (sender, profile) in senders().into_iter().take(2) {
        for lang in LANGUAGES {
            for (name, scene) in scenes() {
                let scene = bare(scene, &profile);
                for step in scene.steps() {
                    for told in scene.messages(lang, step) {
                        let Ok(message) = told.message else { continue };
                        read += 1;
                        check(
                            &format!("{name} {step:?} {:?}", told.channel),
                            sender,
                            &message.plain_text(lang),
                        );
                    }
                }
                for (figure, text) in scene.figures(lang) {
                    check(&format!("{name} {figure}"), sender, &text);
                }
            }
        }
    }
    assert!(read > 5_000, "{read} messages");
}

#[test]
fn no_document_has_a_place_where_nothing_stands() {
    let mut read = 0;
    for (sender, profile) in senders() {
        for lang in LANGUAGES {
            for (name, scene) in paper_scenes() {
                let scene = bare(scene, &profile);
                for (file, paper) in papers(&scene) {
                    let Ok(mut letter) = scene.paper(lang, &paper) else { continue };
                    // What was sent is quoted as it was then.
                    letter.blocks.retain(|block| !matches!(block, relance::documents::Block::Copy { .. }));
                    read += 1;
                    check(&format!("{name} {file}"), sender, &letter.plain_text());
                }
            }
        }
    }
    assert!(read > 500, "{read} documents");
}

#[test]
fn a_receipt_for_a_deposit_says_where_the_balance_goes() {
    let receipt = |lang, profile: &Profile| {
        let mut scene = Scene::new(DebtorKind::Business);
        scene.today = parse_iso("2026-02-20").unwrap();
        scene.case().events.clear();
        scene.case().movements[0].date = parse_iso("2026-02-02").unwrap();
        let payment = scene.cases[0].movements[0].id;
        let text = bare(scene, profile).paper(lang, &Paper::Receipt(payment)).unwrap().plain_text();
        text.replace(['\u{a0}', '\u{202f}'], " ")
    };
    for (sender, profile) in senders() {
        let (fr, en) = match sender {
            "a link" => (
                "2026, en ligne (https://pay.example/morel), référence",
                "2026, online (https://pay.example/morel), reference",
            ),
            "a cheque" => (
                "2026, par chèque à l’ordre de Claire Morel, référence",
                "2026, by cheque payable to Claire Morel, reference",
            ),
            _ => (
                "2026, par virement sur le compte ⟦votre IBAN⟧, référence",
                "2026, by bank transfer to account ⟦your IBAN⟧, reference",
            ),
        };
        for (lang, words) in [(Lang::Fr, fr), (Lang::En, en)] {
            let text = receipt(lang, &profile);
            assert!(text.contains(words), "{sender}: {text}");
        }
    }
}
