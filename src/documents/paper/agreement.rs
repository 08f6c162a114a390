//! Payment-plan agreement (*protocole d’échelonnement*): the debt and its acknowledgement, the schedule, what becomes of
//! penalties, what happens when a sum is not paid, room for both to sign. No novation: the debt stays the one it was. What the
//! debtor contests is left out, and reserved; or, where the plan spreads it too, the dispute about it is withdrawn.
//!
//! Sources: C. civ. art. 1376 (the debtor writes the sum by hand, in words and in figures), 2240 (to own to a debt starts
//! limitation again), 1343-5 (a court may give time whatever the contract says), 1329 and 1330 (novation is not presumed;
//! recalled, to be checked); CCP art. L2192-14 (a public buyer’s interest is not given up). Read in November 2026.

use super::case_file::{parties, sums};
use super::facts::PaperFacts;
use super::layout::{self, Named, Written, table};
use super::refusal::PaperError;
use crate::base::{Amount, dates};
use crate::documents::context::{Case, PaperText};
use crate::documents::letter::{Block, Signer, Table};
use crate::documents::template::library::AGREEMENT;
use crate::domain::claim::{Allocation, Claim, Instalment};
use crate::domain::party::DebtorKind;
use crate::domain::plan::beside::beside_due;
use crate::domain::plan::{
    InterestDuring, LONGEST_NOTICE_DAYS, Penalties, Plan, Reserved, SHORTEST_NOTICE_DAYS, reserved_of,
};
use crate::text::in_words::in_words;
use crate::text::{Lang, format};

/// What was agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementTerms {
    /// What is paid down at once, and by when.
    pub down_payment: Option<Instalment>,
    /// The instalments, in the order of their days.
    pub instalments: Vec<Instalment>,
    /// What becomes of penalties.
    pub penalties: Penalties,
    /// Whether interest goes on while the schedule is kept.
    pub interest: InterestDuring,
    /// Days a notice of a missed sum gives before all is due.
    pub notice_days: u32,
    /// What is contested of its invoices, and left out.
    pub reserved: Vec<Reserved>,
}

impl From<&Plan> for AgreementTerms {
    fn from(plan: &Plan) -> Self {
        Self {
            down_payment: plan.down_payment,
            instalments: plan.instalments.clone(),
            penalties: plan.penalties,
            interest: plan.interest,
            notice_days: plan.notice_days,
            reserved: plan.reserved.clone(),
        }
    }
}

impl AgreementTerms {
    /// What is to be paid, in order.
    fn sums(&self) -> impl Iterator<Item = Instalment> {
        self.down_payment.into_iter().chain(self.instalments.iter().copied())
    }
}

pub(super) fn check(facts: &PaperFacts<'_>) -> Result<(), PaperError> {
    facts.check_cases()?;
    facts.check_french()?;
    if facts.is_insolvent() {
        return Err(PaperError::Insolvent);
    }
    facts.check_free()?;
    if facts.sum(Claim::balance).is_positive() { Ok(()) } else { Err(PaperError::NothingOwed) }
}

/// What the sums of a schedule add up to, by what becomes of penalties.
fn to_spread(penalties: Penalties, facts: &PaperFacts<'_>) -> Amount {
    penalties.amount(facts.cases.iter().map(|(_, claim)| *claim))
}

/// What is contested and spread as well: who signs withdraws that much of the dispute, as nobody owns to what he contests.
fn withdrawn(terms: &AgreementTerms, facts: &PaperFacts<'_>) -> Amount {
    let spread = |(case, claim): &Case<'_>| {
        (case.disputed(claim) - reserved_of(&terms.reserved, case.invoice.id)).or_zero()
    };
    facts.cases.iter().map(spread).sum()
}

fn check_terms(terms: &AgreementTerms, facts: &PaperFacts<'_>) -> Result<(), PaperError> {
    let gives_up = terms.penalties == Penalties::WaivedIfKept || terms.interest == InterestDuring::Stops;
    if facts.client.kind == DebtorKind::Public && gives_up {
        return Err(PaperError::PublicInterest);
    }
    if !(SHORTEST_NOTICE_DAYS..=LONGEST_NOTICE_DAYS).contains(&terms.notice_days) {
        return Err(PaperError::NoticeDays);
    }
    let sums: Vec<Instalment> = terms.sums().collect();
    let in_order = sums.iter().all(|one| facts.today <= one.due && one.amount.is_positive())
        && sums.is_sorted_by(|one, next| one.due <= next.due);
    if terms.instalments.is_empty() || !in_order {
        return Err(PaperError::ScheduleOrder);
    }
    let (wanted, got) = (to_spread(terms.penalties, facts), sums.iter().map(|one| one.amount).sum());
    if wanted == got {
        Ok(())
    } else {
        Err(PaperError::ScheduleSum { wanted, got, currency: facts.currency() })
    }
}

