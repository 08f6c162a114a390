//! Buttons: the one a form is sent with, and those that do something at once.

use leptos::prelude::*;

/// How a button stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The one that is expected: one a screen.
    Main,
    /// One of several.
    Plain,
    /// A way back or aside.
    Quiet,
}

impl Weight {
    fn class(self) -> &'static str {
        match self {
            Self::Main => "button button-main",
            Self::Plain => "button",
            Self::Quiet => "button button-quiet",
        }
    }
}

/// What a form is sent with, at its end.
pub fn submit_button(weight: Weight, label: Signal<&'static str>) -> AnyView {
    view! {
        <div class="form-actions">
            <button class=weight.class() type="submit">
                {label}
            </button>
        </div>
    }
    .into_any()
}

/// A button that does something at once.
pub fn press_button(weight: Weight, label: Signal<&'static str>, press: impl Fn() + 'static) -> AnyView {
    let press: Box<dyn Fn()> = Box::new(press);
    view! {
        <button class=weight.class() type="button" on:click=move |_| press()>
            {label}
        </button>
    }
    .into_any()
}
