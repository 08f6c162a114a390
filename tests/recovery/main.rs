//! The ways out of a claim: what they ask for, what they bring, and that no advice spends more than can be recovered.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]
#![allow(clippy::wildcard_imports, reason = "the parts of one test file share its helpers")]

mod advice;
mod conditions;
mod properties;
#[path = "../support/mod.rs"]
mod support;
mod titles;

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use relance::base::{Amount, Currency, Lang, Percent};
use relance::domain::act::ActKind;
use relance::domain::assumptions::Assumptions;
use relance::domain::circumstance::Unpaid;
use relance::domain::cost::Level;
use relance::domain::court::{Court, Seat, Standing};
use relance::domain::party::DebtorKind;
use relance::domain::proceeding::ProceedingKind;
use relance::domain::recovery::{
    Advice, Answer, Availability, Condition, Contact, ExpenseName, FactFile, Gather, Nature, Notice,
    Obstacle, Outlook, Prospect, Quoted, RecoveryRoute, Situation, Title, Turn, advice, beyond,
    european_small_claim, findings, obstacles, prospects,
};
use relance::text::words::recovery::advice::{notes, sentence, then};
use relance::text::words::recovery::aside::beyond_line;
use relance::text::words::recovery::incomparable;
use relance::text::words::recovery::{condition, route};
use support::day;

fn grenoble() -> Seat {
    Seat::of("4 place du Marché\n38000 Grenoble")
}

/// 3,480 € five weeks late, one reminder, nothing else known.
fn late() -> Situation {
    Situation {
        today: day("2026-11-29"),
        debtor: DebtorKind::Business,
        standing: Standing::Trader,
        has_form: true,
        seat: grenoble(),
        currency: Currency::EUR,
        principal: Amount::from_cents(348_000),
        contested: Amount::ZERO,
        accessories: Amount::from_cents(9_000),
        interest: Amount::from_cents(5_000),
        interest_uncontested: Amount::from_cents(5_000),
        due: day("2026-10-25"),
        contact: Contact::Recorded,
        reminders: 1,
        notice: Notice::None,
        expires: Some(day("2031-10-25")),
        insolvent: false,
        conciliated: false,
        was_sent: true,
        lost: None,
        failed: Vec::new(),
        title: None,
        engaged: None,
        promise_broken: false,
        reason: None,
        acknowledged: false,
        spent: Amount::ZERO,
        at_stake: Amount::from_cents(357_000),
        stop_line: Amount::from_cents(107_100),
    }
}

/// The same four months late, its formal notice unanswered.
fn noticed() -> Situation {
    Situation { due: day("2026-07-20"), reminders: 3, notice: Notice::Over(day("2026-11-20")), ..late() }
}

fn all(at: &Situation) -> Vec<Prospect> {
    prospects(at, FactFile::builtin(), &Assumptions::default(), &Outlook::default())
}

fn of(at: &Situation, route: RecoveryRoute) -> Prospect {
    all(at).into_iter().find(|one| one.route == route).unwrap()
}

fn advised(at: &Situation) -> Advice {
    advice(at, &all(at), &Assumptions::default())
}

fn answer(at: &Situation, route: RecoveryRoute, condition: Condition) -> Option<Answer> {
    findings(route, at).iter().find(|finding| finding.condition == condition).map(|finding| finding.answer)
}
