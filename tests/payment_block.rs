//! How to pay, in texts and letters: account, payment link, cheque; whichever of them the user has.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    dead_code,
    reason = "tests may fail loudly, their helpers too"
)]

#[path = "golden/scenes.rs"]
mod scenes;

use relance::base::MovementId;
use relance::base::dates::parse_iso;
use relance::documents::{Block, MissingFact, Tone, missing_facts};
use relance::domain::event::{Channel, Step};
use relance::domain::law::rates::RateTable;
use relance::domain::movement::{Movement, MovementKind};
use relance::domain::party::DebtorKind;
use relance::domain::pay_link::PayLink;
use relance::text::Lang;
use scenes::Scene;

fn link(text: &str) -> Option<PayLink> {
    PayLink::parse(text).ok()
}

fn scene() -> Scene {
    let mut scene = Scene::new(DebtorKind::Business);
    scene.profile.pay_link = link("https://pay.example/morel");
    "Claire Morel".clone_into(&mut scene.profile.cheque);
    scene
}

fn text(scene: &Scene, lang: Lang) -> String {
    let email = scene.email(lang, Step::FirstReminder, Tone::Courteous, false).unwrap();
    email.body.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_text_names_every_way_to_pay() {
    let french = text(&scene(), Lang::Fr);
    let block = "IBAN : FR76 3000 6000 0112 3456 7890 189\nBIC : AGRIFRPP\n\
                 Paiement en ligne : https://pay.example/morel\nChèque à l’ordre de : Claire Morel\n\
                 Référence : 2026-014";
    assert!(french.contains(block), "{french}");
    let english = text(&scene(), Lang::En);
    assert!(
        english.contains("Pay online: https://pay.example/morel\nCheque payable to: Claire Morel"),
        "{english}"
    );
}

#[test]
fn a_letter_names_them_in_its_fields() {
    for (lang, online, cheque) in
        [(Lang::Fr, "En ligne", "Chèque à l’ordre de"), (Lang::En, "Online", "Cheque payable to")]
    {
        let letter = scene().letter(lang, Step::FirmReminder, Tone::Courteous, false).unwrap();
        let fields = letter.blocks.iter().find_map(|block| match block {
            Block::Fields(fields) => Some(fields),
            _ => None,
        });
        let fields = fields.unwrap();
        let value =
            |label: &str| fields.iter().find(|(name, _)| name == label).map(|(_, value)| value.as_str());
        assert_eq!(value(online), Some("https://pay.example/morel"));
        assert_eq!(value(cheque), Some("Claire Morel"));
    }
}

#[test]
fn a_public_buyer_has_forty_five_days_from_its_payment_for_a_note_of_penalties() {
    let last = |scene: &Scene| {
        let letter = scene.letter(Lang::Fr, Step::PenaltyNote, Tone::Courteous, false).unwrap();
        let fields = letter.blocks.into_iter().find_map(|block| match block {
            Block::Fields(fields) => Some(fields),
            _ => None,
        });
        let found = fields.unwrap().into_iter().find(|(label, _)| label == "Au plus tard le");
        found.map(|(_, value)| value)
    };
    let mut scene = Scene::new(DebtorKind::Public);
    assert_eq!(last(&scene), None, "no time runs while the principal is unpaid");
    let amount = scene.cases[0].invoice.amount;
    let paid = |date: &str| Movement {
        id: MovementId(1),
        kind: MovementKind::Payment,
        date: parse_iso(date).unwrap(),
        amount,
        reference: String::new(),
        if_settled_by: None,
    };
    scene.case().movements = vec![paid("2026-11-20")];
    assert_eq!(last(&scene).as_deref(), Some("lundi 4\u{a0}janvier 2027"));
    scene.case().movements = vec![paid("2026-06-02")];
    assert_eq!(last(&scene), None, "a day that is past is no day to pay by");
    scene.client.kind = DebtorKind::Business;
    assert!(last(&scene).is_some());
}

#[test]
fn a_consumer_who_still_owes_interest_is_thanked_for_the_principal() {
    let (_, mut scene) =
        scenes::scenes().into_iter().find(|(name, _)| *name == "consumer-after-notice").unwrap();
    let amount =
        scene.cases[0].claim_on(scene.today, scene.client.debtor(), RateTable::builtin()).principal_left;
    let today = scene.today;
    scene.case().movements.push(Movement {
        id: MovementId(90),
        kind: MovementKind::Payment,
        date: today,
        amount,
        reference: String::new(),
        if_settled_by: None,
    });
    for (lang, words) in [(Lang::Fr, "est soldée en principal."), (Lang::En, "The principal of my invoice")]
    {
        let thanks = scene.email(lang, Step::Thanks, Tone::Courteous, false).unwrap().body;
        assert!(thanks.contains(words), "{thanks}");
    }
}

#[test]
fn an_invoice_may_have_its_own_link() {
    let mut one = scene();
    one.case().pay_link = link("https://pay.example/2026-014");
    let written = text(&one, Lang::Fr);
    assert!(
        written.contains("https://pay.example/2026-014") && !written.contains("pay.example/morel"),
        "{written}"
    );
    let mut two = scene();
    two.case().pay_link = link("https://pay.example/2026-014");
    let mut other = two.cases[0].clone();
    other.invoice.id = relance::base::InvoiceId(2);
    other.invoice.number = "2026-031".to_owned();
    other.pay_link = None;
    two.cases.push(other);
    let written = text(&two, Lang::Fr);
    assert!(
        written
            .contains("https://pay.example/2026-014 (n° 2026-014), https://pay.example/morel (n° 2026-031)"),
        "{written}"
    );
}

#[test]
fn who_can_be_paid_otherwise_is_not_asked_for_an_account() {
    let mut without = scene();
    without.profile.iban = None;
    without.profile.bic = None;
    let written = text(&without, Lang::Fr);
    assert!(!written.contains("IBAN") && !written.contains('⟦'), "{written}");
    without.profile.pay_link = None;
    without.profile.cheque = String::new();
    let context = without.context(Lang::Fr, Step::FirstReminder, Channel::Email, false);
    let email = without.email(Lang::Fr, Step::FirstReminder, Tone::Courteous, false).unwrap();
    assert!(missing_facts(Lang::Fr, &email.body).contains(&MissingFact::Iban), "{}", context.sender.iban);
}
