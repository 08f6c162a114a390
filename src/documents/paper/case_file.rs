//! Case file (*dossier*) for an agency, a lawyer or a court: who owes what to whom, the facts in short, every dated fact
//! with the exhibit that proves it, the list of exhibits, the working, and every text that was sent, word for word.

use std::collections::BTreeMap;

use super::chronology::chronology;
use super::exhibit::{self, Exhibit, Numbers, exhibits};
use super::facts::PaperFacts;
use super::layout::{self, Named, Written, fields};
use super::refusal::PaperError;
use super::sent_copy::SentCopy;
use crate::base::Amount;
use crate::documents::context::{Case, PaperText, TextContext};
use crate::documents::letter::{self, Block, Table};
use crate::documents::orders::row;
use crate::documents::template::library::CASE_FILE;
use crate::domain::claim::Claim;
use crate::domain::event::Step;
use crate::domain::note_series::{self, Cancelled};
use crate::domain::party::DebtorKind;
use crate::text::format;
use crate::text::words::{labels, notes};

pub(super) fn check(facts: &PaperFacts<'_>) -> Result<(), PaperError> {
    facts.check_cases()?;
    facts.check_late()
}

/// The case file, addressed to somebody or to nobody in particular.
pub(super) fn letter(to: &[String], facts: &PaperFacts<'_>) -> Result<Written, PaperError> {
    let lang = facts.lang;
    let late = facts.late();
    let facts = &PaperFacts { cases: &late, ..*facts };
    let with_working = facts.cases.iter().any(|(_, claim)| !claim.segments.is_empty());
    let exhibits = exhibits(facts, with_working);
    let text = PaperText {
        owed: facts.money(facts.sum(Claim::exigible)),
        disputed: facts.some(facts.disputed()),
        interest: facts.some(facts.sum(|claim| claim.interest_left)),
        indemnity: facts.some(facts.sum(|claim| claim.indemnity_left)),
        insolvent: facts.is_insolvent(),
        exhibits: exhibit::count(lang, &exhibits),
        texts: exhibits.iter().any(|exhibit| exhibit.copy.is_some()),
        subject: facts.subject(),
        cancelled: cancelled(facts),
        ..facts.numbered()
    };
    let numbers = text.numbers.clone();
    let context = facts.context_of_all(facts.cases, text);
    let quoted = |exhibit: &Exhibit| {
        let SentCopy { about, blocks } = exhibit.copy.clone()?;
        Some(Block::Copy { title: exhibit.title(lang), about, blocks })
    };
    let named: Named = vec![
        ("parties", vec![with_order(parties(facts, &context), &context)]),
        ("sums", vec![Block::Table(sums(facts, &context, false))]),
        ("invoices", vec![Block::Table(letter::invoices(&context))]),
        ("chronology", vec![Block::Table(chronology(facts, &Numbers(&exhibits)))]),
        ("exhibits", vec![exhibit::list(lang, &exhibits)]),
        ("working", exhibit::as_exhibit(lang, &exhibits, working(facts.cases, facts))),
        ("texts", exhibits.iter().filter_map(quoted).collect()),
    ];
    let mut written =
        layout::laid_out(CASE_FILE, &context, layout::references(&context, "", &numbers), &named)?;
    written.letter.recipient = to.to_vec();
    Ok(written)
}

/// The numbers missing below those of the notes in this file, each with why: the series is that of all clients.
fn cancelled(facts: &PaperFacts<'_>) -> String {
    let events = facts.cases.iter().flat_map(|(case, _)| &case.events);
    let notes = events.filter(|event| event.step == Step::PenaltyNote && event.date <= facts.today);
    let mut last: BTreeMap<i32, u32> = BTreeMap::new();
    for (year, number) in notes.filter_map(|event| note_series::read(&event.text.number)) {
        let highest = last.entry(year).or_default();
        *highest = number.max(*highest);
    }
    let is_below = |one: &&Cancelled| last.get(&one.year).is_some_and(|last| one.number < *last);
    let missing = facts.cancelled.iter().filter(is_below);
    let told = missing.map(|one| format!("{}, {}", one.written(), notes::cancelled(facts.lang, one)));
    told.collect::<Vec<_>>().join(facts.lang.pick("\u{a0}; ", "; "))
}

