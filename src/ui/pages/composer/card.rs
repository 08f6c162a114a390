//! The reply card that may go with an e-mail: what it would be about. What it is and what it reveals is said by the part of
//! the program that makes it.

use leptos::prelude::*;

use super::desk::Desk;
use super::text::plan_proposed;
use crate::app::views::withheld::withheld;
use crate::base::{Amount, InvoiceId};
use crate::documents::asked::{Asked, asked};
use crate::text::words::composer::invitation;
use crate::ui::editing::Editing;
use crate::ui::editing::source::Wording;
use crate::ui::pages::replies::card::CardDesk;
use crate::ui::state::{App, use_app};
use crate::ui::ways::{self, Ways};

/// The offer.
#[component]
pub fn Card(desk: Desk, editing: Editing) -> impl IntoView {
    let app = use_app();
    let sums = Memo::new(move |_| {
        let Wording { tone, .. } = editing.spoken.get();
        // Beside a plan or an offer there is one sum a day to pay, and it is in the text.
        if plan_proposed(app, desk).is_some() || withheld_by(app, desk) {
            return Vec::new();
        }
        desk.all.with(|all| {
            let sum = |figures: &crate::app::views::figures::Figures| {
                let (case, claim) = (&figures.case, &figures.claim);
                let Asked { principal, interest, indemnity, .. } =
                    asked(desk.step, tone, figures.client.kind, case, claim);
                // A card states a balance of today.
                let is_now = claim.as_of == app.today.get();
                (case.invoice.id, if is_now { principal + interest + indemnity } else { Amount::ZERO })
            };
            all.iter().map(sum).filter(|(_, sum)| sum.is_positive()).collect::<Vec<(InvoiceId, Amount)>>()
        })
    });
    let lang = Signal::derive(move || editing.spoken.get().lang);
    let is_edited = Signal::derive(move || editing.edit.with(Option::is_some));
    let paragraph = Signal::derive(move || {
        let Wording { tu, lang, .. } = editing.spoken.get();
        editing.card.with(|link| link.as_ref().map(|link| invitation(lang, tu, link)))
    });
    ways::piece(Ways::Card(CardDesk { sums, lang, link: editing.card, is_edited, paragraph }))
}

/// The whole of the claim is not asked for now: a card would show it all the same.
fn withheld_by(app: App, desk: Desk) -> bool {
    let today = app.today.get();
    app.book.with(|book| withheld(book, desk.id, today).is_some())
}
