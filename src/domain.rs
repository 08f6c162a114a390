//! The law and the claim: who owes what since when, and why. Pure functions of facts, rate tables and a date.
//!
//! | module | what it knows |
//! |---|---|
//! | [`law`] | reference rates, payment terms and their ceilings, the articles quoted |
//! | [`regime`] | which rate and which fixed sum apply to a debt |
//! | [`claim`] | what a debt amounts to on a date, with its working |
//! | [`party`] | the user's own firm and its clients |
//! | [`invoice`] | an invoice as issued |
//! | [`contract`] | what an invoice's contract says about paying late |
//! | [`movement`] | what changes a balance |
//! | [`act`] | acknowledgements, claims in court, decisions |
//! | [`limitation`] | how long a claim can still be sued for |
//! | [`event`] | contacts with the client, with the exact text used |
//! | [`case_file`] | an invoice with all that happened to it |
//! | [`three_way`] | the least, the standard and the most that can be claimed |
//! | [`difference`] | what changed between two claims |
//! | [`spread`] | one payment over several invoices |
//! | [`status`] | where a claim stands, and the reasons |

pub mod act;
pub mod case_file;
pub mod claim;
pub mod contract;
pub mod difference;
pub mod event;
pub mod iban;
pub mod invoice;
pub mod law;
pub mod limitation;
pub mod movement;
pub mod party;
pub mod regime;
pub mod siren;
pub mod spread;
pub mod status;
pub mod three_way;
