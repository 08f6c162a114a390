//! What is not known of the way an invoice is paid there, as questions of the call; each answer is kept at once.

use leptos::prelude::*;

use super::Calling;
use crate::app::command::Command;
use crate::app::forms::contact::ContactForm;
use crate::domain::contact::{Circuit, CircuitGap, Role};
use crate::text::words::{call, dunning};
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::{live, own};
use crate::ui::state::{App, use_app};

/// The section; nothing once all is known.
#[component]
pub fn Questions(calling: Calling) -> impl IntoView {
    let app = use_app();
    let words = app.words(call::words);
    let gaps = Memo::new(move |_| calling.client.with(|client| client.circuit.gaps(&client.contacts)));
    let any = Memo::new(move |_| gaps.with(|gaps| !gaps.is_empty()));
    live(move || {
        any.get().then(|| {
            view! {
                <section class="section" aria-labelledby="questions">
                    <h2 id="questions">{words.t(|w| w.questions)}</h2>
                    <p class="field-hint section-note">{words.t(|w| w.questions_hint)}</p>
                    <ul class="question-list">
                        <For each=move || gaps.get() key=|gap| *gap children=move |gap| question(app, calling, gap) />
                    </ul>
                </section>
            }
        })
    })
}

/// Keeps an answer.
fn keep(app: App, calling: Calling, change: impl FnOnce(&mut Circuit)) {
    let (id, mut circuit) = calling.client.with_untracked(|client| (client.id, client.circuit.clone()));
    change(&mut circuit);
    let _ = app.send(Command::SetCircuit(id, circuit));
}

fn question(app: App, calling: Calling, gap: CircuitGap) -> AnyView {
    let words = app.words(call::words);
    let asked = live(move || dunning::gap(app.lang(), gap));
    let answer = match gap {
        CircuitGap::OrderNumber => {
            let set = move |needed| keep(app, calling, |circuit| circuit.needs_order_number = Some(needed));
            view! {
                <div class="button-row">
                    <button class="button" type="button" on:click=move |_| set(true)>
                        {words.t(|w| w.yes)}
                    </button>
                    <button class="button" type="button" on:click=move |_| set(false)>
                        {words.t(|w| w.no)}
                    </button>
                </div>
            }
            .into_any()
        }
        CircuitGap::Portal => view! {
            <div class="button-row">
                <button
                    class="button"
                    type="button"
                    on:click=move |_| keep(app, calling, |circuit| circuit.portal = Some(String::new()))
                >
                    {words.t(|w| w.no)}
                </button>
                {written("question-portal", app, move |text| keep(app, calling, |circuit| circuit.portal = Some(text)))}
            </div>
        }
        .into_any(),
        CircuitGap::Approval => written("question-approval", app, move |text| {
            keep(app, calling, |circuit| circuit.approval = text);
        }),
        CircuitGap::PaymentDays => written("question-days", app, move |text| {
            keep(app, calling, |circuit| circuit.payment_days = text);
        }),
        CircuitGap::Accounts => view! { <WhoPays calling=calling /> }.into_any(),
    };
    view! {
        <li class="question">
            <p class="question-asked">{asked}</p>
            {answer}
        </li>
    }
    .into_any()
}

/// An answer in words.
fn written(id: &'static str, app: App, keep: impl Fn(String) + Send + Sync + 'static) -> AnyView {
    let words = app.words(call::words);
    let typed = RwSignal::new(String::new());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = typed.get_untracked().trim().to_owned();
        if !text.is_empty() {
            keep(text);
        }
    };
    view! {
        <form class="question-form" novalidate on:submit=save>
            <Field id=id label=words.t(|w| w.answer) value=own(typed) />
            <button class="button" type="submit">{words.t(|w| w.keep)}</button>
        </form>
    }
    .into_any()
}

/// Who keeps the accounts: a name, and a number.
#[component]
fn WhoPays(calling: Calling) -> impl IntoView {
    let app = use_app();
    let words = app.words(call::words);
    let (name, phone) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let sent = RwSignal::new(false);
    let form = move || ContactForm {
        role: Role::Accounts,
        name: name.get(),
        phone: phone.get(),
        ..ContactForm::default()
    };
    let problem = Signal::derive(move || {
        form().parse(None).1.problem_of(crate::app::forms::contact::ContactField::Name)
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        sent.set(true);
        if let (Some(contact), _) = untrack(form).parse(None) {
            let (id, mut all) = calling.client.with_untracked(|client| (client.id, client.contacts.clone()));
            all.push(contact);
            all.sort_by_key(|contact| contact.role);
            let _ = app.send(Command::SetContacts(id, all));
        }
    };
    view! {
        <form class="question-form" novalidate on:submit=save>
            <Field
                id="question-name"
                label=words.t(|w| w.contact_name)
                value=own(name)
                problem=problem
                sent=sent
            />
            <Field
                id="question-phone"
                label=words.t(|w| w.contact_phone)
                kind=FieldKind::Phone
                value=own(phone)
            />
            <button class="button" type="submit">{words.t(|w| w.keep)}</button>
        </form>
    }
}
