//! The agenda: the next action of one case, from its facts, the policy and the day of its claim. What forbids chasing comes
//! before what pauses it, and that before the ladder ([`super::climb`]).
//!
//! 1. Nothing owed: say that suspended work goes on, thank, nothing.
//! 2. Sold or given up: nothing. Insolvency: lodge the claim within two months, ask for nothing more. Handed over, an order for
//!    payment, in court: what that asks for next, with its deadline.
//! 3. Limitation at hand: choose a way that interrupts it. Never sent: send it.
//! 4. The platform’s life-cycle code: corrected, paid, on its way, contested.
//! 5. A call to put in writing; a signed plan; an offer taken up; a broken promise to recall; a dispute, a pause, a running
//!    promise, an open offer.
//! 6. The principal paid: penalties. A formal notice: wait, then decide.
//! 7. The client’s reason answered, a call made again (on the day the client named; else not for ever: after two that reached
//!    nobody, one writes), the contact of the day under a close watch, the ladder.
//!
//! What was promised about a dispute that is over stays to do beside all that, settled or not.

mod again;
mod agreed;
mod barred;
mod disputed;
mod engaged;
mod grounds;
mod holds;
mod limited;
mod offered;
mod outside;
mod watched;

use chrono::NaiveDate;

use super::super::act::ActKind;
use super::super::case_file::CaseFile;
use super::super::circumstance::{
    Circumstance, CircumstanceKind, DisputeCause, GRACE_DAYS, PauseCause, Unpaid,
};
use super::super::claim::Claim;
use super::super::event::{Channel, Event, Outcome, SentText, Step};
use super::super::movement::MovementKind;
use super::super::party::Client;
use super::super::plan::standing::PlanStanding;
use super::super::posting::Posting;
use super::super::status::{in_court, last_act};
use super::action::{Action, Hold, HoldCause};
use super::climb::Climb;
use super::deadline::granted;
use super::person;
use super::policy::Policy;
use super::what::What;
use super::why::{Promised, Why};
use super::word::{Word, word};
use crate::base::{Amount, EventId, dates};

pub use again::unanswered;
pub use barred::{Bar, barred};
pub use disputed::{ContestedPart, contested_next, contested_part, dispute_answered};
pub use engaged::engaged;

/// Days after a call in which its recap leads; then the ladder goes on, and the recap is a line of its own.
const RECAP_DAYS: u32 = 7;
/// Days after a settlement in which thanks are suggested.
const THANKS_DAYS: u32 = 14;
/// Days after which a case that waits is looked at again.
const LOOK_DAYS: u32 = 30;
/// Days a transfer takes from « payment sent » (code 211).
const TRANSFER_DAYS: u32 = 5;
/// Days after « it is paid » before one looks.
const SAID_PAID_DAYS: u32 = 3;
/// Days in which a code or a reason asks for its answer.
const ANSWER_DAYS: u32 = 8;
/// Days a reason holds the ladder back until it is answered.
const REASON_DAYS: u32 = 14;
/// Calls in a row that reach nobody after which one writes, unless a day to call again is chosen: the telephone is for
/// whoever answers it.
pub const UNANSWERED_CALLS: usize = 2;
/// Days before the answer to a dispute about a part is due from which it comes before the ladder.
const DISPUTE_DAYS: u32 = 3;

/// What a case is looked at with.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// Who owes it.
    pub client: &'a Client,
    /// What holds for all clients.
    pub policy: &'a Policy,
    /// The client has settled an invoice before.
    pub is_known: bool,
    /// The payment plan that covers the case, with where it stands.
    pub plan: Option<PlanStanding<'a>>,
}

/// The next action of a case on the day its claim was computed for.
#[must_use]
pub fn next(case: &CaseFile, claim: &Claim, setting: Setting<'_>) -> Action {
    let look = Look { case, claim, setting, today: claim.as_of };
    if claim.balance().is_zero() {
        return look.with_promises(look.settled());
    }
    look.forbidden().unwrap_or_else(|| look.with_promises(look.usual()))
}

