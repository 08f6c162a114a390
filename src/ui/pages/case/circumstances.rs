//! Where things stand with a claim: what is known about its being paid, what each reason calls for, and the one form to
//! note more.

pub mod form;
pub mod moves;

use chrono::NaiveDate;
use leptos::prelude::*;

use self::form::{NewCircumstance, Noting};
use self::moves::moves_view;
use crate::app::command::Command;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::{CircumstanceId, InvoiceId};
use crate::browser::page;
use crate::domain::circumstance::{Circumstance, CircumstanceKind, PauseCause, PromiseState, Unpaid};
use crate::domain::dunning::watch::{self, WatchState};
use crate::domain::event::Step;
use crate::domain::moves::Move;
use crate::text::words::circumstances;
use crate::text::{Lang, format};
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// One circumstance as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    id: CircumstanceId,
    date: String,
    what: String,
    note: String,
    standing: String,
    class: &'static str,
    may_end: bool,
    reason: Option<Unpaid>,
    text: Option<Step>,
    is_dispute: bool,
}

/// The section.
#[component]
pub fn Circumstances(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(circumstances::words);
    let noting = Noting::new(app, id, figures);
    let shown = Memo::new(move |_| {
        let (lang, today) = (app.lang(), app.today.get());
        figures.with(|figures| all_shown(lang, figures, today))
    });
    let list = live(move || {
        let rows = shown.get();
        if rows.is_empty() {
            return view! { <p class="field-hint">{words.t(|w| w.none)}</p> }.into_any();
        }
        let lang = app.lang();
        let rows = rows.into_iter().map(|row| row_view(lang, id, row, noting)).collect_view();
        view! { <ul class="standing-list">{rows}</ul> }.into_any()
    });
    // One dispute at a time: the one that is open is followed from its line.
    let may_open = move || {
        let today = app.today.get();
        figures.with(|figures| {
            figures.case.open_dispute(today).is_none() && figures.claim.principal_left.is_positive()
        })
    };
    view! {
        <section class="section" aria-labelledby="standing">
            <h2 id="standing" tabindex="-1">{words.t(|w| w.title)}</h2>
            {list}
            <details class="disclosure">
                <summary>{words.t(|w| w.add)}</summary>
                <div class="disclosure-body">
                    <NewCircumstance id=id figures=figures noting=noting />
                </div>
            </details>
            {only_if(may_open, move || view! {
                <a class="button button-quiet" href=Route::Dispute(id).to_string()>
                    {words.t(|w| w.open_dispute)}
                </a>
            })}
        </section>
    }
}

/// What is open first, then what is over, the latest first.
fn all_shown(lang: Lang, figures: &Figures, today: NaiveDate) -> Vec<Shown> {
    let case = &figures.case;
    let mut known: Vec<(bool, Shown)> = case
        .circumstances
        .iter()
        .rev()
        .map(|one| {
            let promise = one.promise(&case.circumstances, &case.movements, today);
            let is_open = runs(figures, one, promise, today);
            (is_open, shown(lang, one, promise, figures, today))
        })
        .collect();
    // Stable: each half keeps its order.
    known.sort_by_key(|(is_open, _)| !is_open);
    known.into_iter().map(|(_, shown)| shown).collect()
}

/// It is open, or still runs.
fn runs(figures: &Figures, one: &Circumstance, promise: Option<PromiseState>, today: NaiveDate) -> bool {
    match (promise, watch::state(&figures.case, one, today)) {
        (Some(state), _) => state == PromiseState::Running,
        (None, Some(state)) => one.date <= today && state == WatchState::Running,
        (None, None) => one.is_open(today),
    }
}

fn shown(
    lang: Lang,
    one: &Circumstance,
    promise: Option<PromiseState>,
    figures: &Figures,
    today: NaiveDate,
) -> Shown {
    let owes = figures.claim.principal_left.is_positive();
    let is_open = one.is_open(today);
    let class = match promise {
        Some(PromiseState::Kept) => "badge badge-paid",
        Some(PromiseState::Broken) => "badge badge-late",
        _ => "badge",
    };
    let text = match (&one.kind, promise) {
        (_, Some(PromiseState::Broken)) if owes => Some(Step::BrokenPromise),
        (CircumstanceKind::Proposal { .. }, _) if is_open && owes => Some(Step::Instalments),
        (CircumstanceKind::Pause { cause: PauseCause::Granted, .. }, _) if is_open && owes => {
            Some(Step::Agreed)
        }
        (CircumstanceKind::Suspension { .. }, _) if is_open && owes => Some(Step::Suspension),
        (CircumstanceKind::Suspension { .. }, _) if !is_open => Some(Step::Resumption),
        _ => None,
    };
    let reason = match one.kind {
        CircumstanceKind::Unpaid(reason) if is_open && owes => Some(reason),
        _ => None,
    };
    Shown {
        id: one.id,
        date: format::date_short(lang, one.date, 0),
        what: circumstances::sentence(lang, one, figures.claim.currency),
        note: one.note.clone(),
        standing: watch::state(&figures.case, one, today).map_or_else(
            || circumstances::standing(lang, one, promise, today).to_owned(),
            |state| circumstances::watch(lang, state),
        ),
        class,
        may_end: runs(figures, one, promise, today),
        reason,
        text,
        is_dispute: one.life().is_some_and(|life| is_open || !life.open_commitments(today).is_empty()),
    }
}

fn row_view(lang: Lang, id: InvoiceId, row: Shown, noting: Noting) -> AnyView {
    let app = use_app();
    let w = circumstances::words(lang);
    let circumstance = row.id;
    let back = || {
        // The button is gone, and the focus with it.
        request_animation_frame(|| {
            page::focus("#standing");
        });
    };
    let end = move |_| {
        let today = app.today.get_untracked();
        let _ = app.send(Command::EndCircumstance(id, circumstance, today));
        back();
    };
    let remove = move |_| {
        let _ = app.send(Command::DeleteCircumstance(id, circumstance));
        back();
    };
    let text = row.text.map(|step| {
        let label = match step {
            Step::Suspension => w.write_suspension,
            Step::Resumption => w.write_resumption,
            Step::Agreed => w.write_granted,
            Step::Instalments => circumstances::one_move(lang, Move::Write(step)),
            _ => w.write_broken,
        };
        view! { <a class="button" href=Route::to_write(id, step).to_string()>{label}</a> }
    });
    view! {
        <li class="standing">
            <span class="standing-date">{row.date}</span>
            <div class="standing-fact">
                <p>
                    {row.what}
                    " "
                    {(!row.standing.is_empty()).then(|| view! { <span class=row.class>{row.standing}</span> })}
                </p>
                {(!row.note.is_empty()).then(|| view! { <p class="field-hint">{row.note.clone()}</p> })}
            </div>
            <div class="button-row standing-actions">
                {row.may_end.then(|| view! {
                    <button class="button button-quiet" type="button" on:click=end>{w.end}</button>
                })}
                <button class="button button-quiet" type="button" on:click=remove>{w.remove}</button>
            </div>
            {row.reason.map(|reason| moves_view(lang, id, reason, noting))}
            {row.is_dispute.then(|| view! {
                <div class="button-row standing-moves">
                    <a class="button" href=Route::Dispute(id).to_string()>{w.follow_dispute}</a>
                </div>
            })}
            {text.map(|text| view! { <div class="button-row standing-moves">{text}</div> })}
        </li>
    }
    .into_any()
}
