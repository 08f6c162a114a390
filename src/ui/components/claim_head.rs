//! What a page about one claim begins with: the way back to the claim, what the page is, whose claim it is; and its title.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::browser::page;
use crate::text::words::labels;
use crate::ui::live::live;
use crate::ui::state::use_app;

/// The head.
#[component]
pub fn ClaimHead(
    /// Which claim.
    id: InvoiceId,
    /// Its figures.
    figures: Memo<Figures>,
    /// What the page is, in the language of the screen.
    #[prop(into)]
    title: Signal<&'static str>,
    /// What the tab is called, where that says more than the title.
    #[prop(optional, into)]
    tab: Option<Signal<&'static str>>,
) -> impl IntoView {
    let app = use_app();
    Effect::new(move |_| {
        let number = figures.with(|figures| figures.case.invoice.number.clone());
        page::set_title(&format!("{} · {number} · Relance", tab.unwrap_or(title).get()));
    });
    view! {
        <div class="claim-head">
            <a class="back-link" href=Route::Invoice(id).to_string()>
                "← "
                {live(move || figures.with(|figures| labels::invoice_of(app.lang(), &figures.case.invoice)))}
            </a>
            <h1 tabindex="-1">{title}</h1>
            <p class="page-sub">
                {live(move || figures.with(|figures| labels::client_name(app.lang(), &figures.client.name)))}
            </p>
        </div>
    }
}
