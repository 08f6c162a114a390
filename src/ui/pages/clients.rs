//! stub
use leptos::prelude::*;
#[component]
pub fn Clients() -> impl IntoView {}
