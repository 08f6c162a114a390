//! Circumstances (*circonstances*): dated facts about how a claim is being paid, or why it is not. They pause the ladder,
//! move it or close it; none of them changes what is owed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::dispute::DisputeLife;
use super::event::Channel;
use super::movement::{Movement, received_between};
use crate::base::dates::add_days;
use crate::base::iso;
use crate::base::{Amount, CircumstanceId};

/// Days after a promised day before it counts as broken: a transfer takes that long.
pub const GRACE_DAYS: u32 = 2;

/// Why an invoice is not paid, as the client says or as one knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unpaid {
    /// The client lost it.
    Lost,
    /// It never arrived.
    NotReceived,
    /// Forgotten.
    Forgotten,
    /// Waits for somebody's approval.
    Approval,
    /// Wrong details or order number on it.
    WrongData,
    /// The client is not satisfied with the work.
    Dissatisfied,
    /// Short of cash.
    Cash,
    /// Will not pay.
    BadFaith,
    /// Insolvency proceedings.
    Insolvent,
    /// The firm has closed.
    Closed,
}

/// Why chasing pauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PauseCause {
    /// The client asked for time and got it (*report d'échéance*).
    Granted,
    /// Terms are being agreed.
    Talks,
    /// The person in charge is away.
    Absence,
    /// A correction or a document of ours is awaited.
    OurSide,
    /// What a client answered on a card is waited for: the money of it ends the pause. No form offers it.
    Card,
    /// The user left the invoice out of a message about others: it waits for as long as those have. No form offers it.
    Aside,
    /// Another cause, said in the note.
    Other,
}

/// What a client contests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DisputeCause {
    /// Quality of the work.
    Quality,
    /// Something is missing.
    Incomplete,
    /// Price.
    Price,
    /// Delivered late.
    Late,
    /// Not ordered.
    NotOrdered,
    /// Another cause, said in the note.
    Other,
}

/// What is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CircumstanceKind {
    /// A promise to pay (*promesse de paiement*).
    Promise {
        /// How much.
        amount: Amount,
        /// By which day.
        #[serde(with = "iso")]
        by: NaiveDate,
        /// Who promised.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        who: String,
        /// How.
        channel: Channel,
    },
    /// Chasing pauses until a day.
    Pause {
        /// Why.
        cause: PauseCause,
        /// The last day of it.
        #[serde(with = "iso")]
        until: NaiveDate,
    },
    /// The client contests an amount (*litige*); the rest goes on being chased.
    Dispute {
        /// What.
        cause: DisputeCause,
        /// How much.
        amount: Amount,
        /// Day by which the user answers.
        #[serde(with = "iso")]
        answer_by: NaiveDate,
        /// What else is known of it.
        #[serde(default, skip_serializing_if = "DisputeLife::is_empty")]
        life: Box<DisputeLife>,
    },
    /// The client proposes to pay in several equal sums, a month apart; nothing is agreed yet.
    Proposal {
        /// How many.
        count: u32,
        /// Day of the first.
        #[serde(with = "iso")]
        first: NaiveDate,
    },
    /// Why it is not paid.
    Unpaid(Unpaid),
    /// An official e-invoice life-cycle code, 200 to 228.
    LifeCycle(u16),
    /// Work for the client is suspended (*suspension des prestations*).
    Suspension {
        /// Which work.
        work: String,
    },
    /// The user follows it up every working day (*suivi rapproché*), see [`super::dunning::watch`].
    CloseWatch {
        /// The last day of it.
        #[serde(with = "iso")]
        until: NaiveDate,
    },
}

/// A circumstance of one claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circumstance {
    /// Number within the book.
    pub id: CircumstanceId,
    /// Day it was learnt, or began.
    #[serde(with = "iso")]
    pub date: NaiveDate,
    /// What is known.
    pub kind: CircumstanceKind,
    /// Note, free text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Day it ended before its time, or was settled, where it was.
    #[serde(with = "iso::optional", default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<NaiveDate>,
}

