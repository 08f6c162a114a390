//! Effects: what the outside must do after a command. Values, so that commands are tested without a browser.

use serde::{Deserialize, Serialize};

use super::book::Book;
use super::record::{Key, Record};
use super::route::Route;
use crate::domain::movement::MovementKind;
use crate::domain::proceeding::{ProceedingKind, Stage};

/// One record before and after a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Which record.
    pub key: Key,
    /// As it was; none where it is new.
    pub before: Option<Record>,
    /// As it is; none where it was deleted.
    pub after: Option<Record>,
}

/// All records one command changed, with what it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What happened, for the line that says so.
    pub done: Done,
    /// The records.
    pub edits: Vec<Edit>,
}

/// What a command did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Done {
    /// The user's own details were saved.
    ProfileSaved,
    /// The book was given the name its calendar entries carry: no line needed.
    BookNamed,
    /// Language or theme was set: no line needed.
    SettingsSaved,
    /// A client was added or changed.
    ClientSaved,
    /// The contact details of a client were found right.
    ContactsChecked,
    /// A client was deleted.
    ClientDeleted,
    /// An invoice was added.
    InvoiceAdded,
    /// An invoice was corrected.
    InvoiceSaved,
    /// An invoice and its case were deleted.
    InvoiceDeleted,
    /// A movement was noted.
    MovementAdded(MovementKind),
    /// One payment was noted on several invoices.
    PaymentsAdded,
    /// An act was noted.
    ActAdded,
    /// An act was deleted.
    ActDeleted,
    /// Rates were corrected, or a table imported or put away.
    RatesSaved,
    /// A movement was deleted.
    MovementDeleted,
    /// A sending was recorded.
    SendingRecorded,
    /// The day a sending was received was recorded.
    ReceiptRecorded,
    /// What the post said of a registered letter was recorded.
    PostingTracked,
    /// A sending was deleted.
    SendingDeleted,
    /// A call was recorded.
    CallRecorded,
    /// A circumstance was noted, by a version before each had a name of its own: histories still say it.
    CircumstanceAdded,
    /// A promise was noted.
    PromiseNoted,
    /// What the client proposes was noted.
    ProposalNoted,
    /// Reminders were paused.
    PauseNoted,
    /// A dispute was noted.
    DisputeNoted,
    /// Why an invoice is not paid was noted.
    ReasonNoted,
    /// Work was suspended.
    WorkSuspended,
    /// A close watch was begun.
    WatchBegun,
    /// A circumstance was ended.
    CircumstanceEnded,
    /// A circumstance was deleted.
    CircumstanceDeleted,
    /// A payment plan was proposed.
    PlanProposed,
    /// A payment plan was signed.
    PlanAccepted,
    /// A notice about a missed instalment was noted, by a version before notices became texts: histories still say it.
    PlanNoticeNoted,
    /// A proposed payment plan was refused or taken back.
    PlanWithdrawn,
    /// A payment plan was not kept: all is due again.
    PlanBroken,
    /// A payment plan was paid to its end.
    PlanEnded,
    /// A payment plan goes on although it could have been broken off.
    PlanGoesOn,
    /// A payment plan was deleted.
    PlanDeleted,
    /// A claim was handed over, sold, lodged, brought to court or given up.
    ProceedingBegun(ProceedingKind),
    /// A stage of a proceeding was noted.
    StageNoted(Stage),
    /// The last stage of a proceeding was taken off.
    StageTakenOff,
    /// A proceeding was deleted.
    ProceedingDeleted,
    /// What is known of insolvency proceedings was saved.
    InsolvencySaved,
    /// An offer was made.
    OfferMade,
    /// The client agreed to an offer.
    OfferAgreed,
    /// What was offered was given.
    OfferFulfilled,
    /// An offer was refused or taken back.
    OfferEnded,
    /// An offer was deleted.
    OfferDeleted,
    /// Something about a dispute was noted.
    DisputeSaved,
    /// A dispute was closed.
    DisputeClosed,
    /// A paper only the user has was noted.
    ProofAdded,
    /// Such a paper was taken off.
    ProofDeleted,
    /// A reply card was made.
    CardMade,
    /// A reply card was taken back.
    CardDropped,
    /// The answer of a reply card was taken up.
    ReplyTaken,
    /// What a forecast supposes was changed.
    ForecastSaved,
    /// How a client or an invoice is chased was changed.
    PaceSaved,
    /// How all clients are chased was changed.
    PolicySaved,
    /// The bank account was looked at.
    BankChecked,
    /// The user's own templates were changed.
    TemplatesSaved,
    /// A template of the user's own was deleted.
    TemplateDeleted,
    /// Work that is not invoiced was noted or changed, or became an invoice.
    UnbilledSaved,
    /// Work that is not invoiced was deleted.
    WorkDeleted,
    /// What documents look like was saved.
    StationerySaved,
    /// Time or money spent was noted.
    CostsAdded,
    /// A cost was deleted.
    CostDeleted,
    /// Own rate, stop lines or expectations were set.
    AssumptionsSaved,
    /// What is expected of the ways out of one claim was set.
    OutlookSaved,
    /// A backup took the place of the book.
    Restored,
    /// A change was taken back.
    Undone,
    /// Something deleted was brought back.
    TakenFromTrash,
    /// What was deleted long ago went for good.
    TrashPurged,
    /// Something deleted went for good.
    TrashDropped,
    /// A client went for good, with all that was about it.
    ClientErased,
    /// All that tells who a client is went for good.
    ClientAnonymised,
    /// Everything went for good.
    AllErased,
    /// Records of a backup were joined with the book.
    Merged,
    /// Closed cases left for a file of their own.
    Archived,
}

