//! The law and the claim: who owes what since when, and why. Pure functions of facts, rate tables and a date.
//!
//! | module | what it knows |
//! |---|---|
//! | [`law`] | reference rates, payment terms and their ceilings, the articles quoted |
//! | [`ribbon`] | the life of a claim from left to right, as positions |
//! | [`regime`] | which rate and which fixed sum apply to a debt |
//! | [`claim`] | what a debt amounts to on a date, with its working |
//! | [`party`] | the user's own firm and its clients |
//! | [`invoice`] | an invoice as issued |
//! | [`contract`] | what an invoice's contract says about paying late |
//! | [`movement`] | what changes a balance |
//! | [`act`] | acknowledgements, claims in court, decisions |
//! | [`limitation`] | how long a claim can still be sued for |
//! | [`event`] | contacts with the client, with the exact text used |
//! | [`circumstance`] | promises, pauses, disputes: why a claim is not paid, and what was said about it |
//! | [`contact`] | who does what at the client's, and how invoices are paid there |
//! | [`manner`] | tone, *tu* or *vous*, language |
//! | [`dunning`] | the ladder of reminders, and what to do when |
//! | [`unbilled`] | work done that is not invoiced yet |
//! | [`case_file`] | an invoice with all that happened to it |
//! | [`three_way`] | the least, the standard and the most that can be claimed |
//! | [`difference`] | what changed between two claims |
//! | [`plan`] | payment plans: their schedule, and what to think twice about |
//! | [`court`] | which court orders payment, by what the debtor is and where it is |
//! | [`payment_order`] | the times that follow an order for payment |
//! | [`stationery`] | what the user’s documents look like on paper |
//! | [`spread`] | one payment over several invoices |
//! | [`status`] | where a claim stands, and the reasons |

pub mod act;
pub mod case_file;
pub mod circumstance;
pub mod claim;
pub mod contact;
pub mod contract;
pub mod court;
pub mod difference;
pub mod dunning;
pub mod event;
pub mod iban;
pub mod invoice;
pub mod law;
pub mod limitation;
pub mod manner;
pub mod movement;
pub mod moves;
pub mod party;
pub mod payment_order;
pub mod plan;
pub mod posting;
pub mod regime;
pub mod ribbon;
pub mod siren;
pub mod spread;
pub mod stationery;
pub mod status;
pub mod three_way;
pub mod unbilled;
