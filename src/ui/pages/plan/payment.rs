//! One payment for a plan over several invoices: the parts each of them gets are shown before it is noted, and it is noted
//! and taken back as one. And what to do where money was noted on one of them alone.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::forms::payments::PaymentsForm;
use crate::app::forms::prefilled;
use crate::app::plans::PlanCommand;
use crate::base::{Amount, PlanId};
use crate::text::format;
use crate::text::words::{clients, plans};
use crate::ui::draft::Draft;
use crate::ui::live::live;
use crate::ui::pages::client::payments::{Frame, payment_frame};
use crate::ui::state::use_app;

/// The form, which starts with what is asked for now.
#[component]
pub fn PayPlan(plan: PlanId, asked: Amount) -> impl IntoView {
    let app = use_app();
    let words = app.words(plans::words);
    let start = untrack(|| PaymentsForm {
        amount: if asked.is_positive() { prefilled(app.lang(), asked) } else { String::new() },
        date: format::date_digits(app.today.get()),
        ..PaymentsForm::default()
    });
    let draft = Draft::new(app, &format!("plan-payment/{plan}"), start);
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| {
            let plan = book.plan(plan)?;
            Some(form.with(|form| form.parse_plan(book, plan, today)))
        })
    });
    let parts = move || {
        let lang = app.lang();
        let w = clients::words(lang);
        parsed.get().map(|parsed| {
            let money = |amount| format::money(lang, amount, parsed.currency);
            let rows = parsed.rows.iter().map(|row| {
                view! {
                    <tr>
                        <td>{row.number.clone()}</td>
                        <td class="number">{money(row.owed)}</td>
                        <td class="number">{money(row.share)}</td>
                    </tr>
                }
            });
            view! {
                <table class="plain-table plain-table-figures">
                    <thead>
                        <tr>
                            <th scope="col">{w.pay_invoice}</th>
                            <th class="number" scope="col">{w.pay_owed}</th>
                            <th class="number" scope="col">{w.pay_share}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            }
        })
    };
    let hint = view! { <p class="field-hint">{words.t(|w| w.pay_explain)}</p> };
    let parts = view! { {hint} {live(parts)} }.into_any();
    let frame = Frame { id: "plan-pay", class: "plan-payment", is_main: true, draft, sent, parsed };
    payment_frame(frame, words.t(|w| w.note_payment).into_any(), parts, ().into_any())
}

/// Money of the plan stands on one invoice while another wants for it: both are put right at once.
#[component]
pub fn ShareOut(plan: PlanId) -> impl IntoView {
    let app = use_app();
    let words = app.words(plans::words);
    let share_out = move |_| {
        // A refusal says itself at the bottom of the screen.
        let _ = app.send(Command::Plan(PlanCommand::ShareOut(plan)));
    };
    view! {
        <div class="banner" role="note">
            <p class="banner-text">{words.t(|w| w.misplaced)}</p>
            <button class="button button-main" type="button" on:click=share_out>
                {words.t(|w| w.share_out)}
            </button>
        </div>
    }
}
