//! Commands: every change a user can make to the book, in strict types that forms have already checked.

use chrono::NaiveDate;

use super::calls::CallMade;
use super::costs::CostCommand;
use super::disputes::DisputeCommand;
use super::effect::Change;
use super::offers::OfferCommand;
use super::own_templates::OwnTemplates;
use super::plans::PlanCommand;
use super::proceedings::ProceedingCommand;
use super::proofs::ProofCommand;
use super::record::Record;
use super::replies::ReplyCommand;
use super::settings::Settings;
use crate::base::{
    ActId, Amount, BookId, CircumstanceId, ClientId, Currency, EventId, InvoiceId, MovementId, TemplateId,
    TrashId, WorkId,
};
use crate::domain::act::ActKind;
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{Circumstance, CircumstanceKind};
use crate::domain::claim::{Allocation, Instalment};
use crate::domain::contact::{Circuit, Contact};
use crate::domain::contract::Contract;
use crate::domain::dunning::{Pace, Policy};
use crate::domain::event::{Call, Channel, SentText, Step};
use crate::domain::forecast;
use crate::domain::law::own_rates::OwnRates;
use crate::domain::law::terms::Terms;
use crate::domain::manner::Manner;
use crate::domain::movement::{Movement, MovementKind};
use crate::domain::party::{DebtorKind, Profile, PublicBody};
use crate::domain::pay_link::PayLink;
use crate::domain::plan::Plan;
use crate::domain::posting::Posting;
use crate::domain::siren::Siren;
use crate::domain::stationery::Stationery;
use crate::domain::unbilled::Unbilled;

/// A change to the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Saves the user's own details.
    SaveProfile(Profile),
    /// Sets language and theme.
    SaveSettings(Settings),
    /// Sets the user's own rates.
    SaveRates(OwnRates),
    /// Adds a client, or changes one.
    SaveClient(Option<ClientId>, ClientDraft),
    /// Says what a client is in law.
    SetClientKind(ClientId, DebtorKind),
    /// Completes a client's postal address, where a letter needs it.
    SetClientAddress(ClientId, String),
    /// Deletes a client who has no invoice.
    DeleteClient(ClientId),
    /// Adds an invoice with what was already paid, or corrects one.
    SaveInvoice(Option<InvoiceId>, InvoiceDraft),
    /// Deletes an invoice and all that happened to it.
    DeleteInvoice(InvoiceId),
    /// Chooses what part payments of an invoice extinguish first.
    SetAllocation(InvoiceId, Allocation),
    /// Notes a movement.
    AddMovement(InvoiceId, MovementDraft),
    /// Notes one payment that covers parts of several invoices.
    AddPayments(Vec<(InvoiceId, MovementDraft)>),
    /// Deletes a movement entered by mistake.
    DeleteMovement(InvoiceId, MovementId),
    /// Notes an act: acknowledgement, claim in court, decision.
    AddAct(InvoiceId, ActDraft),
    /// Deletes an act entered by mistake.
    DeleteAct(InvoiceId, ActId),
    /// Records that a text was sent, about one or several invoices of a client.
    RecordSending(Vec<(InvoiceId, SendingDraft)>),
    /// The same where some late invoices were left out of the text by hand: each is left alone until a day.
    RecordSendingWithout(Vec<(InvoiceId, SendingDraft)>, Vec<(InvoiceId, NaiveDate)>),
    /// Records a call, what it brought (a promise, a dispute), and somebody else to talk to from now on.
    RecordCall(Vec<(InvoiceId, SendingDraft, Vec<CircumstanceDraft>)>, Option<Contact>),
    /// Puts a call as it is known now in the place of one just noted; one about no invoice takes it back.
    CorrectCall(Box<CallMade>, Box<CallMade>),
    /// Notes a circumstance: promise, pause, dispute, reason, suspension.
    AddCircumstance(InvoiceId, CircumstanceDraft),
    /// Ends a circumstance before its time, from a day on.
    EndCircumstance(InvoiceId, CircumstanceId, NaiveDate),
    /// Deletes a circumstance entered by mistake.
    DeleteCircumstance(InvoiceId, CircumstanceId),
    /// Proposes, signs or ends a payment plan.
    Plan(PlanCommand),
    /// Begins, goes on with or deletes what comes after the amicable way.
    Proceeding(ProceedingCommand),
    /// Notes what is spent on a claim, or what is expected of a way out.
    Cost(CostCommand),
    /// Makes, agrees, fulfils or ends an offer about an invoice.
    Offer(InvoiceId, OfferCommand),
    /// Notes what became of a dispute about an invoice.
    Dispute(InvoiceId, CircumstanceId, DisputeCommand),
    /// Notes papers only the user has.
    Proof(ProofCommand),
    /// Makes reply cards, and takes up their answers.
    Reply(ReplyCommand),
    /// Sets what a forecast supposes.
    SaveForecast(forecast::Supposed),
    /// Sets the page on which one invoice can be paid.
    SetPayLink(InvoiceId, Option<PayLink>),
    /// Chooses how one invoice is chased.
    SetPace(InvoiceId, Pace),
    /// Chooses how a client is chased.
    SetClientPace(ClientId, Pace),
    /// Chooses how a client is spoken to.
    SetManner(ClientId, Manner),
    /// Sets the persons at a client's.
    SetContacts(ClientId, Vec<Contact>),
    /// Sets how invoices are paid at a client's.
    SetCircuit(ClientId, Circuit),
    /// Notes that a client's own details were found right on a day.
    VerifyClient(ClientId, NaiveDate),
    /// Sets how all clients are chased.
    SavePolicy(Policy),
    /// Names the book, where it has no name yet: its calendar entries are told by it.
    NameBook(BookId),
    /// Notes that the bank account was looked at today.
    CheckBank,
    /// Sets the user's own templates.
    SaveTemplates(OwnTemplates),
    /// Deletes a template of the user's own.
    DeleteTemplate(TemplateId),
    /// Sets the list of work that is not invoiced yet.
    SaveUnbilled(Unbilled),
    /// Deletes work that is not invoiced yet. What became an invoice is taken off the list instead.
    DeleteWork(WorkId),
    /// Save what the user's documents look like.
    SaveStationery(Stationery),
    /// Records the day the client received a sending, or that it is not known.
    SetReceived(InvoiceId, EventId, Option<NaiveDate>),
    /// Note what became of a registered letter, and when it was received.
    TrackPosting(InvoiceId, EventId, Posting, Option<NaiveDate>),
    /// Deletes a sending recorded by mistake.
    DeleteSending(InvoiceId, EventId),
    /// Puts the records of a backup in place of the whole book.
    Restore(Vec<Record>),
    /// Takes back a change, if nothing it touched has changed since.
    Undo(Change),
    /// Brings something deleted back.
    TakeFromTrash(TrashId),
    /// Removes what was deleted long enough ago, for good.
    PurgeTrash,
    /// Removes something deleted, for good.
    DropFromTrash(TrashId),
    /// Removes everything deleted, for good.
    EmptyTrash,
    /// Removes a client, its invoices and what was deleted of them, for good.
    EraseClient(ClientId),
    /// Removes all that tells who a client is, for good; figures and dates stay.
    Anonymise(ClientId),
    /// Adds these records, or puts them in place of those of the same numbers; all others stay.
    Merge(Vec<Record>),
    /// Removes cases that an archive holds with the plans about them, as they were read back from it, if they are still the
    /// same.
    RemoveArchived(Vec<CaseFile>, Vec<Plan>),
}

