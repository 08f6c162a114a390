//! The offers that were made: where each stands, and what may be done about it now.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::offers::OfferCommand;
use crate::app::route::Route;
use crate::app::views::offer_desk::OfferDesk;
use crate::base::{InvoiceId, OfferId};
use crate::domain::event::Step;
use crate::domain::offer::{Offer, OfferEnd, OfferKind, OfferSort, OfferState};
use crate::text::words::{labels, offers};
use crate::text::{Lang, format};
use crate::ui::live::live;
use crate::ui::state::{App, use_app};

/// The list, the last one first.
#[component]
pub fn Made(
    id: InvoiceId,
    desk: Memo<OfferDesk>,
    /// A lapsed one that is to be made anew.
    again: RwSignal<Option<OfferId>>,
    /// What is offered is the user’s to offer.
    #[prop(into)]
    is_ours: Signal<bool>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(offers::words);
    let list = move || {
        let lang = app.lang();
        desk.with(|desk| {
            let rows = desk
                .offers
                .iter()
                .map(|(offer, state)| one(app, lang, id, offer, *state, desk, (again, is_ours.get())));
            let both =
                desk.offers.iter().filter(|(_, state)| matches!(state, OfferState::Open(_))).count() > 1;
            view! {
                {both.then(|| view! { <p class="field-hint">{words.t(|w| w.several)}</p> })}
                <ul class="offer-list">{rows.collect_view()}</ul>
            }
        })
    };
    view! {
        <section class="section" aria-labelledby="offers-made">
            <h2 id="offers-made" tabindex="-1">{words.t(|w| w.made)}</h2>
            {live(list)}
        </section>
    }
}

/// A lapsed offer to be made anew, and whether what is offered is the user’s to offer.
type Anew = (RwSignal<Option<OfferId>>, bool);

fn one(
    app: App,
    lang: Lang,
    id: InvoiceId,
    offer: &Offer,
    state: OfferState,
    desk: &OfferDesk,
    anew: Anew,
) -> AnyView {
    let w = offers::words(lang);
    let currency = desk.currency;
    let class = match state {
        OfferState::Met(_) => "badge badge-paid",
        OfferState::Open(_) | OfferState::Agreed(_) => "badge badge-soon",
        OfferState::Overdue(_) => "badge badge-late",
        _ => "badge",
    };
    let pay = format::money(lang, offer.pay, currency);
    let colon = lang.pick("\u{a0}: ", ": ");
    let by = offer
        .balance_by
        .map(|by| format!(", {} {}", labels::lower_first(w.when), format::date_with_weekday(lang, by)));
    let by = by.unwrap_or_default();
    // Interest goes on until what is left is paid, of goods and work, as their text says.
    let runs_on = !offer.kind.sort().is_of_money() && desk.claim.daily.is_positive();
    let runs_on = if runs_on { w.as_of_today } else { "" };
    let made =
        format!("{}{}. {}{colon}{pay}{runs_on}{by}", w.made_on, format::date(lang, offer.date), w.receive);
    // What came in for it, as long as it may still be paid.
    let left = desk.left(offer, state).map(|left| {
        let (paid, left) =
            (format::money(lang, offer.pay - left, currency), format::money(lang, left, currency));
        let until = format::date_with_weekday(lang, offer.until);
        view! { <p>{format!("{}{paid}. {}{until}{}{left}.", w.paid_part, w.still_to_come, w.still_is)}</p> }
    });
    // Its text says that one will be issued.
    let is_due = matches!(state, OfferState::Met(_) | OfferState::Ended(OfferEnd::Fulfilled));
    let credit_note = (is_due && offer.kind.sort() == OfferSort::Discount)
        .then(|| view! { <p class="field-hint">{w.credit_note}</p> });
    let note = (!offer.note.is_empty()).then(|| view! { <p class="field-hint">{offer.note.clone()}</p> });
    view! {
        <li class="offer-item">
            <h3>{offers::name(lang, offer, currency)}</h3>
            <p><span class=class>{offers::state(lang, offer.kind.sort(), state)}</span></p>
            <p class="field-hint">{made}</p>
            {left}
            {credit_note}
            {note}
            {(!app.shows_archive()).then(|| actions(app, lang, id, offer, state, desk, anew))}
        </li>
    }
    .into_any()
}

