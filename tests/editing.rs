//! A text in its sender's own words, checked against the real texts: what it lacks is noticed and can be put back.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly, their helpers too")]

#[allow(dead_code, reason = "other tests use the rest")]
#[path = "golden/scenes.rs"]
mod scenes;

use relance::documents::completeness::{Fact, Words, lacks};
use relance::documents::edited::EditedText;
use relance::documents::wording::Document;
use relance::documents::{Letter, Message, TextContext, Tone};
use relance::domain::event::{Channel, Step};
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

/// The context of a step by e-mail; of a formal notice, by registered post.
fn context(scene: &Scene, lang: Lang, step: Step) -> TextContext {
    let channel = if step == Step::FormalNotice { Channel::RegisteredPost } else { Channel::Email };
    scene.context(lang, step, channel, false)
}

#[test]
fn the_proposed_text_lacks_nothing() {
    for lang in LANGUAGES {
        for (name, scene) in scenes() {
            for step in scene.steps() {
                for told in scene.messages(lang, step) {
                    let Ok(message) = told.message else { continue };
                    let facts = scene.context(lang, step, told.channel, told.tu);
                    let (passages, fixed) = (message.passages(), message.fixed());
                    let words = Words { passages: &passages, fixed: &fixed };
                    let is_notice = message.document(step) == Document::FormalNotice;
                    assert_eq!(lacks(&facts, is_notice, words, words), [], "{name} {step:?}");
                }
            }
        }
    }
}

#[test]
fn every_message_is_itself_in_its_own_words() {
    for (name, scene) in scenes() {
        for step in scene.steps() {
            for told in scene.messages(Lang::Fr, step) {
                let Ok(message) = told.message else { continue };
                assert_eq!(message.with_passages(&message.passages()), message, "{name} {step:?}");
                let other = message.with_passages(
                    &message.passages().iter().map(|text| format!("{text} x")).collect::<Vec<_>>(),
                );
                assert!(matches!(message, Message::Letter(_)) || other.plain_text(Lang::Fr).ends_with(" x"));
            }
        }
    }
}

#[test]
fn a_message_about_several_invoices_names_each_of_them() {
    let (_, scene) = scenes().into_iter().find(|(name, _)| *name == "several").unwrap();
    let email = scene.email(Lang::Fr, Step::FirmReminder, Tone::Firm, false).unwrap();
    let proposed = email.passages();
    let own: Vec<String> = proposed.iter().map(|text| text.replace("2026-031", "la suivante")).collect();
    let facts = context(&scene, Lang::Fr, Step::FirmReminder);
    assert_eq!(of_email(&facts, &proposed, &own), [Fact::Number]);
}

#[test]
fn an_empty_message_lacks_everything_it_said() {
    for lang in LANGUAGES {
        let scene = Scene::new(DebtorKind::Business);
        let proposed = scene.email(lang, Step::FirmReminder, Tone::Firm, false).unwrap().passages();
        let facts = context(&scene, lang, Step::FirmReminder);
        let empty = [String::new(), String::new()];
        let all = [
            Fact::Number,
            Fact::Dates,
            Fact::Balance,
            Fact::Deadline,
            Fact::Reminders,
            Fact::Iban,
            Fact::Sender,
        ];
        assert_eq!(of_email(&facts, &proposed, &empty), all);
    }
}

#[test]
fn the_same_facts_typed_otherwise_are_there() {
    let scene = Scene::new(DebtorKind::Business);
    let proposed = scene.email(Lang::Fr, Step::FirmReminder, Tone::Firm, false).unwrap().passages();
    let facts = context(&scene, Lang::Fr, Step::FirmReminder);
    let own = [
        "Votre facture".to_owned(),
        "La facture 2026\u{2011}014 (15/03/2026) : 2766,79 euros pour le 30  NOVEMBRE 2026 sur \
         fr7630006000011234567890189, malgré mon e-mail du 3 novembre 2026. CLAIRE MOREL"
            .to_owned(),
    ];
    assert_eq!(of_email(&facts, &proposed, &own), []);
    let other = own.map(|text| text.replace("2766,79", "12766,79").replace("014", "0145"));
    assert_eq!(of_email(&facts, &proposed, &other), [Fact::Number, Fact::Balance]);
}

#[test]
fn a_formal_notice_must_say_that_it_is_one() {
    for lang in LANGUAGES {
        let scene = Scene::new(DebtorKind::Business);
        let letter = scene.notice(lang).unwrap();
        let facts = context(&scene, lang, Step::FormalNotice);
        let bland: Vec<String> = letter.passages().iter().map(|_| "Merci.".to_owned()).collect();
        // The table and the block « how to pay » still state the other facts.
        let all = [Fact::Balance, Fact::Deadline, Fact::Reminders, Fact::Notice, Fact::Penalties];
        assert_eq!(of_letter(&facts, &letter, &bland), all);
    }
}

#[test]
fn whatever_is_lacking_can_be_put_back() {
    for lang in LANGUAGES {
        let scene = Scene::new(DebtorKind::Business);
        for step in [Step::FirmReminder, Step::FormalNotice] {
            let facts = context(&scene, lang, step);
            let email = scene.email(lang, step, Tone::Firm, false).ok();
            let email = email.filter(|_| step != Step::FormalNotice);
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
                        &facts,
                        document == Document::FormalNotice,
                        Words { passages: &proposed, fixed: &fixed },
                        Words { passages: &text.passages, fixed: &fixed },
                    );
                    let Some(lack) = lacking.first() else { break };
                    text.restore(lack, document, &proposed);
                    let left = lacks(
                        &facts,
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
