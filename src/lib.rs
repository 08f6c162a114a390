//! Relance: what a late invoice owes, what to do next, and the text to do it with.
//!
//! The layers, each allowed to use only those above it (`tests/architecture.rs` holds them to it):
//!
//! | layer | what it is |
//! |---|---|
//! | [`base`] | small values: amounts, rates, dates, half-years, identifiers |
//! | [`domain`] | the law, the claim, the parties, the invoice and its state |
//! | [`text`] | every word on screen in both languages, and how figures and dates are written |
//! | [`documents`] | e-mails and letters as plain values, from templates |
//! | [`app`] | the book of records, the commands that change it, routes and forms |
//! | [`store`] | records as keys and strings, backups, what to do with unreadable data |
//! | `browser` | (wasm32) the only code that touches the browser outside the views |
//! | `ui` | (wasm32) Leptos components and pages |
//!
//! All but the last two are pure: no clock, no storage, no browser, no logging. The date is a parameter.

pub mod app;
pub mod base;
pub mod documents;
pub mod domain;
pub mod store;
pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod ui;
