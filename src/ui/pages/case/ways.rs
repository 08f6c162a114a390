//! Where a claim may go from here, as links; spending that has reached a line says so.

use leptos::prelude::*;

use crate::app::book::Book;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::domain::cost::{Level, Spending};
use crate::text::words::costs;
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// The links.
#[component]
pub fn WaysOut(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let spending = Memo::new(move |_| {
        app.book.with(|book| {
            figures.with(|figures| Spending::of(&figures.case, &figures.claim, Book::assumptions(book)))
        })
    });
    let spent = live(move || {
        let known = spending.get();
        known.total().is_positive().then(|| format!(" · {}", costs::answer(app.lang(), &known)))
    });
    let said = live(move || {
        let lang = app.lang();
        let level = spending.get().level;
        let said = app.book.with(|book| {
            let assumptions = Book::assumptions(book);
            costs::level(lang, level, assumptions.alert_line(), assumptions.stop_line())
        });
        said.map(|said| view! { <p class="cost-said" class:is-over=level == Level::Stop>{said}</p> })
    });
    view! {
        {only_if(
            move || figures.with(|figures| figures.claim.total.is_positive()),
            move || {
                view! {
                    <p>
                        <a href=Route::Ways(id).to_string()>{app.words(costs::words).t(|w| w.ways)}</a>
                    </p>
                }
            },
        )}
        <p>
            <a href=Route::Costs(id).to_string()>{app.words(costs::words).t(|w| w.link)}</a> {spent}
        </p>
        {said}
    }
}
