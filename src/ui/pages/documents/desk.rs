//! What the page writes about: which document, which invoices, what else it needs. Copied freely: it holds only handles.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::wording;
use crate::app::book::Book;
use crate::app::views::figures::Figures;
use crate::base::{Amount, ClientId, Currency, InvoiceId, MovementId, dates};
use crate::documents::context::Case;
use crate::documents::letter::Letter;
use crate::documents::paper::{OfferTerms, Paper, PaperFacts, PaperKind, offered, paper};
use crate::domain::movement::MovementKind;
use crate::domain::party::Client;
use crate::text::{Lang, format};
use crate::ui::state::App;

/// Days an offer stands unless the user says otherwise.
const OFFER_DAYS: u32 = 10;

/// Documents by their names in addresses, in the order they are listed.
const NAMES: [(PaperKind, &str); PaperKind::ALL.len()] = [
    (PaperKind::Statement, "releve"),
    (PaperKind::Receipt, "recu"),
    (PaperKind::HandReceipt, "decharge"),
    (PaperKind::Offer, "offre"),
    (PaperKind::Termination, "resiliation"),
    (PaperKind::CaseFile, "dossier"),
];

/// The document of a name; the statement of account where there is none of that name.
pub fn kind_named(name: &str) -> PaperKind {
    NAMES.iter().find(|(_, known)| *known == name).map_or(PaperKind::Statement, |(kind, _)| *kind)
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
    /// All invoices of the client in its currency, by due date.
    pub candidates: Memo<Vec<Figures>>,
    /// Those the document is about; never none.
    pub chosen: Memo<Vec<InvoiceId>>,
    by_hand: RwSignal<Option<Vec<InvoiceId>>>,
    /// Language of the document.
    pub lang: RwSignal<Lang>,
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
    /// The paragraphs as the user put them.
    pub own: RwSignal<Option<String>>,
    /// The document as proposed, or why there is none.
    pub proposed: Memo<Result<Letter, String>>,
    /// The document in the words of the user.
    pub letter: Memo<Result<Letter, String>>,
    /// Words it must not be sent with.
    pub refused: Memo<Vec<String>>,
    /// Every kind of document, with why it is not offered.
    pub offered: Memo<Vec<(PaperKind, Option<String>)>>,
}

impl Desk {
    /// The page of an invoice and a document.
    pub fn new(app: App, id: InvoiceId, kind: PaperKind, figures: Memo<Figures>) -> Self {
        let candidates = Memo::new(move |_| {
            let (client, currency) =
                figures.with(|figures| (figures.client.id, figures.case.invoice.currency));
            let today = app.today.get();
            let mut all: Vec<Figures> = app.book.with(|book| {
                let cases = book.cases_of(client).filter(|case| case.invoice.currency == currency);
                cases.map(|case| Figures::of_case(book, case, today)).collect()
            });
            all.sort_by_key(|one| (one.case.invoice.due, one.case.invoice.id));
            all
        });
        let by_hand = RwSignal::new(None::<Vec<InvoiceId>>);
        let chosen = Memo::new(move |_| {
            by_hand.get().unwrap_or_else(|| match kind {
                PaperKind::Statement => {
                    candidates.with(|all| all.iter().map(|one| one.case.invoice.id).collect())
                }
                _ => vec![id],
            })
        });
        let said = figures.with_untracked(|figures| figures.client.manner.lang);
        let lang = RwSignal::new(
            said.unwrap_or_else(|| app.book.with_untracked(|book| Book::settings(book).language)),
        );
        let by = dates::add_days(app.today.get_untracked(), OFFER_DAYS);
        let payment = RwSignal::new(None);
        let items = RwSignal::new(String::new());
        let discount = RwSignal::new(String::new());
        let drops = RwSignal::new(true);
        let by = RwSignal::new(format::date_digits(by));
        let signed = RwSignal::new(false);
        let own = RwSignal::new(None::<String>);
        let proposed = Memo::new(move |_| {
            let about =
                about(app, kind, candidates, chosen, Said { payment, items, discount, drops, by, signed });
            with_facts(app, candidates, chosen, lang.get(), |facts| {
                paper(&about, facts).map_err(|error| error.explained(app.lang()))
            })
        });
        let letter = Memo::new(move |_| {
            let proposed = proposed.get()?;
            Ok(own.with(|own| match own {
                None => proposed,
                Some(text) => proposed.with_passages(&paragraphs(text)),
            }))
        });
        let refused = Memo::new(move |_| {
            let kind = figures.with(|figures| figures.client.kind);
            match (own.with(Option::is_some), proposed.get(), letter.get()) {
                (true, Ok(proposed), Ok(letter)) => wording::refused(&proposed, &letter, kind),
                _ => Vec::new(),
            }
        });
        let offered = Memo::new(move |_| {
            with_facts(app, candidates, chosen, lang.get(), |facts| {
                let why_not = |kind| offered(kind, facts).err().map(|error| error.explained(app.lang()));
                PaperKind::ALL.map(|kind| (kind, why_not(kind))).to_vec()
            })
        });
        Self {
            id,
            kind,
            figures,
            candidates,
            chosen,
            by_hand,
            lang,
            payment,
            items,
            discount,
            drops,
            by,
            signed,
            own,
            proposed,
            letter,
            refused,
            offered,
        }
    }

