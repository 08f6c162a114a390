//! Variants side by side: those kept, and the one being typed.

use leptos::prelude::*;

use super::builder::Desk;
use super::proposed::headline;
use crate::app::views::plan_desk::PlanDesk;
use crate::domain::plan::InterestDuring;
use crate::text::format;
use crate::text::words::plans;
use crate::ui::draft::Draft;
use crate::ui::live::live;
use crate::ui::state::use_app;

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
        let mut heads = Vec::new();
        let mut lines: [Vec<AnyView>; 7] = [const { Vec::new() }; 7];
        for (at, form) in all.kept.iter().chain([&all.form]).enumerate() {
            let is_kept = at < all.kept.len();
            let name = if is_kept {
                format!("{}\u{a0}{}", words.variant, at + 1)
            } else {
                words.this_one.to_owned()
            };
            heads.push(view! { <th class="number" scope="col">{name}</th> }.into_any());
            let cells = form.parse(&desk, app.today.get()).0.map_or_else(Default::default, |proposal| {
                let cost = app.book.with(|book| desk.cost(book.rates(), &proposal.draft));
                let money = |amount| format::money(lang, amount, desk.currency);
                let ends = proposal.schedule.ends().map(|day| format::date(lang, day)).unwrap_or_default();
                let accrued = app.book.with(|book| desk.accrued(book.rates(), &proposal.draft));
                let in_all = proposal.amount + proposal.beside + accrued;
                [
                    headline(lang, &proposal, desk.currency),
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
            });
            for (line, cell) in lines.iter_mut().zip(cells) {
                line.push(view! { <td class="number">{cell}</td> }.into_any());
            }
        }
        let names = [
            words.schedule,
            words.ends,
            words.sum,
            words.beside,
            words.accrued,
            words.in_all,
            words.given_up,
        ];
        let body: Vec<AnyView> = names
            .into_iter()
            .zip(lines)
            .map(|(name, cells)| view! { <tr><th scope="row">{name}</th> {cells}</tr> }.into_any())
            .collect();
        let actions: Vec<AnyView> = (0..all.kept.len()).map(|at| actions(draft, at)).collect();
        let view = view! {
            <section class="section" aria-labelledby="plan-variants">
                <h2 id="plan-variants">{words.variants}</h2>
                <div class="wide-table" tabindex="0" role="group" aria-labelledby="plan-variants">
                    <table class="plain-table plain-table-figures">
                        <thead>
                            <tr>
                                <td></td>
                                {heads}
                            </tr>
                        </thead>
                        <tbody>{body}</tbody>
                        <tfoot>
                            <tr>
                                <td></td>
                                {actions}
                                <td></td>
                            </tr>
                        </tfoot>
                    </table>
                </div>
            </section>
        };
        Some(view.into_any())
    };
    live(table)
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
        <td class="number">
            <button class="button button-quiet" type="button" on:click=take>
                {words.t(|w| w.take_up)}
            </button>
            " "
            <button class="button button-quiet" type="button" on:click=put_away>
                {words.t(|w| w.put_away)}
            </button>
        </td>
    }
    .into_any()
}
