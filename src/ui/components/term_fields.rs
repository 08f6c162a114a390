//! A due date, given as such or as an issue date and terms.

use leptos::prelude::*;

use super::field::{Field, FieldKind};
use crate::app::forms::term::{CHOICES, DueBy, terms_of};
use crate::app::problem::{Note, Problem};
use crate::base::{Currency, dates};
use crate::text::format;
use crate::text::words::{calculator, labels, problems};
use crate::ui::live::{Slot, live};
use crate::ui::state::use_app;

/// A field of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermField {
    /// Issue date.
    Issued,
    /// Due date.
    Due,
    /// Terms.
    Terms,
}

/// Reads and writes what is typed for a due date.
#[derive(Clone, Copy)]
pub struct TypedTerm {
    /// How it is given.
    pub by: (Signal<DueBy>, Callback<DueBy>),
    /// Issue date.
    pub issued: Slot,
    /// Due date.
    pub due: Slot,
    /// Code of the terms.
    pub terms: Slot,
}

/// The fields; the issue date is always asked where `issue_required`.
#[component]
pub fn TermFields(
    /// What is typed.
    typed: TypedTerm,
    /// What is wrong with a field.
    #[prop(into)]
    problem: Callback<TermField, Option<Problem>>,
    /// What is worth knowing about a field.
    #[prop(into)]
    note: Callback<TermField, Option<Note>>,
    /// The issue date is asked in any case.
    #[prop(optional)]
    issue_required: bool,
    /// The form was sent: faults show.
    #[prop(optional, into)]
    sent: Signal<bool>,
    /// A field to stand before the first of these, in the same row.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(calculator::words);
    // Followed by value: the fields are made again only when it changes, not at every key.
    let by = Memo::new(move |_| typed.by.0.get());
    let by_terms = move || by.get() == DueBy::Terms;
    let note_of = move |field| {
        Signal::derive(move || note.run(field).map(|note| problems::note(app.lang(), note, Currency::EUR)))
    };
    let problem_of = move |field| Signal::derive(move || problem.run(field));
    let computed = move || {
        let issued = dates::parse_typed(&typed.issued.text.get()).ok()?;
        let due = terms_of(&typed.terms.text.get())?.due(issued);
        Some(format::date_with_weekday(app.lang(), due))
    };
    let switch = move |to: DueBy, label: fn(&'static calculator::Words) -> &'static str| {
        view! {
            <button class="button button-quiet field-switch" type="button" on:click=move |_| typed.by.1.run(to)>
                {words.t(label)}
            </button>
        }
    };
    let issued = move || {
        view! {
            <Field
                id="issued"
                label=words.t(|w| w.issued)
                kind=FieldKind::Date
                value=typed.issued
                problem=problem_of(TermField::Issued)
                note=note_of(TermField::Issued)
                sent=sent
            />
        }
    };
    let due = move || {
        view! {
            <div class="field-with-switch">
                <Field
                    id="due"
                    label=words.t(|w| w.due)
                    kind=FieldKind::Date
                    value=typed.due
                    problem=problem_of(TermField::Due)
                    note=note_of(TermField::Due)
                    sent=sent
                />
                {switch(DueBy::Terms, if issue_required { |w| w.terms_instead } else { |w| w.have_issue_date })}
            </div>
        }
    };
    let terms = move || {
        view! {
            <div class="field">
                <label class="field-label" for="terms">
                    {words.t(|w| w.terms)}
                </label>
                <select
                    id="terms"
                    aria-describedby="terms-hint"
                    prop:value=move || typed.terms.text.get()
                    on:change:target=move |event| typed.terms.change.run(event.target().value())
                >
                    {CHOICES
                        .iter()
                        .map(|(terms, code)| {
                            let terms = *terms;
                            view! {
                                <option value=*code selected=move || typed.terms.text.get() == *code>
                                    {live(move || labels::terms(app.lang(), terms))}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
                <p class="field-hint" id="terms-hint">
                    {live(move || {
                        computed().map(|due| view! { {words.t(|w| w.due_computed)} <strong>{due}</strong> })
                    })}
                </p>
                {live(move || note_of(TermField::Terms).get().map(|note| view! { <p class="field-hint">{note}</p> }))}
                {switch(DueBy::Date, |w| w.have_due_date)}
            </div>
        }
    };
    view! {
        <div class="field-row">
            {children.map(|children| children())}
            {live(move || if issue_required || by_terms() { issued().into_any() } else { due().into_any() })}
            {live(move || (issue_required && !by_terms()).then(due))}
            {live(move || (issue_required && by_terms()).then(terms))}
        </div>
        {live(move || (!issue_required && by_terms()).then(terms))}
    }
}
