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
    /// The notice was left unanswered: the creditor may declare all due, or let the plan go on in writing. What is paid once
    /// the time is over, this sum even, does not heal it by itself.
    Breached(PlanRow, Notice),
    /// All its sums are paid: to be closed.
    Complete,
    /// Insolvency proceedings opened that day hold it: what was owed before is not paid any more (C. com. art. L622-7), and is
    /// lodged instead.
    Stopped(NaiveDate),
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

    /// Its dates hold still: it gives time, or was breached and nobody has broken it off.
    #[must_use]
    pub fn keeps_dates(self) -> bool {
        self.gives_time() || matches!(self, Self::Breached(..))
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
            Self::Proposed | Self::Unanswered | Self::Complete | Self::Stopped(_) | Self::Ended(_) => None,
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

    /// The day it was signed, while it runs and nothing stops it.
    #[must_use]
    pub fn signed(&self) -> Option<NaiveDate> {
        self.plan
            .accepted
            .filter(|_| self.plan.is_running() && !matches!(self.standing, Standing::Stopped(_)))
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

    /// Its sums that were not there whole at the end of their days, or of the day it was signed where that was later, with what
    /// had come by then; as far as these days are over. The agreement gives no grace. `received`: all that was ever received
    /// on its invoices until the end of a day.
    #[must_use]
    pub fn late_sums(&self, received: impl Fn(NaiveDate) -> Amount, today: NaiveDate) -> Vec<PlanRow> {
        let Some(signed) = self.accepted else { return Vec::new() };
        let on_its_day = |(at, sum): (usize, Instalment)| {
            let day = Some(sum.due.max(signed)).filter(|day| *day < today)?;
            self.rows(received(day)).get(at).copied().filter(|row| row.left().is_positive())
        };
        self.sums().enumerate().filter_map(on_its_day).collect()
    }

    /// The last notice that counts on a day: one that was sent before the plan was let go on is over.
    fn last_notice(&self, notices: &[Notice], today: NaiveDate) -> Option<Notice> {
        let let_go_on = self.goes_on.iter().map(|one| one.on).filter(|on| *on <= today).max();
        let counts = |notice: &&Notice| notice.sent <= today && let_go_on.is_none_or(|on| on < notice.sent);
        notices.iter().filter(counts).max_by_key(|notice| notice.sent).copied()
    }

    /// The last notice, where its sum came after the end one can expect of its time, its receipt not being noted: only that
    /// day tells whether the money came in time.
    #[must_use]
    pub fn doubtful_notice(
        &self,
        received: impl Fn(NaiveDate) -> Amount,
        notices: &[Notice],
        today: NaiveDate,
    ) -> Option<Notice> {
        let last = self.last_notice(notices, today).filter(|_| self.is_running())?;
        let is_over = last.is_estimate && last.until < today;
        (is_over && self.unanswered(&last, received(last.until)).is_some()).then_some(last)
    }

    /// Where it stands on a day, given all that was ever received on its invoices until the end of a day, and the notices sent
    /// about it: see [`Plan::notices`] for those that are kept on it.
    #[must_use]
    pub fn standing(
        &self,
        received: impl Fn(NaiveDate) -> Amount,
        notices: &[Notice],
        today: NaiveDate,
    ) -> Standing {
        if let Some(ended) = self.ended {
            return Standing::Ended(ended.how);
        }
        if self.accepted.is_none_or(|signed| today < signed) {
            return if today <= self.answer_by { Standing::Proposed } else { Standing::Unanswered };
        }
        let rows = self.rows(received(today));
        let last = self.last_notice(notices, today);
        if let Some(notice) = last.filter(|notice| notice.until < today && !notice.is_estimate)
            && let Some(at) = self.unanswered(&notice, received(notice.until))
            && let Some(row) = rows.get(at)
        {
            return Standing::Breached(*row, notice);
        }
        let Some(next) = rows.into_iter().find(|row| row.left().is_positive()) else {
            return Standing::Complete;
        };
        if !next.is_missed(today) {
            return Standing::Kept(next);
        }
        // A notice about an earlier sum was answered by paying it.
        match last.filter(|notice| next.due < notice.sent) {
            None => Standing::Missed(next),
            Some(notice) if today <= notice.until => Standing::NoticeRuns(next, notice),
            Some(notice) if notice.is_estimate => Standing::NoticeUndated(next, notice),
            Some(notice) => Standing::Breached(next, notice),
        }
    }

    /// Which sum a notice was about that was still missing when its time was over, from what had been received by then.
    fn unanswered(&self, notice: &Notice, received: Amount) -> Option<usize> {
        let rows = self.rows(received);
        let at = rows.iter().position(|row| row.left().is_positive())?;
        rows.get(at).filter(|row| row.due < notice.sent).map(|_| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::base::{ClientId, InvoiceId, PlanId, Region};
    use crate::domain::claim::Instalment;
    use crate::domain::plan::{Ended, GoesOn, InterestDuring, Penalties};

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
            goes_on: Vec::new(),
            reserved: Vec::new(),
        }
    }

    fn standing(plan: &Plan, cents: i64, today: &str) -> Standing {
        plan.standing(|_| Amount::from_cents(50_000 + cents), &plan.notices, day(today))
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
    fn money_after_the_time_of_a_notice_heals_nothing_until_the_plan_is_let_go_on() {
        let mut plan = plan();
        let notice = Notice { sent: day("2027-01-20"), until: day("2027-01-28"), is_estimate: false };
        plan.notices.push(notice);
        // The down-payment in time; the first instalment on a day of its own.
        let on = |plan: &Plan, paid: &str, cents: i64, today: &str| {
            let paid = day(paid);
            let received = |day| Amount::from_cents(60_000 + if paid <= day { cents } else { 0 });
            plan.standing(received, &plan.notices, day(today))
        };
        assert!(matches!(on(&plan, "2027-01-28", 30_000, "2027-01-29"), Standing::Kept(_)), "its last day");
        for (cents, today) in [(30_000, "2027-01-29"), (30_000, "2027-02-18"), (90_000, "2027-03-20")] {
            let standing = on(&plan, "2027-01-29", cents, today);
            let Standing::Breached(row, known) = standing else { panic!("{standing:?}") };
            assert_eq!((row.number, row.left(), known), (Some(1), Amount::ZERO, notice), "{today}");
            assert!(!standing.gives_time());
        }
        plan.goes_on.push(GoesOn { on: day("2027-02-01"), written: "E-mail".to_owned() });
        assert!(matches!(on(&plan, "2027-01-29", 30_000, "2027-01-31"), Standing::Breached(..)), "not yet");
        assert!(matches!(on(&plan, "2027-01-29", 30_000, "2027-02-01"), Standing::Kept(_)));
        assert_eq!(on(&plan, "2027-01-29", 90_000, "2027-03-20"), Standing::Complete);
        // Let go on although nothing came: the next notice is one of its own.
        assert!(matches!(on(&plan, "2027-12-31", 0, "2027-02-02"), Standing::Missed(_)));
        plan.notices.push(Notice { sent: day("2027-02-03"), until: day("2027-02-11"), is_estimate: false });
        assert!(matches!(on(&plan, "2027-12-31", 0, "2027-02-12"), Standing::Breached(..)));
    }

    #[test]
    fn a_sum_is_late_when_it_is_not_there_on_its_day() {
        let plan = plan();
        let late = |plan: &Plan, paid: &str| {
            let paid = day(paid);
            let received = |day| Amount::from_cents(50_000 + if paid <= day { 100_000 } else { 0 });
            plan.late_sums(received, day("2027-04-01")).iter().map(|row| row.number).collect::<Vec<_>>()
        };
        assert_eq!(late(&plan, "2026-12-10"), []);
        assert_eq!(late(&plan, "2026-12-11"), [None], "one day is late: the agreement gives no grace");
        assert_eq!(late(&plan, "2027-02-16"), [None, Some(1), Some(2)]);
        let nothing = |_| Amount::from_cents(50_000);
        assert!(plan.late_sums(nothing, day("2026-12-10")).is_empty(), "its day is not over");
        assert_eq!(plan.late_sums(nothing, day("2026-12-11")).len(), 1);
        let signed = Plan { accepted: Some(day("2026-12-12")), ..plan.clone() };
        assert_eq!(late(&signed, "2026-12-12"), [], "there when it was signed");
        assert_eq!(late(&Plan { accepted: None, ..plan }, "2027-02-16"), []);
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
