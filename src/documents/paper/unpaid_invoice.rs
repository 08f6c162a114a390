//! Corrected invoice of a claim that is lost (*facture demeurée impayée*): a duplicate with the mention the tax office asks
//! for, so that VAT already paid to the State comes back and the client does not deduct it.
//!
//! Its figures are those of the day of the loss: see [`super::PaperKind::stated_on`].
//!
//! Source: CGI art. 272, 1; BOI-TVA-DED-40-10-20 (duplicate or recapitulative statement, in very visible letters), read in
//! September 2026.

use super::facts::PaperFacts;
use super::layout::{self, Named, Written};
use super::refusal::PaperError;
use crate::base::{Amount, Currency};
use crate::documents::context::Case;
use crate::documents::letter::Block;
use crate::documents::template::library::UNPAID_INVOICE;
use crate::domain::proceeding::write_off::{VatOutcome, WriteOff};
use crate::text::{Lang, format};

pub(super) fn check(facts: &PaperFacts<'_>) -> Result<(), PaperError> {
    facts.check_cases()?;
    facts.check_french()?;
    for case in facts.cases {
        sums(facts, case)?;
    }
    Ok(())
}

/// Price and VAT that are unpaid.
fn sums(facts: &PaperFacts<'_>, (case, claim): &Case<'_>) -> Result<(Amount, Amount), PaperError> {
    let write_off =
        case.written_off(facts.today).and_then(|one| one.write_off).ok_or(PaperError::NotWrittenOff)?;
    let vat = vat(write_off)?;
    let net = claim.principal_left - vat;
    if vat.is_positive() && net.is_positive() { Ok((net, vat)) } else { Err(PaperError::VatAmount) }
}

fn vat(write_off: WriteOff) -> Result<Amount, PaperError> {
    match write_off.outcome() {
        VatOutcome::Nothing => Err(PaperError::NoVatBack),
        VatOutcome::NotYet => Err(PaperError::VatNotYet),
        VatOutcome::Comes => write_off.vat_amount.ok_or(PaperError::VatAmount),
    }
}

pub(super) fn letter(facts: &PaperFacts<'_>) -> Result<Written, PaperError> {
    let text = facts.numbered();
    let numbers = text.numbers.clone();
    let context = facts.context(facts.cases, facts.today, text);
    let mut blocks = Vec::new();
    for case in facts.cases {
        let (net, vat) = sums(facts, case)?;
        blocks.push(invoice(facts, case, net, vat));
        blocks.push(Block::Heading(mention(facts.currency(), net, vat)));
    }
    let named: Named = vec![("invoices", blocks)];
    let mut written =
        layout::laid_out(UNPAID_INVOICE, &context, layout::references(&context, "", &numbers), &named)?;
    // The sums are those of the invoice.
    written.letter.as_of.clear();
    Ok(written)
}

/// The mention, word for word: it is French on an English letter too, since the tax office reads it.
fn mention(currency: Currency, net: Amount, vat: Amount) -> String {
    let [net, vat] = [net, vat].map(|sum| format::money(Lang::Fr, sum, currency));
    format!(
        "Facture demeurée impayée pour la somme de {net} (prix net) et pour la somme de {vat} (TVA correspondante) qui ne peut faire l’objet d’une déduction (article 272 du CGI)."
    )
}

fn invoice(facts: &PaperFacts<'_>, (case, claim): &Case<'_>, net: Amount, vat: Amount) -> Block {
    let lang = facts.lang;
    let invoice = &case.invoice;
    layout::fields(vec![
        (lang.pick("Facture", "Invoice"), facts.number(&invoice.number)),
        (lang.pick("Date", "Date"), format::date(lang, invoice.issued)),
        (lang.pick("Échéance", "Due"), format::date(lang, invoice.due)),
        (lang.pick("Objet", "Subject"), super::facts::one_line(&invoice.subject)),
        (lang.pick("Montant TTC", "Amount incl. VAT"), facts.money(invoice.amount)),
        (lang.pick("Reste impayé TTC", "Unpaid incl. VAT"), facts.money(claim.principal_left)),
        (lang.pick("dont prix net", "of which price"), facts.money(net)),
        (lang.pick("dont TVA", "of which VAT"), facts.money(vat)),
    ])
}
