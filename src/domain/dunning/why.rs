//! Why something is to be done: the facts a sentence needs. Values only; [`super::agenda`] finds them.

use chrono::{NaiveDate, NaiveTime};

use super::super::act::ActKind;
use super::super::circumstance::{DisputeCause, Unpaid};
use super::super::claim::Instalment;
use super::super::dispute::Side;
use super::super::event::{Channel, Outcome, Step};
use super::super::proceeding::ProceedingKind;
use super::super::proceeding::next::Task;
use crate::base::Amount;

/// Why it is to be done, with what a sentence needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// No sending of the invoice is recorded.
    NotSent {
        /// Day it was issued.
        issued: NaiveDate,
    },
    /// It is not due yet.
    NotDue {
        /// Due date.
        due: NaiveDate,
        /// Days until then.
        days: i64,
        /// The client has never settled an invoice before, and whether this one arrived is to be checked.
        unproven: bool,
    },
    /// It is late.
    Late {
        /// Due date of what is late.
        due: NaiveDate,
        /// Days since.
        days: i64,
        /// Day of the last contact since, with what it was.
        last: Option<(Step, NaiveDate)>,
    },
    /// The time the last text gave is over.
    DeadlineOver {
        /// Which text.
        step: Step,
        /// Day it was sent.
        sent: NaiveDate,
        /// The last day it gave.
        deadline: NaiveDate,
    },
    /// A promise is running, or its day has come.
    Promised(Promised),
    /// A promise was not kept.
    PromiseBroken(Promised),
    /// A call is to be put in writing.
    Called {
        /// Day of the call.
        on: NaiveDate,
        /// How it ended.
        outcome: Outcome,
    },
    /// A call was to be made again.
    CallAgain {
        /// Day of the last try.
        on: NaiveDate,
        /// Day to call again.
        again: NaiveDate,
    },
    /// It is watched closely, and the client says nothing.
    Watched {
        /// Since when.
        since: NaiveDate,
        /// Its last day.
        until: NaiveDate,
        /// How many contacts there were since.
        contacts: usize,
    },
    /// It is watched closely, and the next contact is for another day.
    WatchWaits {
        /// First day on which the contact budget has room.
        next: NaiveDate,
    },
    /// The client says it is paid.
    SaysPaid {
        /// Day it was said.
        on: NaiveDate,
    },
    /// The client gave a reason.
    Reason {
        /// Which.
        reason: Unpaid,
        /// When.
        on: NaiveDate,
    },
    /// The client proposes to pay in several sums.
    Proposed {
        /// How many.
        count: u32,
        /// Day of the first.
        first: NaiveDate,
        /// Day it was proposed.
        on: NaiveDate,
    },
    /// The client contests something.
    Disputed {
        /// What.
        cause: DisputeCause,
        /// How much, no more than is unpaid.
        amount: Amount,
        /// All that is unpaid is contested.
        whole: bool,
        /// Day by which to answer.
        answer_by: NaiveDate,
        /// Day it was answered, where it was.
        answered: Option<NaiveDate>,
    },
    /// A meeting about what is contested.
    Meeting {
        /// Its day.
        day: NaiveDate,
        /// When it starts, where that is agreed.
        time: Option<NaiveTime>,
        /// Where; empty where that is not known.
        place: String,
    },
    /// The meeting is over, and nothing is written of it.
    MeetingHeld {
        /// Its day.
        day: NaiveDate,
    },
    /// Something was promised about what is contested.
    Committed {
        /// By whom.
        side: Side,
        /// What.
        what: String,
        /// By which day.
        by: NaiveDate,
    },
    /// An offer may still be taken up.
    OfferOpen {
        /// Day it was made.
        on: NaiveDate,
        /// Its last day.
        until: NaiveDate,
        /// What is to be paid under it.
        pay: Amount,
        /// What of that is still to come.
        left: Amount,
    },
    /// The client agreed to an offer.
    OfferAgreed {
        /// When.
        on: NaiveDate,
        /// By which day it is to be done.
        by: NaiveDate,
        /// What is still to come of its money, where it is for money.
        left: Option<Amount>,
    },
    /// The money of an offer was there in time.
    OfferMet {
        /// On which day.
        on: NaiveDate,
    },
    /// What was agreed on was to be done by a day, and is not noted as done.
    OfferOverdue {
        /// Which work or goods.
        what: String,
        /// The day.
        by: NaiveDate,
        /// It was for the user to do.
        ours: bool,
    },
    /// An offer lapsed, and nothing was done since.
    OfferLapsed {
        /// Day it was made.
        on: NaiveDate,
        /// Its last day.
        until: NaiveDate,
    },
    /// An official e-invoice life-cycle code.
    LifeCycle {
        /// The code.
        code: u16,
        /// Its day.
        on: NaiveDate,
    },
    /// A formal notice is running.
    NoticeRuns {
        /// Day it was sent.
        sent: NaiveDate,
        /// The last day it gives.
        deadline: NaiveDate,
    },
    /// A formal notice has expired.
    NoticeExpired {
        /// The last day it gave.
        deadline: NaiveDate,
    },
    /// The claim can soon not be sued for any more.
    LimitationNear {
        /// Last day to sue.
        expires: NaiveDate,
    },
    /// Every step of the ladder is done.
    LadderDone {
        /// Days late.
        days: i64,
    },
    /// Penalties and fixed sum are owed after the principal.
    PenaltiesLeft {
        /// How much.
        amount: Amount,
        /// Day the principal was settled.
        settled: Option<NaiveDate>,
        /// Day they were last asked for since, where they were.
        asked: Option<NaiveDate>,
    },
    /// Insolvency proceedings are open.
    Insolvent {
        /// Day they were opened.
        opened: NaiveDate,
        /// Last day to lodge the claim.
        lodge_by: NaiveDate,
        /// It is counted from publication; from the opening otherwise, which is cautious.
        published: bool,
    },
    /// The time to lodge the claim is over.
    LodgingOver {
        /// The day it was.
        lodge_by: NaiveDate,
        /// Last day to ask for relief from foreclosure.
        relief_by: NaiveDate,
    },
    /// A proceeding asks for something.
    Proceeding {
        /// What kind.
        kind: ProceedingKind,
        /// What it asks for.
        task: Task,
        /// The day that rests on.
        since: NaiveDate,
        /// Last day for it.
        by: Option<NaiveDate>,
        /// Day of the last news of whoever is waited for, once it is time to ask for some.
        quiet: Option<NaiveDate>,
    },
    /// It was sold or given up, and nothing is to be done.
    Out {
        /// Which.
        kind: ProceedingKind,
        /// When.
        on: NaiveDate,
        /// VAT that was paid to the State comes back, by a duplicate of the invoice.
        vat_back: bool,
    },
    /// The claim was lodged in insolvency proceedings.
    Lodged {
        /// When.
        on: NaiveDate,
    },
    /// The claim is in court, or being enforced.
    InCourt {
        /// The last act.
        act: ActKind,
        /// Its day.
        on: NaiveDate,
    },
    /// A payment plan was signed, and none of its sums is recorded as promised.
    PlanSigned {
        /// When.
        on: NaiveDate,
    },
    /// An instalment of a signed plan comes next.
    InstalmentDue(Due),
    /// An instalment of a signed plan is missing.
    InstalmentMissed(Due),
    /// The time of a notice about a missed instalment runs.
    PlanNotice {
        /// Day it was sent.
        sent: NaiveDate,
        /// The last day it gives.
        until: NaiveDate,
    },
    /// The receipt of a notice about a missed instalment is not noted, and its time may be over.
    PlanNoticeUndated {
        /// Day it was sent.
        sent: NaiveDate,
    },
    /// A notice about a missed instalment was left unanswered.
    PlanBreached {
        /// The last day it gave.
        until: NaiveDate,
        /// What it was about has come since, too late.
        paid_since: bool,
    },
    /// Every instalment of a plan was paid.
    PlanComplete {
        /// What stays owed beside them, and by when.
        beside: Option<Instalment>,
    },
    /// A plan was kept and closed, and what it left aside is to be paid by a day.
    PlanBeside {
        /// How much.
        amount: Amount,
        /// By when.
        due: NaiveDate,
    },
    /// A signed plan was not kept: all is due again.
    PlanBroken {
        /// Since when.
        on: NaiveDate,
    },
    /// A plan was proposed, and the client may still answer.
    PlanProposed {
        /// When.
        on: NaiveDate,
        /// The day by which the client answers.
        answer_by: NaiveDate,
    },
    /// A payment plan was proposed, the day for the answer is past, and nothing was done since.
    PlanUnanswered {
        /// When.
        on: NaiveDate,
        /// The day by which the client was to answer.
        answer_by: NaiveDate,
    },
    /// Time that was granted is over, and nothing was asked for since.
    GrantOver {
        /// The last day of it.
        until: NaiveDate,
    },
    /// Work is suspended, and no text told the client.
    SuspendedUntold {
        /// Which work.
        work: String,
        /// Since when.
        since: NaiveDate,
    },
    /// All is paid, and work is still suspended.
    Suspended {
        /// Which work.
        work: String,
    },
    /// All is paid.
    Paid {
        /// Since when.
        on: NaiveDate,
    },
    /// Nothing is owed.
    Settled,
}

/// A promise as a sentence needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promised {
    /// How much.
    pub amount: Amount,
    /// By which day.
    pub by: NaiveDate,
    /// Who promised; empty where it is not known.
    pub who: String,
    /// How.
    pub channel: Channel,
    /// Which one of how many agreed on together, the first being 1.
    pub of: (usize, usize),
    /// What is unpaid and neither promised nor contested.
    pub rest: Amount,
    /// How many promises before it were not kept; sums promised on one day are one promise.
    pub broken: usize,
}

/// A sum of a payment plan as a sentence needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// What is still to come of it.
    pub amount: Amount,
    /// By which day.
    pub due: NaiveDate,
    /// Which instalment, the first being 1; none for what is paid down.
    pub number: Option<usize>,
    /// How many instalments there are.
    pub of: usize,
}
