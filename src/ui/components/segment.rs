//! A short group of choices side by side, of which one is taken.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::text::Lang;
use crate::ui::state::use_app;

/// A choice and its words.
pub type Choice<T> = (T, fn(Lang) -> &'static str);

/// Radio buttons as a segmented control.
#[component]
pub fn Segment<T>(
    /// Name of the group, unique on the page.
    name: &'static str,
    /// What is chosen.
    #[prop(into)]
    legend: TextProp,
    /// The choices in order.
    choices: Vec<Choice<T>>,
    /// The one taken; none where nothing was said.
    #[prop(into)]
    value: Signal<Option<T>>,
    /// Takes another.
    #[prop(into)]
    set: Callback<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let app = use_app();
    let choices = choices
        .into_iter()
        .map(|(choice, words)| {
            view! {
                <label class="segment-choice">
                    <input
                        type="radio"
                        name=name
                        prop:checked=move || value.get() == Some(choice)
                        on:change=move |_| set.run(choice)
                    />
                    {move || words(app.lang())}
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="segment">
            <legend>{move || legend.get()}</legend>
            <div class="segment-choices">{choices}</div>
        </fieldset>
    }
}
