//! Where a claim stands on a day, and the facts that say so. A pure function of the case and its claim.

use chrono::NaiveDate;

use serde::{Deserialize, Serialize};

use super::act::ActKind;
use super::case_file::CaseFile;
use super::circumstance::{CircumstanceKind, PauseCause, PromiseState};
use super::claim::Claim;
use super::dunning::watch;
use super::limitation::Nearness;
use super::party::Debtor;
use super::proceeding::{ProceedingKind, Stage};
use crate::base::{Amount, dates};

/// Days before the due date from which a claim is due soon.
const SOON_DAYS: i64 = 7;

/// The state of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum State {
    /// An order for payment, a claim in court, a lodged claim: a procedure is running.
    Procedure,
    /// Handed over to somebody who collects it.
    HandedOver,
    /// Formal notice sent and its deadline passed.
    NoticeExpired,
    /// Formal notice sent, deadline running.
    NoticeRunning,
    /// Reminded at least once since it was due.
    Reminded,
    /// Past due, nothing sent yet.
    Overdue,
    /// Due within a week, or today.
    DueSoon,
    /// Not due yet.
    NotDue,
    /// The principal is paid or credited; penalties or the fixed sum are not.
    SettledExceptPenalties,
    /// Nothing is owed.
    Settled,
    /// Sold: it is another’s claim now.
    Sold,
    /// Given up in the accounts.
    WrittenOff,
}

/// A fact a state rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The due date, and how many days ago it was (negative: in how many days).
    Due {
        /// Due date.
        due: NaiveDate,
        /// Whole days since.
        days: i64,
    },
    /// This much of the principal is unpaid.
    Unpaid(Amount),
    /// Payments received so far.
    Paid(Amount),
    /// Credit notes so far.
    Credited(Amount),
    /// This many reminders, the last one that day.
    Reminded {
        /// How many.
        count: usize,
        /// Day of the last one.
        last: NaiveDate,
    },
    /// A formal notice was sent that day and granted this deadline.
    Notified {
        /// Day it was sent.
        sent: NaiveDate,
        /// Last day to pay.
        deadline: NaiveDate,
    },
    /// Penalties and fixed sum still owed after the principal.
    PenaltiesLeft(Amount),
    /// The client has this much to its credit.
    Credit(Amount),
    /// A proceeding began that day, and is at this stage since another.
    Proceeding {
        /// What kind.
        kind: ProceedingKind,
        /// Day it began.
        began: NaiveDate,
        /// Its last stage with its day; none where nothing happened since.
        last: Option<(Stage, NaiveDate)>,
    },
}

/// A state with the facts behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The state.
    pub state: State,
    /// Whole days since the due date; zero or less where it is not past.
    pub days_late: i64,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Something beside the state of a claim, with the fact it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flag {
    /// No sending is recorded.
    NotSent,
    /// A promise is running.
    PromiseRunning {
        /// How much.
        amount: Amount,
        /// By which day.
        by: NaiveDate,
    },
    /// Instalments were agreed on the telephone, and are not signed.
    PlanSpoken {
        /// Day of the call.
        on: NaiveDate,
        /// How many are to come.
        count: usize,
        /// All of them together.
        amount: Amount,
    },
    /// A promise was not kept, and none was made since.
    PromiseBroken {
        /// How much.
        amount: Amount,
        /// By which day.
        by: NaiveDate,
    },
    /// A part of what is unpaid is contested.
    DisputePartial(Amount),
    /// All that is unpaid is contested.
    DisputeTotal(Amount),
    /// A payment plan was signed, and runs.
    PlanSigned(NaiveDate),
    /// Chasing pauses.
    Paused {
        /// Why.
        cause: PauseCause,
        /// The last day of it.
        until: NaiveDate,
    },
    /// It is followed up every working day.
    Watched {
        /// Since when.
        since: NaiveDate,
        /// The last day of it.
        until: NaiveDate,
    },
    /// Work is suspended.
    Suspended {
        /// Which work.
        work: String,
        /// Since when.
        since: NaiveDate,
    },
    /// Insolvency proceedings were opened.
    Insolvent(NaiveDate),
    /// In court, or being enforced, since the last act.
    InCourt(ActKind, NaiveDate),
    /// The end of limitation is near, or past.
    LimitationNear {
        /// Last day of the period.
        expires: NaiveDate,
        /// How near it is.
        nearness: Nearness,
    },
}

