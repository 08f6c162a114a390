//! Where a payment plan stands on a day. Money received pays its sums in their order, whatever it was meant for.

use chrono::NaiveDate;

use super::{End, Notice, Plan};
use crate::base::{Amount, dates};
use crate::domain::circumstance::GRACE_DAYS;
use crate::domain::claim::Instalment;

/// A sum of a plan with what was received for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanRow {
    /// The day it is to be paid by.
    pub due: NaiveDate,
    /// How much.
    pub amount: Amount,
    /// What was received for it.
    pub paid: Amount,
    /// Which one, the first instalment being 1; none for what is paid down.
    pub number: Option<usize>,
}

impl PlanRow {
    /// What is still to come of it.
    #[must_use]
    pub fn left(&self) -> Amount {
        self.amount - self.paid
    }

    /// Its day has come and something is still to come, but a transfer made on that day may be under way: it is due, and
    /// not missed yet.
    #[must_use]
    pub fn is_awaited(&self, today: NaiveDate) -> bool {
        self.left().is_positive() && self.due <= today && !self.is_missed(today)
    }

    /// Its day is past, and it is awaited still.
    #[must_use]
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.is_awaited(today) && self.due < today
    }

    /// The first day on which it is missed, if nothing comes.
    #[must_use]
    pub fn missed_from(&self) -> NaiveDate {
        dates::next_day(dates::add_days(self.due, GRACE_DAYS))
    }

    /// Its day, and the days a transfer takes, are over and something is missing.
    #[must_use]
    pub fn is_missed(&self, today: NaiveDate) -> bool {
        self.left().is_positive() && dates::add_days(self.due, GRACE_DAYS) < today
    }
}

/// Where a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Proposed, and the client may still answer.
    Proposed,
    /// Proposed, and the day for the answer is past.
    Unanswered,
    /// Kept so far: this sum comes next.
    Kept(PlanRow),
    /// A sum is missing, the earliest, and no notice was sent since.
    Missed(PlanRow),
    /// A sum is missing, and the time of the notice runs.
    NoticeRuns(PlanRow, Notice),
    /// The time of the notice is over only as far as one can expect: the day it was received, or first presented, is not
    /// noted, and its days run from there.
    NoticeUndated(PlanRow, Notice),
    /// The notice was left unanswered: the creditor may declare all due.
    Breached(PlanRow, Notice),
    /// All its sums are paid: to be closed.
    Complete,
    /// It ended.
    Ended(End),
}

impl Standing {
    /// It is signed and gives the client time: only its own sums are asked for. Once a notice was left unanswered it does
    /// not.
    #[must_use]
    pub fn gives_time(self) -> bool {
        matches!(
            self,
            Self::Kept(_) | Self::Missed(_) | Self::NoticeRuns(..) | Self::NoticeUndated(..) | Self::Complete
        )
    }

    /// The sum it is about: the one that comes next, or the earliest that is missing.
    #[must_use]
    pub fn row(self) -> Option<PlanRow> {
        match self {
            Self::Kept(row)
            | Self::Missed(row)
            | Self::NoticeRuns(row, _)
            | Self::NoticeUndated(row, _)
            | Self::Breached(row, _) => Some(row),
            Self::Proposed | Self::Unanswered | Self::Complete | Self::Ended(_) => None,
        }
    }
}

/// A plan with where it stands, as an agenda needs it.
#[derive(Clone, Copy, Debug)]
pub struct PlanStanding<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Where it stands.
    pub standing: Standing,
    /// All that was received on its invoices by that day.
    pub received: Amount,
    /// What stays owed beside its sums while it gives time, and by when; none where nothing does.
    pub beside: Option<Instalment>,
}

impl PlanStanding<'_> {
    /// Its signed sums alone are asked for.
    #[must_use]
    pub fn gives_time(&self) -> bool {
        self.standing.gives_time()
    }

    /// The day it was signed, while it runs.
    #[must_use]
    pub fn signed(&self) -> Option<NaiveDate> {
        self.plan.accepted.filter(|_| self.plan.is_running())
    }

    /// Every sum of it is paid, and it is not closed yet.
    #[must_use]
    pub fn is_paid(&self) -> bool {
        self.standing == Standing::Complete
    }

    /// What is asked for under it on a day: what is due, else the sum that comes next; once all are paid, what it left
    /// aside.
    #[must_use]
    pub fn asked(&self, today: NaiveDate) -> Amount {
        if self.is_paid() {
            return self.beside.map(|beside| beside.amount).unwrap_or_default();
        }
        let due = self.plan.due(self.received, today);
        if due.is_positive() { due } else { self.standing.row().map(|row| row.left()).unwrap_or_default() }
    }
}