/// Every step of the ladder that is left for a case with its day, as if nothing else happened: texts grant their usual time,
/// calls reach nobody. A pause or a promise that runs is waited for.
#[must_use]
pub fn plan(case: &CaseFile, claim: &Claim, setting: Setting<'_>) -> Vec<(Step, NaiveDate)> {
    /// More than a ladder has.
    const MOST: usize = 24;
    let (mut case, mut claim) = (case.clone(), claim.clone());
    if claim.as_of <= case.invoice.due && claim.interest_left.is_zero() {
        // By the time a penalty note is due something has accrued.
        claim.interest_left = Amount::from_cents(1);
    }
    let mut steps = Vec::new();
    let look = Look { case: &case, claim: &claim, setting, today: claim.as_of };
    if look.forbidden().is_some() {
        return steps;
    }
    let until = |action: Action| action.hold?.until;
    let until = look.held().and_then(until).max(look.life_cycle().and_then(until));
    let mut from = until.map_or(claim.as_of, dates::next_day);
    for _ in 0..MOST {
        let Some(picked) = Climb::new(&case, &claim, setting).pick(from.max(claim.as_of)) else { break };
        steps.push((picked.step, picked.day));
        if picked.step == Step::FormalNotice {
            break;
        }
        let channel = person::channel(setting.client, picked.step);
        let deadline = granted(picked.step, channel, setting.client.kind, setting.policy.region, picked.day);
        case.events.push(imagined(picked.day, channel, picked.step, deadline));
        claim.as_of = picked.day;
        from = picked.day;
    }
    steps
}

/// Whether a step of the ladder is for a case at all: no penalty note for a consumer, nor where nothing accrued.
#[must_use]
pub fn applies(case: &CaseFile, claim: &Claim, setting: Setting<'_>, step: Step) -> bool {
    Climb::without_rungs(case, claim, setting).applies(step, claim)
}

/// Whether a message or call of a step about another invoice may, on a day, speak of this one too.
#[must_use]
pub fn may_join(case: &CaseFile, claim: &Claim, setting: Setting<'_>, step: Step, day: NaiveDate) -> bool {
    Climb::without_rungs(case, claim, setting).may_join(step, day)
}

/// One case on one day.
struct Look<'a> {
    case: &'a CaseFile,
    claim: &'a Claim,
    setting: Setting<'a>,
    today: NaiveDate,
}

