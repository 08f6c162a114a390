//! The contested and the undisputed part in figures, what comes next, and the facts of the dispute.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::opening::Amending;
use crate::app::command::Command;
use crate::app::disputes::DisputeCommand;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::app::views::today;
use crate::base::{Amount, Currency, InvoiceId};
use crate::browser::page;
use crate::domain::circumstance::{Circumstance, CircumstanceKind};
use crate::domain::dispute::ReasonCode;
use crate::domain::dunning::{HoldCause, What, contested_next, dispute_answered};
use crate::domain::event::Step;
use crate::text::words::{agenda, disputes, dunning, labels};
use crate::text::{Lang, format};
use crate::ui::live::{live, only_if};
use crate::ui::state::{App, use_app};

/// Every official reason, after « none ».
pub static CODES: std::sync::LazyLock<Vec<Option<ReasonCode>>> = std::sync::LazyLock::new(|| {
    [None].into_iter().chain(ReasonCode::ALL.iter().copied().map(Some)).collect()
});

/// An official reason as a choice.
pub fn code_name(lang: Lang, code: Option<ReasonCode>) -> String {
    code.map_or_else(|| disputes::words(lang).code_none.to_owned(), |code| disputes::reason_code(lang, code))
}

/// A list of the official reasons; their labels are made, so that the plain list of choices does not do.
pub fn code_list(
    app: App,
    id: &'static str,
    value: impl Fn() -> Option<ReasonCode> + Send + Sync + 'static,
    set: impl Fn(Option<ReasonCode>) + Send + Sync + 'static,
) -> AnyView {
    let words = app.words(disputes::words);
    let taken = Memo::new(move |_| CODES.iter().position(|code| *code == value()).unwrap_or_default());
    let options = move || {
        let lang = app.lang();
        let option = |(at, code): (usize, &Option<ReasonCode>)| {
            view! {
                <option value=at.to_string() selected=move || taken.get() == at>
                    {code_name(lang, *code)}
                </option>
            }
        };
        CODES.iter().enumerate().map(option).collect_view()
    };
    let chosen = move |typed: String| {
        let code = typed.parse().ok().and_then(|at: usize| CODES.get(at).copied()).flatten();
        set(code);
    };
    view! {
        <div class="field">
            <label class="field-label" for=id>
                {words.t(|w| w.code)}
            </label>
            <select id=id aria-describedby="dispute-code-hint" on:change:target=move |event| chosen(event.target().value())>
                {live(options)}
            </select>
            <p class="field-hint" id="dispute-code-hint">
                {words.t(|w| w.code_hint)}
            </p>
        </div>
    }
    .into_any()
}

