//! stub
use leptos::prelude::*;
#[component]
pub fn Rates() -> impl IntoView {}
