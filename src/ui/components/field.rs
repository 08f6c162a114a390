//! A labelled field with its hint, its note and its fault.

use leptos::prelude::*;

use crate::app::problem::Problem;
use crate::base::dates;
use crate::browser::timer;
use crate::text::format;
use crate::text::words::{calculator, problems, shell};
use crate::ui::live::{Slot, live};
use crate::ui::state::use_app;

/// Time between leaving a field and seeing its fault, in milliseconds: longer than a click.
const FAULT_SHOWS_AFTER: i32 = 200;

/// What is typed in a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldKind {
    /// A line of text.
    #[default]
    Line,
    /// Several lines.
    Lines,
    /// An amount in euros.
    Money,
    /// A rate in per cent.
    Percent,
    /// A date, day first.
    Date,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A small whole number.
    Count,
}

impl FieldKind {
    fn input_mode(self) -> &'static str {
        match self {
            Self::Money | Self::Percent => "decimal",
            Self::Date | Self::Count => "numeric",
            Self::Email => "email",
            Self::Phone => "tel",
            Self::Line | Self::Lines => "text",
        }
    }
}

/// A field. Its fault shows once the field was left or the form was sent, its note at once.
#[component]
pub fn Field(
    /// Identifier, unique on the page.
    #[prop(into)]
    id: String,
    /// What to type.
    label: Signal<&'static str>,
    /// Reads and writes what is typed.
    value: Slot,
    /// What is typed.
    #[prop(optional)]
    kind: FieldKind,
    /// What is wrong with it.
    #[prop(optional, into)]
    problem: Signal<Option<Problem>>,
    /// What is worth knowing about it.
    #[prop(optional, into)]
    note: Signal<Option<String>>,
    /// How to type it.
    #[prop(optional)]
    hint: Option<Signal<&'static str>>,
    /// May be left out: says so beside the label.
    #[prop(optional)]
    optional: bool,
    /// The form was sent: faults show.
    #[prop(optional, into)]
    sent: Signal<bool>,
    /// What the browser may fill in.
    #[prop(optional)]
    autocomplete: &'static str,
    /// Identifier of a list of suggestions.
    #[prop(optional)]
    list: &'static str,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(shell::words);
    let Slot { text, change } = value;
    let left = RwSignal::new(false);
    let fault = Memo::new(move |_| {
        let problem = problem.get()?;
        let shows = sent.get() || (left.get() && (problem != Problem::Required));
        shows.then(|| problems::problem(app.lang(), problem))
    });
    let understood = Memo::new(move |_| {
        let typed = text.get();
        let date = (kind == FieldKind::Date).then(|| dates::parse_typed(&typed).ok()).flatten()?;
        (format::date_digits(date) != typed.trim()).then(|| problems::understood_date(app.lang(), date))
    });
    let (hint_id, note_id, fault_id) = (format!("{id}-hint"), format!("{id}-note"), format!("{id}-error"));
    let described_by = {
        let has_hint = hint.is_some();
        let ids = (hint_id.clone(), note_id.clone(), fault_id.clone());
        Signal::derive(move || {
            let mut described = Vec::new();
            if has_hint || understood.with(Option::is_some) {
                described.push(ids.0.as_str());
            }
            if note.with(Option::is_some) {
                described.push(ids.1.as_str());
            }
            if fault.with(Option::is_some) {
                described.push(ids.2.as_str());
            }
            (!described.is_empty()).then(|| described.join(" "))
        })
    };
    let invalid = Signal::derive(move || fault.with(Option::is_some).then_some("true"));
    // A fault shows a moment after its field is left: shown at once it moves the page under the pointer, and the press
    // of a button below is lost.
    let leave = move |_| {
        timer::after(FAULT_SHOWS_AFTER, move || {
            left.try_set(true);
        });
    };
    let control = if kind == FieldKind::Lines {
        view! {
            <textarea
                id=id.clone()
                rows="3"
                autocomplete=autocomplete
                aria-invalid=invalid
                aria-describedby=described_by
                prop:value=text
                on:input:target=move |event| change.run(event.target().value())
                on:blur=leave
            ></textarea>
        }
        .into_any()
    } else {
        let placeholder =
            (kind == FieldKind::Date).then(|| app.words(calculator::words).t(|w| w.date_example));
        let input = view! {
            <input
                id=id.clone()
                type="text"
                inputmode=kind.input_mode()
                autocomplete=if autocomplete.is_empty() { "off" } else { autocomplete }
                list=(!list.is_empty()).then_some(list)
                placeholder=placeholder
                aria-invalid=invalid
                aria-describedby=described_by
                prop:value=text
                on:input:target=move |event| change.run(event.target().value())
                on:blur=leave
            />
        };
        match kind {
            FieldKind::Money => view! { <span class="field-money" data-unit="€">{input}</span> }.into_any(),
            FieldKind::Percent => view! { <span class="field-money" data-unit="%">{input}</span> }.into_any(),
            _ => input.into_any(),
        }
    };
    view! {
        <div class="field">
            <label class="field-label" for=id>
                {label}
                {optional
                    .then(|| view! { " " <span class="field-optional">{words.t(|w| w.optional)}</span> })}
            </label>
            {control}
            {live(move || {
                let text = understood
                    .get()
                    .or_else(|| hint.map(|hint| hint.get().to_owned()))?;
                Some(view! { <p class="field-hint" id=hint_id.clone()>{text}</p> })
            })}
            {live(move || note.get().map(|note| view! { <p class="field-hint" id=note_id.clone()>{note}</p> }))}
            {live(move || fault.get().map(|fault| view! { <p class="field-error" id=fault_id.clone()>{fault}</p> }))}
        </div>
    }
}
