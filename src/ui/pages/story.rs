//! The story of a claim to print: the parties, what is owed, and everything that happened with the exact texts.

use leptos::prelude::*;

use super::case::story::{Strands, plans_of, strand_name};
use super::case::timeline::{Shown, entries};
use super::not_found::NotFound;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::app::views::story::Strand;
use crate::base::{Amount, InvoiceId};
use crate::browser::page;
use crate::text::words::{case, labels};
use crate::text::{Lang, format};
use crate::ui::live::{given_or, live};
use crate::ui::state::use_app;

/// The page.
#[component]
pub fn StoryPage(
    /// Which claim.
    id: InvoiceId,
) -> impl IntoView {
    let app = use_app();
    let figures = app.figures_of(id);
    given_or(
        figures.into(),
        move |figures| view! { <Story id=id figures=figures /> },
        || view! { <NotFound /> },
    )
}

#[component]
fn Story(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(case::words);
    Effect::new(move |_| {
        let title = words.t(|w| w.story_title).get();
        let number = figures.with(|figures| figures.case.invoice.number.clone());
        page::set_title(&format!("{title} {number} · Relance"));
    });
    let parties = move || {
        let lang = app.lang();
        let w = words.now();
        let creditor = app.book.with(|book| {
            let profile = book.profile();
            lines(&profile.name, &profile.address)
        });
        let debtor = figures
            .with(|figures| lines(&labels::client_name(lang, &figures.client.name), &figures.client.address));
        let party = |name: &'static str, lines: Vec<String>| {
            let lines = lines.into_iter().map(|line| view! { <div>{line}</div> }).collect_view();
            view! {
                <div class="story-party">
                    <h2>{name}</h2>
                    {lines}
                </div>
            }
        };
        view! {
            <div class="story-parties">
                {(!creditor.is_empty()).then(|| party(w.story_creditor, creditor))}
                {party(w.story_debtor, debtor)}
            </div>
        }
    };
    let sums = move || {
        let lang = app.lang();
        figures.with(|figures| sums(lang, figures))
    };
    let plans = plans_of(app, id);
    let strand = RwSignal::new(Strand::All);
    let told = live(move || {
        let lang = app.lang();
        let entries = plans.with(|plans| {
            figures.with(|figures| entries(lang, figures, plans, strand.get(), Shown::Printed))
        });
        if entries.is_empty() {
            return view! { <li class="event event-none">{words.t(|w| w.strand_none)}</li> }.into_any();
        }
        entries.collect_view().into_any()
    });
    // On paper, a part of the story says which part it is.
    let title = move || {
        let story = words.t(|w| w.story).get();
        let part = words.t(strand_name(strand.get())).get();
        match strand.get() {
            Strand::All => story.to_owned(),
            _ => format!("{story} – {}", labels::lower_first(part)),
        }
    };
    view! {
        <div class="claim-head story-head">
            <a class="back-link" href=Route::Invoice(id).to_string()>
                "← "
                {words.t(|w| w.story_back)}
            </a>
            <div class="section-head">
                <h1 tabindex="-1">{words.t(|w| w.story_title)}</h1>
                <button class="button button-main" type="button" on:click=move |_| page::print()>
                    {words.t(|w| w.story_print_now)}
                </button>
            </div>
            <p class="page-sub">
                {live(move || figures.with(|figures| labels::invoice_of(app.lang(), &figures.case.invoice)))}
            </p>
        </div>
        <div class="story-page">
            {live(parties)}
            {live(sums)}
            <section aria-labelledby="chronology">
                <h2 id="chronology">{title}</h2>
                <Strands strand=strand />
                <ol class="timeline">{told}</ol>
            </section>
        </div>
    }
}

fn lines(name: &str, address: &str) -> Vec<String> {
    let all = name.lines().chain(address.lines()).map(str::trim);
    all.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// What is owed, as of today.
fn sums(lang: Lang, figures: &Figures) -> AnyView {
    let w = case::words(lang);
    let claim = &figures.claim;
    let money = |amount: Amount| format::money(lang, amount, claim.currency);
    let row = |name: &'static str, amount: Amount| {
        amount.is_positive().then(|| {
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td class="number">{money(amount)}</td>
                </tr>
            }
        })
    };
    view! {
        <table class="plain-table story-sums">
            <caption>{format!("{}{}", w.story_as_of, format::date(lang, claim.as_of))}</caption>
            <tbody>
                {row(w.amount, figures.case.invoice.amount)}
                {row(w.story_paid, claim.paid + claim.credited)}
                {row(w.story_principal, claim.principal_left)}
                {row(w.story_interest, claim.interest_left)}
                {row(w.story_indemnity, claim.indemnity_left)}
                {row(w.story_set_off, claim.set_off())}
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row">{w.story_total}</th>
                    <td class="number">{money(claim.balance())}</td>
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}
