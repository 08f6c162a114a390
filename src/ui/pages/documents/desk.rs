//! What the page writes about: which document, which invoices, in which words. Copied freely: it holds only handles.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::said::Said;
use super::source::PaperSource;
use crate::app::book::Book;
use crate::app::views::figures::Figures;
use crate::app::views::writing::Candidate;
use crate::base::{Amount, ClientId, Currency, InvoiceId, MovementId, dates};
use crate::documents::context::Case;
use crate::documents::letter::Letter;
use crate::documents::message::Message;
use crate::documents::paper::{Paper, PaperFacts, PaperKind, offered};
use crate::domain::case_file::CaseFile;
use crate::domain::event::Channel;
use crate::domain::manner::Tone;
use crate::domain::movement::MovementKind;
use crate::domain::offer::{OfferSort, OfferState};
use crate::domain::party::Client;
use crate::domain::plan::Plan;
use crate::text::Lang;
use crate::text::words::documents;
use crate::ui::editing::Editing;
use crate::ui::editing::source::Wording;
use crate::ui::kit;
use crate::ui::state::App;

/// How a document leaves.
pub const WAYS: [Channel; 4] = [Channel::Email, Channel::Post, Channel::RegisteredPost, Channel::Hand];

/// Documents by their names in addresses.
const NAMES: [(PaperKind, &str); PaperKind::ALL.len()] = [
    (PaperKind::Statement, "releve"),
    (PaperKind::Receipt, "recu"),
    (PaperKind::HandReceipt, "decharge"),
    (PaperKind::Offer, "offre"),
    (PaperKind::Agreement, "protocole"),
    (PaperKind::Termination, "resiliation"),
    (PaperKind::CaseFile, "dossier"),
    (PaperKind::PaymentOrder, "injonction"),
    (PaperKind::Declaration, "declaration"),
    (PaperKind::Assignment, "cession"),
    (PaperKind::UnpaidInvoice, "facture-impayee"),
];

/// The document of a name; the statement of account where none is named.
pub fn kind_named(name: &str) -> Option<PaperKind> {
    if name.is_empty() {
        return Some(PaperKind::Statement);
    }
    NAMES.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind)
}

/// The name of a document in addresses.
pub fn name_of(kind: PaperKind) -> &'static str {
    NAMES.iter().find(|(known, _)| *known == kind).map_or("", |(_, name)| name)
}

/// What the page writes about.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The invoice of the address.
    pub id: InvoiceId,
    /// Which document.
    pub kind: PaperKind,
    /// The figures of that invoice.
    pub figures: Memo<Figures>,
    /// What is said about the document.
    pub said: Said,
    /// Its text: as proposed, or in the user's own words.
    pub editing: Editing,
    /// The document, or why there is none.
    pub letter: Memo<Result<Letter, String>>,
    /// Every kind of document, with why it is not offered.
    pub offered: Memo<Vec<(PaperKind, Option<String>)>>,
    about: StoredValue<About>,
}

/// The invoices and the day.
#[derive(Clone, Copy)]
pub(super) struct About {
    candidates: Memo<Vec<Figures>>,
    /// Those the document is about; never none.
    pub(super) chosen: Memo<Vec<InvoiceId>>,
    /// Those the user chose.
    pub(super) by_hand: RwSignal<Option<Vec<InvoiceId>>>,
    /// The plan an agreement is about.
    pub(super) plan: Memo<Option<Plan>>,
    /// The day the figures are stated at.
    pub(super) day: Memo<NaiveDate>,
    /// Where it is signed, as typed.
    place: RwSignal<String>,
    /// The day the document is dated, which is the day it leaves: a statement of the past, or a declaration of what was owed, too.
    dated: Memo<NaiveDate>,
}

