//! Language and colours of the screens.

use leptos::prelude::*;

use crate::app::settings::Theme;
use crate::text::Lang;
use crate::text::words::{settings, shell};
use crate::ui::components::segment::{Choice, segment};
use crate::ui::state::use_app;

const LANGUAGES: &[Choice<Lang>] =
    &[(Lang::Fr, |lang| settings::words(lang).french), (Lang::En, |lang| settings::words(lang).english)];

const THEMES: &[Choice<Theme>] = &[
    (Theme::Auto, |lang| settings::words(lang).theme_auto),
    (Theme::Light, |lang| settings::words(lang).theme_light),
    (Theme::Dark, |lang| settings::words(lang).theme_dark),
];

/// The section; a choice holds at once.
#[component]
pub fn DisplaySection() -> impl IntoView {
    let app = use_app();
    let words = app.words(settings::words);
    view! {
        <section class="settings-section" aria-labelledby="look">
            <div>
                <h2 id="look">{words.t(|w| w.appearance)}</h2>
            </div>
            <div class="settings-body">
                <div class="field-row field-row-wide">
                    {segment(
                        "language",
                        app.words(shell::words).t(|w| w.language),
                        LANGUAGES,
                        move || Some(app.settings.get().language),
                        move |language| app.settings.update(|settings| settings.language = language),
                    )}
                    {segment(
                        "theme",
                        words.t(|w| w.theme),
                        THEMES,
                        move || Some(app.settings.get().theme),
                        move |theme| app.settings.update(|settings| settings.theme = theme),
                    )}
                </div>
            </div>
        </section>
    }
}
