//! stub
use leptos::prelude::*;
#[component]
pub fn ClientEditor(id: Option<crate::base::ClientId>) -> impl IntoView {
    let _ = id;
}
