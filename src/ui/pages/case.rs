//! One claim: what is owed and why, its life, its movements, what happened, what is next.

pub mod circumstances;
pub mod handed;
pub mod limitation;
pub mod movements;
pub mod next;
pub mod plan;
pub mod posting;
pub mod record;
pub mod sendings;
pub mod stakes;
pub mod story;
pub mod timeline;
pub mod ways;

use leptos::prelude::*;

use super::not_found::NotFound;
use crate::app::command::Command;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::app::views::withheld::withheld;
use crate::base::InvoiceId;
use crate::base::dates::days_between;
use crate::browser::page;
use crate::domain::claim::Allocation;
use crate::domain::dunning::withheld::{PlanRuns, Withheld};
use crate::domain::party::DebtorKind;
use crate::domain::status::{State, Status, status};
use crate::text::format;
use crate::text::words::stakes as stakes_words;
use crate::text::words::withheld as withheld_words;
use crate::text::words::{calculator, case, documents, labels, pace};
use crate::ui::components::{Answer, RibbonView, Working, kind_choice};
use crate::ui::live::{given_or, live, only_if};
use crate::ui::state::{Say, use_app};
use crate::ui::texts;

/// The page.
#[component]
pub fn Case(
    /// Which claim.
    id: InvoiceId,
) -> impl IntoView {
    let app = use_app();
    let figures = app.figures_of(id);
    // Deleted under our feet, here or in another tab, the last figures stay until the screen changes.
    given_or(
        figures.into(),
        move |figures| view! { <Claim id=id figures=figures /> },
        || view! { <NotFound /> },
    )
}

#[component]
fn Claim(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(case::words);
    let figure_words = app.words(calculator::words);
    let lit = RwSignal::new(None);
    Effect::new(move |_| {
        figures.with(|figures| {
            let client = labels::client_name(app.lang(), &figures.client.name);
            page::set_title(&format!("{} · {client} · Relance", figures.case.invoice.number));
        });
    });
    let lived = Memo::new(move |_| figures.with(|figures| !figures.claim.segments.is_empty()));
    let held = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| withheld(book, id, today))
    });
    let runs = Signal::derive(move || held.with(|held| held.as_ref().and_then(Withheld::plan).cloned()));
    view! {
        <Head figures=figures held=held />
        <next::NextStep id=id figures=figures held=held />
        <div class="claim-notes">
            <Questions id=id figures=figures />
        </div>
        <div class="two-columns claim-page">
            <div class="column">
                {live(move || (lived.get()).then(|| view! {
                    <section class="section" aria-labelledby="life">
                        <h2 id="life">{figure_words.t(|w| w.life)}</h2>
                        <RibbonView figures=figures lit=lit />
                        <Working figures=figures lit=lit />
                    </section>
                }))}
                <circumstances::Circumstances id=id figures=figures />
                <movements::Movements id=id figures=figures />
                <sendings::Sendings id=id figures=figures />
                <stakes::Stakes figures=figures />
                <story::Story id=id figures=figures />
                <limitation::Clock id=id figures=figures />
            </div>
            <div class="column answer-side">
                {given_or(
                    runs,
                    move |runs| view! { <plan::UnderPlan id=id figures=figures runs=runs /> },
                    move || view! { <Whole figures=figures held=held /> },
                )}
                <record::Facts id=id figures=figures words=words />
                <ways::Ways id=id figures=figures />
                <p><a href=Route::InvoicePace(id).to_string()>{app.words(pace::words).t(|w| w.link)}</a></p>
                <p>
                    <a href=Route::Documents(id, String::new()).to_string()>
                        {app.words(documents::words).t(|w| w.link)}
                    </a>
                </p>
            </div>
        </div>
    }
}

