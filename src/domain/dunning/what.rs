//! What one case asks the user to do. Values only; [`super::agenda`] finds them.

use super::super::event::Step;
use super::super::proceeding::next::Task;
use super::conduct;

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
    /// The invoice was cancelled: note the credit note.
    NoteCredit,
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
    /// Ask how things stand: the contact of the day under a close watch.
    FollowUp,
    /// Under a close watch there is no room for another contact: look at the bank.
    WatchBank,
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
            Self::CallBack | Self::FollowUp => Some(Step::Call),
            Self::AnswerDispute => Some(Step::Meeting),
            Self::RecallInstalment => Some(Step::PlanNotice),
            Self::ClaimPenalties => Some(Step::PenaltyNote),
            Self::Resume => Some(Step::Resumption),
            Self::Thank => Some(Step::Thanks),
            Self::CheckPromise
            | Self::CheckPayment
            | Self::WatchBank
            | Self::RecordPayment
            | Self::NoteCredit
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