impl Edit {
    /// Puts a record in, in place of the one under its key.
    #[must_use]
    pub fn put(book: &Book, after: Record) -> Self {
        let key = after.key();
        Self { key, before: book.record(key), after: Some(after) }
    }

    /// Takes a record out.
    #[must_use]
    pub fn removal(book: &Book, key: Key) -> Self {
        Self { key, before: book.record(key), after: None }
    }
}

impl Done {
    /// It is for good: nothing of what was before may be kept to take it back, and what an earlier change kept of these
    /// records goes as well.
    #[must_use]
    pub fn is_final(self) -> bool {
        match self {
            Self::TrashPurged
            | Self::TrashDropped
            | Self::ClientErased
            | Self::ClientAnonymised
            | Self::AllErased => true,
            Self::ProfileSaved
            | Self::SettingsSaved
            | Self::BookNamed
            | Self::ClientSaved
            | Self::ContactsChecked
            | Self::ClientDeleted
            | Self::InvoiceAdded
            | Self::InvoiceSaved
            | Self::InvoiceDeleted
            | Self::MovementAdded(_)
            | Self::PaymentsAdded
            | Self::ActAdded
            | Self::ActDeleted
            | Self::RatesSaved
            | Self::MovementDeleted
            | Self::SendingRecorded
            | Self::ReceiptRecorded
            | Self::PostingTracked
            | Self::SendingDeleted
            | Self::CallRecorded
            | Self::CircumstanceAdded
            | Self::PromiseNoted
            | Self::ProposalNoted
            | Self::PauseNoted
            | Self::DisputeNoted
            | Self::ReasonNoted
            | Self::WorkSuspended
            | Self::WatchBegun
            | Self::CircumstanceEnded
            | Self::CircumstanceDeleted
            | Self::PlanProposed
            | Self::PlanAccepted
            | Self::PlanNoticeNoted
            | Self::PlanWithdrawn
            | Self::PlanBroken
            | Self::PlanEnded
            | Self::PlanGoesOn
            | Self::PlanDeleted
            | Self::ProceedingBegun(_)
            | Self::StageNoted(_)
            | Self::StageTakenOff
            | Self::ProceedingDeleted
            | Self::InsolvencySaved
            | Self::OfferMade
            | Self::OfferAgreed
            | Self::OfferFulfilled
            | Self::OfferEnded
            | Self::OfferDeleted
            | Self::DisputeSaved
            | Self::DisputeClosed
            | Self::ProofAdded
            | Self::ProofDeleted
            | Self::CardMade
            | Self::CardDropped
            | Self::ReplyTaken
            | Self::ForecastSaved
            | Self::PaceSaved
            | Self::PolicySaved
            | Self::BankChecked
            | Self::TemplatesSaved
            | Self::TemplateDeleted
            | Self::UnbilledSaved
            | Self::WorkDeleted
            | Self::StationerySaved
            | Self::CostsAdded
            | Self::CostDeleted
            | Self::AssumptionsSaved
            | Self::OutlookSaved
            | Self::Restored
            | Self::Undone
            | Self::TakenFromTrash
            | Self::Merged
            | Self::Archived => false,
        }
    }

    /// It says what a record is as a whole, so that fields another tab changed in the same instant are not mixed in.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.is_final()
            || matches!(self, Self::Restored | Self::Undone | Self::TakenFromTrash | Self::Archived)
    }

    /// It is about what is seen and not about what is kept: no word is said of it.
    #[must_use]
    pub fn is_look(self) -> bool {
        matches!(self, Self::SettingsSaved | Self::BookNamed)
    }

    /// It makes room, and must not need any for how its records were: that is kept beside the journal, or not at all.
    #[must_use]
    pub fn makes_room(self) -> bool {
        self.is_final() || self == Self::Archived
    }
}

/// Something for the outside to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write these records, say what was done, offer to undo it.
    Save(Change),
    /// Show this screen.
    Open(Route),
}
