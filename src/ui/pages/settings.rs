//! stub
use leptos::prelude::*;
#[component]
pub fn Settings() -> impl IntoView {}
