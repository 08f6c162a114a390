//! stub
use leptos::prelude::*;
#[component]
pub fn ClientCard(id: crate::base::ClientId) -> impl IntoView {
    let _ = id;
}
