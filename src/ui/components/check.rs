//! A box to tick, with its label.

use leptos::prelude::*;

/// A box with its identifier, its label, whether it is ticked, and what to do when it is or no longer is.
pub fn check(
    id: &'static str,
    label: Signal<&'static str>,
    value: impl Fn() -> bool + Send + Sync + 'static,
    set: impl Fn(bool) + Send + Sync + 'static,
) -> AnyView {
    view! {
        <label class="check" for=id>
            <input
                id=id
                type="checkbox"
                prop:checked=value
                on:change:target=move |event| set(event.target().checked())
            />
            <span>{label}</span>
        </label>
    }
    .into_any()
}