impl Look<'_> {
    /// An action that may be done from a day on.
    fn starting(&self, day: NaiveDate, what: What, why: Why) -> Action {
        let step = what.step().unwrap_or(Step::FirstReminder);
        Action {
            what,
            day: self.setting.policy.region.working_from(day.max(self.today)),
            until: None,
            channel: match what {
                // Agreed by word of mouth: by word of mouth again.
                What::CallBack if person::can_call(self.setting.client) => Channel::Phone,
                _ => person::channel(self.setting.client, step),
            },
            role: person::role(self.setting.client, step),
            why,
            skipped: Vec::new(),
            hold: None,
        }
    }

    /// What is to be done where nothing forbids it and something is owed.
    fn usual(&self) -> Action {
        self.limited()
            .or_else(|| self.unsent())
            .or_else(|| self.life_cycle())
            .or_else(|| self.recap())
            .or_else(|| self.resumption().filter(|_| self.claim.principal_left.is_zero()))
            .or_else(|| self.held())
            .or_else(|| self.untold())
            .or_else(|| self.penalties())
            .or_else(|| self.notice())
            .or_else(|| self.reason())
            .unwrap_or_else(|| self.ladder(self.today))
    }

    fn now(&self, what: What, why: Why) -> Action {
        self.starting(self.today, what, why)
    }

    /// To be looked at every so many days after a day.
    fn look_again(&self, since: NaiveDate, why: Why) -> Action {
        self.starting(dates::next_round(since, LOOK_DAYS, self.today), What::LookAgain, why)
    }

    /// The last contact known; what only puts it in writing changes nothing about it.
    fn last_event(&self) -> Option<&Event> {
        let known =
            self.case.events.iter().filter(|event| event.date <= self.today && event.step != Step::Recap);
        known.max_by_key(|event| (event.date, event.id))
    }

    /// Something of a kind that was sent on or after a day.
    fn sent_since(&self, day: NaiveDate, is_it: impl Fn(Step) -> bool) -> Option<&Event> {
        let known = self.case.events.iter().filter(|event| day <= event.date && event.date <= self.today);
        known.filter(|event| is_it(event.step)).max_by_key(|event| (event.date, event.id))
    }

    /// The last open circumstance of a kind.
    fn last_open<T>(&self, of: impl Fn(&CircumstanceKind) -> Option<T>) -> Option<(NaiveDate, T)> {
        let open = self.case.open_circumstances(self.today);
        let found = open.filter_map(|one| Some((one.date, one.id, of(&one.kind)?)));
        found.max_by_key(|(date, id, _)| (*date, *id)).map(|(date, _, value)| (date, value))
    }

    fn bank_checked_since(&self, day: NaiveDate) -> bool {
        self.setting.policy.bank_checked.is_some_and(|checked| day <= checked)
    }

    /// Looking at the bank from a day on: once a day is enough.
    fn check_bank(&self, day: NaiveDate, what: What, why: Why) -> Action {
        let looked = self.bank_checked_since(self.today);
        self.starting(if looked { dates::next_day(self.today) } else { self.today }.max(day), what, why)
    }

    /// Work is suspended still, and the client was not told that it goes on.
    fn resumption(&self) -> Option<Action> {
        let suspended = self.last_open(|kind| match kind {
            CircumstanceKind::Suspension { work } => Some(work.clone()),
            _ => None,
        });
        let (since, work) = suspended?;
        let is_told = self.sent_since(since, |step| step == Step::Resumption).is_some();
        (!is_told).then(|| self.now(What::Resume, Why::Suspended { work }))
    }

    fn settled(&self) -> Action {
        if let Some(action) = self.resumption() {
            return action;
        }
        let paid = self.claim.settled_on.filter(|on| self.today <= dates::add_days(*on, THANKS_DAYS));
        match paid.filter(|_| self.claim.paid.is_positive()) {
            Some(on) if self.sent_since(on, |step| step == Step::Thanks).is_none() => {
                self.now(What::Thank, Why::Paid { on })
            }
            _ => self.now(What::Nothing, Why::Settled),
        }
    }

    fn unsent(&self) -> Option<Action> {
        let issued = self.case.invoice.issued;
        let is_unsent = self.claim.principal_left.is_positive() && !self.case.was_sent(self.today);
        is_unsent.then(|| self.starting(issued, What::SendInvoice, Why::NotSent { issued }))
    }

    fn recap(&self) -> Option<Action> {
        let call = self.case.recap_due(self.today)?;
        let outcome = call.call.as_ref()?.outcome;
        let is_fresh = self.today <= dates::add_days(call.date, RECAP_DAYS);
        // The invoice goes once more, with the words that put the call in writing: one message, and not two.
        let what = if outcome == Outcome::Resend { What::Answer(Step::Duplicate) } else { What::Recap };
        (is_fresh && self.claim.principal_left.is_positive())
            .then(|| self.now(what, Why::Called { on: call.date, outcome }))
    }

    /// A day, or the one after a meeting that is agreed: nothing gets harder before it.
    fn after_meeting(&self, day: NaiveDate) -> NaiveDate {
        self.case.meeting_to_come(self.today).map_or(day, |meeting| day.max(dates::next_day(meeting.day)))
    }

    fn penalties(&self) -> Option<Action> {
        self.penalties_from(self.today)
    }

    /// The principal is settled and something is left: a claim of its own (PEN-8).
    fn penalties_from(&self, from: NaiveDate) -> Option<Action> {
        if self.claim.principal_left.is_positive() {
            return None;
        }
        let settled = self.claim.settled_on;
        let since = settled.unwrap_or(self.case.invoice.due);
        let amount = self.claim.penalties_left();
        let asked = self.sent_since(since, |step| step == Step::PenaltyNote);
        let aside = self.setting.plan.and_then(|known| known.plan.left_aside_until());
        let why = match aside.filter(|due| asked.is_none() && self.today <= *due) {
            Some(due) => Why::PlanBeside { amount, due },
            None => Why::PenaltiesLeft { amount, settled, asked: asked.map(|event| event.date) },
        };
        if !self.setting.client.kind.is_professional() {
            return Some(self.look_again(since, why));
        }
        let day = asked.map_or(dates::next_day(since), |event| {
            dates::next_day(event.deadline).max(dates::add_days(event.date, LOOK_DAYS))
        });
        Some(self.starting(day.max(from), What::ClaimPenalties, why))
    }

    fn notice(&self) -> Option<Action> {
        self.notice_from(self.today)
    }

    /// A formal notice since what is unpaid was due.
    fn notice_from(&self, from: NaiveDate) -> Option<Action> {
        let notice = self.case.notice_of_unpaid(self.claim)?;
        let (sent, deadline) = (notice.date, notice.deadline);
        Some(if deadline < self.today {
            self.starting(self.after_meeting(from), What::Decide, Why::NoticeExpired { deadline })
        } else {
            let action = self.starting(
                dates::next_day(deadline).max(from),
                What::WaitNotice,
                Why::NoticeRuns { sent, deadline },
            );
            held(action, HoldCause::Notice, Some(deadline))
        })
    }

    /// What the client said, while it is fresh and not answered.
    fn reason(&self) -> Option<Action> {
        let (on, reason) = self
            .last_open(|kind| match kind {
                CircumstanceKind::Unpaid(reason) => Some(*reason),
                _ => None,
            })
            .map_or((None, None), |(on, reason)| (Some(on), Some(reason)));
        if let (Some(on), Some(reason)) = (on, reason)
            && self.today <= dates::add_days(on, REASON_DAYS)
            && let Some(what) = answer_to(reason)
        {
            let answered = what.step().and_then(|answer| {
                self.sent_since(on, |step| {
                    step == answer || (answer == Step::Duplicate && step == Step::Invoice)
                })
            });
            let with_recap = || what.step() == Some(Step::Duplicate) && self.was_resent_with_recap(on);
            if answered.is_none() && !with_recap() {
                return Some(self.now(what, Why::Reason { reason, on }));
            }
        }
        if let Some(action) = self.proposal() {
            return Some(action);
        }
        let call = self.last_event()?;
        let why = Why::Called { on: call.date, outcome: outcome(call)? };
        let is_fresh = self.today <= dates::add_days(call.date, REASON_DAYS);
        let is_open = outcome(call) == Some(Outcome::Resend) && self.case.recap_due(self.today).is_some();
        (is_fresh && is_open).then(|| self.now(What::Answer(Step::Duplicate), why))
    }

    /// A call since a day asked for the invoice once more, and its recap was sent: the invoice went with it.
    fn was_resent_with_recap(&self, on: NaiveDate) -> bool {
        let known = self.case.events.iter().filter(|event| on <= event.date && event.date <= self.today);
        let mut asked = known.filter(|event| outcome(event) == Some(Outcome::Resend));
        asked.any(|call| {
            self.sent_since(call.date, |step| step == Step::Recap).is_some_and(|recap| call.id < recap.id)
        })
    }

    /// The ladder, no earlier than a day; a call that was to be made again where that comes first.
    fn ladder(&self, from: NaiveDate) -> Action {
        let climb = Climb::new(self.case, self.claim, self.setting);
        let picked = climb.pick(from);
        let late = dates::days_between(climb.due, self.today);
        let named = self.day_named(from);
        let again = named.or_else(|| self.day_chosen(from));
        if let Some((on, again)) = again {
            let action = self.starting(again.max(from), What::CallBack, Why::CallAgain { on, again });
            let is_waited_for = named.is_some() && self.waits_for_named(on, again);
            if is_waited_for || picked.as_ref().is_none_or(|picked| action.day <= picked.day) {
                return action;
            }
        }
        // A day to call again that was agreed on is kept to.
        if again.is_none()
            && let Some(action) = self.watched(from, &climb, picked.as_ref())
        {
            return action;
        }
        let Some(picked) = picked else {
            return self.top(&climb, from, late);
        };
        let why = self.why_climb(&climb, late, picked.step);
        let mut action = self.starting(picked.day, What::Climb(picked.step), why);
        action.skipped = picked.skipped;
        action
    }

    /// No step is left: where it is late, a way out is chosen once the last word had its time.
    fn top(&self, climb: &Climb<'_>, from: NaiveDate, late: i64) -> Action {
        if late <= 0 {
            let why = Why::NotDue { due: climb.due, days: -late, unproven: false };
            return self.starting(dates::next_day(climb.due).max(from), What::LookAgain, why);
        }
        self.starting(
            self.after_meeting(from.max(climb.floor(Step::FirstReminder))),
            What::Decide,
            Why::LadderDone { days: late },
        )
    }

    fn why_climb(&self, climb: &Climb<'_>, late: i64, step: Step) -> Why {
        let due = climb.due;
        if late <= 0 {
            let unproven = step == Step::ReceiptCheck && !self.setting.is_known;
            return Why::NotDue { due, days: -late, unproven };
        }
        if let Some(on) = climb.plan_broken_on() {
            return Why::PlanBroken { on };
        }
        let asked = |step: Step| step.needs_lateness() || step == Step::Call;
        if let Some(why) = self.lapsed_offer().or_else(|| self.unanswered_plan()) {
            return why;
        }
        if let Some(why) = self.granted_over().or_else(|| self.nothing_to_wait_for()) {
            return why;
        }
        match self.sent_since(dates::next_day(due), asked) {
            Some(event) if event.date < event.deadline && event.deadline < self.today => {
                Why::DeadlineOver { step: event.step, sent: event.date, deadline: event.deadline }
            }
            last => Why::Late { due, days: late, last: last.map(|event| (event.step, event.date)) },
        }
    }
}

