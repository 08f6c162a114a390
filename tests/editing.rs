//! A text in its sender's own words, checked against the real texts: what it lacks is noticed and can be put back.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests may fail loudly, their helpers too"
)]

#[allow(dead_code, reason = "other tests use the rest")]
#[path = "golden/scenes.rs"]
mod scenes;

use relance::documents::completeness::{Fact, Lack, Purpose, Words, lacks};
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
    lacks(context, Purpose::Reminder, words(proposed), words(edited))
        .into_iter()
        .map(|lack| lack.fact)
        .collect()
}

fn of_letter(context: &TextContext, letter: &Letter, edited: &[String]) -> Vec<Fact> {
    lacks_of(context, letter, edited).into_iter().map(|lack| lack.fact).collect()
}

fn lacks_of(context: &TextContext, letter: &Letter, edited: &[String]) -> Vec<Lack> {
    let proposed = letter.passages();
    let fixed = letter.with_passages(&[]).plain_text();
    let words = |passages| Words { passages, fixed: &fixed };
    lacks(context, Purpose::FormalNotice, words(&proposed), words(edited))
}

fn purpose(message: &Message, step: Step) -> Purpose {
    match step {
        Step::FormalNotice if message.document(step) == Document::FormalNotice => Purpose::FormalNotice,
        Step::PenaltyNote => Purpose::PenaltyNote,
        _ => Purpose::Reminder,
    }
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
                    let purpose = purpose(&message, step);
                    assert_eq!(lacks(&facts, purpose, words, words), [], "{name} {step:?} {lang:?}");
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
    // The reminder that was about this one alone names it too.
    assert_eq!(of_email(&facts, &proposed, &own), [Fact::Number, Fact::Reminders]);
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
            Fact::Issued,
            Fact::Due,
            Fact::Received,
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
    assert_eq!(of_email(&facts, &proposed, &own), [Fact::Issued, Fact::Received], "which it does not say");
    let other = own.map(|text| text.replace("2766,79", "12766,79").replace("014", "0145"));
    assert_eq!(
        of_email(&facts, &proposed, &other),
        [Fact::Number, Fact::Issued, Fact::Received, Fact::Balance, Fact::WrongSum]
    );
}

#[test]
fn a_formal_notice_must_say_that_it_is_one() {
    for lang in LANGUAGES {
        let scene = Scene::new(DebtorKind::Business);
        let letter = scene.notice(lang).unwrap();
        let facts = context(&scene, lang, Step::FormalNotice);
        let bland: Vec<String> = letter.passages().iter().map(|_| "Merci.".to_owned()).collect();
        // The table and the block « how to pay » still state the other facts.
        let all = [
            Fact::Notice,
            Fact::Balance,
            Fact::Part,
            Fact::Part,
            Fact::Part,
            Fact::Deadline,
            Fact::Reminders,
            Fact::Penalties,
            Fact::Action,
        ];
        assert_eq!(of_letter(&facts, &letter, &bland), all);
        let free: Vec<Fact> = lacks_of(&facts, &letter, &bland)
            .into_iter()
            .filter(|lack| !lack.is_mandatory)
            .map(|lack| lack.fact)
            .collect();
        assert_eq!(free, [Fact::Reminders], "all else is what makes it a formal notice");
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
            let is_notice = document == Document::FormalNotice;
            let purpose = if is_notice { Purpose::FormalNotice } else { Purpose::Reminder };
            for words in ["", "Merci de payer.\n\nBien à vous,\n\nC. M."] {
                let mut text = EditedText::new(Tone::Firm, false, lang, proposed.clone());
                text.passages.iter_mut().for_each(|passage| words.clone_into(passage));
                for _ in 0..20 {
                    let lacking = lacks(
                        &facts,
                        purpose,
                        Words { passages: &proposed, fixed: &fixed },
                        Words { passages: &text.passages, fixed: &fixed },
                    );
                    let Some(lack) = lacking.first() else { break };
                    text.restore(lack, document, &proposed);
                    let left = lacks(
                        &facts,
                        purpose,
                        Words { passages: &proposed, fixed: &fixed },
                        Words { passages: &text.passages, fixed: &fixed },
                    );
                    assert!(
                        !left.iter().any(|now| now.fact == lack.fact && now.value == lack.value),
                        "{lack:?} in {:#?}",
                        text.passages
                    );
                }
                let lost = text.passages.iter().any(|passage| !passage.contains(words));
                assert!(document != Document::FormalNotice || !lost, "own words went");
                let places = text.places(document, DebtorKind::Business, &[]);
                assert!(places.is_empty(), "what is put back is lawful: {places:?}");
            }
        }
    }
}

/// A letter with one phrase of it put otherwise; the phrase must have been there.
fn changed(letter: &Letter, from: &str, to: &str) -> Vec<String> {
    let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
    let passages: Vec<String> = letter.passages().iter().map(|text| plain(text)).collect();
    assert!(passages.iter().any(|text| text.contains(from)), "{from:?} in {passages:#?}");
    passages.iter().map(|text| text.replace(from, to)).collect()
}