/// All that is owed, as due now; the sentence to say only where it may be claimed.
#[component]
fn Whole(figures: Memo<Figures>, held: Memo<Option<Withheld>>) -> impl IntoView {
    let app = use_app();
    let figure_words = app.words(calculator::words);
    let sentence = move || {
        view! {
            <div>
                <p class="phone-sentence-label">{figure_words.t(|w| w.phone)}</p>
                <blockquote class="phone-sentence">{live(move || texts::phone(app, &figures.get()))}</blockquote>
            </div>
        }
    };
    let beside = move || {
        figures.with(|Figures { case, client, claim, .. }| {
            let contested = case.disputed(claim);
            contested.is_positive().then(|| {
                let asked = case.undisputed(client.kind, claim);
                let reserved = claim.penalties_left() - asked.penalties_left();
                let sums = [contested, asked.exigible(), asked.penalties_left(), reserved];
                view! { <p class="field-hint">{stakes_words::beside_dispute(app.lang(), sums, claim.currency)}</p> }
            })
        })
    };
    view! {
        <Answer
            figures=Signal::derive(move || Some(figures.get()))
            buttons=move || view! { <Actions figures=figures /> }
            rest=move || {
                view! {
                    {live(beside)}
                    {only_if(move || held.with(Option::is_none), sentence)}
                    {only_if(
                        move || held.with(|held| held.as_ref().is_some_and(Withheld::is_out)),
                        move || view! { <p>{app.words(withheld_words::words).t(|w| w.out)}</p> },
                    )}
                    <div class="button-row">
                        <button
                            class="button button-quiet"
                            type="button"
                            on:click=move |_| {
                                app.copy(texts::working(app, &figures.get_untracked()), Say::Copied);
                            }
                        >
                            {figure_words.t(|w| w.copy_working)}
                        </button>
                    </div>
                }
            }
        />
    }
}

fn status_of(figures: &Figures) -> Status {
    status(&figures.case, &figures.claim)
}

#[component]
fn Head(figures: Memo<Figures>, held: Memo<Option<Withheld>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(case::words);
    let status = Memo::new(move |_| figures.with(status_of));
    let subtitle =
        live(move || figures.with(|figures| labels::invoice_of(app.lang(), &figures.case.invoice)));
    // Under a plan only its own sums are late.
    let days_late = move |status: &Status| {
        let late = |runs: &PlanRuns| runs.next.map_or(0, |due| days_between(due.due, app.today.get()));
        held.with(|held| held.as_ref().and_then(Withheld::plan).map_or(status.days_late, late))
    };
    let badge = move || {
        let lang = app.lang();
        status.with(|status| {
            let days = days_late(status);
            let late = (status.state.is_late() && 0 < days).then(|| {
                view! { <span class="badge badge-late">{labels::late_by(lang, days)}</span> " " }
            });
            let class = match status.state {
                State::DueSoon => "badge badge-soon",
                State::Settled => "badge badge-paid",
                _ => "badge",
            };
            let state = (status.state != State::Overdue).then(|| {
                view! { <span class=class>{labels::state(lang, status)}</span> " " }
            });
            view! { {late} {state} }
        })
    };
    let beside = move || {
        figures.with(|figures| {
            let (id, day) = (figures.case.invoice.id, figures.claim.as_of);
            next::beside(app.lang(), figures, app.book.with(|book| book.plan_signed(id, day)))
        })
    };
    let flags = live(move || beside().0);
    let flag_reasons = live(move || beside().1);
    let reasons = move || {
        let lang = app.lang();
        let currency = figures.with(|figures| figures.claim.currency);
        status.with(|status| {
            status
                .reasons
                .iter()
                .map(|reason| view! { <li>{labels::reason(lang, reason, currency)}</li> })
                .collect_view()
        })
    };
    view! {
        <div class="claim-head">
            <a class="back-link" href=Route::Invoices.to_string()>
                "← "
                {words.t(|w| w.back)}
            </a>
            <h1 tabindex="-1">{live(move || figures.with(|figures| labels::client_name(app.lang(), &figures.client.name)))}</h1>
            <p class="page-sub">{subtitle}</p>
            <details class="why">
                <summary>
                    {badge} {flags} <span class="why-word">{words.t(|w| w.why)}</span>
                </summary>
                <ul class="why-reasons">{reasons} {flag_reasons}</ul>
            </details>
        </div>
    }
}

