//! What the page writes about and to whom: the invoices chosen, the person, the day. Copied freely: it holds only handles.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::app::views::figures::Figures;
use crate::app::views::writing::{Candidate, LeftOut, Recipient, candidates, recipients, weight};
use crate::base::{InvoiceId, dates};
use crate::domain::dunning::conduct::counts;
use crate::domain::event::Step;
use crate::domain::notice::NoticeTerms;
use crate::domain::party::Client;
use crate::ui::state::App;

/// What the page writes about and to whom.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The invoice of the address.
    pub id: InvoiceId,
    /// Which text.
    pub step: Step,
    /// The figures of that invoice on the day of the text.
    pub figures: Memo<Figures>,
    /// Every invoice the text may be about.
    pub candidates: Memo<Vec<Candidate>>,
    /// Those it is about; never none.
    pub chosen: Memo<Vec<InvoiceId>>,
    /// Their figures, in the same order.
    pub all: Memo<Vec<Figures>>,
    /// Everyone it may be for.
    pub recipients: Memo<Vec<Recipient>>,
    /// Which of them it is for.
    pub place: Memo<usize>,
    /// That one.
    pub recipient: Memo<Recipient>,
    /// The client, as a text to that one sees it.
    pub client: Memo<Client>,
    /// The day it is sent, as typed.
    pub day: RwSignal<String>,
    /// A formal notice says that the contract may be ended.
    pub ends_contract: RwSignal<bool>,
    /// The text says what the debt weighs for the user.
    pub says_weight: RwSignal<bool>,
    /// That weight, in per cent, where it is one to speak of.
    pub weight: Memo<Option<u32>>,
    /// What a formal notice grants and joins.
    pub notice: RwSignal<NoticeTerms>,
    /// Number of the registered letter, as typed.
    pub posting_number: RwSignal<String>,
    by_hand: RwSignal<Option<Vec<InvoiceId>>>,
    place_by_hand: RwSignal<Option<usize>>,
}

