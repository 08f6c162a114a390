//! Which invoices a document is about: shown only where there are several.

use leptos::prelude::*;

use super::desk::Desk;
use crate::app::views::figures::Figures;
use crate::text::format;
use crate::text::words::documents;
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// The list; any but the last can be left out.
#[component]
pub fn About(desk: Desk) -> impl IntoView {
    let app = use_app();
    let words = app.words(documents::words);
    let rows =
        move || desk.candidates().with(|all| all.iter().map(|figures| row(desk, figures)).collect_view());
    only_if(
        move || desk.candidates().with(Vec::len) > 1,
        move || {
            view! {
                <fieldset class="about">
                    <legend>{words.t(|w| w.about)}</legend>
                    {live(rows)}
                </fieldset>
            }
        },
    )
}

fn row(desk: Desk, figures: &Figures) -> AnyView {
    let app = use_app();
    let invoice = &figures.case.invoice;
    let (id, number, due) = (invoice.id, invoice.number.clone(), invoice.due);
    let (owed, currency) = (figures.claim.principal_left, invoice.currency);
    let field = format!("about-{id}");
    let is_in = Memo::new(move |_| desk.chosen().with(|chosen| chosen.contains(&id)));
    view! {
        <div class="about-row">
            <label class="check" for=field.clone()>
                <input
                    id=field.clone()
                    type="checkbox"
                    prop:checked=is_in
                    on:change:target=move |event| {
                        desk.choose(id, event.target().checked());
                        // The last one stays: a document is about something.
                        event.target().set_checked(desk.chosen().with_untracked(|chosen| chosen.contains(&id)));
                    }
                />
                <span class="about-name">
                    <span>{number}</span>
                    <span class="about-due">{move || format::date(app.lang(), due)}</span>
                </span>
            </label>
            <span class="amount about-owed">{move || format::money(app.lang(), owed, currency)}</span>
        </div>
    }
    .into_any()
}
