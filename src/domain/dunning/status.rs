//! What the statuses of an e-invoice (200 to 228) do to the ladder: one row a status. The codes are those of the French
//! reform’s list (AFNOR XP Z12-012 as read in public descriptions of the platforms, November 2026); what each calls for
//! here is our decision, and only the newest one counts.

use chrono::NaiveDate;

use super::super::case_file::CaseFile;
use super::super::circumstance::CircumstanceKind;

/// What a status calls for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing: the invoice is on its way, or was seen, and the ladder goes on.
    None,
    /// Nothing but proof: the client has approved the invoice, and the ladder goes on.
    Evidence,
    /// A part is approved: what is not, and why, is asked for before any sum is.
    AskWhatIsContested,
    /// The ladder waits until it is noted what is contested, and answered.
    AnswerDispute,
    /// Something is missing: the ladder waits until the invoice was completed, or sent again.
    Complete,
    /// The client refused it: the ladder stops until a corrected one is entered.
    Correct,
    /// A platform did not pass it on: it goes out again, corrected.
    CorrectAndSend,
    /// It got lost on its way: it goes out again.
    SendAgain,
    /// The payment is under way: the bank is looked at first.
    AwaitTransfer,
    /// It was paid: that is to be noted.
    RecordPayment,
    /// It was cancelled: the credit note, or the invoice in its place, is to be noted.
    NoteCredit,
    /// It is not the user’s to ask for: sold to a factor who collects.
    NotOurs,
}

impl Effect {
    /// Nothing is asked for by this invoice any more, whatever is done about it.
    #[must_use]
    pub fn stops(self) -> bool {
        matches!(self, Self::Correct | Self::NoteCredit | Self::NotOurs)
    }
}

/// Every status with what it calls for.
pub const STATUSES: [(u16, Effect); 22] = [
    (200, Effect::None),
    (201, Effect::None),
    (202, Effect::None),
    (203, Effect::None),
    (204, Effect::None),
    (205, Effect::Evidence),
    (206, Effect::AskWhatIsContested),
    (207, Effect::AnswerDispute),
    (208, Effect::Complete),
    (209, Effect::None),
    (210, Effect::Correct),
    (211, Effect::AwaitTransfer),
    (212, Effect::RecordPayment),
    (213, Effect::CorrectAndSend),
    (214, Effect::None),
    (220, Effect::NoteCredit),
    (221, Effect::SendAgain),
    (224, Effect::None),
    (225, Effect::NotOurs),
    // Sold in confidence: the client does not know, and the user goes on collecting.
    (226, Effect::None),
    (227, Effect::None),
    (228, Effect::None),
];

/// What a status calls for; nothing where it is not known.
#[must_use]
pub fn effect(code: u16) -> Effect {
    STATUSES.iter().find(|(known, _)| *known == code).map_or(Effect::None, |(_, effect)| *effect)
}

/// The newest status of an e-invoice that stands on a day, with the day it was received.
#[must_use]
pub fn newest(case: &CaseFile, today: NaiveDate) -> Option<(u16, NaiveDate)> {
    let known = case.open_circumstances(today).filter_map(|one| match one.kind {
        CircumstanceKind::LifeCycle(code) => Some(((one.date, one.id), code)),
        _ => None,
    });
    known.max_by_key(|(place, _)| *place).map(|((on, _), code)| (code, on))
}
