//! How invoices are paid at a client's: what is known at a glance, and the form to say it.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::forms::contact::{Answer, CircuitField, CircuitForm};
use crate::base::ClientId;
use crate::domain::contact::Circuit;
use crate::domain::party::Client;
use crate::text::Lang;
use crate::text::words::contacts;
use crate::ui::components::Field;
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::segment::{Choice, segment};
use crate::ui::draft::Draft;
use crate::ui::live::{live, only_if, slot};
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

/// Answers to a question, as choices.
pub const ANSWERS: &[Choice<Answer>] = &[
    (Answer::Yes, |lang| contacts::words(lang).yes),
    (Answer::No, |lang| contacts::words(lang).no),
    (Answer::Unknown, |lang| contacts::words(lang).unknown),
];

/// What is known, each with its name.
fn facts(lang: Lang, circuit: &Circuit) -> Vec<(&'static str, Option<String>)> {
    let w = contacts::words(lang);
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let order =
        circuit.needs_order_number.map(|needed| if needed { w.order_yes } else { w.order_no }.to_owned());
    let portal =
        circuit.portal.as_ref().map(|portal| said(portal).unwrap_or_else(|| w.portal_none.to_owned()));
    vec![
        (w.order_number, order),
        (w.portal, portal),
        (w.approval, said(&circuit.approval)),
        (w.payment_days, said(&circuit.payment_days)),
    ]
}

/// The section.
#[component]
pub fn CircuitCard(id: ClientId, client: Signal<Option<Client>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(contacts::words);
    let circuit = Memo::new(move |_| {
        client.with(|client| client.as_ref().map(|client| client.circuit.clone())).unwrap_or_default()
    });
    let known = live(move || {
        let lang = app.lang();
        let w = contacts::words(lang);
        let facts = circuit.with(|circuit| facts(lang, circuit)).into_iter().map(|(name, fact)| {
            let fact = match fact {
                Some(fact) => view! { <dd>{fact}</dd> }.into_any(),
                None => view! { <dd class="not-known">{w.not_known}</dd> }.into_any(),
            };
            view! { <dt>{name}</dt> {fact} }
        });
        view! { <dl class="record">{facts.collect_view()}</dl> }
    });
    let open = RwSignal::new(false);
    view! {
        <section class="section" aria-labelledby="circuit">
            <h2 id="circuit" tabindex="-1">{words.t(|w| w.circuit)}</h2>
            {known}
            {only_if(
                move || circuit.with(Circuit::is_unknown),
                move || view! { <p class="field-hint section-note">{words.t(|w| w.circuit_unknown)}</p> },
            )}
            <details class="disclosure" prop:open=move || open.get()>
                <summary on:click=move |event| {
                    // Followed by the signal, so that saving can close it.
                    event.prevent_default();
                    open.update(|open| *open = !*open);
                }>{words.t(|w| w.edit)}</summary>
                <div class="disclosure-body">
                    <Editor id=id circuit=circuit open=open />
                </div>
            </details>
        </section>
    }
}

#[component]
fn Editor(id: ClientId, circuit: Memo<Circuit>, open: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let words = app.words(contacts::words);
    let start = move || circuit.with(|circuit| CircuitForm::from(circuit));
    let draft = Draft::new(app, &format!("circuit/{id}"), untrack(start)).following(move || Some(start()));
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| form.with(CircuitForm::parse));
    let problem_of = faults(parsed);
    let save = move |event: leptos::ev::SubmitEvent| {
        let circuit = parsed.with_untracked(|(circuit, _)| circuit.clone());
        let carry_out = |circuit| app.send(Command::SetCircuit(id, circuit)).is_ok();
        if submit(&event, "circuit-form", sent, circuit, carry_out) {
            draft.clear();
            open.set(false);
            request_animation_frame(|| {
                crate::browser::page::focus("#circuit");
            });
        }
    };
    view! {
        <form class="form circuit-form" novalidate on:submit=save>
            {segment(
                "order-number",
                words.t(|w| w.order_question),
                ANSWERS,
                move || Some(form.with(|form| form.order_number)),
                move |answer| form.update(|form| form.order_number = answer),
            )}
            {segment(
                "has-portal",
                words.t(|w| w.portal_question),
                ANSWERS,
                move || Some(form.with(|form| form.has_portal)),
                move |answer| form.update(|form| form.has_portal = answer),
            )}
            {only_if(
                move || form.with(|form| form.has_portal == Answer::Yes),
                move || view! {
                    <Field
                        id="circuit-portal"
                        label=words.t(|w| w.portal_name)
                        value=slot(form, |form| &form.portal, |form| &mut form.portal)
                        problem=problem_of(CircuitField::Portal)
                        sent=sent
                    />
                },
            )}
            <Field
                id="circuit-approval"
                label=words.t(|w| w.approval)
                hint=words.t(|w| w.approval_hint)
                value=slot(form, |form| &form.approval, |form| &mut form.approval)
                problem=problem_of(CircuitField::Approval)
                optional=true
                sent=sent
            />
            <Field
                id="circuit-days"
                label=words.t(|w| w.payment_days)
                hint=words.t(|w| w.payment_days_hint)
                value=slot(form, |form| &form.payment_days, |form| &mut form.payment_days)
                problem=problem_of(CircuitField::PaymentDays)
                optional=true
                sent=sent
            />
            {submit_button(Weight::Plain, words.t(|w| w.save))}
        </form>
    }
}