/// A client as entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientDraft {
    /// Name, not empty.
    pub name: String,
    /// What it is in law.
    pub kind: DebtorKind,
    /// Person texts are addressed to.
    pub contact: String,
    /// Postal address.
    pub address: String,
    /// E-mail address.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// SIREN or SIRET.
    pub siren: Option<Siren>,
    /// What kind of body a public buyer is.
    pub body: PublicBody,
    /// Day insolvency proceedings were opened.
    pub insolvency: Option<NaiveDate>,
    /// Notes.
    pub notes: String,
}

/// An invoice as entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceDraft {
    /// Name of its client; a new client is added where there is none of that name.
    pub client: String,
    /// What the client is in law; none leaves an existing client as it is.
    pub kind: Option<DebtorKind>,
    /// Number.
    pub number: String,
    /// Issue date.
    pub issued: NaiveDate,
    /// Due date.
    pub due: NaiveDate,
    /// Terms the due date came from.
    pub terms: Option<Terms>,
    /// Amount including VAT, more than zero.
    pub amount: Amount,
    /// Currency.
    pub currency: Currency,
    /// What it was for.
    pub subject: String,
    /// Purchase order, or commitment number of a public buyer.
    pub order: String,
    /// Service code of a public buyer.
    pub service: String,
    /// Instalments after the first.
    pub later: Vec<Instalment>,
    /// What the contract says about paying late.
    pub contract: Contract,
    /// What part payments extinguish first.
    pub allocation: Allocation,
    /// Payments received before it was entered; only for a new invoice.
    pub paid: Vec<MovementDraft>,
}

