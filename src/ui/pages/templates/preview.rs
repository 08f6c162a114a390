//! How a template reads on a real case.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::app::own_templates::OwnTemplate;
use crate::app::views::figures::Figures;
use crate::app::views::writing::tone;
use crate::base::InvoiceId;
use crate::documents::message::Message;
use crate::documents::own::own_message;
use crate::domain::case_file::CaseFile;
use crate::text::words::{labels, templates};
use crate::ui::components::Sheet;
use crate::ui::components::pick::pick;
use crate::ui::live::live;
use crate::ui::pages::call::script::turns;
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
            let mut cases: Vec<_> =
                book.cases().map(|case| (case.invoice.due >= today, case.invoice.due, case)).collect();
            cases.sort_by_key(|(is_early, due, case)| (*is_early, *due, case.invoice.id));
            let named = |(_, _, case): (bool, NaiveDate, &CaseFile)| {
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
        let tone = tone(own.step, figures.client.manner.relation);
        let context =
            texts::context(app, &figures, own.step, own.channel, own.lang, figures.client.manner.tu);
        let message = own_message(&own.subject, &own.body, own.step, own.channel, tone, &context).ok()?;
        Some((own.lang, message))
    });
    let shown = move || {
        filled.get().map(|(lang, message)| match message {
            Message::Email(email) => texts::message(lang, &email, "").into_any(),
            Message::Letter(letter) => view! {
                <div class="sheet-desk">
                    <Sheet letter=letter />
                </div>
            }
            .into_any(),
            Message::Sms(text) => texts::short_message(lang, &text).into_any(),
            Message::Script(text) => turns(lang, &text).into_any(),
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
