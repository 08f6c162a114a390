//! Small value types everything else is written in. No law, no words, no storage.

pub mod amount;
pub mod book_id;
pub mod calendar;
pub mod currency;
pub mod dates;
pub mod fold;
pub mod half_year;
pub mod ids;
pub mod iso;
pub mod json;
pub mod lang;
pub mod order;
pub mod percent;
pub mod rate;
pub mod signs;

pub use amount::{Amount, AmountError};
pub use book_id::BookId;
pub use calendar::Region;
pub use currency::Currency;
pub use dates::DateError;
pub use half_year::HalfYear;
pub use ids::{
    ActId, CardId, CircumstanceId, ClientId, CommitmentId, CostId, EventId, InvoiceId, MovementId, OfferId,
    PlanId, ProceedingId, ProofId, TemplateId, TrashId, WorkId,
};
pub use lang::Lang;
pub use percent::Percent;
pub use rate::{Rate, RateError};