impl State {
    /// True where principal is owed and the due date is past.
    #[must_use]
    pub fn is_late(self) -> bool {
        matches!(
            self,
            Self::Overdue
                | Self::Reminded
                | Self::NoticeRunning
                | Self::NoticeExpired
                | Self::Procedure
                | Self::HandedOver
        )
    }

    /// True where it is no longer counted among what is owed to the user: sold, or given up.
    #[must_use]
    pub fn is_out(self) -> bool {
        matches!(self, Self::Sold | Self::WrittenOff)
    }

    /// True where something is owed to the user.
    #[must_use]
    pub fn is_open(self) -> bool {
        self != Self::Settled && !self.is_out()
    }

    /// True where no principal is owed any more.
    #[must_use]
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Settled | Self::SettledExceptPenalties)
    }
}

/// The state of a case on the day its claim was computed for.
#[must_use]
pub fn status(case: &CaseFile, claim: &Claim) -> Status {
    let today = claim.as_of;
    let due = claim.first_unpaid_due().unwrap_or(case.invoice.due);
    let days_late = dates::days_between(due, claim.late_until());
    let mut reasons = vec![Reason::Due { due, days: dates::days_between(due, today) }];
    if claim.principal_left.is_positive() {
        reasons.push(Reason::Unpaid(claim.principal_left));
    }
    if claim.paid.is_positive() {
        reasons.push(Reason::Paid(claim.paid));
    }
    if claim.credited.is_positive() {
        reasons.push(Reason::Credited(claim.credited));
    }
    let reminders = case.reminders(today).filter(|event| event.date > due);
    let (count, last) =
        reminders.fold((0, None), |(count, last), event| (count + 1, last.max(Some(event.date))));
    if let Some(last) = last {
        reasons.push(Reason::Reminded { count, last });
    }
    let notice = case.notice_of_unpaid(claim);
    if let Some(notice) = notice {
        reasons.push(Reason::Notified { sent: notice.date, deadline: notice.deadline });
    }
    let penalties_left = claim.penalties_left();
    let proceeding = case.proceeding(today).filter(|_| claim.balance().is_positive());
    if let Some(one) = proceeding {
        let last = one.known(today).next_back().map(|stage| (stage.stage, stage.date));
        reasons.push(Reason::Proceeding { kind: one.kind, began: one.date, last });
    }
    let state = if let Some(one) = proceeding {
        of_proceeding(one.kind)
    } else if claim.principal_left.is_zero() {
        if penalties_left.is_positive() {
            reasons.push(Reason::PenaltiesLeft(penalties_left));
            State::SettledExceptPenalties
        } else {
            State::Settled
        }
    } else if days_late <= 0 {
        if days_late >= -SOON_DAYS { State::DueSoon } else { State::NotDue }
    } else {
        match notice {
            Some(notice) if notice.deadline < today => State::NoticeExpired,
            Some(_) => State::NoticeRunning,
            None if count > 0 => State::Reminded,
            None => State::Overdue,
        }
    };
    if claim.credit.is_positive() {
        reasons.push(Reason::Credit(claim.credit));
    }
    Status { state, days_late, reasons }
}

fn of_proceeding(kind: ProceedingKind) -> State {
    match kind {
        ProceedingKind::HandedOver => State::HandedOver,
        ProceedingKind::Sold => State::Sold,
        ProceedingKind::WrittenOff => State::WrittenOff,
        ProceedingKind::PaymentOrder
        | ProceedingKind::EuropeanOrder
        | ProceedingKind::Simplified
        | ProceedingKind::CourtClaim
        | ProceedingKind::Summary
        | ProceedingKind::Mediation
        | ProceedingKind::LawyerLetter
        | ProceedingKind::Lodged => State::Procedure,
    }
}