impl About {
    fn new(app: App, id: InvoiceId, kind: PaperKind, figures: Memo<Figures>, said: Said) -> Self {
        // An agreement is about the debt as it was when the plan was proposed.
        let plan = Memo::new(move |_| {
            let today = app.today.get();
            let found = app.book.with(|book| book.plan_of(id, today).map(|known| known.plan.clone()));
            found.filter(|_| kind == PaperKind::Agreement)
        });
        // It bears the day it leaves.
        let sent = Memo::new(move |_| {
            let (typed, today) = (said.sent_on.with(|typed| dates::parse_typed(typed)), app.today.get());
            let issued = figures.with(|figures| figures.case.invoice.issued);
            typed.ok().filter(|day| issued <= *day && *day <= today).unwrap_or(today)
        });
        let day = Memo::new(move |_| {
            let today = sent.get();
            match kind {
                PaperKind::Statement => said.until().map_or(today, |until| until.min(today)),
                PaperKind::Declaration | PaperKind::UnpaidInvoice => {
                    figures.with(|figures| kind.stated_on(&figures.client, &figures.case, today))
                }
                _ => plan.with(|plan| plan.as_ref().map(|plan| plan.proposed)).unwrap_or(today),
            }
        });
        let candidates = Memo::new(move |_| {
            let (client, currency) =
                figures.with(|figures| (figures.client.id, figures.case.invoice.currency));
            let day = day.get();
            // What was issued on the day of a judgment is declared too.
            let last = figures.with(|figures| figures.client.insolvency).unwrap_or(day);
            let last = if kind == PaperKind::Declaration { last } else { day };
            let mut all: Vec<Figures> = app.book.with(|book| {
                let is_known = |case: &&CaseFile| case.invoice.issued <= last || case.invoice.id == id;
                let cases = book.cases_of(client).filter(|case| case.invoice.currency == currency);
                let cases = cases.filter(is_known);
                let client = figures.with(|figures| figures.client.clone());
                // Each loss has its own day.
                let day_of = |case| match kind {
                    PaperKind::UnpaidInvoice => kind.stated_on(&client, case, app.today.get()),
                    _ => day,
                };
                cases.map(|case| Figures::of_case(book, case, day_of(case))).collect()
            });
            all.sort_by_key(|one| (one.case.invoice.due, one.case.invoice.id));
            all
        });
        let by_hand = RwSignal::new(None::<Vec<InvoiceId>>);
        let chosen = Memo::new(move |_| {
            by_hand.get().unwrap_or_else(|| match kind {
                PaperKind::Statement | PaperKind::Declaration => {
                    candidates.with(|all| all.iter().map(|one| one.case.invoice.id).collect())
                }
                PaperKind::Agreement => {
                    plan.with(|plan| plan.as_ref().map_or(vec![id], |plan| plan.invoices.clone()))
                }
                _ => vec![id],
            })
        });
        let dated = Memo::new(move |_| match kind {
            PaperKind::Statement | PaperKind::Declaration | PaperKind::UnpaidInvoice => sent.get(),
            _ => day.get(),
        });
        Self { candidates, chosen, by_hand, plan, day, place: said.place, dated }
    }

    pub(super) fn payments(self) -> Vec<(MovementId, NaiveDate, Amount)> {
        let chosen = self.chosen.get();
        let mut found: Vec<_> = self.candidates.with(|all| {
            let cases = all.iter().filter(|one| chosen.contains(&one.case.invoice.id));
            let payments = cases.flat_map(|one| {
                let known = move |date| date <= one.claim.as_of;
                one.case.movements.iter().filter(move |it| it.kind == MovementKind::Payment && known(it.date))
            });
            payments.map(|it| (it.id, it.date, it.amount)).collect()
        });
        found.sort_by_key(|(id, date, _)| (*date, *id));
        found
    }

    /// Asks about the facts of the document.
    pub(super) fn with_facts<T>(self, app: App, lang: Lang, ask: impl FnOnce(&PaperFacts<'_>) -> T) -> T {
        let (profile, payment_code, cancelled) = app.book.with(|book| {
            let stationery = Book::stationery(book);
            (Book::profile(book).clone(), stationery.payment_code, stationery.cancelled.clone())
        });
        // A case file tells of plans that were made, whatever became of them.
        let of = self.candidates.with(|all| all.first().map(|one| one.client.id));
        let plans: Vec<Plan> =
            app.book.with(|book| book.plans().filter(|plan| Some(plan.client) == of).cloned().collect());
        let (dated, chosen) = (self.dated.get(), self.chosen.get());
        self.candidates.with(|all| {
            let about: Vec<&Figures> =
                all.iter().filter(|one| chosen.contains(&one.case.invoice.id)).collect();
            let cases: Vec<Case<'_>> = about.iter().map(|one| (&one.case, &one.claim)).collect();
            let unknown = Client::unknown(ClientId(0));
            let client = about.first().copied().or(all.first()).map_or(&unknown, |one| &one.client);
            let place = self.place.get();
            ask(&PaperFacts {
                plans: &plans,
                place: &place,
                payment_code,
                cancelled: &cancelled,
                ..PaperFacts::new(&profile, client, &cases, dated, lang)
            })
        })
    }
}

impl Desk {
    /// The page of an invoice and a document.
    pub fn new(app: App, id: InvoiceId, kind: PaperKind, figures: Memo<Figures>) -> Self {
        let said = Said::new(app.today.get_untracked());
        // The letter of an offer that was made says what that says.
        let today = app.today.get_untracked();
        figures.with_untracked(|figures| {
            let open = figures.case.offers_on(today).filter(|(offer, state)| {
                let has_letter = matches!(offer.kind.sort(), OfferSort::Discount | OfferSort::Penalties);
                has_letter && matches!(state, OfferState::Open(_))
            });
            if let Some((offer, _)) = open.max_by_key(|(offer, _)| (offer.date, offer.id)) {
                said.take_offer(offer, untrack(|| app.lang()));
            }
        });
        let about = About::new(app, id, kind, figures, said);
        let spoken = figures.with_untracked(|figures| figures.client.manner.lang);
        let lang = spoken.unwrap_or_else(|| app.book.with_untracked(|book| Book::settings(book).language));
        // A document always says *vous*, in one tone.
        let wording = RwSignal::new(Wording { tone: Tone::default(), tu: false, lang });
        let source = PaperSource::new(app, id, kind, figures, about, said, wording);
        let (first, ways) = match kind {
            PaperKind::HandReceipt => (Channel::Hand, vec![Channel::Hand]),
            PaperKind::Termination | PaperKind::Assignment => (Channel::RegisteredPost, WAYS.to_vec()),
            _ => (Channel::Email, WAYS.to_vec()),
        };
        let editing = Editing::new(app, Arc::new(source), wording, Memo::new(move |_| ways.clone()), first);
        let letter = Memo::new(move |_| {
            source.error()?;
            match editing.text.get() {
                Some(Message::Letter(letter)) => Ok(letter),
                _ => Err(String::new()),
            }
        });
        let offered = Memo::new(move |_| {
            let has_plan = app.book.with(|book| book.plan_of(id, app.today.get()).is_some());
            about.with_facts(app, wording.get().lang, |facts| {
                let why_not = |kind| match offered(kind, facts) {
                    Err(error) => Some(error.explained(app.lang())),
                    Ok(()) if kind == PaperKind::Agreement && !has_plan => {
                        Some(documents::words(app.lang()).no_plan.to_owned())
                    }
                    Ok(()) => None,
                };
                PaperKind::ALL.map(|kind| (kind, why_not(kind))).to_vec()
            })
        });
        Self { id, kind, figures, said, editing, letter, offered, about: StoredValue::new(about) }
    }