/// Where a promise stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromiseState {
    /// Its day, and the grace after it, are not over.
    Running,
    /// The money came in time.
    Kept,
    /// It did not.
    Broken,
    /// It was replaced or given up.
    Withdrawn,
}

impl CircumstanceKind {
    /// A dispute of which nothing but this is known.
    #[must_use]
    pub fn dispute(cause: DisputeCause, amount: Amount, answer_by: NaiveDate) -> Self {
        Self::Dispute { cause, amount, answer_by, life: Box::default() }
    }
}

impl Circumstance {
    /// The life of a dispute; none where it is something else.
    #[must_use]
    pub fn life(&self) -> Option<&DisputeLife> {
        match &self.kind {
            CircumstanceKind::Dispute { life, .. } => Some(life),
            _ => None,
        }
    }

    /// It is known and has not ended on a day. A pause and a close watch end by themselves after their last day.
    #[must_use]
    pub fn is_open(&self, today: NaiveDate) -> bool {
        let over = match self.kind {
            CircumstanceKind::Pause { until, .. } | CircumstanceKind::CloseWatch { until } => until < today,
            _ => false,
        };
        self.date <= today && !over && self.ended.is_none_or(|ended| today < ended)
    }

    /// Where a promise stands at the end of a day, from the other circumstances and the payments of its claim; none where it
    /// is no promise. Of several sums promised on one day, money goes to the earliest.
    #[must_use]
    pub fn promise(&self, all: &[Self], movements: &[Movement], today: NaiveDate) -> Option<PromiseState> {
        let CircumstanceKind::Promise { amount, by, .. } = self.kind else { return None };
        let last = add_days(by, GRACE_DAYS);
        // What comes once it was ended keeps it no more, and what was open beside it until then came before it.
        let counted = self.ended.map_or(last, |ended| ended.min(last));
        let stood = |other: &Self| other.ended.is_none_or(|on| self.ended.is_some_and(|ended| ended <= on));
        let before: Amount = all
            .iter()
            .filter(|other| other.date == self.date && other.id != self.id && stood(other))
            .filter_map(|other| match other.kind {
                CircumstanceKind::Promise { amount, by: earlier, .. } if earlier < by => Some(amount),
                _ => None,
            })
            .sum();
        let paid = received_between(movements, self.date, counted, today);
        Some(if before + amount <= paid {
            PromiseState::Kept
        } else if self.ended.is_some_and(|ended| ended <= today) {
            PromiseState::Withdrawn
        } else if last < today {
            PromiseState::Broken
        } else {
            PromiseState::Running
        })
    }
}

impl Unpaid {
    /// Every reason, in the order a form offers them.
    pub const ALL: [Self; 10] = [
        Self::NotReceived,
        Self::Lost,
        Self::Forgotten,
        Self::Approval,
        Self::WrongData,
        Self::Dissatisfied,
        Self::Cash,
        Self::BadFaith,
        Self::Insolvent,
        Self::Closed,
    ];
}

impl PauseCause {
    /// Every cause, in the order a form offers them.
    pub const ALL: [Self; 5] = [Self::Granted, Self::Talks, Self::Absence, Self::OurSide, Self::Other];
}

impl DisputeCause {
    /// Every cause, in the order a form offers them.
    pub const ALL: [Self; 6] =
        [Self::Quality, Self::Incomplete, Self::Price, Self::Late, Self::NotOrdered, Self::Other];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::MovementId;
    use crate::base::dates::parse_iso;
    use crate::domain::movement::MovementKind;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn promise() -> Circumstance {
        let kind = CircumstanceKind::Promise {
            amount: Amount::from_cents(10_000),
            by: day("2026-11-18"),
            who: "Mme Le Goff".to_owned(),
            channel: Channel::Phone,
        };
        Circumstance {
            id: CircumstanceId(1),
            date: day("2026-11-10"),
            kind,
            note: String::new(),
            ended: None,
        }
    }

