//! Figures of screens that take more than a look-up: pure, from the book and the date.

pub mod aged;
pub mod client_list;
pub mod contact;
pub mod figures;
pub mod forecast;
pub mod invoice_list;
pub mod joint;
pub mod ladder_dates;
pub mod ladder_sample;
pub mod offer_desk;
pub mod partial_order;
pub mod plan_desk;
pub mod rate_list;
pub mod recovery_desk;
pub mod story;
pub mod today;
pub mod unbilled;
pub mod withheld;
pub mod writing;
