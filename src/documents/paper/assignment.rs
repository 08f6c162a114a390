//! Notice to the debtor that the claim was sold (*notification de cession de créance*): from then on the buyer alone is to be
//! paid. It says what was sold, to whom and since when, and asks for nothing.
//!
//! Source: C. civ. art. 1321 (a claim is sold with what belongs to it) and 1324 (the sale holds against the debtor once it was
//! notified or taken note of), read in September 2026. No form is asked for; a registered letter proves it.

use super::facts::PaperFacts;
use super::layout::{self, Named, Written};
use super::refusal::PaperError;
use crate::documents::context::{Case, PaperText};
use crate::documents::letter::{self, Block};
use crate::documents::template::library::ASSIGNMENT;
use crate::domain::event::Channel;
use crate::domain::proceeding::{Proceeding, ProceedingKind};
use crate::text::format;

pub(super) fn check(facts: &PaperFacts<'_>) -> Result<(), PaperError> {
    facts.check_cases()?;
    facts.check_french()?;
    sale(facts).map(drop)
}

/// The sale all of these invoices went in: to one buyer, on one day.
fn sale<'a>(facts: &PaperFacts<'a>) -> Result<&'a Proceeding, PaperError> {
    let of = |(case, _): &Case<'a>| {
        case.proceeding(facts.today).filter(|one| one.kind == ProceedingKind::Sold).ok_or(PaperError::NotSold)
    };
    let mut sales = facts.cases.iter().map(of);
    let first = sales.next().ok_or(PaperError::NoInvoice)??;
    for other in sales {
        let other = other?;
        if (other.with.as_str(), other.date) != (first.with.as_str(), first.date) {
            return Err(PaperError::SeveralBuyers);
        }
    }
    Ok(first)
}

pub(super) fn letter(facts: &PaperFacts<'_>) -> Result<Written, PaperError> {
    let lang = facts.lang;
    let sale = sale(facts)?;
    let text = PaperText {
        day: format::date(lang, sale.date),
        buyer: super::facts::one_line(&sale.with),
        reference: super::facts::one_line(&sale.reference),
        ..facts.numbered()
    };
    let numbers = text.numbers.clone();
    let context = facts.context(facts.cases, facts.today, text);
    let named: Named = vec![("invoices", vec![Block::Table(letter::invoices(&context))])];
    let sending = letter::sending(lang, Channel::RegisteredPost);
    layout::laid_out(ASSIGNMENT, &context, layout::references(&context, sending, &numbers), &named)
}
