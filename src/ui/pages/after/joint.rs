//! The other invoices of the client that what is being noted is about too: boxes to tick.

use leptos::prelude::*;

use crate::app::forms::proceeding::{BeginForm, StageForm};
use crate::app::views::joint::{Joinable, Shared};
use crate::domain::proceeding::{ProceedingKind, Stage};
use crate::text::words::proceedings;
use crate::text::words::recovery::condition;
use crate::text::{Lang, format};
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// The invoices a proceeding begins on too; nothing where there are no others.
#[component]
pub fn Others(
    others: Memo<Vec<Joinable>>,
    kind: Memo<ProceedingKind>,
    form: RwSignal<BeginForm>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(proceedings::words);
    let tick = move |one: &Joinable| {
        let (id, is_taken, is_barred) = (one.id, one.is_taken, one.is_barred());
        let note = against(app.lang(), one);
        let sum = format::money(app.lang(), one.unpaid, one.currency);
        let change = move |ticked: bool| {
            form.update(|form| {
                form.others.retain(|(known, _)| *known != id);
                form.others.push((id, ticked));
            });
        };
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=is_taken
                    disabled=is_barred
                    on:change:target=move |event| change(event.target().checked())
                />
                <span>
                    {one.number.clone()} " " <span class="row-note row-note-line">{sum}{note}</span>
                </span>
            </label>
        }
    };
    only_if(
        move || others.with(|all| !all.is_empty()),
        move || {
            view! {
                <fieldset class="fieldset begin-others">
                    <legend>{words.t(|w| w.others)}</legend>
                    {live(move || others.with(|all| all.iter().map(tick).collect_view()))}
                </fieldset>
                <p class="field-hint">{words.t(|w| w.others_hint)}</p>
                {only_if(move || kind.get() == ProceedingKind::Sold, move || view! {
                    <p class="field-hint">{words.t(|w| w.others_price)}</p>
                })}
            }
        },
    )
}

/// Why one cannot be taken, or what is missing for it.
fn against(lang: Lang, one: &Joinable) -> String {
    let words = proceedings::words(lang);
    // Each of it follows a sum.
    let mut said = vec![String::new()];
    if one.runs {
        said.push(words.others_runs.to_owned());
    }
    if one.above {
        said.push(words.others_above.to_owned());
    }
    let bars = one.missing.iter().any(|missing| missing.is_bar);
    // What could be passed over is of no use while something else cannot.
    let missing = one.missing.iter().filter(|missing| missing.is_bar || !(bars || one.is_barred()));
    said.extend(missing.map(|missing| condition::finding(lang, missing.finding, &one.at)));
    said.join(" · ")
}

/// The invoices a stage is noted on too, in one box.
#[component]
pub fn Also(
    /// All that go through the same proceeding.
    sharing: Memo<Vec<Shared>>,
    /// Those of them the stage may come next on.
    others: Memo<Vec<Shared>>,
    form: RwSignal<StageForm>,
    chosen: Memo<Option<Stage>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(proceedings::words);
    let numbers = |all: &Vec<Shared>| all.iter().map(|one| one.number.clone()).collect::<Vec<_>>().join(", ");
    let label = move || {
        let start = if others.with(Vec::len) == 1 { words.now().also_one } else { words.now().also_many };
        format!("{start}{}", others.with(numbers))
    };
    let is_of_each =
        move || chosen.get().is_some_and(Stage::is_received) && sharing.with(|all| !all.is_empty());
    view! {
        {only_if(move || others.with(|all| !all.is_empty()), move || view! {
            <div>
                <label class="check" for="stage-also">
                    <input
                        id="stage-also"
                        type="checkbox"
                        prop:checked=move || form.with(|form| !form.alone)
                        on:change:target=move |event| {
                            let ticked = event.target().checked();
                            form.update(|form| form.alone = !ticked);
                        }
                    />
                    <span>{live(label)}</span>
                </label>
                <p class="field-hint">{words.t(|w| w.also_hint)}</p>
            </div>
        })}
        {only_if(is_of_each, move || view! {
            <p class="field-hint">{words.t(|w| w.each_alone)} {live(move || sharing.with(numbers))} "."</p>
        })}
    }
}
