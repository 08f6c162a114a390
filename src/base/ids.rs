//! Identifiers: numbers given in order, one type for each kind of record, never used twice in a book.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// The next free number after this one.
            #[must_use]
            pub fn next(self) -> Self {
                Self(self.0.saturating_add(1))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// A client of the user.
    ClientId,
    /// An invoice and its case file.
    InvoiceId,
    /// A movement of one invoice.
    MovementId,
    /// A contact event of one invoice.
    EventId,
    /// An act of one invoice.
    ActId,
    /// A circumstance of one invoice: promise, pause, dispute.
    CircumstanceId,
    /// A way out of one invoice: an order for payment, a sale, a write-off.
    ProceedingId,
    /// Time or money spent on one invoice.
    CostId,
    /// A payment plan of one client.
    PlanId,
    /// An offer about one invoice.
    OfferId,
    /// Something promised in a dispute.
    CommitmentId,
    /// A template of the user's own.
    TemplateId,
    /// Work done that is not invoiced yet.
    WorkId,
    /// A paper of one case that only the user has.
    ProofId,
    /// A reply card of one case.
    CardId,
    /// Something deleted that can still be brought back.
    TrashId,
}