/// The working of all the interest of some cases, contested or not: who decides on a claim wants to see all of it.
pub(super) fn working(cases: &[Case<'_>], facts: &PaperFacts<'_>) -> Vec<Block> {
    let context = facts.context_of_all(cases, PaperText::default());
    if context.invoices.iter().all(|invoice| invoice.working.is_empty()) {
        return Vec::new();
    }
    let mut table = letter::working(&context);
    if let Some(sum) = table.total.as_mut().and_then(|total| total.last_mut()) {
        *sum = facts.money(cases.iter().map(|(_, claim)| claim.interest_left).sum());
    }
    letter::annexed(table, &context)
}

/// Who owes to whom.
pub(super) fn parties(facts: &PaperFacts<'_>, context: &TextContext) -> Block {
    let lang = facts.lang;
    let unknown = lang.pick("non connu, à compléter", "not known, to be completed").to_owned();
    let siren = if context.client.siren.is_empty() { unknown } else { context.client.siren.clone() };
    let siren = if context.consumer { String::new() } else { siren };
    fields(vec![
        (lang.pick("Créancier", "Creditor"), context.sender.name.clone()),
        (lang.pick("Adresse du créancier", "Address of the creditor"), context.sender.address.join(", ")),
        (
            lang.pick("SIREN ou SIRET du créancier", "SIREN or SIRET of the creditor"),
            context.sender.siren.clone(),
        ),
        (lang.pick("Débiteur", "Debtor"), context.client.name.clone()),
        (
            lang.pick("Qualité du débiteur", "Status of the debtor"),
            match facts.client.kind {
                DebtorKind::Public => lang.pick("Acheteur public", "Public buyer"),
                kind => labels::kind(lang, kind),
            }
            .to_owned(),
        ),
        (lang.pick("Adresse du débiteur", "Address of the debtor"), context.client.address.join(", ")),
        (lang.pick("SIREN ou SIRET du débiteur", "SIREN or SIRET of the debtor"), siren),
        (lang.pick("Objet", "Subject"), facts.subject()),
    ])
}

/// Who owes to whom, with the order by which the debtor finds its papers.
fn with_order(parties: Block, context: &TextContext) -> Block {
    match parties {
        Block::Fields(mut fields) => {
            fields.extend(row(&context.quoted).map(|(label, value)| (label.to_owned(), value)));
            Block::Fields(fields)
        }
        other => other,
    }
}

/// A part of a claim.
type Part = fn(&Claim) -> Amount;

/// What is owed on each invoice, what is not due yet left out or not, part by part; a part nobody owes has no column.
pub(super) fn sums(facts: &PaperFacts<'_>, context: &TextContext, not_due_too: bool) -> Table {
    let lang = facts.lang;
    let interest = labels::upper_first(&context.late_interest);
    let parts: [(&str, Part); 4] = [
        (
            lang.pick("Principal", "Principal"),
            if not_due_too {
                |claim| claim.principal_left
            } else {
                |claim| claim.principal_left - claim.not_due
            },
        ),
        (&interest, |claim| claim.interest_left),
        (lang.pick("Indemnité forfaitaire", "Fixed compensation"), |claim| claim.indemnity_left),
        (lang.pick("À déduire", "Set off"), Claim::set_off),
    ];
    let all: Part = if not_due_too { Claim::balance } else { Claim::exigible };
    let parts: Vec<_> = parts.into_iter().filter(|(_, part)| !facts.sum(part).is_zero()).collect();
    let mut head = vec![lang.pick("Facture", "Invoice")];
    head.extend(parts.iter().map(|(name, _)| *name));
    head.push("Total");
    let number = facts.numbers_with_orders();
    let of_case = |(case, claim): &Case<'_>| {
        let mut row = vec![number(&case.invoice)];
        row.extend(parts.iter().map(|(_, part)| facts.money(part(claim))));
        row.push(facts.money(all(claim)));
        row
    };
    let mut total = vec![lang.pick("Total", "Total").to_owned()];
    total.extend(parts.iter().map(|(_, part)| facts.money(facts.sum(part))));
    total.push(facts.money(facts.sum(all)));
    let as_of = format::date(lang, facts.as_of());
    let caption = lang.pick(format!("Sommes dues, arrêtées au {as_of}"), format!("Sums owed, as at {as_of}"));
    let rows = facts.cases.iter().map(of_case).collect();
    let total = Some(total).filter(|_| facts.cases.len() > 1);
    Table { total, ..layout::table(caption, &head, rows, 1) }
}