#[test]
fn a_formal_notice_without_one_of_its_blocks_must_not_leave() {
    let cases = [
        (
            DebtorKind::Business,
            "je me réserve la possibilité de saisir la juridiction compétente, notamment par la voie de l’injonction de payer.",
            "à suivre.",
            Fact::Action,
        ),
        (
            DebtorKind::Public,
            "je me réserve la possibilité de saisir la juridiction compétente.",
            "à suivre.",
            Fact::Action,
        ),
        (
            DebtorKind::Consumer,
            "je me réserve la possibilité de saisir la juridiction compétente, notamment par la voie de l’injonction de payer.",
            "à suivre.",
            Fact::Action,
        ),
        (DebtorKind::Business, "je vous mets en demeure de", "je vous demande de", Fact::Notice),
        (DebtorKind::Consumer, "je vous mets en demeure de", "je vous demande de", Fact::Notice),
        (
            DebtorKind::Business,
            "la somme due s’élève ainsi à 2 766,79 €",
            "la somme due s’élève ainsi à 9 999,99 €",
            Fact::WrongSum,
        ),
        (
            DebtorKind::Business,
            "de me régler la somme de 2 766,79 €",
            "de me régler la somme de 2 480,00 €",
            Fact::Balance,
        ),
        (DebtorKind::Business, " et 40,00 € d’indemnité", "", Fact::Part),
    ];
    for (kind, from, to, fact) in cases {
        let scene = Scene::new(kind);
        let letter = scene.notice(Lang::Fr).unwrap();
        let facts = context(&scene, Lang::Fr, Step::FormalNotice);
        let own = changed(&letter, from, to);
        let found = lacks_of(&facts, &letter, &own);
        let lack = found.iter().find(|lack| lack.fact == fact);
        let lack = lack.unwrap_or_else(|| panic!("{kind:?}: {fact:?} in {found:?}"));
        assert!(lack.is_mandatory, "{lack:?}");
        let mut text = EditedText::new(Tone::Firm, false, Lang::Fr, letter.passages());
        text.passages = own;
        text.restore(lack, Document::FormalNotice, &letter.passages());
        assert!(!of_letter(&facts, &letter, &text.passages).contains(&fact), "{:#?}", text.passages);
    }
}

#[test]
fn a_shorter_time_than_was_counted_is_noticed_and_put_right() {
    let scene = Scene::new(DebtorKind::Business);
    let letter = scene.notice(Lang::Fr).unwrap();
    let facts = context(&scene, Lang::Fr, Step::FormalNotice);
    let days = facts.deadline_days.replace('\u{a0}', " ");
    let own = changed(&letter, &days, "2 jours");
    let found = lacks_of(&facts, &letter, &own);
    let lack = found.iter().find(|lack| lack.fact == Fact::WrongDays).unwrap();
    assert!(lack.is_mandatory && lack.value == "2 jours", "{lack:?}");
    let mut text = EditedText::new(Tone::Firm, false, Lang::Fr, letter.passages());
    text.passages = own;
    text.restore(lack, Document::FormalNotice, &letter.passages());
    assert_eq!(of_letter(&facts, &letter, &text.passages), []);
}

#[test]
fn what_a_reminder_lost_or_says_wrongly_is_a_remark() {
    let scene = Scene::new(DebtorKind::Business);
    let proposed = scene.email(Lang::Fr, Step::FirmReminder, Tone::Firm, false).unwrap().passages();
    let facts = context(&scene, Lang::Fr, Step::FirmReminder);
    let plain: Vec<String> = proposed.iter().map(|text| text.replace(['\u{a0}', '\u{202f}'], " ")).collect();
    for (from, to, fact) in [
        ("échue le 15 mars 2026", "échue", Fact::Due),
        ("– indemnité forfaitaire : 40,00 €\n", "", Fact::Part),
        ("2 480,00 €", "2 840,00 €", Fact::WrongSum),
        ("lundi 30 novembre 2026", "mardi 30 novembre 2026", Fact::WrongWeekday),
    ] {
        assert!(plain.iter().any(|text| text.contains(from)), "{from:?} in {plain:#?}");
        let own: Vec<String> = plain.iter().map(|text| text.replace(from, to)).collect();
        let words = |passages| Words { passages, fixed: "" };
        let found = lacks(&facts, Purpose::Reminder, words(&proposed), words(&own));
        let lack = found.iter().find(|lack| lack.fact == fact);
        assert!(lack.is_some_and(|lack| !lack.is_mandatory), "{fact:?} in {found:?}");
    }
}

#[test]
fn a_note_of_penalties_says_that_no_vat_is_due_and_counts_none() {
    let scene = Scene::new(DebtorKind::Business);
    let proposed = scene.email(Lang::Fr, Step::PenaltyNote, Tone::Firm, false).unwrap().passages();
    let facts = context(&scene, Lang::Fr, Step::PenaltyNote);
    let of = |own: &[String]| {
        let (ours, theirs) = (Words { passages: &proposed, fixed: "" }, Words { passages: own, fixed: "" });
        let found = lacks(&facts, Purpose::PenaltyNote, ours, theirs);
        found.into_iter().filter(|lack| lack.is_mandatory).map(|lack| lack.fact).collect::<Vec<_>>()
    };
    assert_eq!(of(&proposed), []);
    let without: Vec<String> = proposed
        .iter()
        .map(|text| text.lines().filter(|line| !line.contains("TVA")).collect::<Vec<_>>().join("\n"))
        .collect();
    assert_eq!(of(&without), [Fact::Vat]);
    let with: Vec<String> =
        proposed.iter().map(|text| format!("{text}\nS’y ajoute la TVA à 20 %.")).collect();
    assert!(of(&with).contains(&Fact::WrongVat));
}