/// The top of the page while a dispute is open.
#[component]
pub fn Head(id: InvoiceId, figures: Memo<Figures>, dispute: Memo<Circumstance>) -> impl IntoView {
    let app = use_app();
    let words = app.words(disputes::words);
    let parts = move || {
        let lang = app.lang();
        figures.with(|figures| {
            let contested = figures.case.disputed(&figures.claim);
            let rest = figures.claim.principal_left - contested;
            picture(lang, contested, rest, figures.claim.currency)
        })
    };
    let next = move || {
        let lang = app.lang();
        let today = app.today.get();
        let action = app.book.with(|book| today::action(book, id, today))?;
        let currency = figures.with(|figures| figures.claim.currency);
        let why = agenda::why(lang, &action.why, currency, today);
        let day = (today < action.day).then(|| format::date_with_weekday(lang, action.day));
        let what = agenda::what(lang, action.what);
        let what = day.map_or_else(|| what.to_owned(), |day| format!("{what}, {day}"));
        let hold = action.hold.as_ref().filter(|hold| hold.cause == HoldCause::Meeting);
        let hold = hold.map(|hold| view! { <p class="field-hint">{agenda::hold(lang, hold)}</p> });
        // Where what nobody contests is asked for next, the dispute goes on too.
        let own = figures.with(|figures| contested_next(&figures.case, &figures.claim));
        let own = own.filter(|own| *own != action.why).map(|own| {
            view! {
                <p>
                    <strong>{words.t(|w| w.contested_part)}</strong> " " {agenda::why(lang, &own, currency, today)}
                </p>
            }
        });
        Some(view! {
            <h2 id="dispute-next">{words.t(|w| w.next)}</h2>
            <p>
                <strong>{what}</strong>
            </p>
            <p>{why}</p>
            {hold}
            {own}
        })
    };
    // After the meeting its minutes come next, and no other proposal.
    let minutes = Memo::new(move |_| {
        let today = app.today.get();
        let action = app.book.with(|book| today::action(book, id, today))?;
        (action.what == What::WriteMinutes).then(|| agenda::verb(app.lang(), &action))
    });
    let write = move || {
        if let Some(name) = minutes.get() {
            let to_field = move |_| {
                page::focus("#meeting-minutes");
            };
            return view! { <button type="button" class="button" on:click=to_field>{name}</button> }
                .into_any();
        }
        view! {
            <a class="button" href=Route::Text(id, Step::Meeting).to_string()>
                {words.t(|w| w.write_meeting)}
            </a>
        }
        .into_any()
    };
    let facts = move || {
        let today = app.today.get();
        dispute.with(|dispute| {
            let answered = figures
                .with(|figures| dispute_answered(&figures.case, dispute.date, today).map(|event| event.date));
            facts(app.lang(), dispute, answered)
        })
    };
    let code = Memo::new(move |_| dispute.with(|one| one.life().and_then(|life| life.code)));
    let set_code = move |code| {
        let number = dispute.with_untracked(|dispute| dispute.id);
        // A refusal says itself at the bottom of the screen.
        let _ = app.send(Command::Dispute(id, number, DisputeCommand::SetReason(code)));
    };
    let codes = only_if(
        move || !app.shows_archive(),
        move || code_list(app, "dispute-code", move || code.get(), set_code),
    );
    let amending = only_if(
        move || !app.shows_archive(),
        move || view! { <Amending id=id figures=figures dispute=dispute /> },
    );
    view! {
        <section class="dispute-head" aria-labelledby="dispute-next">
            {live(parts)}
            {live(next)}
            <div class="button-row">
                {live(write)}
                <a class="button button-quiet" href=Route::Offers(id).to_string()>
                    {words.t(|w| w.settle)}
                </a>
            </div>
            {live(facts)}
            {amending}
            {codes}
        </section>
    }
}

/// « 500,00 € contestés », what is not, and both as a bar with its numbers.
fn picture(lang: Lang, contested: Amount, rest: Amount, currency: Currency) -> AnyView {
    let w = disputes::words(lang);
    let money = |amount| format::money(lang, amount, currency);
    let whole = contested + rest;
    let share = if whole.is_positive() { contested.cents().saturating_mul(1000) / whole.cents() } else { 0 };
    let below =
        if rest.is_positive() { format!("{}{}.", w.rest, money(rest)) } else { w.all_contested.to_owned() };
    let number = |class: &'static str, name: &'static str, amount| {
        view! {
            <div class="plan-number">
                <dt>
                    <span class=class aria-hidden="true"></span>
                    {name}
                </dt>
                <dd class="amount">{money(amount)}</dd>
            </div>
        }
    };
    view! {
        <p class="plan-answer">{format!("{} {}", money(contested), w.contested)}</p>
        <p>{below}</p>
        <figure class="plan-progress">
            <figcaption>{w.share}</figcaption>
            <svg class="dispute-bar" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class="dispute-part" x="0" y="0" width=share.to_string() height="24"></rect>
                <rect class="dispute-rest" x=share.to_string() y="0" width=(1000 - share).to_string() height="24"></rect>
            </svg>
            <dl class="plan-numbers">
                {number("dispute-part", w.disputed, contested)}
                {number("dispute-rest", w.undisputed, rest)}
            </dl>
        </figure>
    }
    .into_any()
}

fn facts(lang: Lang, dispute: &Circumstance, answered: Option<NaiveDate>) -> Option<AnyView> {
    let w = disputes::words(lang);
    let CircumstanceKind::Dispute { cause, answer_by, .. } = &dispute.kind else { return None };
    let says = (!dispute.note.is_empty()).then(|| {
        view! {
            <dt>{w.says}</dt>
            <dd>{dispute.note.clone()}</dd>
        }
    });
    let answered =
        answered.map(|day| format!("({}{})", labels::lower_first(w.answered), format::date(lang, day)));
    let view = view! {
        <dl class="dispute-facts">
            <dt>{w.why}</dt>
            <dd>{dunning::dispute(lang, *cause)}</dd>
            {says}
            <dt>{w.learnt}</dt>
            <dd>{format::date(lang, dispute.date)}</dd>
            <dt>{w.answer_day}</dt>
            <dd>{format::date_with_weekday(lang, *answer_by)} {answered}</dd>
        </dl>
    };
    Some(view.into_any())
}
