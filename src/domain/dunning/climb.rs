//! Climbing: which step of the ladder comes next for one case, and on which day (LAD-1, LAD-2).
//!
//! - A rung comes so many days after the first unpaid due date; after the day the invoice was sent where that is later,
//!   because nobody is late with what did not arrive.
//! - It comes no less than the ladder’s gap after the last contact about the case, and not before a time that was granted
//!   is over. The text that follows a call may go out on the next working day.
//! - A rung that could have been done for more than [`SLACK`] days is passed over where the one after it has come too and
//!   is fair. So the user who was away for two months makes one step, and it is the highest fair one. A call that nobody
//!   answered gives none of that time back: what was missed before it is missed after it.
//! - A client who said on the telephone that nothing will be paid is not reminded of it as of something forgotten: what comes
//!   before the firm reminder is behind then.
//! - Once a signed plan was broken, the formal notice of all that is due again comes next.
//! - Fair: a formal notice after a written reminder whose time is over; a last reminder and a penalty note after a written
//!   reminder; a firm one after a written reminder or a conversation, or [`FIRM_FIRST`] days late. Where nothing fair has
//!   come, a first reminder stands in.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::super::case_file::CaseFile;
use super::super::circumstance::{CircumstanceKind, GRACE_DAYS, PromiseState, Unpaid};
use super::super::claim::Claim;
use super::super::event::{Channel, Event, Outcome, Step};
use super::super::manner::Relation;
use super::super::offer::OfferState;
use super::super::party::Client;
use super::super::plan::End;
use super::agenda::Setting;
use super::ladder::{GAP, Ladder, Speed};
use super::person;
use super::policy::Policy;
use super::watch;
use crate::base::dates;
use crate::base::order::in_order;

/// Days a rung may wait before it counts as missed.
pub const SLACK: i64 = 7;

/// Days late from which a firm reminder may be the first word.
pub const FIRM_FIRST: i64 = 30;

/// Amount of an invoice in cents above which its receipt is checked with a known client too.
const CHECKED_ABOVE_CENTS: i64 = 100_000;

/// How fast one case is climbed: as said for the invoice, else for the client, else by the reason it is not paid and the
/// relation, else by the policy.
#[must_use]
pub fn speed(case: &CaseFile, client: &Client, policy: &Policy, today: NaiveDate) -> Speed {
    let in_bad_faith =
        || case.open_circumstances(today).any(|one| one.kind == CircumstanceKind::Unpaid(Unpaid::BadFaith));
    let own = case.pace.speed.or(client.pace.speed);
    own.or_else(|| in_bad_faith().then_some(Speed::Firm)).unwrap_or_else(|| usual_speed(client, policy))
}

/// How fast a client is chased where nothing else is said: by the relation, else by the policy.
#[must_use]
pub fn usual_speed(client: &Client, policy: &Policy) -> Speed {
    match client.manner.relation {
        Relation::Loyal => Speed::Gentle,
        Relation::Tense => Speed::Standard,
        Relation::Neutral => policy.speed,
    }
}

/// The ladder of one case: its own, else its client’s, else the user’s, else the built-in one.
#[must_use]
pub fn ladder<'a>(case: &'a CaseFile, client: &'a Client, policy: &'a Policy) -> Cow<'a, Ladder> {
    let own = case.pace.ladder.as_ref().or(client.pace.ladder.as_ref()).or(policy.ladder.as_ref());
    own.map_or_else(|| Cow::Owned(Ladder::default()), Cow::Borrowed)
}

/// A rung with its day for one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Placed {
    step: Step,
    day: NaiveDate,
}

/// The step that comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Picked {
    pub(super) step: Step,
    /// First day it may be done, a working one.
    pub(super) day: NaiveDate,
    pub(super) skipped: Vec<Step>,
}

/// The ladder leaning on one case.
pub(super) struct Climb<'a> {
    case: &'a CaseFile,
    setting: Setting<'a>,
    today: NaiveDate,
    gap: u32,
    /// Due date of what is first unpaid.
    pub(super) due: NaiveDate,
    /// The day rungs are counted from.
    base: NaiveDate,
    /// The day after the ladder last stood still on purpose: what waited for that was not missed.
    resumed: NaiveDate,
    /// What is left to climb, lowest first.
    left: Vec<Placed>,
}

impl<'a> Climb<'a> {
    pub(super) fn new(case: &'a CaseFile, claim: &Claim, setting: Setting<'a>) -> Self {
        let mut climb = Self::without_rungs(case, claim, setting);
        climb.left = climb.rungs_left(&ladder(case, setting.client, setting.policy), claim);
        climb
    }