impl Plan {
    /// Its sums in order with what was received, given all that was ever received on its invoices.
    #[must_use]
    pub fn rows(&self, received: Amount) -> Vec<PlanRow> {
        let mut left = (received - self.paid_before).or_zero();
        let first = usize::from(self.down_payment.is_none());
        let rows = self.sums().enumerate().map(|(index, sum)| {
            let paid = sum.amount.min(left);
            left -= paid;
            let number = Some(index + first).filter(|number| *number != 0);
            PlanRow { due: sum.due, amount: sum.amount, paid, number }
        });
        rows.collect()
    }

    /// What its sums ask for on a day and is still missing of them, given all that was ever received on its invoices; a sum
    /// is asked for from its own day.
    #[must_use]
    pub fn due(&self, received: Amount, today: NaiveDate) -> Amount {
        self.rows(received).iter().filter(|row| row.due <= today).map(PlanRow::left).sum()
    }

    /// What is still to come of all its sums, due or not.
    #[must_use]
    pub fn left(&self, received: Amount) -> Amount {
        self.rows(received).iter().map(PlanRow::left).sum()
    }

    /// The sum that would be missing on the day of a signature: its day is before, and not all of it had come by then.
    #[must_use]
    pub fn missing_when_signed(&self, received: Amount, signed: NaiveDate) -> Option<PlanRow> {
        self.rows(received).into_iter().find(|row| row.due < signed && row.left().is_positive())
    }

    /// The day of its last sum.
    #[must_use]
    pub fn ends(&self) -> NaiveDate {
        self.sums().last().map_or(self.proposed, |sum| sum.due)
    }

