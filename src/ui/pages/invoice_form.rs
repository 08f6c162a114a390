//! An invoice to enter (CAP-1) or to correct. What is typed is kept until it is saved, also when the page is left.

use leptos::prelude::*;

use super::client_form::fields::DraftFound;
use super::not_found::{NotFound, while_there};
use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::forms::calculator::CalculatorForm;
use crate::app::forms::invoice::{InvoiceField, InvoiceForm};
use crate::app::problem::Findings;
use crate::app::route::Route;
use crate::base::{Currency, InvoiceId};
use crate::browser::page;
use crate::domain::claim::Allocation;
use crate::domain::party::DebtorKind;
use crate::text::words::{calculator, form, problems, shell};
use crate::ui::components::contract_fields::ContractField;
use crate::ui::components::paid_rows::{PaidField, RowWords};
use crate::ui::components::segment::{Choice, segment};
use crate::ui::components::term_fields::{TermField, TypedTerm};
use crate::ui::components::{ContractFields, Field, FieldKind, PaidRows, TermFields, kind_choice};
use crate::ui::draft::Draft;
use crate::ui::live::{live, slot};
use crate::ui::state::{App, use_app};
use crate::ui::submit::submit;

const ALLOCATIONS: &[Choice<Allocation>] = &[
    (Allocation::PrincipalFirst, |lang| calculator::words(lang).allocation_principal),
    (Allocation::InterestFirst, |lang| calculator::words(lang).allocation_interest),
];

/// A new invoice, with what the calculator already knows of it.
#[component]
pub fn NewInvoice(
    /// Figures of the address.
    query: String,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(form::words);
    let (name, start) = if query.is_empty() {
        ("invoice".to_owned(), InvoiceForm::new())
    } else {
        let known = CalculatorForm::from_query(&query, untrack(|| app.lang()));
        (format!("invoice?{query}"), InvoiceForm::from(known))
    };
    Effect::new(move |_| page::set_title(&format!("{} · Relance", words.now().new_title)));
    view! {
        <div class="claim-head">
            <a class="back-link" href=Route::Invoices.to_string()>
                "← "
                {app.words(shell::words).t(|w| w.nav_invoices)}
            </a>
            <h1 tabindex="-1">{words.t(|w| w.new_title)}</h1>
            <p class="page-sub">{words.t(|w| w.new_subtitle)}</p>
        </div>
        <Editor id=None draft=Draft::new(app, &name, start) />
    }
}

/// A known invoice, to correct what was typed.
#[component]
pub fn EditInvoice(
    /// Which one.
    id: InvoiceId,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(form::words);
    let start_of = move |book: &Book| {
        let case = book.case(id)?;
        let client = book.client(case.invoice.client).map(|client| client.name.as_str());
        Some(InvoiceForm::of(case, client.unwrap_or_default(), app.lang()))
    };
    let Some(start) = untrack(|| app.book.with(start_of)) else { return view! { <NotFound /> }.into_any() };
    let number = start.number.clone();
    let draft = Draft::new(app, &format!("invoice/{id}"), start).following(move || app.book.with(start_of));
    while_there(draft, move || {
        Effect::new(move |_| page::set_title(&format!("{} · Relance", words.now().edit_title)));
        view! {
            <div class="claim-head">
                <a class="back-link" href=Route::Invoice(id).to_string()>
                    "← "
                    {number.clone()}
                </a>
                <h1 tabindex="-1">{words.t(|w| w.edit_title)}</h1>
                <p class="page-sub">{words.t(|w| w.edit_subtitle)}</p>
            </div>
            <Editor id=Some(id) draft=draft />
        }
    })
}

#[component]
fn Editor(id: Option<InvoiceId>, draft: Draft<InvoiceForm>) -> impl IntoView {
    let app = use_app();
    let words = app.words(form::words);
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed =
        Memo::new(move |_| app.book.with(|book| form.with(|form| form.parse(book, id, app.today.get()))));
    let findings = Memo::new(move |_| parsed.with(|(_, findings)| findings.clone()));
    let save = move |event: leptos::ev::SubmitEvent| {
        let invoice = parsed.with_untracked(|(invoice, _)| invoice.clone());
        let carry_out = |invoice| app.send(Command::SaveInvoice(id, invoice)).is_ok();
        if submit(&event, "invoice-form", sent, invoice, carry_out) {
            draft.clear();
        }
    };
    view! {
        <form class="form invoice-form" novalidate on:submit=save>
            <DraftFound draft=draft />
            <MainFields form=form findings=findings sent=sent />
            {id
                .is_none()
                .then(|| view! { <AlreadyPaid form=form findings=findings sent=sent /> })}
            <OptionalFields form=form findings=findings sent=sent />
            <div class="form-actions">
                <button class="button button-main" type="submit">
                    {words.t(|w| w.save_invoice)}
                </button>
                {id
                    .map(|id| {
                        view! {
                            <a
                                class="button button-quiet"
                                href=Route::Invoice(id).to_string()
                                on:click=move |_| draft.clear()
                            >
                                {app.words(shell::words).t(|w| w.cancel)}
                            </a>
                        }
                    })}
            </div>
        </form>
    }
}

