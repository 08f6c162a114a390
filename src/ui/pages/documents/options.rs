//! What a document needs to be told: its language, the payment, the items, the terms of an offer.

use leptos::prelude::*;

use super::desk::Desk;
use crate::app::problem::Problem;
use crate::app::route::Route;
use crate::base::{Amount, MovementId, dates};
use crate::documents::paper::{PaperKind, offer_figures};
use crate::domain::court::Standing;
use crate::text::words::{composer, documents};
use crate::text::{Lang, format};
use crate::ui::components::segment::{Choice, segment};
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::{live, only_if, own};
use crate::ui::state::use_app;

const LANGUAGES: &[Choice<Lang>] =
    &[(Lang::Fr, |lang| composer::words(lang).french), (Lang::En, |lang| composer::words(lang).english)];

/// The fields.
#[component]
pub fn Options(desk: Desk) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let language = segment(
        "document-language",
        words.t(|w| w.language),
        LANGUAGES,
        move || Some(desk.editing.wording.get().lang),
        move |lang| desk.editing.wording.update(|wording| wording.lang = lang),
    );
    let own_fields = match desk.kind {
        PaperKind::Receipt => payment(desk),
        PaperKind::HandReceipt => items(desk, |w| w.items, |w| w.items_hint),
        PaperKind::CaseFile => items(desk, |w| w.addressee, |w| w.addressee_hint),
        PaperKind::Offer => offer(desk),
        PaperKind::PaymentOrder => standing(desk),
        PaperKind::Agreement => plan_link(desk),
        PaperKind::Statement => period(desk),
        PaperKind::Termination
        | PaperKind::Declaration
        | PaperKind::Assignment
        | PaperKind::UnpaidInvoice => ().into_any(),
    };
    view! {
        {own_fields}
        {language}
    }
}

fn payment(desk: Desk) -> AnyView {
    let app = use_app();
    let words = app.words(documents::words);
    let options = move || {
        let (lang, currency) = (app.lang(), desk.currency());
        let payments = desk.payments();
        let last = payments.last().map(|(id, ..)| *id);
        let taken = desk.said.payment.get().or(last);
        let option = |(id, date, amount): (MovementId, _, Amount)| {
            let name = format!("{}, {}", format::date(lang, date), format::money(lang, amount, currency));
            view! { <option value=id.to_string() selected=taken == Some(id)>{name}</option> }
        };
        payments.into_iter().map(option).collect_view()
    };
    view! {
        <div class="field">
            <label class="field-label" for="document-payment">{words.t(|w| w.payment)}</label>
            <select
                id="document-payment"
                on:change:target=move |event| desk.said.payment.set(event.target().value().parse().ok().map(MovementId))
            >
                {live(options)}
            </select>
        </div>
    }
    .into_any()
}

