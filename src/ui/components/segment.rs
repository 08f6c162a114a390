//! A short group of choices side by side, of which one is taken.

use leptos::prelude::*;

use crate::text::Lang;
use crate::ui::live::live;
use crate::ui::state::use_app;

/// A choice and its words.
pub type Choice<T> = (T, fn(Lang) -> &'static str);

/// Radio buttons as a segmented control, with the name of the group, what is chosen, the choices in order, the one
/// taken (none where nothing was said), and what to do when another is.
pub fn segment<T>(
    name: impl Into<String>,
    legend: Signal<&'static str>,
    choices: &'static [Choice<T>],
    value: impl Fn() -> Option<T> + Send + Sync + 'static,
    set: impl Fn(T) + Send + Sync + 'static,
) -> AnyView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let taken = Signal::derive(move || {
        let value = value()?;
        choices.iter().position(|(choice, _)| *choice == value)
    });
    let take = Callback::new(move |index: usize| {
        if let Some((choice, _)) = choices.get(index) {
            set(*choice);
        }
    });
    let words = choices.iter().map(|(_, words)| *words).collect();
    view! { <Buttons name=name.into() legend=legend words=words taken=taken take=take /> }.into_any()
}

/// The same by position, so that it is compiled once and not for every kind of choice.
#[component]
fn Buttons(
    name: String,
    legend: Signal<&'static str>,
    words: Vec<fn(Lang) -> &'static str>,
    taken: Signal<Option<usize>>,
    take: Callback<usize>,
) -> impl IntoView {
    let app = use_app();
    let buttons = words.into_iter().enumerate().map(|(index, words)| {
        let checked = Signal::derive(move || taken.get() == Some(index));
        let name = name.clone();
        view! {
            <label class="segment-choice">
                <input type="radio" name=name prop:checked=checked on:change=move |_| take.run(index) />
                {live(move || words(app.lang()))}
            </label>
        }
    });
    view! {
        <fieldset class="segment">
            <legend>{legend}</legend>
            <div class="segment-choices">{buttons.collect_view()}</div>
        </fieldset>
    }
}