/// What must be said or known before the figures can be trusted.
#[component]
fn Questions(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(case::words);
    let figure_words = app.words(calculator::words);
    let unknown = Memo::new(move |_| figures.with(|figures| figures.client.kind == DebtorKind::Unknown));
    // The record of the client could not be read: nothing can be said of it before it is named again.
    let nameless = Memo::new(move |_| figures.with(|figures| figures.client.name.is_empty()));
    let set_kind = move |kind| {
        let client = figures.with_untracked(|figures| figures.client.id);
        // Said at the bottom of the screen where it is refused.
        let _ = app.send(Command::SetClientKind(client, kind));
    };
    let insolvency = move || {
        figures.with(|figures| {
            let opened = format::date(app.lang(), figures.client.insolvency?);
            let is_held = figures.case.is_held_by(figures.client.insolvency, app.today.get());
            let text = if is_held { words.t(|w| w.insolvency_text) } else { words.t(|w| w.insolvency_later) };
            Some(view! {
                <div class="banner" role="note">
                    <p class="banner-text">
                        <strong>{words.t(|w| w.insolvency_title)} {opened} "."</strong>
                        " "
                        {text}
                    </p>
                </div>
            })
        })
    };
    let provisional = move || {
        figures.with(|figures| {
            (!figures.claim.provisional.is_empty()).then(|| {
                view! {
                    <div class="banner" role="note">
                        <p class="banner-text">
                            <strong>{figure_words.t(|w| w.provisional_title)}</strong>
                            " "
                            {labels::provisional(app.lang(), &figures.claim)}
                        </p>
                        <a class="button button-quiet" href=Route::Rates.to_string()>
                            {figure_words.t(|w| w.see_rates)}
                        </a>
                    </div>
                }
            })
        })
    };
    let floor = move || {
        figures.with(|figures| {
            let agreed = figures.debt.regime.rate_under_floor_check()?;
            let floor = figures.claim.floor.filter(|floor| floor.below)?;
            Some(view! {
                <div class="banner" role="note">
                    <p class="banner-text">
                        <strong>{figure_words.t(|w| w.floor_title)}</strong>
                        " "
                        {labels::below_floor(app.lang(), agreed, floor.highest)}
                    </p>
                    <a class="button button-quiet" href=Route::EditInvoice(id).to_string()>
                        {words.t(|w| w.change_rate)}
                    </a>
                </div>
            })
        })
    };
    let other_way = move || {
        figures.with(|figures| {
            // What is paid, sold or given up leaves nothing to choose.
            if !figures.leaves_allocation_open(app.today.get()) {
                return None;
            }
            let total = app.book.with(|book| figures.other_total(book.rates()))?;
            let lang = app.lang();
            let w = words.now();
            let other = match figures.debt.allocation {
                Allocation::PrincipalFirst => Allocation::InterestFirst,
                Allocation::InterestFirst => Allocation::PrincipalFirst,
            };
            let what = match other {
                Allocation::PrincipalFirst => figure_words.now().allocation_principal,
                Allocation::InterestFirst => figure_words.now().allocation_interest,
            };
            let total = format::money(lang, total, figures.claim.currency);
            Some(view! {
                <p class="field-hint claim-choice">
                    {format!("{}{what}{}{total}. ", w.other_way, w.other_way_total)}
                    <button
                        class="button button-quiet"
                        type="button"
                        on:click=move |_| {
                            let _ = app.send(Command::SetAllocation(id, other));
                        }
                    >
                        {words.t(|w| w.other_way_choose)}
                    </button>
                </p>
            })
        })
    };
    view! {
        {live(move || (nameless.get()).then(|| view! {
            <div class="banner" role="note">
                <p class="banner-text">{words.t(|w| w.client_unreadable)}</p>
                <a class="button button-quiet" href=Route::EditInvoice(id).to_string()>
                    {words.t(|w| w.client_again)}
                </a>
            </div>
        }))}
        {live(move || (unknown.get() && !nameless.get()).then(|| view! {
            <section class="banner claim-question" aria-labelledby="who">
                <div class="banner-text">
                    <h2 id="who">{words.t(|w| w.kind_unknown_title)}</h2>
                    <p>{words.t(|w| w.kind_unknown_text)}</p>
                    {kind_choice(|| None, set_kind)}
                </div>
            </section>
        }))}
        {insolvency}
        {provisional}
        {floor}
        {other_way}
    }
}

/// What can be noted at any time while something is owed.
#[component]
fn Actions(figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(case::words);
    let owes = Memo::new(move |_| figures.with(|figures| figures.claim.balance().is_positive()));
    only_if(
        move || owes.get(),
        move || {
            view! {
                <div class="button-row">
                    <button
                        class="button"
                        type="button"
                        on:click=move |_| {
                            page::focus("#movement-amount");
                        }
                    >
                        {words.t(|w| w.note_payment)}
                    </button>
                </div>
            }
        },
    )
}
