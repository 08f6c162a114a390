//! Actions: what one case asks the user to do, from which day, and the facts that say so. Values only; [`super::agenda`]
//! finds them.

use chrono::{NaiveDate, NaiveTime};

use super::super::act::ActKind;
use super::super::circumstance::{DisputeCause, PauseCause, Unpaid};
use super::super::claim::Instalment;
use super::super::contact::Role;
use super::super::dispute::Side;
use super::super::event::{Channel, Outcome, Step};
use super::super::proceeding::ProceedingKind;
use super::super::proceeding::next::Task;
use super::conduct;
use super::priority::Urgency;
use crate::base::Amount;
use crate::base::dates::{add_days, next_day};

/// Days before a deadline of procedure from which it comes before all else.
const NEAR_DAYS: u32 = 21;

/// What is to be done about one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// The invoice is to be sent: no sending is recorded.
    SendInvoice,
    /// A step of the ladder.
    Climb(Step),
    /// An answer to the reason the client gave: the invoice once more, a corrected one, a meeting, instalments.
    Answer(Step),
    /// The last call is to be put in writing.
    Recap,
    /// A promise was not kept: recall it.
    RecallPromise,
    /// A promised day has come: look at the bank.
    CheckPromise,
    /// The client says it is paid: look at the bank.
    CheckPayment,
    /// The platform says it is paid: note the payment.
    RecordPayment,
    /// An instalment of a signed plan is due: look at the bank.
    CheckInstalment,
    /// An instalment was missed: give notice.
    RecallInstalment,
    /// The receipt of the notice about it is to be noted: its days run from there.
    NoteReceipt,
    /// The notice about it was left unanswered: declare all due.
    EndPlan,
    /// Every instalment was paid: close the plan.
    ClosePlan,
    /// An offer is open, or agreed: look at the bank on its last day.
    CheckOffer,
    /// An offer was taken up: give what was offered.
    CloseOffer,
    /// What was agreed on is late, on either side.
    KeepOffer,
    /// Call again, as agreed.
    CallBack,
    /// Answer what the client contests.
    AnswerDispute,
    /// A meeting about what is contested has its day.
    Meet,
    /// The meeting was held: write what was agreed.
    WriteMinutes,
    /// Something promised about what is contested has its day.
    KeepCommitment,
    /// The principal is paid, penalties are not: claim them, or give them up.
    ClaimPenalties,
    /// The amicable way is at its end: choose a way out.
    Decide,
    /// A formal notice is running: wait.
    WaitNotice,
    /// Insolvency proceedings: lodge the claim.
    LodgeClaim,
    /// The client is said to be insolvent or closed: look it up in the official register.
    CheckRegister,
    /// What a proceeding asks for: serve the order, answer an opposition, ask the agency.
    Proceed(Task),
    /// Suspended work can go on: say so.
    Resume,
    /// Thank for the payment. Only a suggestion.
    Thank,
    /// Nothing is to be done; look at the case again on the day.
    LookAgain,
    /// Nothing is to be done any more.
    Nothing,
}

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
    },
    /// It was sold or given up, and nothing is to be done.
    Out {
        /// Which.
        kind: ProceedingKind,
        /// When.
        on: NaiveDate,
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

/// Why the ladder stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HoldCause {
    /// A promise is running.
    Promise,
    /// A pause.
    Pause(PauseCause),
    /// All that is unpaid is contested.
    Dispute,
    /// A meeting about a part is agreed: a formal notice about the rest, and a way out of it, wait for that.
    Meeting,
    /// An official e-invoice life-cycle code.
    LifeCycle(u16),
    /// The client says it is paid.
    SaysPaid,
    /// A formal notice is running.
    Notice,
    /// Insolvency proceedings.
    Insolvency,
    /// In court, or being enforced.
    Court,
    /// Handed over, sold, given up, or in a procedure.
    Proceeding(ProceedingKind),
    /// A signed payment plan.
    Plan,
    /// A payment plan that was proposed.
    PlanProposed,
    /// An offer that may still be taken up, or was.
    Offer,
}

/// What keeps the ladder from being climbed, until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Hold {
    /// Why.
    pub cause: HoldCause,
    /// Last day of it, as far as is known; none where only an act of the user's ends it.
    pub until: Option<NaiveDate>,
}

