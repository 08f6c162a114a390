//! Noting that the claim was lodged, on every invoice of the client from before the judgment.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::problem::Problem;
use crate::app::proceedings::{ProceedingCommand, ProceedingDraft};
use crate::app::views::figures::Figures;
use crate::base::{InvoiceId, dates};
use crate::domain::proceeding::{Proceeding, ProceedingKind};
use crate::text::format;
use crate::text::words::proceedings;
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::own;
use crate::ui::state::use_app;

/// The form.
#[component]
pub fn Lodging(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(proceedings::words);
    let typed = RwSignal::new(format::date_digits(app.today.get_untracked()));
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| {
        let day = typed.with(|typed| dates::parse_typed(typed)).map_err(Problem::from)?;
        let opened = figures.with(|figures| figures.client.insolvency).unwrap_or(day);
        if app.today.get() < day {
            Err(Problem::InTheFuture)
        } else if day < opened {
            Err(Problem::BeforeLast(opened))
        } else {
            Ok(day)
        }
    });
    let covered = move || {
        let today = app.today.get_untracked();
        let (client, opened) =
            figures.with_untracked(|figures| (figures.client.id, figures.client.insolvency));
        app.book.with_untracked(|book| {
            let lodged = |one: &Proceeding| one.kind == ProceedingKind::Lodged && one.is_open(today);
            let open = book.cases_of(client).filter(|case| {
                case.is_held_by(opened, today)
                    && book.claim(case, today).total.is_positive()
                    && !case.is_out(today)
                    && !case.proceedings.iter().any(lodged)
            });
            open.map(|case| case.invoice.id).collect::<Vec<_>>()
        })
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        sent.set(true);
        let Ok(day) = parsed.get_untracked() else { return };
        let with = figures.with_untracked(|figures| figures.client.collective.office.clone());
        let draft = ProceedingDraft { with, ..ProceedingDraft::new(ProceedingKind::Lodged, day) };
        let mut invoices = covered();
        if invoices.is_empty() {
            invoices.push(id);
        }
        // Said at the bottom of the screen, done or refused.
        let _ = app.send(Command::Proceeding(ProceedingCommand::Begin(invoices, draft)));
    };
    view! {
        <form class="form form-narrow" novalidate on:submit=save>
            <h3>{words.t(|w| w.lodge_title)}</h3>
            <Field
                id="lodge-day"
                label=words.t(|w| w.lodge_day)
                kind=FieldKind::Date
                value=own(typed)
                problem=Signal::derive(move || parsed.get().err())
                hint=words.t(|w| w.lodge_hint)
                sent=sent
            />
            {submit_button(Weight::Plain, words.t(|w| w.lodge))}
        </form>
    }
}
