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
//! | [`author`] | who wrote a text in the creditor’s name |
//! | [`event`] | contacts with the client, with the exact text used |
//! | [`circumstance`] | promises, pauses, disputes: why a claim is not paid, and what was said about it |
//! | [`granted`] | time to pay that was granted |
//! | [`dispute`] | what became of a dispute: official reason, meeting, commitments, outcome |
//! | [`offer`] | less, or something done, if a client settles by a day |
//! | [`proof`] | papers only the user has, and where they are kept |
//! | [`evidence`] | how well a claim is proved, and what to obtain next |
//! | [`forecast`] | what comes in when: promised, planned, probable |
//! | [`reply`] | cards a client answers on, and the codes that come back |
//! | [`contact`] | who does what at the client's, and how invoices are paid there |
//! | [`manner`] | tone, *tu* or *vous*, language |
//! | [`dunning`] | the ladder of reminders, and what to do when |
//! | [`unbilled`] | work done that is not invoiced yet |
//! | [`cost`] | time and money spent on a claim |
//! | [`assumptions`] | what the user’s time is worth, where spending stops, what is expected |
//! | [`recovery`] | the ways out of an unpaid claim, compared |
//! | [`case_file`] | an invoice with all that happened to it |
//! | [`three_way`] | the least, the standard and the most that can be claimed |
//! | [`difference`] | what changed between two claims |
//! | [`plan`] | payment plans: their schedule, and what to think twice about |
//! | [`court`] | which court orders payment, by what the debtor is and where it is |
//! | [`proceeding`] | what becomes of a claim after the amicable way: orders, agencies, sales, write-offs |
//! | [`insolvency`] | insolvency proceedings against a client, and the time to lodge claims |
//! | [`court_fee`] | what that costs |
//! | [`payment_order`] | the times that follow an order for payment |
//! | [`stationery`] | what the user’s documents look like on paper |
//! | [`spread`] | one payment over several invoices |
//! | [`hints`] | what may be looked at again in how a text reads |
//! | [`problem`], [`refusal`] | what can be wrong with what was typed, and why something cannot be done |
//! | [`status`] | where a claim stands, and the reasons |

pub mod act;
pub mod assumptions;
pub mod author;
pub mod case_file;
pub mod circumstance;
pub mod claim;
pub mod contact;
pub mod contract;
pub mod cost;
pub mod court;
pub mod court_fee;
pub mod difference;
pub mod dispute;
pub mod dunning;
pub mod event;
pub mod evidence;
pub mod forecast;
pub mod granted;
pub mod hints;
pub mod iban;
pub mod insolvency;
pub mod invoice;
pub mod law;
pub mod limitation;
pub mod manner;
pub mod movement;
pub mod moves;
pub mod note_series;
pub mod notice;
pub mod offer;
pub mod party;
pub mod pay_link;
pub mod payment_order;
pub mod plan;
pub mod posting;
pub mod problem;
pub mod proceeding;
pub mod proof;
pub mod recovery;
pub mod refusal;
pub mod regime;
pub mod reply;
pub mod ribbon;
pub mod siren;
pub mod spread;
pub mod stationery;
pub mod status;
pub mod talk;
pub mod telephone;
pub mod three_way;
pub mod unbilled;
