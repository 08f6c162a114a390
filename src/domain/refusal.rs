//! Why what the user asked for cannot be done. The sentences are in `text::words::problems`.

use super::offer::OfferError;
use crate::base::InvoiceId;

/// Why a command was not carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The record it is about is not in the book (any more).
    NotFound,
    /// The data is of a newer version of the program: it is only shown.
    ReadOnly,
    /// What is shown is not the user's own data of now (an archive, data under a passphrase): it is only shown.
    OnlyShown,
    /// There is no room left for it in the browser.
    NoRoom,
    /// The browser did not write it, for another reason than room.
    NotWritten,
    /// The client still has invoices.
    ClientHasInvoices,
    /// Another invoice of this client has the same number.
    DuplicateNumber(InvoiceId),
    /// What was to be taken back has been changed since.
    ChangedSince,
    /// What was there before is kept in the journal alone, which the browser does not give now.
    PastAway,
    /// The day is after today: what has not happened is no fact.
    InTheFuture,
    /// It was received before it was sent.
    ReceivedBeforeSent,
    /// It was sent before the invoice was issued.
    SentBeforeIssue,
    /// It claims money at a provisional rate without saying so: the rate is to be confirmed first.
    ProvisionalUnsaid,
    /// What is in the trash is about a client who is gone.
    ClientGone,
    /// What is in the trash is about an invoice that is not in the book.
    InvoiceGone,
    /// What was removed for good is not taken back.
    Final,
    /// Invoices of several clients or currencies make no one plan, nor does a plan of nothing.
    NotOneDebt,
    /// A signed plan about one of the invoices still runs.
    PlanRuns,
    /// The plan is not, or no longer, a proposal.
    PlanNotOpen,
    /// The plan is not signed, or has ended.
    PlanNotRunning,
    /// Something of the plan is still to be paid.
    PlanNotPaid,
    /// Its sums came late: whether what was agreed for a plan that is kept is given up is to be said.
    PlanPaidLate,
    /// Its sums came on their days, or it gives nothing up: there is nothing to choose.
    PlanKept,
    /// Its notice was left unanswered: that is settled first.
    PlanBreached,
    /// Money for the plan was noted on one invoice and is another’s, which would stay owed.
    PlanMisplaced,
    /// The claim was sold, handed over or given up: nothing is agreed on it with the client.
    OthersDecide,
    /// The time of the notice about what was missed is not known to be over.
    NoticeOpen,
    /// It was signed before it was proposed.
    SignedBeforeProposed,
    /// Another proceeding of this kind runs, or the claim was sold or given up.
    ProceedingRuns,
    /// The stage cannot follow the last one, or the proceeding is over.
    NotFollowing,
    /// It was before what is already noted.
    BeforeLast,
    /// A claim is lodged in insolvency proceedings, from the day they were opened.
    NotInsolvent,
    /// Insolvency proceedings are open: nobody sues on his own (C. com. art. L622-21).
    Insolvent,
    /// Shares or prices that no claim has.
    NoAssumption,
    /// The terms make no offer.
    NoOffer(OfferError),
    /// The offer has ended, or lapsed.
    OfferOver,
    /// What the client was to pay under the offer is not there.
    OfferNotMet,
    /// The dispute is closed.
    DisputeOver,
    /// The answer of a reply card was taken up already.
    CardAnswered,
    /// More than is owed by now: the money may be noted already.
    NotOwed,
    /// A payment before the invoice was issued.
    BeforeInvoice,
    /// An image is none that can be kept.
    NoImage,
    /// An invoice is no longer what the archive holds.
    ChangedSinceArchive,
}