/// The next action of one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What.
    pub what: What,
    /// First day on which it may be done: today or later, always a working day.
    pub day: NaiveDate,
    /// Last day on which it is of use, where there is one.
    pub until: Option<NaiveDate>,
    /// How, as a suggestion.
    pub channel: Channel,
    /// With whom; the general contact where none.
    pub role: Option<Role>,
    /// Why.
    pub why: Why,
    /// Steps of the ladder that are passed over, because their time is over.
    pub skipped: Vec<Step>,
    /// What keeps the ladder from being climbed meanwhile.
    pub hold: Option<Hold>,
}

impl What {
    /// A proceeding, or insolvency proceedings, ask for it: a day to be met before a court or an office.
    #[must_use]
    pub fn is_of_proceeding(self) -> bool {
        matches!(self, Self::Proceed(_) | Self::LodgeClaim)
    }

    /// The text or call it is done with, where there is one.
    #[must_use]
    pub fn step(self) -> Option<Step> {
        match self {
            Self::SendInvoice => Some(Step::Invoice),
            Self::Climb(step) | Self::Answer(step) => Some(step),
            Self::Recap => Some(Step::Recap),
            Self::RecallPromise => Some(Step::BrokenPromise),
            Self::CallBack => Some(Step::Call),
            Self::AnswerDispute => Some(Step::Meeting),
            Self::RecallInstalment => Some(Step::PlanNotice),
            Self::ClaimPenalties => Some(Step::PenaltyNote),
            Self::Resume => Some(Step::Resumption),
            Self::Thank => Some(Step::Thanks),
            Self::CheckPromise
            | Self::CheckPayment
            | Self::RecordPayment
            | Self::CheckInstalment
            | Self::NoteReceipt
            | Self::EndPlan
            | Self::ClosePlan
            | Self::CheckOffer
            | Self::CloseOffer
            | Self::KeepOffer
            | Self::Meet
            | Self::WriteMinutes
            | Self::KeepCommitment
            | Self::Decide
            | Self::WaitNotice
            | Self::LodgeClaim
            | Self::CheckRegister
            | Self::Proceed(_)
            | Self::LookAgain
            | Self::Nothing => None,
        }
    }

    /// It asks the client for something, and counts as a contact.
    #[must_use]
    pub fn is_contact(self) -> bool {
        self.step().is_some_and(conduct::counts)
    }

    /// There is something to do, and it is no mere waiting or suggestion.
    #[must_use]
    pub fn is_work(self) -> bool {
        match self {
            Self::WaitNotice | Self::LookAgain | Self::Nothing | Self::Thank => false,
            Self::Proceed(task) => !task.is_wait(),
            _ => true,
        }
    }
}

impl Action {
    /// It leaves what nobody contests to be asked for meanwhile.
    #[must_use]
    pub fn leaves_the_rest(&self) -> bool {
        let is_free = self.hold.is_none_or(|hold| hold.cause == HoldCause::Meeting);
        is_free
            && matches!(
                self.what,
                What::AnswerDispute
                    | What::Meet
                    | What::WriteMinutes
                    | What::KeepCommitment
                    | What::Climb(_)
                    | What::Answer(_)
                    | What::CallBack
                    | What::Recap
                    | What::RecallPromise
                    | What::LookAgain
            )
    }

    /// It may be done on a day.
    #[must_use]
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.day <= today && self.what != What::Nothing
    }

    /// How pressing it is on a day.
    #[must_use]
    pub fn urgency(&self, today: NaiveDate) -> Urgency {
        match self.what {
            What::LodgeClaim => Urgency::Critical,
            What::Proceed(_) if self.until.is_some_and(|until| until <= add_days(today, NEAR_DAYS)) => {
                Urgency::Critical
            }
            What::Proceed(task) if !task.is_wait() => Urgency::Pressing,
            What::AnswerDispute if self.until.is_some_and(|until| until <= next_day(today)) => {
                Urgency::Critical
            }
            What::Recap
            | What::RecallPromise
            | What::CheckPromise
            | What::CheckPayment
            | What::RecordPayment
            | What::CheckInstalment
            | What::RecallInstalment
            | What::NoteReceipt
            | What::EndPlan
            | What::CallBack
            | What::AnswerDispute
            | What::CheckOffer
            | What::CloseOffer
            | What::KeepOffer
            | What::Meet
            | What::WriteMinutes
            | What::KeepCommitment
            | What::Decide => Urgency::Pressing,
            _ => Urgency::Usual,
        }
    }
}
