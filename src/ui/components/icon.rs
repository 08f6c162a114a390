//! Line icons drawn for this program, on a grid of 24.

use leptos::prelude::*;

/// An icon by its path; hidden from assistive technology, as its button or link says the same in words.
#[component]
pub fn Icon(
    /// Data of one SVG path.
    path: &'static str,
) -> impl IntoView {
    view! {
        <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
}

/// A page of a calendar with its day ticked.
pub const TODAY: &str = "M6 5.5h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2zM4 10h16M8.5 3.5v4M15.5 3.5v4M9 15l2 2 4-4";
/// A pocket calculator.
pub const CALCULATOR: &str = "M7 3.5h10a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2zM8.5 8h7M9 12.5h.01M12 12.5h.01M15 12.5h.01M9 16.5h.01M12 16.5h.01M15 16.5h.01";
/// A sheet.
pub const INVOICE: &str = "M6 3.5h9l3.5 3.5v13.5H6zM9 11h6.5M9 14.5h6.5";
/// Two people.
pub const CLIENTS: &str = "M12.5 8.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM3 20c0-4 2.5-6 6-6s6 2 6 6M15.5 5.2a3.5 3.5 0 0 1 0 6.6M17.5 14.6c2.2.7 3.5 2.5 3.5 5.4";
/// Two sliders.
pub const SETTINGS: &str =
    "M4 7h9M17 7h3M4 17h3M11 17h9M17 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM11 17a2 2 0 1 1-4 0 2 2 0 0 1 4 0z";
/// A cross.
pub const CROSS: &str = "m7 7 10 10M17 7 7 17";
/// A lens.
pub const SEARCH: &str = "M17.5 11a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM16 16l4.5 4.5";
