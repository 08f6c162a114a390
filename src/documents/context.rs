//! What templates may say: the facts and figures of a case, already written in a language. Built from domain types
//! only, by [`Facts`]; a value that does not apply is an empty text, so that `{% if daily %}` reads well. Missing facts
//! are markers. Fields are named to templates in `context/values.rs`.

mod build;
mod circumstances;
mod facts;
mod interest;
mod invoice;
mod lapsed;
mod negotiation;
mod paper;
mod parties;
mod past;
mod phrases;
mod recalled;
mod typed;
mod values;

pub use circumstances::{
    CallText, CircuitText, DisputeText, InstalmentText, PaymentText, PlanText, PromiseText, SuspensionText,
};
pub use facts::Facts;
pub use interest::InterestText;
pub(super) use interest::{RateGroup, named, rate_groups};
pub use invoice::{InvoiceText, WorkingText};
pub use lapsed::Unkept;
pub use negotiation::{AgreedText, BrokenPlanText, MeetingText, OfferText, PlanSumText};
pub use paper::PaperText;
pub use parties::{ClientText, SenderText};
pub use past::Case;
pub(super) use phrases::late_interest;
pub use recalled::Reminder;
pub use values::{
    INSTALMENT_VARIABLES, INVOICE_VARIABLES, Kind, PAPER_VARIABLES, ROW_VARIABLES, VARIABLES, Value,
};

use chrono::NaiveDate;

use super::orders::Quoted;
use super::payment_code::Payee;
use super::template::TextError;
use crate::base::{Amount, Currency};
use crate::domain::event::Step;
use crate::domain::manner::{Relation, Tone};
use crate::domain::notice::Annex;
use crate::domain::party::DebtorKind;
use crate::domain::proceeding::ProceedingKind;
use crate::domain::proof::ProofKind;
use crate::text::Lang;

