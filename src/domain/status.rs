//! Where a claim stands on a day, and the facts that say so (STA-1). A pure function of the case and its claim.

use chrono::NaiveDate;

use super::case_file::CaseFile;
use super::claim::Claim;
use crate::base::{Amount, dates};

/// Days before the due date from which a claim is due soon.
const SOON_DAYS: i64 = 7;

/// The state of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
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

impl State {
    /// True where principal is owed and the due date is past.
    #[must_use]
    pub fn is_late(self) -> bool {
        matches!(self, Self::Overdue | Self::Reminded | Self::NoticeRunning | Self::NoticeExpired)
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
    let days_late = dates::days_between(due, today);
    let mut reasons = vec![Reason::Due { due, days: days_late }];
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
    let notice = case.last_formal_notice(today);
    if let Some(notice) = notice {
        reasons.push(Reason::Notified { sent: notice.date, deadline: notice.deadline });
    }
    let penalties_left = claim.interest_left + claim.indemnity_left;
    let state = if claim.principal_left.is_zero() {
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
