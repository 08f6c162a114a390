//! Which text, in which tone, form of address and language.

use leptos::prelude::*;

use super::Wording;
use crate::app::route::Route;
use crate::base::InvoiceId;
use crate::documents::email::Tone;
use crate::domain::event::Step;
use crate::text::Lang;
use crate::text::words::composer;
use crate::ui::components::segment::{Choice, segment};
use crate::ui::live::live;
use crate::ui::state::use_app;

const TONES: &[Choice<Tone>] = &[
    (Tone::Warm, |lang| composer::words(lang).tone_warm),
    (Tone::Courteous, |lang| composer::words(lang).tone_courteous),
    (Tone::Direct, |lang| composer::words(lang).tone_direct),
    (Tone::Firm, |lang| composer::words(lang).tone_firm),
];

const ADDRESSES: &[Choice<bool>] =
    &[(false, |lang| composer::words(lang).vous), (true, |lang| composer::words(lang).tu)];

const LANGUAGES: &[Choice<Lang>] =
    &[(Lang::Fr, |lang| composer::words(lang).french), (Lang::En, |lang| composer::words(lang).english)];

/// The choices.
#[component]
pub fn Choices(id: InvoiceId, wording: RwSignal<Wording>) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let step = wording.with_untracked(|wording| wording.step);
    let choice = move |to: Step,
                       name: fn(&'static composer::Words) -> &'static str,
                       why: fn(&'static composer::Words) -> &'static str| {
        view! {
            <li>
                <a
                    class="choice"
                    href=Route::Text(id, to).to_string()
                    aria-current=(to == step).then_some("page")
                >
                    <span class="choice-name">{words.t(name)}</span>
                    <span class="choice-reason">{words.t(why)}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav aria-label=words.t(|w| w.which)>
            <ul class="choice-list">
                {choice(Step::FirstReminder, |w| w.first, |w| w.first_why)}
                {choice(Step::FirmReminder, |w| w.firm, |w| w.firm_why)}
                {choice(Step::FormalNotice, |w| w.notice, |w| w.notice_why)}
            </ul>
        </nav>
        {live(move || (step == Step::FirstReminder).then(|| view! {
            {segment(
                "tone",
                words.t(|w| w.tone),
                TONES,
                move || Some(wording.get().tone),
                move |tone| wording.update(|wording| wording.tone = tone),
            )}
        }))}
        <div class="field-row">
            {live(move || (step != Step::FormalNotice && wording.get().lang == Lang::Fr).then(|| view! {
                {segment(
                    "you",
                    words.t(|w| w.address),
                    ADDRESSES,
                    move || Some(wording.get().tu),
                    move |tu| wording.update(|wording| wording.tu = tu),
                )}
            }))}
            {segment(
                "text-language",
                words.t(|w| w.language),
                LANGUAGES,
                move || Some(wording.get().lang),
                move |lang| wording.update(|wording| wording.lang = lang),
            )}
        </div>
    }
}
