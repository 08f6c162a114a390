//! The screens of the ladder: how all clients are chased, one client, one invoice; with the dates of a real invoice.

pub mod fields;
pub mod own;
pub mod policy;
pub mod rules;
pub mod sample;

pub use own::{ClientPace, InvoicePace};
pub use policy::PolicyPage;
