//! stub
use leptos::prelude::*;
#[component]
pub fn Invoices() -> impl IntoView {}
