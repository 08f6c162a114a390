//! A text in its sender's own words, checked against the real texts: what it lacks is noticed and can be put back.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly, their helpers too")]

#[allow(dead_code, reason = "other tests use the rest")]
#[path = "golden/scenes.rs"]
mod scenes;

use relance::documents::completeness::{Fact, Words, lacks};
use relance::documents::edited::EditedText;
use relance::documents::wording::Document;
use relance::documents::{Letter, TextContext, Tone};
use relance::domain::event::Step;
use relance::domain::party::DebtorKind;
use relance::text::Lang;
use scenes::{Scene, scenes};

const LANGUAGES: [Lang; 2] = [Lang::Fr, Lang::En];

fn of_email(context: &TextContext, proposed: &[String], edited: &[String]) -> Vec<Fact> {
    let words = |passages| Words { passages, fixed: "" };
    lacks(context, false, words(proposed), words(edited)).into_iter().map(|lack| lack.fact).collect()
}

fn of_letter(context: &TextContext, letter: &Letter, edited: &[String]) -> Vec<Fact> {
    let proposed = letter.passages();
    let fixed = letter.with_passages(&[]).plain_text();
    let words = |passages| Words { passages, fixed: &fixed };
    lacks(context, true, words(&proposed), words(edited)).into_iter().map(|lack| lack.fact).collect()
}

#[test]
fn the_proposed_text_lacks_nothing() {
    for lang in LANGUAGES {
        for (name, scene) in scenes() {
            for (step, tone) in Tone::ALL
                .map(|tone| (Step::FirstReminder, tone))
                .into_iter()
                .chain([(Step::FirmReminder, Tone::Firm)])
            {
                let Ok(email) = scene.email(lang, step, tone, false) else { continue };
                let passages = email.passages();
                assert_eq!(of_email(&scene.context(lang, step, false), &passages, &passages), [], "{name}");
            }
            let Ok(letter) = scene.notice(lang) else { continue };
            let context = scene.context(lang, Step::FormalNotice, false);
            assert_eq!(of_letter(&context, &letter, &letter.passages()), [], "{name}");
        }
    }
}

#[test]
fn an_empty_message_lacks_everything_it_said() {
    for lang in LANGUAGES {
        let scene = Scene::new(DebtorKind::Business);
        let proposed = scene.email(lang, Step::FirmReminder, Tone::Firm, false).unwrap().passages();
        let context = scene.context(lang, Step::FirmReminder, false);
        let empty = [String::new(), String::new()];
        let all = [Fact::Number, Fact::Dates, Fact::Balance, Fact::Deadline, Fact::Iban, Fact::Sender];
        assert_eq!(of_email(&context, &proposed, &empty), all);
    }
}

#[test]
fn the_same_facts_typed_otherwise_are_there() {
    let scene = Scene::new(DebtorKind::Business);
    let proposed = scene.email(Lang::Fr, Step::FirmReminder, Tone::Firm, false).unwrap().passages();
    let context = scene.context(Lang::Fr, Step::FirmReminder, false);
    let own = [
        "Votre facture".to_owned(),
        "La facture 2026\u{2011}014 (15/03/2026) : 2766,79 euros pour le 30  NOVEMBRE 2026 sur \
         fr7630006000011234567890189. CLAIRE MOREL"
            .to_owned(),
    ];
    assert_eq!(of_email(&context, &proposed, &own), []);
    let other = own.map(|text| text.replace("2766,79", "12766,79").replace("014", "0145"));
    assert_eq!(of_email(&context, &proposed, &other), [Fact::Number, Fact::Balance]);
}

#[test]
fn a_formal_notice_must_say_that_it_is_one() {
    for lang in LANGUAGES {
        let scene = Scene::new(DebtorKind::Business);
        let letter = scene.notice(lang).unwrap();
        let context = scene.context(lang, Step::FormalNotice, false);
        let bland: Vec<String> = letter.passages().iter().map(|_| "Merci.".to_owned()).collect();
        // The table and the block « how to pay » still state the other facts.
        let all = [Fact::Balance, Fact::Deadline, Fact::Notice, Fact::Penalties];
        assert_eq!(of_letter(&context, &letter, &bland), all);
    }
}

#[test]
fn whatever_is_lacking_can_be_put_back() {
    for lang in LANGUAGES {
        let scene = Scene::new(DebtorKind::Business);
        for step in [Step::FirmReminder, Step::FormalNotice] {
            let context = scene.context(lang, step, false);
            let email = scene.email(lang, step, Tone::Firm, false).ok();
            let (document, proposed, fixed) = if let Some(email) = email {
                (Document::Email, email.passages(), String::new())
            } else {
                let letter = scene.notice(lang).unwrap();
                let fixed = letter.with_passages(&[]).plain_text();
                (Document::FormalNotice, letter.passages(), fixed)
            };
            for words in ["", "Merci de payer.\n\nBien à vous,\n\nC. M."] {
                let mut text = EditedText::new(Tone::Firm, false, lang, proposed.clone());
                text.passages.iter_mut().for_each(|passage| words.clone_into(passage));
                for _ in 0..9 {
                    let lacking = lacks(
                        &context,
                        document == Document::FormalNotice,
                        Words { passages: &proposed, fixed: &fixed },
                        Words { passages: &text.passages, fixed: &fixed },
                    );
                    let Some(lack) = lacking.first() else { break };
                    text.restore(lack, document, &proposed);
                    let left = lacks(
                        &context,
                        document == Document::FormalNotice,
                        Words { passages: &proposed, fixed: &fixed },
                        Words { passages: &text.passages, fixed: &fixed },
                    );
                    assert!(
                        !left.iter().any(|now| now.fact == lack.fact),
                        "{lack:?} in {:#?}",
                        text.passages
                    );
                }
                let lost = text.passages.iter().any(|passage| !passage.contains(words));
                assert!(document != Document::FormalNotice || !lost, "own words went");
                let places = text.places(document, DebtorKind::Business);
                assert!(places.is_empty(), "what is put back is lawful: {places:?}");
            }
        }
    }
}