/// What is to be known beside the state of a case on the day its claim was computed for; nothing once nothing is owed,
/// but that work is still suspended. `plan`: the day the plan that runs was signed.
#[must_use]
pub fn flags(case: &CaseFile, claim: &Claim, debtor: Debtor, plan: Option<NaiveDate>) -> Vec<Flag> {
    let today = claim.as_of;
    let mut flags = Vec::new();
    let open = || case.open_circumstances(today).map(|one| (one.date, &one.kind));
    if claim.balance().is_positive() && !case.is_out(today) {
        if claim.principal_left.is_positive() && !case.was_sent(today) {
            flags.push(Flag::NotSent);
        }
        let holding = debtor.insolvency.filter(|opened| case.is_held_by(Some(*opened), today));
        flags.extend(holding.map(Flag::Insolvent));
        flags.extend(last_act(case, today, in_court).map(|(act, on)| Flag::InCourt(act, on)));
        flags.extend(promise(case, today));
        let disputed = case.disputed(claim);
        if disputed.is_positive() {
            let whole = disputed == claim.principal_left;
            flags.push(if whole { Flag::DisputeTotal(disputed) } else { Flag::DisputePartial(disputed) });
        }
        flags.extend(plan.map(Flag::PlanSigned));
        let pause = open().filter_map(|(_, kind)| match kind {
            CircumstanceKind::Pause { cause, until } => Some((*until, *cause)),
            _ => None,
        });
        flags.extend(
            pause.max_by_key(|(until, _)| *until).map(|(until, cause)| Flag::Paused { cause, until }),
        );
        let watch = watch::running(case, today).filter(|_| claim.principal_left.is_positive());
        flags.extend(watch.map(|watch| Flag::Watched { since: watch.since, until: watch.until }));
        if let Some(limitation) = case.limitation(debtor, today) {
            let nearness = limitation.nearness(today);
            if nearness != Nearness::Far {
                flags.push(Flag::LimitationNear { expires: limitation.expires, nearness });
            }
        }
    }
    let suspended = open().find_map(|(since, kind)| match kind {
        CircumstanceKind::Suspension { work } => Some(Flag::Suspended { work: work.clone(), since }),
        _ => None,
    });
    flags.extend(suspended);
    flags
}

/// The last act of some kinds up to a day.
#[must_use]
pub fn last_act(
    case: &CaseFile,
    today: NaiveDate,
    is_it: impl Fn(ActKind) -> bool,
) -> Option<(ActKind, NaiveDate)> {
    let known = case.acts.iter().filter(|act| act.date <= today && is_it(act.kind));
    known.max_by_key(|act| (act.date, act.id)).map(|act| (act.kind, act.date))
}

/// An act that takes a claim out of the amicable way.
#[must_use]
pub fn in_court(act: ActKind) -> bool {
    act.is_judicial()
}

/// The promise that says most about a case: the first that runs, else the last that was not kept where none came after.
fn promise(case: &CaseFile, today: NaiveDate) -> Option<Flag> {
    let known = || {
        case.promises(today).filter_map(|(one, state)| match one.kind {
            CircumstanceKind::Promise { amount, by, .. } => Some((one.date, amount, by, state)),
            _ => None,
        })
    };
    let running =
        known().filter(|(.., state)| *state == PromiseState::Running).min_by_key(|(_, _, by, _)| *by);
    let broken = known().filter(|(.., state)| *state == PromiseState::Broken).max_by_key(|(_, _, by, _)| *by);
    match (broken, running) {
        (Some((made, amount, by, _)), Some((later, ..))) if later <= made => {
            Some(Flag::PromiseBroken { amount, by })
        }
        (_, Some((_, amount, by, _))) => Some(match case.spoken_plan(today) {
            Some(spoken) => Flag::PlanSpoken {
                on: spoken.on,
                count: spoken.sums.len(),
                amount: spoken.sums.iter().map(|sum| sum.amount).sum(),
            },
            None => Flag::PromiseRunning { amount, by },
        }),
        (Some((_, amount, by, _)), None) => {
            let kept_since = known().any(|(made, .., state)| by < made && state == PromiseState::Kept);
            (!kept_since).then_some(Flag::PromiseBroken { amount, by })
        }
        (None, None) => None,
    }
}