    /// Takes an invoice in, or leaves it out; the last one stays.
    pub fn choose(self, invoice: InvoiceId, is_in: bool) {
        let mut ids = self.chosen.get_untracked();
        ids.retain(|known| *known != invoice);
        if is_in {
            ids.push(invoice);
        }
        if !ids.is_empty() {
            self.by_hand.set(Some(ids));
        }
    }

    /// The payments on the invoices chosen: number, day, amount; oldest first.
    pub fn payments(self) -> Vec<(MovementId, NaiveDate, Amount)> {
        payments_of(self.candidates, self.chosen)
    }

    /// Currency of every sum.
    pub fn currency(self) -> Currency {
        self.figures.with(|figures| figures.case.invoice.currency)
    }

    /// The document with what was said about it.
    pub fn about(self, app: App) -> Paper {
        let Self { kind, candidates, chosen, payment, items, discount, drops, by, signed, .. } = self;
        about(app, kind, candidates, chosen, Said { payment, items, discount, drops, by, signed })
    }

    /// Asks about the facts of the document.
    pub fn with_facts<T>(self, app: App, ask: impl FnOnce(&PaperFacts<'_>) -> T) -> T {
        with_facts(app, self.candidates, self.chosen, self.lang.get(), ask)
    }
}

/// What was said about a document.
#[derive(Clone, Copy)]
struct Said {
    payment: RwSignal<Option<MovementId>>,
    items: RwSignal<String>,
    discount: RwSignal<String>,
    drops: RwSignal<bool>,
    by: RwSignal<String>,
    signed: RwSignal<bool>,
}

fn about(
    app: App,
    kind: PaperKind,
    candidates: Memo<Vec<Figures>>,
    chosen: Memo<Vec<InvoiceId>>,
    said: Said,
) -> Paper {
    match kind {
        PaperKind::Statement => Paper::Statement,
        PaperKind::Receipt => {
            let last = || payments_of(candidates, chosen).last().map(|(id, ..)| *id);
            Paper::Receipt(said.payment.get().or_else(last).unwrap_or(MovementId(0)))
        }
        PaperKind::HandReceipt => Paper::HandReceipt(lines(said.items)),
        PaperKind::Termination => Paper::Termination,
        PaperKind::CaseFile => Paper::CaseFile(lines(said.items)),
        PaperKind::Offer => Paper::Offer(OfferTerms {
            discount: said.discount.with(|typed| Amount::parse_typed(typed)).unwrap_or(Amount::ZERO),
            drops_penalties: said.drops.get(),
            by: said.by.with(|typed| dates::parse_typed(typed)).unwrap_or(app.today.get()),
            signed: said.signed.get(),
        }),
    }
}

/// What was typed, line by line.
fn lines(typed: RwSignal<String>) -> Vec<String> {
    typed.with(|typed| {
        typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    })
}

/// The paragraphs of a text typed in one field.
fn paragraphs(text: &str) -> Vec<String> {
    text.replace("\r\n", "\n").split("\n\n").map(str::to_owned).collect()
}

fn payments_of(
    candidates: Memo<Vec<Figures>>,
    chosen: Memo<Vec<InvoiceId>>,
) -> Vec<(MovementId, NaiveDate, Amount)> {
    let chosen = chosen.get();
    let mut found: Vec<_> = candidates.with(|all| {
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

fn with_facts<T>(
    app: App,
    candidates: Memo<Vec<Figures>>,
    chosen: Memo<Vec<InvoiceId>>,
    lang: Lang,
    ask: impl FnOnce(&PaperFacts<'_>) -> T,
) -> T {
    let profile = app.book.with(|book| Book::profile(book).clone());
    let (today, chosen) = (app.today.get(), chosen.get());
    candidates.with(|all| {
        let about: Vec<&Figures> = all.iter().filter(|one| chosen.contains(&one.case.invoice.id)).collect();
        let cases: Vec<Case<'_>> = about.iter().map(|one| (&one.case, &one.claim)).collect();
        let unknown = Client::unknown(ClientId(0));
        let client = about.first().copied().or(all.first()).map_or(&unknown, |one| &one.client);
        ask(&PaperFacts::new(&profile, client, &cases, today, lang))
    })
}
