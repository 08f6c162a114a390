//! Variants side by side: those kept, and the one being typed.

use leptos::prelude::*;

use super::builder::Desk;
use super::proposed::headline;
use crate::app::forms::plan::Proposal;
use crate::app::views::plan_desk::PlanDesk;
use crate::domain::plan::InterestDuring;
use crate::text::format;
use crate::text::words::plans;
use crate::ui::components::side_by_side::{Column, side_by_side};
use crate::ui::draft::Draft;
use crate::ui::live::live;
use crate::ui::state::{App, use_app};

/// The comparison; nothing before a variant is kept.
#[component]
pub fn Variants(desk: Memo<PlanDesk>, draft: Draft<Desk>) -> impl IntoView {
    let app = use_app();
    let table = move || {
        let all = draft.form.get();
        if all.kept.is_empty() {
            return None;
        }
        let lang = app.lang();
        let words = plans::words(lang);
        let desk = desk.get();
        let columns = all.kept.iter().chain([&all.form]).enumerate().map(|(at, form)| {
            let name = if at < all.kept.len() {
                format!("{}\u{a0}{}", words.variant, at + 1)
            } else {
                words.this_one.to_owned()
            };
            let proposal = form.parse(&desk, app.today.get()).0;
            Column { name, cells: proposal.map(|proposal| cells(app, &desk, &proposal)).unwrap_or_default() }
        });
        let columns: Vec<Column> = columns.collect();
        let names = [
            words.schedule,
            words.ends,
            words.sum,
            words.beside,
            words.accrued,
            words.in_all,
            words.given_up,
        ];
        let kept = all.kept.len();
        let foot = |at| if at < kept { actions(draft, at) } else { ().into_any() };
        let view = view! {
            <section class="section" aria-labelledby="plan-variants">
                <h2 id="plan-variants">{words.variants}</h2>
                {side_by_side("plan-variants", "", &names, &columns, Some(&foot))}
            </section>
        };
        Some(view.into_any())
    };
    live(table)
}

/// What a variant comes to, in the order of the rows.
fn cells(app: App, desk: &PlanDesk, proposal: &Proposal) -> Vec<String> {
    let lang = app.lang();
    let words = plans::words(lang);
    let cost = app.book.with(|book| desk.cost(book.rates(), &proposal.draft));
    let money = |amount| format::money(lang, amount, desk.currency);
    let ends = proposal.schedule.ends().map(|day| format::date(lang, day)).unwrap_or_default();
    let accrued = app.book.with(|book| desk.accrued(book.rates(), &proposal.draft));
    let in_all = proposal.amount + proposal.beside + accrued;
    vec![
        headline(lang, proposal, desk.currency),
        ends,
        money(proposal.amount),
        money(proposal.beside),
        match proposal.draft.interest {
            InterestDuring::Stops => words.stopped.to_owned(),
            InterestDuring::Runs => money(accrued),
        },
        money(in_all),
        money(cost),
    ]
}

/// What may be done with a kept variant.
fn actions(draft: Draft<Desk>, at: usize) -> AnyView {
    let words = use_app().words(plans::words);
    let take = move |_| {
        draft.form.update(|all| {
            // The two change places: nothing typed is lost.
            if let Some(kept) = all.kept.get_mut(at) {
                std::mem::swap(kept, &mut all.form);
            }
        });
    };
    let put_away = move |_| {
        draft.form.update(|all| {
            if at < all.kept.len() {
                all.kept.remove(at);
            }
        });
    };
    view! {
        <button class="button button-quiet" type="button" on:click=take>
            {words.t(|w| w.take_up)}
        </button>
        " "
        <button class="button button-quiet" type="button" on:click=put_away>
            {words.t(|w| w.put_away)}
        </button>
    }
    .into_any()
}
