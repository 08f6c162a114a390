//! The situation a claim is in, as far as the ways out ask about it: facts of the case and its client on one day.

use chrono::NaiveDate;

use super::super::act::ActKind;
use super::super::assumptions::Assumptions;
use super::super::case_file::CaseFile;
use super::super::circumstance::{CircumstanceKind, PromiseState, Unpaid};
use super::super::claim::Claim;
use super::super::cost::Spending;
use super::super::court::{Court, Seat, Standing};
use super::super::dunning::Action;
use super::super::event::{Event, Step};
use super::super::limitation::{self, Nearness};
use super::super::party::{Client, DebtorKind};
use super::super::proceeding::{Proceeding, ProceedingKind, Stage};
use super::obstacle::way;
use super::outlook::Outlook;
use super::route::RecoveryRoute;
use super::title::Title;
use crate::base::{Amount, Currency};

/// Where the formal notice stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// None is recorded since the sum was due.
    None,
    /// The time it gives runs until the end of this day.
    Runs(NaiveDate),
    /// Its time ended on this day, without payment.
    Over(NaiveDate),
}

/// Whether the client was asked amicably since the sum was due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contact {
    /// Nothing is on record.
    None,
    /// Nothing is, and the user said why none is needed.
    Excused,
    /// A reminder, a call, a notice, an offer.
    Recorded,
}

/// What a claim and its debtor are on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "facts that hold or not, each of its own")]
pub struct Situation {
    /// The day.
    pub today: NaiveDate,
    /// What the debtor is in law.
    pub debtor: DebtorKind,
    /// What it most likely is before the courts.
    pub standing: Standing,
    /// Its name has a legal form that says so; otherwise that is a guess to be checked.
    pub has_form: bool,
    /// Where it is.
    pub seat: Seat,
    /// Currency of the sums below: euros, as costs are, but where the claim is in another one whose worth nobody said.
    pub currency: Currency,
    /// Principal that is late and unpaid.
    pub principal: Amount,
    /// The part of it the client contests.
    pub contested: Amount,
    /// Interest and fixed sum owed on top; a claim of their own once the principal is paid.
    pub accessories: Amount,
    /// Interest of that, which the limit of a small claim counts.
    pub interest: Amount,
    /// Interest on the part of the principal that nobody contests.
    pub interest_uncontested: Amount,
    /// Due date of what is unpaid.
    pub due: NaiveDate,
    /// The invoice is on record as sent, or all that is left of it is penalties.
    pub was_sent: bool,
    /// Whether the client was asked amicably since then.
    pub contact: Contact,
    /// Reminders on record.
    pub reminders: usize,
    /// The formal notice.
    pub notice: Notice,
    /// Last day on which the claim can be sued for; none where the invoice is under a law whose times are not known here.
    pub expires: Option<NaiveDate>,
    /// Insolvency proceedings hold the claim.
    pub insolvent: bool,
    /// A mediation or conciliation about it was noted, or a simplified procedure came to nothing.
    pub conciliated: bool,
    /// The day a court decided that nothing is owed, where that stands.
    pub lost: Option<NaiveDate>,
    /// The ways that were taken in vain, each with the last day it came to nothing.
    pub failed: Vec<(RecoveryRoute, NaiveDate)>,
    /// A title was obtained.
    pub title: Option<Title>,
    /// What is under way and comes before any way out, as the action it asks for.
    pub engaged: Option<Action>,
    /// A promise was broken and none has been made since.
    pub promise_broken: bool,
    /// Why it is not paid, where that is known.
    pub reason: Option<Unpaid>,
    /// The client owned to the debt.
    pub acknowledged: bool,
    /// Time and money spent so far and not recovered, in euros.
    pub spent: Amount,
    /// What the claim may still bring, in euros: what the stop line is held against.
    pub at_stake: Amount,
    /// The stop line: what the user means to spend on it at most, in euros.
    pub stop_line: Amount,
}