/// What may be done now; what is most likely first, and the main one.
fn actions(
    app: App,
    lang: Lang,
    id: InvoiceId,
    offer: &Offer,
    state: OfferState,
    desk: &OfferDesk,
    (again, is_ours): Anew,
) -> AnyView {
    let w = offers::words(lang);
    let number = offer.id;
    let button = move |label: &'static str, class: &'static str, command: fn(_, _) -> OfferCommand| {
        let act = move |_| {
            let today = app.today.get_untracked();
            // A refusal says itself at the bottom of the screen.
            let _ = app.send(Command::Offer(id, command(number, today)));
        };
        view! { <button class=class type="button" on:click=act>{label}</button> }.into_any()
    };
    let quiet = "button button-quiet";
    let apply = match offer.kind {
        OfferKind::Return { .. } => w.apply_back,
        OfferKind::Repair { .. } => w.apply_repair,
        _ => w.apply,
    };
    let payment =
        || view! { <a class="button" href=Route::Invoice(id).to_string()>{w.note_payment}</a> }.into_any();
    let write =
        || view! { <a class="button" href=Route::Text(id, Step::Offer).to_string()>{w.write}</a> }.into_any();
    let paper = || {
        let route = Route::Documents(id, "offre".to_owned());
        view! { <a class="button button-quiet" href=route.to_string()>{w.paper}</a> }.into_any()
    };
    let is_money = offer.kind.sort().is_of_money();
    let has_paper = |offer: &Offer| matches!(offer.kind.sort(), OfferSort::Discount | OfferSort::Penalties);
    // The text speaks of the latest of those that are open, the letter of the latest that has one.
    let is_latest = |of: &dyn Fn(&Offer) -> bool| {
        let open =
            desk.offers.iter().filter(|(other, state)| matches!(state, OfferState::Open(_)) && of(other));
        open.map(|(other, _)| (other.date, other.id)).max() == Some((offer.date, offer.id))
    };
    let mut all: Vec<AnyView> = Vec::new();
    match state {
        OfferState::Open(_) if !is_ours => {
            all.push(button(w.refused, quiet, OfferCommand::Refuse));
            all.push(button(w.withdraw, quiet, OfferCommand::Withdraw));
        }
        OfferState::Open(_) => {
            all.push(if is_money { payment() } else { button(w.agreed, "button", OfferCommand::Accept) });
            if is_latest(&|_| true) {
                all.push(write());
            }
            if is_latest(&has_paper) {
                all.push(paper());
            }
            if is_money {
                all.push(button(w.agreed, quiet, OfferCommand::Accept));
            }
            all.push(button(w.refused, quiet, OfferCommand::Refuse));
            all.push(button(w.withdraw, quiet, OfferCommand::Withdraw));
        }
        OfferState::Agreed(_) | OfferState::Overdue(_) => {
            all.push(if is_money {
                payment()
            } else {
                button(apply, "button button-main", OfferCommand::Fulfil)
            });
            all.push(button(w.withdraw, quiet, OfferCommand::Withdraw));
        }
        OfferState::Met(_) => all.push(button(apply, "button button-main", OfferCommand::Fulfil)),
        OfferState::Lapsed(_) => {
            // Before the due date and after it, other things are offered.
            if is_ours && desk.has_something() && desk.sorts().contains(&offer.kind.sort()) {
                let anew = move |_| again.set(Some(number));
                all.push(
                    view! { <button class="button" type="button" on:click=anew>{w.again}</button> }
                        .into_any(),
                );
            }
            all.push(payment());
        }
        OfferState::Ended(_) => {}
    }
    let delete = move |_| {
        let _ = app.send(Command::Offer(id, OfferCommand::Delete(number)));
    };
    all.push(view! { <button class=quiet type="button" on:click=delete>{w.delete}</button> }.into_any());
    view! { <div class="button-row">{all}</div> }.into_any()
}
