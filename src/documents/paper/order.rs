//! Kit for an order for payment (*injonction de payer*): which court and why, every field of the form ready to copy, the
//! exhibits, what it costs, and the times after the order. For the user and the court, never for the debtor.
//!
//! What is contested is left out: the debtor would oppose the order, and time would be lost (CPC art. 1405 and 1416, read
//! in September 2026). A public body is sued before the administrative courts, a debtor abroad by a European order.

use super::exhibit::{self, exhibits};
use super::facts::PaperFacts;
use super::layout::{self, Named, Written};
use super::order_costs;
use super::order_fields::{OrderFields, Sums};
use super::refusal::PaperError;
use crate::documents::context::{Case, PaperText};
use crate::documents::letter;
use crate::documents::letter::Block;
use crate::documents::missing::MissingFact;
use crate::documents::template::library::PAYMENT_ORDER;
use crate::domain::court::{Court, ECONOMIC_TOWNS, Seat, Standing};
use crate::domain::party::DebtorKind;
use crate::text::{Lang, format};

pub(super) fn check(facts: &PaperFacts<'_>) -> Result<(), PaperError> {
    facts.check_cases()?;
    if facts.client.kind == DebtorKind::Public {
        return Err(PaperError::PublicCourt);
    }
    if facts.is_insolvent() {
        return Err(PaperError::Insolvent);
    }
    if let Seat::Abroad { union } = Seat::of(&facts.client.address) {
        return Err(if union { PaperError::EuropeanOrder } else { PaperError::ForeignCourt });
    }
    facts.check_late()?;
    facts.check_uncontested()?;
    facts.check_no_plan()?;
    for (case, _) in claimed(facts) {
        let expires = case.limitation(facts.client.debtor(), facts.today).map(|known| known.expires);
        if let Some(expired) = expires.filter(|expires| *expires < facts.today) {
            return Err(PaperError::Expired(facts.number(&case.invoice.number), expired));
        }
    }
    Ok(())
}

/// The cases in which something late is not contested.
pub(super) fn claimed<'a>(facts: &PaperFacts<'a>) -> Vec<Case<'a>> {
    let is_claimed = |(case, claim): &Case<'_>| {
        !claim.principal_left.is_positive() || case.disputed(claim) < claim.principal_left
    };
    facts.late().into_iter().filter(is_claimed).collect()
}

/// What the debtor is before the courts: what the user says, but for a consumer.
pub(super) fn standing(said: Standing, facts: &PaperFacts<'_>) -> Standing {
    match facts.client.kind {
        DebtorKind::Consumer | DebtorKind::Unknown => Standing::Consumer,
        DebtorKind::Business | DebtorKind::Public => match said {
            Standing::Consumer => Standing::OtherProfessional,
            other => other,
        },
    }
}

pub(super) fn letter(said: Standing, facts: &PaperFacts<'_>) -> Result<Written, PaperError> {
    let lang = facts.lang;
    let cases = claimed(facts);
    let facts = &PaperFacts { cases: &cases, ..*facts };
    let standing = standing(said, facts);
    let seat = Seat::of(&facts.client.address);
    let court = Court::of(standing, &seat, facts.today);
    let sums = Sums::of(facts);
    // A French court reads the list of exhibits and the working, whatever the user reads.
    let french = &PaperFacts { lang: Lang::Fr, ..*facts };
    let exhibits = exhibits(french, !sums.interest.is_zero());
    let text = PaperText {
        exhibits: exhibit::count(lang, &exhibits),
        disputed: facts.some(facts.disputed()),
        seat: match &seat {
            Seat::France { town, .. } => town.clone(),
            Seat::Abroad { .. } | Seat::Unknown => MissingFact::ClientAddress.marker(lang),
        },
        commercial: court.is_commercial(),
        chamber: court == Court::CommercialChamber,
        town: if let Court::EconomicActivities(town) = court { town.to_owned() } else { String::new() },
        towns: format::list(lang, &ECONOMIC_TOWNS.map(str::to_owned)),
        consumer_court: standing == Standing::Consumer,
        interest: facts.some(sums.interest),
        ..facts.numbered()
    };
    let numbers = text.numbers.clone();
    let context = facts.context(facts.cases, facts.today, text);
    let fields = OrderFields::new(&sums, standing, facts);
    let working = if sums.interest.is_zero() {
        Vec::new()
    } else {
        letter::annex(&french.context(french.cases, french.today, PaperText::default()))
    };
    let working = exhibit::as_exhibit(Lang::Fr, &exhibits, working);
    let named: Named = vec![
        ("fields", vec![fields.block()]),
        ("exhibits", vec![exhibit::list_without_texts(Lang::Fr, &exhibits)]),
        ("costs", vec![Block::Table(order_costs::costs(lang, court))]),
        ("times", vec![Block::Table(order_costs::times(facts, court, &seat))]),
        ("working", working),
    ];
    let mut written =
        layout::laid_out(PAYMENT_ORDER, &context, layout::references(&context, "", &numbers), &named)?;
    written.letter.recipient.clear();
    Ok(written)
}
