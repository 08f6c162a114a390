//! Rows of amount and date: payments received before the invoice was entered, later instalments.

use leptos::prelude::*;

use super::field::{Field, FieldKind};
use super::icon::{CROSS, Icon};
use crate::app::forms::movement::PaidRow;
use crate::app::problem::{Note, Problem};
use crate::base::Currency;
use crate::text::words::{calculator, problems};
use crate::ui::live::{Slot, live};
use crate::ui::state::use_app;

type Word = fn(&'static calculator::Words) -> &'static str;

/// A field of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaidField {
    /// Amount of the row.
    Amount(usize),
    /// Day of the row.
    Day(usize),
}

/// What the rows are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowWords {
    /// Payments: there is always one to fill in.
    #[default]
    Payments,
    /// Instalments after the first.
    Instalments,
}

/// The rows, with a button to add one.
#[component]
pub fn PaidRows(
    /// The rows.
    rows: Signal<Vec<PaidRow>>,
    /// Writes them.
    change: Callback<Vec<PaidRow>>,
    /// What is wrong with a field.
    #[prop(into)]
    problem: Callback<PaidField, Option<Problem>>,
    /// What is worth knowing about a field.
    #[prop(into)]
    note: Callback<PaidField, Option<Note>>,
    /// What the rows are.
    #[prop(optional)]
    words: RowWords,
    /// The form was sent: faults show.
    #[prop(optional, into)]
    sent: Signal<bool>,
) -> impl IntoView {
    let app = use_app();
    let kind = words;
    let words = app.words(calculator::words);
    let word = move |payments: Word, instalments: Word| {
        words.t(if kind == RowWords::Payments { payments } else { instalments })
    };
    let id = if kind == RowWords::Payments { "paid" } else { "instalment" };
    let edit = move |edit: &dyn Fn(&mut Vec<PaidRow>)| {
        let mut edited = rows.get_untracked();
        edit(&mut edited);
        change.run(edited);
    };
    let part =
        move |row: usize, read: fn(&PaidRow) -> &String, write: fn(&mut PaidRow) -> &mut String| Slot {
            text: Signal::derive(move || {
                rows.with(|rows| rows.get(row).map(read).cloned().unwrap_or_default())
            }),
            change: Callback::new(move |typed: String| {
                edit(&|rows| {
                    if let Some(row) = rows.get_mut(row) {
                        write(row).clone_from(&typed);
                    }
                });
            }),
        };
    let row_view = move |row: usize| {
        let note_of = move |field| {
            Signal::derive(move || {
                note.run(field).map(|note| problems::note(app.lang(), note, Currency::EUR))
            })
        };
        view! {
            <li class="payment-row">
                <Field
                    id=format!("{id}-{row}")
                    label=word(|w| w.paid, |w| w.instalment)
                    kind=FieldKind::Money
                    value=part(row, |row| &row.amount, |row| &mut row.amount)
                    problem=Signal::derive(move || problem.run(PaidField::Amount(row)))
                    note=note_of(PaidField::Amount(row))
                    sent=sent
                />
                <Field
                    id=format!("{id}-on-{row}")
                    label=word(|w| w.paid_on, |w| w.instalment_on)
                    kind=FieldKind::Date
                    value=part(row, |row| &row.date, |row| &mut row.date)
                    problem=Signal::derive(move || problem.run(PaidField::Day(row)))
                    note=note_of(PaidField::Day(row))
                    sent=sent
                />
                <button
                    class="button button-icon"
                    type="button"
                    aria-label=word(|w| w.remove_payment, |w| w.remove_instalment)
                    hidden=Signal::derive(move || {
                        let needed = rows.with(|rows| rows.len() < 2 && rows.iter().all(PaidRow::is_empty));
                        kind == RowWords::Payments && needed
                    })
                    on:click=move |_| edit(
                        &|rows| {
                            if row < rows.len() {
                                rows.remove(row);
                            }
                            if rows.is_empty() && kind == RowWords::Payments {
                                rows.push(PaidRow::default());
                            }
                        },
                    )
                >
                    <Icon path=CROSS />
                </button>
            </li>
        }
    };
    // Made again only when a row comes or goes, so that typing keeps its field.
    let count = Memo::new(move |_| rows.with(Vec::len));
    view! {
        <div>
            <ul class="payment-list">
                {live(move || (0..count.get()).map(row_view).collect_view())}
            </ul>
            <button
                class="button button-quiet"
                type="button"
                on:click=move |_| edit(&|rows| rows.push(PaidRow::default()))
            >
                {word(|w| w.add_payment, |w| w.add_instalment)}
            </button>
        </div>
    }
}