/// A text as it would be sent.
fn imagined(date: NaiveDate, channel: Channel, step: Step, deadline: NaiveDate) -> Event {
    Event {
        id: EventId(u32::MAX),
        date,
        channel,
        step,
        deadline,
        received: None,
        posting: Posting::default(),
        to: String::new(),
        call: None,
        exception: String::new(),
        text: SentText::default().into(),
    }
}

fn held(mut action: Action, cause: HoldCause, until: Option<NaiveDate>) -> Action {
    action.hold = Some(Hold { cause, until });
    action
}

fn outcome(event: &Event) -> Option<Outcome> {
    event.call.as_ref().map(|call| call.outcome)
}

/// What a reason calls for.
fn answer_to(reason: Unpaid) -> Option<What> {
    match reason {
        Unpaid::Lost | Unpaid::NotReceived => Some(What::Answer(Step::Duplicate)),
        Unpaid::Approval => Some(What::Answer(Step::Approval)),
        Unpaid::WrongData => Some(What::Answer(Step::Correction)),
        Unpaid::Dissatisfied => Some(What::Answer(Step::Meeting)),
        Unpaid::Cash => Some(What::Answer(Step::Instalments)),
        Unpaid::Insolvent | Unpaid::Closed => Some(What::CheckRegister),
        Unpaid::Forgotten | Unpaid::BadFaith => None,
    }
}
