//! How a template reads on a real case.

use leptos::prelude::*;

use crate::app::own_templates::OwnTemplate;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::documents::email::Email;
use crate::text::words::{labels, templates};
use crate::ui::components::pick::pick;
use crate::ui::live::live;
use crate::ui::state::use_app;
use crate::ui::texts;

/// Invoices one can choose among, the latest first: a preview needs no more.
const CHOICES: usize = 30;

/// The preview, with the invoice it is made for.
#[component]
pub fn Preview(
    /// The template as it stands in the form.
    written: Memo<Option<OwnTemplate>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(templates::words);
    // Those with something late first: that is what templates are for.
    let choices = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| {
            let mut cases: Vec<_> = book.cases().map(|case| (case.invoice.due >= today, case.invoice.due, case)).collect();
            cases.sort_by_key(|(is_early, due, case)| (*is_early, *due, case.invoice.id));
            let named = |(_, _, case): (bool, chrono::NaiveDate, &crate::domain::case_file::CaseFile)| {
                let client = book.client(case.invoice.client).map_or("", |client| client.name.as_str());
                (case.invoice.id, case.invoice.number.clone(), client.to_owned())
            };
            cases.into_iter().take(CHOICES).map(named).collect::<Vec<(InvoiceId, String, String)>>()
        })
    });
    let taken = RwSignal::new(0_usize);
    let figures = Memo::new(move |_| {
        let id = choices.with(|all| all.get(taken.get()).or_else(|| all.first()).map(|(id, ..)| *id))?;
        app.book.with(|book| Some(Figures::of_case(book, book.case(id)?, app.today.get())))
    });
    let filled = Memo::new(move |_| {
        let own = written.get()?;
        let figures = figures.get()?;
        let context = texts::context(app, &[figures.clone()], &figures.client, own.step, own.lang, figures.client.manner.tu);
        let (subject, body) = texts::fill(&own, &context).ok()?;
        Some((own, Email { subject, body }))
    });
    let shown = move || {
        filled.get().map(|(own, email)| {
            if own.has_subject() {
                texts::message(own.lang, &email, "").into_any()
            } else {
                texts::short_message(own.lang, &email.body).into_any()
            }
        })
    };
    view! {
        <section class="composer-preview" aria-labelledby="template-preview">
            <h3 id="template-preview">{words.t(|w| w.preview)}</h3>
            {live(move || {
                if choices.with(Vec::is_empty) {
                    view! { <p class="field-hint">{words.t(|w| w.no_case)}</p> }.into_any()
                } else {
                    pick(
                        "template-case",
                        words.t(|w| w.preview_of),
                        move || {
                            let lang = app.lang();
                            let name = |(_, number, client): &(InvoiceId, String, String)| {
                                format!("{number}, {}", labels::client_name(lang, client))
                            };
                            choices.with(|all| all.iter().map(name).collect())
                        },
                        move || taken.get(),
                        move |at| taken.set(at),
                    )
                }
            })}
            {live(shown)}
        </section>
    }
}
