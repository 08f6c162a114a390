//! What is for good is asked once more, in the place of the button.

use leptos::prelude::*;

use crate::browser::page;
use crate::text::words::trash;
use crate::ui::state::use_app;

/// What the user is asked about once more.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Nothing,
    /// One of a list, by its number.
    One(u32),
    All,
}

/// A list whose entries can go for good.
#[derive(Clone, Copy)]
pub struct ForGood {
    /// What is being asked.
    pub asked: RwSignal<Asked>,
    /// Identifier of the button that keeps it.
    pub keep: &'static str,
    /// Where the focus goes once it is gone.
    pub home: &'static str,
}

impl ForGood {
    /// Nothing is asked yet.
    pub fn new(keep: &'static str, home: &'static str) -> Self {
        Self { asked: RwSignal::new(Asked::Nothing), keep, home }
    }

    /// Asks once more.
    pub fn ask(self, what: Asked) {
        self.asked.set(what);
        let keep = self.keep;
        request_animation_frame(move || {
            page::focus(&format!("#{keep}"));
        });
    }

    /// The button that asks, or the question in its place.
    pub fn view(self, what: Asked, start: AnyView, go: Callback<()>) -> AnyView {
        let Self { asked, keep, home } = self;
        if asked.get() != what {
            return start;
        }
        let words = use_app().words(trash::words);
        let press = move |_| {
            asked.set(Asked::Nothing);
            go.run(());
            request_animation_frame(move || {
                page::focus(home);
            });
        };
        view! {
            <span class="once-more">
                {words.t(|w| w.sure)}
                <button class="button" type="button" on:click=press>
                    {words.t(|w| w.sure_yes)}
                </button>
                <button
                    class="button button-quiet"
                    type="button"
                    id=keep
                    on:click=move |_| asked.set(Asked::Nothing)
                >
                    {words.t(|w| w.sure_no)}
                </button>
            </span>
        }
        .into_any()
    }
}