/// Everything a template can name.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a question a template asks")]
pub struct TextContext {
    /// Language of every text in it.
    pub lang: Lang,
    /// The client is addressed as *tu*.
    pub tu: bool,
    /// The client is a business.
    pub business: bool,
    /// The client is a public buyer.
    pub public: bool,
    /// The client is a consumer, or of unknown kind.
    pub consumer: bool,
    /// A business or a public buyer: penalties run by law.
    pub professional: bool,
    /// Something is past its due date.
    pub late: bool,
    /// There is more than one invoice.
    pub several: bool,
    /// Some invoice of the client’s was issued before insolvency proceedings were opened: it must not be chased.
    pub insolvent: bool,
    /// The order a court could make against the client; empty where that is none.
    pub order: String,
    /// The time to sue is over: no court is spoken of.
    pub barred: bool,
    /// What was paid beyond what was owed, and is the client’s.
    pub overpaid: String,
    /// What became of the claim after the amicable way, of the first case it is about.
    pub proceeding: Option<ProceedingKind>,
    /// The tone the text is written in.
    pub tone: Tone,
    /// How things stand with the client.
    pub relation: Relation,
    /// The text is a letter: it has blocks of its own for invoices, payment and signature.
    pub letter: bool,
    /// The figures are stated at another day than today.
    pub stated_elsewhen: bool,
    /// Interest runs from the receipt of a formal notice, or will once there is one; else from the due date.
    pub after_notice: bool,
    /// Some interest bears interest.
    pub capitalises: bool,
    /// A formal notice shall say that the contract may be ended.
    pub ends_contract: bool,
    /// What goes with a formal notice.
    pub annexes: Vec<Annex>,
    /// What else goes with it, in the sender’s own words.
    pub other_annexes: Vec<String>,
    /// Papers noted of the cases, with their days.
    pub papers: Vec<(ProofKind, String)>,
    /// A formal notice was sent already about every invoice the text is about.
    pub noticed: bool,
    /// The invoices no formal notice was sent about, where one was about others: `la facture n° 2026-031`; else empty.
    pub unnoticed: String,
    /// The text goes by post, and its days count the time it is under way.
    pub posted: bool,
    /// The user's firm.
    pub sender: SenderText,
    /// The client.
    pub client: ClientText,
    /// The invoice, or the first of several.
    pub invoice: Option<InvoiceText>,
    /// Every invoice the text is about: once some are late, those that are.
    pub invoices: Vec<InvoiceText>,
    /// Days since the earliest due date: `252 jours`.
    pub longest: String,
    /// Their numbers: `2026-014 et 2026-020`.
    pub numbers: String,
    /// Day the text is dated.
    pub day: NaiveDate,
    /// The same in full.
    pub today: String,
    /// Day the figures are stated at (« arrêté au »).
    pub as_of: String,
    /// The day after it.
    pub day_after: String,
    /// Last day to pay, with its weekday.
    pub deadline: String,
    /// Days from today to it: `8 jours`.
    pub deadline_days: String,
    /// Last day a public buyer has for paying interest and fixed sum once the principal is paid, with its weekday; empty while
    /// it is not, or where that day is past.
    pub public_deadline: String,
    /// Principal owed on all invoices.
    pub principal: String,
    /// Interest owed on all invoices.
    pub interest: String,
    /// Fixed sums owed on all invoices: `40,00 €`.
    pub indemnity: String,
    /// All that is owed.
    pub total: String,
    /// What a reminder may ask for: all that a professional owes, and a consumer who received a formal notice; the principal
    /// of another consumer.
    pub claimed: String,
    /// What this text asks for, from its step and tone.
    pub asked: String,
    /// The sums it may ask for, as amounts.
    pub sums: AskedSums,
    /// What is asked for, as an amount.
    pub asked_amount: Amount,
    /// Number of a penalty note in the user’s own series; empty where it has none.
    pub note_number: String,
    /// Notes of penalties sent earlier about any of the invoices: `ma note n° NP-2026-001 du 3 novembre 2026`.
    pub earlier_notes: String,
    /// Number of the registered letter, where it is known already.
    pub posting_number: String,
    /// What the client asks to be quoted with every invoice: labels and values.
    pub quoted: Vec<Quoted>,
    /// The same as lines: `Bon de commande : BC-77`.
    pub orders: String,
    /// Where a transfer goes, where a code for it is wanted.
    pub payee: Option<Payee>,
    /// Interest and fixed sum in one sum.
    pub penalties: String,
    /// The same, less what is owed back to the client.
    pub penalties_due: String,
    /// What is owed back to the client, and comes off what is asked for; empty where nothing is, or nothing is left to ask.
    pub set_off: String,
    /// The part of the principal the client contests: nothing is asked for it, and what its lateness costs is reserved.
    pub disputed: String,
    /// What this client’s debt weighs: `23 %` of all that is owed to the user.
    pub share: String,
    /// What one more day adds.
    pub daily: String,
    /// The same as people say it: `84 centimes`.
    pub daily_spoken: String,
    /// What interest for lateness is called: `pénalités de retard`, `intérêts moratoires`, `intérêts`.
    pub late_interest: String,
    /// Interest and fixed sum: `246,79 € de pénalités et 40,00 € d’indemnité`.
    pub extras: String,
    /// Principal, interest and fixed sum, each with its name.
    pub breakdown: String,
    /// Some payment was received.
    pub partly_paid: bool,
    /// Every payment, credit note and discount with its date, in sentences.
    pub movements: String,
    /// Payments extinguish interest before principal.
    pub interest_first: bool,
    /// Earlier reminders, each with the invoices it was about where it was not about all: `mes e-mails du 3 novembre et du
    /// 12 novembre 2026 et mon courrier du …`. They and what follows are set by `recalling`.
    pub reminders: String,
    /// The same after « suite à »: `mes e-mails du 3 novembre 2026 et à mon courrier du …`.
    pub after_reminders: String,
    /// The last that was about all: `mon e-mail du 3 novembre`.
    pub last_reminder: String,
    /// Those in writing one by one: `mon e-mail du 3 novembre 2026`.
    pub reminder_list: Vec<String>,
    /// Day of the call in which the client said that it will not pay, where nothing else was said to it since.
    pub refused: String,
    /// Those of each invoice in lines, where they are too different for a sentence; else empty.
    pub recalled: String,
    /// Every promise that was not kept.
    pub unkept: Vec<Unkept>,
    /// The last day of time that was granted, where it is over.
    pub granted: Option<NaiveDate>,
    /// The last promise that was not kept. It and what follows are set by `recalling` too.
    pub promise: Option<PromiseText>,
    /// Days that went by unpaid, in sentences: time that was granted, promises that were not kept.
    pub lapsed: String,
    /// The call a text puts in writing.
    pub call: Option<CallText>,
    /// Instalments proposed; in a recap, those agreed on in the call.
    pub instalments: Vec<InstalmentText>,
    /// The client said, or showed, that it cannot pay all at once.
    pub said_short: bool,
    /// The instalments answer a proposal of the client’s own.
    pub they_proposed: bool,
    /// What a payment plan that is proposed says besides; nothing where only its sums are known.
    pub plan: PlanText,
    /// The sum of a signed plan that is missing, or comes next.
    pub plan_sum: Option<PlanSumText>,
    /// The plan that was broken.
    pub broken: Option<BrokenPlanText>,
    /// The offer that is made.
    pub offer: Option<OfferText>,
    /// What the client contests.
    pub dispute: DisputeText,
    /// The meeting about it that is proposed; empty where none is.
    pub meeting: MeetingText,
    /// What was agreed about it.
    pub agreed: Option<AgreedText>,
    /// Work that is suspended; none where none is.
    pub suspension: Option<SuspensionText>,
    /// The last payment received.
    pub payment: PaymentText,
    /// What is known of how the client pays, and what is not.
    pub circuit: CircuitText,
    /// Half-years counted at a provisional rate: `le 1er semestre 2027`.
    pub provisional: String,
    /// How interest runs on the invoices.
    pub running: InterestText,
    /// What only a document beside the messages says.
    pub paper: Option<PaperText>,
}