/// A movement as entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovementDraft {
    /// What it is.
    pub kind: MovementKind,
    /// Day.
    pub date: NaiveDate,
    /// More than zero.
    pub amount: Amount,
    /// Means and reference.
    pub reference: String,
    /// Condition of a waiver.
    pub if_settled_by: Option<NaiveDate>,
}

impl ClientDraft {
    /// A client of whom only name and kind are known.
    #[must_use]
    pub fn named(name: &str, kind: DebtorKind) -> Self {
        Self {
            name: name.to_owned(),
            kind,
            contact: String::new(),
            address: String::new(),
            email: String::new(),
            phone: String::new(),
            siren: None,
            body: PublicBody::default(),
            insolvency: None,
            notes: String::new(),
        }
    }
}

impl InvoiceDraft {
    /// An invoice in euros of which only the six facts of a claim are known, nothing paid.
    #[must_use]
    pub fn new(client: &str, number: &str, issued: NaiveDate, due: NaiveDate, amount: Amount) -> Self {
        Self {
            client: client.to_owned(),
            kind: None,
            number: number.to_owned(),
            issued,
            due,
            terms: None,
            amount,
            currency: Currency::EUR,
            subject: String::new(),
            order: String::new(),
            service: String::new(),
            later: Vec::new(),
            contract: Contract::default(),
            allocation: Allocation::default(),
            paid: Vec::new(),
        }
    }
}

impl MovementDraft {
    /// A movement without reference or condition.
    #[must_use]
    pub fn new(kind: MovementKind, date: NaiveDate, amount: Amount) -> Self {
        Self { kind, date, amount, reference: String::new(), if_settled_by: None }
    }

    /// The movement, with its number.
    #[must_use]
    pub fn numbered(self, id: MovementId) -> Movement {
        let Self { kind, date, amount, reference, if_settled_by } = self;
        Movement { id, kind, date, amount, reference, if_settled_by }
    }
}

/// An act as entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActDraft {
    /// What was done.
    pub kind: ActKind,
    /// When.
    pub date: NaiveDate,
    /// Reference.
    pub reference: String,
}

/// A contact as recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendingDraft {
    /// Day it was sent, or of the call.
    pub date: NaiveDate,
    /// How.
    pub channel: Channel,
    /// What.
    pub step: Step,
    /// Last day it gave to pay; its own day where it gave none.
    pub deadline: NaiveDate,
    /// To whom.
    pub to: String,
    /// What was said, of a call.
    pub call: Option<Call>,
    /// Why it was made although budget, hour or day spoke against it.
    pub exception: String,
    /// The exact text.
    pub text: SentText,
    /// What is known of the post when it leaves: the number of a registered letter.
    pub posting: Posting,
    /// Day the client received it, where that is known already.
    pub received: Option<NaiveDate>,
}

/// A circumstance as entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CircumstanceDraft {
    /// Day it was learnt, or began.
    pub date: NaiveDate,
    /// What is known.
    pub kind: CircumstanceKind,
    /// Note.
    pub note: String,
}

impl SendingDraft {
    /// A sending without recipient, call or exception.
    #[must_use]
    pub fn new(date: NaiveDate, channel: Channel, step: Step, deadline: NaiveDate, text: SentText) -> Self {
        Self {
            date,
            channel,
            step,
            deadline,
            to: String::new(),
            call: None,
            exception: String::new(),
            text,
            posting: Posting::default(),
            received: None,
        }
    }

    /// The same of each invoice a document is about: its words are kept with the first of them alone, since a statement of many
    /// would otherwise be kept as many times.
    #[must_use]
    pub fn on_each(self, about: &[InvoiceId]) -> Vec<(InvoiceId, Self)> {
        let SentText { subject, as_of, rates, rates_corrected, program, .. } = self.text.clone();
        let text = SentText { subject, as_of, rates, rates_corrected, program, ..SentText::default() };
        let others = Self { text: SentText { elsewhere: true, ..text }, ..self.clone() };
        let first = about.first().map(|id| (*id, self));
        first.into_iter().chain(about.iter().skip(1).map(|id| (*id, others.clone()))).collect()
    }

    /// An invoice that was handed over before it was entered here: its text is not known.
    #[must_use]
    pub fn invoice(date: NaiveDate, channel: Channel) -> Self {
        Self::new(date, channel, Step::Invoice, date, SentText { as_of: date, ..SentText::default() })
    }
}

impl CircumstanceDraft {
    /// The circumstance, with its number.
    #[must_use]
    pub fn numbered(self, id: CircumstanceId) -> Circumstance {
        let Self { date, kind, note } = self;
        Circumstance { id, date, kind, note, ended: None }
    }
}
