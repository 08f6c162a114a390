//! One of many choices: a labelled list to pick from.

use leptos::prelude::*;

use crate::text::Lang;
use crate::ui::live::live;
use crate::ui::state::use_app;

/// A list with its identifier, its label, the choices in order with their words, the one taken, and what to do when
/// another is.
pub fn select<T>(
    id: &'static str,
    label: Signal<&'static str>,
    choices: &'static [T],
    words: fn(Lang, T) -> &'static str,
    value: impl Fn() -> T + Send + Sync + 'static,
    set: impl Fn(T) + Send + Sync + 'static,
) -> AnyView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let taken = Signal::derive(move || {
        let value = value();
        choices.iter().position(|choice| *choice == value).unwrap_or_default()
    });
    let take = Callback::new(move |index: usize| {
        if let Some(choice) = choices.get(index) {
            set(*choice);
        }
    });
    let word = move |lang, index: usize| choices.get(index).map_or("", |choice| words(lang, *choice));
    view! { <List id=id label=label count=choices.len() word=Callback::new(move |(lang, index)| word(lang, index)) taken=taken take=take /> }
        .into_any()
}

/// The same by position, so that it is compiled once and not for every kind of choice.
#[component]
fn List(
    id: &'static str,
    label: Signal<&'static str>,
    count: usize,
    word: Callback<(Lang, usize), &'static str>,
    taken: Signal<usize>,
    take: Callback<usize>,
) -> impl IntoView {
    let app = use_app();
    let options = (0..count).map(|index| {
        view! {
            <option value=index.to_string() selected=move || taken.get() == index>
                {live(move || word.run((app.lang(), index)))}
            </option>
        }
    });
    view! {
        <div class="field">
            <label class="field-label" for=id>
                {label}
            </label>
            <select
                id=id
                prop:value=move || taken.get().to_string()
                on:change:target=move |event| take.run(event.target().value().parse().unwrap_or_default())
            >
                {options.collect_view()}
            </select>
        </div>
    }
}