type Word = fn(&'static documents::Words) -> &'static str;

fn items(desk: Desk, label: Word, hint: Word) -> AnyView {
    let words = use_app().words(documents::words);
    view! {
        <Field
            id="document-items"
            label=words.t(label)
            kind=FieldKind::Lines
            value=own(desk.said.items)
            hint=words.t(hint)
        />
    }
    .into_any()
}

fn check(id: &'static str, label: Word, value: RwSignal<bool>) -> AnyView {
    let words = use_app().words(documents::words);
    view! {
        <label class="check" for=id>
            <input
                id=id
                type="checkbox"
                prop:checked=value
                on:change:target=move |event| value.set(event.target().checked())
            />
            <span>{words.t(label)}</span>
        </label>
    }
    .into_any()
}

/// Which movements a statement tells: from which day, to which, of which invoices.
fn period(desk: Desk) -> AnyView {
    let app = use_app();
    let words = app.words(documents::words);
    let parsed = |typed: &String| {
        if typed.trim().is_empty() {
            Ok(None)
        } else {
            dates::parse_typed(typed).map(Some).map_err(Problem::from)
        }
    };
    let from = move || desk.said.from.with(parsed).err();
    let until = move || match desk.said.until.with(parsed) {
        Ok(Some(day)) if app.today.get() < day => Some(Problem::InTheFuture),
        Ok(_) => None,
        Err(problem) => Some(problem),
    };
    view! {
        <div class="field-row">
            <Field
                id="document-from"
                label=words.t(|w| w.from)
                kind=FieldKind::Date
                value=own(desk.said.from)
                problem=Signal::derive(from)
                optional=true
            />
            <Field
                id="document-until"
                label=words.t(|w| w.until)
                kind=FieldKind::Date
                value=own(desk.said.until)
                problem=Signal::derive(until)
                optional=true
            />
        </div>
        <p class="field-hint">{words.t(|w| w.period_hint)}</p>
        {check("document-open", |w| w.open_only, desk.said.open_only)}
    }
    .into_any()
}

fn offer(desk: Desk) -> AnyView {
    let app = use_app();
    let words = app.words(documents::words);
    let discount = move || {
        desk.said.discount.with(|typed| {
            if typed.trim().is_empty() { None } else { Amount::parse_typed(typed).err().map(Problem::from) }
        })
    };
    let by = move || desk.said.by.with(|typed| dates::parse_typed(typed).err().map(Problem::from));
    let figures = move || {
        let (lang, currency) = (app.lang(), desk.currency());
        let terms = desk.said.terms(app.today.get());
        let figures = desk.with_facts(app, |facts| offer_figures(&terms, facts)).ok()?;
        let row = |label: &'static str, amount: Amount| {
            view! {
                <div class="fact-row">
                    <dt>{label}</dt>
                    <dd class="amount">{format::money(lang, amount, currency)}</dd>
                </div>
            }
        };
        let w = words.now();
        Some(view! {
            <dl class="record">
                {row(w.offer_owed, figures.owed)} {row(w.offer_paid, figures.paid)}
                {row(w.offer_saved, figures.saved)}
            </dl>
        })
    };
    view! {
        <Field
            id="document-discount"
            label=words.t(|w| w.discount)
            kind=FieldKind::Money
            value=own(desk.said.discount)
            problem=Signal::derive(discount)
            optional=true
        />
        {check("document-drops", |w| w.drops, desk.said.drops)}
        <Field
            id="document-by"
            label=words.t(|w| w.by)
            kind=FieldKind::Date
            value=own(desk.said.by)
            problem=Signal::derive(by)
        />
        {check("document-signed", |w| w.signed, desk.said.signed)}
        {only_if(move || desk.said.signed.get(), move || place(desk))}
        {live(figures)}
    }
    .into_any()
}

const STANDINGS: &[Choice<Standing>] = &[
    (Standing::Trader, |lang| documents::words(lang).trader),
    (Standing::OtherProfessional, |lang| documents::words(lang).other_professional),
    (Standing::Consumer, |lang| documents::words(lang).consumer),
];

fn standing(desk: Desk) -> AnyView {
    let words = use_app().words(documents::words);
    segment(
        "document-standing",
        words.t(|w| w.standing),
        STANDINGS,
        move || Some(desk.said.standing(desk.figures)),
        move |standing| desk.said.standing.set(Some(standing)),
    )
}

fn plan_link(desk: Desk) -> AnyView {
    let words = use_app().words(documents::words);
    view! {
        {place(desk)}
        <p>
            <a href=Route::Plan(desk.id).to_string()>{words.t(|w| w.plan_link)}</a>
        </p>
    }
    .into_any()
}

/// Where it is signed.
fn place(desk: Desk) -> AnyView {
    let words = use_app().words(documents::words);
    view! {
        <Field
            id="document-place"
            label=words.t(|w| w.place)
            value=own(desk.said.place)
            hint=words.t(|w| w.place_hint)
            optional=true
        />
    }
    .into_any()
}
