//! One screen a file.

#![allow(missing_docs, reason = "a page tells what it shows; its parts take what their types say")]

pub mod after;
pub mod balance;
pub mod calculator;
pub mod call;
pub mod case;
pub mod client;
pub mod client_form;
pub mod clients;
pub mod composer;
pub mod copy;
pub mod costs;
pub mod data;
pub mod dispute;
pub mod documents;
pub mod evidence;
pub mod forecast;
pub mod invoice_form;
pub mod invoices;
pub mod letters;
pub mod not_found;
pub mod offers;
pub mod pace;
pub mod plan;
pub mod rates;
pub mod recovery;
pub mod replies;
pub mod reply;
pub mod settings;
pub mod story;
pub mod templates;
pub mod today;
pub mod unbilled;
