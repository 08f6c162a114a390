//! Movements of a claim: payments and credit notes, and the form to note one.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::forms::movement::{MovementContext, MovementField, MovementForm};
use crate::app::views::figures::Figures;
use crate::base::{InvoiceId, MovementId};
use crate::browser::page;
use crate::domain::movement::MovementKind;
use crate::text::format;
use crate::text::words::{case, form, labels, problems, shell};
use crate::ui::components::segment::{Choice, segment};
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{live, slot};
use crate::ui::state::use_app;

const KINDS: &[Choice<MovementKind>] = &[
    (MovementKind::Payment, |lang| form::words(lang).payment),
    (MovementKind::CreditNote, |lang| form::words(lang).credit_note),
];

/// The list and the form.
#[component]
pub fn Movements(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(case::words);
    let form_words = app.words(form::words);
    let remove = move |movement: MovementId| {
        // Said at the bottom of the screen, with a way back.
        let _ = app.send(Command::DeleteMovement(id, movement));
        // The row is gone, and the focus with it.
        request_animation_frame(|| {
            page::focus("#movements");
        });
    };
    let rows = move || {
        let lang = app.lang();
        figures.with(|figures| {
            let currency = figures.claim.currency;
            figures
                .case
                .movements
                .iter()
                .map(|movement| {
                    let movement_id = movement.id;
                    view! {
                        <tr>
                            <td>{format::date(lang, movement.date)}</td>
                            <td>
                                {labels::movement(lang, movement.kind)} " "
                                <span class="row-note">{movement.reference.clone()}</span>
                            </td>
                            <td class="number">{format::money(lang, movement.amount, currency)}</td>
                            <td class="number">
                                <button
                                    class="button button-quiet"
                                    type="button"
                                    aria-label=form_words.t(|w| w.delete_movement)
                                    on:click=move |_| remove(movement_id)
                                >
                                    {app.words(shell::words).t(|w| w.delete)}
                                </button>
                            </td>
                        </tr>
                    }
                })
                .collect_view()
        })
    };
    let has_rows = Memo::new(move |_| figures.with(|figures| !figures.case.movements.is_empty()));
    view! {
        <section class="section" aria-labelledby="movements">
            <h2 id="movements" tabindex="-1">{words.t(|w| w.movements)}</h2>
            {live(move || {
                if has_rows.get() {
                    view! {
                <table class="movements">
                    <thead class="visually-hidden">
                        <tr>
                            <th scope="col">{form_words.t(|w| w.movement_date)}</th>
                            <th scope="col">{form_words.t(|w| w.movement_kind)}</th>
                            <th scope="col">{form_words.t(|w| w.movement_amount)}</th>
                            <th scope="col">{app.words(shell::words).t(|w| w.delete)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows()}</tbody>
                </table>
                    }
                    .into_any()
                } else {
                    view! { <p class="field-hint">{words.t(|w| w.no_movement)}</p> }.into_any()
                }
            })}
            <NewMovement id=id figures=figures />
        </section>
    }
}

#[component]
fn NewMovement(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(form::words);
    let draft = Draft::new(app, &format!("movement/{id}"), MovementForm::new(MovementKind::Payment));
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| {
        let context = figures.with(|figures| MovementContext {
            issued: figures.case.invoice.issued,
            owed: figures.claim.total,
            today: app.today.get(),
        });
        form.with(|form| form.parse(context))
    });
    let problem_of =
        move |field| Signal::derive(move || parsed.with(|(_, findings)| findings.problem_of(field)));
    let note_of = move |field| {
        Signal::derive(move || {
            let currency = figures.with(|figures| figures.claim.currency);
            parsed
                .with(|(_, findings)| findings.note_of(field))
                .map(|note| problems::note(app.lang(), note, currency))
        })
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(movement) = parsed.with_untracked(|(movement, _)| movement.clone()) else {
            sent.set(true);
            request_animation_frame(|| {
                page::focus(".movement-form [aria-invalid=true]");
            });
            return;
        };
        if app.send(Command::AddMovement(id, movement)).is_ok() {
            sent.set(false);
            draft.clear();
        }
    };
    view! {
        <form class="form movement-form" novalidate on:submit=save>
            <h3>{words.t(|w| w.add_movement)}</h3>
            {segment(
                "movement-kind",
                words.t(|w| w.movement_kind),
                KINDS,
                move || Some(form.with(|form| form.kind)),
                move |kind| form.update(|form| form.kind = kind),
            )}
            <div class="field-row">
                <Field
                    id="movement-amount"
                    label=words.t(|w| w.movement_amount)
                    kind=FieldKind::Money
                    value=slot(form, |form| &form.amount, |form| &mut form.amount)
                    problem=problem_of(MovementField::Amount)
                    note=note_of(MovementField::Amount)
                    sent=sent
                />
                <Field
                    id="movement-date"
                    label=words.t(|w| w.movement_date)
                    kind=FieldKind::Date
                    value=slot(form, |form| &form.date, |form| &mut form.date)
                    problem=problem_of(MovementField::Date)
                    note=note_of(MovementField::Date)
                    sent=sent
                />
                <Field
                    id="movement-reference"
                    label=words.t(|w| w.movement_reference)
                    value=slot(form, |form| &form.reference, |form| &mut form.reference)
                    problem=problem_of(MovementField::Reference)
                    optional=true
                    sent=sent
                />
            </div>
            <div class="form-actions">
                <button class="button" type="submit">
                    {words.t(|w| w.movement_save)}
                </button>
            </div>
        </form>
    }
}
