//! The screens, in Leptos. A component gets small values and sends commands; what can be tested without a browser is
//! not here. No word is written here: all come from `text`.

pub mod age;
pub mod banners;
pub mod calendar;
pub mod chase;
pub mod components;
pub mod draft;
pub mod editing;
pub mod keeper;
pub mod kit;
pub mod later;
pub mod live;
pub mod pages;
pub mod paper;
pub mod rare;
pub mod safety;
pub mod said;
pub mod sent;
pub mod session;
pub mod shell;
pub mod state;
pub mod submit;
pub mod texts;
pub mod ways;

use leptos::prelude::*;

/// Puts the program on the page, in place of the shell painted before it.
pub fn mount() {
    crate::browser::page::remove_shell();
    leptos::mount::mount_to_body(|| {
        let app = state::App::start();
        provide_context(app);
        view! { <shell::Shell /> }
    });
}