#[component]
fn MainFields(
    form: RwSignal<InvoiceForm>,
    findings: Memo<Findings<InvoiceField>>,
    sent: RwSignal<bool>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(form::words);
    let problem = move |field| findings.with(|findings| findings.problem_of(field));
    let problem_of = move |field| Signal::derive(move || problem(field));
    let term_field = |field| match field {
        TermField::Issued => InvoiceField::Issued,
        TermField::Due => InvoiceField::Due,
        TermField::Terms => InvoiceField::Terms,
    };
    let typed = TypedTerm {
        by: (
            Signal::derive(move || form.with(|form| form.due_by)),
            Callback::new(move |by| form.update(|form| form.due_by = by)),
        ),
        issued: slot(form, |form| &form.issued, |form| &mut form.issued),
        due: slot(form, |form| &form.due, |form| &mut form.due),
        terms: slot(form, |form| &form.terms, |form| &mut form.terms),
    };
    let kind = kind_of(app, form);
    let names = live(move || {
        app.book.with(|book| {
            book.clients().map(|client| view! { <option value=client.name.clone()></option> }).collect_view()
        })
    });
    view! {
        <div>
            <Field
                id="client"
                label=words.t(|w| w.client)
                list="clients"
                value=slot(form, |form| &form.client, |form| &mut form.client)
                problem=problem_of(InvoiceField::Client)
                hint=words.t(|w| w.client_hint)
                sent=sent
            />
            <datalist id="clients">{names}</datalist>
        </div>
        {kind_choice(move || kind.get(), move |kind| form.update(|form| form.kind = Some(kind)))}
        <div class="field-row">
            <Field
                id="number"
                label=words.t(|w| w.number)
                value=slot(form, |form| &form.number, |form| &mut form.number)
                problem=problem_of(InvoiceField::Number)
                sent=sent
            />
            <Field
                id="amount"
                label=app.words(calculator::words).t(|w| w.amount)
                kind=FieldKind::Money
                value=slot(form, |form| &form.amount, |form| &mut form.amount)
                problem=problem_of(InvoiceField::Amount)
                sent=sent
            />
        </div>
        <TermFields
            typed=typed
            issue_required=true
            problem=Callback::new(move |field| problem(term_field(field)))
            note=Callback::new(move |field| findings.with(|findings| findings.note_of(term_field(field))))
            sent=sent
        />
        {move || (kind.get() == Some(DebtorKind::Public)).then(|| view! { <Quoted form=form findings=findings sent=sent /> })}
    }
}

/// What the client is as typed: as said in the form, else as known of the client of that name.
fn kind_of(app: App, form: RwSignal<InvoiceForm>) -> Memo<Option<DebtorKind>> {
    Memo::new(move |_| {
        let (said, name) = form.with(|form| (form.kind, form.client.clone()));
        said.or_else(|| app.book.with(|book| book.client_named(&name).map(|client| client.kind)))
    })
}

/// What a public buyer asks to be quoted.
#[component]
fn Quoted(
    form: RwSignal<InvoiceForm>,
    findings: Memo<Findings<InvoiceField>>,
    sent: RwSignal<bool>,
) -> impl IntoView {
    let words = use_app().words(form::words);
    view! {
        <div class="field-row">
            <Order form=form findings=findings sent=sent is_public=true />
            <Field
                id="service"
                label=words.t(|w| w.service)
                value=slot(form, |form| &form.service, |form| &mut form.service)
                problem=Signal::derive(move || {
                    findings.with(|findings| findings.problem_of(InvoiceField::Service))
                })
                hint=words.t(|w| w.service_hint)
                sent=sent
            />
        </div>
    }
}

