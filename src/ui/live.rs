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

/// A piece of view that is there while a condition holds. What the condition reads may change: the piece is made anew
/// only when the answer does.
pub fn only_if<V: IntoAny + 'static>(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> V + Send + 'static,
) -> AnyView {
    let holds = Memo::new(move |_| condition());
    live(move || holds.get().then(|| view().into_any()))
}

/// A piece of view that is there while there is a value to show, and follows it. The last value stays while the piece
/// goes: what follows it may be asked once more before that.
pub fn given<T, V>(value: Signal<Option<T>>, view: impl Fn(Memo<T>) -> V + Send + 'static) -> AnyView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    V: IntoAny + 'static,
{
    let is_there = Memo::new(move |_| value.with(Option::is_some));
    live(move || {
        let first = is_there.get().then(|| value.get_untracked()).flatten()?;
        let value = Memo::new(move |last: Option<&T>| {
            value.get().or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
        });
        Some(view(value).into_any())
    })
}

/// The same, with another piece where there is no value.
pub fn given_or<T, V, W>(
    value: Signal<Option<T>>,
    view: impl Fn(Memo<T>) -> V + Send + 'static,
    otherwise: impl Fn() -> W + Send + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    V: IntoAny + 'static,
    W: IntoAny + 'static,
{
    (given(value, view), only_if(move || value.with(Option::is_none), otherwise))
}

/// A run of pieces, one for each number below a count; made anew only when the count changes, so each piece should
/// follow what it shows.
pub fn repeated<V: IntoAny + 'static>(
    count: impl Fn() -> usize + Send + Sync + 'static,
    view: impl Fn(usize) -> V + Send + 'static,
) -> AnyView {
    let count = Memo::new(move |_| count());
    live(move || (0..count.get()).map(|at| view(at).into_any()).collect_view())
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
