//! The screens of the ladder: how all clients are chased, one client, one invoice; with the dates of a real invoice.

mod fields;
mod own;
mod policy;
mod rules;
mod sample;

pub use own::{ClientPace, InvoicePace};
pub use policy::PolicyPage;