impl Situation {
    /// The situation of a case on the day of its claim, with what is under way about it: see `dunning::engaged`. Sums in
    /// another currency are in euros where `outlook` says what that is worth.
    #[must_use]
    pub fn of(
        case: &CaseFile,
        client: &Client,
        claim: &Claim,
        (assumptions, outlook): (&Assumptions, &Outlook),
        engaged: Option<Action>,
    ) -> Self {
        let today = claim.as_of;
        let converted = outlook.euros(Amount::ZERO, claim.currency).is_some();
        let sum = |amount| outlook.euros(amount, claim.currency).unwrap_or(amount);
        let principal = (claim.principal_left - claim.not_due).or_zero();
        let due = claim.first_unpaid_due().unwrap_or(case.invoice.due);
        let spending = Spending::of(case, claim, assumptions);
        let known = || case.events.iter().filter(|event| due < event.date && event.date <= today);
        let promises: Vec<PromiseState> = case.promises(today).map(|(_, state)| state).collect();
        let reason = case.open_circumstances(today).filter_map(|one| match one.kind {
            CircumstanceKind::Unpaid(reason) => Some(reason),
            _ => None,
        });
        Self {
            today,
            debtor: client.kind,
            standing: Standing::guess(client.kind, &client.name),
            has_form: Standing::has_form(&client.name),
            seat: Seat::of(&client.address),
            currency: if converted { Currency::EUR } else { claim.currency },
            principal: sum(principal),
            contested: sum(case.disputed(claim).min(principal)),
            interest: sum(claim.interest_left),
            interest_uncontested: sum(case.undisputed(client.kind, claim).interest_left),
            accessories: sum(claim.penalties_left()),
            due,
            was_sent: case.was_sent(today) || !claim.principal_left.is_positive(),
            contact: if known().any(is_amicable) || asked_by_others(case, due, today) {
                Contact::Recorded
            } else if case.outlook.without_contact.is_empty() {
                Contact::None
            } else {
                Contact::Excused
            },
            reminders: known().filter(|event| event.step.is_reminder()).count(),
            notice: notice(case, claim),
            expires: case.limitation(client.debtor(), today).map(|known| known.expires),
            insolvent: case.is_held_by(client.insolvency, today),
            conciliated: conciliated(case, today),
            lost: case.proceedings.iter().filter_map(|one| one.lost(today)).map(|one| one.date).max(),
            failed: failed(case, today),
            title: Title::of(case, today, engaged.as_ref())
                .map(|title| Title { sum: title.sum.map(sum), ..title }),
            engaged,
            promise_broken: promises.last().is_some_and(|state| *state == PromiseState::Broken),
            reason: reason.last(),
            acknowledged: case.acts.iter().any(|act| act.date <= today && act.kind.owns_to_debt()),
            spent: spending.net(),
            at_stake: spending.at_stake.unwrap_or_default(),
            stop_line: assumptions.stop_line().of(spending.at_stake.unwrap_or_default()),
        }
    }

    /// The last day a way was taken in vain.
    #[must_use]
    pub fn tried(&self, route: RecoveryRoute) -> Option<NaiveDate> {
        self.failed.iter().filter(|(known, _)| *known == route).map(|(_, on)| *on).max()
    }

    /// What is claimed: the principal that is late; once all of it is paid, the interest and fixed sum that are left.
    #[must_use]
    pub fn claimed(&self) -> Amount {
        if self.principal.is_positive() || self.today <= self.due { self.principal } else { self.accessories }
    }

    /// Interest and fixed sum on top of what is claimed; nothing where they are all that is claimed.
    #[must_use]
    pub fn on_top(&self) -> Amount {
        if self.principal.is_positive() { self.accessories } else { Amount::ZERO }
    }

    /// What a court or an agency can be asked for: what is claimed and nobody contests.
    #[must_use]
    pub fn uncontested(&self) -> Amount {
        (self.claimed() - self.contested).or_zero()
    }

    /// To have a title enforced is all that is under way: nothing of a public body can be seized.
    #[must_use]
    pub fn enforces(&self) -> bool {
        self.debtor != DebtorKind::Public && self.title.is_some_and(|title| title.comes_next)
    }

    /// Nothing keeps what is asked for from being asked for: where a part is contested, the rest goes on.
    #[must_use]
    pub fn is_free_to_chase(&self) -> bool {
        let in_part = self.contested.is_positive() && self.uncontested().is_positive();
        self.engaged.as_ref().is_none_or(|action| in_part && action.leaves_the_rest())
    }

