//! Pieces of view that follow signals, behind one type.
//!
//! A bare closure in a view is a type of its own, and the framework compiles a whole renderer for each. A screen has
//! dozens: boxed, they share one, and the program is a fifth smaller.

use leptos::prelude::*;

/// A piece of view made again whenever a signal it reads changes.
pub fn live<V: IntoAny + 'static>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    let boxed: Box<dyn FnMut() -> AnyView + Send> = Box::new(move || view().into_any());
    boxed.into_any()
}

/// A text of a form: read as a signal, written by a callback.
#[derive(Clone, Copy)]
pub struct Slot {
    /// The text.
    pub text: Signal<String>,
    /// Writes it.
    pub change: Callback<String>,
}

/// The text a form keeps at one of its fields.
pub fn slot<T: Send + Sync + 'static>(
    form: RwSignal<T>,
    read: fn(&T) -> &String,
    write: fn(&mut T) -> &mut String,
) -> Slot {
    Slot {
        text: Signal::derive(move || form.with(|form| read(form).clone())),
        change: Callback::new(move |text: String| form.update(|form| *write(form) = text)),
    }
}

/// A text of its own.
#[must_use]
pub fn own(text: RwSignal<String>) -> Slot {
    Slot { text: text.into(), change: Callback::new(move |typed| text.set(typed)) }
}
