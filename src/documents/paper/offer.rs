//! Settlement offer (*offre de règlement*): less than what is owed, if it is paid by a day. It lapses by itself the day
//! after, and gives up nothing until the money is there. What is taken off the price wants a credit note; what is given up
//! of penalties does not.
//!
//! A public buyer is offered no waiver of penalties: giving up a public buyer’s interest is void (CCP art. L2192-14, read in
//! November 2026).

use chrono::NaiveDate;

use super::facts::PaperFacts;
use super::layout::{self, Named, Written};
use super::refusal::PaperError;
use crate::base::{Amount, dates};
use crate::documents::context::PaperText;
use crate::documents::letter::{Block, Signer, Table};
use crate::documents::template::library::OFFER;
use crate::domain::party::DebtorKind;
use crate::text::format;
use crate::text::words::labels;

/// What is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferTerms {
    /// What is taken off the principal; zero where nothing is.
    pub discount: Amount,
    /// Interest and fixed sums are given up.
    pub drops_penalties: bool,
    /// Last day for the money to be there.
    pub by: NaiveDate,
    /// There is room for the client to sign.
    pub signed: bool,
}

/// What an offer comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferFigures {
    /// All that is owed and due, on the day of the offer.
    pub owed: Amount,
    /// What is to be paid.
    pub paid: Amount,
    /// What is given up.
    pub saved: Amount,
}

pub(super) fn check(facts: &PaperFacts<'_>) -> Result<(), PaperError> {
    facts.check_cases()?;
    if facts.is_insolvent() {
        return Err(PaperError::Insolvent);
    }
    facts.check_free()?;
    facts.check_late()
}

/// The sums of the cases an offer is about.
struct Sums {
    principal: Amount,
    interest: Amount,
    indemnity: Amount,
}

impl Sums {
    fn of(facts: &PaperFacts<'_>) -> Self {
        Self {
            principal: facts.sum(|claim| claim.principal_left - claim.not_due),
            interest: facts.sum(|claim| claim.interest_left),
            indemnity: facts.sum(|claim| claim.indemnity_left),
        }
    }

    fn figures(&self, terms: &OfferTerms) -> OfferFigures {
        let penalties = self.interest + self.indemnity;
        let saved = terms.discount + if terms.drops_penalties { penalties } else { Amount::ZERO };
        let owed = self.principal + penalties;
        OfferFigures { owed, paid: owed - saved, saved }
    }
}

/// What an offer comes to, for a screen to show before it is written.
///
/// # Errors
/// What is wrong with its terms.
pub fn offer_figures(terms: &OfferTerms, facts: &PaperFacts<'_>) -> Result<OfferFigures, PaperError> {
    check(facts)?;
    let late = facts.late();
    let facts = &PaperFacts { cases: &late, ..*facts };
    let sums = Sums::of(facts);
    check_terms(terms, &sums, facts)?;
    Ok(sums.figures(terms))
}

fn check_terms(terms: &OfferTerms, sums: &Sums, facts: &PaperFacts<'_>) -> Result<(), PaperError> {
    if terms.by <= facts.today {
        return Err(PaperError::OfferOver);
    }
    if terms.drops_penalties && facts.client.kind == DebtorKind::Public {
        return Err(PaperError::PublicWaiver);
    }
    if terms.drops_penalties && !(sums.interest + sums.indemnity).is_positive() {
        return Err(PaperError::NoPenalties);
    }
    if terms.discount < Amount::ZERO || (terms.discount.is_positive() && sums.principal <= terms.discount) {
        return Err(PaperError::DiscountTooLarge);
    }
    if terms.drops_penalties && !sums.principal.is_positive() {
        return Err(PaperError::NothingLeftToPay);
    }
    if terms.discount.is_zero() && !terms.drops_penalties {
        return Err(PaperError::NothingOffered);
    }
    Ok(())
}

pub(super) fn letter(terms: &OfferTerms, facts: &PaperFacts<'_>) -> Result<Written, PaperError> {
    let lang = facts.lang;
    let late = facts.late();
    let facts = &PaperFacts { cases: &late, ..*facts };
    let sums = Sums::of(facts);
    check_terms(terms, &sums, facts)?;
    let OfferFigures { owed, paid, saved } = sums.figures(terms);
    let by = format::date_with_weekday(lang, terms.by);
    let text = PaperText {
        owed: facts.money(owed),
        amount: facts.money(paid),
        saved: facts.money(saved),
        discount: facts.some(terms.discount),
        day: format::date(lang, terms.by),
        last_day: by.clone(),
        day_after: format::date(lang, dates::next_day(terms.by)),
        disputed: facts.some(facts.disputed()),
        signed: terms.signed,
        ..facts.numbered()
    };
    let numbers = text.numbers.clone();
    let context = facts.context(facts.cases, facts.today, text);
    let table = table(terms, &sums, facts, &context.late_interest);
    let label = lang.pick("Somme à régler", "Sum to pay");
    let amount = facts.money(paid);
    let mention =
        lang.pick("«\u{a0}Bon pour accord\u{a0}», date et signature", "“Agreed”, date and signature");
    let signers = vec![
        Signer::plain(&context.sender.name),
        Signer { name: context.client.name.clone(), mention: mention.to_owned() },
    ];
    let signers = if terms.signed { signers } else { vec![Signer::plain(&context.sender.name)] };
    let named: Named = vec![
        ("offer", vec![Block::Table(table)]),
        ("payment", vec![layout::payment(&context, (label, &amount), &by, &numbers)]),
        ("signatures", vec![Block::Signatures(signers)]),
    ];
    let written = layout::laid_out(OFFER, &context, layout::references(&context, "", &numbers), &named)?;
    Ok(layout::with_code(written, facts, paid, &numbers))
}

/// What is owed, what is paid under the offer, what is given up, part by part.
fn table(terms: &OfferTerms, sums: &Sums, facts: &PaperFacts<'_>, interest: &str) -> Table {
    let lang = facts.lang;
    let dropped = |sum: Amount| if terms.drops_penalties { sum } else { Amount::ZERO };
    let parts = [
        (lang.pick("Principal", "Principal").to_owned(), sums.principal, terms.discount),
        (labels::upper_first(interest), sums.interest, dropped(sums.interest)),
        (
            lang.pick("Indemnité forfaitaire de recouvrement", "Fixed compensation for recovery costs")
                .to_owned(),
            sums.indemnity,
            dropped(sums.indemnity),
        ),
    ];
    let row = |name: String, owed: Amount, saved: Amount| {
        vec![name, facts.money(owed), facts.money(owed - saved), facts.money(saved)]
    };
    let OfferFigures { owed, saved, .. } = sums.figures(terms);
    let known = parts.into_iter().filter(|(_, sum, _)| !sum.is_zero());
    let rows = known.map(|(name, sum, saved)| row(name, sum, saved)).collect();
    let as_of = format::date(lang, facts.as_of());
    let head = lang.pick(
        ["Somme", "Due", "À régler selon l’offre", "Abandonnée"],
        ["Sum", "Owed", "Payable under the offer", "Waived"],
    );
    let caption =
        lang.pick(format!("Offre, sommes dues au {as_of}"), format!("Offer, sums owed as at {as_of}"));
    Table {
        total: Some(row(lang.pick("Total", "Total").to_owned(), owed, saved)),
        ..layout::table(caption, &head, rows, 1)
    }
}