    /// A part is contested, and the rest may be asked of a court: no meeting is agreed on that could settle it.
    #[must_use]
    pub fn rest_is_free(&self) -> bool {
        let in_part = self.contested.is_positive() && self.uncontested().is_positive();
        in_part
            && self.engaged.as_ref().is_some_and(|action| action.leaves_the_rest() && action.hold.is_none())
    }

    /// How near the end of limitation is, where that is known.
    #[must_use]
    pub fn nearness(&self) -> Option<Nearness> {
        self.expires.map(|expires| limitation::nearness(expires, self.today))
    }

    /// The day the time to sue was over, where it is over.
    #[must_use]
    pub fn expired(&self) -> Option<NaiveDate> {
        self.expires.filter(|expires| *expires < self.today)
    }

    /// The court that is sued before, as courts are named on the day.
    #[must_use]
    pub fn court(&self) -> Court {
        if self.debtor == DebtorKind::Public {
            return Court::Administrative;
        }
        Court::of(self.standing, &self.seat, self.today)
    }

    /// A court or an officer would be asked, and what the debtor is in law was never said.
    #[must_use]
    pub fn asks_kind(&self, route: RecoveryRoute) -> bool {
        self.debtor == DebtorKind::Unknown && route.seeks_title()
    }

    /// Whole days since the due date.
    #[must_use]
    pub fn days_late(&self) -> i64 {
        (self.today - self.due).num_days()
    }
}

/// A reminder, a call, a notice, an offer to meet or to pay in parts: the client was asked.
fn is_amicable(event: &Event) -> bool {
    event.step.is_reminder()
        || event.step.is_call()
        || matches!(event.step, Step::FormalNotice | Step::Meeting | Step::Instalments | Step::Suspension)
}

/// An officer, a lawyer or a mediator asked the client since the sum was due.
fn asked_by_others(case: &CaseFile, due: NaiveDate, today: NaiveDate) -> bool {
    let is_since = |day: NaiveDate| due < day && day <= today;
    case.proceedings.iter().any(|one| match one.kind {
        ProceedingKind::Simplified | ProceedingKind::Mediation => {
            let asks = |stage| matches!(stage, Stage::Invited | Stage::TalksBegun | Stage::Declined);
            one.known(today).any(|known| asks(known.stage) && is_since(known.date))
        }
        ProceedingKind::LawyerLetter | ProceedingKind::HandedOver => is_since(one.date),
        _ => false,
    })
}

/// The ways that were taken and came to nothing, with the day each did. What a court decided on the claim itself is no
/// matter of trying again: see [`Proceeding::lost`].
fn failed(case: &CaseFile, today: NaiveDate) -> Vec<(RecoveryRoute, NaiveDate)> {
    // What was given up in court can be brought again, and so can a request whose order was not served in time.
    let is_vain = |kind, stage| match kind {
        ProceedingKind::PaymentOrder | ProceedingKind::EuropeanOrder => stage == Stage::Refused,
        ProceedingKind::Summary => stage == Stage::Dismissed,
        ProceedingKind::Simplified => stage == Stage::Declined,
        ProceedingKind::Mediation | ProceedingKind::LawyerLetter | ProceedingKind::HandedOver => true,
        _ => false,
    };
    let known = case.proceedings.iter().filter_map(|one| {
        let end = one.ended(today).filter(|end| is_vain(one.kind, end.stage))?;
        Some((way(one.kind)?, end.date))
    });
    known.collect()
}

/// What CPC art. 750-1 asks for before a small claim in the civil court; a simplified procedure that failed counts as well.
fn conciliated(case: &CaseFile, today: NaiveDate) -> bool {
    let is_failed = |one: &Proceeding| {
        one.kind == ProceedingKind::Simplified && one.last(Stage::Declined, today).is_some()
    };
    let tried = |(kind, on): (ActKind, NaiveDate)| {
        matches!(kind, ActKind::AmicableBegun | ActKind::AmicableEnded) && on <= today
    };
    case.known_acts().any(tried) || case.proceedings.iter().any(is_failed)
}

fn notice(case: &CaseFile, claim: &Claim) -> Notice {
    case.notice_of_unpaid(claim).map_or(Notice::None, |event| {
        if event.deadline < claim.as_of { Notice::Over(event.deadline) } else { Notice::Runs(event.deadline) }
    })
}
