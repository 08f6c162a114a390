//! Following a plan: where it stands, what came in, and the one thing to do about it now.

use leptos::prelude::*;

use super::{progress, table};
use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::plans::PlanCommand;
use crate::app::route::Route;
use crate::base::{Currency, InvoiceId, PlanId, dates};
use crate::domain::event::Step;
use crate::domain::plan::standing::{PlanRow, Standing};
use crate::domain::plan::{End, Notice, Plan};
use crate::text::words::plans;
use crate::text::{Lang, format};
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::{live, own};
use crate::ui::state::{App, use_app};

/// A plan as it is shown.
#[derive(Clone, PartialEq)]
struct Shown {
    plan: Plan,
    standing: Standing,
    notices: Vec<Notice>,
    rows: Vec<PlanRow>,
    currency: Currency,
}

fn shown(book: &Book, id: PlanId, today: chrono::NaiveDate) -> Option<Shown> {
    let plan = book.plan(id)?.clone();
    let received = book.received(&plan, today);
    let standing = book.standing(&plan, today);
    let notices = book.notices(&plan);
    let currency = plan.invoices.iter().find_map(|id| book.case(*id)).map(|case| case.invoice.currency);
    Some(Shown { standing, notices, rows: plan.rows(received), currency: currency.unwrap_or_default(), plan })
}

/// The plan.
#[component]
pub fn Follow(id: InvoiceId, plan: PlanId, again: RwSignal<Option<PlanId>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(plans::words);
    let known = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| shown(book, plan, today))
    });
    let body = move || {
        let lang = app.lang();
        let today = app.today.get();
        known.get().map(|shown| {
            let w = plans::words(lang);
            let signed = shown.plan.accepted.map(|day| format!("{}{}", w.signed_on, format::date(lang, day)));
            let dates = format!(
                "{}{}{}.",
                w.proposed_on,
                format::date(lang, shown.plan.proposed),
                signed.unwrap_or_default()
            );
            let is_open = shown.plan.ended.is_none();
            let missed = move |row: &PlanRow| is_open && row.is_missed(today);
            let rows =
                table::followed(lang, &shown.rows, shown.plan.instalments.len(), missed, shown.currency);
            view! {
                <p class="plan-answer">{plans::standing(lang, shown.standing)}</p>
                <p class="page-sub">{dates}</p>
                {progress::progress(lang, &shown.rows, is_open, today, shown.currency)}
                {rows}
                {notices(lang, &shown.notices)}
                {actions(app, lang, id, &shown, again)}
            }
        })
    };
    view! {
        <section class="section plan-follow" aria-labelledby="plan-follow">
            <h2 id="plan-follow">{words.t(|w| w.follow)}</h2>
            {live(body)}
        </section>
    }
}

/// The notices that were sent, with the last day each gave.
fn notices(lang: Lang, notices: &[Notice]) -> Option<AnyView> {
    let rows = notices.iter().map(|notice| {
        view! { <li>{plans::notice_sent(lang, *notice)}</li> }
    });
    (!notices.is_empty()).then(|| {
        let view = view! {
            <h3>{plans::words(lang).notices}</h3>
            <ul class="plain-list">{rows.collect_view()}</ul>
        };
        view.into_any()
    })
}

/// What may be done now; what is most likely first.
fn actions(app: App, lang: Lang, id: InvoiceId, shown: &Shown, again: RwSignal<Option<PlanId>>) -> AnyView {
    if app.shows_archive() {
        return ().into_any();
    }
    let w = plans::words(lang);
    let plan = shown.plan.id;
    let send = move |command: PlanCommand| {
        // A refusal says itself at the bottom of the screen.
        let _ = app.send(Command::Plan(command));
    };
    let end = move |how| {
        let today = app.today.get_untracked();
        send(PlanCommand::End(plan, how, today));
    };
    let main = match shown.standing {
        Standing::Proposed | Standing::Unanswered => view! {
            <Accept plan=plan />
            <div class="button-row">
                <a class="button" href=Route::Text(id, Step::Instalments).to_string()>
                    {w.write}
                </a>
                <button class="button button-quiet" type="button" on:click=move |_| again.set(Some(plan))>
                    {w.other}
                </button>
                <button class="button button-quiet" type="button" on:click=move |_| end(End::Withdrawn)>
                    {w.withdraw}
                </button>
            </div>
        }
        .into_any(),
        Standing::Kept(_) | Standing::NoticeRuns(..) => payment(w, id),
        Standing::Missed(_) => view! {
            <p class="field-hint">{w.notice_why}</p>
            <div class="button-row">
                <a class="button button-main" href=Route::Text(id, Step::PlanNotice).to_string()>
                    {w.notice}
                </a>
            </div>
            {payment(w, id)}
        }
        .into_any(),
        Standing::Breached(..) => view! {
            <div class="button-row">
                <button class="button button-main" type="button" on:click=move |_| end(End::Broken)>
                    {w.end_broken}
                </button>
            </div>
            {payment(w, id)}
        }
        .into_any(),
        Standing::Complete => view! {
            <div class="button-row">
                <button class="button button-main" type="button" on:click=move |_| end(End::Settled)>
                    {w.end_settled}
                </button>
            </div>
        }
        .into_any(),
        Standing::Ended(_) => ().into_any(),
    };
    view! {
        {main}
        <div class="button-row">
            <button class="button button-quiet" type="button" on:click=move |_| send(PlanCommand::Delete(plan))>
                {w.delete}
            </button>
        </div>
    }
    .into_any()
}

fn payment(words: &'static plans::Words, id: InvoiceId) -> AnyView {
    view! {
        <div class="button-row">
            <a class="button" href=Route::Invoice(id).to_string()>
                {words.note_payment}
            </a>
        </div>
    }
    .into_any()
}

/// The day the client signed.
#[component]
fn Accept(plan: PlanId) -> impl IntoView {
    let app = use_app();
    let words = app.words(plans::words);
    let typed = RwSignal::new(format::date_digits(app.today.get_untracked()));
    let problem = Signal::derive(move || typed.with(|typed| dates::parse_typed(typed)).err().map(Into::into));
    let sent = RwSignal::new(false);
    let accept = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        sent.set(true);
        if let Ok(day) = typed.with_untracked(|typed| dates::parse_typed(typed)) {
            // A refusal says itself at the bottom of the screen.
            let _ = app.send(Command::Plan(PlanCommand::Accept(plan, day)));
        }
    };
    view! {
        <form class="form form-narrow" novalidate on:submit=accept>
            <Field
                id="plan-signed"
                label=words.t(|w| w.signed)
                kind=FieldKind::Date
                value=own(typed)
                problem=problem
                hint=words.t(|w| w.accept_hint)
                sent=sent
            />
            <div class="form-actions">
                <button class="button button-main" type="submit">
                    {words.t(|w| w.accept)}
                </button>
            </div>
        </form>
    }
}
