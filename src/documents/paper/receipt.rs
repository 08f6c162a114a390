//! Receipt for a payment (*reçu*): who paid how much, when, how, for what, and what is left. A sum paid before its
//! invoice was issued is a deposit. What a consumer pays in advance is *arrhes* unless the contract says otherwise
//! (C. conso. art. L214-1, not for a special order on a quote: L214-3; read in November 2026); the receipt says so, and
//! does not call it *acompte*.

use super::facts::PaperFacts;
use super::layout::{self, Named, Written, fields};
use super::refusal::PaperError;
use crate::base::MovementId;
use crate::documents::context::{Case, PaperText};
use crate::documents::template::library::RECEIPT;
use crate::domain::claim::Allocation;
use crate::domain::contract::Law;
use crate::domain::movement::{Movement, MovementKind};
use crate::text::{format, in_words::in_words};

pub(super) fn check(facts: &PaperFacts<'_>) -> Result<(), PaperError> {
    facts.check_cases()?;
    if payments(facts).next().is_none() { Err(PaperError::NoPayment) } else { Ok(()) }
}

/// Every payment known on the day, with its case.
fn payments<'a>(facts: &PaperFacts<'a>) -> impl Iterator<Item = (Case<'a>, &'a Movement)> {
    facts.cases.iter().flat_map(|(case, claim)| {
        let known = |it: &&Movement| it.kind == MovementKind::Payment && it.date <= claim.as_of;
        case.movements.iter().filter(known).map(move |payment| ((*case, *claim), payment))
    })
}

pub(super) fn letter(id: MovementId, facts: &PaperFacts<'_>) -> Result<Written, PaperError> {
    let lang = facts.lang;
    let found = payments(facts).find(|(_, payment)| payment.id == id);
    let ((case, claim), payment) = found.ok_or(PaperError::UnknownPayment)?;
    let invoice = &case.invoice;
    let number = facts.number(&invoice.number);
    let text = PaperText {
        amount: facts.money(payment.amount),
        day: format::date(lang, payment.date),
        balance: facts.some(claim.principal_left),
        settled: claim.principal_left.is_zero(),
        credit: facts.some(claim.credit),
        interest_first: invoice.allocation == Allocation::InterestFirst,
        deposit: payment.date < invoice.issued,
        french: invoice.contract.law == Law::French,
        numbers: number.clone(),
        ..PaperText::default()
    };
    let context = facts.context(&[(case, claim)], facts.today, text);
    let left = if claim.penalties_left().is_positive() {
        lang.pick("Reste à payer en principal au ", "Principal outstanding on ")
    } else {
        lang.pick("Reste à payer au ", "Left to be paid on ")
    };
    let left = format!("{left}{}", context.as_of);
    let issued = format::date(lang, invoice.issued);
    let about = lang.pick(format!("n°\u{a0}{number} du {issued}"), format!("{number} of {issued}"));
    let words = in_words(lang, payment.amount, facts.currency());
    let block = fields(vec![
        (lang.pick("Reçu de", "Received from"), context.client.name.clone()),
        (lang.pick("Montant", "Amount"), facts.money(payment.amount)),
        (lang.pick("Montant en toutes lettres", "Amount in words"), words),
        (lang.pick("Date du paiement", "Date of payment"), format::date(lang, payment.date)),
        (lang.pick("Moyen et référence", "Means and reference"), payment.reference.trim().to_owned()),
        (lang.pick("Facture", "Invoice"), about),
        (lang.pick("Objet", "Subject"), invoice.subject.trim().to_owned()),
        (
            lang.pick("Montant de la facture TTC", "Amount of the invoice incl. VAT"),
            facts.money(invoice.amount),
        ),
        (&left, facts.money(claim.principal_left)),
    ]);
    let named: Named = vec![("payment", vec![block])];
    layout::laid_out(RECEIPT, &context, layout::references(&context, "", &number), &named)
}
