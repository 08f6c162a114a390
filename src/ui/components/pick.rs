//! One of many choices that are not known beforehand: invoices, persons, templates.

use leptos::prelude::*;

use crate::ui::live::live;

/// A list with its identifier, its label, the words of each choice, the place of the one taken, and what to do when
/// another is.
pub fn pick(
    id: &'static str,
    label: Signal<&'static str>,
    choices: impl Fn() -> Vec<String> + Send + Sync + 'static,
    taken: impl Fn() -> usize + Send + Sync + 'static,
    take: impl Fn(usize) + Send + Sync + 'static,
) -> AnyView {
    let choices = Memo::new(move |_| choices());
    let taken = Memo::new(move |_| taken());
    let options = move || {
        let options = choices.get().into_iter().enumerate().map(|(at, words)| {
            view! {
                <option value=at.to_string() selected=move || taken.get() == at>
                    {words}
                </option>
            }
        });
        options.collect_view()
    };
    view! {
        <div class="field">
            <label class="field-label" for=id>
                {label}
            </label>
            <select
                id=id
                prop:value=move || {
                    choices.track();
                    taken.get().to_string()
                }
                on:change:target=move |event| take(event.target().value().parse().unwrap_or_default())
            >
                {live(options)}
            </select>
        </div>
    }
    .into_any()
}