pub(super) fn letter(terms: &AgreementTerms, facts: &PaperFacts<'_>) -> Result<Written, PaperError> {
    let lang = facts.lang;
    let covered = |(case, claim): &Case<'_>| {
        let reserved = reserved_of(&terms.reserved, case.invoice.id);
        case.debt(facts.client.debtor()).beside_contested(claim, reserved, claim.as_of)
    };
    let claims: Vec<Claim> = facts.cases.iter().map(covered).collect();
    let owing = facts.cases.iter().map(|(case, _)| *case).zip(&claims);
    let owing: Vec<Case<'_>> = owing.filter(|(_, claim)| claim.balance().is_positive()).collect();
    let facts = &PaperFacts { cases: &owing, ..*facts };
    check_terms(terms, facts)?;
    let owed = facts.sum(Claim::balance);
    let penalties = facts.sum(Claim::penalties_left);
    let words = in_words(lang, owed, facts.currency());
    let last = terms.instalments.last().map(|one| one.due).unwrap_or_default();
    let aside_by = beside_due(terms.penalties, terms.interest, last);
    let is_aside = terms.penalties == Penalties::Frozen && penalties.is_positive();
    let aside = aside_by.filter(|_| is_aside).map(|due| Instalment { due, amount: penalties });
    let text = PaperText {
        owed: facts.money(owed),
        words: words.clone(),
        amount: facts.money(if aside.is_some() { owed } else { to_spread(terms.penalties, facts) }),
        penalties: facts.some(penalties),
        included: terms.penalties == Penalties::Included,
        single: terms.sums().count() == 1,
        frozen: terms.penalties == Penalties::Frozen,
        interest_runs: terms.interest == InterestDuring::Runs && facts.sum(|claim| claim.daily).is_positive(),
        runs_later: facts.sum(|claim| claim.daily).is_positive(),
        interest_first: facts
            .cases
            .iter()
            .any(|(case, _)| case.invoice.allocation == Allocation::InterestFirst),
        notice_days: format::days(lang, i64::from(terms.notice_days)),
        disputed: facts.some(terms.reserved.iter().map(|one| one.amount).sum()),
        withdrawn: facts.some(withdrawn(terms, facts)),
        aside_by: aside_by.map(|day| format::date(lang, day)).unwrap_or_default(),
        ..facts.numbered()
    };
    let numbers = text.numbers.clone();
    let context = facts.context_of_all(facts.cases, text);
    let mention = mention(lang, &words, &facts.money(owed));
    let named: Named = vec![
        ("parties", vec![with_representative(facts, parties(facts, &context))]),
        ("debts", vec![Block::Table(sums(facts, &context, true))]),
        ("schedule", vec![Block::Table(schedule(terms, aside, facts))]),
        ("payment", vec![layout::payment(&context, ("", ""), "", &numbers)]),
        (
            "signatures",
            vec![Block::Signatures(vec![
                Signer::plain(&context.sender.name),
                Signer { name: context.client.name.clone(), mention },
            ])],
        ),
    ];
    let mut written =
        layout::laid_out(AGREEMENT, &context, layout::references(&context, "", &numbers), &named)?;
    // What is owed beside the principal, with its working.
    if facts.sum(|claim| claim.interest_left).is_positive() {
        written.letter.blocks.extend(super::case_file::working(facts.cases, facts));
    }
    Ok(written)
}

/// What the debtor writes by hand.
fn mention(lang: Lang, words: &str, figures: &str) -> String {
    match lang {
        Lang::Fr => format!(
            "écrire à la main «\u{a0}Je reconnais devoir la somme de {words} ({figures}) et m’engage à la payer dans les conditions de ce protocole.\u{a0}», puis dater et signer"
        ),
        Lang::En => format!(
            "write by hand “I acknowledge that I owe the sum of {words} ({figures}) and undertake to pay it on the terms of this agreement.”, then date and sign"
        ),
    }
}

/// A firm signs by somebody who may: room for who that is, before what the invoices are for.
fn with_representative(facts: &PaperFacts<'_>, parties: Block) -> Block {
    match parties {
        Block::Fields(mut fields) if facts.is_professional() => {
            let label =
                facts.lang.pick("Représenté par (nom et qualité)", "Represented by (name and capacity)");
            let place = fields.len() - usize::from(!facts.subject().is_empty());
            fields.insert(place, (label.to_owned(), "………………………………………………".to_owned()));
            Block::Fields(fields)
        }
        other => other,
    }
}

/// Each sum with its day, and what is left after it; last what is owed beside the principal, where that is a sum of its own.
fn schedule(terms: &AgreementTerms, aside: Option<Instalment>, facts: &PaperFacts<'_>) -> Table {
    let lang = facts.lang;
    let total: Amount = terms.sums().chain(aside).map(|one| one.amount).sum();
    let count = terms.sums().count();
    let mut left = total;
    let rows = terms.sums().chain(aside).enumerate().map(|(at, one)| {
        left -= one.amount;
        let name = match terms.down_payment {
            _ if at == count => lang.pick("Retard", "On top of principal").to_owned(),
            Some(_) if at == 0 => lang.pick("Acompte", "Down payment").to_owned(),
            Some(_) => at.to_string(),
            None => (at + 1).to_string(),
        };
        vec![name, format::date_in_table(lang, one.due), facts.money(one.amount), facts.money(left)]
    });
    let rows = rows.collect();
    let head = lang
        .pick(["Échéance", "Date", "Montant", "Reste après"], ["Instalment", "Date", "Amount", "Left after"]);
    let caption = lang.pick("Échéancier", "Schedule").to_owned();
    let name = lang.pick("Total", "Total").to_owned();
    Table {
        total: Some(vec![name, String::new(), facts.money(total), String::new()]),
        ..table(caption, &head, rows, 2)
    }
}

/// The schedule goes on for more than the two years a court could give (C. civ. art. 1343-5).
pub(super) fn is_long(terms: &AgreementTerms, facts: &PaperFacts<'_>) -> bool {
    terms.instalments.last().is_some_and(|last| dates::days_between(facts.today, last.due) > 731)
}