    fn payment(date: &str, cents: i64) -> Movement {
        Movement {
            id: MovementId(1),
            kind: MovementKind::Payment,
            date: day(date),
            amount: Amount::from_cents(cents),
            reference: String::new(),
            if_settled_by: None,
        }
    }

    #[test]
    fn a_promise_is_kept_by_money_in_time() {
        let state = |movements: &[Movement], today: &str| {
            promise().promise(&[promise()], movements, day(today)).unwrap()
        };
        assert_eq!(state(&[], "2026-11-20"), PromiseState::Running, "two days of grace");
        assert_eq!(state(&[], "2026-11-21"), PromiseState::Broken);
        assert_eq!(state(&[payment("2026-11-20", 10_000)], "2026-11-21"), PromiseState::Kept);
        assert_eq!(state(&[payment("2026-11-21", 10_000)], "2026-11-21"), PromiseState::Broken);
        assert_eq!(state(&[payment("2026-11-09", 10_000)], "2026-11-21"), PromiseState::Broken);
        assert_eq!(state(&[payment("2026-11-12", 6000)], "2026-11-21"), PromiseState::Broken);
        let two = [payment("2026-11-12", 6000), payment("2026-11-18", 4000)];
        assert_eq!(state(&two, "2026-11-18"), PromiseState::Kept);
    }

    #[test]
    fn a_payment_that_bounced_keeps_no_promise() {
        let back = |date: &str, cents| Movement { kind: MovementKind::Refund, ..payment(date, cents) };
        let state = |movements: &[Movement], today: &str| {
            promise().promise(&[promise()], movements, day(today)).unwrap()
        };
        let bounced = [payment("2026-11-12", 10_000), back("2026-11-16", 10_000)];
        assert_eq!(state(&bounced, "2026-11-15"), PromiseState::Kept);
        assert_eq!(state(&bounced, "2026-11-16"), PromiseState::Running);
        assert_eq!(state(&bounced, "2026-11-21"), PromiseState::Broken);
        // A direct debit is known to have bounced only weeks later.
        let late = [payment("2026-11-18", 10_000), back("2026-12-15", 10_000)];
        assert_eq!(state(&late, "2026-12-14"), PromiseState::Kept);
        assert_eq!(state(&late, "2026-12-15"), PromiseState::Broken);
        // What bounced was paid before the promise: it was the reason for it.
        let before = [payment("2026-11-02", 5_000), back("2026-11-11", 5_000), payment("2026-11-18", 10_000)];
        assert_eq!(state(&before, "2026-11-21"), PromiseState::Kept);
    }

    #[test]
    fn money_goes_to_the_earliest_of_several_promises() {
        let second = Circumstance { id: CircumstanceId(2), ..promise() };
        let kind = CircumstanceKind::Promise {
            amount: Amount::from_cents(10_000),
            by: day("2026-12-18"),
            who: String::new(),
            channel: Channel::Phone,
        };
        let all = [promise(), Circumstance { kind, ..second }];
        let [first, second] = &all;
        let state = |one: &Circumstance, movements: &[Movement], today: &str| {
            one.promise(&all, movements, day(today)).unwrap()
        };
        let once = [payment("2026-11-18", 10_000)];
        assert_eq!(state(first, &once, "2026-12-30"), PromiseState::Kept);
        assert_eq!(state(second, &once, "2026-12-30"), PromiseState::Broken);
        let twice = [payment("2026-11-18", 10_000), payment("2026-12-10", 10_000)];
        assert_eq!(state(second, &twice, "2026-12-30"), PromiseState::Kept);
    }

    #[test]
    fn circumstances_end() {
        let mut pause = promise();
        pause.kind = CircumstanceKind::Pause { cause: PauseCause::Talks, until: day("2026-11-18") };
        assert!(!pause.is_open(day("2026-11-09")));
        assert!(pause.is_open(day("2026-11-18")));
        assert!(!pause.is_open(day("2026-11-19")));
        pause.ended = Some(day("2026-11-12"));
        assert!(pause.is_open(day("2026-11-11")) && !pause.is_open(day("2026-11-12")));
    }
}