/// The sums a text may ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AskedSums {
    /// Their currency.
    pub currency: Currency,
    /// Principal.
    pub principal: Amount,
    /// Interest.
    pub interest: Amount,
    /// Fixed sums.
    pub indemnity: Amount,
    /// Interest and fixed sums, less what is owed back.
    pub penalties: Amount,
    /// All that is owed.
    pub total: Amount,
    /// What a reminder may ask for.
    pub claimed: Amount,
}

impl TextContext {
    /// What a payment is to be told by: the note it pays, else the invoices.
    #[must_use]
    pub fn reference(&self) -> &str {
        if self.note_number.is_empty() { &self.numbers } else { &self.note_number }
    }

    /// The same, told in a tone, for a step, as a letter or not.
    #[must_use]
    pub(super) fn told(&self, step: Step, tone: Tone, letter: bool) -> Self {
        // Under a plan nothing but its sums is asked for.
        let sum = self.plan_sum.as_ref();
        let offer = self.offer.as_ref().filter(|_| step == Step::Offer);
        let agreed = self.call.as_ref().filter(|_| step == Step::Recap).map(|call| &call.instalments);
        let instalments = agreed.unwrap_or(&self.instalments).clone();
        let nothing = String::new();
        // Of several sums the next transfer is the first; where none is named yet, the client is to name it.
        let first = match step {
            Step::Instalments => {
                Some(instalments.first().map_or((&nothing, Amount::ZERO), |one| (&one.amount, one.sum)))
            }
            Step::Recap => instalments.first().map(|one| (&one.amount, one.sum)),
            _ => None,
        };
        let own = offer.map(|offer| (&offer.pay, offer.pay_amount));
        let own = own.or(sum.map(|sum| (&sum.left, sum.left_amount))).or(first);
        let (asked, asked_amount) = own.unwrap_or(match step {
            Step::PenaltyNote => (&self.penalties_due, self.sums.penalties),
            Step::FormalNotice => (&self.total, self.sums.total),
            _ if self.principal.is_empty() || super::asked::claims_penalties(step, tone) => {
                (&self.claimed, self.sums.claimed)
            }
            _ => (&self.principal, self.sums.principal),
        });
        let asked = asked.clone();
        // By post the days of a plan’s notice run from its receipt, and end on no day that is known when it is written; an
        // invoice sent again grants none, and is paid on the days of the plan.
        let deadline = match (step, sum) {
            (Step::PlanNotice, Some(_)) if letter => String::new(),
            (Step::Duplicate | Step::Invoice, Some(sum)) if letter => {
                if sum.late {
                    String::new()
                } else {
                    sum.due.clone()
                }
            }
            _ => self.deadline.clone(),
        };
        Self { tone, letter, deadline, asked, asked_amount, instalments, ..self.clone() }
    }

    /// What the client is in law. A client of unknown kind is written to as a consumer.
    pub(super) fn kind(&self) -> DebtorKind {
        if self.public {
            DebtorKind::Public
        } else if self.business {
            DebtorKind::Business
        } else {
            DebtorKind::Consumer
        }
    }

    /// Refuses a context in which a text would have nothing late, or nothing it may ask for.
    pub(super) fn check_claimable(&self) -> Result<(), TextError> {
        self.check_askable()?;
        if self.claimed.is_empty() {
            Err(self.nothing())
        } else if !self.late {
            Err(TextError::NotLate)
        } else {
            Ok(())
        }
    }

    /// Refuses a context in which the client is not for the user to ask.
    pub(super) fn check_askable(&self) -> Result<(), TextError> {
        if self.insolvent {
            Err(TextError::Insolvent)
        } else if self.proceeding == Some(ProceedingKind::Sold) {
            Err(TextError::Sold)
        } else if self.proceeding == Some(ProceedingKind::HandedOver) {
            Err(TextError::HandedOver)
        } else {
            Ok(())
        }
    }

    /// Why there is nothing to ask for.
    pub(super) fn nothing(&self) -> TextError {
        if self.disputed.is_empty() { TextError::NothingOwed } else { TextError::Disputed }
    }

    /// The same where the issue dates are not known: left unsaid, never guessed. Number and due date name the invoice.
    #[must_use]
    pub fn without_issue_dates(mut self) -> Self {
        for invoice in self.invoice.iter_mut().chain(&mut self.invoices) {
            invoice.issued.clear();
            invoice.issued_digits.clear();
        }
        self
    }

    /// Refuses a context without exactly one invoice.
    pub(super) fn check_single(&self) -> Result<(), TextError> {
        match self.invoices.len() {
            0 => Err(TextError::NothingOwed),
            1 => Ok(()),
            _ => Err(TextError::SeveralInvoices),
        }
    }
}
