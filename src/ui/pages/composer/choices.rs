//! Which text, in which tone, form of address and language.

use leptos::prelude::*;

use super::Wording;
use crate::app::route::Route;
use crate::base::InvoiceId;
use crate::browser::location;
use crate::documents::email::Tone;
use crate::domain::event::Step;
use crate::text::Lang;
use crate::text::words::composer;
use crate::ui::components::Segment;
use crate::ui::state::use_app;

/// The choices.
#[component]
pub(super) fn Choices(id: InvoiceId, wording: RwSignal<Wording>) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let step = wording.with_untracked(|wording| wording.step);
    let choice = move |to: Step,
                       name: fn(&'static composer::Words) -> &'static str,
                       why: fn(&'static composer::Words) -> &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="text"
                    prop:checked=to == step
                    on:change=move |_| location::go(&Route::Text(id, to).to_string())
                />
                <span class="choice-name">{words.t(name)}</span>
                <span class="choice-reason">{words.t(why)}</span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend class="visually-hidden">{words.t(|w| w.which)}</legend>
            <div class="choice-list">
                {choice(Step::FirstReminder, |w| w.first, |w| w.first_why)}
                {choice(Step::FirmReminder, |w| w.firm, |w| w.firm_why)}
                {choice(Step::FormalNotice, |w| w.notice, |w| w.notice_why)}
            </div>
        </fieldset>
        <Show when=move || step == Step::FirstReminder>
            <Segment
                name="tone"
                legend=words.t(|w| w.tone)
                choices=vec![
                    (Tone::Warm, |lang| composer::words(lang).tone_warm),
                    (Tone::Courteous, |lang| composer::words(lang).tone_courteous),
                    (Tone::Direct, |lang| composer::words(lang).tone_direct),
                    (Tone::Firm, |lang| composer::words(lang).tone_firm),
                ]
                value=Signal::derive(move || Some(wording.get().tone))
                set=Callback::new(move |tone| wording.update(|wording| wording.tone = tone))
            />
        </Show>
        <div class="field-row">
            <Show when=move || step != Step::FormalNotice && wording.get().lang == Lang::Fr>
                <Segment
                    name="you"
                    legend=words.t(|w| w.address)
                    choices=vec![
                        (false, |lang| composer::words(lang).vous),
                        (true, |lang| composer::words(lang).tu),
                    ]
                    value=Signal::derive(move || Some(wording.get().tu))
                    set=Callback::new(move |tu| wording.update(|wording| wording.tu = tu))
                />
            </Show>
            <Segment
                name="text-language"
                legend=words.t(|w| w.language)
                choices=vec![
                    (Lang::Fr, |lang| composer::words(lang).french),
                    (Lang::En, |lang| composer::words(lang).english),
                ]
                value=Signal::derive(move || Some(wording.get().lang))
                set=Callback::new(move |lang| wording.update(|wording| wording.lang = lang))
            />
        </div>
    }
}
