//! What a reason for non-payment calls for, as buttons and links.

use leptos::prelude::*;

use super::form::Noting;
use crate::app::command::Command;
use crate::app::forms::circumstance::Sort;
use crate::app::route::Route;
use crate::base::InvoiceId;
use crate::domain::circumstance::PauseCause;
use crate::domain::dunning::{Pace, Speed};
use crate::domain::moves::{Move, moves};
use crate::text::Lang;
use crate::text::words::circumstances;
use crate::ui::state::{App, use_app};

/// The moves of a reason.
pub fn moves_view(
    lang: Lang,
    id: InvoiceId,
    reason: crate::domain::circumstance::Unpaid,
    noting: Noting,
) -> AnyView {
    let app = use_app();
    let w = circumstances::words(lang);
    let views = moves(reason).iter().map(|one| move_view(app, lang, id, *one, noting)).collect_view();
    view! {
        <div class="button-row standing-moves" role="group" aria-label=w.moves>
            {views}
        </div>
    }
    .into_any()
}

fn move_view(app: App, lang: Lang, id: InvoiceId, one: Move, noting: Noting) -> AnyView {
    let label = circumstances::one_move(lang, one);
    let link = |route: Route| view! { <a class="button" href=route.to_string()>{label}</a> }.into_any();
    let act = |act: Box<dyn Fn() + Send>| {
        view! { <button class="button" type="button" on:click=move |_| act()>{label}</button> }.into_any()
    };
    let client = app.book.with_untracked(|book| book.case(id).map(|case| case.invoice.client));
    match (one, client) {
        (Move::Write(step), _) => link(Route::to_write(id, step)),
        (Move::Contacts, Some(client)) => link(Route::Client(client)),
        (Move::Insolvency, Some(client)) => link(Route::EditClient(client)),
        (Move::After, _) => link(Route::After(id)),
        (Move::Invoice, _) => link(Route::EditInvoice(id)),
        (Move::Promise, _) => act(Box::new(move || noting.start(Sort::Promise, |_| ()))),
        (Move::Dispute, _) => link(Route::Dispute(id)),
        (Move::Offer, _) => link(Route::Offers(id)),
        (Move::Pause, _) => act(Box::new(move || {
            noting.start(Sort::Pause, |form| form.pause = PauseCause::Granted);
        })),
        (Move::Hold, _) => act(Box::new(move || {
            noting.start(Sort::Pause, |form| {
                form.pause = PauseCause::Other;
                circumstances::words(lang).hold_note.clone_into(&mut form.note);
            });
        })),
        (Move::Firmer, _) => firmer(app, lang, id, label),
        (Move::Contacts | Move::Insolvency, None) => ().into_any(),
    }
}

/// Sets the firm speed for this claim; once it is set, says so.
fn firmer(app: App, lang: Lang, id: InvoiceId, label: &'static str) -> AnyView {
    let pace = move || app.book.with(|book| book.case(id).map(|case| case.pace.clone()).unwrap_or_default());
    let is_firm = Memo::new(move |_| pace().speed == Some(Speed::Firm));
    crate::ui::live::live(move || {
        if is_firm.get() {
            let done = circumstances::words(lang).firm_done;
            view! { <p class="field-hint">{done}</p> }.into_any()
        } else {
            let set = move |_| {
                let pace = Pace { speed: Some(Speed::Firm), ..untrack(pace) };
                let _ = app.send(Command::SetPace(id, pace));
            };
            view! { <button class="button" type="button" on:click=set>{label}</button> }.into_any()
        }
    })
}
