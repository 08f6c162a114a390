//! What can be wrong, or worth knowing, about what was typed in a field. The sentences are in `text::words::problems`.

use chrono::NaiveDate;

use super::iban::BankError;
use super::offer::OfferError;
use super::pay_link::LinkError;
use super::plan::schedule::ScheduleError;
use super::proceeding::timing::Untimely;
use super::siren::SirenError;
use crate::base::{Amount, AmountError, Currency, DateError, RateError};

/// A fault that keeps a form from being saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was typed where something is needed.
    Required,
    /// Nothing was chosen where a question is asked.
    NotChosen,
    /// The law closes this way to the claim.
    WayClosed,
    /// Something is missing, and nobody said it is begun all the same.
    NotDespite,
    /// Longer than this many characters.
    TooLong(usize),
    /// Not an amount.
    Amount(AmountError),
    /// Zero or negative where only more makes sense.
    NotPositive,
    /// Not a date.
    Date(DateError),
    /// The due date is before the issue date.
    DueBeforeIssue,
    /// The day is after today.
    InTheFuture,
    /// It was received before it was sent.
    ReceivedBeforeSent,
    /// It was sent before the invoice was issued.
    SentBeforeIssue,
    /// The time it gave was over before it was sent.
    EndsBeforeSent,
    /// It was before what is noted already, on this day.
    BeforeLast(NaiveDate),
    /// Not a penalty rate.
    Rate(RateError),
    /// Not a SIREN or SIRET.
    Siren(SirenError),
    /// Not an IBAN.
    Iban(BankError),
    /// Not a BIC.
    Bic,
    /// Not a payment link.
    PayLink(LinkError),
    /// Not an e-mail address.
    Email,
    /// Nothing was late on that day: no text could have been sent.
    NothingToAskThatDay,
    /// The client already has an invoice of this number.
    DuplicateNumber,
    /// A later instalment falls due on or before the first one.
    InstalmentBeforeFirst(NaiveDate),
    /// The later instalments leave nothing for the first one.
    InstalmentsAboveAmount,
    /// More is given back than was received by then.
    RefundAboveReceived(Amount),
    /// More is given up than is owed on that day.
    WaiverAboveOwed(Amount),
    /// The last day to settle is before the day the waiver is granted.
    ConditionBeforeWaiver,
    /// It is promised for, lasts until, or is planned on a day before the one it is noted on.
    BeforeItsStart,
    /// The day is past, and one to come is asked for.
    DayPast,
    /// A day on which a promise is to be kept that is too far ahead to be waited for.
    NotSoon,
    /// Nothing, or more than this balance.
    NotOfBalance(Amount, Currency),
    /// Not a number of instalments from 2 to 24.
    NotAFewInstalments,
    /// No invoice was spoken about.
    NothingCovered,
    /// Not a whole number from the first to the second.
    Count(u32, u32),
    /// The day of a step is not after that of the step before.
    StepOutOfOrder,
    /// No step of the ladder is left.
    NoStep,
    /// A formal notice is on the ladder and no reminder before it.
    NoticeWithoutReminder,
    /// The terms of a payment plan make no schedule.
    Schedule(ScheduleError),
    /// The stage of a proceeding cannot have happened on that day.
    Untimely(Untimely),
    /// The alert line is above the stop line.
    LinesOutOfOrder,
    /// The terms make no offer.
    Offer(OfferError),
    /// Not a time of day.
    Time,
    /// The hours for contacts end before they begin.
    HoursOutOfOrder,
}

/// Something the user should know that keeps nothing from being saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The terms are longer than the law allows between professionals.
    AboveCeiling,
    /// The terms of a periodic invoice are longer than 45 days.
    AbovePeriodicCeiling,
    /// The terms are longer than a public buyer may take, in days.
    AbovePublicCeiling(u32),
    /// The rate is not one that applies to this client: the law's own is used.
    RateNotApplied,
    /// The same kind of movement of the same amount on the same day is noted already.
    SameMovement,
    /// The payment is dated before the invoice: counted as a deposit.
    BeforeInvoice,
    /// Payments exceed what is owed by this much: shown as credit.
    Overpaid(Amount),
    /// Dated after the day the figures are stated at: not counted yet.
    NotCountedYet,
    /// The due date is not past: nothing is late.
    NotLate,
    /// The date is long ago: check the year.
    LongAgo,
    /// More than the part of the invoice that is unpaid.
    AboveUnpaid(Amount),
    /// More is given than is contested.
    AboveContested(Amount),
}

impl From<AmountError> for Problem {
    fn from(error: AmountError) -> Self {
        if error == AmountError::Empty { Self::Required } else { Self::Amount(error) }
    }
}

impl From<DateError> for Problem {
    fn from(error: DateError) -> Self {
        if error == DateError::Empty { Self::Required } else { Self::Date(error) }
    }
}

impl From<RateError> for Problem {
    fn from(error: RateError) -> Self {
        if error == RateError::Empty { Self::Required } else { Self::Rate(error) }
    }
}

impl From<SirenError> for Problem {
    fn from(error: SirenError) -> Self {
        Self::Siren(error)
    }
}