impl Desk {
    /// The page of an invoice and a step. `suggested` says which of the recipients a text of this step is for.
    pub fn new(
        app: App,
        id: InvoiceId,
        step: Step,
        figures: Memo<Figures>,
        day: RwSignal<String>,
        suggested: impl Fn(&Figures, &[Recipient]) -> usize + Send + Sync + 'static,
    ) -> Self {
        let candidates =
            Memo::new(move |_| app.book.with(|book| candidates(book, id, step, app.today.get())));
        let by_hand = RwSignal::new(None::<Vec<InvoiceId>>);
        let chosen = Memo::new(move |_| {
            candidates.with(|all| {
                let is_chosen = |one: &&Candidate| match by_hand.get() {
                    Some(ids) => ids.contains(&one.id) && !one.left_out.is_some_and(LeftOut::is_final),
                    None => one.left_out.is_none(),
                };
                let chosen: Vec<InvoiceId> = all.iter().filter(is_chosen).map(|one| one.id).collect();
                if chosen.is_empty() { vec![id] } else { chosen }
            })
        });
        let all = Memo::new(move |_| {
            let as_of = figures.with(|figures| figures.claim.as_of);
            let ids = chosen.get();
            let all: Vec<Figures> = app.book.with(|book| {
                ids.iter().filter_map(|id| Some(Figures::of_case(book, book.case(*id)?, as_of))).collect()
            });
            if all.is_empty() { vec![figures.get()] } else { all }
        });
        let recipients = Memo::new(move |_| figures.with(|figures| recipients(&figures.client)));
        let place_by_hand = RwSignal::new(None);
        let place = Memo::new(move |_| {
            recipients.with(|all| {
                let place = place_by_hand.get();
                let place = place.unwrap_or_else(|| figures.with(|figures| suggested(figures, all)));
                place.min(all.len().saturating_sub(1))
            })
        });
        let recipient =
            Memo::new(move |_| recipients.with(|all| all.get(place.get()).cloned().unwrap_or_default()));
        let client =
            Memo::new(move |_| figures.with(|figures| recipient.with(|person| person.at(&figures.client))));
        let weight = Memo::new(move |_| {
            let takes = says_weight(step);
            takes.then(|| app.book.with(|book| weight(book, &chosen.get(), app.today.get()))).flatten()
        });
        Self {
            id,
            step,
            figures,
            candidates,
            chosen,
            all,
            recipients,
            place,
            recipient,
            client,
            day,
            ends_contract: RwSignal::new(app.draft(&ending(id)).is_some()),
            says_weight: RwSignal::new(app.draft(&weighing(id)).is_some()),
            weight,
            notice: RwSignal::new(
                app.draft(&granting(id)).and_then(|kept| serde_json::from_str(&kept).ok()).unwrap_or_else(
                    || NoticeTerms::usual(figures.with_untracked(|figures| figures.client.kind)),
                ),
            ),
            posting_number: RwSignal::new(app.draft(&posted(id, step)).unwrap_or_default()),
            by_hand,
            place_by_hand,
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

    /// The invoices that the text would be about, had they not been left out by hand; none where it asks for nothing.
    pub fn aside(self) -> Vec<Candidate> {
        let chosen = self.chosen.get();
        let is_aside = |one: &Candidate| one.left_out.is_none() && !chosen.contains(&one.id);
        self.candidates
            .with(|all| all.iter().filter(|one| counts(self.step) && is_aside(one)).cloned().collect())
    }

    /// Says in a formal notice that the contract may be ended, or does not; kept for the next visit.
    pub fn end_contract(self, app: App, ends: bool) {
        self.ends_contract.set(ends);
        app.keep_draft(&ending(self.id), ends.then_some("true"));
    }

    /// Takes what a formal notice grants and joins; kept for the next visit, until it is recorded.
    pub fn grant(self, app: App, terms: NoticeTerms) {
        app.keep_draft(&granting(self.id), serde_json::to_string(&terms).ok().as_deref());
        self.notice.set(terms);
    }

    /// What it grants and joins, where the text is a formal notice.
    pub fn granted(self) -> Option<NoticeTerms> {
        (self.step == Step::FormalNotice).then(|| self.notice.get())
    }

    /// Says what the debt weighs, or does not; kept for the next visit and the next step.
    pub fn say_weight(self, app: App, says: bool) {
        self.says_weight.set(says);
        app.keep_draft(&weighing(self.id), says.then_some("true"));
    }

    /// Notes what was typed as the number of the registered letter; kept for the next visit, until the letter is recorded.
    pub fn number_posting(self, app: App, number: String) {
        let kept = (!number.trim().is_empty()).then_some(number.as_str());
        app.keep_draft(&posted(self.id, self.step), kept);
        self.posting_number.set(number);
    }

    /// What was said of one sending is not said of the next.
    pub fn forget(self, app: App) {
        self.number_posting(app, String::new());
        app.keep_draft(&granting(self.id), None);
    }

    /// Takes exactly these invoices.
    pub fn choose_all(self, ids: Vec<InvoiceId>) {
        self.by_hand.set(Some(ids));
    }

    /// Writes to one of the recipients.
    pub fn write_to(self, place: usize) {
        self.place_by_hand.set(Some(place));
    }

    /// The day it is sent, where what is typed is one.
    pub fn sent_on(self) -> Option<NaiveDate> {
        self.day.with(|typed| dates::parse_typed(typed)).ok()
    }
}

/// The name it is kept under that a formal notice about an invoice says that the contract may be ended.
pub fn ending(id: InvoiceId) -> String {
    format!("text/{id}/ends-contract")
}

/// The name under which it is kept what a formal notice about an invoice grants and joins.
pub fn granting(id: InvoiceId) -> String {
    format!("text/{id}/notice")
}

/// The name under which it is kept that texts about an invoice say what it weighs.
pub fn weighing(id: InvoiceId) -> String {
    format!("text/{id}/weight")
}

/// The steps whose text may say what a debt weighs.
fn says_weight(step: Step) -> bool {
    matches!(step, Step::SecondCall | Step::FirmReminder | Step::LastReminder | Step::BrokenPromise)
}

/// The name the number of a registered letter of this step is kept under.
pub fn posted(id: InvoiceId, step: Step) -> String {
    format!("text/{id}/{step:?}/posting-number")
}
