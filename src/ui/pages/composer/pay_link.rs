//! The page on which one invoice can be paid, where it has a link of its own: payment providers make one a bill.

use leptos::prelude::*;

use super::desk::Desk;
use crate::app::command::Command;
use crate::app::problem::Problem;
use crate::domain::pay_link::PayLink;
use crate::text::words::composer;
use crate::ui::components::Field;
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::draft::Draft;
use crate::ui::live::{Slot, live};
use crate::ui::state::use_app;
use crate::ui::submit::submit;

/// The link as typed: none where it is empty.
fn parsed(typed: &str) -> Result<Option<PayLink>, Problem> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    PayLink::parse(typed).map(Some).map_err(Problem::PayLink)
}

/// The form, closed until it is asked for; it starts anew whenever the link changes.
#[component]
pub fn OwnLink(desk: Desk) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let known = Memo::new(move |_| desk.figures.with(|figures| figures.case.pay_link.clone()));
    view! {
        <details class="disclosure">
            <summary>{words.t(|w| w.own_link)}</summary>
            <div class="disclosure-body">
                {live(move || {
                    let start = known.get().map(String::from).unwrap_or_default();
                    view! { <Editor desk=desk start=start /> }
                })}
            </div>
        </details>
    }
}

#[component]
fn Editor(desk: Desk, start: String) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let id = desk.id;
    let draft = Draft::new(app, &format!("pay-link/{id}"), start);
    let form = draft.form;
    let sent = RwSignal::new(false);
    let checked = Memo::new(move |_| form.with(|typed| parsed(typed)));
    let problem = Signal::derive(move || checked.with(|checked| checked.as_ref().err().copied()));
    let save = move |event: leptos::ev::SubmitEvent| {
        let link = checked.with_untracked(|checked| checked.clone().ok());
        let carry_out = |link| app.send(Command::SetPayLink(id, link)).is_ok();
        if submit(&event, "pay-link-form", sent, link, carry_out) {
            draft.clear();
        }
    };
    view! {
        <form class="form pay-link-form" novalidate on:submit=save>
            <Field
                id="own-pay-link"
                label=words.t(|w| w.own_link)
                hint=words.t(|w| w.own_link_hint)
                value=Slot { text: form.into(), change: Callback::new(move |typed| form.set(typed)) }
                problem=problem
                optional=true
                sent=sent
            />
            {live(move || {
                let link = checked.get().ok().flatten()?;
                let host = link.host().to_owned();
                Some(view! { <p class="field-hint">{words.t(|w| w.own_link_host)} <strong>{host}</strong></p> })
            })}
            {submit_button(Weight::Plain, words.t(|w| w.own_link_save))}
        </form>
    }
}
