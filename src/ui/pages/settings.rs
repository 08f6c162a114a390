//! Settings: the user's own details, the screen, the data, the law.

pub mod display;
pub mod paper;
pub mod profile;

use leptos::prelude::*;

use self::display::DisplaySection;
use self::paper::PaperSection;
use self::profile::ProfileSection;
use crate::app::route::Route;
use crate::browser::page;
use crate::text::words::{data, pace, settings, templates};
use crate::ui::state::use_app;

/// The page.
#[component]
pub fn Settings() -> impl IntoView {
    let words = use_app().words(settings::words);
    let data_words = use_app().words(data::words);
    let template_words = use_app().words(templates::words);
    let pace_words = use_app().words(pace::words);
    Effect::new(move |_| page::set_title(&format!("{} · Relance", words.now().title)));
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words.t(|w| w.title)}</h1>
        </div>
        <ProfileSection />
        <PaperSection />
        <DisplaySection />
        <section class="settings-section" aria-labelledby="templates">
            <div>
                <h2 id="templates">{template_words.t(|w| w.settings_title)}</h2>
            </div>
            <div class="settings-body">
                <p>{template_words.t(|w| w.settings_text)}</p>
                <p>
                    <a href=Route::Templates.to_string()>{template_words.t(|w| w.settings_link)}</a>
                </p>
            </div>
        </section>
        <section class="settings-section" aria-labelledby="pace">
            <div>
                <h2 id="pace">{pace_words.t(|w| w.policy_title)}</h2>
            </div>
            <div class="settings-body">
                <p>{pace_words.t(|w| w.settings_text)}</p>
                <p>
                    <a href=Route::Policy.to_string()>{pace_words.t(|w| w.settings_link)}</a>
                </p>
            </div>
        </section>
        <section class="settings-section" aria-labelledby="data">
            <div>
                <h2 id="data">{data_words.t(|w| w.title)}</h2>
            </div>
            <div class="settings-body">
                <p>{data_words.t(|w| w.kept_where)}</p>
                <p>
                    <a href=Route::Data.to_string()>{data_words.t(|w| w.link)}</a>
                </p>
            </div>
        </section>
        <section class="settings-section" aria-labelledby="law">
            <div>
                <h2 id="law">{words.t(|w| w.law)}</h2>
            </div>
            <div class="settings-body">
                <p>{words.t(|w| w.law_text)}</p>
                <p>
                    <a href=Route::Rates.to_string()>{words.t(|w| w.rates_link)}</a>
                </p>
            </div>
        </section>
    }
}
