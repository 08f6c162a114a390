//! Which late invoices a call is about.

use leptos::prelude::*;

use super::Calling;
use super::fields::currency;
use crate::app::problem::Problem;
use crate::text::format;
use crate::text::words::{call, problems};
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// The invoices to tick; nothing while there is only one.
#[component]
pub fn Covers(calling: Calling) -> impl IntoView {
    let app = use_app();
    let words = app.words(call::words);
    let form = calling.draft.form;
    let late = Memo::new(move |_| calling.context.with(|context| context.late.clone()));
    let is_nothing =
        move || calling.context.with(|context| form.with(|form| form.covered(context).next().is_none()));
    live(move || {
        let late = late.get();
        (late.len() > 1).then(|| {
            let lang = app.lang();
            let boxes = late.into_iter().map(|invoice| {
                let id = invoice.id;
                let toggle = move |ticked: bool| {
                    form.update(|form| {
                        form.left_out.retain(|known| *known != id);
                        if !ticked {
                            form.left_out.push(id);
                        }
                    });
                };
                let owed = format::money(lang, invoice.owed, untrack(|| currency(calling)));
                view! {
                    <label class="check">
                        <input
                            type="checkbox"
                            prop:checked=move || form.with(|form| !form.left_out.contains(&id))
                            on:change:target=move |event| toggle(event.target().checked())
                        />
                        <span>
                            {invoice.number.clone()}
                            " "
                            <span class="row-note row-note-line">{owed}</span>
                        </span>
                    </label>
                }
            });
            view! {
                <fieldset class="fieldset call-covered">
                    <legend>{words.t(|w| w.covered)}</legend>
                    {boxes.collect_view()}
                    {only_if(is_nothing, move || view! {
                        <p class="field-error" role="alert">
                            {live(move || problems::problem(app.lang(), Problem::NothingCovered))}
                        </p>
                    })}
                </fieldset>
            }
        })
    })
}
