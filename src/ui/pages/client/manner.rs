//! How a client is spoken to and how fast it is chased: each choice is kept as it is made.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::route::Route;
use crate::base::ClientId;
use crate::domain::dunning::{Pace, Speed};
use crate::domain::manner::{Manner, Relation, Tone};
use crate::domain::party::Client;
use crate::text::Lang;
use crate::text::words::{contacts, dunning};
use crate::ui::components::segment::{Choice, segment};
use crate::ui::components::select::select;
use crate::ui::live::only_if;
use crate::ui::state::use_app;

const RELATIONS: &[Choice<Relation>] = &[
    (Relation::Loyal, |lang| dunning::relation(lang, Relation::Loyal)),
    (Relation::Neutral, |lang| dunning::relation(lang, Relation::Neutral)),
    (Relation::Tense, |lang| dunning::relation(lang, Relation::Tense)),
];

const ADDRESSES: &[Choice<bool>] =
    &[(false, |lang| contacts::words(lang).vous), (true, |lang| contacts::words(lang).tu)];

const TONES: [Option<Tone>; 5] =
    [None, Some(Tone::Warm), Some(Tone::Courteous), Some(Tone::Direct), Some(Tone::Firm)];

const LANGUAGES: [Option<Lang>; 3] = [None, Some(Lang::Fr), Some(Lang::En)];

const SPEEDS: &[Choice<Option<Speed>>] = &[
    (None, |lang| contacts::words(lang).speed_policy),
    (Some(Speed::Gentle), |lang| dunning::speed(lang, Speed::Gentle)),
    (Some(Speed::Standard), |lang| dunning::speed(lang, Speed::Standard)),
    (Some(Speed::Firm), |lang| dunning::speed(lang, Speed::Firm)),
];

fn tone_name(lang: Lang, tone: Option<Tone>) -> &'static str {
    tone.map_or(contacts::words(lang).tone_of_step, |tone| dunning::tone(lang, tone))
}

fn language_name(lang: Lang, of_texts: Option<Lang>) -> &'static str {
    let w = contacts::words(lang);
    match of_texts {
        None => w.language_of_screens,
        Some(Lang::Fr) => w.french,
        Some(Lang::En) => w.english,
    }
}

/// The section.
#[component]
pub fn MannerCard(id: ClientId, client: Signal<Option<Client>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(contacts::words);
    let manner =
        Memo::new(move |_| client.with(|client| client.as_ref().map(|one| one.manner)).unwrap_or_default());
    let pace = Memo::new(move |_| {
        client.with(|client| client.as_ref().map(|one| one.pace.clone())).unwrap_or_default()
    });
    let change = move |change: &dyn Fn(&mut Manner)| {
        let mut manner = manner.get_untracked();
        change(&mut manner);
        let _ = app.send(Command::SetManner(id, manner));
    };
    // Only French has two ways to say « you ».
    let says_you = move || manner.get().lang.unwrap_or_else(|| app.lang()) == Lang::Fr;
    view! {
        <section class="section" aria-labelledby="manner">
            <h2 id="manner">{words.t(|w| w.manner)}</h2>
            <div class="form form-close">
                {segment(
                    "relation",
                    words.t(|w| w.relation),
                    RELATIONS,
                    move || Some(manner.get().relation),
                    move |relation| change(&|manner| manner.relation = relation),
                )}
                {only_if(says_you, move || segment(
                    "address",
                    words.t(|w| w.address),
                    ADDRESSES,
                    move || Some(manner.get().tu),
                    move |tu| change(&|manner| manner.tu = tu),
                ))}
                <div class="field-row">
                    {select(
                        "manner-tone",
                        words.t(|w| w.tone),
                        &TONES,
                        tone_name,
                        move || manner.get().tone,
                        move |tone| change(&|manner| manner.tone = tone),
                    )}
                    {select(
                        "manner-language",
                        words.t(|w| w.language),
                        &LANGUAGES,
                        language_name,
                        move || manner.get().lang,
                        move |lang| change(&|manner| manner.lang = lang),
                    )}
                </div>
                <div>
                    {segment(
                        "speed",
                        words.t(|w| w.speed),
                        SPEEDS,
                        move || Some(pace.get().speed),
                        move |speed| {
                            let pace = Pace { speed, ..pace.get_untracked() };
                            let _ = app.send(Command::SetClientPace(id, pace));
                        },
                    )}
                    <a class="button button-quiet" href=Route::ClientPace(id).to_string()>
                        {words.t(|w| w.pace)}
                    </a>
                </div>
            </div>
        </section>
    }
}
