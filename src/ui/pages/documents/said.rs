//! What is said about a document beside the records: the payment of a receipt, the items handed over, the terms of an
//! offer, what the debtor is before a court. Copied freely: it holds only handles.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::app::forms::prefilled;
use crate::app::views::figures::Figures;
use crate::base::{Amount, MovementId, dates};
use crate::documents::paper::{AgreementTerms, OfferTerms, Paper, PaperKind, StatementTerms};
use crate::domain::court::Standing;
use crate::domain::offer::{Offer, OfferKind};
use crate::domain::plan::Plan;
use crate::text::{Lang, format};

/// Days an offer stands unless the user says otherwise.
const OFFER_DAYS: u32 = 10;

/// What is said about a document.
#[derive(Clone, Copy)]
pub struct Said {
    /// The payment a receipt is for; the last one where none was chosen.
    pub payment: RwSignal<Option<MovementId>>,
    /// What is handed over, one item a line; of a case file, to whom.
    pub items: RwSignal<String>,
    /// What an offer takes off the principal, as typed.
    pub discount: RwSignal<String>,
    /// An offer gives up interest and fixed sums.
    pub drops: RwSignal<bool>,
    /// Last day of an offer, as typed.
    pub by: RwSignal<String>,
    /// There is room for the client to sign an offer.
    pub signed: RwSignal<bool>,
    /// Where an agreement is signed; left to be written by hand where it is empty.
    pub place: RwSignal<String>,
    /// What the debtor is before a court, where the guess is wrong.
    pub standing: RwSignal<Option<Standing>>,
    /// First day of a statement, as typed; everything from the beginning where it is empty.
    pub from: RwSignal<String>,
    /// Its last day, as typed; today where it is empty.
    pub until: RwSignal<String>,
    /// The day it was handed over or sent, as typed: it is dated so.
    pub sent_on: RwSignal<String>,
    /// Settled invoices are left out of a statement.
    pub open_only: RwSignal<bool>,
}

impl Said {
    /// What is supposed until something is said.
    pub fn new(today: NaiveDate) -> Self {
        Self {
            payment: RwSignal::new(None),
            items: RwSignal::new(String::new()),
            discount: RwSignal::new(String::new()),
            drops: RwSignal::new(true),
            by: RwSignal::new(format::date_digits(dates::add_days(today, OFFER_DAYS))),
            signed: RwSignal::new(false),
            place: RwSignal::new(String::new()),
            standing: RwSignal::new(None),
            from: RwSignal::new(String::new()),
            until: RwSignal::new(String::new()),
            sent_on: RwSignal::new(format::date_digits(today)),
            open_only: RwSignal::new(false),
        }
    }

    /// Takes over the terms of an offer that was made.
    pub fn take_offer(self, offer: &Offer, lang: Lang) {
        if let OfferKind::Discount { amount, .. } = &offer.kind {
            self.discount.set(prefilled(lang, *amount));
        }
        self.drops.set(offer.kind.drops_penalties());
        self.by.set(format::date_digits(offer.until));
    }

    /// What the debtor is before a court.
    pub fn standing(self, figures: Memo<Figures>) -> Standing {
        let guess = || figures.with(|one| Standing::guess(one.client.kind, &one.client.name));
        self.standing.get().unwrap_or_else(guess)
    }

    /// The document; none of an agreement where there is no plan.
    pub fn paper(
        self,
        kind: PaperKind,
        today: NaiveDate,
        figures: Memo<Figures>,
        plan: Memo<Option<Plan>>,
        payments: &[(MovementId, NaiveDate, Amount)],
    ) -> Option<Paper> {
        Some(match kind {
            PaperKind::Statement => Paper::Statement(StatementTerms {
                from: self.from.with(|typed| dates::parse_typed(typed)).ok(),
                open_only: self.open_only.get(),
            }),
            PaperKind::Receipt => {
                let last = || payments.last().map(|(id, ..)| *id);
                Paper::Receipt(self.payment.get().or_else(last).unwrap_or(MovementId(0)))
            }
            PaperKind::HandReceipt => Paper::HandReceipt(self.lines()),
            PaperKind::Termination => Paper::Termination,
            PaperKind::Offer => Paper::Offer(self.terms(today)),
            PaperKind::CaseFile => Paper::CaseFile(self.lines()),
            PaperKind::PaymentOrder => Paper::PaymentOrder(self.standing(figures)),
            PaperKind::Declaration => Paper::Declaration,
            PaperKind::Assignment => Paper::Assignment,
            PaperKind::UnpaidInvoice => Paper::UnpaidInvoice,
            PaperKind::Agreement => {
                Paper::Agreement(plan.with(|plan| plan.as_ref().map(AgreementTerms::from))?)
            }
        })
    }

    /// The last day of a statement, where one is typed.
    pub fn until(self) -> Option<NaiveDate> {
        self.until.with(|typed| dates::parse_typed(typed)).ok()
    }

    /// The terms of an offer.
    pub fn terms(self, today: NaiveDate) -> OfferTerms {
        OfferTerms {
            discount: self.discount.with(|typed| Amount::parse_typed(typed)).unwrap_or(Amount::ZERO),
            drops_penalties: self.drops.get(),
            by: self.by.with(|typed| dates::parse_typed(typed)).unwrap_or(today),
            signed: self.signed.get(),
        }
    }

    pub fn lines(self) -> Vec<String> {
        self.items.with(|typed| {
            typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
        })
    }
}
