//! What was done, refused or taken back, as a sentence: for the quiet line, and for the story of every change.

use super::state::Say;
use crate::app::effect::Done;
use crate::domain::movement::MovementKind;
use crate::text::Lang;
use crate::text::words::agenda::proceeding;
use crate::text::words::{done, labels, problems, story};

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
        // So old a change that the story no longer tells what it did.
        Say::TakenBack { done: Done::Undone, holds_again: true, .. } => words.restored_again,
        Say::TakenBack { done, holds_again, .. } => {
            let said = if holds_again { words.redone } else { words.undone };
            return format!("{said}{}.", labels::lower_first(&told(lang, done)));
        }
        Say::Done(done) | Say::Kept(done) => return done_text(lang, done),
    };
    text.to_owned()
}

/// What was done, as a sentence; nothing where no line is needed.
#[must_use]
pub fn done_text(lang: Lang, done: Done) -> String {
    quiet(lang, done).map_or_else(|| format!("{}.", told(lang, done)), str::to_owned)
}

/// What a change did that is no undo, as the story tells it: « Échéancier signé ».
#[must_use]
pub fn told(lang: Lang, done: Done) -> String {
    let words = story::words(lang);
    let text = match done {
        Done::SettingsSaved => words.settings,
        Done::BookNamed => words.book_named,
        Done::CircumstanceAdded => words.circumstance,
        Done::PromiseNoted => words.promise,
        Done::ProposalNoted => words.proposal,
        Done::PauseNoted => words.pause,
        Done::DisputeNoted => words.dispute,
        Done::DisputeSaved => words.dispute_saved,
        Done::ReasonNoted => words.reason,
        Done::WorkSuspended => words.suspension,
        Done::WatchBegun => words.watch,
        Done::CircumstanceEnded => words.circumstance_ended,
        Done::CircumstanceDeleted => words.circumstance_deleted,
        Done::PlanProposed => words.plan,
        Done::PlanAccepted => words.plan_signed,
        Done::PlanNoticeNoted => words.plan_notice,
        Done::PlanWithdrawn => words.plan_withdrawn,
        Done::PlanBroken => words.plan_broken,
        Done::PlanEnded => words.plan_ended,
        Done::PlanGoesOn => words.plan_goes_on,
        Done::PlanDeleted => words.plan_deleted,
        Done::ProceedingBegun(kind) => {
            return format!("{}{}", words.proceeding, labels::lower_first(proceeding::kind(lang, kind)));
        }
        Done::ProceedingDeleted => words.proceeding_deleted,
        Done::StageNoted(_) => words.stage,
        Done::InsolvencySaved => words.insolvency,
        Done::OfferMade => words.offer,
        Done::OfferAgreed => words.offer_agreed,
        Done::OfferEnded => words.offer_ended,
        Done::OfferDeleted => words.offer_deleted,
        Done::ProofAdded => words.proof,
        Done::ProofDeleted => words.proof_deleted,
        Done::ReplyTaken => words.reply,
        Done::ContactsChecked => words.checked,
        Done::RatesSaved => words.rates,
        Done::TemplateDeleted => words.template_deleted,
        Done::WorkDeleted => words.work_deleted,
        Done::CardDropped => words.card_dropped,
        Done::PolicySaved => words.policy,
        Done::OutlookSaved => words.outlook,
        done => quiet(lang, done).unwrap_or_default().trim_end_matches('.'),
    };
    text.to_owned()
}

/// The sentence of its own that something done has; none where the line says what the story tells.
fn quiet(lang: Lang, done: Done) -> Option<&'static str> {
    let words = done::words(lang);
    let text = match done {
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
        | Done::PlanWithdrawn
        | Done::PlanBroken
        | Done::PlanEnded
        | Done::PlanGoesOn
        | Done::ProceedingBegun(_)
        | Done::StageNoted(_)
        | Done::InsolvencySaved
        | Done::OfferMade
        | Done::OfferAgreed
        | Done::OfferEnded
        | Done::DisputeSaved
        | Done::ProofAdded
        | Done::ReplyTaken
        | Done::ContactsChecked => return None,
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
    };
    Some(text)
}
