//! Figures of screens that take more than a look-up: pure, from the book and the date.

pub mod figures;
pub mod invoice_list;
pub mod ribbon;
pub mod story;