/// The commitment of a public buyer, or the purchase order of any other client.
#[component]
fn Order(
    form: RwSignal<InvoiceForm>,
    findings: Memo<Findings<InvoiceField>>,
    sent: RwSignal<bool>,
    #[prop(optional)] is_public: bool,
) -> impl IntoView {
    let words = use_app().words(form::words);
    view! {
        <Field
            id="order"
            label=words.t(if is_public { |w| w.commitment } else { |w| w.order })
            value=slot(form, |form| &form.order, |form| &mut form.order)
            problem=Signal::derive(move || findings.with(|findings| findings.problem_of(InvoiceField::Order)))
            hint=words.t(if is_public { |w| w.commitment_hint } else { |w| w.order_hint })
            sent=sent
        />
    }
}

#[component]
fn AlreadyPaid(
    form: RwSignal<InvoiceForm>,
    findings: Memo<Findings<InvoiceField>>,
    sent: RwSignal<bool>,
) -> impl IntoView {
    let paid_field = |field| match field {
        PaidField::Amount(row) => InvoiceField::Paid(row),
        PaidField::Day(row) => InvoiceField::PaidOn(row),
    };
    view! {
        <PaidRows
            rows=Signal::derive(move || form.with(|form| form.paid.clone()))
            change=Callback::new(move |rows| form.update(|form| form.paid = rows))
            problem=Callback::new(move |field| {
                findings.with(|findings| findings.problem_of(paid_field(field)))
            })
            note=Callback::new(move |field| findings.with(|findings| findings.note_of(paid_field(field))))
            sent=sent
        />
    }
}

/// Instalments after the first, for an invoice payable in several.
#[component]
fn Instalments(
    form: RwSignal<InvoiceForm>,
    findings: Memo<Findings<InvoiceField>>,
    sent: RwSignal<bool>,
) -> impl IntoView {
    let words = use_app().words(form::words);
    let of = |field| match field {
        PaidField::Amount(row) => InvoiceField::Instalment(row),
        PaidField::Day(row) => InvoiceField::InstalmentDue(row),
    };
    view! {
        <fieldset class="fieldset">
            <legend>{words.t(|w| w.instalments)}</legend>
            <p class="field-hint">{words.t(|w| w.instalments_hint)}</p>
            <PaidRows
                rows=Signal::derive(move || form.with(|form| form.later.clone()))
                change=Callback::new(move |rows| form.update(|form| form.later = rows))
                problem=Callback::new(move |field| findings.with(|findings| findings.problem_of(of(field))))
                note=Callback::new(move |field| findings.with(|findings| findings.note_of(of(field))))
                words=RowWords::Instalments
                sent=sent
            />
        </fieldset>
    }
}

#[component]
fn OptionalFields(
    form: RwSignal<InvoiceForm>,
    findings: Memo<Findings<InvoiceField>>,
    sent: RwSignal<bool>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(form::words);
    let figures = app.words(calculator::words);
    let problem_of =
        move |field| Signal::derive(move || findings.with(|findings| findings.problem_of(field)));
    let kind = kind_of(app, form);
    view! {
        <details class="disclosure">
            <summary>{words.t(|w| w.details)}</summary>
            <div class="disclosure-body">
                <Field
                    id="subject"
                    label=words.t(|w| w.subject)
                    value=slot(form, |form| &form.subject, |form| &mut form.subject)
                    problem=problem_of(InvoiceField::Subject)
                    hint=words.t(|w| w.subject_hint)
                    sent=sent
                />
                {move || (!matches!(kind.get(), Some(DebtorKind::Public | DebtorKind::Consumer))).then(|| view! { <Order form=form findings=findings sent=sent /> })}
                <Instalments form=form findings=findings sent=sent />
                <ContractFields
                    whole=true
                    form=Signal::derive(move || form.with(|form| form.contract.clone()))
                    change=Callback::new(move |contract| form.update(|form| form.contract = contract))
                    problem=Callback::new(move |field| {
                        let field = match field {
                            ContractField::Rate => InvoiceField::Rate,
                            ContractField::FixedSum => InvoiceField::FixedSum,
                        };
                        findings.with(|findings| findings.problem_of(field))
                    })
                    rate_note=Signal::derive(move || {
                        let note = findings.with(|findings| findings.note_of(InvoiceField::Rate));
                        note.map(|note| problems::note(app.lang(), note, Currency::EUR))
                    })
                    sent=sent
                />
                {segment(
                    "allocation",
                    figures.t(|w| w.allocation),
                    ALLOCATIONS,
                    move || Some(form.with(|form| form.allocation)),
                    move |allocation| form.update(|form| form.allocation = allocation),
                )}
            </div>
        </details>
    }
}
