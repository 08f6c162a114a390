//! What the application is, without a screen: the book of records, the commands that change it, forms, routes and
//! the figures of each screen. Pure: the date is a parameter, and what the outside must do is returned as effects.

pub mod book;
pub mod calculator;
pub mod calendar_file;
pub mod calls;
pub mod command;
mod contacts;
pub mod costs;
pub mod disputes;
pub mod effect;
pub mod erasure;
pub mod forms;
pub mod merge;
mod movements;
pub mod notes;
pub mod numbers;
pub mod offers;
pub mod own_templates;
pub mod passphrase;
pub mod pictures;
pub mod plans;
pub mod problem;
pub mod proceedings;
pub mod proofs;
pub mod record;
pub mod replies;
pub mod route;
pub mod settings;
pub mod story;
pub mod trash;
pub mod update;
pub mod views;
mod whole;