    /// Where it stands on a day, given all that was ever received on its invoices until then, and the notices sent about
    /// it: see [`Plan::notices`] for those that are kept on it.
    #[must_use]
    pub fn standing(&self, received: Amount, notices: &[Notice], today: NaiveDate) -> Standing {
        if let Some(ended) = self.ended {
            return Standing::Ended(ended.how);
        }
        if self.accepted.is_none_or(|signed| today < signed) {
            return if today <= self.answer_by { Standing::Proposed } else { Standing::Unanswered };
        }
        let Some(next) = self.rows(received).into_iter().find(|row| row.left().is_positive()) else {
            return Standing::Complete;
        };
        if !next.is_missed(today) {
            return Standing::Kept(next);
        }
        // A notice about an earlier sum was answered by paying it.
        let since = notices.iter().filter(|notice| next.due < notice.sent && notice.sent <= today);
        match since.max_by_key(|notice| notice.sent).copied() {
            None => Standing::Missed(next),
            Some(notice) if today <= notice.until => Standing::NoticeRuns(next, notice),
            Some(notice) if notice.is_estimate => Standing::NoticeUndated(next, notice),
            Some(notice) => Standing::Breached(next, notice),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::base::{ClientId, InvoiceId, PlanId, Region};
    use crate::domain::claim::Instalment;
    use crate::domain::plan::{Ended, InterestDuring, Penalties};

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn sum(due: &str, cents: i64) -> Instalment {
        Instalment { due: day(due), amount: Amount::from_cents(cents) }
    }

    /// 500 € had come in before; 100 € down, then three times 300 €.
    fn plan() -> Plan {
        Plan {
            id: PlanId(1),
            client: ClientId(1),
            invoices: vec![InvoiceId(1)],
            proposed: day("2026-12-01"),
            answer_by: day("2026-12-09"),
            paid_before: Amount::from_cents(50_000),
            down_payment: Some(sum("2026-12-10", 10_000)),
            instalments: vec![
                sum("2027-01-15", 30_000),
                sum("2027-02-15", 30_000),
                sum("2027-03-15", 30_000),
            ],
            penalties: Penalties::Included,
            interest: InterestDuring::Stops,
            notice_days: 8,
            accepted: Some(day("2026-12-05")),
            notices: Vec::new(),
            ended: None,
            note: String::new(),
            undated_because: String::new(),
        }
    }

    fn standing(plan: &Plan, cents: i64, today: &str) -> Standing {
        plan.standing(Amount::from_cents(50_000 + cents), &plan.notices, day(today))
    }

    #[test]
    fn money_pays_the_sums_in_their_order() {
        let rows = plan().rows(Amount::from_cents(50_000 + 45_000));
        let paid: Vec<(Option<usize>, i64)> = rows.iter().map(|row| (row.number, row.paid.cents())).collect();
        assert_eq!(paid, [(None, 10_000), (Some(1), 30_000), (Some(2), 5_000), (Some(3), 0)]);
        let without = Plan { down_payment: None, ..plan() };
        assert_eq!(without.rows(Amount::ZERO)[0].number, Some(1));
        assert_eq!(plan().rows(Amount::ZERO)[0].paid, Amount::ZERO, "money given back pays nothing");
    }

    #[test]
    fn only_sums_whose_day_has_come_are_due() {
        let (plan, had) = (plan(), |cents: i64| Amount::from_cents(50_000 + cents));
        let due = |cents, on| plan.due(had(cents), day(on)).cents();
        assert_eq!(due(0, "2026-12-09"), 0);
        assert_eq!(due(0, "2026-12-10"), 10_000);
        assert_eq!(due(10_000, "2027-01-14"), 0);
        assert_eq!(due(15_000, "2027-02-15"), 55_000);
        assert_eq!(plan.left(had(15_000)).cents(), 85_000);
        assert_eq!(plan.ends(), day("2027-03-15"));
        assert!(standing(&plan, 10_000, "2027-01-18").gives_time());
    }

    #[test]
    fn it_is_kept_until_the_grace_after_a_day_is_over() {
        let plan = plan();
        assert!(matches!(standing(&plan, 0, "2026-12-12"), Standing::Kept(row) if row.number.is_none()));
        assert!(matches!(standing(&plan, 0, "2026-12-13"), Standing::Missed(_)));
        // Due on its own day, late the two days after it, missed on the third.
        let row = plan.rows(Amount::ZERO)[0];
        let states = |on: &str| (row.is_awaited(day(on)), row.is_late(day(on)), row.is_missed(day(on)));
        assert_eq!(states("2026-12-09"), (false, false, false));
        assert_eq!(states("2026-12-10"), (true, false, false));
        assert_eq!(states("2026-12-11"), (true, true, false));
        assert_eq!(states("2026-12-12"), (true, true, false));
        assert_eq!(states("2026-12-13"), (false, false, true));
        assert_eq!(row.missed_from(), day("2026-12-13"));
        assert!(
            matches!(standing(&plan, 10_000, "2027-01-17"), Standing::Kept(row) if row.number == Some(1))
        );
        let Standing::Missed(row) = standing(&plan, 39_999, "2027-01-18") else {
            panic!("one cent is missing")
        };
        assert_eq!((row.number, row.left()), (Some(1), Amount::from_cents(1)));
        assert_eq!(standing(&plan, 100_000, "2027-01-18"), Standing::Complete);
    }

    #[test]
    fn a_notice_left_unanswered_is_a_breach_and_an_answered_one_is_over() {
        let sent = day("2027-01-20");
        let mut plan = plan();
        let until = plan.notice_until(sent, Region::France);
        let notice = Notice { sent, until, is_estimate: false };
        plan.notices.push(notice);
        assert!(
            matches!(standing(&plan, 10_000, "2027-01-28"), Standing::NoticeRuns(_, known) if known == notice)
        );
        assert!(matches!(standing(&plan, 10_000, "2027-01-29"), Standing::Breached(..)));
        // Where its receipt is not noted, its end is no more than expected.
        plan.notices[0].is_estimate = true;
        assert!(matches!(standing(&plan, 10_000, "2027-01-28"), Standing::NoticeRuns(..)));
        let undated = standing(&plan, 10_000, "2027-03-29");
        assert!(matches!(undated, Standing::NoticeUndated(..)) && undated.gives_time());
        plan.notices[0].is_estimate = false;
        // Paid late, it goes on; the next one missed wants a notice of its own.
        assert!(matches!(standing(&plan, 40_000, "2027-01-29"), Standing::Kept(_)));
        assert!(matches!(standing(&plan, 40_000, "2027-02-18"), Standing::Missed(_)));
    }

    #[test]
    fn before_it_is_signed_it_is_a_proposal_and_after_its_end_it_is_over() {
        let open = Plan { accepted: None, ..plan() };
        assert_eq!(standing(&open, 0, "2026-12-09"), Standing::Proposed);
        assert_eq!(standing(&open, 0, "2026-12-10"), Standing::Unanswered);
        let broken = Plan { ended: Some(Ended { how: End::Broken, on: day("2027-02-01") }), ..plan() };
        assert_eq!(standing(&broken, 0, "2027-02-01"), Standing::Ended(End::Broken));
    }
}