    /// The clocks and what is fair, where the rungs themselves are not asked for.
    pub(super) fn without_rungs(case: &'a CaseFile, claim: &Claim, setting: Setting<'a>) -> Self {
        let today = claim.as_of;
        let due = claim.first_unpaid_due().unwrap_or(case.invoice.due);
        let first = case.events.iter().find(|event| !event.step.is_call());
        let sent = first.filter(|event| event.step == Step::Invoice && event.date <= today);
        let base = sent.map_or(due, |event| event.date.max(due));
        let own = case.pace.ladder.as_ref().or(setting.client.pace.ladder.as_ref());
        let gap = own.or(setting.policy.ladder.as_ref()).map_or(GAP, |ladder| ladder.gap);
        let resumed = resumed(case, today);
        Self { case, setting, today, gap, due, base, resumed, left: Vec::new() }
    }

    /// Days since the day rungs are counted from.
    fn days_since(&self, day: NaiveDate) -> i64 {
        dates::days_between(self.base, day)
    }

    /// What was said to the client since what is unpaid was due.
    fn since_due(&self) -> impl Iterator<Item = &'a Event> {
        let (due, today) = (self.due, self.today);
        self.case.events.iter().filter(move |event| due < event.date && event.date <= today)
    }

    fn rungs_left(&self, ladder: &Ladder, claim: &Claim) -> Vec<Placed> {
        let speed = speed(self.case, self.setting.client, self.setting.policy, self.today);
        let placed = ladder.rungs.iter().filter_map(|rung| {
            let days = speed.days(rung.day);
            if rung.step.needs_lateness() && rung.step != Step::BrokenPromise {
                let days = u32::try_from(days.max(1)).unwrap_or(1);
                Some(Placed { step: rung.step, day: dates::add_days(self.base, days) })
            } else if matches!(rung.step, Step::ReceiptCheck | Step::Courtesy) && days <= 0 {
                let before = chrono::Days::new(u64::from(days.unsigned_abs()));
                let day = self.due.checked_sub_days(before).unwrap_or(self.due);
                Some(Placed { step: rung.step, day })
            } else {
                None
            }
        });
        let rungs = in_order(placed.filter(|rung| self.applies(rung.step, claim)), |rung| rung.day);
        let broken = self.plan_broken_on();
        let behind = broken.and_then(|_| rungs.iter().rposition(|rung| rung.step < Step::FormalNotice));
        let reached = self.reached(&rungs).max(behind.map_or(0, |at| at + 1));
        let left = rungs.into_iter().skip(reached);
        // The days of a plan that was broken are no reason to wait longer.
        let left = left.map(|rung| Placed { day: broken.map_or(rung.day, |on| rung.day.min(on)), ..rung });
        // Whoever refuses needs no time to remember.
        let refused = self.since_due().filter(|event| refused(event)).map(|event| event.date).max();
        let soon = refused.map(|on| dates::add_days(on, self.gap));
        let hastened = |rung: Placed| match soon.filter(|_| rung.step == Step::FirmReminder) {
            Some(soon) => Placed { day: rung.day.min(soon), ..rung },
            None => rung,
        };
        let left: Vec<Placed> = left.map(hastened).collect();
        self.without_calls_nobody_can_make(left)
    }

    /// The day a signed plan about the case was found broken: what comes before the formal notice is behind then.
    pub(super) fn plan_broken_on(&self) -> Option<NaiveDate> {
        let ended = self.setting.plan?.plan.ended?;
        (ended.how == End::Broken && ended.on <= self.today).then_some(ended.on)
    }

    /// Whether a step is for this case at all.
    pub(super) fn applies(&self, step: Step, claim: &Claim) -> bool {
        let professional = self.setting.client.kind.is_professional();
        match step {
            Step::ReceiptCheck => {
                self.today <= self.due
                    && (!self.setting.is_known || CHECKED_ABOVE_CENTS < self.case.invoice.amount.cents())
            }
            Step::Courtesy => self.today <= self.due,
            // Before it is late nothing has accrued yet, and something will.
            Step::PenaltyNote => {
                let accrued = claim.penalties_left().is_positive();
                professional && (accrued || self.today <= self.due)
            }
            _ => true,
        }
    }

    /// How many rungs are behind: up to the highest that was climbed, by its own step or by one that says as much.
    fn reached(&self, rungs: &[Placed]) -> usize {
        let at = |step: Step| {
            let exactly = rungs.iter().rposition(|rung| rung.step == step);
            let as_much = || rungs.iter().rposition(|rung| rung.step.needs_lateness() && rung.step <= step);
            exactly.or_else(as_much).map_or(0, |at| at + 1)
        };
        let late = self.since_due().map(|event| match event.step {
            Step::BrokenPromise => at(Step::FirstReminder),
            step if step.is_call() && refused(event) => at(Step::SecondCall),
            Step::Call if talked(event) => at(Step::FirstCall),
            step if step.needs_lateness() && step <= Step::FormalNotice => at(step),
            _ => 0,
        });
        let early = self.case.events.iter().filter(|event| event.date <= self.today).map(|event| {
            let is_early = matches!(event.step, Step::ReceiptCheck | Step::Courtesy);
            rungs.iter().rposition(|rung| is_early && rung.step == event.step).map_or(0, |at| at + 1)
        });
        late.chain(early).max().unwrap_or(0)
    }

    /// Without a number a call becomes an e-mail; one that the next text would follow at once is left to that text, and all
    /// of them are where nothing but a postal address is known: no letter stands in for a call.
    fn without_calls_nobody_can_make(&self, rungs: Vec<Placed>) -> Vec<Placed> {
        if person::can_call(self.setting.client) {
            return rungs;
        }
        let is_by_post = person::channel(self.setting.client, Step::FirstReminder) == Channel::Post;
        let days: Vec<NaiveDate> = rungs.iter().map(|rung| rung.day).skip(1).collect();
        let soon = |rung: &Placed, next: Option<&NaiveDate>| {
            next.is_some_and(|next| *next < dates::add_days(rung.day, self.gap.max(1)))
        };
        rungs
            .into_iter()
            .enumerate()
            .filter(|(at, rung)| !(rung.step.is_call() && (is_by_post || soon(rung, days.get(*at)))))
            .map(|(_, rung)| rung)
            .collect()
    }

    /// The first day a step may follow what was said before.
    pub(super) fn floor(&self, step: Step) -> NaiveDate {
        self.floor_after(step, |_| true)
    }

    /// The same after what was written alone.
    pub(super) fn floor_of_writing(&self, step: Step) -> NaiveDate {
        self.floor_after(step, |event| !event.is_spoken())
    }

    /// The firmest step that was taken in writing since what is unpaid was due.
    pub(super) fn reached_in_writing(&self) -> Option<Step> {
        let written = self.since_due().filter(|event| !event.is_spoken() && event.step.needs_lateness());
        written.map(|event| event.step).filter(|step| *step <= Step::FormalNotice).max()
    }

    /// The same after some of what was said alone.
    fn floor_after(&self, step: Step, is_meant: fn(&Event) -> bool) -> NaiveDate {
        let is_call = step.is_call() && person::can_call(self.setting.client);
        let known = self.case.events.iter().filter(|event| event.date <= self.today && is_meant(event));
        let next = |event: &Event| self.setting.policy.region.next_working(event.date);
        let floors = known.map(|event| match event.step {
            Step::Call if !talked(event) && watch::covers(self.case, event.date) => next(event),
            _ if event.is_spoken() && !is_call => next(event),
            _ if event.is_spoken() => dates::add_days(event.date, self.gap),
            Step::Thanks | Step::Resumption => event.date,
            // It only puts in writing what was said; but the day it grants is granted.
            Step::Recap => granted(event),
            // Only an offer gives time, and while it stands nothing else is asked for.
            Step::Document => event.deadline,
            _ => granted(event).max(dates::add_days(event.date, self.gap)),
        });
        let said = floors.max().unwrap_or(NaiveDate::MIN);
        // What is agreed to be talked about is talked about before a formal notice.
        let meeting = self.case.meeting_to_come(self.today).filter(|_| step == Step::FormalNotice);
        meeting.map_or(said, |meeting| said.max(dates::next_day(meeting.day)))
    }

    /// The working day after the first of the calls in vain since the client was last written to or spoken to: the day on
    /// which a text would have gone out but for the others.
    fn in_vain_since(&self) -> Option<NaiveDate> {
        let place = |event: &Event| (event.date, event.id);
        let known = || self.case.events.iter().filter(|event| event.date <= self.today);
        let heard = known().filter(|event| was_heard(event)).map(place).max();
        let first = known().map(place).filter(|place| heard.is_none_or(|heard| heard < *place)).min();
        first.map(|(day, _)| self.setting.policy.region.next_working(day))
    }

    /// Whether a step may be taken on a day without asking too much at once.
    pub(super) fn is_fair(&self, step: Step, day: NaiveDate) -> bool {
        let mut reminders = self.since_due().filter(|event| event.step.is_reminder());
        match step {
            Step::FormalNotice => reminders.any(|event| event.deadline < day),
            Step::LastReminder | Step::PenaltyNote => reminders.next().is_some(),
            Step::FirmReminder => {
                reminders.next().is_some()
                    || FIRM_FIRST <= self.days_since(day)
                    || self.since_due().any(talked)
            }
            _ => true,
        }
    }

    /// The step that comes next, done no earlier than a day; none where the ladder is climbed.
    pub(super) fn pick(&self, from: NaiveDate) -> Option<Picked> {
        let region = self.setting.policy.region;
        let mut skipped = Vec::new();
        let mut left = self.left.as_slice();
        let in_vain = self.in_vain_since().unwrap_or(from);
        loop {
            let (rung, above) = left.split_first()?;
            let ready = rung.day.max(self.floor(rung.step));
            let day = region.working_from(from.max(ready));
            let is_fair = self.is_fair(rung.step, day);
            // What was missed before calls that nobody answered is missed after them.
            let could = rung.day.max(self.floor_after(rung.step, was_heard)).max(self.resumed);
            let missed = SLACK < dates::days_between(ready.max(self.resumed), from)
                || SLACK < dates::days_between(could, in_vain.min(from));
            let next = above.iter().position(|next| next.day <= day && self.is_fair(next.step, day));
            // What comes before the due date is of no use after it.
            let moot = !rung.step.needs_lateness() && self.due < day;
            match next {
                Some(next) if missed || !is_fair || moot => {
                    let passed = left.iter().take(next + 1).map(|rung| rung.step);
                    skipped.extend(passed.filter(|step| step.needs_lateness()));
                    left = above.get(next..).unwrap_or_default();
                }
                None if moot => left = above,
                _ if is_fair => {
                    // A reminder that still comes after the call, because no firmer one would be fair, is not passed over.
                    let stands_in = rung.step.is_call() && !self.is_fair(Step::FirmReminder, day);
                    skipped.retain(|step| !(stands_in && *step == Step::FirstReminder));
                    return Some(Picked { step: rung.step, day, skipped });
                }
                _ => {
                    let day = region.working_from(from.max(rung.day).max(self.floor(Step::FirstReminder)));
                    return Some(Picked { step: Step::FirstReminder, day, skipped });
                }
            }
        }
    }

    /// A message about another invoice may speak of this one too: it is late, was not spoken of too lately, and the step is
    /// fair.
    pub(super) fn may_join(&self, step: Step, day: NaiveDate) -> bool {
        /// Days late from which an invoice is worth a word.
        const WORTH_A_WORD: i64 = 3;
        WORTH_A_WORD <= self.days_since(day) && self.floor(step) <= day && self.is_fair(step, day)
    }
}

