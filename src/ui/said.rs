//! What was done, refused or taken back, as a sentence: for the quiet line, and for the story of every change.

use super::state::Say;
use crate::app::effect::Done;
use crate::domain::movement::MovementKind;
use crate::text::Lang;
use crate::text::words::{done, labels, problems};

/// What the line says. What concerns the clipboard is said before this part is here, and by the shell.
#[must_use]
pub fn said(lang: Lang, say: Say) -> String {
    let words = done::words(lang);
    let text = match say {
        Say::Refused(refusal) => problems::refusal(lang, refusal),
        Say::DoneUnsaved => words.unsaved,
        Say::Saving => words.saving,
        Say::NothingToUndo => words.nothing_to_undo,
        Say::NothingToRedo => words.nothing_to_redo,
        Say::Copied | Say::LinkCopied | Say::CopyFailed => "",
        Say::OtherTab => words.other_tab,
        Say::WrittenAgain => words.written_again,
        Say::Mended => words.mended,
        Say::NotFetched => words.not_fetched,
        Say::TakenBack { done: Done::SettingsSaved | Done::BookNamed, .. } => words.taken_back,
        // So old a change that the story no longer tells what it did.
        Say::TakenBack { done: Done::Undone, holds_again: true, .. } => words.restored_again,
        Say::TakenBack { done, holds_again, .. } => {
            let said = if holds_again { words.redone } else { words.undone };
            return format!("{said}{}", labels::lower_first(done_text(lang, done)));
        }
        Say::Done(done) | Say::Kept(done) => done_text(lang, done),
    };
    text.to_owned()
}

/// What was done, as a sentence; nothing where no line is needed.
#[must_use]
pub fn done_text(lang: Lang, done: Done) -> &'static str {
    let words = done::words(lang);
    match done {
        Done::ProfileSaved => words.profile,
        Done::SettingsSaved | Done::BookNamed => "",
        Done::ClientSaved => words.client,
        Done::ClientDeleted => words.client_deleted,
        Done::InvoiceAdded => words.invoice_added,
        Done::InvoiceSaved => words.invoice,
        Done::InvoiceDeleted => words.invoice_deleted,
        Done::MovementAdded(kind) => match kind {
            MovementKind::Payment => words.payment,
            MovementKind::CreditNote => words.credit_note,
            MovementKind::Discount => words.discount,
            MovementKind::InterestWaiver | MovementKind::CompensationWaiver => words.waiver,
            MovementKind::Refund => words.refund,
        },
        Done::PaymentsAdded => words.payments,
        Done::ActAdded => words.act,
        Done::ActDeleted => words.act_deleted,
        Done::RatesSaved => words.rates,
        Done::MovementDeleted => words.movement_deleted,
        Done::SendingRecorded => words.sending,
        Done::ReceiptRecorded => words.receipt,
        Done::PostingTracked => words.tracking,
        Done::SendingDeleted => words.sending_deleted,
        Done::CallRecorded => words.call,
        Done::CircumstanceAdded
        | Done::PromiseNoted
        | Done::ProposalNoted
        | Done::PauseNoted
        | Done::DisputeNoted
        | Done::ReasonNoted
        | Done::WorkSuspended
        | Done::WatchBegun
        | Done::PlanProposed
        | Done::PlanAccepted
        | Done::PlanNoticeNoted
        | Done::PlanEnded
        | Done::ProceedingBegun(_)
        | Done::StageNoted(_)
        | Done::InsolvencySaved
        | Done::OfferMade
        | Done::OfferAgreed
        | Done::OfferEnded
        | Done::DisputeSaved
        | Done::ProofAdded
        | Done::ReplyTaken => words.circumstance,
        Done::StageTakenOff => words.stage_off,
        Done::OfferFulfilled => words.offer,
        Done::DisputeClosed => words.dispute,
        Done::CircumstanceEnded => words.circumstance_ended,
        Done::CircumstanceDeleted
        | Done::PlanDeleted
        | Done::OfferDeleted
        | Done::ProceedingDeleted
        | Done::ProofDeleted => words.circumstance_deleted,
        Done::PaceSaved | Done::PolicySaved => words.pace,
        Done::CardMade => words.card,
        Done::CardDropped => words.card_dropped,
        Done::ForecastSaved => words.forecast,
        Done::BankChecked => words.bank,
        Done::TemplatesSaved => words.templates,
        Done::TemplateDeleted => words.template_deleted,
        Done::UnbilledSaved => words.unbilled,
        Done::WorkDeleted => words.work_deleted,
        Done::StationerySaved => words.stationery,
        Done::CostsAdded => words.cost,
        Done::CostDeleted => words.cost_deleted,
        Done::AssumptionsSaved | Done::OutlookSaved => words.assumptions,
        Done::Restored => words.restored,
        Done::Undone => words.taken_back,
        Done::TakenFromTrash => words.taken,
        Done::TrashPurged => words.purged,
        Done::TrashDropped => words.dropped,
        Done::ClientErased => words.erased,
        Done::ClientAnonymised => words.anonymised,
        Done::AllErased => words.all_erased,
        Done::Merged => words.merged,
        Done::Archived => words.archived,
    }
}