    /// All invoices of the client in its currency, by due date.
    pub fn candidates(self) -> Memo<Vec<Candidate>> {
        let all = self.about.get_value().candidates;
        Memo::new(move |_| {
            let candidate = |one: &Figures| {
                let invoice = &one.case.invoice;
                Candidate {
                    id: invoice.id,
                    number: invoice.number.clone(),
                    due: invoice.due,
                    owed: one.claim.principal_left,
                    currency: invoice.currency,
                    left_out: None,
                }
            };
            all.with(|all| all.iter().map(candidate).collect())
        })
    }

    /// Those the document is about; never none.
    pub fn chosen(self) -> Memo<Vec<InvoiceId>> {
        self.about.get_value().chosen
    }

    /// A day other than today was typed for it to leave on, or is being typed: there may be no such document that day.
    pub fn is_redated(self, app: App) -> bool {
        self.said.sent_on.with(|typed| dates::parse_typed(typed)) != Ok(app.today.get())
    }

    /// The invoices it is noted on, the one of the address first: all it is about.
    pub fn recorded_on(self) -> Vec<InvoiceId> {
        let chosen = self.chosen().get();
        let (mut ids, others): (Vec<_>, Vec<_>) = chosen.into_iter().partition(|id| *id == self.id);
        ids.extend(others);
        ids
    }

    /// The first day it can have left on: when the last of them was issued.
    pub fn first_day(self) -> Option<NaiveDate> {
        let chosen = self.chosen().get();
        let issued = |all: &Vec<Figures>| {
            let about = all.iter().filter(|one| chosen.contains(&one.case.invoice.id));
            about.map(|one| one.case.invoice.issued).max()
        };
        self.about.get_value().candidates.with(issued)
    }

    /// Takes an invoice in, or leaves it out; the last one stays.
    /// What a file for a court or a collector is about goes on to the form that notes it was sent.
    pub fn choose(self, app: App, invoice: InvoiceId, is_in: bool) {
        let mut ids = self.about.get_value().chosen.get_untracked();
        ids.retain(|known| *known != invoice);
        if is_in {
            ids.push(invoice);
        }
        if !ids.is_empty() {
            if matches!(self.kind, PaperKind::CaseFile | PaperKind::PaymentOrder) {
                kit::keep(app, self.id, &ids);
            }
            self.about.get_value().by_hand.set(Some(ids));
        }
    }

    /// The payments on the invoices chosen: number, day, amount; oldest first.
    pub fn payments(self) -> Vec<(MovementId, NaiveDate, Amount)> {
        self.about.get_value().payments()
    }

    /// Currency of every sum.
    pub fn currency(self) -> Currency {
        self.figures.with(|figures| figures.case.invoice.currency)
    }

    /// The document with what was said about it.
    pub fn paper(self) -> Option<Paper> {
        let About { day, plan, .. } = self.about.get_value();
        self.said.paper(self.kind, day.get(), self.figures, plan, &self.payments())
    }

    /// Asks about the facts of the document.
    pub fn with_facts<T>(self, app: App, ask: impl FnOnce(&PaperFacts<'_>) -> T) -> T {
        self.about.get_value().with_facts(app, self.editing.wording.get().lang, ask)
    }
}
