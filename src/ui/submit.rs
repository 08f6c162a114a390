//! What every form does: each field shows its fault, and when it is sent, what it came to is carried out, or its faults show
//! and the first has the focus.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::app::problem::{Findings, Problem};
use crate::browser::page;

/// The fault of each field, of a form as it is read.
pub fn faults<T, F>(parsed: Memo<(T, Findings<F>)>) -> impl Fn(F) -> Signal<Option<Problem>> + Copy
where
    T: Send + Sync + 'static,
    F: Copy + PartialEq + Send + Sync + 'static,
{
    move |field| Signal::derive(move || parsed.with(|(_, findings)| findings.problem_of(field)))
}

/// Sends what a form came to, given by its class; true where that was done. `sent` shows the faults.
pub fn submit<T>(
    event: &SubmitEvent,
    class: &'static str,
    sent: RwSignal<bool>,
    value: Option<T>,
    carry_out: impl FnOnce(T) -> bool,
) -> bool {
    event.prevent_default();
    let Some(value) = value else {
        sent.set(true);
        request_animation_frame(move || {
            page::focus(&format!(".{class} [aria-invalid=true]"));
        });
        return false;
    };
    let done = carry_out(value);
    if done {
        sent.set(false);
    }
    done
}
