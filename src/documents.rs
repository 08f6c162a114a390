//! The texts of the app: e-mails, short messages, letters, what to say on the phone, as plain values. No HTML here, no
//! storage.
//!
//! | module | what it knows |
//! |---|---|
//! | [`context`] | the facts and figures of a case, already written in a language |
//! | [`mod@message`] | the message of every step, in every channel it is offered in |
//! | [`mod@asked`] | which sums a text asks for |
//! | [`missing`] | facts a text needs and nobody has given yet: marked, never invented |
//! | [`template`] | the template files, and how they are filled |
//! | [`email`] | e-mails, the sentence with the figures, how penalties were computed, the annex for a court |
//! | `orders` | the order numbers a client asks to be quoted |
//! | [`letter`] | letters as blocks to lay out and print |
//! | [`life`] | the life of a claim as a picture beside its working |
//! | [`mod@fingerprint`] | how a document is told to be the same, to the last comma |
//! | [`window`] | the address in the window of an envelope |
//! | [`flow`] | a letter as pieces that stay whole |
//! | [`pages`] | which piece stands on which page |
//! | [`mod@paper`] | documents beside the messages: statement, receipt, offer, agreement, case file |
//! | [`payment_code`] | the code that a banking application reads |
//! | [`rich`] | a letter or an e-mail with its form kept, for the clipboard |
//! | `sums` | the sums of an e-mail, in columns where it is copied |
//! | [`mod@excuses`] | what clients say on the telephone, and what to answer |
//! | [`own`] | templates of the user’s own |
//! | [`start`] | the text that a template of the user’s own starts from |
//! | [`sms`] | how long a short message is |
//! | [`passages`] | the words of a text that its sender may put in their own way |
//! | [`edited`] | a text in its sender’s own words, what is found in it and put right |
//! | [`completeness`] | what such a text no longer says |
//! | [`wording`] | what may not be written to a debtor: where, why, and what to write instead |
//!
//! What each text claims from a professional (a choice of ours, the law allows more):
//! - first reminder, warm and courteous: the principal only; silence about penalties waives nothing;
//! - first reminder, direct: the principal, and a reminder that penalties run by law;
//! - first reminder, firm; firm and last reminder; formal notice: principal, penalties and fixed sum, in figures;
//! - note of penalties: penalties and fixed sum;
//! - calls, short messages and every other text: the principal only.
//!
//! A consumer, or a client whose kind is unknown, is never asked for more than the principal before formal notice
//! has been received, and never for a fixed sum or a fee (C. civ. art. 1231-6, CPCE art. L111-8, read November 2026). What a
//! client contests is not asked for, nor any penalty while it is contested. A client in insolvency proceedings is not chased
//! for what it owed before them.

pub mod asked;
pub mod completeness;
pub mod context;
pub mod edited;
pub mod email;
mod enclosures;
pub mod excuses;
pub mod fingerprint;
pub mod flow;
pub mod inbox;
pub mod letter;
pub mod life;
pub mod message;
pub mod missing;
mod one_line;
mod orders;
mod owed;
pub mod own;
pub mod pages;
pub mod paper;
pub mod passages;
pub mod payment_code;
mod position;
pub mod readable;
pub mod reply_file;
pub mod rich;
pub mod sms;
pub mod start;
mod sums;
pub mod table;
pub mod template;
pub mod unbroken;
pub mod window;
pub mod wording;

pub use asked::{Asked, asked, claims_penalties};
pub use context::{Case, Facts, TextContext};
pub use email::{Email, Tone, annex, explanation, first_reminder, phone};
pub use excuses::{Answer, Excuse, excuses};
pub use letter::{Block, Letter, Signer, Table};
pub use message::{Message, channels, message};
pub use missing::{MissingFact, missing, missing_facts};
pub use own::{OwnText, Variable, check_own, fill_own};
pub use paper::{Caution, Paper, PaperError, PaperFacts, PaperKind, cautions, offered, paper};
pub use template::fault::{Fault, FaultKind};
pub use template::{TextError, Unoffered};
