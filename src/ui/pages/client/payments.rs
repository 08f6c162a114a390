//! One payment on several invoices of a client: shared out by the law, or as the client said.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::forms::payments::{Payments, PaymentsField, PaymentsForm};
use crate::app::forms::prefilled;
use crate::app::problem::{Note, Problem};
use crate::base::{ClientId, InvoiceId};
use crate::text::format;
use crate::text::words::{clients, problems};
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{Slot, live, slot};
use crate::ui::state::use_app;
use crate::ui::submit::submit;

/// The form; nothing while fewer than two invoices are open.
#[component]
pub fn PaySeveral(id: ClientId) -> impl IntoView {
    let app = use_app();
    let words = app.words(clients::words);
    let draft = Draft::new(app, &format!("payments/{id}"), PaymentsForm::default());
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed =
        Memo::new(move |_| app.book.with(|book| form.with(|form| form.parse(book, id, app.today.get()))));
    let rows = Memo::new(move |_| {
        parsed.with(|parsed| {
            parsed.as_ref().map(|parsed| parsed.rows.iter().map(|row| row.id).collect::<Vec<_>>())
        })
    });
    let shares = move || {
        rows.get().map(|rows| {
            let rows =
                rows.into_iter().map(|row| view! { <Share row=row form=form parsed=parsed sent=sent /> });
            view! {
                <table class="plain-table">
                    <thead>
                        <tr>
                            <th scope="col">{words.t(|w| w.pay_invoice)}</th>
                            <th class="number" scope="col">{words.t(|w| w.pay_owed)}</th>
                            <th class="number" scope="col">{words.t(|w| w.pay_share)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            }
        })
    };
    let left = move || {
        let lang = app.lang();
        parsed.with(|parsed| {
            let parsed = parsed.as_ref().filter(|parsed| !parsed.left.is_zero())?;
            let left = format::money(lang, parsed.left, parsed.currency);
            Some(view! { <p class="field-error">{words.t(|w| w.pay_mismatch)} {left}</p> })
        })
    };
    let is_open = Memo::new(move |_| parsed.with(Option::is_some));
    let named = Memo::new(move |_| form.with(|form| form.shares.is_some()));
    move || {
        is_open.get().then(|| {
            let legal = live(move || {
                named.get().then(|| {
                    view! {
                        <button
                            class="button button-quiet"
                            type="button"
                            on:click=move |_| form.update(|form| form.shares = None)
                        >
                            {words.t(|w| w.pay_legal)}
                        </button>
                    }
                })
            });
            let frame = Frame { id: "pay", class: "payments-form", is_main: false, draft, sent, parsed };
            let hint = view! { <p class="field-hint">{words.t(|w| w.pay_explain)}</p> };
            let parts = view! { {hint} {live(shares)} {live(left)} }.into_any();
            payment_frame(frame, words.t(|w| w.pay_several).into_any(), parts, legal.into_any())
        })
    }
}

/// The form of one payment over several invoices, whatever shares it out.
#[derive(Clone, Copy)]
pub struct Frame {
    /// Begins the names of its fields.
    pub id: &'static str,
    /// Its class.
    pub class: &'static str,
    /// It is what one comes to the page for.
    pub is_main: bool,
    /// What is typed.
    pub draft: Draft<PaymentsForm>,
    /// It was sent once.
    pub sent: RwSignal<bool>,
    /// What it comes to.
    pub parsed: Memo<Option<Payments>>,
}

/// The form, folded: what was received, then the `parts` each invoice gets of it, shown before it is noted; noted, and taken
/// back, as one. `more` stands beside its button.
pub fn payment_frame(frame: Frame, summary: AnyView, parts: AnyView, more: AnyView) -> AnyView {
    let app = use_app();
    let words = app.words(clients::words);
    let Frame { id, class, is_main, draft, sent, parsed } = frame;
    let problem_of = move |field| {
        Signal::derive(move || {
            parsed.with(|parsed| parsed.as_ref().and_then(|parsed| parsed.findings.problem_of(field)))
        })
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        let drafts = parsed.with_untracked(|parsed| parsed.as_ref().and_then(|parsed| parsed.drafts.clone()));
        let carry_out = |drafts| app.send(Command::AddPayments(drafts)).is_ok();
        if submit(&event, class, sent, drafts, carry_out) {
            draft.clear();
        }
    };
    view! {
        <details class="disclosure">
            <summary>{summary}</summary>
            <div class="disclosure-body">
                <form class=format!("form {class}") novalidate on:submit=save>
                    {received_fields(id, draft.form, problem_of, sent)}
                    {parts}
                    <div class="form-actions">
                        <button class="button" class:button-main=is_main type="submit">
                            {words.t(|w| w.pay_save)}
                        </button>
                        {more}
                    </div>
                </form>
            </div>
        </details>
    }
    .into_any()
}

/// What was received: how much, when, and how it names itself; `id` begins the names of the fields.
fn received_fields(
    id: &'static str,
    form: RwSignal<PaymentsForm>,
    problem_of: impl Fn(PaymentsField) -> Signal<Option<Problem>>,
    sent: RwSignal<bool>,
) -> AnyView {
    let words = use_app().words(clients::words);
    view! {
        <div class="field-row">
            <Field
                id=format!("{id}-amount")
                label=words.t(|w| w.pay_amount)
                kind=FieldKind::Money
                value=slot(form, |form| &form.amount, |form| &mut form.amount)
                problem=problem_of(PaymentsField::Amount)
                sent=sent
            />
            <Field
                id=format!("{id}-date")
                label=words.t(|w| w.pay_date)
                kind=FieldKind::Date
                value=slot(form, |form| &form.date, |form| &mut form.date)
                problem=problem_of(PaymentsField::Date)
                sent=sent
            />
            <Field
                id=format!("{id}-reference")
                label=words.t(|w| w.pay_reference)
                value=slot(form, |form| &form.reference, |form| &mut form.reference)
                problem=problem_of(PaymentsField::Reference)
                optional=true
                sent=sent
            />
        </div>
    }
    .into_any()
}

/// One invoice with its share. The first share typed makes all of them the client's own.
#[component]
fn Share(
    row: InvoiceId,
    form: RwSignal<PaymentsForm>,
    parsed: Memo<Option<Payments>>,
    sent: RwSignal<bool>,
) -> impl IntoView {
    let app = use_app();
    let known = Memo::new(move |_| {
        parsed.with(|parsed| {
            let parsed = parsed.as_ref()?;
            let known = parsed.rows.iter().find(|known| known.id == row)?;
            Some((known.clone(), parsed.currency))
        })
    });
    let typed = Signal::derive(move || {
        let named = form.with(|form| {
            form.shares
                .as_ref()
                .map(|shares| shares.iter().find(|(id, _)| *id == row).map(|(_, typed)| typed.clone()))
        });
        match named {
            Some(named) => named.unwrap_or_default(),
            None => known
                .get()
                .filter(|(known, _)| known.share.is_positive())
                .map_or_else(String::new, |(known, _)| prefilled(app.lang(), known.share)),
        }
    });
    let change = Callback::new(move |text: String| {
        let lang = untrack(|| app.lang());
        let legal = parsed.with_untracked(|parsed| {
            parsed.as_ref().map(|parsed| {
                parsed
                    .rows
                    .iter()
                    .map(|row| {
                        let share = Some(row.share).filter(|share| share.is_positive());
                        (row.id, share.map(|share| prefilled(lang, share)).unwrap_or_default())
                    })
                    .collect::<Vec<_>>()
            })
        });
        form.update(|form| {
            let shares = form.shares.get_or_insert_with(|| legal.unwrap_or_default());
            match shares.iter_mut().find(|(id, _)| *id == row) {
                Some((_, typed)) => *typed = text,
                None => shares.push((row, text)),
            }
        });
    });
    let number = move || {
        known.get().map(|(known, _)| {
            let due = format::date_digits(known.due);
            view! { {known.number} " " <span class="row-note">{due}</span> }
        })
    };
    let owed = move || known.get().map(|(known, currency)| format::money(app.lang(), known.owed, currency));
    let fault = move || {
        let problem = parsed.with(|parsed| {
            parsed.as_ref().and_then(|parsed| parsed.findings.problem_of(PaymentsField::Share(row)))
        });
        problem.filter(|_| sent.get() || !typed.get().is_empty()).map(|problem| {
            view! { <p class="field-error">{problems::problem(app.lang(), problem)}</p> }
        })
    };
    let has_fault = move || {
        parsed.with(|parsed| {
            parsed
                .as_ref()
                .is_some_and(|parsed| parsed.findings.problem_of(PaymentsField::Share(row)).is_some())
        })
    };
    let excess = move || {
        let (known, currency) = known.get().filter(|(known, _)| known.excess.is_positive())?;
        let note = problems::note(app.lang(), Note::Overpaid(known.excess), currency);
        Some(view! { <p class="field-hint">{note}</p> })
    };
    let slot = Slot { text: typed, change };
    view! {
        <tr>
            <td>{live(number)}</td>
            <td class="number">{live(owed)}</td>
            <td class="number">
                <input
                    class="share"
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    aria-invalid=move || has_fault().then_some("true")
                    aria-label=move || known.get().map(|(known, _)| known.number)
                    prop:value=slot.text
                    on:input:target=move |event| slot.change.run(event.target().value())
                />
                {live(fault)}
                {live(excess)}
            </td>
        </tr>
    }
}
