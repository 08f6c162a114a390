//! Receipt for what is handed over in person (*décharge de remise en main propre*): what, and room for whoever takes it
//! to write who they are, the day, and « reçu en main propre », by hand. It proves the handing over and nothing else.

use super::exhibit::{is_own, what};
use super::facts::{PaperFacts, one_line};
use super::layout::{self, Named, Written};
use super::refusal::PaperError;
use crate::documents::letter::{self, Block, Signer};
use crate::documents::template::library::HAND_RECEIPT;
use crate::domain::event::Channel;
use crate::text::format;
use crate::text::words::labels;

/// Room to write by hand.
const ROOM: &str = "………………………………………………";

pub(super) fn check(facts: &PaperFacts<'_>) -> Result<(), PaperError> {
    facts.check_cases()
}

pub(super) fn letter(items: &[String], facts: &PaperFacts<'_>) -> Result<Written, PaperError> {
    let lang = facts.lang;
    let text = facts.numbered();
    let numbers = text.numbers.clone();
    let context = facts.context(facts.cases, facts.today, text);
    let items =
        if items.is_empty() { handed(facts) } else { items.iter().map(|item| one_line(item)).collect() };
    let room = |label: &str| (label.to_owned(), ROOM.to_owned());
    let mut person = vec![room(lang.pick("Nom et prénom", "Name"))];
    // A consumer signs for nobody else.
    if !context.consumer {
        person.push(room(if context.public {
            lang.pick("Qualité (agent, élu, etc.)", "Capacity (officer, elected member, etc.)")
        } else {
            lang.pick("Qualité (gérant, salarié, etc.)", "Capacity (manager, employee, etc.)")
        }));
    }
    person.push(room(lang.pick("Date et heure", "Date and time")));
    person.push(room(lang.pick("Lieu", "Place")));
    let named: Named = vec![
        // What is handed over is what is signed for: it stands as large as the rest.
        (
            "items",
            vec![Block::Paragraph(
                items.iter().map(|item| format!("– {item}")).collect::<Vec<_>>().join("\n"),
            )],
        ),
        ("person", vec![Block::Fields(person)]),
        (
            "signatures",
            vec![Block::Signatures(vec![
                Signer {
                    name: context.client.name.clone(),
                    mention: lang
                        .pick(
                            "écrire «\u{a0}Reçu en main propre le…\u{a0}», puis signer",
                            "write “Received in person on…”, then sign",
                        )
                        .to_owned(),
                },
                Signer::plain(&context.sender.name),
            ])],
        ),
    ];
    let sending = letter::sending(lang, Channel::Hand);
    let mut written =
        layout::laid_out(HAND_RECEIPT, &context, layout::references(&context, sending, &numbers), &named)?;
    // It states no figure.
    written.letter.as_of.clear();
    Ok(written)
}

/// What is noted as handed over, and a copy of each invoice.
fn handed(facts: &PaperFacts<'_>) -> Vec<String> {
    let lang = facts.lang;
    let mut items: Vec<String> = Vec::new();
    for event in facts.cases.iter().flat_map(|(case, _)| &case.events) {
        if event.channel == Channel::Hand && event.date <= facts.today && !is_own(event) {
            let (name, day) = (labels::lower_first(&what(lang, event)), format::date(lang, event.date));
            let item = lang.pick(format!("{name} du {day}"), format!("{name} of {day}"));
            if !items.contains(&item) {
                items.push(item);
            }
        }
    }
    items.extend(copies(facts));
    items
}

/// A copy of each invoice, with its day.
fn copies(facts: &PaperFacts<'_>) -> Vec<String> {
    let lang = facts.lang;
    let copy = |number: &str, issued: &str| {
        let number = facts.number(number);
        lang.pick(
            format!("copie de la facture n°\u{a0}{number} du {issued}"),
            format!("copy of invoice {number} of {issued}"),
        )
    };
    let invoices = facts.cases.iter().map(|(case, _)| &case.invoice);
    invoices.map(|invoice| copy(&invoice.number, &format::date(lang, invoice.issued))).collect()
}