/// The day after the last pause, dispute, promise or offer that is over.
fn resumed(case: &CaseFile, today: NaiveDate) -> NaiveDate {
    let ends = case.circumstances.iter().filter(|one| one.date <= today && !one.is_open(today));
    let ends = ends.filter_map(|one| match one.kind {
        CircumstanceKind::Pause { until, .. } => {
            Some(one.ended.map_or(dates::next_day(until), |day| day.min(until)))
        }
        CircumstanceKind::Dispute { .. } | CircumstanceKind::LifeCycle(_) => one.ended,
        _ => None,
    });
    let promises = case.promises(today).filter_map(|(one, state)| match one.kind {
        CircumstanceKind::Promise { by, .. } if state == PromiseState::Withdrawn => {
            Some(one.ended.map_or(by, |day| day.min(by)))
        }
        CircumstanceKind::Promise { by, .. } => Some(dates::add_days(by, GRACE_DAYS + 1)),
        _ => None,
    });
    let offers = case.offers_on(today).filter_map(|(offer, state)| match state {
        OfferState::Ended(_) => offer.ended.map(|ended| ended.on),
        OfferState::Lapsed(until) => Some(dates::next_day(until)),
        _ => None,
    });
    ends.chain(promises).chain(offers).filter(|end| *end <= today).max().unwrap_or(NaiveDate::MIN)
}

/// The first day after the one a text grants; its own day where it grants none.
fn granted(event: &Event) -> NaiveDate {
    if event.date < event.deadline { dates::next_day(event.deadline) } else { event.date }
}

/// It reached somebody, as far as is known: a text, or a call that was answered.
fn was_heard(event: &Event) -> bool {
    !event.is_spoken() || talked(event)
}

/// The client said that it will not pay.
fn refused(event: &Event) -> bool {
    event.call.as_ref().is_some_and(|call| call.outcome == Outcome::Refuses)
}

/// Somebody answered.
fn talked(event: &Event) -> bool {
    event.call.as_ref().is_some_and(|call| call.outcome.wants_recap())
}
